/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

static void
rounded_box (cairo_t     *cr,
             const BcBox *box,
             double       inset)
{
  double x1 = box->x + inset;
  double y1 = box->y + inset;
  double x2 = box->x + box->width - inset;
  double y2 = box->y + box->height - inset;
  double r = MAX (MIN (box->height, box->width) * 0.2 - inset, 0);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x2 - r, y1 + r, r, -G_PI_2, 0);
  cairo_arc (cr, x2 - r, y2 - r, r, 0, G_PI_2);
  cairo_arc (cr, x1 + r, y2 - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x1 + r, y1 + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * bc_paint_swatch:
 * @cr: a cairo context
 * @box: where, in the units of @cr
 * @pen: how the symptom is drawn; %BC_ROLE_CLEAR gives the tick
 * @scheme: the surroundings
 *
 * Paints a sample of a symptom's pen on skin: the patterns of its qualities, its colour and the dashes of its contour.
 */
void
bc_paint_swatch (cairo_t     *cr,
                 const BcBox *box,
                 const BcPen *pen,
                 BcScheme     scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  double line = bc_paint_hairline (scheme) * (pen != NULL && pen->unconfirmed ? 1.9 * BC_THIN : 1.9);
  BcHatchPlace place = { 0 };
  BcColour colour;

  g_return_if_fail (cr != NULL && box != NULL && pen != NULL);
  g_return_if_fail (pen->number >= 1);

  /* A sample is small: two rows must show in it, of a sparse pattern too, and the first in full. */
  place.unit = CLAMP (box->height / 2.4, bc_paint_hairline (scheme) * 7, 9)
               * (pen->role == BC_ROLE_RADIATION ? 0.76 : 1);
  place.box = (BcBox) { 0, -place.unit, box->width, box->height + place.unit };
  colour = pen->role == BC_ROLE_CLEAR ? palette->clear : bc_pen_colour (pen->number, scheme);
  cairo_save (cr);
  cairo_new_path (cr);
  rounded_box (cr, box, line / 2);
  bc_paint_set_colour (cr, &palette->skin, 1);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  cairo_translate (cr, box->x, box->y);
  if (pen->role == BC_ROLE_CLEAR)
    bc_paint_tick (cr, box->width / 2, box->height / 2, 0.62 * MIN (box->width, box->height), pen->unconfirmed,
                   scheme);
  else
    {
      cairo_translate (cr, 0, 0.47 * place.unit);
      bc_hatch_paint (cr, &place, pen, scheme);
    }
  cairo_restore (cr);
  rounded_box (cr, box, line / 2);
  bc_paint_set_colour (cr, &colour, 1);
  cairo_set_line_width (cr, line);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (pen->role != BC_ROLE_CLEAR)
    bc_paint_set_dashes (cr, pen->number, line);
  cairo_stroke (cr);
  cairo_restore (cr);
}
