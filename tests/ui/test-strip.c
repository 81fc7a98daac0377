/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the strip under the figure does to the model, and how it shows the model. */

#include "ui-support.h"

#include "bc-choice-row.h"
#include "bc-pen-row.h"
#include "bc-symptom-irritability.h"
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
  static const struct
  {
    const char *name;
    const char *key;
  } tools[BC_N_TOOLS] = {
    [BC_TOOL_SITE] = { "Region", "(Alt+S)" },       [BC_TOOL_BRUSH] = { "Brush", "(Alt+B)" },
    [BC_TOOL_RADIATION] = { "Spreads", "(Alt+R)" }, [BC_TOOL_CLEAR] = { "Clear", "(Alt+C)" },
    [BC_TOOL_ERASE] = { "Erase", "(Alt+E)" },       [BC_TOOL_PICK] = { "Pick", "(Alt+P)" },
  };
  int tool;

  for (int i = BC_N_TOOLS - 1; i >= 0; i--)
    {
      click (fixture, tools[i].name);
      g_object_get (fixture->strip, "tool", &tool, NULL);
      g_assert_cmpint (tool, ==, i);
      g_assert_true (g_str_has_suffix (gtk_widget_get_tooltip_text (button (fixture, tools[i].name)), tools[i].key));
      for (int j = 0; j < BC_N_TOOLS; j++)
        g_assert_cmpint (is_on (fixture, tools[j].name), ==, i == j);
    }
  click (fixture, tools[0].name); /* the active one again */
  g_assert_true (is_on (fixture, tools[0].name));
  g_object_set (fixture->strip, "tool", BC_TOOL_CLEAR, NULL);
  g_assert_true (is_on (fixture, "Clear"));
}

static GtkWidget *
brush_width (Fixture *fixture)
{
  GtkWidget *preset = button (fixture, "Wide brush");

  return gtk_widget_get_ancestor (preset, GTK_TYPE_MENU_BUTTON);
}

