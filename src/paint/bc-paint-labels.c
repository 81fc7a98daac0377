/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include <math.h>

/* Directions tried around a mark, and the step outwards in parts of the label's height. */
#define N_TURNS 32
#define STEP 0.3

/* A leader that crosses another is taken only if the way round is this much longer, in heights of a label. */
#define CROSSING 8.0

/* A site smaller than this part of the radiation is only its edge. */
#define EDGE 0.15

/* Labels and leaders, all in mm of the body while their places are sought. */
typedef struct
{
  BcPoint anchor;
  BcBox   box;
  int     number;
  char   *text;
} Label;

static void
clear_label (gpointer data)
{
  g_free (((Label *) data)->text);
}

static BcPoint
middle_of (const BcBox *box)
{
  return (BcPoint) { box->x + box->width / 2, box->y + box->height / 2 };
}

/* Gives the visible area of the largest region with such a mark in cm2, or less than 0 where there is none. What shows
 * only its edge here has its label in another view. */
static double
find_largest (const BcView *view,
              BcSymptom    *symptom,
              BcRole        role,
              BcPoint      *anchor)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  double largest = -1;

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (BcMark) mark = g_list_model_get_item (marks, i);
      BcRegion region = bc_mark_get_region (mark);
      double area;

      if (bc_mark_get_role (mark) != role || !bc_view_has_region (view, region) || bc_paint_is_edge (view, region))
        continue;
      area = bc_atlas_get_visible_area (bc_view_get_figure (view), region, bc_view_get_id (view));
      if (area <= largest)
        continue;
      largest = area;
      bc_view_get_anchor (view, region, &anchor->x, &anchor->y);
    }
  return largest;
}

/*
 * The place that a label points to: the largest region where the symptom sits; where it travels to, if the view shows
 * none of that or only an edge of it.
 */
static gboolean
find_anchor (const BcView *view,
             BcSymptom    *symptom,
             BcPoint      *anchor)
{
  BcPoint other = { 0 };
  double site = find_largest (view, symptom, BC_ROLE_SITE, anchor);
  double radiation = find_largest (view, symptom, BC_ROLE_RADIATION, &other);

  if (site < EDGE * radiation)
    *anchor = other;
  return site >= 0 || radiation >= 0;
}

static gboolean
touches_body (const BcView *view,
              const BcBox  *box)
{
  double step_x = box->width / 6;
  double step_y = box->height / 4;

  for (int row = 0; row <= 4; row++)
    for (int column = 0; column <= 6; column++)
      if (bc_view_region_at (view, box->x + column * step_x, box->y + row * step_y) != BC_REGION_NONE)
        return TRUE;
  return FALSE;
}

static gboolean
overlap (const BcBox *a,
         const BcBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static double
turn_of (BcPoint a,
         BcPoint b,
         BcPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
cross (BcPoint a,
       BcPoint b,
       BcPoint c,
       BcPoint d)
{
  return turn_of (a, b, c) * turn_of (a, b, d) < 0 && turn_of (c, d, a) * turn_of (c, d, b) < 0;
}

/* How bad a place is: the leader's length, more so upwards and downwards; INFINITY where it may not be. */
static double
cost_of (const BcView *view,
         const GArray *placed,
         const Label  *label)
{
  BcBox sheet = bc_view_get_box (view);
  BcPoint at = middle_of (&label->box);
  double cost = hypot (at.x - label->anchor.x, 1.4 * (at.y - label->anchor.y));

  /* The captions have the upper edge. */
  if (label->box.x < sheet.x || label->box.x + label->box.width > sheet.x + sheet.width
      || label->box.y < sheet.y + label->box.height || label->box.y + label->box.height > sheet.y + sheet.height
      || touches_body (view, &label->box))
    return INFINITY;
  for (guint i = 0; i < placed->len; i++)
    {
      const Label *other = &g_array_index (placed, Label, i);

      if (overlap (&label->box, &other->box))
        return INFINITY;
      if (cross (label->anchor, at, other->anchor, middle_of (&other->box)))
        cost += CROSSING * label->box.height;
    }
  return cost;
}

/* Tries places in circles outwards; nothing further out than the best cost can be better. */
static gboolean
place (const BcView *view,
       const GArray *placed,
       Label        *label)
{
  BcBox sheet = bc_view_get_box (view);
  Label tried = *label;
  double best = INFINITY;
  double most = hypot (sheet.width, sheet.height);

  for (double away = 0; away < MIN (best, most); away += STEP * label->box.height)
    for (int turn = 0; turn < N_TURNS; turn++)
      {
        double angle = 2 * G_PI * turn / N_TURNS;
        double cost;

        tried.box.x = label->anchor.x + away * cos (angle) - label->box.width / 2;
        tried.box.y = label->anchor.y + away * sin (angle) - label->box.height / 2;
        cost = cost_of (view, placed, &tried);
        if (cost >= best)
          continue;
        best = cost;
        label->box = tried.box;
      }
  return best < INFINITY;
}

static GArray *
place_labels (PangoContext     *pango,
              const BcView     *view,
              const BcViewport *viewport,
              BcVisit          *visit,
              double            text_size)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Label));

  g_array_set_clear_func (placed, clear_label);
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      g_autoptr (PangoLayout) layout = NULL;
      Label label = { .number = bc_symptom_get_number (symptom) };
      int width = 0;
      int height = 0;

      if (!find_anchor (view, symptom, &label.anchor))
        continue;
      label.text = bc_symptom_dup_label (symptom);
      layout = bc_paint_layout (pango, label.text, text_size, PANGO_WEIGHT_BOLD);
      pango_layout_get_size (layout, &width, &height);
      label.box.width = bc_viewport_line (viewport, 0, (double) width / PANGO_SCALE + 0.7 * text_size);
      label.box.height = bc_viewport_line (viewport, 0, (double) height / PANGO_SCALE + 0.2 * text_size);
      if (place (view, placed, &label))
        g_array_append_val (placed, label);
      else
        clear_label (&label);
    }
  return placed;
}

