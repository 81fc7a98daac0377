/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The region vocabulary of the atlas: 99 areas, each on the patient's left and right.
 * A region is a small number so that it can index arrays and fill 8-bit id buffers.
 */
#define BC_N_AREAS 99
#define BC_N_REGIONS (2 * BC_N_AREAS)

/**
 * BcRegion:
 *
 * Number of a region, 1 to %BC_N_REGIONS; %BC_REGION_NONE means no region. Numbers are for memory
 * only: files hold the id, as `leg-lateral-right`.
 */
typedef guint8 BcRegion;
#define BC_REGION_NONE ((BcRegion) 0)

/**
 * BcSide:
 * @BC_SIDE_LEFT: the patient's own left
 * @BC_SIDE_RIGHT: the patient's own right
 * @BC_SIDE_BOTH: both sides; never the side of a region, only of a finding or a rule
 */
typedef enum
{
  BC_SIDE_LEFT,
  BC_SIDE_RIGHT,
  BC_SIDE_BOTH
} BcSide;

typedef enum
{
  BC_BODY_PART_HEAD,
  BC_BODY_PART_NECK,
  BC_BODY_PART_TRUNK_FRONT,
  BC_BODY_PART_TRUNK_BACK,
  BC_BODY_PART_UPPER_LIMB,
  BC_BODY_PART_LOWER_LIMB
} BcBodyPart;

int          bc_area_from_id       (const char *id);
const char  *bc_area_get_id        (guint       area);
const char  *bc_area_get_name      (guint       area);
const char  *bc_area_get_borders   (guint       area);
BcBodyPart   bc_area_get_body_part (guint       area);

BcRegion     bc_region_new         (guint       area,
                                    BcSide      side);
BcRegion     bc_region_from_id     (const char *id);
const char  *bc_region_get_id      (BcRegion    region);
guint        bc_region_get_area    (BcRegion    region);
BcSide       bc_region_get_side    (BcRegion    region);
BcRegion     bc_region_mirror      (BcRegion    region);
char        *bc_region_dup_name    (BcRegion    region) G_GNUC_WARN_UNUSED_RESULT;

gboolean     bc_side_from_id       (const char *id,
                                    BcSide     *side);
const char  *bc_side_get_id        (BcSide      side);
const char  *bc_side_get_name      (BcSide      side);

G_END_DECLS
