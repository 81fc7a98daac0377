/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Opening a chart in the window.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-journal.h"
#include "bc-start-page.h"

typedef struct
{
  BcWindow *window; /* a reference: alive, perhaps disposed */
  GFile    *file;
  gboolean  as_sample;
} OpenJob;

static void
open_job_free (OpenJob *job)
{
  g_clear_object (&job->window);
  g_clear_object (&job->file);
  g_free (job);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OpenJob, open_job_free)

/* The version before of a chart is opened as an unsaved copy: it is replaced at the next save. */
static gboolean
is_backup (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, BC_CHART_SUFFIX BC_SAVE_BACKUP_SUFFIX);
}

/* Who opens a chart does not see the start page, where unsaved work is offered. Told once. */
static void
tell_unsaved_work (BcWindow *self)
{
  static gboolean told = FALSE;
  g_autofree char *folder = bc_journal_dup_folder ();
  g_autoptr(GPtrArray) entries = bc_journal_list (folder);
  AdwToast *toast;

  if (told || entries->len == 0)
    return;
  told = TRUE;
  toast = adw_toast_new (_("There is unsaved work from before"));
  adw_toast_set_button_label (toast, _("Show"));
  adw_toast_set_action_name (toast, "app.unsaved-work");
  adw_toast_set_timeout (toast, 0); /* until it is dealt with */
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

static void loaded_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data);

static void
password_given (BcWindow   *self,
                const char *password,
                gpointer    data)
{
  OpenJob *job = data;

  if (password == NULL)
    {
      open_job_free (job);
      return;
    }
  g_set_object (&self->loading, job->file);
  bc_document_load_async (job->file, password, self->cancellable, loaded_cb, job);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(OpenJob) job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BcDocument) document = bc_document_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&job->window->loading);
  if (g_error_matches (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED)
      || g_error_matches (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD))
    {
      BcWindow *window = job->window;
      GFile *file = job->file;

      _bc_window_ask_password (window, file, error->code == BC_FILE_ERROR_PASSWORD, password_given,
                               g_steal_pointer (&job), (GDestroyNotify) open_job_free);
      return;
    }
  /* A name that is not there yet is where a new chart will be saved. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_autofree char *name = g_file_get_basename (job->file);

      if (g_str_has_suffix (name, BC_CHART_SUFFIX))
        document = bc_document_new_at (job->file);
    }
  if (document == NULL)
    {
      _bc_window_show_error (job->window, _("The chart could not be opened"), error);
      return;
    }
  if (job->as_sample || is_backup (job->file))
    bc_document_detach (document);
  else if (error == NULL)
    bc_recent_add (job->file);
  bc_window_set_document (job->window, document);
  _bc_window_tell_open_elsewhere (job->window);
  tell_unsaved_work (job->window);
}

static BcWindow *
find_window (BcWindow *self,
             GFile    *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (BC_IS_WINDOW (l->data) && bc_window_shows_file (l->data, file))
      return l->data;
  return NULL;
}

BcWindow *
_bc_window_find_other (BcWindow *self,
                       GFile    *file)
{
  BcWindow *found = find_window (self, file);

  return found != self ? found : NULL;
}

/**
 * bc_window_open:
 * @file: a chart; one that does not exist yet becomes a new chart that is saved there
 * @as_sample: open it as an unsaved copy, so that the file itself is never written over
 *
 * Opens a chart here when the window is empty, in a new window otherwise, or raises the one that shows it.
 */
void
bc_window_open (BcWindow *self,
                GFile    *file,
                gboolean  as_sample)
{
  BcWindow *target;
  OpenJob *job;

  g_return_if_fail (BC_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  target = as_sample ? NULL : find_window (self, file);
  if (target != NULL)
    {
      gtk_window_present (GTK_WINDOW (target));
      return;
    }
  target = self;
  if (self->document != NULL || self->loading != NULL)
    {
      target = bc_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      gtk_window_present (GTK_WINDOW (target));
    }
  job = g_new0 (OpenJob, 1);
  job->window = g_object_ref (target);
  job->file = g_object_ref (file);
  job->as_sample = as_sample;
  g_set_object (&target->loading, file);
  bc_document_load_async (file, NULL, target->cancellable, loaded_cb, job);
}
