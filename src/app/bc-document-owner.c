/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The note beside the file of a document, by which others learn that it is open here.
 */

#include "bc-document-private.h"

void
bc_document_disown (BcDocument *self)
{
  g_clear_pointer (&self->owner, bc_owner_release);
  g_clear_pointer (&self->other, bc_owner_note_free);
}

/* Tells others that this document has @file, and no other one any more. */
void
bc_document_own (BcDocument *self,
                 GFile      *file)
{
  bc_document_disown (self);
  self->owner = bc_owner_claim (file, &self->other);
}

/**
 * bc_document_claim:
 *
 * Tells others that this document has the file, where it took the place of another one.
 */
void
bc_document_claim (BcDocument *self)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));
  g_return_if_fail (self->file != NULL);

  bc_document_own (self, self->file);
}

/**
 * bc_document_get_other:
 *
 * Returns: (transfer none) (nullable): who had the chart open already when it was opened here
 */
const BcOwnerNote *
bc_document_get_other (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->other;
}
