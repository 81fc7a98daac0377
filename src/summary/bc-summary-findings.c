/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-i18n.h"
#include "bc-words.h"

#include <math.h>

/* Reasons that weigh less than this (natural log units: a ratio of 1.05) are not worth a line of paper. */
#define MIN_WEIGHT 0.05

/* A source list longer than this is cut; the maps hold the rest. */
#define MAX_SOURCES 8

/**
 * bc_source_dup_short:
 *
 * Returns: (transfer full): a citation as short as a summary has room for, as "Slipman CW et al. 2000"
 */
char *
bc_source_dup_short (const BcSource *source)
{
  g_autoptr(GRegex) year = NULL;
  g_autoptr(GMatchInfo) match = NULL;
  const char *comma;

  g_return_val_if_fail (source != NULL, NULL);

  year = g_regex_new ("^.*?\\b(?:18|19|20)[0-9]{2}\\b", 0, 0, NULL);
  if (g_regex_match (year, source->citation, 0, &match))
    return g_match_info_fetch (match, 0);
  comma = g_utf8_strchr (source->citation, -1, ',');
  if (comma == NULL)
    return g_strdup (source->citation);
  return g_strndup (source->citation, (gsize) (comma - source->citation));
}

static gboolean
is_explained (const BcFinding *finding,
              guint            area)
{
  for (guint i = 0; i < finding->explains->len; i++)
    if (bc_region_get_area (g_array_index (finding->explains, BcRegion, i)) == area)
      return TRUE;
  return FALSE;
}

/* How well the areas are known that this finding explains: "Published figure (2 areas)", one grade a line. */
static char *
dup_grades (const BcFinding *finding)
{
  GString *text = g_string_new (NULL);
  GArray *zones = finding->pattern->zones;

  for (BcGrade grade = BC_GRADE_A; grade <= BC_GRADE_C; grade++)
    {
      g_autofree char *name = NULL;
      guint n_areas = 0;

      for (guint i = 0; i < zones->len; i++)
        {
          const BcZone *zone = &g_array_index (zones, BcZone, i);

          n_areas += zone->grade == grade && is_explained (finding, zone->area);
        }
      if (n_areas == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      name = bc_words_dup_capital (bc_grade_get_name (grade));
      g_string_append_printf (text,
                              /* Translators: a grade of evidence in words, and for how many body areas it holds */
                              ngettext_ ("%s (%u area)", "%s (%u areas)", n_areas),
                              name, n_areas);
    }
  return g_string_free (text, FALSE);
}

static void
add_sources (GPtrArray    *cited,
             const BcMaps *maps,
             GStrv         ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const BcSource *source = bc_maps_lookup_source (maps, ids[i]);
      g_autofree char *citation = source != NULL ? bc_source_dup_short (source) : NULL;

      if (citation != NULL && !g_ptr_array_find_with_equal_func (cited, citation, g_str_equal, NULL))
        g_ptr_array_add (cited, g_steal_pointer (&citation));
    }
}

static char *
dup_sources (BcContent       *self,
             const BcFinding *finding)
{
  g_autoptr(GPtrArray) cited = g_ptr_array_new_with_free_func (g_free);
  GArray *zones = finding->pattern->zones;
  guint n_more = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < zones->len; i++)
    {
      const BcZone *zone = &g_array_index (zones, BcZone, i);

      if (is_explained (finding, zone->area))
        add_sources (cited, self->maps, zone->sources);
    }
  if (cited->len == 0)
    add_sources (cited, self->maps, finding->pattern->sources);
  if (cited->len > MAX_SOURCES)
    {
      n_more = cited->len - MAX_SOURCES;
      g_ptr_array_set_size (cited, MAX_SOURCES);
    }
  g_ptr_array_add (cited, NULL);
  text = g_strjoinv (C_("list", "; "), (char **) cited->pdata);
  if (n_more == 0)
    return g_steal_pointer (&text);
  /* Translators: a list of sources, and how many are left out */
  return g_strdup_printf (ngettext_ ("%s and %u more", "%s and %u more", n_more), text, n_more);
}

/* What speaks for or against, apart from the marks: answers, quality, depth, age, regions that are clear. */
static char *
dup_reasons (BcContent       *self,
             const BcFinding *finding,
             gboolean         in_favour)
{
  g_autoptr(GArray) clears = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  GString *text = g_string_new (NULL);
  g_autofree char *capital = NULL;

  for (guint i = 0; i < finding->reasons->len; i++)
    {
      const BcReason *reason = &g_array_index (finding->reasons, BcReason, i);
      g_autofree char *words = NULL;

      if ((in_favour ? reason->weight : -reason->weight) < MIN_WEIGHT)
        continue;
      if (reason->kind == BC_REASON_CLEAR)
        g_array_append_val (clears, reason->region);
      if (reason->kind != BC_REASON_ANSWER && reason->kind != BC_REASON_QUALITY && reason->kind != BC_REASON_DEPTH
          && reason->kind != BC_REASON_AGE && reason->kind != BC_REASON_SEX)
        continue;
      words = bc_reason_dup_text (reason, self->maps);
      g_string_append_printf (text, "%s%s", text->len > 0 ? C_("list", "; ") : "", words);
    }
  if (clears->len > 0 && !in_favour)
    {
      g_autofree char *where = bc_words_dup_regions (clears);

      if (text->len > 0)
        g_string_append (text, C_("list", "; "));
      /* Translators: areas of the body that were asked about and are free of symptoms */
      g_string_append_printf (text, _("asked and clear: %s"), where);
    }
  capital = bc_words_dup_capital (text->str);
  g_string_free (text, TRUE);
  return g_steal_pointer (&capital);
}

