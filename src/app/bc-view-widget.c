/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-view-widget-private.h"

#include "bc-i18n.h"
#include "bc-screen.h"

/* Room above the figure for its name and the patient's right and left, in text sizes. */
#define CAPTION_LINES 2.2

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

/* Where a view lies beyond what the board told of: a view that was scrolled out of sight is told of nothing. */
static BcBox
get_visible (BcViewWidget *self)
{
  BcBox shown = bc_screen_get_visible_box (GTK_WIDGET (self));

  return bc_boxes_cut (&self->visible, &shown);
}

static void
bc_view_widget_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BcViewWidget *self = BC_VIEW_WIDGET (widget);
  PangoContext *pango = gtk_widget_get_pango_context (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  BcBox visible;

  if (width == 0 || height == 0 || self->layers == NULL)
    return;
  bc_view_layers_set_place (self->layers, &self->viewport, width, height, gtk_widget_get_scale_factor (widget));
  bc_view_layers_set_look (self->layers, self->scheme, bc_screen_get_text_size (widget));
  if (self->pango_serial != pango_context_get_serial (pango))
    bc_view_layers_text_changed (self->layers);
  self->pango_serial = pango_context_get_serial (pango);
  visible = get_visible (self);
  bc_view_layers_snapshot (self->layers, snapshot, pango, &visible);
  /* The regions paint nothing of their own, so they are not asked. */
  bc_view_widget_snapshot_lights (self, snapshot, &visible);
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

/**
 * bc_view_widget_fit:
 * @width: of the widget, in pixels
 * @height: likewise
 *
 * The name above the figure keeps its size whatever that of the figure is.
 *
 * Returns: where the body lies in a widget of that size
 */
BcViewport
bc_view_widget_fit (BcViewWidget *self,
                    double        width,
                    double        height)
{
  double caption = MIN (bc_view_widget_get_caption_height (GTK_WIDGET (self)), height / 4);

  return bc_viewport_fit (self->view, 0, caption, width, height - caption);
}

static void
bc_view_widget_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  BcViewWidget *self = BC_VIEW_WIDGET (widget);

  self->visible = (BcBox) { 0, 0, width, height };
  self->viewport = bc_view_widget_fit (self, width, height);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (self->regions[i] != NULL)
      {
        BcBox box = bc_region_widget_set_viewport (BC_REGION_WIDGET (self->regions[i]), &self->viewport);
        graphene_point_t at = GRAPHENE_POINT_INIT ((float) box.x, (float) box.y);

        gtk_widget_allocate (self->regions[i], (int) box.width, (int) box.height, -1,
                             gsk_transform_translate (NULL, &at));
      }
  bc_view_widget_drop_lights (self);
  gtk_widget_queue_draw (widget);
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
bc_view_widget_dispose (GObject *object)
{
  BcViewWidget *self = BC_VIEW_WIDGET (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  memset (self->regions, 0, sizeof self->regions);
  g_clear_pointer (&self->swept, g_array_unref);
  g_clear_pointer (&self->trail.points, g_array_unref);
  g_clear_pointer (&self->layers, bc_view_layers_free);
  bc_view_widget_drop_lights (self);
  g_clear_object (&self->picked);
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
  self->layers = bc_view_layers_new (view);
  /* Translators: a group of regions, read aloud; %s is a view of the body, as "Front" */
  name = g_strdup_printf (_("Body: %s"), bc_terms_get_name (&bc_view_terms, (int) bc_view_get_id (view)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (bc_view_has_region (view, (BcRegion) i))
      {
        self->regions[i] = bc_region_widget_new (view, (BcRegion) i);
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
  bc_view_layers_set_visit (self->layers, visit);
  bc_view_widget_set_picked (self, NULL, BC_REGION_NONE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_view_widget_set_under:
 * @under: (nullable): whose marks to show below, faint
 *
 * Shows marks that are not those of the visit, to compare with them.
 */
void
bc_view_widget_set_under (BcViewWidget *self,
                          BcVisit      *under)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (self->regions[i] != NULL)
      bc_region_widget_set_under (BC_REGION_WIDGET (self->regions[i]), under);
  bc_view_layers_set_under (self->layers, under);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_view_widget_set_overlay:
 * @overlay: (nullable): maps; must outlive the view or be replaced
 *
 * Lays maps over the figure, below the marks.
 */
void
bc_view_widget_set_overlay (BcViewWidget    *self,
                            const BcOverlay *overlay)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));

  bc_view_layers_set_overlay (self->layers, overlay);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_view_widget_set_picked:
 * @stroke: (nullable): a stroke to shed light on
 * @region: a region to shed light on, %BC_REGION_NONE for none
 *
 * Shows what was picked.
 */
void
bc_view_widget_set_picked (BcViewWidget *self,
                           BcStroke     *stroke,
                           BcRegion      region)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));
  g_return_if_fail (stroke == NULL || BC_IS_STROKE (stroke));
  g_return_if_fail (region <= BC_N_REGIONS);

  if (!g_set_object (&self->picked, stroke) && self->picked_region == region)
    return;
  self->picked_region = region;
  g_clear_pointer (&self->lights.picked, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_view_widget_strokes_changed:
 * @symptom: (nullable): whose strokes changed, %NULL for all
 * @added: (nullable): the stroke that was added at the end, if that is all that changed
 *
 * Redraws what changed. One stroke that was added costs the same however many there are.
 */
void
bc_view_widget_strokes_changed (BcViewWidget *self,
                                BcSymptom    *symptom,
                                BcStroke     *added)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));

  bc_view_layers_strokes_changed (self->layers, symptom, added);
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
  bc_view_layers_regions_changed (self->layers, changed);
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
  bc_view_widget_drop_lights (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_view_widget_set_hurry:
 * @hurry: whether the zoom changes with every frame, as while two fingers pinch
 *
 * In a hurry a zoom shows the last picture larger or smaller; afterwards it is painted anew.
 */
void
bc_view_widget_set_hurry (BcViewWidget *self,
                          gboolean      hurry)
{
  g_return_if_fail (BC_IS_VIEW_WIDGET (self));

  bc_view_layers_set_hurry (self->layers, hurry);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_view_widget_get_layers_count:
 *
 * Returns: what the view painted so far and what it keeps
 */
BcLayersCount
bc_view_widget_get_layers_count (BcViewWidget *self)
{
  BcLayersCount none = { 0 };

  g_return_val_if_fail (BC_IS_VIEW_WIDGET (self), none);

  return bc_view_layers_get_count (self->layers);
}
