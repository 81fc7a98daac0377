/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Small pictures of visits, each painted once and again only when what it shows has changed. The naked figure is
 * the same for all visits and is painted once for all.
 */

#include "bc-visit-pictures.h"

#include "bc-extent.h"
#include "bc-marking.h"
#include "bc-painter.h"

#define N_SHOWN 2

static const BcViewId shown[N_SHOWN] = { BC_VIEW_FRONT, BC_VIEW_BACK };

struct _BcVisitPictures
{
  GObject parent_instance;

  GHashTable      *pictures; /* BcVisit, held: BcVisitPicture */
  cairo_surface_t *naked;    /* (nullable): the figure alone, ... */
  BcFigureId       naked_figure; /* ... and what it was painted for */
  BcScheme         naked_scheme;
  int              naked_scale;
  guint            n_painted;
};

G_DEFINE_FINAL_TYPE (BcVisitPictures, bc_visit_pictures, G_TYPE_OBJECT)

static void
free_picture (gpointer data)
{
  BcVisitPicture *picture = data;

  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_free (picture);
}

static void
bc_visit_pictures_finalize (GObject *object)
{
  BcVisitPictures *self = BC_VISIT_PICTURES (object);

  g_hash_table_unref (self->pictures);
  g_clear_pointer (&self->naked, cairo_surface_destroy);

  G_OBJECT_CLASS (bc_visit_pictures_parent_class)->finalize (object);
}

static void
bc_visit_pictures_class_init (BcVisitPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_visit_pictures_finalize;
}

static void
bc_visit_pictures_init (BcVisitPictures *self)
{
  self->pictures = g_hash_table_new_full (NULL, NULL, g_object_unref, free_picture);
}

/**
 * bc_visit_pictures_new:
 *
 * Returns: (transfer full): a cache without pictures
 */
BcVisitPictures *
bc_visit_pictures_new (void)
{
  return g_object_new (BC_TYPE_VISIT_PICTURES, NULL);
}

/**
 * bc_visit_pictures_forget:
 *
 * Lets go of all visits, for another chart.
 */
void
bc_visit_pictures_forget (BcVisitPictures *self)
{
  g_return_if_fail (BC_IS_VISIT_PICTURES (self));

  g_hash_table_remove_all (self->pictures);
}

/**
 * bc_visit_pictures_peek:
 *
 * Returns: (transfer none) (nullable): the picture of @visit as it was when it was last painted
 */
const BcVisitPicture *
bc_visit_pictures_peek (BcVisitPictures *self,
                        BcVisit         *visit)
{
  g_return_val_if_fail (BC_IS_VISIT_PICTURES (self), NULL);

  return g_hash_table_lookup (self->pictures, visit);
}

/**
 * bc_visit_pictures_get_n_painted:
 *
 * Returns: how many pictures were painted so far, for who counts
 */
guint
bc_visit_pictures_get_n_painted (BcVisitPictures *self)
{
  g_return_val_if_fail (BC_IS_VISIT_PICTURES (self), 0);

  return self->n_painted;
}

/* --- what a picture shows --- */

static guint
mix (guint digest,
     guint value)
{
  return (digest ^ value) * 16777619u; /* as FNV-1a does */
}

static guint
digest_symptom (BcSymptom *symptom)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  guint digest = mix (bc_marking_digest_symptom (symptom), 1);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      digest = mix (digest, bc_mark_get_region (mark) * 4u + (guint) bc_mark_get_role (mark));
    }
  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i); /* never changes, so its address will do */

      digest = mix (digest, (guint) (GPOINTER_TO_SIZE (stroke) >> 4));
    }
  return digest;
}

static guint
digest_visit (BcChart *chart,
              BcVisit *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  GListModel *clears = G_LIST_MODEL (bc_visit_get_clears (visit));
  guint digest = mix (2166136261u, (guint) bc_chart_get_figure (chart) + 1);

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      digest = mix (digest, digest_symptom (symptom));
    }
  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) clear = g_list_model_get_item (clears, i);

      digest = mix (digest, bc_mark_get_region (clear) * 2u + (bc_mark_get_unconfirmed (clear) ? 1 : 0));
    }
  return digest;
}

