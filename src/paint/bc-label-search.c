/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-label-layout.h"

#include <math.h>
#include <string.h>

/*
 * Labels look for places in two steps. Each lists the places beside the body where it may stand, the best first: a
 * short leader, rather level, that does not run over another part of the body. Then they settle one after another; who
 * finds none that gets along with the others takes the place that turns out the fewest, and these look again. Whoever
 * was turned out counts for more from then on, so that the search does not go round in circles. Nothing is random: the
 * same marks give the same picture.
 */

/* Cells of the map of what is taken, mm on a whole body. */
#define CELL 5.0

/* Directions around a mark, the first step outwards in heights of a label, and how steps grow. */
#define N_TURNS 32
#define FIRST_STEP 0.3
#define GROWTH 1.05

/* A leader that leaves the body and crosses another part of it is this much worse than its length there. */
#define DETOUR 4.0

/* How much worse a leader is upwards and downwards than to the side. */
#define STEEP 1.5

/* So often each label may look again on average. */
#define PATIENCE 12

struct _BcLabelRoom
{
  const BcView *view;
  const guint8 *ids; /* of the view: asking it for each place would cost more than all the rest */
  int           width;
  int           height;
  int           stride;
  BcBox         sheet;
  double        caption;
  double        cell;
  int           n_columns;
  int           n_rows;
  guint32      *sums; /* cells of body above and to the left of a corner */
};

typedef struct
{
  BcBox  box;
  double cost;
} Candidate;

/* One label while places are sought. */
typedef struct
{
  BcLabelPlace *place;
  GArray       *candidates; /* of Candidate, the best first */
  guint         chosen;
  guint         weight; /* how often it was turned out */
} Seeker;

static gboolean
is_body (const BcLabelRoom *self,
         double             x,
         double             y)
{
  int column = (int) (x - self->sheet.x);
  int row = (int) (y - self->sheet.y);

  return x >= self->sheet.x && y >= self->sheet.y && column < self->width && row < self->height
         && self->ids[row * self->stride + column] != BC_REGION_NONE;
}

/* Where a row or column of cells is asked: at its edges and in the middle, pixels of the id buffer, -1 outside. */
typedef struct
{
  int start;
  int middle;
  int end;
} Probe;

static int
find_pixel (double at,
            double origin,
            int    n)
{
  int pixel = (int) (at - origin);

  return at >= origin && pixel < n ? pixel : -1;
}

static Probe *
make_probes (const BcLabelRoom *self,
             double             origin,
             int                n_cells,
             int                n_pixels)
{
  Probe *probes = g_new (Probe, n_cells);

  for (int i = 0; i < n_cells; i++)
    {
      double at = origin + i * self->cell;

      probes[i] = (Probe) { find_pixel (at, origin, n_pixels), find_pixel (at + self->cell / 2, origin, n_pixels),
                            find_pixel (at + self->cell, origin, n_pixels) };
    }
  return probes;
}

static gboolean
is_pixel_of_body (const BcLabelRoom *self,
                  int                column,
                  int                row)
{
  return column >= 0 && row >= 0 && self->ids[row * self->stride + column] != BC_REGION_NONE;
}

/* Whether a cell has a part of the body: asked for five places of it. */
static gboolean
has_body (const BcLabelRoom *self,
          const Probe       *x,
          const Probe       *y)
{
  return is_pixel_of_body (self, x->middle, y->middle) || is_pixel_of_body (self, x->start, y->start)
         || is_pixel_of_body (self, x->end, y->start) || is_pixel_of_body (self, x->start, y->end)
         || is_pixel_of_body (self, x->end, y->end);
}

/**
 * bc_label_room_new:
 * @view: a view
 * @caption: height of a row of captions, mm: the upper edge is theirs, and half way down where a view has two rows
 *
 * Returns: (transfer full): what labels have to keep off in @view
 */
