/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-i18n.h"

/* What was there is struck through and stays readable; what should be there stands behind it. */
static void
add_correction (BcContent    *self,
                BcCorrection *correction)
{
  const char *before = bc_correction_get_before (correction);
  const char *after = bc_correction_get_after (correction);
  g_autofree char *when = bc_time_dup_display (bc_correction_get_when (correction));
  g_autoptr(BcRichText) text = bc_rich_text_new ();
  /* Translators: the clinician's name, then date and time */
  g_autofree char *who = g_strdup_printf (_(" (%s, %s)"), bc_correction_get_who (correction), when);
  g_autofree char *field = bc_visit_field_dup_name (bc_correction_get_field (correction));
  BcBlock *block = bc_content_add_block (self, BC_PARAGRAPH_SPACE);

  bc_rich_text_append (text, BC_FONT_STRONG, field);
  bc_rich_text_append (text, BC_FONT_BODY, "  ");
  if (*before != '\0')
    bc_rich_text_append_struck (text, BC_FONT_DIM, before);
  if (*before != '\0' && *after != '\0')
    bc_rich_text_append (text, BC_FONT_BODY, " ");
  bc_rich_text_append (text, BC_FONT_BODY, after);
  bc_rich_text_append (text, BC_FONT_DIM, who);
  block->splits = TRUE;
  bc_block_add_cell (block, bc_rich_text_to_layout (text, self->pango, self->flow->width), 0, self->flow->width);
}

/**
 * bc_content_add_signed:
 *
 * Adds who signed the visit and when, and what was put right since.
 */
void
bc_content_add_signed (BcContent *self)
{
  GListModel *corrections = G_LIST_MODEL (bc_visit_get_corrections (self->visit));
  g_autofree char *when = bc_time_dup_display (bc_visit_get_signed_when (self->visit));
  /* Translators: the clinician's name, then date and time */
  g_autofree char *text = g_strdup_printf (_("Signed by %s, %s"), bc_visit_get_signed_by (self->visit), when);

  bc_content_add_text (self, BC_FONT_STRONG, text, self->section_space);
  if (g_list_model_get_n_items (corrections) == 0)
    return;
  bc_content_add_heading (self, _("Corrections"));
  for (guint i = 0; i < g_list_model_get_n_items (corrections); i++)
    {
      g_autoptr(BcCorrection) correction = g_list_model_get_item (corrections, i);

      add_correction (self, correction);
    }
}

/**
 * bc_content_add_retests:
 *
 * Adds the signs to test again, with what was found.
 */
void
bc_content_add_retests (BcContent *self)
{
  GListModel *retests = G_LIST_MODEL (bc_visit_get_retests (self->visit));

  if (g_list_model_get_n_items (retests) == 0)
    return;
  bc_content_add_heading (self, _("To test again"));
  for (guint i = 0; i < g_list_model_get_n_items (retests); i++)
    {
      g_autoptr(BcRetest) retest = g_list_model_get_item (retests, i);
      const char *result = bc_retest_get_result (retest);
      g_autofree char *text = *result != '\0' ? g_strdup_printf ("* %s: %s", bc_retest_get_sign (retest), result)
                                              : g_strdup_printf ("* %s", bc_retest_get_sign (retest));

      bc_content_add_text (self, BC_FONT_BODY, text, BC_PARAGRAPH_SPACE);
    }
}
