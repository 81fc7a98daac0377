/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-change-list.h"

#include "bc-fact.h"
#include "bc-i18n.h"
#include "bc-swatch.h"
#include "bc-words-comparison.h"
#include "bc-words.h"

/* Pixels. */
#define SPACING 8
#define PARTS_APART 16
#define FIGURES_WIDTH 74

struct _BcChangeList
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (BcChangeList, bc_change_list, GTK_TYPE_WIDGET)

static const char *
get_style (BcDirection direction)
{
  return direction == BC_DIRECTION_LESS ? "less" : direction == BC_DIRECTION_MORE ? "more" : "even";
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Numbers with an arrow between them read from left to right in every language. */
static GtkWidget *
new_figures (const char  *text,
             BcDirection  direction)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, get_style (direction));
  return label;
}

static void
add_heading (BcChangeList *self,
             const char   *text)
{
  GtkWidget *label = new_label (text, "heading");

  if (gtk_widget_get_first_child (self->box) != NULL)
    gtk_widget_set_margin_top (label, PARTS_APART - SPACING);
  gtk_box_append (GTK_BOX (self->box), label);
}

static GtkWidget *
add_list (BcChangeList *self,
          const char   *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->box), list);
  return list;
}

static void
add_row (GtkWidget  *list,
         GtkWidget  *child,
         const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* --- the large numbers --- */

static void
add_fact (GtkWidget    *list,
          const BcFact *fact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *sign = gtk_label_new (bc_direction_get_sign (fact->direction));
  GtkWidget *figures = new_figures (fact->figures, fact->direction);
  g_autofree char *told = bc_fact_dup_words (fact);

  gtk_widget_add_css_class (box, "fact");
  gtk_widget_add_css_class (sign, "fact-sign");
  gtk_widget_add_css_class (sign, get_style (fact->direction));
  gtk_widget_add_css_class (figures, "fact-figures");
  gtk_box_append (GTK_BOX (words), new_label (fact->name, NULL));
  gtk_box_append (GTK_BOX (words), new_label (fact->note, "caption"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), figures);
  add_row (list, box, told);
}

static void
add_facts (BcChangeList       *self,
           const BcComparison *comparison)
{
  g_autoptr(GPtrArray) facts = bc_fact_list (comparison);
  GtkWidget *list;

  add_heading (self, _("What changed"));
  list = add_list (self, _("What changed"));
  for (guint i = 0; i < facts->len; i++)
    add_fact (list, g_ptr_array_index (facts, i));
}

/* --- the table --- */

static const struct
{
  BcIntensity intensity;
  const char *name;
} columns[] = {
  { BC_INTENSITY_NOW, NC_("intensity", "Now") },
  { BC_INTENSITY_WORST, NC_("intensity", "Worst") },
  { BC_INTENSITY_BEST, NC_("intensity", "Best") },
};

static void
add_column (GtkWidget *box,
            GtkWidget *child)
{
  gtk_widget_set_size_request (child, FIGURES_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), child);
}

static void
add_titles (GtkWidget *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *first = gtk_label_new (NULL);

  gtk_widget_set_hexpand (first, TRUE);
  gtk_box_append (GTK_BOX (box), first);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *title = gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "intensity", columns[i].name));

      gtk_widget_add_css_class (title, "caption-heading");
      add_column (box, title);
    }
  gtk_widget_add_css_class (box, "change-titles");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_can_focus (row, FALSE); /* each row below says what its numbers are */
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* What one intensity was and is; a change that usually matters stands out. */
static GtkWidget *
new_cell (int before,
          int after)
{
  BcDirection direction = bc_direction_of_nrs (before, after);
  gboolean changed = direction == BC_DIRECTION_LESS || direction == BC_DIRECTION_MORE;
  g_autofree char *figures = bc_words_dup_nrs_change (before, after);
  g_autofree char *text = changed ? g_strdup_printf ("%s %s", figures, bc_direction_get_sign (direction))
                                  : g_strdup (figures);
  GtkWidget *label = new_figures (text, direction);

  if (changed)
    gtk_widget_add_css_class (label, "matters");
  return label;
}

static void
add_symptom (GtkWidget             *list,
             const BcSymptomChange *change)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *swatch = bc_swatch_new (change->number, BC_ROLE_SITE);
  g_autofree char *label = g_strdup_printf ("P%d", change->number);
  g_autofree char *places = bc_words_dup_symptom_places (change);
  g_autofree char *words = bc_words_dup_capital (places);
  g_autofree char *told = bc_words_dup_symptom_change (change, NULL);
  GtkWidget *name = new_label (label, "heading");

  g_object_set (swatch, "qualities", (change->fate == BC_FATE_RESOLVED ? change->before : change->after).qualities,
                NULL);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_margin_start (name, 6);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), name);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (box, new_cell (change->before.nrs[columns[i].intensity], change->after.nrs[columns[i].intensity]));
  gtk_widget_add_css_class (rows, "change");
  gtk_box_append (GTK_BOX (rows), box);
  gtk_box_append (GTK_BOX (rows), new_label (words, change->fate != BC_FATE_STAYS ? "fate" : NULL));
  add_row (list, rows, told);
}

