/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-view-widget-private.h"

#include "bc-i18n.h"
#include "bc-painter.h"
#include "bc-screen.h"

#include <math.h>

/* Room above the figure for its name and the patient's right and left, in text sizes. */
#define CAPTION_LINES 2.2
/* Of P1, P2, ... beside their marks, in text sizes. */
#define LABEL_SIZE 0.85

static guint signals[N_VIEW_SIGNALS];

G_DEFINE_FINAL_TYPE (BcViewWidget, bc_view_widget, GTK_TYPE_WIDGET)

/* What the user pointed at last, with the pointer or with the keyboard. */
void
bc_view_widget_emit_hover (BcViewWidget *self,
                           BcRegion      region)
{
  if (region == BC_REGION_NONE)
    region = self->hovered != BC_REGION_NONE ? self->hovered : self->focused;
  g_signal_emit (self, signals[VIEW_SIGNAL_HOVER], 0, (guint) region);
}

void
bc_view_widget_emit_act (BcViewWidget *self,
                         BcRegion      region,
                         BcRegionAct   act)
{
  g_signal_emit (self, signals[VIEW_SIGNAL_ACT], 0, (guint) region, (int) act);
}

void
bc_view_widget_emit_painted (BcViewWidget *self,
                             GArray       *regions)
{
  g_signal_emit (self, signals[VIEW_SIGNAL_PAINTED], 0, regions);
}

static cairo_t *
append_cairo (BcViewWidget *self,
              GtkSnapshot  *snapshot)
{
  return gtk_snapshot_append_cairo (snapshot,
                                    &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                         (float) gtk_widget_get_height (GTK_WIDGET (self))));
}

static GskRenderNode *
paint_back (BcViewWidget *self)
{
  GtkSnapshot *part = gtk_snapshot_new ();
  cairo_t *cr = append_cairo (self, part);

  bc_paint_figure (cr, self->view, &self->viewport, self->scheme);
  if (self->tint != NULL)
    bc_paint_overlay (cr, self->view, &self->viewport, self->tint, self->scheme);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (part);
}

static GskRenderNode *
paint_front (BcViewWidget *self)
{
  GtkSnapshot *part = gtk_snapshot_new ();
  cairo_t *cr = append_cairo (self, part);
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double text_size = bc_screen_get_text_size (GTK_WIDGET (self));

  if (self->visit != NULL)
    {
      bc_paint_arrows (cr, self->view, &self->viewport, self->visit, self->scheme);
      bc_paint_labels (cr, pango, self->view, &self->viewport, self->visit, text_size * LABEL_SIZE, self->scheme);
    }
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (part);
}

static GskRenderNode *
paint_captions (BcViewWidget *self)
{
  GtkSnapshot *part = gtk_snapshot_new ();
  cairo_t *cr = append_cairo (self, part);

  bc_paint_captions (cr, gtk_widget_get_pango_context (GTK_WIDGET (self)), self->view, &self->visible,
                     bc_screen_get_text_size (GTK_WIDGET (self)), self->scheme);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (part);
}

static void
append_node (GtkSnapshot    *snapshot,
             GskRenderNode **node,
             GskRenderNode *(*paint) (BcViewWidget *),
             BcViewWidget   *self)
{
  if (*node == NULL)
    *node = paint (self);
  if (*node != NULL) /* an empty snapshot gives NULL */
    gtk_snapshot_append_node (snapshot, *node);
}

static void
paint_pointed (BcViewWidget *self,
               cairo_t      *cr)
{
  if (self->swept != NULL && self->swept->len > 0)
    {
      for (guint i = 0; i < self->swept->len; i++)
        bc_paint_hover (cr, self->view, &self->viewport, g_array_index (self->swept, BcRegion, i), self->scheme);
    }
  else if (self->hovered != BC_REGION_NONE)
    {
      bc_paint_hover (cr, self->view, &self->viewport, self->hovered, self->scheme);
    }
  if (self->focused != BC_REGION_NONE)
    bc_paint_focus (cr, self->view, &self->viewport, self->focused, self->scheme);
}

static void
bc_view_widget_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BcViewWidget *self = BC_VIEW_WIDGET (widget);
  g_autoptr(cairo_t) cr = NULL;

  if (gtk_widget_get_width (widget) == 0 || gtk_widget_get_height (widget) == 0)
    return;
  append_node (snapshot, &self->back, paint_back, self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  append_node (snapshot, &self->front, paint_front, self);
  append_node (snapshot, &self->captions, paint_captions, self);
  if (self->hovered == BC_REGION_NONE && self->focused == BC_REGION_NONE && self->swept == NULL)
    return;
  cr = append_cairo (self, snapshot);
  paint_pointed (self, cr);
}

