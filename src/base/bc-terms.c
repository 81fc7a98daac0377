/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-terms.h"

#include "bc-i18n.h"
#include "bc-region.h"

/* Names are short words of everyday English, since a patient reads them; lower case where they stand in a sentence. */
static const BcTerm qualities[] = {
  { BC_QUALITY_ACHE, "ache", NC_("quality", "ache") },
  { BC_QUALITY_SHARP, "sharp", NC_("quality", "sharp") },
  { BC_QUALITY_BURNING, "burning", NC_("quality", "burning") },
  { BC_QUALITY_ELECTRIC, "electric", NC_("quality", "electric") },
  { BC_QUALITY_TINGLING, "tingling", NC_("quality", "tingling") },
  { BC_QUALITY_NUMBNESS, "numbness", NC_("quality", "numbness") },
  { BC_QUALITY_WEAKNESS, "weakness", NC_("quality", "weakness") },
  { BC_QUALITY_CRAMPING, "cramping", NC_("quality", "cramping") },
  { BC_QUALITY_THROBBING, "throbbing", NC_("quality", "throbbing") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (qualities) == BC_N_QUALITIES);

static const BcTerm depths[] = {
  { BC_DEPTH_DEEP, "deep", NC_("depth", "deep") },
  { BC_DEPTH_SUPERFICIAL, "superficial", NC_("depth", "superficial") },
};

static const BcTerm constancies[] = {
  { BC_CONSTANCY_CONSTANT, "constant", NC_("constancy", "constant") },
  { BC_CONSTANCY_INTERMITTENT, "intermittent", NC_("constancy", "intermittent") },
};

static const BcTerm roles[] = {
  /* Translators: the pain sits in this region */
  { BC_ROLE_SITE, "site", NC_("role", "sits here") },
  /* Translators: the pain travels to this region */
  { BC_ROLE_RADIATION, "radiation", NC_("role", "spreads to here") },
  /* Translators: the region was asked about and is free of symptoms */
  { BC_ROLE_CLEAR, "clear", NC_("role", "clear") },
};

static const BcTerm sexes[] = {
  { BC_SEX_FEMALE, "female", NC_("sex", "Female") },
  { BC_SEX_MALE, "male", NC_("sex", "Male") },
};

static const BcTerm figures[] = {
  { BC_FIGURE_ADULT_FEMALE, "adult-female", NC_("figure", "Adult female") },
  { BC_FIGURE_ADULT_MALE, "adult-male", NC_("figure", "Adult male") },
  { BC_FIGURE_CHILD, "child", NC_("figure", "Child") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (figures) == BC_N_FIGURES);

static const BcTerm views[] = {
  { BC_VIEW_FRONT, "front", NC_("view", "Front") },
  { BC_VIEW_BACK, "back", NC_("view", "Back") },
  /* Translators: the body seen from the patient's left */
  { BC_VIEW_LEFT, "left", NC_("view", "Left") },
  /* Translators: the body seen from the patient's right */
  { BC_VIEW_RIGHT, "right", NC_("view", "Right") },
  /* Translators: the undersides of the feet */
  { BC_VIEW_SOLES, "soles", NC_("view", "Soles") },
  { BC_VIEW_HANDS, "hands", NC_("view", "Hands") },
};
G_STATIC_ASSERT (G_N_ELEMENTS (views) == BC_N_VIEWS);

static const BcTerm answers[] = {
  { BC_ANSWER_YES, "yes", NC_("answer", "yes") },
  { BC_ANSWER_NO, "no", NC_("answer", "no") },
  /* Translators: sitting, walking or the like makes the pain worse */
  { BC_ANSWER_AGGRAVATES, "aggravates", NC_("answer", "worse") },
  /* Translators: sitting, walking or the like makes the pain better */
  { BC_ANSWER_EASES, "eases", NC_("answer", "better") },
  /* Translators: sitting, walking or the like changes nothing */
  { BC_ANSWER_NO_EFFECT, "no-effect", NC_("answer", "no change") },
};

static const BcTerm actions[] = {
  /* Translators: what was done about a red flag: the patient was sent to a doctor or hospital */
  { BC_ACTION_REFERRED, "referred", NC_("action", "referred") },
  /* Translators: what was done about a red flag: a doctor was called */
  { BC_ACTION_CONTACTED, "contacted", NC_("action", "doctor contacted") },
  /* Translators: what was done about a red flag: the clinician examined the patient for it */
  { BC_ACTION_EXAMINED, "examined", NC_("action", "examined") },
  /* Translators: what was done about a red flag: the patient was told what to watch for */
  { BC_ACTION_ADVISED, "advised", NC_("action", "patient advised") },
  /* Translators: what was done about a red flag: it is watched */
  { BC_ACTION_MONITORED, "monitored", NC_("action", "monitored") },
  /* Translators: what was done about a red flag: it was set aside */
  { BC_ACTION_NOT_APPLICABLE, "not-applicable", NC_("action", "not applicable") },
};

static const BcTerm onsets[] = {
  { BC_ONSET_SUDDEN, "sudden", NC_("onset", "sudden") },
  { BC_ONSET_GRADUAL, "gradual", NC_("onset", "gradual") },
  { BC_ONSET_TRAUMA, "trauma", NC_("onset", "after an injury") },
};

static const BcTerm courses[] = {
  /* Translators: how a symptom is at one time of the day */
  { BC_COURSE_BETTER, "better", NC_("time of day", "better") },
  { BC_COURSE_SAME, "same", NC_("time of day", "the same") },
  { BC_COURSE_WORSE, "worse", NC_("time of day", "worse") },
};

static const BcTerm effects[] = {
  { BC_ANSWER_AGGRAVATES, "aggravates", NC_("answer", "worse") },
  { BC_ANSWER_EASES, "eases", NC_("answer", "better") },
};

static const BcTerm body_parts[] = {
  { BC_BODY_PART_HEAD, "head", NC_("body part", "head") },
  { BC_BODY_PART_NECK, "neck", NC_("body part", "neck") },
  { BC_BODY_PART_TRUNK_FRONT, "trunk-front", NC_("body part", "chest and abdomen") },
  { BC_BODY_PART_TRUNK_BACK, "trunk-back", NC_("body part", "back and buttocks") },
  { BC_BODY_PART_UPPER_LIMB, "upper-limb", NC_("body part", "arm and hand") },
  { BC_BODY_PART_LOWER_LIMB, "lower-limb", NC_("body part", "leg and foot") },
};

#define TERMS(array, context) { array, G_N_ELEMENTS (array), context }

const BcTerms bc_quality_terms = TERMS (qualities, "quality");
const BcTerms bc_depth_terms = TERMS (depths, "depth");
const BcTerms bc_constancy_terms = TERMS (constancies, "constancy");
const BcTerms bc_role_terms = TERMS (roles, "role");
const BcTerms bc_sex_terms = TERMS (sexes, "sex");
const BcTerms bc_figure_terms = TERMS (figures, "figure");
const BcTerms bc_view_terms = TERMS (views, "view");
const BcTerms bc_answer_terms = TERMS (answers, "answer");
const BcTerms bc_action_terms = TERMS (actions, "action");
const BcTerms bc_onset_terms = TERMS (onsets, "onset");
const BcTerms bc_course_terms = TERMS (courses, "time of day");
const BcTerms bc_body_part_terms = TERMS (body_parts, "body part");
const BcTerms bc_effect_terms = TERMS (effects, "answer");

static const BcTerm *
find_value (const BcTerms *terms,
            int            value)
{
  for (guint i = 0; i < terms->n_terms; i++)
    if (terms->terms[i].value == value)
      return &terms->terms[i];
  return NULL;
}

/**
 * bc_terms_from_id:
 * @terms: a vocabulary
 * @id: (nullable): an id as files hold it
 * @value: (out): where to put the value; untouched where @id is not in @terms
 *
 * Returns: whether @id is in @terms
 */
gboolean
bc_terms_from_id (const BcTerms *terms,
                  const char    *id,
                  int           *value)
{
  g_return_val_if_fail (terms != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  for (guint i = 0; i < terms->n_terms; i++)
    if (g_strcmp0 (terms->terms[i].id, id) == 0)
      {
        *value = terms->terms[i].value;
        return TRUE;
      }
  return FALSE;
}

/**
 * bc_terms_get_id:
 * @terms: a vocabulary
 * @value: a value of it
 *
 * Returns: (transfer none) (nullable): the id as files hold it; %NULL for a value that is not in @terms, as unknown
 */
const char *
bc_terms_get_id (const BcTerms *terms,
                 int            value)
{
  const BcTerm *term;

  g_return_val_if_fail (terms != NULL, NULL);

  term = find_value (terms, value);
  return term != NULL ? term->id : NULL;
}

/**
 * bc_terms_get_name:
 * @terms: a vocabulary
 * @value: a value of it
 *
 * Returns: (transfer none) (nullable): the translated name; %NULL for a value that is not in @terms, as unknown
 */
const char *
bc_terms_get_name (const BcTerms *terms,
                   int            value)
{
  const BcTerm *term;

  g_return_val_if_fail (terms != NULL, NULL);

  term = find_value (terms, value);
  return term != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, terms->context, term->name) : NULL;
}

/**
 * bc_terms_dup_label:
 * @terms: a vocabulary
 * @value: a value of it
 *
 * Returns: (transfer full) (nullable): the translated name with a capital, for a button or a table cell; %NULL for
 *   a value that is not in @terms
 */
char *
bc_terms_dup_label (const BcTerms *terms,
                    int            value)
{
  const char *name = bc_terms_get_name (terms, value);
  char first[7] = { 0 };

  if (name == NULL)
    return NULL;
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (name)), first);
  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

/**
 * bc_terms_dup_ids:
 * @terms: a vocabulary
 *
 * Returns: (transfer full): all ids, as "deep, superficial", for an error message that says what is allowed
 */
char *
bc_terms_dup_ids (const BcTerms *terms)
{
  GString *ids;

  g_return_val_if_fail (terms != NULL, NULL);

  ids = g_string_new (NULL);
  for (guint i = 0; i < terms->n_terms; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", terms->terms[i].id);
  return g_string_free (ids, FALSE);
}

/**
 * bc_qualities_from_ids:
 * @ids: (nullable): ids of qualities separated by spaces, in any order
 * @flags: (out): where to put the #BcQuality flags; untouched where an id is unknown
 *
 * Returns: whether every id is a quality; an empty list is fine and gives no quality
 */
gboolean
bc_qualities_from_ids (const char *ids,
                       guint      *flags)
{
  g_auto(GStrv) parts = NULL;
  guint found = 0;

  g_return_val_if_fail (flags != NULL, FALSE);

  parts = g_strsplit (ids != NULL ? ids : "", " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      int value;

      if (parts[i][0] == '\0')
        continue;
      if (!bc_terms_from_id (&bc_quality_terms, parts[i], &value))
        return FALSE;
      found |= (guint) value;
    }
  *flags = found;
  return TRUE;
}

static char *
join_qualities (guint       flags,
                const char *separator,
                const char *(*get) (const BcTerms *terms, int value))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < BC_N_QUALITIES; i++)
    if ((flags & (guint) qualities[i].value) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "",
                              get (&bc_quality_terms, qualities[i].value));
  return g_string_free (text, FALSE);
}

/**
 * bc_qualities_dup_ids:
 * @flags: #BcQuality flags
 *
 * Returns: (transfer full): their ids separated by spaces, always in the order of the vocabulary; "" for none
 */
char *
bc_qualities_dup_ids (guint flags)
{
  return join_qualities (flags, " ", bc_terms_get_id);
}

/**
 * bc_qualities_dup_names:
 * @flags: #BcQuality flags
 *
 * Returns: (transfer full): their translated names as a list, "ache, tingling"; "" for none
 */
char *
bc_qualities_dup_names (guint flags)
{
  /* Translators: stands between two words of a list, as in "ache, tingling" */
  return join_qualities (flags, C_("list", ", "), bc_terms_get_name);
}
