/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-history.h"

G_BEGIN_DECLS

/* Microseconds of some steady clock. Tests bring their own, so that they need not wait. */
typedef gint64 (*BcHistoryClock) (void);

/* The document that owns the history: steps hold no reference to it, else neither would ever be freed. */
void bc_history_set_owner (BcHistory      *self,
                           gpointer        owner);
void bc_history_set_clock (BcHistory      *self,
                           BcHistoryClock  clock);

G_END_DECLS
