/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-clinic.h"
#include "bc-match.h"
#include "bc-picture.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define BC_TYPE_SUMMARY (bc_summary_get_type ())
G_DECLARE_FINAL_TYPE (BcSummary, bc_summary, BC, SUMMARY, GObject)

/**
 * BcSummaryKind:
 * @BC_SUMMARY_SESSION: the record of the visit: patient and visit, red flags, the views that carry marks with a
 *   legend, the symptom table, the findings that the clinician ticked with their reasons and sources, questions
 *   asked and answered, notes and plan
 * @BC_SUMMARY_LETTER: the same for a colleague, as a letter: shorter, with room for an address
 * @BC_SUMMARY_PATIENT: what the patient reported, in plain words, to take home: no finding, no red flag, no map, no
 *   test, and neither notes nor plan, which are written for colleagues
 *
 * Whom the paper is for.
 */
typedef enum
{
  BC_SUMMARY_SESSION,
  BC_SUMMARY_LETTER,
  BC_SUMMARY_PATIENT
} BcSummaryKind;

/**
 * BcPaper:
 * @BC_PAPER_LOCALE: the paper of the user's country
 * @BC_PAPER_A4: ISO 216 A4, 210 x 297 mm
 * @BC_PAPER_LETTER: ANSI Letter, 8.5 x 11 inches
 *
 * The paper of a PDF.
 */
typedef enum
{
  BC_PAPER_LOCALE,
  BC_PAPER_A4,
  BC_PAPER_LETTER
} BcPaper;

/**
 * BcSummaryFormat:
 * @BC_SUMMARY_AS_PDF: one file
 * @BC_SUMMARY_AS_SVG: a file a page
 * @BC_SUMMARY_AS_PNG: a file a page
 *
 * What kind of file the summary becomes.
 */
typedef enum
{
  BC_SUMMARY_AS_PDF,
  BC_SUMMARY_AS_SVG,
  BC_SUMMARY_AS_PNG
} BcSummaryFormat;

/**
 * BcPage:
 * @width: of the sheet, margins included
 * @height: of the sheet, margins included
 *
 * A sheet of any size, in points.
 */
typedef struct
{
  double width;
  double height;
  double left; /* margins */
  double right;
  double top;
  double bottom;
} BcPage;

/* 15 mm all round: what every printer reaches and every hole punch spares. Points. */
#define BC_PAPER_MARGIN (15.0 * 72 / 25.4)

void bc_paper_get_page (BcPaper  paper,
                        BcPage  *page);

/*
 * The summary of one visit, laid out for a page size. All lengths are points (1/72 inch). On every page stand page x
 * of y and the intended-use sentence.
 */
BcSummary *bc_summary_new           (BcChart       *chart,
                                     BcVisit       *visit,
                                     const BcMaps  *maps) G_GNUC_WARN_UNUSED_RESULT;
void       bc_summary_set_kind      (BcSummary     *self,
                                     BcSummaryKind  kind);
void       bc_summary_set_paper     (BcSummary     *self,
                                     BcPaper        paper);
void       bc_summary_set_page      (BcSummary     *self,
                                     const BcPage  *page);
void       bc_summary_set_clinic    (BcSummary     *self,
                                     BcClinic      *clinic); /* (nullable) */
/* What the document is called in viewers and print queues: translated, without a name. */
const char *bc_summary_get_title    (BcSummary     *self);
/* Lays out the pages; again after the page size changes. */
void       bc_summary_layout        (BcSummary     *self,
                                     PangoContext  *pango,
                                     double         width,
                                     double         height);
guint      bc_summary_get_n_pages   (BcSummary     *self);
char      *bc_summary_dup_page_text (BcSummary    *self,
                                     guint         page) G_GNUC_WARN_UNUSED_RESULT; /* from 0 */
void       bc_summary_draw_page     (BcSummary     *self,
                                     cairo_t       *cr,
                                     guint          page); /* from 0 */
/* On the paper that was set, margins included. Owner-only file, atomic as charts are. */
gboolean   bc_summary_export_pdf    (BcSummary     *self,
                                     GFile         *file,
                                     GError       **error);
GBytes    *bc_summary_write_pdf     (BcSummary     *self,
                                     GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   bc_summary_find_format   (const char      *file_name,
                                     BcSummaryFormat *format);
gboolean   bc_summary_export        (BcSummary       *self,
                                     GFile           *file,
                                     BcSummaryFormat  format,
                                     double           dpi,
                                     GError         **error);
void       bc_summary_prepare_fonts (void);
/* "Bodychart records what a patient reports ...": the one sentence for README, About and paper, translated. */
const char *bc_intended_use         (void);
/* The ranking as text for a terminal. */
char      *bc_findings_dup_text     (const BcFindings *findings,
                                     const BcMaps     *maps,
                                     BcVisit          *visit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
