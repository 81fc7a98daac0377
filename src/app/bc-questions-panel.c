/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-questions-panel.h"

#include "bc-ask-next-list.h"
#include "bc-edit.h"
#include "bc-i18n.h"
#include "bc-question-row.h"
#include "bc-rule.h"

/* How many of the leading findings decide which questions are worth showing. */
#define N_LEADING 8

enum
{
  SECTION_RED_FLAGS,
  SECTION_FACTORS,
  SECTION_HISTORY,
  SECTION_TESTS,
  N_SECTIONS
};

struct _BcQuestionsPanel
{
  GtkWidget parent_instance;

  BcChart    *chart;
  BcVisit    *visit;
  GHashTable *relevant;   /* ids, owned by the maps */
  char       *search;   /* folded, NULL when nothing is searched */
  gboolean    built;
  gulong      history_handler;

  GtkWidget *content;
  GtkWidget *entry;
  GtkWidget *ask_next; /* on top of the sections */
  GtkWidget *sections[N_SECTIONS];
  GtkWidget *lists[N_SECTIONS];
};

G_DEFINE_FINAL_TYPE (BcQuestionsPanel, bc_questions_panel, GTK_TYPE_WIDGET)

static void
answered_cb (BcQuestionRow    *row,
             int               value,
             BcQuestionsPanel *self)
{
  g_assert (BC_IS_QUESTIONS_PANEL (self));

  bc_edit_set_answer (self->chart, self->visit, bc_question_row_get_id (row), (BcAnswerValue) value);
}

static void
next_answered_cb (BcAskNextList    *ask_next,
                  const char       *id,
                  int               value,
                  BcQuestionsPanel *self)
{
  g_assert (BC_IS_QUESTIONS_PANEL (self));

  bc_edit_set_answer (self->chart, self->visit, id, (BcAnswerValue) value);
}

static gboolean
is_shown (BcQuestionsPanel *self,
          BcQuestionRow    *row)
{
  if (self->search != NULL)
    {
      g_autofree char *folded = g_utf8_casefold (bc_question_row_get_question (row), -1);

      return strstr (folded, self->search) != NULL;
    }
  if (bc_ask_next_list_has (BC_ASK_NEXT_LIST (self->ask_next), bc_question_row_get_id (row)))
    return FALSE; /* it stands on top already */
  return bc_question_row_get_value (row) != BC_ANSWER_NONE
         || g_hash_table_contains (self->relevant, bc_question_row_get_id (row));
}

static GtkWidget *
new_section (const char *title,
             GtkWidget **list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  *list = bc_question_row_new_list (title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), *list);
  return box;
}

static void
append_question (BcQuestionsPanel *self,
                 GtkWidget        *list,
                 const char       *id,
                 const char       *question,
                 gboolean          factor)
{
  GtkWidget *row = bc_question_row_new (id, question, factor);
  const BcDiscriminator *test = bc_maps_lookup_test (bc_maps_get_default (), id);

  if (test != NULL)
    bc_question_row_set_how (BC_QUESTION_ROW (row), test->how, test->load);
  bc_question_row_show (BC_QUESTION_ROW (row), self->visit);
  g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, 0);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* All rows are made once, at the first look; later only their visibility and answers change. */
static void
build_rows (BcQuestionsPanel *self)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint i = 0; i < maps->answers->len; i++)
    {
      const BcAnswerItem *answer = g_ptr_array_index (maps->answers, i);

      append_question (self, self->lists[SECTION_RED_FLAGS], answer->id, answer->question, FALSE);
    }
  for (guint i = 0; i < maps->factors->len; i++)
    {
      const BcFactor *factor = g_ptr_array_index (maps->factors, i);

      append_question (self, self->lists[SECTION_FACTORS], factor->id, factor->name, TRUE);
    }
  for (guint i = 0; i < maps->discriminators->len; i++)
    {
      const BcDiscriminator *question = g_ptr_array_index (maps->discriminators, i);
      int section = g_str_equal (question->kind, "test") ? SECTION_TESTS : SECTION_HISTORY;

      /* One answer serves both: the twin is asked where it is the original. */
      if (question->same_as == NULL)
        append_question (self, self->lists[section], question->id, question->question, FALSE);
    }
  self->built = TRUE;
}

