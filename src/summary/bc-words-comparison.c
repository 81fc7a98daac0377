/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words-comparison.h"

#include "bc-i18n.h"
#include "bc-words.h"

/* How weighty a sentence is; the weightiest come first. */
enum
{
  WEIGHT_CLEARS = 20,
  WEIGHT_TICKS = 25,
  WEIGHT_FINDING = 30,
  WEIGHT_UNSURE_EXTENT = 35,
  WEIGHT_NEW_ANSWERS = 36,
  WEIGHT_ANSWERS = 40,
  WEIGHT_CLEARS_LOST = 45,
  WEIGHT_RETEST = 48,
  WEIGHT_SYMPTOM = 50, /* and as many more as points of intensity, 10 at most */
  WEIGHT_EXTENT = 65,
  WEIGHT_FATE = 70,
  WEIGHT_FLAGS_GONE = 90,
  WEIGHT_FLAGS_NEW = 100
};

typedef struct
{
  BcWordsPart part;
  int         weight;
  guint       rank; /* in which it was added */
  char       *text;
} Line;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

static void
add_line (GArray      *lines,
          BcWordsPart  part,
          int          weight,
          char        *text)
{
  Line line = { part, weight, lines->len, text };

  g_array_append_val (lines, line);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const Line *one = a;
  const Line *other = b;

  return one->weight != other->weight ? other->weight - one->weight : (int) one->rank - (int) other->rank;
}

static char *
join (GPtrArray  *parts,
      const char *separator)
{
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (separator, (char **) parts->pdata);
}

static char *
dup_labelled (const char *label,
              const char *text)
{
  /* Translators: what changed, then what it is of, as in "New red flag: ..." */
  return g_strdup_printf (C_("change", "%s: %s"), label, text);
}

static void
add_symptom (GArray                *lines,
             const BcSymptomChange *change)
{
  int most;
  char *text = bc_words_dup_symptom_change (change, &most);

  add_line (lines, BC_WORDS_SYMPTOMS, change->fate == BC_FATE_STAYS ? WEIGHT_SYMPTOM + most : WEIGHT_FATE, text);
}

static void
add_flags (GArray          *lines,
           const GPtrArray *flags,
           int              weight,
           const char      *label)
{
  for (guint i = 0; i < flags->len; i++)
    {
      const BcRedFlag *flag = g_ptr_array_index (flags, i);

      add_line (lines, BC_WORDS_FLAGS, weight, dup_labelled (label, flag->meaning));
    }
}

static char *
dup_answer (const BcAnswerChange *change,
            const BcMaps         *maps)
{
  const char *question = bc_maps_lookup_question (maps, change->id);
  const char *after = bc_terms_get_name (&bc_answer_terms, (int) change->after);

  if (question == NULL)
    question = change->id;
  if (change->before == BC_ANSWER_NONE)
    /* Translators: a question or test, then its answer */
    return g_strdup_printf (C_("answer", "%s – %s"), question, after);
  /* Translators: a question or test, its answer before and after */
  return g_strdup_printf (C_("answer", "%s – %s → %s"), question,
                          bc_terms_get_name (&bc_answer_terms, (int) change->before), after);
}

/* What turned round has a line each; what was asked for the first time stands in one. */
static void
add_answers (GArray             *lines,
             const BcComparison *self,
             const BcMaps       *maps)
{
  g_autoptr(GPtrArray) fresh = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->answers->len; i++)
    {
      const BcAnswerChange *change = &g_array_index (self->answers, BcAnswerChange, i);

      if (change->before == BC_ANSWER_NONE)
        g_ptr_array_add (fresh, dup_answer (change, maps));
      else
        add_line (lines, BC_WORDS_ANSWERS, WEIGHT_ANSWERS, dup_answer (change, maps));
    }
  if (fresh->len == 0)
    return;
  text = join (fresh, C_("list", "; "));
  add_line (lines, BC_WORDS_ANSWERS, WEIGHT_NEW_ANSWERS, dup_labelled (_("Asked for the first time"), text));
}

static void
add_retests (GArray       *lines,
             const GArray *retests)
{
  for (guint i = 0; i < retests->len; i++)
    {
      const BcRetestChange *change = &g_array_index (retests, BcRetestChange, i);

      add_line (lines, BC_WORDS_ANSWERS, WEIGHT_RETEST,
                /* Translators: a sign that was tested again, what was found before and now */
                g_strdup_printf (C_("retest", "%s – %s → %s"), change->sign, change->before, change->after));
    }
}

static void
add_clears (GArray       *lines,
            const GArray *clears,
            int           weight,
            const char   *label)
{
  g_autofree char *words = bc_words_dup_regions (clears);

  if (clears->len > 0)
    add_line (lines, BC_WORDS_CLEARS, weight, dup_labelled (label, words));
}

