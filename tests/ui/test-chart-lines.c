/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two quiet lines under the figure: what the chart still lacks, and what it says. */

#include "ui-support.h"

#include "bc-completeness-line.h"
#include "bc-read-back.h"

typedef struct
{
  BcChart   *chart;
  BcVisit   *visit;
  GtkWidget *line;
  GtkWidget *back;
  GtkWidget *window;
  char      *went;
} Fixture;

static void
go_cb (Fixture    *fixture,
       const char *what)
{
  g_free (fixture->went);
  fixture->went = g_strdup (what);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->chart = ui_chart_new (BC_FIGURE_ADULT_MALE);
  fixture->visit = bc_chart_get_last_visit (fixture->chart);
  fixture->line = g_object_ref_sink (bc_completeness_line_new ());
  fixture->back = g_object_ref_sink (bc_read_back_new ());
  g_signal_connect_swapped (fixture->line, "go", G_CALLBACK (go_cb), fixture);
  gtk_box_append (GTK_BOX (box), fixture->line);
  gtk_box_append (GTK_BOX (box), fixture->back);
  bc_completeness_line_set_chart (BC_COMPLETENESS_LINE (fixture->line), fixture->chart, fixture->visit);
  bc_read_back_set_chart (BC_READ_BACK (fixture->back), fixture->chart, fixture->visit);
  fixture->window = ui_window_show (box, 900, 200);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  ui_window_close (fixture->window);
  g_assert_finalize_object (BC_COMPLETENESS_LINE (fixture->line));
  g_assert_finalize_object (BC_READ_BACK (fixture->back));
  g_assert_finalize_object (fixture->chart);
  g_free (fixture->went);
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_LABEL (child) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (child)), text) == 0)
        return child;
      found = find_label (child, text);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows (GtkWidget  *root,
       const char *text)
{
  GtkWidget *label = find_label (root, text);

  gtk_test_widget_wait_for_draw (root);
  return label != NULL && gtk_widget_get_mapped (label);
}

static BcSymptom *
add_symptom (Fixture    *fixture,
             const char *site,
             const char *radiation)
{
  BcSymptom *symptom = bc_edit_add_symptom (fixture->chart, fixture->visit);

  bc_edit_toggle_region (fixture->chart, fixture->visit, symptom, bc_region_from_id (site), BC_ROLE_SITE);
  if (radiation != NULL)
    bc_edit_toggle_region (fixture->chart, fixture->visit, symptom, bc_region_from_id (radiation), BC_ROLE_RADIATION);
  return symptom;
}

/* All that is asked of one symptom, and of the visit. */
static void
complete (Fixture *fixture)
{
  BcHistory *history = bc_chart_get_history (fixture->chart);
  BcSymptom *symptom = add_symptom (fixture, "heel-left", NULL);

  g_object_set (symptom, "qualities", BC_QUALITY_ACHE, "depth", BC_DEPTH_DEEP, "constancy", BC_CONSTANCY_CONSTANT,
                "now", 3, "worst", 6, "aggravating", "stairs", "easing", "rest", NULL);
  bc_edit_toggle_clear (fixture->chart, fixture->visit, bc_region_from_id ("heel-right"));
  bc_edit_set_answer (fixture->chart, fixture->visit, "saddle-numb", BC_ANSWER_NO);
  bc_history_set_string (history, symptom, "day-pattern", "worst in the morning");
}

/* The next missing things are one tap away; what is filled in leaves the line, undo brings it back. */
static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  BcSymptom *symptom;

  g_assert_true (shows (fixture->line, "0 of 11"));
  g_assert_true (shows (fixture->line, "P1: where"));
  symptom = add_symptom (fixture, "heel-left", NULL);
  g_assert_true (shows (fixture->line, "2 of 12"));
  g_assert_null (find_label (fixture->line, "P1: where"));
  g_assert_true (shows (fixture->line, "P1: depth"));
  g_signal_emit_by_name (ui_find_named (fixture->line, GTK_TYPE_BUTTON, "P1: depth"), "clicked");
  g_assert_cmpstr (fixture->went, ==, "symptom:1:depth");
  bc_history_set_int (bc_chart_get_history (fixture->chart), symptom, "depth", BC_DEPTH_DEEP);
  g_assert_null (find_label (fixture->line, "P1: depth"));
  bc_history_undo (bc_chart_get_history (fixture->chart));
  g_assert_nonnull (find_label (fixture->line, "P1: depth"));
}

/* It asks the one question that no list can answer, whatever is recorded, and never stands in the way. */
static void
test_question (Fixture       *fixture,
               gconstpointer  data)
{
  const char *question = "Is all your pain on the chart?";

  g_assert_true (shows (fixture->line, question));
  g_assert_nonnull (gtk_widget_get_tooltip_text (find_label (fixture->line, question)));
  complete (fixture);
  g_assert_true (shows (fixture->line, "Complete."));
  g_assert_true (shows (fixture->line, question));
}

/* The list behind it holds everything, what is missing and what is done. */
static void
test_list (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *summary = gtk_widget_get_first_child (fixture->line);

  add_symptom (fixture, "heel-left", NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (summary));
  ui_settle ();
  g_assert_nonnull (find_label (summary, "P1: where"));
  g_assert_nonnull (ui_find_named (summary, GTK_TYPE_LABEL, "P1: where, done"));
  g_assert_nonnull (ui_find_named (summary, GTK_TYPE_BUTTON, "special questions"));
  g_signal_emit_by_name (ui_find_named (summary, GTK_TYPE_BUTTON, "special questions"), "clicked");
  g_assert_cmpstr (fixture->went, ==, "special-questions");
}

