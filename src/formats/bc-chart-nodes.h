/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"
#include "bc-terms.h"
#include "bc-xml.h"

G_BEGIN_DECLS

/*
 * Strict reading of elements: what is not allowed is an error that says what is. Private to the chart reader.
 */

/**
 * BcChartInfo:
 * @version: of the chart that is being read
 * @newer: whether its minor version is one that is not known: then what is not known is kept
 *
 * What all of a document shares while it is read; bc_chart_node_set_info() hangs it on the document.
 */
typedef struct
{
  int      version;
  gboolean newer;
} BcChartInfo;

/* In a list of attributes: those behind it came with version 3. */
#define BC_CHART_SINCE_3 "\3"

/**
 * BcChartChild:
 * @since: the version that it came with, 0 for the first
 *
 * One kind of child element. With @property its text becomes that property of the parent's object, and it may occur
 * once; else @read is called. A table of them ends with a %NULL name.
 */
typedef struct
{
  const char *name;
  const char *property;
  gboolean  (*read) (gpointer data, const xmlNode *node, gpointer object, GError **error);
  gboolean    once;
  int         since;
} BcChartChild;

void     bc_chart_node_set_info         (const xmlNode       *root,
                                         BcChartInfo         *info);

gboolean bc_chart_node_check_attributes (const xmlNode       *node,
                                         const char *const   *allowed,
                                         GError             **error);
gboolean bc_chart_node_check_empty      (const xmlNode       *node,
                                         const char *const   *allowed,
                                         GError             **error);
gboolean bc_chart_node_dup_text         (const xmlNode       *node,
                                         char               **text,
                                         GError             **error);
gboolean bc_chart_node_dup_content      (const xmlNode       *node,
                                         const char *const   *allowed,
                                         char               **text,
                                         GError             **error);
char    *bc_chart_node_dup_time         (const xmlNode       *node,
                                         const char          *attribute,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bc_chart_node_get_int          (const xmlNode       *node,
                                         const char          *attribute,
                                         int                  min,
                                         int                  max,
                                         int                 *value,
                                         GError             **error);
gboolean bc_chart_node_get_term         (const xmlNode       *node,
                                         const char          *attribute,
                                         const BcTerms       *terms,
                                         gboolean             required,
                                         int                 *value,
                                         GError             **error);
gboolean bc_chart_node_get_yes          (const xmlNode       *node,
                                         const char          *attribute,
                                         int                 *yes,
                                         GError             **error);
gboolean bc_chart_node_get_region       (const xmlNode       *node,
                                         BcRegion            *region,
                                         GError             **error);
gboolean bc_chart_node_get_role         (const xmlNode       *node,
                                         BcRole              *role,
                                         GError             **error);
gboolean bc_chart_node_set_twice        (const xmlNode       *node,
                                         const char          *what,
                                         GError             **error);
gboolean bc_chart_node_check_date       (const xmlNode       *node,
                                         const char          *date,
                                         GError             **error);
gboolean bc_chart_node_read_children    (gpointer             data,
                                         const xmlNode       *node,
                                         const BcChartChild  *children,
                                         gpointer             object,
                                         GError             **error);

G_END_DECLS
