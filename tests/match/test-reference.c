/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The matcher says what docs/matcher.md says: a reference that was written from the document alone, in plain loops
 * without tables, gives the same scores and shares on every case, every sample and on charts at random.
 */

#include "bc-chart-file.h"
#include "bc-csv-import.h"
#include "match-support.h"
#include "reference-matcher.h"

#include <math.h>

#define N_RANDOM 60
/* The matcher's tables are in single precision. */
#define CLOSE 1e-6

static void
assert_close (double      found,
              double      wanted,
              const char *what,
              const char *chart)
{
  if (!(fabs (found - wanted) < CLOSE))
    g_error ("%s: %s is %.9f, by the reference %.9f", chart, what, found, wanted);
}

static void
compare_findings (const BcFindings     *findings,
                  const ReferenceMatch *reference,
                  const char           *chart)
{
  for (guint i = 0; i < findings->findings->len; i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings->findings, i);
      const ReferenceSource *source = reference_find (reference, finding);

      g_assert_true (source->possible);
      assert_close (finding->score, source->score, finding->pattern->id, chart);
      assert_close (finding->share, source->share, "its share", chart);
      assert_close (finding->group_share, source->group_share, "the share of its group", chart);
    }
  assert_close (findings->no_fit_share, reference->no_fit_share, "the share of no fit", chart);
  if (findings->pair == NULL)
    return;
  assert_close (findings->pair->score, reference->pair, "the pair", chart);
  assert_close (findings->pair->share, reference->pair_share, "the share of the pair", chart);
}

/* Nothing that scores higher than the last finding is kept back, unless it is a guise of one that is told. */
static void
compare_order (const BcFindings     *findings,
               const ReferenceMatch *reference)
{
  const BcFinding *last = g_ptr_array_index (findings->findings, findings->findings->len - 1);
  const BcFinding *first = g_ptr_array_index (findings->findings, 0);
  guint n_better = 0;

  for (guint i = 0; i < reference->sources->len; i++)
    {
      const ReferenceSource *source = &g_array_index (reference->sources, ReferenceSource, i);

      if (!source->possible)
        continue;
      g_assert_cmpfloat (source->score, <, first->score + CLOSE);
      n_better += source->score > last->score + CLOSE;
    }
  g_assert_cmpuint (n_better + 1, >=, findings->findings->len);
}

static void
compare (const BcEvidence *evidence,
         const char       *chart)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcFindings) findings = bc_match (evidence, maps);
  g_autoptr(ReferenceMatch) reference = NULL;

  if (bc_evidence_count (evidence) == 0)
    return;
  reference = reference_match (evidence, maps, findings->pair);
  g_assert_cmpuint (findings->findings->len, >, 0);
  compare_findings (findings, reference, chart);
  compare_order (findings, reference);
}

static GBytes *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, size);
}

static void
test_cases (gconstpointer folder)
{
  g_autoptr(GBytes) marks = read_file (folder, "marks.csv");
  g_autoptr(GBytes) answers = read_file (folder, "answers.csv");
  g_autoptr(GBytes) patients = read_file (folder, "patients.csv");
  g_autoptr(GPtrArray) cases = NULL;
  g_autoptr(GError) error = NULL;

  cases = bc_import_csv (marks, "marks.csv", answers, "answers.csv", patients, "patients.csv", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, >=, 100);
  for (guint i = 0; i < cases->len; i++)
    {
      const BcImportCase *one = g_ptr_array_index (cases, i);
      g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (one->chart, bc_chart_get_last_visit (one->chart));

      compare (evidence, one->name);
    }
}

static void
test_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(BcChart) chart = NULL;
      g_autoptr(BcEvidence) evidence = NULL;

      if (!g_str_has_suffix (name, ".bodychart"))
        continue;
      bytes = read_file ("../resources/samples", name);
      chart = bc_chart_parse (bytes, name, &error);
      g_assert_no_error (error);
      evidence = bc_evidence_from_visit (chart, bc_chart_get_last_visit (chart));
      compare (evidence, name);
    }
}

static void
test_random (void)
{
  for (guint32 seed = 0; seed < N_RANDOM; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autofree char *name = g_strdup_printf ("seed %u", seed);

      compare (evidence, name);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reference/cases", "cases", test_cases);
  g_test_add_data_func ("/reference/older-cases", "match/cases", test_cases);
  g_test_add_func ("/reference/samples", test_samples);
  g_test_add_func ("/reference/random", test_random);
  return g_test_run ();
}
