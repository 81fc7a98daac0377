/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-i18n.h"
#include "bc-scores.h"

/* A score, and whose it is. */
static void
add_score (BcContent         *self,
           const BcItemScore *score,
           const char        *more,
           guint              group)
{
  const BcSource *source = NULL;
  g_autofree char *citation = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  BcBlock *block;

  if (score->instrument == NULL)
    return;
  if (score->instrument->sources != NULL && score->instrument->sources[0] != NULL)
    source = bc_maps_lookup_source (self->maps, score->instrument->sources[0]);
  /* Translators: a score and the highest that there is, as in: 7 of 19 */
  g_string_append_printf (text, _("%u of %u"), score->marked->len, score->instrument->items->len);
  if (more != NULL)
    g_string_append_printf (text, "%s%s", C_("list", "; "), more);
  if (source != NULL)
    {
      citation = bc_source_dup_short (source);
      g_string_append_printf (text, " (%s)", citation);
    }
  block = bc_content_add_pair (self, score->instrument->name, text->str, 0);
  block->group = group;
}

static char *
dup_generalised (const BcScores *scores)
{
  /* Translators: regions of the body that hurt, of five; and whether that is enough for a criterion */
  return g_strdup_printf (scores->generalised ? _("pain in %u of %d regions meets the criterion of generalised pain")
                                              : _("pain in %u of %d regions does not meet the criterion of generalised pain"),
                          scores->pain_regions, BC_N_PAIN_REGIONS);
}

/**
 * bc_content_add_scores:
 *
 * Adds what the instruments of the literature make of the chart; nothing where nothing hurts.
 */
void
bc_content_add_scores (BcContent *self)
{
  g_autoptr(BcScores) scores = bc_scores_from_visit (self->chart, self->visit, self->maps);
  g_autofree char *generalised = NULL;
  guint group;

  if (scores->n_painful == 0)
    return;
  group = ++self->last_group;
  bc_content_add_heading (self, _("Scores from the chart"));
  generalised = dup_generalised (scores);
  add_score (self, &scores->wpi, generalised, group);
  add_score (self, &scores->mbm, NULL, group);
}
