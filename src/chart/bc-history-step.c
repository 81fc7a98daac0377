/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-history-step-private.h"

typedef struct
{
  GObject    *target;   /* the object, or the list */
  gboolean    hold;     /* a reference to the target is held */
  GParamSpec *pspec;    /* NULL for a splice */
  GValue      before;
  GValue      after;
  GObject    *item;     /* NULL for a set */
  guint       position;
  gboolean    insert;
} Operation;

static void
operation_free (gpointer data)
{
  Operation *operation = data;

  if (operation->pspec != NULL)
    {
      g_value_unset (&operation->before);
      g_value_unset (&operation->after);
    }
  if (operation->hold)
    g_object_unref (operation->target);
  g_clear_object (&operation->item);
  g_free (operation);
}

static void
operation_apply (Operation *operation,
                 gboolean   forward)
{
  if (operation->pspec != NULL)
    g_object_set_property (operation->target, operation->pspec->name,
                           forward ? &operation->after : &operation->before);
  else if (operation->insert == forward)
    g_list_store_insert (G_LIST_STORE (operation->target), operation->position, operation->item);
  else
    g_list_store_remove (G_LIST_STORE (operation->target), operation->position);
}

/**
 * bc_history_step_new:
 *
 * Returns: (transfer full): an empty step
 */
BcHistoryStep *
bc_history_step_new (void)
{
  BcHistoryStep *step = g_new0 (BcHistoryStep, 1);

  step->operations = g_ptr_array_new_with_free_func (operation_free);
  return step;
}

/**
 * bc_history_step_free:
 *
 * Frees the step and drops its references.
 */
void
bc_history_step_free (BcHistoryStep *step)
{
  if (step == NULL)
    return;
  g_free (step->label);
  g_ptr_array_unref (step->operations);
  g_free (step);
}

/**
 * bc_history_step_is_empty:
 *
 * Returns: whether the step changes nothing
 */
gboolean
bc_history_step_is_empty (BcHistoryStep *step)
{
  g_return_val_if_fail (step != NULL, TRUE);

  return step->operations->len == 0;
}

/**
 * bc_history_step_add_set:
 * @object: the object
 * @hold: whether the step keeps @object alive
 * @pspec: its property
 * @before: value before
 * @after: value after
 *
 * Adds a change of a property that was done already.
 */
void
bc_history_step_add_set (BcHistoryStep *step,
                         GObject       *object,
                         gboolean       hold,
                         GParamSpec    *pspec,
                         const GValue  *before,
                         const GValue  *after)
{
  Operation *operation;

  g_return_if_fail (step != NULL);

  /* A set commutes with everything but another set of the same property. */
  for (guint i = 0; i < step->operations->len; i++)
    {
      operation = g_ptr_array_index (step->operations, i);
      if (operation->target != object || operation->pspec != pspec)
        continue;
      g_value_copy (after, &operation->after);
      if (g_param_values_cmp (pspec, &operation->before, &operation->after) == 0)
        g_ptr_array_remove_index (step->operations, i);
      return;
    }

  operation = g_new0 (Operation, 1);
  operation->target = hold ? g_object_ref (object) : object;
  operation->hold = hold;
  operation->pspec = pspec;
  g_value_init (&operation->before, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_value_copy (before, &operation->before);
  g_value_init (&operation->after, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_value_copy (after, &operation->after);
  g_ptr_array_add (step->operations, operation);
}

/**
 * bc_history_step_add_splice:
 * @list: the list
 * @position: where
 * @item: what was put in or taken out
 * @insert: whether it was put in
 *
 * Adds a change of a list that was done already.
 */
void
bc_history_step_add_splice (BcHistoryStep *step,
                            GListStore    *list,
                            guint          position,
                            gpointer       item,
                            gboolean       insert)
{
  Operation *operation;

  g_return_if_fail (step != NULL);

  for (guint i = step->operations->len; i > 0; i--)
    {
      operation = g_ptr_array_index (step->operations, i - 1);
      if (operation->target != G_OBJECT (list))
        continue;
      if (operation->item == item && operation->position == position && operation->insert != insert)
        {
          g_ptr_array_remove_index (step->operations, i - 1);
          return;
        }
      break;
    }

  operation = g_new0 (Operation, 1);
  operation->target = g_object_ref (G_OBJECT (list));
  operation->hold = TRUE;
  operation->item = g_object_ref (item);
  operation->position = position;
  operation->insert = insert;
  g_ptr_array_add (step->operations, operation);
}

static Operation *
get_operation (BcHistoryStep *step,
               guint          i)
{
  return g_ptr_array_index (step->operations, i);
}

/* One text or number that is being typed, and what follows from its change; no more than sets of properties. */
static gboolean
is_typing (BcHistoryStep *step)
{
  guint n_texts = 0;

  for (guint i = 0; i < step->operations->len; i++)
    {
      if (get_operation (step, i)->pspec == NULL)
        return FALSE;
      n_texts += G_IS_PARAM_SPEC_STRING (get_operation (step, i)->pspec);
    }
  if (step->operations->len == 0)
    return FALSE;
  return step->typed || (n_texts == 1 && G_IS_PARAM_SPEC_STRING (get_operation (step, 0)->pspec));
}

/**
 * bc_history_step_continues:
 * @earlier: the step before
 *
 * Returns: whether both steps are typing in the same text or number
 */
gboolean
bc_history_step_continues (BcHistoryStep *step,
                           BcHistoryStep *earlier)
{
  Operation *mine;
  Operation *other;

  g_return_val_if_fail (step != NULL && earlier != NULL, FALSE);

  if (!is_typing (step) || !is_typing (earlier))
    return FALSE;
  mine = get_operation (step, 0);
  other = get_operation (earlier, 0);
  return mine->target == other->target && mine->pspec == other->pspec && g_strcmp0 (step->label, earlier->label) == 0;
}

/**
 * bc_history_step_absorb:
 * @later: a step that continues this one
 *
 * Makes both one; the result is empty where @later brought the first values back.
 */
void
bc_history_step_absorb (BcHistoryStep *step,
                        BcHistoryStep *later)
{
  g_return_if_fail (bc_history_step_continues (later, step));

  for (guint i = 0; i < later->operations->len; i++)
    {
      Operation *operation = get_operation (later, i);

      bc_history_step_add_set (step, operation->target, operation->hold, operation->pspec, &operation->before,
                               &operation->after);
    }
}

/**
 * bc_history_step_list_targets:
 *
 * Returns: (transfer container) (element-type GObject): the objects and lists that the step changes, in its order
 */
GPtrArray *
bc_history_step_list_targets (BcHistoryStep *step)
{
  GPtrArray *targets = g_ptr_array_new ();

  g_return_val_if_fail (step != NULL, targets);

  for (guint i = 0; i < step->operations->len; i++)
    g_ptr_array_add (targets, get_operation (step, i)->target);
  return targets;
}

/**
 * bc_history_step_apply:
 * @forward: %TRUE to do it again, %FALSE to take it back
 *
 * Does or undoes all operations, in order or in reverse.
 */
void
bc_history_step_apply (BcHistoryStep *step,
                       gboolean       forward)
{
  g_return_if_fail (step != NULL);

  for (guint i = 0; i < step->operations->len; i++)
    operation_apply (g_ptr_array_index (step->operations, forward ? i : step->operations->len - 1 - i), forward);
}
