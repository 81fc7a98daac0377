/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-csv-import.h"
#include "bc-csv.h"
#include "bc-maps.h"

G_BEGIN_DECLS

/* What the files of the table import share. Private to them. */

/* What is known of a case beside its chart. */
typedef struct
{
  BcImportCase *result;
  BcVisit      *visit;
  GHashTable   *symptoms;                    /* symptom_key() to BcSymptom */
  GHashTable   *answers;                     /* id to BcAnswerValue; NULL before the first */
  gboolean      dated;                       /* MARKS.csv says when the visit was */
  guint         patient_line;                /* in PATIENTS.csv, 0 before it */
  guint         marked[BC_N_REGIONS + 1];    /* line in MARKS.csv, 0 where it is not */
  guint         cleared[BC_N_REGIONS + 1];
} BcCase;

typedef struct
{
  const BcMaps *maps;
  char         *today;
  GPtrArray    *results;  /* of BcImportCase */
  GHashTable   *cases;    /* name to BcCase */
} BcImport;

extern const BcCsvColumn bc_import_mark_columns[];
extern const guint       bc_import_n_mark_columns;

gboolean bc_import_mark        (BcImport       *import,
                                const BcCsv    *csv,
                                GError        **error);
gboolean bc_import_bad_value   (const BcCsv    *csv,
                                char           *problem,
                                GError        **error);
gboolean bc_import_refuse      (const BcCsv    *csv,
                                GError        **error,
                                const char     *format,
                                ...) G_GNUC_PRINTF (3, 4);
gboolean bc_import_check_case  (const BcCsv    *csv,
                                const char     *name,
                                GError        **error);
const char *bc_import_get_case (const BcCsv    *csv,
                                guint           column);
gboolean bc_import_read_number (const BcCsv    *csv,
                                guint           column,
                                const char     *what,
                                int             max,
                                int            *number,
                                GError        **error);
gboolean bc_import_read_term   (const BcCsv    *csv,
                                guint           column,
                                const char     *what,
                                const BcTerms  *terms,
                                int            *value,
                                GError        **error);

G_END_DECLS
