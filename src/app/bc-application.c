/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-application.h"

#include "bc-config.h"
#include "bc-i18n.h"
#include "bc-resources.h"
#include "bc-shortcuts.h"
#include "bc-summary.h"
#include "bc-window.h"

struct _BcApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (BcApplication, bc_application, ADW_TYPE_APPLICATION)

static BcWindow *
get_window (BcApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (BC_IS_WINDOW (window))
    return BC_WINDOW (window);
  return bc_window_new (ADW_APPLICATION (self));
}

static void
bc_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (get_window (BC_APPLICATION (application))));
}

static int
bc_application_command_line (GApplication            *application,
                             GApplicationCommandLine *command_line)
{
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  gboolean as_sample = g_variant_dict_contains (options, "sample");
  g_autofree const char **files = NULL; /* the names belong to the options */

  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &files);
  if (files == NULL)
    g_application_activate (application);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (command_line, files[i]);
      BcWindow *window = get_window (BC_APPLICATION (application));

      bc_window_open (window, file, as_sample);
      gtk_window_present (GTK_WINDOW (window));
    }
  return 0;
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());
  const char *developers[] = { "The Bodychart contributors", NULL };
  const char *sources[] = { "Body figures derived from the MakeHuman base mesh (hm08), CC0 1.0", NULL };

  gtk_window_set_transient_for (GTK_WINDOW (about), gtk_application_get_active_window (GTK_APPLICATION (data)));
  adw_about_window_set_application_name (about, _("Bodychart"));
  adw_about_window_set_application_icon (about, BC_APPLICATION_ID);
  adw_about_window_set_version (about, BC_VERSION);
  adw_about_window_set_developer_name (about, _("The Bodychart contributors"));
  adw_about_window_set_developers (about, developers);
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (about, bc_intended_use ());
  /* Translators: your names, one a line */
  adw_about_window_set_translator_credits (about, _("translator-credits"));
  adw_about_window_add_credit_section (about, _("Figures"), sources);
  gtk_window_present (GTK_WINDOW (about));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  /* Each window asks about its own unsaved chart; the program ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

/* On the start page of a window of its own. */
static void
unsaved_work_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  gtk_window_present (GTK_WINDOW (bc_window_new (ADW_APPLICATION (data))));
}

static const GActionEntry entries[] = {
  { "unsaved-work", unsaved_work_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

static void
add_style (GdkDisplay *display,
           const char *resource)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, resource);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
bc_application_startup (GApplication *application)
{
  GdkDisplay *display;

  G_APPLICATION_CLASS (bc_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  bc_shortcuts_install (GTK_APPLICATION (application));
  display = gdk_display_get_default ();
  add_style (display, BC_RESOURCE_PREFIX "/ui/style.css");
  add_style (display, BC_RESOURCE_PREFIX "/ui/panels.css");
}

static void
bc_application_class_init (BcApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = bc_application_activate;
  application_class->command_line = bc_application_command_line;
  application_class->startup = bc_application_startup;
}

static void
bc_application_init (BcApplication *self)
{
  static const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the files as unsaved copies"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE…]") },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), bc_intended_use ());
}

/**
 * bc_application_new:
 *
 * Returns: (transfer full): the application; one instance serves all windows of a user
 */
BcApplication *
bc_application_new (void)
{
  return g_object_new (BC_TYPE_APPLICATION,
                       "application-id", BC_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", BC_RESOURCE_PREFIX,
                       NULL);
}

/**
 * bc_application_end:
 *
 * Ends the program without a question, because the session or the system ends: nobody would answer. Unsaved work is
 * kept and offered at the next start.
 */
void
bc_application_end (BcApplication *self)
{
  g_return_if_fail (BC_IS_APPLICATION (self));

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (BC_IS_WINDOW (l->data))
      bc_window_keep_unsaved (l->data);
  g_application_quit (G_APPLICATION (self));
}
