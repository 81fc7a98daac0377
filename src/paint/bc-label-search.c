/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-label-room-private.h"

#include <math.h>

/*
 * Labels look for places in two steps. Each lists the places beside the body where it may stand, the best first: a
 * short leader, rather level, that does not run over another part of the body. Then they settle one after another; who
 * finds none that gets along with the others takes the place that turns out the fewest, and these look again. Whoever
 * was turned out counts for more from then on, so that the search does not go round in circles. Nothing is random: the
 * same marks give the same picture.
 */

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