BcLabelRoom *
bc_label_room_new (const BcView *view,
                   double        caption)
{
  BcLabelRoom *self = g_new0 (BcLabelRoom, 1);
  g_autofree Probe *columns = NULL;
  g_autofree Probe *rows = NULL;
  int stride;

  self->view = view;
  self->ids = bc_view_get_ids (view, &self->width, &self->height, &self->stride);
  self->sheet = bc_view_get_box (view);
  self->caption = caption;
  self->cell = CELL * bc_paint_grain (view);
  self->n_columns = (int) ceil (self->sheet.width / self->cell);
  self->n_rows = (int) ceil (self->sheet.height / self->cell);
  columns = make_probes (self, self->sheet.x, self->n_columns, self->width);
  rows = make_probes (self, self->sheet.y, self->n_rows, self->height);
  stride = self->n_columns + 1;
  self->sums = g_new0 (guint32, (gsize) stride * (gsize) (self->n_rows + 1));
  for (int row = 0; row < self->n_rows; row++)
    for (int column = 0; column < self->n_columns; column++)
      {
        guint32 body = has_body (self, &columns[column], &rows[row]);

        self->sums[(row + 1) * stride + column + 1] = body + self->sums[row * stride + column + 1]
                                                      + self->sums[(row + 1) * stride + column]
                                                      - self->sums[row * stride + column];
      }
  return self;
}

/**
 * bc_label_room_free:
 * @self: (transfer full): a room
 *
 * Frees @self.
 */
void
bc_label_room_free (BcLabelRoom *self)
{
  g_free (self->sums);
  g_free (self);
}

static gboolean
has_captions (const BcLabelRoom *self,
              const BcBox       *box)
{
  double middle = self->sheet.y + self->sheet.height / 2;

  if (box->y < self->sheet.y + self->caption)
    return TRUE;
  /* The lower row of captions may lie a little higher or lower, as the view's place has room for the upper row. */
  return bc_view_get_id (self->view) == BC_VIEW_HANDS && box->y < middle + 2 * self->caption
         && box->y + box->height > middle - self->caption;
}

/**
 * bc_label_room_is_free:
 * @self: a room
 * @box: a place, mm of the body
 *
 * Returns: whether @box lies in the view, and on neither body nor captions
 */
gboolean
bc_label_room_is_free (const BcLabelRoom *self,
                       const BcBox       *box)
{
  int stride = self->n_columns + 1;
  int left = (int) floor ((box->x - self->sheet.x) / self->cell);
  int top = (int) floor ((box->y - self->sheet.y) / self->cell);
  int right = (int) ceil ((box->x + box->width - self->sheet.x) / self->cell);
  int bottom = (int) ceil ((box->y + box->height - self->sheet.y) / self->cell);

  if (box->x < self->sheet.x || box->y < self->sheet.y || box->x + box->width > self->sheet.x + self->sheet.width
      || box->y + box->height > self->sheet.y + self->sheet.height || has_captions (self, box))
    return FALSE;
  right = MIN (right, self->n_columns);
  bottom = MIN (bottom, self->n_rows);
  return self->sums[bottom * stride + right] + self->sums[top * stride + left]
         == self->sums[top * stride + right] + self->sums[bottom * stride + left];
}

/**
 * bc_label_room_detour:
 * @self: a room
 * @from: on the body
 * @to: beside it
 *
 * Returns: how long a line between them runs over the body once it has left it, mm
 */
double
bc_label_room_detour (const BcLabelRoom *self,
                      BcPoint            from,
                      BcPoint            to)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  int n = (int) (length / self->cell);
  gboolean left = FALSE;
  double detour = 0;

  for (int i = 1; i <= n; i++)
    {
      gboolean body = is_body (self, from.x + (to.x - from.x) * i / n, from.y + (to.y - from.y) * i / n);

      left |= !body;
      if (left && body)
        detour += self->cell;
    }
  return detour;
}

static BcPoint
middle_of (const BcBox *box)
{
  return (BcPoint) { box->x + box->width / 2, box->y + box->height / 2 };
}

static gboolean
overlap (const BcBox *a,
         const BcBox *b,
         double       gap)
{
  return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap && a->y < b->y + b->height + gap
         && b->y < a->y + a->height + gap;
}

