/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-evaluate-print.h"

#include "bc-i18n.h"

static void
print_finding (const BcFinding *finding)
{
  g_print ("%s %s", finding->pattern->id, bc_side_get_id (finding->side));
}

static void
print_outcomes (const BcFindings *findings)
{
  g_print ("none %.2f", findings->no_fit_share);
  if (findings->pair != NULL)
    {
      g_print (", ");
      print_finding (findings->pair->first);
      g_print (" + ");
      print_finding (findings->pair->second);
      g_print (" %.2f", findings->pair->share);
    }
  for (guint i = 0; i < MIN (findings->findings->len, 3); i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings->findings, i);

      g_print (", ");
      print_finding (finding);
      g_print (" %.2f", finding->share);
    }
  g_print ("\n");
}

/**
 * bc_evaluate_print_case:
 * @name: of the case
 *
 * Prints a case that the matcher gets wrong, in one line: what it shows, and the first outcomes. A case with two
 * sources is wrong unless both are named, one that has red flags unless all of them fire.
 */
void
bc_evaluate_print_case (const char       *name,
                        const BcEvidence *evidence,
                        const BcMaps     *maps,
                        const BcTruth    *truth)
{
  g_autoptr(BcEvaluation) alone = bc_evaluation_new (maps);
  g_autoptr(BcFindings) findings = NULL;
  const BcScores *scores = &alone->scores[BC_METHOD_ANSWERS];

  bc_evaluation_add (alone, evidence, truth);
  if (scores->first + scores->none_found + scores->pair_both > 0 && alone->flags_told == alone->n_flagged)
    return;
  g_print ("%s: %s", name, truth->pattern != NULL ? truth->pattern->id : "none");
  if (truth->second != NULL)
    g_print (" + %s", truth->second->id);
  g_print ("%s <- ", alone->flags_told < alone->n_flagged ? " !" : "");
  findings = bc_match (evidence, maps);
  print_outcomes (findings);
}

static double
percent (guint part,
         guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0;
}

/* Cells are padded by characters, since "%-20s" counts bytes. */
static void
print_cell (const char *text,
            int         width)
{
  g_print ("%s%*s", text, (int) MAX (0, width - (int) g_utf8_strlen (text, -1)), "");
}

/* Nothing is a multiple of nothing. */
static void
print_multiple (guint part,
                guint of)
{
  if (of > 0)
    g_print ("%10.1f", (double) part / of);
  else
    g_print ("%10s", "-");
}

static void
print_methods (const BcEvaluation *evaluation)
{
  const BcScores *any = &evaluation->scores[BC_METHOD_ANSWERS];

  /* Translators: numbers of cases of a reference set */
  g_print (_("%u cases with one source, %u with two, %u in which no pattern should fit"), any->n, any->n_pairs,
           any->n_none);
  g_print ("\n\n");
  print_cell (_("One source, by"), 20);
  /* Translators: head of a table, in columns of ten characters: first finding right, that as a multiple of what plain
   * overlap achieves, first right and named exactly, in the first three, first of the right family, mean reciprocal
   * rank, no fit where none should, no fit though there is a source */
  g_print ("%s\n", _("     first x overlap     named  in three    family       MRR    no fit      lost"));
  for (guint i = 0; i < BC_N_METHODS; i++)
    {
      const BcScores *scores = &evaluation->scores[i];

      print_cell (bc_method_get_name ((BcMethod) i), 20);
      g_print ("%8.1f %%", percent (scores->first, scores->n));
      print_multiple (scores->first, evaluation->scores[BC_METHOD_OVERLAP].first);
      g_print (" %7.1f %% %7.1f %% %7.1f %% %9.3f %4u of %-3u %6u\n", percent (scores->named, scores->n), percent (scores->three, scores->n),
               percent (scores->family, scores->n), scores->n > 0 ? scores->reciprocal / scores->n : 0,
               scores->none_found, scores->n_none, scores->lost);
    }
}

static void
print_pairs (const BcEvaluation *evaluation)
{
  const BcScores *answers = &evaluation->scores[BC_METHOD_ANSWERS];

  g_print ("\n");
  print_cell (_("Two sources, by"), 20);
  /* Translators: head of a table, in columns of ten characters: numbers of cases in which both were named first, one of
   * them was first, two sources together came first; and the same where there is one source only */
  g_print ("%s\n", _("      both       one      pair     pair, one source"));
  for (guint i = 0; i < BC_N_METHODS; i++)
    {
      const BcScores *scores = &evaluation->scores[i];

      print_cell (bc_method_get_name ((BcMethod) i), 20);
      g_print ("%4u of %-3u %8u %9u %10u of %-3u\n", scores->pair_both, scores->n_pairs, scores->pair_one,
               scores->pair_told, scores->split, answers->n);
    }
}

