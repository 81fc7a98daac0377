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
/* A figure that is cut fades out over so much. */
#define FADE 14.0
#define LEAST_WIDTH 240
#define USUAL_WIDTH 560

struct _BcMapPicture
{
  GtkWidget parent_instance;

  BcOverlay  *overlay; /* (nullable) */
  BcMapPanels panels;
  cairo_surface_t *painted; /* (nullable): what scrolling only copies */
};

G_DEFINE_FINAL_TYPE (BcMapPicture, bc_map_picture, GTK_TYPE_WIDGET)

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
forget (BcMapPicture *self)
{
  g_clear_pointer (&self->painted, cairo_surface_destroy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bc_map_picture_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  lay_out (BC_MAP_PICTURE (widget), width, TRUE);
  forget (BC_MAP_PICTURE (widget));
}

/* Fades what was painted out from one end to the other, where the body goes on beyond the picture. */
static void
fade_out (cairo_t  *cr,
          double    x1,
          double    y1,
          double    x2,
          double    y2,
          gboolean  at_start,
          gboolean  at_end)
{
  double part = FADE / MAX (x2 - x1 + y2 - y1, 4 * FADE);
  cairo_pattern_t *fade = cairo_pattern_create_linear (x1, y1, x2, y2);

  cairo_pattern_add_color_stop_rgba (fade, 0, 0, 0, 0, at_start ? 0 : 1);
  cairo_pattern_add_color_stop_rgba (fade, part, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1 - part, 0, 0, 0, 1);
  cairo_pattern_add_color_stop_rgba (fade, 1, 0, 0, 0, at_end ? 0 : 1);
  cairo_pop_group_to_source (cr);
  cairo_mask (cr, fade);
  cairo_pattern_destroy (fade);
}

static void
paint_panel (BcMapPicture *self,
             const BcMapPanel *panel,
             cairo_t      *cr)
{
  double text_size = bc_screen_get_text_size (GTK_WIDGET (self));
  double caption = bc_view_widget_get_caption_height (GTK_WIDGET (self));
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const BcBox *place = &panel->place;
  BcScheme scheme = bc_screen_get_scheme ();
  BcBox whole = bc_view_get_box (panel->view);

  cairo_save (cr);
  cairo_rectangle (cr, place->x, place->y + caption, place->width, place->height - caption);
  cairo_clip (cr);
  cairo_push_group (cr);
  cairo_push_group (cr);
  bc_paint_figure (cr, panel->view, &panel->viewport, scheme);
  bc_paint_overlay (cr, pango, panel->view, &panel->viewport, self->overlay, text_size, scheme);
  fade_out (cr, 0, place->y + caption, 0, place->y + place->height, panel->body.y > whole.y,
            panel->body.y + panel->body.height < whole.y + whole.height);
  fade_out (cr, place->x, 0, place->x + place->width, 0, panel->body.x > whole.x,
            panel->body.x + panel->body.width < whole.x + whole.width);
  cairo_restore (cr);
  bc_paint_captions (cr, pango, panel->view, place, text_size, scheme);
}

static cairo_surface_t *
paint (BcMapPicture *self,
       int           width,
       int           height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  g_autoptr(cairo_t) cr = NULL;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  for (guint i = 0; i < self->panels.n; i++)
    paint_panel (self, &self->panels.panels[i], cr);
  return surface;
}

static void
bc_map_picture_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BcMapPicture *self = BC_MAP_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr(cairo_t) cr = NULL;

  if (self->overlay == NULL || width == 0 || height == 0)
    return;
  if (self->painted == NULL)
    self->painted = paint (self, width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_surface (cr, self->painted, 0, 0);
  cairo_paint (cr);
}

/* --- what is under the pointer --- */

static gboolean
bc_map_picture_query_tooltip (GtkWidget  *widget,
                              int         at_x,
                              int         at_y,
                              gboolean    keyboard,
                              GtkTooltip *tooltip)
{
  BcMapPicture *self = BC_MAP_PICTURE (widget);

  for (guint i = 0; i < self->panels.n && !keyboard; i++)
    {
      const BcMapPanel *panel = &self->panels.panels[i];
      double x = at_x;
      double y = at_y;
      BcRegion region;
      g_autofree char *name = NULL;
      g_autofree char *words = NULL;
      g_autofree char *text = NULL;

      if (x < panel->place.x || x >= panel->place.x + panel->place.width || y < panel->place.y
          || y >= panel->place.y + panel->place.height)
        continue;
      bc_viewport_to_body (&panel->viewport, &x, &y);
      region = bc_view_region_at (panel->view, x, y);
      if (region == BC_REGION_NONE)
        return FALSE;
      name = bc_region_dup_name (region);
      words = bc_overlay_dup_words (self->overlay, region);
      text = words != NULL ? g_strdup_printf ("%s\n%s", name, words) : g_strdup (name);
      gtk_tooltip_set_text (tooltip, text);
      return TRUE;
    }
  return FALSE;
}

/* --- life --- */

static void
bc_map_picture_finalize (GObject *object)
{
  BcMapPicture *self = BC_MAP_PICTURE (object);

  g_clear_pointer (&self->overlay, bc_overlay_free);
  g_clear_pointer (&self->painted, cairo_surface_destroy);

  G_OBJECT_CLASS (bc_map_picture_parent_class)->finalize (object);
}

static void
bc_map_picture_class_init (BcMapPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bc_map_picture_finalize;
  widget_class->get_request_mode = bc_map_picture_get_request_mode;
  widget_class->measure = bc_map_picture_measure;
  widget_class->size_allocate = bc_map_picture_size_allocate;
  widget_class->snapshot = bc_map_picture_snapshot;
  widget_class->query_tooltip = bc_map_picture_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "mappicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bc_map_picture_init (BcMapPicture *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  bc_screen_connect (GTK_WIDGET (self), G_CALLBACK (forget));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget), NULL);
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
  forget (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