/* --- painting --- */

static cairo_surface_t *
new_surface (int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, BC_VISIT_PICTURE_WIDTH * scale,
                                                         BC_VISIT_PICTURE_HEIGHT * scale);

  cairo_surface_set_device_scale (surface, scale, scale);
  return surface;
}

static BcViewport
place (const BcView *view,
       int           i)
{
  const double width = (double) BC_VISIT_PICTURE_WIDTH / N_SHOWN;

  return bc_viewport_fit (view, i * width, 0, width, BC_VISIT_PICTURE_HEIGHT);
}

static void
prepare_naked (BcVisitPictures *self,
               BcFigureId       figure,
               BcScheme         scheme,
               int              scale)
{
  g_autoptr(cairo_t) cr = NULL;

  if (self->naked != NULL && self->naked_figure == figure && self->naked_scheme == scheme
      && self->naked_scale == scale)
    return;
  g_clear_pointer (&self->naked, cairo_surface_destroy);
  self->naked = new_surface (scale);
  self->naked_figure = figure;
  self->naked_scheme = scheme;
  self->naked_scale = scale;
  cr = cairo_create (self->naked);
  for (int i = 0; i < N_SHOWN; i++)
    {
      const BcView *view = bc_atlas_get_view (figure, shown[i]);
      BcViewport viewport = place (view, i);

      bc_paint_figure (cr, view, &viewport, scheme);
    }
}

static cairo_surface_t *
paint (BcVisitPictures *self,
       BcFigureId       figure,
       BcVisit         *visit,
       BcScheme         scheme,
       int              scale)
{
  cairo_surface_t *surface = new_surface (scale);
  g_autoptr(cairo_t) cr = cairo_create (surface);

  prepare_naked (self, figure, scheme, scale);
  cairo_set_source_surface (cr, self->naked, 0, 0);
  cairo_paint (cr);
  for (int i = 0; i < N_SHOWN; i++)
    {
      const BcView *view = bc_atlas_get_view (figure, shown[i]);
      BcViewport viewport = place (view, i);

      bc_paint_marks (cr, view, &viewport, visit, scheme);
      bc_paint_paths (cr, view, &viewport, visit, scheme);
    }
  self->n_painted++;
  return surface;
}

/**
 * bc_visit_pictures_update:
 * @chart: the document
 * @visit: one of its visits
 * @scheme: colours
 * @scale: pixels of the device for one of the window
 *
 * Paints the picture of @visit, and measures its extent, if anything that shows there has changed since.
 *
 * Returns: whether it was painted
 */
gboolean
bc_visit_pictures_update (BcVisitPictures *self,
                          BcChart         *chart,
                          BcVisit         *visit,
                          BcScheme         scheme,
                          int              scale)
{
  BcVisitPicture *picture;
  BcExtent extent;
  guint digest;

  g_return_val_if_fail (BC_IS_VISIT_PICTURES (self), FALSE);
  g_return_val_if_fail (BC_IS_CHART (chart), FALSE);
  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);

  digest = digest_visit (chart, visit);
  picture = g_hash_table_lookup (self->pictures, visit);
  if (picture != NULL && picture->digest == digest && picture->scheme == scheme && picture->scale == scale)
    return FALSE;
  if (picture == NULL)
    {
      picture = g_new0 (BcVisitPicture, 1);
      g_hash_table_insert (self->pictures, g_object_ref (visit), picture);
    }
  if (picture->surface == NULL || picture->digest != digest)
    {
      bc_extent_of_visit (chart, visit, &extent);
      picture->body_share = extent.body_share;
    }
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  picture->surface = paint (self, bc_chart_get_figure (chart), visit, scheme, scale);
  picture->digest = digest;
  picture->scheme = scheme;
  picture->scale = scale;
  return TRUE;
}
