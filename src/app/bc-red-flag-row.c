/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-red-flag-row.h"

#include "bc-i18n.h"
#include "bc-red-flag-form.h"
#include "bc-signed-part.h"
#include "bc-texts.h"
#include "bc-words.h"

struct _BcRedFlagRow
{
  GtkWidget parent_instance;

  const BcRedFlag *flag;
  BcChart         *chart;
  BcVisit         *visit;

  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *meaning;
  GtkWidget *urgency;
  GtkWidget *done; /* what was done, one record a line */
  GtkWidget *record;
  GtkWidget *revealer;
  GtkWidget *form; /* NULL until it is first opened */
};

G_DEFINE_FINAL_TYPE (BcRedFlagRow, bc_red_flag_row, GTK_TYPE_WIDGET)

/* What was done about a rule that is less urgent does not settle this one. */
static gboolean
settles (BcRedFlagRow *self,
         BcFlagAction *action)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->red_flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, i);

      if (g_str_equal (flag->id, bc_flag_action_get_flag (action)))
        return flag->urgency >= self->flag->urgency;
    }
  return FALSE;
}

static void
close_form_cb (BcRedFlagRow *self)
{
  g_assert (BC_IS_RED_FLAG_ROW (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_grab_focus (self->record);
}

static void
record_clicked_cb (BcRedFlagRow *self)
{
  g_assert (BC_IS_RED_FLAG_ROW (self));

  if (gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    close_form_cb (self);
  else
    bc_red_flag_row_open_form (self);
}

/* --- life --- */

static void
bc_red_flag_row_dispose (GObject *object)
{
  BcRedFlagRow *self = BC_RED_FLAG_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->chart);
  g_clear_object (&self->visit);

  G_OBJECT_CLASS (bc_red_flag_row_parent_class)->dispose (object);
}

static void
bc_red_flag_row_class_init (BcRedFlagRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_red_flag_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "redflagrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_line (BcRedFlagRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->meaning = bc_text_new (NULL, "heading");
  self->urgency = bc_text_new (NULL, NULL);
  self->done = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign", 0.0,
                             NULL);
  gtk_box_append (GTK_BOX (words), self->meaning);
  gtk_box_append (GTK_BOX (words), self->urgency);
  gtk_box_append (GTK_BOX (words), self->done);
  gtk_widget_set_hexpand (words, TRUE);
  self->record = gtk_button_new ();
  gtk_widget_set_valign (self->record, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->record, "record-action");
  g_signal_connect_object (self->record, "clicked", G_CALLBACK (record_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), self->record);
  return line;
}

static void
bc_red_flag_row_init (BcRedFlagRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "red-flag");
  gtk_box_append (GTK_BOX (self->box), new_line (self));
  self->revealer = gtk_revealer_new ();
  gtk_box_append (GTK_BOX (self->box), self->revealer);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * bc_red_flag_row_new:
 * @flag: a rule that fired; its maps must outlive the row
 * @chart: (nullable): the document
 * @visit: (nullable): the visit in which it fired; without one nothing can be recorded
 *
 * Returns: (transfer floating): a row with its form closed
 */
GtkWidget *
bc_red_flag_row_new (const BcRedFlag *flag,
                     BcChart         *chart,
                     BcVisit         *visit)
{
  BcRedFlagRow *self;
  g_autofree char *heading = NULL;
  g_autofree char *advice = NULL;

  g_return_val_if_fail (flag != NULL, NULL);
  g_return_val_if_fail ((chart != NULL) == (visit != NULL), NULL);

  self = g_object_new (BC_TYPE_RED_FLAG_ROW, NULL);
  self->flag = flag;
  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  gtk_widget_set_visible (self->record, visit != NULL);
  /* Translators: %s is what a red flag points to, as in "Cauda equina syndrome" */
  heading = g_strdup_printf (_("Red flag – %s"), flag->meaning);
  /* Translators: %s is how urgent a red flag is and what to do, as in "Emergency: refer within the hour" */
  advice = g_strdup_printf (_("To consider. %s"), bc_urgency_get_name (flag->urgency));
  gtk_label_set_label (GTK_LABEL (self->meaning), heading);
  gtk_label_set_label (GTK_LABEL (self->urgency), advice);
  gtk_widget_add_css_class (self->box, bc_urgency_get_id (flag->urgency));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  bc_red_flag_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * bc_red_flag_row_get_flag:
 *
 * Returns: (transfer none): the flag that it tells
 */
const BcRedFlag *
bc_red_flag_row_get_flag (BcRedFlagRow *self)
{
  g_return_val_if_fail (BC_IS_RED_FLAG_ROW (self), NULL);

  return self->flag;
}

/* On the smallest screens the words of the flag need the room. */
static void
set_record_label (BcRedFlagRow *self,
                  const char   *text)
{
  GtkWidget *label;

  gtk_button_set_label (GTK_BUTTON (self->record), text);
  label = gtk_button_get_child (GTK_BUTTON (self->record));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (self->record, text);
}

/**
 * bc_red_flag_row_update:
 *
 * Tells what was done. A flag that is settled is shown calmly, but it stays.
 */
void
bc_red_flag_row_update (BcRedFlagRow *self)
{
  g_autoptr(GPtrArray) actions = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;
  gboolean settled = FALSE;

  g_return_if_fail (BC_IS_RED_FLAG_ROW (self));

  actions = self->visit != NULL ? bc_words_list_flag_actions (self->visit, bc_maps_get_default (), self->flag)
                                : g_ptr_array_new ();
  for (guint i = 0; i < actions->len; i++)
    {
      g_autofree char *words = bc_words_dup_flag_action (g_ptr_array_index (actions, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", words);
      settled = settled || settles (self, g_ptr_array_index (actions, i));
    }
  gtk_label_set_label (GTK_LABEL (self->done), text->str);
  gtk_widget_set_visible (self->done, actions->len > 0);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), settled ? "object-select-symbolic" : "dialog-warning-symbolic");
  if (settled)
    gtk_widget_add_css_class (self->box, "settled");
  else
    gtk_widget_remove_css_class (self->box, "settled");
  set_record_label (self, actions->len > 0 ? _("Change…") : _("Record action…"));
  /* Translators: accessible name of a button: what it does, and for which red flag */
  name = g_strdup_printf (C_("red flag", "%1$s: %2$s"), gtk_button_get_label (GTK_BUTTON (self->record)),
                          self->flag->meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->record), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  bc_signed_part_update (self->record, self->visit);
  if (self->visit != NULL && bc_visit_is_signed (self->visit))
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

/**
 * bc_red_flag_row_open_form:
 *
 * Asks what was done.
 */
void
bc_red_flag_row_open_form (BcRedFlagRow *self)
{
  g_return_if_fail (BC_IS_RED_FLAG_ROW (self));
  g_return_if_fail (self->visit != NULL);

  if (self->form == NULL)
    {
      self->form = bc_red_flag_form_new (self->flag->id, self->chart, self->visit);
      g_signal_connect_object (self->form, "closed", G_CALLBACK (close_form_cb), self, G_CONNECT_SWAPPED);
      gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->form);
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  bc_red_flag_form_start (BC_RED_FLAG_FORM (self->form));
}
