/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-text.h"

#include "bc-i18n.h"
#include "bc-words-understood.h"
#include "bc-words.h"

static void
append_line (GString    *text,
             const char *label,
             const char *words)
{
  if (*words != '\0')
    g_string_append_printf (text, "%s: %s\n", label, words);
}

static void
append_symptom (GString      *text,
                BcSymptom    *symptom,
                const BcMaps *maps)
{
  g_autofree char *label = bc_symptom_dup_label (symptom);
  g_autofree char *words = bc_words_dup_symptom (symptom);
  g_autofree char *onset = bc_words_dup_onset (symptom);
  g_autofree char *day = bc_words_dup_day (symptom);
  g_autofree char *worse = bc_words_dup_factors (symptom, maps, BC_ANSWER_AGGRAVATES);
  g_autofree char *better = bc_words_dup_factors (symptom, maps, BC_ANSWER_EASES);

  if (bc_symptom_get_resolved (symptom))
    {
      append_line (text, label, _("Resolved"));
      return;
    }
  g_string_append_printf (text, "%s\n", words); /* begins with the label */
  if (bc_symptom_get_unconfirmed (symptom))
    append_line (text, C_("symptom", "Not confirmed"), _("Taken over from the last visit."));
  append_line (text, C_("symptom", "Onset"), onset);
  append_line (text, C_("symptom", "Over 24 hours"), day);
  append_line (text, C_("symptom", "Worse with"), worse);
  append_line (text, C_("symptom", "Better with"), better);
  append_line (text, C_("symptom", "Notes"), bc_symptom_get_notes (symptom));
}

static void
append_understood (GString *text,
                   BcChart *chart,
                   BcVisit *visit)
{
  g_autoptr(GPtrArray) lines = bc_words_list_understood (chart, visit);

  for (guint i = 0; i < lines->len; i++)
    {
      const BcUnderstoodLine *line = g_ptr_array_index (lines, i);

      append_line (text, line->label, line->text);
    }
}

/**
 * bc_visit_dup_text:
 * @chart: the document
 * @visit: one of its visits
 * @maps: the maps, for the words of factors
 *
 * What the visit says in plain words, for practice software: day, symptoms and what changes them, how they belong together,
 * where the clinician's drawing differs, clear regions, notes and plan, with the names that the paper has for them. Neither
 * a name of a person nor a finding is in it.
 *
 * Returns: (transfer full): some lines, each with a line feed
 */
char *
bc_visit_dup_text (BcChart      *chart,
                   BcVisit      *visit,
                   const BcMaps *maps)
{
  GListModel *symptoms;
  g_autofree char *day = NULL;
  g_autofree char *clears = NULL;
  g_autofree char *capital = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *links = NULL;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  day = bc_date_dup_display (bc_visit_get_date (visit));
  clears = bc_words_dup_clears (G_LIST_MODEL (bc_visit_get_clears (visit)));
  copied = bc_words_dup_unconfirmed_clears (G_LIST_MODEL (bc_visit_get_clears (visit)));
  capital = bc_words_dup_capital (clears);
  links = g_strstrip (bc_words_dup_links (visit));
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  append_line (text, _("Visit"), day);
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      append_symptom (text, symptom, maps);
    }
  append_line (text, C_("symptoms", "Relation"), links);
  append_understood (text, chart, visit);
  append_line (text, _("Asked about and clear"), capital);
  append_line (text, C_("clear regions", "Of these not confirmed"), copied);
  append_line (text, _("Notes"), bc_visit_get_notes (visit));
  append_line (text, _("Plan"), bc_visit_get_plan (visit));
  return g_string_free (text, FALSE);
}
