/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The arrows in a tree: its longest way is one arrow, side branches are further arrows if they are long enough to be
 * seen.
 */

#include "bc-arrow-private.h"

/* A side branch shorter than this, in mm of a whole body, is told by its hatch alone. */
#define SHORTEST_BRANCH 110.0

/* The middle of a cluster of sites by what can be seen of them; the nearest anchor if that is off them. */
static BcPoint
tail_of (const BcView *view,
         const GArray *nodes,
         guint         cluster)
{
  BcPoint middle = { 0, 0 };
  BcPoint nearest = { 0, 0 };
  double weight = 0;
  double best = INFINITY;

  for (guint i = 0; i < nodes->len; i++)
    {
      const BcArrowNode *node = bc_arrow_node_at (nodes, i);
      double area;

      if (!node->site || node->cluster != cluster)
        continue;
      area = bc_atlas_get_visible_area (bc_view_get_figure (view), node->region, bc_view_get_id (view)) + 0.01;
      middle.x += area * node->at.x;
      middle.y += area * node->at.y;
      weight += area;
    }
  middle.x /= weight;
  middle.y /= weight;
  for (guint i = 0; i < nodes->len; i++)
    {
      const BcArrowNode *node = bc_arrow_node_at (nodes, i);

      if (!node->site || node->cluster != cluster)
        continue;
      if (bc_view_region_at (view, middle.x, middle.y) == node->region)
        return middle;
      if (bc_arrow_distance (&middle, &node->at) < best)
        {
          best = bc_arrow_distance (&middle, &node->at);
          nearest = node->at;
        }
    }
  return nearest;
}

/* Fills in how far it is from each node to its furthest leaf, by walking up from every node. */
static void
measure (GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      double length = 0;
      BcArrowNode *node = bc_arrow_node_at (nodes, i);

      for (; node->parent != BC_ARROW_NO_PARENT; node = bc_arrow_node_at (nodes, (guint) node->parent))
        {
          BcArrowNode *parent = bc_arrow_node_at (nodes, (guint) node->parent);

          length += bc_arrow_distance (&node->at, &parent->at);
          parent->distance = MAX (parent->distance, length);
        }
    }
}

static int
furthest_child (const GArray *nodes,
                int           parent)
{
  double furthest = -1;
  int found = BC_ARROW_NO_PARENT;

  for (guint i = 0; i < nodes->len; i++)
    {
      const BcArrowNode *node = bc_arrow_node_at (nodes, i);
      double length;

      if (node->parent != parent || !node->in_tree)
        continue;
      length = node->distance + bc_arrow_distance (&node->at, &bc_arrow_node_at (nodes, (guint) parent)->at);
      if (length > furthest)
        {
          furthest = length;
          found = (int) i;
        }
    }
  return found;
}

static double
path_length (const GArray *path)
{
  double length = 0;

  for (guint i = 1; i < path->len; i++)
    length += bc_arrow_distance (&g_array_index (path, BcPoint, i - 1), &g_array_index (path, BcPoint, i));
  return length;
}

/* From a node down the longest way; what was walked is cut off its tree, so the next walk finds the next branch. */
static GArray *
take_longest (GArray  *nodes,
              int      from,
              BcPoint  start)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (BcPoint));

  g_array_append_val (path, start);
  for (int next = furthest_child (nodes, from); next != BC_ARROW_NO_PARENT; next = furthest_child (nodes, from))
    {
      g_array_append_val (path, bc_arrow_node_at (nodes, (guint) next)->at);
      bc_arrow_node_at (nodes, (guint) next)->parent = BC_ARROW_NO_PARENT;
      from = next;
    }
  return path;
}

static void
collect_from (const BcView *view,
              GArray       *nodes,
              guint         node,
              gboolean     *has_arrow,
              GPtrArray    *arrows)
{
  const BcArrowNode *root = bc_arrow_node_at (nodes, node);
  BcPoint start = root->site ? tail_of (view, nodes, root->cluster) : root->at;

  while (furthest_child (nodes, (int) node) != BC_ARROW_NO_PARENT)
    {
      g_autoptr (GArray) path = take_longest (nodes, (int) node, start);

      if (root->site && !has_arrow[root->cluster])
        has_arrow[root->cluster] = TRUE;
      else if (path_length (path) < SHORTEST_BRANCH * bc_paint_grain (view))
        continue;
      g_ptr_array_add (arrows, g_steal_pointer (&path));
    }
}

/* The sites that touch have many nodes and one arrow first: the one that goes furthest. */
static void
collect_arrows (const BcView *view,
                GArray       *nodes,
                GPtrArray    *arrows)
{
  g_autofree gboolean *has_arrow = g_new0 (gboolean, nodes->len);
  g_autofree gboolean *done = g_new0 (gboolean, nodes->len);

  for (guint n = 0; n < nodes->len; n++)
    {
      double furthest = -1;
      guint next = 0;

      for (guint i = 0; i < nodes->len; i++)
        if (!done[i] && bc_arrow_node_at (nodes, i)->site && bc_arrow_node_at (nodes, i)->distance > furthest)
          {
            furthest = bc_arrow_node_at (nodes, i)->distance;
            next = i;
          }
      if (furthest < 0)
        break;
      done[next] = TRUE;
      collect_from (view, nodes, next, has_arrow, arrows);
    }
  for (guint i = 0; i < nodes->len; i++)
    if (!bc_arrow_node_at (nodes, i)->site)
      collect_from (view, nodes, i, has_arrow, arrows);
}

/*
 * Takes the tree of @nodes apart into arrows, each a #GArray of BcPoint in mm of the body from tail to head.
 */
void
bc_arrow_take_ways (const BcView *view,
                    GArray       *nodes,
                    GPtrArray    *arrows)
{
  measure (nodes);
  collect_arrows (view, nodes, arrows);
}