/* One line at any width: what does not fit is left out whole, the first missing thing last of all. */
static void
test_one_line (Fixture       *fixture,
               gconstpointer  data)
{
  static const int widths[] = { 900, 600, 400, 260 };
  int before = G_MAXINT;

  add_symptom (fixture, "heel-left", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int n_shown = 0;
      int height;

      gtk_widget_measure (fixture->line, GTK_ORIENTATION_VERTICAL, widths[i], &height, NULL, NULL, NULL);
      g_assert_cmpint (height, <=, 36);
      gtk_widget_size_allocate (fixture->line, &(GtkAllocation) { 0, 0, widths[i], height }, -1);
      for (GtkWidget *child = gtk_widget_get_first_child (fixture->line); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          graphene_rect_t box;

          if (!gtk_widget_get_child_visible (child))
            continue;
          n_shown++;
          g_assert_true (gtk_widget_compute_bounds (child, fixture->line, &box));
          g_assert_cmpfloat ((double) (box.origin.x + box.size.width), <=, widths[i]);
        }
      g_assert_cmpint (n_shown, >=, 2);
      g_assert_cmpint (n_shown, <=, before);
      before = n_shown;
    }
}

static const char *
said (Fixture *fixture)
{
  GtkWidget *label = gtk_widget_get_next_sibling (gtk_widget_get_first_child (fixture->back));

  return gtk_label_get_text (GTK_LABEL (label));
}

/* It follows every change, and undo. */
static void
test_read_back (Fixture       *fixture,
                gconstpointer  data)
{
  BcSymptom *symptom;

  g_assert_cmpstr (said (fixture), ==, "Nothing is on the chart yet.");
  symptom = add_symptom (fixture, "heel-left", NULL);
  g_assert_cmpstr (said (fixture), ==, "P1, in your left heel.");
  bc_edit_set_intensity (fixture->chart, symptom, "now", 4);
  g_assert_cmpstr (said (fixture), ==, "P1, 4 of 10, in your left heel.");
  bc_edit_toggle_clear (fixture->chart, fixture->visit, bc_region_from_id ("shin-left"));
  bc_history_set_string (bc_chart_get_history (fixture->chart), fixture->visit, "relation", "P1 alone");
  g_assert_cmpstr (said (fixture), ==, "P1, 4 of 10, in your left heel. P1 alone. Clear: left: shin.");
  bc_history_undo (bc_chart_get_history (fixture->chart));
  bc_history_undo (bc_chart_get_history (fixture->chart));
  bc_history_undo (bc_chart_get_history (fixture->chart));
  g_assert_cmpstr (said (fixture), ==, "P1, in your left heel.");
}

/* What changes side is asked first, with a sign. */
static void
test_crossing (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *icon = gtk_widget_get_first_child (fixture->back);

  add_symptom (fixture, "lumbar-lower-left", "heel-left");
  g_assert_false (gtk_widget_get_visible (icon));
  add_symptom (fixture, "lumbar-lower-left", "heel-right");
  g_assert_true (gtk_widget_get_visible (icon));
  g_assert_true (g_str_has_prefix (said (fixture),
                                   "P2 sits on your left and spreads to your right side. Is that so? "));
}

/* However much is said, the figure above keeps its size, and the rest is behind a button. */
static void
test_height (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *more = gtk_widget_get_last_child (fixture->back);
  int before = gtk_widget_get_height (fixture->back);

  g_assert_false (gtk_widget_get_child_visible (more));
  for (int i = 0; i < 5; i++)
    add_symptom (fixture, "lumbar-lower-left", "heel-left");
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (gtk_widget_get_height (fixture->back), ==, before);
  g_assert_true (gtk_widget_get_child_visible (more));
}

/* Another chart, or none. */
static void
test_set_chart (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(BcChart) other = ui_chart_new (BC_FIGURE_CHILD);

  complete (fixture);
  bc_read_back_set_chart (BC_READ_BACK (fixture->back), other, bc_chart_get_last_visit (other));
  bc_completeness_line_set_chart (BC_COMPLETENESS_LINE (fixture->line), other, bc_chart_get_last_visit (other));
  g_assert_cmpstr (said (fixture), ==, "Nothing is on the chart yet.");
  g_assert_true (shows (fixture->line, "0 of 11"));
  add_symptom (fixture, "shin-left", NULL); /* in the one before: no matter any more */
  g_assert_cmpstr (said (fixture), ==, "Nothing is on the chart yet.");
  bc_read_back_set_chart (BC_READ_BACK (fixture->back), NULL, NULL);
  bc_completeness_line_set_chart (BC_COMPLETENESS_LINE (fixture->line), NULL, NULL);
  g_assert_false (gtk_widget_get_visible (fixture->line));
  g_assert_false (gtk_widget_get_visible (fixture->back));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/chart-lines/missing", test_missing);
  ADD ("/chart-lines/question", test_question);
  ADD ("/chart-lines/list", test_list);
  ADD ("/chart-lines/one-line", test_one_line);
  ADD ("/chart-lines/read-back", test_read_back);
  ADD ("/chart-lines/crossing", test_crossing);
  ADD ("/chart-lines/height", test_height);
  ADD ("/chart-lines/set-chart", test_set_chart);
  return g_test_run ();
}
