/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-map-picture.h"

#include "bc-i18n.h"
#include "bc-map-panels.h"
#include "bc-overlay-maker.h"
#include "bc-painter.h"
#include "bc-screen.h"
#include "bc-view-widget.h"

#include <math.h>

/* Lengths in pixels. */
#define LEAST_WIDTH 240
#define USUAL_WIDTH 560

struct _BcMapPicture
{
  BcPainted parent_instance;

  BcOverlay  *overlay; /* (nullable) */
  BcMapPanels panels;
};

G_DEFINE_FINAL_TYPE (BcMapPicture, bc_map_picture, BC_TYPE_PAINTED)

static double
lay_out (BcMapPicture *self,
         double        width,
         gboolean      place)
{
  return bc_map_panels_lay_out (&self->panels, width, bc_view_widget_get_caption_height (GTK_WIDGET (self)), place);
}

static GtkSizeRequestMode
bc_map_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bc_map_picture_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = LEAST_WIDTH;
  *natural = USUAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) ceil (lay_out (BC_MAP_PICTURE (widget), for_size > 0 ? for_size : USUAL_WIDTH, FALSE));
}

static void
bc_map_picture_lay_out (BcPainted *picture,
                        double     width,
                        double     height)
{
  lay_out (BC_MAP_PICTURE (picture), width, TRUE);
}

static void
paint_panel (BcMapPicture     *self,
             const BcViewCell *panel,
             cairo_t          *cr)
{
  double text_size = bc_screen_get_text_size (GTK_WIDGET (self));
  double caption = bc_view_widget_get_caption_height (GTK_WIDGET (self));
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self));
  BcScheme scheme = bc_screen_get_scheme ();

  bc_view_cell_begin (panel, cr, caption);
  bc_paint_figure (cr, panel->view, &panel->viewport, scheme);
  bc_paint_overlay (cr, pango, panel->view, &panel->viewport, self->overlay, text_size, scheme);
  bc_view_cell_end (panel, cr, caption);
  bc_paint_captions (cr, pango, panel->view, &panel->place, text_size, scheme);
}

static void
bc_map_picture_paint (BcPainted *picture,
                      cairo_t   *cr,
                      double     width,
                      double     height)
{
  BcMapPicture *self = BC_MAP_PICTURE (picture);

  for (guint i = 0; i < self->panels.n && self->overlay != NULL; i++)
    paint_panel (self, &self->panels.panels[i], cr);
}

/* The region at a place, and what the map says of it. */
static char *
bc_map_picture_dup_words (BcPainted *picture,
                          double     x,
                          double     y)
{
  BcMapPicture *self = BC_MAP_PICTURE (picture);
  const BcViewCell *panel = bc_view_cells_find (self->panels.panels, self->panels.n, x, y);
  BcRegion region = panel != NULL ? bc_view_cell_find_region (panel, x, y) : BC_REGION_NONE;
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;

  if (region == BC_REGION_NONE)
    return NULL;
  name = bc_region_dup_name (region);
  words = bc_overlay_dup_words (self->overlay, region);
  return words != NULL ? g_strdup_printf ("%s\n%s", name, words) : g_steal_pointer (&name);
}

/* --- life --- */

static void
bc_map_picture_finalize (GObject *object)
{
  BcMapPicture *self = BC_MAP_PICTURE (object);

  g_clear_pointer (&self->overlay, bc_overlay_free);

  G_OBJECT_CLASS (bc_map_picture_parent_class)->finalize (object);
}

static void
bc_map_picture_class_init (BcMapPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bc_map_picture_finalize;
  widget_class->get_request_mode = bc_map_picture_get_request_mode;
  widget_class->measure = bc_map_picture_measure;
  BC_PAINTED_CLASS (klass)->lay_out = bc_map_picture_lay_out;
  BC_PAINTED_CLASS (klass)->paint = bc_map_picture_paint;
  BC_PAINTED_CLASS (klass)->dup_words = bc_map_picture_dup_words;
  gtk_widget_class_set_css_name (widget_class, "mappicture");
}

static void
bc_map_picture_init (BcMapPicture *self)
{
}

/**
 * bc_map_picture_new:
 *
 * Returns: (transfer floating): a picture of no map yet
 */
GtkWidget *
bc_map_picture_new (void)
{
  return g_object_new (BC_TYPE_MAP_PICTURE, NULL);
}

/**
 * bc_map_picture_set_map:
 * @pattern: the map
 * @side: of its source
 * @figure: on which figure
 */
void
bc_map_picture_set_map (BcMapPicture    *self,
                        const BcPattern *pattern,
                        BcSide           side,
                        BcFigureId       figure)
{
  g_autofree char *label = NULL;

  g_return_if_fail (BC_IS_MAP_PICTURE (self));
  g_return_if_fail (pattern != NULL);

  g_clear_pointer (&self->overlay, bc_overlay_free);
  self->overlay = bc_overlay_from_pattern (pattern, side);
  bc_map_panels_init (&self->panels, self->overlay, figure);
  /* Translators: %s is the name of a map, as in "L5 dermatome, right" */
  label = g_strdup_printf (_("Picture of the map: %s"), self->overlay->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  bc_painted_changed (BC_PAINTED (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
