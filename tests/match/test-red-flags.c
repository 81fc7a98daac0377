/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match-support.h"

#include "bc-edit.h"

/*
 * For every rule a case in which it fires, the smallest one, and at least one in which it does not: the same with one
 * thing taken away, the patient on the other side of the age limit, or the answer that a NOT asks for. The cases were
 * worked out from the wording of the rules, apart from the program's own reading of them.
 */
static const struct
{
  const char *id;
  const char *fires;
  const char *quiet;
} rules[] = {
  { "rf-ces-1", "+saddle-numb +sexual-change", "+saddle-numb" },
  { "rf-ces-1", "+saddle-numb +sexual-change", "+sexual-change" },
  { "rf-ces-2",
    "perineum-left:numbness leg-lateral-left leg-lateral-right",
    "perineum-left leg-lateral-left leg-lateral-right" },
  { "rf-ces-2",
    "perineum-left:numbness leg-lateral-left leg-lateral-right",
    "perineum-left:numbness leg-lateral-right" },
  { "rf-ces-3", "+bilateral-sciatica-new +leg-weakness-progressive", "+bilateral-sciatica-new" },
  { "rf-ces-3", "+bilateral-sciatica-new +leg-weakness-progressive", "+leg-weakness-progressive" },
  { "rf-ces-4",
    "sacrum-right leg-lateral-left leg-lateral-right +leg-weakness-progressive",
    "sacrum-right leg-lateral-left leg-lateral-right" },
  { "rf-ces-4",
    "sacrum-right leg-lateral-left leg-lateral-right +leg-weakness-progressive",
    "sacrum-right leg-lateral-right +leg-weakness-progressive" },
  { "rf-ces-5", "pubis-right sacrum-right", "pubis-right" },
  { "rf-ces-5", "pubis-right sacrum-right", "sacrum-right" },
  { "rf-ces-6", "calf-upper-left +saddle-numb", "calf-upper-left" },
  { "rf-ces-6", "lumbar-lower-right +bowel-change", "+bowel-change" },
  { "rf-motor", "+leg-weakness-progressive", "" },
  { "rf-myelo", "+gait-unsteady +lhermitte", "+lhermitte" },
  { "rf-myelo", "+gait-unsteady +lhermitte", "+gait-unsteady" },
  { "rf-mscc", "+cancer-history +gait-unsteady", "+cancer-history" },
  { "rf-mscc", "+cancer-history +gait-unsteady", "+gait-unsteady" },
  { "rf-cancer", "lumbar-lower-right +cancer-history", "lumbar-lower-right" },
  { "rf-cancer", "lumbar-lower-right +cancer-history", "+cancer-history" },
  { "rf-weight", "+night-pain-constant +weight-loss", "+weight-loss" },
  { "rf-weight", "+night-pain-constant +weight-loss", "+night-pain-constant" },
  { "rf-infect", "sacroiliac-right +fever +night-pain-constant", "sacroiliac-right +fever" },
  { "rf-infect", "sacroiliac-right +fever +night-pain-constant", "+fever +night-pain-constant" },
  { "rf-fracture-1", "nape-lower-right +trauma-major", "nape-lower-right" },
  { "rf-fracture-1", "nape-lower-right +trauma-major", "+trauma-major" },
  { "rf-fracture-2", "@70 back-middle-right +trauma-minor", "@70 back-middle-right" },
  { "rf-fracture-2", "@70 back-middle-right +trauma-minor", "@70 +trauma-minor" },
  { "rf-fracture-2", "@70 back-middle-right +trauma-minor", "@69 back-middle-right +trauma-minor" },
  { "rf-hipfx",
    "thigh-anterior-upper-right +leg-short-rotated +not-weight-bearing",
    "thigh-anterior-upper-right +not-weight-bearing" },
  { "rf-hipfx",
    "thigh-anterior-upper-right +leg-short-rotated +not-weight-bearing",
    "+leg-short-rotated +not-weight-bearing" },
  { "rf-hipchild", "hip-lateral-right +child-adolescent", "hip-lateral-right" },
  { "rf-hipchild", "hip-lateral-right +child-adolescent", "+child-adolescent" },
  { "rf-septic", "knee-posterior-right +fever +not-weight-bearing", "knee-posterior-right +fever" },
  { "rf-septic", "knee-posterior-right +fever +not-weight-bearing", "+fever +not-weight-bearing" },
  { "rf-aaa-1", "@60 abdomen-upper-right +sudden-tearing", "@60 abdomen-upper-right" },
  { "rf-aaa-1", "@60 abdomen-upper-right +sudden-tearing", "@60 +sudden-tearing" },
  { "rf-aaa-1", "@60 abdomen-upper-right +sudden-tearing", "@59 abdomen-upper-right +sudden-tearing" },
  { "rf-aaa-2", "@60 abdomen-lower-right flank-right +colic-waves", "@60 abdomen-lower-right flank-right" },
  { "rf-aaa-2", "@60 abdomen-lower-right flank-right +colic-waves", "@60 abdomen-lower-right +colic-waves" },
  { "rf-aaa-2",
    "@60 abdomen-lower-right flank-right +colic-waves",
    "@59 abdomen-lower-right flank-right +colic-waves" },
  { "rf-dissection", "sternum-right +sudden-tearing", "sternum-right" },
  { "rf-dissection", "sternum-right +sudden-tearing", "+sudden-tearing" },
  { "rf-cardiac-1", "breast-right +breathless", "breast-right" },
  { "rf-cardiac-1", "breast-right +breathless", "+breathless" },
  { "rf-cardiac-2",
    "interscapular-upper-right +exertional +sweating-nausea",
    "interscapular-upper-right +exertional" },
  { "rf-cardiac-2", "interscapular-upper-right +exertional +sweating-nausea", "+exertional +sweating-nausea" },
  { "rf-cardiac-3", "upper-arm-medial-right +exertional", "upper-arm-medial-right" },
  { "rf-cardiac-3", "upper-arm-medial-right +exertional", "+exertional" },
  { "rf-pe", "chest-lower-right +haemoptysis", "chest-lower-right" },
  { "rf-pe", "chest-lower-right +haemoptysis", "+haemoptysis" },
  { "rf-dvt-1", "knee-posterior-right +leg-warm-red", "knee-posterior-right" },
  { "rf-dvt-1", "knee-posterior-right +leg-warm-red", "+leg-warm-red" },
  { "rf-dvt-2", "calf-upper-right +cancer-history", "calf-upper-right" },
  { "rf-dvt-2", "calf-upper-right +cancer-history", "+cancer-history" },
  { "rf-limb", "middle-toes-right +leg-cold-pale", "middle-toes-right" },
  { "rf-limb", "middle-toes-right +leg-cold-pale", "+leg-cold-pale" },
  { "rf-restpain", "+rest-pain-foot", "" },
  { "rf-claud", "+claudication-distance", "" },
  { "rf-renal", "flank-right +blood-urine", "flank-right" },
  { "rf-renal", "flank-right +blood-urine", "+blood-urine" },
  { "rf-renal-fever", "flank-right +fever", "flank-right" },
  { "rf-renal-fever", "flank-right +fever", "+fever" },
  { "rf-gall", "abdomen-upper-right +after-fatty-meal", "abdomen-upper-right" },
  { "rf-gall", "abdomen-upper-right +after-fatty-meal", "+after-fatty-meal" },
  { "rf-gall-acute", "abdomen-upper-right +jaundice", "abdomen-upper-right" },
  { "rf-gall-acute", "abdomen-upper-right +jaundice", "+jaundice" },
  { "rf-pancr", "abdomen-upper-right thoracolumbar-right +jaundice", "abdomen-upper-right thoracolumbar-right" },
  { "rf-pancr", "abdomen-upper-right thoracolumbar-right +jaundice", "thoracolumbar-right +jaundice" },
  { "rf-spleen-1", "abdomen-upper-left shoulder-top-left +faint-collapse", "abdomen-upper-left shoulder-top-left" },
  { "rf-spleen-1", "abdomen-upper-left shoulder-top-left +faint-collapse", "abdomen-upper-left +faint-collapse" },
  { "rf-ectopic",
    "shoulder-top-right +faint-collapse +pregnancy-possible",
    "shoulder-top-right +pregnancy-possible" },
  { "rf-ectopic", "shoulder-top-right +faint-collapse +pregnancy-possible", "+faint-collapse +pregnancy-possible" },
  { "rf-append", "abdomen-lower-right +vomiting", "abdomen-lower-right" },
  { "rf-append", "abdomen-lower-right +vomiting", "+vomiting" },
  { "rf-pancoast-1",
    "interscapular-upper-right little-finger-right +night-pain-constant",
    "interscapular-upper-right little-finger-right" },
  { "rf-pancoast-1",
    "interscapular-upper-right little-finger-right +night-pain-constant",
    "little-finger-right +night-pain-constant" },
  { "rf-headache-1", "nape-upper-right +headache-sudden", "nape-upper-right" },
  { "rf-headache-1", "nape-upper-right +headache-sudden", "+headache-sudden" },
  { "rf-gca-1", "@50 jaw-right +vision-change", "@50 jaw-right" },
  { "rf-gca-1", "@50 jaw-right +vision-change", "@50 +vision-change" },
  { "rf-gca-1", "@50 jaw-right +vision-change", "@49 jaw-right +vision-change" },
  { "rf-cad", "occiput-right +vision-change", "occiput-right" },
  { "rf-cad", "occiput-right +vision-change", "+vision-change" },
  { "rf-pmr-1",
    "@50 shoulder-top-left shoulder-top-right buttock-upper-left buttock-upper-right +morning-stiffness-30",
    "@50 shoulder-top-left shoulder-top-right buttock-upper-left buttock-upper-right" },
  { "rf-pmr-1",
    "@50 shoulder-top-left shoulder-top-right buttock-upper-left buttock-upper-right +morning-stiffness-30",
    "@50 shoulder-top-right buttock-upper-left buttock-upper-right +morning-stiffness-30" },
  { "rf-pmr-1",
    "@50 shoulder-top-left shoulder-top-right buttock-upper-left buttock-upper-right +morning-stiffness-30",
    "@49 shoulder-top-left shoulder-top-right buttock-upper-left buttock-upper-right +morning-stiffness-30" },
  { "rf-axspa-1",
    "@44 lumbar-lower-right +alternating-buttock +better-exercise +morning-stiffness-30",
    "@44 lumbar-lower-right +better-exercise +morning-stiffness-30" },
  { "rf-axspa-1",
    "@44 lumbar-lower-right +alternating-buttock +better-exercise +morning-stiffness-30",
    "@44 +alternating-buttock +better-exercise +morning-stiffness-30" },
  { "rf-axspa-1",
    "@44 lumbar-lower-right +alternating-buttock +better-exercise +morning-stiffness-30",
    "@45 lumbar-lower-right +alternating-buttock +better-exercise +morning-stiffness-30" },
  { "rf-zoster", "+rash-band", "" },
  { "rf-eye-zoster", "orbit-right +rash-band", "orbit-right" },
  { "rf-eye-zoster", "orbit-right +rash-band", "+rash-band" },
  { "rf-headache-2", "+headache-new-over50", "" },
  { "rf-liver", "chest-lower-right shoulder-top-right +weight-loss", "chest-lower-right shoulder-top-right" },
  { "rf-liver", "chest-lower-right shoulder-top-right +weight-loss", "chest-lower-right +weight-loss" },
  { "rf-ulcer", "abdomen-upper-right +vomiting", "abdomen-upper-right" },
  { "rf-ulcer", "abdomen-upper-right +vomiting", "+vomiting" },
  { "rf-pelvic-1", "pubis-right sacrum-right +weight-loss", "pubis-right sacrum-right" },
  { "rf-pelvic-1", "pubis-right sacrum-right +weight-loss", "sacrum-right +weight-loss" },
  { "rf-tcord-1", "+both-legs-weak-numb +gait-unsteady", "+both-legs-weak-numb" },
  { "rf-tcord-1", "+both-legs-weak-numb +gait-unsteady", "+gait-unsteady" },
  { "rf-tcord-2", "shin-left:weakness shin-right +gait-unsteady", "shin-left:weakness shin-right" },
  { "rf-tcord-2", "shin-left:weakness shin-right +gait-unsteady", "shin-right +gait-unsteady" },
  { "rf-tcord-3", "+band-pain +bilateral-sciatica-new", "+bilateral-sciatica-new" },
  { "rf-tcord-3", "+band-pain +bilateral-sciatica-new", "+band-pain" },
  { "rf-infect-2", "buttock-upper-right +bacteraemia-recent", "buttock-upper-right" },
  { "rf-infect-2", "buttock-upper-right +bacteraemia-recent", "+bacteraemia-recent" },
  { "rf-infect-2",
    "buttock-upper-right +bacteraemia-recent",
    "buttock-upper-right +back-pain-old +bacteraemia-recent" },
  { "rf-septic-sij-1", "buttock-lower-right +bacteraemia-recent +fever", "buttock-lower-right +fever" },
  { "rf-septic-sij-1", "buttock-lower-right +bacteraemia-recent +fever", "+bacteraemia-recent +fever" },
  { "rf-psoas-1", "abdomen-lower-right +fever +hip-extension-pain", "abdomen-lower-right +fever" },
  { "rf-psoas-1", "abdomen-lower-right +fever +hip-extension-pain", "+fever +hip-extension-pain" },
  { "rf-psoas-2", "flank-right +hip-extension-pain +recent-infection-surgery", "flank-right +hip-extension-pain" },
  { "rf-psoas-2",
    "flank-right +hip-extension-pain +recent-infection-surgery",
    "+hip-extension-pain +recent-infection-surgery" },
  { "rf-aaa-3", "@50 abdomen-upper-right +family-aneurysm", "@50 abdomen-upper-right" },
  { "rf-aaa-3", "@50 abdomen-upper-right +family-aneurysm", "@50 +family-aneurysm" },
  { "rf-aaa-3", "@50 abdomen-upper-right +family-aneurysm", "@49 abdomen-upper-right +family-aneurysm" },
  { "rf-aaa-3",
    "@50 abdomen-upper-right +family-aneurysm",
    "@50 abdomen-upper-right +back-pain-old +family-aneurysm" },
  { "rf-claud-2",
    "thigh-anterior-upper-left thigh-anterior-upper-right +impotence +smoker",
    "thigh-anterior-upper-left thigh-anterior-upper-right +smoker" },
  { "rf-claud-2",
    "thigh-anterior-upper-left thigh-anterior-upper-right +impotence +smoker",
    "thigh-anterior-upper-right +impotence +smoker" },
};

