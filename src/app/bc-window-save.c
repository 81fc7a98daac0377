/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Saving, and what the window asks when it does not work. Until a save is done the work stays in the window, counts as
 * unsaved, and lies in the journal.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-start-page.h"

/* --- where to --- */

/* One chart in one window: that one would go on with what is no longer in its file. */
static void
refuse_shown (BcWindow *self)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS,
                                                 _("A chart of this name is open in another window; close it first, "
                                                   "or choose another name"));

  self->closing = FALSE;
  _bc_window_show_error (self, _("The chart could not be saved"), error);
}

/**
 * _bc_window_save_as:
 * @chosen: a name that the user has chosen, and agreed to replace if there is such a file
 *
 * Saves the chart under another name, which becomes its own.
 */
void
_bc_window_save_as (BcWindow *self,
                    GFile    *chosen)
{
  g_autoptr(GFile) file = _bc_with_suffix (chosen, BC_CHART_SUFFIX);

  if (_bc_window_find_other (self, file) != NULL)
    refuse_shown (self);
  else
    /* A name that we completed was not asked about. */
    _bc_window_save (self, file, g_file_equal (file, chosen) ? BC_SAVE_REPLACE : BC_SAVE_NONE);
}

static void
save_response_cb (GtkNativeDialog *dialog,
                  int              response,
                  BcWindow        *self)
{
  g_autoptr(GFile) chosen = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (response == GTK_RESPONSE_ACCEPT)
    chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (chosen != NULL)
    _bc_window_save_as (self, chosen);
  else
    self->closing = FALSE;
}

void
_bc_window_choose_save_as (BcWindow *self)
{
  GtkFileChooserNative *chooser = _bc_window_new_chooser (self, _("Save the chart"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                          _("_Save"));
  g_autofree char *name = bc_document_dup_file_name (self->document, BC_CHART_SUFFIX);

  _bc_window_add_filter (chooser, _("Bodychart charts"), "*" BC_CHART_SUFFIX);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- questions --- */

static void
taken_response_cb (BcWindow   *self,
                   const char *response)
{
  g_autoptr(GFile) file = g_steal_pointer (&self->saving_to);

  g_assert (BC_IS_WINDOW (self));

  if (g_str_equal (response, "replace"))
    _bc_window_save (self, file, BC_SAVE_REPLACE);
  else if (g_str_equal (response, "copy"))
    _bc_window_choose_save_as (self);
  else
    self->closing = FALSE;
}

/* Nothing is written over without asking. */
static void
ask_taken (BcWindow *self)
{
  g_autofree char *name = g_file_get_basename (self->saving_to);
  g_autofree char *display = g_filename_display_name (name);
  /* Translators: %s is a file name */
  g_autofree char *text = g_strdup_printf (_("There is a file “%s” already. Replacing it loses what it holds."),
                                           display);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Replace the file?"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "copy", _("_Save a Copy…"),
                                    "replace", _("_Replace with Mine"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (taken_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
not_saved_response_cb (BcWindow   *self,
                       const char *response)
{
  g_autoptr(GFile) file = g_steal_pointer (&self->saving_to);

  g_assert (BC_IS_WINDOW (self));

  if (g_str_equal (response, "again"))
    _bc_window_save (self, file, self->saving_flags);
  else if (g_str_equal (response, "copy"))
    _bc_window_choose_save_as (self);
  else
    self->closing = FALSE;
}

/**
 * _bc_window_ask_not_saved:
 * @error: what stood in the way, with what to do about it
 *
 * A full disk, a folder that cannot be written to, a share that has gone: the user puts it right, or saves elsewhere.
 */
void
_bc_window_ask_not_saved (BcWindow     *self,
                          const GError *error)
{
  /* Translators: %s is what went wrong */
  g_autofree char *text = g_strdup_printf (_("%s\n\nYour work stays in this window."), error->message);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The chart could not be saved"), text);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "close", _("_Close"),
                                    "copy", _("_Save a Copy…"),
                                    "again", _("_Try Again"),
                                    NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "again");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (not_saved_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- save --- */

static void
tell_saved (BcWindow *self)
{
  g_autoptr(GFile) replaced = g_steal_pointer (&self->replaced);
  g_autofree char *name = replaced != NULL ? g_file_get_basename (replaced) : NULL;
  g_autofree char *display = name != NULL ? g_filename_display_name (name) : NULL;
  /* Translators: %s is a file name */
  g_autofree char *text = display != NULL ? g_strdup_printf (_("Saved. Their version is “%s”"), display) : NULL;
  const char *warning = bc_document_get_warning (self->document);

  if (text != NULL)
    _bc_window_toast (self, text);
  if (warning != NULL || text == NULL)
    _bc_window_toast (self, warning != NULL ? warning : _("Saved"));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr(BcWindow) self = data;
  g_autoptr(GError) error = NULL;
  gboolean saved = bc_document_save_finish (BC_DOCUMENT (source), result, &error);
  gboolean again = self->save_again;

  self->save_again = FALSE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->document == NULL
      || self->document != BC_DOCUMENT (source))
    return;
  if (saved)
    {
      g_clear_object (&self->saving_to);
      bc_recent_add (bc_document_get_file (self->document));
      if (again && bc_document_is_modified (self->document))
        _bc_window_save (self, NULL, BC_SAVE_NONE);
      else if (self->closing)
        gtk_window_close (GTK_WINDOW (self));
      else
        tell_saved (self);
      return;
    }
  if (!g_error_matches (error, BC_FILE_ERROR, BC_FILE_ERROR_CHANGED))
    _bc_window_ask_not_saved (self, error);
  else if (bc_document_get_file (self->document) != NULL
           && g_file_equal (bc_document_get_file (self->document), self->saving_to))
    _bc_window_ask_changed (self);
  else
    ask_taken (self);
}

/**
 * _bc_window_save:
 * @file: (nullable): where to; %NULL for where the chart came from
 * @flags: whether the user agreed to replace what is there
 *
 * Saves the chart; what stands in the way is asked about.
 */
void
_bc_window_save (BcWindow   *self,
                 GFile      *file,
                 BcSaveFlags flags)
{
  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  if (file == NULL && bc_document_is_busy (self->document))
    {
      self->save_again = TRUE; /* of an edit that came after it began */
      return;
    }
  if (file == NULL)
    file = bc_document_get_file (self->document);
  g_set_object (&self->saving_to, file);
  self->saving_flags = flags;
  bc_document_save_async (self->document, file, flags, self->cancellable, saved_cb, g_object_ref (self));
}
