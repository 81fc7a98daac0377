/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-coverage.h"

#include "bc-atlas-private.h"

#include <math.h>

#define WORD_BITS 64

struct _BcCoverage
{
  const BcView *view;
  guint64      *bits; /* row by row, @n_words a row; off the body too */
  int           n_words;
  guint         counts[BC_N_REGIONS + 1]; /* covered mm2; element 0 counts what lies off the body */
};

/* The round tip of a brush at one point of its stroke. */
typedef struct
{
  double x;
  double y;
  double radius;
} Disc;

/* The part of one row of pixels that a shape covers; empty while @left is above @right. */
typedef struct
{
  double y;
  double left;
  double right;
} Chord;

static gboolean
read_disc (const BcStrokePoint *point,
           double               width,
           Disc                *disc)
{
  double pressure = point->pressure > 0 ? MIN (point->pressure, 1) : 0; /* 0 for a pressure that is no number */

  *disc = (Disc) { point->x, point->y, width / 2 * pressure };
  return isfinite (disc->x) && isfinite (disc->y);
}

static void
cover_columns (BcCoverage *self,
               int         row,
               int         first,
               int         last)
{
  const guint8 *ids = self->view->ids + (gsize) row * (gsize) self->view->stride;
  guint64 *bits = self->bits + (gsize) row * (gsize) self->n_words;

  for (int word = first / WORD_BITS; word <= last / WORD_BITS; word++)
    {
      int from = MAX (first - word * WORD_BITS, 0);
      int to = MIN (last - word * WORD_BITS, WORD_BITS - 1);
      guint64 fresh = (G_MAXUINT64 << from) & (G_MAXUINT64 >> (WORD_BITS - 1 - to)) & ~bits[word];

      bits[word] |= fresh;
      for (; fresh != 0; fresh &= fresh - 1)
        self->counts[ids[word * WORD_BITS + __builtin_ctzll (fresh)]]++;
    }
}

/* Covers the pixels of a row whose centres lie on the chord. */
static void
cover_chord (BcCoverage  *self,
             int          row,
             const Chord *chord)
{
  double first = MAX (ceil (chord->left - self->view->box.x - 0.5), 0);
  double last = MIN (floor (chord->right - self->view->box.x - 0.5), self->view->width - 1);

  if (first <= last)
    cover_columns (self, row, (int) first, (int) last);
}

static void
add_disc (Chord      *chord,
          const Disc *disc)
{
  double off = chord->y - disc->y;
  double half;

  if (!(fabs (off) <= disc->radius))
    return;
  half = sqrt (disc->radius * disc->radius - off * off);
  chord->left = MIN (chord->left, disc->x - half);
  chord->right = MAX (chord->right, disc->x + half);
}

/* The tangent that touches both discs where their normal (@nx, @ny) points. */
static void
add_tangent (Chord      *chord,
             const Disc *a,
             const Disc *b,
             double      nx,
             double      ny)
{
  double from_y = a->y + a->radius * ny;
  double to_y = b->y + b->radius * ny;
  double part;
  double x;

  if (from_y == to_y || chord->y < MIN (from_y, to_y) || chord->y > MAX (from_y, to_y))
    return;
  part = (chord->y - from_y) / (to_y - from_y);
  x = (1 - part) * (a->x + a->radius * nx) + part * (b->x + b->radius * nx);
  chord->left = MIN (chord->left, x);
  chord->right = MAX (chord->right, x);
}

/*
 * Covers what a round tip passes over on its way from @a to @b while its radius changes evenly: the convex hull of the
 * two discs. Its border is made of arcs of the discs and their outer tangents, so every row cuts it in one chord that
 * these four give.
 */
static void
cover_hull (BcCoverage *self,
            const Disc *a,
            const Disc *b)
{
  const BcBox *box = &self->view->box;
  double length = hypot (b->x - a->x, b->y - a->y);
  gboolean one_holds_other = length <= fabs (a->radius - b->radius);
  double along_x = one_holds_other ? 0 : (b->x - a->x) / length;
  double along_y = one_holds_other ? 0 : (b->y - a->y) / length;
  double cosine = one_holds_other ? 0 : (a->radius - b->radius) / length; /* of the tangents' normal to the way */
  double sine = sqrt (MAX (1 - cosine * cosine, 0));
  double top = MIN (a->y - a->radius, b->y - b->radius);
  double bottom = MAX (a->y + a->radius, b->y + b->radius);
  double first = MAX (ceil (top - box->y - 0.5), 0);
  double last = MIN (floor (bottom - box->y - 0.5), self->view->height - 1);

  if (!(first <= last))
    return;
  for (int row = (int) first; row <= (int) last; row++)
    {
      Chord chord = { box->y + row + 0.5, INFINITY, -INFINITY };

      add_disc (&chord, a);
      add_disc (&chord, b);
      if (!one_holds_other)
        {
          add_tangent (&chord, a, b, along_x * cosine - along_y * sine, along_y * cosine + along_x * sine);
          add_tangent (&chord, a, b, along_x * cosine + along_y * sine, along_y * cosine - along_x * sine);
        }
      cover_chord (self, row, &chord);
    }
}

