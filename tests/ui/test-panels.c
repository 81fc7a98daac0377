/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The side panels and the red-flag bar against the model. */

#include "bc-edit.h"
#include "bc-finding-groups.h"
#include "bc-finding-row.h"
#include "bc-findings-panel.h"
#include "bc-patient-panel.h"
#include "bc-question-row.h"
#include "bc-questions-panel.h"
#include "bc-red-flag-bar.h"
#include "ui-support.h"

#include <adwaita.h>

/* Pain from the buttock down the outer leg to the top of the foot, with tingling at the great toe. */
static const char *const l5_regions[] = { "buttock-upper-right", "thigh-lateral-upper-right",
                                          "thigh-lateral-lower-right", "leg-lateral-right",
                                          "foot-dorsum-medial-right", "great-toe-right" };

static BcChart *
new_l5_chart (void)
{
  BcChart *chart = ui_chart_new (BC_FIGURE_ADULT_FEMALE);
  BcVisit *visit = bc_chart_get_last_visit (chart);
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);

  for (guint i = 0; i < G_N_ELEMENTS (l5_regions); i++)
    bc_edit_toggle_region (chart, visit, symptom, bc_region_from_id (l5_regions[i]),
                           i == 0 ? BC_ROLE_SITE : BC_ROLE_RADIATION);
  bc_edit_toggle_quality (chart, symptom, BC_QUALITY_TINGLING);
  return chart;
}

static BcFindings *
match (BcChart *chart)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (chart, bc_chart_get_last_visit (chart));

  return bc_match (evidence, bc_maps_get_default ());
}

static GtkWidget *
find_type (GtkWidget *root,
           GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_type (GtkWidget *root,
            GType      type)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += (g_type_is_a (G_OBJECT_TYPE (child), type) && gtk_widget_get_visible (child)) + count_type (child, type);
  return n;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_findings (void)
{
  g_autoptr(BcChart) chart = new_l5_chart ();
  BcVisit *visit = bc_chart_get_last_visit (chart);
  BcFindings *findings = match (chart);
  GtkWidget *panel = bc_findings_panel_new ();
  GtkWidget *window = ui_window_show (panel, 400, 700);
  GtkWidget *row;
  GtkWidget *tick;
  guint selected = 0;

  bc_findings_panel_set_chart (BC_FINDINGS_PANEL (panel), chart, visit);
  bc_findings_panel_set_findings (BC_FINDINGS_PANEL (panel), findings, NULL);
  g_signal_connect_swapped (panel, "selected", G_CALLBACK (count_cb), &selected);
  g_assert_cmpuint (count_type (panel, BC_TYPE_FINDING_ROW), >=, 4);
  g_assert_null (bc_findings_panel_get_selected (BC_FINDINGS_PANEL (panel)));

  row = find_type (panel, BC_TYPE_FINDING_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpuint (selected, ==, 1);
  g_assert_cmpstr (bc_findings_panel_get_selected (BC_FINDINGS_PANEL (panel))->pattern->id, ==, "root-l5");

  tick = find_type (row, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), TRUE);
  g_assert_true (bc_visit_is_ticked (visit, "root-l5", BC_SIDE_RIGHT));
  bc_history_undo (bc_chart_get_history (chart));
  g_assert_false (bc_visit_is_ticked (visit, "root-l5", BC_SIDE_RIGHT));

  /* The choice outlives new findings, and so does the place of the keyboard: a tick makes the rows anew. */
  gtk_widget_grab_focus (tick);
  bc_findings_panel_set_findings (BC_FINDINGS_PANEL (panel), findings, NULL);
  row = find_type (panel, BC_TYPE_FINDING_ROW);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (panel)) == find_type (row, GTK_TYPE_CHECK_BUTTON));

  g_assert_cmpstr (bc_findings_panel_get_selected (BC_FINDINGS_PANEL (panel))->pattern->id, ==, "root-l5");

  /* Hiding shows not one of them. */
  bc_findings_panel_set_findings (BC_FINDINGS_PANEL (panel), NULL, NULL);
  g_assert_cmpuint (count_type (panel, BC_TYPE_FINDING_ROW), ==, 0);

  g_object_add_weak_pointer (G_OBJECT (panel), (gpointer *) &panel);
  ui_window_close (window);
  g_assert_null (panel);
  bc_findings_free (findings);
}

