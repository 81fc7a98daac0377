/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-comparison.h"

G_BEGIN_DECLS

/**
 * BcDirection:
 * @BC_DIRECTION_UNKNOWN: not recorded at both visits
 * @BC_DIRECTION_SAME: nothing changed
 * @BC_DIRECTION_UNSURE: changed by no more than drawing or rating again can make
 * @BC_DIRECTION_LESS: less than before
 * @BC_DIRECTION_MORE: more than before
 * @BC_DIRECTION_MOVED: as many as before, but others
 *
 * Which way a fact went. It is no judgement: less is not always better.
 */
typedef enum
{
  BC_DIRECTION_UNKNOWN,
  BC_DIRECTION_SAME,
  BC_DIRECTION_UNSURE,
  BC_DIRECTION_LESS,
  BC_DIRECTION_MORE,
  BC_DIRECTION_MOVED
} BcDirection;
#define BC_N_DIRECTIONS 6

/**
 * BcFact:
 * @name: of what, as "Worst intensity"
 * @figures: before and after, as "9 → 4"
 * @note: what to think of it, as "−5, usually matters"
 *
 * One of the few numbers that tell at a glance what became of a patient between two visits.
 */
typedef struct
{
  char        *name;
  char        *figures;
  char        *note;
  BcDirection  direction;
} BcFact;

void        bc_fact_free          (BcFact             *self);
char       *bc_fact_dup_words     (const BcFact       *self) G_GNUC_WARN_UNUSED_RESULT; /* "Regions: 13 → 2 (11 gone)" */
GPtrArray  *bc_fact_list          (const BcComparison *comparison) G_GNUC_WARN_UNUSED_RESULT; /* of BcFact */
BcDirection bc_direction_of_nrs   (int                 before,
                                   int                 after);
const char *bc_direction_get_sign (BcDirection         direction); /* "▼" */

G_END_DECLS
