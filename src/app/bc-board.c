/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-board-private.h"

#include "bc-board-layout.h"
#include "bc-screen.h"
#include "bc-view-input.h"

#include <math.h>

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_PAN_BEGUN,
  SIGNAL_POINTER_MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (BcBoard, bc_board, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* Tells that a drag moves the figure from now on. */
void
bc_board_emit_pan_begun (BcBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_PAN_BEGUN], 0);
}

/* Tells that the pointer moved, came or went. */
void
bc_board_emit_pointer_moved (BcBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_POINTER_MOVED], 0);
}

static void
place_view (BcBoard     *self,
            guint        view,
            const BcBox *place)
{
  double left = round (place->x * self->zoom - bc_board_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL));
  double top = round (place->y * self->zoom - bc_board_get_scrolled (self, GTK_ORIENTATION_VERTICAL));
  double width = MAX (1, round (place->width * self->zoom));
  double height = MAX (1, round (place->height * self->zoom));
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) left, (float) top);
  BcBox visible;

  gtk_widget_allocate (self->views[view], (int) width, (int) height, -1, gsk_transform_translate (NULL, &at));
  visible.x = MAX (0, -left);
  visible.y = MAX (0, -top);
  visible.width = MIN (width, gtk_widget_get_width (GTK_WIDGET (self)) - left) - visible.x;
  visible.height = MIN (height, gtk_widget_get_height (GTK_WIDGET (self)) - top) - visible.y;
  if (visible.width > 0 && visible.height > 0)
    bc_view_widget_set_visible_box (BC_VIEW_WIDGET (self->views[view]), &visible);
}

static void
bc_board_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  BcBoard *self = BC_BOARD (widget);
  BcBox boxes[BC_N_VIEWS];
  BcBox places[BC_N_VIEWS] = { 0 };
  double caption = bc_view_widget_get_caption_height (widget);

  bc_board_set_scrolled (self, GTK_ORIENTATION_HORIZONTAL, bc_board_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL));
  bc_board_set_scrolled (self, GTK_ORIENTATION_VERTICAL, bc_board_get_scrolled (self, GTK_ORIENTATION_VERTICAL));
  if (self->views[0] == NULL)
    return;
  for (guint i = 0; i < BC_N_VIEWS; i++)
    boxes[i] = bc_view_get_box (bc_view_widget_get_view (BC_VIEW_WIDGET (self->views[i])));
  if (self->mode >= 0)
    bc_board_layout_one (&boxes[self->mode], width, height, caption, &places[self->mode]);
  else
    bc_board_layout (boxes, width, height, caption, places);
  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      gboolean visible = gtk_widget_get_child_visible (self->views[i]);

      self->places[i] = visible ? places[i] : (BcBox) { 0 };
      if (visible)
        place_view (self, i, &places[i]);
    }
}

static void
bc_board_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

static void
scheme_changed_cb (BcBoard *self)
{
  g_assert (BC_IS_BOARD (self));

  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (self->views[i] != NULL)
      bc_view_widget_scheme_changed (BC_VIEW_WIDGET (self->views[i]));
}

static void
drop_views (BcBoard *self)
{
  for (guint i = 0; i < BC_N_VIEWS; i++)
    g_clear_pointer (&self->views[i], gtk_widget_unparent);
}

/* Tab goes through the views as they are named; GTK would sort them by the height of their middles. */
static gboolean
bc_board_focus (GtkWidget        *widget,
                GtkDirectionType  direction)
{
  BcBoard *self = BC_BOARD (widget);
  GtkWidget *now = gtk_widget_get_focus_child (widget);
  int step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int i = step > 0 ? -1 : BC_N_VIEWS;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (bc_board_parent_class)->focus (widget, direction);
  if (now != NULL && gtk_widget_child_focus (now, direction))
    return TRUE;
  for (int v = 0; now != NULL && v < BC_N_VIEWS; v++)
    if (self->views[v] == now)
      i = v;
  for (i += step; i >= 0 && i < BC_N_VIEWS; i += step)
    if (self->views[i] != NULL && gtk_widget_get_child_visible (self->views[i])
        && gtk_widget_child_focus (self->views[i], direction))
      return TRUE;
  return FALSE;
}

static void
bc_board_dispose (GObject *object)
{
  BcBoard *self = BC_BOARD (object);

  drop_views (self);
  bc_board_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  bc_board_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (bc_board_parent_class)->dispose (object);
}

static void
bc_board_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  BcBoard *self = BC_BOARD (object);

  switch (id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_board_set_property (GObject      *object,
                       guint         id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  BcBoard *self = BC_BOARD (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      bc_board_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      bc_board_set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break; /* the board fits any size: the policy changes nothing */
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_board_class_init (BcBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bc_board_dispose;
  object_class->get_property = bc_board_get_property;
  object_class->set_property = bc_board_set_property;
  widget_class->measure = bc_board_measure;
  widget_class->size_allocate = bc_board_size_allocate;
  widget_class->focus = bc_board_focus;

  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 1, BC_BOARD_MAX_ZOOM, 1,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_PAN_BEGUN] = g_signal_new ("pan-begun", BC_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);
  signals[SIGNAL_POINTER_MOVED] = g_signal_new ("pointer-moved", BC_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "bodyboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_board_init (BcBoard *self)
{
  self->zoom = 1;
  self->mode = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  bc_board_add_controllers (self);
  bc_screen_connect (GTK_WIDGET (self), G_CALLBACK (scheme_changed_cb));
}

/**
 * bc_board_new:
 *
 * Returns: (transfer floating): an empty board
 */
GtkWidget *
bc_board_new (void)
{
  return g_object_new (BC_TYPE_BOARD, NULL);
}

static void
show_views (BcBoard *self)
{
  for (int i = 0; i < BC_N_VIEWS; i++)
    if (self->views[i] != NULL)
      gtk_widget_set_child_visible (self->views[i], self->mode < 0 || self->mode == i);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * bc_board_set_views:
 * @figure: whose views to show
 *
 * Puts the six views of a figure on the board in place of those that lie there.
 */
void
bc_board_set_views (BcBoard    *self,
                    BcFigureId  figure)
{
  g_return_if_fail (BC_IS_BOARD (self));

  drop_views (self);
  for (guint i = 0; i < BC_N_VIEWS; i++)
    {
      self->views[i] = bc_view_widget_new (bc_atlas_get_view (figure, (BcViewId) i));
      bc_view_widget_set_hand (BC_VIEW_WIDGET (self->views[i]), self->hand);
      gtk_widget_set_parent (self->views[i], GTK_WIDGET (self));
    }
  bc_board_update_cursor (self);
  show_views (self);
}

/**
 * bc_board_get_view:
 *
 * Returns: (transfer none) (nullable): the widget of one view; %NULL while the board is empty
 */
BcViewWidget *
bc_board_get_view (BcBoard  *self,
                   BcViewId  view)
{
  g_return_val_if_fail (BC_IS_BOARD (self), NULL);
  g_return_val_if_fail (view < BC_N_VIEWS, NULL);

  return self->views[view] != NULL ? BC_VIEW_WIDGET (self->views[view]) : NULL;
}

/**
 * bc_board_set_mode:
 * @mode: a #BcViewId, or -1 for all
 *
 * Shows one view alone or all of them, and fits them.
 */
void
bc_board_set_mode (BcBoard *self,
                   int      mode)
{
  g_return_if_fail (BC_IS_BOARD (self));
  g_return_if_fail (mode >= -1 && mode < BC_N_VIEWS);

  self->mode = mode;
  bc_board_zoom_at (self, 1, 0, 0);
  show_views (self);
}