static double
turn_of (BcPoint a,
         BcPoint b,
         BcPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
cross (BcPoint a,
       BcPoint b,
       BcPoint c,
       BcPoint d)
{
  return turn_of (a, b, c) * turn_of (a, b, d) < 0 && turn_of (c, d, a) * turn_of (c, d, b) < 0;
}

/* Whether a line meets a box with some air around it. */
static gboolean
meets (BcPoint      from,
       BcPoint      to,
       const BcBox *box,
       double       air)
{
  double x1 = box->x - air;
  double y1 = box->y - air;
  double x2 = box->x + box->width + air;
  double y2 = box->y + box->height + air;

  if (MAX (from.x, to.x) < x1 || MIN (from.x, to.x) > x2 || MAX (from.y, to.y) < y1 || MIN (from.y, to.y) > y2)
    return FALSE;
  if (to.x >= x1 && to.x <= x2 && to.y >= y1 && to.y <= y2)
    return TRUE;
  return cross (from, to, (BcPoint) { x1, y1 }, (BcPoint) { x2, y2 })
         || cross (from, to, (BcPoint) { x1, y2 }, (BcPoint) { x2, y1 });
}

/* Two marks in the same place: their leaders share the end, which is no crossing. */
static gboolean
leaders_cross (BcPoint a,
               BcPoint a_label,
               BcPoint b,
               BcPoint b_label)
{
  return hypot (a.x - b.x, a.y - b.y) > 0 && cross (a, a_label, b, b_label);
}

static gboolean
conflict (const Seeker *a,
          const BcBox  *a_box,
          const Seeker *b,
          const BcBox  *b_box,
          double        gap,
          gboolean      lenient)
{
  BcPoint a_middle;
  BcPoint b_middle;

  if (overlap (a_box, b_box, gap))
    return TRUE;
  if (lenient)
    return FALSE;
  a_middle = middle_of (a_box);
  b_middle = middle_of (b_box);
  return meets (a->place->anchor, a_middle, b_box, gap / 2) || meets (b->place->anchor, b_middle, a_box, gap / 2)
         || leaders_cross (a->place->anchor, a_middle, b->place->anchor, b_middle);
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  return first->cost < second->cost ? -1 : first->cost > second->cost;
}

/* A leader from one row of hands to the other would run over the captions between them. */
static gboolean
is_other_row (const BcLabelRoom *room,
              BcPoint            anchor,
              double             y)
{
  double middle = room->sheet.y + room->sheet.height / 2;

  return bc_view_get_id (room->view) == BC_VIEW_HANDS && (anchor.y < middle) != (y < middle);
}

/* Places in circles outwards. */
static GArray *
list_candidates (const BcLabelRoom  *room,
                 const BcLabelPlace *place)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  double most = hypot (room->sheet.width, room->sheet.height);
  double step = FIRST_STEP * place->height;

  for (double away = step; away < most; away += step, step *= GROWTH)
    for (int turn = 0; turn < N_TURNS; turn++)
      {
        double angle = 2 * G_PI * turn / N_TURNS;
        double x = place->anchor.x + away * cos (angle);
        double y = place->anchor.y + away * sin (angle);
        Candidate candidate = { { x - place->width / 2, y - place->height / 2, place->width, place->height }, 0 };

        if (is_other_row (room, place->anchor, y) || !bc_label_room_is_free (room, &candidate.box))
          continue;
        candidate.cost = hypot (x - place->anchor.x, STEEP * (y - place->anchor.y))
                         + DETOUR * bc_label_room_detour (room, place->anchor, (BcPoint) { x, y });
        g_array_append_val (candidates, candidate);
      }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static void
seeker_clear (gpointer data)
{
  g_array_unref (((Seeker *) data)->candidates);
}

static const BcBox *
chosen_box (const Seeker *seeker)
{
  return &g_array_index (seeker->candidates, Candidate, seeker->chosen).box;
}

/* How much it costs the others if @seeker takes a place, 0 if nothing; no more than @most is counted. */
static guint
count_turned_out (const GArray *seekers,
                  const Seeker *seeker,
                  const BcBox  *box,
                  double        gap,
                  gboolean      lenient,
                  guint         most)
{
  guint weight = 0;

  for (guint i = 0; i < seekers->len && weight < most; i++)
    {
      const Seeker *other = &g_array_index (seekers, Seeker, i);

      if (other != seeker && other->place->placed && conflict (seeker, box, other, chosen_box (other), gap, lenient))
        weight += 1 + other->weight;
    }
  return weight;
}

/* Takes the best free place among the first @n_tried, or else the one that turns out the fewest. */
static void
settle (const GArray *seekers,
        Seeker       *seeker,
        double        gap,
        gboolean      lenient)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < seeker->candidates->len && least > 0; i++)
    {
      const BcBox *box = &g_array_index (seeker->candidates, Candidate, i).box;
      guint weight = count_turned_out (seekers, seeker, box, gap, lenient, least);

      if (weight >= least)
        continue;
      least = weight;
      seeker->chosen = i;
    }
  seeker->place->placed = seeker->candidates->len > 0;
}

