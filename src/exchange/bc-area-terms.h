/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"

G_BEGIN_DECLS

/* No area has more terms of one terminology. */
#define BC_AREA_MAX_TERMS 3

/**
 * BcAreaTerms:
 * @wording: English words for the area, the same in every language of the program
 * @relation: (nullable): how the foreign terms are to the area: equivalent, inexact, wider, relatedto or narrower, as
 *   the code system concept-map-equivalence of FHIR R4 has it; %NULL where there is none
 * @fma: ids as "FMA:63864", up to the first %NULL
 * @uberon: ids as "UBERON:0008200", up to the first %NULL
 *
 * What other terminologies call an area.
 */
typedef struct
{
  char       *wording;
  const char *relation;
  char       *fma[BC_AREA_MAX_TERMS + 1];
  char       *uberon[BC_AREA_MAX_TERMS + 1];
} BcAreaTerms;

typedef struct
{
  BcAreaTerms areas[BC_N_AREAS];
} BcAreaTermsTable;

BcAreaTermsTable  *bc_area_terms_parse      (const char        *text,
                                             const char        *name,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void               bc_area_terms_table_free (BcAreaTermsTable  *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcAreaTermsTable, bc_area_terms_table_free)
const BcAreaTerms *bc_area_get_terms        (guint              area);

G_END_DECLS
