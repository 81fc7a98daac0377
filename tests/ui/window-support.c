/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-support.h"

#include "bc-edit.h"
#include "bc-finding-row.h"
#include "bc-shortcuts.h"
#include "ui-support.h"

static AdwApplication *application;

void
window_init (int    *argc,
             char ***argv)
{
  /* Before GTK looks for schemas, and so before GLib knows the folders of the test. */
  g_autofree char *schemas = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "resources", NULL);

  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  ui_init (argc, argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = adw_application_new ("io.github.bodychart.TestWindow", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  bc_shortcuts_install (GTK_APPLICATION (application));
}

int
window_run (void)
{
  int status = g_test_run ();

  g_clear_object (&application);
  return status;
}

AdwApplication *
window_application (void)
{
  return application;
}

/* Pain down the outer leg and answers that fire a red flag. */
BcDocument *
window_document (void)
{
  static const char *const regions[] = { "buttock-upper-right", "thigh-lateral-upper-right", "leg-lateral-right",
                                         "foot-dorsum-medial-right", "great-toe-right" };
  BcDocument *document = bc_document_new ();
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *visit = bc_document_get_visit (document);
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);

  g_object_set (chart, "name", "Ada Example", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    bc_edit_toggle_region (chart, visit, symptom, bc_region_from_id (regions[i]),
                           i == 0 ? BC_ROLE_SITE : BC_ROLE_RADIATION);
  bc_edit_set_answer (chart, visit, "saddle-numb", BC_ANSWER_YES);
  bc_edit_set_answer (chart, visit, "bladder-retention", BC_ANSWER_YES);
  bc_history_set_saved (bc_chart_get_history (chart));
  return document;
}

BcWindow *
window_show (BcDocument *document)
{
  BcWindow *window = bc_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1300, 850);
  bc_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  ui_settle ();
  return window;
}

static void
collect_words (GtkWidget *root,
               GString   *words)
{
  const char *tooltip = gtk_widget_get_tooltip_text (root);

  if (!gtk_widget_get_mapped (root))
    return;
  if (GTK_IS_LABEL (root))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (root)));
  if (tooltip != NULL)
    g_string_append_printf (words, "%s\n", tooltip);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_words (child, words);
}

char *
window_read (BcWindow *window)
{
  GString *words = g_string_new (NULL);

  ui_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  collect_words (GTK_WIDGET (window), words);
  return g_string_free (words, FALSE);
}

gboolean
window_can_read (BcWindow   *window,
                 const char *words)
{
  g_autofree char *all = window_read (window);

  return strstr (all, words) != NULL;
}

GtkWidget *
window_find_check (GtkWidget  *root,
                   const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = child;

      if (!GTK_IS_CHECK_BUTTON (child) || g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (child)), label) != 0)
        found = window_find_check (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
window_find_type (GtkWidget *root,
           GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child : window_find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
window_find_action (GtkWidget  *root,
             const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = child;

      if (!GTK_IS_ACTIONABLE (child)
          || g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) != 0)
        found = window_find_action (child, action);
      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
window_find_button (GtkWidget  *root,
             const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = child;

      if (!GTK_IS_BUTTON (child) || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (child)), label) != 0)
        found = window_find_button (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

void
window_select_first_finding (BcWindow *window)
{
  GtkWidget *row = window_find_type (window->findings_panel, BC_TYPE_FINDING_ROW);

  g_assert_nonnull (row);
  gtk_widget_activate (row);
}

/* A key that the widget's class has bound to an action, without the way there: no test can send GTK 4 a real key. */
void
window_press (GtkWidget *widget,
              guint      key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (!GTK_IS_KEYVAL_TRIGGER (trigger) || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != 0)
            continue;
          if (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                            gtk_shortcut_get_arguments (shortcut)))
            return;
        }
    }
  g_assert_not_reached ();
}

AdwMessageDialog *
window_find_dialog (BcWindow *window)
{
  g_autoptr(GList) toplevels = gtk_window_list_toplevels ();

  for (GList *l = toplevels; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;
  return NULL;
}

AdwMessageDialog *
window_wait_dialog (BcWindow *window)
{
  AdwMessageDialog *dialog;

  while ((dialog = window_find_dialog (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return dialog;
}

void
window_answer (AdwMessageDialog *dialog,
               const char       *label)
{
  GtkWidget *button = window_find_button (GTK_WIDGET (dialog), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
}
