/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-fact.h"
#include "bc-i18n.h"
#include "bc-trend-plot.h"
#include "bc-words-comparison.h"
#include "bc-words.h"

/* The columns of the table, points; what is left goes to the words. */
#define LABEL_WIDTH 46.0
#define NRS_WIDTH 44.0
#define GAP 8.0

#define PLOT_HEIGHT 190.0
#define PLOT_TEXT 7.0

/* Fewer points than this make no trend. */
#define LEAST_VISITS 3

/* The visit before the one that is printed. */
static BcVisit *
get_visit_before (BcContent *self,
                  guint     *position)
{
  GListStore *visits = bc_chart_get_visits (self->chart);
  g_autoptr(BcVisit) before = NULL;

  if (!g_list_store_find (visits, self->visit, position) || *position == 0)
    return NULL;
  before = g_list_model_get_item (G_LIST_MODEL (visits), *position - 1);
  return before; /* the chart keeps it */
}

static void
add_nrs (BcContent  *self,
         BcBlock    *block,
         BcFont      font,
         const char *text,
         guint       column)
{
  PangoLayout *layout = bc_text_layout_new (self->pango, font, text, NRS_WIDTH);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  bc_block_add_cell (block, layout, LABEL_WIDTH + column * NRS_WIDTH, NRS_WIDTH);
}

static BcBlock *
add_table_header (BcContent *self)
{
  BcBlock *block = bc_content_add_block (self, 3);
  double words = LABEL_WIDTH + 3 * NRS_WIDTH + GAP;

  block->pad = 2;
  block->keep_next = TRUE;
  add_nrs (self, block, BC_FONT_LABEL, C_("intensity", "Now"), 0);
  add_nrs (self, block, BC_FONT_LABEL, C_("intensity", "Best"), 1);
  add_nrs (self, block, BC_FONT_LABEL, C_("intensity", "Worst"), 2);
  bc_content_add_cell (self, block, BC_FONT_LABEL, C_("column", "What changed"), words, self->flow->width - words);
  return block;
}

/* A number that changed by as much as usually matters leads the eye. */
static void
add_intensity (BcContent             *self,
               BcBlock               *block,
               const BcSymptomChange *change,
               BcIntensity            intensity,
               guint                  column)
{
  int before = change->before.nrs[intensity];
  int after = change->after.nrs[intensity];
  g_autofree char *text = bc_words_dup_nrs_change (before, after);

  add_nrs (self, block, bc_nrs_change_matters (before, after) ? BC_FONT_STRONG : BC_FONT_BODY, text, column);
}

static void
add_symptom (BcContent             *self,
             const BcSymptomChange *change,
             BcBlock               *header,
             guint                  group)
{
  BcBlock *block = bc_content_add_block (self, 2);
  double start = LABEL_WIDTH + 3 * NRS_WIDTH + GAP;
  g_autofree char *label = g_strdup_printf ("P%d", change->number);
  g_autofree char *places = bc_words_dup_symptom_places (change);
  g_autofree char *words = bc_words_dup_capital (places);
  const BcPen pen = { .number = change->number, .qualities = change->after.qualities, .nrs = BC_NRS_UNKNOWN };

  block->rule = 0.5;
  block->pad = 3;
  block->header = header;
  block->group = group;
  bc_block_add_pen_cell (block, bc_text_layout_new (self->pango, BC_FONT_STRONG, label, LABEL_WIDTH), 0, LABEL_WIDTH,
                         &pen);
  add_intensity (self, block, change, BC_INTENSITY_NOW, 0);
  add_intensity (self, block, change, BC_INTENSITY_BEST, 1);
  add_intensity (self, block, change, BC_INTENSITY_WORST, 2);
  bc_content_add_cell (self, block, BC_FONT_BODY, words, start, self->flow->width - start);
}

typedef struct
{
  BcPlot       *plot;
  PangoContext *pango;
} Plot;