static void
add_fact (BcContent  *self,
          const char *label,
          const char *text,
          guint       group)
{
  if (text == NULL || *text == '\0')
    return;
  bc_content_add_pair (self, label, text, 0)->group = group;
}

static void
add_regions (BcContent  *self,
             const char *label,
             GArray     *regions,
             const char *if_none,
             guint       group)
{
  g_autofree char *words = bc_words_dup_regions (regions);
  g_autofree char *text = bc_words_dup_capital (*words != '\0' ? words : if_none);

  add_fact (self, label, text, group);
}

static void
add_finding_name (BcContent  *self,
                  const char *name,
                  const char *share,
                  guint       group)
{
  double width = self->flow->width;
  BcBlock *block = bc_content_add_block (self, 6);
  PangoLayout *layout;

  block->rule = 0.5;
  block->pad = 4;
  block->group = group;
  bc_content_add_cell (self, block, BC_FONT_STRONG, name, 0, width * 0.64);
  layout = bc_text_layout_new (self->pango, BC_FONT_DIM, share, width * 0.34);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  bc_block_add_cell (block, layout, width * 0.66, width * 0.34);
}

static char *
dup_share (const BcFinding *finding)
{
  int percent = (int) lround (finding->share * 100);

  if (percent < 1)
    /* xgettext:no-c-format */
    return g_strdup (_("under 1 % of the evidence weighed"));
  /* Translators: how well a pattern fits; not a probability of disease */
  return g_strdup_printf (_("%d %% of the evidence weighed"), percent);
}

static void
add_finding (BcContent       *self,
             const BcFinding *finding)
{
  guint group = ++self->last_group;
  g_autofree char *name = bc_finding_dup_name (finding);
  g_autofree char *in_favour = dup_reasons (self, finding, TRUE);
  g_autofree char *against = dup_reasons (self, finding, FALSE);
  g_autofree char *grades = dup_grades (finding);
  g_autofree char *sources = dup_sources (self, finding);
  g_autofree char *share = dup_share (finding);

  add_finding_name (self, name, share, group);
  add_regions (self, C_("finding", "Explains"), finding->explains, C_("finding", "none of the marks"), group);
  add_regions (self, C_("finding", "Left over"), finding->unexplained, C_("finding", "no mark"), group);
  add_regions (self, C_("finding", "Expected, not marked"), finding->expected, C_("finding", "nothing more"), group);
  add_fact (self, C_("finding", "Speaks for it"), in_favour, group);
  add_fact (self, C_("finding", "Speaks against"), against, group);
  if (self->kind != BC_SUMMARY_LETTER)
    add_fact (self, C_("finding", "Evidence"), grades, group);
  add_fact (self, C_("finding", "Sources"), sources, group);
}

/* A tick stays when the marks change; the paper says so rather than to drop it in silence. */
static void
add_unlisted (BcContent *self,
              BcTick    *tick)
{
  const BcPattern *pattern = bc_maps_lookup_pattern (self->maps, bc_tick_get_pattern (tick));
  /* Translators: %s is the id of a map, as "own-knee-fat-pad" */
  g_autofree char *unknown = g_strdup_printf (_("Unknown map %s"), bc_tick_get_pattern (tick));
  g_autofree char *name = NULL;
  guint group = ++self->last_group;

  name = g_strdup_printf (/* Translators: a pattern and its side, as in "L5 radicular pain, right" */
                          C_("finding", "%s, %s"), pattern != NULL ? pattern->name : unknown,
                          bc_side_get_name ((BcSide) bc_tick_get_side (tick)));
  add_finding_name (self, name, _("ticked by the clinician"), group);
  add_fact (self, C_("finding", "Explains"),
            pattern != NULL ? _("The marks of this visit no longer suggest it.")
                            : _("This computer does not have the map, so nothing is known of it."), group);
}

/**
 * bc_content_add_ticked:
 *
 * Adds the findings that the clinician ticked, in the order of their ranking, with their reasons. Without ticks
 * there is no such section: a ranking that nobody has looked at does not belong on paper.
 */
void
bc_content_add_ticked (BcContent *self)
{
  GListModel *ticks = G_LIST_MODEL (bc_visit_get_ticks (self->visit));
  guint n_ticks = g_list_model_get_n_items (ticks);
  BcBlock *block;

  if (n_ticks == 0)
    return;
  bc_content_add_heading (self, _("Findings chosen by the clinician"));
  block = bc_content_add_text (self, BC_FONT_LABEL,
                               _("Reference maps that fit the marks, with what speaks for and against each. A share "
                                 "compares maps with each other; it is not a probability of disease."),
                               2);
  block->splits = FALSE;
  block->keep_next = TRUE;
  for (guint i = 0; i < self->findings->findings->len; i++)
    {
      const BcFinding *finding = g_ptr_array_index (self->findings->findings, i);

      if (bc_visit_is_ticked (self->visit, finding->pattern->id, (int) finding->side))
        add_finding (self, finding);
    }
  for (guint i = 0; i < n_ticks; i++)
    {
      g_autoptr(BcTick) tick = g_list_model_get_item (ticks, i);

      if (bc_findings_lookup (self->findings, bc_tick_get_pattern (tick), (BcSide) bc_tick_get_side (tick)) == NULL)
        add_unlisted (self, tick);
    }
}
