/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-evidence.h"

#include "bc-extent.h"

/* A region that a stroke marks has a share above nothing, however fine the stroke is: BcStroke keeps thousandths. */
#define SHARE_LEAST 0.001

/* What the strokes of one symptom cover. */
typedef struct
{
  double share[BC_N_REGIONS + 1][BC_N_VIEWS];
  double clarity[BC_N_REGIONS + 1];
} Ink;

/* How the clinician understands a symptom comes after asking, so it counts where there is such a drawing. */
static BcDrawing
get_drawing (BcSymptom *symptom)
{
  return bc_symptom_choose_drawing (symptom, BC_DRAWING_CLINICIAN);
}

/**
 * bc_evidence_new:
 *
 * Makes evidence of which nothing is known: no mark, no clear region, no answer, no age, no sex.
 *
 * Returns: (transfer full): new evidence; free with bc_evidence_free()
 */
BcEvidence *
bc_evidence_new (void)
{
  BcEvidence *evidence = g_new0 (BcEvidence, 1);

  for (guint i = 0; i <= BC_N_REGIONS; i++)
    evidence->nrs[i] = BC_NRS_UNKNOWN;
  evidence->now = BC_NRS_UNKNOWN;
  evidence->age = BC_AGE_UNKNOWN;
  evidence->sex = BC_SEX_UNKNOWN;
  evidence->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return evidence;
}

/**
 * bc_evidence_free:
 * @evidence: (nullable) (transfer full): evidence
 *
 * Frees @evidence with its answers.
 */
void
bc_evidence_free (BcEvidence *evidence)
{
  if (evidence == NULL)
    return;
  g_hash_table_unref (evidence->answers);
  g_free (evidence);
}

static int
strongest_nrs (BcSymptom *symptom)
{
  int nrs = bc_symptom_get_now (symptom);

  nrs = MAX (nrs, bc_symptom_get_best (symptom));
  return MAX (nrs, bc_symptom_get_worst (symptom));
}

/* Strokes of one view may lie over each other: if each fell on the region by chance, a b of it is covered twice. */
static void
add_stroke (Ink      *ink,
            BcStroke *stroke)
{
  BcViewId view = bc_stroke_get_view (stroke);
  guint n_covers;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  for (guint i = 0; i < n_covers; i++)
    {
      BcRegion region = covers[i].region;
      double *share = &ink->share[region][view];

      *share += covers[i].share * (1 - *share);
      ink->clarity[region] = MAX (ink->clarity[region], bc_stroke_get_clarity (stroke, region));
    }
}

static void
gather_ink (BcSymptom *symptom,
            Ink       *ink)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes_of (symptom, get_drawing (symptom)));
  guint n_strokes = g_list_model_get_n_items (strokes);

  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);

      add_stroke (ink, stroke);
    }
}

/* What holds wherever the symptom is. */
static void
add_feel (BcEvidence *evidence,
          BcSymptom  *symptom,
          BcRegion    region)
{
  BcDepth depth = bc_symptom_get_depth (symptom);

  evidence->nrs[region] = (gint8) MAX ((int) evidence->nrs[region], strongest_nrs (symptom));
  evidence->deep[region] |= depth == BC_DEPTH_DEEP;
  evidence->superficial[region] |= depth == BC_DEPTH_SUPERFICIAL;
}

/* A click says outright what a stroke only shows, so what was clicked is left alone. */
static void
add_strokes (BcEvidence     *evidence,
             BcSymptom      *symptom,
             const gboolean *clicked)
{
  Ink ink = { 0 };

  gather_ink (symptom, &ink);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;
      BcRole role;

      if (clicked[i] || !bc_symptom_draws_region_of (symptom, get_drawing (symptom), region, &role))
        continue;
      bc_evidence_mark_part (evidence, region, bc_symptom_get_qualities (symptom), role,
                             bc_extent_join_views (ink.share[i]), ink.clarity[i]);
      add_feel (evidence, symptom, region);
    }
}

static void
add_course (BcEvidence *evidence,
            BcSymptom  *symptom)
{
  int now = bc_symptom_get_now (symptom);
  gboolean constant = bc_symptom_get_constancy (symptom) == BC_CONSTANCY_CONSTANT;

  evidence->irritable = MAX (evidence->irritable, bc_symptom_get_irritability (symptom));
  if (now < evidence->now)
    return;
  evidence->constant = constant || (evidence->constant && now == evidence->now);
  evidence->now = now;
}

