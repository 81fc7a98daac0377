/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-canvas-private.h"

#include "bc-board.h"
#include "bc-i18n.h"
#include "bc-target.h"

#define ZOOM_STEP 1.25

enum
{
  PROP_0,
  PROP_CHART,
  PROP_VISIT,
  PROP_TOOL,
  PROP_SYMPTOM_NUMBER,
  PROP_DRAWING,
  PROP_VIEW_MODE,
  PROP_ZOOM,
  PROP_BRUSH_WIDTH,
  PROP_LARGE_TARGETS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_HOVER,
  SIGNAL_REGION_ACTIVATED,
  SIGNAL_SAID,
  SIGNAL_NAMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcCanvas, bc_canvas, GTK_TYPE_WIDGET)

/* Makes another symptom the active one. */
void
bc_canvas_set_number (BcCanvas *self,
                      int       number)
{
  if (self->number == number)
    return;
  self->number = number;
  self->digit_time = 0;
  bc_canvas_update_pen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYMPTOM_NUMBER]);
}

void
bc_canvas_emit_activated (BcCanvas *self,
                          BcRegion  region)
{
  g_signal_emit (self, signals[SIGNAL_REGION_ACTIVATED], 0, (guint) region);
}

void
bc_canvas_emit_named (BcCanvas *self,
                      BcRegion  region)
{
  g_signal_emit (self, signals[SIGNAL_NAMED], 0, (guint) region);
}

/* Tells what just happened. */
void
bc_canvas_say (BcCanvas   *self,
               const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_signal_emit (self, signals[SIGNAL_SAID], 0, text);
}

static void
hover_cb (BcCanvas *self,
          guint     region)
{
  g_assert (BC_IS_CANVAS (self));

  g_signal_emit (self, signals[SIGNAL_HOVER], 0, region);
}

/* Each figure has its own drawings, so the widgets are made anew. */
static void
figure_changed_cb (BcCanvas *self)
{
  int figure = self->chart != NULL ? (int) bc_chart_get_figure (self->chart) : -1;

  g_assert (BC_IS_CANVAS (self));

  if (figure < 0 || figure == self->figure)
    return;
  self->figure = figure;
  bc_board_set_views (BC_BOARD (self->board), (BcFigureId) figure);
  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      BcViewWidget *view = bc_board_get_view (BC_BOARD (self->board), (BcViewId) i);

      bc_canvas_show_drawing_in (self, view);
      bc_canvas_connect_view (self, view);
      g_signal_connect_object (view, "hover", G_CALLBACK (hover_cb), self, G_CONNECT_SWAPPED);
    }
  bc_canvas_unpick (self);
  bc_canvas_update_map (self);
  gtk_widget_queue_allocate (self->overlay);
}

static void
zoom_changed_cb (BcCanvas *self)
{
  g_assert (BC_IS_CANVAS (self));

  bc_canvas_update_ring (self);
  gtk_widget_queue_allocate (self->overlay); /* the name of a map looks for another free place */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
set_drawing (BcCanvas  *self,
             BcDrawing  drawing)
{
  if (self->drawing == drawing)
    return;
  self->drawing = drawing;
  bc_canvas_give_up (self);
  bc_canvas_unpick (self);
  bc_canvas_show_drawing (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAWING]);
}

static void
set_visit (BcCanvas *self,
           BcVisit  *visit)
{
  if (!g_set_object (&self->visit, visit))
    return;
  bc_canvas_give_up (self);
  bc_canvas_unpick (self);
  g_signal_group_set_target (self->symptoms_signals, visit != NULL ? bc_visit_get_symptoms (visit) : NULL);
  g_signal_group_set_target (self->clears_signals, visit != NULL ? bc_visit_get_clears (visit) : NULL);
  if (self->drawing == BC_DRAWING_PATIENT)
    bc_canvas_show_drawing (self);
  else
    set_drawing (self, BC_DRAWING_PATIENT); /* what another visit begins with */
  if (self->number == 0)
    bc_canvas_set_number (self, bc_visit_nearest_symptom (visit, 1));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIT]);
}