static void
paint_leader (cairo_t        *cr,
              const BcPoint  *from,
              const BcPoint  *to,
              double          line,
              const BcColour *colour,
              const BcColour *halo)
{
  cairo_new_path (cr);
  cairo_move_to (cr, from->x, from->y);
  cairo_line_to (cr, to->x, to->y);
  bc_paint_set_colour (cr, halo, 0.85);
  cairo_set_line_width (cr, 3 * line);
  cairo_stroke_preserve (cr);
  bc_paint_set_colour (cr, colour, 1);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
  cairo_arc (cr, to->x, to->y, 2.2 * line, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* A small flag in target units: text on the colour of the skin, framed in the symptom's pen. */
static void
paint_flag (cairo_t      *cr,
            PangoContext *pango,
            const BcBox  *box,
            const Label  *label,
            double        text_size,
            double        line,
            BcScheme      scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  BcColour colour = bc_pen_colour (label->number, scheme);
  g_autoptr (PangoLayout) layout = bc_paint_layout (pango, label->text, text_size, PANGO_WEIGHT_BOLD);
  double r = box->height / 2;
  int width = 0;
  int height = 0;

  cairo_new_path (cr);
  cairo_arc (cr, box->x + box->width - r, box->y + r, r, -G_PI_2, G_PI_2);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
  bc_paint_set_colour (cr, &palette->skin, 1);
  cairo_fill_preserve (cr);
  bc_paint_set_colour (cr, &colour, 1);
  cairo_set_line_width (cr, 1.6 * line);
  cairo_stroke (cr);
  pango_layout_get_size (layout, &width, &height);
  bc_paint_set_colour (cr, &palette->text, 1);
  cairo_move_to (cr, box->x + (box->width - (double) width / PANGO_SCALE) / 2,
                 box->y + (box->height - (double) height / PANGO_SCALE) / 2);
  pango_cairo_show_layout (cr, layout);
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
 * Writes P1, P2, ... beside the body, each with a line to the largest region in which the symptom sits (or to which
 * it travels, where it sits in none of this view). Labels keep off the body, the captions' row and each other; where
 * there is no room, a label is left out.
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

  labels = place_labels (pango, view, viewport, visit, text_size);
  cairo_save (cr);
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);
      BcColour colour = bc_pen_colour (label->number, scheme);
      BcBox box = bc_viewport_map_box (viewport, &label->box);
      BcPoint from = middle_of (&box);
      BcPoint to = label->anchor;

      bc_viewport_to_target (viewport, &to.x, &to.y);
      paint_leader (cr, &from, &to, line, &colour, &bc_palette_get (scheme)->skin);
      paint_flag (cr, pango, &box, label, text_size, line, scheme);
    }
  cairo_restore (cr);
}
