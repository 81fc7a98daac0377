/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ink-private.h"

#include <math.h>

/*
 * From where a symptom sits, the ways to everywhere it travels: a shortest spanning tree over the anchors of the
 * radiation's regions (Prim's algorithm), rooted in the sites. What was drawn freehand takes part: ink is a site, a
 * path of radiation is a way already, and an arrow may go on from either of its ends. The tree's longest way is one
 * arrow, side branches are further arrows if they are long enough to be seen. A tree instead of one chain, because
 * pain may run up the neck and down the arm at once.
 */

/* A step between regions that do not touch on the skin is taken only if there is none between neighbours. */
#define APART 1.3

/* A side branch shorter than this, in mm of a whole body, is told by its hatch alone. */
#define SHORTEST_BRANCH 110.0

#define NO_PARENT (-1)

typedef struct
{
  BcRegion region;
  BcPoint  at;
  int      parent;   /* in the array of nodes */
  double   distance; /* from the tree, or to the furthest leaf below */
  guint    cluster;  /* sites that touch share one */
  gboolean site;
  gboolean in_tree;
} Node;

static Node *
node_at (const GArray *nodes,
         guint         i)
{
  return &g_array_index (nodes, Node, i);
}

static double
point_distance (const BcPoint *a,
                const BcPoint *b)
{
  return hypot (a->x - b->x, a->y - b->y);
}

static gboolean
sits_on_side (BcSymptom *symptom,
              BcSide     side)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (BcMark) mark = g_list_model_get_item (marks, i);

      if (bc_mark_get_role (mark) == BC_ROLE_SITE && bc_region_get_side (bc_mark_get_region (mark)) == side)
        return TRUE;
    }
  return bc_strokes_sit_on_side (symptom, side);
}

static void
add_site (GArray       *nodes,
          const BcView *view,
          BcPoint       at,
          BcSide        side)
{
  BcRegion region = bc_view_region_at (view, at.x, at.y);
  Node node = { .region = region, .at = at, .parent = NO_PARENT, .cluster = nodes->len, .site = TRUE,
                .in_tree = TRUE };

  if (side == BC_SIDE_BOTH || bc_region_get_side (region) == side)
    g_array_append_val (nodes, node);
}

static gboolean
has_site (const GArray *nodes,
          BcRegion      region)
{
  for (guint i = 0; i < nodes->len; i++)
    if (node_at (nodes, i)->site && node_at (nodes, i)->region == region)
      return TRUE;
  return FALSE;
}

/* Ink is one site a region, however many strokes it took; a path has two, where it starts and where it ends. */
static void
add_strokes (GArray       *nodes,
             const BcView *view,
             BcSymptom    *symptom,
             BcSide        side)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  guint n_strokes = g_list_model_get_n_items (strokes);

  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr (BcStroke) stroke = g_list_model_get_item (strokes, i);
      gboolean path = bc_stroke_get_role (stroke) == BC_ROLE_RADIATION;
      BcPoint at;

      if (bc_stroke_get_view (stroke) != bc_view_get_id (view)
          || (!path && has_site (nodes, bc_stroke_find_region (stroke))))
        continue;
      if (bc_stroke_find_place (view, stroke, FALSE, &at))
        add_site (nodes, view, at, side);
      if (path && bc_stroke_find_place (view, stroke, TRUE, &at))
        add_site (nodes, view, at, side);
    }
}

/* One node for each place of a mark of @role on @side. */
static void
add_nodes (GArray       *nodes,
           const BcView *view,
           BcSymptom    *symptom,
           BcRole        role,
           BcSide        side)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr (BcMark) mark = g_list_model_get_item (marks, i);
      BcRegion region = bc_mark_get_region (mark);
      const BcAnchor *anchors;
      guint n_anchors = 0;

      /* An arrow that ends in the edge of the great toe, seen from behind, would point at the heel. */
      if (bc_mark_get_role (mark) != role || !bc_view_has_region (view, region)
          || (side != BC_SIDE_BOTH && bc_region_get_side (region) != side)
          || (role == BC_ROLE_RADIATION && (bc_paint_is_edge (view, region) || bc_strokes_lead_to (symptom, region))))
        continue;
      anchors = bc_view_get_anchors (view, region, &n_anchors);
      for (guint part = 0; part < n_anchors; part++)
        {
          Node node = { .region = region, .at = { anchors[part].x, anchors[part].y }, .parent = NO_PARENT,
                        .cluster = nodes->len, .site = role == BC_ROLE_SITE, .in_tree = role == BC_ROLE_SITE };

          g_array_append_val (nodes, node);
        }
    }
}

static gboolean
same_row (const BcView  *view,
          const BcPoint *a,
          const BcPoint *b)
{
  BcBox box = bc_view_get_box (view);
  double middle = box.y + box.height / 2;

  return bc_view_get_id (view) != BC_VIEW_HANDS || (a->y < middle) == (b->y < middle);
}

/* How far apart two places are along the body; INFINITY where no arrow may go. */
static double
step_length (const BcView *view,
             const Node   *a,
             const Node   *b)
{
  BcBodyPart part_a = bc_area_get_body_part (bc_region_get_area (a->region));
  BcBodyPart part_b = bc_area_get_body_part (bc_region_get_area (b->region));
  double length = point_distance (&a->at, &b->at);

  /* The hand hangs beside the thigh, and the palm is drawn above the back of the hand. */
  if ((part_a == BC_BODY_PART_UPPER_LIMB && part_b == BC_BODY_PART_LOWER_LIMB)
      || (part_a == BC_BODY_PART_LOWER_LIMB && part_b == BC_BODY_PART_UPPER_LIMB)
      || !same_row (view, &a->at, &b->at))
    return INFINITY;
  if (a->region == b->region || bc_atlas_is_adjacent (bc_view_get_figure (view), a->region, b->region))
    return length;
  return length * APART;
}

