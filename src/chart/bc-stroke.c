/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-stroke.h"

#include <math.h>

/*
 * A hand is not as exact as a click: what a stroke only grazes does not count as marked. A region counts when a
 * quarter of it is covered or a tenth of the ink lies in it, or a part of the one and the rest of the other. Of a long
 * stroke no region can hold much, so three tenths of what the fullest region holds do instead of a tenth. For a path
 * half is enough: it is a thin line whose way and end were chosen. With twice as much it is plain that the region is
 * meant. Estimates: a person who draws the same pain again hits the same place with less than half of the ink (PubMed
 * 37897081), so finer limits would weigh the hand, not the pain.
 */
#define COUNTS_SHARE 0.25
#define COUNTS_PART 0.1
#define COUNTS_OF_FULLEST 0.3
#define COUNTS_OF_PATH 0.5

/* Steps in 1 of what a chart file keeps: a tenth of a mm, a hundredth of the pressure, a thousandth of a share. */
#define MM_STEPS 10.0
#define PRESSURE_STEPS 100.0
#define SHARE_STEPS 1000.0

struct _BcStroke
{
  GObject parent_instance;

  BcFigureId     figure;
  BcViewId       view;
  BcRole         role;
  double         width;
  BcStrokePoint *points;
  guint          n_points;
  BcCover       *covers;
  guint          n_covers;
  double         counts_part; /* a region with this part of the ink counts */
};

G_DEFINE_FINAL_TYPE (BcStroke, bc_stroke, G_TYPE_OBJECT)

static void
bc_stroke_finalize (GObject *object)
{
  BcStroke *self = BC_STROKE (object);

  g_free (self->points);
  g_free (self->covers);

  G_OBJECT_CLASS (bc_stroke_parent_class)->finalize (object);
}

static void
bc_stroke_class_init (BcStrokeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_stroke_finalize;
}

static void
bc_stroke_init (BcStroke *self)
{
}

static double
round_to (double value,
          double steps)
{
  return round (value * steps) / steps + 0.0; /* no negative zero, which would be written with its sign */
}

static float
round_place (float value)
{
  return (float) round_to (CLAMP ((double) value, -BC_STROKE_REACH, BC_STROKE_REACH), MM_STEPS);
}

static gboolean
are_points (const BcStrokePoint *points,
            guint                n_points)
{
  for (guint i = 0; i < n_points; i++)
    if (!isfinite (points[i].x) || !isfinite (points[i].y) || !isfinite (points[i].pressure))
      return FALSE;
  return TRUE;
}

static gboolean
are_covers (const BcCover *covers,
            guint          n_covers)
{
  gboolean seen[BC_N_REGIONS + 1] = { FALSE };

  for (guint i = 0; i < n_covers; i++)
    {
      BcRegion region = covers[i].region;

      if (region < 1 || region > BC_N_REGIONS || seen[region] || !isfinite (covers[i].share)
          || !isfinite (covers[i].part))
        return FALSE;
      seen[region] = TRUE;
    }
  return TRUE;
}

static void
take_points (BcStroke            *self,
             const BcStrokePoint *points,
             guint                n_points)
{
  self->points = g_new (BcStrokePoint, n_points);
  self->n_points = n_points;
  for (guint i = 0; i < n_points; i++)
    self->points[i] = (BcStrokePoint) {
      round_place (points[i].x), round_place (points[i].y),
      (float) round_to (CLAMP ((double) points[i].pressure, 0, 1), PRESSURE_STEPS)
    };
}

static void
take_covers (BcStroke      *self,
             const BcCover *covers,
             guint          n_covers)
{
  double fullest = 0;

  self->covers = n_covers > 0 ? g_new (BcCover, n_covers) : NULL;
  self->n_covers = n_covers;
  for (guint i = 0; i < n_covers; i++)
    self->covers[i] = (BcCover) { covers[i].region, round_to (CLAMP (covers[i].share, 0, 1), SHARE_STEPS),
                                  round_to (CLAMP (covers[i].part, 0, 1), SHARE_STEPS) };
  for (guint i = 0; i < n_covers; i++)
    fullest = MAX (fullest, self->covers[i].part);
  self->counts_part = MIN (COUNTS_PART, COUNTS_OF_FULLEST * fullest);
}

/**
 * bc_stroke_new:
 * @figure: the figure on which it was drawn
 * @view: the view of that figure
 * @role: %BC_ROLE_SITE for a brush stroke, %BC_ROLE_RADIATION for the path that the symptom travels
 * @width: of the brush, in mm of the body, %BC_STROKE_WIDTH_LEAST to %BC_STROKE_WIDTH_MOST
 * @points: (array length=n_points): where it runs, finite numbers; one point makes a dot
 * @n_points: 1 to %BC_STROKE_MAX_POINTS
 * @covers: (array length=n_covers) (nullable): what it covers, each region once, in the order in which it reaches them
 * @n_covers: 0 where it lies off the body
 *
 * What a stroke covers is measured once, when it is drawn, so that a chart can be read and matched without drawing.
 * All numbers are rounded to what a chart file keeps (0.1 mm, 0.01 of the pressure, 0.001 of a share), so that a chart
 * that was saved and opened again is the same chart. Points lie within %BC_STROKE_REACH.
 *
 * Returns: (transfer full): a stroke that never changes
 */
