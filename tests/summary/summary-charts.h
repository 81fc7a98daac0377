/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-summary.h"

/* Makes charts for the tests of the summary, and reads PDFs back by poppler's tools. */

BcChart   *make_empty_chart (BcVisit    **visit);
BcChart   *make_full_chart  (BcVisit    **visit);
BcSymptom *add_symptom      (BcChart     *chart,
                             BcVisit     *visit,
                             const char  *sites,
                             const char  *radiations);
void       clear_regions    (BcChart     *chart,
                             BcVisit     *visit,
                             const char  *regions);
GArray    *regions_from_ids (const char  *ids);

GFile     *export_pdf       (BcChart     *chart,
                             BcVisit     *visit);
GFile     *export_kind      (BcChart       *chart,
                             BcVisit       *visit,
                             BcSummaryKind  kind,
                             BcPaper        paper);
void       drop_pdf         (GFile       *file);
char      *run_on_pdf       (GFile       *file,
                             const char  *tool,
                             const char  *option);
char      *squeeze          (char        *text);
char      *dup_kind_text    (BcChart       *chart,
                             BcVisit       *visit,
                             BcSummaryKind  kind);
void       assert_has       (const char  *text,
                             const char  *words);
void       assert_lacks     (const char  *text,
                             const char  *words);
void       assert_inside    (GFile       *file); /* no word lies outside of the margins */
char      *dup_repeated     (const char  *word,
                             guint        n_chars);
guint      count_words      (const char  *text,
                             const char  *word);
double     compare_pictures (cairo_surface_t *one,
                             cairo_surface_t *other); /* of one size: the share of pixels that differ */
