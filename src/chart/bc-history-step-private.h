/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What one undo takes back: operations in the order in which they were done. Sets of one property become one
 * operation, and a splice that undoes the last one of its list takes that one away, so a step that changes
 * nothing in the end is empty.
 */
typedef struct
{
  char      *label; /* (nullable) */
  GPtrArray *operations;
  gboolean   final; /* once saved, it is not taken back */
  gboolean   typed; /* a number of which each digit is a change; of texts that is known without */
} BcHistoryStep;

BcHistoryStep *bc_history_step_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void           bc_history_step_free        (BcHistoryStep *step);
gboolean       bc_history_step_is_empty    (BcHistoryStep *step);
void           bc_history_step_add_set     (BcHistoryStep *step,
                                            GObject       *object,
                                            gboolean       hold,
                                            GParamSpec    *pspec,
                                            const GValue  *before,
                                            const GValue  *after);
void           bc_history_step_add_splice  (BcHistoryStep *step,
                                            GListStore    *list,
                                            guint          position,
                                            gpointer       item,
                                            gboolean       insert);
GPtrArray     *bc_history_step_list_targets (BcHistoryStep *step) G_GNUC_WARN_UNUSED_RESULT;
gboolean       bc_history_step_continues   (BcHistoryStep *step,
                                            BcHistoryStep *earlier);
void           bc_history_step_absorb      (BcHistoryStep *step,
                                            BcHistoryStep *later);
void           bc_history_step_apply       (BcHistoryStep *step,
                                            gboolean       forward);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcHistoryStep, bc_history_step_free)

G_END_DECLS
