/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the maps are made of: freeing it, and what a pattern or an urgency says. */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-rule.h"

void
bc_source_free (BcSource *source)
{
  g_free (source->id);
  g_free (source->citation);
  g_free (source->type);
  g_free (source->identifiers);
  g_free (source->note);
  g_free (source);
}

void
bc_factor_free (BcFactor *factor)
{
  g_free (factor->id);
  g_free (factor->name);
  g_free (factor->kind);
  g_free (factor);
}

void
bc_management_free (BcManagement *management)
{
  g_free (management->id);
  g_free (management->name);
  g_strfreev (management->assess_next);
  g_strfreev (management->care);
  g_strfreev (management->sources);
  g_free (management);
}

void
bc_group_free (BcGroup *group)
{
  g_free (group->id);
  g_free (group->name);
  g_free (group->parent);
  g_free (group->umbrella);
  g_free (group->note);
  g_free (group);
}

void
bc_family_free (BcFamily *family)
{
  g_free (family->id);
  g_free (family->name);
  g_free (family->evidence);
  g_free (family);
}

void
bc_zone_clear (BcZone *zone)
{
  g_clear_pointer (&zone->sources, g_strfreev);
  g_clear_pointer (&zone->note, g_free);
}

void
bc_pattern_free (BcPattern *pattern)
{
  g_free (pattern->id);
  g_free (pattern->name);
  g_free (pattern->level);
  g_free (pattern->about);
  g_strfreev (pattern->aggravating);
  g_strfreev (pattern->easing);
  g_free (pattern->prior_population);
  g_strfreev (pattern->prior_sources);
  g_strfreev (pattern->women_sources);
  g_strfreev (pattern->sources);
  g_clear_pointer (&pattern->zones, g_array_unref);
  g_free (pattern->own_file);
  g_free (pattern);
}

void
bc_discriminator_free (BcDiscriminator *discriminator)
{
  g_free (discriminator->id);
  g_free (discriminator->question);
  g_free (discriminator->how);
  g_free (discriminator->kind);
  g_clear_pointer (&discriminator->patterns, g_ptr_array_unref);
  g_free (discriminator->basis);
  g_free (discriminator->same_as);
  g_strfreev (discriminator->follow_up_of);
  g_strfreev (discriminator->sources);
  g_free (discriminator->note);
  g_free (discriminator);
}

void
bc_answer_item_free (BcAnswerItem *answer)
{
  g_free (answer->id);
  g_free (answer->question);
  g_free (answer->group);
  g_free (answer);
}

void
bc_red_flag_free (BcRedFlag *red_flag)
{
  g_free (red_flag->id);
  g_free (red_flag->meaning);
  g_free (red_flag->text);
  g_clear_pointer (&red_flag->rule, bc_rule_free);
  g_clear_pointer (&red_flag->patterns, g_ptr_array_unref);
  g_strfreev (red_flag->sources);
  g_free (red_flag);
}

static gboolean
zone_covers (const BcZone *zone,
             BcSide        source,
             BcSide        region)
{
  switch (zone->relation)
    {
    case BC_RELATION_SAME:
      return source == BC_SIDE_BOTH || source == region;
    case BC_RELATION_OTHER:
      return source == BC_SIDE_BOTH || source != region;
    case BC_RELATION_LEFT:
      return region == BC_SIDE_LEFT;
    case BC_RELATION_RIGHT:
      return region == BC_SIDE_RIGHT;
    case BC_RELATION_BOTH:
    default:
      return TRUE;
    }
}

/**
 * bc_zones_get_probability:
 * @zones: of BcZone
 *
 * As bc_pattern_get_probability(), of zones alone.
 */
double
bc_zones_get_probability (const GArray *zones,
                          BcSide        side,
                          BcRegion      region)
{
  double best = 0;

  for (guint i = 0; i < zones->len; i++)
    {
      const BcZone *zone = &g_array_index (zones, BcZone, i);

      if (zone->area == bc_region_get_area (region) && zone_covers (zone, side, bc_region_get_side (region)))
        best = MAX (best, zone->probability);
    }
  return best;
}

/**
 * bc_pattern_get_probability:
 * @side: the side of the source; with %BC_SIDE_BOTH each side has its own source
 * @region: a region of the patient's left or right
 *
 * Returns: the chance that a patient whose pain comes from this source marks @region, 0..1; 0 outside every zone;
 *   the larger value where two zones name the region
 */
double
bc_pattern_get_probability (const BcPattern *pattern,
                            BcSide           side,
                            BcRegion         region)
{
  g_return_val_if_fail (pattern != NULL, 0);
  g_return_val_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS, 0);
  return bc_zones_get_probability (pattern->zones, side, region);
}

/**
 * bc_pattern_has_sides:
 *
 * Returns: whether the source lies on a side; FALSE for what lies in the middle, on both sides alike, or at a place
 *   of its own
 */
gboolean
bc_pattern_has_sides (const BcPattern *pattern)
{
  g_return_val_if_fail (pattern != NULL, FALSE);

  for (guint i = 0; i < pattern->zones->len; i++)
    {
      BcRelation relation = g_array_index (pattern->zones, BcZone, i).relation;

      if (relation == BC_RELATION_SAME || relation == BC_RELATION_OTHER)
        return TRUE;
    }
  return FALSE;
}

/**
 * bc_load_get_id:
 *
 * Returns: (transfer none): `none`, `gentle`, `moderate` or `provocative`, as in files
 */
const char *
bc_load_get_id (BcLoad load)
{
  switch (load)
    {
    case BC_LOAD_GENTLE:
      return "gentle";
    case BC_LOAD_MODERATE:
      return "moderate";
    case BC_LOAD_PROVOCATIVE:
      return "provocative";
    case BC_LOAD_NONE:
    default:
      return "none";
    }
}

/**
 * bc_load_get_name:
 *
 * Returns: (transfer none): how much a test asks of the sore part, in a translated word or two; "" where nothing is
 *   tested
 */
const char *
bc_load_get_name (BcLoad load)
{
  switch (load)
    {
    case BC_LOAD_GENTLE:
      return C_("load of a test", "gentle");
    case BC_LOAD_MODERATE:
      return C_("load of a test", "moderate load");
    case BC_LOAD_PROVOCATIVE:
      return C_("load of a test", "provocative");
    case BC_LOAD_NONE:
    default:
      return "";
    }
}

/**
 * bc_urgency_get_id:
 *
 * Returns: (transfer none): `emergency`, `urgent` or `soon`, as in files
 */
const char *
bc_urgency_get_id (BcUrgency urgency)
{
  switch (urgency)
    {
    case BC_URGENCY_EMERGENCY:
      return "emergency";
    case BC_URGENCY_URGENT:
      return "urgent";
    case BC_URGENCY_SOON:
    default:
      return "soon";
    }
}

/**
 * bc_urgency_get_name:
 *
 * Returns: (transfer none): the urgency with what to do when, in translated words
 */
const char *
bc_urgency_get_name (BcUrgency urgency)
{
  switch (urgency)
    {
    case BC_URGENCY_EMERGENCY:
      return _("Emergency: refer within the hour");
    case BC_URGENCY_URGENT:
      return _("Urgent: refer the same day, at the latest within two days");
    case BC_URGENCY_SOON:
    default:
      return _("Soon: planned referral");
    }
}
