/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart.h"

#include "bc-chart-parts-private.h"
#include "bc-history-private.h"
#include "bc-property-private.h"

struct _BcChart
{
  GObject     parent_instance;

  char       *name;
  char       *birth_date;
  char       *reference;
  int         sex;
  int         figure;
  GListStore *visits;
  BcHistory  *history;
};

G_DEFINE_FINAL_TYPE (BcChart, bc_chart, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_BIRTH_DATE,
  PROP_REFERENCE,
  PROP_SEX,
  PROP_FIGURE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
bc_chart_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  BcChart *self = BC_CHART (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_BIRTH_DATE:
      g_value_set_string (value, self->birth_date);
      break;
    case PROP_REFERENCE:
      g_value_set_string (value, self->reference);
      break;
    case PROP_SEX:
      g_value_set_int (value, self->sex);
      break;
    case PROP_FIGURE:
      g_value_set_int (value, self->figure);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bc_chart_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  BcChart *self = BC_CHART (object);

  switch (prop_id)
    {
    case PROP_NAME:
      bc_property_set_string (self, pspec, &self->name, value);
      break;
    case PROP_BIRTH_DATE:
      bc_property_set_string (self, pspec, &self->birth_date, value);
      break;
    case PROP_REFERENCE:
      bc_property_set_string (self, pspec, &self->reference, value);
      break;
    case PROP_SEX:
      bc_property_set_int (self, pspec, &self->sex, value);
      break;
    case PROP_FIGURE:
      bc_property_set_int (self, pspec, &self->figure, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bc_chart_finalize (GObject *object)
{
  BcChart *self = BC_CHART (object);

  g_free (self->name);
  g_free (self->birth_date);
  g_free (self->reference);
  g_clear_object (&self->visits);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (bc_chart_parent_class)->finalize (object);
}

static void
bc_chart_class_init (BcChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bc_chart_finalize;
  object_class->get_property = bc_chart_get_property;
  object_class->set_property = bc_chart_set_property;

  properties[PROP_NAME] = bc_property_new_string ("name");
  properties[PROP_BIRTH_DATE] = bc_property_new_string ("birth-date");
  properties[PROP_REFERENCE] = bc_property_new_string ("reference");
  properties[PROP_SEX] = bc_property_new_int ("sex", BC_SEX_UNKNOWN, BC_SEX_MALE, BC_SEX_UNKNOWN);
  properties[PROP_FIGURE] = bc_property_new_int ("figure", BC_FIGURE_ADULT_FEMALE, BC_FIGURE_CHILD,
                                                 BC_FIGURE_ADULT_FEMALE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bc_chart_init (BcChart *self)
{
  self->name = g_strdup ("");
  self->birth_date = g_strdup ("");
  self->reference = g_strdup ("");
  self->sex = BC_SEX_UNKNOWN;
  self->figure = BC_FIGURE_ADULT_FEMALE;
  self->visits = g_list_store_new (BC_TYPE_VISIT);
  self->history = bc_history_new ();
  bc_history_set_owner (self->history, self);
  bc_history_set_hooks (self->history, bc_chart_is_open, bc_chart_confirm_touched);
}

/**
 * bc_chart_new:
 *
 * Returns: (transfer full): the document of a patient of whom nothing is known, without visits
 */
BcChart *
bc_chart_new (void)
{
  return g_object_new (BC_TYPE_CHART, NULL);
}

/**
 * bc_chart_get_name:
 *
 * Returns: (transfer none): the patient's name, "" where not given
 */
const char *
bc_chart_get_name (BcChart *self)
{
  g_return_val_if_fail (BC_IS_CHART (self), NULL);

  return self->name;
}

/**
 * bc_chart_get_birth_date:
 *
 * Returns: (transfer none): the patient's day of birth, ISO 8601; "" where not given
 */
const char *
bc_chart_get_birth_date (BcChart *self)
{
  g_return_val_if_fail (BC_IS_CHART (self), NULL);

  return self->birth_date;
}

/**
 * bc_chart_get_reference:
 *
 * Returns: (transfer none): the clinic's number for the patient, "" where not given
 */
const char *
bc_chart_get_reference (BcChart *self)
{
  g_return_val_if_fail (BC_IS_CHART (self), NULL);

  return self->reference;
}

/**
 * bc_chart_get_sex:
 *
 * Returns: the patient's sex
 */
BcSex
bc_chart_get_sex (BcChart *self)
{
  g_return_val_if_fail (BC_IS_CHART (self), BC_SEX_UNKNOWN);

  return (BcSex) self->sex;
}

/**
 * bc_chart_get_figure:
 *
 * Returns: the drawn body that the patient is charted on
 */
BcFigureId
bc_chart_get_figure (BcChart *self)
{
  g_return_val_if_fail (BC_IS_CHART (self), BC_FIGURE_ADULT_FEMALE);

  return (BcFigureId) self->figure;
}

/**
 * bc_chart_get_visits:
 *
 * Returns: (transfer none): a list of #BcVisit, oldest first
 */
GListStore *
bc_chart_get_visits (BcChart *self)
{
  g_return_val_if_fail (BC_IS_CHART (self), NULL);

  return self->visits;
}

/**
 * bc_chart_get_history:
 *
 * Returns: (transfer none): what undo and redo know of the chart
 */
BcHistory *
bc_chart_get_history (BcChart *self)
{
  g_return_val_if_fail (BC_IS_CHART (self), NULL);

  return self->history;
}

/**
 * bc_chart_add_visit:
 * @date: ISO 8601 day
 *
 * Adds an empty visit behind all that are not younger. This is no step of the history, since an empty visit is
 * nothing to take back.
 *
 * Returns: (transfer none): the new visit
 */
BcVisit *
bc_chart_add_visit (BcChart    *self,
                    const char *date)
{
  g_autoptr(BcVisit) visit = NULL;
  guint position;

  g_return_val_if_fail (BC_IS_CHART (self), NULL);
  g_return_val_if_fail (bc_date_is_valid (date), NULL);

  visit = bc_visit_new (date);
  position = g_list_model_get_n_items (G_LIST_MODEL (self->visits));
  while (position > 0)
    {
      g_autoptr(BcVisit) earlier = g_list_model_get_item (G_LIST_MODEL (self->visits), position - 1);

      if (strcmp (bc_visit_get_date (earlier), date) <= 0) /* ISO days sort as text */
        break;
      position--;
    }
  g_list_store_insert (self->visits, position, visit);
  return visit; /* the list keeps it alive */
}

/**
 * bc_chart_get_last_visit:
 *
 * Returns: (transfer none) (nullable): the youngest visit
 */
BcVisit *
bc_chart_get_last_visit (BcChart *self)
{
  g_autoptr(BcVisit) visit = NULL;
  guint n_visits;

  g_return_val_if_fail (BC_IS_CHART (self), NULL);

  n_visits = g_list_model_get_n_items (G_LIST_MODEL (self->visits));
  if (n_visits > 0)
    visit = g_list_model_get_item (G_LIST_MODEL (self->visits), n_visits - 1);
  return visit; /* the list keeps it alive */
}

/**
 * bc_chart_get_age:
 * @visit: a visit of the chart
 *
 * The patient's age at @visit: as told then, else from the birth date. Who was born on 29 February turns a year
 * older on 1 March of a common year.
 *
 * Returns: whole years, or %BC_AGE_UNKNOWN
 */
int
bc_chart_get_age (BcChart *self,
                  BcVisit *visit)
{
  const char *date;

  g_return_val_if_fail (BC_IS_CHART (self), BC_AGE_UNKNOWN);
  g_return_val_if_fail (BC_IS_VISIT (visit), BC_AGE_UNKNOWN);

  date = bc_visit_get_date (visit);
  if (bc_visit_get_age (visit) != BC_AGE_UNKNOWN)
    return bc_visit_get_age (visit);
  if (!bc_date_is_valid (self->birth_date) || !bc_date_is_valid (date) || strcmp (date, self->birth_date) < 0)
    return BC_AGE_UNKNOWN;
  return (int) (g_ascii_strtoll (date, NULL, 10) - g_ascii_strtoll (self->birth_date, NULL, 10))
         - (strcmp (date + 5, self->birth_date + 5) < 0 ? 1 : 0);
}