/* The width shows with the tools that have one, and follows presets and canvas alike; no button moves for it. */
static void
test_brush_width (Fixture       *fixture,
                  gconstpointer  data)
{
  static const gboolean shown[BC_N_TOOLS] = { [BC_TOOL_BRUSH] = TRUE, [BC_TOOL_ERASE] = TRUE };
  graphene_rect_t before;
  double width;

  click (fixture, "Add a symptom");
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (button (fixture, "P1"), GTK_WIDGET (fixture->strip), &before));
  for (int i = 0; i < BC_N_TOOLS; i++)
    {
      graphene_rect_t now;

      g_object_set (fixture->strip, "tool", i, NULL);
      gtk_test_widget_wait_for_draw (fixture->window);
      g_assert_cmpint (gtk_widget_is_sensitive (brush_width (fixture)), ==, shown[i]);
      g_assert_cmpint (gtk_widget_get_opacity (gtk_widget_get_parent (brush_width (fixture))) > 0, ==, shown[i]);
      g_assert_true (gtk_widget_compute_bounds (button (fixture, "P1"), GTK_WIDGET (fixture->strip), &now));
      g_assert_cmpfloat ((double) now.origin.x, ==, (double) before.origin.x);
    }
  g_object_get (fixture->strip, "brush-width", &width, NULL);
  g_assert_cmpfloat (width, ==, BC_BRUSH_USUAL);
  g_assert_true (is_on (fixture, "Medium brush"));
  click (fixture, "Wide brush");
  g_object_get (fixture->strip, "brush-width", &width, NULL);
  g_assert_cmpfloat (width, >, BC_BRUSH_USUAL);
  g_assert_true (is_on (fixture, "Wide brush"));
  g_assert_false (is_on (fixture, "Medium brush"));
  g_object_set (fixture->strip, "brush-width", 33.0, NULL);
  g_assert_false (is_on (fixture, "Wide brush"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (brush_width (fixture)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Brush width: 33 mm");
}

/* With the focus among the pens, a digit takes the pen of that number; other keys pass. */
static void
test_pen_digits (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    guint           key;
    GdkModifierType state;
    int             number; /* that is active after it */
  } keys[] = {
    { GDK_KEY_1, 0, 1 },      { GDK_KEY_2, 0, 2 }, { GDK_KEY_KP_1, 0, 1 },        { GDK_KEY_9, 0, 1 },
    { GDK_KEY_2, GDK_CONTROL_MASK, 1 }, { GDK_KEY_a, 0, 1 }, { GDK_KEY_3, 0, 3 },
  };
  GtkWidget *row;
  GtkEventController *controller;

  for (int i = 0; i < 3; i++)
    click (fixture, "Add a symptom");
  row = gtk_widget_get_ancestor (button (fixture, "P1"), BC_TYPE_PEN_ROW);
  controller = ui_controller (row, GTK_TYPE_EVENT_CONTROLLER_KEY);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gboolean handled;
      int number;

      g_signal_emit_by_name (controller, "key-pressed", keys[i].key, 0, keys[i].state, &handled);
      g_object_get (fixture->strip, "symptom-number", &number, NULL);
      g_assert_cmpint (number, ==, keys[i].number);
    }
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

static void
count_cb (int *n_changes)
{
  (*n_changes)++;
}

/* To look at one symptom after the other changes neither, and is no step to undo. */
static void
test_entries_of_two (Fixture       *fixture,
                     gconstpointer  data)
{
  BcHistory *history = bc_chart_get_history (fixture->chart);
  int n_changes = 0;

  click (fixture, "Add a symptom");
  gtk_editable_set_text (GTK_EDITABLE (entry (fixture, "What makes it worse")), "stairs");
  click (fixture, "Add a symptom");
  gtk_editable_set_text (GTK_EDITABLE (entry (fixture, "What makes it worse")), "sitting");
  g_signal_connect_swapped (history, "changed", G_CALLBACK (count_cb), &n_changes);
  for (int i = 0; i < 2; i++)
    {
      click (fixture, "P1");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (fixture, "What makes it worse"))), ==, "stairs");
      click (fixture, "P2");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (fixture, "What makes it worse"))), ==, "sitting");
    }
  g_signal_handlers_disconnect_by_func (history, count_cb, &n_changes);
  g_assert_cmpint (n_changes, ==, 0);
  g_assert_cmpstr (bc_symptom_get_aggravating (symptom (fixture, 1)), ==, "stairs");
  g_assert_cmpstr (bc_symptom_get_aggravating (symptom (fixture, 2)), ==, "sitting");
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
  click (fixture, "Spreads");
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

/* The figure keeps the space: few rows at every width, none of them too low for a finger, nothing beside the edge. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    int width;
    int rows;
  } cases[] = { { 1400, 2 }, { 1000, 3 }, { 700, 3 }, { 400, 4 } };
  int least;

  for (int i = 0; i < 8; i++)
    {
      click (fixture, "Add a symptom");
      gtk_widget_measure (GTK_WIDGET (fixture->strip), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 400);
      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          int height;

          gtk_widget_measure (GTK_WIDGET (fixture->strip), GTK_ORIENTATION_VERTICAL, cases[j].width, &height, NULL,
                              NULL, NULL);
          g_assert_cmpint (height, >=, cases[j].rows * 40);
          g_assert_cmpint (height, <=, cases[j].rows * 44 + 24);
        }
    }
}

static GtkLabel *
find_label (GtkWidget *root)
{
  GtkLabel *found = GTK_IS_LABEL (root) ? GTK_LABEL (root) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

/* On a window of 400 pixels no word is cut, until the width of the brush needs its place. */
static void
test_words_when_narrow (Fixture       *fixture,
                        gconstpointer  data)
{
  static const char *const words[] = { "deep", "superficial", "constant", "intermittent" };
  GtkWidget *width = brush_width (fixture);

  click (fixture, "Add a symptom");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 300);
  while (gtk_widget_get_width (GTK_WIDGET (fixture->strip)) > 400)
    gtk_test_widget_wait_for_draw (fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (find_label (button (fixture, words[i])))));
  g_assert_false (gtk_widget_get_mapped (width));

  g_object_set (fixture->strip, "tool", (int) BC_TOOL_BRUSH, NULL);
  while (!gtk_widget_get_mapped (width)) /* without end if it never comes: the time limit tells */
    gtk_test_widget_wait_for_draw (fixture->window);
}

