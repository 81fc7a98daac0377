/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of the points that a hand draws: a stroke, clipped and thinned; and what the eraser leaves of one. */

#include "bc-marking.h"

#include "bc-coverage.h"
#include "bc-figure-map.h"
#include "bc-i18n.h"

#include <math.h>

/* Points are left out where the line stays this close to where it was drawn, in mm: below what print or screen show. */
#define THIN_TOLERANCE 0.3
/* Lines are looked at in steps of this length to clip and cut them, in mm: as fine as the id buffer. */
#define SAMPLE_STEP 1.0
/* What the eraser leaves is dropped below this length, in mm. */
#define LEAST_PIECE 1.0
/* Less ink than this cannot be seen, in mm2 of skin; or than half a dot of the tip at the least pressure (0.3). */
#define LEAST_INK 10.0
#define LEAST_DOT (0.5 * G_PI / 4 * 0.3 * 0.3)
/* A path is as thin as it is painted, not as wide as the band that it covers, in mm. */
#define PATH_HALF_WIDTH 1.5

static BcStrokePoint
mix_points (const BcStrokePoint *one,
            const BcStrokePoint *two,
            double               part)
{
  return (BcStrokePoint) {
    (float) (one->x + (two->x - one->x) * part),
    (float) (one->y + (two->y - one->y) * part),
    (float) (one->pressure + (two->pressure - one->pressure) * part),
  };
}

/* The points themselves, with others between them where they are far apart. */
static GArray *
dup_samples (const BcStrokePoint *points,
             guint                n_points)
{
  GArray *samples = g_array_sized_new (FALSE, FALSE, sizeof (BcStrokePoint), n_points);

  g_array_append_val (samples, points[0]);
  for (guint i = 1; i < n_points; i++)
    {
      double length = hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
      int n_steps = MAX (1, (int) ceil (length / SAMPLE_STEP));

      for (int j = 1; j <= n_steps; j++)
        {
          BcStrokePoint point = mix_points (&points[i - 1], &points[i], (double) j / n_steps);

          g_array_append_val (samples, point);
        }
    }
  return samples;
}

/* How far a point is from a stretch of line, with the half width as a third dimension, so that pressure is kept. */
static double
point_deviation (const BcStrokePoint *point,
                 const BcStrokePoint *from,
                 const BcStrokePoint *to,
                 double               half_width)
{
  double dx = to->x - from->x;
  double dy = to->y - from->y;
  double square = dx * dx + dy * dy;
  double part = square > 0 ? ((point->x - from->x) * dx + (point->y - from->y) * dy) / square : 0;
  BcStrokePoint foot = mix_points (from, to, CLAMP (part, 0, 1));
  double wide = (point->pressure - foot.pressure) * half_width;

  return sqrt ((point->x - foot.x) * (point->x - foot.x) + (point->y - foot.y) * (point->y - foot.y) + wide * wide);
}

typedef struct
{
  guint from;
  guint to;
} Stretch;

/* By Douglas and Peucker (1973): of each stretch the point that deviates most stays, until none deviates too much. */
static GArray *
thin_once (const BcStrokePoint *points,
           guint                n_points,
           double               half_width,
           double               tolerance)
{
  g_autofree guint8 *keep = g_new0 (guint8, n_points);
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (Stretch));
  GArray *thin = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));
  Stretch all = { 0, n_points - 1 };

  keep[0] = keep[n_points - 1] = TRUE;
  g_array_append_val (open, all);
  while (open->len > 0)
    {
      Stretch now = g_array_index (open, Stretch, open->len - 1);
      double most = tolerance;
      guint at = 0;

      g_array_set_size (open, open->len - 1);
      for (guint i = now.from + 1; i < now.to; i++)
        {
          double deviation = point_deviation (&points[i], &points[now.from], &points[now.to], half_width);

          if (deviation > most)
            {
              most = deviation;
              at = i;
            }
        }
      if (at == 0)
        continue;
      keep[at] = TRUE;
      g_array_append_val (open, ((Stretch) { now.from, at }));
      g_array_append_val (open, ((Stretch) { at, now.to }));
    }
  for (guint i = 0; i < n_points; i++)
    if (keep[i])
      g_array_append_val (thin, points[i]);
  return thin;
}

