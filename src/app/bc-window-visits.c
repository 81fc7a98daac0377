/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Which visit the window shows, and the side bar that lists them. Beside the figure where there is room for it, over
 * it where there is not.
 */

#include "bc-window-private.h"

#include "bc-edit.h"
#include "bc-i18n.h"
#include "bc-settings.h"
#include "bc-visits-panel.h"

/* From this width of the window on, in pixels, figure, panel and visits have room side by side. */
#define WIDE 1180
/* Narrower than this the header needs the room for what hides the findings; the menu has the visits. */
#define LEAST_HEADER 480

static AdwFlap *
get_flap (BcWindow *self)
{
  return ADW_FLAP (self->visits_flap);
}

static GListModel *
get_visits (BcWindow *self)
{
  return self->document != NULL ? G_LIST_MODEL (bc_chart_get_visits (bc_document_get_chart (self->document))) : NULL;
}

/* --- the side bar --- */

static gboolean
is_wide (BcWindow *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) >= WIDE;
}

static void
reveal (BcWindow *self,
        gboolean  show)
{
  self->placing_visits = TRUE;
  adw_flap_set_reveal_flap (get_flap (self), show);
  self->placing_visits = FALSE;
}

/* Finds the place for the side bar in a window of another width. */
void
_bc_window_fit_visits (BcWindow *self)
{
  gboolean folded = !is_wide (self);

  gtk_widget_set_visible (self->visits_button, gtk_widget_get_width (GTK_WIDGET (self)) >= LEAST_HEADER);
  if (folded == adw_flap_get_folded (get_flap (self)))
    return;
  adw_flap_set_fold_policy (get_flap (self), folded ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  reveal (self, !folded && self->want_visits);
}

static void
revealed_cb (BcWindow *self)
{
  g_assert (BC_IS_WINDOW (self));

  if (!self->placing_visits && !adw_flap_get_folded (get_flap (self)))
    self->want_visits = adw_flap_get_reveal_flap (get_flap (self));
}

/* --- which visit --- */

/* Shows what another visit of the chart says. */
void
_bc_window_show_visit (BcWindow *self,
                       BcVisit  *visit)
{
  BcVisit *shown = bc_document_get_visit (self->document);

  if (self->shown_visit == visit && shown == visit)
    return;
  if (self->shown_visit == shown) /* else it was taken away */
    bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  bc_document_set_visit (self->document, visit);
  _bc_window_show_chart (self);
}

static char *
dup_visit_words (BcWindow *self)
{
  g_autofree char *date = bc_date_dup_display (bc_visit_get_date (bc_document_get_visit (self->document)));
  g_autofree char *number = _bc_window_dup_visit_number (self);

  return number != NULL ? g_strdup_printf ("%s, %s", date, number) : g_steal_pointer (&date);
}

static void
chosen_cb (BcWindow *self,
           BcVisit  *visit)
{
  g_autofree char *text = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (self->document == NULL)
    return;
  _bc_window_show_visit (self, visit);
  if (adw_flap_get_folded (get_flap (self)))
    adw_flap_set_reveal_flap (get_flap (self), FALSE);
  text = dup_visit_words (self);
  _bc_window_say (self, text);
}

/* Visits come and go by new ones, undo and redo: the one that came is shown, and never one that is gone. */
static void
visits_changed_cb (BcWindow   *self,
                   guint       position,
                   guint       n_removed,
                   guint       n_added,
                   GListModel *visits)
{
  g_autoptr(BcVisit) added = NULL;

  g_assert (BC_IS_WINDOW (self));

  if (n_added == 1)
    added = g_list_model_get_item (visits, position);
  _bc_window_show_visit (self, added != NULL ? added : bc_document_get_visit (self->document));
  _bc_window_update_title (self);
}

/* "visit 3 of 5"; nothing where there is but one. */
char *
_bc_window_dup_visit_number (BcWindow *self)
{
  GListModel *visits = get_visits (self);
  guint position;

  if (visits == NULL || g_list_model_get_n_items (visits) < 2
      || !g_list_store_find (G_LIST_STORE (visits), bc_document_get_visit (self->document), &position))
    return NULL;
  /* Translators: 1: number of the visit that is shown; 2: how many there are */
  return g_strdup_printf (_("visit %1$u of %2$u"), position + 1, g_list_model_get_n_items (visits));
}

/* Lists the visits of the chart that the window has now. */
void
_bc_window_list_visits (BcWindow *self)
{
  GListModel *visits = get_visits (self);

  g_signal_group_set_target (self->visits_signals, visits);
  self->want_visits = visits != NULL && g_list_model_get_n_items (visits) > 1;
  reveal (self, self->want_visits && !adw_flap_get_folded (get_flap (self)));
}

/* --- actions --- */

static void
new_visit_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  gboolean from_last = g_str_equal (g_variant_get_string (parameter, NULL), "last");
  g_autofree char *today = bc_date_dup_today ();
  g_autofree char *clinician = NULL;
  BcHistory *history;
  BcChart *chart;
  BcVisit *visit;

  if (self->document == NULL)
    return;
  chart = bc_document_get_chart (self->document);
  history = bc_chart_get_history (chart);
  bc_patient_panel_commit (BC_PATIENT_PANEL (self->patient_panel));
  clinician = bc_settings_get () != NULL ? g_settings_get_string (bc_settings_get (), "clinician") : NULL;
  bc_history_begin (history, _("Start a visit"));
  visit = bc_edit_start_visit (chart, today, from_last);
  if (clinician != NULL && clinician[0] != '\0')
    bc_history_set_string (history, visit, "clinician", clinician);
  bc_history_end (history);
  _bc_window_toast (self, from_last ? _("A new visit of today, begun as a copy of the last one")
                                    : _("A new visit of today, empty"));
}

static void
step_visit_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  GListModel *visits = get_visits (self);
  g_autoptr(BcVisit) visit = NULL;
  guint position;

  if (visits == NULL
      || !g_list_store_find (G_LIST_STORE (visits), bc_document_get_visit (self->document), &position))
    return;
  /* Below the first the number wraps, and there is no visit either. */
  visit = g_list_model_get_item (visits, position + (guint) g_variant_get_int32 (parameter));
  if (visit != NULL)
    chosen_cb (self, visit);
}

static void
confirm_all_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);

  if (self->document != NULL)
    bc_edit_confirm_all (bc_document_get_chart (self->document), bc_document_get_visit (self->document));
}

void
_bc_window_class_visits_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.new-visit", "s", new_visit_cb);
  gtk_widget_class_install_action (klass, "win.confirm-all", NULL, confirm_all_cb);
  gtk_widget_class_install_action (klass, "win.step-visit", "i", step_visit_cb);
}

/* Makes the side bar; once. */
void
_bc_window_build_visits (BcWindow *self)
{
  self->visits_panel = bc_visits_panel_new ();
  adw_bin_set_child (ADW_BIN (self->visits_bin), self->visits_panel);
  g_signal_connect_object (self->visits_panel, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->visits_flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);
  self->visits_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->visits_signals, "items-changed", G_CALLBACK (visits_changed_cb), self);
}
