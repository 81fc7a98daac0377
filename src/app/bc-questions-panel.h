/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_QUESTIONS_PANEL (bc_questions_panel_get_type ())
G_DECLARE_FINAL_TYPE (BcQuestionsPanel, bc_questions_panel, BC, QUESTIONS_PANEL, GtkWidget)

/*
 * Questions and bedside tests: on top those that would most tell the leading findings apart, below the ones that
 * bear on them, by kind; the search field reaches all. What was answered stays in sight.
 */
GtkWidget *bc_questions_panel_new          (void);
void       bc_questions_panel_set_chart    (BcQuestionsPanel *self,
                                            BcChart          *chart,
                                            BcVisit          *visit);
void       bc_questions_panel_set_findings (BcQuestionsPanel *self,
                                            const BcFindings *findings); /* (nullable): hidden; not kept */

G_END_DECLS
