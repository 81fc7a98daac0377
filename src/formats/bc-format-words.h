/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

G_BEGIN_DECLS

/*
 * What the chart reader and the table importer say about a bad value: `what was found; what to do`, without file and
 * line. Private to formats.
 */

/* Limits that the chart file and the tables share. */
#define BC_FORMAT_MAX_AGE 130
#define BC_FORMAT_MAX_SYMPTOMS 999
#define BC_FORMAT_MAX_STROKES 50000

char *bc_format_dup_region_problem    (const char    *id) G_GNUC_WARN_UNUSED_RESULT;
char *bc_format_dup_qualities_problem (const char    *ids) G_GNUC_WARN_UNUSED_RESULT;
char *bc_format_dup_term_problem      (const BcTerms *terms,
                                       const char    *what,
                                       const char    *id) G_GNUC_WARN_UNUSED_RESULT;
char *bc_format_dup_answer_problem    (const BcMaps  *maps,
                                       const char    *id,
                                       const char    *value) G_GNUC_WARN_UNUSED_RESULT;
char *bc_format_dup_date_problem      (const char    *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
