/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the window asks when somebody else saved the chart meanwhile: which of the two versions holds from now on. The
 * other one is kept in any case: theirs as a file beside the chart, ours as unsaved work.
 */

#include "bc-window-private.h"

#include "bc-chart-differences.h"
#include "bc-i18n.h"
#include "bc-other-version.h"

typedef struct
{
  GFile          *file;
  BcKey          *key;
  BcOtherVersion *version;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_clear_pointer (&job->key, bc_key_unref);
  bc_other_version_free (job->version);
  g_free (job);
}

static void
run (BcWindow            *self,
     GTaskThreadFunc      thread,
     GAsyncReadyCallback  callback,
     BcOtherVersion      *version)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, callback, g_object_ref (self->document));
  Job *job = g_new0 (Job, 1);
  BcKey *key = bc_document_get_key (self->document);

  job->file = g_object_ref (bc_document_get_file (self->document));
  job->key = key != NULL ? bc_key_ref (key) : NULL;
  job->version = version;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, thread);
}

/* --- keep mine --- */

static void
keep_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  GFile *place = bc_other_version_keep (job->version, job->key, cancellable, &error);

  if (place != NULL)
    g_task_return_pointer (task, place, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* The version that was compared is safe. Should there be still another one by now, the question comes again. */
static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  BcWindow *self = BC_WINDOW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(BcDocument) document = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) place = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->document != document)
    return;
  if (place == NULL)
    {
      _bc_window_ask_not_saved (self, error);
      return;
    }
  g_set_object (&self->replaced, place);
  bc_document_see (document, job->version->etag);
  _bc_window_save (self, NULL, BC_SAVE_NONE);
}

/* --- keep theirs --- */

static void
take_theirs (BcWindow             *self,
             const BcOtherVersion *version)
{
  g_autoptr(BcDocument) theirs = NULL;
  g_autoptr(GError) error = NULL;
  AdwToast *toast;

  self->closing = FALSE;
  if (!bc_document_keep_unsaved (self->document, &error))
    {
      _bc_window_show_error (self, _("Your version could not be kept, so it stays here"), error);
      return;
    }
  theirs = bc_document_new_of (version->chart, version->file, version->etag,
                               bc_is_sealed (version->bytes) ? bc_document_get_key (self->document) : NULL);
  bc_window_set_document (self, theirs);
  bc_document_claim (theirs);
  toast = adw_toast_new (_("Your version is kept as unsaved work"));
  adw_toast_set_button_label (toast, _("Show"));
  adw_toast_set_action_name (toast, "app.unsaved-work");
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/* --- the question --- */

static void
response_cb (GtkWidget  *dialog,
             const char *response,
             BcWindow   *self)
{
  BcOtherVersion *version = g_object_steal_data (G_OBJECT (dialog), "version");

  g_assert (BC_IS_WINDOW (self));

  if (g_str_equal (response, "mine"))
    {
      run (self, keep_thread, kept_cb, version);
      return;
    }
  if (g_str_equal (response, "theirs"))
    take_theirs (self, version);
  else if (g_str_equal (response, "copy"))
    _bc_window_choose_save_as (self);
  else
    self->closing = FALSE;
  bc_other_version_free (version);
}

static GtkWidget *
new_comparison (BcWindow       *self,
                BcOtherVersion *version)
{
  g_autoptr(GPtrArray) lines = bc_chart_list_differences (bc_document_get_chart (self->document), version->chart,
                                                          bc_maps_get_default ());
  g_autofree char *text = NULL;
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_("C_ompare"));

  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (_("Both versions are the same")));
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_end (label, 12);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 260);
  gtk_expander_set_child (GTK_EXPANDER (expander), scrolled);
  return expander;
}

static void
ask (BcWindow       *self,
     BcOtherVersion *version)
{
  g_autofree char *name = g_file_get_basename (version->file);
  g_autofree char *display = g_filename_display_name (name);
  /* Translators: %s is a file name */
  g_autofree char *body = g_strdup_printf (_("Somebody else saved “%s” since you opened it. Whichever version you "
                                             "keep, the other one is kept too: theirs as a file beside it, yours as "
                                             "unsaved work."), display);
  g_autofree char *unreadable = version->chart == NULL
                                  /* Translators: 1: two sentences on a file; 2: why it cannot be read */
                                  ? g_strdup_printf (_("%1$s\n\nTheir version cannot be read: %2$s"), body,
                                                     version->problem->message)
                                  : NULL;
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("The File Changed Meanwhile"),
                                              unreadable != NULL ? unreadable : body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "copy", _("_Save a Copy…"),
                                    "theirs", _("Keep _Theirs"),
                                    "mine", _("Keep _Mine"),
                                    NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "theirs", version->chart != NULL);
  if (version->chart != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_comparison (self, version));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "version", version, (GDestroyNotify) bc_other_version_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  BcOtherVersion *version = bc_other_version_read (job->file, job->key, cancellable, &error);

  if (version != NULL)
    g_task_return_pointer (task, version, (GDestroyNotify) bc_other_version_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  BcWindow *self = BC_WINDOW (source);
  g_autoptr(BcDocument) document = data;
  g_autoptr(GError) error = NULL;
  BcOtherVersion *version = g_task_propagate_pointer (G_TASK (result), &error);

  if (version != NULL && self->document == document)
    ask (self, version);
  else if (version != NULL)
    bc_other_version_free (version);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _bc_window_ask_not_saved (self, error);
}

/**
 * _bc_window_ask_changed:
 *
 * The file is not the one that was read: reads what it holds now, and asks which version to keep.
 */
void
_bc_window_ask_changed (BcWindow *self)
{
  run (self, read_thread, read_cb, NULL);
}
