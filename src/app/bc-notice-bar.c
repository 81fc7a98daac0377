/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-notice-bar.h"

#include "bc-i18n.h"

struct _BcNoticeBar
{
  GtkWidget parent_instance;

  GtkWidget *row;
  GtkWidget *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (BcNoticeBar, bc_notice_bar, GTK_TYPE_WIDGET)

static void
bc_notice_bar_dispose (GObject *object)
{
  BcNoticeBar *self = BC_NOTICE_BAR (object);

  g_clear_pointer (&self->row, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_notice_bar_parent_class)->dispose (object);
}

static void
bc_notice_bar_class_init (BcNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_notice_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "noticebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
close_cb (BcNoticeBar *self)
{
  g_assert (BC_IS_NOTICE_BAR (self));

  bc_notice_bar_set_text (self, NULL, NULL, NULL);
}

/* In a box, which has no baseline: GTK 4.8 measures a row with that of an icon and that of words one pixel wrong. */
static GtkWidget *
new_close_button (BcNoticeBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_tooltip_text (close, _("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), close);
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
bc_notice_bar_init (BcNoticeBar *self)
{
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->row), self->label);
  gtk_box_append (GTK_BOX (self->row), self->button);
  gtk_box_append (GTK_BOX (self->row), new_close_button (self));
  gtk_widget_add_css_class (self->row, "notice-bar");
  gtk_widget_set_visible (self->row, FALSE);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
}

/**
 * bc_notice_bar_new:
 *
 * Returns: (transfer floating): a bar that is not there until it has a text
 */
GtkWidget *
bc_notice_bar_new (void)
{
  return g_object_new (BC_TYPE_NOTICE_BAR, NULL);
}

/**
 * bc_notice_bar_set_text:
 * @text: (nullable): the words, %NULL to take the bar away
 * @label: (nullable): of a button, with an underlined letter
 * @action: (nullable): what the button does, as "win.take-over"
 *
 * Shows the words until they are closed or others come.
 */
void
bc_notice_bar_set_text (BcNoticeBar *self,
                        const char  *text,
                        const char  *label,
                        const char  *action)
{
  g_return_if_fail (BC_IS_NOTICE_BAR (self));
  g_return_if_fail ((label == NULL) == (action == NULL));

  if (text != NULL)
    gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->button, label != NULL);
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (self->row, text != NULL);
}
