/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of the object that is being built. */
void  bc_json_add_string  (JsonBuilder  *builder,
                           const char   *member,
                           const char   *value);
void  bc_json_add_number  (JsonBuilder  *builder,
                           const char   *member,
                           double        number);
void  bc_json_add_integer (JsonBuilder  *builder,
                           const char   *member,
                           int           number);
void  bc_json_add_known   (JsonBuilder  *builder,
                           const char   *member,
                           int           number,
                           int           unknown);
void  bc_json_add_boolean (JsonBuilder  *builder,
                           const char   *member,
                           gboolean      value);
void  bc_json_add_regions (JsonBuilder  *builder,
                           const char   *member,
                           const GArray *regions); /* of BcRegion */
void  bc_json_begin       (JsonBuilder  *builder,
                           const char   *member); /* an object */
void  bc_json_begin_list  (JsonBuilder  *builder,
                           const char   *member); /* an array */
char *bc_json_dup_line    (JsonBuilder  *builder) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
