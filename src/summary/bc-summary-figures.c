/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-onion.h"

/* Lengths in points. */
#define CAPTION_SIZE 8.0
#define CAPTION_SPACE 13.0
#define LABEL_SIZE 7.0
#define GAP 12.0

/* Soles and hands stand on top of each other, no wider than this share of the row's height. */
#define MAX_SMALL_SHARE 0.34

typedef struct
{
  const BcView *view;
  BcBox         box; /* caption included, points from the upper left corner of the block */
} Placed;

typedef struct
{
  BcVisit      *visit;
  BcVisit      *understood; /* (nullable): both drawings over each other */
  PangoContext *pango;
  Placed        placed[BC_N_VIEWS];
  guint         n_placed;
} Figures;

static void
figures_free (gpointer data)
{
  Figures *self = data;

  g_object_unref (self->visit);
  g_clear_object (&self->understood);
  g_object_unref (self->pango);
  g_free (self);
}

static gboolean
is_small (BcViewId id)
{
  return id == BC_VIEW_SOLES || id == BC_VIEW_HANDS;
}

static BcViewport
get_viewport (const Placed *placed,
              double        x,
              double        y)
{
  return bc_viewport_fit (placed->view, x + placed->box.x, y + placed->box.y + CAPTION_SPACE, placed->box.width,
                          placed->box.height - CAPTION_SPACE);
}

static void
draw_view (const Figures *self,
           const Placed  *placed,
           cairo_t       *cr,
           double         x,
           double         y)
{
  BcBox box = { x + placed->box.x, y + placed->box.y, placed->box.width, placed->box.height };
  BcViewport viewport = get_viewport (placed, x, y);

  bc_paint_figure (cr, placed->view, &viewport, BC_SCHEME_PAPER);
  if (self->understood != NULL)
    bc_paint_onion (cr, placed->view, &viewport, self->visit, self->understood, 0, BC_SCHEME_PAPER);
  else
    {
      bc_paint_marks (cr, placed->view, &viewport, self->visit, BC_SCHEME_PAPER);
      bc_paint_paths (cr, placed->view, &viewport, self->visit, BC_SCHEME_PAPER);
      bc_paint_arrows (cr, placed->view, &viewport, self->visit, BC_SCHEME_PAPER);
      bc_paint_labels (cr, self->pango, placed->view, &viewport, self->visit, LABEL_SIZE, BC_SCHEME_PAPER);
    }
  bc_paint_captions (cr, self->pango, placed->view, &box, CAPTION_SIZE, BC_SCHEME_PAPER);
}

static void
draw_figures (BcBlock *block,
              cairo_t *cr,
              double   x,
              double   y,
              double   width)
{
  const Figures *self = block->data;

  for (guint i = 0; i < self->n_placed; i++)
    {
      cairo_save (cr);
      draw_view (self, &self->placed[i], cr, x, y);
      cairo_restore (cr);
    }
}

/* The views of a row in the order of reading, and what they need at one point a mm of the body. */
typedef struct
{
  const BcView *body[BC_N_VIEWS];
  guint         n_body;
  double        body_width;  /* mm, all of them */
  double        body_height; /* mm, the tallest */
  const BcView *small[BC_N_VIEWS];
  guint         n_small;
  double        small_share; /* width of their column, share of the row's height */
} Row;

static void
collect_views (Row        *row,
               BcFigureId  figure,
               BcVisit    *visit,
               BcVisit    *understood)
{
  double stacked = 0; /* height of the small ones at width 1 */

  for (BcViewId id = BC_VIEW_FRONT; id <= BC_VIEW_HANDS; id++)
    {
      const BcView *view;
      BcBox box;

      if (!bc_view_is_needed (figure, id, visit)
          && (understood == NULL || !bc_view_is_needed (figure, id, understood)))
        continue;
      view = bc_atlas_get_view (figure, id);
      box = bc_view_get_box (view);
      if (is_small (id))
        {
          row->small[row->n_small++] = view;
          stacked += box.height / box.width;
          continue;
        }
      row->body[row->n_body++] = view;
      row->body_width += box.width;
      row->body_height = MAX (row->body_height, box.height);
    }
  if (row->n_small > 0)
    row->small_share = MIN (1 / stacked, MAX_SMALL_SHARE);
}

