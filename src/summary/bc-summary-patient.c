/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The patient's copy: what the patient reported, said to the patient. It is made of marks, ticks and the patient's own
 * account alone: whoever adds to it asks nothing of the findings, and prints nothing that was written for colleagues. */
#include "bc-summary-content.h"

#include "bc-i18n.h"
#include "bc-words.h"

#include <math.h>

/* Where the text of a symptom begins, points: past its swatch. */
#define SWATCH_COLUMN 22.0

/* Lines to write on; fewer where room is short, and more where the page ends white. */
#define MOST_LINES 5
#define LEAST_LINES 3
#define PAGE_LINES 12
#define LINE_STEP 22.0
#define AIRY 14.0

/**
 * bc_content_add_greeting:
 *
 * Adds what the page is, to the patient.
 */
void
bc_content_add_greeting (BcContent *self)
{
  g_autofree char *date = bc_date_dup_display (bc_visit_get_date (self->visit));
  g_autofree char *text = NULL;

  if (*date != '\0')
    /* Translators: said to the patient; %s is the date of the visit */
    text = g_strdup_printf (_("This is what you told us about your symptoms on %s. Left and right are your own left and "
                              "right. Please tell us if something is missing or not as you meant it."), date);
  else
    text = g_strdup (_("This is what you told us about your symptoms. Left and right are your own left and right. "
                       "Please tell us if something is missing or not as you meant it."));
  bc_content_add_text (self, BC_FONT_BODY, text, self->section_space - 3)->splits = FALSE;
}

/* What the patient said beyond the sentence, a line each. Notes are the clinician's. */
static void
add_account (BcContent *self,
             BcSymptom *symptom,
             guint      group)
{
  g_autofree char *onset = bc_words_dup_onset (symptom);
  g_autofree char *day = bc_words_dup_day (symptom);
  g_autofree char *worse = bc_words_dup_factors (symptom, self->maps, BC_ANSWER_AGGRAVATES);
  g_autofree char *better = bc_words_dup_factors (symptom, self->maps, BC_ANSWER_EASES);
  const struct
  {
    const char *label;
    const char *text;
  } details[] = {
    { C_("to the patient", "It began"), onset },
    { C_("to the patient", "Day and night"), day },
    { C_("to the patient", "Makes it worse"), worse },
    { C_("to the patient", "Makes it better"), better },
  };

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (details[i].text));

      if (*text != '\0')
        bc_content_add_pair (self, details[i].label, text, SWATCH_COLUMN)->group = group;
    }
}

/* A resolved symptom keeps its number and has no marks. */
static char *
dup_words (BcSymptom *symptom)
{
  g_autofree char *label = NULL;

  if (!bc_symptom_get_resolved (symptom))
    return bc_words_dup_symptom (symptom);
  label = bc_symptom_dup_label (symptom);
  /* Translators: said to the patient; %s is P1, P2, ... */
  return g_strdup_printf (_("%s has gone."), label);
}

static void
add_plain_symptom (BcContent *self,
                   BcSymptom *symptom)
{
  double width = self->flow->width;
  BcBlock *block = bc_content_add_block (self, 4);
  g_autofree char *words = dup_words (symptom);
  BcPen pen = bc_pen_of_symptom (symptom, BC_ROLE_SITE);

  block->rule = 0.5;
  block->pad = 4;
  block->group = ++self->last_group;
  bc_block_add_pen_cell (block, bc_text_layout_new (self->pango, BC_FONT_BODY, words, width), 0, width, &pen);
  add_account (self, symptom, block->group);
}

/**
 * bc_content_add_plain_symptoms:
 *
 * Adds each symptom as it is read back to the patient.
 */
void
bc_content_add_plain_symptoms (BcContent *self)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));
  guint n_symptoms = g_list_model_get_n_items (symptoms);

  bc_content_add_heading (self, _("Your symptoms"));
  if (n_symptoms == 0)
    bc_content_add_text (self, BC_FONT_BODY, _("No marks on the chart."), BC_PARAGRAPH_SPACE);
  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      add_plain_symptom (self, symptom);
    }
}

/**
 * bc_content_add_plain_answers:
 *
 * Adds what makes it worse and better, and where nothing is felt. Questions and tests are left out: what they are for
 * is a finding.
 */
void
bc_content_add_plain_answers (BcContent *self)
{
  g_autofree char *worse = bc_content_dup_answers (self, BC_ANSWER_AGGRAVATES);
  g_autofree char *better = bc_content_dup_answers (self, BC_ANSWER_EASES);
  g_autofree char *same = bc_content_dup_answers (self, BC_ANSWER_NO_EFFECT);
  g_autofree char *clears = bc_words_dup_clears (G_LIST_MODEL (bc_visit_get_clears (self->visit)));
  g_autofree char *clear = bc_words_dup_capital (clears);
  const struct
  {
    const char *label;
    const char *text;
  } rows[] = {
    { C_("to the patient", "Makes it worse"), worse },
    { C_("to the patient", "Makes it better"), better },
    { C_("to the patient", "Changes nothing"), same },
    { C_("to the patient", "Free of symptoms"), clear },
  };
  guint group = ++self->last_group;
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BcBlock *block;

      if (*rows[i].text == '\0')
        continue;
      if (!any)
        bc_content_add_heading (self, _("What you also told us"));
      any = TRUE;
      block = bc_content_add_pair (self, rows[i].label, rows[i].text, 0);
      block->before = 5;
      block->group = group;
    }
}

/* The last line is the next appointment's. */
static void
draw_lines (BcBlock *block,
            cairo_t *cr,
            double   x,
            double   y,
            double   width)
{
  PangoLayout *label = block->data;
  gboolean mirrored = pango_context_get_base_dir (pango_layout_get_context (label)) == PANGO_DIRECTION_RTL;
  double last = floor (block->height / LINE_STEP) * LINE_STEP;
  PangoRectangle box;
  double taken;

  pango_layout_get_extents (label, NULL, &box);
  taken = (double) box.width / PANGO_SCALE + 6;
  bc_set_source_colour (cr, &bc_summary_rule);
  cairo_set_line_width (cr, 0.6);
  for (double at = LINE_STEP; at <= last; at += LINE_STEP)
    {
      double start = at < last ? 0 : taken;

      cairo_move_to (cr, x + (mirrored ? 0 : start), y + at - 0.3);
      cairo_rel_line_to (cr, width - start, 0);
    }
  cairo_stroke (cr);
  bc_set_source_colour (cr, &bc_summary_text);
  cairo_move_to (cr, x + (mirrored ? width - taken + 6 : 0) - (double) box.x / PANGO_SCALE,
                 y + last - (double) box.height / PANGO_SCALE + 2);
  pango_cairo_show_layout (cr, label);
  cairo_new_path (cr);
}

/**
 * bc_content_add_agreed:
 *
 * Adds lines to write on together, for exercises as for advice, as many as the page has room for. The plan in the chart is
 * for colleagues, and may name what the marks suggest.
 */
void
bc_content_add_agreed (BcContent *self)
{
  BcBlock *block;

  bc_content_add_heading (self, _("What we agreed"));
  block = bc_content_add_block (self, 0);
  block->draw = draw_lines;
  block->data = bc_text_layout_new (self->pango, BC_FONT_LABEL, C_("to the patient", "Next appointment"),
                                    self->flow->width);
  block->free_data = g_object_unref;
  block->height = (self->section_space > AIRY ? MOST_LINES : LEAST_LINES) * LINE_STEP;
  block->most = PAGE_LINES * LINE_STEP;
}
