/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding a region or a map by its name, by keyboard and ear as by eye. */

#include "bc-edit.h"
#include "ui-support.h"
#include "window-support.h"

typedef struct
{
  BcDocument *document;
  BcWindow   *window;
  GtkWidget  *popover;
  GtkWidget  *entry;
  GtkWidget  *list;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->document = bc_document_new ();
  fixture->window = window_show (fixture->document);
  fixture->popover = fixture->window->places;
  fixture->entry = window_find_type (fixture->popover, GTK_TYPE_SEARCH_ENTRY);
  fixture->list = window_find_type (fixture->popover, GTK_TYPE_LIST_BOX);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (fixture->popover));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  ui_window_close (GTK_WIDGET (fixture->window));
  g_object_unref (fixture->document);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
}

static gboolean
press (Fixture        *fixture,
       guint           key,
       GdkModifierType modifiers)
{
  gpointer keys = NULL;
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (fixture->entry);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        keys = controller; /* the entry holds it */
    }
  g_assert_nonnull (keys);
  g_signal_emit_by_name (keys, "key-pressed", key, 0, modifiers, &handled);
  return handled;
}

static void
enter (Fixture *fixture)
{
  g_assert_false (press (fixture, GDK_KEY_Return, 0));
  g_signal_emit_by_name (fixture->entry, "activate");
  ui_settle ();
}

static guint
count_rows (Fixture *fixture)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (fixture->list), (int) n) != NULL)
    n++;
  return n;
}

static gboolean
is_marked (Fixture    *fixture,
           const char *region)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (bc_document_get_chart (fixture->document),
                                                           bc_document_get_visit (fixture->document));

  return bc_evidence_is_marked (evidence, bc_region_from_id (region));
}

static guint
count_marked (Fixture *fixture)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_from_visit (bc_document_get_chart (fixture->document),
                                                           bc_document_get_visit (fixture->document));

  return bc_evidence_count (evidence);
}

static const char *
read_status (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_next_sibling (fixture->entry); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child)
        && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (child)) == GTK_ACCESSIBLE_ROLE_STATUS)
      return gtk_label_get_text (GTK_LABEL (child));
  g_assert_not_reached ();
}

/* --- regions --- */

static void
test_mark (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *focus;

  type (fixture, "left shin");
  enter (fixture);
  g_assert_true (is_marked (fixture, "shin-left"));
  g_assert_cmpuint (count_marked (fixture), ==, 1);
  g_assert_false (gtk_widget_get_visible (fixture->popover));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (BC_IS_REGION_WIDGET (focus));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, "Shin, left");

  /* One step back takes it away. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (count_marked (fixture), ==, 0);
}

static void
test_tool (Fixture      *fixture,
           gconstpointer data)
{
  BcVisit *visit = bc_document_get_visit (fixture->document);

  g_object_set (fixture->window->canvas, "tool", BC_TOOL_CLEAR, NULL);
  type (fixture, "right shin");
  enter (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_clears (visit))), ==, 1);
  g_assert_cmpuint (count_marked (fixture), ==, 0);
}

/* The other thing: only to look. */
static void
test_show (Fixture      *fixture,
           gconstpointer data)
{
  type (fixture, "left shin");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  ui_settle ();
  g_assert_cmpuint (count_marked (fixture), ==, 0);
  g_assert_true (BC_IS_REGION_WIDGET (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
}

static void
test_button (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *button;

  type (fixture, "left shin");
  button = ui_find_named (fixture->list, GTK_TYPE_BUTTON, "Only show: Shin, left");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
  g_assert_cmpuint (count_marked (fixture), ==, 0);
  g_assert_false (gtk_widget_get_visible (fixture->popover));
}

/* The focus stays in the field: what is chosen there is heard from the status, once it is another one. */
static void
test_keys (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  type (fixture, "calf");
  g_assert_cmpuint (count_rows (fixture), >=, 2);
  first = g_strdup (read_status (fixture));
  g_assert_nonnull (strstr (first, ", 1 of "));
  g_assert_true (press (fixture, GDK_KEY_Down, 0));
  second = g_strdup (read_status (fixture));
  g_assert_nonnull (strstr (second, ", 2 of "));
  g_assert_true (press (fixture, GDK_KEY_Up, 0));
  g_assert_cmpstr (read_status (fixture), ==, first);
  g_assert_true (press (fixture, GDK_KEY_Up, 0));
  g_assert_cmpstr (read_status (fixture), ==, first);

  type (fixture, "xyzzyx");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_cmpstr (read_status (fixture), ==, "Nothing found");
  enter (fixture);
  g_assert_cmpuint (count_marked (fixture), ==, 0);
}

/* The last search is not in the way of the next. */
static void
test_again (Fixture      *fixture,
            gconstpointer data)
{
  type (fixture, "left shin");
  enter (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  ui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

/* --- maps --- */

static void
test_map (Fixture      *fixture,
          gconstpointer data)
{
  type (fixture, "L5 dermatome right");
  enter (fixture);
  g_assert_nonnull (fixture->window->shown_map);
  g_assert_cmpstr (fixture->window->shown_map->name, ==, "L5 dermatome, right");
  /* What a map says is not what the patient says. */
  g_assert_cmpuint (count_marked (fixture), ==, 0);
}

/* Those where pain is to be expected, in one step. */
static void
test_mark_map (Fixture      *fixture,
               gconstpointer data)
{
  const BcPattern *pattern = bc_maps_lookup_pattern (bc_maps_get_default (), "derm-l5");

  type (fixture, "L5 dermatome right");
  g_assert_true (press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK));
  ui_settle ();
  g_assert_null (fixture->window->shown_map);
  g_assert_cmpuint (count_marked (fixture), >, 2);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    g_assert_cmpint (is_marked (fixture, bc_region_get_id ((BcRegion) region)), ==,
                     bc_pattern_get_probability (pattern, BC_SIDE_RIGHT, (BcRegion) region) >= 0.5);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (count_marked (fixture), ==, 0);
}

/* The patient looks on: places can be found, maps cannot. */
static void
test_hidden (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *words = NULL;

  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-findings", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.find", NULL);
  ui_settle ();
  type (fixture, "L5 dermatome");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  type (fixture, "shin");
  g_assert_cmpuint (count_rows (fixture), >=, 2);
  words = window_read (fixture->window);
  g_assert_null (strstr (words, "ermatome"));
  g_assert_null (strstr (words, "lays the map"));
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-findings", NULL);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/ui/search/mark", test_mark },         { "/ui/search/tool", test_tool },
    { "/ui/search/show", test_show },         { "/ui/search/button", test_button },
    { "/ui/search/keys", test_keys },         { "/ui/search/again", test_again },
    { "/ui/search/map", test_map },           { "/ui/search/mark-map", test_mark_map },
    { "/ui/search/hidden", test_hidden },
  };

  window_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return window_run ();
}
