/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom.h"

#include "bc-i18n.h"
#include "bc-property-private.h"

/* One drawing of the symptom. */
typedef struct
{
  GListStore *marks;
  GListStore *strokes;
  guint8      drawn[BC_N_REGIONS + 1]; /* what the strokes make of each region: a Drawn */
  gboolean    drawn_known;
} Layer;

struct _BcSymptom
{
  GObject     parent_instance;

  int         number;
  guint       qualities;
  int         now;
  int         best;
  int         worst;
  int         depth;
  int         constancy;
  int         onset_kind;
  int         morning;
  int         daytime;
  int         evening;
  int         night;
  int         stiffness;
  int         wakes;
  int         resolved;
  int         unconfirmed;
  char       *onset;
  char       *onset_date;
  char       *day_pattern;
  char       *aggravating;
  char       *easing;
  char       *notes;
  GListStore *factors;
  Layer       layers[BC_N_DRAWINGS];
};

/* In the order of their strength: where it sits wins. */
typedef enum
{
  DRAWN_NOTHING,
  DRAWN_RADIATION,
  DRAWN_SITE
} Drawn;

G_DEFINE_FINAL_TYPE (BcSymptom, bc_symptom, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_QUALITIES,
  PROP_NOW,
  PROP_BEST,
  PROP_WORST,
  PROP_DEPTH,
  PROP_CONSTANCY,
  PROP_ONSET_KIND,
  PROP_MORNING,
  PROP_DAYTIME,
  PROP_EVENING,
  PROP_NIGHT,
  PROP_STIFFNESS,
  PROP_WAKES,
  PROP_RESOLVED,
  PROP_UNCONFIRMED,
  PROP_ONSET,
  PROP_ONSET_DATE,
  PROP_DAY_PATTERN,
  PROP_AGGRAVATING,
  PROP_EASING,
  PROP_NOTES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The field behind an int property, NULL for the others. */
static int *
int_field (BcSymptom *self,
           guint      prop_id)
{
  switch (prop_id)
    {
    case PROP_NUMBER:
      return &self->number;
    case PROP_NOW:
      return &self->now;
    case PROP_BEST:
      return &self->best;
    case PROP_WORST:
      return &self->worst;
    case PROP_DEPTH:
      return &self->depth;
    case PROP_CONSTANCY:
      return &self->constancy;
    case PROP_ONSET_KIND:
      return &self->onset_kind;
    case PROP_MORNING:
      return &self->morning;
    case PROP_DAYTIME:
      return &self->daytime;
    case PROP_EVENING:
      return &self->evening;
    case PROP_NIGHT:
      return &self->night;
    case PROP_STIFFNESS:
      return &self->stiffness;
    case PROP_WAKES:
      return &self->wakes;
    case PROP_RESOLVED:
      return &self->resolved;
    case PROP_UNCONFIRMED:
      return &self->unconfirmed;
    default:
      return NULL;
    }
}

/* The field behind a string property, NULL for the others. */
static char **
string_field (BcSymptom *self,
              guint      prop_id)
{
  switch (prop_id)
    {
    case PROP_ONSET:
      return &self->onset;
    case PROP_ONSET_DATE:
      return &self->onset_date;
    case PROP_DAY_PATTERN:
      return &self->day_pattern;
    case PROP_AGGRAVATING:
      return &self->aggravating;
    case PROP_EASING:
      return &self->easing;
    case PROP_NOTES:
      return &self->notes;
    default:
      return NULL;
    }
}

static void
bc_symptom_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  BcSymptom *self = BC_SYMPTOM (object);
  int *number = int_field (self, prop_id);
  char **text = string_field (self, prop_id);

  if (prop_id == PROP_QUALITIES)
    g_value_set_uint (value, self->qualities);
  else if (number != NULL)
    g_value_set_int (value, *number);
  else if (text != NULL)
    g_value_set_string (value, *text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bc_symptom_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  BcSymptom *self = BC_SYMPTOM (object);
  int *number = int_field (self, prop_id);
  char **text = string_field (self, prop_id);

  if (prop_id == PROP_QUALITIES)
    {
      if (self->qualities == g_value_get_uint (value))
        return;
      self->qualities = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
    }
  else if (number != NULL)
    bc_property_set_int (self, pspec, number, value);
  else if (text != NULL)
    bc_property_set_string (self, pspec, text, value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bc_symptom_finalize (GObject *object)
{
  BcSymptom *self = BC_SYMPTOM (object);

  g_free (self->onset);
  g_free (self->onset_date);
  g_free (self->day_pattern);
  g_free (self->aggravating);
  g_free (self->easing);
  g_free (self->notes);
  g_clear_object (&self->factors);
  for (guint i = 0; i < BC_N_DRAWINGS; i++)
    {
      g_clear_object (&self->layers[i].marks);
      g_signal_handlers_disconnect_by_data (self->layers[i].strokes, self); /* the history may keep the list */
      g_clear_object (&self->layers[i].strokes);
    }
  G_OBJECT_CLASS (bc_symptom_parent_class)->finalize (object);
}

static void
bc_symptom_class_init (BcSymptomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bc_symptom_finalize;
  object_class->get_property = bc_symptom_get_property;
  object_class->set_property = bc_symptom_set_property;

  properties[PROP_NUMBER] = bc_property_new_int ("number", 1, G_MAXINT, 1);
  properties[PROP_QUALITIES] = g_param_spec_uint ("qualities", NULL, NULL, 0, BC_QUALITY_ALL, 0,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                    | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOW] = bc_property_new_int ("now", BC_NRS_UNKNOWN, BC_NRS_MAX, BC_NRS_UNKNOWN);
  properties[PROP_BEST] = bc_property_new_int ("best", BC_NRS_UNKNOWN, BC_NRS_MAX, BC_NRS_UNKNOWN);
  properties[PROP_WORST] = bc_property_new_int ("worst", BC_NRS_UNKNOWN, BC_NRS_MAX, BC_NRS_UNKNOWN);
  properties[PROP_DEPTH] = bc_property_new_int ("depth", BC_DEPTH_UNKNOWN, BC_DEPTH_SUPERFICIAL, BC_DEPTH_UNKNOWN);
  properties[PROP_CONSTANCY] = bc_property_new_int ("constancy", BC_CONSTANCY_UNKNOWN, BC_CONSTANCY_INTERMITTENT,
                                                    BC_CONSTANCY_UNKNOWN);
  properties[PROP_ONSET_KIND] = bc_property_new_int ("onset-kind", BC_ONSET_UNKNOWN, BC_ONSET_TRAUMA, BC_ONSET_UNKNOWN);
  properties[PROP_MORNING] = bc_property_new_int ("morning", BC_COURSE_UNKNOWN, BC_COURSE_WORSE, BC_COURSE_UNKNOWN);
  properties[PROP_DAYTIME] = bc_property_new_int ("daytime", BC_COURSE_UNKNOWN, BC_COURSE_WORSE, BC_COURSE_UNKNOWN);
  properties[PROP_EVENING] = bc_property_new_int ("evening", BC_COURSE_UNKNOWN, BC_COURSE_WORSE, BC_COURSE_UNKNOWN);
  properties[PROP_NIGHT] = bc_property_new_int ("night", BC_COURSE_UNKNOWN, BC_COURSE_WORSE, BC_COURSE_UNKNOWN);
  properties[PROP_STIFFNESS] = bc_property_new_int ("stiffness", BC_MINUTES_UNKNOWN, BC_MINUTES_MAX, BC_MINUTES_UNKNOWN);
  properties[PROP_WAKES] = bc_property_new_int ("wakes", BC_WAKES_UNKNOWN, BC_WAKES_MAX, BC_WAKES_UNKNOWN);
  properties[PROP_RESOLVED] = bc_property_new_int ("resolved", FALSE, TRUE, FALSE);
  properties[PROP_UNCONFIRMED] = bc_property_new_int ("unconfirmed", FALSE, TRUE, FALSE);
  properties[PROP_ONSET] = bc_property_new_string ("onset");
  properties[PROP_ONSET_DATE] = bc_property_new_string ("onset-date");
  properties[PROP_DAY_PATTERN] = bc_property_new_string ("day-pattern");
  properties[PROP_AGGRAVATING] = bc_property_new_string ("aggravating");
  properties[PROP_EASING] = bc_property_new_string ("easing");
  properties[PROP_NOTES] = bc_property_new_string ("notes");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
learn_strokes (Layer *layer,
               guint  start,
               guint  n_strokes)
{
  for (guint i = start; i < start + n_strokes; i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (G_LIST_MODEL (layer->strokes), i);
      guint n_covers;
      const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

      for (guint j = 0; j < n_covers; j++)
        {
          guint8 *drawn = &layer->drawn[covers[j].region];
          BcRole role;

          if (bc_stroke_counts (stroke, covers[j].region, &role))
            *drawn = MAX (*drawn, role == BC_ROLE_SITE ? DRAWN_SITE : DRAWN_RADIATION);
        }
    }
}

/* Drawing must not slow down with what is there already: only a stroke that went away makes all be learnt again. */
static void
strokes_changed_cb (BcSymptom  *self,
                    guint       position,
                    guint       n_removed,
                    guint       n_added,
                    GListModel *strokes)
{
  Layer *layer = &self->layers[0];

  g_assert (BC_IS_SYMPTOM (self));
  while (G_LIST_MODEL (layer->strokes) != strokes)
    layer++;
  g_assert (layer < self->layers + BC_N_DRAWINGS);

  if (n_removed > 0)
    layer->drawn_known = FALSE;
  else if (layer->drawn_known)
    learn_strokes (layer, position, n_added);
}

static void
bc_symptom_init (BcSymptom *self)
{
  self->number = 1;
  self->now = BC_NRS_UNKNOWN;
  self->best = BC_NRS_UNKNOWN;
  self->worst = BC_NRS_UNKNOWN;
  self->onset = g_strdup ("");
  self->onset_date = g_strdup ("");
  self->stiffness = BC_MINUTES_UNKNOWN;
  self->wakes = BC_WAKES_UNKNOWN;
  self->day_pattern = g_strdup ("");
  self->aggravating = g_strdup ("");
  self->easing = g_strdup ("");
  self->notes = g_strdup ("");
  self->factors = g_list_store_new (BC_TYPE_SYMPTOM_FACTOR);
  for (guint i = 0; i < BC_N_DRAWINGS; i++)
    {
      Layer *layer = &self->layers[i];

      layer->marks = g_list_store_new (BC_TYPE_MARK);
      layer->strokes = g_list_store_new (BC_TYPE_STROKE);
      layer->drawn_known = TRUE; /* nothing is drawn */
      g_signal_connect_swapped (layer->strokes, "items-changed", G_CALLBACK (strokes_changed_cb), self);
    }
}

/**
 * bc_symptom_new:
 * @number: from 1; shown as P1, P2, ...
 *
 * Returns: (transfer full): a symptom of which nothing else is known
 */
BcSymptom *
bc_symptom_new (int number)
{
  g_return_val_if_fail (number >= 1, NULL);

  return g_object_new (BC_TYPE_SYMPTOM, "number", number, NULL);
}

/**
 * bc_symptom_get_number:
 *
 * Returns: the number of the symptom in its visit, from 1
 */
int
bc_symptom_get_number (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), 0);

  return self->number;
}

/**
 * bc_symptom_dup_label:
 *
 * Returns: (transfer full): the short name of the symptom, as "P1"
 */
char *
bc_symptom_dup_label (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  /* Translators: short name of a symptom, %d is its number. P is what physiotherapists write for "pain". */
  return g_strdup_printf (_("P%d"), self->number);
}

/**
 * bc_symptom_get_qualities:
 *
 * Returns: what it feels like, #BcQuality flags; 0 where not given
 */
guint
bc_symptom_get_qualities (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), 0);

  return self->qualities;
}

