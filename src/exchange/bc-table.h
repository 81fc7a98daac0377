/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"
#include "bc-scores.h"

G_BEGIN_DECLS

/**
 * BcTableKind:
 * @BC_TABLE_MARKS: one row a mark and a clear tick; bc_import_csv() reads it
 * @BC_TABLE_REGIONS: one row a region that is marked or clear
 * @BC_TABLE_WIDE: one row a visit, one column of 0 and 1 a region
 * @BC_TABLE_CHOIR: one row a visit, with its codes of the CHOIR body map; bc_import_choir() reads it
 */
typedef enum
{
  BC_TABLE_MARKS,
  BC_TABLE_REGIONS,
  BC_TABLE_WIDE,
  BC_TABLE_CHOIR
} BcTableKind;

void bc_table_append_head  (BcTableKind   kind,
                            GString      *out);
void bc_table_append_visit (BcTableKind   kind,
                            const char   *name,
                            BcChart      *chart,
                            BcVisit      *visit,
                            const BcMaps *maps,
                            GString      *out);

G_END_DECLS
