/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-match.h"

#include "bc-i18n.h"

#define MAX_NAMES 2 /* more names than that nobody reads */

static char *
dup_names (const BcPattern * const *patterns,
           guint                    n)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    g_strv_builder_add (builder, patterns[i]->name);
  names = g_strv_builder_end (builder);
  return g_strjoinv (" / ", names);
}

/**
 * bc_question_dup_reason:
 * @question: a question
 *
 * Returns: (transfer full): why it is asked, one line
 */
char *
bc_question_dup_reason (const BcQuestion *question)
{
  g_autofree char *raises = dup_names (question->raises, question->n_raises);
  g_autofree char *lowers = dup_names (question->lowers, question->n_lowers);

  if (question->kind == BC_QUESTION_RED_FLAG)
    /* Translators: why a question is asked; %s is what a red flag may mean, as “Cauda equina syndrome” */
    return g_strdup_printf (_("Not to be missed: %s"), question->flag->meaning);
  if (question->n_raises > 0 && question->n_lowers > 0)
    /* Translators: why a question is asked; each %s is one or two names of findings, in the nominative */
    return g_strdup_printf (_("Tells %s from %s"), raises, lowers);
  /* Translators: why a question is asked; %s is one or two names of findings */
  return g_strdup_printf (_("Speaks for or against: %s"), question->n_raises > 0 ? raises : lowers);
}

/**
 * bc_question_dup_directions:
 * @question: a question
 *
 * Returns: (transfer full) (nullable): which findings each answer points to, one line an answer; %NULL for a question
 *   of a red flag
 */
char *
bc_question_dup_directions (const BcQuestion *question)
{
  g_autofree char *raises = dup_names (question->raises, question->n_raises);
  g_autofree char *lowers = dup_names (question->lowers, question->n_lowers);
  g_autofree char *yes = NULL;
  g_autofree char *no = NULL;

  if (question->kind == BC_QUESTION_RED_FLAG)
    return NULL;
  if (question->n_raises > 0 && question->factor)
    /* Translators: answer to “what makes it worse or better”; %s is one or two names of findings */
    yes = g_strdup_printf (_("Worse points to: %s"), raises);
  else if (question->n_raises > 0)
    /* Translators: answer to a question or test; %s is one or two names of findings */
    yes = g_strdup_printf (_("Yes points to: %s"), raises);
  if (question->n_lowers > 0 && question->factor)
    no = g_strdup_printf (_("Better or the same points to: %s"), lowers);
  else if (question->n_lowers > 0)
    no = g_strdup_printf (_("No points to: %s"), lowers);
  if (yes != NULL && no != NULL)
    return g_strconcat (yes, "\n", no, NULL);
  return g_strdup (yes != NULL ? yes : no != NULL ? no : "");
}
