/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One change in words: of the extent, of an intensity, of a symptom. */
#include "bc-words-comparison.h"

#include "bc-i18n.h"
#include "bc-words.h"

#include <math.h>

static char *
dup_percent (double share)
{
  double percent = 100 * share;

  return g_strdup_printf (percent > 0 && percent < 1 ? "%.2f" : "%.1f", percent);
}

/**
 * bc_words_dup_extent:
 * @cm2: marked skin
 * @body_share: of the body's surface, 0..1
 *
 * Returns: (transfer full): as "6.1 % of the body (1020 cm²)"
 */
char *
bc_words_dup_extent (double cm2,
                     double body_share)
{
  g_autofree char *percent = dup_percent (body_share);

  /* Translators: how much skin is marked, as in "6.1 % of the body (1020 cm²)" */
  return g_strdup_printf (_("%s %% of the body (%.0f cm²)"), percent, cm2);
}

/**
 * bc_words_dup_percent_change:
 * @before: share of the body, 0..1
 * @after: likewise
 *
 * Returns: (transfer full): as "7.4 → 0.36 %", "7.4 %" where it is the same
 */
char *
bc_words_dup_percent_change (double before,
                             double after)
{
  g_autofree char *earlier = dup_percent (before);
  g_autofree char *later = dup_percent (after);

  if (before == after)
    /* Translators: a percentage */
    return g_strdup_printf (C_("extent", "%s %%"), later);
  /* Translators: percentages before and after */
  return g_strdup_printf (C_("extent", "%s → %s %%"), earlier, later);
}

/**
 * bc_words_dup_skin:
 * @cm2: marked skin of a part of the body
 * @body_share: of the whole body's surface, 0..1
 *
 * Returns: (transfer full): as "1.2 % (196 cm²)", beside what bc_words_dup_extent() says of the whole
 */
char *
bc_words_dup_skin (double cm2,
                   double body_share)
{
  g_autofree char *percent = dup_percent (body_share);

  /* Translators: how much skin of a part of the body is marked: percent of the whole body, then cm²; no-break spaces */
  return g_strdup_printf (_("%s %% (%.0f cm²)"), percent, cm2);
}

/**
 * bc_words_dup_extent_change:
 * @skin: the marked skin of two visits
 *
 * Returns: (transfer full): a sentence, which says where redrawing alone can make the change
 */
char *
bc_words_dup_extent_change (const BcSkinChange *skin)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (skin != NULL, NULL);

  before = dup_percent (skin->before_share);
  after = dup_percent (skin->after_share);
  if (skin->before_cm2 == skin->after_cm2)
    /* Translators: percent of the body, then cm² of skin */
    return g_strdup_printf (_("Pain extent unchanged: %s %% of the body (%.0f cm²)."), after, skin->after_cm2);
  if (skin->certain)
    /* Translators: percent of the body before and after, then cm² of skin before and after */
    return g_strdup_printf (_("Pain extent %s → %s %% of the body (%.0f → %.0f cm²)."), before, after,
                            skin->before_cm2, skin->after_cm2);
  /* Translators: percent of the body before and after, then cm² of skin before and after */
  return g_strdup_printf (_("Pain extent %s → %s %% of the body (%.0f → %.0f cm²): within what redrawing alone can "
                            "make."),
                          before, after, skin->before_cm2, skin->after_cm2);
}

/**
 * bc_words_dup_overlap:
 * @skin: the marked skin of two visits
 *
 * Returns: (transfer full) (nullable): a sentence on how much of the skin both visits mark; %NULL where one marks nothing
 */
char *
bc_words_dup_overlap (const BcSkinChange *skin)
{
  int percent;

  g_return_val_if_fail (skin != NULL, NULL);

  if (skin->before_cm2 <= 0 || skin->after_cm2 <= 0)
    return NULL;
  percent = (int) lround (100 * skin->overlap);
  if (!skin->drawn)
    /* Translators: %d is a percentage */
    return g_strdup_printf (_("Of the skin that either visit marks, both mark %d %%."), percent);
  /* Translators: two percentages */
  return g_strdup_printf (_("Of the skin that either visit marks, both mark %d %%; people who redraw the same shoulder "
                            "pain reach about %d %%."),
                          percent, (int) lround (100 * BC_REDRAWN_OVERLAP));
}

/**
 * bc_words_dup_nrs_change:
 * @before: NRS-11, or %BC_NRS_UNKNOWN
 * @after: likewise
 *
 * Returns: (transfer full): as "8 → 4", "8" where it is the same, with a dash for what is not known
 */
char *
bc_words_dup_nrs_change (int before,
                         int after)
{
  g_autofree char *earlier = before != BC_NRS_UNKNOWN ? g_strdup_printf ("%d", before) : g_strdup ("–");
  g_autofree char *later = after != BC_NRS_UNKNOWN ? g_strdup_printf ("%d", after) : g_strdup ("–");

  return before == after ? g_strdup (later) : g_strdup_printf ("%s → %s", earlier, later);
}

/**
 * bc_words_get_symptom_fate:
 * @fate: what became of a symptom
 *
 * Returns: (transfer none): a word or more, "" where it stays
 */
const char *
bc_words_get_symptom_fate (BcSymptomFate fate)
{
  switch (fate)
    {
    case BC_FATE_NEW:
      return C_("symptom", "new");
    case BC_FATE_RESOLVED:
      return C_("symptom", "marked as resolved");
    case BC_FATE_RETURNED:
      return C_("symptom", "back again");
    case BC_FATE_MISSING:
      return C_("symptom", "not recorded this time, nor marked as resolved");
    case BC_FATE_STAYS:
    default:
      return "";
    }
}

