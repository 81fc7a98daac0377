/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-map-picture.h"

#include "bc-atlas.h"
#include "bc-i18n.h"
#include "bc-overlay-maker.h"
#include "bc-painter.h"
#include "bc-screen.h"
#include "bc-view-widget.h"

#include <math.h>

/* What is less likely shows as a tint, but does not decide what is seen of the figure. */
#define SEEN 0.1
/* A view that shows less of the map than this part of the best one is left out, unless it shows a region best. */
#define LEAST_PART 0.3
/* Lengths in mm of the body. */
#define ROUND_ABOUT 70.0
#define LEAST_HEIGHT 420.0
/* Beyond it, arms are spread; the other one need not be seen. */
#define TRUNK 300.0
#define OVER_MIDLINE 130.0
/* More than this part of a body is shown as the whole body. */
#define NEARLY_ALL 0.8
/* Lengths in pixels. */
#define GAP 12
#define MARGIN 8
#define MOST_HEIGHT 340
/* Views lie in one row as long as they are at least as high. */
#define ENOUGH_HEIGHT 230
/* A figure that is cut fades out over so much. */
#define FADE 14.0
#define LEAST_WIDTH 240
#define USUAL_WIDTH 560

typedef struct
{
  const BcView *view;
  BcBox         body;  /* what is seen of it, mm */
  BcBox         place; /* pixels, with the caption */
  BcViewport    viewport;
} Panel;

struct _BcMapPicture
{
  GtkWidget parent_instance;

  BcOverlay *overlay; /* (nullable) */
  Panel      panels[BC_N_VIEWS];
  guint      n;
  cairo_surface_t *painted; /* (nullable): what scrolling only copies */
};

G_DEFINE_FINAL_TYPE (BcMapPicture, bc_map_picture, GTK_TYPE_WIDGET)

/* --- which views --- */

static gboolean
is_body (BcViewId view)
{
  return view != BC_VIEW_SOLES && view != BC_VIEW_HANDS;
}

/* The view that shows most of a region. */
static int
best_view (BcFigureId figure,
           BcRegion   region)
{
  int best = -1;
  double most = 0;

  for (int view = 0; view < BC_N_VIEWS; view++)
    {
      double area = bc_atlas_get_visible_area (figure, region, (BcViewId) view);

      if (area > most && bc_view_has_region (bc_atlas_get_view (figure, (BcViewId) view), region))
        {
          best = view;
          most = area;
        }
    }
  return best;
}

/**
 * bc_map_picture_list_views:
 * @overlay: a map
 * @figure: on which figure
 * @views: (out caller-allocates): the views, in their order
 *
 * Chooses the views in which most of the map is seen, and for each region that is likely at all the one that shows it
 * best.
 *
 * Returns: how many
 */
guint
bc_map_picture_list_views (const BcOverlay *overlay,
                           BcFigureId       figure,
                           BcViewId         views[BC_N_VIEWS])
{
  double weights[BC_N_VIEWS] = { 0 };
  gboolean needed[BC_N_VIEWS] = { FALSE };
  double most = 0;
  guint n = 0;

  g_return_val_if_fail (overlay != NULL && views != NULL, 0);

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      int best = overlay->tint[region] >= SEEN ? best_view (figure, (BcRegion) region) : -1;

      if (best >= 0)
        needed[best] = TRUE;
      for (int view = 0; view < BC_N_VIEWS; view++)
        weights[view] += overlay->tint[region]
                         * bc_atlas_get_visible_area (figure, (BcRegion) region, (BcViewId) view);
    }
  for (int view = 0; view < BC_N_VIEWS; view++)
    most = MAX (most, weights[view]);
  for (int view = 0; view < BC_N_VIEWS; view++)
    if (needed[view] || (weights[view] > 0 && weights[view] >= LEAST_PART * most && is_body ((BcViewId) view)))
      views[n++] = (BcViewId) view;
  return n;
}

/* --- what is seen of them --- */

