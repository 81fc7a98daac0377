/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-paint-private.h"

#include <math.h>

G_BEGIN_DECLS

#define BC_ARROW_NO_PARENT (-1)

/* A place of the tree that arrows are taken from. */
typedef struct
{
  BcRegion region;
  BcPoint  at;
  int      parent;   /* in the array of nodes */
  double   distance; /* from the tree, or to the furthest leaf below */
  guint    cluster;  /* sites that touch share one */
  gboolean site;
  gboolean in_tree;
} BcArrowNode;

static inline BcArrowNode *
bc_arrow_node_at (const GArray *nodes,
                  guint         i)
{
  return &g_array_index (nodes, BcArrowNode, i);
}

static inline double
bc_arrow_distance (const BcPoint *a,
                   const BcPoint *b)
{
  return hypot (a->x - b->x, a->y - b->y);
}

/* bc-arrow-ways.c */
void bc_arrow_take_ways (const BcView *view,
                         GArray       *nodes,
                         GPtrArray    *arrows);

G_END_DECLS
