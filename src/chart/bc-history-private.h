/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-history.h"
#include "bc-history-step-private.h"

G_BEGIN_DECLS

/* Whether @target, an object or a list of the document, may be changed. */
typedef gboolean (*BcHistoryGuard) (gpointer owner,
                                    GObject *target);
/* @target was changed; what the hook changes through the history belongs to the same step. */
typedef void (*BcHistoryTouch) (gpointer   owner,
                                BcHistory *history,
                                GObject   *target);

/* Microseconds of some steady clock. Tests bring their own, so that they need not wait. */
typedef gint64 (*BcHistoryClock) (void);

struct _BcHistory
{
  GObject         parent_instance;

  gpointer        owner;    /* not held */
  GPtrArray      *steps;    /* of BcHistoryStep; the first @done are done, the others undone */
  int             done;
  int             floor;    /* the first steps that cannot be taken back, since they are final and saved */
  int             floor_before; /* the last saving */
  int             saved;    /* the value of @done at which the document is as saved */
  BcHistoryStep  *open;     /* between begin and end */
  guint           depth;
  gboolean        sealed;   /* the last step takes no more typing */
  gboolean        applying; /* undo or redo is at work */
  gint64          last_time;
  BcHistoryClock  clock;
  BcHistoryGuard  guard;    /* (nullable) */
  BcHistoryTouch  touch;    /* (nullable) */

  /* What the properties said last. */
  gboolean        told_can_undo;
  gboolean        told_can_redo;
  gboolean        told_modified;
};

/* The document that owns the history: steps hold no reference to it, else neither would ever be freed. */
void bc_history_set_owner (BcHistory      *self,
                           gpointer        owner);
void bc_history_set_hooks (BcHistory      *self,
                           BcHistoryGuard  guard,
                           BcHistoryTouch  touch);
void bc_history_make_final (BcHistory     *self);
void bc_history_set_clock (BcHistory      *self,
                           BcHistoryClock  clock);

/* What the parts of the history share. */
BcHistoryStep *bc_history_ensure_open     (BcHistory *self); /* (transfer none) */
void           bc_history_commit_if_alone (BcHistory *self);
void           bc_history_tell_changed    (BcHistory *self);

G_END_DECLS
