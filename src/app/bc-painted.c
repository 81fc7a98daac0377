/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-painted.h"

#include "bc-screen.h"

typedef struct
{
  cairo_surface_t *painted; /* (nullable): what scrolling only copies */
} BcPaintedPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (BcPainted, bc_painted, GTK_TYPE_WIDGET)

static BcPaintedPrivate *
get_private (BcPainted *self)
{
  return bc_painted_get_instance_private (self);
}

static void
lay_out (BcPainted *self,
         int        width,
         int        height)
{
  g_clear_pointer (&get_private (self)->painted, cairo_surface_destroy);
  if (BC_PAINTED_GET_CLASS (self)->lay_out != NULL)
    BC_PAINTED_GET_CLASS (self)->lay_out (self, width, height);
}

static void
bc_painted_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  lay_out (BC_PAINTED (widget), width, height);
}

static cairo_surface_t *
paint (BcPainted *self,
       int        width,
       int        height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  g_autoptr(cairo_t) cr = NULL;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  BC_PAINTED_GET_CLASS (self)->paint (self, cr, width, height);
  return surface;
}

static void
bc_painted_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  BcPaintedPrivate *private = get_private (BC_PAINTED (widget));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr(cairo_t) cr = NULL;

  if (width == 0 || height == 0)
    return;
  if (private->painted == NULL)
    private->painted = paint (BC_PAINTED (widget), width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_surface (cr, private->painted, 0, 0);
  cairo_paint (cr);
}

static gboolean
bc_painted_query_tooltip (GtkWidget  *widget,
                          int         x,
                          int         y,
                          gboolean    keyboard,
                          GtkTooltip *tooltip)
{
  g_autofree char *words = keyboard ? NULL : bc_painted_dup_words (BC_PAINTED (widget), x, y);

  if (words != NULL)
    gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
bc_painted_finalize (GObject *object)
{
  g_clear_pointer (&get_private (BC_PAINTED (object))->painted, cairo_surface_destroy);

  G_OBJECT_CLASS (bc_painted_parent_class)->finalize (object);
}

static void
bc_painted_class_init (BcPaintedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bc_painted_finalize;
  widget_class->size_allocate = bc_painted_size_allocate;
  widget_class->snapshot = bc_painted_snapshot;
  widget_class->query_tooltip = bc_painted_query_tooltip;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bc_painted_init (BcPainted *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  bc_screen_connect (GTK_WIDGET (self), G_CALLBACK (bc_painted_changed));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (bc_painted_changed), NULL);
}

/**
 * bc_painted_changed:
 *
 * Lays out and paints again, since something else is to be shown.
 */
void
bc_painted_changed (BcPainted *self)
{
  g_return_if_fail (BC_IS_PAINTED (self));

  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_painted_dup_words:
 * @x: pixels of the widget
 * @y: pixels of the widget
 *
 * Returns: (transfer full) (nullable): what is at a place
 */
char *
bc_painted_dup_words (BcPainted *self,
                      double     x,
                      double     y)
{
  g_return_val_if_fail (BC_IS_PAINTED (self), NULL);

  return BC_PAINTED_GET_CLASS (self)->dup_words != NULL ? BC_PAINTED_GET_CLASS (self)->dup_words (self, x, y) : NULL;
}
