/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-drawing-bar.h"

#include "bc-drawing-difference.h"
#include "bc-drawn-visit.h"
#include "bc-i18n.h"
#include "bc-words-understood.h"
#include "bc-wrap-box.h"

#define SPACING 8
#define LINE_SPACING 4
/* Differences beyond these wait behind a scroll bar: pixels. */
#define MOST_HEIGHT 112

struct _BcDrawingBar
{
  GtkWidget parent_instance;

  BcChart  *chart;
  BcVisit  *visit;
  BcDrawing drawing;
  int       number;   /* of the active symptom */
  gboolean  open;
  guint     list_source; /* idle: what differs is measured once for many changes */

  GtkWidget    *box;
  GtkWidget    *differences; /* opens the list; its label is a status, so that a change of it is announced */
  GtkWidget    *count;
  GtkWidget    *nowhere;
  GtkWidget    *as_patient;
  GtkWidget    *scroller;
  GtkWidget    *list;
  GSignalGroup *history_signals;
};

G_DEFINE_FINAL_TYPE (BcDrawingBar, bc_drawing_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- what differs --- */

static GtkWidget *
new_row (const BcUnderstoodLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>  %s", line->label, line->text);
  /* Translators: 1: "P1, only the patient"; 2: the places */
  g_autofree char *words = g_strdup_printf (C_("drawings", "%1$s: %2$s"), line->label, line->text);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_tooltip_text (row, _("Show the place on the figure"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (row), "number", GINT_TO_POINTER (line->number));
  g_object_set_data (G_OBJECT (row), "region", GUINT_TO_POINTER (line->region));
  return row;
}

static void
fill_list (BcDrawingBar *self)
{
  g_autoptr(GPtrArray) lines = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (self->visit == NULL || !self->open)
    return;
  lines = bc_words_list_understood (self->chart, self->visit);
  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (g_ptr_array_index (lines, i)));
}

static gboolean
fill_idle_cb (gpointer data)
{
  BcDrawingBar *self = data;

  self->list_source = 0;
  fill_list (self);
  return G_SOURCE_REMOVE;
}

static void
row_activated_cb (BcDrawingBar  *self,
                  GtkListBoxRow *row)
{
  g_assert (BC_IS_DRAWING_BAR (self));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "number")),
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "region")));
}

/* --- the row of buttons --- */

/* A status speaks when its text changes, so it is set only where it does. */
static void
set_count (BcDrawingBar *self,
           const char   *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->count)), text) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->differences), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_count (BcDrawingBar *self)
{
  g_autoptr(GPtrArray) differences = bc_visit_list_differences (self->visit);
  g_autoptr(GString) labels = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < differences->len; i++)
    {
      const BcDrawingDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char *label = bc_symptom_dup_label (difference->symptom);

      g_string_append_printf (labels, "%s%s", i > 0 ? C_("list", ", ") : "", label);
    }
  if (differences->len == 0)
    text = g_strdup (_("The drawings agree"));
  else
    /* Translators: %s is one or more symptoms, as in "Differ: P1, P3" */
    text = g_strdup_printf (_("Differ: %s"), labels->str);
  set_count (self, text);
  gtk_widget_set_sensitive (self->differences, differences->len > 0);
}

static void
set_button (GtkWidget  *button,
            const char *format,
            int         number)
{
  g_autofree char *text = g_strdup_printf (g_str_equal (format, "nowhere") ? _("P%d nowhere")
                                                                           : _("P%d as the patient’s"), number);

  gtk_button_set_label (GTK_BUTTON (button), text);
}

static void
update (BcDrawingBar *self)
{
  BcSymptom *symptom = self->visit != NULL ? bc_visit_get_symptom (self->visit, self->number) : NULL;
  gboolean editing = self->drawing == BC_DRAWING_CLINICIAN && symptom != NULL && !bc_visit_is_signed (self->visit);
  gboolean two = self->visit != NULL && bc_visit_has_drawing (self->visit, BC_DRAWING_CLINICIAN);

  gtk_widget_set_visible (self->differences, two);
  gtk_widget_set_visible (self->scroller, two && self->open);
  gtk_widget_set_visible (self->nowhere, editing && !bc_symptom_is_nowhere (symptom));
  gtk_widget_set_visible (self->as_patient, editing && bc_symptom_has_drawing (symptom, BC_DRAWING_CLINICIAN));
  if (editing)
    {
      set_button (self->nowhere, "nowhere", self->number);
      set_button (self->as_patient, "patient", self->number);
    }
  if (two)
    show_count (self);
  if (self->open && self->list_source == 0)
    self->list_source = g_idle_add (fill_idle_cb, self);
}

