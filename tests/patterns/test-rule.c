/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of the red flags: what they mean, which are refused, and whether those of the maps fire when they must. */
#include "bc-error.h"
#include "bc-rule-private.h"

/* What a patient marked and answered, as words between spaces: regions, region:quality, ids of answers said yes to. */
typedef struct
{
  const char *marks;
  const char *answers;
  int         age; /* -1: unknown */
} Patient;

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto(GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static gboolean
has_quality (gconstpointer data,
             BcRegion      region,
             BcQuality     quality)
{
  const Patient *patient = data;
  g_autofree char *word = g_strconcat (bc_region_get_id (region), ":", bc_terms_get_id (&bc_quality_terms, quality),
                                       NULL);

  return has_word (patient->marks, word);
}

static gboolean
is_marked (gconstpointer data,
           BcRegion      region)
{
  const Patient *patient = data;

  if (has_word (patient->marks, bc_region_get_id (region)))
    return TRUE;
  for (guint i = 0; i < BC_N_QUALITIES; i++)
    if (has_quality (data, region, (BcQuality) (1 << i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_yes (gconstpointer data,
        const char   *answer)
{
  return has_word (((const Patient *) data)->answers, answer);
}

static int
get_age (gconstpointer data)
{
  return ((const Patient *) data)->age;
}

static const BcRuleFacts facts = { is_marked, has_quality, is_yes, get_age };

static const struct
{
  const char *rule;
  Patient     patient;
  gboolean    fires;
} meanings[] = {
  { "region(sacrum)", { "sacrum-left", "", -1 }, TRUE },
  { "region(sacrum)", { "sacrum-right", "", -1 }, TRUE },
  { "region(sacrum)", { "coccyx-right", "", -1 }, FALSE },
  { "region(sacrum,left)", { "sacrum-left", "", -1 }, TRUE },
  { "region(sacrum,left)", { "sacrum-right", "", -1 }, FALSE },
  { "region(sacrum, right)", { "sacrum-right", "", -1 }, TRUE },
  { "region(sacrum,both)", { "sacrum-left", "", -1 }, FALSE },
  { "region(sacrum,both)", { "sacrum-left sacrum-right", "", -1 }, TRUE },
  { "anyregion(shin|calf-upper)", { "calf-upper-left", "", -1 }, TRUE },
  { "anyregion(shin|calf-upper)", { "calf-lower-left", "", -1 }, FALSE },
  { "anyregion(shin|calf-upper,both)", { "calf-upper-left shin-left", "", -1 }, FALSE },
  { "anyregion(shin|calf-upper,both)", { "calf-upper-left shin-right", "", -1 }, TRUE },
  { "quality(numbness,perineum)", { "perineum-left:numbness", "", -1 }, TRUE },
  { "quality(numbness,perineum)", { "perineum-right:numbness", "", -1 }, TRUE },
  { "quality(numbness,perineum)", { "perineum-left:ache", "", -1 }, FALSE },
  { "quality(numbness,perineum)", { "sacrum-left:numbness", "", -1 }, FALSE },
  { "answer(fever)", { "", "fever", -1 }, TRUE },
  { "answer(fever)", { "", "weight-loss", -1 }, FALSE },
  { "NOT answer(fever)", { "", "", -1 }, TRUE },
  { "NOT NOT answer(fever)", { "", "fever", -1 }, TRUE },
  { "age>=50", { "", "", 50 }, TRUE },
  { "age>=50", { "", "", 49 }, FALSE },
  { "age<17", { "", "", 16 }, TRUE },
  { "age<17", { "", "", 17 }, FALSE },
  { "age<17", { "", "", -1 }, FALSE },
  { "age>=0", { "", "", -1 }, FALSE },
  { " answer(fever)AND answer(vomiting) ", { "", "fever vomiting", -1 }, TRUE },
  { "answer(fever) AND answer(vomiting)", { "", "vomiting", -1 }, FALSE },
  { "answer(fever) OR answer(vomiting)", { "", "vomiting", -1 }, TRUE },
  { "answer(fever) OR answer(vomiting)", { "", "", -1 }, FALSE },
  { "answer(fever) AND (answer(vomiting) OR age>=60)", { "", "fever", 60 }, TRUE },
  { "answer(fever) AND (answer(vomiting) OR age>=60)", { "", "vomiting", 60 }, FALSE },
  { "answer(fever) AND answer(vomiting) AND NOT answer(jaundice)", { "", "fever vomiting jaundice", -1 }, FALSE },
};

static void
test_meaning (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BcRule) rule = bc_rule_parse (meanings[i].rule, &error);

      g_assert_no_error (error);
      if (bc_rule_evaluate (rule, &facts, &meanings[i].patient) != meanings[i].fires)
        g_error ("%s on marks “%s”, answers “%s”, age %d", meanings[i].rule, meanings[i].patient.marks,
                 meanings[i].patient.answers, meanings[i].patient.age);
    }
}

static const struct
{
  const char *rule;
  BcFileError code;
  const char *place;
  const char *advice;
} wrong[] = {
  { "", BC_FILE_ERROR_SYNTAX, "character 1:", "ends too early" },
  { "  ", BC_FILE_ERROR_SYNTAX, "character 3:", "ends too early" },
  { "answer(fever", BC_FILE_ERROR_SYNTAX, "character 13:", "“)” is missing" },
  { "answer()", BC_FILE_ERROR_SYNTAX, "character 8:", "id of an answer is missing" },
  { "answer fever", BC_FILE_ERROR_SYNTAX, "character 8:", "“(” is missing" },
  { "fever", BC_FILE_ERROR_SYNTAX, "character 1:", "use region, anyregion, quality, answer or age" },
  { "answer(fever) AND", BC_FILE_ERROR_SYNTAX, "character 18:", "ends too early" },
  { "answer(a) answer(b)", BC_FILE_ERROR_SYNTAX, "character 11:", "join tests with AND or OR" },
  { "answer(a) and answer(b)", BC_FILE_ERROR_SYNTAX, "character 11:", "join tests with AND or OR" },
  { "answer(a) AND answer(b) OR answer(c)", BC_FILE_ERROR_SYNTAX, "character 27:", "put parentheses" },
  { "answer(a) OR answer(b) AND answer(c)", BC_FILE_ERROR_SYNTAX, "character 27:", "put parentheses" },
  { "(answer(a)", BC_FILE_ERROR_SYNTAX, "character 11:", "“)” is missing" },
  { "answer(a))", BC_FILE_ERROR_SYNTAX, "character 10:", "is left over" },
  { "NOT", BC_FILE_ERROR_SYNTAX, "character 4:", "ends too early" },
  { "NOTanswer(a)", BC_FILE_ERROR_SYNTAX, "character 1:", "is no test" },
  { "region(leg-lateral-right)", BC_FILE_ERROR_VALUE, "character 8:", "use an id without its side" },
  { "region(knee)", BC_FILE_ERROR_VALUE, "character 8:", "“knee” is no area" },
  { "region(shin|sacrum)", BC_FILE_ERROR_SYNTAX, "character 12:", "“)” is missing" },
  { "anyregion(shin|)", BC_FILE_ERROR_VALUE, "character 16:", "is no area" },
  { "region(shin,middle)", BC_FILE_ERROR_VALUE, "character 13:", "use left, right or both" },
  { "quality(pain,shin)", BC_FILE_ERROR_VALUE, "character 9:", "numbness" },
  { "quality(numbness)", BC_FILE_ERROR_SYNTAX, "character 17:", "“,” is missing" },
  { "age>50", BC_FILE_ERROR_SYNTAX, "character 4:", "age>=50" },
  { "age>=fifty", BC_FILE_ERROR_VALUE, "character 11:", "no age in whole years" },
  { "age<999", BC_FILE_ERROR_VALUE, "character 8:", "0 to 150" },
  { "äöüäöüäöüäöüäöüäöüäöüäöüäöüäöü", BC_FILE_ERROR_SYNTAX, "character 1:", "is no test" },
  { "((((((((((((((((((answer(a)))))))))))))))))))", BC_FILE_ERROR_UNSAFE, "character 17:", "nested too deep" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BcRule) rule = bc_rule_parse (wrong[i].rule, &error);

      g_assert_null (rule);
      g_assert_error (error, BC_FILE_ERROR, (int) wrong[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (strstr (error->message, wrong[i].place) == NULL || strstr (error->message, wrong[i].advice) == NULL)
        g_error ("%s: %s", wrong[i].rule, error->message);
    }
}

/* A hostile text must end in an error, not in a deep stack. */
static void
test_hostile (void)
{
  const char *const beginnings[] = { "(", "NOT ", "anyregion(shin|", "answer(a) AND " };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(BcRule) rule = NULL;

      for (guint n = 0; n < 100000; n++)
        g_string_append (text, beginnings[i]);
      rule = bc_rule_parse (text->str, &error);
      g_assert_null (rule);
      g_assert_nonnull (error);
    }
}

static void
test_list_answers (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BcRule) rule = bc_rule_parse ("answer(b) AND (answer(a) OR NOT answer(b) OR region(shin))", &error);
  g_autoptr(GPtrArray) answers = NULL;

  g_assert_no_error (error);
  answers = bc_rule_list_answers (rule);
  g_assert_cmpuint (answers->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (answers, 0), ==, "b");
  g_assert_cmpstr (g_ptr_array_index (answers, 1), ==, "a");
}

static const struct
{
  const char *id;
  Patient     patient;
  gboolean    fires;
} cases[] = {
  { "rf-ces-1", { "perineum-left", "bladder-retention", -1 }, TRUE },
  { "rf-ces-1", { "", "saddle-numb bowel-change", -1 }, TRUE },
  { "rf-ces-1", { "lumbar-lower-left", "bladder-retention", -1 }, FALSE },
  { "rf-ces-1", { "perineum-left", "", -1 }, FALSE },
  { "rf-ces-2", { "perineum-left:numbness calf-upper-left leg-lateral-right", "", -1 }, TRUE },
  { "rf-ces-2", { "perineum-left:numbness calf-upper-left", "", -1 }, FALSE },
  { "rf-ces-3", { "", "bilateral-sciatica-new leg-weakness-progressive", -1 }, TRUE },
  { "rf-ces-5", { "perineum-right:ache lumbar-lower-left:ache", "", -1 }, TRUE },
  { "rf-motor", { "", "foot-drop-new", -1 }, TRUE },
  { "rf-motor", { "leg-lateral-right:weakness", "", -1 }, FALSE },
  { "rf-fracture-2", { "thoracolumbar-left", "trauma-minor", 70 }, TRUE },
  { "rf-fracture-2", { "thoracolumbar-left", "trauma-minor", 69 }, FALSE },
  { "rf-fracture-2", { "thoracolumbar-left", "trauma-minor", -1 }, FALSE },
  { "rf-fracture-2", { "thoracolumbar-left", "osteoporosis", -1 }, TRUE },
  { "rf-gall", { "abdomen-upper-right shoulder-top-right", "", -1 }, TRUE },
  { "rf-gall", { "abdomen-upper-left shoulder-top-left", "", -1 }, FALSE },
  { "rf-infect-2", { "lumbar-lower-left", "iv-drug-use", -1 }, TRUE },
  { "rf-infect-2", { "lumbar-lower-left", "iv-drug-use back-pain-old", -1 }, FALSE },
  { "rf-axspa-1", { "sacroiliac-left", "morning-stiffness-30 better-exercise alternating-buttock", 44 }, TRUE },
  { "rf-axspa-1", { "sacroiliac-left", "morning-stiffness-30 better-exercise alternating-buttock", 45 }, FALSE },
};

static void
test_red_flags (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BcRedFlag *found = NULL;

      for (guint j = 0; j < maps->red_flags->len && found == NULL; j++)
        {
          const BcRedFlag *red_flag = g_ptr_array_index (maps->red_flags, j);

          if (g_str_equal (red_flag->id, cases[i].id))
            found = red_flag;
        }
      g_assert_nonnull (found);
      if (bc_rule_evaluate (found->rule, &facts, &cases[i].patient) != cases[i].fires)
        g_error ("%s on marks “%s”, answers “%s”, age %d", cases[i].id, cases[i].patient.marks,
                 cases[i].patient.answers, cases[i].patient.age);
    }
}

/* An empty chart of a person of any age warns of nothing. */
static void
test_silence (void)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (int age = -1; age < 100; age++)
    {
      Patient patient = { "", "", age };

      for (guint i = 0; i < maps->red_flags->len; i++)
        {
          const BcRedFlag *red_flag = g_ptr_array_index (maps->red_flags, i);

          if (bc_rule_evaluate (red_flag->rule, &facts, &patient))
            g_error ("%s fires on an empty chart at %d", red_flag->id, age);
        }
    }
}

