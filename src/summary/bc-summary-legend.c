/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-i18n.h"
#include "bc-painter.h"

/* Lengths in points. */
#define LINE_HEIGHT 14.0
#define SAMPLE_WIDTH 16.0
#define SAMPLE_HEIGHT 9.0
#define SAMPLE_GAP 4.0
#define SWATCH_GAP 2.0
#define ITEM_GAP 14.0

/* From this many symptoms on each has only its number in the legend, and what the swatches mean is said once. */
#define MANY_SYMPTOMS 4

/* Of the pens that show what denser means. */
#define NRS_WEAK 1
#define NRS_STRONG 9

typedef enum
{
  SAMPLE_NONE,
  SAMPLE_PEN,
  SAMPLE_QUALITY,
  SAMPLE_DENSITY,
  SAMPLE_TICK,
  SAMPLE_ARROW
} SampleKind;

typedef struct
{
  SampleKind   kind;
  BcPen        pen;     /* of a pen; of a quality, its one quality */
  gboolean     sits;   /* with a swatch for where it sits */
  gboolean     spreads;
  PangoLayout *layout;
  double       x;
  double       width; /* sample and text */
} Item;

/* The marks of a visit, as far as a legend has to explain them. */
typedef struct
{
  GArray   *items; /* of Item, not yet placed */
  gboolean  has_arrow;
  gboolean  has_site;
  gboolean  has_radiation;
  gboolean  has_intensity;
  gboolean  has_unconfirmed;
  guint     qualities; /* that fill a mark */
  gboolean  has_letters; /* beside the marks, in the place of words */
} Legend;

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->layout);
}

static double
get_sample_width (const Item *item)
{
  switch (item->kind)
    {
    case SAMPLE_NONE:
      return 0;
    case SAMPLE_QUALITY:
      return SAMPLE_HEIGHT;
    case SAMPLE_DENSITY:
      return 2 * SAMPLE_WIDTH + SWATCH_GAP;
    case SAMPLE_PEN:
      return item->sits && item->spreads ? 2 * SAMPLE_WIDTH + SWATCH_GAP : SAMPLE_WIDTH;
    case SAMPLE_TICK:
    case SAMPLE_ARROW:
    default:
      return SAMPLE_WIDTH;
    }
}

static double
get_text_start (const Item *item)
{
  return item->kind == SAMPLE_NONE ? 0 : get_sample_width (item) + SAMPLE_GAP;
}

static void
add_item (BcContent  *self,
          Legend     *legend,
          Item        item,
          const char *text)
{
  int width;

  item.layout = bc_text_layout_new (self->pango, BC_FONT_LABEL, text, self->flow->width - get_text_start (&item));
  pango_layout_get_size (item.layout, &width, NULL);
  item.width = get_text_start (&item) + (double) width / PANGO_SCALE;
  g_array_append_val (legend->items, item);
}

static gboolean
has_region (BcSymptom *symptom,
            BcRole     role)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      if (bc_mark_get_role (mark) == role)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_stroke (BcSymptom *symptom,
            BcRole     role)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);

      if (bc_stroke_get_role (stroke) == role)
        return TRUE;
    }
  return FALSE;
}

/* A few symptoms: each swatch says what it means. */
static void
add_pen (BcContent  *self,
         Legend     *legend,
         BcSymptom  *symptom,
         BcRole      role)
{
  g_autofree char *label = bc_symptom_dup_label (symptom);
  g_autofree char *text = NULL;
  Item item = { .kind = SAMPLE_PEN, .pen = bc_pen_of_symptom (symptom, role) };

  item.sits = role == BC_ROLE_SITE;
  item.spreads = role == BC_ROLE_RADIATION;
  if (item.sits)
    /* Translators: legend of the figures; %s is P1, P2, ... */
    text = g_strdup_printf (_("%s sits here"), label);
  else
    /* Translators: legend of the figures; %s is P1, P2, ... */
    text = g_strdup_printf (_("%s spreads to here"), label);
  add_item (self, legend, item, text);
}

