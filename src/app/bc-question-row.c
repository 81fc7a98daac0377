/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-question-row.h"

#include "bc-i18n.h"
#include "bc-signed-part.h"

#define MAX_CHOICES 3

struct _BcQuestionRow
{
  GtkListBoxRow parent_instance;

  char          *id;
  char          *question;
  GtkWidget     *choices;
  GtkWidget     *buttons[MAX_CHOICES];
  BcAnswerValue  values[MAX_CHOICES];
  guint          n_choices;
  gboolean       updating;
  gboolean       unconfirmed; /* the answer is the last visit's */
  GtkWidget     *column;   /* question and answers, then where from, then why, then how */
  GtkWidget     *copied;   /* says where the answer is from; NULL until it has to */
  GtkWidget     *reason;   /* NULL until there is one */
  GtkWidget     *expander; /* likewise */
};

G_DEFINE_FINAL_TYPE (BcQuestionRow, bc_question_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkToggleButton *button,
            BcQuestionRow   *self)
{
  g_assert (BC_IS_QUESTION_ROW (self));

  if (self->updating)
    return;
  for (guint i = 0; i < self->n_choices; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      {
        /* To press an answer that is not confirmed yet is to confirm it. */
        gboolean holds = gtk_toggle_button_get_active (button) || self->unconfirmed;
        BcAnswerValue value = holds ? self->values[i] : BC_ANSWER_NONE;

        bc_question_row_set_value (self, value);
        g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, (int) value);
        return;
      }
}

static void
bc_question_row_finalize (GObject *object)
{
  BcQuestionRow *self = BC_QUESTION_ROW (object);

  g_free (self->id);
  g_free (self->question);

  G_OBJECT_CLASS (bc_question_row_parent_class)->finalize (object);
}

static void
bc_question_row_class_init (BcQuestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bc_question_row_finalize;

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
bc_question_row_init (BcQuestionRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  /* The buttons take the focus, so that Tab does not stop twice at each question. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static GtkWidget *
new_text (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_choice (BcQuestionRow *self,
               GtkBox        *box,
               BcAnswerValue  value,
               const char    *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  /* Translators: accessible name of an answer button: the question and the answer */
  g_autofree char *name = g_strdup_printf (C_("question and answer", "%s: %s"), self->question, label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "answer");
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  gtk_box_append (box, button);
  self->buttons[self->n_choices] = button;
  self->values[self->n_choices++] = value;
}

/**
 * bc_question_row_new:
 * @id: of a discriminator, an answer or a factor
 * @question: in words
 * @factor: whether the answers are worse, better, no change
 *
 * Returns: (transfer floating): a row without an answer
 */
GtkWidget *
bc_question_row_new (const char *id,
                     const char *question,
                     gboolean    factor)
{
  BcQuestionRow *self = g_object_new (BC_TYPE_QUESTION_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = new_text (question, NULL);

  self->choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->id = g_strdup (id);
  self->question = g_strdup (question);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (self->choices, "linked");
  gtk_widget_set_valign (self->choices, GTK_ALIGN_CENTER);
  if (factor)
    {
      append_choice (self, GTK_BOX (self->choices), BC_ANSWER_AGGRAVATES, C_("effect of a factor", "Worse"));
      append_choice (self, GTK_BOX (self->choices), BC_ANSWER_EASES, C_("effect of a factor", "Better"));
      append_choice (self, GTK_BOX (self->choices), BC_ANSWER_NO_EFFECT, C_("effect of a factor", "Same"));
    }
  else
    {
      append_choice (self, GTK_BOX (self->choices), BC_ANSWER_YES, C_("answer", "Yes"));
      append_choice (self, GTK_BOX (self->choices), BC_ANSWER_NO, C_("answer", "No"));
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->choices);
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->column), box);
  gtk_widget_add_css_class (self->column, "question");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->column);
  return GTK_WIDGET (self);
}

/**
 * bc_question_row_set_how:
 * @how: how to do the test
 * @load: how much that asks of the sore part
 *
 * Puts a line below the question that opens.
 */
void
bc_question_row_set_how (BcQuestionRow *self,
                         const char    *how,
                         BcLoad         load)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  GtkWidget *text;

  g_return_if_fail (BC_IS_QUESTION_ROW (self));
  g_return_if_fail (how != NULL && self->expander == NULL);

  /* Translators: opens the description of a bedside test; %s is “gentle”, “moderate load” or “provocative” */
  title = g_strdup_printf (_("How to test · %s"), bc_load_get_name (load));
  /* Translators: accessible name of what opens the description of a bedside test: that title, and the question */
  name = g_strdup_printf (C_("title and question", "%s: %s"), title, self->question);
  text = new_text (how, "how");
  self->expander = gtk_expander_new (title);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), text);
  gtk_widget_add_css_class (self->expander, "how-to-test");
  gtk_widget_add_css_class (self->expander, bc_load_get_id (load));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->column), self->expander);
}

/**
 * bc_question_row_set_reason:
 * @reason: why it is asked now, one line
 * @directions: (nullable): where each answer points, a line each
 *
 * Says so below the question.
 */
void
bc_question_row_set_reason (BcQuestionRow *self,
                            const char    *reason,
                            const char    *directions)
{
  GtkWidget *first;

  g_return_if_fail (BC_IS_QUESTION_ROW (self));
  g_return_if_fail (reason != NULL);

  first = gtk_widget_get_first_child (self->column);
  if (self->reason == NULL)
    {
      self->reason = new_text (NULL, "why-ask");
      gtk_box_insert_child_after (GTK_BOX (self->column), self->reason, first);
    }
  gtk_label_set_text (GTK_LABEL (self->reason), directions != NULL ? directions : reason);
  if (directions == NULL)
    gtk_widget_add_css_class (self->reason, "not-to-be-missed");
  /* A screen reader on an answer hears why it is asked. */
  for (guint i = 0; i < self->n_choices; i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason,
                                    -1);
}

