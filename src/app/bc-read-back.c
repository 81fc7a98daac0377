/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-read-back.h"

#include "bc-i18n.h"
#include "bc-words.h"

#define SPACING 6
/* Always as high as this many lines, so that the figure above keeps its size while it is marked. */
#define N_LINES 2

struct _BcReadBack
{
  GtkWidget parent_instance;

  BcChart   *chart;
  BcVisit   *visit;
  GtkWidget *icon;  /* something crosses to the other side */
  GtkWidget *label;
  GtkWidget *more;
  GtkWidget *all;   /* the same, without an end */

  GSignalGroup *history_signals;
};

G_DEFINE_FINAL_TYPE (BcReadBack, bc_read_back, GTK_TYPE_WIDGET)

/* @separator: between two sentences. Crossings come first: they are questions. */
static char *
dup_text (BcVisit    *visit,
          const char *separator,
          gboolean   *crosses)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  g_autofree char *clears = bc_words_dup_clears (G_LIST_MODEL (bc_visit_get_clears (visit)));
  g_autofree char *relation = g_strstrip (g_strdup (bc_visit_get_relation (visit)));
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      char *crossing = bc_words_dup_crossing (symptom);

      if (crossing != NULL)
        g_ptr_array_add (parts, crossing);
    }
  *crosses = parts->len > 0;
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      g_ptr_array_add (parts, bc_words_dup_symptom (symptom));
    }
  if (*relation != '\0')
    g_ptr_array_add (parts, g_strdup_printf ("%s.", relation));
  if (*clears != '\0')
    /* Translators: regions that are free of symptoms, as in "Clear: left: calf." */
    g_ptr_array_add (parts, g_strdup_printf (_("Clear: %s."), clears));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (_("Nothing is on the chart yet.")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (separator, (char **) parts->pdata);
}

static void
update (BcReadBack *self)
{
  g_autofree char *text = NULL;
  g_autofree char *lines = NULL;
  gboolean crosses;

  if (self->visit == NULL)
    return;
  text = dup_text (self->visit, " ", &crosses);
  lines = dup_text (self->visit, "\n\n", &crosses);
  gtk_widget_set_visible (self->icon, crosses);
  /* A label of this role is read out when its text changes; the same text again is no news. */
  if (g_strcmp0 (text, gtk_label_get_label (GTK_LABEL (self->label))) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_label_set_label (GTK_LABEL (self->all), lines);
}

static int
get_size (GtkWidget      *child,
          GtkOrientation  orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_height (BcReadBack *self)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (self->label, "X\nX");
  int height;

  G_STATIC_ASSERT (N_LINES == 2);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return MAX (height, get_size (self->more, GTK_ORIENTATION_VERTICAL));
}

static void
bc_read_back_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  BcReadBack *self = BC_READ_BACK (widget);
  int least;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = get_height (self);
      *natural = *minimum;
      return;
    }
  gtk_widget_measure (self->label, orientation, -1, &least, natural, NULL, NULL);
  *minimum = least + 2 * SPACING + get_size (self->icon, orientation) + get_size (self->more, orientation);
  *natural = MAX (*minimum, *natural);
}

static void
place (BcReadBack *self,
       GtkWidget  *child,
       int         x,
       int         width)
{
  int all = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { rtl ? all - x - width : x, 0, width, gtk_widget_get_height (GTK_WIDGET (self)) };

  gtk_widget_size_allocate (child, &at, -1);
}

static void
bc_read_back_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  BcReadBack *self = BC_READ_BACK (widget);
  int more = get_size (self->more, GTK_ORIENTATION_HORIZONTAL);
  int x = 0;

  if (gtk_widget_should_layout (self->icon))
    {
      x = get_size (self->icon, GTK_ORIENTATION_HORIZONTAL);
      place (self, self->icon, 0, x);
      x += SPACING;
    }
  place (self, self->label, x, MAX (0, width - x - more - SPACING));
  gtk_widget_set_child_visible (self->more,
                                pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->label))));
  if (gtk_widget_get_child_visible (self->more))
    place (self, self->more, width - more, more);
}

static void
bc_read_back_dispose (GObject *object)
{
  BcReadBack *self = BC_READ_BACK (object);
  GtkWidget *child;

  if (self->history_signals != NULL)
    g_signal_group_set_target (self->history_signals, NULL);
  g_clear_object (&self->history_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (bc_read_back_parent_class)->dispose (object);
}

static void
bc_read_back_class_init (BcReadBackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_read_back_dispose;
  widget_class->measure = bc_read_back_measure;
  widget_class->size_allocate = bc_read_back_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "readback");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_label (BcReadBack *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_selectable (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->label), N_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_yalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

static void
add_more (BcReadBack *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->all = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->all), TRUE);
  gtk_label_set_selectable (GTK_LABEL (self->all), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->all), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->all), 50);
  gtk_popover_set_child (GTK_POPOVER (popover), self->all);
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-horizontal-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->more), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->more), popover);
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_valign (self->more, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (self->more, _("The whole chart in words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The whole chart in words"), -1);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

static void
bc_read_back_init (BcReadBack *self)
{
  self->icon = gtk_image_new_from_icon_name ("object-flip-horizontal-symbolic");
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_visible (self->icon, FALSE);
  gtk_widget_set_tooltip_text (self->icon, _("A symptom crosses to the other side of the body"));
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  add_label (self);
  add_more (self);
  self->history_signals = g_signal_group_new (BC_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (update), self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The chart in words"), -1);
}

/**
 * bc_read_back_new:
 *
 * Returns: (transfer floating): a line without a chart
 */
GtkWidget *
bc_read_back_new (void)
{
  return g_object_new (BC_TYPE_READ_BACK, NULL);
}

/**
 * bc_read_back_set_chart:
 * @chart: (nullable): a document
 * @visit: (nullable): one of its visits
 *
 * Reads another chart back. Without one nothing shows.
 */
void
bc_read_back_set_chart (BcReadBack *self,
                        BcChart    *chart,
                        BcVisit    *visit)
{
  g_return_if_fail (BC_IS_READ_BACK (self));
  g_return_if_fail (chart == NULL || BC_IS_CHART (chart));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  g_signal_group_set_target (self->history_signals, chart != NULL ? bc_chart_get_history (chart) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), visit != NULL);
  update (self);
}
