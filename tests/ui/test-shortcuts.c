/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys: every command has one, no key has two commands, and the shortcuts window tells the truth. */

#include "bc-shortcuts.h"
#include "ui-support.h"
#include "window-support.h"

/* The choices of a menu that has a key, and what acts on the thing at hand. */
static const char *const chosen_from_menus[] = { "win.open-recent", "win.browse-map", "win.restore", "win.unlock",
                                                "win.compare-visits", "win.take-over" };

static gboolean
is_same_command (const char *detailed,
                 const char *action)
{
  gsize length = strlen (action);

  return strncmp (detailed, action, length) == 0
         && (detailed[length] == '\0' || strchr (":(", detailed[length]) != NULL);
}

static gboolean
has_key (const char *action)
{
  guint n;
  const BcShortcut *shortcuts = bc_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    if (is_same_command (shortcuts[i].action, action))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (chosen_from_menus); i++)
    if (g_str_equal (chosen_from_menus[i], action))
      return TRUE;
  return FALSE;
}

static void
assert_group_has_keys (GActionGroup *group,
                       const char   *prefix)
{
  g_auto(GStrv) names = g_action_group_list_actions (group);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *action = g_strconcat (prefix, names[i], NULL);

      if (!has_key (action))
        g_error ("%s has no key", action);
    }
}

/* --- what widgets bind themselves --- */

static gboolean
is_trigger_of (GtkShortcutTrigger *trigger,
               guint               key,
               GdkModifierType     modifiers)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    return is_trigger_of (gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), key, modifiers)
           || is_trigger_of (gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), key, modifiers);
  return GTK_IS_KEYVAL_TRIGGER (trigger)
         && gdk_keyval_to_lower (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger))) == key
         && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers;
}

static gboolean
binds (GtkWidget       *widget,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !found; i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) && !found
                        && j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          found = is_trigger_of (gtk_shortcut_get_trigger (shortcut), key, modifiers);
        }
    }
  return found;
}

/* Whether somebody between a region and the window takes the key. */
static gboolean
is_bound (BcWindow   *window,
          const char *accelerator)
{
  GtkWidget *widget = GTK_WIDGET (ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, "shin-right"));
  GdkModifierType modifiers;
  guint key;

  g_assert_true (gtk_accelerator_parse (accelerator, &key, &modifiers));
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (binds (widget, key, modifiers))
      return TRUE;
  return FALSE;
}

/* --- the shortcuts window --- */

static void
collect_shown (GtkWidget *root,
               GPtrArray *shown)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_SHORTCUTS_SHORTCUT (child))
        g_ptr_array_add (shown, child);
      collect_shown (child, shown);
    }
}

static GPtrArray *
list_shown (BcWindow *window)
{
  GPtrArray *shown = g_ptr_array_new ();

  collect_shown (GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window))), shown);
  return shown;
}

static const BcShortcut *
lookup (const char *action)
{
  guint n;
  const BcShortcut *shortcuts = bc_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (shortcuts[i].action, action))
      return &shortcuts[i];
  return NULL;
}

/* --- tests --- */

static void
test_commands (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  const GVariantType *type;
  const char *property;
  const char *name;
  GType owner;
  guint n = 0;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), i, &owner, &name, &type, &property);
       i++)
    {
      if (owner != BC_TYPE_WINDOW)
        continue;
      n++;
      if (!has_key (name) && !g_str_equal (name, "win.escape"))
        g_error ("%s has no key", name);
    }
  g_assert_cmpuint (n, >, 15);
  g_assert_true (is_bound (window, "Escape"));
  assert_group_has_keys (G_ACTION_GROUP (window), "win.");
  ui_window_close (GTK_WIDGET (window));
}

static void
test_tools (void)
{
  for (int tool = 0; tool < BC_N_TOOLS; tool++)
    {
      g_autofree char *action = g_strdup_printf ("win.tool(%d)", tool);

      g_assert_nonnull (lookup (action));
    }
  for (guint view = 0; view < bc_view_terms.n_terms; view++)
    {
      g_autofree char *action = g_strdup_printf ("win.view::%s", bc_view_terms.terms[view].id);

      g_assert_nonnull (lookup (action));
    }
}

static void
test_unique (void)
{
  guint n;
  const BcShortcut *shortcuts = bc_shortcuts_list (&n);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; shortcuts[i].keys[j] != NULL; j++)
      {
        GdkModifierType modifiers;
        guint key;

        g_assert_true (gtk_accelerator_parse (shortcuts[i].keys[j], &key, &modifiers));
        if (!g_hash_table_add (seen, gtk_accelerator_name (key, modifiers)))
          g_error ("%s has two commands", shortcuts[i].keys[j]);
      }
}

/* Each command that the table binds exists, or its key would do nothing. */
static void
test_exist (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  guint n;
  const BcShortcut *shortcuts = bc_shortcuts_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr(GVariant) target = NULL;
      const GVariantType *type;
      const char *property;
      const char *other;
      gboolean found = FALSE;
      GType owner;

      g_assert_true (g_action_parse_detailed_name (shortcuts[i].action, &name, &target, NULL));
      for (guint j = 0; !found && gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (window), j, &owner, &other,
                                                                 &type, &property); j++)
        found = g_str_equal (other, name);
      if (g_str_has_prefix (name, "win."))
        found |= g_action_group_has_action (G_ACTION_GROUP (window), name + strlen ("win."));
      /* The test has an application of its own. */
      found |= g_str_has_prefix (name, "app.");
      if (!found)
        g_error ("%s does not exist", name);
    }
  ui_window_close (GTK_WIDGET (window));
}

