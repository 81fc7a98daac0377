/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-command.h"
#include "bc-table.h"

#include <stdio.h>

G_BEGIN_DECLS

/* What the files of the command export share. Private to them. */

struct _BcExport;

/**
 * BcExportFormat:
 * @id: as typed
 * @suffix: (nullable): of the file that holds one visit; %NULL for tables, which hold many
 * @kind: of a table
 * @write: (nullable): makes such a file
 */
typedef struct
{
  const char  *id;
  const char  *suffix;
  BcTableKind  kind;
  GBytes    *(*write) (const struct _BcExport *export, BcChart *chart, BcVisit *visit, GError **error);
} BcExportFormat;

/* What was asked for. */
typedef struct _BcExport
{
  const BcExportFormat *format;
  GStrv                 files;
  const char           *output; /* (nullable) */
  gboolean              all_visits;
  double                dpi;
  gboolean              no_summary; /* in bundles */
} BcExport;

/* What to do with each visit that is asked for. */
typedef BcExit (*BcExportFunc) (const BcExport *export,
                                const char     *name,
                                BcChart        *chart,
                                BcVisit        *visit,
                                FILE           *out);

const BcExportFormat *bc_export_find_format (const char     *id); /* (nullable) */
char                 *bc_export_dup_formats (void) G_GNUC_WARN_UNUSED_RESULT;
BcExit                bc_export_each        (const BcExport *export,
                                             BcExportFunc    func,
                                             FILE           *out);
BcExit                bc_export_tables      (const BcExport *export);
BcExit                bc_export_visits      (const BcExport *export);

G_END_DECLS
