/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-atlas-private.h"

#include <string.h>

/* A line or curve; it is the same whichever way it runs. */
typedef struct
{
  guint  n; /* numbers */
  double points[8];
} Segment;

/* A path in which each segment is drawn once. */
typedef struct
{
  GHashTable *known; /* of Segment */
  GArray     *data;  /* of cairo_path_data_t */
  double      pen[2];
  gboolean    down; /* the last segment was drawn and ended at @pen */
} Borders;

/* Of the two ways to write a segment, the one that begins at the lesser point. */
static void
normalise (Segment *segment)
{
  guint last = segment->n - 2;
  guint i = 0;

  while (i < last && segment->points[i] == segment->points[last + i % 2 - i / 2 * 2])
    i++;
  if (i < last && segment->points[i] < segment->points[last + i % 2 - i / 2 * 2])
    return;
  for (guint a = 0, b = last; a < b; a += 2, b -= 2)
    for (guint axis = 0; axis < 2; axis++)
      {
        double point = segment->points[a + axis];

        segment->points[a + axis] = segment->points[b + axis];
        segment->points[b + axis] = point;
      }
}

static guint
hash_cb (gconstpointer data)
{
  const Segment *segment = data;
  guint hash = segment->n;

  for (guint i = 0; i < segment->n; i++)
    hash = 31 * hash + (guint) (int) (1000 * segment->points[i]);
  return hash;
}

static gboolean
equal_cb (gconstpointer a,
          gconstpointer b)
{
  const Segment *first = a;
  const Segment *second = b;

  if (first->n != second->n)
    return FALSE;
  for (guint i = 0; i < first->n; i++)
    if (first->points[i] < second->points[i] || first->points[i] > second->points[i])
      return FALSE;
  return TRUE;
}

static void
append_points (Borders                *self,
               cairo_path_data_type_t  type,
               const double           *points,
               guint                   n_points)
{
  cairo_path_data_t data[4] = { 0 };

  data[0].header.type = type;
  data[0].header.length = (int) n_points + 1;
  for (guint i = 0; i < n_points; i++)
    {
      data[i + 1].point.x = points[2 * i];
      data[i + 1].point.y = points[2 * i + 1];
    }
  g_array_append_vals (self->data, data, n_points + 1);
}

/* Draws @n_points more from @from on, unless that is drawn already. */
static void
add_segment (Borders                *self,
             const double           *from,
             cairo_path_data_type_t  type,
             const double           *points,
             guint                   n_points)
{
  Segment *segment = g_new0 (Segment, 1);

  segment->n = 2 + 2 * n_points;
  memcpy (segment->points, from, 2 * sizeof (double));
  memcpy (segment->points + 2, points, 2 * n_points * sizeof (double));
  normalise (segment);
  if (!g_hash_table_add (self->known, segment))
    {
      self->down = FALSE;
      return;
    }
  if (!self->down)
    append_points (self, CAIRO_PATH_MOVE_TO, from, 1);
  append_points (self, type, points, n_points);
  self->down = TRUE;
}

static void
add_path (Borders            *self,
          const cairo_path_t *path)
{
  double start[2] = { 0 };
  double at[2] = { 0 };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      guint n_points = (guint) data->header.length - 1;
      double points[6] = { 0 };

      for (guint j = 0; j < n_points && j < 3; j++)
        {
          points[2 * j] = data[j + 1].point.x;
          points[2 * j + 1] = data[j + 1].point.y;
        }
      if (data->header.type == CAIRO_PATH_MOVE_TO)
        {
          memcpy (start, points, sizeof start);
          self->down = FALSE;
        }
      else if (data->header.type == CAIRO_PATH_CLOSE_PATH)
        {
          if (memcmp (at, start, sizeof at) != 0)
            add_segment (self, at, CAIRO_PATH_LINE_TO, start, 1);
          self->down = FALSE;
          continue;
        }
      else
        add_segment (self, at, data->header.type, points, n_points);
      memcpy (at, points + 2 * (n_points - 1), sizeof at);
    }
}

/*
 * The borders of all regions. Neighbours have the very same curve, so that of each pair one is left out: a stroke with
 * round ends looks the same and makes a smaller drawing.
 */
cairo_path_t *
bc_borders_new (const BcView *view)
{
  Borders self = { 0 };
  cairo_path_t *path = g_new0 (cairo_path_t, 1);

  self.known = g_hash_table_new_full (hash_cb, equal_cb, g_free, NULL);
  self.data = g_array_new (FALSE, FALSE, sizeof (cairo_path_data_t));
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (view->shapes[region].path != NULL)
      add_path (&self, view->shapes[region].path);
  g_hash_table_unref (self.known);
  path->status = CAIRO_STATUS_SUCCESS;
  path->num_data = (int) self.data->len;
  path->data = (cairo_path_data_t *) (gpointer) g_array_free (self.data, FALSE);
  return path;
}