/**
 * bc_symptom_get_now:
 *
 * Returns: intensity now, NRS-11 0..10, or %BC_NRS_UNKNOWN
 */
int
bc_symptom_get_now (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_NRS_UNKNOWN);

  return self->now;
}

/**
 * bc_symptom_get_best:
 *
 * Returns: intensity at its best, NRS-11 0..10, or %BC_NRS_UNKNOWN
 */
int
bc_symptom_get_best (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_NRS_UNKNOWN);

  return self->best;
}

/**
 * bc_symptom_get_worst:
 *
 * Returns: intensity at its worst, NRS-11 0..10, or %BC_NRS_UNKNOWN
 */
int
bc_symptom_get_worst (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_NRS_UNKNOWN);

  return self->worst;
}

/**
 * bc_symptom_get_depth:
 *
 * Returns: how deep it is felt
 */
BcDepth
bc_symptom_get_depth (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_DEPTH_UNKNOWN);

  return (BcDepth) self->depth;
}

/**
 * bc_symptom_get_constancy:
 *
 * Returns: whether it is always there
 */
BcConstancy
bc_symptom_get_constancy (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_CONSTANCY_UNKNOWN);

  return (BcConstancy) self->constancy;
}

/**
 * bc_symptom_get_resolved:
 *
 * Returns: whether the symptom was there at an earlier visit and is gone at this one; its number stays its own
 */
