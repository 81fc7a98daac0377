/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-texts.h"

/**
 * bc_text_new:
 * @text: (nullable): what to say
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
bc_text_new (const char *text,
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

/**
 * bc_text_append_heading:
 *
 * Heads what follows in a panel.
 */
void
bc_text_append_heading (GtkBox     *box,
                        const char *text)
{
  GtkWidget *label = bc_text_new (text, "caption-heading");

  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (box, label);
}

/**
 * bc_text_append_bullets:
 *
 * Lists items one below the other.
 */
void
bc_text_append_bullets (GtkBox *box,
                        GStrv   items)
{
  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    {
      g_autofree char *text = g_strconcat ("• ", items[i], NULL);

      gtk_box_append (box, bc_text_new (text, NULL));
    }
}

/**
 * bc_text_new_expander:
 *
 * Returns: (transfer floating): what opens and shows @content
 */
GtkWidget *
bc_text_new_expander (const char *title,
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
