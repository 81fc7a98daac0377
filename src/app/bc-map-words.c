/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-map-words.h"

#include "bc-i18n.h"

#include <math.h>

#define OLDEST 200
#define SLACK 1e-6

/* Both sides alike, or the one on which the zone lies. */
static BcSide
zone_side (const BcZone *zone,
           BcSide        side)
{
  switch (zone->relation)
    {
    case BC_RELATION_SAME:
      return side;
    case BC_RELATION_OTHER:
      return side == BC_SIDE_BOTH ? side : side == BC_SIDE_LEFT ? BC_SIDE_RIGHT : BC_SIDE_LEFT;
    case BC_RELATION_LEFT:
      return BC_SIDE_LEFT;
    case BC_RELATION_RIGHT:
      return BC_SIDE_RIGHT;
    case BC_RELATION_BOTH:
    default:
      return BC_SIDE_BOTH;
    }
}

/**
 * bc_map_words_dup_place:
 * @zone: a zone
 * @side: of the source
 *
 * Returns: (transfer full): where on the patient the zone lies
 */
char *
bc_map_words_dup_place (const BcZone *zone,
                        BcSide        side)
{
  BcSide place = zone_side (zone, side);

  if (place == BC_SIDE_BOTH)
    /* Translators: an area of the body, marked on each side */
    return g_strdup_printf (C_("zone", "%s, both sides"), bc_area_get_name (zone->area));
  return bc_region_dup_name (bc_region_new (zone->area, place));
}

/**
 * bc_map_words_likely:
 * @probability: of a zone, 0..1
 *
 * Returns: (transfer none): who of those whose pain has this source feels it there; the borders are those by which
 *   the zones were made (core, shared core, spill-over, occasional; resources/schemas/patterns.md)
 */
const char *
bc_map_words_likely (double probability)
{
  if (probability >= 0.7 - SLACK)
    return C_("zone", "felt by most");
  if (probability >= 0.45 - SLACK)
    return C_("zone", "felt by about half");
  if (probability >= 0.2 - SLACK)
    return C_("zone", "felt by some");
  return C_("zone", "felt by few");
}

/**
 * bc_map_words_dup_ages:
 *
 * Returns: (transfer full) (nullable): the usual ages; %NULL where any is
 */
char *
bc_map_words_dup_ages (const BcPattern *pattern)
{
  if (pattern->age_min > 0 && pattern->age_max < OLDEST)
    /* Translators: usual ages, as in "18 to 65 years" */
    return g_strdup_printf (_("%1$d to %2$d years"), pattern->age_min, pattern->age_max);
  if (pattern->age_min > 0)
    /* Translators: usual ages, as in "from 45 years on" */
    return g_strdup_printf (_("from %d years on"), pattern->age_min);
  if (pattern->age_max < OLDEST)
    /* Translators: usual ages, as in "up to 45 years" */
    return g_strdup_printf (_("up to %d years"), pattern->age_max);
  return NULL;
}

/**
 * bc_map_words_dup_depth:
 *
 * Returns: (transfer full): how deep it is felt
 */
char *
bc_map_words_dup_depth (const BcPattern *pattern)
{
  const char *deep = bc_terms_get_name (&bc_depth_terms, BC_DEPTH_DEEP);
  const char *superficial = bc_terms_get_name (&bc_depth_terms, BC_DEPTH_SUPERFICIAL);

  if (pattern->deep && pattern->superficial)
    /* Translators: "deep or superficial" */
    return g_strdup_printf (C_("depth", "%1$s or %2$s"), deep, superficial);
  return g_strdup (pattern->deep ? deep : superficial);
}

/**
 * bc_map_words_dup_prior:
 *
 * Returns: (transfer full) (nullable): how common the source is, and where that is from; %NULL where it is not known
 */
