/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-canvas-private.h"

#include "bc-board.h"
#include "bc-i18n.h"
#include "bc-marking.h"

#define ZOOM_STEP 1.25

enum
{
  PROP_0,
  PROP_CHART,
  PROP_VISIT,
  PROP_TOOL,
  PROP_SYMPTOM_NUMBER,
  PROP_VIEW_MODE,
  PROP_ZOOM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_HOVER,
  SIGNAL_REGION_ACTIVATED,
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYMPTOM_NUMBER]);
}

void
bc_canvas_emit_activated (BcCanvas *self,
                          BcRegion  region)
{
  g_signal_emit (self, signals[SIGNAL_REGION_ACTIVATED], 0, (guint) region);
}

static void
marks_changed_cb (BcCanvas *self)
{
  guint state[BC_N_REGIONS + 1] = { 0 };
  guint8 changed[BC_N_REGIONS + 1] = { 0 };
  gboolean any = FALSE;

  g_assert (BC_IS_CANVAS (self));

  if (self->visit != NULL)
    bc_marking_digest (self->visit, state);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      changed[i] = state[i] != self->state[i];
      any |= changed[i] != 0;
    }
  memcpy (self->state, state, sizeof state);
  for (guint i = 0; any && i < BC_N_VIEWS; i++)
    {
      BcViewWidget *view = bc_board_get_view (BC_BOARD (self->board), (BcViewId) i);

      if (view != NULL)
        bc_view_widget_marks_changed (view, changed);
    }
  bc_canvas_set_number (self, bc_visit_nearest_symptom (self->visit, self->number));
}

static void
hover_cb (BcCanvas *self,
          guint     region)
{
  g_assert (BC_IS_CANVAS (self));

  g_signal_emit (self, signals[SIGNAL_HOVER], 0, region);
}

static void
update_overlay (BcCanvas *self)
{
  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      BcViewWidget *view = bc_board_get_view (BC_BOARD (self->board), (BcViewId) i);

      if (view != NULL)
        bc_view_widget_set_overlay (view, self->has_tint ? self->tint : NULL);
    }
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

      bc_view_widget_set_visit (view, self->visit);
      g_signal_connect_object (view, "act", G_CALLBACK (bc_canvas_act_cb), self, 0);
      g_signal_connect_object (view, "painted", G_CALLBACK (bc_canvas_painted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "hover", G_CALLBACK (hover_cb), self, G_CONNECT_SWAPPED);
    }
  update_overlay (self);
}

static void
zoom_changed_cb (BcCanvas *self)
{
  g_assert (BC_IS_CANVAS (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
set_visit (BcCanvas *self,
           BcVisit  *visit)
{
  if (!g_set_object (&self->visit, visit))
    return;
  g_signal_group_set_target (self->symptoms_signals, visit != NULL ? bc_visit_get_symptoms (visit) : NULL);
  g_signal_group_set_target (self->clears_signals, visit != NULL ? bc_visit_get_clears (visit) : NULL);
  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      BcViewWidget *view = bc_board_get_view (BC_BOARD (self->board), (BcViewId) i);

      if (view != NULL)
        bc_view_widget_set_visit (view, visit);
    }
  marks_changed_cb (self);
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
      g_value_set_int (value, (int) self->tool);
      break;
    case PROP_SYMPTOM_NUMBER:
      g_value_set_int (value, self->number);
      break;
    case PROP_VIEW_MODE:
      g_value_set_int (value, self->mode);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, bc_board_get_zoom (BC_BOARD (self->board)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_tool (BcCanvas *self,
          BcTool    tool)
{
  if (self->tool == tool)
    return;
  self->tool = tool;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

static void
set_mode (BcCanvas *self,
          int       mode)
{
  if (self->mode == mode)
    return;
  self->mode = mode;
  bc_board_set_mode (BC_BOARD (self->board), mode);
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
    case PROP_VIEW_MODE:
      set_mode (self, g_value_get_int (value));
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
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->board);
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
  properties[PROP_TOOL] = g_param_spec_int ("tool", NULL, NULL, BC_TOOL_SITE, BC_TOOL_ERASE, BC_TOOL_SITE, flags);
  properties[PROP_SYMPTOM_NUMBER] = g_param_spec_int ("symptom-number", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_VIEW_MODE] = g_param_spec_int ("view-mode", NULL, NULL, BC_VIEW_MODE_ALL, BC_N_VIEWS - 1,
                                                 BC_VIEW_MODE_ALL, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 1, BC_BOARD_MAX_ZOOM, 1,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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

  gtk_widget_class_install_action (widget_class, "canvas.menu", "i", bc_canvas_menu_cb);
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
  self->board = g_object_ref_sink (bc_board_new ());
  g_signal_connect_object (self->board, "notify::zoom", G_CALLBACK (zoom_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->board);
  gtk_widget_set_size_request (scroller, 240, 160);

  self->map_name = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->map_name, "map-name");
  gtk_widget_set_halign (self->map_name, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->map_name, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->map_name, FALSE);
  gtk_widget_set_visible (self->map_name, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (self->map_name), PANGO_ELLIPSIZE_END);

  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->map_name);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body chart"), -1);

  self->history_signals = new_signals (self, BC_TYPE_HISTORY, "changed", G_CALLBACK (marks_changed_cb));
  self->chart_signals = new_signals (self, BC_TYPE_CHART, "notify::figure", G_CALLBACK (figure_changed_cb));
  self->symptoms_signals = new_signals (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (marks_changed_cb));
  self->clears_signals = new_signals (self, G_TYPE_LIST_MODEL, "items-changed", G_CALLBACK (marks_changed_cb));
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
 * @tint: (nullable): [%BC_N_REGIONS + 1]: 0..1 for each region, element 0 unused; copied
 * @name: (nullable): what map it is, for the label
 *
 * Lays a map over the figure, or takes it off.
 */
void
bc_canvas_set_overlay (BcCanvas     *self,
                       const double *tint,
                       const char   *name)
{
  g_return_if_fail (BC_IS_CANVAS (self));

  self->has_tint = tint != NULL;
  if (tint != NULL)
    memcpy (self->tint, tint, sizeof self->tint);
  update_overlay (self);
  gtk_widget_set_visible (self->map_name, tint != NULL && name != NULL);
  if (name != NULL)
    {
      /* Translators: %s is the name of a map that is laid over the figure, as in "Map: L5 nerve root, right" */
      g_autofree char *text = g_strdup_printf (_("Map: %s"), name);

      gtk_label_set_label (GTK_LABEL (self->map_name), text);
    }
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
