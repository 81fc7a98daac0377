/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-mark.h"

#include "bc-property-private.h"

struct _BcMark
{
  GObject  parent_instance;

  BcRegion region;
  int      role;
  int      unconfirmed;
};

G_DEFINE_FINAL_TYPE (BcMark, bc_mark, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_REGION,
  PROP_ROLE,
  PROP_UNCONFIRMED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
bc_mark_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  BcMark *self = BC_MARK (object);

  switch (prop_id)
    {
    case PROP_REGION:
      g_value_set_uint (value, self->region);
      break;
    case PROP_ROLE:
      g_value_set_int (value, self->role);
      break;
    case PROP_UNCONFIRMED:
      g_value_set_int (value, self->unconfirmed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bc_mark_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  BcMark *self = BC_MARK (object);

  switch (prop_id)
    {
    case PROP_REGION:
      if (self->region == g_value_get_uint (value))
        return;
      self->region = (BcRegion) g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_ROLE:
      bc_property_set_int (self, pspec, &self->role, value);
      break;
    case PROP_UNCONFIRMED:
      bc_property_set_int (self, pspec, &self->unconfirmed, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bc_mark_class_init (BcMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bc_mark_get_property;
  object_class->set_property = bc_mark_set_property;

  properties[PROP_REGION] = g_param_spec_uint ("region", NULL, NULL, 1, BC_N_REGIONS, 1,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                 | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROLE] = bc_property_new_int ("role", BC_ROLE_SITE, BC_ROLE_CLEAR, BC_ROLE_SITE);
  properties[PROP_UNCONFIRMED] = bc_property_new_int ("unconfirmed", FALSE, TRUE, FALSE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_mark_init (BcMark *self)
{
  self->region = 1;
  self->role = BC_ROLE_SITE;
}

/**
 * bc_mark_new:
 * @region: a region of the body, with its side
 * @role: what holds there
 *
 * Returns: (transfer full): a mark of one region
 */
BcMark *
bc_mark_new (BcRegion region,
             BcRole   role)
{
  g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, NULL);

  return g_object_new (BC_TYPE_MARK, "region", (guint) region, "role", (int) role, NULL);
}

/**
 * bc_mark_get_region:
 *
 * Returns: the marked region; its side is the patient's own
 */
BcRegion
bc_mark_get_region (BcMark *self)
{
  g_return_val_if_fail (BC_IS_MARK (self), BC_REGION_NONE);

  return self->region;
}

/**
 * bc_mark_get_role:
 *
 * Returns: whether the symptom sits there or travels there, or the region is clear
 */
BcRole
bc_mark_get_role (BcMark *self)
{
  g_return_val_if_fail (BC_IS_MARK (self), BC_ROLE_SITE);

  return (BcRole) self->role;
}

/**
 * bc_mark_get_unconfirmed:
 *
 * Of a clear region only; the marks of a symptom are confirmed with it.
 *
 * Returns: whether the clear tick is a copy from the last visit that nobody has confirmed yet
 */
gboolean
bc_mark_get_unconfirmed (BcMark *self)
{
  g_return_val_if_fail (BC_IS_MARK (self), FALSE);

  return self->unconfirmed;
}