/* Finds every button that shows in the strip itself. */
static void
assert_targets (GtkWidget *root,
                guint     *n_buttons)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child) || !gtk_widget_get_visible (child) || !gtk_widget_get_child_visible (child))
        continue;
      if (GTK_IS_BUTTON (child) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (child)))
        {
          graphene_rect_t box;

          g_assert_true (gtk_widget_compute_bounds (child, child, &box)); /* with its border and padding */
          g_assert_cmpfloat ((double) box.size.height, >=, 40);
          g_assert_cmpfloat ((double) box.size.width, >=, 24);
          (*n_buttons)++;
        }
      assert_targets (child, n_buttons);
    }
}

/* All that can be tapped is as high as a finger. */
static void
test_targets (Fixture       *fixture,
              gconstpointer  data)
{
  guint n_buttons = 0;

  click (fixture, "Add a symptom");
  gtk_test_widget_wait_for_draw (fixture->window);
  assert_targets (GTK_WIDGET (fixture->strip), &n_buttons);
  /* tools, a pen, one more, qualities, intensity, depth, constancy */
  g_assert_cmpuint (n_buttons, ==, BC_N_TOOLS + 2 + BC_N_QUALITIES + BC_NRS_MAX + 1 + 2 + 2);
}

/* Two symptoms, one of which travels, by taps alone: few enough that the eye can stay on the figure. */
static void
test_taps (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *tap;    /* a button of the strip, or */
    const char *region; /* a region of the figure */
  } taps[] = {
    { NULL, "buttock-upper-right" }, { "ache", NULL }, { "deep", NULL }, { "constant", NULL },
    { "Now: 6 of 10", NULL }, { "Spreads", NULL }, { NULL, "calf-upper-right" },
    { "Add a symptom", NULL }, { "Region", NULL }, { NULL, "heel-left" }, { "tingling", NULL },
    { "superficial", NULL }, { "intermittent", NULL }, { "Now: 3 of 10", NULL },
  };
  BcCanvas *canvas = BC_CANVAS (g_object_ref_sink (bc_canvas_new ()));
  guint n_taps = 0;

  bc_canvas_set_chart (canvas, fixture->chart, fixture->visit);
  g_object_bind_property (canvas, "tool", fixture->strip, "tool", G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (canvas, "symptom-number", fixture->strip, "symptom-number", G_BINDING_BIDIRECTIONAL);
  for (guint i = 0; i < G_N_ELEMENTS (taps); i++)
    {
      if (taps[i].region != NULL)
        gtk_widget_activate_action (GTK_WIDGET (ui_region (canvas, BC_VIEW_BACK, taps[i].region)),
                                    "region.toggle", NULL);
      else
        click (fixture, taps[i].tap);
      n_taps += taps[i].tap != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_taps, <=, 14);
  g_assert_cmpuint (bc_symptom_get_qualities (symptom (fixture, 1)), ==, BC_QUALITY_ACHE);
  g_assert_cmpint (bc_symptom_get_depth (symptom (fixture, 1)), ==, BC_DEPTH_DEEP);
  g_assert_cmpint (bc_symptom_get_constancy (symptom (fixture, 1)), ==, BC_CONSTANCY_CONSTANT);
  g_assert_cmpint (bc_symptom_get_now (symptom (fixture, 1)), ==, 6);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (symptom (fixture, 1), bc_region_from_id ("calf-upper-right"),
                                                           NULL)), ==, BC_ROLE_RADIATION);
  g_assert_cmpuint (bc_symptom_get_qualities (symptom (fixture, 2)), ==, BC_QUALITY_TINGLING);
  g_assert_cmpint (bc_symptom_get_depth (symptom (fixture, 2)), ==, BC_DEPTH_SUPERFICIAL);
  g_assert_cmpint (bc_symptom_get_constancy (symptom (fixture, 2)), ==, BC_CONSTANCY_INTERMITTENT);
  g_assert_cmpint (bc_symptom_get_now (symptom (fixture, 2)), ==, 3);
  g_assert_cmpint (bc_mark_get_role (bc_symptom_find_mark (symptom (fixture, 2), bc_region_from_id ("heel-left"),
                                                           NULL)), ==, BC_ROLE_SITE);
  g_assert_finalize_object (canvas);
}

