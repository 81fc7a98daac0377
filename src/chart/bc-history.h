/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_HISTORY (bc_history_get_type ())
G_DECLARE_FINAL_TYPE (BcHistory, bc_history, BC, HISTORY, GObject)

/*
 * Undo and redo. The whole model is objects with properties and list stores with items, so two primitive
 * operations, each with its inverse, reach everything: set a property, and splice one item in or out.
 * A step is what one undo takes back: everything between bc_history_begin() and bc_history_end(), or one
 * operation on its own. Successive string edits of the same property within two seconds make one step.
 *
 * Signal `changed`: after every step, undo and redo. Signal `refused`: an edit of a signed visit was refused.
 * Properties can-undo, can-redo, modified notify too.
 */
BcHistory  *bc_history_new            (void) G_GNUC_WARN_UNUSED_RESULT;

void        bc_history_begin          (BcHistory  *self,
                                       const char *label); /* translated, as "Mark a region" */
void        bc_history_end            (BcHistory  *self);
void        bc_history_seal           (BcHistory  *self); /* the next edit of a text or number is a step of its own */
void        bc_history_set_int        (BcHistory  *self,
                                       gpointer    object,
                                       const char *property,
                                       int         value); /* for int and uint properties */
void        bc_history_set_typed_int  (BcHistory  *self,
                                       gpointer    object,
                                       const char *property,
                                       int         value); /* digit by digit */
void        bc_history_set_string     (BcHistory  *self,
                                       gpointer    object,
                                       const char *property,
                                       const char *value);
void        bc_history_insert         (BcHistory  *self,
                                       GListStore *list,
                                       guint       position,
                                       gpointer    item);
void        bc_history_append         (BcHistory  *self,
                                       GListStore *list,
                                       gpointer    item);
void        bc_history_remove         (BcHistory  *self,
                                       GListStore *list,
                                       guint       position);

void        bc_history_refuse         (BcHistory  *self);

gboolean    bc_history_can_undo       (BcHistory  *self);
gboolean    bc_history_can_redo       (BcHistory  *self);
const char *bc_history_get_undo_label (BcHistory  *self); /* (nullable) */
const char *bc_history_get_redo_label (BcHistory  *self); /* (nullable) */
GPtrArray  *bc_history_list_undo_targets (BcHistory *self) G_GNUC_WARN_UNUSED_RESULT; /* of GObject */
GPtrArray  *bc_history_list_redo_targets (BcHistory *self) G_GNUC_WARN_UNUSED_RESULT;
void        bc_history_undo           (BcHistory  *self);
void        bc_history_redo           (BcHistory  *self);

gboolean    bc_history_get_modified   (BcHistory  *self);
void        bc_history_set_saved      (BcHistory  *self);
void        bc_history_set_unsaved    (BcHistory  *self); /* a save failed: modified until the next one succeeds */

G_END_DECLS
