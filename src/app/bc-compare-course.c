/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-compare-course.h"

#include "bc-i18n.h"
#include "bc-plot-picture.h"

/* Pixels. */
#define MARGIN 12

struct _BcCompareCourse
{
  GtkWidget parent_instance;

  BcChart  *chart;     /* (nullable) */
  gboolean  has_trend; /* the plot is of the chart as it is */

  GtkWidget *scrolled;
  GtkWidget *plot;
  GtkWidget *reading;
  GtkWidget *expander;
  GtkWidget *numbers;
};

G_DEFINE_FINAL_TYPE (BcCompareCourse, bc_compare_course, GTK_TYPE_WIDGET)

/* A row a visit, made when somebody looks: of a long chart there are many. */
static void
list_numbers (BcCompareCourse *self)
{
  const char *const *lines = bc_plot_picture_get_lines (BC_PLOT_PICTURE (self->plot));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->numbers)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->numbers), row);
  if (!gtk_expander_get_expanded (GTK_EXPANDER (self->expander)))
    return;
  for (guint i = 0; lines != NULL && lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      GtkWidget *label = gtk_label_new (lines[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "change");
      row = gtk_list_box_row_new ();
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, lines[i], -1);
      gtk_list_box_append (GTK_LIST_BOX (self->numbers), row);
    }
}

static void
reading_cb (BcCompareCourse *self,
            const char      *words)
{
  g_assert (BC_IS_COMPARE_COURSE (self));

  gtk_label_set_label (GTK_LABEL (self->reading),
                       words != NULL ? words : _("Point at a visit, or press the arrow keys, to read its numbers."));
}

/* Measured when it is first looked at: many visits take a moment. */
static void
show_trend (BcCompareCourse *self)
{
  g_autoptr(BcTrend) trend = self->chart != NULL ? bc_trend_new (self->chart, NULL) : NULL;

  bc_plot_picture_set_trend (BC_PLOT_PICTURE (self->plot), trend);
  list_numbers (self);
  self->has_trend = TRUE;
}

/* The plot, and below it its numbers for who wants to read or copy them. */
static GtkWidget *
new_course (BcCompareCourse *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->plot = bc_plot_picture_new ();
  self->expander = gtk_expander_new_with_mnemonic (_("_Numbers"));
  self->numbers = gtk_list_box_new ();
  self->reading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign",
                                0.0, "lines", 2, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  reading_cb (self, NULL);
  g_signal_connect_object (self->plot, "reading", G_CALLBACK (reading_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->numbers), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->numbers, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->numbers), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("of a plot", "Numbers"), -1);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->numbers);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("of a plot", "Numbers"), -1);
  g_signal_connect_object (self->expander, "notify::expanded", G_CALLBACK (list_numbers), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->plot);
  gtk_box_append (GTK_BOX (box), self->reading);
  gtk_box_append (GTK_BOX (box), self->expander);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static void
bc_compare_course_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bc_compare_course_parent_class)->map (widget);

  if (!BC_COMPARE_COURSE (widget)->has_trend)
    show_trend (BC_COMPARE_COURSE (widget));
}

static void
bc_compare_course_dispose (GObject *object)
{
  BcCompareCourse *self = BC_COMPARE_COURSE (object);

  g_clear_object (&self->chart);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_compare_course_parent_class)->dispose (object);
}

static void
bc_compare_course_class_init (BcCompareCourseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_compare_course_dispose;
  widget_class->map = bc_compare_course_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparecourse");
}

static void
bc_compare_course_init (BcCompareCourse *self)
{
  self->scrolled = new_course (self);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

/**
 * bc_compare_course_new:
 *
 * Returns: (transfer floating): the course of no chart
 */
GtkWidget *
bc_compare_course_new (void)
{
  return g_object_new (BC_TYPE_COMPARE_COURSE, NULL);
}

/**
 * bc_compare_course_set_chart:
 * @chart: (nullable): whose course to show, as it is now
 */
void
bc_compare_course_set_chart (BcCompareCourse *self,
                             BcChart         *chart)
{
  g_return_if_fail (BC_IS_COMPARE_COURSE (self));

  g_set_object (&self->chart, chart);
  self->has_trend = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || chart == NULL)
    show_trend (self);
}
