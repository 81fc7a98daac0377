/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-dermatome-map.h"
#include "bc-instrument.h"
#include "bc-published-figure.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

/*
 * What the readers of this room share: the kinds of items, how an item joins the maps, and the reading of
 * lists, choices and texts with messages in plain words.
 */

/* The values of BcPractice and BcAskNext, as in files. */
#define BC_MAPS_PRACTICES "ordinary|everyday|elaborate|questionnaire"
#define BC_MAPS_ASK_NEXT "yes|no|without-age"

#define BC_MAPS_NAMESPACE "https://bodychart.github.io/ns/patterns/1"

typedef enum
{
  BC_ITEM_SOURCE,
  BC_ITEM_FACTOR,
  BC_ITEM_MANAGEMENT,
  BC_ITEM_GROUP,
  BC_ITEM_FAMILY,
  BC_ITEM_PATTERN,
  BC_ITEM_DISCRIMINATOR,
  BC_ITEM_ANSWER,
  BC_ITEM_RED_FLAG,
  BC_ITEM_DERMATOME_MAP,
  BC_ITEM_INSTRUMENT
} BcItemKind;

gboolean    bc_maps_parse_file       (GPtrArray          *docs,
                                      GBytes             *bytes,
                                      const char         *name,
                                      GError            **error);
GPtrArray  *bc_maps_parse_built_in   (GError            **error) G_GNUC_WARN_UNUSED_RESULT;
BcMaps     *bc_maps_read_docs        (const GPtrArray    *docs,
                                      guint              *wrong,
                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    bc_maps_is_own_node      (const xmlNode      *node);

BcMaps     *bc_maps_new              (void);
gboolean    bc_maps_add              (BcMaps             *maps,
                                      BcItemKind          kind,
                                      const xmlNode      *node,
                                      char               *id,
                                      gpointer            item,
                                      GError            **error);
gboolean    bc_maps_check_id         (const xmlNode      *node,
                                      const char         *id,
                                      GError            **error);
gpointer    bc_maps_find             (const BcMaps       *maps,
                                      BcItemKind          kind,
                                      const char         *id);

gboolean    bc_maps_check_attributes (const xmlNode      *node,
                                      const char         *allowed,
                                      GError            **error);
gboolean    bc_maps_refuse_child     (const xmlNode      *child,
                                      const char         *allowed,
                                      GError            **error);
gboolean    bc_maps_read_content     (const xmlNode      *node,
                                      gboolean            translated,
                                      char              **text,
                                      GError            **error);
gboolean    bc_maps_read_text        (const xmlNode      *node,
                                      gboolean            translated,
                                      char              **text,
                                      GError            **error);
gboolean    bc_maps_require_text     (const xmlNode      *node,
                                      const char         *child,
                                      const char         *text,
                                      GError            **error);
char       *bc_maps_dup_attribute    (const xmlNode      *node,
                                      const char         *attribute);
char       *bc_maps_dup_optional     (const xmlNode      *node,
                                      const char         *attribute,
                                      GError            **error);
GStrv       bc_maps_split            (const char         *list);
gboolean    bc_maps_read_ids         (const BcMaps       *maps,
                                      const xmlNode      *node,
                                      const char         *attribute,
                                      BcItemKind          kind,
                                      gboolean            required,
                                      GStrv              *ids,
                                      GError            **error);
gboolean    bc_maps_read_patterns    (const BcMaps       *maps,
                                      const xmlNode      *node,
                                      const char         *attribute,
                                      GPtrArray         **patterns,
                                      GError            **error);
gboolean    bc_maps_read_choice      (const xmlNode      *node,
                                      const char         *attribute,
                                      const char         *choices,
                                      int                *value,
                                      GError            **error);
gboolean    bc_maps_read_number      (const xmlNode      *node,
                                      const char         *attribute,
                                      gboolean            required,
                                      double              max,
                                      double             *value,
                                      GError            **error);

GArray     *bc_maps_read_areas       (const xmlNode      *node,
                                      GError            **error);
GArray     *bc_zones_new             (void);
gboolean    bc_zone_read             (const BcMaps       *maps,
                                      GArray             *zones,
                                      const xmlNode      *node,
                                      GError            **error);
gboolean    bc_point_read            (const BcMaps       *maps,
                                      GArray             *zones,
                                      const xmlNode      *node,
                                      GError            **error);
double      bc_zones_get_probability (const GArray       *zones,
                                      BcSide              side,
                                      BcRegion            region);

gboolean    bc_sources_read          (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_factors_read          (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_management_read       (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_groups_read           (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_groups_check          (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_families_read         (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_patterns_read         (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_dermatome_maps_read   (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_instruments_read      (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_published_figures_read (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_answers_read          (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_discriminators_read   (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_discriminators_check  (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);
gboolean    bc_red_flags_read        (BcMaps             *maps,
                                      const xmlNode      *root,
                                      GError            **error);

void        bc_source_free           (BcSource           *source);
void        bc_factor_free           (BcFactor           *factor);
void        bc_management_free       (BcManagement       *management);
void        bc_group_free            (BcGroup            *group);
void        bc_family_free           (BcFamily           *family);
void        bc_pattern_free          (BcPattern          *pattern);
void        bc_discriminator_free    (BcDiscriminator    *discriminator);
void        bc_answer_item_free      (BcAnswerItem       *answer);
void        bc_red_flag_free         (BcRedFlag          *red_flag);
void        bc_dermatome_map_free    (BcDermatomeMap     *map);
void        bc_instrument_free       (BcInstrument       *instrument);
void        bc_published_figure_free (BcPublishedFigure  *figure);
void        bc_zone_clear            (BcZone             *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcSource, bc_source_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcFactor, bc_factor_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcManagement, bc_management_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcGroup, bc_group_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcFamily, bc_family_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcPattern, bc_pattern_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcDiscriminator, bc_discriminator_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcAnswerItem, bc_answer_item_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcRedFlag, bc_red_flag_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcDermatomeMap, bc_dermatome_map_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcInstrument, bc_instrument_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcPublishedFigure, bc_published_figure_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BcZone, bc_zone_clear)

G_END_DECLS
