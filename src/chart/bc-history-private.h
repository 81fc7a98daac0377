/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-history.h"

G_BEGIN_DECLS

/* Microseconds of some steady clock. Tests bring their own, so that they need not wait. */
/* Whether @target, an object or a list of the document, may be changed. */
typedef gboolean (*BcHistoryGuard) (gpointer owner,
                                    GObject *target);
/* @target was changed; what the hook changes through the history belongs to the same step. */
typedef void (*BcHistoryTouch) (gpointer   owner,
                                BcHistory *history,
                                GObject   *target);

typedef gint64 (*BcHistoryClock) (void);

/* The document that owns the history: steps hold no reference to it, else neither would ever be freed. */
void bc_history_set_owner (BcHistory      *self,
                           gpointer        owner);
void bc_history_set_hooks (BcHistory      *self,
                           BcHistoryGuard  guard,
                           BcHistoryTouch  touch);
void bc_history_refuse    (BcHistory      *self);
void bc_history_make_final (BcHistory     *self);
void bc_history_set_clock (BcHistory      *self,
                           BcHistoryClock  clock);

G_END_DECLS
