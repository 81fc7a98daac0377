/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-symptom-irritability.h"
#include "bc-i18n.h"
#include "bc-words.h"

/* The columns of the table, points from the left; the place takes what the others leave. */
#define LABEL_WIDTH 46.0
#define FEELS_WIDTH 118.0
#define NRS_WIDTH 38.0
#define GAP 8.0

static double
get_feels_start (BcContent *self)
{
  return self->flow->width - 3 * NRS_WIDTH - FEELS_WIDTH;
}

static void
add_centred (BcContent  *self,
             BcBlock    *block,
             BcFont      font,
             const char *text,
             guint       column)
{
  PangoLayout *layout = bc_text_layout_new (self->pango, font, text, NRS_WIDTH);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  bc_block_add_cell (block, layout, self->flow->width - (3 - column) * NRS_WIDTH, NRS_WIDTH);
}

/* @first stands over the places. */
static void
add_columns (BcContent  *self,
             BcBlock    *block,
             const char *first)
{
  double feels = get_feels_start (self);

  block->pad = 2;
  bc_content_add_cell (self, block, BC_FONT_LABEL, first, LABEL_WIDTH, feels - LABEL_WIDTH - GAP);
  bc_content_add_cell (self, block, BC_FONT_LABEL, C_("column", "Feels like"), feels, FEELS_WIDTH - GAP);
  add_centred (self, block, BC_FONT_LABEL, C_("intensity", "Now"), 0);
  add_centred (self, block, BC_FONT_LABEL, C_("intensity", "Best"), 1);
  add_centred (self, block, BC_FONT_LABEL, C_("intensity", "Worst"), 2);
}

static BcBlock *
add_table_header (BcContent *self)
{
  BcBlock *block = bc_content_add_block (self, 3);

  block->keep_next = TRUE;
  add_columns (self, block, C_("column", "Where"));
  return block;
}

static PangoLayout *
where_new (BcContent *self,
           BcSymptom *symptom,
           double     width)
{
  g_autofree char *site = bc_words_dup_marks (symptom, BC_ROLE_SITE);
  g_autofree char *radiation = bc_words_dup_marks (symptom, BC_ROLE_RADIATION);
  g_autofree char *site_words = bc_words_dup_capital (site);
  g_autofree char *radiation_words = bc_words_dup_capital (radiation);
  g_autoptr(BcRichText) rich = bc_rich_text_new ();

  if (*site != '\0')
    bc_rich_text_append (rich, BC_FONT_BODY, site_words);
  if (*radiation != '\0')
    {
      if (*site != '\0')
        bc_rich_text_append (rich, BC_FONT_BODY, "\n");
      bc_rich_text_append (rich, BC_FONT_LABEL, _("spreads to"));
      bc_rich_text_append (rich, BC_FONT_BODY, "  ");
      bc_rich_text_append (rich, BC_FONT_BODY, radiation_words);
    }
  if (*site == '\0' && *radiation == '\0')
    bc_rich_text_append (rich, BC_FONT_DIM,
                         bc_symptom_get_resolved (symptom) ? _("Resolved") : _("Not marked on the chart"));
  return bc_rich_text_to_layout (rich, self->pango, width);
}

static char *
dup_feels (BcSymptom *symptom)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  char *qualities = bc_qualities_dup_names (bc_symptom_get_qualities (symptom));
  g_autofree char *joined = NULL;

  if (*qualities != '\0')
    g_ptr_array_add (parts, qualities);
  else
    g_free (qualities);
  if (bc_symptom_get_depth (symptom) != BC_DEPTH_UNKNOWN)
    g_ptr_array_add (parts,
                     g_strdup (bc_terms_get_name (&bc_depth_terms, (int) bc_symptom_get_depth (symptom))));
  if (bc_symptom_get_constancy (symptom) != BC_CONSTANCY_UNKNOWN)
    g_ptr_array_add (parts,
                     g_strdup (bc_terms_get_name (&bc_constancy_terms,
                                                  (int) bc_symptom_get_constancy (symptom))));
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (C_("list", "; "), (char **) parts->pdata);
  return *joined != '\0' ? bc_words_dup_capital (joined) : g_strdup ("\u2013");
}

static void
add_intensity (BcContent *self,
               BcBlock   *block,
               int        nrs,
               guint      column)
{
  g_autofree char *text = nrs != BC_NRS_UNKNOWN ? g_strdup_printf ("%d", nrs) : g_strdup ("\u2013");

  add_centred (self, block, nrs != BC_NRS_UNKNOWN ? BC_FONT_STRONG : BC_FONT_DIM, text, column);
}

static char *
dup_irritability (BcSymptom *symptom)
{
  const char *name = bc_irritable_get_name (bc_symptom_get_irritability (symptom));

  /* Translators: how irritable a symptom is, as "high" */
  return name != NULL ? g_strdup_printf (_("%s, estimated from the times"), name) : g_strdup ("");
}

