/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words.h"

#include "bc-chart.h"
#include "bc-i18n.h"

/* Adds a piece behind @separator, where there is something before it. */
static void
append_piece (GString    *text,
              const char *separator,
              const char *piece)
{
  if (piece == NULL || *piece == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, piece);
}

/**
 * bc_words_dup_onset:
 * @symptom: a symptom
 *
 * Returns: (transfer full): how and when it began, as "Lifting a box; sudden, 21 April 2026"
 */
char *
bc_words_dup_onset (BcSymptom *symptom)
{
  GString *text;
  g_autoptr(GString) kind = NULL;
  g_autofree char *date = NULL;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), NULL);

  text = g_string_new (bc_symptom_get_onset (symptom));
  kind = g_string_new (NULL);
  date = bc_date_dup_display (bc_symptom_get_onset_date (symptom));
  append_piece (kind, "", bc_terms_get_name (&bc_onset_terms, (int) bc_symptom_get_onset_kind (symptom)));
  append_piece (kind, C_("list", ", "), date);
  append_piece (text, C_("list", "; "), kind->str);
  return g_string_free (text, FALSE);
}

static void
append_time (GString    *text,
             const char *label,
             BcCourse    course,
             const char *more)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *piece = NULL;

  append_piece (words, "", bc_terms_get_name (&bc_course_terms, (int) course));
  append_piece (words, C_("list", ", "), more);
  if (words->len == 0)
    return;
  /* Translators: a time of day, then how it is then, as in "morning: worse" */
  piece = g_strdup_printf (_("%s: %s"), label, words->str);
  append_piece (text, C_("list", "; "), piece);
}

static char *
dup_stiffness (int minutes)
{
  if (minutes == BC_MINUTES_UNKNOWN)
    return NULL;
  if (minutes == 0)
    return g_strdup (_("not stiff"));
  /* Translators: %d minutes of stiffness in the morning */
  return g_strdup_printf (ngettext_ ("stiff for %d minute", "stiff for %d minutes", (gulong) minutes), minutes);
}

static char *
dup_wakes (int wakes)
{
  if (wakes == BC_WAKES_UNKNOWN)
    return NULL;
  if (wakes == 0)
    return g_strdup (_("does not wake"));
  /* Translators: how often pain wakes a person in a night */
  return g_strdup_printf (ngettext_ ("wakes %d time", "wakes %d times", (gulong) wakes), wakes);
}

/**
 * bc_words_dup_day:
 * @symptom: a symptom
 *
 * Returns: (transfer full): how it is over 24 hours, as "morning: worse, stiff for 30 minutes; night: wakes 2 times"
 */
char *
bc_words_dup_day (BcSymptom *symptom)
{
  GString *text;
  g_autofree char *stiffness = NULL;
  g_autofree char *wakes = NULL;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), NULL);

  text = g_string_new (bc_symptom_get_day_pattern (symptom));
  stiffness = dup_stiffness (bc_symptom_get_stiffness (symptom));
  wakes = dup_wakes (bc_symptom_get_wakes (symptom));
  append_time (text, C_("time of day", "morning"), bc_symptom_get_morning (symptom), stiffness);
  append_time (text, C_("time of day", "day"), bc_symptom_get_daytime (symptom), NULL);
  append_time (text, C_("time of day", "evening"), bc_symptom_get_evening (symptom), NULL);
  append_time (text, C_("time of day", "night"), bc_symptom_get_night (symptom), wakes);
  return g_string_free (text, FALSE);
}