gboolean
bc_symptom_get_resolved (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), FALSE);

  return self->resolved;
}

/**
 * bc_symptom_get_unconfirmed:
 *
 * Returns: whether the symptom is a copy from the last visit that nobody has touched or confirmed yet
 */
gboolean
bc_symptom_get_unconfirmed (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), FALSE);

  return self->unconfirmed;
}

/**
 * bc_symptom_get_onset:
 *
 * Returns: (transfer none): when and how it began, in the patient's or clinician's words; "" where not given
 */
const char *
bc_symptom_get_onset (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->onset;
}

/**
 * bc_symptom_get_day_pattern:
 *
 * Returns: (transfer none): how it behaves over 24 hours; "" where not given
 */
const char *
bc_symptom_get_day_pattern (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->day_pattern;
}

/**
 * bc_symptom_get_aggravating:
 *
 * Returns: (transfer none): what makes it worse, in words; "" where not given
 */
const char *
bc_symptom_get_aggravating (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->aggravating;
}

/**
 * bc_symptom_get_easing:
 *
 * Returns: (transfer none): what makes it better, in words; "" where not given
 */
const char *
bc_symptom_get_easing (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->easing;
}

/**
 * bc_symptom_get_notes:
 *
 * Returns: (transfer none): anything else; "" where not given
 */
