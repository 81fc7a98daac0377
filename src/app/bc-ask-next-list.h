/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"
#include "bc-visit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_ASK_NEXT_LIST (bc_ask_next_list_get_type ())
G_DECLARE_FINAL_TYPE (BcAskNextList, bc_ask_next_list, BC, ASK_NEXT_LIST, GtkWidget)

/*
 * What to ask or test next, why, and how. Signal `answered` (string id, int BcAnswerValue) follows a tap only.
 */
GtkWidget *bc_ask_next_list_new          (void);
void       bc_ask_next_list_set_findings (BcAskNextList    *self,
                                          const BcFindings *findings,
                                          BcVisit          *visit);
void       bc_ask_next_list_refresh      (BcAskNextList    *self,
                                          BcVisit          *visit);
gboolean   bc_ask_next_list_has          (BcAskNextList    *self,
                                          const char       *id);
gboolean   bc_ask_next_list_is_empty     (BcAskNextList    *self);

G_END_DECLS
