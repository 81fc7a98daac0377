/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ink-private.h"

#include <math.h>

/* What the arrows between regions ask about strokes. */

/* A place needs no finer curve than this, in mm. */
#define PLACE_FINE 2.0

static BcPoint
point_at (const GArray *curve,
          guint         i)
{
  const BcInkPoint *at = &g_array_index (curve, BcInkPoint, i);

  return (BcPoint) { at->x, at->y };
}

/* The point of the curve nearest to its middle, which itself may be beside a bent curve. */
static BcPoint
middle_of (const GArray *curve)
{
  BcPoint middle = { 0, 0 };
  BcPoint nearest = point_at (curve, 0);

  for (guint i = 0; i < curve->len; i++)
    {
      middle.x += point_at (curve, i).x / curve->len;
      middle.y += point_at (curve, i).y / curve->len;
    }
  for (guint i = 1; i < curve->len; i++)
    {
      BcPoint at = point_at (curve, i);

      if (hypot (at.x - middle.x, at.y - middle.y) < hypot (nearest.x - middle.x, nearest.y - middle.y))
        nearest = at;
    }
  return nearest;
}

/* The place that stands for a stroke: the middle of ink, the start or end of a path. FALSE if it is off the body. */
gboolean
bc_stroke_find_place (const BcView *view,
                      BcStroke     *stroke,
                      gboolean      at_end,
                      BcPoint      *place)
{
  g_autoptr (GArray) curve = g_array_new (FALSE, FALSE, sizeof (BcInkPoint));

  bc_ink_add_stroke (curve, view, stroke, PLACE_FINE);
  if (curve->len == 0)
    return FALSE;
  if (bc_stroke_get_role (stroke) == BC_ROLE_RADIATION)
    *place = point_at (curve, at_end ? curve->len - 1 : 0);
  else
    *place = middle_of (curve);
  return bc_view_region_at (view, place->x, place->y) != BC_REGION_NONE;
}

/* The side on which a stroke begins, whatever view it was drawn in. */
static gboolean
sits_on_side (BcStroke *stroke,
              BcSide    side)
{
  guint n_covers = 0;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  for (guint i = 0; i < n_covers; i++)
    {
      BcRole role;

      if (bc_region_get_side (covers[i].region) == side && bc_stroke_counts (stroke, covers[i].region, &role)
          && role == BC_ROLE_SITE)
        return TRUE;
    }
  return FALSE;
}

/* Whether any stroke of the symptom begins on that side. */
gboolean
bc_strokes_sit_on_side (BcSymptom *symptom,
                        BcSide     side)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr (BcStroke) stroke = g_list_model_get_item (strokes, i);

      if (sits_on_side (stroke, side))
        return TRUE;
    }
  return FALSE;
}

/* Whether a path that was drawn for the symptom, in whatever view, begins in the region or runs through it. */
gboolean
bc_strokes_lead_to (BcSymptom *symptom,
                    BcRegion   region)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr (BcStroke) stroke = g_list_model_get_item (strokes, i);

      if (bc_stroke_get_role (stroke) == BC_ROLE_RADIATION && bc_stroke_counts (stroke, region, NULL))
        return TRUE;
    }
  return FALSE;
}

/* The region in which most of the ink of a stroke lies. */
BcRegion
bc_stroke_find_region (BcStroke *stroke)
{
  guint n_covers = 0;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);
  BcRegion region = BC_REGION_NONE;
  double most = 0;

  for (guint i = 0; i < n_covers; i++)
    {
      if (covers[i].part <= most)
        continue;
      most = covers[i].part;
      region = covers[i].region;
    }
  return region;
}
