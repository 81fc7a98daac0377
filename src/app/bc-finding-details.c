/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Why a finding fits, in words: what it explains, what it leaves over, what it would lead one to expect, the
 * weight of each reason, the worth of its map, its sources, and what to do next. Built anew whenever the
 * findings change, so it keeps no state.
 */

#include "bc-finding-details.h"

#include "bc-i18n.h"
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

/**
 * bc_reasons_grid_new:
 *
 * Returns: (transfer floating): a table of reasons without any yet
 */
GtkWidget *
bc_reasons_grid_new (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  return grid;
}

/**
 * bc_reasons_grid_append:
 * @text: a reason
 * @weight: natural log units, above 0 speaks for
 *
 * Adds a row.
 */
void
bc_reasons_grid_append (GtkGrid    *grid,
                        const char *text,
                        double      weight)
{
  g_autofree char *value = g_strdup_printf ("%s%.2f", weight < 0 ? "−" : "+", ABS (weight));
  GtkWidget *words = bc_text_new (text, NULL);
  GtkWidget *number = gtk_label_new (value);
  int row = 0;

  while (gtk_grid_get_child_at (grid, 0, row) != NULL)
    row++;
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, weight < 0 ? "speaks-against" : "speaks-for");
  gtk_widget_set_tooltip_text (number, _("Weight in natural log units: above zero speaks for the finding, "
                                         "below zero against it"));
  gtk_grid_attach (grid, words, 0, row, 1, 1);
  gtk_grid_attach (grid, number, 1, row, 1, 1);
}

static void
append_reasons (GtkBox          *box,
                const BcFinding *finding,
                const BcMaps    *maps)
{
  GtkWidget *grid = bc_reasons_grid_new ();
  guint shown = MIN (finding->reasons->len, MAX_REASONS);

  bc_text_append_heading (box, _("Why, heaviest first"));
  for (guint i = 0; i < shown; i++)
    {
      const BcReason *reason = &g_array_index (finding->reasons, BcReason, i);
      g_autofree char *text = bc_reason_dup_text (reason, maps);

      bc_reasons_grid_append (GTK_GRID (grid), text, reason->weight);
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

/* Every reason that speaks one way. */
static void
append_all_reasons (GtkBox          *box,
                    const BcFinding *finding,
                    const BcMaps    *maps,
                    gboolean         against)
{
  GtkWidget *grid = bc_reasons_grid_new ();

  bc_text_append_heading (box, against ? _("What speaks against it") : _("What speaks for it"));
  for (guint i = 0; i < finding->reasons->len; i++)
    {
      const BcReason *reason = &g_array_index (finding->reasons, BcReason, i);
      g_autofree char *text = bc_reason_dup_text (reason, maps);

      if ((reason->weight < 0) == against)
        bc_reasons_grid_append (GTK_GRID (grid), text, reason->weight);
    }
  if (gtk_widget_get_first_child (grid) == NULL)
    gtk_box_append (box, bc_text_new (C_("reasons", "nothing"), "dim-label"));
  gtk_box_append (box, grid);
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

static GtkWidget *
new_details (const BcFinding *finding,
             const BcMaps    *maps,
             gboolean         full)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *evidence = bc_pattern_dup_evidence (finding->pattern);
  GtkWidget *expander;
  GtkWidget *content;

  if (finding->pattern->about[0] != '\0')
    gtk_box_append (GTK_BOX (box), bc_text_new (finding->pattern->about, NULL));
  gtk_box_append (GTK_BOX (box), bc_text_new (evidence, "map-detail"));
  append_regions (GTK_BOX (box), _("Explains"), finding->explains, _("none of the marks"), "explained");
  append_regions (GTK_BOX (box), _("Leaves over"), finding->unexplained, _("nothing"), "unexplained");
  append_regions (GTK_BOX (box), _("Would lead one to expect, not marked"), finding->expected, NULL, "expected");
  if (full)
    {
      append_all_reasons (GTK_BOX (box), finding, maps, TRUE);
      append_all_reasons (GTK_BOX (box), finding, maps, FALSE);
    }
  else
    append_reasons (GTK_BOX (box), finding, maps);
  append_next_steps (GTK_BOX (box), finding->pattern, maps);
  expander = bc_text_new_expander (_("Sources"), &content);
  append_sources (GTK_BOX (content), finding->pattern->sources, maps);
  gtk_box_append (GTK_BOX (box), expander);
  append_open (GTK_BOX (box), finding);
  return box;
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
  g_return_val_if_fail (finding != NULL, NULL);

  return new_details (finding, maps, FALSE);
}

/**
 * bc_finding_details_new_full:
 * @finding: what to explain
 * @maps: the maps that it comes from
 *
 * Returns: (transfer floating): the same with every reason, those against it first
 */
GtkWidget *
bc_finding_details_new_full (const BcFinding *finding,
                             const BcMaps    *maps)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return new_details (finding, maps, TRUE);
}