static GArray *
thin_points (const BcStrokePoint *points,
             guint                n_points,
             double               width)
{
  double tolerance = THIN_TOLERANCE;
  GArray *thin = thin_once (points, n_points, width / 2, tolerance);

  while (thin->len > BC_STROKE_MAX_POINTS) /* minutes of scribbling */
    {
      tolerance *= 2;
      g_array_unref (thin);
      thin = thin_once (points, n_points, width / 2, tolerance);
    }
  return thin;
}

/* Whether a round tip at a point reaches the body. */
static gboolean
touches_body (const BcView        *view,
              const BcStrokePoint *point,
              double               half_width)
{
  double reach = half_width * point->pressure;

  if (bc_view_region_at (view, point->x, point->y) != BC_REGION_NONE)
    return TRUE;
  for (int i = 0; reach > 0 && i < 16; i++)
    {
      double angle = G_PI * i / 8;

      if (bc_view_region_at (view, point->x + reach * cos (angle), point->y + reach * sin (angle)) != BC_REGION_NONE)
        return TRUE;
    }
  return FALSE;
}

/* In mm2 of skin. */
static double
covered_area (const BcView *view,
              const GArray *covers)
{
  double area = 0;

  for (guint i = 0; i < covers->len; i++)
    {
      const BcCover *cover = &g_array_index (covers, BcCover, i);

      area += cover->share * bc_atlas_get_skin_area (bc_view_get_figure (view), cover->region) * 100;
    }
  return area;
}

/* Measures what is left, and makes it a stroke; none where it covers nothing that could be seen. */
static BcStroke *
measure_stroke (const BcView        *view,
                BcRole               role,
                double               width,
                const BcStrokePoint *points,
                guint                n_points)
{
  g_autoptr(GArray) thin = thin_points (points, n_points, width);
  const BcStrokePoint *kept = (const BcStrokePoint *) (gpointer) thin->data;
  g_autoptr(GArray) covers = bc_coverage_measure (view, kept, thin->len, width);

  if (covers->len == 0 || covered_area (view, covers) < MIN (LEAST_INK, LEAST_DOT * width * width))
    return NULL;
  return bc_stroke_new (bc_view_get_figure (view), bc_view_get_id (view), role, width, kept, thin->len,
                        (const BcCover *) (gpointer) covers->data, covers->len);
}

/**
 * bc_marking_make_stroke:
 * @view: where it was drawn
 * @role: %BC_ROLE_SITE for ink, %BC_ROLE_RADIATION for a path
 * @width: in mm of the body
 * @points: (array length=n_points): where the hand went, mm of the body
 * @n_points: at least one
 *
 * Makes a stroke of what was drawn. Its ends are clipped where they leave the body: ink where it no longer touches it,
 * a path where its line does. What leaves the body in between stays. Points that tell nothing are left out.
 *
 * Returns: (transfer full) (nullable): the stroke, %NULL where the body was not touched, or only
 *   grazed so that nothing could be seen
 */
BcStroke *
bc_marking_make_stroke (const BcView        *view,
                        BcRole               role,
                        double               width,
                        const BcStrokePoint *points,
                        guint                n_points)
{
  g_autoptr(GArray) samples = NULL;
  const BcStrokePoint *all;
  double half_width;
  guint first = 0;
  guint last;

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (role != BC_ROLE_CLEAR, NULL);
  g_return_val_if_fail (width >= BC_STROKE_WIDTH_LEAST && width <= BC_STROKE_WIDTH_MOST, NULL);
  g_return_val_if_fail (points != NULL && n_points > 0, NULL);

  half_width = role == BC_ROLE_RADIATION ? 0 : width / 2;
  samples = dup_samples (points, n_points);
  all = (const BcStrokePoint *) (gpointer) samples->data;
  while (first < samples->len && !touches_body (view, &all[first], half_width))
    first++;
  if (first == samples->len)
    return NULL;
  last = samples->len - 1;
  while (!touches_body (view, &all[last], half_width))
    last--;
  return measure_stroke (view, role, width, all + first, last - first + 1);
}

