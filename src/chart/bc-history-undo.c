/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The history back and forth.
 */

#include "bc-history-private.h"

static void
move (BcHistory *self,
      gboolean   forward)
{
  BcHistoryStep *step = g_ptr_array_index (self->steps, forward ? self->done : self->done - 1);

  self->applying = TRUE;
  bc_history_step_apply (step, forward);
  self->applying = FALSE;
  self->done += forward ? 1 : -1;
  self->sealed = TRUE;
  bc_history_tell_changed (self);
}

/**
 * bc_history_can_undo:
 *
 * Returns: whether there is a step to take back
 */
gboolean
bc_history_can_undo (BcHistory *self)
{
  g_return_val_if_fail (BC_IS_HISTORY (self), FALSE);

  return self->done > self->floor;
}

/**
 * bc_history_can_redo:
 *
 * Returns: whether there is a step to do again
 */
gboolean
bc_history_can_redo (BcHistory *self)
{
  g_return_val_if_fail (BC_IS_HISTORY (self), FALSE);

  return self->done < (int) self->steps->len;
}

/**
 * bc_history_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what bc_history_undo() would take back
 */
const char *
bc_history_get_undo_label (BcHistory *self)
{
  g_return_val_if_fail (BC_IS_HISTORY (self), NULL);

  if (!bc_history_can_undo (self))
    return NULL;
  return ((BcHistoryStep *) g_ptr_array_index (self->steps, self->done - 1))->label;
}

/**
 * bc_history_get_redo_label:
 *
 * Returns: (transfer none) (nullable): what bc_history_redo() would do again
 */
const char *
bc_history_get_redo_label (BcHistory *self)
{
  g_return_val_if_fail (BC_IS_HISTORY (self), NULL);

  if (!bc_history_can_redo (self))
    return NULL;
  return ((BcHistoryStep *) g_ptr_array_index (self->steps, self->done))->label;
}

static GPtrArray *
list_targets (BcHistory *self,
              gboolean   there,
              int        step)
{
  return there ? bc_history_step_list_targets (g_ptr_array_index (self->steps, step)) : g_ptr_array_new ();
}

/**
 * bc_history_list_undo_targets:
 *
 * Returns: (transfer container) (element-type GObject): the objects and lists that bc_history_undo() would change; some
 *   of them may not be in the document now
 */
GPtrArray *
bc_history_list_undo_targets (BcHistory *self)
{
  g_return_val_if_fail (BC_IS_HISTORY (self), g_ptr_array_new ());

  return list_targets (self, bc_history_can_undo (self), self->done - 1);
}

/**
 * bc_history_list_redo_targets:
 *
 * Returns: (transfer container) (element-type GObject): likewise of bc_history_redo()
 */
GPtrArray *
bc_history_list_redo_targets (BcHistory *self)
{
  g_return_val_if_fail (BC_IS_HISTORY (self), g_ptr_array_new ());

  return list_targets (self, bc_history_can_redo (self), self->done);
}

/**
 * bc_history_undo:
 *
 * Takes the last step back, if there is one. Not inside a step.
 */
void
bc_history_undo (BcHistory *self)
{
  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (self->depth == 0 && !self->applying);

  if (bc_history_can_undo (self))
    move (self, FALSE);
}

/**
 * bc_history_redo:
 *
 * Does the step that was taken back last again, if there is one. Not inside a step.
 */
void
bc_history_redo (BcHistory *self)
{
  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (self->depth == 0 && !self->applying);

  if (bc_history_can_redo (self))
    move (self, TRUE);
}
