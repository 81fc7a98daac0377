/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Keys on the figure, while a region has the focus. Space marks when it is let go, because held down it lets a drag
 * move the figure; Enter, and Space with Ctrl or Shift, are bound in the region itself.
 */

#include "bc-canvas-private.h"

#include "bc-board.h"
#include "bc-i18n.h"

/* How long a "1" waits for a "0" that makes it a 10, in µs. */
#define DIGIT_WAIT (800 * G_TIME_SPAN_MILLISECOND)

static BcRegionWidget *
get_focus_region (BcCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!BC_IS_REGION_WIDGET (focus) || !gtk_widget_is_ancestor (focus, self->board))
    return NULL;
  return BC_REGION_WIDGET (focus);
}

static gboolean
is_drawing (BcCanvas *self)
{
  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (bc_canvas_get_view (self, i) != NULL && bc_view_widget_is_drawing (bc_canvas_get_view (self, i)))
      return TRUE;
  return FALSE;
}

static gboolean
key_pressed_cb (BcCanvas        *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  g_assert (BC_IS_CANVAS (self));

  if (get_focus_region (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_space && modifiers == 0)
    {
      if (!self->space) /* else it repeats */
        self->space_used = FALSE;
      self->space = TRUE;
      bc_board_set_space (BC_BOARD (self->board), TRUE);
      bc_canvas_update_ring (self);
      return GDK_EVENT_STOP;
    }
  if ((key == GDK_KEY_Escape && modifiers == 0) || (key == GDK_KEY_z && modifiers == GDK_CONTROL_MASK
                                                    && is_drawing (self)))
    return bc_canvas_give_up (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  return GDK_EVENT_PROPAGATE;
}

static void
let_space_go (BcCanvas *self,
              gboolean  act)
{
  BcRegionWidget *region = get_focus_region (self);

  if (!self->space)
    return;
  self->space = FALSE;
  bc_board_set_space (BC_BOARD (self->board), FALSE);
  bc_canvas_update_ring (self);
  if (act && !self->space_used && region != NULL)
    gtk_widget_activate_action (GTK_WIDGET (region), "region.toggle", NULL);
}

static void
key_released_cb (BcCanvas        *self,
                 guint            key,
                 guint            code,
                 GdkModifierType  state)
{
  g_assert (BC_IS_CANVAS (self));

  if (key == GDK_KEY_space)
    let_space_go (self, TRUE);
}

static void
focus_left_cb (BcCanvas *self)
{
  g_assert (BC_IS_CANVAS (self));

  let_space_go (self, FALSE);
  self->digit_time = 0;
}

static void
panning_cb (BcCanvas *self)
{
  g_assert (BC_IS_CANVAS (self));

  self->space_used = TRUE;
}

/* Adds what listens to keys that are held. */
void
bc_canvas_add_keys (BcCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (self->board, "pan-begun", G_CALLBACK (panning_cb), self, G_CONNECT_SWAPPED);
}

/* The 1 was the beginning of a 10: that is one step, and no other intensity had to give way to a 1. */
static void
take_one_back (BcCanvas *self)
{
  BcHistory *history = bc_chart_get_history (self->chart);

  if (self->digit_before != 1 && g_strcmp0 (bc_history_get_undo_label (history), _("Set how strong it is")) == 0)
    bc_history_undo (history);
}

/* 0 to 9 set the intensity; a 0 soon after a 1 makes it 10. */
static gboolean
digit_cb (GtkWidget *widget,
          GVariant  *digit,
          gpointer   data)
{
  BcCanvas *self = BC_CANVAS (widget);
  BcSymptom *symptom = self->visit != NULL ? bc_visit_get_symptom (self->visit, self->number) : NULL;
  gint64 now = g_get_monotonic_time ();
  int nrs = g_variant_get_int32 (digit);

  if (get_focus_region (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  if (bc_canvas_refuses (self))
    return GDK_EVENT_STOP;
  if (symptom == NULL)
    {
      bc_canvas_say (self, "%s", _("Mark where it is first, then how strong"));
      return GDK_EVENT_STOP;
    }
  if (nrs == 0 && self->digit_time != 0 && now - self->digit_time < DIGIT_WAIT && bc_symptom_get_now (symptom) == 1)
    {
      nrs = BC_NRS_MAX;
      take_one_back (self);
    }
  self->digit_time = nrs == 1 ? now : 0;
  self->digit_before = bc_symptom_get_now (symptom);
  bc_edit_set_intensity (self->chart, symptom, "now", nrs);
  /* Translators: 1: number of a symptom; 2: how strong it is now, 0 to 10; as in "P1: 6 of 10" */
  bc_canvas_say (self, _("P%1$d: %2$d of 10"), self->number, nrs);
  return GDK_EVENT_STOP;
}

static gboolean
act_cb (GtkWidget *widget,
        GVariant  *action,
        gpointer   data)
{
  BcRegionWidget *region = get_focus_region (BC_CANVAS (widget));

  return region != NULL
         && gtk_widget_activate_action (GTK_WIDGET (region), g_variant_get_string (action, NULL), NULL);
}

/* Deletes what is selected, else what the active symptom has in the region with the focus. */
static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *unused,
           gpointer   data)
{
  BcCanvas *self = BC_CANVAS (widget);
  BcRegionWidget *region = get_focus_region (self);
  BcPick pick;

  if (self->chart == NULL || self->visit == NULL)
    return GDK_EVENT_PROPAGATE;
  if (!bc_canvas_has_pick (self) && region == NULL)
    return GDK_EVENT_PROPAGATE;
  if (bc_canvas_refuses (self))
    return GDK_EVENT_STOP;
  if (bc_canvas_has_pick (self))
    bc_canvas_delete_pick (self);
  else if (bc_marking_pick_inside (self->visit, self->drawing, self->number, bc_region_widget_get_region (region),
                                   TRUE, &pick))
    bc_canvas_erase_pick (self, &pick);
  return GDK_EVENT_STOP;
}

/* The keys that are not bound in the region itself. */
void
bc_canvas_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint       key;
    const char *action;
  } acts[] = {
    { GDK_KEY_s, "region.spread" },
    { GDK_KEY_c, "region.clear" },
    { GDK_KEY_b, "region.both" },
  };

  for (guint i = 0; i < 10; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + i, 0, digit_cb, "i", (int) i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + i, 0, digit_cb, "i", (int) i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_add_binding (widget_class, acts[i].key, 0, act_cb, "s", acts[i].action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, delete_cb, NULL);
}
