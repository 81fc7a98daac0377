/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-xml.h"

G_BEGIN_DECLS

/*
 * What a newer minor version put into a chart, kept beside the object that it came with, so that it is written back.
 * Private to formats.
 *
 * The reader says with bc_kept_note_owner() which object an element became, and marks what it does not know with
 * bc_kept_mark_attribute() and bc_kept_mark_child(); bc_kept_collect() then takes all of that over.
 */
typedef struct _BcKept BcKept;

void          bc_kept_note_owner        (const xmlNode *node,
                                         gpointer       object);
void          bc_kept_mark_attribute    (const xmlAttr *attribute);
gboolean      bc_kept_mark_child        (const xmlNode *child);
void          bc_kept_collect           (const xmlNode *root);

const BcKept *bc_kept_get               (gpointer       object); /* (nullable) */
gboolean      bc_kept_has_any           (const BcKept  *self,
                                         const char    *path);
gboolean      bc_kept_has_attributes    (const BcKept  *self,
                                         const char    *path);
void          bc_kept_append_attributes (const BcKept  *self,
                                         const char    *path,
                                         GString       *out);
gboolean      bc_kept_has_children      (const BcKept  *self,
                                         const char    *path,
                                         const char    *after,
                                         guint          from,
                                         guint          to);
void          bc_kept_append_children   (const BcKept  *self,
                                         const char    *path,
                                         const char    *after,
                                         guint          from,
                                         guint          to,
                                         guint          depth,
                                         GString       *out);

int           bc_kept_get_minor         (gpointer       chart);
void          bc_kept_set_minor         (gpointer       chart,
                                         int            minor);

G_END_DECLS
