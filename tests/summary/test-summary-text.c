/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit.h"
#include "bc-summary-private.h"

#include "summary-charts.h"

#include <string.h>

static char *
dup_text (BcChart     *chart,
          BcVisit     *visit,
          BcFindings **findings)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (chart, visit);
  const BcMaps *maps = bc_maps_get_default ();

  *findings = bc_match (evidence, maps);
  return bc_findings_dup_text (*findings, maps, visit);
}

static void
test_full (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autoptr(BcFindings) findings = NULL;
  g_autofree char *text = dup_text (chart, visit, &findings);
  guint n_shown = MIN (findings->findings->len, 10);
  const char *last = text;

  g_assert_cmpuint (n_shown, >, 0);
  for (guint i = 0; i < n_shown; i++) /* in the order of the ranking */
    {
      g_autofree char *name = bc_finding_dup_name (g_ptr_array_index (findings->findings, i));

      last = strstr (last, name);
      g_assert_nonnull (last);
    }
  if (findings->findings->len > n_shown)
    {
      g_autofree char *name = bc_finding_dup_name (g_ptr_array_index (findings->findings, n_shown));
      g_autofree char *line = g_strdup_printf (" %%  %s\n", name);

      g_assert_null (strstr (text, line));
    }
  g_assert_nonnull (strstr (text, "explains right: upper buttock"));
  g_assert_nonnull (strstr (text, "no pattern in the maps fits"));
  for (guint i = 0; i < findings->questions->len; i++)
    g_assert_nonnull (strstr (last, g_array_index (findings->questions, BcQuestion, i).question));
  g_assert_nonnull (strstr (last, bc_intended_use ()));
  g_object_unref (chart);
}

static void
test_red_flag_first (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autoptr(BcFindings) findings = NULL;
  g_autofree char *text = NULL;
  const BcRedFlag *flag;

  bc_edit_set_answer (chart, visit, "saddle-numb", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "bladder-retention", BC_ANSWER_YES);
  text = dup_text (chart, visit, &findings);
  g_assert_cmpuint (findings->red_flags->len, >, 0);
  flag = g_ptr_array_index (findings->red_flags, 0);
  g_assert_true (g_str_has_prefix (text, "RED FLAG"));
  g_assert_nonnull (strstr (text, flag->meaning));
  g_assert_nonnull (strstr (text, bc_urgency_get_name (flag->urgency)));
  g_object_unref (chart);
}

/* Several rules may mean the same danger: it is named once, in the order of the rules. */
static void
test_red_flags_distinct (void)
{
  BcRedFlag rules[] = {
    { .meaning = (char *) "A", .urgency = BC_URGENCY_EMERGENCY }, { .meaning = (char *) "B" },
    { .meaning = (char *) "A", .urgency = BC_URGENCY_SOON }, { .meaning = (char *) "C" }, { .meaning = (char *) "B" },
  };
  g_autoptr(GPtrArray) flags = g_ptr_array_new ();
  g_autoptr(GPtrArray) distinct = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_ptr_array_add (flags, &rules[i]);
  distinct = bc_red_flags_distinct (flags);
  g_assert_cmpuint (distinct->len, ==, 3);
  g_assert_true (g_ptr_array_index (distinct, 0) == &rules[0]);
  g_assert_true (g_ptr_array_index (distinct, 1) == &rules[1]);
  g_assert_true (g_ptr_array_index (distinct, 2) == &rules[3]);
}

/* What was done stands under its danger, whichever of its rules it was recorded for; what is left over, behind. */
static void
test_flag_actions (void)
{
  BcVisit *visit;
  BcChart *chart = make_full_chart (&visit);
  g_autoptr(BcFindings) findings = NULL;
  g_autoptr(BcFindings) later = NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  const char *when = "2026-11-20T09:30:00+01:00";
  const char *flag;
  guint n_open;

  bc_edit_set_answer (chart, visit, "saddle-numb", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "bladder-retention", BC_ANSWER_YES);
  before = dup_text (chart, visit, &findings);
  n_open = count_words (before, "Nothing is recorded yet.");
  g_assert_cmpuint (n_open, >, 0);
  bc_edit_set_flag_action (chart, visit, "rf-ces-3", BC_ACTION_REFERRED, "By ambulance.", when, "J. Prüfer", FALSE, NULL);
  bc_edit_set_flag_action (chart, visit, "rf-gone", BC_ACTION_MONITORED, "Known since May.", when, NULL, TRUE, NULL);
  text = dup_text (chart, visit, &later);
  g_assert_cmpuint (count_words (text, "Nothing is recorded yet."), ==, n_open - 1);
  flag = strstr (text, "Cauda equina syndrome:");
  g_assert_nonnull (flag);
  g_assert_nonnull (strstr (flag, "Referred, 20 November 2026, 09:30, J. Prüfer. By ambulance."));
  flag = strstr (flag, "rf-gone (not raised now)");
  g_assert_nonnull (flag);
  g_assert_nonnull (strstr (flag, "Monitored, 20 November 2026, 09:30. Taken as less urgent. Known since May."));
  g_object_unref (chart);
}

static void
test_empty (void)
{
  BcVisit *visit;
  BcChart *chart = make_empty_chart (&visit);
  g_autoptr(BcFindings) findings = NULL;
  g_autofree char *text = dup_text (chart, visit, &findings);

  g_assert_null (strstr (text, "RED FLAG"));
  g_assert_null (strstr (text, "explains"));
  g_assert_nonnull (strstr (text, bc_intended_use ()));
  g_object_unref (chart);
}

static void
test_intended_use (void)
{
  g_assert_nonnull (strstr (bc_intended_use (), "does not diagnose"));
  g_assert_nonnull (strstr (bc_intended_use (), "does not replace examination"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-text/full", test_full);
  g_test_add_func ("/summary-text/red-flag-first", test_red_flag_first);
  g_test_add_func ("/summary-text/red-flags-distinct", test_red_flags_distinct);
  g_test_add_func ("/summary-text/flag-actions", test_flag_actions);
  g_test_add_func ("/summary-text/empty", test_empty);
  g_test_add_func ("/summary-text/intended-use", test_intended_use);
  return g_test_run ();
}
