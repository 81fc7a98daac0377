/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Why, or why not?" of any source: what the account says, how it is reached, and that the patient never sees it. */

#include "bc-edit.h"
#include "bc-map-list.h"
#include "bc-why-not.h"
#include "bc-why-words.h"
#include "ui-support.h"
#include "window-support.h"

#include <math.h>

typedef struct
{
  BcEvidence *evidence;
  BcFindings *findings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(BcDocument) document = window_document ();

  fixture->evidence = bc_evidence_from_visit (bc_document_get_chart (document), bc_document_get_visit (document));
  fixture->findings = bc_match (fixture->evidence, bc_maps_get_default ());
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  bc_findings_free (fixture->findings);
  bc_evidence_free (fixture->evidence);
}

static BcFinding *
explain (Fixture    *fixture,
         const char *id,
         BcSide      side)
{
  BcFinding *finding = bc_match_explain (fixture->evidence, bc_maps_get_default (), id, side);

  g_assert_nonnull (finding);
  return finding;
}

static void
assert_says (Fixture    *fixture,
             const char *id,
             BcSide      side,
             const char *words)
{
  g_autoptr(BcFinding) finding = explain (fixture, id, side);
  g_autofree char *summary = bc_why_dup_summary (finding, fixture->findings);

  if (strstr (summary, words) == NULL)
    g_error ("Of %s it says “%s”, without “%s”", id, summary, words);
}

/* What leads, what follows, and what is out of the question are told apart. */
static void
test_summary (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(BcEvidence) nothing = bc_evidence_new ();
  g_autoptr(BcFindings) none = bc_match (nothing, bc_maps_get_default ());
  g_autoptr(BcFinding) l5 = bc_match_explain (nothing, bc_maps_get_default (), "root-l5", BC_SIDE_RIGHT);
  g_autofree char *unmarked = bc_why_dup_summary (l5, none);

  assert_says (fixture, "root-l5", BC_SIDE_RIGHT, "It fits best, with ");
  assert_says (fixture, "root-l5", BC_SIDE_RIGHT, "; the next, ");
  assert_says (fixture, "root-l4", BC_SIDE_RIGHT, "fit better; this one has");
  assert_says (fixture, "root-l4", BC_SIDE_RIGHT, "what fits best, L5 radicular pain, right, has");
  assert_says (fixture, "root-l5", BC_SIDE_LEFT, "explains none of the marks");
  assert_says (fixture, "derm-c6", BC_SIDE_RIGHT, "explains none of the marks");
  g_assert_nonnull (strstr (unmarked, "Nothing is marked yet"));
  for (guint i = 0; i < 2; i++)
    ((BcFinding *) g_ptr_array_index (fixture->findings->findings, i))->tied = TRUE;
  assert_says (fixture, "root-l5", BC_SIDE_RIGHT, "It is tied at the head, with ");
}

/* The place in the summary is the place in the ranking. */
static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < fixture->findings->findings->len; i++)
    {
      const BcFinding *told = g_ptr_array_index (fixture->findings->findings, i);
      g_autoptr(BcFinding) finding = explain (fixture, told->pattern->id, told->side);

      g_assert_cmpuint (finding->n_better, ==, i);
      g_assert_cmpuint (told->n_better, ==, i);
      g_assert_cmpfloat_with_epsilon (finding->score, told->score, 1e-9);
      g_assert_true (bc_why_get_rival (finding, fixture->findings)
                     == g_ptr_array_index (fixture->findings->findings, i == 0 ? 1 : 0));
    }
}

static gboolean
holds (GArray   *regions,
       BcRegion  region)
{
  for (guint i = 0; i < regions->len; i++)
    if (g_array_index (regions, BcRegion, i) == region)
      return TRUE;
  return FALSE;
}

/* Of every source, each mark is either explained or left over. */
static void
test_marks (Fixture       *fixture,
            gconstpointer  data)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->patterns->len; i++)
    for (BcSide side = BC_SIDE_LEFT; side <= BC_SIDE_BOTH; side++)
      {
        const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
        g_autoptr(BcFinding) finding = bc_match_explain (fixture->evidence, maps, pattern->id, side);

        for (guint region = 1; finding != NULL && region <= BC_N_REGIONS; region++)
          g_assert_cmpint (holds (finding->explains, (BcRegion) region)
                           + holds (finding->unexplained, (BcRegion) region), ==,
                           bc_evidence_is_marked (fixture->evidence, (BcRegion) region));
      }
}

/* What makes the difference adds up to the difference, heaviest first. */
static void
test_differences (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(BcFinding) l5 = explain (fixture, "root-l5", BC_SIDE_RIGHT);
  g_autoptr(BcFinding) l4 = explain (fixture, "root-l4", BC_SIDE_RIGHT);
  g_autoptr(GArray) differences = bc_why_list_differences (l5, l4);
  double sum = 0;

  g_assert_cmpuint (differences->len, >, 0);
  for (guint i = 0; i < differences->len; i++)
    {
      const BcDifference *difference = &g_array_index (differences, BcDifference, i);

      sum += difference->weight;
      if (i > 0)
        g_assert_cmpfloat (fabs (difference->weight), <=,
                           fabs (g_array_index (differences, BcDifference, i - 1).weight));
    }
  g_assert_cmpfloat_with_epsilon (sum, l5->score - l4->score, 1e-9);
}

