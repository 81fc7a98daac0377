/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What makes a letter of the summary: an address, a few words before and after. */
#include "bc-summary-content.h"

#include "bc-i18n.h"

/* Room for five lines of an address, written by hand or stamped; for four where room is short. Points. */
#define ADDRESS_HEIGHT 68.0
#define SHORT_ADDRESS_HEIGHT 54.0
#define ADDRESS_WIDTH 230.0
#define CORNER 7.0

/* Room for a signature above the name, points. */
#define SIGNATURE_SPACE 14.0

/* Four corners, which say "here" without asking for a line of any length. */
static void
draw_address (BcBlock *block,
              cairo_t *cr,
              double   x,
              double   y,
              double   width)
{
  double across = MIN (width, ADDRESS_WIDTH);
  double down = block->height - 1;
  const double corners[][4] = { { 0, 0, 1, 1 }, { across, 0, -1, 1 }, { 0, down, 1, -1 }, { across, down, -1, -1 } };

  /* The whole block is mirrored where the language is: the address stands at its start. */
  if (GPOINTER_TO_INT (block->data))
    x += width - across;
  bc_set_source_colour (cr, &bc_summary_rule);
  cairo_set_line_width (cr, 0.8);
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      cairo_move_to (cr, x + corners[i][0] + corners[i][2] * CORNER, y + corners[i][1]);
      cairo_rel_line_to (cr, -corners[i][2] * CORNER, 0);
      cairo_rel_line_to (cr, 0, corners[i][3] * CORNER);
    }
  cairo_stroke (cr);
}

/**
 * bc_content_add_address:
 *
 * Adds room for the address of the colleague; the program knows no addresses.
 */
void
bc_content_add_address (BcContent *self)
{
  gboolean mirrored = pango_context_get_base_dir (self->pango) == PANGO_DIRECTION_RTL;
  BcBlock *block = bc_content_add_text (self, BC_FONT_LABEL, C_("letter", "To"), self->section_space - 3);

  block->splits = FALSE;
  block->keep_next = TRUE;
  block = bc_content_add_block (self, 2);
  block->draw = draw_address;
  block->data = GINT_TO_POINTER (mirrored ? 1 : 0);
  block->height = self->brief ? SHORT_ADDRESS_HEIGHT : ADDRESS_HEIGHT;
}

/**
 * bc_content_add_salutation:
 *
 * Adds what the letter begins with.
 */
void
bc_content_add_salutation (BcContent *self)
{
  g_autofree char *date = bc_date_dup_display (bc_visit_get_date (self->visit));
  g_autofree char *text = NULL;

  bc_content_add_text (self, BC_FONT_BODY, _("Dear colleague,"), self->section_space - 3);
  if (*date != '\0')
    /* Translators: %s is the date of the visit */
    text = g_strdup_printf (_("Thank you for seeing this patient, whom I saw on %s. Below is what the patient reports, "
                              "what was asked and tested, and what I considered."), date);
  else
    text = g_strdup (_("Thank you for seeing this patient. Below is what the patient reports, what was asked and "
                       "tested, and what I considered."));
  bc_content_add_text (self, BC_FONT_BODY, text, BC_PARAGRAPH_SPACE);
}

/**
 * bc_content_add_closing:
 *
 * Adds what the letter ends with, and the line for the signature, on one page.
 */
void
bc_content_add_closing (BcContent *self)
{
  BcBlock *block;

  bc_content_keep_last (self);
  block = bc_content_add_text (self, BC_FONT_BODY, _("With kind regards,"), self->section_space);
  block->splits = FALSE;
  block->keep_next = TRUE;
  if (bc_visit_is_signed (self->visit))
    bc_content_add_signed (self);
  else
    bc_content_add_signature (self, SIGNATURE_SPACE);
}