static void
add_symptom (BcContent *self,
             Legend    *legend,
             BcSymptom *symptom,
             gboolean   many)
{
  gboolean sits = has_region (symptom, BC_ROLE_SITE) || has_stroke (symptom, BC_ROLE_SITE);
  gboolean spreads = has_region (symptom, BC_ROLE_RADIATION);

  /* A path that was drawn is an arrow and no patch. */
  legend->has_arrow |= (sits && spreads) || has_stroke (symptom, BC_ROLE_RADIATION);
  if (!sits && !spreads)
    return;
  legend->has_unconfirmed |= bc_symptom_get_unconfirmed (symptom);
  legend->has_site |= sits;
  legend->has_radiation |= spreads;
  legend->has_intensity |= bc_pen_of_symptom (symptom, BC_ROLE_SITE).nrs != BC_NRS_UNKNOWN;
  legend->qualities |= bc_pen_get_patterns (bc_symptom_get_qualities (symptom));
  if (many)
    {
      g_autofree char *label = bc_symptom_dup_label (symptom);

      add_item (self, legend,
                (Item){ .kind = SAMPLE_PEN, .pen = bc_pen_of_symptom (symptom, BC_ROLE_SITE), .sits = sits,
                        .spreads = spreads },
                label);
      return;
    }
  if (sits)
    add_pen (self, legend, symptom, BC_ROLE_SITE);
  if (spreads)
    add_pen (self, legend, symptom, BC_ROLE_RADIATION);
}

static void
add_qualities (BcContent *self,
               Legend    *legend)
{
  for (guint i = 0; i < BC_N_QUALITIES; i++)
    if ((legend->qualities & (1u << i)) != 0)
      add_item (self, legend, (Item){ .kind = SAMPLE_QUALITY, .pen = { .qualities = 1u << i } },
                bc_terms_get_name (&bc_quality_terms, 1 << i));
}

static void
add_letter (GString    *text,
            const char *letter,
            const char *word)
{
  if (text->len > 0)
    g_string_append (text, C_("list", ", "));
  g_string_append_printf (text, "%s %s", letter, word);
}

/* What the letters beside the marks mean, as far as they are used. */
static void
add_letters (BcContent *self,
             Legend    *legend)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));
  g_autoptr(GString) text = g_string_new (NULL);
  guint constancies = 0;
  guint depths = 0;
  gboolean both = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      constancies |= 1u << bc_symptom_get_constancy (symptom);
      depths |= 1u << bc_symptom_get_depth (symptom);
      both |= bc_symptom_get_worst (symptom) != BC_NRS_UNKNOWN;
    }
  for (guint i = 0; i < bc_constancy_terms.n_terms; i++)
    if ((constancies & (1u << bc_constancy_terms.terms[i].value)) != 0)
      add_letter (text, bc_label_get_constancy ((BcConstancy) bc_constancy_terms.terms[i].value),
                  bc_terms_get_name (&bc_constancy_terms, bc_constancy_terms.terms[i].value));
  for (guint i = 0; i < bc_depth_terms.n_terms; i++)
    if ((depths & (1u << bc_depth_terms.terms[i].value)) != 0)
      add_letter (text, bc_label_get_depth ((BcDepth) bc_depth_terms.terms[i].value),
                  bc_terms_get_name (&bc_depth_terms, bc_depth_terms.terms[i].value));
  if (both)
    /* Translators: what "6 (8)" beside a mark means: how strong the symptom is now, and at its worst, of 10 */
    add_letter (text, "6 (8)", C_("legend", "of 10 now (at worst)"));
  if (text->len > 0)
    add_item (self, legend, (Item){ .kind = SAMPLE_NONE }, text->str);
}

