/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The preferences. A page is a function in the table `pages`; its rows are bound to the settings, so that nothing has to
 * be confirmed.
 */

#include "bc-preferences.h"

#include "bc-clinic-page.h"
#include "bc-i18n.h"
#include "bc-settings.h"
#include "bc-start-page.h"

/* In seconds; 0 for never. */
static const guint lock_times[] = { 0, 60, 2 * 60, 5 * 60, 10 * 60, 30 * 60 };

static char *
dup_lock_words (guint seconds)
{
  guint minutes = seconds / 60;

  if (seconds == 0)
    return g_strdup (C_("lock", "Never"));
  /* Translators: after how long without use the window is locked */
  return g_strdup_printf (ngettext_ ("After %u minute", "After %u minutes", minutes), minutes);
}

/* A time that is no choice, set by other means, is shown as the next longer one and stays until another is chosen. */
static gboolean
get_lock_choice (GValue   *value,
                 GVariant *variant,
                 gpointer  data)
{
  guint seconds = g_variant_get_uint32 (variant);
  guint i = 0;

  while (i < G_N_ELEMENTS (lock_times) - 1 && lock_times[i] < seconds)
    i++;
  g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_lock_choice (const GValue       *value,
                 const GVariantType *type,
                 gpointer            data)
{
  guint choice = g_value_get_uint (value);

  return choice < G_N_ELEMENTS (lock_times) ? g_variant_new_uint32 (lock_times[choice]) : NULL;
}

static GtkWidget *
new_lock_row (GSettings *settings)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lock_times); i++)
    gtk_string_list_take (words, dup_lock_words (lock_times[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Lock the windows"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Without use, charts are hidden until somebody clicks"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_settings_bind_with_mapping (settings, "lock-after", row, "selected", G_SETTINGS_BIND_DEFAULT, get_lock_choice,
                                set_lock_choice, NULL, NULL);
  return row;
}

static GtkWidget *
new_switch_row (GSettings  *settings,
                const char *key,
                const char *title,
                const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_settings_bind (settings, key, button, "active", G_SETTINGS_BIND_DEFAULT);
  return row;
}

static void
forget_recent_cb (GSettings *settings)
{
  if (!g_settings_get_boolean (settings, "remember-recent"))
    bc_recent_forget ();
}

static AdwPreferencesPage *
new_privacy_page (GSettings *settings)
{
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  GtkWidget *shared = adw_preferences_group_new ();
  GtkWidget *files = adw_preferences_group_new ();

  adw_preferences_page_set_title (page, _("Privacy"));
  adw_preferences_page_set_name (page, "privacy");
  adw_preferences_page_set_icon_name (page, "system-lock-screen-symbolic");
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (shared), _("On a Shared Machine"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (shared), new_lock_row (settings));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (shared));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (files), _("Files"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (files),
                             new_switch_row (settings, "remember-recent", _("Remember recent charts"),
                                             _("The list holds file names. Off: it is emptied")));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (files));
  return page;
}

static AdwPreferencesPage *
new_clinic_page (GSettings *settings)
{
  return ADW_PREFERENCES_PAGE (bc_clinic_page_new (settings));
}

static AdwPreferencesPage *(*const pages[]) (GSettings *settings) = {
  new_clinic_page,
  new_privacy_page,
};

/**
 * bc_preferences_show:
 * @parent: the window that they were asked for in
 *
 * Shows the preferences.
 */
void
bc_preferences_show (GtkWindow *parent)
{
  GSettings *settings = bc_settings_get ();
  GtkWidget *window = adw_preferences_window_new ();

  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_title (GTK_WINDOW (window), _("Preferences"));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  for (guint i = 0; settings != NULL && i < G_N_ELEMENTS (pages); i++)
    adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), pages[i](settings));
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::remember-recent", G_CALLBACK (forget_recent_cb), window, 0);
  gtk_window_present (GTK_WINDOW (window));
}
