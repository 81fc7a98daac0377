/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"

G_BEGIN_DECLS

/**
 * BcBodyCode:
 * @fma: (nullable): identifier in the Foundational Model of Anatomy, as "fma46494"
 * @uberon: (nullable): identifier in Uberon, as "UBERON:0000403"
 *
 * What an area is called in anatomies that are free to use. An identifier may stand for a wider place than the area.
 */
typedef struct
{
  char *fma;
  char *uberon;
} BcBodyCode;

const BcBodyCode *bc_body_code_get    (guint        area);
BcBodyCode       *bc_body_codes_parse (const char  *text,
                                       const char  *name,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
void              bc_body_codes_free  (BcBodyCode  *codes); /* of BC_N_AREAS */

G_END_DECLS
