/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The map browser: how it is reached, what it finds and says, and that the patient never sees it. */

#include "bc-map-browser.h"
#include "bc-map-list.h"
#include "bc-map-page.h"
#include "bc-map-panels.h"
#include "bc-map-picture.h"
#include "bc-overlay-maker.h"
#include "ui-support.h"
#include "window-support.h"

static const BcPattern *
get_pattern (const char *id)
{
  const BcPattern *pattern = bc_maps_lookup_pattern (bc_maps_get_default (), id);

  g_assert_nonnull (pattern);
  return pattern;
}

static gboolean
is_browsing (BcWindow *window)
{
  ui_settle ();
  return window->browser != NULL && gtk_widget_get_mapped (window->browser);
}

static const BcPattern *
shown_pattern (BcWindow *window)
{
  GtkWidget *page = window_find_type (window->browser, BC_TYPE_MAP_PAGE);

  return bc_map_page_get_pattern (BC_MAP_PAGE (page));
}

static void
type_words (BcWindow   *window,
            const char *words)
{
  GtkWidget *list = window_find_type (window->browser, BC_TYPE_MAP_LIST);
  GtkWidget *entry = window_find_type (list, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
  ui_settle ();
}

/* --- the picture --- */

static gboolean
has_view (const char *id,
          BcSide      side,
          BcViewId    view)
{
  g_autoptr(BcOverlay) overlay = bc_overlay_from_pattern (get_pattern (id), side);
  BcViewId views[BC_N_VIEWS];
  guint n = bc_map_list_views (overlay, BC_FIGURE_ADULT_FEMALE, views);

  for (guint i = 0; i < n; i++)
    if (views[i] == view)
      return TRUE;
  return FALSE;
}

/* The views that carry zones are shown, and no others. */
static void
test_views (void)
{
  g_assert_true (has_view ("derm-l5", BC_SIDE_RIGHT, BC_VIEW_FRONT));
  g_assert_true (has_view ("derm-l5", BC_SIDE_RIGHT, BC_VIEW_RIGHT));
  g_assert_false (has_view ("derm-l5", BC_SIDE_RIGHT, BC_VIEW_LEFT));
  g_assert_true (has_view ("derm-l5", BC_SIDE_LEFT, BC_VIEW_LEFT));
  g_assert_false (has_view ("derm-l5", BC_SIDE_RIGHT, BC_VIEW_HANDS));
  g_assert_true (has_view ("derm-c6", BC_SIDE_RIGHT, BC_VIEW_HANDS));
  g_assert_false (has_view ("derm-c6", BC_SIDE_RIGHT, BC_VIEW_SOLES));
}

/* Every map has a picture on every figure, at the width of a telephone as well. */
static void
test_every_picture (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  GtkWidget *picture = g_object_ref_sink (bc_map_picture_new ());

  for (guint i = 0; i < maps->patterns->len; i++)
    for (int figure = 0; figure < BC_N_FIGURES; figure++)
      {
        const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
        g_autoptr(BcOverlay) overlay = bc_overlay_from_pattern (pattern, BC_SIDE_BOTH);
        BcViewId views[BC_N_VIEWS];
        int height;

        g_assert_cmpuint (bc_map_list_views (overlay, (BcFigureId) figure, views), >, 0);
        bc_map_picture_set_map (BC_MAP_PICTURE (picture), pattern, BC_SIDE_BOTH, (BcFigureId) figure);
        gtk_widget_measure (picture, GTK_ORIENTATION_VERTICAL, 330, &height, NULL, NULL, NULL);
        g_assert_cmpint (height, >, 100);
      }
  g_object_unref (picture);
}

/* --- the window --- */

/* From the start page: search, choose, read, and back by Escape, one step after the other. */
static void
test_without_chart (void)
{
  BcWindow *window = window_show (NULL);
  g_autofree char *words = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse", NULL);
  g_assert_true (is_browsing (window));
  type_words (window, "numb thumb");
  g_assert_true (shown_pattern (window) == get_pattern ("derm-c6"));
  words = window_read (window);
  g_assert_nonnull (strstr (words, "C6 dermatome, right"));
  g_assert_nonnull (strstr (words, "numbness · Thumb (90 of 100)"));
  g_assert_nonnull (strstr (words, "Where it is felt"));
  g_assert_nonnull (strstr (words, "Thumb, right"));
  /* There is no chart to show it on. */
  g_assert_null (strstr (words, "Show on the chart"));

  window_press (GTK_WIDGET (window), GDK_KEY_Escape);
  g_assert_true (is_browsing (window));
  window_press (GTK_WIDGET (window), GDK_KEY_Escape);
  g_assert_false (is_browsing (window));
  ui_window_close (GTK_WIDGET (window));
}

/* Everything that the page of a map says, of a map that has everything. */
static const char *const parts[] = {
  "L5 radicular pain, right", "Nerve root · L5", "Irritation or compression", "In short", "Outer leg below the knee, right",
  "80 of 100", "felt by most", "follows a published map", "Questions and tests",
  "Raising the straight leg reproduces the leg pain below the knee", "LR+ 1.23 (yes) · LR− 0.35 (no)",
  "computed from sensitivity and specificity", "Deville", "Red flags that concern it",
  "Severe or progressive loss of a nerve root", "Consider to assess", "Kinds of care", "How strong the evidence is",
  "Sources", "Konstantinou K et al. 2015", "figures read", "DOI 10.",
};

static void
test_page (void)
{
  BcWindow *window = window_show (NULL);
  g_autofree char *words = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse-map", "(si)", "root-l5", (int) BC_SIDE_RIGHT);
  g_assert_true (is_browsing (window));
  words = window_read (window);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (words, parts[i]) == NULL)
      g_error ("The page of a map does not say “%s”", parts[i]);
  ui_window_close (GTK_WIDGET (window));
}

