/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ink-private.h"

#include <math.h>

#define FULL 255

/* Empty pixels around the ink, so that its border closes inside the mask. */
#define ROOM 2

/* Ink finer than this, in pixels, would be lost between the centres of pixels. */
#define LEAST_RADIUS 0.75

/* A tangent that crosses less than this of a row, in pixels, bounds nothing that the discs do not. */
#define FLAT 1e-3f

/* More pixels than any screen or page has; cairo itself takes 32767 on a side. */
#define MOST_PIXELS 32000

/**
 * Tangent:
 * @x: where it is at @top
 * @slope: of x by y
 * @top: the first row that it crosses
 * @bottom: the last, above the first where it crosses none
 *
 * One of the two lines that touch both discs of a hull, half a pixel outside of it.
 */
typedef struct
{
  float x;
  float slope;
  float top;
  float bottom;
} Tangent;

/**
 * Hull:
 * @ax: centre of one disc, pixels
 * @ra: its radius
 * @along_x: direction to the other disc, a unit vector
 * @length: how far it is; 0 where one disc holds the other
 * @cosine: of the angle between the direction and the normal of the outer tangents
 * @sine: of the same
 *
 * What a round tip passes over on its way from one place to the next: the convex hull of two discs.
 */
typedef struct
{
  float ax, ay, ra;
  float bx, by, rb;
  float along_x, along_y;
  float length;
  float cosine, sine;
  Tangent tangents[2];
} Hull;

typedef struct
{
  float left;
  float right;
} Chord;

/*
 * A mask for what lies within @box of mm; @matrix turns mm into pixels and only scales and moves. Its pixels lie on
 * the pixels of the matrix.
 */
void
bc_ink_mask_init (BcInkMask            *self,
                  const cairo_matrix_t *matrix,
                  const BcBox          *box)
{
  double x1 = floor (box->x * matrix->xx + matrix->x0) - ROOM;
  double y1 = floor (box->y * matrix->yy + matrix->y0) - ROOM;
  double width = ceil ((box->x + box->width) * matrix->xx + matrix->x0) + ROOM - x1;
  double height = ceil ((box->y + box->height) * matrix->yy + matrix->y0) + ROOM - y1;

  *self = (BcInkMask) { .scale = matrix->xx, .x = matrix->x0 - x1, .y = matrix->y0 - y1 };
  if (!(box->width > 0 && box->height > 0 && width < MOST_PIXELS && height < MOST_PIXELS))
    return;
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) height);
  self->data = cairo_image_surface_get_data (self->surface);
  if (self->data == NULL)
    return;
  self->width = (int) width;
  self->height = (int) height;
  self->stride = cairo_image_surface_get_stride (self->surface);
}

