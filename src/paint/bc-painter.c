/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include <math.h>

/* The drawings are made with this outline, in mm; those of hands and feet with a finer one. */
#define BODY_OUTLINE 2.2

/* Where a view shows less than this part of what the best view shows of a region, it shows only its edge. */
#define EDGE 0.06

void
bc_paint_set_colour (cairo_t        *cr,
                     const BcColour *colour,
                     double          alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, MIN (colour->alpha * alpha, 1));
}

void
bc_paint_begin (cairo_t          *cr,
                const BcViewport *viewport)
{
  cairo_save (cr);
  bc_viewport_apply (viewport, cr);
  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  /* Curves may be off by a fifth of a pixel, which nobody sees and which saves an eighth of the time. */
  cairo_set_tolerance (cr, 0.2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
}

/* How fine a drawing is: 1 for a whole body, less for hands and soles, which are shown larger. */
double
bc_paint_grain (const BcView *view)
{
  const GArray *outline = bc_view_get_outline (view);

  return g_array_index (outline, BcDecoration, 0).width / BODY_OUTLINE;
}

/* The finest line that still is one, in target units: pixels on a screen, points on paper. */
double
bc_paint_hairline (BcScheme scheme)
{
  return scheme == BC_SCHEME_PAPER ? 0.35 : 0.75;
}

/*
 * Strokes the current path. A line that had to be made wider than it is in the drawing becomes fainter instead, so
 * that a thumbnail is a small figure and not a black one.
 */
void
bc_paint_stroke (cairo_t          *cr,
                 const BcViewport *viewport,
                 const BcColour   *colour,
                 double            width,
                 double            opacity,
                 BcScheme          scheme)
{
  double drawn = bc_viewport_line (viewport, width, bc_paint_hairline (scheme));

  bc_paint_set_colour (cr, colour, opacity * sqrt (width / drawn));
  cairo_set_line_width (cr, drawn);
  cairo_stroke (cr);
}

/* One line of text; @text_size is the em in target units. */
PangoLayout *
bc_paint_layout (PangoContext *pango,
                 const char   *text,
                 double        text_size,
                 PangoWeight   weight)
{
  PangoLayout *layout = pango_layout_new (pango);
  const PangoFontDescription *base = pango_context_get_font_description (pango);
  g_autoptr (PangoFontDescription) font = base != NULL ? pango_font_description_copy (base)
                                                       : pango_font_description_from_string ("Sans");

  pango_font_description_set_absolute_size (font, text_size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * bc_pen_of_symptom:
 * @symptom: a symptom
 * @role: where it sits or where it travels to
 *
 * Returns: how @symptom is drawn; its intensity is that of now, or the worst where now is not known
 */
BcPen
bc_pen_of_symptom (BcSymptom *symptom,
                   BcRole     role)
{
  BcPen pen = { .number = 1, .role = role, .nrs = BC_NRS_UNKNOWN };

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), pen);

  pen.number = bc_symptom_get_number (symptom);
  pen.qualities = bc_symptom_get_qualities (symptom);
  pen.nrs = bc_symptom_get_now (symptom);
  if (pen.nrs == BC_NRS_UNKNOWN)
    pen.nrs = bc_symptom_get_worst (symptom);
  pen.unconfirmed = bc_symptom_get_unconfirmed (symptom);
  return pen;
}

/* The view in which the largest part of a region can be seen. */
static BcViewId
best_view (BcFigureId figure,
           BcRegion   region)
{
  BcViewId best = BC_VIEW_FRONT;

  for (int view = 0; view < BC_N_VIEWS; view++)
    if (bc_atlas_get_visible_area (figure, region, (BcViewId) view) > bc_atlas_get_visible_area (figure, region, best))
      best = (BcViewId) view;
  return best;
}

/* Whether so little of the region can be seen here that an arrow or a label would better point to it elsewhere. */
gboolean
bc_paint_is_edge (const BcView *view,
                  BcRegion      region)
{
  BcFigureId figure = bc_view_get_figure (view);

  return bc_atlas_get_visible_area (figure, region, bc_view_get_id (view))
         < EDGE * bc_atlas_get_visible_area (figure, region, best_view (figure, region));
}

static gboolean
list_needs (GListModel *marks,
            BcFigureId  figure,
            BcViewId    view)
{
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (BcMark) mark = g_list_model_get_item (marks, i);

      if (best_view (figure, bc_mark_get_region (mark)) == view)
        return TRUE;
    }
  return FALSE;
}

/* A stroke lies in the view in which it was drawn, and in no other. */
static gboolean
strokes_need (GListModel *strokes,
              BcViewId    view)
{
  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr (BcStroke) stroke = g_list_model_get_item (strokes, i);

      if (bc_stroke_get_view (stroke) == view)
        return TRUE;
    }
  return FALSE;
}

/**
 * bc_view_is_marked:
 * @figure: whom it shows
 * @view: from where
 * @visit: a visit
 *
 * Returns: whether something is drawn in the view, or it shows more of a marked region than any other view does
 */
gboolean
bc_view_is_marked (BcFigureId figure,
                   BcViewId   view,
                   BcVisit   *visit)
{
  GListModel *symptoms;

  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);

  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (list_needs (G_LIST_MODEL (bc_symptom_get_marks (symptom)), figure, view)
          || strokes_need (G_LIST_MODEL (bc_symptom_get_strokes (symptom)), view))
        return TRUE;
    }
  return FALSE;
}

/**
 * bc_view_is_needed:
 * @figure: whom it shows
 * @view: from where
 * @visit: a visit
 *
 * Whether a picture of the visit would miss something without this view: front and back always, another one where
 * something is drawn in it or it shows more of a marked or clear region than any other view does. The view itself is
 * not looked at, so that one that nobody needs is not read.
 *
 * Returns: whether to show the view
 */
gboolean
bc_view_is_needed (BcFigureId figure,
                   BcViewId   view,
                   BcVisit   *visit)
{
  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);

  if (view == BC_VIEW_FRONT || view == BC_VIEW_BACK)
    return TRUE;
  if (list_needs (G_LIST_MODEL (bc_visit_get_clears (visit)), figure, view))
    return TRUE;
  return bc_view_is_marked (figure, view, visit);
}
