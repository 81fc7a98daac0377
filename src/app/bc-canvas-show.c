/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lies over the figure: the name of a map, the name that a long press asks for, the tip of the brush. */

#include "bc-canvas-private.h"

#include "bc-board.h"
#include "bc-i18n.h"
#include "bc-ring.h"
#include "bc-target.h"

/* How long a name stays, in seconds, and how far above the finger, in pixels. */
#define NAME_TIME 3
#define NAME_RISE 56
/* Room that a label keeps from the edge, and the steps in which a free place is looked for, in pixels. */
#define EDGE 8
#define STEP 6
/* A view that shows at least this part of what another shows of a region is good enough to stay in. */
#define GOOD_ENOUGH 0.6

BcViewWidget *
bc_canvas_get_view (BcCanvas *self,
                    guint     view)
{
  return bc_board_get_view (BC_BOARD (self->board), (BcViewId) view);
}

/* --- the name of a map --- */

/* How much of the body a label would cover, in samples. */
static guint
count_body (BcCanvas           *self,
            const GdkRectangle *at)
{
  guint n_covered = 0;

  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      BcViewWidget *view = bc_canvas_get_view (self, i);
      double x;
      double y;

      if (view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (view))
          || !gtk_widget_translate_coordinates (self->overlay, GTK_WIDGET (view), at->x, at->y, &x, &y))
        continue;
      for (int dy = 0; dy <= at->height; dy += STEP)
        for (int dx = 0; dx <= at->width; dx += STEP)
          if (bc_view_widget_region_at (view, x + dx, y + dy) != BC_REGION_NONE)
            n_covered++;
    }
  return n_covered;
}

/* At the lower edge, as near to the middle as leaves the feet uncovered. */
static void
place_map_name (BcCanvas     *self,
                GdkRectangle *at)
{
  int width = gtk_widget_get_width (self->overlay);
  int middle = (width - at->width) / 2;
  int best = MAX (0, middle);
  guint least = G_MAXUINT;

  at->y = MAX (0, gtk_widget_get_height (self->overlay) - at->height - EDGE);
  for (int off = 0; off <= middle && least > 0; off += STEP)
    for (int side = -1; side <= 1; side += 2)
      {
        guint n_covered;

        at->x = MAX (0, middle + side * off);
        n_covered = count_body (self, at);
        if (n_covered >= least)
          continue;
        least = n_covered;
        best = at->x;
      }
  at->x = best;
}

static void
place_bubble (BcCanvas     *self,
              GdkRectangle *at)
{
  int right = gtk_widget_get_width (self->overlay) - at->width - EDGE;
  int lower = gtk_widget_get_height (self->overlay) - at->height - EDGE;
  double above = self->bubble_y - NAME_RISE - at->height;

  at->x = (int) CLAMP (self->bubble_x - at->width / 2.0, EDGE, MAX (EDGE, right));
  /* Where there is no room above the finger, it goes below. */
  at->y = (int) CLAMP (above < EDGE ? self->bubble_y + NAME_RISE : above, EDGE, MAX (EDGE, lower));
}

static gboolean
get_child_position_cb (GtkOverlay   *overlay,
                       GtkWidget    *child,
                       GdkRectangle *at,
                       BcCanvas     *self)
{
  g_assert (BC_IS_CANVAS (self));

  if (child != self->map_name && child != self->bubble)
    return FALSE;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &at->width, NULL, NULL);
  at->width = MIN (at->width, gtk_widget_get_width (GTK_WIDGET (overlay)));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, at->width, NULL, &at->height, NULL, NULL);
  if (child == self->map_name)
    place_map_name (self, at);
  else
    place_bubble (self, at);
  return TRUE;
}

static GtkWidget *
new_label (BcCanvas *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "map-name");
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_visible (label, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), label);
  return label;
}

/* Makes what @child, the figure, lies under. */
GtkWidget *
bc_canvas_build_overlay (BcCanvas  *self,
                         GtkWidget *child)
{
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), child);
  self->ring = bc_ring_new ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->ring);
  self->map_name = new_label (self);
  self->bubble = new_label (self);
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (get_child_position_cb), self, 0);
  return self->overlay;
}

/* Gives the map to the views, and its name to the label. */
void
bc_canvas_update_map (BcCanvas *self)
{
  gboolean named = self->map != NULL && self->map->name != NULL && *self->map->name != '\0';

  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (bc_canvas_get_view (self, i) != NULL)
      bc_view_widget_set_overlay (bc_canvas_get_view (self, i), self->map);
  gtk_widget_set_visible (self->map_name, named);
  if (named)
    {
      /* Translators: %s is the name of a map that is laid over the figure, as in "Map: L5 nerve root, right" */
      g_autofree char *text = g_strdup_printf (_("Map: %s"), self->map->name);

      if (self->map->source != NULL)
        {
          g_autofree char *plain = g_steal_pointer (&text);

          /* Translators: 1: "Map: Key sensory points", 2: the publications that it is from */
          text = g_strdup_printf (C_("overlay", "%1$s (%2$s)"), plain, self->map->source);
        }

      gtk_label_set_label (GTK_LABEL (self->map_name), text);
    }
}

/* --- what a long press asks for --- */

static gboolean
bubble_time_cb (gpointer data)
{
  BcCanvas *self = data;

  self->bubble_source = 0;
  gtk_widget_set_visible (self->bubble, FALSE);
  return G_SOURCE_REMOVE;
}

