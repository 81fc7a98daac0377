/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-map-sections.h"

#include "bc-i18n.h"
#include "bc-map-words.h"
#include "bc-rule.h"
#include "bc-texts.h"

/* Width of what a fact is called, in letters. */
#define FACT_WIDTH 16

static GtkWidget *
new_section (const char *heading,
             const char *hint)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = bc_text_new (heading, "title-4");

  gtk_widget_set_margin_top (box, 12);
  gtk_box_append (GTK_BOX (box), label);
  if (hint != NULL)
    gtk_box_append (GTK_BOX (box), bc_text_new (hint, "dim-label"));
  return box;
}

/* The rows take the focus, so that a page can be read with the arrow keys. */
static GtkWidget *
append_list (GtkWidget  *section,
             const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (section), list);
  return list;
}

/* A row with a title and smaller lines below; %NULL and "" are left out. Gives the box that holds them. */
static GtkWidget *
append_row (GtkWidget  *list,
            const char *title,
            const char *first,
            const char *second)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *label = g_strjoin (". ", title, first, second, NULL);

  gtk_box_append (GTK_BOX (words), bc_text_new (title, NULL));
  if (first != NULL && first[0] != '\0')
    gtk_box_append (GTK_BOX (words), bc_text_new (first, "map-detail"));
  if (second != NULL && second[0] != '\0')
    gtk_box_append (GTK_BOX (words), bc_text_new (second, "map-detail"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (line, "map-row");
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return line;
}

/* --- in short --- */

static void
append_fact (GtkWidget  *list,
             const char *name,
             const char *value)
{
  GtkWidget *line;
  GtkWidget *label;

  if (value == NULL || value[0] == '\0')
    return;
  line = append_row (list, value, NULL, NULL);
  label = bc_text_new (name, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (label), FACT_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), FACT_WIDTH);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_box_prepend (GTK_BOX (line), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (line)), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value, -1);
}

/**
 * bc_map_section_new_facts:
 *
 * Returns: (transfer floating): how it feels, what makes it worse and better, whom it concerns
 */
GtkWidget *
bc_map_section_new_facts (const BcPattern *pattern,
                          const BcMaps    *maps)
{
  GtkWidget *section = new_section (_("In short"), NULL);
  GtkWidget *list = append_list (section, _("In short"));
  g_autofree char *qualities = bc_qualities_dup_names (pattern->qualities);
  g_autofree char *depth = bc_map_words_dup_depth (pattern);
  g_autofree char *worse = bc_map_words_dup_factors (maps, pattern->aggravating);
  g_autofree char *better = bc_map_words_dup_factors (maps, pattern->easing);
  g_autofree char *ages = bc_map_words_dup_ages (pattern);
  g_autofree char *prior = bc_map_words_dup_prior (pattern, maps);
  g_autofree char *sex = bc_map_words_dup_sex (pattern, maps);

  append_fact (list, _("How it feels"), qualities);
  append_fact (list, _("How deep"), depth);
  append_fact (list, _("Worse with"), worse);
  append_fact (list, _("Better with"), better);
  append_fact (list, _("Sides"), bc_map_words_bilateral (pattern));
  append_fact (list, _("Usual age"), ages);
  append_fact (list, _("How common"), prior);
  append_fact (list, _("Women and men"), sex);
  if (pattern->group != NULL)
    append_fact (list, _("Shown together with"), pattern->group->name);
  return section;
}

/* --- zones --- */

static void
append_zone (GtkWidget    *list,
             const BcZone *zone,
             const BcMaps *maps,
             BcSide        side)
{
  g_autofree char *place = bc_map_words_dup_place (zone, side);
  g_autofree char *sources = bc_map_words_dup_short (maps, zone->sources);
  /* Translators: of 100 patients whose pain has this source so many feel it there */
  g_autofree char *share = g_strdup_printf (_("%d of 100"), (int) (zone->probability * 100 + 0.5));
  /* Translators: 1: "felt by most", 2: what a number rests on */
  g_autofree char *first = g_strdup_printf (C_("zone", "%1$s · %2$s"), bc_map_words_likely (zone->probability),
                                            bc_grade_get_name (zone->grade));
  g_autofree char *second = zone->note[0] != '\0' ? g_strdup_printf ("%s · %s", sources, zone->note)
                                                  : g_strdup (sources);
  g_autofree char *title = NULL;
  GtkWidget *line = append_row (list, place, first, second);
  GtkWidget *likely = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *number = gtk_label_new (share);
  GtkWidget *bar = gtk_level_bar_new ();

  title = g_strdup_printf ("%s: %s. %s", place, share, first);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (line)), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, second, -1);
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), zone->probability);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, share, -1);
  gtk_widget_set_size_request (likely, 84, -1);
  gtk_widget_set_valign (likely, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (likely), number);
  gtk_box_append (GTK_BOX (likely), bar);
  gtk_box_append (GTK_BOX (line), likely);
}