/* What the patient drew and the clinician understands otherwise may still be a danger. */
static void
add_told (BcEvidence *evidence,
          BcSymptom  *symptom)
{
  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    if (bc_symptom_marks_region (symptom, region, NULL))
      {
        evidence->told[region] = TRUE;
        evidence->told_qualities[region] |= (guint16) bc_symptom_get_qualities (symptom);
      }
}

static void
add_symptom (BcEvidence *evidence,
             BcSymptom  *symptom)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks_of (symptom, get_drawing (symptom)));
  gboolean clicked[BC_N_REGIONS + 1] = { FALSE };

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);
      BcRegion region = bc_mark_get_region (mark);

      bc_evidence_mark (evidence, region, bc_symptom_get_qualities (symptom), bc_mark_get_role (mark));
      if (bc_mark_get_role (mark) == BC_ROLE_CLEAR)
        continue;
      add_feel (evidence, symptom, region);
      clicked[region] = TRUE;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_strokes_of (symptom, get_drawing (symptom)))) > 0)
    add_strokes (evidence, symptom, clicked);
  if (get_drawing (symptom) == BC_DRAWING_CLINICIAN)
    add_told (evidence, symptom);
  add_course (evidence, symptom);
}

/* Which symptom marks what: a region has one bit for each that does. */
static void
add_nth_symptom (BcEvidence *evidence,
                 BcSymptom  *symptom,
                 guint       nth)
{
  guint32 bit = 1u << MIN (nth, 31);

  add_symptom (evidence, symptom);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (evidence->share[i] > 0 && bc_symptom_marks_region_of (symptom, get_drawing (symptom), (BcRegion) i, NULL))
      evidence->symptoms[i] |= bit;
}

static void
add_answers (BcEvidence *evidence,
             GListModel *answers)
{
  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr(BcAnswer) answer = g_list_model_get_item (answers, i);

      bc_evidence_answer (evidence, bc_answer_get_id (answer), bc_answer_get_value (answer));
    }
}

/* What holds for every symptom of the visit: clear regions, answers, age and sex. */
static void
add_visit (BcEvidence *evidence,
           BcChart    *chart,
           BcVisit    *visit)
{
  GListModel *clears = G_LIST_MODEL (bc_visit_get_clears (visit));

  evidence->age = bc_chart_get_age (chart, visit);
  evidence->sex = bc_chart_get_sex (chart);
  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) clear = g_list_model_get_item (clears, i);

      bc_evidence_mark (evidence, bc_mark_get_region (clear), 0, BC_ROLE_CLEAR);
    }
  add_answers (evidence, G_LIST_MODEL (bc_visit_get_answers (visit)));
}

/**
 * bc_evidence_from_visit:
 * @chart: the chart that holds @visit, for age and sex
 * @visit: a visit
 *
 * Gathers what the matcher needs to know of @visit. Of a symptom the clinician's drawing counts where there is one,
 * else the patient's. A clicked region is marked whole. A region that is drawn on is
 * marked where it counts (bc_symptom_marks_region()), with the share that all strokes of the symptom cover; nothing is
 * drawn for this, since strokes know what they cover. Where several symptoms mark a region, the strongest intensity
 * and all their qualities hold there. A region that is both marked and ticked as clear counts as marked, since a symptom
 * that is there cannot be undone by a tick.
 *
 * Returns: (transfer full): the evidence
 */
BcEvidence *
bc_evidence_from_visit (BcChart *chart,
                        BcVisit *visit)
{
  BcEvidence *evidence;
  GListModel *symptoms;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);

  evidence = bc_evidence_new ();
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      add_nth_symptom (evidence, symptom, i);
    }
  add_visit (evidence, chart, visit);
  return evidence;
}

/**
 * bc_evidence_from_symptom:
 * @chart: the chart that holds @visit, for age and sex
 * @visit: the visit that holds @symptom
 * @symptom: a symptom
 *
 * Gathers what the matcher needs to know of @symptom by itself: its own marks, with the clear regions and answers of
 * the visit, which are asked once for all symptoms. Where only other symptoms are marked, neither a mark nor its
 * absence counts.
 *
 * Returns: (transfer full): the evidence
 */
