/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-terms.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_CHOICE_ROW (bc_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (BcChoiceRow, bc_choice_row, BC, CHOICE_ROW, GtkWidget)

/*
 * A button for each word of a vocabulary: one tap says it, a tap on the pressed one takes it back.
 * Signal: `chosen` (int, the value of the word that was tapped); the row shows a new value only when it is set.
 */
GtkWidget *bc_choice_row_new       (const BcTerms *terms,
                                    const char    *name,   /* what is asked, translated */
                                    gboolean       several); /* values are flags, of which several may hold */
void       bc_choice_row_set_value (BcChoiceRow   *self,
                                    guint          value); /* flags, or one value, 0 for none */

G_END_DECLS
