/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-plot-picture.h"

#include "bc-i18n.h"
#include "bc-screen.h"
#include "bc-trend-plot.h"
#include "bc-words-comparison.h"

/* Pixels. */
#define LEAST_WIDTH 260
#define LEAST_HEIGHT 320

struct _BcPlotPicture
{
  GtkWidget parent_instance;

  BcPlot *plot; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BcPlotPicture, bc_plot_picture, GTK_TYPE_WIDGET)

static void
bc_plot_picture_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
bc_plot_picture_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BcPlotPicture *self = BC_PLOT_PICTURE (widget);
  const BcBox box = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  g_autoptr(cairo_t) cr = NULL;

  if (self->plot == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) box.width, (float) box.height));
  bc_paint_plot (cr, gtk_widget_get_pango_context (widget), self->plot, &box, bc_screen_get_text_size (widget),
                 bc_screen_get_scheme ());
}

static void
bc_plot_picture_finalize (GObject *object)
{
  g_clear_pointer (&BC_PLOT_PICTURE (object)->plot, bc_plot_free);

  G_OBJECT_CLASS (bc_plot_picture_parent_class)->finalize (object);
}

static void
bc_plot_picture_class_init (BcPlotPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bc_plot_picture_finalize;
  widget_class->measure = bc_plot_picture_measure;
  widget_class->snapshot = bc_plot_picture_snapshot;
  gtk_widget_class_set_css_name (widget_class, "plotpicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bc_plot_picture_init (BcPlotPicture *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Plot of intensity, pain extent and number of regions over all visits"), -1);
  bc_screen_connect (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * bc_plot_picture_new:
 *
 * Returns: (transfer floating): a plot of nothing yet
 */
GtkWidget *
bc_plot_picture_new (void)
{
  return g_object_new (BC_TYPE_PLOT_PICTURE, NULL);
}

/**
 * bc_plot_picture_set_trend:
 * @trend: (nullable): what to plot
 */
void
bc_plot_picture_set_trend (BcPlotPicture *self,
                           const BcTrend *trend)
{
  g_autofree char *words = NULL;

  g_return_if_fail (BC_IS_PLOT_PICTURE (self));

  g_clear_pointer (&self->plot, bc_plot_free);
  if (trend != NULL)
    {
      self->plot = bc_trend_plot_new (trend);
      words = bc_words_dup_trend (trend);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