static void
set_open (BcDrawingBar *self,
          gboolean      open)
{
  if (self->open == open)
    return;
  self->open = open;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/* --- life --- */

static void
bc_drawing_bar_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, BC_DRAWING_BAR (object)->open);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bc_drawing_bar_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (id == PROP_OPEN)
    set_open (BC_DRAWING_BAR (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bc_drawing_bar_dispose (GObject *object)
{
  BcDrawingBar *self = BC_DRAWING_BAR (object);

  g_clear_handle_id (&self->list_source, g_source_remove);
  if (self->history_signals != NULL)
    g_signal_group_set_target (self->history_signals, NULL);
  g_clear_object (&self->history_signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (bc_drawing_bar_parent_class)->dispose (object);
}

static void
bc_drawing_bar_class_init (BcDrawingBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bc_drawing_bar_dispose;
  object_class->get_property = bc_drawing_bar_get_property;
  object_class->set_property = bc_drawing_bar_set_property;
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "drawingbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_choice (const char *label,
            const char *target,
            const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.drawing");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

static GtkWidget *
new_switch (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  /* Translators: a switch; whose drawing of the symptoms is shown and changed. Keep it short. */
  gtk_box_append (GTK_BOX (box), new_choice (C_("drawing", "Patient’s drawing"), "patient",
                                             _("What the patient drew or told (Alt+D)")));
  /* Translators: a switch; whose drawing of the symptoms is shown and changed. Keep it short. */
  gtk_box_append (GTK_BOX (box), new_choice (C_("drawing", "Clinician’s drawing"), "clinician",
                                             _("How you understand it after asking; the patient’s stays as it is (Alt+U)")));
  return box;
}

static void
build_list (BcDrawingBar *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Where the drawings differ"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
}

static void
bc_drawing_bar_init (BcDrawingBar *self)
{
  GtkWidget *row = bc_wrap_box_new (SPACING, LINE_SPACING);

  self->count = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  self->differences = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->differences), self->count);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->differences), "win.show-differences");
  gtk_widget_set_tooltip_text (self->differences, _("Where the drawings differ (Shift+Alt+D)"));
  self->nowhere = gtk_button_new_with_label ("");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->nowhere), "win.nowhere");
  gtk_widget_set_tooltip_text (self->nowhere, _("The symptom is in none of the places that the patient drew (Alt+X)"));
  self->as_patient = gtk_button_new_with_label ("");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->as_patient), "win.as-patient");
  gtk_widget_set_tooltip_text (self->as_patient, _("Take your drawing of the symptom back (Alt+A)"));
  bc_wrap_box_append (BC_WRAP_BOX (row), new_switch ());
  bc_wrap_box_append (BC_WRAP_BOX (row), self->differences);
  bc_wrap_box_append (BC_WRAP_BOX (row), self->nowhere);
  bc_wrap_box_append (BC_WRAP_BOX (row), self->as_patient);
  build_list (self);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, LINE_SPACING);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Whose drawing"), -1);
  self->history_signals = g_signal_group_new (BC_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * bc_drawing_bar_new:
 *
 * Returns: (transfer floating): a bar without a visit
 */
GtkWidget *
bc_drawing_bar_new (void)
{
  return g_object_new (BC_TYPE_DRAWING_BAR, NULL);
}

/**
 * bc_drawing_bar_set_chart:
 * @chart: (nullable): a document
 * @visit: (nullable): one of its visits
 *
 * Tells of the drawings of another visit.
 */
void
bc_drawing_bar_set_chart (BcDrawingBar *self,
                          BcChart      *chart,
                          BcVisit      *visit)
{
  g_return_if_fail (BC_IS_DRAWING_BAR (self));
  g_return_if_fail (chart == NULL || BC_IS_CHART (chart));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  g_signal_group_set_target (self->history_signals, chart != NULL ? bc_chart_get_history (chart) : NULL);
  set_count (self, "");
  update (self);
}

/**
 * bc_drawing_bar_set_drawing:
 * @drawing: the one that is shown
 *
 * Offers what can be done to it. The switch itself follows the action `win.drawing`.
 */
void
bc_drawing_bar_set_drawing (BcDrawingBar *self,
                            BcDrawing     drawing)
{
  g_return_if_fail (BC_IS_DRAWING_BAR (self));

  self->drawing = drawing;
  update (self);
}

/**
 * bc_drawing_bar_set_symptom:
 * @number: of the active symptom, 0 for none
 *
 * Says which symptom the buttons are for.
 */
void
bc_drawing_bar_set_symptom (BcDrawingBar *self,
                            int           number)
{
  g_return_if_fail (BC_IS_DRAWING_BAR (self));

  self->number = number;
  update (self);
}