/**
 * bc_map_section_new_zones:
 *
 * Returns: (transfer floating): every region of the map with its number, in words too, its grade and its sources
 */
GtkWidget *
bc_map_section_new_zones (const BcPattern *pattern,
                          const BcMaps    *maps,
                          BcSide           side)
{
  GtkWidget *section = new_section (_("Where it is felt"), _("Of 100 patients whose pain comes from here, so many "
                                                             "would mark the region."));
  GtkWidget *list = append_list (section, _("Where it is felt"));

  for (guint i = 0; i < pattern->zones->len; i++)
    append_zone (list, &g_array_index (pattern->zones, BcZone, i), maps, side);
  return section;
}

/* --- what was published --- */

static void
append_figure (GtkWidget               *list,
               const BcPublishedFigure *figure)
{
  g_autofree char *first = bc_map_words_dup_figure (figure);
  GString *second = g_string_new (NULL);

  bc_map_words_append_short (second, figure->source);
  if (!figure->followed)
    g_string_append_printf (second, " · %s", _("not followed by the map"));
  if (figure->note[0] != '\0')
    g_string_append_printf (second, " · %s", figure->note);
  append_row (list, figure->name, first, second->str);
  g_string_free (second, TRUE);
}

/**
 * bc_map_section_new_figures:
 *
 * Returns: (transfer floating) (nullable): shares as they were published, beside those of the map
 */
GtkWidget *
bc_map_section_new_figures (const BcPattern *pattern,
                            const BcMaps    *maps)
{
  g_autoptr(GPtrArray) figures = bc_maps_list_figures (maps, pattern);
  GtkWidget *section;
  GtkWidget *list;

  if (figures->len == 0)
    return NULL;
  section = new_section (_("What was published"), _("Of all who had this source so many felt it there. Most of these "
                                                    "places are wider than one region of the map, and then the map "
                                                    "gives from how many to how many would mark any part of it."));
  list = append_list (section, _("What was published"));
  for (guint i = 0; i < figures->len; i++)
    append_figure (list, g_ptr_array_index (figures, i));
  return section;
}

/* --- what bears on it --- */

/* How a bedside test is done, folded away: who knows it need not read it. */
static void
append_how (GtkWidget             *line,
            const BcDiscriminator *row)
{
  GtkWidget *content;
  GtkWidget *expander;
  const char *load = bc_load_get_name (row->load);

  if (row->how == NULL)
    return;
  expander = bc_text_new_expander (_("How to do it"), &content);
  gtk_box_append (GTK_BOX (content), bc_text_new (row->how, NULL));
  if (load[0] != '\0')
    gtk_box_append (GTK_BOX (content), bc_text_new (load, "map-detail"));
  gtk_box_append (GTK_BOX (gtk_widget_get_first_child (line)), expander);
}

/**
 * bc_map_section_new_questions:
 *
 * Returns: (transfer floating) (nullable): the questions and bedside tests that bear on the map
 */
GtkWidget *
bc_map_section_new_questions (const BcPattern *pattern,
                              const BcMaps    *maps)
{
  GtkWidget *section = NULL;
  GtkWidget *list = NULL;

  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *row = g_ptr_array_index (maps->discriminators, i);
      g_autofree char *ratios = NULL;
      GtkWidget *line;
      g_autofree char *sources = NULL;

      if (!g_ptr_array_find (row->patterns, pattern, NULL))
        continue;
      if (section == NULL)
        {
          section = new_section (_("Questions and tests"), _("A likelihood ratio above 1 speaks for it, one below 1 "
                                                             "against it; 1 says nothing."));
          list = append_list (section, _("Questions and tests"));
        }
      ratios = bc_map_words_dup_ratios (row);
      sources = bc_map_words_dup_short (maps, row->sources);
      line = append_row (list, row->question, ratios, sources);
      append_how (line, row);
    }
  return section;
}

/* What has to be asked for a rule, one question a line. */
static char *
dup_asked (const BcRedFlag *flag,
           const BcMaps    *maps)
{
  g_autoptr(GPtrArray) ids = bc_rule_list_answers (flag->rule);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *question = bc_maps_lookup_question (maps, g_ptr_array_index (ids, i));

      if (question != NULL)
        g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", question);
    }
  return g_string_free (text, FALSE);
}

/**
 * bc_map_section_new_flags:
 *
 * Returns: (transfer floating) (nullable): the red-flag rules that point to the map
 */