static double
line_distance (const BcStrokePoint *points,
               guint                n_points,
               double               x,
               double               y)
{
  const BcStrokePoint place = { (float) x, (float) y, 0 };
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n_points; i++)
    least = MIN (least, point_deviation (&place, &points[i > 0 ? i - 1 : 0], &points[i], 0));
  return least;
}

/* The points of a stroke as they lie in @view, in @mapped where they were drawn on another figure. */
static const BcStrokePoint *
get_points_in (BcStroke       *stroke,
               const BcView   *view,
               guint          *n_points,
               double         *width,
               BcStrokePoint **mapped)
{
  const BcStrokePoint *points = bc_stroke_get_points (stroke, n_points);
  const BcView *own;

  *width = bc_stroke_get_width (stroke);
  if (bc_stroke_get_figure (stroke) == bc_view_get_figure (view))
    return points;
  own = bc_atlas_get_view (bc_stroke_get_figure (stroke), bc_stroke_get_view (stroke));
  *mapped = g_new (BcStrokePoint, *n_points);
  bc_figure_map_points (own, view, points, *n_points, *mapped);
  *width = bc_figure_map_width (own, view, *width);
  return *mapped;
}

/**
 * bc_marking_stroke_is_near:
 * @view: where
 * @x: mm of the body
 * @y: mm of the body
 * @reach: how far beside the stroke still counts, mm
 *
 * Returns: whether @stroke is met at a place: its ink, or the line of its path
 */
gboolean
bc_marking_stroke_is_near (BcStroke     *stroke,
                           const BcView *view,
                           double        x,
                           double        y,
                           double        reach)
{
  g_autofree BcStrokePoint *mapped = NULL;
  const BcStrokePoint *points;
  guint n_points;
  double width;

  g_return_val_if_fail (BC_IS_STROKE (stroke), FALSE);
  g_return_val_if_fail (view != NULL, FALSE);

  if (bc_stroke_get_view (stroke) != bc_view_get_id (view))
    return FALSE;
  points = get_points_in (stroke, view, &n_points, &width, &mapped);
  if (bc_stroke_get_role (stroke) == BC_ROLE_RADIATION)
    return line_distance (points, n_points, x, y) <= PATH_HALF_WIDTH + reach;
  for (guint i = 0; i < n_points; i++)
    {
      const BcStrokePoint *from = &points[i > 0 ? i - 1 : 0];
      double pressure = MAX (from->pressure, points[i].pressure);
      BcStrokePoint stretch[] = { *from, points[i] };

      if (line_distance (stretch, 2, x, y) <= pressure * width / 2 + reach)
        return TRUE;
    }
  return FALSE;
}

/*
 * Which samples go. Ink reaches half its width to each side of its line, so the line is cut that far from where the
 * eraser passed, else round ends would fill the gap again. Where the eraser only touches the edge of the ink, less
 * than a quarter of the way across, the ink stays: a line cannot be cut lengthwise.
 */
static guint8 *
find_rubbed (const GArray        *samples,
             double               half_width,
             const BcStrokePoint *path,
             guint                n_path,
             double               radius,
             gboolean            *any)
{
  guint8 *gone = g_new0 (guint8, samples->len);

  *any = FALSE;
  for (guint i = 0; i < samples->len;)
    {
      gboolean through = FALSE;
      guint end = i;

      for (; end < samples->len; end++)
        {
          const BcStrokePoint *at = &g_array_index (samples, BcStrokePoint, end);
          double reach = half_width * at->pressure;
          double distance = line_distance (path, n_path, at->x, at->y) - radius;

          if (distance >= reach)
            break;
          through |= distance < reach / 2;
        }
      if (through)
        memset (gone + i, TRUE, end - i);
      *any |= through;
      i = end + 1;
    }
  return gone;
}

