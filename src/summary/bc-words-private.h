/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-words.h"

G_BEGIN_DECLS

/* How a symptom marks a region, as flags. */
typedef enum
{
  BC_MARKED_SITE = 1 << 0,
  BC_MARKED_RADIATION = 1 << 1
} BcMarked;

/**
 * BcMarkedMap:
 *
 * What a symptom marks, by clicks and by strokes: #BcMarked for each #BcRegion, element 0 unused. As
 * bc_symptom_marks_region() has it, of all regions at once.
 */
typedef struct
{
  guint8 role[BC_N_REGIONS + 1];
} BcMarkedMap;

void  bc_words_gather_marked (BcSymptom    *symptom,
                              BcMarkedMap  *map);
char *bc_words_dup_stem      (const char   *name,
                              char        **detail) G_GNUC_WARN_UNUSED_RESULT;

/* Places as one says them to the patient. */
GPtrArray *bc_places_new        (const BcRegion *regions,
                                 guint           n_regions,
                                 gboolean        both) G_GNUC_WARN_UNUSED_RESULT;
char      *bc_places_dup_words  (GPtrArray      *places,
                                 guint           first,
                                 guint           n_places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
