/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_COMPARE_SCOPE (bc_compare_scope_get_type ())
G_DECLARE_FINAL_TYPE (BcCompareScope, bc_compare_scope, BC, COMPARE_SCOPE, GtkWidget)

/*
 * What of two visits is shown: the whole visit or one symptom, the whole body or where something changed, the patient's
 * drawing or the clinician's.
 * Signals: `chosen`: another symptom, or closer; `drawing`: another drawing, so that all is to be compared anew.
 */
GtkWidget *bc_compare_scope_new         (void);
void       bc_compare_scope_set         (BcCompareScope     *self,
                                         const BcComparison *comparison); /* (nullable) */
void       bc_compare_scope_allow_clinician (BcCompareScope *self,
                                         gboolean            allow);
int        bc_compare_scope_get_symptom (BcCompareScope     *self); /* its number; 0: all */
gboolean   bc_compare_scope_get_zoomed  (BcCompareScope     *self);
BcDrawing  bc_compare_scope_get_drawing (BcCompareScope     *self);

G_END_DECLS