static char *
dup_finding (const BcFinding *finding)
{
  g_autofree char *name = finding != NULL ? bc_finding_dup_name (finding) : NULL;

  if (name == NULL)
    return g_strdup (_("no pattern in the maps"));
  /* Translators: %s is a source of pain; others fit as well as it does */
  return finding->tied ? g_strdup_printf (_("%s, and others as well"), name) : g_steal_pointer (&name);
}

static void
add_finding (GArray             *lines,
             const BcComparison *self)
{
  g_autofree char *before = dup_finding (self->first_before);
  g_autofree char *after = dup_finding (self->first_after);

  if (self->matched && !g_str_equal (before, after))
    add_line (lines, BC_WORDS_FINDINGS, WEIGHT_FINDING,
              /* Translators: sources of pain by name */
              g_strdup_printf (_("Fits best: %s; before: %s."), after, before));
}

static void
add_ticks (GArray          *lines,
           const GPtrArray *ticks,
           const BcMaps    *maps,
           const char      *label)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      BcTick *tick = g_ptr_array_index (ticks, i);
      const BcPattern *pattern = bc_maps_lookup_pattern (maps, bc_tick_get_pattern (tick));
      const BcFinding finding = { .pattern = pattern, .side = (BcSide) bc_tick_get_side (tick) };
      g_autofree char *name = pattern != NULL ? bc_finding_dup_name (&finding)
                                              : g_strdup (bc_tick_get_pattern (tick));

      add_line (lines, BC_WORDS_FINDINGS, WEIGHT_TICKS, dup_labelled (label, name));
    }
}

static void
add_extent (GArray             *lines,
            const BcSkinChange *skin)
{
  char *overlap = bc_words_dup_overlap (skin);
  int weight = skin->certain ? WEIGHT_EXTENT : WEIGHT_UNSURE_EXTENT;

  add_line (lines, BC_WORDS_EXTENT, weight, bc_words_dup_extent_change (skin));
  if (overlap != NULL)
    add_line (lines, BC_WORDS_EXTENT, MIN (weight, WEIGHT_UNSURE_EXTENT), overlap);
}

static GArray *
list_lines (const BcComparison *comparison,
            const BcMaps       *maps)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  add_flags (lines, comparison->flags_new, WEIGHT_FLAGS_NEW, _("New red flag"));
  add_flags (lines, comparison->flags_gone, WEIGHT_FLAGS_GONE, _("Red flag no longer raised"));
  for (guint i = 0; i < comparison->symptoms->len; i++)
    add_symptom (lines, g_ptr_array_index (comparison->symptoms, i));
  add_extent (lines, &comparison->skin);
  add_retests (lines, comparison->retests);
  add_answers (lines, comparison, maps);
  add_clears (lines, comparison->clears_lost, WEIGHT_CLEARS_LOST, _("Was clear, and is marked now"));
  add_clears (lines, comparison->clears_new, WEIGHT_CLEARS, _("Asked and clear now"));
  add_finding (lines, comparison);
  if (comparison->matched)
    {
      add_ticks (lines, comparison->ticks_new, maps, _("Ticked now"));
      add_ticks (lines, comparison->ticks_gone, maps, _("No longer ticked"));
    }
  g_array_sort (lines, compare_lines);
  return lines;
}

/* Of one part, or of all that @parts has a bit for. */
static GPtrArray *
take_texts (GArray *lines,
            guint   parts)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    if (parts & 1u << g_array_index (lines, Line, i).part)
      g_ptr_array_add (texts, g_steal_pointer (&g_array_index (lines, Line, i).text));
  return texts;
}

/**
 * bc_words_list_part:
 * @comparison: two visits side by side
 * @maps: the maps, for names
 * @part: what about
 *
 * Returns: (transfer full) (element-type utf8): those sentences of bc_words_list_comparison() that are on one matter
 */
GPtrArray *
bc_words_list_part (const BcComparison *comparison,
                    const BcMaps       *maps,
                    BcWordsPart         part)
{
  g_autoptr(GArray) lines = NULL;

  g_return_val_if_fail (comparison != NULL && maps != NULL, g_ptr_array_new ());

  lines = list_lines (comparison, maps);
  return take_texts (lines, 1u << part);
}

/**
 * bc_words_list_comparison:
 * @comparison: two visits side by side
 * @maps: the maps, for names
 *
 * Says what changed in sentences, the weightiest first: red flags, symptoms that come and go, extent, intensities and
 * places, answers, what fits. It judges nothing beyond whether a change is larger than what usually matters, or than
 * redrawing makes.
 *
 * Returns: (transfer full) (element-type utf8): sentences, at least one on the extent
 */
GPtrArray *
bc_words_list_comparison (const BcComparison *comparison,
                          const BcMaps       *maps)
{
  g_autoptr(GArray) lines = NULL;

  g_return_val_if_fail (comparison != NULL && maps != NULL, g_ptr_array_new ());

  lines = list_lines (comparison, maps);
  return take_texts (lines, G_MAXUINT);
}