/* What stands at the top of a page that begins amid the lines of a symptom. */
static BcBlock *
new_continued (BcContent *self,
               BcSymptom *symptom)
{
  g_autofree char *label = bc_symptom_dup_label (symptom);
  BcPen pen = bc_pen_of_symptom (symptom, BC_ROLE_SITE);
  BcBlock *block = bc_block_new (0);

  bc_block_add_pen_cell (block, bc_text_layout_new (self->pango, BC_FONT_STRONG, label, LABEL_WIDTH), 0, LABEL_WIDTH,
                         &pen);
  /* Translators: beside the name of a symptom whose lines began on the page before */
  add_columns (self, block, C_("symptom", "continued"));
  g_ptr_array_add (self->flow->spare, block);
  return block;
}

/* What is known beyond the row: onset, behaviour, factors, notes. Each a line of its own, below the place. */
static void
add_details (BcContent *self,
             BcSymptom *symptom,
             BcBlock   *header,
             guint      group)
{
  g_autofree char *onset = bc_words_dup_onset (symptom);
  g_autofree char *day = bc_words_dup_day (symptom);
  g_autofree char *worse = bc_words_dup_factors (symptom, self->maps, BC_ANSWER_AGGRAVATES);
  g_autofree char *better = bc_words_dup_factors (symptom, self->maps, BC_ANSWER_EASES);
  g_autofree char *irritability = dup_irritability (symptom);
  const struct
  {
    const char *label;
    const char *text;
  } details[] = {
    { C_("symptom", "Onset"), onset },
    { C_("symptom", "Over 24 hours"), day },
    { C_("symptom", "Worse with"), worse },
    { C_("symptom", "Better with"), better },
    { C_("symptom", "Irritability"), irritability },
    { C_("symptom", "Notes"), bc_symptom_get_notes (symptom) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (details[i].text));
      BcBlock *block;

      if (*text == '\0')
        continue;
      block = bc_content_add_pair (self, details[i].label, text, LABEL_WIDTH);
      block->group = group;
      block->header = header;
    }
}

static void
add_symptom (BcContent *self,
             BcSymptom *symptom,
             BcBlock   *header)
{
  double feels = get_feels_start (self);
  double where_width = feels - LABEL_WIDTH - GAP;
  BcBlock *block = bc_content_add_block (self, 4);
  BcBlock *continued = new_continued (self, symptom);
  guint group = ++self->last_group;
  g_autofree char *label = bc_symptom_dup_label (symptom);
  g_autofree char *text = dup_feels (symptom);
  BcPen pen = bc_pen_of_symptom (symptom, BC_ROLE_SITE);

  block->rule = 0.5;
  block->pad = 4;
  block->group = group;
  block->header = header;
  bc_block_add_pen_cell (block, bc_text_layout_new (self->pango, BC_FONT_STRONG, label, LABEL_WIDTH), 0, LABEL_WIDTH,
                         &pen);
  bc_block_add_cell (block, where_new (self, symptom, where_width), LABEL_WIDTH, where_width);
  bc_block_add_sign_cell (block, bc_text_layout_new (self->pango, BC_FONT_BODY, text, FEELS_WIDTH), feels,
                          FEELS_WIDTH - GAP, bc_symptom_get_qualities (symptom));
  add_intensity (self, block, bc_symptom_get_now (symptom), 0);
  add_intensity (self, block, bc_symptom_get_best (symptom), 1);
  add_intensity (self, block, bc_symptom_get_worst (symptom), 2);
  if (bc_symptom_get_unconfirmed (symptom))
    {
      block = bc_content_add_pair (self, C_("symptom", "Not confirmed"), _("Taken over from the last visit."),
                                   LABEL_WIDTH);
      block->group = group;
      block->header = continued;
    }
  add_details (self, symptom, continued, group);
}

/* How the symptoms belong together. It stays with the last symptom. */
static void
add_relation (BcContent *self)
{
  g_autofree char *text = g_strstrip (bc_words_dup_links (self->visit));
  BcBlock *block;

  if (*text == '\0')
    return;
  block = bc_content_add_pair (self, C_("symptoms", "Relation"), text, 0);
  block->rule = 0.5;
  block->pad = 4;
  block->before = 4;
  block->group = self->last_group;
}

/**
 * bc_content_add_symptoms:
 *
 * Adds the table of symptoms, or says that there is none. Its column names come back on every page.
 */
void
bc_content_add_symptoms (BcContent *self)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));
  guint n_symptoms = g_list_model_get_n_items (symptoms);
  BcBlock *header;

  bc_content_add_heading (self, _("Symptoms"));
  if (n_symptoms == 0 || !bc_content_has_marks (self))
    bc_content_add_text (self, BC_FONT_BODY, _("No marks on the chart."), BC_PARAGRAPH_SPACE);
  if (n_symptoms == 0)
    return;
  header = add_table_header (self);
  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      add_symptom (self, symptom, header);
    }
  add_relation (self);
}