/* Where a share was published its page shows it beside what the map makes of it, and who has the source more often. */
static void
test_published (void)
{
  static const struct
  {
    const char *map;
    const char *says[4];
  } pages[] = {
    { "sij", { "What was published", "lower limb, any part", "published: 50 % of 50 · this map: ", "Slipman CW et al. 2000" } },
    { "pn-median-wrist", { "Women and men", "79 % women, were there as many women as men", "Mattioli S et al. 2008" } },
    { "pgp", { "women only" } },
  };
  BcWindow *window = window_show (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *words = NULL;

      gtk_widget_activate_action (GTK_WIDGET (window), "win.browse-map", "(si)", pages[i].map, (int) BC_SIDE_RIGHT);
      g_assert_true (is_browsing (window));
      words = window_read (window);
      for (guint k = 0; k < G_N_ELEMENTS (pages[i].says) && pages[i].says[k] != NULL; k++)
        if (strstr (words, pages[i].says[k]) == NULL)
          g_error ("The page of %s does not say “%s”", pages[i].map, pages[i].says[k]);
    }
  ui_window_close (GTK_WIDGET (window));
}

/* Where nothing was published, and no ratio of the sexes, nothing is said of it. */
static void
test_unpublished (void)
{
  BcWindow *window = window_show (NULL);
  g_autofree char *words = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse-map", "(si)", "mf-piriformis", (int) BC_SIDE_RIGHT);
  g_assert_true (is_browsing (window));
  words = window_read (window);
  g_assert_null (strstr (words, "What was published"));
  g_assert_null (strstr (words, "Women and men"));
  ui_window_close (GTK_WIDGET (window));
}

/* The other side is one click away, in the picture and in the words. */
static void
test_side (void)
{
  BcWindow *window = window_show (NULL);
  g_autofree char *words = NULL;
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse-map", "(si)", "derm-l5", (int) BC_SIDE_RIGHT);
  ui_settle ();
  page = window_find_type (window->browser, BC_TYPE_MAP_PAGE);
  g_signal_emit_by_name (window_find_button (page, "Left"), "clicked");
  words = window_read (window);
  g_assert_nonnull (strstr (words, "L5 dermatome, left"));
  g_assert_nonnull (strstr (words, "Great toe, left"));
  g_assert_null (strstr (words, "Great toe, right"));
  ui_window_close (GTK_WIDGET (window));
}

