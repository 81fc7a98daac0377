/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-skin-private.h"

#include "bc-extent.h"
#include "bc-figure-map.h"

static void
add_stroke (BcSkin   *self,
            BcStroke *stroke)
{
  BcViewId id = bc_stroke_get_view (stroke);
  const BcView *from = bc_atlas_get_view (bc_stroke_get_figure (stroke), id);
  const BcView *to = bc_atlas_get_view (self->figure, id);
  double width = bc_figure_map_width (from, to, bc_stroke_get_width (stroke));
  guint n_points;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);
  g_autofree BcStrokePoint *mapped = NULL;

  if (self->views[id] == NULL)
    self->views[id] = bc_coverage_new (to);
  if (from != to)
    {
      mapped = g_new (BcStrokePoint, n_points);
      bc_figure_map_points (from, to, points, n_points, mapped);
      points = mapped;
    }
  bc_coverage_add_stroke (self->views[id], points, n_points, width);
}

void
bc_skin_add_symptom (BcSkin    *self,
                     BcSymptom *symptom)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  guint n_marks = g_list_model_get_n_items (marks);
  guint n_strokes = g_list_model_get_n_items (strokes);

  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      self->clicked[bc_mark_get_region (mark)] = TRUE;
    }
  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);

      add_stroke (self, stroke);
    }
}

void
bc_skin_add_visit (BcSkin  *self,
                   BcVisit *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      bc_skin_add_symptom (self, symptom);
    }
}

static double
join_views (BcCoverage *const *views,
            BcRegion           region)
{
  double shares[BC_N_VIEWS] = { 0 };
  gboolean drawn = FALSE;

  for (guint view = 0; view < BC_N_VIEWS; view++)
    if (views[view] != NULL)
      {
        shares[view] = bc_coverage_get_share (views[view], region);
        drawn = TRUE;
      }
  return drawn ? bc_extent_join_views (shares) : 0;
}

/* The covered share of a region: a clicked one counts whole. */
double
bc_skin_get_share (const BcSkin *self,
                   BcRegion      region)
{
  return self->clicked[region] ? 1 : join_views (self->views, region);
}

/*
 * The share of each region that both cover. A clicked region holds all that is drawn in it. Ink in different views of
 * the same skin does not meet: which of it is the same cannot be told.
 */
void
bc_skin_overlap (const BcSkin *self,
                 const BcSkin *other,
                 double        shares[BC_N_REGIONS + 1])
{
  BcCoverage *both[BC_N_VIEWS] = { NULL };

  g_return_if_fail (self->figure == other->figure);

  for (guint view = 0; view < BC_N_VIEWS; view++)
    if (self->views[view] != NULL && other->views[view] != NULL)
      both[view] = bc_coverage_intersect (self->views[view], other->views[view]);
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      if (self->clicked[region])
        shares[region] = bc_skin_get_share (other, region);
      else if (other->clicked[region])
        shares[region] = bc_skin_get_share (self, region);
      else
        shares[region] = join_views (both, region);
    }
  for (guint view = 0; view < BC_N_VIEWS; view++)
    g_clear_pointer (&both[view], bc_coverage_free);
}

void
bc_skin_clear (BcSkin *self)
{
  for (guint view = 0; view < BC_N_VIEWS; view++)
    g_clear_pointer (&self->views[view], bc_coverage_free);
}
