/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-compare-picture.h"

#include "bc-compare-layout.h"
#include "bc-i18n.h"
#include "bc-onion.h"
#include "bc-screen.h"
#include "bc-view-widget.h"

/* Lengths in pixels. */
#define LEAST_WIDTH 260
#define LEAST_HEIGHT 220
#define SWATCH_WIDTH 34.0
/* Ems. */
#define LEGEND 2.4

struct _BcComparePicture
{
  GtkWidget parent_instance;

  BcCompareMode    mode;
  BcVisit         *before;
  BcVisit         *after;
  BcRegionChanges  changes;
  BcCompareLayout  layout;
  cairo_surface_t *painted; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (BcComparePicture, bc_compare_picture, GTK_TYPE_WIDGET)

/* --- places --- */

static void
lay_out (BcComparePicture *self,
         double            width,
         double            height)
{
  double em = bc_screen_get_text_size (GTK_WIDGET (self));

  self->layout.heading = 1.8 * em;
  self->layout.caption = bc_view_widget_get_caption_height (GTK_WIDGET (self));
  self->layout.n_cells = self->layout.n_groups = 0;
  if (self->before == NULL)
    return;
  if (self->mode == BC_COMPARE_ONION)
    bc_compare_layout_over (&self->layout, width, height - LEGEND * em);
  else
    bc_compare_layout_beside (&self->layout, self->before, self->after, width, height);
}

/* --- painting --- */

static void
write_centred (BcComparePicture *self,
               cairo_t          *cr,
               const char       *text,
               const BcBox      *box)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  const BcColour *colour = &bc_palette_get (bc_screen_get_scheme ())->text;
  PangoAttrList *bold = pango_attr_list_new ();
  int width;

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, bold);
  pango_attr_list_unref (bold);
  pango_layout_get_pixel_size (layout, &width, NULL);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  cairo_move_to (cr, box->x + (box->width - width) / 2, box->y);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_cell (BcComparePicture    *self,
            const BcCompareCell *cell,
            cairo_t             *cr)
{
  BcScheme scheme = bc_screen_get_scheme ();
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double em = bc_screen_get_text_size (GTK_WIDGET (self));

  bc_paint_figure (cr, cell->view, &cell->viewport, scheme);
  if (cell->visit == NULL)
    {
      bc_paint_onion (cr, cell->view, &cell->viewport, self->before, self->after, 0, scheme);
    }
  else
    {
      bc_paint_marks (cr, cell->view, &cell->viewport, cell->visit, scheme);
      bc_paint_paths (cr, cell->view, &cell->viewport, cell->visit, scheme);
      bc_paint_arrows (cr, cell->view, &cell->viewport, cell->visit, scheme);
      bc_paint_labels (cr, pango, cell->view, &cell->viewport, cell->visit, 0.8 * em, scheme);
    }
  bc_paint_captions (cr, pango, cell->view, &cell->place, 0.85 * em, scheme);
}

/* The three samples with their names, in the middle of the lower edge. */
static void
paint_legend (BcComparePicture *self,
              cairo_t          *cr,
              double            width,
              double            height)
{
  BcScheme scheme = bc_screen_get_scheme ();
  const BcColour *colour = &bc_palette_get (scheme)->text;
  double em = bc_screen_get_text_size (GTK_WIDGET (self));
  g_autoptr(GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  double need = 0;
  double x;

  for (int i = 0; i < BC_N_ONIONS; i++)
    {
      PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), bc_onion_get_name ((BcOnion) i));
      int wide;

      pango_layout_get_pixel_size (layout, &wide, NULL);
      need += SWATCH_WIDTH + 0.5 * em + wide + (i > 0 ? 1.5 * em : 0);
      g_ptr_array_add (layouts, layout);
    }
  x = MAX ((width - need) / 2, 0);
  for (int i = 0; i < BC_N_ONIONS; i++)
    {
      const BcBox box = { x, height - 1.9 * em, SWATCH_WIDTH, 1.4 * em };
      int wide;
      int tall;

      bc_paint_onion_swatch (cr, &box, (BcOnion) i, scheme);
      pango_layout_get_pixel_size (layouts->pdata[i], &wide, &tall);
      cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
      cairo_move_to (cr, x + SWATCH_WIDTH + 0.5 * em, box.y + (box.height - tall) / 2);
      pango_cairo_show_layout (cr, layouts->pdata[i]);
      x += SWATCH_WIDTH + 2 * em + wide;
    }
}

static cairo_surface_t *
paint (BcComparePicture *self,
       int               width,
       int               height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  g_autoptr(cairo_t) cr = NULL;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  for (guint i = 0; i < self->layout.n_cells; i++)
    paint_cell (self, &self->layout.cells[i], cr);
  for (guint i = 0; i < self->layout.n_groups; i++)
    if (self->layout.groups[i].visit != NULL)
      {
        g_autofree char *date = bc_date_dup_display (bc_visit_get_date (self->layout.groups[i].visit));

        write_centred (self, cr, date, &self->layout.groups[i].place);
      }
  if (self->mode == BC_COMPARE_ONION)
    paint_legend (self, cr, width, height);
  return surface;
}

