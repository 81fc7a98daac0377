/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done about a red flag: recorded in the bar, lowered only with a reason, and undone like anything else. */

#include "bc-edit.h"
#include "bc-red-flag-form.h"
#include "bc-red-flag-row.h"
#include "ui-support.h"
#include "window-support.h"

typedef struct
{
  BcDocument *document;
  BcVisit    *visit;
  BcWindow   *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = window_document ();
  fixture->visit = bc_document_get_visit (fixture->document);
  g_object_set (fixture->visit, "clinician", "J. Clinician", NULL);
  fixture->window = window_show (fixture->document);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_window_close (GTK_WIDGET (fixture->window));
  g_object_unref (fixture->document);
}

static GtkWidget *
get_row (Fixture *fixture)
{
  GtkWidget *row = window_find_type (fixture->window->red_flags, BC_TYPE_RED_FLAG_ROW);

  g_assert_nonnull (row);
  return row;
}

static BcFlagAction *
get_action (Fixture *fixture)
{
  return bc_visit_get_flag_action (fixture->visit, bc_red_flag_row_get_flag (BC_RED_FLAG_ROW (get_row (fixture)))->id);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = window_find_button (get_row (fixture), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}

static GtkWidget *
find (Fixture    *fixture,
      GType       type,
      const char *name)
{
  GtkWidget *found = ui_find_named (get_row (fixture), type, name);

  g_assert_nonnull (found);
  return found;
}

static void
check (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = window_find_check (get_row (fixture), label);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

/* Recorded with its time and with who did it; shown beside the flag, which stays; one step of undo. */
static void
test_record (Fixture       *fixture,
             gconstpointer  data)
{
  BcHistory *history = bc_chart_get_history (bc_document_get_chart (fixture->document));
  BcFlagAction *action;

  g_assert_null (get_action (fixture));
  click (fixture, "Record action…");
  check (fixture, "Doctor contacted");
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "In words")), "Dr Sample sees her now");
  click (fixture, "Record");
  action = get_action (fixture);
  g_assert_nonnull (action);
  g_assert_cmpint (bc_flag_action_get_action (action), ==, BC_ACTION_CONTACTED);
  g_assert_cmpstr (bc_flag_action_get_comment (action), ==, "Dr Sample sees her now");
  g_assert_cmpstr (bc_flag_action_get_who (action), ==, "J. Clinician");
  g_assert_true (bc_time_is_valid (bc_flag_action_get_when (action)));
  g_assert_false (bc_flag_action_get_lowered (action));
  g_assert_true (window_can_read (fixture->window, "Doctor contacted, "));
  g_assert_true (window_can_read (fixture->window, "J. Clinician. Dr Sample sees her now"));
  g_assert_true (window_can_read (fixture->window, "Red flag – Cauda equina syndrome"));
  g_assert_false (window_can_read (fixture->window, "What was done, with whom"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_settle ();
  g_assert_null (get_action (fixture));
  g_assert_false (window_can_read (fixture->window, "Doctor contacted, "));
  bc_history_redo (history);
  ui_settle ();
  g_assert_true (window_can_read (fixture->window, "Doctor contacted, "));
}

/* No flag is lowered or set aside without a word on why. */
static void
test_lower (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const ways[] = { "Not applicable", "Taken as less urgent than the rule says" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      click (fixture, "Record action…");
      check (fixture, ways[i]);
      gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "In words")), "  ");
      click (fixture, "Record");
      g_assert_null (get_action (fixture));
      g_assert_true (window_can_read (fixture->window, "only with a reason"));

      gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "In words")), "Known since the operation");
      click (fixture, "Record");
      g_assert_nonnull (get_action (fixture));
      g_assert_true (bc_flag_action_get_lowered (get_action (fixture)));
      g_assert_true (window_can_read (fixture->window, "Known since the operation"));
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
      ui_settle ();
    }
}

