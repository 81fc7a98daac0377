/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_NOTICE_BAR (bc_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (BcNoticeBar, bc_notice_bar, BC, NOTICE_BAR, GtkWidget)

/* Says above the chart what holds until it is closed, as a toast cannot, which keeps the next ones waiting. */
GtkWidget *bc_notice_bar_new      (void);
void       bc_notice_bar_set_text (BcNoticeBar *self,
                                   const char  *text,
                                   const char  *label,
                                   const char  *action);

G_END_DECLS