const char *
bc_symptom_get_notes (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->notes;
}

/**
 * bc_symptom_get_onset_kind:
 *
 * Returns: how it began
 */
BcOnset
bc_symptom_get_onset_kind (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_ONSET_UNKNOWN);

  return (BcOnset) self->onset_kind;
}

/**
 * bc_symptom_get_morning:
 *
 * Returns: how it is in the morning
 */
BcCourse
bc_symptom_get_morning (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_COURSE_UNKNOWN);

  return (BcCourse) self->morning;
}

/**
 * bc_symptom_get_daytime:
 *
 * Returns: how it is through the day
 */
BcCourse
bc_symptom_get_daytime (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_COURSE_UNKNOWN);

  return (BcCourse) self->daytime;
}

/**
 * bc_symptom_get_evening:
 *
 * Returns: how it is in the evening
 */
BcCourse
bc_symptom_get_evening (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_COURSE_UNKNOWN);

  return (BcCourse) self->evening;
}

/**
 * bc_symptom_get_night:
 *
 * Returns: how it is at night
 */
BcCourse
bc_symptom_get_night (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_COURSE_UNKNOWN);

  return (BcCourse) self->night;
}

/**
 * bc_symptom_get_stiffness:
 *
 * Returns: minutes of stiffness in the morning, or %BC_MINUTES_UNKNOWN
 */
int
bc_symptom_get_stiffness (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_MINUTES_UNKNOWN);

  return self->stiffness;
}

/**
 * bc_symptom_get_wakes:
 *
 * Returns: how often it wakes the person in a night, or %BC_WAKES_UNKNOWN
 */