/* Every command is shown, with all keys that it has; what is shown besides is bound on the way from a region up. */
static void
test_shown (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  g_autoptr(GPtrArray) shown = list_shown (window);
  g_autoptr(GHashTable) actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const BcShortcut *shortcuts = bc_shortcuts_list (&n);

  g_assert_cmpuint (shown->len, >, 40);
  for (guint i = 0; i < shown->len; i++)
    {
      g_autofree char *action = NULL;
      g_autofree char *accelerator = NULL;
      g_autofree char *keys = NULL;

      g_object_get (g_ptr_array_index (shown, i), "action-name", &action, "accelerator", &accelerator, NULL);
      if (action != NULL)
        {
          g_assert_nonnull (lookup (action));
          keys = g_strjoinv (" ", (char **) lookup (action)->keys);
          g_assert_cmpstr (accelerator, ==, keys);
          g_hash_table_add (actions, g_steal_pointer (&action));
        }
      else if (g_str_equal (accelerator, "0...9"))
        {
          for (char digit = '0'; digit <= '9'; digit++)
            g_assert_true (is_bound (window, (char[]) { digit, '\0' }));
        }
      else if (!g_str_equal (accelerator, "<Alt>4...9"))
        {
          g_auto(GStrv) each = g_strsplit (accelerator, " ", -1);

          for (guint j = 0; each[j] != NULL; j++)
            if (!is_bound (window, each[j]))
              g_error ("%s is shown, but nobody has bound it", each[j]);
        }
    }
  for (guint i = 0; i < n; i++)
    if (!g_hash_table_contains (actions, shortcuts[i].action)
        && !g_str_has_prefix (shortcuts[i].action, "win.symptom(")) /* P4 to P9 are shown as a range */
      g_error ("%s is not shown", shortcuts[i].action);
  ui_window_close (GTK_WIDGET (window));
}

/* Alt and a letter must not be asked for twice: a mnemonic that is in sight would never be heard. */
static void
assert_no_mnemonics (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      guint key = GTK_IS_LABEL (child) && gtk_widget_get_mapped (child)
                      ? gtk_label_get_mnemonic_keyval (GTK_LABEL (child))
                      : GDK_KEY_VoidSymbol;
      g_autofree char *accelerator = gtk_accelerator_name (key, GDK_ALT_MASK);
      guint n;
      const BcShortcut *shortcuts = bc_shortcuts_list (&n);

      for (guint i = 0; key != GDK_KEY_VoidSymbol && i < n; i++)
        if (g_ascii_strcasecmp (shortcuts[i].keys[0], accelerator) == 0)
          g_error ("%s of “%s” is hidden by %s", accelerator, gtk_label_get_text (GTK_LABEL (child)),
                   shortcuts[i].action);
      if (!GTK_IS_POPOVER_MENU (child)) /* letters of a menu work without Alt while it is open */
        assert_no_mnemonics (child);
    }
}

static void
test_mnemonics (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  assert_no_mnemonics (GTK_WIDGET (window));
  ui_window_close (GTK_WIDGET (window));
}

static int
get_int (BcWindow   *window,
         const char *property)
{
  int value;

  g_object_get (window->canvas, property, &value, NULL);
  return value;
}

static void
test_symptoms (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  g_assert_cmpint (get_int (window, "symptom-number"), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-symptom", NULL);
  g_assert_cmpint (get_int (window, "symptom-number"), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.symptom", "i", 1);
  g_assert_cmpint (get_int (window, "symptom-number"), ==, 1);
  /* One that is not there is not made by accident. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.symptom", "i", 7);
  g_assert_cmpint (get_int (window, "symptom-number"), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.tool", "i", BC_TOOL_BRUSH);
  g_assert_cmpint (get_int (window, "tool"), ==, BC_TOOL_BRUSH);
  ui_window_close (GTK_WIDGET (window));
}

/* Larger targets are remembered: by the menu in one window, and so in the next. */
static void
test_large_targets (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  BcWindow *next;
  gboolean large = FALSE;

  g_action_group_activate_action (G_ACTION_GROUP (window), "large-targets", NULL);
  g_object_set (window->canvas, "brush-width", 40.0, NULL);
  ui_window_close (GTK_WIDGET (window));
  next = window_show (document);
  g_object_get (next->canvas, "large-targets", &large, NULL);
  g_assert_true (large);
  {
    double width = 0;

    g_object_get (next->canvas, "brush-width", &width, NULL);
    g_assert_cmpfloat_with_epsilon (width, 40, 1e-6);
  }
  g_action_group_activate_action (G_ACTION_GROUP (next), "large-targets", NULL);
  g_object_get (next->canvas, "large-targets", &large, NULL);
  g_assert_false (large);
  ui_window_close (GTK_WIDGET (next));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);

  g_test_add_func ("/ui/shortcuts/commands", test_commands);
  g_test_add_func ("/ui/shortcuts/tools", test_tools);
  g_test_add_func ("/ui/shortcuts/unique", test_unique);
  g_test_add_func ("/ui/shortcuts/exist", test_exist);
  g_test_add_func ("/ui/shortcuts/shown", test_shown);
  g_test_add_func ("/ui/shortcuts/mnemonics", test_mnemonics);
  g_test_add_func ("/ui/shortcuts/symptoms", test_symptoms);
  g_test_add_func ("/ui/shortcuts/large-targets", test_large_targets);
  return window_run ();
}