static void
refilter (BcQuestionsPanel *self)
{
  if (!self->built)
    return;
  for (guint s = 0; s < N_SECTIONS; s++)
    {
      gboolean any = FALSE;

      for (GtkWidget *row = gtk_widget_get_first_child (self->lists[s]); row != NULL;
           row = gtk_widget_get_next_sibling (row))
        {
          gboolean shown = is_shown (self, BC_QUESTION_ROW (row));

          gtk_widget_set_visible (row, shown);
          any = any || shown;
        }
      gtk_widget_set_visible (self->sections[s], any);
    }
  gtk_widget_set_visible (self->ask_next,
                          self->search == NULL && !bc_ask_next_list_is_empty (BC_ASK_NEXT_LIST (self->ask_next)));
}

static void
refresh_values (BcQuestionsPanel *self)
{
  bc_ask_next_list_refresh (BC_ASK_NEXT_LIST (self->ask_next), self->visit);
  for (guint s = 0; s < N_SECTIONS; s++)
    bc_question_row_refresh_list (self->lists[s], self->visit);
}

static void
history_changed_cb (BcHistory        *history,
                    BcQuestionsPanel *self)
{
  g_assert (BC_IS_QUESTIONS_PANEL (self));

  if (self->built)
    refresh_values (self);
}

static void
search_changed_cb (GtkSearchEntry   *entry,
                   BcQuestionsPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  g_assert (BC_IS_QUESTIONS_PANEL (self));

  g_free (self->search);
  self->search = text[0] != '\0' ? g_utf8_casefold (text, -1) : NULL;
  refilter (self);
}

static void
bc_questions_panel_map (GtkWidget *widget)
{
  BcQuestionsPanel *self = BC_QUESTIONS_PANEL (widget);

  if (!self->built && self->visit != NULL)
    {
      build_rows (self);
      refilter (self);
    }
  GTK_WIDGET_CLASS (bc_questions_panel_parent_class)->map (widget);
}

static void
bc_questions_panel_dispose (GObject *object)
{
  BcQuestionsPanel *self = BC_QUESTIONS_PANEL (object);

  if (self->chart != NULL)
    g_clear_signal_handler (&self->history_handler, bc_chart_get_history (self->chart));
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->chart);
  g_clear_object (&self->visit);
  g_clear_pointer (&self->relevant, g_hash_table_unref);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (bc_questions_panel_parent_class)->dispose (object);
}

static void
bc_questions_panel_class_init (BcQuestionsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_questions_panel_dispose;
  widget_class->map = bc_questions_panel_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "questionspanel");
}

static void
bc_questions_panel_init (BcQuestionsPanel *self)
{
  const char *titles[N_SECTIONS] = { _("Must not be missed"), _("What makes it worse or better"),
                                     _("History"), _("Bedside tests") };
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->relevant = g_hash_table_new (g_str_hash, g_str_equal);
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Find any question or test"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find any question or test"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self, 0);
  gtk_box_append (GTK_BOX (box), self->entry);
  self->ask_next = bc_ask_next_list_new ();
  g_signal_connect_object (self->ask_next, "answered", G_CALLBACK (next_answered_cb), self, 0);
  gtk_box_append (GTK_BOX (box), self->ask_next);
  for (guint s = 0; s < N_SECTIONS; s++)
    {
      self->sections[s] = new_section (titles[s], &self->lists[s]);
      gtk_box_append (GTK_BOX (box), self->sections[s]);
    }
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  self->content = scroller;
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

/**
 * bc_questions_panel_new:
 *
 * Returns: (transfer floating): an empty panel
 */
