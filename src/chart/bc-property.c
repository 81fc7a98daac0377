/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-property-private.h"

#define PROPERTY_FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

/**
 * bc_property_new_int:
 * @name: a string literal
 * @min: least value
 * @max: greatest value
 * @initial: the value of a new object
 *
 * Returns: (transfer full): a readable, writable property that notifies by hand
 */
GParamSpec *
bc_property_new_int (const char *name,
                     int         min,
                     int         max,
                     int         initial)
{
  return g_param_spec_int (name, NULL, NULL, min, max, initial, PROPERTY_FLAGS);
}

/**
 * bc_property_new_string:
 * @name: a string literal
 *
 * Returns: (transfer full): a readable, writable property that is "" at first and notifies by hand
 */
GParamSpec *
bc_property_new_string (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, "", PROPERTY_FLAGS);
}

/**
 * bc_property_set_int:
 * @object: the object that @field belongs to
 * @pspec: the property
 * @field: where the object keeps the value
 * @value: the new value
 *
 * Sets @field and notifies, unless it holds the value already.
 */
void
bc_property_set_int (gpointer      object,
                     GParamSpec   *pspec,
                     int          *field,
                     const GValue *value)
{
  int number = g_value_get_int (value);

  g_return_if_fail (G_IS_OBJECT (object));

  if (*field == number)
    return;
  *field = number;
  g_object_notify_by_pspec (object, pspec);
}

/**
 * bc_property_set_string:
 * @object: the object that @field belongs to
 * @pspec: the property
 * @field: where the object keeps the value, never %NULL
 * @value: the new value; %NULL is taken as ""
 *
 * Sets @field and notifies, unless it holds the value already.
 */
void
bc_property_set_string (gpointer       object,
                        GParamSpec    *pspec,
                        char         **field,
                        const GValue  *value)
{
  const char *text = g_value_get_string (value);

  g_return_if_fail (G_IS_OBJECT (object));

  if (text == NULL)
    text = "";
  if (g_str_equal (*field, text))
    return;
  g_free (*field);
  *field = g_strdup (text);
  g_object_notify_by_pspec (object, pspec);
}

/**
 * bc_property_copy_all:
 * @from: an object
 * @to: another of the same class
 *
 * Sets every property of @to that can be written to what @from has.
 */
void
bc_property_copy_all (gpointer from,
                      gpointer to)
{
  g_autofree GParamSpec **specs = NULL;
  guint n;

  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (from), &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;

      if ((specs[i]->flags & G_PARAM_CONSTRUCT_ONLY) != 0)
        continue;
      g_object_get_property (from, specs[i]->name, &value);
      g_object_set_property (to, specs[i]->name, &value);
    }
}