/* The three intensities, the worst first: it is what patients are asked about most. */
static const struct
{
  BcIntensity  intensity;
  const char  *name;
} intensities[] = {
  { BC_INTENSITY_WORST, NC_("intensity within a sentence", "worst") },
  { BC_INTENSITY_NOW, NC_("intensity within a sentence", "now") },
  { BC_INTENSITY_BEST, NC_("intensity within a sentence", "best") },
};

static int
add_intensities (GPtrArray             *parts,
                 const BcSymptomChange *change)
{
  int most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (intensities); i++)
    {
      const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "intensity within a sentence", intensities[i].name);
      int before = change->before.nrs[intensities[i].intensity];
      int after = change->after.nrs[intensities[i].intensity];
      g_autofree char *points = NULL;

      if (before == BC_NRS_UNKNOWN || after == BC_NRS_UNKNOWN || before == after)
        continue;
      most = MAX (most, ABS (after - before));
      points = g_strdup_printf (after < before ? "−%d" : "+%d", ABS (after - before));
      if (bc_nrs_change_matters (before, after))
        /* Translators: 1: "worst", "now" or "best", 2 and 3: intensities 0 to 10, 4: their difference, as "−4" */
        g_ptr_array_add (parts, g_strdup_printf (_("%s %d → %d (%s, usually matters)"), name, before, after, points));
      else
        g_ptr_array_add (parts, g_strdup_printf (_("%s %d → %d (%s, a small change)"), name, before, after, points));
    }
  return most;
}

static void
add_regions (GPtrArray             *parts,
             const BcSymptomChange *change,
             BcChange               kind,
             const char            *label)
{
  g_autoptr(GArray) regions = bc_region_changes_list (&change->regions, kind);
  g_autofree char *words = bc_words_dup_regions (regions);

  if (regions->len > 0)
    /* Translators: what became of regions of the body, then the regions, as in "no longer in – right: calf" */
    g_ptr_array_add (parts, g_strdup_printf (C_("change and areas", "%s – %s"), label, words));
}

static void
add_qualities (GPtrArray  *parts,
               guint       qualities,
               const char *label)
{
  g_autofree char *names = bc_qualities_dup_names (qualities);

  if (qualities != 0)
    /* Translators: as in "now also" and "tingling and numbness" */
    g_ptr_array_add (parts, g_strdup_printf (C_("change and qualities", "%s %s"), label, names));
}

static void
add_term (GPtrArray     *parts,
          const BcTerms *terms,
          int            before,
          int            after)
{
  if (before != 0 && after != 0 && before != after)
    g_ptr_array_add (parts, g_strdup_printf ("%s → %s", bc_terms_get_name (terms, before),
                                             bc_terms_get_name (terms, after)));
}

/* The parts of a sentence on a symptom that is at both visits. */
static void
add_details (GPtrArray             *parts,
             const BcSymptomChange *change)
{
  add_regions (parts, change, BC_CHANGE_GONE, C_("change", "no longer in"));
  add_regions (parts, change, BC_CHANGE_NEW, C_("change", "newly in"));
  /* Translators: before regions that only one of two drawings reaches, by so little that the hand may have slipped */
  add_regions (parts, change, BC_CHANGE_EDGE, C_("change", "at the edge, as redrawing makes it"));
  add_qualities (parts, change->after.qualities & ~change->before.qualities, C_("change", "now also"));
  if (change->after.qualities != 0)
    add_qualities (parts, change->before.qualities & ~change->after.qualities, C_("change", "no longer"));
  add_term (parts, &bc_constancy_terms, (int) change->before.constancy, (int) change->after.constancy);
  add_term (parts, &bc_depth_terms, (int) change->before.depth, (int) change->after.depth);
}

/* What became of a symptom beside its intensities, or "unchanged" where @parts is still empty after that. */
static char *
join_parts (GPtrArray             *parts,
            const BcSymptomChange *change)
{
  if (change->fate == BC_FATE_STAYS)
    add_details (parts, change);
  else
    g_ptr_array_add (parts, g_strdup (bc_words_get_symptom_fate (change->fate)));
  if (change->fate == BC_FATE_NEW || change->fate == BC_FATE_RETURNED)
    add_regions (parts, change, BC_CHANGE_NEW, C_("change", "in"));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (C_("symptom", "unchanged")));
  if (change->unconfirmed)
    g_ptr_array_add (parts, g_strdup (_("copied from the visit before, not confirmed yet")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_("list", "; "), (char **) parts->pdata);
}

/**
 * bc_words_dup_symptom_places:
 * @change: what became of a symptom
 *
 * Returns: (transfer full): all but its intensities, as "no longer in – right: calf; now also tingling"
 */
char *
bc_words_dup_symptom_places (const BcSymptomChange *change)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (change != NULL, NULL);

  return join_parts (parts, change);
}

/**
 * bc_words_dup_symptom_change:
 * @change: what became of a symptom
 * @most: (out) (optional): the largest change of an intensity, points
 *
 * Returns: (transfer full): a sentence, as "P1: worst 8 → 4 (−4, usually matters); no longer in – right: calf."
 */
char *
bc_words_dup_symptom_change (const BcSymptomChange *change,
                             int                   *most)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;
  int points = 0;

  g_return_val_if_fail (change != NULL, NULL);

  if (change->fate == BC_FATE_STAYS)
    points = add_intensities (parts, change);
  text = join_parts (parts, change);
  if (most != NULL)
    *most = points;
  return g_strdup_printf ("P%d: %s.", change->number, text);
}
