/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-i18n.h"
#include "bc-summary-private.h"
#include "bc-words.h"

#include <string.h>

/* A block below this height is kept with the signature: some lines of text, points. */
#define MOST_KEPT 90.0

/* Of a name before its text, points. */
#define LABEL_COLUMN 86.0

/**
 * bc_content_add_block:
 * @before: space above, points
 *
 * Returns: (transfer none): a new block at the end of the flow
 */
BcBlock *
bc_content_add_block (BcContent *self,
                      double     before)
{
  BcBlock *block = bc_block_new (before);

  g_ptr_array_add (self->flow->blocks, block);
  return block;
}

/**
 * bc_content_add_cell:
 * @x: start of the column, points
 * @width: of the column, points
 *
 * Adds a column of plain text to @block.
 */
void
bc_content_add_cell (BcContent  *self,
                     BcBlock    *block,
                     BcFont      font,
                     const char *text,
                     double      x,
                     double      width)
{
  bc_block_add_cell (block, bc_text_layout_new (self->pango, font, text, width), x, width);
}

/**
 * bc_content_add_text:
 *
 * Returns: (transfer none): a new block of plain text over the full width, which may go on over the page
 */
BcBlock *
bc_content_add_text (BcContent  *self,
                     BcFont      font,
                     const char *text,
                     double      before)
{
  BcBlock *block = bc_content_add_block (self, before);

  block->splits = TRUE;
  bc_content_add_cell (self, block, font, text, 0, self->flow->width);
  return block;
}

/**
 * bc_content_add_heading:
 *
 * Returns: (transfer none): a new heading that stays with the next block
 */
BcBlock *
bc_content_add_heading (BcContent  *self,
                        const char *text)
{
  BcBlock *block = bc_content_add_text (self, BC_FONT_HEADING, text, self->section_space);

  block->splits = FALSE;
  block->keep_next = TRUE;
  return block;
}

/**
 * bc_content_add_pair_to:
 * @label: name of a field, written small
 * @start: where the label begins, points
 * @column: of the label, points
 * @width: of both, points
 *
 * Adds a name and its text to a row.
 */
void
bc_content_add_pair_to (BcContent  *self,
                        BcBlock    *block,
                        const char *label,
                        const char *text,
                        double      start,
                        double      column,
                        double      width)
{
  g_autoptr(BcRichText) small = bc_rich_text_new ();
  g_autoptr(BcRichText) rich = bc_rich_text_new ();

  /* One line of the body font before the small label gives both the same baseline. */
  bc_rich_text_append (small, BC_FONT_BODY, "\u200b");
  bc_rich_text_append (small, BC_FONT_LABEL, label);
  bc_block_add_cell (block, bc_rich_text_to_layout (small, self->pango, column - 6), start, column - 6);
  bc_rich_text_append (rich, BC_FONT_BODY, text);
  width -= column;
  bc_block_add_cell (block, bc_rich_text_to_layout (rich, self->pango, width), start + column, width);
}

/**
 * bc_content_add_pair:
 * @label: name of a field, written small
 * @start: where the label begins, points
 *
 * Returns: (transfer none): a new row of a name and its text
 */
BcBlock *
bc_content_add_pair (BcContent  *self,
                     const char *label,
                     const char *text,
                     double      start)
{
  BcBlock *block = bc_content_add_block (self, 2);

  bc_content_add_pair_to (self, block, label, text, start, LABEL_COLUMN, self->flow->width - start);
  return block;
}

/**
 * bc_content_has_marks:
 *
 * Returns: whether any symptom of the visit is marked on the chart
 */
gboolean
bc_content_has_marks (BcContent *self)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_marks (symptom))) > 0
          || g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_strokes (symptom))) > 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * bc_content_dup_answers:
 * @value: yes, no, worse, better, no change
 *
 * Returns: (transfer full): what was asked and got this answer: a question a line where there is room, factors one after
 *   the other; "" for nothing
 */
