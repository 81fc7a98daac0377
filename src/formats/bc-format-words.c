/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-format-words.h"

#include "bc-i18n.h"

/**
 * bc_format_dup_region_problem:
 * @id: what stands where a region should
 *
 * Returns: (transfer full): why it is none, and what to write
 */
char *
bc_format_dup_region_problem (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  if (bc_area_from_id (id) >= 0)
    /* Translators: all three %s are the same id of an area of the body */
    return g_strdup_printf (_("region “%s” without its side; write %s-left or %s-right"), id, id, id);
  /* Translators: leg-lateral-right is an id and stays as it is */
  return g_strdup_printf (_("unknown region “%s”; write an id of the atlas with its side, as leg-lateral-right"), id);
}

/**
 * bc_format_dup_qualities_problem:
 * @ids: what stands where a list of qualities should
 *
 * Returns: (transfer full): what is wrong with it, and what to write
 */
char *
bc_format_dup_qualities_problem (const char *ids)
{
  g_autofree char *allowed = bc_terms_dup_ids (&bc_quality_terms);

  g_return_val_if_fail (ids != NULL, NULL);

  /* Translators: what was found, then a list of ids */
  return g_strdup_printf (_("unknown quality in “%s”; write one or more of %s, with a space between"), ids, allowed);
}

/**
 * bc_format_dup_term_problem:
 * @terms: the vocabulary
 * @what: name of the attribute or column
 * @id: what stands there
 *
 * Returns: (transfer full): what is wrong with it, and what to write
 */
char *
bc_format_dup_term_problem (const BcTerms *terms,
                            const char    *what,
                            const char    *id)
{
  g_autofree char *allowed = NULL;

  g_return_val_if_fail (terms != NULL, NULL);
  g_return_val_if_fail (what != NULL && id != NULL, NULL);

  allowed = bc_terms_dup_ids (terms);
  /* Translators: an attribute or column, what was found in it, then a list of ids; as in: unknown depth “5”; ... */
  return g_strdup_printf (_("unknown %s “%s”; write one of %s"), what, id, allowed);
}

/**
 * bc_format_dup_answer_problem:
 * @maps: the maps
 * @id: what stands where the id of a question should
 * @value: what stands where the answer should
 *
 * Returns: (transfer full): why @value is no answer to @id, and what to write
 */
char *
bc_format_dup_answer_problem (const BcMaps *maps,
                              const char   *id,
                              const char   *value)
{
  g_return_val_if_fail (maps != NULL, NULL);
  g_return_val_if_fail (id != NULL && value != NULL, NULL);

  if (bc_maps_answer_fits (maps, id, BC_ANSWER_YES))
    /* Translators: what was found, then the id of a question; yes and no are ids and stay */
    return g_strdup_printf (_("“%s” is no answer to “%s”; write yes or no"), value, id);
  if (bc_maps_answer_fits (maps, id, BC_ANSWER_EASES))
    /* Translators: what was found, then the id of a factor; aggravates, eases and no-effect are ids and stay */
    return g_strdup_printf (_("“%s” is no answer to “%s”; write aggravates, eases or no-effect"), value, id);
  if (bc_maps_is_own_id (id))
    /* Translators: what was found, then the id of a question or factor; the five answers are ids and stay */
    return g_strdup_printf (_("“%s” is no answer to “%s”; write yes, no, aggravates, eases or no-effect"), value, id);
  /* Translators: what was found where the id of a question should be */
  return g_strdup_printf (_("unknown question “%s”; write the id of a question, test or factor of the maps, or update "
                            "Bodychart"),
                          id);
}

/**
 * bc_format_dup_date_problem:
 * @date: what stands where a day should
 *
 * Returns: (transfer full): what is wrong with it, and what to write
 */
char *
bc_format_dup_date_problem (const char *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  /* Translators: %s is what was found; the example shows the one form that is allowed */
  return g_strdup_printf (_("“%s” is no date; write year, month and day, as 2026-05-12"), date);
}