static void
plot_free (gpointer data)
{
  Plot *self = data;

  bc_plot_free (self->plot);
  g_object_unref (self->pango);
  g_free (self);
}

static void
draw_plot (BcBlock *block,
           cairo_t *cr,
           double   x,
           double   y,
           double   width)
{
  const Plot *self = block->data;
  const BcBox box = { x, y, width, block->height };

  bc_paint_plot (cr, self->pango, self->plot, &box, PLOT_TEXT, BC_SCHEME_PAPER);
}

static void
add_plot (BcContent *self)
{
  g_autoptr(BcTrend) trend = bc_trend_new (self->chart, self->visit);
  BcBlock *block = bc_content_add_block (self, 8);
  Plot *plot = g_new (Plot, 1);

  plot->plot = bc_trend_plot_new (trend);
  plot->pango = g_object_ref (self->pango);
  block->draw = draw_plot;
  block->height = PLOT_HEIGHT;
  block->data = plot;
  block->free_data = plot_free;
}

/* The head: what a colleague reads in a moment, each number with its sign, its name above and a remark below. */
static void
add_facts (BcContent          *self,
           const BcComparison *comparison)
{
  static const double shares[] = { 0.22, 0.34, 0.2, 0.24 }; /* of the width; the extent has the longest remark */
  g_autoptr(GPtrArray) facts = bc_fact_list (comparison);
  double x = 0;
  BcBlock *names = bc_content_add_block (self, 3);
  BcBlock *figures = bc_content_add_block (self, 1);
  BcBlock *notes = bc_content_add_block (self, 1);

  g_assert (facts->len == G_N_ELEMENTS (shares));
  for (guint i = 0; i < facts->len; i++)
    {
      const BcFact *fact = g_ptr_array_index (facts, i);
      double width = shares[i] * self->flow->width;
      g_autofree char *text = g_strdup_printf ("%s %s", bc_direction_get_sign (fact->direction), fact->figures);

      bc_content_add_cell (self, names, BC_FONT_LABEL, fact->name, x, width - GAP);
      bc_content_add_cell (self, figures, BC_FONT_HEADING, text, x, width - GAP);
      bc_content_add_cell (self, notes, BC_FONT_DIM, fact->note, x, width - GAP);
      x += width;
    }
  names->keep_next = figures->keep_next = notes->keep_next = TRUE;
}

/**
 * bc_content_add_comparison:
 *
 * Adds what changed since the visit before, its head first, and from the third visit on the trend; nothing at a first visit. Findings
 * are left out: only ticked ones are printed.
 */
void
bc_content_add_comparison (BcContent *self)
{
  guint position;
  BcVisit *before = get_visit_before (self, &position);
  g_autoptr(BcComparison) comparison = NULL;
  g_autofree char *date = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *overlap = NULL;
  BcBlock *header;
  BcBlock *note;
  guint group = ++self->last_group;

  if (before == NULL)
    return;
  comparison = bc_compare_visits (self->chart, before, self->visit, NULL);
  date = bc_date_dup_display (bc_visit_get_date (before));
  /* Translators: heading of a section; %s is the date of the visit before */
  heading = g_strdup_printf (_("Compared with %s"), date);
  bc_content_add_heading (self, heading);
  add_facts (self, comparison);
  header = add_table_header (self);
  for (guint i = 0; i < comparison->symptoms->len; i++)
    add_symptom (self, g_ptr_array_index (comparison->symptoms, i), header, group);
  note = bc_content_add_text (self, BC_FONT_DIM, _("Bold: a change of 2 points or more, which usually matters."), 2);
  note->group = group; /* what it explains is in the rows */
  overlap = bc_words_dup_overlap (&comparison->skin);
  if (overlap != NULL)
    bc_content_add_text (self, BC_FONT_BODY, overlap, BC_PARAGRAPH_SPACE);
  if (position + 1 >= LEAST_VISITS)
    add_plot (self);
}