/* Takes the name away. */
void
bc_canvas_hide_name (BcCanvas *self)
{
  g_clear_handle_id (&self->bubble_source, g_source_remove);
  if (self->bubble != NULL)
    gtk_widget_set_visible (self->bubble, FALSE);
}

/* Writes the name of a region, or of its group, above the finger, for a while. */
void
bc_canvas_show_name (BcCanvas     *self,
                     BcViewWidget *view,
                     BcRegion      region)
{
  BcRegion regions[BC_TARGET_MOST];
  guint n_regions = bc_view_widget_get_target (view, region, regions);
  g_autofree char *name = bc_target_dup_name (regions, n_regions);
  BcBox box = bc_view_widget_get_anchor_box (view, region);

  bc_canvas_hide_name (self);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (view), self->overlay, box.x, box.y, &self->bubble_x,
                                         &self->bubble_y))
    return;
  gtk_label_set_label (GTK_LABEL (self->bubble), name);
  gtk_widget_set_visible (self->bubble, TRUE);
  self->bubble_source = g_timeout_add_seconds (NAME_TIME, bubble_time_cb, self);
}

/* --- the tip of brush and eraser --- */

static GArray *
dup_band (BcCanvas     *self,
          BcViewWidget *view)
{
  GArray *rubbed = bc_view_widget_get_rubbed (view);
  GArray *band = g_array_sized_new (FALSE, FALSE, sizeof (graphene_point_t), rubbed->len);

  for (guint i = 0; i < rubbed->len; i++)
    {
      const BcStrokePoint *at = &g_array_index (rubbed, BcStrokePoint, i);
      double x = (double) at->x;
      double y = (double) at->y;
      graphene_point_t point;

      bc_view_widget_to_view (view, &x, &y);
      gtk_widget_translate_coordinates (GTK_WIDGET (view), self->ring, x, y, &x, &y);
      point = GRAPHENE_POINT_INIT ((float) x, (float) y);
      g_array_append_val (band, point);
    }
  return band;
}

static void
update_band (BcCanvas *self)
{
  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      BcViewWidget *view = bc_canvas_get_view (self, i);

      if (view == NULL || bc_view_widget_get_rubbed (view) == NULL)
        continue;
      bc_ring_set_band (BC_RING (self->ring), dup_band (self, view),
                        self->hand.width * bc_view_widget_get_scale (view));
      return;
    }
  bc_ring_set_band (BC_RING (self->ring), NULL, 0);
}

/* The tip is as large as its width is on the body under the pointer, so each view and each zoom has its own. */
static void
update_tip (BcCanvas *self)
{
  BcTool tool = bc_hand_get_tool (&self->hand);
  double x;
  double y;

  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      BcViewWidget *view = bc_canvas_get_view (self, i);

      if (view == NULL || (tool != BC_TOOL_BRUSH && tool != BC_TOOL_ERASE) || self->hand.panning || self->hand.closed
          || !gtk_widget_get_mapped (GTK_WIDGET (view)) || !bc_board_get_pointer (BC_BOARD (self->board), &x, &y)
          || !gtk_widget_translate_coordinates (self->board, GTK_WIDGET (view), x, y, &x, &y)
          || !gtk_widget_contains (GTK_WIDGET (view), x, y))
        continue;
      gtk_widget_translate_coordinates (GTK_WIDGET (view), self->ring, x, y, &x, &y);
      bc_ring_set_tip (BC_RING (self->ring), x, y, self->hand.width * bc_view_widget_get_scale (view));
      return;
    }
  bc_ring_set_tip (BC_RING (self->ring), 0, 0, 0);
}

/* Follows the pointer, the tool and the zoom. */
void
bc_canvas_update_ring (BcCanvas *self)
{
  update_tip (self);
  update_band (self);
}

/* --- bringing into sight --- */

static double
visible_area (BcCanvas *self,
              BcRegion  region,
              int       view)
{
  return bc_atlas_get_visible_area ((BcFigureId) self->figure, region, (BcViewId) view);
}

static int
find_best_view (BcCanvas *self,
                BcRegion  region)
{
  int best = BC_VIEW_FRONT;

  for (int i = 0; i < BC_N_VIEWS; i++)
    if (visible_area (self, region, i) > visible_area (self, region, best))
      best = i;
  /* The one that is shown alone stays, where it shows the region about as well. */
  if (self->mode >= 0 && visible_area (self, region, self->mode) >= GOOD_ENOUGH * visible_area (self, region, best))
    return self->mode;
  return best;
}

/**
 * bc_canvas_show_region:
 * @region: a region
 * @focus: whether it gets the keyboard focus
 *
 * Brings a region into sight, in the view that shows most of it: where one view is shown alone that is not good
 * enough, another one takes its place; where the figure is enlarged, it is scrolled.
 *
 * Returns: whether there is a figure to show it on
 */
gboolean
bc_canvas_show_region (BcCanvas *self,
                       BcRegion  region,
                       gboolean  focus)
{
  GtkWidget *widget;
  int view;

  g_return_val_if_fail (BC_IS_CANVAS (self), FALSE);
  g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, FALSE);

  if (self->figure < 0)
    return FALSE;
  view = find_best_view (self, region);
  widget = (GtkWidget *) bc_view_widget_get_region (bc_canvas_get_view (self, (guint) view), region);
  if (widget == NULL)
    return FALSE;
  if (self->mode >= 0 && self->mode != view)
    bc_canvas_set_mode (self, view);
  bc_board_reveal (BC_BOARD (self->board), widget);
  if (focus)
    gtk_widget_grab_focus (widget);
  return TRUE;
}