/**
 * bc_question_row_get_reason:
 *
 * Returns: (nullable): what stands below the question
 */
const char *
bc_question_row_get_reason (BcQuestionRow *self)
{
  g_return_val_if_fail (BC_IS_QUESTION_ROW (self), NULL);

  return self->reason != NULL ? gtk_label_get_text (GTK_LABEL (self->reason)) : NULL;
}

/**
 * bc_question_row_set_open:
 *
 * Shows or hides how the test is done, where there is one.
 */
void
bc_question_row_set_open (BcQuestionRow *self,
                          gboolean       open)
{
  g_return_if_fail (BC_IS_QUESTION_ROW (self));

  if (self->expander != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (self->expander), open);
}

/**
 * bc_question_row_get_open:
 *
 * Returns: whether it is shown how the test is done
 */
gboolean
bc_question_row_get_open (BcQuestionRow *self)
{
  g_return_val_if_fail (BC_IS_QUESTION_ROW (self), FALSE);

  return self->expander != NULL && gtk_expander_get_expanded (GTK_EXPANDER (self->expander));
}

/**
 * bc_question_row_get_id:
 *
 * Returns: the id that the answer is kept under
 */
const char *
bc_question_row_get_id (BcQuestionRow *self)
{
  g_return_val_if_fail (BC_IS_QUESTION_ROW (self), NULL);

  return self->id;
}

/**
 * bc_question_row_get_question:
 *
 * Returns: the question in words
 */
const char *
bc_question_row_get_question (BcQuestionRow *self)
{
  g_return_val_if_fail (BC_IS_QUESTION_ROW (self), NULL);

  return self->question;
}

/**
 * bc_question_row_set_value:
 *
 * Shows an answer without emitting `answered`.
 */
void
bc_question_row_set_value (BcQuestionRow *self,
                           BcAnswerValue  value)
{
  g_return_if_fail (BC_IS_QUESTION_ROW (self));

  self->updating = TRUE;
  for (guint i = 0; i < self->n_choices; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), self->values[i] == value);
  self->updating = FALSE;
}

/**
 * bc_question_row_get_value:
 *
 * Returns: the answer that is shown
 */
BcAnswerValue
bc_question_row_get_value (BcQuestionRow *self)
{
  g_return_val_if_fail (BC_IS_QUESTION_ROW (self), BC_ANSWER_NONE);

  for (guint i = 0; i < self->n_choices; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      return self->values[i];
  return BC_ANSWER_NONE;
}

/* A screen reader on an answer hears that it waits to be confirmed, else why it is asked. */
static void
describe_choice (BcQuestionRow *self,
                 GtkWidget     *button)
{
  const char *reason = bc_question_row_get_reason (self);

  if (self->unconfirmed && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    {
      gtk_widget_set_tooltip_text (button, _("From the last visit; press to confirm that it still holds"));
      return;
    }
  gtk_widget_set_tooltip_text (button, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason != NULL ? reason : "", -1);
}

/* Says under the question where the answer is from. */
static void
set_unconfirmed (BcQuestionRow *self,
                 gboolean       unconfirmed)
{
  if (unconfirmed == self->unconfirmed)
    return;
  self->unconfirmed = unconfirmed;
  if (self->copied == NULL)
    {
      self->copied = new_text (_("From the last visit, not confirmed yet"), "why-ask");
      gtk_box_insert_child_after (GTK_BOX (self->column), self->copied, gtk_widget_get_first_child (self->column));
    }
  gtk_widget_set_visible (self->copied, unconfirmed);
  if (unconfirmed)
    gtk_widget_add_css_class (self->column, "unconfirmed");
  else
    gtk_widget_remove_css_class (self->column, "unconfirmed");
  for (guint i = 0; i < self->n_choices; i++)
    describe_choice (self, self->buttons[i]);
}

/**
 * bc_question_row_show:
 * @visit: whose answer to show
 *
 * Shows what the visit says now, whether that is a copy from the last visit which is not confirmed yet, and whether it
 * can still be changed.
 */
void
bc_question_row_show (BcQuestionRow *self,
                      BcVisit       *visit)
{
  BcAnswer *answer;

  g_return_if_fail (BC_IS_QUESTION_ROW (self));
  g_return_if_fail (BC_IS_VISIT (visit));

  answer = bc_visit_find_answer (visit, self->id);
  bc_question_row_set_value (self, answer != NULL ? bc_answer_get_value (answer) : BC_ANSWER_NONE);
  set_unconfirmed (self, answer != NULL && bc_answer_get_unconfirmed (answer));
  bc_signed_part_update (self->choices, visit);
}

/**
 * bc_question_row_new_list:
 * @title: its accessible name
 *
 * Returns: (transfer floating): a list for rows
 */
GtkWidget *
bc_question_row_new_list (const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return list;
}

/**
 * bc_question_row_refresh_list:
 * @list: a list of rows
 * @visit: whose answers to show
 *
 * Shows the answers as they are now.
 */
void
bc_question_row_refresh_list (GtkWidget *list,
                              BcVisit   *visit)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    bc_question_row_show (BC_QUESTION_ROW (row), visit);
}
