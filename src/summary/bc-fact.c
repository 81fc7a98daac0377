/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The head of a comparison: intensity, extent, regions and symptoms in a number each. */
#include "bc-fact.h"

#include "bc-i18n.h"
#include "bc-words-comparison.h"

/**
 * bc_fact_free:
 * @self: (transfer full) (nullable): what to free
 */
void
bc_fact_free (BcFact *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->figures);
  g_free (self->note);
  g_free (self);
}

/**
 * bc_fact_dup_words:
 * @self: a fact
 *
 * Returns: (transfer full): it as text, as "Worst intensity: 9 → 4 (−5, usually matters)"
 */
char *
bc_fact_dup_words (const BcFact *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  /* Translators: 1: a quantity; 2: how much of it before and after; 3: a remark */
  return g_strdup_printf (C_("fact", "%1$s: %2$s (%3$s)"), self->name, self->figures, self->note);
}

/**
 * bc_direction_get_sign:
 * @direction: which way
 *
 * Returns: (transfer none): a sign that tells it without colour
 */
const char *
bc_direction_get_sign (BcDirection direction)
{
  static const char *const signs[] = {
    [BC_DIRECTION_UNKNOWN] = "?", [BC_DIRECTION_SAME] = "=", [BC_DIRECTION_UNSURE] = "≈",
    [BC_DIRECTION_LESS] = "▼",    [BC_DIRECTION_MORE] = "▲", [BC_DIRECTION_MOVED] = "↔",
  };

  g_return_val_if_fail ((guint) direction < G_N_ELEMENTS (signs), "");

  return signs[direction];
}

static BcDirection
get_direction (double before,
               double after)
{
  return after < before ? BC_DIRECTION_LESS : after > before ? BC_DIRECTION_MORE : BC_DIRECTION_SAME;
}

/**
 * bc_direction_of_nrs:
 * @before: NRS-11, or %BC_NRS_UNKNOWN
 * @after: likewise
 *
 * Returns: which way an intensity went; less than %BC_NRS_LEAST_CHANGE is unsure
 */
BcDirection
bc_direction_of_nrs (int before,
                     int after)
{
  if (before == BC_NRS_UNKNOWN || after == BC_NRS_UNKNOWN)
    return BC_DIRECTION_UNKNOWN;
  return before == after || bc_nrs_change_matters (before, after) ? get_direction (before, after)
                                                                  : BC_DIRECTION_UNSURE;
}

static void
add_fact (GPtrArray   *facts,
          char        *name,
          char        *figures,
          char        *note,
          BcDirection  direction)
{
  BcFact *fact = g_new (BcFact, 1);

  *fact = (BcFact) { name, figures, note, direction };
  g_ptr_array_add (facts, fact);
}

static char *
dup_list (GPtrArray  *parts,
          const char *separator)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (separator, (char **) parts->pdata);
}

/* --- intensity --- */

/* The strongest of the symptoms that were rated whenever they were there. */
typedef struct
{
  int        before;
  int        after;
  gboolean   resolved; /* the earlier ones are all marked as resolved */
  GPtrArray *without;  /* of char: labels of symptoms that were rated at one visit only */
} Strongest;

static void
find_strongest (const BcComparison *self,
                BcIntensity         intensity,
                Strongest          *found)
{
  int all_before = BC_NRS_UNKNOWN;
  int all_after = BC_NRS_UNKNOWN;

  found->before = found->after = BC_NRS_UNKNOWN;
  found->resolved = TRUE;
  g_ptr_array_set_size (found->without, 0);
  for (guint i = 0; i < self->symptoms->len; i++)
    {
      const BcSymptomChange *change = g_ptr_array_index (self->symptoms, i);
      int before = change->before.nrs[intensity];
      int after = change->after.nrs[intensity];
      gboolean at_both = change->fate == BC_FATE_STAYS || change->fate == BC_FATE_MISSING;

      all_before = MAX (all_before, before);
      all_after = MAX (all_after, after);
      found->resolved = found->resolved && change->fate == BC_FATE_RESOLVED;
      if (at_both && (before == BC_NRS_UNKNOWN) != (after == BC_NRS_UNKNOWN))
        {
          g_ptr_array_add (found->without, g_strdup_printf ("P%d", change->number));
          continue;
        }
      found->before = MAX (found->before, before);
      found->after = MAX (found->after, after);
    }
  if (found->before != BC_NRS_UNKNOWN || found->after != BC_NRS_UNKNOWN)
    return;
  found->before = all_before; /* of one visit only, and told as such */
  found->after = all_after;
  g_ptr_array_set_size (found->without, 0);
}