int
bc_symptom_get_wakes (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), BC_WAKES_UNKNOWN);

  return self->wakes;
}

/**
 * bc_symptom_get_onset_date:
 *
 * Returns: (transfer none): the day on which it began, ISO 8601; "" where not given
 */
const char *
bc_symptom_get_onset_date (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->onset_date;
}

/**
 * bc_symptom_get_factors:
 *
 * Returns: (transfer none): what makes it worse and better, a list of #BcSymptomFactor
 */
GListStore *
bc_symptom_get_factors (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);

  return self->factors;
}

/**
 * bc_symptom_get_marks:
 *
 * Returns: (transfer none): the regions of the patient's drawing, a list of #BcMark
 */
GListStore *
bc_symptom_get_marks (BcSymptom *self)
{
  return bc_symptom_get_marks_of (self, BC_DRAWING_PATIENT);
}

/**
 * bc_symptom_get_marks_of:
 * @drawing: whose
 *
 * Returns: (transfer none): the regions of a drawing of the symptom, a list of #BcMark
 */
GListStore *
bc_symptom_get_marks_of (BcSymptom *self,
                         BcDrawing  drawing)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, NULL);

  return self->layers[drawing].marks;
}

/**
 * bc_symptom_find_mark:
 * @region: a region
 * @position: (out) (optional): where the mark is in the list
 *
 * Returns: (transfer none) (nullable): the mark of the patient's drawing in @region
 */
BcMark *
bc_symptom_find_mark (BcSymptom *self,
                      BcRegion   region,
                      guint     *position)
{
  return bc_symptom_find_mark_of (self, BC_DRAWING_PATIENT, region, position);
}

/**
 * bc_symptom_find_mark_of:
 * @drawing: whose
 * @region: a region
 * @position: (out) (optional): where the mark is in the list
 *
 * Returns: (transfer none) (nullable): the mark of a drawing of the symptom in @region
 */
BcMark *
bc_symptom_find_mark_of (BcSymptom *self,
                         BcDrawing  drawing,
                         BcRegion   region,
                         guint     *position)
{
  GListModel *marks;
  guint n_marks;

  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, NULL);

  marks = G_LIST_MODEL (self->layers[drawing].marks);
  n_marks = g_list_model_get_n_items (marks);
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      if (bc_mark_get_region (mark) != region)
        continue;
      if (position != NULL)
        *position = i;
      return mark; /* the list keeps it alive */
    }
  return NULL;
}

/**
 * bc_symptom_get_strokes:
 *
 * Returns: (transfer none): list of #BcStroke of the patient's drawing, oldest first
 */
GListStore *
bc_symptom_get_strokes (BcSymptom *self)
{
  return bc_symptom_get_strokes_of (self, BC_DRAWING_PATIENT);
}

/**
 * bc_symptom_get_strokes_of:
 * @drawing: whose
 *
 * Returns: (transfer none): list of #BcStroke of a drawing of the symptom, oldest first
 */
GListStore *
bc_symptom_get_strokes_of (BcSymptom *self,
                           BcDrawing  drawing)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), NULL);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, NULL);

  return self->layers[drawing].strokes;
}

/**
 * bc_symptom_has_drawing:
 * @drawing: whose
 *
 * Returns: whether anything is marked or drawn there
 */
gboolean
bc_symptom_has_drawing (BcSymptom *self,
                        BcDrawing  drawing)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), FALSE);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, FALSE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->layers[drawing].marks)) > 0
         || g_list_model_get_n_items (G_LIST_MODEL (self->layers[drawing].strokes)) > 0;
}

/**
 * bc_symptom_draws_region:
 * @region: a region
 * @role: (out) (optional): how the symptom is there, set where it is
 *
 * Whether strokes of the patient's drawing mark @region (bc_stroke_counts()). A stroke that sits there wins over one that
 * travels there.
 *
 * Returns: whether they do
 */
gboolean
bc_symptom_draws_region (BcSymptom *self,
                         BcRegion   region,
                         BcRole    *role)
{
  return bc_symptom_draws_region_of (self, BC_DRAWING_PATIENT, region, role);
}