static gboolean
shows_label (GtkWidget  *root,
             const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_label (GTK_LABEL (child)), text))
        || shows_label (child, text))
      return TRUE;
  return FALSE;
}

/* Two sources at once are an outcome of their own, and named. */
static void
test_pair (void)
{
  static const char *const regions[] = { "knee-medial-right", "knee-anterior-right", "nape-lower-left",
                                         "shoulder-top-left", "scapula-upper-left" };
  g_autoptr(BcChart) chart = ui_chart_new (BC_FIGURE_ADULT_FEMALE);
  BcVisit *visit = bc_chart_get_last_visit (chart);
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);
  g_autoptr(BcFindings) findings = NULL;
  g_autofree char *name = NULL;
  GtkWidget *panel = bc_findings_panel_new ();
  GtkWidget *window = ui_window_show (panel, 400, 700);

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    bc_edit_toggle_region (chart, visit, symptom, bc_region_from_id (regions[i]), BC_ROLE_SITE);
  bc_edit_set_answer (chart, visit, "d-tender-joint-line", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "stairs", BC_ANSWER_AGGRAVATES);
  bc_edit_set_answer (chart, visit, "d-tender-facet-neck", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "d-neck-moves-neck", BC_ANSWER_YES);
  findings = match (chart);
  g_assert_nonnull (findings->pair);
  name = bc_pair_dup_name (findings->pair);
  bc_findings_panel_set_chart (BC_FINDINGS_PANEL (panel), chart, visit);
  bc_findings_panel_set_findings (BC_FINDINGS_PANEL (panel), findings, NULL);
  g_assert_true (shows_label (panel, name));
  bc_findings_panel_set_findings (BC_FINDINGS_PANEL (panel), NULL, NULL);
  g_assert_false (shows_label (panel, name));
  ui_window_close (window);
}

/* Every finding is in one group, a group has one side, and none is lost or doubled. */
static void
test_groups (void)
{
  g_autoptr(BcChart) chart = new_l5_chart ();
  g_autoptr(BcFindings) findings = match (chart);
  g_autoptr(GPtrArray) groups = bc_findings_group (findings, bc_maps_get_default (), G_MAXUINT);
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint g = 0; g < groups->len; g++)
    {
      GPtrArray *group = g_ptr_array_index (groups, g);
      const BcFinding *first = g_ptr_array_index (group, 0);

      for (guint i = 0; i < group->len; i++)
        {
          const BcFinding *finding = g_ptr_array_index (group, i);

          g_assert_cmpint (finding->side, ==, first->side);
          g_assert_true (g_hash_table_add (seen, (gpointer) finding));
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, findings->findings->len);
}

static GtkWidget *
find_question (GtkWidget  *root,
               const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (BC_IS_QUESTION_ROW (child))
        found = g_str_equal (bc_question_row_get_id (BC_QUESTION_ROW (child)), id) ? child : NULL;
      else
        found = find_question (child, id);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The questions of the issue that this program grew from must be at hand for a sciatic leg, without a search. */
static void
test_questions (void)
{
  static const char *const wanted[] = { "sitting", "cough-sneeze", "d-slr", "bladder-retention", "saddle-numb" };
  g_autoptr(BcChart) chart = new_l5_chart ();
  BcVisit *visit = bc_chart_get_last_visit (chart);
  BcFindings *findings = match (chart);
  GtkWidget *panel = bc_questions_panel_new ();
  GtkWidget *window;
  GtkWidget *row;

  bc_questions_panel_set_chart (BC_QUESTIONS_PANEL (panel), chart, visit);
  window = ui_window_show (panel, 400, 700);
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (panel), findings);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      row = find_question (panel, wanted[i]);
      g_assert_nonnull (row);
      g_assert_true (gtk_widget_get_visible (row));
    }

  row = find_question (panel, "d-slr");
  g_signal_emit_by_name (find_type (row, GTK_TYPE_TOGGLE_BUTTON), "clicked");
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_YES);
  bc_history_undo (bc_chart_get_history (chart));
  g_assert_cmpint (bc_visit_get_answer (visit, "d-slr"), ==, BC_ANSWER_NONE);
  g_assert_cmpint (bc_question_row_get_value (BC_QUESTION_ROW (row)), ==, BC_ANSWER_NONE);

  g_object_add_weak_pointer (G_OBJECT (panel), (gpointer *) &panel);
  ui_window_close (window);
  g_assert_null (panel);
  bc_findings_free (findings);
}

