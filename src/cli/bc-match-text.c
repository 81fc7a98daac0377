/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match-print.h"

#include "bc-i18n.h"
#include "bc-words.h"

#include <math.h>
#include <string.h>

#define LINE_WIDTH 100
#define LABEL_WIDTH 12
#define BAR_WIDTH 20
#define INDENT 6
#define USUAL_LENGTH 4096 /* of the text on a chart */

static int
get_percent (double share)
{
  return (int) lround (CLAMP (share, 0, 1) * 100);
}

/* What is weighed little is still not nothing. */
static void
append_percent (GString *text,
                double   share)
{
  if (share > 0 && get_percent (share) == 0)
    g_string_append (text, " <1 %");
  else
    g_string_append_printf (text, "%3d %%", get_percent (share));
}

static void
append_blanks (GString *text,
               int      n)
{
  for (; n > 0; n--)
    g_string_append_c (text, ' ');
}

/* Adds words behind a label, and begins a new line where they grow too long. */
static void
append_wrapped (GString    *text,
                const char *label,
                const char *words,
                int         indent)
{
  int pad = MAX (LABEL_WIDTH - (int) g_utf8_strlen (label, -1), 1);
  int column = indent + (int) g_utf8_strlen (label, -1) + pad;
  const char *end;

  append_blanks (text, indent);
  g_string_append (text, label);
  append_blanks (text, pad);
  for (const char *word = words;; word = end + 1)
    {
      int length;

      end = strchrnul (word, ' ');
      length = (int) g_utf8_strlen (word, end - word);
      if (word != words && column + 1 + length > LINE_WIDTH)
        {
          g_string_append_c (text, '\n');
          column = indent + LABEL_WIDTH;
          append_blanks (text, column);
        }
      else if (word != words)
        {
          g_string_append_c (text, ' ');
          column++;
        }
      g_string_append_len (text, word, end - word);
      column += length;
      if (*end == '\0')
        break;
    }
  g_string_append_c (text, '\n');
}

static void
append_regions (GString    *text,
                const char *label,
                GArray     *regions)
{
  g_autofree char *words = bc_words_dup_regions (regions);

  if (*words != '\0')
    append_wrapped (text, label, words, INDENT);
}

static void
append_bar (GString *text,
            double   share)
{
  int n_full = (int) lround (CLAMP (share, 0, 1) * BAR_WIDTH);
  gboolean unicode = g_get_charset (NULL);
  const char *full = unicode ? "█" : "#";
  const char *rest = unicode ? "·" : ".";

  for (int i = 0; i < BAR_WIDTH; i++)
    g_string_append (text, i < n_full ? full : rest);
}

static void
append_finding (GString         *text,
                const BcMaps    *maps,
                const BcFinding *finding,
                guint            rank)
{
  const BcGroup *group = bc_match_get_group (maps, finding);
  g_autofree char *name = bc_finding_dup_name (finding);

  g_string_append_printf (text, "  %2u. ", rank);
  append_percent (text, finding->share);
  g_string_append_c (text, ' ');
  append_bar (text, finding->share);
  g_string_append_printf (text, " %s [%s]\n", name, finding->pattern->id);
  if (group != NULL && get_percent (finding->group_share) > get_percent (finding->share))
    {
      /* Translators: name of a group of patterns, then its share in per cent */
      g_autofree char *words = g_strdup_printf (_("%s, together %d %%"), group->name,
                                                get_percent (finding->group_share));

      /* Translators: before the name of the group that a pattern belongs to */
      append_wrapped (text, _("one of"), words, INDENT);
    }
  /* Translators: before a list of regions that are marked and lie where this pattern is felt */
  append_regions (text, _("explains"), finding->explains);
  /* Translators: before a list of regions that are marked and lie elsewhere */
  append_regions (text, _("leaves over"), finding->unexplained);
  /* Translators: before a list of regions that are not marked, though this pattern is often felt there */
  append_regions (text, _("expected"), finding->expected);
}