/**
 * bc_symptom_draws_region_of:
 * @drawing: whose
 * @region: a region
 * @role: (out) (optional): how the symptom is there, set where it is
 *
 * Returns: whether strokes of a drawing of the symptom mark @region, as bc_symptom_draws_region() has it
 */
gboolean
bc_symptom_draws_region_of (BcSymptom *self,
                            BcDrawing  drawing,
                            BcRegion   region,
                            BcRole    *role)
{
  Layer *layer;

  g_return_val_if_fail (BC_IS_SYMPTOM (self), FALSE);
  g_return_val_if_fail (drawing < BC_N_DRAWINGS, FALSE);
  g_return_val_if_fail (region <= BC_N_REGIONS, FALSE);

  layer = &self->layers[drawing];
  if (!layer->drawn_known)
    {
      memset (layer->drawn, DRAWN_NOTHING, sizeof layer->drawn);
      learn_strokes (layer, 0, g_list_model_get_n_items (G_LIST_MODEL (layer->strokes)));
      layer->drawn_known = TRUE;
    }
  if (layer->drawn[region] == DRAWN_NOTHING)
    return FALSE;
  if (role != NULL)
    *role = layer->drawn[region] == DRAWN_SITE ? BC_ROLE_SITE : BC_ROLE_RADIATION;
  return TRUE;
}

/**
 * bc_symptom_marks_region:
 * @region: a region
 * @role: (out) (optional): how the symptom is there, set where it is
 *
 * Whether the patient's drawing marks @region by a click or by strokes. A click says it outright, whatever the strokes
 * say.
 *
 * Returns: whether it does
 */
gboolean
bc_symptom_marks_region (BcSymptom *self,
                         BcRegion   region,
                         BcRole    *role)
{
  return bc_symptom_marks_region_of (self, BC_DRAWING_PATIENT, region, role);
}

/**
 * bc_symptom_marks_region_of:
 * @drawing: whose
 * @region: a region
 * @role: (out) (optional): how the symptom is there, set where it is
 *
 * Returns: whether a drawing of the symptom marks @region, as bc_symptom_marks_region() has it
 */
gboolean
bc_symptom_marks_region_of (BcSymptom *self,
                            BcDrawing  drawing,
                            BcRegion   region,
                            BcRole    *role)
{
  BcMark *mark;

  g_return_val_if_fail (BC_IS_SYMPTOM (self), FALSE);

  mark = bc_symptom_find_mark_of (self, drawing, region, NULL);
  if (mark == NULL)
    return bc_symptom_draws_region_of (self, drawing, region, role);
  if (role != NULL)
    *role = bc_mark_get_role (mark);
  return TRUE;
}

static gboolean
has_behaviour (BcSymptom *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->factors)) > 0
         || self->onset_kind != BC_ONSET_UNKNOWN
         || *self->onset_date != '\0'
         || self->morning != BC_COURSE_UNKNOWN
         || self->daytime != BC_COURSE_UNKNOWN
         || self->evening != BC_COURSE_UNKNOWN
         || self->night != BC_COURSE_UNKNOWN
         || self->stiffness != BC_MINUTES_UNKNOWN
         || self->wakes != BC_WAKES_UNKNOWN;
}

/**
 * bc_symptom_is_empty:
 *
 * Returns: whether nothing but the number is known of the symptom
 */
gboolean
bc_symptom_is_empty (BcSymptom *self)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (self), TRUE);

  return !bc_symptom_has_drawing (self, BC_DRAWING_PATIENT)
         && !bc_symptom_has_drawing (self, BC_DRAWING_CLINICIAN)
         && self->qualities == 0
         && self->now == BC_NRS_UNKNOWN
         && self->best == BC_NRS_UNKNOWN
         && self->worst == BC_NRS_UNKNOWN
         && self->depth == BC_DEPTH_UNKNOWN
         && self->constancy == BC_CONSTANCY_UNKNOWN
         && !self->resolved
         && !has_behaviour (self)
         && *self->onset == '\0'
         && *self->day_pattern == '\0'
         && *self->aggravating == '\0'
         && *self->easing == '\0'
         && *self->notes == '\0';
}
