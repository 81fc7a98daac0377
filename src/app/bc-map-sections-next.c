/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What follows from a map: questions and tests, red flags, what to assess next.
 */

#include "bc-map-sections-private.h"

#include "bc-i18n.h"
#include "bc-map-words.h"
#include "bc-rule.h"
#include "bc-texts.h"

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
          section = bc_map_section_new (_("Questions and tests"),
                                        _("A likelihood ratio above 1 speaks for it, one below 1 "
                                          "against it; 1 says nothing."));
          list = bc_map_section_append_list (section, _("Questions and tests"));
        }
      ratios = bc_map_words_dup_ratios (row);
      sources = bc_map_words_dup_short (maps, row->sources);
      line = bc_map_section_append_row (list, row->question, ratios, sources);
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
          section = bc_map_section_new (_("Red flags that concern it"), NULL);
          list = bc_map_section_append_list (section, _("Red flags that concern it"));
        }
      asked = dup_asked (flag, maps);
      sources = bc_map_words_dup_short (maps, flag->sources);
      urgency = g_strdup_printf ("%s · %s", bc_urgency_get_name (flag->urgency), sources);
      bc_map_section_append_row (list, flag->meaning, urgency, asked);
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
  section = bc_map_section_new (_("Assess next, care to discuss"), NULL);
  bc_text_append_heading (GTK_BOX (section), _("Consider to assess"));
  bc_text_append_bullets (GTK_BOX (section), management->assess_next);
  bc_text_append_heading (GTK_BOX (section), _("Kinds of care a clinician might discuss"));
  bc_text_append_bullets (GTK_BOX (section), management->care);
  sources = bc_map_words_dup_short (maps, management->sources);
  gtk_box_append (GTK_BOX (section), bc_text_new (bc_grade_get_name (management->grade), "map-detail"));
  gtk_box_append (GTK_BOX (section), bc_text_new (sources, "map-detail"));
  return section;
}