static BcFindings *
match_text (const char *text)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);

  return bc_match (evidence, bc_maps_get_default ());
}

static void
test_rule (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(BcFindings) fires = match_text (rules[i].fires);
  g_autoptr(BcFindings) quiet = match_text (rules[i].quiet);

  g_assert_true (has_flag (fires, rules[i].id));
  g_assert_false (has_flag (quiet, rules[i].id));
}

/* A rule that is added to the maps without a case here is a rule that nobody tried. */
static void
test_every_rule_has_a_case (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, i);
      guint n = 0;

      for (guint k = 0; k < G_N_ELEMENTS (rules); k++)
        n += g_str_equal (rules[k].id, flag->id);
      if (n == 0)
        g_error ("%s has no case", flag->id);
    }
}

static guint
count_other_words (const char *text,
                   const char *than)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  g_auto(GStrv) others = g_strsplit (than, " ", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    n += *words[i] != '\0' && !g_strv_contains ((const char * const *) others, words[i]);
  return n;
}

/* What must not fire is as near as can be: one thing is missing, changed, or said on top. */
static void
test_near_misses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      guint n_gone = count_other_words (rules[i].fires, rules[i].quiet);
      guint n_new = count_other_words (rules[i].quiet, rules[i].fires);

      if (n_gone > 1 || n_new > 1 || n_gone + n_new == 0)
        g_error ("%s: “%s” is no near miss of “%s”", rules[i].id, rules[i].quiet, rules[i].fires);
    }
}

