/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the strip under the figure does to the model, and how it shows the model. */

#include "ui-support.h"

#include "bc-symptom-strip.h"

typedef struct
{
  BcChart        *chart;
  BcVisit        *visit;
  BcSymptomStrip *strip;
  GtkWidget      *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->chart = ui_chart_new (BC_FIGURE_ADULT_MALE);
  fixture->visit = bc_chart_get_last_visit (fixture->chart);
  fixture->strip = BC_SYMPTOM_STRIP (g_object_ref_sink (bc_symptom_strip_new ()));
  bc_symptom_strip_set_chart (fixture->strip, fixture->chart, fixture->visit);
  fixture->window = ui_window_show (GTK_WIDGET (fixture->strip), 1200, 200);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_window_close (fixture->window);
  g_assert_finalize_object (fixture->strip);
  g_assert_finalize_object (fixture->chart);
}

static GtkWidget *
button (Fixture    *fixture,
        const char *name)
{
  GtkWidget *found = ui_find_named (GTK_WIDGET (fixture->strip), GTK_TYPE_BUTTON, name);

  g_assert_nonnull (found);
  return found;
}

static void
click (Fixture    *fixture,
       const char *name)
{
  g_signal_emit_by_name (button (fixture, name), "clicked");
}

static gboolean
is_on (Fixture    *fixture,
       const char *name)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button (fixture, name)));
}

static BcSymptom *
symptom (Fixture *fixture,
         int      number)
{
  return bc_visit_get_symptom (fixture->visit, number);
}

static void
undo (Fixture *fixture)
{
  bc_history_undo (bc_chart_get_history (fixture->chart));
}

/* A patient may begin with a word: P1 comes with it, in one step. */
static void
test_first_word (Fixture       *fixture,
                 gconstpointer  data)
{
  int number;

  click (fixture, "tingling");
  g_assert_nonnull (symptom (fixture, 1));
  g_assert_cmpuint (bc_symptom_get_qualities (symptom (fixture, 1)), ==, BC_QUALITY_TINGLING);
  g_object_get (fixture->strip, "symptom-number", &number, NULL);
  g_assert_cmpint (number, ==, 1);
  g_assert_true (is_on (fixture, "P1"));
  undo (fixture);
  g_assert_null (symptom (fixture, 1));
  g_assert_false (is_on (fixture, "tingling"));
}

/* Every quality has its chip; several hold; a second tap takes one back; undo shows. */
static void
test_qualities (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < bc_quality_terms.n_terms; i++)
    {
      click (fixture, bc_terms_get_name (&bc_quality_terms, bc_quality_terms.terms[i].value));
      g_assert_cmpuint (bc_symptom_get_qualities (symptom (fixture, 1)), ==, (2u << i) - 1);
    }
  click (fixture, "ache");
  g_assert_cmpuint (bc_symptom_get_qualities (symptom (fixture, 1)), ==, BC_QUALITY_ALL & ~BC_QUALITY_ACHE);
  g_assert_false (is_on (fixture, "ache"));
  undo (fixture);
  g_assert_true (is_on (fixture, "ache"));
}

static void
test_intensity (Fixture       *fixture,
                gconstpointer  data)
{
  click (fixture, "Now: 6 of 10");
  g_assert_cmpint (bc_symptom_get_now (symptom (fixture, 1)), ==, 6);
  g_assert_true (is_on (fixture, "Now: 6 of 10"));
  click (fixture, "Now: 0 of 10");
  g_assert_cmpint (bc_symptom_get_now (symptom (fixture, 1)), ==, 0);
  g_assert_false (is_on (fixture, "Now: 6 of 10"));
  click (fixture, "At worst: 9 of 10");
  g_assert_cmpint (bc_symptom_get_worst (symptom (fixture, 1)), ==, 9);
  click (fixture, "At best: 0 of 10");
  g_assert_cmpint (bc_symptom_get_best (symptom (fixture, 1)), ==, 0);
  click (fixture, "Now: 0 of 10");
  g_assert_cmpint (bc_symptom_get_now (symptom (fixture, 1)), ==, BC_NRS_UNKNOWN);
  g_assert_false (is_on (fixture, "Now: 0 of 10"));
}