GtkWidget *
bc_questions_panel_new (void)
{
  return g_object_new (BC_TYPE_QUESTIONS_PANEL, NULL);
}

/**
 * bc_questions_panel_set_chart:
 *
 * Answers go to this visit of this chart.
 */
void
bc_questions_panel_set_chart (BcQuestionsPanel *self,
                              BcChart          *chart,
                              BcVisit          *visit)
{
  g_return_if_fail (BC_IS_QUESTIONS_PANEL (self));

  if (self->chart != NULL)
    g_clear_signal_handler (&self->history_handler, bc_chart_get_history (self->chart));
  g_set_object (&self->chart, chart);
  g_set_object (&self->visit, visit);
  if (chart == NULL)
    return;
  self->history_handler = g_signal_connect (bc_chart_get_history (chart), "changed",
                                            G_CALLBACK (history_changed_cb), self);
  if (self->built)
    refresh_values (self);
  refilter (self);
}

static void
add_ids (BcQuestionsPanel *self,
         GStrv             ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_hash_table_add (self->relevant, ids[i]);
}

/* Factors and discriminators that bear on a leading finding. */
static void
collect_bearing (BcQuestionsPanel *self,
                 const BcFindings *findings)
{
  const BcMaps *maps = bc_maps_get_default ();
  guint n = MIN (findings->findings->len, N_LEADING);

  for (guint i = 0; i < n; i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings->findings, i);

      add_ids (self, finding->pattern->aggravating);
      add_ids (self, finding->pattern->easing);
      for (guint d = 0; d < maps->discriminators->len; d++)
        {
          const BcDiscriminator *question = g_ptr_array_index (maps->discriminators, d);

          if (g_ptr_array_find (question->patterns, finding->pattern, NULL))
            g_hash_table_add (self->relevant, question->same_as != NULL ? question->same_as : question->id);
        }
    }
}

/* Answers of red-flag rules that concern a leading finding or fire already, and as soon as there is any finding those that
 * must never have to be searched for (saddle, bladder, bowel). */
static void
collect_red_flags (BcQuestionsPanel *self,
                   const BcFindings *findings)
{
  const BcMaps *maps = bc_maps_get_default ();

  for (guint f = 0; f < maps->red_flags->len; f++)
    {
      const BcRedFlag *flag = g_ptr_array_index (maps->red_flags, f);
      gboolean concerns = flag->always || g_ptr_array_find (findings->red_flags, flag, NULL);

      for (guint i = 0; !concerns && i < MIN (findings->findings->len, N_LEADING); i++)
        {
          const BcFinding *finding = g_ptr_array_index (findings->findings, i);

          concerns = g_ptr_array_find (flag->patterns, finding->pattern, NULL);
        }
      if (concerns)
        {
          g_autoptr(GPtrArray) answers = bc_rule_list_answers (flag->rule);

          for (guint a = 0; a < answers->len; a++)
            {
              const BcAnswerItem *item = bc_maps_lookup_answer (maps, g_ptr_array_index (answers, a));

              if (item != NULL)
                g_hash_table_add (self->relevant, item->id);
            }
        }
    }
}

/**
 * bc_questions_panel_set_findings:
 * @findings: (nullable): %NULL when findings are hidden; then only what was answered and the search remain
 *
 * Chooses which questions are worth showing.
 */
void
bc_questions_panel_set_findings (BcQuestionsPanel *self,
                                 const BcFindings *findings)
{
  g_return_if_fail (BC_IS_QUESTIONS_PANEL (self));

  if (self->visit == NULL)
    return;
  g_hash_table_remove_all (self->relevant);
  if (findings != NULL)
    {
      collect_bearing (self, findings);
      collect_red_flags (self, findings);
    }
  bc_ask_next_list_set_findings (BC_ASK_NEXT_LIST (self->ask_next), findings, self->visit);
  refilter (self);
}