/* A map of which a finding speaks is opened from there, and laid over the chart from its page. */
static void
test_from_finding (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  GtkWidget *button;

  window_select_first_finding (window);
  ui_settle ();
  button = window_find_action (window->findings_panel, "win.browse-map");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (is_browsing (window));
  g_assert_true (shown_pattern (window) == get_pattern ("root-l5"));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse-map", "(si)", "derm-l4", (int) BC_SIDE_LEFT);
  ui_settle ();
  g_signal_emit_by_name (window_find_button (window->browser, "Show on the chart"), "clicked");
  g_assert_false (is_browsing (window));
  g_assert_cmpstr (window->shown_map->name, ==, "L4 dermatome, left");

  /* Opened again, it begins with the map that lies on the chart. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse", NULL);
  ui_settle ();
  g_assert_true (shown_pattern (window) == get_pattern ("derm-l4"));
  ui_window_close (GTK_WIDGET (window));
}

static gboolean
is_enabled (BcWindow   *window,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (window), action);
}

/* The keyboard goes back to where it was. */
static void
test_focus (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  GtkWidget *region = GTK_WIDGET (ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, "shin-right"));

  gtk_widget_grab_focus (region);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse", NULL);
  ui_settle ();
  g_assert_false (gtk_widget_is_focus (region));
  window_press (GTK_WIDGET (window), GDK_KEY_Escape);
  ui_settle ();
  g_assert_true (gtk_widget_is_focus (region));
  ui_window_close (GTK_WIDGET (window));
}

/* What the chart could not be seen to do is not done while the browser covers it. */
static void
test_covers_chart (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse", NULL);
  g_assert_true (is_browsing (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_false (bc_document_is_modified (document));
  g_assert_false (is_enabled (window, "dermatomes"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.panel", "s", "questions");
  g_assert_false (is_browsing (window));
  g_assert_true (is_enabled (window, "dermatomes"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_true (bc_document_is_modified (document));
  ui_window_close (GTK_WIDGET (window));
}

/* The patient looks on: the browser goes, and no way leads to it. */
static void
test_hidden (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse", NULL);
  g_assert_true (is_browsing (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  g_assert_false (is_browsing (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse", NULL);
  g_assert_false (is_browsing (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse-map", "(si)", "derm-l5", (int) BC_SIDE_RIGHT);
  g_assert_false (is_browsing (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  g_assert_false (is_browsing (window));
  ui_window_close (GTK_WIDGET (window));
}

/* Another chart is not opened behind the browser. */
static void
test_next_patient (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.browse", NULL);
  g_assert_true (is_browsing (window));
  bc_window_set_document (window, document);
  g_assert_false (is_browsing (window));
  ui_window_close (GTK_WIDGET (window));
}

/* On a narrow window list and page take turns. */
static void
test_narrow (void)
{
  GtkWidget *browser = bc_map_browser_new ();
  GtkWidget *window = ui_window_show (browser, 400, 600);
  GtkWidget *list = window_find_type (browser, BC_TYPE_MAP_LIST);
  GtkWidget *page = window_find_type (browser, BC_TYPE_MAP_PAGE);

  bc_map_browser_open (BC_MAP_BROWSER (browser), NULL, BC_SIDE_BOTH);
  ui_settle ();
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_parent (list)));
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_parent (page)));
  bc_map_browser_open (BC_MAP_BROWSER (browser), get_pattern ("derm-l5"), BC_SIDE_RIGHT);
  ui_settle ();
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_parent (page)));
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_parent (list)));
  g_assert_cmpint (gtk_widget_get_width (page), <=, 400);
  bc_map_browser_back (BC_MAP_BROWSER (browser));
  ui_settle ();
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_parent (list)));
  ui_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);

  g_test_add_func ("/ui/map-browser/views", test_views);
  g_test_add_func ("/ui/map-browser/every-picture", test_every_picture);
  g_test_add_func ("/ui/map-browser/without-chart", test_without_chart);
  g_test_add_func ("/ui/map-browser/page", test_page);
  g_test_add_func ("/ui/map-browser/published", test_published);
  g_test_add_func ("/ui/map-browser/unpublished", test_unpublished);
  g_test_add_func ("/ui/map-browser/side", test_side);
  g_test_add_func ("/ui/map-browser/from-finding", test_from_finding);
  g_test_add_func ("/ui/map-browser/focus", test_focus);
  g_test_add_func ("/ui/map-browser/covers-chart", test_covers_chart);
  g_test_add_func ("/ui/map-browser/hidden", test_hidden);
  g_test_add_func ("/ui/map-browser/next-patient", test_next_patient);
  g_test_add_func ("/ui/map-browser/narrow", test_narrow);
  return window_run ();
}
