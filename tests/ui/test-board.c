/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the views lie, and how the regions in them are reached. */

#include "ui-support.h"

#include "bc-board-layout.h"

#include <math.h>

static const struct
{
  int width;
  int height;
} sizes[] = {
  { 500, 400 }, { 700, 500 }, { 1100, 700 }, { 1600, 900 }, { 2560, 1400 }, { 2560, 500 }, { 600, 1400 },
};

static gboolean
overlap (const BcBox *one,
         const BcBox *two)
{
  return one->x < two->x + two->width && two->x < one->x + one->width && one->y < two->y + two->height
         && two->y < one->y + one->height;
}

static void
get_boxes (int    figure,
           BcBox *boxes)
{
  for (guint i = 0; i < BC_N_VIEWS; i++)
    boxes[i] = bc_view_get_box (bc_atlas_get_view ((BcFigureId) figure, (BcViewId) i));
}

/* At every window size all six views are there, apart, inside, and front and back are the largest bodies. */
static void
test_layout (void)
{
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
      {
        BcBox boxes[BC_N_VIEWS];
        BcBox at[BC_N_VIEWS];

        get_boxes (figure, boxes);
        bc_board_layout (boxes, sizes[s].width, sizes[s].height, 30, at);
        for (guint i = 0; i < BC_N_VIEWS; i++)
          {
            g_assert_cmpfloat (at[i].x, >=, 0);
            g_assert_cmpfloat (at[i].y, >=, 0);
            g_assert_cmpfloat (at[i].x + at[i].width, <=, sizes[s].width);
            g_assert_cmpfloat (at[i].y + at[i].height, <=, sizes[s].height);
            g_assert_cmpfloat (at[i].width, >=, 20);
            for (guint j = 0; j < i; j++)
              g_assert_false (overlap (&at[i], &at[j]));
          }
        g_assert_cmpfloat (at[BC_VIEW_FRONT].height + 1, >=, at[BC_VIEW_LEFT].height);
        g_assert_cmpfloat_with_epsilon (at[BC_VIEW_FRONT].y, at[BC_VIEW_BACK].y, 1e-6);
      }
}

/* In a window of the usual size the bodies that are drawn on most fill the height, whatever the figure's build. */
static void
test_layout_front_large (void)
{
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    {
      BcBox boxes[BC_N_VIEWS];
      BcBox at[BC_N_VIEWS];

      get_boxes (figure, boxes);
      bc_board_layout (boxes, 990, 700, 30, at);
      g_assert_cmpfloat (at[BC_VIEW_FRONT].height, >=, 0.85 * 700);
      g_assert_cmpfloat (at[BC_VIEW_BACK].height, >=, 0.8 * 700);
    }
}

/* One view alone is as large as fits: it touches two opposite sides but for the gap. */
static void
test_layout_one (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint i = 0; i < BC_N_VIEWS; i++)
      {
        BcBox boxes[BC_N_VIEWS];
        BcBox at;

        get_boxes (BC_FIGURE_ADULT_MALE, boxes);
        bc_board_layout_one (&boxes[i], sizes[s].width, sizes[s].height, 30, &at);
        g_assert_true (at.width > sizes[s].width - 20 || at.height > sizes[s].height - 20);
        g_assert_cmpfloat (at.x, >=, 0);
        g_assert_cmpfloat (at.x + at.width, <=, sizes[s].width);
      }
}

static guint
count_reached (BcViewWidget *view,
               guint         start)
{
  guint8 queue[BC_N_REGIONS + 1];
  gboolean seen[BC_N_REGIONS + 1] = { FALSE };
  guint n = 1;

  queue[0] = (guint8) start;
  seen[start] = TRUE;
  for (guint i = 0; i < n; i++)
    for (int direction = GTK_DIR_UP; direction <= GTK_DIR_RIGHT; direction++)
      {
        BcRegion next = bc_view_widget_neighbour (view, queue[i], (GtkDirectionType) direction);

        if (next == BC_REGION_NONE || seen[next])
          continue;
        seen[next] = TRUE;
        queue[n++] = next;
      }
  return n;
}

/* Whoever cannot use a pointer gets from every region of a view to every other with the arrow keys. */
static void
test_arrows_reach_all (void)
{
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (int v = 0; v < BC_N_VIEWS; v++)
      {
        const BcView *view = bc_atlas_get_view ((BcFigureId) figure, (BcViewId) v);
        BcViewWidget *widget = BC_VIEW_WIDGET (g_object_ref_sink (bc_view_widget_new (view)));
        guint n_regions = 0;

        for (guint i = 1; i <= BC_N_REGIONS; i++)
          n_regions += bc_view_has_region (view, (BcRegion) i) ? 1 : 0;
        for (guint i = 1; i <= BC_N_REGIONS; i++)
          if (bc_view_has_region (view, (BcRegion) i))
            g_assert_cmpuint (count_reached (widget, i), ==, n_regions);
        g_assert_finalize_object (widget);
      }
}