static void
set_chart (BcCanvas *self,
           BcChart  *chart)
{
  if (!g_set_object (&self->chart, chart))
    return;
  g_signal_group_set_target (self->chart_signals, chart);
  g_signal_group_set_target (self->history_signals, chart != NULL ? bc_chart_get_history (chart) : NULL);
  figure_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
bc_canvas_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BcCanvas *self = BC_CANVAS (object);

  switch (id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_VISIT:
      g_value_set_object (value, self->visit);
      break;
    case PROP_TOOL:
      g_value_set_int (value, (int) self->hand.tool);
      break;
    case PROP_SYMPTOM_NUMBER:
      g_value_set_int (value, self->number);
      break;
    case PROP_DRAWING:
      g_value_set_int (value, (int) self->drawing);
      break;
    case PROP_VIEW_MODE:
      g_value_set_int (value, self->mode);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, bc_board_get_zoom (BC_BOARD (self->board)));
      break;
    case PROP_BRUSH_WIDTH:
      g_value_set_double (value, self->hand.width);
      break;
    case PROP_LARGE_TARGETS:
      g_value_set_boolean (value, self->hand.large_targets);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_tool (BcCanvas *self,
          BcTool    tool)
{
  if (self->hand.tool == tool)
    return;
  self->hand.tool = tool;
  bc_canvas_unpick (self);
  bc_board_tool_changed (BC_BOARD (self->board));
  bc_canvas_update_ring (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

static void
set_brush_width (BcCanvas *self,
                 double    width)
{
  if (self->hand.width >= width && self->hand.width <= width)
    return;
  self->hand.width = width;
  bc_canvas_update_ring (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BRUSH_WIDTH]);
}

static void
set_large_targets (BcCanvas *self,
                   gboolean  large)
{
  if (self->hand.large_targets == large)
    return;
  self->hand.large_targets = large;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LARGE_TARGETS]);
}

/* Shows one view alone, or all. */
void
bc_canvas_set_mode (BcCanvas *self,
                    int       mode)
{
  if (self->mode == mode)
    return;
  self->mode = mode;
  bc_canvas_give_up (self);
  bc_board_set_mode (BC_BOARD (self->board), mode);
  gtk_widget_queue_allocate (self->overlay);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW_MODE]);
}