static void
collect (BcContent *self,
         Legend    *legend)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));
  guint n_symptoms = g_list_model_get_n_items (symptoms);
  gboolean many = n_symptoms >= MANY_SYMPTOMS;
  const BcPen any = { .number = 1, .nrs = BC_NRS_UNKNOWN };

  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      add_symptom (self, legend, symptom, many);
    }
  if (many && legend->has_site)
    add_item (self, legend, (Item){ .kind = SAMPLE_PEN, .pen = any, .sits = TRUE }, _("sits here"));
  if (many && legend->has_radiation)
    add_item (self, legend, (Item){ .kind = SAMPLE_PEN, .pen = any, .spreads = TRUE }, _("spreads to here"));
  add_qualities (self, legend);
  if (legend->has_intensity)
    add_item (self, legend, (Item){ .kind = SAMPLE_DENSITY }, C_("legend", "weak, strong"));
  if (legend->has_arrow)
    add_item (self, legend, (Item){ .kind = SAMPLE_ARROW }, _("spreads this way"));
  if (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_clears (self->visit))) > 0)
    add_item (self, legend, (Item){ .kind = SAMPLE_TICK }, _("asked and clear"));
  if (legend->has_unconfirmed)
    add_item (self, legend, (Item){ .kind = SAMPLE_PEN, .pen = { 6, 0, BC_ROLE_SITE, BC_NRS_UNKNOWN, TRUE }, .sits = TRUE },
              /* Translators: what a faint mark means, whose label is as "P1?" */
              C_("legend", "“?” from the last visit, not confirmed"));
  if (legend->has_letters)
    add_letters (self, legend);
}

static void
draw_tick (cairo_t     *cr,
           const BcBox *box)
{
  bc_set_source_colour (cr, &bc_palette_get (BC_SCHEME_PAPER)->clear);
  cairo_set_line_width (cr, 1.8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, box->x + box->width * 0.30, box->y + box->height * 0.55);
  cairo_line_to (cr, box->x + box->width * 0.45, box->y + box->height * 0.85);
  cairo_line_to (cr, box->x + box->width * 0.75, box->y + box->height * 0.15);
  cairo_stroke (cr);
}