/* An arrow key goes where it points to, on the screen. */
static void
test_arrow_direction (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
  BcViewWidget *widget = BC_VIEW_WIDGET (g_object_ref_sink (bc_view_widget_new (view)));

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    for (int direction = GTK_DIR_UP; direction <= GTK_DIR_RIGHT; direction++)
      {
        BcRegion next;
        double x;
        double y;
        double to_x;
        double to_y;

        if (!bc_view_has_region (view, (BcRegion) i))
          continue;
        next = bc_view_widget_neighbour (widget, (BcRegion) i, (GtkDirectionType) direction);
        if (next == BC_REGION_NONE)
          continue;
        bc_view_get_anchor (view, (BcRegion) i, &x, &y);
        bc_view_get_anchor (view, next, &to_x, &to_y);
        if (direction == GTK_DIR_UP || direction == GTK_DIR_DOWN)
          g_assert_true (direction == GTK_DIR_UP ? to_y < y : to_y > y);
        else
          g_assert_true (direction == GTK_DIR_LEFT ? to_x < x : to_x > x);
      }
  g_assert_finalize_object (widget);
}

/* Where the pointer is, by GTK's picking, is where the id buffer says that it is. */
static void
check_picking (BcViewWidget *widget)
{
  const BcView *view = bc_view_widget_get_view (widget);
  BcBox one = bc_view_widget_get_anchor_box (widget, bc_region_from_id ("hypothenar-right"));
  BcBox two = bc_view_widget_get_anchor_box (widget, bc_region_from_id ("hypothenar-left"));
  double x1;
  double y1;
  double x2;
  double y2;
  double scale;
  guint n_hits = 0;

  bc_view_get_anchor (view, bc_region_from_id ("hypothenar-right"), &x1, &y1);
  bc_view_get_anchor (view, bc_region_from_id ("hypothenar-left"), &x2, &y2);
  scale = (two.x - one.x) / (x2 - x1);
  for (int y = 2; y < gtk_widget_get_height (GTK_WIDGET (widget)); y += 9)
    for (int x = 2; x < gtk_widget_get_width (GTK_WIDGET (widget)); x += 5)
      {
        BcRegion expected = bc_view_region_at (view, x1 + (x - one.x) / scale, y1 + (y - one.y) / scale);
        GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (widget), x, y, GTK_PICK_DEFAULT);
        BcRegion got = BC_IS_REGION_WIDGET (picked) ? bc_region_widget_get_region (BC_REGION_WIDGET (picked))
                                                    : BC_REGION_NONE;

        g_assert_cmpint (got, ==, expected);
        n_hits += got != BC_REGION_NONE ? 1 : 0;
      }
  g_assert_cmpuint (n_hits, >, 500);
}

static void
test_contains (void)
{
  g_autoptr(BcChart) chart = ui_chart_new (BC_FIGURE_ADULT_FEMALE);
  BcCanvas *canvas = BC_CANVAS (bc_canvas_new ());
  GtkWidget *window;

  bc_canvas_set_chart (canvas, chart, bc_chart_get_last_visit (chart));
  g_object_set (canvas, "view-mode", BC_VIEW_FRONT, NULL);
  window = ui_window_show (GTK_WIDGET (canvas), 900, 800);
  check_picking (BC_VIEW_WIDGET (bc_canvas_get_view_widget (canvas, BC_VIEW_FRONT)));
  ui_window_close (window);
}

/* At the point that is deepest inside a region that region is picked, in every view. */
static void
test_anchors_are_picked (void)
{
  g_autoptr(BcChart) chart = ui_chart_new (BC_FIGURE_CHILD);
  BcCanvas *canvas = BC_CANVAS (bc_canvas_new ());
  GtkWidget *window;

  bc_canvas_set_chart (canvas, chart, bc_chart_get_last_visit (chart));
  window = ui_window_show (GTK_WIDGET (canvas), 1500, 900);
  for (int v = 0; v < BC_N_VIEWS; v++)
    {
      GtkWidget *view = bc_canvas_get_view_widget (canvas, (BcViewId) v);

      for (guint i = 1; i <= BC_N_REGIONS; i++)
        {
          BcRegionWidget *region = bc_view_widget_get_region (BC_VIEW_WIDGET (view), (BcRegion) i);
          BcBox at;

          if (region == NULL)
            continue;
          at = bc_view_widget_get_anchor_box (BC_VIEW_WIDGET (view), (BcRegion) i);
          g_assert_true (gtk_widget_pick (view, at.x, at.y, GTK_PICK_DEFAULT) == GTK_WIDGET (region));
        }
    }
  ui_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/board/layout", test_layout);
  g_test_add_func ("/board/layout-front-large", test_layout_front_large);
  g_test_add_func ("/board/layout-one", test_layout_one);
  g_test_add_func ("/board/arrows-reach-all", test_arrows_reach_all);
  g_test_add_func ("/board/arrow-direction", test_arrow_direction);
  g_test_add_func ("/board/contains", test_contains);
  g_test_add_func ("/board/anchors-are-picked", test_anchors_are_picked);
  return g_test_run ();
}