/* Sites that touch on the skin are one place, and have one arrow's tail between them. */
static void
cluster_sites (const BcView *view,
               GArray       *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    for (guint j = 0; j < i; j++)
      {
        Node *a = node_at (nodes, i);
        Node *b = node_at (nodes, j);
        guint from = a->cluster;

        if (!a->site || !b->site || from == b->cluster || !same_row (view, &a->at, &b->at)
            || !bc_atlas_is_adjacent (bc_view_get_figure (view), a->region, b->region))
          continue;
        for (guint k = 0; k < nodes->len; k++)
          if (node_at (nodes, k)->cluster == from)
            node_at (nodes, k)->cluster = b->cluster;
      }
}

static gboolean
is_reached (const GArray *nodes,
            BcRegion      region)
{
  for (guint i = 0; i < nodes->len; i++)
    if (node_at (nodes, i)->region == region && node_at (nodes, i)->in_tree)
      return TRUE;
  return FALSE;
}

/* Takes the nearest place into the tree; a region seen in two places is reached once. */
static gboolean
grow (const BcView *view,
      GArray       *nodes)
{
  double nearest = INFINITY;
  Node *chosen = NULL;
  guint parent = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      Node *node = node_at (nodes, i);

      if (node->in_tree || is_reached (nodes, node->region))
        continue;
      for (guint j = 0; j < nodes->len; j++)
        {
          double length = node_at (nodes, j)->in_tree ? step_length (view, node_at (nodes, j), node) : INFINITY;

          if (length >= nearest)
            continue;
          nearest = length;
          chosen = node;
          parent = j;
        }
    }
  if (chosen == NULL)
    return FALSE;
  chosen->in_tree = TRUE;
  chosen->parent = (int) parent;
  chosen->cluster = node_at (nodes, parent)->cluster;
  return TRUE;
}

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
      const Node *node = node_at (nodes, i);
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
      const Node *node = node_at (nodes, i);

      if (!node->site || node->cluster != cluster)
        continue;
      if (bc_view_region_at (view, middle.x, middle.y) == node->region)
        return middle;
      if (point_distance (&middle, &node->at) < best)
        {
          best = point_distance (&middle, &node->at);
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
      Node *node = node_at (nodes, i);

      for (; node->parent != NO_PARENT; node = node_at (nodes, (guint) node->parent))
        {
          Node *parent = node_at (nodes, (guint) node->parent);

          length += point_distance (&node->at, &parent->at);
          parent->distance = MAX (parent->distance, length);
        }
    }
}

static int
furthest_child (const GArray *nodes,
                int           parent)
{
  double furthest = -1;
  int found = NO_PARENT;

  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = node_at (nodes, i);
      double length;

      if (node->parent != parent || !node->in_tree)
        continue;
      length = node->distance + point_distance (&node->at, &node_at (nodes, (guint) parent)->at);
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
    length += point_distance (&g_array_index (path, BcPoint, i - 1), &g_array_index (path, BcPoint, i));
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
  for (int next = furthest_child (nodes, from); next != NO_PARENT; next = furthest_child (nodes, from))
    {
      g_array_append_val (path, node_at (nodes, (guint) next)->at);
      node_at (nodes, (guint) next)->parent = NO_PARENT;
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
  const Node *root = node_at (nodes, node);
  BcPoint start = root->site ? tail_of (view, nodes, root->cluster) : root->at;

  while (furthest_child (nodes, (int) node) != NO_PARENT)
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
        if (!done[i] && node_at (nodes, i)->site && node_at (nodes, i)->distance > furthest)
          {
            furthest = node_at (nodes, i)->distance;
            next = i;
          }
      if (furthest < 0)
        break;
      done[next] = TRUE;
      collect_from (view, nodes, next, has_arrow, arrows);
    }
  for (guint i = 0; i < nodes->len; i++)
    if (!node_at (nodes, i)->site)
      collect_from (view, nodes, i, has_arrow, arrows);
}

/* Arrows on one side of the body. They start on that side; only if nothing sits there, in any view, on the other. */
static void
find_on_side (const BcView *view,
              BcSymptom    *symptom,
              BcSide        side,
              GPtrArray    *arrows)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  guint n_radiations;

  add_nodes (nodes, view, symptom, BC_ROLE_RADIATION, side);
  if (nodes->len == 0)
    return;
  n_radiations = nodes->len;
  add_nodes (nodes, view, symptom, BC_ROLE_SITE, sits_on_side (symptom, side) ? side : BC_SIDE_BOTH);
  add_strokes (nodes, view, symptom, sits_on_side (symptom, side) ? side : BC_SIDE_BOTH);
  if (nodes->len == n_radiations)
    return;
  cluster_sites (view, nodes);
  while (grow (view, nodes))
    ;
  measure (nodes);
  collect_arrows (view, nodes, arrows);
}

/*
 * All arrows of a symptom in a view, each a #GArray of BcPoint in mm of the body from tail to head; empty where the
 * symptom sits or travels nowhere in this view.
 */
GPtrArray *
bc_arrows_find (const BcView *view,
                BcSymptom    *symptom)
{
  GPtrArray *arrows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  find_on_side (view, symptom, BC_SIDE_LEFT, arrows);
  find_on_side (view, symptom, BC_SIDE_RIGHT, arrows);
  return arrows;
}
