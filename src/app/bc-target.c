/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Targets for hands that tremble and for small screens. A region that is narrower on the screen than a finger tip is
 * met together with those of its group that are as narrow; zooming in tells them apart again.
 */

#include "bc-target.h"

#include "bc-i18n.h"

#include <math.h>

/* A target that fingers hit as well as larger ones is 9 mm wide (Parhi, Karlson, Bederson 2006); pixels at 96 dpi. */
#define LEAST_WIDTH (9 * 96 / 25.4)

static const struct
{
  const char *name;
  const char *areas[BC_TARGET_MOST];
} groups[] = {
  /* Translators: parts of the body that are marked together while the figure is small; the side is added to them */
  { NC_("group", "Face"), { "forehead", "temple", "orbit", "cheek", "jaw", "ear" } },
  { NC_("group", "Front of the neck"), { "neck-anterior", "neck-lateral" } },
  { NC_("group", "Back of the neck"), { "nape-upper", "nape-lower" } },
  { NC_("group", "Groin and pubic area"), { "groin", "pubis" } },
  { NC_("group", "Sacrum and tailbone"), { "sacroiliac", "sacrum", "coccyx" } },
  { NC_("group", "Shoulder"), { "shoulder-anterior", "shoulder-lateral", "shoulder-posterior" } },
  { NC_("group", "Upper arm"),
    { "upper-arm-anterior", "upper-arm-lateral", "upper-arm-posterior", "upper-arm-medial" } },
  { NC_("group", "Elbow"), { "elbow-anterior", "elbow-lateral", "elbow-medial", "elbow-posterior" } },
  { NC_("group", "Forearm"), { "forearm-anterior", "forearm-radial", "forearm-ulnar", "forearm-posterior" } },
  { NC_("group", "Palm and wrist"), { "wrist-anterior", "thenar", "palm", "hypothenar" } },
  { NC_("group", "Back of the hand and wrist"), { "wrist-posterior", "hand-dorsum-radial", "hand-dorsum-ulnar" } },
  { NC_("group", "Fingers"), { "thumb", "index-finger", "middle-finger", "ring-finger", "little-finger" } },
  { NC_("group", "Knee"), { "knee-anterior", "knee-medial", "knee-lateral", "knee-posterior" } },
  { NC_("group", "Ankle"), { "ankle-anterior", "ankle-medial", "ankle-lateral" } },
  { NC_("group", "Top of the foot"), { "foot-dorsum-medial", "foot-dorsum-lateral" } },
  { NC_("group", "Sole"), { "sole-medial", "sole-lateral", "sole-forefoot" } },
  { NC_("group", "Toes"), { "great-toe", "middle-toes", "little-toe" } },
};

/* The group that an area belongs to, -1 for none. */
static int
find_group (guint area)
{
  const char *id = bc_area_get_id (area);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 0; j < BC_TARGET_MOST && groups[i].areas[j] != NULL; j++)
      if (strcmp (groups[i].areas[j], id) == 0)
        return (int) i;
  return -1;
}

/* How wide a region is on the screen: the largest circle that fits into it. */
static gboolean
is_narrow (const BcView *view,
           BcRegion      region,
           double        scale)
{
  guint n_anchors;
  const BcAnchor *anchors = bc_view_get_anchors (view, region, &n_anchors);
  double radius = 0;

  for (guint i = 0; i < n_anchors; i++)
    radius = MAX (radius, anchors[i].radius);
  return 2 * radius * scale < LEAST_WIDTH;
}

/**
 * bc_target_hit:
 * @x: mm of the body
 * @y: mm of the body
 * @reach: how far beside the body still means it, mm
 *
 * Finds what a press means: the region there, or the nearest one within @reach of a place beside the body.
 *
 * Returns: the region, %BC_REGION_NONE where none is close
 */
BcRegion
bc_target_hit (const BcView *view,
               double        x,
               double        y,
               double        reach)
{
  BcRegion found;
  double least = reach * reach;
  int range = (int) ceil (reach);

  g_return_val_if_fail (view != NULL, BC_REGION_NONE);

  found = bc_view_region_at (view, x, y);
  if (found != BC_REGION_NONE)
    return found;
  for (int dy = -range; dy <= range; dy++)
    for (int dx = -range; dx <= range; dx++)
      {
        BcRegion region;

        if (dx * dx + dy * dy > least)
          continue;
        region = bc_view_region_at (view, x + dx, y + dy);
        if (region == BC_REGION_NONE)
          continue;
        least = dx * dx + dy * dy;
        found = region;
      }
  return found;
}

/**
 * bc_target_get_regions:
 * @region: a region of @view
 * @scale: pixels of the screen for a mm of the body
 * @regions: (out caller-allocates): [%BC_TARGET_MOST]: what is met together, @region first
 *
 * Finds what is met together with @region at this size: the regions of its group on the same side that the view shows
 * and that are too narrow to be hit alone, if @region is one of them.
 *
 * Returns: how many regions, at least one
 */
guint
bc_target_get_regions (const BcView *view,
                       BcRegion      region,
                       double        scale,
                       BcRegion     *regions)
{
  guint n_regions = 1;
  int group;

  g_return_val_if_fail (view != NULL, 0);
  g_return_val_if_fail (bc_view_has_region (view, region), 0);
  g_return_val_if_fail (regions != NULL, 0);

  regions[0] = region;
  group = find_group (bc_region_get_area (region));
  if (group < 0 || !is_narrow (view, region, scale))
    return 1;
  for (guint i = 0; i < BC_TARGET_MOST && groups[group].areas[i] != NULL; i++)
    {
      BcRegion other = bc_region_new ((guint) bc_area_from_id (groups[group].areas[i]), bc_region_get_side (region));

      if (other != region && bc_view_has_region (view, other) && is_narrow (view, other, scale))
        regions[n_regions++] = other;
    }
  return n_regions;
}

/**
 * bc_target_dup_name:
 * @regions: (array length=n_regions): what is met together
 * @n_regions: at least one
 *
 * Returns: (transfer full): what they are called with the patient's side, as "Toes, right"
 */
char *
bc_target_dup_name (const BcRegion *regions,
                    guint           n_regions)
{
  const char *name;
  int group;

  g_return_val_if_fail (regions != NULL && n_regions > 0, NULL);

  group = find_group (bc_region_get_area (regions[0]));
  if (n_regions == 1 || group < 0)
    return bc_region_dup_name (regions[0]);
  name = g_dpgettext2 (GETTEXT_PACKAGE, "group", groups[group].name);
  if (bc_region_get_side (regions[0]) == BC_SIDE_LEFT)
    /* Translators: %s is a part of the body, as in "Toes, left"; left is the patient's own */
    return g_strdup_printf (_("%s, left"), name);
  /* Translators: %s is a part of the body, as in "Toes, right"; right is the patient's own */
  return g_strdup_printf (_("%s, right"), name);
}
