/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-compare-layout.h"

/* Pixels. */
#define GAP 10.0

/* Hands and soles take no more of a row's height, in width. */
#define SMALL_SHARE 0.3

static gboolean
is_small (const BcView *view)
{
  return bc_view_get_id (view) == BC_VIEW_SOLES || bc_view_get_id (view) == BC_VIEW_HANDS;
}

static double
get_tallest (const BcCompareLayout *self)
{
  double tallest = 0;

  for (guint i = 0; i < self->n_views; i++)
    if (!is_small (self->views[i]))
      tallest = MAX (tallest, bc_view_get_box (self->views[i]).height);
  return tallest;
}

/* Width of a view where bodies are 1 high. */
static double
get_share (const BcCompareLayout *self,
           const BcView           *view)
{
  return is_small (view) ? SMALL_SHARE : bc_view_get_box (view).width / get_tallest (self);
}

/* Of @n views from @first on. */
static double
get_shares (const BcCompareLayout *self,
            guint                   first,
            guint                   n)
{
  double width = 0;

  for (guint i = first; i < first + n; i++)
    width += get_share (self, self->views[i]);
  return width;
}

/* How tall bodies are where the views of a group have this much room, captions included, in so many rows. */
static double
find_height_in (const BcCompareLayout *self,
                double                  width,
                double                  height,
                guint                   n_rows)
{
  guint n = (self->n_views + n_rows - 1) / n_rows;
  double tall = height / n_rows - self->caption;

  for (guint first = 0; first < self->n_views; first += n)
    {
      guint here = MIN (n, self->n_views - first);

      tall = MIN (tall, (width - (here - 1) * GAP) / get_shares (self, first, here));
    }
  return MAX (tall, 1);
}

/* In one row or in two, whichever makes larger bodies. */
static guint
find_rows (const BcCompareLayout *self,
           double                  width,
           double                  height)
{
  return find_height_in (self, width, height, 2) > find_height_in (self, width, height, 1) ? 2 : 1;
}

static double
find_height (const BcCompareLayout *self,
             double                  width,
             double                  height)
{
  return find_height_in (self, width, height, find_rows (self, width, height));
}

static void
place_row (BcCompareLayout      *self,
           const BcCompareGroup *group,
           guint                 first,
           guint                 n,
           double                y,
           double                height)
{
  double x = group->place.x + (group->place.width - get_shares (self, first, n) * height - (n - 1) * GAP) / 2;

  for (guint i = first; i < first + n; i++)
    {
      BcCompareCell *cell = &self->cells[self->n_cells++];
      double wide = get_share (self, self->views[i]) * height;

      cell->view = self->views[i];
      cell->visit = group->visit;
      cell->place = (BcBox) { x, y, wide, height + self->caption };
      cell->viewport = bc_viewport_fit (cell->view, x, y + self->caption, wide, height);
      x += wide + GAP;
    }
}

static void
place_group (BcCompareLayout      *self,
             const BcCompareGroup *group,
             double                heading)
{
  double room = group->place.height - heading;
  guint n_rows = find_rows (self, group->place.width, room);
  double height = find_height_in (self, group->place.width, room, n_rows);
  guint n = (self->n_views + n_rows - 1) / n_rows;

  for (guint row = 0; row < n_rows && row * n < self->n_views; row++)
    place_row (self, group, row * n, MIN (n, self->n_views - row * n),
               group->place.y + heading + row * room / n_rows, height);
}

/**
 * bc_compare_layout_over:
 * @self: with views
 * @width: pixels
 * @height: pixels
 *
 * Lays out one group, which shows both visits over each other, without a heading.
 */
void
bc_compare_layout_over (BcCompareLayout *self,
                        double           width,
                        double           height)
{
  self->n_cells = 0;
  self->n_groups = 1;
  self->groups[0] = (BcCompareGroup) { NULL, { 0, 0, width, height } };
  if (self->n_views > 0)
    place_group (self, &self->groups[0], 0);
}

/**
 * bc_compare_layout_beside:
 * @self: with views
 * @before: the earlier visit
 * @after: the later visit
 * @width: pixels
 * @height: pixels
 *
 * Lays out a group for each visit: side by side or above each other, whichever makes larger bodies.
 */
void
bc_compare_layout_beside (BcCompareLayout *self,
                          BcVisit         *before,
                          BcVisit         *after,
                          double           width,
                          double           height)
{
  double half_width = (width - BC_COMPARE_GROUP_GAP) / 2;
  double half_height = (height - GAP) / 2;
  gboolean beside;

  self->n_cells = self->n_groups = 0;
  if (self->n_views == 0)
    return;
  beside = find_height (self, half_width, height - self->heading)
           >= find_height (self, width, half_height - self->heading);
  self->n_groups = 2;
  self->groups[0] = (BcCompareGroup) { before, { 0, 0, beside ? half_width : width, beside ? height : half_height } };
  self->groups[1] = self->groups[0];
  self->groups[1].visit = after;
  self->groups[1].place.x = beside ? half_width + BC_COMPARE_GROUP_GAP : 0;
  self->groups[1].place.y = beside ? 0 : half_height + GAP;
  for (guint i = 0; i < self->n_groups; i++)
    place_group (self, &self->groups[i], self->heading);
}

/**
 * bc_compare_layout_find:
 * @self: a layout
 * @x: pixels
 * @y: pixels
 *
 * Returns: (transfer none) (nullable): the view at a place
 */
const BcCompareCell *
bc_compare_layout_find (const BcCompareLayout *self,
                        double                 x,
                        double                 y)
{
  for (guint i = 0; i < self->n_cells; i++)
    {
      const BcBox *place = &self->cells[i].place;

      if (x >= place->x && x < place->x + place->width && y >= place->y && y < place->y + place->height)
        return &self->cells[i];
    }
  return NULL;
}
