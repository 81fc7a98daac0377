/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Why a finding fits, in words: what it explains, what it leaves over, what it would lead one to expect, the
 * weight of each reason, the worth of its map, its sources, and what to do next. Built anew whenever the
 * findings change, so it keeps no state.
 */

#include "bc-finding-details.h"

#include "bc-i18n.h"
#include "bc-map-words.h"
#include "bc-texts.h"
#include "bc-words.h"

#define MAX_REASONS 10

static void
append_regions (GtkBox     *box,
                const char *heading,
                GArray     *regions,
                const char *none,
                const char *css_class)
{
  g_autofree char *words = NULL;
  GtkWidget *label;

  if (regions->len == 0 && none == NULL)
    return;
  bc_text_append_heading (box, heading);
  words = regions->len > 0 ? bc_words_dup_regions (regions) : g_strdup (none);
  label = bc_text_new (words, css_class);
  gtk_box_append (box, label);
}

static void
append_reasons (GtkBox          *box,
                const BcFinding *finding,
                const BcMaps    *maps)
{
  GtkWidget *grid = gtk_grid_new ();
  guint shown = MIN (finding->reasons->len, MAX_REASONS);

  bc_text_append_heading (box, _("Why, heaviest first"));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  for (guint i = 0; i < shown; i++)
    {
      const BcReason *reason = &g_array_index (finding->reasons, BcReason, i);
      g_autofree char *text = bc_reason_dup_text (reason, maps);
      g_autofree char *weight = g_strdup_printf ("%s%.2f", reason->weight < 0 ? "−" : "+", ABS (reason->weight));
      GtkWidget *words = bc_text_new (text, NULL);
      GtkWidget *number = gtk_label_new (weight);

      gtk_widget_set_hexpand (words, TRUE);
      gtk_widget_set_valign (number, GTK_ALIGN_START);
      gtk_widget_add_css_class (number, "numeric");
      gtk_widget_add_css_class (number, reason->weight < 0 ? "speaks-against" : "speaks-for");
      gtk_widget_set_tooltip_text (number, _("Weight in natural log units: above zero speaks for the finding, "
                                             "below zero against it"));
      gtk_grid_attach (GTK_GRID (grid), words, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), number, 1, (int) i, 1, 1);
    }
  gtk_box_append (box, grid);
  if (finding->reasons->len > shown)
    {
      guint more = finding->reasons->len - shown;
      /* Translators: %u lesser reasons of a finding are not listed */
      g_autofree char *rest = g_strdup_printf (ngettext_ ("and %u lesser reason", "and %u lesser reasons", more), more);

      gtk_box_append (box, bc_text_new (rest, "dim-label"));
    }
}

static void
append_sources (GtkBox       *box,
                GStrv         ids,
                const BcMaps *maps)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const BcSource *source = bc_maps_lookup_source (maps, ids[i]);
      g_autofree char *text = NULL;
      GtkWidget *label;

      if (source == NULL)
        continue;
      /* Translators: %s is a citation that was not read while the maps were made */
      text = source->read ? g_strdup (source->citation) : g_strdup_printf (_("%s (to be verified)"), source->citation);
      label = bc_text_new (text, "caption");
      if (source->identifiers[0] != '\0')
        gtk_widget_set_tooltip_text (label, source->identifiers);
      gtk_box_append (box, label);
    }
}

static void
append_next_steps (GtkBox          *box,
                   const BcPattern *pattern,
                   const BcMaps    *maps)
{
  const BcManagement *management = pattern->management;
  GtkWidget *expander;
  GtkWidget *content;

  if (management == NULL)
    return;
  expander = bc_text_new_expander (_("Assess next, care to discuss"), &content);
  bc_text_append_heading (GTK_BOX (content), _("Consider to assess"));
  bc_text_append_bullets (GTK_BOX (content), management->assess_next);
  bc_text_append_heading (GTK_BOX (content), _("Kinds of care a clinician might discuss"));
  bc_text_append_bullets (GTK_BOX (content), management->care);
  gtk_box_append (GTK_BOX (content), bc_text_new (bc_grade_get_name (management->grade), "dim-label"));
  append_sources (GTK_BOX (content), management->sources, maps);
  gtk_box_append (box, expander);
}

static void
append_open (GtkBox          *box,
             const BcFinding *finding)
{
  GtkWidget *button = gtk_button_new_with_label (_("Open the map"));

  gtk_widget_set_tooltip_text (button, _("Its picture, its zones and tests, and all its sources"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.browse-map");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(si)", finding->pattern->id, (int) finding->side);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_box_append (box, button);
}

/**
 * bc_finding_details_new:
 * @finding: what to explain
 * @maps: the maps that it comes from
 *
 * Returns: (transfer floating): a widget that keeps nothing of @finding
 */
GtkWidget *
bc_finding_details_new (const BcFinding *finding,
                        const BcMaps    *maps)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *grades = NULL;
  GtkWidget *expander;
  GtkWidget *content;

  g_return_val_if_fail (finding != NULL, NULL);

  if (finding->pattern->about[0] != '\0')
    gtk_box_append (GTK_BOX (box), bc_text_new (finding->pattern->about, NULL));
  append_regions (GTK_BOX (box), _("Explains"), finding->explains, _("none of the marks"), "explained");
  append_regions (GTK_BOX (box), _("Leaves over"), finding->unexplained, _("nothing"), "unexplained");
  append_regions (GTK_BOX (box), _("Would lead one to expect, not marked"), finding->expected, NULL, "expected");
  append_reasons (GTK_BOX (box), finding, maps);
  append_next_steps (GTK_BOX (box), finding->pattern, maps);

  append_open (GTK_BOX (box), finding);
  expander = bc_text_new_expander (_("Evidence and sources"), &content);
  grades = bc_map_words_dup_grades (finding->pattern);
  gtk_box_append (GTK_BOX (content), bc_text_new (grades, NULL));
  append_sources (GTK_BOX (content), finding->pattern->sources, maps);
  gtk_box_append (GTK_BOX (box), expander);
  return box;
}
