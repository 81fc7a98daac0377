/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-findings-rows.h"

#include "bc-finding-row.h"

/**
 * bc_outcome_row_new:
 * @name: what the outcome is, as "no pattern fits"
 * @value: its share, 0..1
 *
 * Returns: (transfer floating): a row for an outcome that is no pattern of its own
 */
GtkWidget *
bc_outcome_row_new (const char *name,
                    double      value)
{
  g_autofree char *share = bc_share_dup_text (value);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *number = gtk_label_new (share);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "finding-title");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "finding");
  gtk_widget_add_css_class (box, "no-fit");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/**
 * bc_kept_focus_keep:
 * @kept: (out caller-allocates): where the keyboard is
 * @list: of findings
 *
 * Rows are made anew while a person ticks or walks through them: where the keyboard was, it stays.
 */
void
bc_kept_focus_keep (BcKeptFocus *kept,
                    GtkWidget   *list)
{
  GtkRoot *root = gtk_widget_get_root (list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, list))
    row = BC_IS_FINDING_ROW (focus) ? focus : gtk_widget_get_ancestor (focus, BC_TYPE_FINDING_ROW);
  kept->pattern = NULL;
  if (row == NULL)
    return;
  kept->pattern = g_strdup (bc_finding_row_get_finding (BC_FINDING_ROW (row))->pattern->id);
  kept->side = bc_finding_row_get_finding (BC_FINDING_ROW (row))->side;
  kept->on_tick = GTK_IS_CHECK_BUTTON (focus);
}

/**
 * bc_kept_focus_restore:
 * @kept: where the keyboard was, which is forgotten
 * @list: the same list with new rows
 */
void
bc_kept_focus_restore (BcKeptFocus *kept,
                       GtkWidget   *list)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); kept->pattern != NULL && row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const BcFinding *finding = BC_IS_FINDING_ROW (row) ? bc_finding_row_get_finding (BC_FINDING_ROW (row)) : NULL;

      if (finding == NULL || finding->side != kept->side || !g_str_equal (finding->pattern->id, kept->pattern))
        continue;
      if (kept->on_tick)
        bc_finding_row_grab_tick (BC_FINDING_ROW (row));
      else
        gtk_widget_grab_focus (row);
      break;
    }
  g_clear_pointer (&kept->pattern, g_free);
}