/**
 * bc_coverage_new:
 * @view: (transfer none): the view to draw on, which must live as long
 *
 * Returns: (transfer full): a view without ink
 */
BcCoverage *
bc_coverage_new (const BcView *view)
{
  BcCoverage *self;

  g_return_val_if_fail (view != NULL, NULL);

  self = g_new0 (BcCoverage, 1);
  self->view = view;
  self->n_words = (view->width + WORD_BITS - 1) / WORD_BITS;
  self->bits = g_new0 (guint64, (gsize) self->n_words * (gsize) view->height);
  return self;
}

/**
 * bc_coverage_free:
 * @self: (transfer full) (nullable): what to free
 */
void
bc_coverage_free (BcCoverage *self)
{
  if (self == NULL)
    return;
  g_free (self->bits);
  g_free (self);
}

/**
 * bc_coverage_add_stroke:
 * @self: a coverage
 * @points: (array length=n_points): where the stroke runs; one point makes a disc
 * @n_points: how many
 * @width: of the stroke where the pressure is 1, in mm
 *
 * Covers every square millimetre whose centre a round tip passes over: its diameter is @width times the pressure, which
 * changes evenly between two points. Exact but for the rounding of doubles; ink thinner than a millimetre may pass
 * between the centres. Points that are no numbers are left out.
 */
void
bc_coverage_add_stroke (BcCoverage          *self,
                        const BcStrokePoint *points,
                        guint                n_points,
                        double               width)
{
  Disc last = { 0 };
  gboolean has_last = FALSE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (points != NULL || n_points == 0);
  g_return_if_fail (isfinite (width) && width >= 0);

  for (guint i = 0; i < n_points; i++)
    {
      Disc disc;

      if (!read_disc (&points[i], width, &disc))
        continue;
      cover_hull (self, has_last ? &last : &disc, &disc);
      last = disc;
      has_last = TRUE;
    }
}

/**
 * bc_coverage_add_region:
 * @self: a coverage
 * @region: a region, which need not be shown in the view
 *
 * Covers all that the view shows of a region.
 */
void
bc_coverage_add_region (BcCoverage *self,
                        BcRegion    region)
{
  const BcView *view;
  BcBox box;
  int last_row;
  int last_column;

  g_return_if_fail (self != NULL);
  g_return_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS);

  view = self->view;
  if (self->counts[region] == view->shapes[region].n_pixels)
    return;
  box = view->shapes[region].box;
  last_row = MIN ((int) ceil (box.y + box.height - view->box.y), view->height - 1);
  last_column = MIN ((int) ceil (box.x + box.width - view->box.x), view->width - 1);
  for (int row = MAX ((int) floor (box.y - view->box.y), 0); row <= last_row; row++)
    for (int column = MAX ((int) floor (box.x - view->box.x), 0); column <= last_column; column++)
      if (view->ids[row * view->stride + column] == region)
        cover_columns (self, row, column, column);
}

/**
 * bc_coverage_intersect:
 * @self: a coverage
 * @other: another of the same view
 *
 * Returns: (transfer full): what both cover
 */
BcCoverage *
bc_coverage_intersect (const BcCoverage *self,
                       const BcCoverage *other)
{
  BcCoverage *both;

  g_return_val_if_fail (self != NULL && other != NULL, NULL);
  g_return_val_if_fail (self->view == other->view, NULL);

  both = bc_coverage_new (self->view);
  for (int row = 0; row < self->view->height; row++)
    {
      const guint8 *ids = self->view->ids + (gsize) row * (gsize) self->view->stride;

      for (int word = 0; word < self->n_words; word++)
        {
          gsize at = (gsize) row * (gsize) self->n_words + (gsize) word;
          guint64 left = self->bits[at] & other->bits[at];

          both->bits[at] = left;
          for (; left != 0; left &= left - 1)
            both->counts[ids[word * WORD_BITS + __builtin_ctzll (left)]]++;
        }
    }
  return both;
}

/**
 * bc_coverage_count:
 * @self: a coverage
 * @region: a region
 *
 * Returns: how much of the region is covered, in mm2 of the drawing; 0 where the view does not show it
 */
guint
bc_coverage_count (const BcCoverage *self,
                   BcRegion          region)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS, 0);

  return self->counts[region];
}

/**
 * bc_coverage_get_share:
 * @self: a coverage
 * @region: a region
 *
 * Sets the covered mm2 against what can be seen of the region in the view of the same figure that shows most of it. A
 * view that sees the region edge on shows a strip of it: to fill that strip says little about the region, and so
 * counts for little. What other views show is taken from `region-areas.tsv`, so that none must be loaded for it.
 *
 * Returns: the covered share of the region, 0..1
 */
double
bc_coverage_get_share (const BcCoverage *self,
                       BcRegion          region)
{
  double most;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS, 0);

  if (self->counts[region] == 0)
    return 0;
  most = self->view->shapes[region].n_pixels;
  for (BcViewId other = BC_VIEW_FRONT; other < BC_N_VIEWS; other++)
    if (other != self->view->id)
      most = MAX (most, 100 * bc_atlas_get_visible_area (self->view->figure, region, other));
  return self->counts[region] / most;
}