BcStroke *
bc_stroke_new (BcFigureId           figure,
               BcViewId             view,
               BcRole               role,
               double               width,
               const BcStrokePoint *points,
               guint                n_points,
               const BcCover       *covers,
               guint                n_covers)
{
  BcStroke *self;

  g_return_val_if_fail (role == BC_ROLE_SITE || role == BC_ROLE_RADIATION, NULL);
  g_return_val_if_fail (width >= BC_STROKE_WIDTH_LEAST && width <= BC_STROKE_WIDTH_MOST, NULL);
  g_return_val_if_fail (points != NULL && n_points >= 1 && n_points <= BC_STROKE_MAX_POINTS, NULL);
  g_return_val_if_fail (are_points (points, n_points), NULL);
  g_return_val_if_fail (covers != NULL || n_covers == 0, NULL);
  g_return_val_if_fail (are_covers (covers, n_covers), NULL);

  self = g_object_new (BC_TYPE_STROKE, NULL);
  self->figure = figure;
  self->view = view;
  self->role = role;
  self->width = round_to (width, MM_STEPS);
  take_points (self, points, n_points);
  take_covers (self, covers, n_covers);
  return self;
}

/**
 * bc_stroke_get_figure:
 *
 * Returns: the figure on which it was drawn; its points lie in that figure's views
 */
BcFigureId
bc_stroke_get_figure (BcStroke *self)
{
  g_return_val_if_fail (BC_IS_STROKE (self), BC_FIGURE_ADULT_FEMALE);

  return self->figure;
}

/**
 * bc_stroke_get_view:
 *
 * Returns: the view in which it was drawn
 */
BcViewId
bc_stroke_get_view (BcStroke *self)
{
  g_return_val_if_fail (BC_IS_STROKE (self), BC_VIEW_FRONT);

  return self->view;
}

/**
 * bc_stroke_get_role:
 *
 * Returns: whether it is where the symptom sits, or the path that it travels
 */
BcRole
bc_stroke_get_role (BcStroke *self)
{
  g_return_val_if_fail (BC_IS_STROKE (self), BC_ROLE_SITE);

  return self->role;
}

/**
 * bc_stroke_get_width:
 *
 * Returns: width at full pressure, in mm of the body
 */
double
bc_stroke_get_width (BcStroke *self)
{
  g_return_val_if_fail (BC_IS_STROKE (self), BC_STROKE_WIDTH_LEAST);

  return self->width;
}

/**
 * bc_stroke_get_points:
 * @n_points: (out): how many, at least one
 *
 * Returns: (transfer none) (array length=n_points): where it runs
 */
const BcStrokePoint *
bc_stroke_get_points (BcStroke *self,
                      guint    *n_points)
{
  g_return_val_if_fail (BC_IS_STROKE (self), NULL);
  g_return_val_if_fail (n_points != NULL, NULL);

  *n_points = self->n_points;
  return self->points;
}

/**
 * bc_stroke_get_covers:
 * @n_covers: (out): how many
 *
 * Returns: (transfer none) (nullable) (array length=n_covers): what it covers, in the order in which it gets there
 */
const BcCover *
bc_stroke_get_covers (BcStroke *self,
                      guint    *n_covers)
{
  g_return_val_if_fail (BC_IS_STROKE (self), NULL);
  g_return_val_if_fail (n_covers != NULL, NULL);

  *n_covers = self->n_covers;
  return self->covers;
}

static gboolean
find_cover (BcStroke *self,
            BcRegion  region,
            guint    *position)
{
  for (guint i = 0; i < self->n_covers; i++)
    if (self->covers[i].region == region)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

/* Where a path of radiation starts is chosen, not passed. */
static gboolean
is_start (BcStroke *self,
          guint     position)
{
  return self->role == BC_ROLE_RADIATION && position == 0;
}

/* What the stroke does to a region, in units of what just counts. */
static double
get_hold (BcStroke      *self,
          const BcCover *cover)
{
  double by_part = self->counts_part > 0 ? cover->part / self->counts_part : 0;

  return (by_part + cover->share / COUNTS_SHARE) / (self->role == BC_ROLE_RADIATION ? COUNTS_OF_PATH : 1);
}

/**
 * bc_stroke_counts:
 * @region: a region
 * @role: (out) (optional): how the symptom is there, set where it counts
 *
 * Whether the stroke marks @region, or only grazes it. A path of radiation always marks the region in which it starts:
 * there the symptom sits, and to the others it travels.
 *
 * Returns: whether @region is marked
 */
gboolean
bc_stroke_counts (BcStroke *self,
                  BcRegion  region,
                  BcRole   *role)
{
  guint position;

  g_return_val_if_fail (BC_IS_STROKE (self), FALSE);

  if (!find_cover (self, region, &position)
      || (!is_start (self, position) && get_hold (self, &self->covers[position]) < 1))
    return FALSE;
  if (role != NULL)
    *role = is_start (self, position) ? BC_ROLE_SITE : self->role;
  return TRUE;
}

/**
 * bc_stroke_get_clarity:
 * @region: a region
 *
 * How clearly the stroke means @region. A small stroke that lies in one large region means it as clearly as a click
 * does; where a stroke only just counts, the hand may have slipped.
 *
 * Returns: 0 where it only just counts, or does not; 1 from twice as much on, and where a path of radiation starts
 */
double
bc_stroke_get_clarity (BcStroke *self,
                       BcRegion  region)
{
  guint position;

  g_return_val_if_fail (BC_IS_STROKE (self), 0);

  if (!find_cover (self, region, &position))
    return 0;
  return is_start (self, position) ? 1 : CLAMP (get_hold (self, &self->covers[position]) - 1, 0, 1);
}
