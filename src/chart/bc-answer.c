/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-answer.h"

#include "bc-property-private.h"
#include "bc-region.h"

#define FIXED_FLAGS (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS)

struct _BcAnswer
{
  GObject  parent_instance;

  char    *id;
  int      value;
  int      unconfirmed;
};

G_DEFINE_FINAL_TYPE (BcAnswer, bc_answer, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_VALUE,
  PROP_UNCONFIRMED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
bc_answer_finalize (GObject *object)
{
  BcAnswer *self = BC_ANSWER (object);

  g_free (self->id);
  G_OBJECT_CLASS (bc_answer_parent_class)->finalize (object);
}

static void
bc_answer_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BcAnswer *self = BC_ANSWER (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_VALUE:
      g_value_set_int (value, self->value);
      break;
    case PROP_UNCONFIRMED:
      g_value_set_int (value, self->unconfirmed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bc_answer_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  BcAnswer *self = BC_ANSWER (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    case PROP_VALUE:
      bc_property_set_int (self, pspec, &self->value, value);
      break;
    case PROP_UNCONFIRMED:
      bc_property_set_int (self, pspec, &self->unconfirmed, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bc_answer_class_init (BcAnswerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bc_answer_finalize;
  object_class->get_property = bc_answer_get_property;
  object_class->set_property = bc_answer_set_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", FIXED_FLAGS);
  properties[PROP_VALUE] = bc_property_new_int ("value", BC_ANSWER_NONE, BC_ANSWER_NO_EFFECT, BC_ANSWER_NONE);
  properties[PROP_UNCONFIRMED] = bc_property_new_int ("unconfirmed", FALSE, TRUE, FALSE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_answer_init (BcAnswer *self)
{
}

/**
 * bc_answer_new:
 * @id: of a discriminator, an answer or a factor; fixed
 * @value: what was answered
 *
 * Returns: (transfer full): the answer to one question
 */
BcAnswer *
bc_answer_new (const char    *id,
               BcAnswerValue  value)
{
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  return g_object_new (BC_TYPE_ANSWER, "id", id, "value", (int) value, NULL);
}

/**
 * bc_answer_get_id:
 *
 * Returns: (transfer none): the id of the question
 */
const char *
bc_answer_get_id (BcAnswer *self)
{
  g_return_val_if_fail (BC_IS_ANSWER (self), NULL);

  return self->id;
}

/**
 * bc_answer_get_value:
 *
 * Returns: what was answered
 */
BcAnswerValue
bc_answer_get_value (BcAnswer *self)
{
  g_return_val_if_fail (BC_IS_ANSWER (self), BC_ANSWER_NONE);

  return (BcAnswerValue) self->value;
}

/**
 * bc_answer_get_unconfirmed:
 *
 * Returns: whether the answer is a copy from the last visit that nobody has confirmed yet
 */
gboolean
bc_answer_get_unconfirmed (BcAnswer *self)
{
  g_return_val_if_fail (BC_IS_ANSWER (self), FALSE);

  return self->unconfirmed;
}

struct _BcTick
{
  GObject  parent_instance;

  char    *pattern;
  int      side;
};

G_DEFINE_FINAL_TYPE (BcTick, bc_tick, G_TYPE_OBJECT)

enum
{
  TICK_PROP_0,
  TICK_PROP_PATTERN,
  TICK_PROP_SIDE,
  N_TICK_PROPS
};

static GParamSpec *tick_properties[N_TICK_PROPS];

static void
bc_tick_finalize (GObject *object)
{
  BcTick *self = BC_TICK (object);

  g_free (self->pattern);
  G_OBJECT_CLASS (bc_tick_parent_class)->finalize (object);
}

static void
bc_tick_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  BcTick *self = BC_TICK (object);

  switch (prop_id)
    {
    case TICK_PROP_PATTERN:
      g_value_set_string (value, self->pattern);
      break;
    case TICK_PROP_SIDE:
      g_value_set_int (value, self->side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bc_tick_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  BcTick *self = BC_TICK (object);

  switch (prop_id)
    {
    case TICK_PROP_PATTERN:
      self->pattern = g_value_dup_string (value);
      break;
    case TICK_PROP_SIDE:
      self->side = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bc_tick_class_init (BcTickClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bc_tick_finalize;
  object_class->get_property = bc_tick_get_property;
  object_class->set_property = bc_tick_set_property;

  tick_properties[TICK_PROP_PATTERN] = g_param_spec_string ("pattern", NULL, NULL, "", FIXED_FLAGS);
  tick_properties[TICK_PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, BC_SIDE_LEFT, BC_SIDE_BOTH, BC_SIDE_LEFT,
                                                      FIXED_FLAGS);
  g_object_class_install_properties (object_class, N_TICK_PROPS, tick_properties);
}

static void
bc_tick_init (BcTick *self)
{
}

/**
 * bc_tick_new:
 * @pattern: id of a pattern
 * @side: a #BcSide
 *
 * Returns: (transfer full): a finding that the clinician wants on the summary
 */
BcTick *
bc_tick_new (const char *pattern,
             int         side)
{
  g_return_val_if_fail (pattern != NULL && *pattern != '\0', NULL);
  g_return_val_if_fail (side >= BC_SIDE_LEFT && side <= BC_SIDE_BOTH, NULL);

  return g_object_new (BC_TYPE_TICK, "pattern", pattern, "side", side, NULL);
}

/**
 * bc_tick_get_pattern:
 *
 * Returns: (transfer none): the id of the pattern
 */
const char *
bc_tick_get_pattern (BcTick *self)
{
  g_return_val_if_fail (BC_IS_TICK (self), NULL);

  return self->pattern;
}

/**
 * bc_tick_get_side:
 *
 * Returns: the #BcSide of the finding
 */
int
bc_tick_get_side (BcTick *self)
{
  g_return_val_if_fail (BC_IS_TICK (self), BC_SIDE_LEFT);

  return self->side;
}