static void
drop_nodes (BcViewWidget *self)
{
  g_clear_pointer (&self->back, gsk_render_node_unref);
  g_clear_pointer (&self->front, gsk_render_node_unref);
  g_clear_pointer (&self->captions, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bc_view_widget_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  BcBox box = bc_view_get_box (BC_VIEW_WIDGET (widget)->view);

  *minimum = 0;
  /* At 4 mm a pixel a whole adult is about 450 pixels high. */
  *natural = (int) (orientation == GTK_ORIENTATION_HORIZONTAL ? box.width : box.height) / 4;
}

static void
bc_view_widget_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  BcViewWidget *self = BC_VIEW_WIDGET (widget);
  double caption = MIN (bc_view_widget_get_caption_height (widget), height / 4.0);

  self->visible = (BcBox) { 0, 0, width, height };
  self->viewport = bc_viewport_fit (self->view, 0, caption, width, height - caption);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (self->regions[i] != NULL)
      {
        BcBox box = bc_region_widget_set_viewport (BC_REGION_WIDGET (self->regions[i]), &self->viewport);
        graphene_point_t at = GRAPHENE_POINT_INIT ((float) box.x, (float) box.y);

        gtk_widget_allocate (self->regions[i], (int) box.width, (int) box.height, -1,
                             gsk_transform_translate (NULL, &at));
      }
  drop_nodes (self);
}

static gboolean
bc_view_widget_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  return x >= 0 && y >= 0 && x < gtk_widget_get_width (widget) && y < gtk_widget_get_height (widget);
}

/* GTK forgets the focus child when the focus leaves; we come back to it. */
static void
bc_view_widget_set_focus_child (GtkWidget *widget,
                                GtkWidget *child)
{
  if (BC_IS_REGION_WIDGET (child))
    BC_VIEW_WIDGET (widget)->last_focus = bc_region_widget_get_region (BC_REGION_WIDGET (child));
  GTK_WIDGET_CLASS (bc_view_widget_parent_class)->set_focus_child (widget, child);
}

static void
region_act_cb (BcRegionWidget *region,
               int             act,
               BcViewWidget   *self)
{
  g_assert (BC_IS_VIEW_WIDGET (self));

  bc_view_widget_emit_act (self, bc_region_widget_get_region (region), (BcRegionAct) act);
}

static void
bc_view_widget_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (bc_view_widget_parent_class)->css_changed (widget, change);
  g_clear_pointer (&BC_VIEW_WIDGET (widget)->front, gsk_render_node_unref);
  g_clear_pointer (&BC_VIEW_WIDGET (widget)->captions, gsk_render_node_unref);
}

