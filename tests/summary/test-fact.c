/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The few numbers at the head of a comparison: which way each went, and that no error is called a change. */

#include "bc-fact.h"

#include "bc-atlas.h"

#include <string.h>

#define NONE BC_NRS_UNKNOWN

/* What a visit says of a symptom: "" where it marks nothing, %NULL where it does not know it. */
typedef struct
{
  const char *clicked;
  int         now;
  int         worst;
  gboolean    resolved;
} Said;

typedef struct
{
  const char *name;
  Said        before[2];
  Said        after[2];
  struct
  {
    const char  *figures;
    const char  *note;
    BcDirection  direction;
  } facts[4]; /* intensity, extent, regions, symptoms; without figures: not looked at */
} Row;

static const Row rows[] = {
  { "less",
    { { "knee-anterior-left shin-left", 5, 8, FALSE }, { NULL, 0, 0, FALSE } },
    { { "shin-left", 3, 4, FALSE }, { NULL, 0, 0, FALSE } },
    { { "8 → 4", "−4, usually matters", BC_DIRECTION_LESS },
      { NULL, NULL, BC_DIRECTION_UNKNOWN },
      { "2 → 1", "1 gone", BC_DIRECTION_LESS },
      { "1", "unchanged", BC_DIRECTION_SAME } } },
  { "small",
    { { "shin-left", 5, 5, FALSE }, { NULL, 0, 0, FALSE } },
    { { "shin-left", 5, 6, FALSE }, { NULL, 0, 0, FALSE } },
    { { "5 → 6", "+1, a small change", BC_DIRECTION_UNSURE },
      { NULL, "unchanged", BC_DIRECTION_SAME },
      { "1", "unchanged", BC_DIRECTION_SAME },
      { "1", "unchanged", BC_DIRECTION_SAME } } },
  { "now where worst was not asked",
    { { "shin-left", 2, NONE, FALSE }, { NULL, 0, 0, FALSE } },
    { { "shin-left", 6, NONE, FALSE }, { NULL, 0, 0, FALSE } },
    { { "2 → 6", "+4, usually matters", BC_DIRECTION_MORE } } },
  { "moved",
    { { "shin-left", NONE, NONE, FALSE }, { NULL, 0, 0, FALSE } },
    { { "shin-right", NONE, NONE, FALSE }, { NULL, 0, 0, FALSE } },
    { { "–", "not rated at both visits", BC_DIRECTION_UNKNOWN },
      { NULL, NULL, BC_DIRECTION_UNKNOWN },
      { "1", "1 gone, 1 new", BC_DIRECTION_MOVED } } },
  { "resolved",
    { { "shin-left", 5, 7, FALSE }, { NULL, 0, 0, FALSE } },
    { { "", NONE, NONE, TRUE }, { NULL, 0, 0, FALSE } },
    { { "7 → –", "all marked as resolved", BC_DIRECTION_LESS },
      { NULL, "beyond drawing error", BC_DIRECTION_LESS },
      { "1 → 0", "1 gone", BC_DIRECTION_LESS },
      { "1 → 0", "P1 marked as resolved", BC_DIRECTION_LESS } } },
  { "one comes, one goes",
    { { "shin-left", 5, 7, FALSE }, { NULL, 0, 0, FALSE } },
    { { "", NONE, NONE, TRUE }, { "shin-right", 2, 3, FALSE } },
    { { "7 → 3", "−4, usually matters", BC_DIRECTION_LESS },
      { NULL, NULL, BC_DIRECTION_UNKNOWN },
      { "1", "1 gone, 1 new", BC_DIRECTION_MOVED },
      { "1", "P1 marked as resolved; P2 new", BC_DIRECTION_MOVED } } },
  /* P1 was the worst, and was not asked again: that P2 is at 3 does not say that all is less. */
  { "not rated again",
    { { "shin-left", NONE, 9, FALSE }, { "shin-right", NONE, 3, FALSE } },
    { { "shin-left", NONE, NONE, FALSE }, { "shin-right", NONE, 3, FALSE } },
    { { "3", "unchanged; without P1, not rated at both visits", BC_DIRECTION_SAME } } },
  { "not recorded",
    { { "shin-left", 5, 7, FALSE }, { NULL, 0, 0, FALSE } },
    { { NULL, 0, 0, FALSE }, { NULL, 0, 0, FALSE } },
    { { "7 → –", "not rated at both visits", BC_DIRECTION_UNKNOWN },
      { NULL, NULL, BC_DIRECTION_LESS },
      { "1 → 0", "1 gone", BC_DIRECTION_LESS },
      { "1 → 0", "P1 not recorded this time, nor marked as resolved", BC_DIRECTION_UNKNOWN } } },
};

