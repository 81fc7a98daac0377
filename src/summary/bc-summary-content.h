/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-match.h"
#include "bc-summary-flow.h"
#include "bc-summary.h"

G_BEGIN_DECLS

/**
 * BcContent:
 *
 * What a summary is made from, and the flow that its blocks go into, while it is laid out. All borrowed.
 */
typedef struct
{
  BcChart          *chart;
  BcVisit          *visit;
  const BcMaps     *maps;
  const BcFindings *findings;
  BcSummaryKind     kind;
  BcClinic         *clinic; /* (nullable) */
  PangoContext     *pango;
  BcFlow           *flow;
  guint             last_group;
  double            section_space; /* above a heading, points */
  double            figure_share;  /* the figures take no more of a page's height than this, 0..1 */
  gboolean          brief;         /* leave out what is elsewhere on the paper, or only detail */
} BcContent;

/* Room between two paragraphs, points. */
#define BC_PARAGRAPH_SPACE 4.0

void     bc_content_build           (BcContent    *self);

BcBlock *bc_content_add_block       (BcContent    *self,
                                     double        before);
BcBlock *bc_content_add_text        (BcContent    *self,
                                     BcFont        font,
                                     const char   *text,
                                     double        before);
BcBlock *bc_content_add_heading     (BcContent    *self,
                                     const char   *text);
BcBlock *bc_content_add_pair        (BcContent    *self,
                                     const char   *label,
                                     const char   *text,
                                     double        start);
void     bc_content_add_pair_to     (BcContent    *self,
                                     BcBlock      *block,
                                     const char   *label,
                                     const char   *text,
                                     double        start,
                                     double        column,
                                     double        width);
void     bc_content_add_cell        (BcContent    *self,
                                     BcBlock      *block,
                                     BcFont        font,
                                     const char   *text,
                                     double        x,
                                     double        width);
gboolean bc_content_has_marks       (BcContent    *self);
char    *bc_content_dup_answers     (BcContent    *self,
                                     BcAnswerValue value) G_GNUC_WARN_UNUSED_RESULT;
void     bc_content_add_notes       (BcContent    *self,
                                     const char   *heading,
                                     const char   *notes);
void     bc_content_keep_last       (BcContent    *self);
void     bc_content_add_signature   (BcContent    *self,
                                     double        before);

/* One a section, in the order of the paper. */
void     bc_content_add_letterhead  (BcContent    *self);
void     bc_content_add_header      (BcContent    *self);
void     bc_content_add_red_flags   (BcContent    *self);
void     bc_content_prepare_figures (BcChart      *chart,
                                     BcVisit      *visit);
void     bc_content_add_figures     (BcContent    *self);
void     bc_content_add_legend      (BcContent    *self,
                                     guint         group,
                                     gboolean      has_letters);
guint    bc_content_add_both        (BcContent    *self,
                                     BcVisit      *understood,
                                     double        share); /* the group that the figures are in */
void     bc_content_add_symptoms    (BcContent    *self);
void     bc_content_add_drawings    (BcContent    *self);
void     bc_content_add_comparison  (BcContent    *self);
void     bc_content_add_ticked      (BcContent    *self);
/* Of the letter. */
void     bc_content_add_address     (BcContent    *self);
void     bc_content_add_salutation  (BcContent    *self);
void     bc_content_add_closing     (BcContent    *self);
/* Of the patient's copy. */
void     bc_content_add_greeting    (BcContent    *self);
void     bc_content_add_plain_symptoms (BcContent *self);
void     bc_content_add_plain_answers (BcContent  *self);
void     bc_content_add_agreed      (BcContent    *self);

void     bc_content_add_retests     (BcContent    *self);
void     bc_content_add_scores      (BcContent    *self);
void     bc_content_add_signed      (BcContent    *self);

char    *bc_source_dup_short        (const BcSource *source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
