/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The parts of a map's page. Each is made anew and keeps nothing; (nullable) where the map has nothing to say there.
 */
GtkWidget *bc_map_section_new_facts     (const BcPattern *pattern,
                                         const BcMaps    *maps);
GtkWidget *bc_map_section_new_zones     (const BcPattern *pattern,
                                         const BcMaps    *maps,
                                         BcSide           side);
GtkWidget *bc_map_section_new_figures   (const BcPattern *pattern,
                                         const BcMaps    *maps);
GtkWidget *bc_map_section_new_questions (const BcPattern *pattern,
                                         const BcMaps    *maps);
GtkWidget *bc_map_section_new_flags     (const BcPattern *pattern,
                                         const BcMaps    *maps);
GtkWidget *bc_map_section_new_care      (const BcPattern *pattern,
                                         const BcMaps    *maps);
GtkWidget *bc_map_section_new_evidence  (const BcPattern *pattern,
                                         const BcMaps    *maps);
GtkWidget *bc_map_section_new_sources   (const BcPattern *pattern,
                                         const BcMaps    *maps);

G_END_DECLS
