/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-compare-picture.h"

#include "bc-compare-layout.h"
#include "bc-drawn-visit.h"
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
  BcPainted parent_instance;

  BcCompareMode    mode;
  BcVisit         *before; /* (nullable): what is shown of it */
  BcVisit         *after;
  BcRegionChanges  changes;
  BcCompareLayout  layout;
};

G_DEFINE_FINAL_TYPE (BcComparePicture, bc_compare_picture, BC_TYPE_PAINTED)

/* --- what is seen --- */

static void
choose_views (BcComparePicture *self,
              BcFigureId        figure)
{
  self->layout.n_views = 0;
  for (BcViewId id = BC_VIEW_FRONT; id < BC_N_VIEWS; id++)
    {
      if (bc_view_is_marked (figure, id, self->before) || bc_view_is_marked (figure, id, self->after))
        self->layout.views[self->layout.n_views++].view = bc_atlas_get_view (figure, id);
    }
  if (self->layout.n_views > 0)
    return;
  self->layout.n_views = 2; /* nothing is marked */
  self->layout.views[0].view = bc_atlas_get_view (figure, BC_VIEW_FRONT);
  self->layout.views[1].view = bc_atlas_get_view (figure, BC_VIEW_BACK);
}

/* Of a region that is the same ink may have moved within it; of a clicked one nothing can. */
static gboolean
is_drawn (BcVisit  *visit,
          BcRegion  region)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (bc_symptom_draws_region (symptom, region, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_changed (BcComparePicture *self,
            BcRegion          region)
{
  switch (self->changes.change[region])
    {
    case BC_CHANGE_NONE:
      return FALSE;
    case BC_CHANGE_SAME:
      return is_drawn (self->before, region) || is_drawn (self->after, region);
    default:
      return TRUE;
    }
}

/* Where the changes are in each view, and in how many views there are any. */
static guint
find_parts (BcComparePicture *self,
            gboolean          changed_only,
            BcBox             parts[BC_N_VIEWS])
{
  guint n = 0;

  for (guint i = 0; i < self->layout.n_views; i++)
    {
      const BcView *view = self->layout.views[i].view;

      parts[i] = (BcBox) { 0 };
      for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
        if (bc_view_has_region (view, region) && self->changes.change[region] != BC_CHANGE_NONE
            && (!changed_only || is_changed (self, region)))
          {
            BcBox box = bc_view_get_region_box (view, region);

            bc_view_cells_grow (&parts[i], &box);
          }
      n += parts[i].width > 0 ? 1 : 0;
    }
  return n;
}

/* Closer to what changed, or where nothing did, to what is marked. Views without it are left out. */
static void
zoom (BcComparePicture *self)
{
  BcBox parts[BC_N_VIEWS];
  guint n = 0;

  if (find_parts (self, TRUE, parts) == 0 && find_parts (self, FALSE, parts) == 0)
    {
      bc_compare_layout_show_whole (&self->layout);
      return;
    }
  for (guint i = 0; i < self->layout.n_views; i++)
    if (parts[i].width > 0)
      {
        self->layout.views[n] = self->layout.views[i];
        parts[n++] = parts[i];
      }
  self->layout.n_views = n;
  bc_compare_layout_show_parts (&self->layout, parts);
}

/* --- places --- */

static void
bc_compare_picture_lay_out (BcPainted *picture,
                            double     width,
                            double     height)
{
  BcComparePicture *self = BC_COMPARE_PICTURE (picture);
  double em = bc_screen_get_text_size (GTK_WIDGET (self));

  self->layout.heading = 1.8 * em;
  self->layout.caption = bc_view_widget_get_caption_height (GTK_WIDGET (self));
  self->layout.n_groups = 0;
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
paint_cell (BcComparePicture *self,
            const BcViewCell *cell,
            BcVisit          *visit, /* (nullable): both */
            cairo_t          *cr)
{
  BcScheme scheme = bc_screen_get_scheme ();
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double em = bc_screen_get_text_size (GTK_WIDGET (self));

  bc_view_cell_begin (cell, cr, self->layout.caption);
  bc_paint_figure (cr, cell->view, &cell->viewport, scheme);
  if (visit == NULL)
    {
      bc_paint_onion (cr, cell->view, &cell->viewport, self->before, self->after, 0, scheme);
    }
  else
    {
      bc_paint_marks (cr, cell->view, &cell->viewport, visit, scheme);
      bc_paint_paths (cr, cell->view, &cell->viewport, visit, scheme);
      bc_paint_arrows (cr, cell->view, &cell->viewport, visit, scheme);
      bc_paint_labels (cr, pango, cell->view, &cell->viewport, visit, 0.8 * em, scheme);
    }
  bc_view_cell_end (cell, cr, self->layout.caption);
  bc_paint_captions (cr, pango, cell->view, &cell->place, 0.85 * em, scheme);
}

static void
paint_group (BcComparePicture     *self,
             const BcCompareGroup *group,
             cairo_t              *cr)
{
  for (guint i = 0; i < self->layout.n_views; i++)
    paint_cell (self, &group->cells[i], group->visit, cr);
  if (group->visit != NULL)
    {
      g_autofree char *date = bc_date_dup_display (bc_visit_get_date (group->visit));

      write_centred (self, cr, date, &group->place);
    }
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

static void
bc_compare_picture_paint (BcPainted *picture,
                          cairo_t   *cr,
                          double     width,
                          double     height)
{
  BcComparePicture *self = BC_COMPARE_PICTURE (picture);

  for (guint i = 0; i < self->layout.n_groups; i++)
    paint_group (self, &self->layout.groups[i], cr);
  if (self->mode == BC_COMPARE_ONION && self->layout.n_groups > 0)
    paint_legend (self, cr, width, height);
}

/* --- what is under the pointer --- */

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

/* The region at a place and what became of it. */
static char *
bc_compare_picture_dup_words (BcPainted *picture,
                              double     x,
                              double     y)
{
  BcComparePicture *self = BC_COMPARE_PICTURE (picture);
  const BcViewCell *cell = bc_compare_layout_find (&self->layout, x, y);
  BcRegion region = cell != NULL ? bc_view_cell_find_region (cell, x, y) : BC_REGION_NONE;
  const char *change;
  g_autofree char *name = NULL;

  if (region == BC_REGION_NONE)
    return NULL;
  name = bc_region_dup_name (region);
  change = get_change_name ((BcChange) self->changes.change[region]);
  return change != NULL ? g_strdup_printf ("%s: %s", name, change) : g_steal_pointer (&name);
}

/* --- the widget --- */

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
bc_compare_picture_finalize (GObject *object)
{
  BcComparePicture *self = BC_COMPARE_PICTURE (object);

  g_clear_object (&self->before);
  g_clear_object (&self->after);

  G_OBJECT_CLASS (bc_compare_picture_parent_class)->finalize (object);
}

static void
bc_compare_picture_class_init (BcComparePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bc_compare_picture_finalize;
  widget_class->measure = bc_compare_picture_measure;
  BC_PAINTED_CLASS (klass)->lay_out = bc_compare_picture_lay_out;
  BC_PAINTED_CLASS (klass)->paint = bc_compare_picture_paint;
  BC_PAINTED_CLASS (klass)->dup_words = bc_compare_picture_dup_words;
  gtk_widget_class_set_css_name (widget_class, "comparepicture");
}

static void
bc_compare_picture_init (BcComparePicture *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
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

static const BcRegionChanges *
find_changes (const BcComparison *comparison,
              int                 symptom)
{
  for (guint i = 0; i < comparison->symptoms->len; i++)
    {
      const BcSymptomChange *change = g_ptr_array_index (comparison->symptoms, i);

      if (change->number == symptom)
        return &change->regions;
    }
  return &comparison->regions;
}

/**
 * bc_compare_picture_set_comparison:
 * @figure: on which figure
 * @comparison: (nullable): what to show; %NULL for nothing
 * @symptom: its number to show one symptom alone; 0 for all
 * @zoomed: whether to show only where something changed, as large as there is room
 */
void
bc_compare_picture_set_comparison (BcComparePicture   *self,
                                   BcFigureId          figure,
                                   const BcComparison *comparison,
                                   int                 symptom,
                                   gboolean            zoomed)
{
  g_return_if_fail (BC_IS_COMPARE_PICTURE (self));

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  self->layout.n_views = 0;
  if (comparison != NULL)
    {
      self->before = bc_visit_new_drawn (comparison->before, BC_DRAWING_PATIENT, symptom);
      self->after = bc_visit_new_drawn (comparison->after, BC_DRAWING_PATIENT, symptom);
      self->changes = *find_changes (comparison, symptom);
      choose_views (self, figure);
      if (zoomed)
        zoom (self);
      else
        bc_compare_layout_show_whole (&self->layout);
    }
  bc_painted_changed (BC_PAINTED (self));
}
