/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * The small objects of a visit are numbers and texts that can be read, set and undone. BcRecord does that from a
 * table of fields, so that each of them is little more than its table.
 */
#define BC_TYPE_RECORD (bc_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (BcRecord, bc_record, BC, RECORD, GObject)

/**
 * BcField:
 * @name: of the property
 * @offset: of the field in the object: a char * or an int
 * @is_text: whether it is a text, never %NULL
 * @min: least value of a number
 * @max: greatest value of a number
 * @initial: the number in a new object
 *
 * One property of a record, and where it is kept.
 */
typedef struct
{
  const char *name;
  gsize       offset;
  gboolean    is_text;
  int         min;
  int         max;
  int         initial;
} BcField;

#define BC_FIELD_TEXT(Type, field, name) { name, G_STRUCT_OFFSET (Type, field), TRUE, 0, 0, 0 }
#define BC_FIELD_INT(Type, field, name, min, max, initial) \
  { name, G_STRUCT_OFFSET (Type, field), FALSE, min, max, initial }

struct _BcRecordClass
{
  GObjectClass   parent_class;

  const BcField *fields;
  guint          n_fields;
};

void bc_record_class_set_fields (BcRecordClass *klass,
                                 const BcField *fields,
                                 guint          n_fields);
void bc_record_start            (gpointer       self);

G_END_DECLS
