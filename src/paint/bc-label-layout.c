/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-label-layout.h"

#include "bc-figure-map.h"

#include <math.h>

/* A site smaller than this part of the radiation is only its edge. */
#define EDGE 0.15

/* Air around a label's text to the sides, and above and below, and between two labels, in text sizes. */
#define AIR_X 0.4
#define AIR_Y 0.12
#define GAP 0.2

/* Room for a row of captions, in text sizes. */
#define CAPTION 1.6

/* So many labels may say something in words or in letters, and so much of the view's width may each take. */
#define MOST_WORDS 8
#define MOST_LETTERS 16
#define WIDEST 0.42

/* A leader longer than this, in text sizes, is not worth the words. */
#define FAR 6.5

/* Where there is no room even for the numbers, the text becomes smaller, down to this part. */
#define SMALLER 0.79
#define SMALLEST 0.48

/* What a label may point to: the largest wins. */
typedef struct
{
  BcPoint at;
  double  area; /* cm2, less than 0 where there is none */
} Spot;

/* A symptom that the view shows. */
typedef struct
{
  BcSymptom *symptom;
  BcPoint    anchor;
} Shown;

static void
offer_spot (Spot    *spot,
            BcPoint  at,
            double   area)
{
  if (area > spot->area)
    *spot = (Spot) { at, area };
}

/* What shows only its edge here has its label in another view. */
static void
offer_marks (const BcView *view,
             BcSymptom    *symptom,
             BcRole        role,
             Spot         *spot)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (BcMark) mark = g_list_model_get_item (marks, i);
      BcRegion region = bc_mark_get_region (mark);
      BcPoint at = { 0 };

      if (bc_mark_get_role (mark) != role || !bc_view_has_region (view, region) || bc_paint_is_edge (view, region))
        continue;
      bc_view_get_anchor (view, region, &at.x, &at.y);
      offer_spot (spot, at, bc_atlas_get_visible_area (bc_view_get_figure (view), region, bc_view_get_id (view)));
    }
}

/* The middle of a stroke, on the figure of this view. */
static BcPoint
middle_of_stroke (const BcView *view,
                  BcStroke     *stroke)
{
  guint n = 0;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n);
  BcStrokePoint middle = points[n / 2];

  if (bc_stroke_get_figure (stroke) != bc_view_get_figure (view))
    bc_figure_map_points (bc_atlas_get_view (bc_stroke_get_figure (stroke), bc_view_get_id (view)), view, &middle, 1,
                          &middle);
  return (BcPoint) { (double) middle.x, (double) middle.y };
}

static double
inked_area (const BcView *view,
            BcStroke     *stroke)
{
  guint n = 0;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n);
  double area = 0;

  for (guint i = 0; i < n; i++)
    area += covers[i].share * bc_atlas_get_skin_area (bc_view_get_figure (view), covers[i].region);
  return area;
}

static void
offer_strokes (const BcView *view,
               BcSymptom    *symptom,
               BcRole        role,
               Spot         *spot)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr (BcStroke) stroke = g_list_model_get_item (strokes, i);
      BcPoint at;

      if (bc_stroke_get_view (stroke) != bc_view_get_id (view) || bc_stroke_get_role (stroke) != role)
        continue;
      at = middle_of_stroke (view, stroke);
      if (bc_view_region_at (view, at.x, at.y) != BC_REGION_NONE)
        offer_spot (spot, at, inked_area (view, stroke));
    }
}

/*
 * The place that a label points to: the largest mark where the symptom sits; where it travels to, if the view shows
 * none of that or only an edge of it.
 */
static gboolean
find_anchor (const BcView *view,
             BcSymptom    *symptom,
             BcPoint      *anchor)
{
  Spot site = { .area = -1 };
  Spot radiation = { .area = -1 };

  offer_marks (view, symptom, BC_ROLE_SITE, &site);
  offer_strokes (view, symptom, BC_ROLE_SITE, &site);
  offer_marks (view, symptom, BC_ROLE_RADIATION, &radiation);
  offer_strokes (view, symptom, BC_ROLE_RADIATION, &radiation);
  *anchor = site.area < EDGE * radiation.area ? radiation.at : site.at;
  return site.area >= 0 || radiation.area >= 0;
}