static void
place_view (Figures      *self,
            const BcView *view,
            double        x,
            double        y,
            double        width,
            double        height)
{
  Placed *placed = &self->placed[self->n_placed++];

  placed->view = view;
  placed->box = (BcBox){ x, y, width, height };
}

static void
place_small (Figures   *self,
             const Row *row,
             double     x,
             double     height)
{
  double width = row->small_share * height;
  double y = 0;

  for (guint i = 0; i < row->n_small; i++)
    {
      BcBox box = bc_view_get_box (row->small[i]);
      double room = (height - CAPTION_SPACE * (row->n_small - 1)) * row->small_share * box.height / box.width;

      place_view (self, row->small[i], x, y, width, room + CAPTION_SPACE);
      y += room + 2 * CAPTION_SPACE;
    }
}

/* One row, bodies at one scale, as large as width and height allow, centred. Gives its height. */
static double
place_row (Figures   *self,
           const Row *row,
           double     width,
           double     max_height)
{
  double n_gaps = row->n_body - 1 + (row->n_small > 0 ? 1 : 0);
  double need = row->body_width + row->small_share * row->body_height; /* mm */
  double scale = MIN ((width - n_gaps * GAP) / need, (max_height - CAPTION_SPACE) / row->body_height);
  double height = row->body_height * scale;
  /* What is left over goes between and beside the views in equal parts. */
  double spare = MIN ((width - n_gaps * GAP - need * scale) / (n_gaps + 2), 40);
  double gap = GAP + spare;
  double x = (width - need * scale - n_gaps * gap) / 2;

  for (guint i = 0; i < row->n_body; i++)
    {
      BcBox box = bc_view_get_box (row->body[i]);

      place_view (self, row->body[i], x, 0, box.width * scale, box.height * scale + CAPTION_SPACE);
      x += box.width * scale + gap;
    }
  place_small (self, row, x, height);
  return height + CAPTION_SPACE;
}

static gboolean
has_letters (const Figures *self)
{
  for (guint i = 0; i < self->n_placed; i++)
    {
      BcViewport viewport = get_viewport (&self->placed[i], 0, 0);

      if (bc_labels_have_letters (self->pango, self->placed[i].view, &viewport, self->visit, LABEL_SIZE))
        return TRUE;
    }
  return FALSE;
}

/* A row of the views that carry anything, front and back at least. */
static BcBlock *
add_row (BcContent *self,
         BcVisit   *understood,
         double     share)
{
  Figures *figures = g_new0 (Figures, 1);
  Row row = { 0 };
  BcBlock *block = bc_content_add_block (self, understood != NULL ? BC_PARAGRAPH_SPACE : self->section_space - 3);

  figures->visit = g_object_ref (self->visit);
  g_set_object (&figures->understood, understood);
  figures->pango = g_object_ref (self->pango);
  collect_views (&row, bc_chart_get_figure (self->chart), self->visit, understood);
  block->draw = draw_figures;
  block->data = figures;
  block->free_data = figures_free;
  block->height = place_row (figures, &row, self->flow->width, self->flow->height * share);
  block->group = ++self->last_group;
  return block;
}

/**
 * bc_content_prepare_figures:
 * @chart: the chart that holds @visit
 * @visit: a visit
 *
 * Begins to read the views that bc_content_add_figures() will want.
 */
void
bc_content_prepare_figures (BcChart *chart,
                            BcVisit *visit)
{
  BcFigureId figure = bc_chart_get_figure (chart);
  guint views = 0;

  for (BcViewId id = BC_VIEW_FRONT; id <= BC_VIEW_HANDS; id++)
    if (bc_view_is_needed (figure, id, visit))
      views |= 1u << id;
  bc_atlas_prepare_views (figure, views);
}

/**
 * bc_content_add_figures:
 *
 * Adds a row of the views that carry marks or ticks, front and back at least, and the legend of what is on them.
 */
void
bc_content_add_figures (BcContent *self)
{
  BcBlock *block = add_row (self, NULL, self->figure_share);

  bc_content_add_legend (self, block->group, has_letters (block->data));
}

/**
 * bc_content_add_both:
 * @understood: the visit as the clinician understands it
 * @share: the figures take no more of a page's height than this, 0..1
 *
 * Adds a row of the views that carry marks in either drawing, both over each other.
 *
 * Returns: the group of blocks that they are in, for a legend
 */
guint
bc_content_add_both (BcContent *self,
                     BcVisit   *understood,
                     double     share)
{
  return add_row (self, understood, share)->group;
}
