/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"
#include "bc-visit.h"

G_BEGIN_DECLS

/**
 * BcCompletenessItem:
 * @id: stable: "symptom:2:depth", "clear", "relation", "aggravating", "easing", "24-hours", "special-questions"
 * @symptom: the number of the symptom that it belongs to, 0 where it belongs to the visit
 * @done: whether it is recorded
 * @name: translated: what it is, in a word or two, as "depth"
 *
 * Something that belongs on a complete body chart.
 */
typedef struct
{
  char       *id;
  int         symptom;
  gboolean    done;
  const char *name;
} BcCompletenessItem;

GPtrArray *bc_completeness_check           (BcVisit                  *visit,
                                            const BcMaps             *maps) G_GNUC_WARN_UNUSED_RESULT;
void       bc_completeness_item_free       (BcCompletenessItem       *item);
char      *bc_completeness_item_dup_title  (const BcCompletenessItem *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
