/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ring.h"

#include <cairo.h>
#include <math.h>

/* A dark line beside a light one is seen on any ground. */
#define LINE 1.25f
/* How much of what is below the eraser's band still shows. */
#define BAND_OPACITY 0.55

struct _BcRing
{
  GtkWidget parent_instance;

  double  x;
  double  y;
  double  diameter;
  GArray *band; /* (nullable) */
  double  band_width;
};

G_DEFINE_FINAL_TYPE (BcRing, bc_ring, GTK_TYPE_WIDGET)

static void
append_circle (GtkSnapshot *snapshot,
               double       x,
               double       y,
               double       diameter,
               float        grey)
{
  const float widths[] = { LINE, LINE, LINE, LINE };
  const GdkRGBA colour = { grey, grey, grey, 0.85f };
  const GdkRGBA colours[] = { colour, colour, colour, colour };
  GskRoundedRect circle;

  if (diameter < 3)
    return;
  gsk_rounded_rect_init_from_rect (&circle,
                                   &GRAPHENE_RECT_INIT ((float) (x - diameter / 2), (float) (y - diameter / 2),
                                                        (float) diameter, (float) diameter),
                                   (float) diameter / 2);
  gtk_snapshot_append_border (snapshot, &circle, widths, colours);
}

/* Half of the ground covers what will be gone. */
static void
append_band (BcRing      *self,
             GtkSnapshot *snapshot)
{
  const graphene_point_t *points = (const graphene_point_t *) (gpointer) self->band->data;
  float margin = (float) self->band_width / 2 + 1;
  graphene_rect_t box = GRAPHENE_RECT_INIT (points[0].x, points[0].y, 0, 0);
  cairo_t *cr;

  for (guint i = 1; i < self->band->len; i++)
    graphene_rect_expand (&box, &points[i], &box);
  graphene_rect_inset (&box, -margin, -margin);
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  cairo_set_line_width (cr, self->band_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_source_rgba (cr, 0.75, 0.75, 0.75, BAND_OPACITY);
  cairo_move_to (cr, (double) points[0].x, (double) points[0].y);
  for (guint i = 0; i < self->band->len; i++)
    cairo_line_to (cr, (double) points[i].x, (double) points[i].y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
bc_ring_snapshot (GtkWidget   *widget,
                  GtkSnapshot *snapshot)
{
  BcRing *self = BC_RING (widget);

  if (self->band != NULL && self->band->len > 0)
    append_band (self, snapshot);
  if (!(self->diameter > 0))
    return;
  append_circle (snapshot, self->x, self->y, self->diameter, 0.1f);
  append_circle (snapshot, self->x, self->y, self->diameter - 2 * (double) LINE, 1.0f);
}

static void
bc_ring_finalize (GObject *object)
{
  g_clear_pointer (&BC_RING (object)->band, g_array_unref);

  G_OBJECT_CLASS (bc_ring_parent_class)->finalize (object);
}

static void
bc_ring_class_init (BcRingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_ring_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = bc_ring_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "brushring");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bc_ring_init (BcRing *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * bc_ring_new:
 *
 * Returns: (transfer floating): a ring that does not show yet
 */
GtkWidget *
bc_ring_new (void)
{
  return g_object_new (BC_TYPE_RING, NULL);
}

/**
 * bc_ring_set_tip:
 * @x: middle of the tip, in pixels
 * @y: the same
 * @diameter: in pixels; 0 shows none
 *
 * Shows how large the tip is.
 */
void
bc_ring_set_tip (BcRing *self,
                 double  x,
                 double  y,
                 double  diameter)
{
  g_return_if_fail (BC_IS_RING (self));

  if (!(diameter > 0) && !(self->diameter > 0))
    return;
  self->x = x;
  self->y = y;
  self->diameter = diameter;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * bc_ring_set_band:
 * @points: (transfer full) (nullable) (element-type graphene_point_t): where the eraser has passed, in pixels
 * @width: of the eraser, in pixels
 *
 * Shows what will be gone.
 */
void
bc_ring_set_band (BcRing *self,
                  GArray *points,
                  double  width)
{
  g_return_if_fail (BC_IS_RING (self));

  if (points == NULL && self->band == NULL)
    return;
  g_clear_pointer (&self->band, g_array_unref);
  self->band = points;
  self->band_width = width;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
