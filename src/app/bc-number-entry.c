/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-number-entry.h"

#define MOST "bc-number-entry-most"

/**
 * bc_number_entry_new:
 * @name: what is counted
 * @most: the greatest number
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
bc_number_entry_new (const char *name,
                     int         most)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), most > 99 ? 4 : 2);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), most > 99 ? 4 : 2);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_tooltip_text (entry, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (entry), MOST, GINT_TO_POINTER (most));
  return entry;
}

/**
 * bc_number_entry_read:
 * @number: (out): the number, %BC_NUMBER_NONE where nothing is written
 *
 * What is no number is shown as wrong.
 *
 * Returns: whether it can be taken
 */
gboolean
bc_number_entry_read (GtkWidget *entry,
                      int       *number)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  int most = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (entry), MOST));
  guint64 read = 0;
  gboolean fine = text[0] == '\0' || g_ascii_string_to_unsigned (text, 10, 0, (guint64) most, &read, NULL);

  *number = text[0] == '\0' ? BC_NUMBER_NONE : (int) read;
  if (fine)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fine ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return fine;
}

/**
 * bc_number_entry_show:
 * @number: the number, %BC_NUMBER_NONE for nothing
 *
 * Writes @number, unless it stands there already.
 */
void
bc_number_entry_show (GtkWidget *entry,
                      int        number)
{
  g_autofree char *text = number == BC_NUMBER_NONE ? g_strdup ("") : g_strdup_printf ("%d", number);
  int now;

  if (bc_number_entry_read (entry, &now) && now == number)
    return;
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}
