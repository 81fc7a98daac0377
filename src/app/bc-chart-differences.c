/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where two versions of one chart differ, in words: what somebody needs who has to choose between them.
 */

#include "bc-chart-differences.h"

#include "bc-chart-file.h"
#include "bc-comparison.h"
#include "bc-i18n.h"
#include "bc-words-comparison.h"

static void
add_text (GPtrArray  *lines,
          const char *what,
          const char *mine,
          const char *theirs)
{
  g_autofree char *here = g_strdup (mine != NULL && mine[0] != '\0' ? mine : C_("difference", "nothing"));
  g_autofree char *there = g_strdup (theirs != NULL && theirs[0] != '\0' ? theirs : C_("difference", "nothing"));

  if (!g_str_equal (here, there))
    /* Translators: 1: a field of the chart; 2: what it holds in this window; 3: and in the file */
    g_ptr_array_add (lines, g_strdup_printf (_("%1$s: here %2$s, in the file %3$s"), what, here, there));
}

static void
add_details (GPtrArray *lines,
             BcChart   *mine,
             BcChart   *theirs)
{
  g_autofree char *birth = bc_date_dup_display (bc_chart_get_birth_date (mine));
  g_autofree char *their_birth = bc_date_dup_display (bc_chart_get_birth_date (theirs));

  add_text (lines, _("Name"), bc_chart_get_name (mine), bc_chart_get_name (theirs));
  add_text (lines, _("Date of birth"), birth, their_birth);
  add_text (lines, _("Reference number"), bc_chart_get_reference (mine), bc_chart_get_reference (theirs));
  add_text (lines, _("Sex"), bc_terms_get_name (&bc_sex_terms, (int) bc_chart_get_sex (mine)),
            bc_terms_get_name (&bc_sex_terms, (int) bc_chart_get_sex (theirs)));
  add_text (lines, _("Figure"), bc_terms_get_name (&bc_figure_terms, (int) bc_chart_get_figure (mine)),
            bc_terms_get_name (&bc_figure_terms, (int) bc_chart_get_figure (theirs)));
}

/* Sentences of a day in both: the comparison of visits says what the second has beside the first. */
static void
add_visit (GPtrArray    *lines,
           BcChart      *mine,
           BcVisit      *visit,
           BcChart      *theirs,
           BcVisit      *their_visit,
           const BcMaps *maps)
{
  g_autofree char *day = bc_date_dup_display (bc_visit_get_date (visit));
  g_autoptr(BcComparison) comparison = bc_compare_charts (theirs, their_visit, mine, visit, NULL);

  if (!bc_comparison_is_empty (comparison))
    {
      g_autoptr(GPtrArray) sentences = bc_words_list_comparison (comparison, maps);

      /* Translators: %s is the date of a visit; how this window's version differs from the file's follows */
      g_ptr_array_add (lines, g_strdup_printf (_("Visit of %s, from the file to this window:"), day));
      for (guint i = 0; i < sentences->len; i++)
        /* Translators: an item of a list */
        g_ptr_array_add (lines, g_strdup_printf (C_("difference", "• %s"), (char *) g_ptr_array_index (sentences, i)));
    }
  add_text (lines, _("Clinician"), bc_visit_get_clinician (visit), bc_visit_get_clinician (their_visit));
  add_text (lines, _("Notes"), bc_visit_get_notes (visit), bc_visit_get_notes (their_visit));
  add_text (lines, _("Plan"), bc_visit_get_plan (visit), bc_visit_get_plan (their_visit));
}

/* The first visit of that day that has not been taken; a taken one is %NULL in @visits. */
static BcVisit *
take_visit (GPtrArray *visits,
            BcVisit   *like)
{
  for (guint i = 0; i < visits->len; i++)
    {
      BcVisit *visit = g_ptr_array_index (visits, i);

      if (visit == NULL || !g_str_equal (bc_visit_get_date (visit), bc_visit_get_date (like)))
        continue;
      g_ptr_array_index (visits, i) = NULL;
      return visit;
    }
  return NULL;
}

static void
add_visits (GPtrArray    *lines,
            BcChart      *mine,
            BcChart      *theirs,
            const BcMaps *maps)
{
  GListModel *my_visits = G_LIST_MODEL (bc_chart_get_visits (mine));
  GListModel *their_visits = G_LIST_MODEL (bc_chart_get_visits (theirs));
  g_autoptr(GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (their_visits); i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (their_visits, i);

      g_ptr_array_add (left, visit); /* the chart holds it */
    }
  for (guint i = 0; i < g_list_model_get_n_items (my_visits); i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (my_visits, i);
      g_autofree char *day = bc_date_dup_display (bc_visit_get_date (visit));
      BcVisit *their_visit = take_visit (left, visit);

      if (their_visit != NULL)
        add_visit (lines, mine, visit, theirs, their_visit, maps);
      else
        /* Translators: %s is the date of a visit */
        g_ptr_array_add (lines, g_strdup_printf (_("Only in this window: the visit of %s"), day));
    }
  for (guint i = 0; i < left->len; i++)
    if (g_ptr_array_index (left, i) != NULL)
      {
        g_autofree char *day = bc_date_dup_display (bc_visit_get_date (g_ptr_array_index (left, i)));

        /* Translators: %s is the date of a visit */
        g_ptr_array_add (lines, g_strdup_printf (_("Only in the file: the visit of %s"), day));
      }
}

/**
 * bc_chart_list_differences:
 * @mine: the chart as it is in the window
 * @theirs: the chart as somebody else saved it
 * @maps: for names
 *
 * Says where they differ. Visits are told apart by their dates.
 *
 * Returns: (transfer full) (element-type utf8): lines; none where they are the same
 */
GPtrArray *
bc_chart_list_differences (BcChart      *mine,
                           BcChart      *theirs,
                           const BcMaps *maps)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) their_bytes = NULL;

  g_return_val_if_fail (BC_IS_CHART (mine), lines);
  g_return_val_if_fail (BC_IS_CHART (theirs), lines);

  bytes = bc_chart_write (mine);
  their_bytes = bc_chart_write (theirs);
  if (g_bytes_equal (bytes, their_bytes))
    return lines;
  add_details (lines, mine, theirs);
  add_visits (lines, mine, theirs, maps);
  if (lines->len == 0)
    g_ptr_array_add (lines, g_strdup (_("They differ in details that are not listed here")));
  return lines;
}
