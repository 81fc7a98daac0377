/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window tells: the line for the eyes, and the words that a screen reader announces, once each. */

#include "bc-edit.h"
#include "ui-support.h"
#include "window-support.h"

typedef struct
{
  BcDocument *document;
  BcWindow   *window;
  GPtrArray  *said; /* of char *, what was announced */
} Fixture;

static void
announced_cb (Fixture *fixture)
{
  const char *text = gtk_label_get_text (GTK_LABEL (fixture->window->announcer));

  if (text[0] != '\0')
    g_ptr_array_add (fixture->said, g_strdup (text));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = window_document ();
  fixture->window = window_show (fixture->document);
  fixture->said = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect_swapped (fixture->window->announcer, "notify::label", G_CALLBACK (announced_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  ui_window_close (GTK_WIDGET (fixture->window));
  g_ptr_array_unref (fixture->said);
  g_object_unref (fixture->document);
}

static void
assert_said (Fixture    *fixture,
             const char *text)
{
  ui_settle ();
  g_assert_cmpuint (fixture->said->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->said, 0), ==, text);
  g_ptr_array_set_size (fixture->said, 0);
}

static const char *
read_line (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (fixture->window->status));
}

/* Nobody sees it, a screen reader hears it. */
static void
test_role (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *announcer = fixture->window->announcer;

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (announcer)), ==, GTK_ACCESSIBLE_ROLE_STATUS);
  g_assert_true (gtk_widget_get_mapped (announcer));
  g_assert_cmpfloat (gtk_widget_get_opacity (announcer), <, 0.01);
  /* The other one is silent, or everything would be heard twice. */
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (fixture->window->status)), !=,
                   GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  BcChart *chart = bc_document_get_chart (fixture->document);
  BcVisit *visit = bc_document_get_visit (fixture->document);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  bc_edit_toggle_clear (chart, visit, bc_region_from_id ("shin-left"));
  ui_settle ();
  g_ptr_array_set_size (fixture->said, 0);
  undone = g_strdup_printf ("Undone: %s", bc_history_get_undo_label (bc_chart_get_history (chart)));
  redone = g_strdup_printf ("Redone: %s", bc_history_get_undo_label (bc_chart_get_history (chart)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_said (fixture, undone);
  g_assert_cmpstr (read_line (fixture), ==, undone);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  assert_said (fixture, redone);
  /* The same again is news too. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_said (fixture, undone);
}

/* Undoing takes the symptom with it, and another becomes the active one: still one announcement. */
static void
test_once (Fixture      *fixture,
           gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-symptom", NULL);
  assert_said (fixture, "P2, no quality yet");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_settle ();
  g_assert_cmpuint (fixture->said->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (fixture->said, 0), "Undone: "));
  g_ptr_array_set_size (fixture->said, 0);

  /* What changes with an act, before or after it, is not told besides. */
  g_object_set (fixture->window->canvas, "tool", BC_TOOL_BRUSH, NULL);
  g_signal_emit_by_name (fixture->window->canvas, "said", "P1: right shin marked");
  g_object_set (fixture->window->canvas, "tool", BC_TOOL_SITE, NULL);
  assert_said (fixture, "P1: right shin marked");
}

static void
test_canvas (Fixture      *fixture,
             gconstpointer data)
{
  g_signal_emit_by_name (fixture->window->canvas, "said", "P1: right shin marked");
  assert_said (fixture, "P1: right shin marked");
  g_assert_cmpstr (read_line (fixture), ==, "P1: right shin marked");
}

static void
test_tool (Fixture      *fixture,
           gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.tool", "i", BC_TOOL_BRUSH);
  assert_said (fixture, "Tool: Brush");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.tool", "i", BC_TOOL_BRUSH);
  ui_settle ();
  g_assert_cmpuint (fixture->said->len, ==, 0);
}

static void
test_symptom (Fixture      *fixture,
              gconstpointer data)
{
  BcChart *chart = bc_document_get_chart (fixture->document);
  BcSymptom *symptom = bc_visit_get_symptom (bc_document_get_visit (fixture->document), 1);

  bc_edit_toggle_quality (chart, symptom, BC_QUALITY_ACHE);
  bc_edit_set_intensity (chart, symptom, "now", 6);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.new-symptom", NULL);
  assert_said (fixture, "P2, no quality yet");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.symptom", "i", 1);
  assert_said (fixture, "P1, ache, 6 of 10");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.symptom", "i", 9);
  assert_said (fixture, "There is no P9 yet; Alt+N adds a symptom");
}

/* The region that is pointed at is for the eyes: who walks there by keyboard hears it from the region. */
static void
test_hover (Fixture      *fixture,
            gconstpointer data)
{
  g_signal_emit_by_name (fixture->window->canvas, "hover", (guint) bc_region_from_id ("shin-right"));
  ui_settle ();
  g_assert_cmpstr (read_line (fixture), ==, "Shin, right");
  g_assert_cmpuint (fixture->said->len, ==, 0);
  g_signal_emit_by_name (fixture->window->canvas, "hover", (guint) BC_REGION_NONE);
  g_assert_cmpstr (read_line (fixture), !=, "Shin, right");
  g_signal_emit_by_name (fixture->window->canvas, "named", (guint) bc_region_from_id ("shin-left"));
  g_assert_cmpstr (read_line (fixture), ==, "Shin, left");
}

/* A map's name does not stay behind when the patient looks on. */
static void
test_hush (Fixture      *fixture,
           gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "dermatomes", NULL);
  ui_settle ();
  g_assert_nonnull (strstr (read_line (fixture), "Touch dermatomes"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-findings", NULL);
  ui_settle ();
  g_assert_null (strstr (read_line (fixture), "Touch dermatomes"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (fixture->window->announcer)), ==, "");
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-findings", NULL);
}

/* What is missing leads to where it is filled in. */
static void
test_go (Fixture      *fixture,
         gconstpointer data)
{
  int tool = 0;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.panel", "s", "patient");
  g_signal_emit_by_name (fixture->window->completeness, "go", "24-hours");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (fixture->window->panels)), ==, "questions");
  g_signal_emit_by_name (fixture->window->completeness, "go", "clear");
  g_object_get (fixture->window->canvas, "tool", &tool, NULL);
  g_assert_cmpint (tool, ==, BC_TOOL_CLEAR);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/ui/status/role", test_role },       { "/ui/status/undo", test_undo },
    { "/ui/status/once", test_once },       { "/ui/status/canvas", test_canvas },
    { "/ui/status/tool", test_tool },       { "/ui/status/symptom", test_symptom },
    { "/ui/status/hover", test_hover },     { "/ui/status/hush", test_hush },
    { "/ui/status/go", test_go },
  };

  window_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return window_run ();
}
