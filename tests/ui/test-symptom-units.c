/* SPDX-License-Identifier: GPL-3.0-or-later */

/* P1 and P2 may have different sources: whose findings the panel shows, and what it says of them together. */

#include "bc-edit.h"
#include "bc-finding-row.h"
#include "bc-symptom-units.h"
#include "ui-support.h"
#include "window-support.h"

#include <string.h>

static BcSymptom *
add_symptom (BcDocument        *document,
             const char *const *regions)
{
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *visit = bc_document_get_visit (document);
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);

  for (guint i = 0; regions[i] != NULL; i++)
    bc_edit_toggle_region (chart, visit, symptom, bc_region_from_id (regions[i]), BC_ROLE_SITE);
  return symptom;
}

/* A knee and a neck, each with what bears its source out. */
static BcDocument *
new_apart (void)
{
  static const char *const knee[] = { "knee-medial-right", "knee-anterior-right", NULL };
  static const char *const neck[] = { "nape-lower-left", "shoulder-top-left", "scapula-upper-left", NULL };
  BcDocument *document = bc_document_new ();
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *visit = bc_document_get_visit (document);

  add_symptom (document, knee);
  add_symptom (document, neck);
  bc_edit_set_answer (chart, visit, "d-tender-joint-line", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "stairs", BC_ANSWER_AGGRAVATES);
  bc_edit_set_answer (chart, visit, "d-tender-facet-neck", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "d-neck-moves-neck", BC_ANSWER_YES);
  return document;
}

static GtkWidget *
get_units (BcWindow *window)
{
  return window_find_type (window->findings_panel, BC_TYPE_SYMPTOM_UNITS);
}

static void
choose (BcWindow   *window,
        const char *label)
{
  GtkWidget *button = window_find_button (get_units (window), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

static const BcFinding *
first_finding (BcWindow *window)
{
  return bc_finding_row_get_finding (BC_FINDING_ROW (window_find_type (window->findings_panel, BC_TYPE_FINDING_ROW)));
}

/* Two symptoms with sources far apart are told, and each shows what fits it alone. */
static void
test_apart (void)
{
  g_autoptr(BcDocument) document = new_apart ();
  BcWindow *window = window_show (document);
  const BcFinding *knee;
  const BcFinding *neck;
  g_autofree char *knee_name = NULL;
  g_autofree char *line = NULL;

  g_assert_true (window_can_read (window, "Two sources explain the symptoms better than one does."));
  knee_name = bc_finding_dup_name (window->findings->pair->first);
  line = g_strdup_printf (": %s", knee_name);
  g_assert_true (window_can_read (window, line));

  choose (window, "P1");
  knee = first_finding (window);
  g_assert_cmpuint (knee->explains->len + knee->unexplained->len, ==, 2);
  choose (window, "P2");
  neck = first_finding (window);
  g_assert_cmpuint (neck->explains->len + neck->unexplained->len, ==, 3);
  g_assert_true (neck->pattern != knee->pattern);

  /* Its map lies over the figure with its own marks only. */
  window_select_first_finding (window);
  ui_settle ();
  g_assert_true (window->shown_map != NULL);
  g_assert_cmpint (window->shown_map->sign[bc_region_from_id ("nape-lower-left")], ==, BC_OVERLAY_EXPLAINED);
  g_assert_cmpint (window->shown_map->sign[bc_region_from_id ("knee-medial-right")], ==, BC_OVERLAY_PLAIN);

  choose (window, "Whole visit");
  g_assert_cmpuint (first_finding (window)->explains->len + first_finding (window)->unexplained->len, ==, 5);
  ui_window_close (GTK_WIDGET (window));
}

/* With one symptom there is nothing to choose; a symptom that goes takes its findings along. */
static void
test_one (void)
{
  g_autoptr(BcDocument) document = new_apart ();
  BcVisit *visit = bc_document_get_visit (document);
  BcWindow *window = window_show (document);

  choose (window, "P2");
  bc_edit_remove_symptom (bc_document_get_chart (document), visit, bc_visit_get_symptom (visit, 2));
  ui_settle ();
  g_assert_false (gtk_widget_get_mapped (get_units (window)));
  g_assert_cmpuint (first_finding (window)->explains->len + first_finding (window)->unexplained->len, ==, 2);

  bc_history_undo (bc_chart_get_history (bc_document_get_chart (document)));
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (get_units (window)));
  ui_window_close (GTK_WIDGET (window));
}

/* The patient looks on: no source of any symptom shows. */
static void
test_hidden (void)
{
  g_autoptr(BcDocument) document = new_apart ();
  BcWindow *window = window_show (document);

  choose (window, "P1");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  g_assert_false (window_can_read (window, "Two sources"));
  g_assert_false (gtk_widget_get_mapped (get_units (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  g_assert_true (window_can_read (window, "Two sources"));
  ui_window_close (GTK_WIDGET (window));
}

/* The next patient starts with the whole visit. */
static void
test_next_patient (void)
{
  g_autoptr(BcDocument) document = new_apart ();
  g_autoptr(BcDocument) next = new_apart ();
  BcWindow *window = window_show (document);

  choose (window, "P2");
  bc_window_set_document (window, next);
  ui_settle ();
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (window_find_button (get_units (window),
                                                                                       "Whole visit"))));
  ui_window_close (GTK_WIDGET (window));
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = child;

      if (!GTK_IS_LABEL (child) || !g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text))
        found = find_label (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Findings whose order means nothing are shown as tied, to the eye and to the ear; others are not. */
static void
test_tied (void)
{
  BcFinding findings[2] = { { .side = BC_SIDE_RIGHT, .share = 0.4, .tied = TRUE },
                            { .side = BC_SIDE_RIGHT, .share = 0.4 } };
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window = ui_window_show (list, 400, 200);

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autoptr(GPtrArray) alone = g_ptr_array_new ();
      GtkWidget *row;

      findings[i].pattern = bc_maps_lookup_pattern (bc_maps_get_default (), "root-l5");
      g_ptr_array_add (alone, &findings[i]);
      row = bc_finding_row_new (alone, bc_maps_get_default ());
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      ui_settle ();
      g_assert_cmpint (gtk_widget_get_mapped (find_label (row, "tied")), ==, findings[i].tied);
    }
  g_assert_nonnull (ui_find_named (list, BC_TYPE_FINDING_ROW, "L5 radicular pain, right: 40 %, tied"));
  g_assert_nonnull (ui_find_named (list, BC_TYPE_FINDING_ROW, "L5 radicular pain, right: 40 %"));
  ui_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);

  g_test_add_func ("/ui/symptom-units/apart", test_apart);
  g_test_add_func ("/ui/symptom-units/one", test_one);
  g_test_add_func ("/ui/symptom-units/hidden", test_hidden);
  g_test_add_func ("/ui/symptom-units/next-patient", test_next_patient);
  g_test_add_func ("/ui/symptom-units/tied", test_tied);
  return window_run ();
}
