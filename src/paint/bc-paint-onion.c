/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-onion.h"

#include "bc-i18n.h"
#include "bc-ink-private.h"

/* Pixels a mm of the masks: as the target has them, within these bounds. */
#define FINE_LEAST 0.5
#define FINE_MOST 3.0
/* ... and where the target has no pixels, on a whole body. */
#define FINE_PAPER 2.0

#define FULL 255

/* The lines of a hatch are so many steps apart. */
#define NEW_STEP 0.42
#define GONE_STEP 0.85

/* Lines, in steps; at least so many hairlines. */
#define NEW_LINE 0.1
#define GONE_LINE 0.07

/**
 * bc_onion_get_name:
 * @onion: what became of skin
 *
 * Returns: (transfer none): its name for a legend
 */
const char *
bc_onion_get_name (BcOnion onion)
{
  switch (onion)
    {
    case BC_ONION_NEW:
      return C_("onion skin", "new");
    case BC_ONION_GONE:
      return C_("onion skin", "gone");
    case BC_ONION_SAME:
    default:
      return C_("onion skin", "the same");
    }
}

static BcColour
get_colour (BcOnion  onion,
            BcScheme scheme)
{
  if (onion == BC_ONION_SAME)
    return bc_palette_get (scheme)->text;
  return bc_pen_colour (onion == BC_ONION_NEW ? 1 : 2, scheme);
}

/* Lines through @box: up to the right for what is new, down to the right for what is gone. */
static void
add_lines (cairo_t     *cr,
           const BcBox *box,
           double       apart,
           gboolean     up)
{
  double from = up ? box->x + box->y : box->x - box->y - box->height;
  double to = from + box->width + box->height;

  for (double c = (int) (from / apart) * apart; c < to; c += apart)
    {
      if (up)
        {
          cairo_move_to (cr, c - box->y, box->y);
          cairo_line_to (cr, c - box->y - box->height, box->y + box->height);
        }
      else
        {
          cairo_move_to (cr, c + box->y, box->y);
          cairo_line_to (cr, c + box->y + box->height, box->y + box->height);
        }
    }
}

/* Tint, hatch and outline of the path of @cr, which is used up; @unit is a step of the hatch, @fine the finest line. */
static void
paint_shape (cairo_t     *cr,
             const BcBox *box,
             BcOnion      onion,
             double       unit,
             double       fine,
             BcScheme     scheme)
{
  static const double tints[] = { [BC_ONION_SAME] = 0.24, [BC_ONION_NEW] = 0.16, [BC_ONION_GONE] = 0 };
  const double dashes[] = { 3.2 * fine, 2.6 * fine };
  BcColour colour = get_colour (onion, scheme);
  cairo_path_t *shape = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_clip (cr);
  bc_paint_set_colour (cr, &colour, tints[onion]);
  cairo_paint (cr);
  if (onion != BC_ONION_SAME)
    {
      gboolean is_new = onion == BC_ONION_NEW;

      add_lines (cr, box, unit * (is_new ? NEW_STEP : GONE_STEP), is_new);
      cairo_set_line_width (cr, MAX (unit * (is_new ? NEW_LINE : GONE_LINE), fine));
      bc_paint_set_colour (cr, &colour, is_new ? 0.9 : 0.75);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
  cairo_append_path (cr, shape);
  cairo_path_destroy (shape);
  cairo_set_line_width (cr, (onion == BC_ONION_NEW ? 2.2 : onion == BC_ONION_GONE ? 1.5 : 0.9) * fine);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (onion == BC_ONION_GONE)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  bc_paint_set_colour (cr, &colour, onion == BC_ONION_SAME ? 0.6 : 1);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
add_symptom (BcInkMask    *mask,
             cairo_t      *cr,
             const BcView *view,
             BcSymptom    *symptom)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  g_autoptr (GArray) curve = g_array_new (FALSE, FALSE, sizeof (BcInkPoint));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (BcMark) mark = g_list_model_get_item (marks, i);

      if (!bc_view_has_region (view, bc_mark_get_region (mark)))
        continue;
      cairo_append_path (cr, bc_view_get_path (view, bc_mark_get_region (mark)));
      cairo_fill (cr);
    }
  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr (BcStroke) stroke = g_list_model_get_item (strokes, i);

      if (bc_ink_is_drawn (view, stroke, BC_ROLE_SITE) || bc_ink_is_drawn (view, stroke, BC_ROLE_RADIATION))
        bc_ink_add_stroke (curve, view, stroke, 1 / mask->scale);
    }
  bc_ink_mask_add (mask, curve);
}