void
bc_ink_mask_clear (BcInkMask *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

/* The tangent on the side to which the unit vector (@nx, @ny) points. */
static Tangent
make_tangent (const Hull *hull,
              float       nx,
              float       ny)
{
  float x1 = hull->ax + (hull->ra + 0.5f) * nx;
  float y1 = hull->ay + (hull->ra + 0.5f) * ny;
  float x2 = hull->bx + (hull->rb + 0.5f) * nx;
  float y2 = hull->by + (hull->rb + 0.5f) * ny;

  if (fabsf (y2 - y1) < FLAT)
    return (Tangent) { 0, 0, 1, 0 };
  return (Tangent) { y1 < y2 ? x1 : x2, (x2 - x1) / (y2 - y1), MIN (y1, y2), MAX (y1, y2) };
}

static Hull
make_hull (const BcInkMask  *mask,
           const BcInkPoint *a,
           const BcInkPoint *b)
{
  Hull hull = {
    .ax = (float) (a->x * mask->scale + mask->x), .ay = (float) (a->y * mask->scale + mask->y),
    .ra = (float) MAX (a->radius * mask->scale, LEAST_RADIUS),
    .bx = (float) (b->x * mask->scale + mask->x), .by = (float) (b->y * mask->scale + mask->y),
    .rb = (float) MAX (b->radius * mask->scale, LEAST_RADIUS),
  };
  float length = hypotf (hull.bx - hull.ax, hull.by - hull.ay);

  if (length > fabsf (hull.ra - hull.rb))
    {
      hull.length = length;
      hull.along_x = (hull.bx - hull.ax) / length;
      hull.along_y = (hull.by - hull.ay) / length;
      hull.cosine = (hull.ra - hull.rb) / length;
      hull.sine = sqrtf (1 - hull.cosine * hull.cosine);
      hull.tangents[0] = make_tangent (&hull, hull.along_x * hull.cosine - hull.along_y * hull.sine,
                                       hull.along_y * hull.cosine + hull.along_x * hull.sine);
      hull.tangents[1] = make_tangent (&hull, hull.along_x * hull.cosine + hull.along_y * hull.sine,
                                       hull.along_y * hull.cosine - hull.along_x * hull.sine);
    }
  else if (hull.rb > hull.ra)
    {
      hull.ax = hull.bx;
      hull.ay = hull.by;
      hull.ra = hull.rb;
    }
  return hull;
}

/* How far a place is outside the hull; negative inside. */
static inline float
hull_distance (const Hull *hull,
               float       x,
               float       y)
{
  float px = x - hull->ax;
  float py = y - hull->ay;
  float along = px * hull->along_x + py * hull->along_y;
  float across = fabsf (px * hull->along_y - py * hull->along_x);
  float at = along * hull->sine - across * hull->cosine;

  if (hull->length == 0 || at <= 0)
    return sqrtf (px * px + py * py) - hull->ra;
  if (at >= hull->length * hull->sine)
    return sqrtf ((x - hull->bx) * (x - hull->bx) + (y - hull->by) * (y - hull->by)) - hull->rb;
  return across * hull->sine + along * hull->cosine - hull->ra;
}

static void
add_disc (Chord  *chord,
          float  x,
          float  off,
          float  radius)
{
  float half;

  if (fabsf (off) > radius)
    return;
  half = sqrtf (radius * radius - off * off);
  chord->left = MIN (chord->left, x - half);
  chord->right = MAX (chord->right, x + half);
}

static void
add_tangent (Chord         *chord,
             const Tangent *tangent,
             float          y)
{
  float x = tangent->x + tangent->slope * (y - tangent->top);

  if (y < tangent->top || y > tangent->bottom)
    return;
  chord->left = MIN (chord->left, x);
  chord->right = MAX (chord->right, x);
}

/* Where a row crosses the hull and half a pixel more around it. */
static Chord
find_chord (const Hull *hull,
            float       y)
{
  Chord chord = { INFINITY, -INFINITY };

  add_disc (&chord, hull->ax, y - hull->ay, hull->ra + 0.5f);
  if (hull->length == 0)
    return chord;
  add_disc (&chord, hull->bx, y - hull->by, hull->rb + 0.5f);
  add_tangent (&chord, &hull->tangents[0], y);
  add_tangent (&chord, &hull->tangents[1], y);
  return chord;
}

/* Covers one pixel as far as the hull reaches into it; whether the pixel is full. */
static inline gboolean
cover (guint8     *row,
       int         x,
       const Hull *hull,
       float       y)
{
  float covered = 0.5f - hull_distance (hull, (float) x + 0.5f, y);
  if (covered >= 1)
    {
      row[x] = FULL;
      return TRUE;
    }
  if (covered > 0)
    row[x] = MAX (row[x], (guint8) (covered * (float) FULL + 0.5f));
  return FALSE;
}

/* Past the pixels that other strokes have filled, eight at a time. */
static int
skip_full (const guint8 *row,
           int           first,
           int           last)
{
  guint64 eight;

  for (; last - first >= (int) sizeof (eight); first += (int) sizeof (eight))
    {
      memcpy (&eight, row + first, sizeof (eight));
      if (eight != G_MAXUINT64)
        break;
    }
  while (first <= last && row[first] == FULL)
    first++;
  return first;
}

/* The edges pixel by pixel until they are full; what lies between is inside, because a hull has no hollows. */
static void
cover_row (guint8     *row,
           int         first,
           int         last,
           const Hull *hull,
           float       y)
{
  first = skip_full (row, first, last);
  while (first <= last && !cover (row, first, hull, y))
    first = skip_full (row, first + 1, last);
  while (last > first && (row[last] == FULL || !cover (row, last, hull, y)))
    last--;
  if (last > first + 1)
    memset (row + first + 1, FULL, (gsize) (last - first - 1));
}

static void
add_hull (BcInkMask  *self,
          const Hull *hull)
{
  float top = hull->length > 0 ? MIN (hull->ay - hull->ra, hull->by - hull->rb) : hull->ay - hull->ra;
  float bottom = hull->length > 0 ? MAX (hull->ay + hull->ra, hull->by + hull->rb) : hull->ay + hull->ra;

  top = MAX (floorf (top - 1), 0);
  bottom = MIN (ceilf (bottom), (float) (self->height - 1));
  if (!(top <= bottom))
    return;
  for (int y = (int) top; y <= (int) bottom; y++)
    {
      float centre = (float) y + 0.5f;
      Chord chord = find_chord (hull, centre);
      float first = MAX (floorf (chord.left - 0.5f), 0);
      float last = MIN (ceilf (chord.right - 0.5f), (float) (self->width - 1));

      if (first <= last)
        cover_row (self->data + (gsize) y * (gsize) self->stride, (int) first, (int) last, hull, centre);
    }
}

/* Adds ink: a pixel at the edge holds how much of it lies inside, and keeps the most that any stroke gave it. */
void
bc_ink_mask_add (BcInkMask    *self,
                 const GArray *curve)
{
  if (self->width == 0 || self->height == 0)
    return;
  if (self->surface != NULL)
    cairo_surface_flush (self->surface);
  for (guint i = 0; i < curve->len; i++)
    {
      const BcInkPoint *at = &g_array_index (curve, BcInkPoint, i);
      gboolean alone = at->starts && (i + 1 == curve->len || at[1].starts);
      Hull hull;

      if (at->starts && !alone)
        continue;
      hull = make_hull (self, alone ? at : at - 1, at);
      add_hull (self, &hull);
    }
  if (self->surface != NULL)
    cairo_surface_mark_dirty (self->surface);
}