static double
samples_length (const BcStrokePoint *samples,
                guint                n_samples)
{
  double length = 0;

  for (guint i = 1; i < n_samples; i++)
    length += hypot (samples[i].x - samples[i - 1].x, samples[i].y - samples[i - 1].y);
  return length;
}

/* A path keeps only what comes first: what is behind a gap would begin somewhere else, as if the pain sat there. */
static GPtrArray *
gather_pieces (BcStroke     *stroke,
               const BcView *own,
               const GArray *samples,
               const guint8 *gone)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_object_unref);
  BcRole role = bc_stroke_get_role (stroke);

  for (guint i = 0; i < samples->len;)
    {
      const BcStrokePoint *first = &g_array_index (samples, BcStrokePoint, i);
      guint end = i;
      BcStroke *piece;

      while (end < samples->len && !gone[end])
        end++;
      if (end > i && samples_length (first, end - i) >= LEAST_PIECE)
        {
          piece = measure_stroke (own, role, bc_stroke_get_width (stroke), first, end - i);
          if (piece != NULL)
            g_ptr_array_add (pieces, piece);
        }
      if (role == BC_ROLE_RADIATION && pieces->len > 0)
        break;
      i = end + 1;
    }
  return pieces;
}

/* Far away strokes are told apart without looking at each point of both lines. */
static gboolean
boxes_meet (const BcStrokePoint *one,
            guint                n_one,
            const BcStrokePoint *two,
            guint                n_two,
            double               reach)
{
  float box[2][4] = { { G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT },
                      { G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT } };

  for (guint i = 0; i < n_one + n_two; i++)
    {
      const BcStrokePoint *at = i < n_one ? &one[i] : &two[i - n_one];
      float *of = box[i < n_one ? 0 : 1];

      of[0] = MIN (of[0], at->x);
      of[1] = MIN (of[1], at->y);
      of[2] = MAX (of[2], at->x);
      of[3] = MAX (of[3], at->y);
    }
  return box[0][0] - box[1][2] < reach && box[1][0] - box[0][2] < reach && box[0][1] - box[1][3] < reach
         && box[1][1] - box[0][3] < reach;
}

/**
 * bc_marking_cut_stroke:
 * @view: where the eraser passed
 * @path: (array length=n_points): where it passed, mm of the body
 * @radius: of the eraser, mm
 *
 * Rubs parts of a stroke out. What the eraser leaves is measured anew.
 *
 * Returns: (transfer full) (nullable) (element-type BcStroke): what is left, perhaps nothing; %NULL where the eraser
 *   did not meet the stroke
 */
GPtrArray *
bc_marking_cut_stroke (BcStroke            *stroke,
                       const BcView        *view,
                       const BcStrokePoint *path,
                       guint                n_points,
                       double               radius)
{
  g_autofree BcStrokePoint *mapped = NULL;
  g_autofree guint8 *gone = NULL;
  g_autoptr(GArray) samples = NULL;
  const BcStrokePoint *points;
  const BcView *own;
  double half_width;
  gboolean any;
  guint n;

  g_return_val_if_fail (BC_IS_STROKE (stroke), NULL);
  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (path != NULL && n_points > 0, NULL);

  if (bc_stroke_get_view (stroke) != bc_view_get_id (view))
    return NULL;
  own = bc_atlas_get_view (bc_stroke_get_figure (stroke), bc_stroke_get_view (stroke));
  if (bc_stroke_get_figure (stroke) != bc_view_get_figure (view))
    {
      mapped = g_new (BcStrokePoint, n_points);
      bc_figure_map_points (view, own, path, n_points, mapped);
      radius = bc_figure_map_width (view, own, radius);
      path = mapped;
    }
  points = bc_stroke_get_points (stroke, &n);
  half_width = bc_stroke_get_role (stroke) == BC_ROLE_RADIATION ? PATH_HALF_WIDTH : bc_stroke_get_width (stroke) / 2;
  if (!boxes_meet (points, n, path, n_points, radius + half_width))
    return NULL;
  samples = dup_samples (points, n);
  gone = find_rubbed (samples, half_width, path, n_points, radius, &any);
  return any ? gather_pieces (stroke, own, samples, gone) : NULL;
}

