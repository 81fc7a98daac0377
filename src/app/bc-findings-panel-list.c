/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The list of the panel of findings: its rows, in the order of their shares, and which of them is open.
 */

#include "bc-findings-panel-private.h"

#include "bc-edit.h"
#include "bc-finding-groups.h"
#include "bc-findings-rows.h"
#include "bc-i18n.h"

#define MAX_ROWS 10
/* Groups with less than half a percent are shown only to make this many rows. */
#define MIN_ROWS 4
#define MIN_SHARE 0.005

void
bc_findings_panel_choose (BcFindingsPanel *self,
                          BcFindingRow    *row)
{
  const BcFinding *finding = row != NULL ? bc_finding_row_get_finding (row) : NULL;

  if (self->open_row != NULL && self->open_row != row)
    bc_finding_row_set_open (self->open_row, FALSE);
  self->open_row = row;
  if (row != NULL)
    bc_finding_row_set_open (row, TRUE);
  g_free (self->selected_pattern);
  self->selected_pattern = finding != NULL ? g_strdup (finding->pattern->id) : NULL;
  self->selected_side = finding != NULL ? finding->side : BC_SIDE_BOTH;
  bc_findings_panel_emit_selected (self);
}

static void
row_activated_cb (GtkListBox      *list,
                  GtkListBoxRow   *row,
                  BcFindingsPanel *self)
{
  g_assert (BC_IS_FINDINGS_PANEL (self));

  if (!BC_IS_FINDING_ROW (row))
    return;
  /* A second click closes it again and takes the map off the figure. */
  bc_findings_panel_choose (self, BC_FINDING_ROW (row) == self->open_row ? NULL : BC_FINDING_ROW (row));
  if (self->open_row == NULL)
    {
      bc_finding_row_set_open (BC_FINDING_ROW (row), FALSE);
      gtk_list_box_unselect_all (list);
    }
}

static void
row_shown_cb (BcFindingRow    *row,
              BcFindingsPanel *self)
{
  g_assert (BC_IS_FINDINGS_PANEL (self));

  bc_finding_row_show_tick (row, self->visit);
  bc_findings_panel_choose (self, row);
}

static void
row_ticked_cb (BcFindingRow    *row,
               gboolean         ticked,
               BcFindingsPanel *self)
{
  const BcFinding *finding = bc_finding_row_get_finding (row);

  g_assert (BC_IS_FINDINGS_PANEL (self));

  bc_edit_set_ticked (self->chart, self->visit, finding->pattern->id, (int) finding->side, ticked);
}

static void
append_row (BcFindingsPanel *self,
            GPtrArray       *twins)
{
  GtkWidget *row = bc_finding_row_new (twins, bc_maps_get_default ());
  gboolean chosen = self->selected_pattern != NULL
                    && bc_finding_row_holds (BC_FINDING_ROW (row), self->selected_pattern, self->selected_side);

  bc_finding_row_show_tick (BC_FINDING_ROW (row), self->visit);
  g_signal_connect_object (row, "shown", G_CALLBACK (row_shown_cb), self, 0);
  g_signal_connect_object (row, "ticked", G_CALLBACK (row_ticked_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  if (chosen)
    {
      self->open_row = BC_FINDING_ROW (row);
      bc_finding_row_set_open (self->open_row, TRUE);
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
    }
}

/* Puts the other outcomes where their shares belong: before the finding that has less than @share. */
static void
append_outcomes (BcFindingsPanel *self,
                 double           share,
                 gboolean        *pair_placed,
                 gboolean        *no_fit_placed)
{
  const BcPair *pair = self->findings->pair;
  gboolean no_fit_first = pair == NULL || self->findings->no_fit_share > pair->share;

  for (guint i = 0; i < 2; i++)
    {
      gboolean no_fit = (i == 0) == no_fit_first;
      gboolean *placed = no_fit ? no_fit_placed : pair_placed;
      g_autofree char *name = NULL;

      if (*placed || (!no_fit && pair == NULL) || (no_fit ? self->findings->no_fit_share : pair->share) < share)
        continue;
      name = no_fit ? g_strdup (_("No pattern in the maps fits")) : bc_pair_dup_name (pair);
      gtk_list_box_append (GTK_LIST_BOX (self->list),
                           bc_outcome_row_new (name, no_fit ? self->findings->no_fit_share : pair->share));
      *placed = TRUE;
    }
}

/* %NULL for the whole visit. */
const BcSymptomFindings *
bc_findings_panel_get_symptom (BcFindingsPanel *self)
{
  for (guint i = 0; self->by_symptom != NULL && i < self->by_symptom->symptoms->len; i++)
    {
      const BcSymptomFindings *symptom = g_ptr_array_index (self->by_symptom->symptoms, i);

      if (symptom->number == self->symptom)
        return symptom;
    }
  return NULL;
}

void
bc_findings_panel_clear (BcFindingsPanel *self)
{
  GtkWidget *row;

  self->open_row = NULL;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static void
append_no_fit (BcFindingsPanel *self,
               double           share)
{
  gtk_list_box_append (GTK_LIST_BOX (self->list), bc_outcome_row_new (_("No pattern in the maps fits"), share));
}

static void
append_symptom_findings (BcFindingsPanel         *self,
                         const BcSymptomFindings *symptom)
{
  gboolean placed = FALSE;

  for (guint i = 0; i < symptom->findings->len; i++)
    {
      const BcFinding *finding = g_ptr_array_index (symptom->findings, i);
      g_autoptr(GPtrArray) alone = g_ptr_array_new ();

      if (!placed && symptom->no_fit_share > finding->share)
        {
          append_no_fit (self, symptom->no_fit_share);
          placed = TRUE;
        }
      g_ptr_array_add (alone, (gpointer) finding);
      append_row (self, alone);
    }
  if (!placed)
    append_no_fit (self, symptom->no_fit_share);
}

/* Puts what fits the visit, or the chosen symptom by itself, into the empty list. */
void
bc_findings_panel_fill (BcFindingsPanel *self)
{
  const BcSymptomFindings *symptom = bc_findings_panel_get_symptom (self);
  g_autoptr(GPtrArray) groups = NULL;
  gboolean pair_placed = FALSE;
  gboolean no_fit_placed = FALSE;

  if (symptom != NULL)
    {
      append_symptom_findings (self, symptom);
      return;
    }
  groups = bc_findings_group (self->findings, bc_maps_get_default (), MAX_ROWS);
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *twins = g_ptr_array_index (groups, i);
      const BcFinding *first = g_ptr_array_index (twins, 0);

      if (i >= MIN_ROWS && first->group_share < MIN_SHARE)
        break;
      append_outcomes (self, first->group_share, &pair_placed, &no_fit_placed);
      append_row (self, twins);
    }
  append_outcomes (self, 0, &pair_placed, &no_fit_placed);
}

/**
 * bc_findings_panel_new_list:
 *
 * Makes the list of the panel; once.
 *
 * Returns: (transfer floating): the empty list
 */
GtkWidget *
bc_findings_panel_new_list (BcFindingsPanel *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  return self->list;
}
