/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Views side by side in a picture: what is seen of each, and where. Bodies in one row are cut at the same heights.
 */

#include "bc-view-cells.h"

#include <math.h>

/* Lengths in mm of the body. */
#define ROUND_ABOUT 70.0
#define LEAST_HEIGHT 420.0
/* Beyond it, arms are spread; the other one need not be seen. */
#define TRUNK 300.0
#define OVER_MIDLINE 130.0
/* More than this part of a body is shown as the whole body. */
#define NEARLY_ALL 0.8
/* A figure that is cut fades out over so many pixels. */
#define FADE 14.0

/**
 * bc_view_is_body:
 * @view: a view
 *
 * Returns: whether it shows a body and not soles or hands
 */
gboolean
bc_view_is_body (const BcView *view)
{
  return bc_view_get_id (view) != BC_VIEW_SOLES && bc_view_get_id (view) != BC_VIEW_HANDS;
}

/* --- what is seen --- */

/**
 * bc_view_cells_grow:
 * @box: (inout): a box; without a width it is empty
 * @other: another one
 *
 * Makes @box hold @other too.
 */
void
bc_view_cells_grow (BcBox       *box,
                    const BcBox *other)
{
  double right = MAX (box->x + box->width, other->x + other->width);
  double bottom = MAX (box->y + box->height, other->y + other->height);

  if (other->width <= 0)
    return;
  if (box->width <= 0)
    {
      *box = *other;
      return;
    }
  box->x = MIN (box->x, other->x);
  box->y = MIN (box->y, other->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

static BcBox
find_common (const BcViewCell *cells,
             guint             n,
             const BcBox      *parts)
{
  BcBox box = { 0 };
  double more;

  for (guint i = 0; i < n; i++)
    if (bc_view_is_body (cells[i].view))
      bc_view_cells_grow (&box, &parts[i]);
  more = MAX (ROUND_ABOUT, (LEAST_HEIGHT - box.height) / 2);
  box.y -= more;
  box.height += 2 * more;
  return box;
}

/* The middle is always seen, so that one sees which side is which; of an arm the other one is not. */
static BcBox
cut (const BcView *view,
     const BcBox  *part,
     const BcBox  *common)
{
  BcBox whole = bc_view_get_box (view);
  gboolean from_side = bc_view_get_id (view) == BC_VIEW_LEFT || bc_view_get_id (view) == BC_VIEW_RIGHT;
  double top = MAX (whole.y, common->y);
  double bottom = MIN (whole.y + whole.height, common->y + common->height);
  double left = part->x - ROUND_ABOUT;
  double right = part->x + part->width + ROUND_ABOUT;
  double missing;

  if (!bc_view_is_body (view) || bottom - top > NEARLY_ALL * whole.height)
    return whole;
  if (!from_side)
    {
      double widest = MAX (fabs (left), fabs (right));

      left = widest > TRUNK ? MIN (left, -OVER_MIDLINE) : -widest;
      right = widest > TRUNK ? MAX (right, OVER_MIDLINE) : widest;
    }
  missing = MAX (0, (bottom - top) * (from_side ? 0.45 : 0.7) - (right - left)) / 2;
  left = MAX (whole.x, left - missing);
  right = MIN (whole.x + whole.width, right + missing);
  return (BcBox) { left, top, right - left, bottom - top };
}

/**
 * bc_view_cells_cut:
 * @cells: (array length=n): views; what is seen of them is written down
 * @n: how many
 * @parts: (array length=n): what has to be seen of each, mm of the body
 *
 * Cuts the bodies to what has to be seen and something around it, all at the same heights.
 */
void
bc_view_cells_cut (BcViewCell  *cells,
                   guint        n,
                   const BcBox *parts)
{
  BcBox common = find_common (cells, n, parts);

  for (guint i = 0; i < n; i++)
    cells[i].body = cut (cells[i].view, &parts[i], &common);
}

/* --- where it lies --- */

/**
 * bc_view_cells_get_shares:
 * @cells: (array length=n): views of one row
 * @n: how many
 *
 * Returns: how wide they are together where each is 1 high
 */
double
bc_view_cells_get_shares (const BcViewCell *cells,
                          guint             n)
{
  double wide = 0;

  for (guint i = 0; i < n; i++)
    wide += cells[i].body.width / cells[i].body.height;
  return wide;
}

/**
 * bc_view_cells_place:
 * @cells: (array length=n): views of one row
 * @n: how many
 * @room: where, target units; its height is not looked at
 * @height: of each drawing, likewise
 * @caption: height of the caption above it
 * @gap: between two
 *
 * Places views in the middle of a row.
 */
void
bc_view_cells_place (BcViewCell  *cells,
                     guint        n,
                     const BcBox *room,
                     double       height,
                     double       caption,
                     double       gap)
{
  double x = room->x + (room->width - height * bc_view_cells_get_shares (cells, n) - (n - 1.0) * gap) / 2;

  for (guint i = 0; i < n; i++)
    {
      BcViewCell *cell = &cells[i];
      double wide = height * cell->body.width / cell->body.height;

      cell->place = (BcBox) { x, room->y, wide, height + caption };
      cell->viewport = bc_viewport_fit_box (&cell->body, x, room->y + caption, wide, height);
      x += wide + gap;
    }
}

/* --- what is at a place --- */

/**
 * bc_view_cells_find:
 * @cells: (array length=n): views
 * @n: how many
 * @x: target units
 * @y: target units
 *
 * Returns: (transfer none) (nullable): the view at a place
 */
const BcViewCell *
bc_view_cells_find (const BcViewCell *cells,
                    guint             n,
                    double            x,
                    double            y)
{
  for (guint i = 0; i < n; i++)
    {
      const BcBox *place = &cells[i].place;

      if (x >= place->x && x < place->x + place->width && y >= place->y && y < place->y + place->height)
        return &cells[i];
    }
  return NULL;
}

/**
 * bc_view_cell_find_region:
 * @x: target units
 * @y: target units
 *
 * Returns: the region at a place, or %BC_REGION_NONE
 */
BcRegion
bc_view_cell_find_region (const BcViewCell *self,
                          double            x,
                          double            y)
{
  bc_viewport_to_body (&self->viewport, &x, &y);
  return bc_view_region_at (self->view, x, y);
}

/* --- painting --- */

/**
 * bc_view_cell_begin:
 * @cr: a cairo context in target units
 * @caption: height of the caption
 *
 * Whatever is painted until bc_view_cell_end() stays within the cell.
 */
void
bc_view_cell_begin (const BcViewCell *self,
                    cairo_t          *cr,
                    double            caption)
{
  const BcBox *place = &self->place;

  cairo_save (cr);
  cairo_rectangle (cr, place->x, place->y + caption, place->width, place->height - caption);
  cairo_clip (cr);
  cairo_push_group (cr);
  cairo_push_group (cr);
}

/* Fades what was painted out from one end to the other, where the body goes on beyond the picture. */
static void
fade_out (cairo_t  *cr,
          double    x1,
          double    y1,
          double    x2,
          double    y2,
          gboolean  at_start,
          gboolean  at_end)
{
  double part = FADE / MAX (x2 - x1 + y2 - y1, 4 * FADE);
  cairo_pattern_t *fade = cairo_pattern_create_linear (x1, y1, x2, y2);

  cairo_pattern_add_color_stop_rgba (fade, 0, 0, 0, 0, at_start ? 0 : 1);
  cairo_pattern_add_color_stop_rgba (fade, part, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1 - part, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1, 0, 0, 0, at_end ? 0 : 1);
  cairo_pop_group_to_source (cr);
  cairo_mask (cr, fade);
  cairo_pattern_destroy (fade);
}

/**
 * bc_view_cell_end:
 * @cr: as for bc_view_cell_begin()
 * @caption: likewise
 *
 * Shows what was painted, faded out where the body is cut.
 */
void
bc_view_cell_end (const BcViewCell *self,
                  cairo_t          *cr,
                  double            caption)
{
  const BcBox *place = &self->place;
  const BcBox *body = &self->body;
  BcBox whole = bc_view_get_box (self->view);

  fade_out (cr, 0, place->y + caption, 0, place->y + place->height, body->y > whole.y,
            body->y + body->height < whole.y + whole.height);
  fade_out (cr, place->x, 0, place->x + place->width, 0, body->x > whole.x,
            body->x + body->width < whole.x + whole.width);
  cairo_restore (cr);
}
