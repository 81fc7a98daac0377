/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-focus.h"

/**
 * bc_focus_among_children:
 * @widget: a widget that cannot have the focus itself
 * @direction: where the focus goes
 *
 * For the `focus` of a widget class with a `grab_focus` of its own: GTK's default would call that when the last child is
 * reached, and the focus would come back to the first one for ever.
 *
 * Returns: whether a child took the focus; if not, it leaves @widget
 */
gboolean
bc_focus_among_children (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_LEFT || direction == GTK_DIR_UP;
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_get_child_visible (child)
        && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}
