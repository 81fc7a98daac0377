/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The comparison of two visits in the window: how it is reached and left, what it tells, and what the patient never sees. */

#include "bc-compare-page.h"
#include "bc-compare-picture.h"
#include "bc-plot-picture.h"
#include "ui-support.h"
#include "window-support.h"

/* Three visits, each with less pain; at the last the leg is free. */
static BcDocument *
new_document (guint n_visits)
{
  BcDocument *document = bc_document_new ();
  BcChart *chart = bc_document_get_chart (document);

  g_list_store_remove_all (bc_chart_get_visits (chart));
  for (guint i = 0; i < n_visits; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-0%u-05", i + 3);
      BcVisit *visit = bc_chart_add_visit (chart, date);
      g_autoptr(BcSymptom) symptom = bc_symptom_new (1);
      g_autoptr(BcMark) buttock = bc_mark_new (bc_region_from_id ("buttock-lower-right"), BC_ROLE_SITE);
      g_autoptr(BcMark) calf = bc_mark_new (bc_region_from_id ("calf-upper-right"), BC_ROLE_RADIATION);
      g_autoptr(BcAnswer) answer = bc_answer_new ("d-slr", i < 2 ? BC_ANSWER_YES : BC_ANSWER_NO);

      g_list_store_append (bc_symptom_get_marks (symptom), buttock);
      if (i < 2)
        g_list_store_append (bc_symptom_get_marks (symptom), calf);
      g_object_set (symptom, "now", 7 - 2 * (int) i, "worst", 9 - 2 * (int) i, NULL);
      g_list_store_append (bc_visit_get_symptoms (visit), symptom);
      g_list_store_append (bc_visit_get_answers (visit), answer);
    }
  return document;
}

static GtkWidget *
open_comparison (BcWindow *window)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.compare", NULL);
  ui_settle ();
  page = window_find_type (GTK_WIDGET (window), BC_TYPE_COMPARE_PAGE);
  return page != NULL && gtk_widget_get_mapped (page) ? page : NULL;
}

/* A row of the list of changes, as a screen reader tells it. */
static gboolean
has_row (GtkWidget  *root,
         const char *words)
{
  if (GTK_IS_LIST_BOX_ROW (root) && gtk_widget_get_mapped (root))
    {
      g_autofree char *wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (root),
                                                                   GTK_ACCESSIBLE_PROPERTY_LABEL, words);

      if (wrong == NULL)
        return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_row (child, words))
      return TRUE;
  return FALSE;
}

static void
assert_row (GtkWidget  *root,
            const char *words)
{
  if (!has_row (root, words))
    g_error ("no row says: %s", words);
}