char *
bc_content_dup_answers (BcContent    *self,
                        BcAnswerValue value)
{
  GListModel *answers = G_LIST_MODEL (bc_visit_get_answers (self->visit));
  gboolean one_a_line = (value == BC_ANSWER_YES || value == BC_ANSWER_NO) && !self->brief;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr(BcAnswer) answer = g_list_model_get_item (answers, i);
      const char *question;

      if (bc_answer_get_value (answer) != value)
        continue;
      question = bc_maps_lookup_question (self->maps, bc_answer_get_id (answer));
      if (question == NULL && self->kind == BC_SUMMARY_PATIENT)
        continue; /* an id says nothing to a patient */
      if (text->len > 0)
        /* Questions are long: one a line where there is room. Factors are short: one after the other. */
        g_string_append (text, one_a_line ? "\n" : C_("list", "; "));
      if (question != NULL)
        g_string_append (text, question);
      else
        /* Translators: %s is the id of a question, as "own-kneeling" */
        g_string_append_printf (text, _("unknown question %s"), bc_answer_get_id (answer));
      if (bc_answer_get_unconfirmed (answer))
        g_string_append_printf (text, " (%s)", _("not confirmed"));
    }
  return g_string_free (text, FALSE);
}

static void
add_questions (BcContent *self)
{
  const struct
  {
    BcAnswerValue  value;
    const char    *label;
  } rows[] = {
    { BC_ANSWER_YES, C_("answers", "Yes, or positive") },
    { BC_ANSWER_NO, C_("answers", "No, or negative") },
    { BC_ANSWER_AGGRAVATES, C_("answers", "Worse with") },
    { BC_ANSWER_EASES, C_("answers", "Better with") },
    { BC_ANSWER_NO_EFFECT, C_("answers", "No change with") },
  };

  if (g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_answers (self->visit))) == 0)
    return;
  bc_content_add_heading (self, _("Questions and tests"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = bc_content_dup_answers (self, rows[i].value);
      BcBlock *block;

      if (*text == '\0')
        continue;
      block = bc_content_add_pair (self, rows[i].label, text, 0);
      block->before = 5;
    }
}

static void
add_clears (BcContent *self)
{
  g_autofree char *words = bc_words_dup_clears (G_LIST_MODEL (bc_visit_get_clears (self->visit)));
  g_autofree char *copied = bc_words_dup_unconfirmed_clears (G_LIST_MODEL (bc_visit_get_clears (self->visit)));
  g_autofree char *text = NULL;
  g_autofree char *unconfirmed = NULL;

  if (*words == '\0')
    return;
  text = bc_words_dup_capital (words);
  bc_content_add_heading (self, _("Asked and clear"));
  bc_content_add_text (self, BC_FONT_BODY, text, BC_PARAGRAPH_SPACE);
  if (*copied == '\0')
    return;
  /* Translators: %s is one or more regions that were copied from the last visit as free of symptoms */
  unconfirmed = g_strdup_printf (_("Of these from the last visit, not confirmed: %s"), copied);
  bc_content_add_text (self, BC_FONT_BODY, unconfirmed, 1);
}

/**
 * bc_content_add_notes:
 *
 * Adds a block a paragraph, so that each finds its own direction and long notes go on over pages; nothing where @notes
 * are empty.
 */
void
bc_content_add_notes (BcContent  *self,
                      const char *heading,
                      const char *notes)
{
  g_auto(GStrv) paragraphs = NULL;
  g_autofree char *text = g_strstrip (g_strdup (notes));

  if (*text == '\0')
    return;
  bc_content_add_heading (self, heading);
  paragraphs = g_strsplit (text, "\n", -1);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    bc_content_add_text (self, BC_FONT_BODY, g_strchomp (paragraphs[i]), i == 0 ? BC_PARAGRAPH_SPACE : 1);
}

static void
draw_signature_lines (BcBlock *block,
                      cairo_t *cr,
                      double   x,
                      double   y,
                      double   width)
{
  bc_set_source_colour (cr, &bc_summary_text);
  cairo_set_line_width (cr, 0.6);
  cairo_move_to (cr, x, y + block->height - 1);
  cairo_rel_line_to (cr, width * 0.6, 0);
  cairo_move_to (cr, x + width * 0.66, y + block->height - 1);
  cairo_rel_line_to (cr, width * 0.34, 0);
  cairo_stroke (cr);
}

