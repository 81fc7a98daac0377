/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-label-layout.h"

#include "bc-i18n.h"

static void
append_word (GString    *text,
             const char *separator,
             const char *word)
{
  g_autofree char *escaped = g_markup_escape_text (word, -1);

  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, escaped);
}

/* How strong it is, as "6/10 now, 8 worst"; what is not known is left out. */
static char *
dup_intensity (BcSymptom *symptom)
{
  int now = bc_symptom_get_now (symptom);
  int worst = bc_symptom_get_worst (symptom);

  if (now != BC_NRS_UNKNOWN && worst != BC_NRS_UNKNOWN)
    /* Translators: beside a mark on the body, short: how strong a symptom is, of 10; now, and at its worst */
    return g_strdup_printf (C_("label", "%d/10 now, %d worst"), now, worst);
  if (now != BC_NRS_UNKNOWN)
    /* Translators: beside a mark on the body, short: how strong a symptom is now, of 10 */
    return g_strdup_printf (C_("label", "%d/10 now"), now);
  if (worst != BC_NRS_UNKNOWN)
    /* Translators: beside a mark on the body, short: how strong a symptom is at its worst, of 10 */
    return g_strdup_printf (C_("label", "%d/10 worst"), worst);
  return g_strdup ("");
}

static char *
dup_words (BcSymptom *symptom)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *intensity = dup_intensity (symptom);

  if (bc_symptom_get_constancy (symptom) != BC_CONSTANCY_UNKNOWN)
    append_word (text, "", bc_terms_get_name (&bc_constancy_terms, (int) bc_symptom_get_constancy (symptom)));
  if (bc_symptom_get_depth (symptom) != BC_DEPTH_UNKNOWN)
    append_word (text, C_("list", ", "), bc_terms_get_name (&bc_depth_terms, (int) bc_symptom_get_depth (symptom)));
  if (*intensity != '\0')
    append_word (text, "\n", intensity);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * bc_label_get_constancy:
 * @constancy: how constant a symptom is
 *
 * Returns: its letter beside a mark; "" where it is not known
 */
const char *
bc_label_get_constancy (BcConstancy constancy)
{
  switch (constancy)
    {
    case BC_CONSTANCY_CONSTANT:
      /* Translators: one letter beside a mark on the body: the symptom is constant */
      return C_("label", "C");
    case BC_CONSTANCY_INTERMITTENT:
      /* Translators: one letter beside a mark on the body: the symptom is intermittent */
      return C_("label", "I");
    case BC_CONSTANCY_UNKNOWN:
    default:
      return "";
    }
}

/**
 * bc_label_get_depth:
 * @depth: how deep a symptom sits
 *
 * Returns: its letter beside a mark; "" where it is not known
 */
const char *
bc_label_get_depth (BcDepth depth)
{
  switch (depth)
    {
    case BC_DEPTH_DEEP:
      /* Translators: one letter beside a mark on the body: the symptom is deep */
      return C_("label", "D");
    case BC_DEPTH_SUPERFICIAL:
      /* Translators: one letter beside a mark on the body: the symptom is superficial */
      return C_("label", "S");
    case BC_DEPTH_UNKNOWN:
    default:
      return "";
    }
}

/* Constancy and depth by their first letters, as physiotherapists note them, then now and in brackets the worst. */
static char *
dup_letters (BcSymptom *symptom)
{
  BcConstancy constancy = bc_symptom_get_constancy (symptom);
  BcDepth depth = bc_symptom_get_depth (symptom);
  int now = bc_symptom_get_now (symptom);
  int worst = bc_symptom_get_worst (symptom);
  g_autoptr (GString) text = g_string_new (NULL);

  if (constancy != BC_CONSTANCY_UNKNOWN)
    append_word (text, "", bc_label_get_constancy (constancy));
  if (depth != BC_DEPTH_UNKNOWN)
    append_word (text, " ", bc_label_get_depth (depth));
  if (now != BC_NRS_UNKNOWN || worst != BC_NRS_UNKNOWN)
    g_string_append_printf (text, "%s", text->len > 0 ? " " : "");
  if (now != BC_NRS_UNKNOWN)
    g_string_append_printf (text, "%d", now);
  if (worst != BC_NRS_UNKNOWN)
    g_string_append_printf (text, "%s(%d)", now != BC_NRS_UNKNOWN ? " " : "", worst);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * bc_label_dup_markup:
 * @symptom: a symptom
 * @detail: how much to say
 *
 * What stands in a label, as "P1 constant, deep, 6/10 now, 8 worst" or "P1 C D 6 (8)", the number in bold; "P1?" while
 * the symptom is a copy from the last visit that is not confirmed yet. The order and the letters are those of the
 * Maitland school's body charts.
 *
 * Returns: (transfer full): Pango markup
 */
char *
bc_label_dup_markup (BcSymptom     *symptom,
                     BcLabelDetail  detail)
{
  g_autofree char *label = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *rest = NULL;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), NULL);

  label = bc_symptom_dup_label (symptom);
  escaped = g_markup_escape_text (label, -1);
  switch (detail)
    {
    case BC_LABEL_WORDS:
      rest = dup_words (symptom);
      break;
    case BC_LABEL_LETTERS:
      rest = dup_letters (symptom);
      break;
    case BC_LABEL_NUMBER:
    default:
      rest = g_strdup ("");
    }
  /* What is not confirmed yet has a question mark, which needs no room and no words. */
  return g_strdup_printf ("<b>%s%s</b>%s%s", escaped, bc_symptom_get_unconfirmed (symptom) ? "?" : "",
                          *rest != '\0' ? "  " : "", rest);
}
