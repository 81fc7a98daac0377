/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"
#include "bc-terms.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The segments of the CHOIR body map (Stanford), as numbers that registries and the R package CHOIRBM exchange. Which
 * code means which segment depends on the map: 112 to 117 differ between the female and the male.
 */
#define BC_N_CHOIR_SEGMENTS 74
#define BC_CHOIR_MAX_AREAS 8
#define BC_CHOIR_FIRST_CODE 101
#define BC_CHOIR_LAST_CODE 238

typedef enum
{
  BC_CHOIR_FEMALE,
  BC_CHOIR_MALE
} BcChoirMap;
#define BC_N_CHOIR_MAPS 2

/**
 * BcChoirSegment:
 * @codes: by #BcChoirMap
 * @view: the picture that holds it, front or back
 * @side: the patient's own
 * @regions: (array length=n_regions): what it covers
 * @shares: rough part of the segment that is in each of @regions, 0..1
 * @home: whether the segment is where a mark in each of @regions belongs
 */
typedef struct
{
  guint    codes[BC_N_CHOIR_MAPS];
  BcViewId view;
  BcSide   side;
  BcRegion regions[BC_CHOIR_MAX_AREAS];
  double   shares[BC_CHOIR_MAX_AREAS];
  gboolean home[BC_CHOIR_MAX_AREAS];
  guint    n_regions;
} BcChoirSegment;

typedef struct
{
  BcChoirSegment segments[BC_N_CHOIR_SEGMENTS];
  guint8         homes[BC_N_REGIONS + 1];                 /* region to segment */
  guint8         in_view[BC_VIEW_BACK + 1][BC_N_REGIONS + 1]; /* likewise as far as that picture shows it */
} BcChoirTable;

const BcChoirTable   *bc_choir_get_table   (void);
BcChoirTable         *bc_choir_table_parse (const char  *text,
                                            const char  *name,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
const BcChoirSegment *bc_choir_find        (BcChoirMap   map,
                                            guint        code); /* (nullable) */
guint                 bc_choir_locate      (BcRegion     region,
                                            int          view); /* BcViewId, or -1 */
gboolean              bc_choir_stands_for  (const BcChoirSegment *segment,
                                            guint                 at);
BcChoirMap            bc_choir_map_for     (BcFigureId   figure,
                                            BcSex        sex);

G_END_DECLS