/* --- the widget --- */

static void
forget (BcComparePicture *self)
{
  g_clear_pointer (&self->painted, cairo_surface_destroy);
  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
bc_compare_picture_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = 2 * *minimum;
}

static void
bc_compare_picture_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  BcComparePicture *self = BC_COMPARE_PICTURE (widget);

  g_clear_pointer (&self->painted, cairo_surface_destroy);
  lay_out (self, width, height);
}

static void
bc_compare_picture_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  BcComparePicture *self = BC_COMPARE_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr(cairo_t) cr = NULL;

  if (self->layout.n_cells == 0 || width == 0 || height == 0)
    return;
  if (self->painted == NULL)
    self->painted = paint (self, width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_surface (cr, self->painted, 0, 0);
  cairo_paint (cr);
}

static const char *
get_change_name (BcChange change)
{
  switch (change)
    {
    case BC_CHANGE_SAME:
      return bc_onion_get_name (BC_ONION_SAME);
    case BC_CHANGE_NEW:
      return bc_onion_get_name (BC_ONION_NEW);
    case BC_CHANGE_GONE:
      return bc_onion_get_name (BC_ONION_GONE);
    case BC_CHANGE_EDGE:
      return C_("change", "at the edge, as redrawing makes it");
    case BC_CHANGE_NONE:
    default:
      return NULL;
    }
}

static gboolean
bc_compare_picture_query_tooltip (GtkWidget  *widget,
                                  int         x,
                                  int         y,
                                  gboolean    keyboard,
                                  GtkTooltip *tooltip)
{
  g_autofree char *words = keyboard ? NULL : bc_compare_picture_dup_words (BC_COMPARE_PICTURE (widget), x, y);

  if (words != NULL)
    gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
bc_compare_picture_finalize (GObject *object)
{
  BcComparePicture *self = BC_COMPARE_PICTURE (object);

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_pointer (&self->painted, cairo_surface_destroy);

  G_OBJECT_CLASS (bc_compare_picture_parent_class)->finalize (object);
}

static void
bc_compare_picture_class_init (BcComparePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bc_compare_picture_finalize;
  widget_class->measure = bc_compare_picture_measure;
  widget_class->size_allocate = bc_compare_picture_size_allocate;
  widget_class->snapshot = bc_compare_picture_snapshot;
  widget_class->query_tooltip = bc_compare_picture_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "comparepicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bc_compare_picture_init (BcComparePicture *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  bc_screen_connect (GTK_WIDGET (self), G_CALLBACK (forget));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget), NULL);
}

/**
 * bc_compare_picture_new:
 * @mode: how the two visits are shown
 *
 * Returns: (transfer floating): a picture of nothing yet
 */
GtkWidget *
bc_compare_picture_new (BcCompareMode mode)
{
  BcComparePicture *self = g_object_new (BC_TYPE_COMPARE_PICTURE, NULL);

  self->mode = mode;
  return GTK_WIDGET (self);
}

/**
 * bc_compare_picture_set_comparison:
 * @figure: on which figure
 * @comparison: (nullable): what to show; %NULL for nothing
 */
void
bc_compare_picture_set_comparison (BcComparePicture   *self,
                                   BcFigureId          figure,
                                   const BcComparison *comparison)
{
  BcVisit *before = comparison != NULL ? comparison->before : NULL;
  BcVisit *after = comparison != NULL ? comparison->after : NULL;

  g_return_if_fail (BC_IS_COMPARE_PICTURE (self));

  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  self->layout.n_views = 0;
  if (comparison != NULL)
    {
      self->changes = comparison->regions;
      for (BcViewId id = BC_VIEW_FRONT; id < BC_N_VIEWS; id++)
        if (bc_view_is_needed (figure, id, self->before) || bc_view_is_needed (figure, id, self->after))
          self->layout.views[self->layout.n_views++] = bc_atlas_get_view (figure, id);
    }
  forget (self);
}

/**
 * bc_compare_picture_dup_words:
 * @x: pixels of the widget
 * @y: pixels of the widget
 *
 * Returns: (transfer full) (nullable): the region at a place and what became of it
 */
char *
bc_compare_picture_dup_words (BcComparePicture *self,
                              double            x,
                              double            y)
{
  const BcCompareCell *cell;
  BcRegion region;
  const char *change;
  g_autofree char *name = NULL;

  g_return_val_if_fail (BC_IS_COMPARE_PICTURE (self), NULL);

  cell = bc_compare_layout_find (&self->layout, x, y);
  if (cell == NULL)
    return NULL;
  bc_viewport_to_body (&cell->viewport, &x, &y);
  region = bc_view_region_at (cell->view, x, y);
  if (region == BC_REGION_NONE)
    return NULL;
  name = bc_region_dup_name (region);
  change = get_change_name ((BcChange) self->changes.change[region]);
  return change != NULL ? g_strdup_printf ("%s: %s", name, change) : g_steal_pointer (&name);
}
