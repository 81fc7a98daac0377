/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What lies on top of a view's layers and changes from one frame to the next: the light under the pointer, the ring
 * of the focus, what was picked, and the stroke that is being drawn. Each is a small node of its own, so that GTK
 * redraws no more than that.
 */

#include "bc-view-widget-private.h"

#include <math.h>

/* How far a light or a ring reaches beyond what it surrounds, in pixels. */
#define LIGHT_REACH 12
/* How far the head of a path reaches beyond its last point, in widths of the path. */
#define HEAD_REACH 4
/* So many points of a brush stroke are painted again when it grows: they change the curve between the last ones. */
#define INK_OVERLAP 4

static cairo_t *
begin_node (GskRenderNode **node,
            const BcBox    *box)
{
  double x = floor (box->x);
  double y = floor (box->y);

  *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) x, (float) y, (float) (ceil (box->x + box->width) - x),
                                                   (float) (ceil (box->y + box->height) - y)));
  return gsk_cairo_node_get_draw_context (*node);
}

static BcBox
region_box (BcViewWidget *self,
            BcRegion      region)
{
  BcBox body = bc_view_get_region_box (self->view, region);
  BcBox box = bc_viewport_map_box (&self->viewport, &body);

  return bc_box_grow (&box, LIGHT_REACH);
}

static void
drop_trail (BcViewWidget *self)
{
  g_clear_pointer (&self->lights.path, gsk_render_node_unref);
  g_clear_pointer (&self->lights.ink, bc_view_layers_free);
  g_clear_object (&self->lights.ink_symptom);
  g_clear_object (&self->lights.ink_visit);
  self->lights.n_points = 0;
}

static void
append_hover (BcViewWidget *self,
              GtkSnapshot  *snapshot,
              BcRegion      region)
{
  GskRenderNode **node = &self->lights.hover[region];

  if (*node == NULL)
    {
      BcBox box = region_box (self, region);
      g_autoptr(cairo_t) cr = begin_node (node, &box);

      bc_paint_hover (cr, self->view, &self->viewport, region, self->scheme);
    }
  gtk_snapshot_append_node (snapshot, *node);
}

static void
append_focus (BcViewWidget *self,
              GtkSnapshot  *snapshot)
{
  if (self->lights.focus == NULL || self->lights.focus_region != self->focused)
    {
      BcBox box = region_box (self, self->focused);
      g_autoptr(cairo_t) cr = NULL;

      g_clear_pointer (&self->lights.focus, gsk_render_node_unref);
      cr = begin_node (&self->lights.focus, &box);
      bc_paint_focus (cr, self->view, &self->viewport, self->focused, self->scheme);
      self->lights.focus_region = self->focused;
    }
  gtk_snapshot_append_node (snapshot, self->lights.focus);
}

static void
append_picked (BcViewWidget *self,
               GtkSnapshot  *snapshot)
{
  BcBox box = { 0 };
  g_autoptr(cairo_t) cr = NULL;

  if (self->lights.picked == NULL)
    {
      if (self->picked_region != BC_REGION_NONE && bc_view_has_region (self->view, self->picked_region))
        box = region_box (self, self->picked_region);
      if (self->picked != NULL)
        {
          BcBox stroke = bc_stroke_box (self->view, &self->viewport, self->picked);

          box = bc_boxes_join (&box, &stroke);
        }
      if (!(box.width > 0) || !(box.height > 0))
        return;
      box = bc_box_grow (&box, LIGHT_REACH);
      cr = begin_node (&self->lights.picked, &box);
      bc_paint_picked (cr, self->view, &self->viewport, self->picked, self->picked_region, self->scheme);
    }
  gtk_snapshot_append_node (snapshot, self->lights.picked);
}

static BcBox
path_box (BcViewWidget *self)
{
  const BcStrokePoint *points = (const BcStrokePoint *) (gpointer) self->trail.points->data;
  double left = (double) points[0].x;
  double right = left;
  double top = (double) points[0].y;
  double bottom = top;
  BcBox body;
  BcBox box;

  for (guint i = 1; i < self->trail.points->len; i++)
    {
      left = MIN (left, (double) points[i].x);
      right = MAX (right, (double) points[i].x);
      top = MIN (top, (double) points[i].y);
      bottom = MAX (bottom, (double) points[i].y);
    }
  body = (BcBox) { left, top, right - left, bottom - top };
  body = bc_box_grow (&body, HEAD_REACH * self->trail.width);
  box = bc_viewport_map_box (&self->viewport, &body);
  return bc_box_grow (&box, LIGHT_REACH);
}

