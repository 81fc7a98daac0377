/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-i18n.h"

/* Stands for what was not given. */
#define NOT_GIVEN "\u2013"

/* A small name above what it names. Names of people keep the direction of the page, so that they stay below their
 * label. */
static PangoLayout *
field_new (BcContent  *self,
           const char *label,
           const char *text,
           BcFont      font,
           double      width)
{
  g_autoptr(BcRichText) rich = bc_rich_text_new ();
  PangoLayout *layout;

  bc_rich_text_append (rich, BC_FONT_LABEL, label);
  bc_rich_text_append (rich, BC_FONT_LABEL, "\n");
  bc_rich_text_append_user (rich, font, *text != '\0' ? text : NOT_GIVEN);
  layout = bc_rich_text_to_layout (rich, self->pango, width);
  pango_layout_set_auto_dir (layout, FALSE);
  return layout;
}

/* "14 March 1979 (47 years)", or the half that is known. */
static char *
dup_birth (BcContent *self)
{
  g_autofree char *date = bc_date_dup_display (bc_chart_get_birth_date (self->chart));
  int age = bc_chart_get_age (self->chart, self->visit);
  g_autofree char *years = NULL;

  if (age == BC_AGE_UNKNOWN)
    return g_steal_pointer (&date);
  /* Translators: the patient's age */
  years = g_strdup_printf (ngettext_ ("%d year", "%d years", (gulong) age), age);
  if (*date == '\0')
    return g_steal_pointer (&years);
  /* Translators: date of birth and age, as in "14 March 1979 (47 years)" */
  return g_strdup_printf (_("%s (%s)"), date, years);
}

static const char *
get_title (BcContent *self)
{
  switch (self->kind)
    {
    case BC_SUMMARY_LETTER:
      return _("Referral");
    case BC_SUMMARY_PATIENT:
      /* Translators: title of what the patient takes home */
      return _("Your body chart");
    case BC_SUMMARY_SESSION:
    default:
      return _("Session summary");
    }
}

static void
add_title (BcContent *self)
{
  double width = self->flow->width;
  g_autofree char *date = bc_date_dup_display (bc_visit_get_date (self->visit));
  const char *clinician = bc_visit_get_clinician (self->visit);
  g_autoptr(BcRichText) rich = bc_rich_text_new ();
  BcBlock *block = bc_content_add_block (self, self->flow->blocks->len > 0 ? self->section_space : 0);
  PangoLayout *layout;

  bc_content_add_cell (self, block, BC_FONT_TITLE, get_title (self), 0, width * 0.5);
  bc_rich_text_append (rich, BC_FONT_LABEL, C_("heading", "Visit"));
  bc_rich_text_append (rich, BC_FONT_STRONG, "  ");
  bc_rich_text_append (rich, BC_FONT_STRONG, *date != '\0' ? date : NOT_GIVEN);
  bc_rich_text_append (rich, BC_FONT_LABEL, "\n");
  bc_rich_text_append (rich, BC_FONT_LABEL, _("Clinician"));
  bc_rich_text_append (rich, BC_FONT_BODY, "  ");
  bc_rich_text_append_user (rich, BC_FONT_BODY, *clinician != '\0' ? clinician : NOT_GIVEN);
  layout = bc_rich_text_to_layout (rich, self->pango, width * 0.5);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  bc_block_add_cell (block, layout, width * 0.5, width * 0.5);
}

/**
 * bc_content_add_header:
 *
 * Adds who and when: title, visit, clinician, patient.
 */
void
bc_content_add_header (BcContent *self)
{
  double width = self->flow->width;
  g_autofree char *birth = dup_birth (self);
  BcSex sex = bc_chart_get_sex (self->chart);
  const char *sex_name = sex != BC_SEX_UNKNOWN ? bc_terms_get_name (&bc_sex_terms, (int) sex) : "";
  const struct
  {
    const char *label;
    const char *text;
    BcFont      font;
    double      start; /* share of the width */
    double      end;
  } fields[] = {
    { C_("heading", "Patient"), bc_chart_get_name (self->chart), BC_FONT_NAME, 0, 0.42 },
    { C_("heading", "Born"), birth, BC_FONT_BODY, 0.44, 0.69 },
    { C_("heading", "Sex"), sex_name, BC_FONT_BODY, 0.71, 0.80 },
    { C_("heading", "Reference"), bc_chart_get_reference (self->chart), BC_FONT_BODY, 0.82, 1 },
  };
  BcBlock *block;

  add_title (self);
  block = bc_content_add_block (self, 6);
  block->rule = 1.6;
  block->pad = 7;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      double room = (fields[i].end - fields[i].start) * width;

      bc_block_add_cell (block, field_new (self, fields[i].label, fields[i].text, fields[i].font, room),
                         fields[i].start * width, room);
    }
}