/* --- the window --- */

static void
ask (BcWindow   *window,
     const char *words)
{
  GtkWidget *list;
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.why-not", NULL);
  ui_settle ();
  list = window_find_type (window->findings_panel, BC_TYPE_MAP_LIST);
  g_assert_nonnull (list);
  entry = window_find_type (list, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
  ui_settle ();
}

/* Any source can be asked about; its map lies over the figure meanwhile, and Escape goes back to the findings. */
static void
test_asked (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  ask (window, "L4 radicular");
  g_assert_true (window_can_read (window, "L4 radicular pain, right"));
  g_assert_true (window_can_read (window, "fit better"));
  g_assert_true (window_can_read (window, "What makes the difference to L5 radicular pain, right"));
  g_assert_true (window_can_read (window, "What speaks against it"));
  g_assert_true (window_can_read (window, "What speaks for it"));
  g_assert_true (window_can_read (window, "Leaves over"));
  g_assert_cmpstr (window->shown_map->name, ==, "L4 radicular pain, right");
  g_assert_cmpint (window->shown_map->sign[bc_region_from_id ("great-toe-right")], ==, BC_OVERLAY_UNEXPLAINED);

  window_press (GTK_WIDGET (window), GDK_KEY_Escape);
  g_assert_null (window->shown_map);
  g_assert_false (window_can_read (window, "What speaks against it"));

  /* The choice itself is given up likewise. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.why-not", NULL);
  g_assert_true (bc_findings_panel_is_asking_why (BC_FINDINGS_PANEL (window->findings_panel)));
  window_press (GTK_WIDGET (window), GDK_KEY_Escape);
  g_assert_false (bc_findings_panel_is_asking_why (BC_FINDINGS_PANEL (window->findings_panel)));
  ui_window_close (GTK_WIDGET (window));
}

/* A source that explains nothing says so; the side that was marked is tried first, and the other is one click away. */
static void
test_other_side (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  ask (window, "C6 dermatome");
  g_assert_true (window_can_read (window, "Out of the question as things stand"));
  ask (window, "L5 dermatome");
  g_assert_true (window_can_read (window, "L5 dermatome, right"));
  g_signal_emit_by_name (window_find_button (window->findings_panel, "Left"), "clicked");
  g_assert_true (window_can_read (window, "L5 dermatome, left"));
  g_assert_true (window_can_read (window, "Out of the question as things stand"));
  g_assert_cmpstr (window->shown_map->name, ==, "L5 dermatome, left");
  ui_window_close (GTK_WIDGET (window));
}

/* The account follows the chart. */
static void
test_follows (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *visit = bc_document_get_visit (document);
  BcWindow *window = window_show (document);

  ask (window, "C6 dermatome");
  bc_edit_toggle_region (chart, visit, bc_visit_get_symptom (visit, 1), bc_region_from_id ("thumb-right"),
                         BC_ROLE_SITE);
  ui_settle ();
  g_assert_false (window_can_read (window, "Out of the question"));
  g_assert_true (window_can_read (window, "right: thumb"));
  bc_history_undo (bc_chart_get_history (chart));
  ui_settle ();
  g_assert_true (window_can_read (window, "Out of the question"));
  ui_window_close (GTK_WIDGET (window));
}

/* From the page of a map. */
static void
test_from_browser (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse-map", "(si)", "derm-l4", (int) BC_SIDE_RIGHT);
  ui_settle ();
  g_signal_emit_by_name (window_find_button (window->browser, "Why, or why not?"), "clicked");
  ui_settle ();
  g_assert_false (gtk_widget_get_mapped (window->browser));
  g_assert_true (window_can_read (window, "L4 dermatome, right"));
  g_assert_true (window_can_read (window, "What speaks for it"));
  ui_window_close (GTK_WIDGET (window));
}

/* The patient looks on: nothing of it shows, and it does not come back by itself. */
static void
test_hidden (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  ask (window, "L4 radicular");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  g_assert_false (window_can_read (window, "L4"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.why-not", NULL);
  g_assert_false (bc_findings_panel_is_asking_why (BC_FINDINGS_PANEL (window->findings_panel)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  g_assert_false (window_can_read (window, "What speaks against it"));
  ui_window_close (GTK_WIDGET (window));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);

  g_test_add ("/ui/why-not/summary", Fixture, NULL, set_up, test_summary, tear_down);
  g_test_add ("/ui/why-not/place", Fixture, NULL, set_up, test_place, tear_down);
  g_test_add ("/ui/why-not/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/ui/why-not/differences", Fixture, NULL, set_up, test_differences, tear_down);
  g_test_add_func ("/ui/why-not/asked", test_asked);
  g_test_add_func ("/ui/why-not/other-side", test_other_side);
  g_test_add_func ("/ui/why-not/follows", test_follows);
  g_test_add_func ("/ui/why-not/from-browser", test_from_browser);
  g_test_add_func ("/ui/why-not/hidden", test_hidden);
  return window_run ();
}
