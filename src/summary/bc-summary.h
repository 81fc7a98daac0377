/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-match.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define BC_TYPE_SUMMARY (bc_summary_get_type ())
G_DECLARE_FINAL_TYPE (BcSummary, bc_summary, BC, SUMMARY, GObject)

/*
 * The session summary of one visit, laid out for a page size. All lengths are points (1/72 inch).
 *
 * On paper: patient and visit, the views that carry marks with a legend, the symptom table, red flags, the
 * findings that the clinician ticked with their reasons and sources, questions asked and answered, notes and
 * plan, page x of y, and the intended-use sentence on every page.
 */
BcSummary *bc_summary_new           (BcChart       *chart,
                                     BcVisit       *visit,
                                     const BcMaps  *maps) G_GNUC_WARN_UNUSED_RESULT;
/* Lays out the pages; again after the page size changes. */
void       bc_summary_layout        (BcSummary     *self,
                                     PangoContext  *pango,
                                     double         width,
                                     double         height);
guint      bc_summary_get_n_pages   (BcSummary     *self);
void       bc_summary_draw_page     (BcSummary     *self,
                                     cairo_t       *cr,
                                     guint          page); /* from 0 */
/* A4 or Letter by the locale, margins included. Owner-only file, atomic as charts are. */
gboolean   bc_summary_export_pdf    (BcSummary     *self,
                                     GFile         *file,
                                     GError       **error);
/* "Bodychart records what a patient reports ...": the one sentence for README, About and paper, translated. */
const char *bc_intended_use         (void);
/* The ranking as text for a terminal. */
char      *bc_findings_dup_text     (const BcFindings *findings,
                                     const BcMaps     *maps,
                                     BcVisit          *visit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
