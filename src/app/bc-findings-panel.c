/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-findings-panel.h"

#include "bc-edit.h"
#include "bc-finding-groups.h"
#include "bc-finding-row.h"
#include "bc-findings-rows.h"
#include "bc-i18n.h"
#include "bc-symptom-units.h"
#include "bc-why-not.h"

#include <adwaita.h>

#define MAX_ROWS 10
/* Groups with less than half a percent are shown only to make this many rows. */
#define MIN_ROWS 4
#define MIN_SHARE 0.005

struct _BcFindingsPanel
{
  GtkWidget parent_instance;

  BcChart          *chart;
  BcVisit          *visit;
  const BcFindings *findings;
  const BcBySymptom *by_symptom; /* (nullable) */
  int               symptom;     /* whose findings are shown; 0: the whole visit's */
  char             *selected_pattern; /* the choice outlives the findings that it was made in */
  BcSide            selected_side;
  BcFindingRow     *open_row;

  GtkWidget *stack;
  GtkWidget *units; /* the whole visit, P1, P2, ... */
  GtkWidget *list;
  GtkWidget *why; /* the account of any source, in the place of the findings */
};

G_DEFINE_FINAL_TYPE (BcFindingsPanel, bc_findings_panel, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choose (BcFindingsPanel *self,
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
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
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
  choose (self, BC_FINDING_ROW (row) == self->open_row ? NULL : BC_FINDING_ROW (row));
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
  const BcFinding *finding = bc_finding_row_get_finding (row);

  g_assert (BC_IS_FINDINGS_PANEL (self));

  bc_finding_row_set_ticked (row, bc_visit_is_ticked (self->visit, finding->pattern->id, (int) finding->side));
  choose (self, row);
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
  const BcFinding *finding = bc_finding_row_get_finding (BC_FINDING_ROW (row));

  bc_finding_row_set_ticked (BC_FINDING_ROW (row),
                             bc_visit_is_ticked (self->visit, finding->pattern->id, (int) finding->side));
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

/**
 * bc_findings_panel_is_asking_why:
 *
 * Returns: whether the account of one source, or the choice of it, is in the place of the findings
 */
gboolean
bc_findings_panel_is_asking_why (BcFindingsPanel *self)
{
  g_return_val_if_fail (BC_IS_FINDINGS_PANEL (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "why") == 0;
}

/* %NULL for the whole visit. */
static const BcSymptomFindings *
get_symptom (BcFindingsPanel *self)
{
  for (guint i = 0; self->by_symptom != NULL && i < self->by_symptom->symptoms->len; i++)
    {
      const BcSymptomFindings *symptom = g_ptr_array_index (self->by_symptom->symptoms, i);

      if (symptom->number == self->symptom)
        return symptom;
    }
  return NULL;
}

static void
clear_rows (BcFindingsPanel *self)
{
  GtkWidget *row;

  self->open_row = NULL;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static void
show_page (BcFindingsPanel *self)
{
  const char *page = "list";

  if (self->findings == NULL)
    page = "hidden";
  else if (self->findings->findings->len == 0)
    page = "empty";
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static void
why_closed_cb (BcFindingsPanel *self)
{
  g_assert (BC_IS_FINDINGS_PANEL (self));

  show_page (self);
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
why_changed_cb (BcFindingsPanel *self)
{
  g_assert (BC_IS_FINDINGS_PANEL (self));

  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
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

static void
rebuild (BcFindingsPanel *self)
{
  const BcSymptomFindings *symptom = NULL;
  g_autoptr(GPtrArray) groups = NULL;
  gboolean pair_placed = FALSE;
  gboolean no_fit_placed = FALSE;

  clear_rows (self);
  /* Who asks about a source goes on asking while the chart changes; not while findings are hidden. */
  if (self->findings == NULL || !bc_findings_panel_is_asking_why (self))
    show_page (self);
  if (self->findings == NULL || self->findings->findings->len == 0)
    return;
  bc_symptom_units_set (BC_SYMPTOM_UNITS (self->units), self->by_symptom, self->findings, self->symptom);
  symptom = get_symptom (self);
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

static void
bc_findings_panel_dispose (GObject *object)
{
  BcFindingsPanel *self = BC_FINDINGS_PANEL (object);

  self->findings = NULL;
  self->open_row = NULL;
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->chart);
  g_clear_object (&self->visit);
  g_clear_pointer (&self->selected_pattern, g_free);

  G_OBJECT_CLASS (bc_findings_panel_parent_class)->dispose (object);
}

static void
bc_findings_panel_class_init (BcFindingsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_findings_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findingspanel");

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_status (const char *icon,
            const char *title,
            const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

/* The account of any other source is always at hand. */
static GtkWidget *
new_foot (void)
{
  GtkWidget *button = gtk_button_new_with_label (_("Why not …?"));

  gtk_widget_set_tooltip_text (button, _("What speaks for and against any source, also one that is not listed (Alt+W)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.why-not");
  gtk_widget_set_margin_start (button, 12);
  gtk_widget_set_margin_end (button, 12);
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_bottom (button, 10);
  return button;
}

static void
unit_chosen_cb (BcFindingsPanel *self,
                int              symptom)
{
  g_assert (BC_IS_FINDINGS_PANEL (self));

  self->symptom = symptom;
  rebuild (self);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static GtkWidget *
new_list_page (BcFindingsPanel *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *caution = gtk_label_new (_("Shares of the evidence weighed, not probabilities of disease. "
                                        "Marks alone are weak evidence: ask and test next. A clinician decides."));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Findings"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);

  gtk_label_set_wrap (GTK_LABEL (caution), TRUE);
  gtk_label_set_xalign (GTK_LABEL (caution), 0);
  gtk_widget_add_css_class (caution, "dim-label");
  gtk_widget_add_css_class (caution, "caption");

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  self->units = bc_symptom_units_new ();
  g_signal_connect_object (self->units, "chosen", G_CALLBACK (unit_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->units);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), caution);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (page), scroller);
  gtk_box_append (GTK_BOX (page), new_foot ());
  return page;
}

static void
bc_findings_panel_init (BcFindingsPanel *self)
{
  self->selected_side = BC_SIDE_BOTH;
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), new_list_page (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       new_status ("find-location-symbolic", _("Mark where it hurts"),
                                   _("Which reference patterns fit, and why, shows here as you mark.")),
                       "empty");
  gtk_stack_add_named (GTK_STACK (self->stack),
                       new_status ("view-conceal-symbolic", _("Findings are hidden"),
                                   _("The switch in the header bar shows them again.")),
                       "hidden");
  self->why = bc_why_not_new ();
  g_signal_connect_object (self->why, "closed", G_CALLBACK (why_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->why, "changed", G_CALLBACK (why_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (GTK_STACK (self->stack), self->why, "why");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * bc_findings_panel_new:
 *
 * Returns: (transfer floating): an empty panel
 */
GtkWidget *
bc_findings_panel_new (void)
{
  return g_object_new (BC_TYPE_FINDINGS_PANEL, NULL);
}

/**
 * bc_findings_panel_set_chart:
 *
 * Ticks go to this visit of this chart.
 */
void
bc_findings_panel_set_chart (BcFindingsPanel *self,
                             BcChart         *chart,
                             BcVisit         *visit)
{
  g_return_if_fail (BC_IS_FINDINGS_PANEL (self));

  clear_rows (self);
  self->findings = NULL;
  self->by_symptom = NULL;
  self->symptom = 0;
  bc_why_not_set_visit (BC_WHY_NOT (self->why), NULL, NULL);
  show_page (self);
  g_clear_pointer (&self->selected_pattern, g_free);
  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
}

/**
 * bc_findings_panel_set_findings:
 * @findings: (nullable): must live until the next call has returned; %NULL when findings are hidden
 * @evidence: (nullable): that they came from; must live until the next call
 *
 * Shows the findings; the chosen one stays chosen where it is still among them.
 */
void
bc_findings_panel_set_findings (BcFindingsPanel  *self,
                                const BcFindings *findings,
                                const BcEvidence *evidence)
{
  BcKeptFocus kept = { 0 };

  g_return_if_fail (BC_IS_FINDINGS_PANEL (self));

  /* The rows still speak of the old findings, which the caller keeps until we return. */
  bc_kept_focus_keep (&kept, self->list);
  self->findings = findings;
  bc_why_not_set_visit (BC_WHY_NOT (self->why), findings != NULL ? evidence : NULL, findings);
  rebuild (self);
  bc_kept_focus_restore (&kept, self->list);
}

/**
 * bc_findings_panel_set_symptoms:
 * @by_symptom: (nullable): what fits each symptom by itself; must live until bc_findings_panel_set_findings() has
 *   returned after the next call
 *
 * Is shown with the next bc_findings_panel_set_findings().
 */
void
bc_findings_panel_set_symptoms (BcFindingsPanel   *self,
                                const BcBySymptom *by_symptom)
{
  g_return_if_fail (BC_IS_FINDINGS_PANEL (self));

  self->by_symptom = by_symptom;
  if (get_symptom (self) == NULL)
    self->symptom = 0;
}

/**
 * bc_findings_panel_get_selected:
 *
 * Returns: (transfer none) (nullable): the finding whose map is to be shown
 */
const BcFinding *
bc_findings_panel_get_selected (BcFindingsPanel *self)
{
  g_return_val_if_fail (BC_IS_FINDINGS_PANEL (self), NULL);

  if (bc_findings_panel_is_asking_why (self))
    return bc_why_not_get_finding (BC_WHY_NOT (self->why));
  return self->open_row != NULL ? bc_finding_row_get_finding (self->open_row) : NULL;
}

/**
 * bc_findings_panel_unselect:
 *
 * Closes the open finding and takes its map off the figure.
 */
void
bc_findings_panel_unselect (BcFindingsPanel *self)
{
  g_return_if_fail (BC_IS_FINDINGS_PANEL (self));

  if (bc_findings_panel_is_asking_why (self))
    show_page (self);
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  choose (self, NULL);
}

/**
 * bc_findings_panel_ask_why:
 * @pattern: (nullable): the source to ask about; %NULL lets a person choose
 * @side: its side
 *
 * Tells what speaks for and against any source, in the place of the findings.
 */
void
bc_findings_panel_ask_why (BcFindingsPanel *self,
                           const BcPattern *pattern,
                           BcSide           side)
{
  g_return_if_fail (BC_IS_FINDINGS_PANEL (self));

  if (self->findings == NULL)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "why");
  if (pattern != NULL)
    bc_why_not_show (BC_WHY_NOT (self->why), pattern, side);
  else
    bc_why_not_choose (BC_WHY_NOT (self->why));
}
