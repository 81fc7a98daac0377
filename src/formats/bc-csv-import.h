/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

G_BEGIN_DECLS

/* The largest table that is read; one with fifty thousand cases has some ten megabytes. */
#define BC_CSV_MAX_BYTES (256 * 1024 * 1024)

/**
 * BcImportCase:
 *
 * One case of a table: its name in the column `case`, and the chart made of its rows.
 */
typedef struct
{
  char    *name;
  BcChart *chart;
} BcImportCase;

/*
 * Reads the tables of `bodychart-cli import` (columns and values: man page and resources/schemas/README.md).
 * @answers and @patients are nullable. Returns an array of BcImportCase in the order of @marks; cases that occur
 * only in the other tables are errors. The first bad row is the error: `file:line: what was found; what to do`.
 */
GPtrArray *bc_import_csv (GBytes      *marks,
                          const char  *marks_name,
                          GBytes      *answers,
                          const char  *answers_name,
                          GBytes      *patients,
                          const char  *patients_name,
                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