static void
mark_everything (BcEvidence *evidence)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    bc_evidence_mark (evidence, (BcRegion) region, BC_QUALITY_ALL, BC_ROLE_SITE);
}

/* No rule is outvoted: whatever else is marked, felt and found, it still fires. */
static void
test_marks_never_silence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr(BcEvidence) evidence = evidence_from_text (rules[i].fires);

      for (guint32 step = 0; step < 4; step++)
        {
          g_autoptr(BcEvidence) more = random_evidence (step + 4 * i);
          g_autoptr(BcFindings) findings = NULL;

          for (guint region = 1; region <= BC_N_REGIONS; region++)
            if (more->share[region] > 0)
              bc_evidence_mark (evidence, (BcRegion) region, more->qualities[region], BC_ROLE_RADIATION);
          if (step == 3)
            mark_everything (evidence);
          findings = bc_match (evidence, bc_maps_get_default ());
          if (!has_flag (findings, rules[i].id))
            g_error ("%s is silenced by marks", rules[i].id);
        }
    }
}

/* Nor does another answer: a yes silences a rule only where the rule itself says NOT, and a no to it never does. */
static void
test_answers_never_silence (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  guint n_silenced = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint k = 0; k < maps->answers->len; k++)
      {
        const char *answer = ((const BcAnswerItem *) g_ptr_array_index (maps->answers, k))->id;
        g_autofree char *condition = g_strdup_printf ("NOT answer(%s)", answer);
        g_autofree char *yes = g_strdup_printf ("%s +%s", rules[i].fires, answer);
        g_autoptr(BcFindings) findings = match_text (yes);
        const char *text = NULL;

        for (guint f = 0; f < maps->red_flags->len && text == NULL; f++)
          {
            const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, f);

            text = g_str_equal (flag->id, rules[i].id) ? flag->text : NULL;
          }
        if (has_flag (findings, rules[i].id) != (strstr (text, condition) == NULL))
          g_error ("%s with “%s”", rules[i].id, yes);
        n_silenced += !has_flag (findings, rules[i].id);
      }
  g_assert_cmpuint (n_silenced, >, 0);
}

