/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-json.h"

void
bc_json_add_string (JsonBuilder *builder,
                    const char  *member,
                    const char  *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

void
bc_json_add_number (JsonBuilder *builder,
                    const char  *member,
                    double       number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_double_value (builder, number);
}

void
bc_json_add_integer (JsonBuilder *builder,
                     const char  *member,
                     int          number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}

/**
 * bc_json_add_known:
 * @builder: in an object
 * @member: name of the member
 * @number: a number
 * @unknown: what @number is where nobody gave one
 *
 * Adds @number, or null where it is not known, so that every object has the same members.
 */
void
bc_json_add_known (JsonBuilder *builder,
                   const char  *member,
                   int          number,
                   int          unknown)
{
  if (number == unknown)
    {
      json_builder_set_member_name (builder, member);
      json_builder_add_null_value (builder);
    }
  else
    bc_json_add_integer (builder, member, number);
}

void
bc_json_add_boolean (JsonBuilder *builder,
                     const char  *member,
                     gboolean     value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, value);
}

void
bc_json_add_regions (JsonBuilder  *builder,
                     const char   *member,
                     const GArray *regions)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; i < regions->len; i++)
    json_builder_add_string_value (builder, bc_region_get_id (g_array_index (regions, BcRegion, i)));
  json_builder_end_array (builder);
}

void
bc_json_begin (JsonBuilder *builder,
               const char  *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
}

void
bc_json_begin_list (JsonBuilder *builder,
                    const char  *member)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
}

/**
 * bc_json_dup_line:
 * @builder: a builder whose root is complete
 *
 * Returns: (transfer full): what was built, on one line without a line feed
 */
char *
bc_json_dup_line (JsonBuilder *builder)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = json_builder_get_root (builder);

  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}