BcEvidence *
bc_evidence_from_symptom (BcChart   *chart,
                          BcVisit   *visit,
                          BcSymptom *symptom)
{
  BcEvidence *evidence;
  g_autoptr(BcEvidence) others = NULL;
  GListModel *symptoms;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);
  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), NULL);

  evidence = bc_evidence_new ();
  others = bc_evidence_new ();
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) each = g_list_model_get_item (symptoms, i);

      if (each == symptom)
        add_nth_symptom (evidence, symptom, i);
      else
        add_symptom (others, each);
    }
  add_visit (evidence, chart, visit);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      evidence->elsewhere[i] = others->share[i] > 0 && evidence->share[i] <= 0;
      evidence->clear[i] &= !evidence->elsewhere[i];
    }
  return evidence;
}

/**
 * bc_evidence_is_marked:
 * @evidence: evidence
 * @region: a region
 *
 * Returns: whether any part of @region is marked
 */
gboolean
bc_evidence_is_marked (const BcEvidence *evidence,
                       BcRegion          region)
{
  g_return_val_if_fail (evidence != NULL, FALSE);
  g_return_val_if_fail (region <= BC_N_REGIONS, FALSE);

  return evidence->share[region] > 0;
}

/**
 * bc_evidence_count:
 * @evidence: evidence
 *
 * Returns: number of marked regions, left and right counted apart
 */
guint
bc_evidence_count (const BcEvidence *evidence)
{
  guint n = 0;

  g_return_val_if_fail (evidence != NULL, 0);

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    n += evidence->share[i] > 0;
  return n;
}

/**
 * bc_evidence_get_answer:
 * @evidence: evidence
 * @id: id of a discriminator, an answer or a factor
 *
 * Returns: what was answered to exactly this id, %BC_ANSWER_NONE where it was not asked
 */
BcAnswerValue
bc_evidence_get_answer (const BcEvidence *evidence,
                        const char       *id)
{
  g_return_val_if_fail (evidence != NULL, BC_ANSWER_NONE);
  g_return_val_if_fail (id != NULL, BC_ANSWER_NONE);

  return GPOINTER_TO_INT (g_hash_table_lookup (evidence->answers, id));
}

/**
 * bc_evidence_mark:
 * @evidence: evidence
 * @region: a region
 * @qualities: how it feels there, #BcQuality flags, added to those already known
 * @role: whether the symptom sits there or travels there, or that the region is clear
 *
 * Marks the whole of @region.
 */
void
bc_evidence_mark (BcEvidence *evidence,
                  BcRegion    region,
                  guint       qualities,
                  BcRole      role)
{
  g_return_if_fail (evidence != NULL);
  g_return_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS);

  if (role == BC_ROLE_CLEAR)
    {
      evidence->clear[region] = evidence->share[region] <= 0;
      return;
    }
  bc_evidence_mark_part (evidence, region, qualities, role, 1, 1);
}

/**
 * bc_evidence_mark_part:
 * @evidence: evidence
 * @region: a region
 * @qualities: how it feels there, #BcQuality flags, added to those already known
 * @role: %BC_ROLE_SITE or %BC_ROLE_RADIATION
 * @share: of the region's skin, 0..1
 * @clarity: how clearly the region is meant, 0..1
 *
 * Marks a part of @region. Of what was marked there before, the larger share and the greater clarity hold.
 */
void
bc_evidence_mark_part (BcEvidence *evidence,
                       BcRegion    region,
                       guint       qualities,
                       BcRole      role,
                       double      share,
                       double      clarity)
{
  g_return_if_fail (evidence != NULL);
  g_return_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS);
  g_return_if_fail (role != BC_ROLE_CLEAR);

  evidence->clear[region] = FALSE;
  evidence->share[region] = MAX (evidence->share[region], CLAMP (share, SHARE_LEAST, 1));
  evidence->clarity[region] = MAX (evidence->clarity[region], CLAMP (clarity, 0, 1));
  evidence->qualities[region] |= (guint16) (qualities & BC_QUALITY_ALL);
  evidence->site[region] |= role == BC_ROLE_SITE;
  evidence->radiation[region] |= role == BC_ROLE_RADIATION;
}

/**
 * bc_evidence_answer:
 * @evidence: evidence
 * @id: id of a discriminator, an answer or a factor
 * @value: the answer; %BC_ANSWER_NONE takes it back
 *
 * Keeps an answer.
 */
void
bc_evidence_answer (BcEvidence    *evidence,
                    const char    *id,
                    BcAnswerValue  value)
{
  g_return_if_fail (evidence != NULL);
  g_return_if_fail (id != NULL);

  if (value == BC_ANSWER_NONE)
    g_hash_table_remove (evidence->answers, id);
  else
    g_hash_table_replace (evidence->answers, g_strdup (id), GINT_TO_POINTER (value));
}
