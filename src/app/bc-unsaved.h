/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-document.h"
#include "bc-journal.h"

G_BEGIN_DECLS

/**
 * BcUnsaved:
 *
 * Puts down the unsaved work of a document, within two seconds of an edit, so that a crash does not lose it.
 * Private to the document.
 */
typedef struct _BcUnsaved BcUnsaved;

typedef void (*BcUnsavedTell) (BcDocument *document,
                               const char *problem);

BcUnsaved *bc_unsaved_new    (BcDocument    *document, /* (not owned) */
                              BcUnsavedTell  tell) G_GNUC_WARN_UNUSED_RESULT;
void       bc_unsaved_free   (BcUnsaved     *self);
void       bc_unsaved_adopt  (BcUnsaved     *self,
                              BcJournal     *journal);
void       bc_unsaved_update (BcUnsaved     *self);
gboolean   bc_unsaved_keep   (BcUnsaved     *self,
                              GError       **error);

G_END_DECLS
