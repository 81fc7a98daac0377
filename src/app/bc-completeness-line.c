/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-completeness-line.h"

#include "bc-completeness.h"
#include "bc-i18n.h"

#define SPACING 4
/* The next ones to ask for; more would be a form. */
#define MOST_SHOWN 5
/* Less of the question than this says nothing; its tooltip and the list have it then. Pixels. */
#define LEAST_QUESTION 90
#define LIST_HEIGHT 420

struct _BcCompletenessLine
{
  GtkWidget parent_instance;

  BcChart   *chart;
  BcVisit   *visit;
  GPtrArray *items;     /* of BcCompletenessItem */
  GtkWidget *summary;   /* how much is done, with the whole list behind it */
  GtkWidget *count;
  GtkWidget *check;
  GPtrArray *missing;   /* of GtkButton, unowned: the next ones, MOST_SHOWN at most */
  GtkWidget *question;

  GSignalGroup *history_signals;
};

enum
{
  SIGNAL_GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcCompletenessLine, bc_completeness_line, GTK_TYPE_WIDGET)

static void
go_cb (BcCompletenessLine *self,
       GtkWidget          *button)
{
  g_autofree char *what = g_strdup (g_object_get_data (G_OBJECT (button), "what"));

  g_assert (BC_IS_COMPLETENESS_LINE (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->summary));
  g_signal_emit (self, signals[SIGNAL_GO], 0, what);
}

static GtkWidget *
new_button (BcCompletenessLine       *self,
            const BcCompletenessItem *item)
{
  g_autofree char *title = bc_completeness_item_dup_title (item);
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "what", g_strdup (item->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_done (const BcCompletenessItem *item)
{
  g_autofree char *title = bc_completeness_item_dup_title (item);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *check = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", "object-select-symbolic", NULL);
  GtkWidget *label = gtk_label_new (title);
  /* Translators: %s is something on the chart that is recorded, as in "P1: depth, done" */
  g_autofree char *name = g_strdup_printf (_("%s, done"), title);

  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "done");
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

/* Why it is asked, after the manual of the DC/TMD pain drawing: patients mark what they think matters here. */
static const char *
get_reason (void)
{
  return _("People often mark only the pain that they came for. Any other pain, numbness or tingling belongs on the "
           "chart too.");
}

static void
fill_popover_cb (GtkMenuButton *button,
                 gpointer       data)
{
  BcCompletenessLine *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *reason = gtk_label_new (get_reason ());

  g_assert (BC_IS_COMPLETENESS_LINE (self));

  for (guint done = 0; done < 2; done++)
    for (guint i = 0; i < self->items->len; i++)
      {
        const BcCompletenessItem *item = g_ptr_array_index (self->items, i);
        GtkWidget *row;

        if ((item->done ? 1u : 0u) != done)
          continue;
        row = item->done ? new_done (item) : new_button (self, item);
        gtk_widget_set_halign (row, GTK_ALIGN_START);
        gtk_box_append (GTK_BOX (list), row);
      }
  gtk_label_set_wrap (GTK_LABEL (reason), TRUE);
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (reason), 36);
  gtk_widget_add_css_class (reason, "reason");
  gtk_box_append (GTK_BOX (list), reason);
  gtk_widget_add_css_class (list, "completeness-list");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

static guint
count_done (BcCompletenessLine *self)
{
  guint n_done = 0;

  for (guint i = 0; i < self->items->len; i++)
    n_done += ((const BcCompletenessItem *) g_ptr_array_index (self->items, i))->done ? 1 : 0;
  return n_done;
}

static void
show_missing (BcCompletenessLine *self)
{
  for (guint i = 0; i < self->missing->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->missing, i));
  g_ptr_array_set_size (self->missing, 0);
  for (guint i = 0; i < self->items->len && self->missing->len < MOST_SHOWN; i++)
    {
      const BcCompletenessItem *item = g_ptr_array_index (self->items, i);
      GtkWidget *button;

      if (item->done)
        continue;
      button = new_button (self, item);
      gtk_widget_insert_before (button, GTK_WIDGET (self), self->question);
      g_ptr_array_add (self->missing, button);
    }
}

static gboolean
is_same (GPtrArray *items,
         GPtrArray *others)
{
  if (items == NULL || items->len != others->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const BcCompletenessItem *one = g_ptr_array_index (items, i);
      const BcCompletenessItem *other = g_ptr_array_index (others, i);

      if (one->done != other->done || !g_str_equal (one->id, other->id))
        return FALSE;
    }
  return TRUE;
}

static void
update (BcCompletenessLine *self)
{
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *text = NULL;
  guint n_done;

  if (self->visit == NULL)
    return;
  items = bc_completeness_check (self->visit, bc_maps_get_default ());
  if (is_same (self->items, items))
    return;
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = g_steal_pointer (&items);
  n_done = count_done (self);
  if (n_done == self->items->len)
    text = g_strdup (_("Complete."));
  else
    /* Translators: how many of the things that belong on a chart are recorded, as in "5 of 13" */
    text = g_strdup_printf (C_("completeness", "%u of %u"), n_done, self->items->len);
  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->check, n_done > 0);
  show_missing (self);
}