static void
append_heading (GString *text,
                BcChart *chart,
                BcVisit *visit)
{
  g_autofree char *date = bc_date_dup_display (bc_visit_get_date (visit));
  int age = bc_chart_get_age (chart, visit);

  /* Translators: %s is a date */
  g_string_append_printf (text, _("  Visit of %s"), date);
  if (age != BC_AGE_UNKNOWN)
    {
      g_string_append (text, ", ");
      /* Translators: the patient's age in years */
      g_string_append_printf (text, ngettext_ ("%d year old", "%d years old", (gulong) age), age);
    }
  g_string_append_c (text, '\n');
}

static void
append_extent (GString        *text,
               const BcExtent *extent)
{
  if (extent->cm2 <= 0)
    return;
  /* Translators: an area of skin, then its share of the body's surface in per cent */
  g_string_append_printf (text, _("  Marked skin: %.0f cm², %.1f %% of the body"), extent->cm2,
                          100 * extent->body_share);
  g_string_append_c (text, '\n');
}

static void
append_action (GString      *text,
               BcFlagAction *action)
{
  g_autofree char *words = bc_words_dup_flag_action (action);

  /* Translators: before what was done about a red flag */
  append_wrapped (text, _("done"), words, INDENT);
}

/* What was done stands under its own rule; what was done about rules that do not fire stands behind them all. */
static void
append_red_flags (GString         *text,
                  const BcMaps    *maps,
                  BcVisit         *visit,
                  const GPtrArray *red_flags)
{
  g_autoptr(GPtrArray) others = bc_words_list_other_actions (visit, maps, red_flags);

  for (guint i = 0; i < red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (red_flags, i);
      g_autofree char *words = g_strdup_printf ("%s. %s [%s]", flag->meaning, bc_urgency_get_name (flag->urgency),
                                                flag->id);
      g_autoptr(GPtrArray) actions = NULL;

      /* Translators: before a warning of something that needs referral; the mark draws the eye */
      append_wrapped (text, _("! Red flag"), words, 2);
      actions = bc_words_list_flag_actions (visit, maps, flag);
      for (guint j = 0; j < actions->len; j++)
        append_action (text, g_ptr_array_index (actions, j));
    }
  for (guint i = 0; i < others->len; i++)
    {
      /* Translators: %s is what a red flag means */
      g_autofree char *words = g_strdup_printf (_("%s (not raised now)"),
                                                bc_words_get_flag_meaning (maps, others->pdata[i]));

      append_wrapped (text, _("Red flag"), words, 2);
      append_action (text, g_ptr_array_index (others, i));
    }
}

/* The findings at the head whose order means nothing. */
static void
append_ties (GString          *text,
             const BcFindings *findings)
{
  guint n_tied = 0;

  for (guint i = 0; i < findings->findings->len; i++)
    n_tied += ((const BcFinding *) g_ptr_array_index (findings->findings, i))->tied;
  if (n_tied == 0)
    return;
  /* Translators: %u is two or more */
  g_string_append_printf (text, ngettext_ ("  The first %u is tied: one weak answer could turn the order round",
                                           "  The first %u are tied: one weak answer could turn their order round",
                                           n_tied), n_tied);
  g_string_append_c (text, '\n');
}

static void
append_symptom (GString                 *text,
                const BcSymptomFindings *symptom)
{
  g_autofree char *label = g_strdup_printf ("P%d", symptom->number);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < symptom->findings->len; i++)
    {
      const BcFinding *finding = g_ptr_array_index (symptom->findings, i);
      g_autofree char *name = bc_finding_dup_name (finding);

      g_string_append_printf (words, "%s%s %d %%", i > 0 ? "; " : "", name, get_percent (finding->share));
    }
  g_string_append (words, words->len > 0 ? "; " : "");
  /* Translators: %d is a share in per cent */
  g_string_append_printf (words, _("no pattern fits %d %%"), get_percent (symptom->no_fit_share));
  append_wrapped (text, label, words->str, 4);
  g_string_free (words, TRUE);
}