/* The times of a factor and how strong it gets, between commas. */
static char *
dup_times (BcSymptomFactor *factor)
{
  GString *text = g_string_new (NULL);
  int onset = bc_symptom_factor_get_onset (factor);
  int settle = bc_symptom_factor_get_settle (factor);
  int strength = bc_symptom_factor_get_strength (factor);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  if (onset != BC_MINUTES_UNKNOWN)
    /* Translators: minutes until something brings a symptom on */
    first = g_strdup_printf (ngettext_ ("after %d minute", "after %d minutes", (gulong) onset), onset);
  if (strength != BC_NRS_UNKNOWN)
    /* Translators: how strong it gets, on the scale from 0 to 10 */
    second = g_strdup_printf (_("up to %d of 10"), strength);
  if (settle != BC_MINUTES_UNKNOWN && bc_symptom_factor_get_effect (factor) == BC_ANSWER_EASES)
    /* Translators: minutes until something has eased a symptom */
    third = g_strdup_printf (ngettext_ ("eases in %d minute", "eases in %d minutes", (gulong) settle), settle);
  else if (settle != BC_MINUTES_UNKNOWN)
    /* Translators: minutes until a symptom has settled again */
    third = g_strdup_printf (ngettext_ ("settles in %d minute", "settles in %d minutes", (gulong) settle), settle);
  append_piece (text, "", first);
  append_piece (text, C_("list", ", "), second);
  append_piece (text, C_("list", ", "), third);
  return g_string_free (text, FALSE);
}

static char *
dup_factor (BcSymptomFactor *factor,
            const BcMaps    *maps)
{
  const char *id = bc_symptom_factor_get_factor (factor);
  const char *name = *id != '\0' ? bc_maps_lookup_question (maps, id) : NULL;
  GString *text = g_string_new (*id != '\0' && name == NULL ? id : name);
  g_autofree char *times = dup_times (factor);

  append_piece (text, C_("list", ", "), bc_symptom_factor_get_text (factor));
  if (*times != '\0')
    g_string_append_printf (text, text->len > 0 ? " (%s)" : "%s", times);
  return g_string_free (text, FALSE);
}

/**
 * bc_words_dup_factors:
 * @symptom: a symptom
 * @maps: the reference maps, for the names of factors
 * @effect: %BC_ANSWER_AGGRAVATES or %BC_ANSWER_EASES
 *
 * Returns: (transfer full): what makes it worse or better, as "Sitting (after 20 minutes, settles in 60 minutes)"
 */
char *
bc_words_dup_factors (BcSymptom     *symptom,
                      const BcMaps  *maps,
                      BcAnswerValue  effect)
{
  GString *text;
  GListModel *factors;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  text = g_string_new (effect == BC_ANSWER_EASES ? bc_symptom_get_easing (symptom)
                                                 : bc_symptom_get_aggravating (symptom));
  factors = G_LIST_MODEL (bc_symptom_get_factors (symptom));
  for (guint i = 0; i < g_list_model_get_n_items (factors); i++)
    {
      g_autoptr(BcSymptomFactor) factor = g_list_model_get_item (factors, i);
      g_autofree char *words = dup_factor (factor, maps);

      if (bc_symptom_factor_get_effect (factor) == effect)
        append_piece (text, C_("list", "; "), words);
    }
  return g_string_free (text, FALSE);
}

/**
 * bc_words_dup_links:
 * @visit: a visit
 *
 * Returns: (transfer full): how its symptoms belong together, as "P1 brings P2 on; P2 does not bring P1 on"
 */
char *
bc_words_dup_links (BcVisit *visit)
{
  GString *text;
  GListModel *links;

  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);

  text = g_string_new (bc_visit_get_relation (visit));
  links = G_LIST_MODEL (bc_visit_get_links (visit));
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr(BcLink) link = g_list_model_get_item (links, i);
      int from = bc_link_get_from (link);
      int to = bc_link_get_to (link);
      g_autofree char *words = NULL;

      if (bc_link_get_value (link) == BC_ANSWER_YES)
        /* Translators: numbers of two symptoms */
        words = g_strdup_printf (_("P%d brings P%d on"), from, to);
      else
        /* Translators: numbers of two symptoms */
        words = g_strdup_printf (_("P%d does not bring P%d on"), from, to);
      append_piece (text, C_("list", "; "), words);
    }
  return g_string_free (text, FALSE);
}
