/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "bc-comparison.h"
#include "bc-trend.h"
#include "bc-coverage.h"
#include "match-support.h"

#include <string.h>

/* What each sample chart was drawn for. The first of the patterns is meant, the others stand for the same thing. */
static const struct
{
  const char *file;
  const char *patterns;
  const char *side;
} samples[] = {
  { "cauda-equina-red-flag", "rf-cauda-equina", "both" },
  { "compensatory-back-pain", "comp-lbp-knee comp-lbp-gait", "left" },
  { "facet-joint-right", "facet-lumbar facet-l4-5 facet-l3-4 facet-l5-s1", "right" },
  { "freehand-sciatica", "root-s1", "left" },
  { "neurogenic-claudication", "ncl-central", "both" },
  { "radiculopathy-l2-right", "root-l2", "right" },
  { "radiculopathy-l3-left", "root-l3", "left" },
  { "radiculopathy-l4-right", "root-l4", "right" },
  { "radiculopathy-s2-right", "root-s2-s4 derm-s2", "right" },
  { "sacroiliac-both-sides", "sij-bilateral sij", "both" },
  { "sacroiliac-right", "sij", "right" },
  { "sciatica-l5-right", "root-l5", "right" },
  { "sciatica-s1-left", "root-s1", "left" },
  { "trigger-points-gluteus-maximus-right", "mf-gluteus-maximus", "right" },
  { "trigger-points-gluteus-medius-left", "mf-gluteus-medius", "left" },
  { "trigger-points-gluteus-minimus-right", "mf-gluteus-minimus-ant", "right" },
  { "trigger-points-hamstrings-left", "mf-biceps-femoris mf-semitendinosus", "left" },
  { "trigger-points-iliocostalis-left", "mf-iliocostalis-lumborum", "left" },
  { "trigger-points-iliopsoas-left", "mf-iliopsoas", "left" },
  { "trigger-points-longissimus-right", "mf-longissimus", "right" },
  { "trigger-points-multifidus-right", "mf-multifidus-lumbar", "right" },
  { "trigger-points-piriformis-right", "mf-piriformis pn-deep-gluteal", "right" },
  { "trigger-points-quadratus-lumborum-left", "mf-quadratus-lumborum", "left" },
  { "trigger-points-tensor-fasciae-latae-right", "mf-tfl", "right" },
};

#define FIVE_VISITS "sciatica-five-visits"

static BcChart *
load_sample (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, BC_CHART_SUFFIX, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples", file_name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BcChart *chart = bc_chart_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return chart;
}

static BcFindings *
match_sample (const char *name)
{
  g_autoptr(BcChart) chart = load_sample (name);
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (chart, bc_chart_get_last_visit (chart));

  return bc_match (evidence, bc_maps_get_default ());
}

static void
check_covers (BcStroke *stroke)
{
  const BcView *view = bc_atlas_get_view (bc_stroke_get_figure (stroke), bc_stroke_get_view (stroke));
  guint n_points;
  guint n_covers;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);
  g_autoptr(GArray) measured = bc_coverage_measure (view, points, n_points, bc_stroke_get_width (stroke));

  g_assert_cmpuint (measured->len, ==, n_covers);
  for (guint i = 0; i < n_covers; i++)
    {
      const BcCover *now = &g_array_index (measured, BcCover, i);

      g_assert_cmpuint (now->region, ==, covers[i].region);
      /* It was measured before its points were rounded to a tenth of a millimetre. */
      g_assert_cmpfloat_with_epsilon (now->share, covers[i].share, 0.01);
      g_assert_cmpfloat_with_epsilon (now->part, covers[i].part, 0.01);
    }
}

static void
test_sample (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(BcFindings) findings = match_sample (samples[i].file);
  int rank = rank_of (findings, samples[i].patterns);
  const BcFinding *finding;

  for (guint k = 0; k < MIN (4, findings->findings->len); k++)
    {
      finding = g_ptr_array_index (findings->findings, k);
      g_test_message ("%u. %s %s %.2f", k + 1, finding->pattern->id, bc_side_get_id (finding->side), finding->share);
    }
  g_assert_cmpint (rank, ==, 0);
  finding = g_ptr_array_index (findings->findings, 0);
  g_assert_cmpstr (bc_side_get_id (finding->side), ==, samples[i].side);
  g_assert_cmpfloat (findings->no_fit_share, <, finding->share);
}

