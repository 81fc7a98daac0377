/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-cleanup.h"
#include "bc-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The only place where libxml2 parses anything. Every file, our own included, goes through
 * bc_xml_parse(): no network, no document type, no entities, bounded size, depth and attributes.
 * Then plain helpers read attributes and report `file:line: what was found; what to do`.
 */

#define BC_XML_MAX_BYTES (16 * 1024 * 1024)
#define BC_XML_MAX_DEPTH 32
#define BC_XML_MAX_ATTRIBUTES 64

xmlDoc     *bc_xml_parse            (const char     *data,
                                     gsize           size,
                                     const char     *name,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;

void        bc_xml_set_error        (GError        **error,
                                     BcFileError     code,
                                     const xmlNode  *node,
                                     const char     *format,
                                     ...) G_GNUC_PRINTF (4, 5);

gboolean    bc_xml_is               (const xmlNode  *node,
                                     const char     *local_name);
xmlNode    *bc_xml_first            (const xmlNode  *parent);
xmlNode    *bc_xml_next             (const xmlNode  *node);
char       *bc_xml_dup_text         (const xmlNode  *node) G_GNUC_WARN_UNUSED_RESULT;

char       *bc_xml_dup_attribute    (const xmlNode  *node,
                                     const char     *attribute) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_xml_require          (const xmlNode  *node,
                                     const char     *attribute,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    bc_xml_get_int          (const xmlNode  *node,
                                     const char     *attribute,
                                     int             min,
                                     int             max,
                                     int            *value,
                                     GError        **error);
gboolean    bc_xml_get_double       (const xmlNode  *node,
                                     const char     *attribute,
                                     double          min,
                                     double          max,
                                     double         *value,
                                     GError        **error);

G_END_DECLS
