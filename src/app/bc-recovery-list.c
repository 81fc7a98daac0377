/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What was not saved when the program was last broken off: for each chart what and when, to be restored or discarded.
 * It is not there when there is nothing.
 */

#include "bc-recovery-list.h"

#include "bc-chart-file.h"
#include "bc-i18n.h"
#include "bc-journal.h"

struct _BcRecoveryList
{
  GtkWidget parent_instance;

  GtkWidget *clamp;
  GtkWidget *group;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (BcRecoveryList, bc_recovery_list, GTK_TYPE_WIDGET)

static char *
dup_file_name (const BcJournalEntry *entry)
{
  g_autofree char *name = entry->file != NULL ? g_file_get_basename (entry->file) : NULL;

  return name != NULL ? g_filename_display_name (name) : NULL;
}

/* Whose chart it is, as the window's title would say. */
static char *
dup_title (const BcJournalEntry *entry)
{
  g_autoptr(BcChart) chart = entry->bytes != NULL ? bc_chart_parse (entry->bytes, "", NULL) : NULL;
  char *file = dup_file_name (entry);
  const char *named = chart != NULL ? bc_chart_get_name (chart) : "";

  if (named[0] == '\0' && chart != NULL)
    named = bc_chart_get_reference (chart);
  if (named[0] != '\0')
    {
      g_free (file);
      return g_strdup (named);
    }
  return file != NULL ? file : g_strdup (entry->problem != NULL ? _("Unknown chart") : _("New chart"));
}

static char *
dup_when (const BcJournalEntry *entry)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (entry->time);
  g_autofree char *iso = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
  g_autofree char *day = iso != NULL ? bc_date_dup_display (iso) : NULL;
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%R") : NULL;

  if (day == NULL || clock == NULL)
    return g_strdup ("");
  /* Translators: 1: a date, 2: a time of the day, as in "12 May 2026, 14:05" */
  return g_strdup_printf (_("%1$s, %2$s"), day, clock);
}

static char *
dup_details (const BcJournalEntry *entry)
{
  g_autofree char *when = dup_when (entry);
  g_autofree char *file = dup_file_name (entry);

  if (entry->problem != NULL)
    /* Translators: %s is a date and a time */
    return g_strdup_printf (_("%s · damaged, cannot be restored"), when);
  if (file == NULL)
    /* Translators: %s is a date and a time */
    return g_strdup_printf (_("%s · never saved"), when);
  return g_strdup_printf ("%s · %s", when, file);
}

static void
discard_response_cb (GtkWidget  *dialog,
                     const char *response,
                     gpointer    data)
{
  BcRecoveryList *self = g_object_get_data (G_OBJECT (dialog), "list");

  if (!g_str_equal (response, "discard"))
    return;
  bc_journal_remove (data);
  bc_recovery_list_update (self);
}

/* Once more: there is no way back. */
static void
ask_discard (BcRecoveryList *self,
             const char     *path)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (root), _("Discard unsaved work?"),
                                              _("What was not saved of this chart will be lost for good."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "list", g_object_ref (self), g_object_unref);
  g_signal_connect_data (dialog, "response", G_CALLBACK (discard_response_cb), g_strdup (path),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
discard_cb (GtkWidget      *button,
            BcRecoveryList *self)
{
  g_assert (BC_IS_RECOVERY_LIST (self));

  ask_discard (self, gtk_widget_get_name (button));
}

static GtkWidget *
new_button (const char *label,
            const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  return button;
}

static void
add_row (BcRecoveryList       *self,
         const BcJournalEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (entry);
  g_autofree char *details = dup_details (entry);
  GtkWidget *discard = new_button (_("Discard…"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
  gtk_widget_add_css_class (discard, "flat");
  gtk_widget_set_name (discard, entry->path);
  g_signal_connect_object (discard, "clicked", G_CALLBACK (discard_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), discard);
  if (entry->problem == NULL)
    {
      GtkWidget *restore = new_button (_("Restore"), title);

      gtk_widget_add_css_class (restore, "suggested-action");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (restore), "win.restore");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (restore), "s", entry->path);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), restore);
    }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
  g_ptr_array_add (self->rows, row);
}

/**
 * bc_recovery_list_update:
 *
 * Looks again at what there is.
 */
void
bc_recovery_list_update (BcRecoveryList *self)
{
  g_autofree char *folder = bc_journal_dup_folder ();
  g_autoptr(GPtrArray) entries = bc_journal_list (folder);

  g_return_if_fail (BC_IS_RECOVERY_LIST (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < entries->len; i++)
    add_row (self, g_ptr_array_index (entries, i));
  gtk_widget_set_visible (GTK_WIDGET (self), entries->len > 0);
}

static void
bc_recovery_list_dispose (GObject *object)
{
  BcRecoveryList *self = BC_RECOVERY_LIST (object);

  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bc_recovery_list_parent_class)->dispose (object);
}

static void
bc_recovery_list_class_init (BcRecoveryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_recovery_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bc_recovery_list_init (BcRecoveryList *self)
{
  self->rows = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Unsaved work"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         _("Bodychart was broken off before these charts were saved."));
  gtk_widget_set_margin_bottom (self->group, 18);
  self->clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->group);
  gtk_widget_set_parent (self->clamp, GTK_WIDGET (self));
  bc_recovery_list_update (self);
}

/**
 * bc_recovery_list_new:
 *
 * Returns: (transfer floating): the list; invisible when there is nothing to restore
 */
GtkWidget *
bc_recovery_list_new (void)
{
  return g_object_new (BC_TYPE_RECOVERY_LIST, NULL);
}
