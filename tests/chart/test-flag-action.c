/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit.h"

#include "chart-dump.h"

#define WHEN "2026-11-20T09:30:00+01:00"

static BcChart *
make_chart (BcVisit **visit)
{
  BcChart *chart = bc_chart_new ();

  *visit = bc_chart_add_visit (chart, "2026-11-20");
  return chart;
}

static const struct
{
  const char *when;
  gboolean    valid;
} moments[] = {
  { WHEN, TRUE },
  { "2026-11-20T00:00:00Z", TRUE },
  { "2026-11-20T23:59:59-11:30", TRUE },
  { "2024-02-29T12:00:00+14:00", TRUE },
  { "2023-02-29T12:00:00+01:00", FALSE },
  { "2026-11-20T24:00:00Z", FALSE },
  { "2026-11-20T12:60:00Z", FALSE },
  { "2026-11-20T12:00:60Z", FALSE },
  { "2026-11-20T12:00:00", FALSE },
  { "2026-11-20T12:00:00+0100", FALSE },
  { "2026-11-20T12:00:00+15:00", FALSE },
  { "2026-11-20T12:00:00+01:60", FALSE },
  { "2026-11-20T12:00:00z", FALSE },
  { "2026-11-20T12:00:00Z ", FALSE },
  { "2026-11-20 12:00:00Z", FALSE },
  { "2026-11-20T1x:00:00Z", FALSE },
  { "2026-11-20", FALSE },
  { "", FALSE },
  { NULL, FALSE },
};

static void
test_moments (void)
{
  g_autofree char *now = bc_time_dup_now ();
  g_autofree char *shown = bc_time_dup_display (WHEN);
  g_autofree char *empty = bc_time_dup_display ("");

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    if (bc_time_is_valid (moments[i].when) != moments[i].valid)
      g_test_fail_printf ("“%s” is taken wrongly", moments[i].when);
  g_assert_true (bc_time_is_valid (now));
  g_assert_cmpstr (shown, ==, "20 November 2026, 09:30"); /* where it happened, whatever the reader's clock */
  g_assert_cmpstr (empty, ==, "");
}

static void
test_record (void)
{
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  BcHistory *history = bc_chart_get_history (chart);
  g_autoptr(GError) error = NULL;
  BcFlagAction *action;

  g_assert_null (bc_visit_get_flag_action (visit, "rf-motor"));
  g_assert_true (bc_edit_set_flag_action (chart, visit, "rf-motor", BC_ACTION_CONTACTED, "Dr Sample", WHEN, "J. C.",
                                          FALSE, &error));
  g_assert_no_error (error);
  action = bc_visit_get_flag_action (visit, "rf-motor");
  g_assert_cmpint (bc_flag_action_get_action (action), ==, BC_ACTION_CONTACTED);
  g_assert_cmpstr (bc_flag_action_get_comment (action), ==, "Dr Sample");
  g_assert_cmpstr (bc_flag_action_get_when (action), ==, WHEN);
  g_assert_cmpstr (bc_flag_action_get_who (action), ==, "J. C.");
  g_assert_false (bc_flag_action_get_lowered (action));
  g_assert_false (bc_visit_is_empty (visit));

  /* Another word on the same flag changes the record; one undo brings the first back, another takes it away. */
  g_assert_true (bc_edit_set_flag_action (chart, visit, "rf-motor", BC_ACTION_REFERRED, NULL, WHEN, NULL, FALSE, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_flag_actions (visit))), ==, 1);
  g_assert_cmpstr (bc_flag_action_get_comment (action), ==, "");
  bc_history_undo (history);
  g_assert_cmpint (bc_flag_action_get_action (action), ==, BC_ACTION_CONTACTED);
  g_assert_cmpstr (bc_flag_action_get_comment (action), ==, "Dr Sample");
  bc_history_undo (history);
  g_assert_null (bc_visit_get_flag_action (visit, "rf-motor"));
  bc_history_redo (history);
  g_assert_nonnull (bc_visit_get_flag_action (visit, "rf-motor"));
  bc_edit_remove_flag_action (chart, visit, "rf-motor");
  bc_edit_remove_flag_action (chart, visit, "rf-other");
  g_assert_null (bc_visit_get_flag_action (visit, "rf-motor"));
  bc_history_undo (history);
  g_assert_nonnull (bc_visit_get_flag_action (visit, "rf-motor"));
  g_assert_finalize_object (chart);
}

/* No rule is lowered or set aside without a word on why. */
static void
test_lowering_needs_a_reason (void)
{
  static const char *const blanks[] = { NULL, "", " \n\t" };
  BcVisit *visit;
  BcChart *chart = make_chart (&visit);
  g_autofree char *before = NULL;

  bc_edit_set_flag_action (chart, visit, "rf-motor", BC_ACTION_REFERRED, NULL, WHEN, NULL, FALSE, NULL);
  before = chart_dump (chart);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (blanks); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *after = NULL;
      gboolean aside = i % 2 == 1;

      g_assert_false (bc_edit_set_flag_action (chart, visit, "rf-motor",
                                               aside ? BC_ACTION_NOT_APPLICABLE : BC_ACTION_MONITORED, blanks[i / 2],
                                               WHEN, NULL, !aside, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_nonnull (strstr (error->message, "; "));
      after = chart_dump (chart);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_true (bc_edit_set_flag_action (chart, visit, "rf-motor", BC_ACTION_NOT_APPLICABLE, "Old, known", WHEN, NULL,
                                          FALSE, NULL));
  g_assert_true (bc_flag_action_get_lowered (bc_visit_get_flag_action (visit, "rf-motor")));
  g_assert_finalize_object (chart);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-action/moments", test_moments);
  g_test_add_func ("/flag-action/record", test_record);
  g_test_add_func ("/flag-action/lowering-needs-a-reason", test_lowering_needs_a_reason);
  return g_test_run ();
}
