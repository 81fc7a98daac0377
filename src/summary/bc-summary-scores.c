/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-i18n.h"
#include "bc-scores.h"
#include "bc-words-comparison.h"

/* Names are longer here than elsewhere, points; two scores share a row. */
#define COLUMN 118.0
#define FIRST_WIDTH 282.0
#define SECOND_COLUMN 72.0

/* Whose a score is: the first source of its instrument, as " (Wolfe F et al. 2016)"; the commands have all of them. */
static void
append_source (BcContent          *self,
               GString            *text,
               const BcInstrument *instrument)
{
  const BcSource *source = NULL;
  g_autofree char *citation = NULL;

  if (instrument != NULL && instrument->sources != NULL && instrument->sources[0] != NULL)
    source = bc_maps_lookup_source (self->maps, instrument->sources[0]);
  if (source == NULL)
    return;
  citation = bc_source_dup_short (source);
  g_string_append_printf (text, " (%s)", citation);
}

static char *
dup_count (BcContent          *self,
           guint               n,
           guint               of,
           const char         *more,
           const BcInstrument *instrument)
{
  GString *text = g_string_new (NULL);

  /* Translators: a score and the highest that there is, as in: 7 of 19 */
  g_string_append_printf (text, _("%u of %u"), n, of);
  if (more != NULL)
    g_string_append_printf (text, "%s%s", C_("list", "; "), more);
  append_source (self, text, instrument);
  return g_string_free (text, FALSE);
}

static char *
dup_item_score (BcContent         *self,
                const BcItemScore *score,
                const char        *more)
{
  return dup_count (self, score->marked->len, score->instrument->items->len, more, score->instrument);
}

static char *
dup_generalised (const BcScores *scores)
{
  /* Translators: a criterion of a score, and in how many of five regions of the body something hurts */
  return g_strdup_printf (scores->generalised ? _("criterion of generalised pain met (%u of %d regions)")
                                              : _("criterion of generalised pain not met (%u of %d regions)"),
                          scores->pain_regions, BC_N_PAIN_REGIONS);
}

static void
add_row (BcContent  *self,
         const char *label,
         const char *text,
         guint       group)
{
  BcBlock *block = bc_content_add_block (self, 2);

  bc_content_add_pair_to (self, block, label, text, 0, COLUMN, self->flow->width);
  block->group = group;
}

static guint
count_parts (const BcScores *scores,
             BcSide          side)
{
  guint n = 0;

  for (guint part = 0; part < BC_EXTENT_N_PARTS; part++)
    n += scores->part_cm2[side][part] > 0;
  return n;
}

/* The skin of a side is told where both are marked, that of a part where its side has others: no number stands there twice. */
static void
append_side (GString        *text,
             const BcScores *scores,
             BcSide          side)
{
  gboolean both = scores->extent.side_cm2[BC_SIDE_LEFT] > 0 && scores->extent.side_cm2[BC_SIDE_RIGHT] > 0;
  guint n_parts = count_parts (scores, side);
  const char *before = ": ";
  double share = 0;

  if (n_parts == 0)
    return;
  g_string_append (text, side == BC_SIDE_LEFT ? C_("extent", ". Left") : C_("extent", ". Right"));
  for (guint part = 0; part < BC_EXTENT_N_PARTS; part++)
    share += scores->part_share[side][part];
  if (both)
    {
      g_autofree char *skin = bc_words_dup_skin (scores->extent.side_cm2[side], share);

      g_string_append_printf (text, " %s", skin);
    }
  for (guint part = 0; part < BC_EXTENT_N_PARTS; part++)
    {
      g_autofree char *skin = bc_words_dup_skin (scores->part_cm2[side][part], scores->part_share[side][part]);

      if (scores->part_cm2[side][part] <= 0)
        continue;
      g_string_append_printf (text, "%s%s", before, bc_terms_get_name (&bc_body_part_terms, (int) part));
      if (n_parts > 1)
        g_string_append_printf (text, " %s", skin);
      before = C_("list", ", ");
    }
}

