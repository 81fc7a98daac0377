/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lock for shared machines: a page without anything of the patient lies in the place of everything else, until
 * somebody clicks or presses a key. It keeps eyes off, not people out: that is what the password of a chart and the lock
 * of the desktop are for. What is covered is hidden too: GTK 4.8 shows a screen reader all pages of a stack.
 */

#include "bc-window-private.h"

#include "bc-activity.h"
#include "bc-i18n.h"
#include "bc-settings.h"

gboolean
_bc_window_is_locked (BcWindow *self)
{
  return gtk_widget_get_visible (self->lock_page);
}

static void
show_page (BcWindow  *self,
           GtkWidget *page,
           GtkWidget *other)
{
  gtk_widget_set_visible (page, TRUE);
  gtk_stack_set_visible_child (GTK_STACK (self->cover), page);
  gtk_widget_set_visible (other, FALSE);
}

/* --- dialogs --- */

static gboolean
belongs_to (GtkWindow *window,
            BcWindow  *self)
{
  while (window != NULL && window != GTK_WINDOW (self))
    window = gtk_window_get_transient_for (window);
  return window != NULL;
}

/* They go with the window, and come back as they were. */
static void
cover_dialogs (BcWindow *self)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  self->covered = g_ptr_array_new_with_free_func (g_object_unref);
  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != (gpointer) self && gtk_widget_get_visible (l->data) && belongs_to (l->data, self))
      {
        g_ptr_array_add (self->covered, g_object_ref (l->data));
        gtk_widget_set_visible (l->data, FALSE);
      }
}

typedef struct
{
  BcWindow  *window;
  GtkWidget *dialog;
} Late;

static void
late_free (gpointer data)
{
  Late *late = data;

  g_object_unref (late->window);
  g_object_unref (late->dialog);
  g_free (late);
}

static gboolean
cover_late_cb (gpointer data)
{
  Late *late = data;

  if (late->window->covered == NULL || !gtk_widget_get_visible (late->dialog))
    return G_SOURCE_REMOVE;
  g_ptr_array_add (late->window->covered, g_object_ref (late->dialog));
  gtk_widget_set_visible (late->dialog, FALSE);
  return G_SOURCE_REMOVE;
}

/* A save or load that ends while the window is locked may have a question. Before it is drawn. */
static void
dialog_mapped_cb (GtkWidget *dialog,
                  BcWindow  *self)
{
  Late *late;

  g_assert (BC_IS_WINDOW (self));

  if (self->covered == NULL || !belongs_to (GTK_WINDOW (dialog), self))
    return;
  late = g_new0 (Late, 1);
  late->window = g_object_ref (self);
  late->dialog = g_object_ref (dialog);
  g_idle_add_full (G_PRIORITY_HIGH, cover_late_cb, late, late_free);
}

static void
toplevels_changed_cb (GListModel *toplevels,
                      guint       position,
                      guint       n_removed,
                      guint       n_added,
                      BcWindow   *self)
{
  g_assert (BC_IS_WINDOW (self));

  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (window != GTK_WIDGET (self))
        g_signal_connect_object (window, "map", G_CALLBACK (dialog_mapped_cb), self, 0);
    }
}

static void
uncover_dialogs (BcWindow *self)
{
  g_autoptr(GPtrArray) covered = g_steal_pointer (&self->covered);

  for (guint i = 0; covered != NULL && i < covered->len; i++)
    /* One that has been closed meanwhile has no window any more. */
    if (belongs_to (g_ptr_array_index (covered, i), self))
      gtk_widget_set_visible (g_ptr_array_index (covered, i), TRUE);
}

/* --- keys --- */

static gboolean
key_cb (GtkEventController *controller,
        guint               key,
        guint               code,
        GdkModifierType     state,
        BcWindow           *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);

  g_assert (BC_IS_WINDOW (self));

  /* The keys that locked it may still be held. */
  if ((event == NULL || !gdk_key_event_is_modifier (event)) && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    _bc_window_unlock (self);
  return GDK_EVENT_STOP;
}

/* Added last, it is asked before the keys of all commands: none of them works unseen. */
static void
watch_keys (BcWindow *self)
{
  self->lock_keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->lock_keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->lock_keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), self->lock_keys);
}

static gboolean
remove_controller_cb (gpointer data)
{
  GtkEventController *controller = data;

  if (gtk_event_controller_get_widget (controller) != NULL)
    gtk_widget_remove_controller (gtk_event_controller_get_widget (controller), controller);
  return G_SOURCE_REMOVE;
}

/* --- lock and unlock --- */

void
_bc_window_lock (BcWindow *self)
{
  if (_bc_window_is_locked (self))
    return;
  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  bc_canvas_give_up (BC_CANVAS (self->canvas));
  g_set_weak_pointer (&self->focus_locked, gtk_window_get_focus (GTK_WINDOW (self)));
  cover_dialogs (self);
  show_page (self, self->lock_page, self->pages);
  gtk_widget_grab_focus (self->unlock_button);
  watch_keys (self);
  _bc_window_update_title (self);
}

void
_bc_window_unlock (BcWindow *self)
{
  GtkWidget *before = self->focus_locked;

  if (!_bc_window_is_locked (self))
    return;
  show_page (self, self->pages, self->lock_page);
  /* Later: it may be the one that is calling. */
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_controller_cb, g_object_ref (g_steal_pointer (&self->lock_keys)),
                   g_object_unref);
  _bc_window_update_title (self);
  if (before == NULL || !gtk_widget_get_mapped (before) || !gtk_widget_grab_focus (before))
    gtk_widget_child_focus (self->pages, GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->focus_locked);
  uncover_dialogs (self);
  bc_activity_note (); /* a screen reader's act is no event */
}

/* --- by itself --- */

static void arm (BcWindow *self);

static gboolean
look_cb (gpointer data)
{
  BcWindow *self = data;

  self->lock_source = 0;
  arm (self);
  return G_SOURCE_REMOVE;
}

/* Locks the window if its time has come, else looks again when it may have. */
static void
arm (BcWindow *self)
{
  GSettings *settings = bc_settings_get ();
  gint64 after = settings != NULL ? g_settings_get_uint (settings, "lock-after") * G_USEC_PER_SEC : 0;
  gint64 left = bc_activity_get_last () + after - g_get_monotonic_time ();

  g_clear_handle_id (&self->lock_source, g_source_remove);
  if (after == 0)
    return;
  if (left <= 0)
    {
      _bc_window_lock (self);
      left = after;
    }
  self->lock_source = g_timeout_add (MAX (left / 1000, 100), look_cb, self);
}

static void
setting_changed_cb (BcWindow *self)
{
  g_assert (BC_IS_WINDOW (self));

  bc_activity_note (); /* a shorter time begins now */
  arm (self);
}

/* Once, when the window is there. */
void
_bc_window_build_lock (BcWindow *self)
{
  GSettings *settings = bc_settings_get ();

  bc_activity_note ();
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed", G_CALLBACK (toplevels_changed_cb), self, 0);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::lock-after", G_CALLBACK (setting_changed_cb), self,
                             G_CONNECT_SWAPPED);
  arm (self);
}

void
_bc_window_drop_lock (BcWindow *self)
{
  g_clear_handle_id (&self->lock_source, g_source_remove);
  g_clear_weak_pointer (&self->focus_locked);
  g_clear_pointer (&self->covered, g_ptr_array_unref);
  self->lock_keys = NULL;
}