static const BcQuestion *
find_asked (const BcFindings *findings,
            const char       *id)
{
  for (guint i = 0; i < findings->questions->len; i++)
    if (g_str_equal (g_array_index (findings->questions, BcQuestion, i).id, id))
      return &g_array_index (findings->questions, BcQuestion, i);
  g_error ("%s is not asked", id);
}

/* What to ask next says why, and how to test it; what was opened stays open while the chart changes. */
static void
test_ask_next (void)
{
  g_autoptr(BcChart) chart = new_l5_chart ();
  BcVisit *visit = bc_chart_get_last_visit (chart);
  BcFindings *findings = match (chart);
  const BcQuestion *question = find_asked (findings, "d-slr");
  g_autofree char *directions = bc_question_dup_directions (question);
  GtkWidget *panel = bc_questions_panel_new ();
  GtkWidget *window;
  GtkWidget *row;
  GtkWidget *expander;

  bc_questions_panel_set_chart (BC_QUESTIONS_PANEL (panel), chart, visit);
  window = ui_window_show (panel, 400, 700);
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (panel), findings);
  row = find_question (panel, "d-slr");
  g_assert_cmpstr (bc_question_row_get_reason (BC_QUESTION_ROW (row)), ==, directions);
  expander = find_type (row, GTK_TYPE_EXPANDER);
  g_assert_nonnull (expander);
  g_assert_cmpstr (gtk_expander_get_label (GTK_EXPANDER (expander)), ==, "How to test · moderate load");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_expander_get_child (GTK_EXPANDER (expander)))), ==, question->how);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How to test · moderate load: Raising the straight leg reproduces the leg pain "
                                       "below the knee");

  /* By keyboard: the focus gets there, and Enter or Space opens it. */
  g_assert_true (gtk_widget_grab_focus (expander));
  g_assert_true (gtk_widget_activate (expander));
  g_assert_true (bc_question_row_get_open (BC_QUESTION_ROW (row)));
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (panel), findings);
  row = find_question (panel, "d-slr");
  g_assert_true (bc_question_row_get_open (BC_QUESTION_ROW (row)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), row));

  ui_window_close (window);
  bc_findings_free (findings);
}

/* A question that is only asked has nothing to open; one that a red flag waits for names it. */
static void
test_ask_next_red_flag (void)
{
  g_autoptr(BcChart) chart = new_l5_chart ();
  BcVisit *visit = bc_chart_get_last_visit (chart);
  BcFindings *findings = match (chart);
  const BcQuestion *last = &g_array_index (findings->questions, BcQuestion, findings->questions->len - 1);
  GtkWidget *panel = bc_questions_panel_new ();
  GtkWidget *window;
  GtkWidget *row;

  g_assert_cmpint (last->kind, ==, BC_QUESTION_RED_FLAG);
  bc_questions_panel_set_chart (BC_QUESTIONS_PANEL (panel), chart, visit);
  window = ui_window_show (panel, 400, 700);
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (panel), findings);
  row = find_question (panel, last->id);
  g_assert_nonnull (strstr (bc_question_row_get_reason (BC_QUESTION_ROW (row)), last->flag->meaning));
  g_assert_null (find_type (row, GTK_TYPE_EXPANDER));
  bc_question_row_set_open (BC_QUESTION_ROW (row), TRUE);
  g_assert_false (bc_question_row_get_open (BC_QUESTION_ROW (row)));

  ui_window_close (window);
  bc_findings_free (findings);
}

static gboolean
shows_text (GtkWidget  *root,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text)
         && gtk_widget_is_visible (child))
        || shows_text (child, text))
      return TRUE;
  return FALSE;
}