/* Pain extent: of the whole body, and by side and part. */
static void
add_extent (BcContent      *self,
            const BcScores *scores,
            guint           group)
{
  const BcInstrument *instrument = bc_maps_lookup_instrument (self->maps, "pain-extent");
  g_autofree char *words = bc_words_dup_extent (scores->extent.cm2, scores->extent.body_share);
  g_autoptr(GString) text = g_string_new (words);

  append_source (self, text, instrument);
  if (!self->brief)
    {
      append_side (text, scores, BC_SIDE_RIGHT);
      append_side (text, scores, BC_SIDE_LEFT);
    }
  add_row (self, _("Pain extent"), text->str, group);
}

static char *
dup_number (int number)
{
  return number != BC_NRS_UNKNOWN ? g_strdup_printf ("%d", number) : g_strdup ("–");
}

/* One symptom says it itself in the table above. */
static gboolean
has_numbers (BcVisit *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      n += bc_symptom_get_now (symptom) != BC_NRS_UNKNOWN || bc_symptom_get_best (symptom) != BC_NRS_UNKNOWN
           || bc_symptom_get_worst (symptom) != BC_NRS_UNKNOWN;
    }
  return n > 1;
}

static void
add_intensity (BcContent      *self,
               const BcScores *scores,
               guint           group)
{
  g_autofree char *now = dup_number (scores->now);
  g_autofree char *best = dup_number (scores->best);
  g_autofree char *worst = dup_number (scores->worst);
  g_autoptr(GString) text = g_string_new (NULL);

  if (!has_numbers (self->visit))
    return;
  /* Translators: each %s is a number from 0 to 10, or a dash */
  g_string_append_printf (text, _("now %s, at best %s, at worst %s of 10: the highest of any symptom"), now, best, worst);
  append_source (self, text, bc_maps_lookup_instrument (self->maps, "nrs-11"));
  add_row (self, C_("score", "Intensity"), text->str, group);
}

/* Two short ones share a row. */
static void
add_segments (BcContent      *self,
              const BcScores *scores,
              guint           group)
{
  const BcInstrument *choir = bc_maps_lookup_instrument (self->maps, "choir");
  g_autofree char *mbm_text = NULL;
  g_autofree char *choir_text = NULL;
  BcBlock *block;

  if (scores->mbm.instrument == NULL || choir == NULL)
    return;
  mbm_text = dup_item_score (self, &scores->mbm, NULL);
  choir_text = dup_count (self, scores->n_choir, BC_N_CHOIR_SEGMENTS, NULL, choir);
  block = bc_content_add_block (self, 2);
  block->group = group;
  bc_content_add_pair_to (self, block, scores->mbm.instrument->name, mbm_text, 0, COLUMN, FIRST_WIDTH);
  bc_content_add_pair_to (self, block, choir->name, choir_text, FIRST_WIDTH, SECOND_COLUMN,
                          self->flow->width - FIRST_WIDTH);
}

/**
 * bc_content_add_scores:
 *
 * Adds what the instruments of the literature make of the chart; nothing where nothing is marked. Those that count pain are
 * there only where something hurts. Where room is short intensities, which the symptom table has, and the parts of the extent
 * are left out.
 */
void
bc_content_add_scores (BcContent *self)
{
  g_autoptr(BcScores) scores = bc_scores_from_visit (self->chart, self->visit, self->maps);
  g_autofree char *generalised = NULL;
  g_autofree char *wpi = NULL;
  guint group;

  if (scores->n_painful == 0 && scores->extent.cm2 <= 0)
    return;
  group = ++self->last_group;
  bc_content_add_heading (self, _("Scores from the chart"));
  if (!self->brief)
    add_intensity (self, scores, group);
  add_extent (self, scores, group);
  if (scores->n_painful == 0)
    return;
  if (scores->wpi.instrument != NULL)
    {
      generalised = dup_generalised (scores);
      wpi = dup_item_score (self, &scores->wpi, generalised);
      add_row (self, scores->wpi.instrument->name, wpi, group);
    }
  add_segments (self, scores, group);
}