/* The findings have no say: a rule fires though what it warns of has next to no share. */
static void
test_shares_have_no_say (void)
{
  g_autoptr(BcFindings) findings = match_text ("heel-left sole-medial-left first-steps=aggravates +saddle-numb "
                                               "+bladder-retention");
  const BcFinding *first = g_ptr_array_index (findings->findings, 0);

  g_assert_cmpstr (first->pattern->id, ==, "plantar-heel");
  g_assert_true (has_flag (findings, "rf-ces-1"));
}

/* Several fire: the most urgent is told first. */
static void
test_order (void)
{
  g_autoptr(BcFindings) findings = match_text ("perineum-left lumbar-lower-left calf-upper-left buttock-upper-left "
                                               "buttock-upper-right +bladder-retention +saddle-numb "
                                               "+claudication-distance +foot-drop-new");
  BcUrgency last = BC_URGENCY_EMERGENCY;

  g_assert_true (has_flag (findings, "rf-ces-1"));
  g_assert_true (has_flag (findings, "rf-motor"));
  g_assert_true (has_flag (findings, "rf-claud"));
  for (guint i = 0; i < findings->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (findings->red_flags, i);

      g_assert_cmpint (flag->urgency, <=, last);
      last = flag->urgency;
    }
}

/* A "no" and an answer that was not asked keep a rule quiet; an answer under its twin's name does not. */
static void
test_answers (void)
{
  g_autoptr(BcFindings) denied = match_text ("interscapular-upper-left ~sudden-tearing");
  g_autoptr(BcFindings) not_asked = match_text ("interscapular-upper-left");
  g_autoptr(BcFindings) twin = match_text ("interscapular-upper-left +d-tearing");

  g_assert_false (has_flag (denied, "rf-dissection"));
  g_assert_false (has_flag (not_asked, "rf-dissection"));
  g_assert_true (has_flag (twin, "rf-dissection"));
}

