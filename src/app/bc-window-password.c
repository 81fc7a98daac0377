/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Everything that the window asks about passwords. Deriving a key takes about a second, so it runs in a thread.
 */

#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-seal.h"

typedef struct
{
  GBytes *sealed; /* (nullable): %NULL for a new password */
  char   *password;
} KeyJob;

static void
key_job_free (gpointer data)
{
  KeyJob *job = data;

  g_clear_pointer (&job->sealed, g_bytes_unref);
  bc_password_free (job->password);
  g_free (job);
}

static void
derive_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const KeyJob *job = data;
  GError *error = NULL;
  BcKey *key = job->sealed != NULL ? bc_key_new_for (job->sealed, "", job->password, &error)
                                   : bc_key_new (job->password, &error);

  if (key != NULL)
    g_task_return_pointer (task, key, (GDestroyNotify) bc_key_unref);
  else
    g_task_return_error (task, error);
}

/**
 * _bc_window_derive_key:
 * @sealed: (nullable): what the key is for; %NULL for a new password
 *
 * Ends in g_task_propagate_pointer(), with a #BcKey.
 */
void
_bc_window_derive_key (BcWindow            *self,
                       GBytes              *sealed,
                       const char          *password,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, callback, data);
  KeyJob *job = g_new0 (KeyJob, 1);

  job->sealed = sealed != NULL ? g_bytes_ref (sealed) : NULL;
  job->password = g_strdup (password);
  g_task_set_task_data (task, job, key_job_free);
  g_task_run_in_thread (task, derive_thread);
}

static GtkWidget *
add_entry (GtkWidget  *box,
           const char *title)
{
  GtkWidget *entry = gtk_password_entry_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_password_entry_set_show_peek_icon (GTK_PASSWORD_ENTRY (entry), TRUE);
  g_object_set (entry, "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

/* GTK 4.8 breaks where such an entry goes while it has the focus. */
static void
let_go_of_focus_cb (GtkWidget *dialog)
{
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
}

static GtkWidget *
new_entries (GtkWidget *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  g_signal_connect (dialog, "response", G_CALLBACK (let_go_of_focus_cb), NULL);
  return box;
}

/* --- asking --- */

typedef struct
{
  BcWindow        *window; /* a reference */
  GtkWidget       *entry;
  BcPasswordGiven  given;
  gpointer         data;
  GDestroyNotify   free_data;
} Asking;

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *asking = data;

  g_object_unref (asking->window);
  if (asking->free_data != NULL)
    asking->free_data (asking->data);
  g_free (asking);
}

static void
asked_cb (GtkWidget  *dialog,
          const char *response,
          gpointer    data)
{
  Asking *asking = data;
  gpointer handed = g_steal_pointer (&asking->data);
  gboolean open = g_str_equal (response, "open");

  asking->free_data = NULL;
  asking->given (asking->window, open ? gtk_editable_get_text (GTK_EDITABLE (asking->entry)) : NULL, handed);
}

/**
 * _bc_window_ask_password:
 * @file: (nullable): the chart
 * @wrong: whether one was given already, and was wrong
 * @given: called with the password, %NULL where the user does not want to; takes @data
 *
 * Asks for the password of a chart that is being opened.
 */
void
_bc_window_ask_password (BcWindow        *self,
                         GFile           *file,
                         gboolean         wrong,
                         BcPasswordGiven  given,
                         gpointer         data,
                         GDestroyNotify   free_data)
{
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;
  g_autofree char *text = name != NULL
                          /* Translators: %s is a file name */
                          ? g_strdup_printf (_("“%s” is protected by a password."), name)
                          : g_strdup (_("The chart is protected by a password"));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), wrong ? _("Wrong Password") : _("Password"), text);
  Asking *asking = g_new0 (Asking, 1);

  asking->window = g_object_ref (self);
  asking->entry = add_entry (new_entries (dialog), _("Password"));
  asking->given = given;
  asking->data = data;
  asking->free_data = free_data;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "open", _("_Open"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "open");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (asked_cb), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (asking->entry);
}

/* --- setting --- */

typedef struct
{
  BcWindow  *window; /* alive as long as its dialog */
  GtkWidget *first;
  GtkWidget *second;
} Setting;

static void
derived_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  BcWindow *self = BC_WINDOW (source);
  g_autoptr(BcDocument) document = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BcKey) key = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (key == NULL)
    {
      _bc_window_show_error (self, _("The password could not be set"), error);
      return;
    }
  bc_document_set_key (document, key);
  _bc_window_toast (self, _("The password holds from the next save on"));
}

static void
set_response_cb (GtkWidget  *dialog,
                 const char *response,
                 gpointer    data)
{
  Setting *setting = data;
  BcDocument *document = setting->window->document;

  if (document == NULL)
    return;
  if (g_str_equal (response, "set"))
    _bc_window_derive_key (setting->window, NULL, gtk_editable_get_text (GTK_EDITABLE (setting->first)), derived_cb,
                           g_object_ref (document));
  else if (g_str_equal (response, "remove"))
    {
      bc_document_set_key (document, NULL);
      _bc_window_toast (setting->window, _("From the next save on the chart has no password"));
    }
}

static void
typed_cb (GtkWidget *entry,
          GtkWidget *dialog)
{
  const Setting *setting = g_object_get_data (G_OBJECT (dialog), "setting");
  const char *first = gtk_editable_get_text (GTK_EDITABLE (setting->first));
  const char *second = gtk_editable_get_text (GTK_EDITABLE (setting->second));
  gboolean differ = second[0] != '\0' && !g_str_has_prefix (first, second);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "set",
                                           first[0] != '\0' && g_str_equal (first, second));
  if (differ)
    gtk_widget_add_css_class (setting->second, "error");
  else
    gtk_widget_remove_css_class (setting->second, "error");
}

static void
add_set_responses (AdwMessageDialog *dialog,
                   gboolean          has_one)
{
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  if (has_one)
    {
      adw_message_dialog_add_response (dialog, "remove", _("_Remove Password"));
      adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (dialog, "set", has_one ? _("Chan_ge Password") : _("_Set Password"));
  adw_message_dialog_set_response_appearance (dialog, "set", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "set", FALSE);
  adw_message_dialog_set_default_response (dialog, "set");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

/**
 * _bc_window_choose_password:
 *
 * Lets the chart have a password, another one, or none.
 */
void
_bc_window_choose_password (BcWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Password of This Chart"),
                                              _("Nobody can open the chart without it. Whoever loses the password "
                                                "loses the chart: there is no other way in."));
  Setting *setting = g_new0 (Setting, 1);
  GtkWidget *box = new_entries (dialog);

  setting->window = self;
  setting->first = add_entry (box, _("New password"));
  setting->second = add_entry (box, _("Once more"));
  g_object_set_data_full (G_OBJECT (dialog), "setting", setting, g_free);
  add_set_responses (ADW_MESSAGE_DIALOG (dialog), bc_document_get_key (self->document) != NULL);
  g_signal_connect (setting->first, "changed", G_CALLBACK (typed_cb), dialog);
  g_signal_connect (setting->second, "changed", G_CALLBACK (typed_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (set_response_cb), setting);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (setting->first);
}
