/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Why a finding fits, in words: what it explains, what it leaves over, what it would lead one to expect, the
 * weight of each reason, the worth of its map, its sources, and what to do next. Built anew whenever the
 * findings change, so it keeps no state.
 */

#include "bc-finding-details.h"

#include "bc-i18n.h"
#include "bc-words.h"

#define MAX_REASONS 10

static GtkWidget *
new_text (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_heading (GtkBox     *box,
                const char *text)
{
  GtkWidget *label = new_text (text, "caption-heading");

  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (box, label);
}

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
  append_heading (box, heading);
  words = regions->len > 0 ? bc_words_dup_regions (regions) : g_strdup (none);
  label = new_text (words, css_class);
  gtk_box_append (box, label);
}

static void
append_reasons (GtkBox          *box,
                const BcFinding *finding,
                const BcMaps    *maps)
{
  GtkWidget *grid = gtk_grid_new ();
  guint shown = MIN (finding->reasons->len, MAX_REASONS);

  append_heading (box, _("Why, heaviest first"));
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  for (guint i = 0; i < shown; i++)
    {
      const BcReason *reason = &g_array_index (finding->reasons, BcReason, i);
      g_autofree char *text = bc_reason_dup_text (reason, maps);
      g_autofree char *weight = g_strdup_printf ("%s%.2f", reason->weight < 0 ? "−" : "+", ABS (reason->weight));
      GtkWidget *words = new_text (text, NULL);
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

      gtk_box_append (box, new_text (rest, "dim-label"));
    }
}

static char *
dup_grades (const BcPattern *pattern)
{
  guint counts[3] = { 0, 0, 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pattern->zones->len; i++)
    counts[g_array_index (pattern->zones, BcZone, i).grade]++;
  for (guint grade = BC_GRADE_A; grade <= BC_GRADE_C; grade++)
    if (counts[grade] > 0)
      /* Translators: how many areas of a map have which grade of evidence, as in "12 areas: estimate" */
      g_string_append_printf (text, ngettext_ ("%s%u area: %s", "%s%u areas: %s", counts[grade]),
                              text->len > 0 ? "\n" : "", counts[grade], bc_grade_get_name ((BcGrade) grade));
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_expander (const char *title,
              GtkWidget **content)
{
  GtkWidget *expander = gtk_expander_new (title);

  *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_margin_start (*content, 18);
  gtk_widget_set_margin_top (*content, 4);
  gtk_expander_set_child (GTK_EXPANDER (expander), *content);
  gtk_widget_set_margin_top (expander, 6);
  return expander;
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
      label = new_text (text, "caption");
      if (source->identifiers[0] != '\0')
        gtk_widget_set_tooltip_text (label, source->identifiers);
      gtk_box_append (box, label);
    }
}

static void
append_bullets (GtkBox *box,
                GStrv   items)
{
  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    {
      g_autofree char *text = g_strconcat ("• ", items[i], NULL);

      gtk_box_append (box, new_text (text, NULL));
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
  expander = new_expander (_("Assess next, care to discuss"), &content);
  append_heading (GTK_BOX (content), _("Consider to assess"));
  append_bullets (GTK_BOX (content), management->assess_next);
  append_heading (GTK_BOX (content), _("Kinds of care a clinician might discuss"));
  append_bullets (GTK_BOX (content), management->care);
  gtk_box_append (GTK_BOX (content), new_text (bc_grade_get_name (management->grade), "dim-label"));
  append_sources (GTK_BOX (content), management->sources, maps);
  gtk_box_append (box, expander);
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
    gtk_box_append (GTK_BOX (box), new_text (finding->pattern->about, NULL));
  append_regions (GTK_BOX (box), _("Explains"), finding->explains, _("none of the marks"), "explained");
  append_regions (GTK_BOX (box), _("Leaves over"), finding->unexplained, _("nothing"), "unexplained");
  append_regions (GTK_BOX (box), _("Would lead one to expect, not marked"), finding->expected, NULL, "expected");
  append_reasons (GTK_BOX (box), finding, maps);
  append_next_steps (GTK_BOX (box), finding->pattern, maps);

  expander = new_expander (_("Evidence and sources"), &content);
  grades = dup_grades (finding->pattern);
  gtk_box_append (GTK_BOX (content), new_text (grades, NULL));
  append_sources (GTK_BOX (content), finding->pattern->sources, maps);
  gtk_box_append (GTK_BOX (box), expander);
  return box;
}
