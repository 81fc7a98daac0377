/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-choir.h"
#include "bc-csv-import.h"

G_BEGIN_DECLS

/*
 * Codes of the CHOIR body map as the package CHOIRBM holds them: "107,110,218". Tables have the columns id, gender and
 * bodymap_regions_csv, and may have age, map, race and score.
 */
char      *bc_choir_dup_codes   (const gboolean  segments[BC_N_CHOIR_SEGMENTS],
                                 BcChoirMap      map) G_GNUC_WARN_UNUSED_RESULT;
gboolean   bc_choir_parse_codes (const char     *text,
                                 BcChoirMap      map,
                                 gboolean        segments[BC_N_CHOIR_SEGMENTS],
                                 char          **bad);
GPtrArray *bc_import_choir      (GBytes         *bytes,
                                 const char     *name,
                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT; /* of BcImportCase */

G_END_DECLS
