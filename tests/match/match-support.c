/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match-support.h"

static void
read_region (BcEvidence *evidence,
             const char *word,
             BcRole      role)
{
  g_auto(GStrv) parts = g_strsplit (word, ":", -1);
  BcRegion region = bc_region_from_id (parts[0]);
  g_autofree char *list = g_strjoinv (" ", parts + 1);
  guint qualities = 0;

  if (region == BC_REGION_NONE)
    g_error ("%s is no region", parts[0]);
  if (!bc_qualities_from_ids (list, &qualities))
    g_error ("%s are no qualities", list);
  bc_evidence_mark (evidence, region, qualities, role);
}

static void
read_factor (BcEvidence *evidence,
             const char *word)
{
  g_auto(GStrv) parts = g_strsplit (word, "=", 2);
  int value;

  if (!bc_terms_from_id (&bc_answer_terms, parts[1], &value))
    g_error ("%s is no answer", parts[1]);
  bc_evidence_answer (evidence, parts[0], value);
}

static void
set_depth (BcEvidence *evidence,
           gboolean    deep)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (evidence->share[region] > 0)
      (deep ? evidence->deep : evidence->superficial)[region] = TRUE;
}

static void
read_word (BcEvidence *evidence,
           const char *word)
{
  if (word[0] == '@')
    evidence->age = (int) g_ascii_strtoll (word + 1, NULL, 10);
  else if (word[0] == '+' || word[0] == '~')
    bc_evidence_answer (evidence, word + 1, word[0] == '+' ? BC_ANSWER_YES : BC_ANSWER_NO);
  else if (g_str_has_prefix (word, "now:"))
    evidence->now = (int) g_ascii_strtoll (word + strlen ("now:"), NULL, 10);
  else if (g_str_equal (word, "constant"))
    evidence->constant = TRUE;
  else if (g_str_equal (word, "female") || g_str_equal (word, "male"))
    evidence->sex = word[0] == 'f' ? BC_SEX_FEMALE : BC_SEX_MALE;
  else if (g_str_equal (word, "deep") || g_str_equal (word, "superficial"))
    set_depth (evidence, word[0] == 'd');
  else if (strchr (word, '=') != NULL)
    read_factor (evidence, word);
  else if (word[0] == '>')
    read_region (evidence, word + 1, BC_ROLE_RADIATION);
  else if (word[0] == '!')
    read_region (evidence, word + 1, BC_ROLE_CLEAR);
  else if (word[0] != '\0')
    read_region (evidence, word, BC_ROLE_SITE);
}

BcEvidence *
evidence_from_text (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  BcEvidence *evidence = bc_evidence_new ();

  for (guint i = 0; words[i] != NULL; i++)
    read_word (evidence, words[i]);
  return evidence;
}

static void
add_random_answers (BcEvidence   *evidence,
                    const BcMaps *maps,
                    GRand        *random)
{
  for (int i = g_rand_int_range (random, 0, 6); i > 0; i--)
    {
      const BcDiscriminator *row;
      const BcFactor *factor;

      row = g_ptr_array_index (maps->discriminators, g_rand_int_range (random, 0, (int) maps->discriminators->len));
      bc_evidence_answer (evidence, row->id, g_rand_boolean (random) ? BC_ANSWER_YES : BC_ANSWER_NO);
      factor = g_ptr_array_index (maps->factors, g_rand_int_range (random, 0, (int) maps->factors->len));
      bc_evidence_answer (evidence, factor->id,
                          g_rand_int_range (random, BC_ANSWER_AGGRAVATES, BC_ANSWER_NO_EFFECT + 1));
    }
}

BcEvidence *
random_evidence (guint32 seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  BcEvidence *evidence = bc_evidence_new ();

  for (int i = g_rand_int_range (random, 1, 16); i > 0; i--)
    {
      BcRegion region = (BcRegion) g_rand_int_range (random, 1, BC_N_REGIONS + 1);
      BcRole role = g_rand_int_range (random, BC_ROLE_SITE, BC_ROLE_CLEAR + 1);

      bc_evidence_mark (evidence, region, (guint) g_rand_int_range (random, 0, BC_QUALITY_ALL + 1), role);
      if (role == BC_ROLE_CLEAR)
        continue;
      evidence->nrs[region] = (gint8) g_rand_int_range (random, BC_NRS_UNKNOWN, BC_NRS_MAX + 1);
      evidence->deep[region] = g_rand_boolean (random);
      evidence->superficial[region] = g_rand_boolean (random);
      evidence->share[region] = g_rand_double_range (random, 0.05, 1);
      evidence->clarity[region] = g_rand_double (random);
    }
  if (g_rand_boolean (random))
    evidence->age = g_rand_int_range (random, 2, 95);
  add_random_answers (evidence, bc_maps_get_default (), random);
  evidence->sex = seed % 3 == 0 ? BC_SEX_UNKNOWN : seed % 3 == 1 ? BC_SEX_FEMALE : BC_SEX_MALE;
  return evidence;
}

BcEvidence *
mirror_evidence (const BcEvidence *evidence)
{
  BcEvidence *mirrored = bc_evidence_new ();
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion to = bc_region_mirror ((BcRegion) i);

      mirrored->share[to] = evidence->share[i];
      mirrored->clarity[to] = evidence->clarity[i];
      mirrored->nrs[to] = evidence->nrs[i];
      mirrored->qualities[to] = evidence->qualities[i];
      mirrored->site[to] = evidence->site[i];
      mirrored->radiation[to] = evidence->radiation[i];
      mirrored->clear[to] = evidence->clear[i];
      mirrored->deep[to] = evidence->deep[i];
      mirrored->superficial[to] = evidence->superficial[i];
    }
  mirrored->age = evidence->age;
  mirrored->sex = evidence->sex;
  g_hash_table_iter_init (&iter, evidence->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    bc_evidence_answer (mirrored, id, GPOINTER_TO_INT (value));
  return mirrored;
}

gboolean
has_region (const GArray *regions,
            BcRegion      region)
{
  for (guint i = 0; i < regions->len; i++)
    if (g_array_index (regions, BcRegion, i) == region)
      return TRUE;
  return FALSE;
}

int
rank_of (const BcFindings *findings,
         const char       *patterns)
{
  g_auto(GStrv) wanted = g_strsplit (patterns, " ", -1);

  for (guint i = 0; i < findings->findings->len; i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings->findings, i);

      if (g_strv_contains ((const char * const *) wanted, finding->pattern->id))
        return (int) i;
    }
  return -1;
}

gboolean
has_flag (const BcFindings *findings,
          const char       *id)
{
  for (guint i = 0; i < findings->red_flags->len; i++)
    if (g_str_equal (((const BcRedFlag *) g_ptr_array_index (findings->red_flags, i))->id, id))
      return TRUE;
  return FALSE;
}

gboolean
asks (const BcFindings *findings,
      const char       *id)
{
  for (guint i = 0; i < findings->questions->len; i++)
    if (g_str_equal (g_array_index (findings->questions, BcQuestion, i).id, id))
      return TRUE;
  return FALSE;
}

double
score_of (const char *text,
          const char *pattern,
          BcSide      side)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);
  g_autoptr(BcFinding) finding = bc_match_explain (evidence, bc_maps_get_default (), pattern, side);

  g_assert_nonnull (finding);
  return finding->score;
}