static char *
dup_intensity_note (const Strongest *found)
{
  int points = found->after - found->before;
  g_autofree char *change = g_strdup_printf (points < 0 ? "−%d" : "+%d", ABS (points));

  if (found->resolved && found->before != BC_NRS_UNKNOWN)
    return g_strdup (_("all marked as resolved"));
  if (found->before == BC_NRS_UNKNOWN || found->after == BC_NRS_UNKNOWN)
    return g_strdup (C_("intensity", "not rated at both visits"));
  if (points == 0)
    return g_strdup (C_("fact", "unchanged"));
  if (bc_nrs_change_matters (found->before, found->after))
    /* Translators: a change of intensity, as "−4" */
    return g_strdup_printf (_("%s, usually matters"), change);
  /* Translators: a change of intensity, as "−1" */
  return g_strdup_printf (_("%s, a small change"), change);
}

static BcDirection
get_intensity_direction (const Strongest *found)
{
  if (found->before != BC_NRS_UNKNOWN && found->resolved)
    return BC_DIRECTION_LESS;
  return bc_direction_of_nrs (found->before, found->after);
}

/* The worst, or where that was not asked, now. */
static void
add_intensity (GPtrArray          *facts,
               const BcComparison *self)
{
  Strongest found = { .without = g_ptr_array_new_with_free_func (g_free) };
  const char *name = _("Worst intensity");
  g_autofree char *note = NULL;

  find_strongest (self, BC_INTENSITY_WORST, &found);
  if (found.before == BC_NRS_UNKNOWN && found.after == BC_NRS_UNKNOWN)
    {
      find_strongest (self, BC_INTENSITY_NOW, &found);
      if (found.before != BC_NRS_UNKNOWN || found.after != BC_NRS_UNKNOWN)
        name = _("Intensity now");
    }
  note = dup_intensity_note (&found);
  if (found.without->len > 0)
    {
      g_autofree char *labels = dup_list (found.without, ", ");
      char *longer;

      /* Translators: 1: a remark on the change of intensity; 2: symptoms, as "P2, P3" */
      longer = g_strdup_printf (_("%1$s; without %2$s, not rated at both visits"), note, labels);
      g_free (note);
      note = longer;
    }
  add_fact (facts, g_strdup (name), bc_words_dup_nrs_change (found.before, found.after), g_steal_pointer (&note),
            get_intensity_direction (&found));
  g_ptr_array_unref (found.without);
}

/* --- places --- */

static void
add_extent (GPtrArray          *facts,
            const BcSkinChange *skin)
{
  g_autofree char *figures = bc_words_dup_percent_change (skin->before_share, skin->after_share);
  char *note;
  BcDirection direction = get_direction (skin->before_cm2, skin->after_cm2);

  if (direction != BC_DIRECTION_SAME && !skin->certain)
    direction = BC_DIRECTION_UNSURE;
  if (direction == BC_DIRECTION_SAME)
    /* Translators: of the extent of pain; %.0f is cm² of skin */
    note = g_strdup_printf (C_("extent", "unchanged, %.0f cm²"), skin->after_cm2);
  else if (direction == BC_DIRECTION_UNSURE)
    /* Translators: a change that redrawing alone can make; cm² of skin before and after */
    note = g_strdup_printf (_("within drawing error, %.0f → %.0f cm²"), skin->before_cm2, skin->after_cm2);
  else
    /* Translators: a change that is larger than what redrawing alone makes; cm² of skin before and after */
    note = g_strdup_printf (_("beyond drawing error, %.0f → %.0f cm²"), skin->before_cm2, skin->after_cm2);
  add_fact (facts, g_strdup (_("Pain extent")), g_steal_pointer (&figures), note, direction);
}