static void
add_symptom (BcVisit    *visit,
             int         number,
             const Said *said)
{
  g_autoptr(BcSymptom) symptom = bc_symptom_new (number);
  g_auto(GStrv) ids = g_strsplit (said->clicked, " ", -1);

  for (guint i = 0; ids[i] != NULL && *ids[i] != '\0'; i++)
    {
      g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id (ids[i]), BC_ROLE_SITE);

      g_assert_cmpuint (bc_mark_get_region (mark), !=, BC_REGION_NONE);
      g_list_store_append (bc_symptom_get_marks (symptom), mark);
    }
  g_object_set (symptom, "now", said->now, "worst", said->worst, "resolved", (int) said->resolved, NULL);
  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *before = bc_chart_add_visit (chart, "2026-05-01");
  BcVisit *after = bc_chart_add_visit (chart, "2026-06-01");
  g_autoptr(BcComparison) comparison = NULL;
  g_autoptr(GPtrArray) facts = NULL;

  for (int i = 0; i < 2; i++)
    {
      if (row->before[i].clicked != NULL)
        add_symptom (before, i + 1, &row->before[i]);
      if (row->after[i].clicked != NULL)
        add_symptom (after, i + 1, &row->after[i]);
    }
  comparison = bc_compare_visits (chart, before, after, NULL);
  facts = bc_fact_list (comparison);
  g_assert_cmpuint (facts->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const BcFact *fact = g_ptr_array_index (facts, i);

      if (row->facts[i].figures != NULL)
        g_assert_cmpstr (fact->figures, ==, row->facts[i].figures);
      if (row->facts[i].note == NULL)
        continue;
      g_assert_nonnull (strstr (fact->note, row->facts[i].note));
      g_assert_cmpint (fact->direction, ==, row->facts[i].direction);
    }
}

/* A pain that is drawn again is the same pain: extent and regions are told to lie within the error. */
static void
test_redrawn (void)
{
  BcComparison comparison = { .symptoms = g_ptr_array_new () };
  g_autoptr(GPtrArray) facts = NULL;
  const BcFact *extent;
  const BcFact *regions;
  g_autofree char *words = NULL;

  comparison.skin = (BcSkinChange) { 358, 300, 0.022, 0.019, 0.5, TRUE, FALSE };
  comparison.regions.n[BC_CHANGE_EDGE] = 1;
  comparison.regions.n[BC_CHANGE_SAME] = 2;
  comparison.regions.n_before = 3;
  comparison.regions.n_after = 2;
  facts = bc_fact_list (&comparison);
  extent = g_ptr_array_index (facts, 1);
  regions = g_ptr_array_index (facts, 2);
  words = bc_fact_dup_words (extent);
  g_assert_cmpint (extent->direction, ==, BC_DIRECTION_UNSURE);
  g_assert_cmpstr (words, ==, "Pain extent: 2.2 → 1.9 % (within drawing error, 358 → 300 cm²)");
  g_assert_cmpint (regions->direction, ==, BC_DIRECTION_UNSURE);
  g_assert_cmpstr (regions->figures, ==, "3 → 2");
  g_assert_cmpstr (regions->note, ==, "within drawing error");
  g_ptr_array_unref (comparison.symptoms);
}

/* Each way has a sign of its own, so that nothing hangs on a colour. */
static void
test_signs (void)
{
  g_autoptr(GHashTable) signs = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < BC_N_DIRECTIONS; i++)
    g_assert_true (g_hash_table_add (signs, (gpointer) bc_direction_get_sign ((BcDirection) i)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fact/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/fact/redrawn", test_redrawn);
  g_test_add_func ("/fact/signs", test_signs);
  return g_test_run ();
}