/* Serious sources are rare and stay low on plain marks, but come up with their answers. */
static const struct
{
  const char *marks;
  const char *answers;
  const char *pattern;
} serious[] = {
  { "lumbar-lower-left lumbar-lower-right thigh-posterior-upper-left thigh-posterior-upper-right",
    "+saddle-numb +bladder-retention +leg-weakness-progressive", "rf-cauda-equina" },
  { "thoracolumbar-left thoracolumbar-right lumbar-upper-left lumbar-upper-right",
    "+osteoporosis +steroids +d-age70-fracture @78", "rf-vertebral-fracture" },
  { "lumbar-upper-left lumbar-upper-right", "+cancer-history +night-pain-constant +progressive-pain @66",
    "rf-malignancy" },
  { "lumbar-lower-left lumbar-lower-right", "+fever +iv-drug-use +d-spine-percussion", "rf-infection" },
  { "calf-upper-left calf-lower-left", "+calf-swollen +immobile-recent +d-calf-swelling", "rf-dvt" },
  { "calf-upper-left calf-lower-left", "+claudication-distance +d-vascular-set +pulses-absent @66",
    "rf-vascular-claudication" },
};

static void
test_serious_sources (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (serious); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", serious[i].marks, serious[i].answers);
      g_autoptr(BcFindings) plain = match_text (serious[i].marks);
      g_autoptr(BcFindings) answered = match_text (text);

      g_assert_cmpint (rank_of (plain, serious[i].pattern), !=, 0);
      g_assert_cmpint (rank_of (answered, serious[i].pattern), ==, 0);
    }
}

