/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"
#include "bc-published-figure.h"

G_BEGIN_DECLS

/* What the maps hold, in words, for the screen. Pure functions. */
char       *bc_map_words_dup_place    (const BcZone     *zone,
                                       BcSide            side) G_GNUC_WARN_UNUSED_RESULT; /* "Great toe, right" */
const char *bc_map_words_likely       (double            probability); /* "most people" */
char       *bc_map_words_dup_ages     (const BcPattern  *pattern) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
char       *bc_map_words_dup_depth    (const BcPattern  *pattern) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_map_words_dup_prior    (const BcPattern  *pattern,
                                       const BcMaps     *maps) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
char       *bc_map_words_dup_sex      (const BcPattern  *pattern,
                                       const BcMaps     *maps) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
char       *bc_map_words_dup_figure   (const BcPublishedFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_map_words_dup_factors  (const BcMaps     *maps,
                                       GStrv             ids) G_GNUC_WARN_UNUSED_RESULT;
const char *bc_map_words_bilateral    (const BcPattern  *pattern);
char       *bc_map_words_dup_ratios   (const BcDiscriminator *row) G_GNUC_WARN_UNUSED_RESULT;
void        bc_map_words_append_short (GString          *text,
                                       const BcSource   *source);
char       *bc_map_words_dup_short    (const BcMaps     *maps,
                                       GStrv             sources) G_GNUC_WARN_UNUSED_RESULT; /* "Tanaka 2006; ..." */
char       *bc_map_words_dup_citation (const BcSource   *source) G_GNUC_WARN_UNUSED_RESULT; /* Pango markup */

G_END_DECLS
