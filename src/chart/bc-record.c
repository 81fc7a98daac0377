/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-record.h"

#include "bc-property-private.h"

G_DEFINE_ABSTRACT_TYPE (BcRecord, bc_record, G_TYPE_OBJECT)

/* Properties are numbered from 1 in the order of the table. */
static const BcField *
get_field (BcRecord *self,
           guint     prop_id)
{
  BcRecordClass *klass = BC_RECORD_GET_CLASS (self);

  g_assert (prop_id >= 1 && prop_id <= klass->n_fields);
  return &klass->fields[prop_id - 1];
}

static char **
get_text (BcRecord      *self,
          const BcField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static int *
get_int (BcRecord      *self,
         const BcField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static void
bc_record_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BcRecord *self = BC_RECORD (object);
  const BcField *field = get_field (self, prop_id);

  if (field->is_text)
    g_value_set_string (value, *get_text (self, field));
  else
    g_value_set_int (value, *get_int (self, field));
}

static void
bc_record_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  BcRecord *self = BC_RECORD (object);
  const BcField *field = get_field (self, prop_id);

  if (field->is_text)
    bc_property_set_string (self, pspec, get_text (self, field), value);
  else
    bc_property_set_int (self, pspec, get_int (self, field), value);
}

static void
bc_record_finalize (GObject *object)
{
  BcRecord *self = BC_RECORD (object);
  BcRecordClass *klass = BC_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].is_text)
      g_free (*get_text (self, &klass->fields[i]));
  G_OBJECT_CLASS (bc_record_parent_class)->finalize (object);
}

static void
bc_record_class_init (BcRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_record_finalize;
}

static void
bc_record_init (BcRecord *self)
{
}

/**
 * bc_record_class_set_fields:
 * @klass: of a record, being made
 * @fields: (array length=n_fields): its fields; kept
 * @n_fields: how many
 *
 * Gives a kind of record its properties.
 */
void
bc_record_class_set_fields (BcRecordClass *klass,
                            const BcField *fields,
                            guint          n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->fields = fields;
  klass->n_fields = n_fields;
  object_class->get_property = bc_record_get_property; /* GObject does not inherit these two */
  object_class->set_property = bc_record_set_property;
  for (guint i = 0; i < n_fields; i++)
    g_object_class_install_property (object_class, i + 1,
                                     fields[i].is_text ? bc_property_new_string (fields[i].name)
                                                       : bc_property_new_int (fields[i].name, fields[i].min,
                                                                              fields[i].max, fields[i].initial));
}

/**
 * bc_record_start:
 * @self: a record, in its instance's init function
 *
 * Sets every field to its first value: texts to "".
 */
void
bc_record_start (gpointer self)
{
  BcRecordClass *klass = BC_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].is_text)
      *get_text (self, &klass->fields[i]) = g_strdup ("");
    else
      *get_int (self, &klass->fields[i]) = klass->fields[i].initial;
}