static void
draw_arrow (cairo_t     *cr,
            const BcBox *box)
{
  double middle = box->y + box->height / 2;
  double end = box->x + box->width;

  bc_set_source_colour (cr, &bc_summary_text);
  cairo_set_line_width (cr, 1.4);
  cairo_move_to (cr, box->x, middle);
  cairo_line_to (cr, end - 4, middle);
  cairo_stroke (cr);
  cairo_move_to (cr, end, middle);
  cairo_line_to (cr, end - 5.5, middle - 3);
  cairo_line_to (cr, end - 5.5, middle + 3);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_pen (const Item  *item,
          cairo_t     *cr,
          const BcBox *box)
{
  BcBox swatch = { box->x, box->y, SAMPLE_WIDTH, box->height };
  BcPen pen = item->pen;

  if (item->sits)
    {
      pen.role = BC_ROLE_SITE;
      bc_paint_swatch (cr, &swatch, &pen, BC_SCHEME_PAPER);
      swatch.x += SAMPLE_WIDTH + SWATCH_GAP;
    }
  pen.role = BC_ROLE_RADIATION;
  if (item->spreads)
    bc_paint_swatch (cr, &swatch, &pen, BC_SCHEME_PAPER);
}

/* The pattern of no quality in the colour of no symptom, as weak and as strong. */
static void
draw_density (cairo_t     *cr,
              const BcBox *box)
{
  BcBox swatch = { box->x, box->y, SAMPLE_WIDTH, box->height };

  bc_paint_swatch (cr, &swatch, &(BcPen){ 6, 0, BC_ROLE_SITE, NRS_WEAK }, BC_SCHEME_PAPER);
  swatch.x += SAMPLE_WIDTH + SWATCH_GAP;
  bc_paint_swatch (cr, &swatch, &(BcPen){ 6, 0, BC_ROLE_SITE, NRS_STRONG }, BC_SCHEME_PAPER);
}

static void
draw_sample (const Item  *item,
             cairo_t     *cr,
             const BcBox *box)
{
  switch (item->kind)
    {
    case SAMPLE_PEN:
      draw_pen (item, cr, box);
      break;
    case SAMPLE_QUALITY:
      bc_paint_quality_sign (cr, box, (BcQuality) item->pen.qualities, &bc_summary_text);
      break;
    case SAMPLE_DENSITY:
      draw_density (cr, box);
      break;
    case SAMPLE_TICK:
      draw_tick (cr, box);
      break;
    case SAMPLE_ARROW:
      draw_arrow (cr, box);
      break;
    case SAMPLE_NONE:
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_line (BcBlock *block,
           cairo_t *cr,
           double   x,
           double   y,
           double   width)
{
  GArray *items = block->data;

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      BcBox sample = { x + item->x, y + (LINE_HEIGHT - SAMPLE_HEIGHT) / 2, get_sample_width (item), SAMPLE_HEIGHT };
      int height;

      cairo_save (cr);
      draw_sample (item, cr, &sample);
      cairo_restore (cr);
      pango_layout_get_size (item->layout, NULL, &height);
      cairo_move_to (cr, sample.x + get_text_start (item),
                     y + (LINE_HEIGHT - (double) height / PANGO_SCALE) / 2);
      bc_set_source_colour (cr, &bc_summary_text);
      /* Letters stand on the pixels of a picture. On paper this would only have pango look for all fonts once more. */
      if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
        pango_cairo_update_layout (cr, item->layout);
      pango_cairo_show_layout (cr, item->layout);
      cairo_new_path (cr); /* text leaves its point behind, which the next sample would start from */
    }
}

/* The first item after @first that finds no room on a line as wide as @width. */
static guint
find_line_end (GArray *items,
               guint   first,
               double  width,
               double *used)
{
  guint next = first;

  *used = 0;
  for (; next < items->len; next++)
    {
      Item *item = &g_array_index (items, Item, next);

      if (next > first && *used + ITEM_GAP + item->width > width)
        break;
      item->x = *used + (next > first ? ITEM_GAP : 0);
      *used = item->x + item->width;
    }
  return next;
}

static guint
count_lines (GArray *items,
             double  width)
{
  double used;
  guint n_lines = 0;

  for (guint next = 0; next < items->len; n_lines++)
    next = find_line_end (items, next, width, &used);
  return n_lines;
}

/* The narrowest width that needs no line more: lines come out about equally long, none with a single item. */
static double
find_balanced_width (GArray *items,
                     double  width)
{
  guint n_lines = count_lines (items, width);
  double narrow = width / 2;
  double wide = width;

  while (wide - narrow > 1)
    {
      double middle = (narrow + wide) / 2;

      if (count_lines (items, middle) > n_lines)
        narrow = middle;
      else
        wide = middle;
    }
  return wide;
}

/* Fills one line from the item at @first on, centred below the figures. Gives the first item that found no room. */
static guint
add_line (BcContent *self,
          GArray    *items,
          guint      first,
          double     width,
          guint      group)
{
  BcBlock *block = bc_content_add_block (self, first == 0 ? 7 : 0);
  GArray *line = g_array_new (FALSE, FALSE, sizeof (Item));
  double used;
  guint next = find_line_end (items, first, width, &used);

  for (guint i = first; i < next; i++)
    {
      Item item = g_array_index (items, Item, i);

      item.x += (self->flow->width - used) / 2;
      g_object_ref (item.layout);
      g_array_append_val (line, item);
    }
  g_array_set_clear_func (line, clear_item);
  block->height = LINE_HEIGHT;
  block->group = group;
  block->draw = draw_line;
  block->data = line;
  block->free_data = (GDestroyNotify) g_array_unref;
  return next;
}

/**
 * bc_content_add_legend:
 * @group: of the figures, which the legend stays with
 * @has_letters: labels beside the marks have letters in the place of words
 *
 * Adds samples and names of what is on the chart, and of nothing else.
 */
void
bc_content_add_legend (BcContent *self,
                       guint      group,
                       gboolean   has_letters)
{
  Legend legend = { .items = g_array_new (FALSE, FALSE, sizeof (Item)), .has_letters = has_letters };
  double width;

  g_array_set_clear_func (legend.items, clear_item);
  collect (self, &legend);
  width = find_balanced_width (legend.items, self->flow->width);
  for (guint next = 0; next < legend.items->len;)
    next = add_line (self, legend.items, next, width, group);
  g_array_unref (legend.items);
}
