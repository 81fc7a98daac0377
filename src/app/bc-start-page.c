/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-start-page.h"

#include "bc-config.h"
#include "bc-i18n.h"
#include "bc-recovery-list.h"
#include "bc-settings.h"

#include <adwaita.h>

#define MIME_TYPE "application/vnd.bodychart+xml"
#define MAX_RECENT 8

struct _BcStartPage
{
  GtkWidget parent_instance;

  GtkWidget *page;
};

G_DEFINE_FINAL_TYPE (BcStartPage, bc_start_page, GTK_TYPE_WIDGET)

/**
 * bc_recent_add:
 * @file: a chart that was opened or saved
 *
 * Puts the chart into the desktop's recent list, marked private so that other programs do not show it. Not where the
 * user does not want that.
 */
void
bc_recent_add (GFile *file)
{
  GSettings *settings = bc_settings_get ();
  g_autofree char *uri = NULL;
  char *groups[] = { (char *) "Bodychart", NULL };
  GtkRecentData data = { 0 };

  g_return_if_fail (G_IS_FILE (file));

  if (settings != NULL && !g_settings_get_boolean (settings, "remember-recent"))
    return;
  uri = g_file_get_uri (file);
  data.mime_type = (char *) MIME_TYPE;
  data.app_name = (char *) "Bodychart";
  data.app_exec = (char *) "bodychart %u";
  data.groups = groups;
  data.is_private = TRUE;
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * bc_recent_forget:
 *
 * Takes all charts out of the desktop's recent list.
 */
void
bc_recent_forget (void)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *items = gtk_recent_manager_get_items (manager);

  for (GList *l = items; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, "Bodychart"))
      gtk_recent_manager_remove_item (manager, gtk_recent_info_get_uri (l->data), NULL);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/**
 * bc_recent_menu_new:
 *
 * Returns: (transfer full): the recent charts that still exist, latest first; empty where there are none
 */
GMenu *
bc_recent_menu_new (void)
{
  GMenu *menu = g_menu_new ();
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  items = g_list_sort (items, compare_visited);
  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autoptr(GMenuItem) item = NULL;

      if (!gtk_recent_info_has_application (info, "Bodychart") || !gtk_recent_info_exists (info))
        continue;
      item = g_menu_item_new (gtk_recent_info_get_display_name (info), NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (menu, item);
      n++;
    }
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
  return menu;
}

static GtkWidget *
new_action_button (const char *label,
                   const char *name,
                   const char *action,
                   const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  /* Else a screen reader would read the underscore of the mnemonic. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
append_recent (GtkBox *box)
{
  g_autoptr(GMenu) menu = bc_recent_menu_new ();
  int n = g_menu_model_get_n_items (G_MENU_MODEL (menu));
  GtkWidget *list;
  GtkWidget *heading;

  if (n == 0)
    return;
  heading = gtk_label_new (_("Recent charts"));
  gtk_widget_add_css_class (heading, "heading");
  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *uri = NULL;
      GtkWidget *button;

      g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_menu_model_get_item_attribute (G_MENU_MODEL (menu), i, G_MENU_ATTRIBUTE_TARGET, "s", &uri);
      button = gtk_button_new_with_label (label);
      gtk_widget_add_css_class (button, "flat");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-recent");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
      gtk_box_append (GTK_BOX (list), button);
    }
  gtk_box_append (box, heading);
  gtk_box_append (box, list);
}

static void
bc_start_page_dispose (GObject *object)
{
  BcStartPage *self = BC_START_PAGE (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_start_page_parent_class)->dispose (object);
}

static void
bc_start_page_class_init (BcStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_start_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
bc_start_page_init (BcStartPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), bc_recovery_list_new ());
  gtk_box_append (GTK_BOX (box), new_action_button (_("_New Chart"), _("New chart"), "win.new",
                                                         "suggested-action"));
  gtk_box_append (GTK_BOX (box), new_action_button (_("_Open…"), _("Open a chart"), "win.open", NULL));
  gtk_box_append (GTK_BOX (box), new_action_button (_("_Browse the Maps"), _("Browse the maps"), "win.browse", NULL));
  append_recent (GTK_BOX (box));

  self->page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->page), BC_APPLICATION_ID);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->page), _("Bodychart"));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->page),
                                   _("Mark where it hurts, see which reference patterns fit, and why."));
  adw_status_page_set_child (ADW_STATUS_PAGE (self->page), box);
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
}

/**
 * bc_start_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
bc_start_page_new (void)
{
  return g_object_new (BC_TYPE_START_PAGE, NULL);
}