/* Depth and constancy: one of two, and a second tap takes it back. */
static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *tap;
    int         depth;
    int         constancy;
  } steps[] = {
    { "deep", BC_DEPTH_DEEP, BC_CONSTANCY_UNKNOWN },
    { "superficial", BC_DEPTH_SUPERFICIAL, BC_CONSTANCY_UNKNOWN },
    { "constant", BC_DEPTH_SUPERFICIAL, BC_CONSTANCY_CONSTANT },
    { "superficial", BC_DEPTH_UNKNOWN, BC_CONSTANCY_CONSTANT },
    { "intermittent", BC_DEPTH_UNKNOWN, BC_CONSTANCY_INTERMITTENT },
    { "intermittent", BC_DEPTH_UNKNOWN, BC_CONSTANCY_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      click (fixture, steps[i].tap);
      g_assert_cmpint (bc_symptom_get_depth (symptom (fixture, 1)), ==, steps[i].depth);
      g_assert_cmpint (bc_symptom_get_constancy (symptom (fixture, 1)), ==, steps[i].constancy);
      g_assert_cmpint (is_on (fixture, "deep"), ==, steps[i].depth == BC_DEPTH_DEEP);
      g_assert_cmpint (is_on (fixture, "superficial"), ==, steps[i].depth == BC_DEPTH_SUPERFICIAL);
      g_assert_cmpint (is_on (fixture, "constant"), ==, steps[i].constancy == BC_CONSTANCY_CONSTANT);
      g_assert_cmpint (is_on (fixture, "intermittent"), ==, steps[i].constancy == BC_CONSTANCY_INTERMITTENT);
    }
}

/* Each pen shows its own symptom; a tap on the active pen keeps it; deletion falls back to the one before. */
static void
test_pens (Fixture       *fixture,
           gconstpointer  data)
{
  click (fixture, "Add a symptom");
  click (fixture, "sharp");
  click (fixture, "Add a symptom");
  g_assert_true (is_on (fixture, "P2"));
  g_assert_false (is_on (fixture, "P1"));
  g_assert_false (is_on (fixture, "sharp"));
  click (fixture, "burning");
  click (fixture, "P1");
  g_assert_true (is_on (fixture, "sharp"));
  g_assert_false (is_on (fixture, "burning"));
  click (fixture, "P1");
  g_assert_true (is_on (fixture, "P1"));

  click (fixture, "P2");
  click (fixture, "Delete this symptom");
  g_assert_null (symptom (fixture, 2));
  g_assert_true (is_on (fixture, "P1"));
  g_assert_null (ui_find_named (GTK_WIDGET (fixture->strip), GTK_TYPE_BUTTON, "P2"));
  undo (fixture);
  g_assert_nonnull (button (fixture, "P2"));
}

static void
test_tools (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const names[BC_N_TOOLS] = { "Sits here", "Spreads to", "Clear", "Erase" };
  int tool;

  for (int i = BC_N_TOOLS - 1; i >= 0; i--)
    {
      click (fixture, names[i]);
      g_object_get (fixture->strip, "tool", &tool, NULL);
      g_assert_cmpint (tool, ==, i);
      for (int j = 0; j < BC_N_TOOLS; j++)
        g_assert_cmpint (is_on (fixture, names[j]), ==, i == j);
    }
  click (fixture, names[0]); /* the active one again */
  g_assert_true (is_on (fixture, names[0]));
  g_object_set (fixture->strip, "tool", BC_TOOL_CLEAR, NULL);
  g_assert_true (is_on (fixture, "Clear"));
}

static GtkWidget *
entry (Fixture    *fixture,
       const char *hint)
{
  GtkWidget *found = NULL;
  GtkWidget *details = gtk_widget_get_ancestor (button (fixture, "Delete this symptom"), GTK_TYPE_POPOVER);
  g_autoptr(GQueue) queue = g_queue_new ();

  g_queue_push_tail (queue, details);
  while (found == NULL && !g_queue_is_empty (queue))
    {
      GtkWidget *widget = g_queue_pop_head (queue);

      if (GTK_IS_ENTRY (widget) && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), hint) == 0)
        found = widget;
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (queue, child);
    }
  g_assert_nonnull (found);
  return found;
}

