/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-arrow-private.h"
#include "bc-ink-private.h"

/*
 * From where a symptom sits, the ways to everywhere it travels: a shortest spanning tree over the anchors of the
 * radiation's regions (Prim's algorithm), rooted in the sites. What was drawn freehand takes part: ink is a site, a
 * path of radiation is a way already, and an arrow may go on from either of its ends. The tree's longest way is one
 * arrow, side branches are further arrows if they are long enough to be seen. A tree instead of one chain, because
 * pain may run up the neck and down the arm at once.
 */

/* A step between regions that do not touch on the skin is taken only if there is none between neighbours. */
#define APART 1.3

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
  BcArrowNode node = { .region = region, .at = at, .parent = BC_ARROW_NO_PARENT, .cluster = nodes->len, .site = TRUE,
                       .in_tree = TRUE };

  if (side == BC_SIDE_BOTH || bc_region_get_side (region) == side)
    g_array_append_val (nodes, node);
}

static gboolean
has_site (const GArray *nodes,
          BcRegion      region)
{
  for (guint i = 0; i < nodes->len; i++)
    if (bc_arrow_node_at (nodes, i)->site && bc_arrow_node_at (nodes, i)->region == region)
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
          BcArrowNode node = { .region = region, .at = { anchors[part].x, anchors[part].y },
                               .parent = BC_ARROW_NO_PARENT, .cluster = nodes->len, .site = role == BC_ROLE_SITE,
                               .in_tree = role == BC_ROLE_SITE };

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
step_length (const BcView      *view,
             const BcArrowNode *a,
             const BcArrowNode *b)
{
  BcBodyPart part_a = bc_area_get_body_part (bc_region_get_area (a->region));
  BcBodyPart part_b = bc_area_get_body_part (bc_region_get_area (b->region));
  double length = bc_arrow_distance (&a->at, &b->at);

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
        BcArrowNode *a = bc_arrow_node_at (nodes, i);
        BcArrowNode *b = bc_arrow_node_at (nodes, j);
        guint from = a->cluster;

        if (!a->site || !b->site || from == b->cluster || !same_row (view, &a->at, &b->at)
            || !bc_atlas_is_adjacent (bc_view_get_figure (view), a->region, b->region))
          continue;
        for (guint k = 0; k < nodes->len; k++)
          if (bc_arrow_node_at (nodes, k)->cluster == from)
            bc_arrow_node_at (nodes, k)->cluster = b->cluster;
      }
}

static gboolean
is_reached (const GArray *nodes,
            BcRegion      region)
{
  for (guint i = 0; i < nodes->len; i++)
    if (bc_arrow_node_at (nodes, i)->region == region && bc_arrow_node_at (nodes, i)->in_tree)
      return TRUE;
  return FALSE;
}

/* Takes the nearest place into the tree; a region seen in two places is reached once. */
static gboolean
grow (const BcView *view,
      GArray       *nodes)
{
  double nearest = INFINITY;
  BcArrowNode *chosen = NULL;
  guint parent = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      BcArrowNode *node = bc_arrow_node_at (nodes, i);

      if (node->in_tree || is_reached (nodes, node->region))
        continue;
      for (guint j = 0; j < nodes->len; j++)
        {
          const BcArrowNode *from = bc_arrow_node_at (nodes, j);
          double length = from->in_tree ? step_length (view, from, node) : INFINITY;

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
  chosen->cluster = bc_arrow_node_at (nodes, parent)->cluster;
  return TRUE;
}

/* Arrows on one side of the body. They start on that side; only if nothing sits there, in any view, on the other. */
static void
find_on_side (const BcView *view,
              BcSymptom    *symptom,
              BcSide        side,
              GPtrArray    *arrows)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (BcArrowNode));
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
  bc_arrow_take_ways (view, nodes, arrows);
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