static void
append_symptoms (GString           *text,
                 const BcBySymptom *by_symptom)
{
  if (by_symptom == NULL || by_symptom->symptoms->len == 0)
    return;
  g_string_append_printf (text, "  %s\n", _("Each symptom by itself:"));
  for (guint i = 0; i < by_symptom->symptoms->len; i++)
    append_symptom (text, g_ptr_array_index (by_symptom->symptoms, i));
  g_string_append_printf (text, "    %s\n", bc_sources_get_text (by_symptom->sources));
}

static void
append_question (GString          *text,
                 const BcQuestion *question)
{
  g_autofree char *reason = bc_question_dup_reason (question);

  g_string_append_printf (text, "    - %s [%s]\n", question->question, question->id);
  append_wrapped (text, C_("before why a question is asked", "why"), reason, INDENT);
  if (question->how != NULL)
    append_wrapped (text, bc_load_get_name (question->load), question->how, INDENT);
}

static void
append_questions (GString        *text,
                  GArray         *questions,
                  BcIrritability  irritability)
{
  if (questions->len == 0)
    return;
  g_string_append_printf (text, "  %s\n", _("Ask next:"));
  if (irritability != BC_IRRITABILITY_NONE)
    {
      g_autofree char *why = bc_irritability_dup_text (irritability);

      append_blanks (text, 4);
      /* Translators: above the questions to ask next; %s is why, as “7 or more of 10 now, constant” */
      g_string_append_printf (text, _("Irritable (%s): gentle tests first"), why);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < questions->len; i++)
    append_question (text, &g_array_index (questions, BcQuestion, i));
}

/**
 * bc_match_get_group:
 * @maps: the maps that were matched
 * @finding: one of the findings
 *
 * Returns: (transfer none) (nullable): the outermost group that the pattern belongs to
 */
const BcGroup *
bc_match_get_group (const BcMaps    *maps,
                    const BcFinding *finding)
{
  const BcGroup *group = finding->pattern->group;

  while (group != NULL && group->parent != NULL && bc_maps_lookup_group (maps, group->parent) != NULL)
    group = bc_maps_lookup_group (maps, group->parent);
  return group;
}

/**
 * bc_match_dup_text:
 * @chart: the chart
 * @visit: the visit that was matched
 * @maps: the maps that were matched
 * @findings: what the matcher says of it
 * @by_symptom: (nullable): likewise of each symptom
 * @extent: how much skin is marked at it
 * @n_findings: how many to list, at most all
 *
 * The patient's name is left out: terminals are seen and logged.
 *
 * Returns: (transfer full): the ranking for a person, with a line feed at the end of each line
 */
char *
bc_match_dup_text (BcChart           *chart,
                   BcVisit           *visit,
                   const BcMaps      *maps,
                   const BcFindings  *findings,
                   const BcBySymptom *by_symptom,
                   const BcExtent    *extent,
                   guint              n_findings)
{
  GString *text;
  guint n_more;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);
  g_return_val_if_fail (findings != NULL && n_findings <= findings->findings->len, NULL);
  g_return_val_if_fail (extent != NULL, NULL);

  n_more = findings->findings->len - n_findings + findings->n_more;
  text = g_string_sized_new (USUAL_LENGTH);
  append_heading (text, chart, visit);
  append_extent (text, extent);
  append_red_flags (text, maps, visit, findings->red_flags);
  append_ties (text, findings);
  for (guint i = 0; i < n_findings; i++)
    append_finding (text, maps, g_ptr_array_index (findings->findings, i), i + 1);
  if (n_more > 0)
    {
      /* Translators: %u is how many findings are not shown */
      g_string_append_printf (text, ngettext_ ("      and %u more", "      and %u more", n_more), n_more);
      g_string_append_c (text, '\n');
    }
  if (findings->pair != NULL)
    {
      g_autofree char *pair = bc_pair_dup_name (findings->pair);

      g_string_append_printf (text, "  %s: %d %%\n", pair, get_percent (findings->pair->share));
    }
  /* Translators: %d is a share in per cent */
  g_string_append_printf (text, _("  No pattern in the maps fits: %d %%"), get_percent (findings->no_fit_share));
  g_string_append_c (text, '\n');
  append_symptoms (text, by_symptom);
  append_questions (text, findings->questions, findings->irritability);
  return g_string_free (text, FALSE);
}
