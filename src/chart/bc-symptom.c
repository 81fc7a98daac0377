/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom-private.h"

#include "bc-i18n.h"
#include "bc-property-private.h"

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
  PROP_UNDERSTOOD,
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
    case PROP_UNDERSTOOD:
      return &self->understood;
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
  bc_symptom_clear_drawings (self);
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
  properties[PROP_UNDERSTOOD] = bc_property_new_int ("understood", FALSE, TRUE, FALSE);
  properties[PROP_ONSET] = bc_property_new_string ("onset");
  properties[PROP_ONSET_DATE] = bc_property_new_string ("onset-date");
  properties[PROP_DAY_PATTERN] = bc_property_new_string ("day-pattern");
  properties[PROP_AGGRAVATING] = bc_property_new_string ("aggravating");
  properties[PROP_EASING] = bc_property_new_string ("easing");
  properties[PROP_NOTES] = bc_property_new_string ("notes");
  g_object_class_install_properties (object_class, N_PROPS, properties);
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
  bc_symptom_init_drawings (self);
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
         && !bc_symptom_has_behaviour (self)
         && *self->onset == '\0'
         && *self->day_pattern == '\0'
         && *self->aggravating == '\0'
         && *self->easing == '\0'
         && *self->notes == '\0';
}