/* A rule over a row of switches, one for each thing that it asks. */
typedef struct
{
  GPtrArray *names; /* as "shin-left", "numbness shin-left", "fever" */
  gboolean  *on;
  int        age;
} Switches;

static gboolean
is_on (const Switches *switches,
       const char     *name)
{
  guint i;

  return g_ptr_array_find_with_equal_func (switches->names, name, g_str_equal, &i) && switches->on[i];
}

static gboolean
switch_is_marked (gconstpointer data,
                  BcRegion      region)
{
  return is_on (data, bc_region_get_id (region));
}

static gboolean
switch_has_quality (gconstpointer data,
                    BcRegion      region,
                    BcQuality     quality)
{
  g_autofree char *name = g_strdup_printf ("%s %s", bc_terms_get_id (&bc_quality_terms, quality),
                                           bc_region_get_id (region));

  return is_on (data, name);
}

static gboolean
switch_is_yes (gconstpointer data,
               const char   *answer)
{
  return is_on (data, answer);
}

static int
switch_get_age (gconstpointer data)
{
  return ((const Switches *) data)->age;
}

static void
add_name (GPtrArray *names,
          char      *name)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

static void
list_switches (const BcRule *rule,
               GPtrArray    *names,
               int          *age)
{
  for (guint i = 0; i < rule->areas->len; i++)
    for (int side = BC_SIDE_LEFT; side <= BC_SIDE_RIGHT; side++)
      {
        const char *region = bc_region_get_id (bc_region_new (g_array_index (rule->areas, guint, i), (BcSide) side));

        if (rule->kind == BC_RULE_QUALITY)
          add_name (names, g_strdup_printf ("%s %s", bc_terms_get_id (&bc_quality_terms, rule->quality), region));
        else if (rule->side != (side == BC_SIDE_LEFT ? BC_RULE_SIDE_RIGHT : BC_RULE_SIDE_LEFT))
          add_name (names, g_strdup (region));
      }
  if (rule->answer != NULL)
    add_name (names, g_strdup (rule->answer));
  if (rule->kind == BC_RULE_AGE_FROM || rule->kind == BC_RULE_AGE_BELOW)
    *age = rule->age;
  for (guint i = 0; i < rule->operands->len; i++)
    list_switches (g_ptr_array_index (rule->operands, i), names, age);
}

