/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-label-layout.h"

#include <math.h>

/* How far a leader goes into the mark that it points to, and the dot at its end, in widths of the leader. */
#define INSET 5.0
#define DOT 2.2

/* Whether the symptom marks this place by a region. */
static gboolean
is_marked (const BcView     *view,
           const BcViewport *viewport,
           BcSymptom        *symptom,
           BcPoint           at)
{
  bc_viewport_to_body (viewport, &at.x, &at.y);
  return bc_symptom_find_mark (symptom, bc_view_region_at (view, at.x, at.y), NULL) != NULL;
}

/* A leader ends a little inside the mark, so that the pattern stays free: gives the place on the way to its anchor. */
static BcPoint
find_end (const BcView     *view,
          const BcViewport *viewport,
          BcSymptom        *symptom,
          BcPoint           from,
          BcPoint           to,
          double            inset)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  double edge;

  for (edge = length; edge > inset; edge -= 1)
    if (!is_marked (view, viewport, symptom,
                    (BcPoint) { from.x + (to.x - from.x) * edge / length, from.y + (to.y - from.y) * edge / length }))
      break;
  if (edge + inset >= length)
    return to;
  return (BcPoint) { from.x + (to.x - from.x) * (edge + inset) / length,
                     from.y + (to.y - from.y) * (edge + inset) / length };
}

static BcPoint
middle_of (const BcBox *box)
{
  return (BcPoint) { box->x + box->width / 2, box->y + box->height / 2 };
}

static void
paint_leader (cairo_t        *cr,
              BcPoint         from,
              BcPoint         to,
              double          line,
              const BcColour *colour,
              const BcColour *halo)
{
  cairo_new_path (cr);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  bc_paint_set_colour (cr, halo, 0.85);
  cairo_set_line_width (cr, 3 * line);
  cairo_stroke_preserve (cr);
  bc_paint_set_colour (cr, colour, 1);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
  cairo_arc (cr, to.x, to.y, (DOT + 0.9) * line, 0, 2 * G_PI);
  bc_paint_set_colour (cr, halo, 1);
  cairo_fill (cr);
  cairo_arc (cr, to.x, to.y, DOT * line, 0, 2 * G_PI);
  bc_paint_set_colour (cr, colour, 1);
  cairo_fill (cr);
}

/* A small flag: text on the colour of the skin, framed in the symptom's pen; dashed while it is not confirmed. */
static void
paint_flag (cairo_t       *cr,
            PangoContext  *pango,
            const BcLabel *label,
            gboolean       unconfirmed,
            double         line,
            BcScheme       scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  const BcBox *box = &label->box;
  BcColour colour = bc_pen_colour (label->number, scheme);
  g_autoptr (PangoLayout) layout = bc_label_layout (pango, label->markup, label->text_size);
  double r = MIN (box->height / 2, 0.7 * label->text_size);
  int width = 0;
  int height = 0;

  cairo_new_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, box->x + box->width - r, box->y + box->height - r, r, 0, G_PI_2);
  cairo_arc (cr, box->x + r, box->y + box->height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  bc_paint_set_colour (cr, &palette->skin, 1);
  cairo_fill_preserve (cr);
  bc_paint_set_colour (cr, &colour, 1);
  cairo_set_line_width (cr, 1.5 * line);
  if (unconfirmed)
    cairo_set_dash (cr, (double[]){ 3.5 * line, 2.5 * line }, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  pango_layout_get_size (layout, &width, &height);
  bc_paint_set_colour (cr, &palette->text, 1);
  cairo_move_to (cr, box->x + (box->width - (double) width / PANGO_SCALE) / 2,
                 box->y + (box->height - (double) height / PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
}

static BcSymptom *
find_symptom (BcVisit *visit,
              int      number)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (bc_symptom_get_number (symptom) == number)
        return symptom; /* the list of the visit keeps it */
    }
  g_return_val_if_reached (NULL);
}

/**
 * bc_paint_labels:
 * @cr: a cairo context in target units
 * @pango: for the text; its font family is used
 * @view: the view
 * @viewport: where
 * @visit: whose symptoms
 * @text_size: height of the letters' em, target units
 * @scheme: the surroundings
 *
 * Writes P1, P2, ... beside the body, with constancy, depth, intensity now and at worst, each with a line to the
 * largest mark where the symptom sits (or to which it travels, where it sits in none of this view). Labels keep off
 * the body, the captions' row and each other, and leaders off each other and off labels. Where room is small the words
 * become letters, then the number stands alone. The same marks always give the same picture.
 */
void
bc_paint_labels (cairo_t          *cr,
                 PangoContext     *pango,
                 const BcView     *view,
                 const BcViewport *viewport,
                 BcVisit          *visit,
                 double            text_size,
                 BcScheme          scheme)
{
  double line = MAX (bc_paint_hairline (scheme), text_size / 13);
  g_autoptr (GArray) labels = NULL;

  g_return_if_fail (cr != NULL && PANGO_IS_CONTEXT (pango));
  g_return_if_fail (view != NULL && viewport != NULL && BC_IS_VISIT (visit));
  g_return_if_fail (text_size > 0);

  labels = bc_labels_place (pango, view, viewport, visit, text_size);
  cairo_save (cr);
  for (guint i = 0; i < labels->len; i++)
    {
      const BcLabel *label = &g_array_index (labels, BcLabel, i);
      BcColour colour = bc_pen_colour (label->number, scheme);
      BcPoint from = middle_of (&label->box);
      BcPoint to = find_end (view, viewport, find_symptom (visit, label->number), from, label->to, INSET * line);

      paint_leader (cr, from, to, line, &colour, &bc_palette_get (scheme)->skin);
    }
  for (guint i = 0; i < labels->len; i++)
    {
      const BcLabel *label = &g_array_index (labels, BcLabel, i);

      paint_flag (cr, pango, label, bc_symptom_get_unconfirmed (find_symptom (visit, label->number)), line, scheme);
    }
  cairo_restore (cr);
}
