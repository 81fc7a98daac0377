/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patient's copy of every sample holds nothing that is for colleagues. Runs once in English and once in German, where
 * LANGUAGE says so. */
#include "bc-chart-file.h"
#include "bc-edit.h"
#include "bc-i18n.h"
#include "summary-charts.h"

#include <string.h>

/* Written where only colleagues read. */
#define SECRET "Forcolleaguesonly"

/* Ticks the first findings, and writes into every field that is for colleagues. */
static void
write_for_colleagues (BcChart *chart,
                      BcVisit *visit)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (chart, visit);
  g_autoptr(BcFindings) findings = bc_match (evidence, bc_maps_get_default ());
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < MIN (findings->findings->len, 5); i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings->findings, i);

      bc_edit_set_ticked (chart, visit, finding->pattern->id, finding->side, TRUE);
    }
  for (guint i = 0; i < findings->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (findings->red_flags, i);

      bc_edit_set_flag_action (chart, visit, flag->id, BC_ACTION_REFERRED, SECRET, "2026-11-20T09:30:00+01:00", SECRET,
                               FALSE, NULL);
    }
  g_object_set (visit, "notes", SECRET, "plan", SECRET, "relation", SECRET, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      g_object_set (symptom, "notes", SECRET, NULL);
    }
}

/* Nothing of the maps: neither a source of pain, nor a danger, nor a question that tells them apart. */
static void
assert_no_map (const char *text)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->patterns->len; i++)
    assert_lacks (text, ((const BcPattern *) g_ptr_array_index (maps->patterns, i))->name);
  for (guint i = 0; i < maps->red_flags->len; i++)
    assert_lacks (text, ((const BcRedFlag *) g_ptr_array_index (maps->red_flags, i))->meaning);
  for (guint i = 0; i < maps->discriminators->len; i++)
    assert_lacks (text, ((const BcDiscriminator *) g_ptr_array_index (maps->discriminators, i))->question);
}

/* Texts of the other papers, in the language of the run. */
static void
assert_no_colleague (const char *text)
{
  assert_lacks (text, SECRET);
  assert_lacks (text, _("Findings chosen by the clinician"));
  assert_lacks (text, _("Questions and tests"));
  assert_lacks (text, _("Scores from the chart"));
  assert_lacks (text, _("Pain extent"));
  assert_lacks (text, "Widespread Pain");
  assert_lacks (text, ngettext_ ("Red flag: consider and act", "Red flags: consider and act", 1));
  assert_lacks (text, ngettext_ ("Red flag: consider and act", "Red flags: consider and act", 2));
  assert_no_map (text);
}

static void
check_visit (BcChart *chart,
             BcVisit *visit,
             guint    n_before)
{
  g_autofree char *session = NULL;
  g_autofree char *text = NULL;

  write_for_colleagues (chart, visit);
  text = dup_kind_text (chart, visit, BC_SUMMARY_PATIENT);
  if (text == NULL)
    return;
  if (n_before == 0) /* it would have been found */
    {
      session = dup_kind_text (chart, visit, BC_SUMMARY_SESSION);
      assert_has (session, SECRET);
      assert_has (session, _("Findings chosen by the clinician"));
      assert_has (session, _("Pain extent"));
    }
  assert_has (text, _("Your symptoms"));
  assert_no_colleague (text);
}

static guint
check_chart (const char *path,
             guint       n_before)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = bc_chart_load (file, NULL, NULL, &error);
  GListModel *visits;
  guint n_visits;

  g_assert_no_error (error);
  visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  n_visits = g_list_model_get_n_items (visits);
  for (guint i = 0; i < n_visits; i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);

      check_visit (chart, visit, n_before + i);
    }
  return n_visits;
}

static void
test_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) samples = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_visits = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (samples)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, BC_CHART_SUFFIX))
        n_visits += check_chart (path, n_visits);
    }
  g_assert_cmpuint (n_visits, >=, 30);
}

/* The run in German is one. */
static void
test_language (void)
{
  gboolean german = g_strcmp0 (g_getenv ("LANGUAGE"), "de") == 0;

  g_assert_cmpstr (_("Your symptoms"), ==, german ? "Ihre Beschwerden" : "Your symptoms");
}

int
main (int    argc,
      char **argv)
{
  bc_i18n_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patient-copy/language", test_language);
  g_test_add_func ("/patient-copy/samples", test_samples);
  return g_test_run ();
}