/* The three places of the scale that words help to find are described to a screen reader. */
static void
test_anchors (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button (fixture, "Now: 0 of 10")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "No pain");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button (fixture, "Now: 10 of 10")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "The worst pain imaginable");
  g_assert_nonnull (gtk_widget_get_tooltip_text (button (fixture, "Now: 5 of 10")));
  g_assert_null (gtk_widget_get_tooltip_text (button (fixture, "Now: 6 of 10")));
}

static GtkWidget *
relation_entry (Fixture *fixture)
{
  return entry (fixture, "How the symptoms belong together");
}

/* Taps a word of a row of choices that has a name of its own. */
static void
choose (Fixture    *fixture,
        const char *name,
        const char *word)
{
  GtkWidget *row = ui_find_named (GTK_WIDGET (fixture->strip), BC_TYPE_CHOICE_ROW, name);
  GtkWidget *choice = row != NULL ? ui_find_named (row, GTK_TYPE_BUTTON, word) : NULL;

  g_assert_nonnull (choice);
  g_signal_emit_by_name (choice, "clicked");
}

/* One symptom relates to nothing; two are asked which brings which on, yes, no or not known; words go beside that. */
static void
test_relation (Fixture       *fixture,
               gconstpointer  data)
{
  click (fixture, "Add a symptom");
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (relation_entry (fixture))));
  click (fixture, "Add a symptom");
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (relation_entry (fixture))));
  choose (fixture, "P2 brings P1 on", "yes");
  g_assert_cmpint (bc_link_get_value (bc_visit_find_link (fixture->visit, 2, 1)), ==, BC_ANSWER_YES);
  choose (fixture, "P1 brings P2 on", "no");
  g_assert_cmpint (bc_link_get_value (bc_visit_find_link (fixture->visit, 1, 2)), ==, BC_ANSWER_NO);
  choose (fixture, "P1 brings P2 on", "no");
  g_assert_null (bc_visit_find_link (fixture->visit, 1, 2));
  click (fixture, "They come separately");
  g_assert_cmpstr (bc_visit_get_relation (fixture->visit), ==, "They come separately");
  gtk_editable_set_text (GTK_EDITABLE (relation_entry (fixture)), "P1 first, P2 an hour later");
  g_assert_cmpstr (bc_visit_get_relation (fixture->visit), ==, "P1 first, P2 an hour later");
  undo (fixture);
  undo (fixture);
  g_assert_cmpstr (bc_visit_get_relation (fixture->visit), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (relation_entry (fixture))), ==, "");
}

static void
type (Fixture    *fixture,
      const char *name,
      const char *text)
{
  GtkWidget *field = ui_find_named (GTK_WIDGET (fixture->strip), GTK_TYPE_ENTRY, name);

  g_assert_nonnull (field);
  gtk_editable_set_text (GTK_EDITABLE (field), text);
}

