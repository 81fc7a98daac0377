/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The comparison of two visits as a page of the window, made when it is first asked for. It stands where the map
 * browser does, and is left in the same ways.
 */

#include "bc-window-private.h"

#include "bc-compare-page.h"

#define PAGE "compare"

static GtkWidget *
get_page (BcWindow *self)
{
  return gtk_stack_get_child_by_name (GTK_STACK (self->pages), PAGE);
}

/* The page holds no chart that it does not show. */
void
_bc_window_forget_comparison (BcWindow *self)
{
  GtkWidget *page = get_page (self);

  if (page != NULL)
    bc_compare_page_set_chart (BC_COMPARE_PAGE (page), NULL, NULL, FALSE);
}

/* Whether there are two visits to compare. */
gboolean
_bc_window_can_compare (BcWindow *self)
{
  if (self->document == NULL)
    return FALSE;
  return g_list_model_get_n_items (G_LIST_MODEL (bc_chart_get_visits (bc_document_get_chart (self->document)))) > 1;
}

/* Compares two visits; the patient, who sees no findings, sees none here either. */
void
_bc_window_compare (BcWindow *self,
                    guint     before,
                    guint     after)
{
  GtkWidget *page = get_page (self);

  if (!_bc_window_can_compare (self))
    return;
  if (page == NULL)
    {
      page = bc_compare_page_new ();
      gtk_stack_add_named (GTK_STACK (self->pages), page, PAGE);
      g_signal_connect_object (page, "closed", G_CALLBACK (_bc_window_leave_browser), self, G_CONNECT_SWAPPED);
    }
  if (!_bc_window_is_browsing (self))
    g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (GTK_WINDOW (self)));
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), PAGE);
  bc_compare_page_set_chart (BC_COMPARE_PAGE (page), bc_document_get_chart (self->document),
                             bc_document_get_visit (self->document), self->show_findings);
  if (before > 0 && after > 0)
    bc_compare_page_choose (BC_COMPARE_PAGE (page), before - 1, after - 1);
  _bc_window_actions_update (self);
  _bc_window_update_maps (self);
}
