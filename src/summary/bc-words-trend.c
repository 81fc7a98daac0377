/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words-comparison.h"

#include "bc-i18n.h"

static char *
dup_nrs (int nrs)
{
  return nrs != BC_NRS_UNKNOWN ? g_strdup_printf ("%d", nrs) : g_strdup ("–");
}

static void
append_symptom (GString                 *text,
                int                      number,
                const BcTrendIntensity *intensity)
{
  g_autofree char *now = dup_nrs (intensity->now);
  g_autofree char *best = dup_nrs (intensity->best);
  g_autofree char *worst = dup_nrs (intensity->worst);

  g_string_append (text, C_("list", "; "));
  if (intensity->resolved)
    /* Translators: %d is the number of a symptom, P1 */
    g_string_append_printf (text, _("P%d resolved"), number);
  else
    /* Translators: a symptom with its intensities 0 to 10, as in "P1 now 4, best 2, worst 8" */
    g_string_append_printf (text, _("P%d now %s, best %s, worst %s"), number, now, best, worst);
}

static gboolean
is_known (const BcTrendIntensity *intensity)
{
  return intensity->resolved || intensity->now != BC_NRS_UNKNOWN || intensity->best != BC_NRS_UNKNOWN
         || intensity->worst != BC_NRS_UNKNOWN;
}

/**
 * bc_words_dup_trend:
 * @trend: a trend
 *
 * The numbers of the trend as text, for those who do not see its plot.
 *
 * Returns: (transfer full): a line a visit, oldest first: date, extent, number of regions, intensities of each symptom
 */
char *
bc_words_dup_trend (const BcTrend *trend)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (trend != NULL, g_string_free (text, FALSE));

  for (guint i = 0; i < trend->visits->len; i++)
    {
      const BcTrendVisit *visit = &g_array_index (trend->visits, BcTrendVisit, i);
      g_autofree char *date = bc_date_dup_display (visit->date);
      g_autofree char *extent = bc_words_dup_extent (visit->cm2, visit->body_share);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "%s: %s", date, extent);
      g_string_append (text, C_("list", "; "));
      g_string_append_printf (text, ngettext_ ("%u region", "%u regions", visit->n_regions), visit->n_regions);
      for (guint j = 0; j < trend->symptoms->len; j++)
        {
          const BcTrendSymptom *symptom = g_ptr_array_index (trend->symptoms, j);
          const BcTrendIntensity *intensity = &g_array_index (symptom->visits, BcTrendIntensity, i);

          if (is_known (intensity))
            append_symptom (text, symptom->number, intensity);
        }
    }
  return g_string_free (text, FALSE);
}