/* With the first change of the clinician's drawing that becomes another list, of as many strokes in the same order. */
static GListModel *
list_strokes (BcSymptom *symptom,
              BcDrawing  drawing)
{
  return G_LIST_MODEL (bc_symptom_get_strokes_of (symptom, bc_symptom_choose_drawing (symptom, drawing)));
}

/**
 * bc_marking_take_stroke:
 * @drawing: in which it is to be changed
 * @stroke: a stroke of @symptom as @drawing shows it
 *
 * Finds what may be changed for a stroke: itself, or its copy in the clinician's drawing, which begins with that.
 *
 * Returns: (transfer none) (nullable): the stroke of @drawing, %NULL where the visit is signed
 */
BcStroke *
bc_marking_take_stroke (BcChart   *chart,
                        BcSymptom *symptom,
                        BcDrawing  drawing,
                        BcStroke  *stroke)
{
  return drawing == BC_DRAWING_CLINICIAN ? bc_edit_begin_drawing (chart, symptom, stroke) : stroke;
}

static guint
rub_symptom (BcChart             *chart,
             BcSymptom           *symptom,
             BcDrawing            drawing,
             const BcView        *view,
             const BcStrokePoint *path,
             guint                n_points,
             double               radius)
{
  GListModel *strokes = list_strokes (symptom, drawing);
  guint n_rubbed = 0;

  /* From the last to the first, so that pieces don't move what is still to come. */
  for (guint i = g_list_model_get_n_items (strokes); i > 0; i--)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (list_strokes (symptom, drawing), i - 1);
      g_autoptr(GPtrArray) pieces = bc_marking_cut_stroke (stroke, view, path, n_points, radius);
      BcStroke *own = pieces != NULL ? bc_marking_take_stroke (chart, symptom, drawing, stroke) : NULL;

      if (own == NULL)
        continue;
      bc_edit_replace_stroke (chart, symptom, own, pieces);
      n_rubbed++;
    }
  return n_rubbed;
}

/**
 * bc_marking_rub:
 * @drawing: whose
 * @view: where the eraser passed
 * @path: (array length=n_points): where it passed, mm of the body
 * @radius: of the eraser, mm
 *
 * Rubs out what is drawn along a path, of all symptoms, as one step of the history.
 *
 * Returns: how many strokes it changed
 */
guint
bc_marking_rub (BcChart             *chart,
                BcVisit             *visit,
                BcDrawing            drawing,
                const BcView        *view,
                const BcStrokePoint *path,
                guint                n_points,
                double               radius)
{
  g_autoptr(GArray) thin = NULL;
  GListModel *symptoms;
  BcHistory *history;
  guint n_rubbed = 0;

  g_return_val_if_fail (BC_IS_CHART (chart), 0);
  g_return_val_if_fail (BC_IS_VISIT (visit), 0);
  g_return_val_if_fail (view != NULL, 0);
  g_return_val_if_fail (path != NULL && n_points > 0, 0);

  thin = thin_points (path, n_points, 2 * radius);
  history = bc_chart_get_history (chart);
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  bc_history_begin (history, _("Rub out"));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      n_rubbed += rub_symptom (chart, symptom, drawing, view, (const BcStrokePoint *) (gpointer) thin->data, thin->len,
                               radius);
    }
  bc_history_end (history);
  return n_rubbed;
}
