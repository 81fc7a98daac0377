/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit.h"

#include "bc-i18n.h"

#include <string.h>

static char *
dup_property (gpointer    object,
              const char *name)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), name);
  g_auto(GValue) value = G_VALUE_INIT;

  if (pspec == NULL || (!G_IS_PARAM_SPEC_STRING (pspec) && !G_IS_PARAM_SPEC_INT (pspec)))
    return NULL;
  g_object_get_property (object, name, &value);
  if (G_IS_PARAM_SPEC_STRING (pspec))
    return g_value_dup_string (&value);
  /* Where a number is not known yet it is below 0. */
  return g_value_get_int (&value) < 0 ? g_strdup ("") : g_strdup_printf ("%d", g_value_get_int (&value));
}

static char *
dup_original (BcVisit    *self,
              const char *field)
{
  const char *slash = strchr (field, '/');
  BcSymptom *symptom;

  if (slash == NULL)
    return dup_property (self, field);
  if (field[0] != 'P')
    return NULL;
  symptom = bc_visit_get_symptom (self, (int) CLAMP (g_ascii_strtoll (field + 1, NULL, 10), 0, G_MAXINT));
  return symptom != NULL ? dup_property (symptom, slash + 1) : NULL;
}

/**
 * bc_visit_dup_field:
 * @field: a property of the visit, as "plan", or of one of its symptoms, as "P1/onset" or "P1/now"
 *
 * What a field says with all corrections made; numbers in figures.
 *
 * Returns: (transfer full) (nullable): its text, "" where nothing is there; %NULL where the visit has no such field and
 *   no correction of it either
 */
char *
bc_visit_dup_field (BcVisit    *self,
                    const char *field)
{
  GListModel *corrections;

  g_return_val_if_fail (BC_IS_VISIT (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  corrections = G_LIST_MODEL (bc_visit_get_corrections (self));
  for (guint i = g_list_model_get_n_items (corrections); i > 0; i--)
    {
      g_autoptr(BcCorrection) correction = g_list_model_get_item (corrections, i - 1);

      if (g_str_equal (bc_correction_get_field (correction), field))
        return g_strdup (bc_correction_get_after (correction));
    }
  return dup_original (self, field);
}

/**
 * bc_visit_field_dup_name:
 * @field: as bc_visit_dup_field() takes it
 *
 * Returns: (transfer full): what people call the field, as "P1, onset", translated; @field itself where it has no name,
 *   as a place in words
 */
char *
bc_visit_field_dup_name (const char *field)
{
  const struct
  {
    const char *id;
    const char *name;
  } names[] = {
    { "date", _("Date") },
    { "clinician", _("Clinician") },
    { "notes", _("Notes") },
    { "plan", _("Plan") },
    { "relation", C_("symptoms", "Relation") },
    { "onset", C_("symptom", "Onset") },
    { "day-pattern", C_("symptom", "Over 24 hours") },
    { "aggravating", C_("symptom", "Worse with") },
    { "easing", C_("symptom", "Better with") },
    { "now", C_("intensity", "Now") },
    { "best", C_("intensity", "Best") },
    { "worst", C_("intensity", "Worst") },
  };
  const char *slash;
  const char *id;

  g_return_val_if_fail (field != NULL, NULL);

  slash = strchr (field, '/');
  id = slash != NULL ? slash + 1 : field;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (id, names[i].id))
      return slash != NULL ? g_strdup_printf ("%.*s, %s", (int) (slash - field), field, names[i].name)
                           : g_strdup (names[i].name);
  return g_strdup (field);
}
