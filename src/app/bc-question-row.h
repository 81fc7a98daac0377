/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"
#include "bc-terms.h"
#include "bc-visit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_QUESTION_ROW (bc_question_row_get_type ())
G_DECLARE_FINAL_TYPE (BcQuestionRow, bc_question_row, BC, QUESTION_ROW, GtkListBoxRow)

/*
 * A question with its answers as one tap each: yes and no, or for a factor worse, better and no change. A
 * second tap takes the answer back. Signal `answered` (int, BcAnswerValue) follows a tap only. Below it, where given,
 * why it is asked now, and how to do the test, behind a line that opens.
 */
GtkWidget  *bc_question_row_new       (const char    *id,
                                       const char    *question,
                                       gboolean       factor);
void        bc_question_row_set_how   (BcQuestionRow *self,
                                       const char    *how,
                                       BcLoad         load);
void        bc_question_row_set_reason (BcQuestionRow *self,
                                        const char    *reason,
                                        const char    *directions);
const char *bc_question_row_get_reason (BcQuestionRow *self);
void        bc_question_row_set_open  (BcQuestionRow *self,
                                       gboolean       open);
gboolean    bc_question_row_get_open  (BcQuestionRow *self);
const char *bc_question_row_get_id    (BcQuestionRow *self);
const char *bc_question_row_get_question (BcQuestionRow *self);
void        bc_question_row_show      (BcQuestionRow *self,
                                       BcVisit       *visit);
void        bc_question_row_set_value (BcQuestionRow *self,
                                       BcAnswerValue  value);
BcAnswerValue bc_question_row_get_value (BcQuestionRow *self);
GtkWidget  *bc_question_row_new_list  (const char    *title);
void        bc_question_row_refresh_list (GtkWidget  *list,
                                       BcVisit       *visit);

G_END_DECLS
