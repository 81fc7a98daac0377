/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-private.h"

#include "bc-property-private.h"

/* No one is older; the oldest person on record was 122. */
#define AGE_MAX 130

G_DEFINE_FINAL_TYPE (BcVisit, bc_visit, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DATE,
  PROP_AGE,
  PROP_CLINICIAN,
  PROP_NOTES,
  PROP_PLAN,
  PROP_RELATION,
  PROP_SIGNED_WHEN,
  PROP_SIGNED_BY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static char **
string_field (BcVisit *self,
              guint    prop_id)
{
  switch (prop_id)
    {
    case PROP_DATE:
      return &self->date;
    case PROP_CLINICIAN:
      return &self->clinician;
    case PROP_NOTES:
      return &self->notes;
    case PROP_PLAN:
      return &self->plan;
    case PROP_RELATION:
      return &self->relation;
    case PROP_SIGNED_WHEN:
      return &self->signed_when;
    case PROP_SIGNED_BY:
      return &self->signed_by;
    default:
      return NULL;
    }
}

static void
bc_visit_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  BcVisit *self = BC_VISIT (object);
  char **text = string_field (self, prop_id);

  if (prop_id == PROP_AGE)
    g_value_set_int (value, self->age);
  else if (text != NULL)
    g_value_set_string (value, *text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bc_visit_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  BcVisit *self = BC_VISIT (object);
  char **text = string_field (self, prop_id);

  if (prop_id == PROP_AGE)
    bc_property_set_int (self, pspec, &self->age, value);
  else if (text != NULL)
    bc_property_set_string (self, pspec, text, value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
bc_visit_finalize (GObject *object)
{
  BcVisit *self = BC_VISIT (object);

  g_free (self->date);
  g_free (self->clinician);
  g_free (self->notes);
  g_free (self->plan);
  g_free (self->relation);
  g_free (self->signed_when);
  g_free (self->signed_by);
  g_clear_object (&self->symptoms);
  g_clear_object (&self->clears);
  g_clear_object (&self->answers);
  g_clear_object (&self->ticks);
  g_clear_object (&self->flag_actions);
  g_clear_object (&self->corrections);
  g_clear_object (&self->retests);
  g_clear_object (&self->links);
  G_OBJECT_CLASS (bc_visit_parent_class)->finalize (object);
}

static void
bc_visit_class_init (BcVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bc_visit_finalize;
  object_class->get_property = bc_visit_get_property;
  object_class->set_property = bc_visit_set_property;

  properties[PROP_DATE] = bc_property_new_string ("date");
  properties[PROP_AGE] = bc_property_new_int ("age", BC_AGE_UNKNOWN, AGE_MAX, BC_AGE_UNKNOWN);
  properties[PROP_CLINICIAN] = bc_property_new_string ("clinician");
  properties[PROP_NOTES] = bc_property_new_string ("notes");
  properties[PROP_PLAN] = bc_property_new_string ("plan");
  properties[PROP_RELATION] = bc_property_new_string ("relation");
  properties[PROP_SIGNED_WHEN] = bc_property_new_string ("signed-when");
  properties[PROP_SIGNED_BY] = bc_property_new_string ("signed-by");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_visit_init (BcVisit *self)
{
  self->date = g_strdup ("");
  self->age = BC_AGE_UNKNOWN;
  self->clinician = g_strdup ("");
  self->notes = g_strdup ("");
  self->plan = g_strdup ("");
  self->relation = g_strdup ("");
  self->signed_when = g_strdup ("");
  self->signed_by = g_strdup ("");
  self->symptoms = g_list_store_new (BC_TYPE_SYMPTOM);
  self->clears = g_list_store_new (BC_TYPE_MARK);
  self->answers = g_list_store_new (BC_TYPE_ANSWER);
  self->ticks = g_list_store_new (BC_TYPE_TICK);
  self->flag_actions = g_list_store_new (BC_TYPE_FLAG_ACTION);
  self->corrections = g_list_store_new (BC_TYPE_CORRECTION);
  self->retests = g_list_store_new (BC_TYPE_RETEST);
  self->links = g_list_store_new (BC_TYPE_LINK);
}

/**
 * bc_visit_new:
 * @date: ISO 8601 day, as 2026-05-12
 *
 * Returns: (transfer full): a visit at which nothing was recorded yet
 */
BcVisit *
bc_visit_new (const char *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  return g_object_new (BC_TYPE_VISIT, "date", date, NULL);
}

/**
 * bc_visit_get_date:
 *
 * Returns: (transfer none): the day of the visit, ISO 8601
 */
const char *
bc_visit_get_date (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->date;
}

/**
 * bc_visit_get_age:
 *
 * The age that was told at the visit. bc_chart_get_age() knows the birth date too.
 *
 * Returns: whole years, or %BC_AGE_UNKNOWN
 */
int
bc_visit_get_age (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), BC_AGE_UNKNOWN);

  return self->age;
}

/**
 * bc_visit_get_clinician:
 *
 * Returns: (transfer none): name of the clinician, "" where not given
 */
const char *
bc_visit_get_clinician (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->clinician;
}

/**
 * bc_visit_get_notes:
 *
 * Returns: (transfer none): the clinician's notes, "" where not given
 */
const char *
bc_visit_get_notes (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->notes;
}

/**
 * bc_visit_get_plan:
 *
 * Returns: (transfer none): what was agreed, "" where not given
 */
const char *
bc_visit_get_plan (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->plan;
}

/**
 * bc_visit_get_relation:
 *
 * Returns: (transfer none): how the symptoms belong together, as "P1 brings P2 on"; "" where not given
 */
const char *
bc_visit_get_relation (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->relation;
}

/**
 * bc_visit_get_signed_when:
 *
 * Returns: (transfer none): when the visit was signed, as bc_time_is_valid() has it; "" where it is not
 */
const char *
bc_visit_get_signed_when (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->signed_when;
}

/**
 * bc_visit_get_signed_by:
 *
 * Returns: (transfer none): who signed the visit, "" where it is not signed
 */
const char *
bc_visit_get_signed_by (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), NULL);

  return self->signed_by;
}

/**
 * bc_visit_is_signed:
 *
 * Returns: whether the visit is closed: nothing of it changes any more, and corrections are added
 */
gboolean
bc_visit_is_signed (BcVisit *self)
{
  g_return_val_if_fail (BC_IS_VISIT (self), FALSE);

  return *self->signed_when != '\0';
}

/**
 * bc_visit_is_empty:
 *
 * A symptom of which nothing is known, and the clinician's name, count as nothing: a window puts them there on
 * its own.
 *
 * Returns: whether nothing was recorded at the visit
 */
gboolean
bc_visit_is_empty (BcVisit *self)
{
  guint n_symptoms;

  g_return_val_if_fail (BC_IS_VISIT (self), TRUE);

  n_symptoms = g_list_model_get_n_items (G_LIST_MODEL (self->symptoms));
  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (G_LIST_MODEL (self->symptoms), i);

      if (!bc_symptom_is_empty (symptom))
        return FALSE;
    }
  return g_list_model_get_n_items (G_LIST_MODEL (self->clears)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (self->answers)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (self->ticks)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (self->flag_actions)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (self->retests)) == 0
         && g_list_model_get_n_items (G_LIST_MODEL (self->links)) == 0
         && *self->notes == '\0'
         && *self->plan == '\0'
         && *self->relation == '\0'
         && *self->signed_when == '\0';
}