/* What makes it worse, with its times, and what they say of irritability. */
static void
test_factors (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(BcSymptomFactor) factor = NULL;
  GListModel *factors;
  GtkWidget *field;
  int at = 1;

  click (fixture, "Add a symptom");
  factors = G_LIST_MODEL (bc_symptom_get_factors (symptom (fixture, 1)));
  click (fixture, "Add what makes it worse");
  type (fixture, "What makes it worse", "Sitting");
  type (fixture, "comes on after min", "5");
  type (fixture, "settles in min", "90");
  type (fixture, "up to", "8");
  factor = g_list_model_get_item (factors, 0);
  g_assert_cmpstr (bc_symptom_factor_get_text (factor), ==, "Sitting");
  g_assert_cmpint (bc_symptom_factor_get_onset (factor), ==, 5);
  g_assert_cmpint (bc_symptom_factor_get_settle (factor), ==, 90);
  g_assert_cmpint (bc_symptom_factor_get_strength (factor), ==, 8);
  g_assert_cmpint (bc_symptom_get_irritability (symptom (fixture, 1)), ==, BC_IRRITABLE_HIGH);

  /* What is no number, or too much, is shown as wrong and leaves the chart as it was. */
  field = ui_find_named (GTK_WIDGET (fixture->strip), GTK_TYPE_ENTRY, "up to");
  gtk_editable_insert_text (GTK_EDITABLE (field), "5", -1, &at);
  g_assert_cmpint (bc_symptom_factor_get_strength (factor), ==, 8);
  g_assert_true (gtk_widget_has_css_class (field, "error"));
  type (fixture, "up to", "");
  g_assert_cmpint (bc_symptom_factor_get_strength (factor), ==, BC_NRS_UNKNOWN);

  click (fixture, "Add what makes it better");
  g_assert_cmpuint (g_list_model_get_n_items (factors), ==, 2);
  click (fixture, "Remove");
  g_assert_cmpuint (g_list_model_get_n_items (factors), ==, 1);
}

static void
test_day (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr(BcRetest) retest = NULL;

  click (fixture, "Add a symptom");
  choose (fixture, "morning", "worse");
  g_assert_cmpint (bc_symptom_get_morning (symptom (fixture, 1)), ==, BC_COURSE_WORSE);
  choose (fixture, "morning", "worse");
  g_assert_cmpint (bc_symptom_get_morning (symptom (fixture, 1)), ==, BC_COURSE_UNKNOWN);
  type (fixture, "Stiff in the morning, minutes", "30");
  g_assert_cmpint (bc_symptom_get_stiffness (symptom (fixture, 1)), ==, 30);
  type (fixture, "Wakes at night, times", "2");
  g_assert_cmpint (bc_symptom_get_wakes (symptom (fixture, 1)), ==, 2);
  choose (fixture, "Onset", "sudden");
  g_assert_cmpint (bc_symptom_get_onset_kind (symptom (fixture, 1)), ==, BC_ONSET_SUDDEN);
  type (fixture, "Day of the onset", "2026-04");
  g_signal_emit_by_name (ui_find_named (GTK_WIDGET (fixture->strip), GTK_TYPE_ENTRY, "Day of the onset"), "activate");
  g_assert_cmpstr (bc_symptom_get_onset_date (symptom (fixture, 1)), ==, "");
  type (fixture, "Day of the onset", "2026-04-21");
  g_signal_emit_by_name (ui_find_named (GTK_WIDGET (fixture->strip), GTK_TYPE_ENTRY, "Day of the onset"), "activate");
  g_assert_cmpstr (bc_symptom_get_onset_date (symptom (fixture, 1)), ==, "2026-04-21");

  click (fixture, "Add a sign to test again");
  type (fixture, "What to test again", "Bending forward");
  type (fixture, "What was found", "Finger tips to the knees");
  retest = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_retests (fixture->visit)), 0);
  g_assert_cmpstr (bc_retest_get_sign (retest), ==, "Bending forward");
  g_assert_cmpstr (bc_retest_get_result (retest), ==, "Finger tips to the knees");
}