char *
bc_map_words_dup_prior (const BcPattern *pattern,
                        const BcMaps    *maps)
{
  g_autofree char *sources = NULL;

  if (isnan (pattern->prior))
    return NULL;
  sources = bc_map_words_dup_short (maps, pattern->prior_sources);
  /* Translators: 1: percent, 2: a group of patients, in English, 3: publications; as in
   * "45 % of: lumbar radiculopathy (Mann 1992)" */
  return g_strdup_printf (_("%1$.2g %% of: %2$s (%3$s)"), pattern->prior * 100, pattern->prior_population, sources);
}

/**
 * bc_map_words_dup_sex:
 *
 * Returns: (transfer full) (nullable): which sex has the source more often, and where that is from; %NULL where no ratio
 *   was found, so that sex does not weigh
 */
char *
bc_map_words_dup_sex (const BcPattern *pattern,
                      const BcMaps    *maps)
{
  g_autofree char *sources = NULL;

  if (isnan (pattern->women))
    return NULL;
  sources = bc_map_words_dup_short (maps, pattern->women_sources);
  if (pattern->women >= 1)
    /* Translators: of a source of pain; %s is publications */
    return g_strdup_printf (_("women only (%s)"), sources);
  if (pattern->women <= 0)
    /* Translators: of a source of pain; %s is publications */
    return g_strdup_printf (_("men only (%s)"), sources);
  /* Translators: who has a source of pain; 1: percent, 2: publications */
  return g_strdup_printf (_("%1$.0f %% women, were there as many women as men (%2$s)"), pattern->women * 100, sources);
}

/**
 * bc_map_words_dup_figure:
 * @figure: what was published
 *
 * Returns: (transfer full): the published share beside what the zones of the map say of the same place
 */
char *
bc_map_words_dup_figure (const BcPublishedFigure *figure)
{
  g_autofree char *published = NULL;
  double least;
  double most;

  bc_published_figure_get_range (figure, &least, &most);
  if (figure->n > 0)
    /* Translators: a share of the people in a study; 1: percent, 2: how many people */
    published = g_strdup_printf (_("published: %1$.3g %% of %2$d"), figure->percent, figure->n);
  else
    /* Translators: a share of the people in a study, in percent */
    published = g_strdup_printf (_("published: %.3g %%"), figure->percent);
  if (lround (least * 100) == lround (most * 100))
    /* Translators: 1: a share that was published, 2: what the map has for the same place, in percent */
    return g_strdup_printf (_("%1$s · this map: %2$.0f %%"), published, least * 100);
  /* Translators: 1: a share that was published, 2 and 3: between which the map is for the same place, in percent */
  return g_strdup_printf (_("%1$s · this map: %2$.0f to %3$.0f %%"), published, least * 100, most * 100);
}

/**
 * bc_map_words_dup_factors:
 *
 * Returns: (transfer full): names of factors, one a line
 */
char *
bc_map_words_dup_factors (const BcMaps *maps,
                          GStrv         ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const BcFactor *factor = bc_maps_lookup_factor (maps, ids[i]);

      if (factor != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", factor->name);
    }
  return g_string_free (text, FALSE);
}

/**
 * bc_map_words_bilateral:
 *
 * Returns: (transfer none): whether it is felt on both sides
 */
const char *
bc_map_words_bilateral (const BcPattern *pattern)
{
  switch (pattern->bilateral)
    {
    case BC_BILATERAL_NO:
      return _("on one side");
    case BC_BILATERAL_USUAL:
      return _("on both sides as a rule");
    case BC_BILATERAL_YES:
    default:
      return _("on one side, sometimes on both");
    }
}

static const char *
basis_name (const char *basis)
{
  if (g_strcmp0 (basis, "read") == 0)
    return _("figures read in the publication");
  if (g_strcmp0 (basis, "computed") == 0)
    return _("computed from sensitivity and specificity");
  if (g_strcmp0 (basis, "known") == 0)
    return _("figures from memory, to be verified");
  return _("only the direction is known");
}

static const char *
strength_name (BcStrength strength)
{
  switch (strength)
    {
    case BC_STRENGTH_STRONG:
      return C_("strength", "strong");
    case BC_STRENGTH_MODERATE:
      return C_("strength", "moderate");
    case BC_STRENGTH_WEAK:
    default:
      return C_("strength", "weak");
    }
}

