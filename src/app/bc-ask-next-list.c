/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-ask-next-list.h"

#include "bc-i18n.h"
#include "bc-question-row.h"

struct _BcAskNextList
{
  GtkWidget parent_instance;

  GtkWidget  *irritable; /* that gentle tests stand first, and why */
  GtkWidget  *list;
  GHashTable *asked;     /* ids of the rows, owned by the maps */
};

G_DEFINE_FINAL_TYPE (BcAskNextList, bc_ask_next_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
answered_cb (BcQuestionRow *row,
             int            value,
             BcAskNextList *self)
{
  g_assert (BC_IS_ASK_NEXT_LIST (self));

  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, bc_question_row_get_id (row), value);
}

static void
bc_ask_next_list_dispose (GObject *object)
{
  BcAskNextList *self = BC_ASK_NEXT_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->list = NULL;
  self->irritable = NULL;
  g_clear_pointer (&self->asked, g_hash_table_unref);

  G_OBJECT_CLASS (bc_ask_next_list_parent_class)->dispose (object);
}

static void
bc_ask_next_list_class_init (BcAskNextListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_ask_next_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static GtkWidget *
new_line (const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
bc_ask_next_list_init (BcAskNextList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ask-next");
  self->asked = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_widget_set_parent (new_line (_("Ask next"), "heading"), GTK_WIDGET (self));
  self->irritable = new_line (NULL, "irritable");
  gtk_widget_set_visible (self->irritable, FALSE);
  gtk_widget_set_parent (self->irritable, GTK_WIDGET (self));
  self->list = bc_question_row_new_list (_("Ask next"));
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/**
 * bc_ask_next_list_new:
 *
 * Returns: (transfer floating): nothing to ask
 */
GtkWidget *
bc_ask_next_list_new (void)
{
  return g_object_new (BC_TYPE_ASK_NEXT_LIST, NULL);
}

static void
show_irritability (BcAskNextList    *self,
                   const BcFindings *findings)
{
  BcIrritability irritability = findings != NULL ? findings->irritability : BC_IRRITABILITY_NONE;
  g_autofree char *why = bc_irritability_dup_text (irritability);
  /* Translators: above the questions to ask next; %s is why, as “7 or more of 10 now, constant” */
  g_autofree char *text = g_strdup_printf (_("Irritable (%s): gentle tests first"), why);

  gtk_label_set_text (GTK_LABEL (self->irritable), text);
  gtk_widget_set_visible (self->irritable, irritability != BC_IRRITABILITY_NONE && findings->questions->len > 0);
}

/* Where the focus goes once the rows are new: to the question that stands where it was. -1: it was elsewhere. */
static int
get_focused_row (BcAskNextList *self)
{
  int n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row), n++)
    if (gtk_widget_get_focus_child (self->list) == row)
      return n;
  return -1;
}

static void
clear_rows (BcAskNextList *self,
            GHashTable    *open)
{
  GtkWidget *row;

  g_hash_table_remove_all (self->asked);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    {
      if (bc_question_row_get_open (BC_QUESTION_ROW (row)))
        g_hash_table_add (open, g_strdup (bc_question_row_get_id (BC_QUESTION_ROW (row))));
      gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
    }
}

static GtkWidget *
append_row (BcAskNextList    *self,
            const BcQuestion *question,
            BcVisit          *visit)
{
  g_autofree char *reason = bc_question_dup_reason (question);
  g_autofree char *directions = bc_question_dup_directions (question);
  GtkWidget *row = bc_question_row_new (question->id, question->question, question->factor);

  if (question->how != NULL)
    bc_question_row_set_how (BC_QUESTION_ROW (row), question->how, question->load);
  bc_question_row_set_reason (BC_QUESTION_ROW (row), reason, directions);
  bc_question_row_show (BC_QUESTION_ROW (row), visit);
  g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  g_hash_table_add (self->asked, (gpointer) question->id);
  return row;
}

/**
 * bc_ask_next_list_set_findings:
 * @findings: (nullable): whose questions to show
 * @visit: whose answers they have
 *
 * Shows other questions. What was opened stays open, and the focus stays at the place where it was.
 */
void
bc_ask_next_list_set_findings (BcAskNextList    *self,
                               const BcFindings *findings,
                               BcVisit          *visit)
{
  g_autoptr(GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int focused;

  g_return_if_fail (BC_IS_ASK_NEXT_LIST (self));

  focused = get_focused_row (self);
  clear_rows (self, open);
  show_irritability (self, findings);
  for (guint i = 0; findings != NULL && i < findings->questions->len; i++)
    {
      const BcQuestion *question = &g_array_index (findings->questions, BcQuestion, i);
      GtkWidget *row = append_row (self, question, visit);

      bc_question_row_set_open (BC_QUESTION_ROW (row), g_hash_table_contains (open, question->id));
      if (focused == (int) i)
        gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }
}

/**
 * bc_ask_next_list_refresh:
 * @visit: whose answers to show
 *
 * Shows the answers as they are now.
 */
void
bc_ask_next_list_refresh (BcAskNextList *self,
                          BcVisit       *visit)
{
  g_return_if_fail (BC_IS_ASK_NEXT_LIST (self));

  bc_question_row_refresh_list (self->list, visit);
}

/**
 * bc_ask_next_list_has:
 *
 * Returns: whether the question is among those to ask next
 */
gboolean
bc_ask_next_list_has (BcAskNextList *self,
                      const char    *id)
{
  g_return_val_if_fail (BC_IS_ASK_NEXT_LIST (self), FALSE);

  return g_hash_table_contains (self->asked, id);
}

/**
 * bc_ask_next_list_is_empty:
 *
 * Returns: whether nothing is to be asked
 */
gboolean
bc_ask_next_list_is_empty (BcAskNextList *self)
{
  g_return_val_if_fail (BC_IS_ASK_NEXT_LIST (self), TRUE);

  return g_hash_table_size (self->asked) == 0;
}