static void
print_calibration (const BcEvaluation *evaluation,
                   BcMethod            method)
{
  const BcScores *scores = &evaluation->scores[method];
  guint n = bc_scores_count (scores);

  /* Translators: %s is a method, as "marks alone" */
  g_print (_("\nCalibration, %s: share of the first outcome, its mean, how often it was right (cases)"),
           bc_method_get_name (method));
  g_print ("\n");
  for (guint i = 0; i < BC_EVALUATION_N_BINS; i++)
    {
      const BcBin *bin = &scores->bins[i];

      if (bin->n == 0)
        continue;
      g_print ("  %3u-%3u %%  %5.1f %%  %5.1f %%  (%u)\n", i * 10, (i + 1) * 10, 100 * bin->share / bin->n,
               percent (bin->right, bin->n), bin->n);
    }
  if (n == 0)
    return;
  /* Translators: numbers 0 to 1; the first is the mean distance between the two percentages above, by cases; then two
   * usual measures of how good a probability is, Brier score and logarithmic loss */
  g_print (_("  calibration error %.3f, mean square %.3f, log loss %.3f"), bc_scores_get_calibration_error (scores),
           scores->squares / n, scores->losses / n);
  g_print ("\n");
}

static const char *
family_name (const BcEvaluation *evaluation,
             guint               i)
{
  return i < evaluation->n_families ? ((const BcFamily *) g_ptr_array_index (evaluation->maps->families, i))->id
                                    : "none";
}

/* Only what was confused: the diagonal is what the table above counts. */
static void
print_confusion (const BcEvaluation *evaluation)
{
  guint size = evaluation->n_families + 1;

  g_print ("\n%s\n", _("Families: of the source, of the first finding, cases"));
  for (guint row = 0; row < size; row++)
    for (guint column = 0; column < size; column++)
      {
        guint n = evaluation->confusion[row * size + column];

        if (n == 0)
          continue;
        g_print ("  ");
        print_cell (family_name (evaluation, row), 25);
        print_cell (family_name (evaluation, column), 25);
        g_print ("%4u%s\n", n, row == column ? "" : "  *");
      }
}

/**
 * bc_evaluate_print_harder:
 * @harder: the same cases, made harder
 * @n_charts: how many charts of each case
 *
 * Prints the main measures in short.
 */
void
bc_evaluate_print_harder (const BcEvaluation *harder,
                          guint               n_charts)
{
  /* Translators: %u is a number of charts, made from each case by leaving marks and answers out or turning them round */
  g_print (_("\nThe same cases made harder, %u charts of each"), n_charts);
  g_print ("\n");
  print_cell ("", 20);
  /* Translators: head of a table, in columns of ten characters: first finding right, in the first three, first of the
   * right family, no fit where none should, mean share of the first outcome, how often it was right, calibration error */
  g_print ("%s\n", _("     first  in three    family    no fit     share     right     error"));
  for (guint i = BC_METHOD_ANSWERS; i <= BC_METHOD_MARKS; i++)
    {
      const BcScores *scores = &harder->scores[i];
      guint n = bc_scores_count (scores);
      double share = 0;
      guint right = 0;

      for (guint k = 0; k < BC_EVALUATION_N_BINS; k++)
        {
          share += scores->bins[k].share;
          right += scores->bins[k].right;
        }
      print_cell (bc_method_get_name ((BcMethod) i), 20);
      g_print ("%8.1f %% %7.1f %% %7.1f %% %7.1f %% %7.1f %% %7.1f %% %9.3f\n", percent (scores->first, scores->n),
               percent (scores->three, scores->n), percent (scores->family, scores->n),
               percent (scores->none_found, scores->n_none), n > 0 ? 100 * share / n : 0, percent (right, n),
               bc_scores_get_calibration_error (scores));
    }
}

/**
 * bc_evaluate_print:
 *
 * Prints all measures of an evaluation as tables.
 */
void
bc_evaluate_print (const BcEvaluation *evaluation)
{
  print_methods (evaluation);
  if (evaluation->scores[BC_METHOD_ANSWERS].n_pairs > 0)
    print_pairs (evaluation);
  if (evaluation->n_flagged > 0)
    {
      /* Translators: numbers of cases */
      g_print (_("\nRed flags: all of them told in %u of %u cases that have some"), evaluation->flags_told,
               evaluation->n_flagged);
      g_print ("\n");
    }
  print_calibration (evaluation, BC_METHOD_ANSWERS);
  print_calibration (evaluation, BC_METHOD_MARKS);
  print_confusion (evaluation);
}
