/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-private.h"

#include "bc-i18n.h"
#include "bc-words.h"

#include <math.h>

/* As many findings as a terminal shows at once and a reader weighs. */
#define MAX_FINDINGS 10

static void
append_regions (GString    *text,
                const char *label,
                GArray     *regions)
{
  g_autofree char *words = bc_words_dup_regions (regions);

  if (*words != '\0')
    g_string_append_printf (text, "        %s %s\n", label, words);
}

static gboolean
has_meaning (gconstpointer element,
             gconstpointer meaning)
{
  return g_str_equal (((const BcRedFlag *) element)->meaning, meaning);
}

/**
 * bc_red_flags_distinct:
 * @flags: (element-type BcRedFlag): the rules that fired, most urgent first
 *
 * Several rules may stand for one danger. Who has to act reads it once, with its highest urgency.
 *
 * Returns: (transfer container): the first rule of each meaning, in the same order
 */
GPtrArray *
bc_red_flags_distinct (GPtrArray *flags)
{
  GPtrArray *distinct = g_ptr_array_new ();

  g_return_val_if_fail (flags != NULL, distinct);

  for (guint i = 0; i < flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (flags, i);

      if (!g_ptr_array_find_with_equal_func (distinct, flag->meaning, has_meaning, NULL))
        g_ptr_array_add (distinct, (gpointer) flag);
    }
  return distinct;
}

static void
append_action (GString      *text,
               BcFlagAction *action)
{
  g_autofree char *words = bc_words_dup_flag_action (action);

  g_string_append_printf (text, "          %s\n", words);
}

static void
append_red_flags (GString      *text,
                  GPtrArray    *all,
                  const BcMaps *maps,
                  BcVisit      *visit)
{
  g_autoptr(GPtrArray) flags = bc_red_flags_distinct (all);
  g_autoptr(GPtrArray) others = bc_words_list_other_actions (visit, maps, flags);

  for (guint i = 0; i < flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (flags, i);
      g_autoptr(GPtrArray) actions = NULL;

      /* Translators: what a red flag means, and how urgent it is in words */
      g_string_append_printf (text, _("RED FLAG  %s: %s\n"), flag->meaning, bc_urgency_get_name (flag->urgency));
      actions = bc_words_list_flag_actions (visit, maps, flag);
      for (guint j = 0; j < actions->len; j++)
        append_action (text, g_ptr_array_index (actions, j));
      if (actions->len == 0)
        g_string_append_printf (text, "          %s\n", _("Nothing is recorded yet."));
    }
  for (guint i = 0; i < others->len; i++)
    {
      /* Translators: %s is what a red flag means */
      g_string_append_printf (text, _("%s (not raised now)"), bc_words_get_flag_meaning (maps, others->pdata[i]));
      g_string_append_c (text, '\n');
      append_action (text, g_ptr_array_index (others, i));
    }
  if (flags->len + others->len > 0)
    g_string_append_c (text, '\n');
}

/* "0 %" would say more than the model knows. */
static void
append_share (GString    *text,
              double      share,
              const char *name)
{
  int percent = (int) lround (share * 100);

  if (percent < 1)
    g_string_append_printf (text, " <1 %%  %s\n", name);
  else
    g_string_append_printf (text, "%3d %%  %s\n", percent, name);
}

static void
append_finding (GString         *text,
                const BcFinding *finding,
                guint            rank)
{
  g_autofree char *name = bc_finding_dup_name (finding);

  g_string_append_printf (text, "%3u. ", rank);
  append_share (text, finding->share, name);
  append_regions (text, _("explains"), finding->explains);
  append_regions (text, _("left over"), finding->unexplained);
  append_regions (text, _("expected, not marked"), finding->expected);
}

static void
append_questions (GString *text,
                  GArray  *questions)
{
  if (questions->len == 0)
    return;
  g_string_append_printf (text, "\n%s\n", _("Ask next:"));
  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (text, "  - %s\n", g_array_index (questions, BcQuestion, i).question);
}

/**
 * bc_findings_dup_text:
 * @maps: what @findings came from
 * @visit: the visit that was matched
 *
 * Writes the ranking for a terminal: red flags with what was done about each, the first ten findings with what each explains, leaves over and would
 * have expected, what to ask next, and the intended use.
 *
 * Returns: (transfer full): lines, each ending with a newline
 */
char *
bc_findings_dup_text (const BcFindings *findings,
                      const BcMaps     *maps,
                      BcVisit          *visit)
{
  GString *text;

  g_return_val_if_fail (findings != NULL, NULL);
  g_return_val_if_fail (maps != NULL, NULL);

  text = g_string_new (NULL);
  append_red_flags (text, findings->red_flags, maps, visit);
  if (findings->findings->len == 0)
    g_string_append_printf (text, "%s\n", _("No marks on the chart."));
  for (guint i = 0; i < MIN (findings->findings->len, MAX_FINDINGS); i++)
    append_finding (text, g_ptr_array_index (findings->findings, i), i + 1);
  if (findings->pair != NULL)
    {
      g_autofree char *pair = bc_pair_dup_name (findings->pair);

      g_string_append (text, "     ");
      append_share (text, findings->pair->share, pair);
    }
  if (findings->findings->len > 0)
    {
      g_string_append (text, "     ");
      append_share (text, findings->no_fit_share, _("no pattern in the maps fits"));
    }
  append_questions (text, findings->questions);
  g_string_append_printf (text, "\n%s\n", bc_intended_use ());
  return g_string_free (text, FALSE);
}
