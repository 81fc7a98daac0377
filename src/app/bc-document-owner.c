/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The note beside the file of a document, by which others learn that it is open here.
 */

#include "bc-document-private.h"

static gboolean
touch_cb (gpointer data)
{
  BcDocument *self = data;

  bc_owner_touch (self->owner);
  return G_SOURCE_CONTINUE;
}

/* @owner: (transfer full) (nullable) */
void
bc_document_take_owner (BcDocument *self,
                        BcOwner    *owner)
{
  self->owner = owner;
  if (owner != NULL)
    self->touch = g_timeout_add_seconds (BC_OWNER_TOUCH_S, touch_cb, self);
}

void
bc_document_disown (BcDocument *self)
{
  g_clear_handle_id (&self->touch, g_source_remove);
  g_clear_pointer (&self->owner, bc_owner_release);
  g_clear_pointer (&self->other, bc_owner_note_free);
}

/* Tells others that this document has @file, and no other one any more. */
void
bc_document_own (BcDocument *self,
                 GFile      *file)
{
  bc_document_disown (self);
  bc_document_take_owner (self, bc_owner_claim (file, &self->other));
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
 * bc_document_take_over:
 *
 * Tells others that this document has the file, in the place of who bc_document_get_other() names.
 *
 * Returns: whether they are told; if not, somebody else may have come
 */
gboolean
bc_document_take_over (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->file != NULL && self->owner == NULL, FALSE);

  bc_document_take_owner (self, bc_owner_take_over (self->file, &self->other));
  return self->owner != NULL;
}

/**
 * bc_document_get_other:
 *
 * Returns: (transfer none) (nullable): who had the chart open already when it was opened here, and was not taken over
 */
const BcOwnerNote *
bc_document_get_other (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->other;
}
