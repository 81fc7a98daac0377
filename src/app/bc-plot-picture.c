/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-plot-picture.h"

#include "bc-i18n.h"
#include "bc-screen.h"
#include "bc-trend-plot.h"
#include "bc-words-comparison.h"

/* Pixels. */
#define LEAST_WIDTH 260
#define LEAST_HEIGHT 320

#define NOTHING (-1)

struct _BcPlotPicture
{
  BcPainted parent_instance;

  BcPlot *plot;  /* (nullable) */
  GStrv   lines; /* (nullable): what each visit says */
  int     read;  /* which visit, or NOTHING */
};

enum
{
  SIGNAL_READING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcPlotPicture, bc_plot_picture, BC_TYPE_PAINTED)

static BcBox
get_box (BcPlotPicture *self)
{
  return (BcBox) { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) };
}

/* --- painting --- */

static void
paint_cursor (BcPlotPicture *self,
              cairo_t       *cr,
              const BcBox   *box)
{
  const BcColour *colour = &bc_palette_get (bc_screen_get_scheme ())->text;
  double em = bc_screen_get_text_size (GTK_WIDGET (self));
  double x = bc_plot_find_place (self->plot, box, em, (guint) self->read);

  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, 0.55);
  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, x, box->y + em);
  cairo_line_to (cr, x, box->y + box->height - 2 * em);
  cairo_stroke (cr);
}

static void
bc_plot_picture_paint (BcPainted *painted,
                       cairo_t   *cr,
                       double     width,
                       double     height)
{
  BcPlotPicture *self = BC_PLOT_PICTURE (painted);
  BcBox box = { 0, 0, width, height };

  if (self->plot == NULL)
    return;
  if (self->read != NOTHING)
    paint_cursor (self, cr, &box);
  bc_paint_plot (cr, gtk_widget_get_pango_context (GTK_WIDGET (self)), self->plot, &box,
                 bc_screen_get_text_size (GTK_WIDGET (self)), bc_screen_get_scheme ());
}

/* --- reading --- */

static guint
count (BcPlotPicture *self)
{
  return self->plot != NULL ? self->plot->dates->len : 0;
}

static void
read_visit (BcPlotPicture *self,
            int            visit)
{
  if (visit == self->read)
    return;
  self->read = visit;
  bc_painted_changed (BC_PAINTED (self));
  g_signal_emit (self, signals[SIGNAL_READING], 0, visit != NOTHING ? self->lines[visit] : NULL);
}

static int
find_visit (BcPlotPicture *self,
            double         x)
{
  BcBox box = get_box (self);

  return count (self) > 0
           ? (int) bc_plot_find_date (self->plot, &box, bc_screen_get_text_size (GTK_WIDGET (self)), x) : NOTHING;
}

static void
motion_cb (BcPlotPicture *self,
           double         x,
           double         y)
{
  g_assert (BC_IS_PLOT_PICTURE (self));

  read_visit (self, find_visit (self, x));
}

static void
leave_cb (BcPlotPicture *self)
{
  g_assert (BC_IS_PLOT_PICTURE (self));

  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    read_visit (self, NOTHING);
}

/* A line each, which is easier to read at the pointer. */
static char *
bc_plot_picture_dup_words (BcPainted *painted,
                           double     x,
                           double     y)
{
  BcPlotPicture *self = BC_PLOT_PICTURE (painted);
  int visit = find_visit (self, x);
  g_auto(GStrv) parts = NULL;

  if (visit == NOTHING)
    return NULL;
  parts = g_strsplit (self->lines[visit], C_("list", "; "), -1);
  return g_strjoinv ("\n", parts);
}

/* @parameter: by how many visits; beyond the ends it is the last there. */
static gboolean
step_cb (GtkWidget *widget,
         GVariant  *parameter,
         gpointer   data)
{
  BcPlotPicture *self = BC_PLOT_PICTURE (widget);
  int step = g_variant_get_int32 (parameter);
  int last = (int) count (self) - 1;

  if (last < 0)
    return GDK_EVENT_PROPAGATE;
  if (self->read == NOTHING) /* begins at the end from which it comes */
    read_visit (self, step > 0 && step < G_MAXINT16 ? 0 : step == -G_MAXINT16 ? 0 : last);
  else
    read_visit (self, CLAMP (self->read + step, 0, last));
  return GDK_EVENT_STOP;
}

/* --- the widget --- */

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
bc_plot_picture_finalize (GObject *object)
{
  BcPlotPicture *self = BC_PLOT_PICTURE (object);

  g_clear_pointer (&self->plot, bc_plot_free);
  g_clear_pointer (&self->lines, g_strfreev);

  G_OBJECT_CLASS (bc_plot_picture_parent_class)->finalize (object);
}

static void
bc_plot_picture_class_init (BcPlotPictureClass *klass)
{
  static const struct
  {
    guint key;
    int   step;
  } keys[] = { { GDK_KEY_Left, -1 },  { GDK_KEY_KP_Left, -1 },          { GDK_KEY_Right, 1 },
               { GDK_KEY_KP_Right, 1 }, { GDK_KEY_Home, -G_MAXINT16 }, { GDK_KEY_End, G_MAXINT16 } };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bc_plot_picture_finalize;
  widget_class->measure = bc_plot_picture_measure;
  BC_PAINTED_CLASS (klass)->paint = bc_plot_picture_paint;
  BC_PAINTED_CLASS (klass)->dup_words = bc_plot_picture_dup_words;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, step_cb, "i", keys[i].step);
  gtk_widget_class_set_css_name (widget_class, "plotpicture");
  signals[SIGNAL_READING] = g_signal_new ("reading", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bc_plot_picture_init (BcPlotPicture *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->read = NOTHING;
  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Plot of intensity, pain extent and number of regions over all visits"), -1);
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
  g_autofree char *words = trend != NULL ? bc_words_dup_trend (trend) : g_strdup ("");

  g_return_if_fail (BC_IS_PLOT_PICTURE (self));

  read_visit (self, NOTHING);
  g_clear_pointer (&self->plot, bc_plot_free);
  g_clear_pointer (&self->lines, g_strfreev);
  if (trend != NULL)
    self->plot = bc_trend_plot_new (trend);
  self->lines = g_strsplit (words, "\n", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  bc_painted_changed (BC_PAINTED (self));
}

/**
 * bc_plot_picture_get_lines:
 *
 * Returns: (transfer none) (nullable): what each visit says, the oldest first
 */
const char *const *
bc_plot_picture_get_lines (BcPlotPicture *self)
{
  g_return_val_if_fail (BC_IS_PLOT_PICTURE (self), NULL);

  return (const char *const *) self->lines;
}
