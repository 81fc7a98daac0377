/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include <math.h>

/* A name is made smaller rather than run over the borders of its area, down to this part of its size. */
#define SMALLEST 0.7

/* Air between two names, in text sizes. */
#define GAP 0.25

/* A region, or the part of it in one row of the hands, and the contiguous area that it belongs to. */
typedef struct
{
  BcRegion    region;
  const char *text;
  BcAnchor    anchor;
  guint       area;
} Node;

/* Of the hands, palms and backs are areas of their own. */
static gboolean
is_lower_row (const BcView   *view,
              const BcAnchor *anchor)
{
  BcBox box = bc_view_get_box (view);

  return bc_view_get_id (view) == BC_VIEW_HANDS && anchor->y > box.y + box.height / 2;
}

static gboolean
hang_together (const BcView *view,
               const Node   *a,
               const Node   *b)
{
  return strcmp (a->text, b->text) == 0 && is_lower_row (view, &a->anchor) == is_lower_row (view, &b->anchor)
         && (a->region == b->region || bc_atlas_is_adjacent (bc_view_get_figure (view), a->region, b->region));
}

static GArray *
list_nodes (const BcView    *view,
            const BcOverlay *overlay)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (Node));

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      guint n = 0;
      const BcAnchor *anchors = NULL;

      if (overlay->labels[region] == NULL || !bc_view_has_region (view, (BcRegion) region))
        continue;
      anchors = bc_view_get_anchors (view, (BcRegion) region, &n);
      for (guint i = 0; i < n; i++)
        {
          Node node = { (BcRegion) region, overlay->labels[region], anchors[i], nodes->len };

          g_array_append_val (nodes, node);
        }
    }
  return nodes;
}

/* Gives all nodes of a contiguous area the number of its first one. */
static void
join_areas (const BcView *view,
            GArray       *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    for (guint j = 0; j < i; j++)
      {
        guint from = g_array_index (nodes, Node, i).area;
        guint to = g_array_index (nodes, Node, j).area;

        if (from == to || !hang_together (view, &g_array_index (nodes, Node, i), &g_array_index (nodes, Node, j)))
          continue;
        for (guint k = 0; k < nodes->len; k++)
          if (g_array_index (nodes, Node, k).area == MAX (from, to))
            g_array_index (nodes, Node, k).area = MIN (from, to);
      }
}

static gboolean
is_taken (const GArray *names,
          const BcBox  *box,
          double        gap)
{
  for (guint i = 0; i < names->len; i++)
    {
      const BcBox *other = &g_array_index (names, BcOverlayName, i).box;

      if (box->x < other->x + other->width + gap && other->x < box->x + box->width + gap
          && box->y < other->y + other->height + gap && other->y < box->y + box->height + gap)
        return TRUE;
    }
  return FALSE;
}

/* The text in the middle of the deepest place, as large as fits there. */
static BcOverlayName
centre_name (PangoContext     *pango,
             const BcViewport *viewport,
             const Node       *node,
             double            text_size)
{
  BcOverlayName name = { .text = node->text, .text_size = text_size };
  g_autoptr (PangoLayout) layout = bc_paint_layout (pango, node->text, text_size, PANGO_WEIGHT_BOLD);
  double room = 2 * node->anchor.radius;
  double x = node->anchor.x;
  double y = node->anchor.y;
  double part;
  int width = 0;
  int height = 0;

  pango_layout_get_size (layout, &width, &height);
  part = CLAMP (room / bc_viewport_line (viewport, 0, (double) width / PANGO_SCALE), SMALLEST, 1);
  name.text_size *= part;
  name.box.width = part * width / PANGO_SCALE;
  name.box.height = part * height / PANGO_SCALE;
  bc_viewport_to_target (viewport, &x, &y);
  name.box.x = x - name.box.width / 2;
  name.box.y = y - name.box.height / 2;
  return name;
}

/* Tries the places of one area, the roomiest first. */
static void
name_area (PangoContext     *pango,
           const BcViewport *viewport,
           const GArray     *nodes,
           guint             area,
           double            text_size,
           GArray           *names)
{
  double least = INFINITY;

  for (;;)
    {
      const Node *best = NULL;
      BcOverlayName name;

      for (guint i = area; i < nodes->len; i++)
        {
          const Node *node = &g_array_index (nodes, Node, i);

          if (node->area == area && node->anchor.radius < least
              && (best == NULL || node->anchor.radius > best->anchor.radius))
            best = node;
        }
      if (best == NULL)
        return;
      least = best->anchor.radius;
      name = centre_name (pango, viewport, best, text_size);
      if (is_taken (names, &name.box, GAP * text_size))
        continue;
      g_array_append_val (names, name);
      return;
    }
}

/**
 * bc_overlay_place_names:
 * @pango: for the text; its font family is used
 * @view: the view
 * @viewport: where
 * @overlay: an overlay, which the names borrow their text from
 * @text_size: em, target units
 *
 * Where the labels of @overlay go: once for each contiguous area that the view shows, in its roomiest part, and never
 * over one another: an area without room for its name has none.
 *
 * Returns: (transfer full): of BcOverlayName
 */
GArray *
bc_overlay_place_names (PangoContext     *pango,
                        const BcView     *view,
                        const BcViewport *viewport,
                        const BcOverlay  *overlay,
                        double            text_size)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (BcOverlayName));
  g_autoptr (GArray) nodes = list_nodes (view, overlay);

  join_areas (view, nodes);
  for (guint i = 0; i < nodes->len; i++)
    if (g_array_index (nodes, Node, i).area == i)
      name_area (pango, viewport, nodes, i, text_size, names);
  return names;
}