static void
grow_over (BcBox       *box,
           const BcBox *other)
{
  double right = MAX (box->x + box->width, other->x + other->width);
  double bottom = MAX (box->y + box->height, other->y + other->height);

  if (box->width <= 0)
    {
      *box = *other;
      return;
    }
  box->x = MIN (box->x, other->x);
  box->y = MIN (box->y, other->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

static BcBox
map_box (const BcOverlay *overlay,
         const BcView    *view)
{
  BcBox box = { 0 };

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (overlay->tint[region] >= SEEN && bc_view_has_region (view, (BcRegion) region))
      {
        BcBox part = bc_view_get_region_box (view, (BcRegion) region);

        grow_over (&box, &part);
      }
  return box;
}

/* Bodies side by side are cut at the same heights. */
static BcBox
common_box (BcMapPicture *self)
{
  BcBox box = { 0 };
  double more;

  for (guint i = 0; i < self->n; i++)
    if (is_body (bc_view_get_id (self->panels[i].view)))
      {
        BcBox part = map_box (self->overlay, self->panels[i].view);

        if (part.width > 0)
          grow_over (&box, &part);
      }
  more = MAX (ROUND_ABOUT, (LEAST_HEIGHT - box.height) / 2);
  box.y -= more;
  box.height += 2 * more;
  return box;
}

/* The middle is always seen, so that one sees which side is which; of an arm the other one is not. */
static BcBox
cut (const BcView    *view,
     const BcOverlay *overlay,
     const BcBox     *common)
{
  BcBox whole = bc_view_get_box (view);
  BcBox part = map_box (overlay, view);
  gboolean from_side = bc_view_get_id (view) == BC_VIEW_LEFT || bc_view_get_id (view) == BC_VIEW_RIGHT;
  double top = MAX (whole.y, common->y);
  double bottom = MIN (whole.y + whole.height, common->y + common->height);
  double left = part.x - ROUND_ABOUT;
  double right = part.x + part.width + ROUND_ABOUT;
  double missing;

  if (!is_body (bc_view_get_id (view)) || bottom - top > NEARLY_ALL * whole.height)
    return whole;
  if (!from_side)
    {
      double widest = MAX (fabs (left), fabs (right));

      left = widest > TRUNK ? MIN (left, -OVER_MIDLINE) : -widest;
      right = widest > TRUNK ? MAX (right, OVER_MIDLINE) : widest;
    }
  missing = MAX (0, (bottom - top) * (from_side ? 0.45 : 0.7) - (right - left)) / 2;
  left = MAX (whole.x, left - missing);
  right = MIN (whole.x + whole.width, right + missing);
  return (BcBox) { left, top, right - left, bottom - top };
}

/* --- where they lie --- */

/* Height of a row of panels [from, to) at @width, without captions. */
static double
row_height (const BcMapPicture *self,
            guint               from,
            guint               to,
            double              width)
{
  double wide = 0; /* at height 1 */

  for (guint i = from; i < to; i++)
    wide += self->panels[i].body.width / self->panels[i].body.height;
  return MIN (MOST_HEIGHT, (width - 2 * MARGIN - GAP * (to - from - 1.0)) / wide);
}

/* How many panels to a row: all, unless that makes them too small. */
static guint
panels_a_row (const BcMapPicture *self,
              double              width)
{
  guint each = MAX (1, self->n);

  while (each > 1)
    {
      double least = MOST_HEIGHT;

      for (guint from = 0; from < self->n; from += each)
        least = MIN (least, row_height (self, from, MIN (self->n, from + each), width));
      if (least >= ENOUGH_HEIGHT)
        break;
      each = (each + 1) / 2 == each ? each - 1 : (each + 1) / 2;
    }
  return each;
}

/* Gives the height of all; places the panels where @place. */
static double
lay_out (BcMapPicture *self,
         double        width,
         gboolean      place)
{
  double caption = bc_view_widget_get_caption_height (GTK_WIDGET (self));
  guint each = panels_a_row (self, width);
  double y = MARGIN;

  for (guint from = 0; from < self->n; from += each)
    {
      guint to = MIN (self->n, from + each);
      double height = row_height (self, from, to, width);
      double x = width + GAP;

      for (guint i = from; i < to; i++)
        x -= height * self->panels[i].body.width / self->panels[i].body.height + GAP;
      x /= 2;
      for (guint i = from; i < to && place; i++)
        {
          Panel *panel = &self->panels[i];
          double room = height * panel->body.width / panel->body.height;

          panel->place = (BcBox) { x, y, room, height + caption };
          panel->viewport = bc_viewport_fit_box (&panel->body, x, y + caption, room, height);
          x += room + GAP;
        }
      y += height + caption + MARGIN;
    }
  return y;
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
             const Panel  *panel,
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
  for (guint i = 0; i < self->n; i++)
    paint_panel (self, &self->panels[i], cr);
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

  for (guint i = 0; i < self->n && !keyboard; i++)
    {
      const Panel *panel = &self->panels[i];
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
  BcViewId views[BC_N_VIEWS];
  BcBox common;
  g_autofree char *label = NULL;

  g_return_if_fail (BC_IS_MAP_PICTURE (self));
  g_return_if_fail (pattern != NULL);

  g_clear_pointer (&self->overlay, bc_overlay_free);
  self->overlay = bc_overlay_from_pattern (pattern, side);
  self->n = bc_map_picture_list_views (self->overlay, figure, views);
  for (guint i = 0; i < self->n; i++)
    self->panels[i].view = bc_atlas_get_view (figure, views[i]);
  common = common_box (self);
  for (guint i = 0; i < self->n; i++)
    self->panels[i].body = cut (self->panels[i].view, self->overlay, &common);
  /* Translators: %s is the name of a map, as in "L5 dermatome, right" */
  label = g_strdup_printf (_("Picture of the map: %s"), self->overlay->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  forget (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
