/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-map-sections-private.h"

#include "bc-i18n.h"
#include "bc-map-words.h"
#include "bc-texts.h"

/* Width of what a fact is called, in letters. */
#define FACT_WIDTH 16

GtkWidget *
bc_map_section_new (const char *heading,
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
GtkWidget *
bc_map_section_append_list (GtkWidget  *section,
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
GtkWidget *
bc_map_section_append_row (GtkWidget  *list,
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
  line = bc_map_section_append_row (list, value, NULL, NULL);
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
  GtkWidget *section = bc_map_section_new (_("In short"), NULL);
  GtkWidget *list = bc_map_section_append_list (section, _("In short"));
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
  GtkWidget *line = bc_map_section_append_row (list, place, first, second);
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
  GtkWidget *section = bc_map_section_new (_("Where it is felt"),
                                           _("Of 100 patients whose pain comes from here, so many "
                                             "would mark the region."));
  GtkWidget *list = bc_map_section_append_list (section, _("Where it is felt"));

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
  bc_map_section_append_row (list, figure->name, first, second->str);
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
  section = bc_map_section_new (_("What was published"),
                                _("Of all who had this source so many felt it there. Most of these "
                                  "places are wider than one region of the map, and then the map "
                                  "gives from how many to how many would mark any part of it."));
  list = bc_map_section_append_list (section, _("What was published"));
  for (guint i = 0; i < figures->len; i++)
    append_figure (list, g_ptr_array_index (figures, i));
  return section;
}