static void
bc_canvas_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  BcCanvas *self = BC_CANVAS (object);

  switch (id)
    {
    case PROP_CHART:
      set_chart (self, g_value_get_object (value));
      break;
    case PROP_VISIT:
      set_visit (self, g_value_get_object (value));
      break;
    case PROP_TOOL:
      set_tool (self, (BcTool) g_value_get_int (value));
      break;
    case PROP_SYMPTOM_NUMBER:
      bc_canvas_set_number (self, g_value_get_int (value));
      break;
    case PROP_DRAWING:
      set_drawing (self, (BcDrawing) g_value_get_int (value));
      break;
    case PROP_VIEW_MODE:
      bc_canvas_set_mode (self, g_value_get_int (value));
      break;
    case PROP_BRUSH_WIDTH:
      set_brush_width (self, g_value_get_double (value));
      break;
    case PROP_LARGE_TARGETS:
      set_large_targets (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_canvas_set_focus_child (GtkWidget *widget,
                           GtkWidget *child)
{
  BcCanvas *self = BC_CANVAS (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  GTK_WIDGET_CLASS (bc_canvas_parent_class)->set_focus_child (widget, child);
  if (BC_IS_REGION_WIDGET (focus) && gtk_window_get_focus_visible (GTK_WINDOW (root)))
    bc_board_reveal (BC_BOARD (self->board), focus);
}

static void
bc_canvas_dispose (GObject *object)
{
  BcCanvas *self = BC_CANVAS (object);

  if (self->history_signals != NULL)
    {
      g_signal_group_set_target (self->history_signals, NULL);
      g_signal_group_set_target (self->chart_signals, NULL);
      g_signal_group_set_target (self->symptoms_signals, NULL);
      g_signal_group_set_target (self->clears_signals, NULL);
    }
  g_clear_object (&self->history_signals);
  g_clear_object (&self->chart_signals);
  g_clear_object (&self->symptoms_signals);
  g_clear_object (&self->clears_signals);
  g_clear_handle_id (&self->bubble_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->pick_menu, gtk_widget_unparent);
  if (self->board != NULL)
    bc_board_set_hand (BC_BOARD (self->board), NULL);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  self->bubble = NULL;
  g_clear_object (&self->board);
  g_clear_object (&self->pick_stroke);
  g_clear_pointer (&self->inks, g_ptr_array_unref);
  g_clear_pointer (&self->map, bc_overlay_free);
  g_clear_object (&self->under);
  g_clear_object (&self->shown);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (bc_canvas_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, BC_TYPE_CHART, flags);
  properties[PROP_VISIT] = g_param_spec_object ("visit", NULL, NULL, BC_TYPE_VISIT, flags);
  properties[PROP_TOOL] = g_param_spec_int ("tool", NULL, NULL, BC_TOOL_SITE, BC_N_TOOLS - 1, BC_TOOL_SITE,
                                            flags);
  properties[PROP_SYMPTOM_NUMBER] = g_param_spec_int ("symptom-number", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_DRAWING] = g_param_spec_int ("drawing", NULL, NULL, BC_DRAWING_PATIENT, BC_N_DRAWINGS - 1,
                                               BC_DRAWING_PATIENT, flags);
  properties[PROP_VIEW_MODE] = g_param_spec_int ("view-mode", NULL, NULL, BC_VIEW_MODE_ALL, BC_N_VIEWS - 1,
                                                 BC_VIEW_MODE_ALL, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 1, BC_BOARD_MAX_ZOOM, 1,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BRUSH_WIDTH] = g_param_spec_double ("brush-width", NULL, NULL, BC_BRUSH_LEAST, BC_BRUSH_MOST,
                                                      BC_BRUSH_USUAL, flags);
  properties[PROP_LARGE_TARGETS] = g_param_spec_boolean ("large-targets", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_canvas_class_init (BcCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bc_canvas_dispose;
  object_class->get_property = bc_canvas_get_property;
  object_class->set_property = bc_canvas_set_property;
  widget_class->set_focus_child = bc_canvas_set_focus_child;
  install_properties (object_class);

  signals[SIGNAL_HOVER] = g_signal_new ("hover", BC_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_REGION_ACTIVATED] = g_signal_new ("region-activated", BC_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_SAID] = g_signal_new ("said", BC_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       1, G_TYPE_STRING);
  signals[SIGNAL_NAMED] = g_signal_new ("named", BC_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);

  bc_canvas_install_actions (widget_class);
  bc_canvas_install_pick (widget_class);
  bc_canvas_install_keys (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bodycanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GSignalGroup *
new_signals (BcCanvas   *self,
             GType       type,
             const char *signal,
             GCallback   callback)
{
  GSignalGroup *group = g_signal_group_new (type);

  g_signal_group_connect_swapped (group, signal, callback, self);
  return group;
}

static void
bc_canvas_init (BcCanvas *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->mode = BC_VIEW_MODE_ALL;
  self->figure = -1;
  bc_hand_init (&self->hand);
  self->board = g_object_ref_sink (bc_board_new ());
  bc_board_set_hand (BC_BOARD (self->board), &self->hand);
  g_signal_connect_object (self->board, "notify::zoom", G_CALLBACK (zoom_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "pointer-moved", G_CALLBACK (bc_canvas_update_ring), self, G_CONNECT_SWAPPED);
  /* One finger draws; the board itself moves by two. */
  gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->board);
  gtk_widget_set_size_request (scroller, 240, 160);
  bc_canvas_build_overlay (self, scroller);
  bc_canvas_add_keys (self);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body chart"), -1);

  self->history_signals = new_signals (self, BC_TYPE_HISTORY, "changed", G_CALLBACK (bc_canvas_follow_marks));
  self->chart_signals = new_signals (self, BC_TYPE_CHART, "notify::figure", G_CALLBACK (figure_changed_cb));
  self->symptoms_signals = new_signals (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (bc_canvas_follow_marks));
  self->clears_signals = new_signals (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (bc_canvas_follow_marks));
}

/**
 * bc_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a chart
 */
GtkWidget *
bc_canvas_new (void)
{
  return g_object_new (BC_TYPE_CANVAS, NULL);
}

/**
 * bc_canvas_set_chart:
 * @chart: (nullable): a document
 * @visit: (nullable): one of its visits
 *
 * Shows another chart.
 */
void
bc_canvas_set_chart (BcCanvas *self,
                     BcChart  *chart,
                     BcVisit  *visit)
{
  g_return_if_fail (BC_IS_CANVAS (self));
  g_return_if_fail (chart == NULL || BC_IS_CHART (chart));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  set_visit (self, NULL); /* so that the history of one chart never meets the visit of another */
  set_chart (self, chart);
  set_visit (self, visit);
}

/**
 * bc_canvas_set_overlay:
 * @overlay: (nullable): maps; copied
 *
 * Lays maps over the figure, or takes them off. Their name is written at the lower edge, where it covers no feet.
 */
void
bc_canvas_set_overlay (BcCanvas        *self,
                       const BcOverlay *overlay)
{
  BcOverlay *old;

  g_return_if_fail (BC_IS_CANVAS (self));

  old = self->map;
  self->map = bc_overlay_copy (overlay);
  bc_canvas_update_map (self);
  g_clear_pointer (&old, bc_overlay_free); /* the views spoke of it until just now */
}

/**
 * bc_canvas_mark_regions:
 * @regions: (array length=n_regions): where
 *
 * Uses the active tool on regions that were found by name, as one step of the history: marks them, ticks them as clear,
 * or erases what they carry. Brush and pick mark them.
 */
void
bc_canvas_mark_regions (BcCanvas       *self,
                        const BcRegion *regions,
                        guint           n_regions)
{
  BcTool tool;

  g_return_if_fail (BC_IS_CANVAS (self));
  g_return_if_fail (regions != NULL || n_regions == 0);
  g_return_if_fail (n_regions <= BC_N_REGIONS);

  tool = self->hand.tool;
  if (tool == BC_TOOL_BRUSH || tool == BC_TOOL_PICK)
    tool = BC_TOOL_SITE;
  bc_canvas_use_tool (self, regions, n_regions, tool, TRUE);
}

/**
 * bc_canvas_give_up:
 *
 * Ends a stroke, or a drag over regions, without a trace; else drops what is selected.
 *
 * Returns: whether there was something to give up
 */
gboolean
bc_canvas_give_up (BcCanvas *self)
{
  gboolean found = FALSE;

  g_return_val_if_fail (BC_IS_CANVAS (self), FALSE);

  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      BcViewWidget *view = bc_canvas_get_view (self, i);

      if (view == NULL || !bc_view_widget_is_drawing (view))
        continue;
      bc_view_widget_cancel (view);
      found = TRUE;
    }
  if (found || !bc_canvas_has_pick (self))
    return found;
  bc_canvas_unpick (self);
  return TRUE;
}

/**
 * bc_canvas_dup_target_name:
 * @region: a region
 *
 * Returns: (transfer full): what is met at @region, as "Great toe, right"; with large targets perhaps "Toes, right"
 */
char *
bc_canvas_dup_target_name (BcCanvas *self,
                           BcRegion  region)
{
  BcRegion regions[BC_TARGET_MOST];
  BcViewWidget *view = NULL;

  g_return_val_if_fail (BC_IS_CANVAS (self), NULL);
  g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, NULL);

  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      BcViewWidget *one = bc_canvas_get_view (self, i);

      if (one != NULL && bc_view_has_region (bc_view_widget_get_view (one), region)
          && (view == NULL || bc_view_widget_is_pointed_at (one, region)))
        view = one;
    }
  return view != NULL ? bc_target_dup_name (regions, bc_view_widget_get_target (view, region, regions))
                      : bc_region_dup_name (region);
}

/**
 * bc_canvas_zoom_in:
 *
 * Enlarges by a quarter about the middle.
 */
void
bc_canvas_zoom_in (BcCanvas *self)
{
  g_return_if_fail (BC_IS_CANVAS (self));

  bc_board_zoom_by (BC_BOARD (self->board), ZOOM_STEP);
}

/**
 * bc_canvas_zoom_out:
 *
 * Undoes bc_canvas_zoom_in().
 */
void
bc_canvas_zoom_out (BcCanvas *self)
{
  g_return_if_fail (BC_IS_CANVAS (self));

  bc_board_zoom_by (BC_BOARD (self->board), 1 / ZOOM_STEP);
}

/**
 * bc_canvas_zoom_fit:
 *
 * Shows the whole figure.
 */
void
bc_canvas_zoom_fit (BcCanvas *self)
{
  g_return_if_fail (BC_IS_CANVAS (self));

  bc_board_zoom_at (BC_BOARD (self->board), 1, 0, 0);
}

/**
 * bc_canvas_get_view_widget:
 *
 * Returns: (transfer none) (nullable): the #BcViewWidget of a view, %NULL without a chart
 */
GtkWidget *
bc_canvas_get_view_widget (BcCanvas *self,
                           BcViewId  view)
{
  g_return_val_if_fail (BC_IS_CANVAS (self), NULL);

  return (GtkWidget *) bc_board_get_view (BC_BOARD (self->board), view);
}
