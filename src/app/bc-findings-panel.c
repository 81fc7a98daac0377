/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-findings-panel-private.h"

#include "bc-findings-rows.h"
#include "bc-i18n.h"
#include "bc-symptom-units.h"
#include "bc-why-not.h"
#include "bc-words-understood.h"

#include <adwaita.h>

G_DEFINE_FINAL_TYPE (BcFindingsPanel, bc_findings_panel, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

void
bc_findings_panel_emit_selected (BcFindingsPanel *self)
{
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
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

/* What fits was found by the clinician's drawing where there is one: whoever reads it has to know. */
static void
show_understood (BcFindingsPanel *self)
{
  g_autofree char *text = self->visit != NULL ? bc_words_dup_understood (self->visit) : NULL;

  gtk_widget_set_visible (self->understood, text != NULL);
  gtk_label_set_label (GTK_LABEL (self->understood), text != NULL ? text : "");
}

static void
show_page (BcFindingsPanel *self)
{
  const char *page = "list";

  if (self->findings == NULL)
    page = "hidden";
  else if (self->findings->findings->len == 0 && !gtk_widget_get_visible (self->understood))
    page = "empty"; /* a drawing of the clinician that is empty says why there is nothing */
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
}

static void
why_closed_cb (BcFindingsPanel *self)
{
  g_assert (BC_IS_FINDINGS_PANEL (self));

  show_page (self);
  gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
  bc_findings_panel_emit_selected (self);
}

static void
why_changed_cb (BcFindingsPanel *self)
{
  g_assert (BC_IS_FINDINGS_PANEL (self));

  bc_findings_panel_emit_selected (self);
}

static void
rebuild (BcFindingsPanel *self)
{
  bc_findings_panel_clear (self);
  show_understood (self);
  /* Who asks about a source goes on asking while the chart changes; not while findings are hidden. */
  if (self->findings == NULL || !bc_findings_panel_is_asking_why (self))
    show_page (self);
  if (self->findings == NULL || self->findings->findings->len == 0)
    {
      gtk_widget_set_visible (self->units, FALSE);
      return;
    }
  bc_symptom_units_set (BC_SYMPTOM_UNITS (self->units), self->by_symptom, self->findings, self->symptom);
  bc_findings_panel_fill (self);
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
  bc_findings_panel_emit_selected (self);
}

static GtkWidget *
new_caption (const char *text)
{
  GtkWidget *caption = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (caption, "caption");
  return caption;
}

static GtkWidget *
new_list_page (BcFindingsPanel *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *caution = new_caption (_("Shares of the evidence weighed, not probabilities of disease. "
                                      "Marks alone are weak evidence: ask and test next. A clinician decides."));

  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  self->units = bc_symptom_units_new ();
  g_signal_connect_object (self->units, "chosen", G_CALLBACK (unit_chosen_cb), self, G_CONNECT_SWAPPED);
  self->understood = new_caption (NULL);
  gtk_box_append (GTK_BOX (box), self->understood);
  gtk_box_append (GTK_BOX (box), self->units);
  gtk_box_append (GTK_BOX (box), bc_findings_panel_new_list (self));
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

  bc_findings_panel_clear (self);
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
  if (bc_findings_panel_get_symptom (self) == NULL)
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
  bc_findings_panel_choose (self, NULL);
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
