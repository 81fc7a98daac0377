/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-atlas-private.h"

#include "bc-resources.h"

#define AREAS "atlas/region-areas.tsv"
#define ADJACENCY "atlas/region-adjacency.tsv"

/*
 * The atlas is part of the program and checked by its tests, so a drawing or table that cannot be read is a broken
 * build: nothing can be marked or matched without it, and g_error() says which file and line.
 */

static BcView *
load_view (BcFigureId figure,
           BcViewId   view)
{
  g_autofree char *path = g_strdup_printf ("atlas/%s-%s.svg", bc_terms_get_id (&bc_figure_terms, (int) figure),
                                           bc_terms_get_id (&bc_view_terms, (int) view));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = bc_resources_load (path, &error);
  BcView *self = svg != NULL ? bc_view_load (svg, path, figure, view, &error) : NULL;

  if (self == NULL)
    g_error ("%s", error->message);
  return self;
}

static const BcAreaTable *
get_areas (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      g_autofree char *text = bc_resources_need_text (AREAS);
      g_autoptr (GError) error = NULL;
      BcAreaTable *table = bc_area_table_parse (text, AREAS, &error);

      if (table == NULL)
        g_error ("%s", error->message);
      g_once_init_leave (&once, (gsize) table);
    }
  return (const BcAreaTable *) once;
}

static const BcAdjacencyTable *
get_adjacency (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      g_autofree char *text = bc_resources_need_text (ADJACENCY);
      g_autoptr (GError) error = NULL;
      BcAdjacencyTable *table = bc_adjacency_table_parse (text, ADJACENCY, &error);

      if (table == NULL)
        g_error ("%s", error->message);
      g_once_init_leave (&once, (gsize) table);
    }
  return (const BcAdjacencyTable *) once;
}

/**
 * bc_atlas_get_view:
 * @figure: whom to show
 * @view: from where
 *
 * Loads a view when it is first asked for, once for the whole program. Any thread may call this.
 *
 * Returns: (transfer none): the view, which lives for ever
 */
const BcView *
bc_atlas_get_view (BcFigureId figure,
                   BcViewId   view)
{
  static gsize views[BC_N_FIGURES][BC_N_VIEWS] = { 0 };
  gsize *slot;

  g_return_val_if_fail ((int) figure >= 0 && (int) figure < BC_N_FIGURES, NULL);
  g_return_val_if_fail ((int) view >= 0 && (int) view < BC_N_VIEWS, NULL);

  slot = &views[figure][view];
  if (g_once_init_enter (slot))
    g_once_init_leave (slot, (gsize) load_view (figure, view));
  return (const BcView *) *slot;
}

typedef struct
{
  BcFigureId figure;
  guint      views;
} Wanted;

/* From the last to the first: who waits for them asks for the first one first. */
static gpointer
prepare_views (gpointer data)
{
  g_autofree Wanted *wanted = data;

  for (int view = BC_N_VIEWS - 1; view >= 0; view--)
    if ((wanted->views & 1u << view) != 0)
      bc_atlas_get_view (wanted->figure, (BcViewId) view);
  return NULL;
}

/**
 * bc_atlas_prepare_views:
 * @figure: whom to show
 * @views: which: bits of the form `1 << BC_VIEW_FRONT`
 *
 * Begins to load views in a thread of its own, for a caller who has something else to do before it asks for them.
 */
void
bc_atlas_prepare_views (BcFigureId figure,
                        guint      views)
{
  Wanted *wanted = g_new (Wanted, 1);
  GThread *thread;

  *wanted = (Wanted) { figure, views };
  thread = g_thread_try_new ("atlas", prepare_views, wanted, NULL);
  if (thread != NULL)
    g_thread_unref (thread);
  else
    g_free (wanted);
}

/**
 * bc_atlas_get_skin_area:
 * @figure: a figure
 * @region: a region
 *
 * Returns: the true skin area on the three-dimensional figure in cm2 (`region-areas.tsv`), seen or hidden
 */
double
bc_atlas_get_skin_area (BcFigureId figure,
                        BcRegion   region)
{
  g_return_val_if_fail ((int) figure >= 0 && (int) figure < BC_N_FIGURES, 0);
  g_return_val_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS, 0);

  return get_areas ()->skin[figure][region];
}

/**
 * bc_atlas_get_body_share:
 * @figure: a figure
 * @region: a region
 *
 * Returns: the share of the region in the whole body surface, 0..1 (`region-areas.tsv`); all regions sum to 1
 */
double
bc_atlas_get_body_share (BcFigureId figure,
                         BcRegion   region)
{
  g_return_val_if_fail ((int) figure >= 0 && (int) figure < BC_N_FIGURES, 0);
  g_return_val_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS, 0);

  return get_areas ()->share[figure][region];
}

/**
 * bc_atlas_get_visible_area:
 * @figure: a figure
 * @region: a region
 * @view: a view
 *
 * Returns: how much of the drawing of @view the region covers, in cm2 of the body (`region-areas.tsv`); 0 where it
 *   is not shown
 */
double
bc_atlas_get_visible_area (BcFigureId figure,
                           BcRegion   region,
                           BcViewId   view)
{
  g_return_val_if_fail ((int) figure >= 0 && (int) figure < BC_N_FIGURES, 0);
  g_return_val_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS, 0);
  g_return_val_if_fail ((int) view >= 0 && (int) view < BC_N_VIEWS, 0);

  return get_areas ()->visible[figure][region][view];
}

/**
 * bc_atlas_is_adjacent:
 * @figure: a figure
 * @a: a region
 * @b: a region
 *
 * Returns: whether the two share a border of 4 mm or more on the skin (`region-adjacency.tsv`); a region is not
 *   adjacent to itself
 */
gboolean
bc_atlas_is_adjacent (BcFigureId figure,
                      BcRegion   a,
                      BcRegion   b)
{
  g_return_val_if_fail ((int) figure >= 0 && (int) figure < BC_N_FIGURES, FALSE);
  g_return_val_if_fail (a != BC_REGION_NONE && a <= BC_N_REGIONS, FALSE);
  g_return_val_if_fail (b != BC_REGION_NONE && b <= BC_N_REGIONS, FALSE);

  return get_adjacency ()->adjacent[figure][a][b];
}