/* A path is a thin line: it is painted whole for each frame in which it has grown. */
static void
append_path (BcViewWidget *self,
             GtkSnapshot  *snapshot)
{
  GArray *points = self->trail.points;

  if (self->lights.path == NULL || self->lights.n_points != points->len)
    {
      BcBox box = path_box (self);
      g_autoptr(cairo_t) cr = NULL;

      g_clear_pointer (&self->lights.path, gsk_render_node_unref);
      cr = begin_node (&self->lights.path, &box);
      bc_paint_trail (cr, self->view, &self->viewport, &self->trail.pen,
                      (const BcStrokePoint *) (gpointer) points->data, points->len, self->trail.width, self->scheme);
      self->lights.n_points = points->len;
    }
  gtk_snapshot_append_node (snapshot, self->lights.path);
}

static void
begin_ink (BcViewWidget *self)
{
  BcViewLights *lights = &self->lights;

  lights->ink = bc_view_layers_new_for_ink (self->view);
  lights->ink_visit = bc_visit_new ("");
  lights->ink_symptom = bc_symptom_new (self->trail.pen.number);
  g_object_set (lights->ink_symptom, "qualities", self->trail.pen.qualities, "now", self->trail.pen.nrs, NULL);
  g_list_store_append (bc_visit_get_symptoms (lights->ink_visit), lights->ink_symptom);
  bc_view_layers_set_visit (lights->ink, lights->ink_visit);
}

/*
 * What a brush has drawn since the last frame, as a stroke of its own that reaches a little back: so a frame costs
 * what is new, however long the stroke has grown.
 */
static void
add_ink (BcViewWidget *self)
{
  BcViewLights *lights = &self->lights;
  const BcStrokePoint *points = (const BcStrokePoint *) (gpointer) self->trail.points->data;
  guint n_points = self->trail.points->len;
  guint first = lights->n_points > INK_OVERLAP ? lights->n_points - INK_OVERLAP : 0;

  for (; first < n_points && lights->n_points < n_points; first += BC_STROKE_MAX_POINTS - INK_OVERLAP)
    {
      guint n = MIN (n_points - first, BC_STROKE_MAX_POINTS);
      g_autoptr(BcStroke) piece = bc_stroke_new (bc_view_get_figure (self->view), bc_view_get_id (self->view),
                                                 BC_ROLE_SITE, self->trail.width, points + first, n, NULL, 0);

      g_list_store_append (bc_symptom_get_strokes (lights->ink_symptom), piece);
      bc_view_layers_strokes_changed (lights->ink, lights->ink_symptom, piece);
      lights->n_points = first + n;
    }
}

static void
append_ink (BcViewWidget *self,
            GtkSnapshot  *snapshot,
            const BcBox  *visible)
{
  if (self->lights.ink == NULL || self->lights.n_points > self->trail.points->len)
    {
      drop_trail (self);
      begin_ink (self);
    }
  bc_view_layers_set_place (self->lights.ink, &self->viewport, gtk_widget_get_width (GTK_WIDGET (self)),
                            gtk_widget_get_height (GTK_WIDGET (self)),
                            gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  bc_view_layers_set_look (self->lights.ink, self->scheme, 1);
  add_ink (self);
  bc_view_layers_snapshot (self->lights.ink, snapshot, gtk_widget_get_pango_context (GTK_WIDGET (self)), visible);
}

/* Appends what lies on top of the layers. */
void
bc_view_widget_snapshot_lights (BcViewWidget *self,
                                GtkSnapshot  *snapshot,
                                const BcBox  *visible)
{
  if (self->picked != NULL || self->picked_region != BC_REGION_NONE)
    append_picked (self, snapshot);
  if (self->trail.points == NULL || self->trail.points->len == 0)
    drop_trail (self);
  else if (self->trail.pen.role == BC_ROLE_RADIATION)
    append_path (self, snapshot);
  else
    append_ink (self, snapshot, visible);
  if (self->swept != NULL && self->swept->len > 0)
    for (guint i = 0; i < self->swept->len; i++)
      append_hover (self, snapshot, g_array_index (self->swept, BcRegion, i));
  else if (self->hovered != BC_REGION_NONE)
    append_hover (self, snapshot, self->hovered);
  if (self->focused != BC_REGION_NONE)
    append_focus (self, snapshot);
}

/* They are painted again when next needed, as after a change of size or scheme. */
void
bc_view_widget_drop_lights (BcViewWidget *self)
{
  for (guint i = 0; i <= BC_N_REGIONS; i++)
    g_clear_pointer (&self->lights.hover[i], gsk_render_node_unref);
  g_clear_pointer (&self->lights.focus, gsk_render_node_unref);
  g_clear_pointer (&self->lights.picked, gsk_render_node_unref);
  drop_trail (self);
}
