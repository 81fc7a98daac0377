/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-error.h"

G_BEGIN_DECLS

/**
 * BcCsvColumn:
 *
 * A column that a table may have, found by its name in the first row.
 */
typedef struct
{
  const char *name;
  gboolean    required;
} BcCsvColumn;

/**
 * BcCsv:
 *
 * Reads a table row by row (RFC 4180: commas, quotes, CR LF or LF; UTF-8 with or without a byte order mark). The
 * memory it needs is that of one row. Private to formats.
 */
typedef struct _BcCsv BcCsv;

BcCsv      *bc_csv_new       (GBytes             *bytes,
                              const char         *name,
                              const BcCsvColumn  *columns,
                              guint               n_columns,
                              GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void        bc_csv_free      (BcCsv              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcCsv, bc_csv_free)

gboolean    bc_csv_next      (BcCsv              *self,
                              GError            **error);
const char *bc_csv_get       (const BcCsv        *self,
                              guint               column);
guint       bc_csv_get_line  (const BcCsv        *self);
void        bc_csv_set_error (const BcCsv        *self,
                              GError            **error,
                              BcFileError         code,
                              const char         *format,
                              ...) G_GNUC_PRINTF (4, 5);

G_END_DECLS