/**
 * bc_label_layout:
 * @pango: for the text; its font family is used
 * @markup: from bc_label_dup_markup()
 * @text_size: em, target units
 *
 * Returns: (transfer full): the text of a label
 */
PangoLayout *
bc_label_layout (PangoContext *pango,
                 const char   *markup,
                 double        text_size)
{
  PangoLayout *layout = bc_paint_layout (pango, "", text_size, PANGO_WEIGHT_NORMAL);

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_markup (layout, markup, -1);
  return layout;
}

static GArray *
list_shown (const BcView *view,
            BcVisit      *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (Shown));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      Shown here = { .symptom = symptom }; /* the list of the visit keeps it */

      if (find_anchor (view, symptom, &here.anchor))
        g_array_append_val (shown, here);
    }
  return shown;
}

static void
clear_label (gpointer data)
{
  g_free (((BcLabel *) data)->markup);
}

/* What a label says, and how large that makes it in target units. */
static void
write_label (BcLabel       *label,
             PangoContext  *pango,
             BcSymptom     *symptom,
             BcLabelDetail  detail,
             double         text_size)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width = 0;
  int height = 0;

  g_free (label->markup);
  label->number = bc_symptom_get_number (symptom);
  label->markup = bc_label_dup_markup (symptom, detail);
  label->detail = detail;
  label->text_size = text_size;
  layout = bc_label_layout (pango, label->markup, text_size);
  pango_layout_get_size (layout, &width, &height);
  label->box.width = (double) width / PANGO_SCALE + 2 * AIR_X * text_size;
  label->box.height = (double) height / PANGO_SCALE + 2 * AIR_Y * text_size;
}

/* Labels without a place yet, each with as much in it as leaves the picture a picture. */
static GArray *
write_labels (PangoContext *pango,
              const GArray *shown,
              double        widest,
              double        text_size)
{
  GArray *labels = g_array_sized_new (FALSE, TRUE, sizeof (BcLabel), shown->len);
  BcLabelDetail detail = shown->len <= MOST_WORDS     ? BC_LABEL_WORDS
                         : shown->len <= MOST_LETTERS ? BC_LABEL_LETTERS
                                                      : BC_LABEL_NUMBER;

  g_array_set_clear_func (labels, clear_label);
  g_array_set_size (labels, shown->len);
  for (guint i = 0; i < shown->len; i++)
    {
      BcLabel *label = &g_array_index (labels, BcLabel, i);
      BcSymptom *symptom = g_array_index (shown, Shown, i).symptom;

      write_label (label, pango, symptom, detail, text_size);
      while (label->detail < BC_LABEL_NUMBER && label->box.width > widest)
        write_label (label, pango, symptom, label->detail + 1, text_size);
    }
  return labels;
}

static gboolean
is_far (const BcLabel *label)
{
  double x = MAX (label->box.x - label->to.x, label->to.x - label->box.x - label->box.width);
  double y = MAX (label->box.y - label->to.y, label->to.y - label->box.y - label->box.height);

  return hypot (MAX (x, 0), MAX (y, 0)) > FAR * label->text_size;
}

/* Those that found no place, or only one far away, say less; if they cannot, all others do. Whether any now does. */
static gboolean
shorten (GArray       *labels,
         const GArray *shown,
         PangoContext *pango,
         gboolean      all_placed)
{
  gboolean shortened = FALSE;

  for (guint everybody = 0; everybody < (all_placed ? 1 : 2) && !shortened; everybody++)
    for (guint i = 0; i < labels->len; i++)
      {
        BcLabel *label = &g_array_index (labels, BcLabel, i);

        if (label->detail == BC_LABEL_NUMBER || (everybody == 0 && label->placed && !is_far (label)))
          continue;
        write_label (label, pango, g_array_index (shown, Shown, i).symptom, label->detail + 1, label->text_size);
        shortened = TRUE;
      }
  return shortened;
}

