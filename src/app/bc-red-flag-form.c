/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-red-flag-form.h"

#include "bc-edit.h"
#include "bc-i18n.h"
#include "bc-texts.h"
#include "bc-wrap-box.h"

#define N_ACTIONS (BC_ACTION_NOT_APPLICABLE + 1)

struct _BcRedFlagForm
{
  GtkWidget parent_instance;

  char    *flag;
  BcChart *chart;
  BcVisit *visit;

  GtkWidget *box;
  GtkWidget *actions[N_ACTIONS];
  GtkWidget *comment;
  GtkWidget *who;
  GtkWidget *lowered;
  GtkWidget *error;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (BcRedFlagForm, bc_red_flag_form, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static BcAction
get_action (BcRedFlagForm *self)
{
  for (int action = 0; action < N_ACTIONS; action++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->actions[action])))
      return (BcAction) action;
  return BC_ACTION_REFERRED;
}

/* What is set aside is lowered in any case. */
static void
update (BcRedFlagForm *self)
{
  gboolean aside = get_action (self) == BC_ACTION_NOT_APPLICABLE;

  gtk_widget_set_sensitive (self->lowered, !aside);
  if (aside)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->lowered), TRUE);
  g_object_set (self->comment, "placeholder-text",
                gtk_check_button_get_active (GTK_CHECK_BUTTON (self->lowered))
                  ? _("Why it was lowered or set aside (needed)") : _("What was done, with whom"), NULL);
  gtk_widget_set_visible (self->error, FALSE);
}

static void
record_cb (BcRedFlagForm *self)
{
  g_autofree char *now = bc_time_dup_now ();
  g_autoptr(GError) error = NULL;

  g_assert (BC_IS_RED_FLAG_FORM (self));

  if (!bc_edit_set_flag_action (self->chart, self->visit, self->flag, get_action (self),
                                gtk_editable_get_text (GTK_EDITABLE (self->comment)), now,
                                gtk_editable_get_text (GTK_EDITABLE (self->who)),
                                gtk_check_button_get_active (GTK_CHECK_BUTTON (self->lowered)), &error))
    {
      gtk_label_set_label (GTK_LABEL (self->error), error->message);
      gtk_widget_set_visible (self->error, TRUE);
      gtk_widget_grab_focus (self->comment);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
remove_cb (BcRedFlagForm *self)
{
  g_assert (BC_IS_RED_FLAG_FORM (self));

  bc_edit_remove_flag_action (self->chart, self->visit, self->flag);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
cancel_cb (BcRedFlagForm *self)
{
  g_assert (BC_IS_RED_FLAG_FORM (self));

  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/* --- life --- */

static void
bc_red_flag_form_dispose (GObject *object)
{
  BcRedFlagForm *self = BC_RED_FLAG_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->flag, g_free);
  g_clear_object (&self->chart);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (bc_red_flag_form_parent_class)->dispose (object);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  cancel_cb (BC_RED_FLAG_FORM (widget));
  return GDK_EVENT_STOP;
}

static void
bc_red_flag_form_class_init (BcRedFlagFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_red_flag_form_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "redflagform");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static GtkWidget *
new_actions (BcRedFlagForm *self)
{
  GtkWidget *box = bc_wrap_box_new (14, 4);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What was done"), -1);
  for (int action = 0; action < N_ACTIONS; action++)
    {
      g_autofree char *label = bc_terms_dup_label (&bc_action_terms, action);

      self->actions[action] = gtk_check_button_new_with_label (label);
      if (action > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->actions[action]),
                                    GTK_CHECK_BUTTON (self->actions[0]));
      g_signal_connect_object (self->actions[action], "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      bc_wrap_box_append (BC_WRAP_BOX (box), self->actions[action]);
    }
  return box;
}

static GtkWidget *
new_entry (BcRedFlagForm *self,
           const char    *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (record_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
new_words (BcRedFlagForm *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->comment = new_entry (self, _("In words"));
  gtk_widget_set_hexpand (self->comment, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->comment), 10);
  self->who = new_entry (self, _("By whom"));
  g_object_set (self->who, "placeholder-text", _("By whom"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->who), 8);
  gtk_box_append (GTK_BOX (line), self->comment);
  gtk_box_append (GTK_BOX (line), self->who);
  return line;
}

static void
append_button (BcRedFlagForm *self,
               GtkWidget     *box,
               GtkWidget     *button,
               GCallback      callback)
{
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  bc_wrap_box_append (BC_WRAP_BOX (box), button);
}

static GtkWidget *
new_buttons (BcRedFlagForm *self)
{
  GtkWidget *box = bc_wrap_box_new (6, 6);
  GtkWidget *record = gtk_button_new_with_label (_("Record"));

  gtk_widget_add_css_class (record, "suggested-action");
  append_button (self, box, record, G_CALLBACK (record_cb));
  append_button (self, box, gtk_button_new_with_label (_("Cancel")), G_CALLBACK (cancel_cb));
  self->remove = gtk_button_new_with_label (_("Remove the record"));
  append_button (self, box, self->remove, G_CALLBACK (remove_cb));
  return box;
}

static void
bc_red_flag_form_init (BcRedFlagForm *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_append (GTK_BOX (self->box), new_actions (self));
  gtk_box_append (GTK_BOX (self->box), new_words (self));
  self->lowered = gtk_check_button_new_with_label (_("Taken as less urgent than the rule says"));
  g_signal_connect_object (self->lowered, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->lowered);
  self->error = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "xalign", 0.0,
                              "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->error, "error");
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_box_append (GTK_BOX (self->box), new_buttons (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * bc_red_flag_form_new:
 * @flag: id of a red-flag rule
 *
 * Returns: (transfer floating): a form that records into @visit
 */
GtkWidget *
bc_red_flag_form_new (const char *flag,
                      BcChart    *chart,
                      BcVisit    *visit)
{
  BcRedFlagForm *self;

  g_return_val_if_fail (flag != NULL, NULL);
  g_return_val_if_fail (BC_IS_CHART (chart) && BC_IS_VISIT (visit), NULL);

  self = g_object_new (BC_TYPE_RED_FLAG_FORM, NULL);
  self->flag = g_strdup (flag);
  self->chart = g_object_ref (chart);
  self->visit = g_object_ref (visit);
  return GTK_WIDGET (self);
}

/**
 * bc_red_flag_form_start:
 *
 * Fills the form with what is recorded, or with what is likely.
 */
void
bc_red_flag_form_start (BcRedFlagForm *self)
{
  BcFlagAction *record;
  BcAction action;

  g_return_if_fail (BC_IS_RED_FLAG_FORM (self));

  record = bc_visit_get_flag_action (self->visit, self->flag);
  action = record != NULL ? bc_flag_action_get_action (record) : BC_ACTION_REFERRED;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->lowered),
                               record != NULL && bc_flag_action_get_lowered (record));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->actions[action]), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->comment), record != NULL ? bc_flag_action_get_comment (record) : "");
  gtk_editable_set_text (GTK_EDITABLE (self->who),
                         record != NULL ? bc_flag_action_get_who (record) : bc_visit_get_clinician (self->visit));
  gtk_widget_set_visible (self->remove, record != NULL);
  update (self);
  gtk_widget_grab_focus (self->actions[action]);
}