/* Typed words reach their own property; undo and another pen show theirs. */
static void
test_entries (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    const char *hint;
    const char *property;
  } entries[] = {
    { "When and how it began", "onset" },
    { "Morning, day, evening, night", "day-pattern" },
    { "What makes it worse", "aggravating" },
    { "What makes it better", "easing" },
  };

  click (fixture, "Add a symptom");
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *text = NULL;

      gtk_editable_set_text (GTK_EDITABLE (entry (fixture, entries[i].hint)), entries[i].property);
      g_object_get (symptom (fixture, 1), entries[i].property, &text, NULL);
      g_assert_cmpstr (text, ==, entries[i].property);
    }
  undo (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (fixture, "What makes it better"))), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (fixture, "What makes it worse"))), ==, "aggravating");
  click (fixture, "Add a symptom");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (fixture, "What makes it worse"))), ==, "");
  g_assert_cmpstr (bc_symptom_get_aggravating (symptom (fixture, 1)), ==, "aggravating");
  g_assert_cmpstr (bc_symptom_get_aggravating (symptom (fixture, 2)), ==, "");
}

/* Strip and canvas are two faces of the same choice. */
static void
test_with_canvas (Fixture       *fixture,
                  gconstpointer  data)
{
  BcCanvas *canvas = BC_CANVAS (g_object_ref_sink (bc_canvas_new ()));
  GtkWidget *region;
  int number;

  bc_canvas_set_chart (canvas, fixture->chart, fixture->visit);
  g_object_bind_property (canvas, "tool", fixture->strip, "tool", G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (canvas, "symptom-number", fixture->strip, "symptom-number", G_BINDING_BIDIRECTIONAL);
  region = GTK_WIDGET (ui_region (canvas, BC_VIEW_BACK, "heel-left"));
  gtk_widget_activate_action (region, "region.toggle", NULL);
  g_assert_true (is_on (fixture, "P1"));
  click (fixture, "Add a symptom");
  click (fixture, "Spreads to");
  gtk_widget_activate_action (region, "region.toggle", NULL);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (symptom (fixture, 2), bc_region_from_id ("heel-left"),
                                                           NULL)), ==, BC_ROLE_RADIATION);
  undo (fixture);
  undo (fixture);
  g_object_get (canvas, "symptom-number", &number, NULL);
  g_assert_cmpint (number, ==, 1);
  g_assert_true (is_on (fixture, "P1"));
  g_assert_finalize_object (canvas);
}

/* No chart, nothing to press; and a strip that lost its chart shows nothing of it. */
static void
test_without_chart (Fixture       *fixture,
                    gconstpointer  data)
{
  click (fixture, "ache");
  bc_symptom_strip_set_chart (fixture->strip, NULL, NULL);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (fixture->strip)));
  g_assert_false (is_on (fixture, "ache"));
  click (fixture, "sharp");
  g_assert_cmpuint (bc_symptom_get_qualities (symptom (fixture, 1)), ==, BC_QUALITY_ACHE);
}

/* It wraps: narrow is higher, and what is needed stays within the width. */
static void
test_wraps (Fixture       *fixture,
            gconstpointer  data)
{
  static const int widths[] = { 1900, 1200, 900, 640, 480 };
  int before = 0;
  int least;

  gtk_widget_measure (GTK_WIDGET (fixture->strip), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 480);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int height;

      gtk_widget_measure (GTK_WIDGET (fixture->strip), GTK_ORIENTATION_VERTICAL, widths[i], &height, NULL, NULL, NULL);
      g_assert_cmpint (height, >=, before);
      before = height;
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/strip/first-word", test_first_word);
  ADD ("/strip/qualities", test_qualities);
  ADD ("/strip/intensity", test_intensity);
  ADD ("/strip/choices", test_choices);
  ADD ("/strip/pens", test_pens);
  ADD ("/strip/tools", test_tools);
  ADD ("/strip/entries", test_entries);
  ADD ("/strip/with-canvas", test_with_canvas);
  ADD ("/strip/without-chart", test_without_chart);
  ADD ("/strip/wraps", test_wraps);
  return g_test_run ();
}
