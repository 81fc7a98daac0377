/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-instruments-print.h"

#include "bc-i18n.h"
#include "bc-words-comparison.h"

#define LABEL_WIDTH 34

/* Fills the label up by letters, not bytes. */
static void
append_label (GString    *text,
              const char *label)
{
  g_string_append_printf (text, "  %s", label);
  for (glong n = g_utf8_strlen (label, -1); n < LABEL_WIDTH; n++)
    g_string_append_c (text, ' ');
  g_string_append_c (text, ' ');
}

static void
append_count (GString    *text,
              const char *label,
              guint       n,
              guint       of)
{
  append_label (text, label);
  /* Translators: a score and the highest that there is, as in: 7 of 19 */
  g_string_append_printf (text, _("%u of %u"), n, of);
}

static void
append_sources (GString            *text,
                const BcMaps       *maps,
                const BcInstrument *instrument)
{
  for (guint i = 0; instrument != NULL && instrument->sources[i] != NULL; i++)
    {
      const BcSource *source = bc_maps_lookup_source (maps, instrument->sources[i]);

      g_string_append_printf (text, "      %s\n", source != NULL ? source->citation : instrument->sources[i]);
    }
}

static void
append_item_score (GString           *text,
                   const BcMaps      *maps,
                   const BcItemScore *score)
{
  if (score->instrument == NULL)
    return;
  append_count (text, score->instrument->name, score->marked->len, score->instrument->items->len);
  g_string_append_c (text, '\n');
  append_sources (text, maps, score->instrument);
}

static void
append_generalised (GString        *text,
                    const BcScores *scores)
{
  append_count (text, _("Generalised pain, regions"), scores->pain_regions, BC_N_PAIN_REGIONS);
  g_string_append (text, ", ");
  /* Translators: a criterion of a score is met, or not; %d is a number of regions of the body */
  g_string_append_printf (text, scores->generalised ? _("met (%d or more)") : _("not met (%d or more)"),
                          BC_GENERALISED_REGIONS);
  g_string_append_c (text, '\n');
}

static void
append_nrs (GString *text,
            int      nrs)
{
  if (nrs == BC_NRS_UNKNOWN)
    g_string_append (text, "–");
  else
    g_string_append_printf (text, "%d", nrs);
}

static void
append_intensities (GString    *text,
                    const char *label,
                    int         now,
                    int         best,
                    int         worst)
{
  append_label (text, label);
  append_nrs (text, now);
  g_string_append (text, " / ");
  append_nrs (text, best);
  g_string_append (text, " / ");
  append_nrs (text, worst);
  g_string_append_c (text, '\n');
}

static void
append_symptoms (GString *text,
                 BcVisit *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      g_autofree char *label = bc_symptom_dup_label (symptom);

      append_intensities (text, label, bc_symptom_get_now (symptom), bc_symptom_get_best (symptom),
                          bc_symptom_get_worst (symptom));
    }
}

static void
append_area (GString    *text,
             const char *label,
             double      cm2,
             double      share)
{
  g_autofree char *words = bc_words_dup_extent (cm2, share);

  append_label (text, label);
  g_string_append_printf (text, "%s\n", words);
}

static void
append_extent (GString        *text,
               const BcMaps   *maps,
               const BcScores *scores)
{
  append_area (text, _("Pain extent"), scores->extent.cm2, scores->extent.body_share);
  append_sources (text, maps, bc_maps_lookup_instrument (maps, "pain-extent"));
  for (guint part = 0; part < BC_EXTENT_N_PARTS; part++)
    for (guint side = 0; side < BC_EXTENT_N_SIDES; side++)
      {
        /* Translators: part of the body, then its side, as in: arm and hand, left */
        g_autofree char *label = g_strdup_printf (_("  %s, %s"), bc_terms_get_name (&bc_body_part_terms, (int) part),
                                                  bc_side_get_name ((BcSide) side));

        if (scores->part_cm2[side][part] > 0)
          append_area (text, label, scores->part_cm2[side][part], scores->part_share[side][part]);
      }
}

/**
 * bc_instruments_dup_text:
 * @visit: the visit that was scored
 * @maps: the maps, for the sources
 * @scores: its scores
 *
 * Returns: (transfer full): the scores for a terminal
 */
char *
bc_instruments_dup_text (BcVisit        *visit,
                         const BcMaps   *maps,
                         const BcScores *scores)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_intensities (text, _("Intensity now / best / worst"), scores->now, scores->best, scores->worst);
  append_symptoms (text, visit);
  append_item_score (text, maps, &scores->wpi);
  append_generalised (text, scores);
  append_item_score (text, maps, &scores->mbm);
  append_count (text, _("CHOIR body map segments"), scores->n_choir, BC_N_CHOIR_SEGMENTS);
  g_string_append_c (text, '\n');
  append_sources (text, maps, bc_maps_lookup_instrument (maps, "choir"));
  append_count (text, _("Painful regions"), scores->n_painful, BC_N_REGIONS);
  g_string_append_c (text, '\n');
  append_extent (text, maps, scores);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