/**
 * bc_content_add_signature:
 * @before: space above, points
 *
 * Adds two lines to write on: signature and date.
 */
void
bc_content_add_signature (BcContent *self,
                          double     before)
{
  double width = self->flow->width;
  BcBlock *block = bc_content_add_block (self, before);
  const char *clinician = bc_visit_get_clinician (self->visit);
  g_autofree char *label = NULL;

  block->draw = draw_signature_lines;
  block->height = 28;
  block->keep_next = TRUE;
  /* Translators: %s is the clinician's name, below the line for the signature */
  label = *clinician != '\0' ? g_strdup_printf (_("Signature, %s"), clinician) : g_strdup (_("Signature"));
  block = bc_content_add_block (self, 2);
  bc_content_add_cell (self, block, BC_FONT_LABEL, label, 0, width * 0.6);
  bc_content_add_cell (self, block, BC_FONT_LABEL, C_("signature", "Date"), width * 0.66, width * 0.34);
}

static void
add_visit_notes (BcContent *self)
{
  bc_content_add_notes (self, _("Notes"), bc_visit_get_notes (self->visit));
  bc_content_add_notes (self, _("Plan"), bc_visit_get_plan (self->visit));
}

/**
 * bc_content_keep_last:
 *
 * What was added last stays with what comes: a signature alone on a page is under nothing. Long texts may part from it.
 */
void
bc_content_keep_last (BcContent *self)
{
  GPtrArray *blocks = self->flow->blocks;
  BcBlock *last = blocks->len > 0 ? g_ptr_array_index (blocks, blocks->len - 1) : NULL;

  if (last != NULL && last->height < MOST_KEPT)
    last->keep_next = TRUE;
}

static void
add_last_line (BcContent *self)
{
  bc_content_keep_last (self);
  if (bc_visit_is_signed (self->visit))
    bc_content_add_signed (self);
  else
    bc_content_add_signature (self, self->section_space - 6);
}

enum
{
  ON_SESSION = 1 << BC_SUMMARY_SESSION,
  ON_LETTER = 1 << BC_SUMMARY_LETTER,
  ON_PATIENT = 1 << BC_SUMMARY_PATIENT
};

/* In the order of the paper. What is a finding or was written for colleagues never gets ON_PATIENT. */
static const struct
{
  void (*add) (BcContent *self);
  guint  kinds;
} sections[] = {
  { bc_content_add_letterhead, ON_SESSION | ON_LETTER | ON_PATIENT },
  { bc_content_add_address, ON_LETTER },
  { bc_content_add_header, ON_SESSION | ON_LETTER | ON_PATIENT },
  { bc_content_add_salutation, ON_LETTER },
  { bc_content_add_greeting, ON_PATIENT },
  { bc_content_add_red_flags, ON_SESSION | ON_LETTER },
  { add_visit_notes, ON_LETTER }, /* a letter says first what its writer has to say */
  { bc_content_add_figures, ON_SESSION | ON_LETTER | ON_PATIENT },
  { bc_content_add_symptoms, ON_SESSION | ON_LETTER },
  { bc_content_add_plain_symptoms, ON_PATIENT },
  { bc_content_add_plain_answers, ON_PATIENT },
  { bc_content_add_drawings, ON_SESSION | ON_LETTER },
  { bc_content_add_comparison, ON_SESSION | ON_LETTER },
  { bc_content_add_ticked, ON_SESSION | ON_LETTER },
  { add_questions, ON_SESSION | ON_LETTER },
  { add_clears, ON_SESSION | ON_LETTER },
  { bc_content_add_scores, ON_SESSION },
  { bc_content_add_retests, ON_SESSION | ON_LETTER },
  { add_visit_notes, ON_SESSION },
  { bc_content_add_agreed, ON_PATIENT },
  { add_last_line, ON_SESSION },
  { bc_content_add_closing, ON_LETTER },
};

/**
 * bc_content_build:
 *
 * Turns the visit into blocks, in the order of the paper.
 */
void
bc_content_build (BcContent *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if ((sections[i].kinds & (1u << self->kind)) != 0)
      sections[i].add (self);
}
