/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Edits that go through the history: properties set, items put into lists and taken out.
 */

#include "bc-history-private.h"

/* Some of a document may be closed to edits; who tried is told. */
static gboolean
may_change (BcHistory *self,
            gpointer   target)
{
  if (self->guard == NULL || self->guard (self->owner, target))
    return TRUE;
  bc_history_refuse (self);
  return FALSE;
}

static void
tell_touched (BcHistory *self,
              gpointer   target)
{
  if (self->touch == NULL)
    return;
  self->depth++;
  self->touch (self->owner, self, target);
  self->depth--;
}

static void
set_property_value (BcHistory    *self,
                    GObject      *object,
                    GParamSpec   *pspec,
                    const GValue *value)
{
  g_auto(GValue) before = G_VALUE_INIT;
  g_auto(GValue) after = G_VALUE_INIT;

  g_value_init (&before, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_object_get_property (object, pspec->name, &before);
  if (g_param_values_cmp (pspec, &before, value) == 0)
    return;

  /* An undo that is answered by an edit would never end where it said. */
  g_return_if_fail (!self->applying);

  if (!may_change (self, object))
    return;
  g_object_set_property (object, pspec->name, value);
  g_value_init (&after, G_PARAM_SPEC_VALUE_TYPE (pspec));
  g_object_get_property (object, pspec->name, &after);
  if (g_param_values_cmp (pspec, &before, &after) == 0)
    return;
  bc_history_step_add_set (bc_history_ensure_open (self), object, object != self->owner, pspec, &before, &after);
  tell_touched (self, object);
  bc_history_commit_if_alone (self);
}

/**
 * bc_history_set_int:
 * @object: a #GObject of the document
 * @property: an int or uint property
 * @value: the new value
 *
 * Sets a property and remembers the value before.
 */
void
bc_history_set_int (BcHistory  *self,
                    gpointer    object,
                    const char *property,
                    int         value)
{
  g_auto(GValue) box = G_VALUE_INIT;
  GParamSpec *pspec;

  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (G_IS_OBJECT (object));

  pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);
  g_return_if_fail (G_IS_PARAM_SPEC_INT (pspec) || (G_IS_PARAM_SPEC_UINT (pspec) && value >= 0));

  g_value_init (&box, G_PARAM_SPEC_VALUE_TYPE (pspec));
  if (G_IS_PARAM_SPEC_INT (pspec))
    g_value_set_int (&box, value);
  else
    g_value_set_uint (&box, (guint) value);
  set_property_value (self, object, pspec, &box);
}

/**
 * bc_history_set_typed_int:
 * @object: a #GObject of the document
 * @property: an int or uint property
 * @value: the new value
 *
 * As bc_history_set_int(), for a number that is typed digit by digit: like the edits of a text, those of one property,
 * each within two seconds of the one before, make one step.
 */
void
bc_history_set_typed_int (BcHistory  *self,
                          gpointer    object,
                          const char *property,
                          int         value)
{
  g_return_if_fail (BC_IS_HISTORY (self));

  bc_history_begin (self, NULL);
  bc_history_ensure_open (self)->typed = TRUE;
  bc_history_set_int (self, object, property, value);
  bc_history_end (self);
}

/**
 * bc_history_set_string:
 * @object: a #GObject of the document
 * @property: a string property
 * @value: (nullable): the new value; %NULL is taken as ""
 *
 * Sets a property and remembers the value before. Edits of the same text, each within two seconds of the one
 * before, make one step.
 */
void
bc_history_set_string (BcHistory  *self,
                       gpointer    object,
                       const char *property,
                       const char *value)
{
  g_auto(GValue) box = G_VALUE_INIT;
  GParamSpec *pspec;

  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (G_IS_OBJECT (object));

  pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);
  g_return_if_fail (G_IS_PARAM_SPEC_STRING (pspec));

  g_value_init (&box, G_TYPE_STRING);
  g_value_set_string (&box, value != NULL ? value : "");
  set_property_value (self, object, pspec, &box);
}

/**
 * bc_history_insert:
 * @list: a list of the document
 * @position: where, at most its length
 * @item: a #GObject of the list's type
 *
 * Puts an item into a list and remembers it.
 */
void
bc_history_insert (BcHistory  *self,
                   GListStore *list,
                   guint       position,
                   gpointer    item)
{
  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (G_IS_LIST_STORE (list));
  g_return_if_fail (G_IS_OBJECT (item));
  g_return_if_fail (position <= g_list_model_get_n_items (G_LIST_MODEL (list)));
  g_return_if_fail (!self->applying);

  if (!may_change (self, list))
    return;
  g_list_store_insert (list, position, item);
  bc_history_step_add_splice (bc_history_ensure_open (self), list, position, item, TRUE);
  tell_touched (self, list);
  bc_history_commit_if_alone (self);
}

/**
 * bc_history_append:
 * @list: a list of the document
 * @item: a #GObject of the list's type
 *
 * Puts an item at the end of a list and remembers it.
 */
void
bc_history_append (BcHistory  *self,
                   GListStore *list,
                   gpointer    item)
{
  g_return_if_fail (G_IS_LIST_STORE (list));

  bc_history_insert (self, list, g_list_model_get_n_items (G_LIST_MODEL (list)), item);
}

/**
 * bc_history_remove:
 * @list: a list of the document
 * @position: of the item
 *
 * Takes an item out of a list and remembers it.
 */
void
bc_history_remove (BcHistory  *self,
                   GListStore *list,
                   guint       position)
{
  g_autoptr(GObject) item = NULL;

  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (G_IS_LIST_STORE (list));
  g_return_if_fail (position < g_list_model_get_n_items (G_LIST_MODEL (list)));
  g_return_if_fail (!self->applying);

  if (!may_change (self, list))
    return;
  item = g_list_model_get_item (G_LIST_MODEL (list), position);
  g_list_store_remove (list, position);
  bc_history_step_add_splice (bc_history_ensure_open (self), list, position, item, FALSE);
  tell_touched (self, list);
  bc_history_commit_if_alone (self);
}
