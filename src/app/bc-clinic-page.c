/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-clinic-page.h"

#include "bc-clinic-settings.h"
#include "bc-i18n.h"

/* Lines of the address. */
#define N_LINES 3

/* The logo on the screen, pixels. */
#define LOGO_WIDTH 150
#define LOGO_HEIGHT 42

struct _BcClinicPage
{
  AdwPreferencesPage    parent_instance;

  GSettings            *settings;
  GtkWidget            *line_rows[N_LINES];
  GtkWidget            *logo_row;
  GtkWidget            *logo;
  GtkWidget            *remove_button;
  GtkFileChooserNative *chooser;
};

G_DEFINE_TYPE (BcClinicPage, bc_clinic_page, ADW_TYPE_PREFERENCES_PAGE)

static void
show_error (BcClinicPage *self,
            const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwToast *toast = adw_toast_new (error->message);

  adw_toast_set_timeout (toast, 0);
  if (ADW_IS_PREFERENCES_WINDOW (root))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (root), toast);
  else
    g_object_unref (toast);
}

static void
show_logo (BcClinicPage *self)
{
  g_autoptr(GFile) file = bc_clinic_settings_get_logo ();
  g_autoptr(GdkTexture) texture = gdk_texture_new_from_file (file, NULL);

  gtk_picture_set_paintable (GTK_PICTURE (self->logo), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->logo, texture != NULL);
  gtk_widget_set_visible (self->remove_button, texture != NULL);
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           BcClinicPage    *self)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;

  g_assert (BC_IS_CLINIC_PAGE (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (file != NULL && !bc_clinic_settings_set_logo (file, &error))
    show_error (self, error);
  show_logo (self);
}

static void
choose_cb (GtkButton    *button,
           BcClinicPage *self)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  g_assert (BC_IS_CLINIC_PAGE (self));

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Choose a logo"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);
  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_pixbuf_formats (filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
remove_cb (GtkButton    *button,
           BcClinicPage *self)
{
  g_autoptr(GError) error = NULL;

  g_assert (BC_IS_CLINIC_PAGE (self));

  if (!bc_clinic_settings_remove_logo (&error))
    show_error (self, error);
  show_logo (self);
}

/* Empty lines between others stay, so that each row keeps its own. */
static void
line_changed_cb (GtkEditable  *row,
                 BcClinicPage *self)
{
  g_autoptr(GString) address = g_string_new (NULL);

  g_assert (BC_IS_CLINIC_PAGE (self));

  for (guint i = 0; i < N_LINES; i++)
    g_string_append_printf (address, "%s%s", i > 0 ? "\n" : "", gtk_editable_get_text (GTK_EDITABLE (self->line_rows[i])));
  g_settings_set_string (self->settings, "clinic-address", address->str);
}

static GtkWidget *
add_entry (AdwPreferencesGroup *group,
           const char          *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_address (BcClinicPage        *self,
             AdwPreferencesGroup *group)
{
  const char *titles[N_LINES] = { _("Street"), _("Town"), _("Telephone, e-mail") };
  g_autofree char *address = g_settings_get_string (self->settings, "clinic-address");
  g_auto(GStrv) lines = g_strsplit (address, "\n", N_LINES);

  for (guint i = 0; i < N_LINES; i++)
    self->line_rows[i] = add_entry (group, titles[i]);
  for (guint i = 0; i < N_LINES && lines[i] != NULL; i++)
    gtk_editable_set_text (GTK_EDITABLE (self->line_rows[i]), lines[i]);
  for (guint i = 0; i < N_LINES; i++)
    g_signal_connect_object (self->line_rows[i], "changed", G_CALLBACK (line_changed_cb), self, 0);
}

static void
add_logo (BcClinicPage        *self,
          AdwPreferencesGroup *group)
{
  GtkWidget *choose = gtk_button_new_with_mnemonic (_("_Choose…"));

  self->logo_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->logo_row), _("Logo"));
  self->logo = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->logo), TRUE);
  gtk_widget_set_size_request (self->logo, LOGO_WIDTH, LOGO_HEIGHT);
  gtk_widget_set_valign (self->logo, GTK_ALIGN_CENTER);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->logo), _("The logo as it is printed"));
  self->remove_button = gtk_button_new_with_mnemonic (_("_Remove"));
  gtk_widget_set_valign (choose, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->logo_row), self->logo);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->logo_row), self->remove_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->logo_row), choose);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->logo_row), choose);
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_cb), self, 0);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, 0);
  adw_preferences_group_add (group, self->logo_row);
  show_logo (self);
}

static void
bc_clinic_page_dispose (GObject *object)
{
  BcClinicPage *self = BC_CLINIC_PAGE (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (bc_clinic_page_parent_class)->dispose (object);
}

static void
bc_clinic_page_class_init (BcClinicPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_clinic_page_dispose;
}

static void
bc_clinic_page_init (BcClinicPage *self)
{
}

/**
 * bc_clinic_page_new:
 * @settings: those of the program
 *
 * Returns: (transfer floating): a page whose changes hold at once
 */
GtkWidget *
bc_clinic_page_new (GSettings *settings)
{
  BcClinicPage *self;
  AdwPreferencesPage *page;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BC_TYPE_CLINIC_PAGE, NULL);
  self->settings = g_object_ref (settings);
  page = ADW_PREFERENCES_PAGE (self);
  adw_preferences_page_set_title (page, _("Clinic"));
  adw_preferences_page_set_name (page, "clinic");
  adw_preferences_page_set_icon_name (page, "x-office-address-book-symbolic");
  adw_preferences_group_set_title (group, _("At the Head of Every Paper"));
  adw_preferences_group_set_description (group, _("On summaries, letters and what patients take home."));
  g_settings_bind (settings, "clinic-name", add_entry (group, _("Name of the clinic")), "text", G_SETTINGS_BIND_DEFAULT);
  add_address (self, group);
  add_logo (self, group);
  adw_preferences_page_add (page, group);
  return GTK_WIDGET (self);
}
