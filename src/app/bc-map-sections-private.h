/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-map-sections.h"

G_BEGIN_DECLS

/* What every section is made of. */
GtkWidget *bc_map_section_new         (const char *heading,
                                       const char *hint); /* (nullable) */
GtkWidget *bc_map_section_append_list (GtkWidget  *section,
                                       const char *name);
GtkWidget *bc_map_section_append_row  (GtkWidget  *list,
                                       const char *title,
                                       const char *first, /* (nullable) */
                                       const char *second); /* (nullable) */

G_END_DECLS