/* What is recorded can be changed and removed, and giving up changes nothing. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  click (fixture, "Record action…");
  click (fixture, "Record");
  click (fixture, "Change…");
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "In words")), "by ambulance");
  click (fixture, "Cancel");
  g_assert_cmpstr (bc_flag_action_get_comment (get_action (fixture)), ==, "");
  click (fixture, "Change…");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "In words"))), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "In words")), "by ambulance");
  click (fixture, "Record");
  g_assert_cmpstr (bc_flag_action_get_comment (get_action (fixture)), ==, "by ambulance");
  click (fixture, "Change…");
  click (fixture, "Remove the record");
  g_assert_null (get_action (fixture));
}

/* A new answer does not take the words away that are being typed. */
static void
test_keeps_typing (Fixture       *fixture,
                   gconstpointer  data)
{
  click (fixture, "Record action…");
  gtk_editable_set_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "In words")), "half a sen");
  bc_edit_set_answer (bc_document_get_chart (fixture->document), fixture->visit, "foot-drop-new", BC_ANSWER_YES);
  ui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (fixture, GTK_TYPE_ENTRY, "In words"))), ==,
                   "half a sen");
}

static gboolean
is_settled (GtkWidget *row)
{
  return gtk_widget_has_css_class (gtk_widget_get_first_child (row), "settled");
}

/* An action settles a flag, but not one of the same danger that is more urgent. */
static void
test_settles (Fixture       *fixture,
              gconstpointer  data)
{
  BcChart *chart = bc_document_get_chart (fixture->document);
  const BcRedFlag *flag = bc_red_flag_row_get_flag (BC_RED_FLAG_ROW (get_row (fixture)));
  BcRedFlag milder = *flag;
  GtkWidget *row;

  g_assert_false (is_settled (get_row (fixture)));
  click (fixture, "Record action…");
  click (fixture, "Record");
  g_assert_true (is_settled (get_row (fixture)));

  milder.id = (char *) "milder";
  milder.urgency = BC_URGENCY_SOON;
  row = g_object_ref_sink (bc_red_flag_row_new (&milder, chart, fixture->visit));
  g_assert_true (is_settled (row));
  g_object_unref (row);
  milder.urgency = (BcUrgency) (BC_URGENCY_EMERGENCY + 1); /* more urgent than what was dealt with */
  row = g_object_ref_sink (bc_red_flag_row_new (&milder, chart, fixture->visit));
  g_assert_false (is_settled (row));
  g_object_unref (row);
}

/* The form has room on the smallest screen. */
static void
test_small (Fixture       *fixture,
            gconstpointer  data)
{
  int least;

  click (fixture, "Record action…");
  gtk_widget_measure (fixture->window->red_flags, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

/* Another patient's record is not theirs. */
static void
test_next_patient (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(BcDocument) next = window_document ();

  click (fixture, "Record action…");
  click (fixture, "Record");
  bc_window_set_document (fixture->window, next);
  ui_settle ();
  g_assert_false (window_can_read (fixture->window, "J. Clinician."));
  g_assert_false (is_settled (get_row (fixture)));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);

  g_test_add ("/ui/red-flag-bar/record", Fixture, NULL, set_up, test_record, tear_down);
  g_test_add ("/ui/red-flag-bar/lower", Fixture, NULL, set_up, test_lower, tear_down);
  g_test_add ("/ui/red-flag-bar/change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/ui/red-flag-bar/keeps-typing", Fixture, NULL, set_up, test_keeps_typing, tear_down);
  g_test_add ("/ui/red-flag-bar/settles", Fixture, NULL, set_up, test_settles, tear_down);
  g_test_add ("/ui/red-flag-bar/small", Fixture, NULL, set_up, test_small, tear_down);
  g_test_add ("/ui/red-flag-bar/next-patient", Fixture, NULL, set_up, test_next_patient, tear_down);
  return window_run ();
}
