/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_CORRECTION_FORM (bc_correction_form_get_type ())
G_DECLARE_FINAL_TYPE (BcCorrectionForm, bc_correction_form, BC, CORRECTION_FORM, GtkWidget)

/*
 * What of a signed visit is corrected, what is there, and what should be.
 *
 * Signal `changed`: bc_correction_form_is_complete() may have changed.
 */
GtkWidget  *bc_correction_form_new         (BcVisit          *visit,
                                            const char       *who); /* suggested */
gboolean    bc_correction_form_is_complete (BcCorrectionForm *self);
char       *bc_correction_form_dup_field   (BcCorrectionForm *self) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_correction_form_dup_after   (BcCorrectionForm *self) G_GNUC_WARN_UNUSED_RESULT;
const char *bc_correction_form_get_who     (BcCorrectionForm *self);
void        bc_correction_form_choose      (BcCorrectionForm *self,
                                            const char       *field, /* as bc_visit_dup_field() takes it */
                                            const char       *after);

G_END_DECLS