/* --- one line, whatever the width --- */

static int
get_natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
bc_completeness_line_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  BcCompletenessLine *self = BC_COMPLETENESS_LINE (widget);

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL)
        {
          *minimum = MAX (*minimum, child_natural);
          *natural = *minimum;
          continue;
        }
      if (child == self->summary)
        *minimum = child_minimum;
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
place (BcCompletenessLine *self,
       GtkWidget          *child,
       int                 x,
       int                 width)
{
  int all = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { rtl ? all - x - width : x, 0, width, gtk_widget_get_height (GTK_WIDGET (self)) };

  gtk_widget_set_child_visible (child, TRUE);
  gtk_widget_size_allocate (child, &at, -1);
}

/* The count, then the first of what is missing, then the question at the end, then more of what is missing. */
static void
bc_completeness_line_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  BcCompletenessLine *self = BC_COMPLETENESS_LINE (widget);
  int question = get_natural_width (self->question);
  int x = get_natural_width (self->summary);
  int first = 0;

  place (self, self->summary, 0, MIN (x, width));
  if (self->missing->len > 0)
    first = SPACING + get_natural_width (g_ptr_array_index (self->missing, 0));
  question = MIN (question, width - x - first - SPACING);
  if (question >= LEAST_QUESTION)
    place (self, self->question, width - question, question);
  else
    question = 0;
  gtk_widget_set_child_visible (self->question, question > 0);
  for (guint i = 0; i < self->missing->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->missing, i);
      int wanted = get_natural_width (button);
      gboolean fits = x + SPACING + wanted + (question > 0 ? SPACING + question : 0) <= width;

      gtk_widget_set_child_visible (button, fits);
      x += SPACING;
      if (fits)
        place (self, button, x, wanted);
      /* Nothing jumps the queue because its name is short. */
      x = fits ? x + wanted : width;
    }
}

static void
bc_completeness_line_dispose (GObject *object)
{
  BcCompletenessLine *self = BC_COMPLETENESS_LINE (object);
  GtkWidget *child;

  if (self->history_signals != NULL)
    g_signal_group_set_target (self->history_signals, NULL);
  g_clear_object (&self->history_signals);
  g_ptr_array_set_size (self->missing, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (bc_completeness_line_parent_class)->dispose (object);
}

static void
bc_completeness_line_finalize (GObject *object)
{
  BcCompletenessLine *self = BC_COMPLETENESS_LINE (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_ptr_array_unref (self->missing);

  G_OBJECT_CLASS (bc_completeness_line_parent_class)->finalize (object);
}

static void
bc_completeness_line_class_init (BcCompletenessLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bc_completeness_line_dispose;
  object_class->finalize = bc_completeness_line_finalize;
  widget_class->measure = bc_completeness_line_measure;
  widget_class->size_allocate = bc_completeness_line_size_allocate;
  signals[SIGNAL_GO] = g_signal_new ("go", BC_TYPE_COMPLETENESS_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "completenessline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_summary (BcCompletenessLine *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->check = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "icon-name", "object-select-symbolic", NULL);
  self->count = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_widget_add_css_class (box, "done");
  self->summary = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->summary, "flat");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->summary), box);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->summary), GTK_ARROW_UP);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->summary), fill_popover_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->summary, _("What belongs on a complete chart"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->summary), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What belongs on a complete chart"), -1);
  gtk_widget_set_parent (self->summary, GTK_WIDGET (self));
}

static void
bc_completeness_line_init (BcCompletenessLine *self)
{
  self->missing = g_ptr_array_new ();
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_summary (self);
  self->question = gtk_label_new (_("Is all your pain on the chart?"));
  gtk_label_set_ellipsize (GTK_LABEL (self->question), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (self->question, get_reason ());
  gtk_widget_set_parent (self->question, GTK_WIDGET (self));
  self->history_signals = g_signal_group_new (BC_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (update), self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the chart still lacks"), -1);
}

/**
 * bc_completeness_line_new:
 *
 * Returns: (transfer floating): a line without a chart
 */
GtkWidget *
bc_completeness_line_new (void)
{
  return g_object_new (BC_TYPE_COMPLETENESS_LINE, NULL);
}

/**
 * bc_completeness_line_set_chart:
 * @chart: (nullable): a document
 * @visit: (nullable): one of its visits
 *
 * Watches another chart. Without one nothing shows.
 */
void
bc_completeness_line_set_chart (BcCompletenessLine *self,
                                BcChart            *chart,
                                BcVisit            *visit)
{
  g_return_if_fail (BC_IS_COMPLETENESS_LINE (self));
  g_return_if_fail (chart == NULL || BC_IS_CHART (chart));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  g_signal_group_set_target (self->history_signals, chart != NULL ? bc_chart_get_history (chart) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), visit != NULL);
  update (self);
}
