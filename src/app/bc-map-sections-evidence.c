/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What a map rests on: how strong the evidence is, and every source that its page cites.
 */

#include "bc-map-sections-private.h"

#include "bc-i18n.h"
#include "bc-map-words.h"
#include "bc-texts.h"

/**
 * bc_map_section_new_evidence:
 *
 * Returns: (transfer floating): how much the numbers of the map are worth
 */
GtkWidget *
bc_map_section_new_evidence (const BcPattern *pattern,
                             const BcMaps    *maps)
{
  GtkWidget *section = bc_map_section_new (_("How strong the evidence is"), NULL);
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
  GtkWidget *section = bc_map_section_new (_("Sources"), NULL);
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