/* Gives the labels their boxes, as far as there are any. Whether all have one. */
static gboolean
search (GArray            *labels,
        const GArray      *shown,
        const BcLabelRoom *room,
        const BcViewport  *viewport,
        double             text_size,
        gboolean           lenient)
{
  g_autofree BcLabelPlace *places = g_new0 (BcLabelPlace, labels->len);
  gboolean all;

  for (guint i = 0; i < labels->len; i++)
    {
      const BcBox *box = &g_array_index (labels, BcLabel, i).box;

      places[i].anchor = g_array_index (shown, Shown, i).anchor;
      places[i].width = bc_viewport_line (viewport, 0, box->width);
      places[i].height = bc_viewport_line (viewport, 0, box->height);
    }
  all = bc_label_search (room, places, labels->len, bc_viewport_line (viewport, 0, GAP * text_size), lenient);
  for (guint i = 0; i < labels->len; i++)
    {
      BcLabel *label = &g_array_index (labels, BcLabel, i);

      label->placed = places[i].placed;
      label->to = places[i].anchor;
      bc_viewport_to_target (viewport, &label->to.x, &label->to.y);
      if (label->placed)
        label->box = bc_viewport_map_box (viewport, &places[i].box);
    }
  return all;
}

/* Numbers alone, smaller and smaller; at last leaders may cross, and who then finds no place gets none. */
static void
squeeze (GArray            *labels,
         const GArray      *shown,
         PangoContext      *pango,
         const BcLabelRoom *room,
         const BcViewport  *viewport,
         double             text_size)
{
  for (double part = SMALLER; part >= SMALLEST; part *= SMALLER)
    {
      for (guint i = 0; i < labels->len; i++)
        write_label (&g_array_index (labels, BcLabel, i), pango, g_array_index (shown, Shown, i).symptom,
                     BC_LABEL_NUMBER, part * text_size);
      if (search (labels, shown, room, viewport, text_size, FALSE))
        return;
    }
  search (labels, shown, room, viewport, text_size, TRUE);
  for (guint i = labels->len; i-- > 0;)
    if (!g_array_index (labels, BcLabel, i).placed)
      g_array_remove_index (labels, i);
}

/**
 * bc_labels_place:
 * @pango: for the text; its font family is used
 * @view: the view
 * @viewport: where
 * @visit: whose symptoms
 * @text_size: em of the labels, target units
 *
 * A label for each symptom that the view shows, and where it goes. Each says as much as there is room for; the text
 * becomes smaller where there is none even for the numbers; at last leaders may cross.
 *
 * Returns: (transfer full): of BcLabel, in the order of the symptoms
 */
GArray *
bc_labels_place (PangoContext     *pango,
                 const BcView     *view,
                 const BcViewport *viewport,
                 BcVisit          *visit,
                 double            text_size)
{
  BcBox box = bc_view_get_box (view);
  g_autoptr (GArray) shown = list_shown (view, visit);
  GArray *labels = write_labels (pango, shown, WIDEST * bc_viewport_map_box (viewport, &box).width, text_size);
  g_autoptr (BcLabelRoom) room = NULL;
  gboolean all;

  if (labels->len == 0)
    return labels;
  room = bc_label_room_new (view, bc_viewport_line (viewport, 0, CAPTION * text_size));
  do
    all = search (labels, shown, room, viewport, text_size, FALSE);
  while (shorten (labels, shown, pango, all));
  if (!all)
    squeeze (labels, shown, pango, room, viewport, text_size);
  return labels;
}

/**
 * bc_labels_have_letters:
 * @pango: for the text; its font family is used
 * @view: the view
 * @viewport: where
 * @visit: whose symptoms
 * @text_size: em of the labels, target units
 *
 * Returns: whether a label that bc_paint_labels() would paint has letters in the place of words
 */
gboolean
bc_labels_have_letters (PangoContext     *pango,
                        const BcView     *view,
                        const BcViewport *viewport,
                        BcVisit          *visit,
                        double            text_size)
{
  g_autoptr (GArray) labels = NULL;

  g_return_val_if_fail (PANGO_IS_CONTEXT (pango) && BC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (view != NULL && viewport != NULL && text_size > 0, FALSE);

  labels = bc_labels_place (pango, view, viewport, visit, text_size);
  for (guint i = 0; i < labels->len; i++)
    if (g_array_index (labels, BcLabel, i).detail == BC_LABEL_LETTERS)
      return TRUE;
  return FALSE;
}