/* What the patient drew stays a danger when the clinician understands it otherwise, and with what it feels like. */
static void
test_patient_is_heard (void)
{
  static const char *const regions[] = { "perineum-left", "leg-lateral-left", "leg-lateral-right" };
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-11-20");
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);
  g_autoptr(BcEvidence) before = NULL;
  g_autoptr(BcEvidence) after = NULL;
  g_autoptr(BcFindings) fires = NULL;
  g_autoptr(BcFindings) quiet = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    bc_edit_toggle_region (chart, visit, symptom, bc_region_from_id (regions[i]), BC_ROLE_SITE);
  bc_edit_set_nowhere (chart, symptom);
  before = bc_evidence_from_visit (chart, visit);
  quiet = bc_match (before, bc_maps_get_default ());
  g_assert_cmpuint (bc_evidence_count (before), ==, 0);
  g_assert_false (has_flag (quiet, "rf-ces-2")); /* it is not known to be numb */
  bc_edit_toggle_quality (chart, symptom, BC_QUALITY_NUMBNESS);
  after = bc_evidence_from_visit (chart, visit);
  fires = bc_match (after, bc_maps_get_default ());
  g_assert_true (has_flag (fires, "rf-ces-2"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strdup_printf ("/red-flags/rules/%s/%u", rules[i].id, i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_rule);
    }
  g_test_add_func ("/red-flags/every-rule-has-a-case", test_every_rule_has_a_case);
  g_test_add_func ("/red-flags/near-misses", test_near_misses);
  g_test_add_func ("/red-flags/marks-never-silence", test_marks_never_silence);
  g_test_add_func ("/red-flags/answers-never-silence", test_answers_never_silence);
  g_test_add_func ("/red-flags/shares-have-no-say", test_shares_have_no_say);
  g_test_add_func ("/red-flags/order", test_order);
  g_test_add_func ("/red-flags/answers", test_answers);
  g_test_add_func ("/red-flags/serious-sources", test_serious_sources);
  g_test_add_func ("/red-flags/patient-is-heard", test_patient_is_heard);
  return g_test_run ();
}