static gboolean
has_focus_within (Fixture   *fixture,
                  GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* From what is missing to where it is filled in, with the right symptom in hand. */
static void
test_go (Fixture       *fixture,
         gconstpointer  data)
{
  static const struct
  {
    const char *what;
    int         number; /* that is active after it */
    const char *button; /* whose group has the focus */
  } cases[] = {
    { "symptom:1:quality", 1, "ache" },
    { "symptom:2:depth", 2, "deep" },
    { "symptom:1:constancy", 1, "constant" },
    { "symptom:2:now", 2, "Now: 0 of 10" },
    { "symptom:1:number", 1, "P1" },
  };
  int number;
  int tool;

  g_assert_false (bc_symptom_strip_go (fixture->strip, "aggravating")); /* of what? */
  click (fixture, "Add a symptom");
  click (fixture, "Add a symptom");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (bc_symptom_strip_go (fixture->strip, cases[i].what));
      g_object_get (fixture->strip, "symptom-number", &number, NULL);
      g_assert_cmpint (number, ==, cases[i].number);
      g_assert_true (has_focus_within (fixture, gtk_widget_get_parent (button (fixture, cases[i].button))));
    }
  g_object_set (fixture->strip, "tool", BC_TOOL_ERASE, NULL);
  g_assert_true (bc_symptom_strip_go (fixture->strip, "symptom:2:side"));
  g_object_get (fixture->strip, "tool", &tool, NULL);
  g_assert_cmpint (tool, ==, BC_TOOL_SITE);
  g_assert_true (bc_symptom_strip_go (fixture->strip, "clear"));
  g_object_get (fixture->strip, "tool", &tool, NULL);
  g_assert_cmpint (tool, ==, BC_TOOL_CLEAR);
  g_assert_false (bc_symptom_strip_go (fixture->strip, "special-questions"));
  g_assert_false (bc_symptom_strip_go (fixture->strip, "symptom:x"));
  g_assert_false (bc_symptom_strip_go (fixture->strip, "symptom:1"));
}

/* What is asked less often is behind a button; the way there opens it. */
static void
test_go_details (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    const char *what;
    const char *hint;
  } cases[] = {
    { "24-hours", "Morning, day, evening, night" },
    { "aggravating", "What makes it worse" },
    { "easing", "What makes it better" },
    { "relation", "How the symptoms belong together" },
  };
  GtkWidget *popover;

  click (fixture, "Add a symptom");
  click (fixture, "Add a symptom");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (bc_symptom_strip_go (fixture->strip, cases[i].what));
      g_assert_true (gtk_widget_get_mapped (entry (fixture, cases[i].hint)));
      g_assert_true (has_focus_within (fixture, entry (fixture, cases[i].hint)));
    }
  g_assert_true (bc_symptom_strip_go (fixture->strip, "symptom:1:worst"));
  g_assert_true (has_focus_within (fixture, gtk_widget_get_parent (button (fixture, "At worst: 0 of 10"))));
  popover = gtk_widget_get_ancestor (button (fixture, "Delete this symptom"), GTK_TYPE_POPOVER);
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_settle ();
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
  ADD ("/strip/entries-of-two", test_entries_of_two);
  ADD ("/strip/with-canvas", test_with_canvas);
  ADD ("/strip/without-chart", test_without_chart);
  ADD ("/strip/brush-width", test_brush_width);
  ADD ("/strip/pen-digits", test_pen_digits);
  ADD ("/strip/rows", test_rows);
  ADD ("/strip/words-when-narrow", test_words_when_narrow);
  ADD ("/strip/targets", test_targets);
  ADD ("/strip/taps", test_taps);
  ADD ("/strip/anchors", test_anchors);
  ADD ("/strip/relation", test_relation);
  ADD ("/strip/factors", test_factors);
  ADD ("/strip/day", test_day);
  ADD ("/strip/go", test_go);
  ADD ("/strip/go-details", test_go_details);
  return g_test_run ();
}
