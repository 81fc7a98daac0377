/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-history-private.h"

/* Typing that rests for longer than this starts a new step. */
#define REST_USEC (2 * G_USEC_PER_SEC)
#define NEVER_SAVED (-1)

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

void
bc_history_tell_changed (BcHistory *self)
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
      bc_history_tell_changed (self);
      return;
    }

  g_ptr_array_set_size (self->steps, self->done);
  if (self->saved > self->done)
    self->saved = NEVER_SAVED;
  g_ptr_array_add (self->steps, g_steal_pointer (&step));
  self->done++;
  self->sealed = FALSE;
  bc_history_tell_changed (self);
}

void
bc_history_commit_if_alone (BcHistory *self)
{
  if (self->depth == 0)
    commit (self, g_steal_pointer (&self->open));
}

BcHistoryStep *
bc_history_ensure_open (BcHistory *self)
{
  if (self->open == NULL)
    self->open = bc_history_step_new ();
  return self->open;
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

  bc_history_ensure_open (self)->final = TRUE;
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
  step = bc_history_ensure_open (self);
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
  bc_history_commit_if_alone (self);
}

/**
 * bc_history_seal:
 *
 * Ends a run of typing, as when the focus leaves a field: the next edit of the same text or number is a step of its own.
 */
void
bc_history_seal (BcHistory *self)
{
  g_return_if_fail (BC_IS_HISTORY (self));

  self->sealed = TRUE;
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