static void
add_symptoms (BcChangeList    *self,
              const GPtrArray *symptoms)
{
  GtkWidget *list;

  if (symptoms->len == 0)
    return;
  add_heading (self, C_("heading", "By symptom"));
  list = add_list (self, C_("heading", "By symptom"));
  add_titles (list);
  for (guint i = 0; i < symptoms->len; i++)
    add_symptom (list, g_ptr_array_index (symptoms, i));
}

/* --- the rest in words --- */

static void
add_part (BcChangeList       *self,
          const BcComparison *comparison,
          BcWordsPart         part,
          const char         *heading,
          const char         *style)
{
  g_autoptr(GPtrArray) texts = bc_words_list_part (comparison, bc_maps_get_default (), part);
  GtkWidget *list;

  if (texts->len == 0)
    return;
  add_heading (self, heading);
  list = add_list (self, heading);
  for (guint i = 0; i < texts->len; i++)
    {
      GtkWidget *label = new_label (g_ptr_array_index (texts, i), "change");

      if (style != NULL)
        gtk_widget_add_css_class (label, style);
      add_row (list, label, g_ptr_array_index (texts, i));
    }
}

static void
add_remarks (BcChangeList       *self,
             const BcComparison *comparison)
{
  g_autofree char *overlap = bc_words_dup_overlap (&comparison->skin);
  GtkWidget *rule = new_label (_("A change of 2 points of intensity usually matters to a patient. Whether somebody is "
                                 "better is for the patient and you to say."), "dim-label");

  if (overlap != NULL)
    gtk_box_append (GTK_BOX (self->box), new_label (overlap, "dim-label"));
  gtk_box_append (GTK_BOX (self->box), rule);
}

/* --- life --- */

static void
bc_change_list_dispose (GObject *object)
{
  g_clear_pointer (&BC_CHANGE_LIST (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_change_list_parent_class)->dispose (object);
}

static void
bc_change_list_class_init (BcChangeListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_change_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "changelist");
}

static void
bc_change_list_init (BcChangeList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * bc_change_list_new:
 *
 * Returns: (transfer floating): a list of nothing yet
 */
GtkWidget *
bc_change_list_new (void)
{
  return g_object_new (BC_TYPE_CHANGE_LIST, NULL);
}

/**
 * bc_change_list_set:
 * @comparison: (nullable): what to tell; %NULL for nothing
 * @two: whether it is of two visits, and not of one with itself
 */
void
bc_change_list_set (BcChangeList       *self,
                    const BcComparison *comparison,
                    gboolean            two)
{
  GtkWidget *child;

  g_return_if_fail (BC_IS_CHANGE_LIST (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (comparison == NULL)
    return;
  if (!two)
    {
      gtk_box_append (GTK_BOX (self->box), new_label (_("This is the same visit twice. Choose two."), NULL));
      return;
    }
  add_part (self, comparison, BC_WORDS_FLAGS, _("Red flags"), "red-flag-title");
  add_facts (self, comparison);
  add_symptoms (self, comparison->symptoms);
  add_part (self, comparison, BC_WORDS_ANSWERS, C_("heading", "Answers and tests"), NULL);
  add_part (self, comparison, BC_WORDS_CLEARS, C_("heading", "Clear regions"), NULL);
  add_part (self, comparison, BC_WORDS_FINDINGS, C_("heading", "Findings"), NULL);
  add_remarks (self, comparison);
}

/**
 * bc_change_list_dup_brief:
 * @comparison: two visits
 *
 * Returns: (transfer full): as "▼ Worst intensity 9 → 4   ▼ Pain extent 7.4 → 0.36 %   ..."
 */
char *
bc_change_list_dup_brief (const BcComparison *comparison)
{
  g_autoptr(GPtrArray) facts = bc_fact_list (comparison);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const BcFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *words = g_strdup_printf ("%s %s %s", bc_direction_get_sign (fact->direction), fact->name,
                                                fact->figures);
      g_auto(GStrv) parts = g_strsplit (words, " ", -1);
      g_autofree char *unbroken = g_strjoinv ("\u00a0", parts);

      g_string_append_printf (text, "%s%s", i > 0 ? "   " : "", unbroken);
    }
  return g_string_free (text, FALSE);
}