/* Whether the rule's outcome ever hangs on @name alone; on the age limit where that is NULL. */
static gboolean
decides (const BcRule *rule,
         Switches     *switches,
         guint         name,
         int           limit,
         GRand        *random)
{
  static const BcRuleFacts functions = { switch_is_marked, switch_has_quality, switch_is_yes, switch_get_age };

  for (guint trial = 0; trial < 20000; trial++)
    {
      double often = g_rand_double_range (random, 0.05, 0.7);
      gboolean before;

      for (guint i = 0; i < switches->names->len; i++)
        switches->on[i] = g_rand_double (random) < often;
      switches->age = limit - (int) (trial % 2);
      before = bc_rule_evaluate (rule, &functions, switches);
      if (name < switches->names->len)
        switches->on[name] = !switches->on[name];
      else
        switches->age = limit - 1 + (int) (trial % 2);
      if (bc_rule_evaluate (rule, &functions, switches) != before)
        return TRUE;
    }
  return FALSE;
}

/* Each region, quality, answer and age limit that a rule of the maps names can be what decides. */
static void
test_nothing_idle (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (guint f = 0; f < maps->red_flags->len; f++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, f);
      g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autofree gboolean *on = NULL;
      Switches switches = { names, NULL, -1 };
      int limit = -1;

      list_switches (flag->rule, names, &limit);
      switches.on = on = g_new0 (gboolean, names->len);
      for (guint i = 0; i < names->len + (limit >= 0); i++)
        if (!decides (flag->rule, &switches, i, limit, random))
          g_error ("%s: %s makes no difference", flag->id,
                   i < names->len ? (const char *) g_ptr_array_index (names, i) : "the age");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/meaning", test_meaning);
  g_test_add_func ("/rule/wrong", test_wrong);
  g_test_add_func ("/rule/hostile", test_hostile);
  g_test_add_func ("/rule/list-answers", test_list_answers);
  g_test_add_func ("/rule/red-flags", test_red_flags);
  g_test_add_func ("/rule/silence", test_silence);
  g_test_add_func ("/rule/nothing-idle", test_nothing_idle);
  return g_test_run ();
}
