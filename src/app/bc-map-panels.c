/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which views of a figure a map's picture shows, what of them, and where.
 */

#include "bc-map-panels.h"

#include <math.h>

/* What is less likely shows as a tint, but does not decide what is seen of the figure. */
#define SEEN 0.1
/* A view that shows less of the map than this part of the best one is left out, unless it shows a region best. */
#define LEAST_PART 0.3
/* Lengths in pixels. */
#define GAP 12
#define MARGIN 8
#define MOST_HEIGHT 340
/* Views lie in one row as long as they are at least as high. */
#define ENOUGH_HEIGHT 230

/* --- which views --- */

/* The view that shows most of a region. */
static int
best_view (BcFigureId figure,
           BcRegion   region)
{
  int best = -1;
  double most = 0;

  for (int view = 0; view < BC_N_VIEWS; view++)
    {
      double area = bc_atlas_get_visible_area (figure, region, (BcViewId) view);

      if (area > most && bc_view_has_region (bc_atlas_get_view (figure, (BcViewId) view), region))
        {
          best = view;
          most = area;
        }
    }
  return best;
}

/**
 * bc_map_list_views:
 * @overlay: a map
 * @figure: on which figure
 * @views: (out caller-allocates): the views, in their order
 *
 * Chooses the views in which most of the map is seen, and for each region that is likely at all the one that shows it
 * best.
 *
 * Returns: how many
 */
guint
bc_map_list_views (const BcOverlay *overlay,
                           BcFigureId       figure,
                           BcViewId         views[BC_N_VIEWS])
{
  double weights[BC_N_VIEWS] = { 0 };
  gboolean needed[BC_N_VIEWS] = { FALSE };
  double most = 0;
  guint n = 0;

  g_return_val_if_fail (overlay != NULL && views != NULL, 0);

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      int best = overlay->tint[region] >= SEEN ? best_view (figure, (BcRegion) region) : -1;

      if (best >= 0)
        needed[best] = TRUE;
      for (int view = 0; view < BC_N_VIEWS; view++)
        weights[view] += overlay->tint[region]
                         * bc_atlas_get_visible_area (figure, (BcRegion) region, (BcViewId) view);
    }
  for (int view = 0; view < BC_N_VIEWS; view++)
    most = MAX (most, weights[view]);
  for (int view = 0; view < BC_N_VIEWS; view++)
    if (needed[view] || (weights[view] > 0 && weights[view] >= LEAST_PART * most 
            && bc_view_is_body (bc_atlas_get_view (figure, (BcViewId) view))))
      views[n++] = (BcViewId) view;
  return n;
}

/* --- what is seen of them --- */

static BcBox
map_box (const BcOverlay *overlay,
         const BcView    *view)
{
  BcBox box = { 0 };

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (overlay->tint[region] >= SEEN && bc_view_has_region (view, (BcRegion) region))
      {
        BcBox part = bc_view_get_region_box (view, (BcRegion) region);

        bc_view_cells_grow (&box, &part);
      }
  return box;
}

/* --- where they lie --- */

/* Height of a row of panels [from, to) at @width, without captions. */
static double
row_height (const BcMapPanels *self,
            guint               from,
            guint               to,
            double              width)
{
  double wide = bc_view_cells_get_shares (&self->panels[from], to - from); /* at height 1 */

  return MIN (MOST_HEIGHT, (width - 2 * MARGIN - GAP * (to - from - 1.0)) / wide);
}

/* How many panels to a row: all, unless that makes them too small. */
static guint
panels_a_row (const BcMapPanels *self,
              double              width)
{
  guint each = MAX (1, self->n);

  while (each > 1)
    {
      double least = MOST_HEIGHT;

      for (guint from = 0; from < self->n; from += each)
        least = MIN (least, row_height (self, from, MIN (self->n, from + each), width));
      if (least >= ENOUGH_HEIGHT)
        break;
      each = (each + 1) / 2 == each ? each - 1 : (each + 1) / 2;
    }
  return each;
}

/**
 * bc_map_panels_lay_out:
 * @self: the panels
 * @width: to lie in, target units
 * @caption: height that each needs for its caption above the drawing, likewise
 * @place: whether to write down where they lie
 *
 * Places the views side by side, as large as fits, in more rows where one would make them too small.
 *
 * Returns: the height of all, target units
 */
double
bc_map_panels_lay_out (BcMapPanels *self,
                       double       width,
                       double       caption,
                       gboolean     place)
{
  guint each = panels_a_row (self, width);
  double y = MARGIN;

  for (guint from = 0; from < self->n; from += each)
    {
      guint to = MIN (self->n, from + each);
      double height = row_height (self, from, to, width);
      const BcBox room = { 0, y, width, height };

      if (place)
        bc_view_cells_place (&self->panels[from], to - from, &room, height, caption, GAP);
      y += height + caption + MARGIN;
    }
  return y;
}

/**
 * bc_map_panels_init:
 * @self: (out caller-allocates): the panels
 * @overlay: a map
 * @figure: on which figure
 *
 * Chooses what is to be seen.
 */
void
bc_map_panels_init (BcMapPanels     *self,
                    const BcOverlay *overlay,
                    BcFigureId       figure)
{
  BcViewId views[BC_N_VIEWS];
  BcBox parts[BC_N_VIEWS];

  g_return_if_fail (self != NULL && overlay != NULL);

  self->n = bc_map_list_views (overlay, figure, views);
  for (guint i = 0; i < self->n; i++)
    {
      self->panels[i].view = bc_atlas_get_view (figure, views[i]);
      parts[i] = map_box (overlay, self->panels[i].view);
    }
  bc_view_cells_cut (self->panels, self->n, parts);
}
