/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-bar.h"

#include "bc-i18n.h"

#define SPACING 8
/* Corrections beyond these, counted from the latest, wait behind a scroll bar: pixels. */
#define MOST_HEIGHT 120

struct _BcVisitBar
{
  GtkWidget parent_instance;

  BcChart *chart;
  BcVisit *visit;

  GtkWidget    *box;
  GtkWidget    *icon;
  GtkWidget    *label;
  GtkWidget    *correct;
  GtkWidget    *confirm;
  GtkWidget    *scroller;
  GtkWidget    *corrections;
  GSignalGroup *history_signals;
};

G_DEFINE_FINAL_TYPE (BcVisitBar, bc_visit_bar, GTK_TYPE_WIDGET)

/* What was there is struck through and stays readable. */
static GtkWidget *
new_correction (BcCorrection *correction)
{
  const char *before = bc_correction_get_before (correction);
  const char *after = bc_correction_get_after (correction);
  g_autofree char *field = bc_visit_field_dup_name (bc_correction_get_field (correction));
  g_autofree char *when = bc_time_dup_display (bc_correction_get_when (correction));
  g_autofree char *struck = before[0] != '\0' ? g_markup_printf_escaped ("<s>%s</s> ", before) : g_strdup ("");
  g_autofree char *rest = g_markup_printf_escaped ("%s (%s, %s)", after[0] != '\0' ? after : "–",
                                                   bc_correction_get_who (correction), when);
  g_autofree char *head = g_markup_printf_escaped ("<b>%s</b>  ", field);
  g_autofree char *markup = g_strconcat (head, struck, rest, NULL);
  /* Translators: 1: what was corrected; 2: what was there; 3: what is there now; 4: by whom; 5: when */
  g_autofree char *words = g_strdup_printf (_("%1$s: not “%2$s” but “%3$s” (%4$s, %5$s)"), field, before, after,
                                            bc_correction_get_who (correction), when);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* That it is struck through is not heard. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return label;
}

static void
show_corrections (BcVisitBar *self)
{
  GListModel *corrections = G_LIST_MODEL (bc_visit_get_corrections (self->visit));
  guint n = g_list_model_get_n_items (corrections);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->corrections)) != NULL)
    gtk_box_remove (GTK_BOX (self->corrections), child);
  for (guint i = n; i > 0; i--)
    {
      g_autoptr(BcCorrection) correction = g_list_model_get_item (corrections, i - 1);

      gtk_box_append (GTK_BOX (self->corrections), new_correction (correction));
    }
  gtk_widget_set_visible (self->scroller, n > 0);
}

static void
show_signed (BcVisitBar *self)
{
  g_autofree char *when = bc_time_dup_display (bc_visit_get_signed_when (self->visit));
  /* Translators: 1: a clinician; 2: date and time */
  g_autofree char *text = g_strdup_printf (_("Signed by %1$s, %2$s. It stays as it is; what is wrong is corrected."),
                                           bc_visit_get_signed_by (self->visit), when);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), "changes-prevent-symbolic");
  gtk_label_set_label (GTK_LABEL (self->label), text);
  show_corrections (self);
}

static guint
count_unconfirmed (GListStore *list)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      int unconfirmed = 0;

      g_object_get (item, "unconfirmed", &unconfirmed, NULL);
      n += unconfirmed != 0;
    }
  return n;
}

/* What was copied from the last visit counts, and is not yet what the patient said today. */
static void
show_unconfirmed (BcVisitBar *self,
                  guint       n)
{
  /* Translators: symptoms, clear regions and answers that a new visit has from the last one */
  g_autofree char *text = g_strdup_printf (ngettext_ ("%u part comes from the last visit and is not confirmed yet.",
                                                      "%u parts come from the last visit and are not confirmed yet.",
                                                      (gulong) n), n);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), "document-open-recent-symbolic");
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->scroller, FALSE);
}

static void
update (BcVisitBar *self)
{
  gboolean is_signed = self->visit != NULL && bc_visit_is_signed (self->visit);
  guint n = 0;

  if (self->visit != NULL && !is_signed)
    n = count_unconfirmed (bc_visit_get_symptoms (self->visit)) + count_unconfirmed (bc_visit_get_clears (self->visit))
        + count_unconfirmed (bc_visit_get_answers (self->visit));
  gtk_widget_set_visible (GTK_WIDGET (self), is_signed || n > 0);
  gtk_widget_set_visible (self->correct, is_signed);
  gtk_widget_set_visible (self->confirm, n > 0);
  if (is_signed)
    show_signed (self);
  else if (n > 0)
    show_unconfirmed (self, n);
}

static void
bc_visit_bar_dispose (GObject *object)
{
  BcVisitBar *self = BC_VISIT_BAR (object);

  if (self->history_signals != NULL)
    g_signal_group_set_target (self->history_signals, NULL);
  g_clear_object (&self->history_signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (bc_visit_bar_parent_class)->dispose (object);
}

static void
bc_visit_bar_class_init (BcVisitBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_visit_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "visitbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_visit_bar_init (BcVisitBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  self->icon = gtk_image_new ();
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->correct = gtk_button_new_with_label (_("Correct…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->correct), "win.add-correction");
  gtk_widget_set_valign (self->correct, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), self->icon);
  gtk_box_append (GTK_BOX (row), self->label);
  gtk_box_append (GTK_BOX (row), self->correct);
  self->confirm = gtk_button_new_with_label (_("Confirm All"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->confirm), "win.confirm-all");
  gtk_widget_set_tooltip_text (self->confirm, _("All of it still holds as it is (Shift+Ctrl+Return)"));
  gtk_widget_set_valign (self->confirm, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), self->confirm);
  gtk_box_append (GTK_BOX (self->box), row);
  self->corrections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->corrections);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->history_signals = g_signal_group_new (BC_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * bc_visit_bar_new:
 *
 * Returns: (transfer floating): a bar without a visit, which is not seen
 */
GtkWidget *
bc_visit_bar_new (void)
{
  return g_object_new (BC_TYPE_VISIT_BAR, NULL);
}

/**
 * bc_visit_bar_set_chart:
 * @chart: (nullable): a document
 * @visit: (nullable): one of its visits
 *
 * Tells of another visit.
 */
void
bc_visit_bar_set_chart (BcVisitBar *self,
                        BcChart    *chart,
                        BcVisit    *visit)
{
  g_return_if_fail (BC_IS_VISIT_BAR (self));
  g_return_if_fail (chart == NULL || BC_IS_CHART (chart));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  g_signal_group_set_target (self->history_signals, chart != NULL ? bc_chart_get_history (chart) : NULL);
  update (self);
}