/* That gentle tests stand first is said, and why, only while it is so. */
static void
test_irritable (void)
{
  static const char *const line = "Irritable (7 or more of 10 now, constant): gentle tests first";
  g_autoptr(BcChart) chart = new_l5_chart ();
  BcVisit *visit = bc_chart_get_last_visit (chart);
  g_autoptr(BcSymptom) symptom = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_symptoms (visit)), 0);
  BcFindings *calm = match (chart);
  BcFindings *irritable;
  GtkWidget *panel = bc_questions_panel_new ();
  GtkWidget *window;

  g_object_set (symptom, "now", 8, "constancy", BC_CONSTANCY_CONSTANT, NULL);
  irritable = match (chart);
  bc_questions_panel_set_chart (BC_QUESTIONS_PANEL (panel), chart, visit);
  window = ui_window_show (panel, 400, 700);
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (panel), irritable);
  g_assert_true (shows_text (panel, line));
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (panel), calm);
  g_assert_false (shows_text (panel, line));
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (panel), irritable);
  bc_questions_panel_set_findings (BC_QUESTIONS_PANEL (panel), NULL);
  g_assert_false (shows_text (panel, line));

  ui_window_close (window);
  bc_findings_free (calm);
  bc_findings_free (irritable);
}

static GtkWidget *
find_entry (GtkWidget  *root,
            const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child, title);

      if (ADW_IS_ENTRY_ROW (child)
          && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title))
        return child;
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_patient (void)
{
  g_autoptr(BcChart) chart = ui_chart_new (BC_FIGURE_ADULT_FEMALE);
  GtkWidget *panel = bc_patient_panel_new ();
  GtkWidget *window = ui_window_show (panel, 400, 700);
  GtkWidget *name = find_entry (panel, "Name");
  GtkWidget *birth = find_entry (panel, "Date of birth");
  BcHistory *history = bc_chart_get_history (chart);

  bc_patient_panel_set_chart (BC_PATIENT_PANEL (panel), chart, bc_chart_get_last_visit (chart));
  gtk_editable_set_text (GTK_EDITABLE (name), "Ada <Example> & Co");
  g_assert_cmpstr (bc_chart_get_name (chart), ==, "Ada <Example> & Co");
  gtk_editable_set_text (GTK_EDITABLE (birth), "1971-02-03");
  bc_patient_panel_commit (BC_PATIENT_PANEL (panel));
  g_assert_cmpstr (bc_chart_get_birth_date (chart), ==, "1971-02-03");

  /* What cannot be read is shown as wrong and leaves the chart as it was. */
  gtk_editable_set_text (GTK_EDITABLE (birth), "tomorrow");
  bc_patient_panel_commit (BC_PATIENT_PANEL (panel));
  g_assert_cmpstr (bc_chart_get_birth_date (chart), ==, "1971-02-03");
  g_assert_true (gtk_widget_has_css_class (birth, "error"));

  while (bc_history_can_undo (history))
    bc_history_undo (history);
  g_assert_cmpstr (bc_chart_get_name (chart), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "");

  g_object_add_weak_pointer (G_OBJECT (panel), (gpointer *) &panel);
  ui_window_close (window);
  g_assert_null (panel);
}

static void
test_red_flags (void)
{
  g_autoptr(BcChart) chart = new_l5_chart ();
  BcVisit *visit = bc_chart_get_last_visit (chart);
  g_autoptr(BcFindings) calm = match (chart);
  g_autoptr(BcFindings) alarmed = NULL;
  GtkWidget *bar = bc_red_flag_bar_new ();
  GtkWidget *window;

  bc_edit_set_answer (chart, visit, "saddle-numb", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "bladder-retention", BC_ANSWER_YES);
  alarmed = match (chart);
  window = ui_window_show (bar, 500, 100);

  bc_red_flag_bar_set_flags (BC_RED_FLAG_BAR (bar), alarmed->red_flags);
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_nonnull (find_type (bar, GTK_TYPE_IMAGE));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, "Cauda equina syndrome");

  bc_red_flag_bar_set_flags (BC_RED_FLAG_BAR (bar), calm->red_flags);
  g_assert_false (gtk_widget_get_visible (bar));
  ui_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);

  g_test_add_func ("/panels/findings", test_findings);
  g_test_add_func ("/panels/pair", test_pair);
  g_test_add_func ("/panels/groups", test_groups);
  g_test_add_func ("/panels/questions", test_questions);
  g_test_add_func ("/panels/ask-next", test_ask_next);
  g_test_add_func ("/panels/ask-next/red-flag", test_ask_next_red_flag);
  g_test_add_func ("/panels/ask-next/irritable", test_irritable);
  g_test_add_func ("/panels/patient", test_patient);
  g_test_add_func ("/panels/red-flags", test_red_flags);
  return g_test_run ();
}