/**
 * bc_map_words_dup_ratios:
 * @row: a question or test
 *
 * Returns: (transfer full): its likelihood ratios and what they rest on
 */
char *
bc_map_words_dup_ratios (const BcDiscriminator *row)
{
  GString *text = g_string_new (NULL);

  if (!isnan (row->lr_positive))
    /* Translators: likelihood ratio of a yes */
    g_string_append_printf (text, _("LR+ %.3g (yes)"), row->lr_positive);
  if (!isnan (row->lr_negative))
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      /* Translators: likelihood ratio of a no */
      g_string_append_printf (text, _("LR− %.3g (no)"), row->lr_negative);
    }
  if (text->len == 0)
    g_string_append (text, row->direction < 0 ? _("yes speaks against it") : _("yes speaks for it"));
  /* Translators: 1: weak, moderate or strong, 2: what the figures of a test rest on */
  g_string_append_printf (text, _(" · %1$s evidence · %2$s"), strength_name (row->strength), basis_name (row->basis));
  return g_string_free (text, FALSE);
}

/* --- publications --- */

/**
 * bc_map_words_append_short:
 *
 * Adds authors and year, behind a semicolon where there is some text already: "Tanaka Y et al. 2006, Spine ..." gives
 * "Tanaka Y et al. 2006".
 */
void
bc_map_words_append_short (GString        *text,
                           const BcSource *source)
{
  gsize length = strcspn (source->citation, ",");

  g_string_append (text, text->len > 0 ? "; " : "");
  g_string_append_len (text, source->citation, (gssize) length);
}

/**
 * bc_map_words_dup_short:
 * @sources: (nullable): ids
 *
 * Returns: (transfer full): authors and years, between semicolons
 */
char *
bc_map_words_dup_short (const BcMaps *maps,
                        GStrv         sources)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; sources != NULL && sources[i] != NULL; i++)
    {
      const BcSource *source = bc_maps_lookup_source (maps, sources[i]);

      if (source != NULL)
        bc_map_words_append_short (text, source);
    }
  return g_string_free (text, FALSE);
}

static void
add_identifier (GString    *text,
                const char *identifier)
{
  g_autofree char *escaped = g_markup_escape_text (identifier, -1);
  g_autofree char *uri = NULL;

  if (g_str_has_prefix (identifier, "DOI "))
    uri = g_markup_printf_escaped ("https://doi.org/%s", identifier + 4);
  else if (g_str_has_prefix (identifier, "PMID "))
    uri = g_markup_printf_escaped ("https://pubmed.ncbi.nlm.nih.gov/%s/", identifier + 5);
  if (uri != NULL)
    g_string_append_printf (text, " · <a href=\"%s\">%s</a>", uri, escaped);
  else
    g_string_append_printf (text, " · %s", escaped);
}

/**
 * bc_map_words_dup_citation:
 * @source: a publication
 *
 * Returns: (transfer full): Pango markup: the citation, how it was done, its identifiers as links, and whether the
 *   figures were read in it
 */
char *
bc_map_words_dup_citation (const BcSource *source)
{
  g_autofree char *citation = g_markup_escape_text (source->citation, -1);
  g_autofree char *type = g_markup_escape_text (source->type, -1);
  g_auto(GStrv) identifiers = g_strsplit (source->identifiers, ";", -1);
  GString *text = g_string_new (citation);

  g_string_append_printf (text, "\n<small>%s", type);
  if (source->n > 0)
    /* Translators: how many people a study had */
    g_string_append_printf (text, _(", %d people"), source->n);
  for (guint i = 0; identifiers[i] != NULL; i++)
    if (g_strstrip (identifiers[i])[0] != '\0')
      add_identifier (text, identifiers[i]);
  g_string_append_printf (text, " · %s</small>",
                          source->read ? _("figures read") : _("from memory, to be verified"));
  return g_string_free (text, FALSE);
}
