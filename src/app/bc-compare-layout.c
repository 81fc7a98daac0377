/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-compare-layout.h"

/* Pixels. */
#define GAP 10.0

/* Hands and soles beside whole bodies are so wide, where these are 1 high; beside parts of bodies they are larger. */
#define SMALL_SHARE 0.3
#define SMALL_SHARE_OF_PARTS 0.55

/* --- what is seen --- */

/* With room above and below, so that it is of another shape. */
static void
make_tall (BcBox  *box,
           double  height)
{
  box->y -= (height - box->height) / 2;
  box->height = height;
}

static void
shrink_small (BcCompareLayout *self,
              double           share)
{
  for (guint i = 0; i < self->n_views; i++)
    if (!bc_view_is_body (self->views[i].view))
      {
        BcBox *body = &self->views[i].body;

        *body = bc_view_get_box (self->views[i].view);
        make_tall (body, MAX (body->height, body->width / share));
      }
}

/**
 * bc_compare_layout_show_whole:
 * @self: with views
 *
 * Shows all of each view, the bodies in one scale.
 */
void
bc_compare_layout_show_whole (BcCompareLayout *self)
{
  double tallest = 0;

  for (guint i = 0; i < self->n_views; i++)
    if (bc_view_is_body (self->views[i].view))
      tallest = MAX (tallest, bc_view_get_box (self->views[i].view).height);
  for (guint i = 0; i < self->n_views; i++)
    {
      self->views[i].body = bc_view_get_box (self->views[i].view);
      make_tall (&self->views[i].body, MAX (tallest, self->views[i].body.height));
    }
  shrink_small (self, SMALL_SHARE);
}

/**
 * bc_compare_layout_show_parts:
 * @self: with views
 * @parts: what has to be seen of each, mm of the body
 *
 * Shows a part of each body.
 */
void
bc_compare_layout_show_parts (BcCompareLayout *self,
                              const BcBox     *parts)
{
  bc_view_cells_cut (self->views, self->n_views, parts);
  shrink_small (self, SMALL_SHARE_OF_PARTS);
}

/* --- where it lies --- */

static guint
get_views_a_row (const BcCompareLayout *self,
                 guint                  n_rows)
{
  return (self->n_views + n_rows - 1) / n_rows;
}

/* How tall bodies are where the views of a group have this much room, captions included, in so many rows. */
static double
find_height_in (const BcCompareLayout *self,
                double                 width,
                double                 height,
                guint                  n_rows)
{
  guint n = get_views_a_row (self, n_rows);
  double tall = height / n_rows - self->caption;

  for (guint first = 0; first < self->n_views; first += n)
    {
      guint here = MIN (n, self->n_views - first);

      tall = MIN (tall, (width - (here - 1) * GAP) / bc_view_cells_get_shares (&self->views[first], here));
    }
  return MAX (tall, 1);
}

/* In as many rows as make the largest bodies. */
static guint
find_rows (const BcCompareLayout *self,
           double                 width,
           double                 height)
{
  guint best = 1;

  for (guint n_rows = 2; n_rows <= MIN (self->n_views, 3); n_rows++)
    if (find_height_in (self, width, height, n_rows) > find_height_in (self, width, height, best))
      best = n_rows;
  return best;
}

static double
find_height (const BcCompareLayout *self,
             double                 width,
             double                 height)
{
  return find_height_in (self, width, height, find_rows (self, width, height));
}

static void
place_group (BcCompareLayout *self,
             BcCompareGroup  *group,
             double           heading)
{
  BcBox room = group->place;
  double height = room.height - heading;
  guint n_rows = find_rows (self, room.width, height);
  double tall = find_height_in (self, room.width, height, n_rows);
  guint n = get_views_a_row (self, n_rows);

  for (guint i = 0; i < self->n_views; i++)
    group->cells[i] = self->views[i];
  room.y += heading;
  for (guint first = 0; first < self->n_views; first += n)
    {
      bc_view_cells_place (&group->cells[first], MIN (n, self->n_views - first), &room, tall, self->caption, GAP);
      room.y += height / n_rows;
    }
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
  self->n_groups = 0;
  if (self->n_views == 0)
    return;
  self->n_groups = 1;
  self->groups[0] = (BcCompareGroup) { .place = { 0, 0, width, height } };
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
  BcBox place = { 0, 0, width, half_height };

  self->n_groups = 0;
  if (self->n_views == 0)
    return;
  beside = find_height (self, half_width, height - self->heading)
           >= find_height (self, width, half_height - self->heading);
  if (beside)
    place = (BcBox) { 0, 0, half_width, height };
  self->n_groups = 2;
  self->groups[0] = (BcCompareGroup) { .visit = before, .place = place };
  self->groups[1] = (BcCompareGroup) { .visit = after, .place = place };
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
const BcViewCell *
bc_compare_layout_find (const BcCompareLayout *self,
                        double                 x,
                        double                 y)
{
  const BcViewCell *cell = NULL;

  for (guint i = 0; i < self->n_groups && cell == NULL; i++)
    cell = bc_view_cells_find (self->groups[i].cells, self->n_views, x, y);
  return cell;
}