/* With one visit there is nothing to compare. */
static void
test_one_visit (void)
{
  g_autoptr(BcDocument) document = new_document (1);
  BcWindow *window = window_show (document);

  g_assert_null (open_comparison (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The last visit beside the one before; other visits on choice; Escape leads back. */
static void
test_words (void)
{
  g_autoptr(BcDocument) document = new_document (3);
  BcWindow *window = window_show (document);
  GtkWidget *page = open_comparison (window);

  g_assert_nonnull (page);
  assert_row (page, "Worst intensity: 7 → 5 (−2, usually matters)");
  assert_row (page, "Marked regions: 2 → 1 (1 gone)");
  assert_row (page, "P1: worst 7 → 5 (−2, usually matters); now 5 → 3 (−2, usually matters); no longer in – right: calf "
                    "(upper).");
  g_assert_true (window_can_read (window, "7 → 5 ▼"));
  g_assert_true (window_can_read (window, "No longer in – right: calf (upper)"));
  g_assert_true (window_can_read (window, "yes → no"));
  bc_compare_page_choose (BC_COMPARE_PAGE (page), 0, 2);
  ui_settle ();
  assert_row (page, "Worst intensity: 9 → 5 (−4, usually matters)");
  bc_compare_page_choose (BC_COMPARE_PAGE (page), 1, 1);
  ui_settle ();
  g_assert_true (window_can_read (window, "the same visit twice"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.escape", NULL);
  ui_settle ();
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_true (gtk_widget_get_mapped (window->canvas));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The first visit, which has none before it, is compared with the last: what came since. */
static void
test_first (void)
{
  g_autoptr(BcDocument) document = new_document (3);
  g_autoptr(BcVisit) first = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (bc_document_get_chart (document))),
                                                    0);
  BcWindow *window = window_show (document);
  GtkWidget *page;

  bc_document_set_visit (document, first);
  page = open_comparison (window);
  g_assert_nonnull (page);
  assert_row (page, "Worst intensity: 9 → 5 (−4, usually matters)");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* While findings are hidden no source of pain is named, though intensities and places are told. */
static void
test_patient (void)
{
  g_autoptr(BcDocument) document = new_document (3);
  BcWindow *window = window_show (document);

  g_assert_nonnull (open_comparison (window));
  g_assert_true (window_can_read (window, "Fits best"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.escape", NULL);
  _bc_window_show_findings (window, FALSE);
  g_assert_nonnull (open_comparison (window));
  g_assert_false (window_can_read (window, "Fits best"));
  g_assert_true (window_can_read (window, "7 → 5"));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define WIDTH 600
#define HEIGHT 500
#define STEP 3

/* All that the pointer is told anywhere in a picture, and at how many places. */
static GHashTable *
new_told (GtkWidget *picture)
{
  GHashTable *told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int y = 0; y < HEIGHT; y += STEP)
    for (int x = 0; x < WIDTH; x += STEP)
      {
        char *words = bc_painted_dup_words (BC_PAINTED (picture), x, y);
        guint n;

        if (words == NULL)
          continue;
        n = GPOINTER_TO_UINT (g_hash_table_lookup (told, words));
        g_hash_table_insert (told, words, GUINT_TO_POINTER (n + 1));
      }
  return told;
}

/* Close up, what changed is larger; a symptom alone shows only its own changes. */
static void
test_scope (void)
{
  const char *gone = "Calf, upper, right: gone";
  g_autoptr(BcDocument) document = new_document (3);
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *last = bc_chart_get_last_visit (chart);
  g_autoptr(BcVisit) first = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), 0);
  g_autoptr(BcSymptom) other = bc_symptom_new (2);
  g_autoptr(BcMark) elbow = bc_mark_new (bc_region_from_id ("shin-left"), BC_ROLE_SITE);
  g_autoptr(BcComparison) comparison = NULL;
  GtkWidget *picture = bc_compare_picture_new (BC_COMPARE_ONION);
  GtkWidget *window = gtk_window_new ();
  g_autoptr(GHashTable) whole = NULL;
  g_autoptr(GHashTable) close = NULL;
  g_autoptr(GHashTable) alone = NULL;

  g_list_store_append (bc_symptom_get_marks (other), elbow);
  g_list_store_append (bc_visit_get_symptoms (last), other);
  comparison = bc_compare_visits (chart, first, last, NULL);
  gtk_window_set_child (GTK_WINDOW (window), picture);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  bc_compare_picture_set_comparison (BC_COMPARE_PICTURE (picture), BC_FIGURE_ADULT_FEMALE, comparison, 1, FALSE);
  whole = new_told (picture);
  bc_compare_picture_set_comparison (BC_COMPARE_PICTURE (picture), BC_FIGURE_ADULT_FEMALE, comparison, 1, TRUE);
  close = new_told (picture);
  bc_compare_picture_set_comparison (BC_COMPARE_PICTURE (picture), BC_FIGURE_ADULT_FEMALE, comparison, 2, FALSE);
  alone = new_told (picture);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (whole, gone)), >, 0);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (close, gone)), >,
                    GPOINTER_TO_UINT (g_hash_table_lookup (whole, gone)));
  g_assert_false (g_hash_table_contains (whole, "Shin, left: new"));
  g_assert_true (g_hash_table_contains (alone, "Shin, left: new"));
  g_assert_false (g_hash_table_contains (alone, gone));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return gtk_widget_get_mapped (root) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Where the clinician drew how a symptom is understood, that can be compared instead; where not, nothing offers it. */
static void
test_drawings (void)
{
  g_autoptr(BcDocument) document = new_document (3);
  BcVisit *last = bc_chart_get_last_visit (bc_document_get_chart (document));
  g_autoptr(BcMark) heel = bc_mark_new (bc_region_from_id ("heel-right"), BC_ROLE_SITE);
  BcWindow *window;
  GtkWidget *page;
  GtkWidget *button;

  g_list_store_append (bc_symptom_get_marks_of (bc_visit_get_symptom (last, 1), BC_DRAWING_CLINICIAN), heel);
  window = window_show (document);
  page = open_comparison (window);
  assert_row (page, "Marked regions: 2 → 1 (1 gone)");
  button = find_button (page, "Clinician’s");
  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  ui_settle ();
  assert_row (page, "Marked regions: 2 → 1 (2 gone, 1 new)");
  bc_compare_page_choose (BC_COMPARE_PAGE (page), 0, 1);
  ui_settle ();
  g_assert_null (find_button (page, "Clinician’s"));
  assert_row (page, "Marked regions: 2 (unchanged)");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the pointer tells of a place in the onion skin. */
static void
test_pointer (void)
{
  g_autoptr(BcDocument) document = new_document (3);
  BcChart *chart = bc_document_get_chart (document);
  g_autoptr(BcVisit) first = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), 0);
  g_autoptr(BcComparison) comparison = bc_compare_visits (chart, first, bc_chart_get_last_visit (chart), NULL);
  GtkWidget *picture = bc_compare_picture_new (BC_COMPARE_ONION);
  GtkWidget *window = gtk_window_new ();
  g_autoptr(GHashTable) told = NULL;

  gtk_window_set_child (GTK_WINDOW (window), picture);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  bc_compare_picture_set_comparison (BC_COMPARE_PICTURE (picture), BC_FIGURE_ADULT_FEMALE, comparison, 0, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  ui_settle ();
  told = new_told (picture);
  g_assert_true (g_hash_table_contains (told, "Lower buttock, right: the same"));
  g_assert_true (g_hash_table_contains (told, "Calf, upper, right: gone"));
  g_assert_true (g_hash_table_contains (told, "Heel, left"));
  g_assert_false (g_hash_table_contains (told, "Forehead, left")); /* nothing is marked in front */
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The numbers of the plot can be read as text. */
static void
test_numbers (void)
{
  g_autoptr(BcDocument) document = new_document (3);
  BcWindow *window = window_show (document);
  GtkWidget *page = open_comparison (window);
  GtkWidget *switcher = window_find_type (page, GTK_TYPE_STACK_SWITCHER);
  GtkWidget *plot;
  GtkWidget *expander;

  gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher)), "course");
  ui_settle ();
  plot = window_find_type (page, BC_TYPE_PLOT_PICTURE);
  g_assert_true (gtk_widget_get_mapped (plot));
  gtk_test_accessible_assert_role (plot, GTK_ACCESSIBLE_ROLE_IMG);
  expander = window_find_type (page, GTK_TYPE_EXPANDER);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  ui_settle ();
  g_assert_true (window_can_read (window, "5 March 2026: "));
  g_assert_true (window_can_read (window, "2 regions; P1 now 7, best –, worst 9"));
  g_assert_true (window_can_read (window, "1 region; P1 now 3, best –, worst 5"));
  g_assert_cmpint (gtk_widget_get_width (plot), >, 200);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the line under the plot says of a visit. */
static void
assert_read (GtkWidget  *page,
             const char *step,
             const char *words)
{
  BcWindow *window = BC_WINDOW (gtk_widget_get_root (page));

  if (!window_can_read (window, words))
    g_error ("after %s nothing reads: %s", step, words);
}

/* The keyboard goes from visit to visit of the plot, and no further than there are any. */
static void
test_reading (void)
{
  g_autoptr(BcDocument) document = new_document (3);
  BcWindow *window = window_show (document);
  GtkWidget *page = open_comparison (window);
  GtkWidget *switcher = window_find_type (page, GTK_TYPE_STACK_SWITCHER);
  g_autofree char *told = NULL;
  GtkWidget *plot;

  gtk_stack_set_visible_child_name (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher)), "course");
  ui_settle ();
  plot = window_find_type (page, BC_TYPE_PLOT_PICTURE);
  g_assert_true (gtk_widget_grab_focus (plot));
  g_assert_false (window_can_read (window, "P1 now 5, best –, worst 7"));
  window_press (plot, GDK_KEY_Home);
  assert_read (page, "Home", "P1 now 7, best –, worst 9");
  window_press (plot, GDK_KEY_Left);
  assert_read (page, "Left", "P1 now 7, best –, worst 9");
  window_press (plot, GDK_KEY_Right);
  assert_read (page, "Right", "P1 now 5, best –, worst 7");
  window_press (plot, GDK_KEY_End);
  assert_read (page, "End", "P1 now 3, best –, worst 5");
  told = bc_painted_dup_words (BC_PAINTED (plot), gtk_widget_get_width (plot), 50);
  g_assert_nonnull (told);
  g_assert_nonnull (strstr (told, "\nP1 now 3"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A chart that is closed leaves nothing behind on the page. */
static void
test_forgets (void)
{
  g_autoptr(BcDocument) document = new_document (2);
  BcWindow *window = window_show (document);
  GtkWidget *page = open_comparison (window);
  GtkWidget *choice = window_find_type (page, GTK_TYPE_DROP_DOWN);

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (choice))), ==, 2);
  bc_window_set_document (window, NULL);
  ui_settle ();
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (choice))), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);
  g_test_add_func ("/compare/one-visit", test_one_visit);
  g_test_add_func ("/compare/words", test_words);
  g_test_add_func ("/compare/first", test_first);
  g_test_add_func ("/compare/patient", test_patient);
  g_test_add_func ("/compare/pointer", test_pointer);
  g_test_add_func ("/compare/scope", test_scope);
  g_test_add_func ("/compare/drawings", test_drawings);
  g_test_add_func ("/compare/numbers", test_numbers);
  g_test_add_func ("/compare/reading", test_reading);
  g_test_add_func ("/compare/forgets", test_forgets);
  return window_run ();
}