/* Those that do not get along with @seeker look again. */
static void
turn_out (const GArray *seekers,
          const Seeker *seeker,
          GQueue       *waiting,
          double        gap,
          gboolean      lenient)
{
  for (guint i = 0; i < seekers->len; i++)
    {
      Seeker *other = &g_array_index (seekers, Seeker, i);

      if (other == seeker || !other->place->placed
          || !conflict (seeker, chosen_box (seeker), other, chosen_box (other), gap, lenient))
        continue;
      other->place->placed = FALSE;
      other->weight++;
      g_queue_push_tail (waiting, other);
    }
}

/* With all the others settled, a better place may have become free. */
static void
improve (const GArray *seekers,
         double        gap,
         gboolean      lenient)
{
  for (guint i = 0; i < seekers->len; i++)
    {
      Seeker *seeker = &g_array_index (seekers, Seeker, i);

      for (guint better = 0; seeker->place->placed && better < seeker->chosen; better++)
        if (count_turned_out (seekers, seeker, &g_array_index (seeker->candidates, Candidate, better).box, gap,
                              lenient, 1) == 0)
          seeker->chosen = better;
    }
}

/**
 * bc_label_search:
 * @room: what to keep off
 * @places: (array length=n_places): the labels; where each goes is filled in
 * @n_places: how many
 * @gap: between two labels, mm
 * @lenient: leaders may cross each other and labels
 *
 * Finds places for labels, so that they do not overlap and, unless @lenient, no leader meets another or a label.
 *
 * Returns: whether all have found one; if not, those that did are fine
 */
gboolean
bc_label_search (const BcLabelRoom *room,
                 BcLabelPlace      *places,
                 guint              n_places,
                 double             gap,
                 gboolean           lenient)
{
  g_autoptr (GArray) seekers = g_array_new (FALSE, FALSE, sizeof (Seeker));
  GQueue waiting = G_QUEUE_INIT;
  gboolean all = TRUE;

  g_array_set_clear_func (seekers, seeker_clear);
  for (guint i = 0; i < n_places; i++)
    {
      Seeker seeker = { .place = &places[i], .candidates = list_candidates (room, &places[i]) };

      places[i].placed = FALSE;
      g_array_append_val (seekers, seeker);
    }
  for (guint i = 0; i < n_places; i++)
    g_queue_push_tail (&waiting, &g_array_index (seekers, Seeker, i));
  for (guint turn = 0; turn < PATIENCE * n_places && !g_queue_is_empty (&waiting); turn++)
    {
      Seeker *seeker = g_queue_pop_head (&waiting);

      settle (seekers, seeker, gap, lenient);
      if (seeker->place->placed)
        turn_out (seekers, seeker, &waiting, gap, lenient);
    }
  g_queue_clear (&waiting);
  improve (seekers, gap, lenient);
  for (guint i = 0; i < n_places; i++)
    {
      all &= places[i].placed;
      if (places[i].placed)
        places[i].box = *chosen_box (&g_array_index (seekers, Seeker, i));
    }
  return all;
}