static char *
dup_count_change (guint before,
                  guint after)
{
  return before == after ? g_strdup_printf ("%u", after) : g_strdup_printf (C_("change", "%u → %u"), before, after);
}

static BcDirection
get_regions_direction (const BcRegionChanges *regions)
{
  guint n_sure = regions->n[BC_CHANGE_NEW] + regions->n[BC_CHANGE_GONE];

  if (n_sure == 0)
    return regions->n[BC_CHANGE_EDGE] > 0 ? BC_DIRECTION_UNSURE : BC_DIRECTION_SAME;
  if (regions->n[BC_CHANGE_NEW] == regions->n[BC_CHANGE_GONE])
    return BC_DIRECTION_MOVED;
  return get_direction (regions->n[BC_CHANGE_GONE], regions->n[BC_CHANGE_NEW]);
}

static void
add_regions (GPtrArray             *facts,
             const BcRegionChanges *regions)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  BcDirection direction = get_regions_direction (regions);

  if (regions->n[BC_CHANGE_GONE] > 0)
    /* Translators: of regions of the body that are marked no longer */
    g_ptr_array_add (parts, g_strdup_printf (C_("regions", "%u gone"), regions->n[BC_CHANGE_GONE]));
  if (regions->n[BC_CHANGE_NEW] > 0)
    g_ptr_array_add (parts, g_strdup_printf (C_("regions", "%u new"), regions->n[BC_CHANGE_NEW]));
  if (direction == BC_DIRECTION_SAME)
    g_ptr_array_add (parts, g_strdup (C_("fact", "unchanged")));
  else if (direction == BC_DIRECTION_UNSURE)
    g_ptr_array_add (parts, g_strdup (_("within drawing error")));
  else if (regions->n[BC_CHANGE_EDGE] > 0)
    /* Translators: of regions that only one of two drawings reaches, and by little */
    g_ptr_array_add (parts, g_strdup_printf (C_("regions", "%u within drawing error"), regions->n[BC_CHANGE_EDGE]));
  add_fact (facts, g_strdup (_("Marked regions")), dup_count_change (regions->n_before, regions->n_after),
            dup_list (parts, ", "), direction);
}

/* --- symptoms --- */

static void
add_symptoms (GPtrArray          *facts,
              const BcComparison *self)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n_before = 0;
  guint n_after = 0;
  gboolean missing = FALSE;
  BcDirection direction;

  for (guint i = 0; i < self->symptoms->len; i++)
    {
      const BcSymptomChange *change = g_ptr_array_index (self->symptoms, i);

      n_before += change->fate != BC_FATE_NEW && change->fate != BC_FATE_RETURNED ? 1 : 0;
      n_after += change->fate != BC_FATE_RESOLVED && change->fate != BC_FATE_MISSING ? 1 : 0;
      missing = missing || change->fate == BC_FATE_MISSING;
      if (change->fate != BC_FATE_STAYS)
        g_ptr_array_add (parts, g_strdup_printf ("P%d %s", change->number, bc_words_get_symptom_fate (change->fate)));
    }
  direction = parts->len == 0 ? BC_DIRECTION_SAME : missing ? BC_DIRECTION_UNKNOWN
              : n_before == n_after ? BC_DIRECTION_MOVED : get_direction (n_before, n_after);
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (C_("fact", "unchanged")));
  add_fact (facts, g_strdup (_("Symptoms")), dup_count_change (n_before, n_after), dup_list (parts, "; "), direction);
}

/**
 * bc_fact_list:
 * @comparison: two visits side by side
 *
 * Gathers what tells at a glance how a patient fared. Where the error of drawing or rating covers a change, it says so.
 *
 * Returns: (transfer full) (element-type BcFact): intensity, extent, number of regions and of symptoms
 */
GPtrArray *
bc_fact_list (const BcComparison *comparison)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_fact_free);

  g_return_val_if_fail (comparison != NULL, facts);

  add_intensity (facts, comparison);
  add_extent (facts, &comparison->skin);
  add_regions (facts, &comparison->regions);
  add_symptoms (facts, comparison);
  return facts;
}