/* What a visit marks in this view, by clicks and by ink. */
static void
gather (BcInkMask            *mask,
        const cairo_matrix_t *matrix,
        const BcView         *view,
        BcVisit              *visit,
        int                   number)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  BcBox box = bc_view_get_box (view);
  g_autoptr (cairo_t) cr = NULL;

  bc_ink_mask_init (mask, matrix, &box);
  if (mask->surface == NULL)
    return;
  cr = cairo_create (mask->surface);
  cairo_translate (cr, mask->x, mask->y);
  cairo_scale (cr, mask->scale, mask->scale);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  /* Neighbours share a border: half a pixel of each would leave a seam. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (number == 0 || bc_symptom_get_number (symptom) == number)
        add_symptom (mask, cr, view, symptom);
    }
  cairo_surface_flush (mask->surface);
}

/* Turns the two masks into what is in both, in the second only (in @after) and in the first only (in @before). */
static void
divide (BcInkMask *before,
        BcInkMask *after,
        BcInkMask *both)
{
  for (int i = 0; i < both->stride * both->height; i++)
    {
      guint8 earlier = before->data[i];
      guint8 later = after->data[i];

      both->data[i] = MIN (earlier, later);
      before->data[i] = MIN (earlier, FULL - later);
      after->data[i] = MIN (later, FULL - earlier);
    }
}

static void
paint_mask (cairo_t          *cr,
            const BcView     *view,
            const BcViewport *viewport,
            const BcInkMask  *mask,
            BcOnion           onion,
            BcScheme          scheme)
{
  BcBox box = bc_view_get_box (view);

  cairo_new_path (cr);
  bc_ink_trace (mask, 0.3 / mask->scale, cr);
  paint_shape (cr, &box, onion, bc_hatch_unit (view, viewport, scheme),
               bc_viewport_line (viewport, 0, bc_paint_hairline (scheme) * 1.2), scheme);
}

/* Pixels a mm for the masks; @cr is in mm. */
static double
find_fineness (cairo_t      *cr,
               const BcView *view)
{
  double x = 1;
  double y = 0;

  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    return FINE_PAPER / bc_paint_grain (view);
  cairo_user_to_device_distance (cr, &x, &y);
  return CLAMP (x, FINE_LEAST / bc_paint_grain (view), FINE_MOST / bc_paint_grain (view));
}

/**
 * bc_paint_onion:
 * @cr: a cairo context in target units
 * @view: the view to paint
 * @viewport: where
 * @before: the earlier visit
 * @after: the later visit
 * @number: the symptom to show, 0 for all of them together
 * @scheme: the surroundings
 *
 * Paints what is marked at both visits, at the later only and at the earlier only, each in its own hatch and outline.
 * Regions that are clear are not shown. All of it is shapes, on paper too.
 */
void
bc_paint_onion (cairo_t          *cr,
                const BcView     *view,
                const BcViewport *viewport,
                BcVisit          *before,
                BcVisit          *after,
                int               number,
                BcScheme          scheme)
{
  g_auto (BcInkMask) earlier = { 0 };
  g_auto (BcInkMask) later = { 0 };
  g_auto (BcInkMask) both = { 0 };
  BcBox box;
  cairo_matrix_t matrix;
  double fineness;

  g_return_if_fail (cr != NULL && view != NULL && viewport != NULL);
  g_return_if_fail (BC_IS_VISIT (before) && BC_IS_VISIT (after));

  bc_paint_begin (cr, viewport);
  fineness = find_fineness (cr, view);
  box = bc_view_get_box (view);
  cairo_matrix_init_scale (&matrix, fineness, fineness);
  gather (&earlier, &matrix, view, before, number);
  gather (&later, &matrix, view, after, number);
  bc_ink_mask_init (&both, &matrix, &box);
  if (earlier.data != NULL && later.data != NULL && both.data != NULL)
    {
      divide (&earlier, &later, &both);
      bc_ink_append_outline (cr, view);
      cairo_clip (cr);
      paint_mask (cr, view, viewport, &both, BC_ONION_SAME, scheme);
      paint_mask (cr, view, viewport, &earlier, BC_ONION_GONE, scheme);
      paint_mask (cr, view, viewport, &later, BC_ONION_NEW, scheme);
    }
  cairo_restore (cr);
}

/**
 * bc_paint_onion_swatch:
 * @cr: a cairo context
 * @box: where, in the units of @cr
 * @onion: what became of skin
 * @scheme: the surroundings
 *
 * Paints a sample for a legend.
 */
void
bc_paint_onion_swatch (cairo_t     *cr,
                       const BcBox *box,
                       BcOnion      onion,
                       BcScheme     scheme)
{
  double fine = bc_paint_hairline (scheme) * 1.2;
  double inset = 1.2 * fine;
  BcBox inner;

  g_return_if_fail (cr != NULL && box != NULL);

  inner = (BcBox) { box->x + inset, box->y + inset, box->width - 2 * inset, box->height - 2 * inset };
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, inner.x, inner.y, inner.width, inner.height);
  bc_paint_set_colour (cr, &bc_palette_get (scheme)->skin, 1);
  cairo_fill_preserve (cr);
  paint_shape (cr, &inner, onion, box->height * 0.75, fine, scheme);
  cairo_restore (cr);
}
