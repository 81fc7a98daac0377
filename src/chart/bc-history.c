/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-history-private.h"

#include "bc-history-step-private.h"

/* Typing that rests for longer than this starts a new step. */
#define REST_USEC (2 * G_USEC_PER_SEC)
#define NEVER_SAVED (-1)

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

G_DEFINE_FINAL_TYPE (BcHistory, bc_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
tell_property (BcHistory *self,
               guint      prop_id,
               gboolean  *told,
               gboolean   now)
{
  if (*told == now)
    return;
  *told = now;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
tell_properties (BcHistory *self)
{
  tell_property (self, PROP_CAN_UNDO, &self->told_can_undo, bc_history_can_undo (self));
  tell_property (self, PROP_CAN_REDO, &self->told_can_redo, bc_history_can_redo (self));
  tell_property (self, PROP_MODIFIED, &self->told_modified, bc_history_get_modified (self));
}

static void
tell_changed (BcHistory *self)
{
  tell_properties (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The last step, while typing may still go on in it. The saved state is never typed away. */
static BcHistoryStep *
get_step_for_typing (BcHistory *self,
                     gint64     now)
{
  if (self->sealed || self->done == 0 || self->done < (int) self->steps->len || self->saved == self->done
      || now - self->last_time > REST_USEC)
    return NULL;
  return g_ptr_array_index (self->steps, self->done - 1);
}

/* Takes a finished step over, unless it changed nothing. */
static void
commit (BcHistory     *self,
        BcHistoryStep *finished)
{
  g_autoptr(BcHistoryStep) step = finished;
  gint64 now = self->clock ();
  BcHistoryStep *typing;

  if (bc_history_step_is_empty (step))
    return;

  typing = get_step_for_typing (self, now);
  self->last_time = now;
  if (typing != NULL && bc_history_step_continues (step, typing))
    {
      bc_history_step_absorb (typing, step);
      if (bc_history_step_is_empty (typing))
        g_ptr_array_set_size (self->steps, --self->done);
      tell_changed (self);
      return;
    }

  g_ptr_array_set_size (self->steps, self->done);
  if (self->saved > self->done)
    self->saved = NEVER_SAVED;
  g_ptr_array_add (self->steps, g_steal_pointer (&step));
  self->done++;
  self->sealed = FALSE;
  tell_changed (self);
}

static void
commit_if_alone (BcHistory *self)
{
  if (self->depth == 0)
    commit (self, g_steal_pointer (&self->open));
}

static BcHistoryStep *
ensure_open (BcHistory *self)
{
  if (self->open == NULL)
    self->open = bc_history_step_new ();
  return self->open;
}

/* Some of a document may be closed to edits; who tried is told. */
static gboolean
may_change (BcHistory *self,
            gpointer   target)
{
  if (self->guard == NULL || self->guard (self->owner, target))
    return TRUE;
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
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
  bc_history_step_add_set (ensure_open (self), object, object != self->owner, pspec, &before, &after);
  tell_touched (self, object);
  commit_if_alone (self);
}

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
  tell_changed (self);
}

static void
bc_history_finalize (GObject *object)
{
  BcHistory *self = BC_HISTORY (object);

  g_clear_pointer (&self->open, bc_history_step_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (bc_history_parent_class)->finalize (object);
}

static void
bc_history_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BcHistory *self = BC_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, bc_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, bc_history_can_redo (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, bc_history_get_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bc_history_class_init (BcHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = bc_history_finalize;
  object_class->get_property = bc_history_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * BcHistory::changed:
   *
   * Emitted once after every step, undo and redo.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", BC_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  /**
   * BcHistory::refused:
   *
   * Emitted when an edit was refused, because what it would change is closed: a signed visit. Nothing was changed.
   */
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", BC_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
bc_history_init (BcHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_history_step_free);
  self->clock = g_get_monotonic_time;
}

/**
 * bc_history_new:
 *
 * Returns: (transfer full): a history without steps; the document as it is counts as saved
 */
BcHistory *
bc_history_new (void)
{
  return g_object_new (BC_TYPE_HISTORY, NULL);
}

/**
 * bc_history_set_owner:
 * @owner: the document that holds the history
 *
 * Names the one object that steps may change without holding it.
 */
void
bc_history_set_owner (BcHistory *self,
                      gpointer   owner)
{
  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (G_IS_OBJECT (owner));

  self->owner = owner;
}

/**
 * bc_history_refuse:
 *
 * Tells that an edit was refused before it began.
 */
void
bc_history_refuse (BcHistory *self)
{
  g_return_if_fail (BC_IS_HISTORY (self));

  g_signal_emit (self, signals[SIGNAL_REFUSED], 0);
}

/**
 * bc_history_make_final:
 *
 * Says that the step that is open cannot be undone any more once the document is saved, and neither can those before it.
 */
void
bc_history_make_final (BcHistory *self)
{
  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  ensure_open (self)->final = TRUE;
}

/**
 * bc_history_set_hooks:
 * @guard: (nullable): asked before every edit
 * @touch: (nullable): called after every edit
 *
 * Lets the owner refuse edits, and follow them with edits of its own. Undo and redo ask and tell nobody.
 */
void
bc_history_set_hooks (BcHistory      *self,
                      BcHistoryGuard  guard,
                      BcHistoryTouch  touch)
{
  g_return_if_fail (BC_IS_HISTORY (self));

  self->guard = guard;
  self->touch = touch;
}

/**
 * bc_history_set_clock:
 * @clock: gives microseconds
 *
 * Measures the pauses of typing by another clock than the monotonic one.
 */
void
bc_history_set_clock (BcHistory      *self,
                      BcHistoryClock  clock)
{
  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (clock != NULL);

  self->clock = clock;
}

/**
 * bc_history_begin:
 * @label: (nullable): what the step does, translated, as "Mark a region"
 *
 * Begins a step that ends with the matching bc_history_end(). Steps may be nested: the outermost counts, with the
 * first label that was given.
 */
void
bc_history_begin (BcHistory  *self,
                  const char *label)
{
  BcHistoryStep *step;

  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (!self->applying);

  self->depth++;
  step = ensure_open (self);
  if (step->label == NULL)
    step->label = g_strdup (label);
}

/**
 * bc_history_end:
 *
 * Ends what bc_history_begin() began. A step that changed nothing is dropped, and nothing is told.
 */
void
bc_history_end (BcHistory *self)
{
  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  self->depth--;
  commit_if_alone (self);
}

/**
 * bc_history_seal:
 *
 * Ends a run of typing, as when the focus leaves a field: the next edit of the same text is a step of its own.
 */
void
bc_history_seal (BcHistory *self)
{
  g_return_if_fail (BC_IS_HISTORY (self));

  self->sealed = TRUE;
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
  bc_history_step_add_splice (ensure_open (self), list, position, item, TRUE);
  tell_touched (self, list);
  commit_if_alone (self);
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
  bc_history_step_add_splice (ensure_open (self), list, position, item, FALSE);
  tell_touched (self, list);
  commit_if_alone (self);
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

/**
 * bc_history_get_modified:
 *
 * Returns: whether the document differs from what was saved
 */
gboolean
bc_history_get_modified (BcHistory *self)
{
  g_return_val_if_fail (BC_IS_HISTORY (self), FALSE);

  return self->saved != self->done;
}

/**
 * bc_history_set_saved:
 *
 * Says that the document as it is now is what is on disk. Undo past this point makes it modified, redo brings it
 * back, except past a final step: what is signed and saved is not taken back. Not inside a step.
 */
void
bc_history_set_saved (BcHistory *self)
{
  g_return_if_fail (BC_IS_HISTORY (self));
  g_return_if_fail (self->depth == 0);

  self->saved = self->done;
  self->floor_before = self->floor;
  for (int i = self->floor; i < self->done; i++)
    if (((BcHistoryStep *) g_ptr_array_index (self->steps, i))->final)
      self->floor = i + 1;
  tell_properties (self);
}

/**
 * bc_history_set_unsaved:
 *
 * Takes bc_history_set_saved() back, because writing the file failed after all: no undo or redo leads to a saved
 * document until the next save succeeds.
 */
void
bc_history_set_unsaved (BcHistory *self)
{
  g_return_if_fail (BC_IS_HISTORY (self));

  self->saved = NEVER_SAVED;
  self->floor = self->floor_before;
  tell_properties (self);
}