GtkWidget *
bc_map_section_new_flags (const BcPattern *pattern,
                          const BcMaps    *maps)
{
  GtkWidget *section = NULL;
  GtkWidget *list = NULL;

  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, i);
      g_autofree char *asked = NULL;
      g_autofree char *sources = NULL;
      g_autofree char *urgency = NULL;

      if (!g_ptr_array_find (flag->patterns, pattern, NULL))
        continue;
      if (section == NULL)
        {
          section = new_section (_("Red flags that concern it"), NULL);
          list = append_list (section, _("Red flags that concern it"));
        }
      asked = dup_asked (flag, maps);
      sources = bc_map_words_dup_short (maps, flag->sources);
      urgency = g_strdup_printf ("%s · %s", bc_urgency_get_name (flag->urgency), sources);
      append_row (list, flag->meaning, urgency, asked);
    }
  return section;
}

/**
 * bc_map_section_new_care:
 *
 * Returns: (transfer floating) (nullable): what to assess next, and kinds of care
 */
GtkWidget *
bc_map_section_new_care (const BcPattern *pattern,
                         const BcMaps    *maps)
{
  const BcManagement *management = pattern->management;
  GtkWidget *section;
  g_autofree char *sources = NULL;

  if (management == NULL)
    return NULL;
  section = new_section (_("Assess next, care to discuss"), NULL);
  bc_text_append_heading (GTK_BOX (section), _("Consider to assess"));
  bc_text_append_bullets (GTK_BOX (section), management->assess_next);
  bc_text_append_heading (GTK_BOX (section), _("Kinds of care a clinician might discuss"));
  bc_text_append_bullets (GTK_BOX (section), management->care);
  sources = bc_map_words_dup_short (maps, management->sources);
  gtk_box_append (GTK_BOX (section), bc_text_new (bc_grade_get_name (management->grade), "map-detail"));
  gtk_box_append (GTK_BOX (section), bc_text_new (sources, "map-detail"));
  return section;
}

/* --- what it rests on --- */

/**
 * bc_map_section_new_evidence:
 *
 * Returns: (transfer floating): how much the numbers of the map are worth
 */
GtkWidget *
bc_map_section_new_evidence (const BcPattern *pattern,
                             const BcMaps    *maps)
{
  GtkWidget *section = new_section (_("How strong the evidence is"), NULL);
  g_autofree char *grades = bc_pattern_dup_evidence (pattern);

  gtk_box_append (GTK_BOX (section), bc_text_new (grades, NULL));
  return section;
}

static void
add_once (GPtrArray *found,
          char      *id)
{
  if (!g_ptr_array_find_with_equal_func (found, id, g_str_equal, NULL))
    g_ptr_array_add (found, id);
}

static void
collect (GPtrArray *found,
         GStrv      ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    add_once (found, ids[i]);
}

/* Everything that the page cites, each once. */
static GPtrArray *
collect_sources (const BcPattern *pattern,
                 const BcMaps    *maps)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr(GPtrArray) figures = bc_maps_list_figures (maps, pattern);

  collect (found, pattern->sources);
  for (guint i = 0; i < pattern->zones->len; i++)
    collect (found, g_array_index (pattern->zones, BcZone, i).sources);
  collect (found, pattern->prior_sources);
  collect (found, pattern->women_sources);
  for (guint i = 0; i < figures->len; i++)
    add_once (found, ((const BcPublishedFigure *) g_ptr_array_index (figures, i))->source->id);
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *row = g_ptr_array_index (maps->discriminators, i);

      if (g_ptr_array_find (row->patterns, pattern, NULL))
        collect (found, row->sources);
    }
  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, i);

      if (g_ptr_array_find (flag->patterns, pattern, NULL))
        collect (found, flag->sources);
    }
  if (pattern->management != NULL)
    collect (found, pattern->management->sources);
  return found;
}

/**
 * bc_map_section_new_sources:
 *
 * Returns: (transfer floating): every publication that the page cites, in full
 */
GtkWidget *
bc_map_section_new_sources (const BcPattern *pattern,
                            const BcMaps    *maps)
{
  GtkWidget *section = new_section (_("Sources"), NULL);
  g_autoptr(GPtrArray) ids = collect_sources (pattern, maps);

  for (guint i = 0; i < ids->len; i++)
    {
      const BcSource *source = bc_maps_lookup_source (maps, g_ptr_array_index (ids, i));
      g_autofree char *markup = NULL;
      GtkWidget *label;

      if (source == NULL)
        continue;
      markup = bc_map_words_dup_citation (source);
      label = bc_text_new (NULL, NULL);
      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (section), label);
      if (source->note[0] != '\0')
        gtk_box_append (GTK_BOX (section), bc_text_new (source->note, "map-detail"));
    }
  return section;
}