static void
bc_view_widget_dispose (GObject *object)
{
  BcViewWidget *self = BC_VIEW_WIDGET (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  memset (self->regions, 0, sizeof self->regions);
  g_clear_pointer (&self->swept, g_array_unref);
  g_clear_pointer (&self->back, gsk_render_node_unref);
  g_clear_pointer (&self->front, gsk_render_node_unref);
  g_clear_pointer (&self->captions, gsk_render_node_unref);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (bc_view_widget_parent_class)->dispose (object);
}

static void
bc_view_widget_class_init (BcViewWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_view_widget_dispose;
  widget_class->measure = bc_view_widget_measure;
  widget_class->size_allocate = bc_view_widget_size_allocate;
  widget_class->snapshot = bc_view_widget_snapshot;
  widget_class->contains = bc_view_widget_contains;
  widget_class->css_changed = bc_view_widget_css_changed;
  widget_class->focus = bc_view_widget_focus;
  widget_class->grab_focus = bc_view_widget_grab_focus;
  widget_class->set_focus_child = bc_view_widget_set_focus_child;

  signals[VIEW_SIGNAL_ACT] = g_signal_new ("act", BC_TYPE_VIEW_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  signals[VIEW_SIGNAL_HOVER] = g_signal_new ("hover", BC_TYPE_VIEW_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[VIEW_SIGNAL_PAINTED] = g_signal_new ("painted", BC_TYPE_VIEW_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);

  gtk_widget_class_set_css_name (widget_class, "bodyview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_view_widget_init (BcViewWidget *self)
{
  self->scheme = bc_screen_get_scheme ();
  self->viewport.scale = 1;
  bc_view_widget_add_gestures (self);
}

/**
 * bc_view_widget_new:
 * @view: the drawing; lives as long as the program
 *
 * Returns: (transfer floating): the view with its regions
 */
GtkWidget *
bc_view_widget_new (const BcView *view)
{
  BcViewWidget *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (view != NULL, NULL);

  self = g_object_new (BC_TYPE_VIEW_WIDGET, NULL);
  self->view = view;
  /* Translators: a group of regions, read aloud; %s is a view of the body, as "Front" */
  name = g_strdup_printf (_("Body: %s"), bc_terms_get_name (&bc_view_terms, (int) bc_view_get_id (view)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (bc_view_has_region (view, (BcRegion) i))
      {
        self->regions[i] = bc_region_widget_new (view, (BcRegion) i);
        bc_region_widget_set_scheme (BC_REGION_WIDGET (self->regions[i]), self->scheme);
        g_signal_connect_object (self->regions[i], "act", G_CALLBACK (region_act_cb), self, 0);
        g_signal_connect_object (self->regions[i], "state-flags-changed",
                                 G_CALLBACK (bc_view_widget_region_state_cb), self, G_CONNECT_SWAPPED);
        gtk_widget_set_parent (self->regions[i], GTK_WIDGET (self));
      }
  return GTK_WIDGET (self);
}

/**
 * bc_view_widget_get_caption_height:
 * @widget: whose font to measure by
 *
 * Returns: the room that a view keeps above the figure for its name and the patient's right and left, in pixels
 */
double
bc_view_widget_get_caption_height (GtkWidget *widget)
{
  return CAPTION_LINES * bc_screen_get_text_size (widget);
}

/**
 * bc_view_widget_get_view:
 *
 * Returns: (transfer none): the drawing
 */
const BcView *
bc_view_widget_get_view (BcViewWidget *self)
{
  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), NULL);

  return self->view;
}

/**
 * bc_view_widget_get_region:
 *
 * Returns: (transfer none) (nullable): the widget of @region, %NULL where the view does not show it
 */
BcRegionWidget *
bc_view_widget_get_region (BcViewWidget *self,
                           BcRegion      region)
{
  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), NULL);
  g_return_val_if_fail (region <= BC_N_REGIONS, NULL);

  return self->regions[region] != NULL ? BC_REGION_WIDGET (self->regions[region]) : NULL;
}

/**
 * bc_view_widget_get_anchor_box:
 *
 * Returns: the point deepest inside @region as a tiny box in pixels of the view, for a popover to point to
 */
BcBox
bc_view_widget_get_anchor_box (BcViewWidget *self,
                               BcRegion      region)
{
  BcBox box = { 0, 0, 1, 1 };

  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), box);
  g_return_val_if_fail (bc_view_has_region (self->view, region), box);

  bc_view_get_anchor (self->view, region, &box.x, &box.y);
  bc_viewport_to_target (&self->viewport, &box.x, &box.y);
  return box;
}

/**
 * bc_view_widget_set_visit:
 * @visit: (nullable): whose marks to show
 *
 * Shows the marks of another visit.
 */
void
bc_view_widget_set_visit (BcViewWidget *self,
                          BcVisit      *visit)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  if (!g_set_object (&self->visit, visit))
    return;
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (self->regions[i] != NULL)
      bc_region_widget_set_visit (BC_REGION_WIDGET (self->regions[i]), visit);
  drop_nodes (self);
}

/**
 * bc_view_widget_set_overlay:
 * @tint: (nullable): a value 0..1 for each region, element 0 unused; must outlive the view or be replaced
 *
 * Lays a map over the figure, below the marks.
 */
void
bc_view_widget_set_overlay (BcViewWidget *self,
                            const double *tint)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));

  self->tint = tint;
  g_clear_pointer (&self->back, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_view_widget_set_visible_box:
 * @box: the part that the user sees, in pixels of the widget
 *
 * Keeps the patient's right and left in sight while the view is zoomed and scrolled.
 */
void
bc_view_widget_set_visible_box (BcViewWidget *self,
                                const BcBox  *box)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));
  g_return_if_fail (box != NULL);

  if (memcmp (&self->visible, box, sizeof *box) == 0)
    return;
  self->visible = *box;
  g_clear_pointer (&self->captions, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_view_widget_marks_changed:
 * @changed: [%BC_N_REGIONS + 1]: non-zero for each region whose marks changed
 *
 * Redraws what changed, and the arrows and labels.
 */
void
bc_view_widget_marks_changed (BcViewWidget *self,
                              const guint8 *changed)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));
  g_return_if_fail (changed != NULL);

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (changed[i] != 0 && self->regions[i] != NULL)
      bc_region_widget_marks_changed (BC_REGION_WIDGET (self->regions[i]));
  g_clear_pointer (&self->front, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_view_widget_scheme_changed:
 *
 * Repaints for light or dark surroundings.
 */
void
bc_view_widget_scheme_changed (BcViewWidget *self)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));

  self->scheme = bc_screen_get_scheme ();
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (self->regions[i] != NULL)
      bc_region_widget_set_scheme (BC_REGION_WIDGET (self->regions[i]), self->scheme);
  drop_nodes (self);
}