static void
test_no_pattern (void)
{
  g_autoptr(BcFindings) findings = match_sample ("no-pattern");
  const BcFinding *first = g_ptr_array_index (findings->findings, 0);

  g_assert_cmpfloat (findings->no_fit_share, >, first->share);
}

static void
test_red_flag (void)
{
  g_autoptr(BcFindings) findings = match_sample ("cauda-equina-red-flag");
  g_autoptr(BcFindings) harmless = match_sample ("sciatica-l5-right");

  g_assert_true (has_flag (findings, "rf-ces-1"));
  g_assert_cmpuint (harmless->red_flags->len, ==, 0);
}

/* A patient who gets better over five visits: at the second nothing but the drawing changes, and later all that counts. */
static void
test_five_visits (void)
{
  g_autoptr(BcChart) chart = load_sample (FIVE_VISITS);
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  g_autoptr(BcVisit) first = g_list_model_get_item (visits, 0);
  g_autoptr(BcVisit) second = g_list_model_get_item (visits, 1);
  g_autoptr(BcComparison) redrawn = bc_compare_visits (chart, first, second, bc_maps_get_default ());
  g_autoptr(BcComparison) whole = bc_compare_visits (chart, first, bc_chart_get_last_visit (chart), NULL);
  g_autoptr(BcTrend) trend = bc_trend_new (chart, NULL);

  g_assert_cmpuint (trend->visits->len, ==, 5);
  for (guint i = 1; i < trend->visits->len; i++)
    g_assert_cmpfloat (g_array_index (trend->visits, BcTrendVisit, i).cm2, <,
                       g_array_index (trend->visits, BcTrendVisit, i - 1).cm2);
  g_assert_nonnull (redrawn->first_before);
  g_assert_cmpstr (redrawn->first_before->pattern->id, ==, "root-s1");
  g_assert_cmpint (redrawn->first_before->side, ==, BC_SIDE_RIGHT);
  g_assert_false (redrawn->skin.certain);
  g_assert_true (whole->skin.certain);
  g_assert_cmpint (((BcSymptomChange *) g_ptr_array_index (whole->symptoms, 1))->fate, ==, BC_FATE_RESOLVED);
}

/* A sample that is not in the table is one that nobody looked at. */
static void
test_all_known (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      gboolean known = !g_str_has_suffix (name, BC_CHART_SUFFIX) || g_str_equal (name, "no-pattern" BC_CHART_SUFFIX)
                       || g_str_equal (name, FIVE_VISITS BC_CHART_SUFFIX);

      for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
        known |= g_str_has_prefix (name, samples[i].file) && name[strlen (samples[i].file)] == '.';
      if (!known)
        g_error ("%s: no test says what it shows", name);
    }
}

/* What the strokes of a sample say they cover is what they cover, so nobody need draw to match it. */
static void
test_covers (void)
{
  g_autoptr(BcChart) chart = load_sample ("freehand-sciatica");
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (bc_chart_get_last_visit (chart)));
  guint n_strokes = 0;

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      g_autoptr(BcStroke) stroke = NULL;

      for (guint k = 0; (stroke = g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_strokes (symptom)), k)); k++)
        {
          check_covers (stroke);
          n_strokes++;
          g_clear_object (&stroke);
        }
    }
  g_assert_cmpuint (n_strokes, >=, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/samples/%s", samples[i].file);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sample);
    }
  g_test_add_func ("/samples/no-pattern", test_no_pattern);
  g_test_add_func ("/samples/five-visits", test_five_visits);
  g_test_add_func ("/samples/covers", test_covers);
  g_test_add_func ("/samples/red-flag", test_red_flag);
  g_test_add_func ("/samples/all-known", test_all_known);
  return g_test_run ();
}
