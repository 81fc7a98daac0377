/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words-understood.h"

#include "bc-atlas.h"
#include "bc-drawing-difference.h"
#include "bc-extent.h"
#include "bc-i18n.h"
#include "bc-understood.h"
#include "bc-words-comparison.h"
#include "bc-words.h"

#include <math.h>

/* Less than this is no other extent: a stroke that was copied measures the same to a rounding, cm2. */
#define LEAST_CM2 1.0

/* One symptom while it is told. */
typedef struct
{
  BcSymptom *symptom;
  BcFigureId figure;
  BcExtent   extents[BC_N_DRAWINGS];
  GPtrArray *lines;
} Teller;

static void
line_free (gpointer data)
{
  BcUnderstoodLine *line = data;

  g_free (line->label);
  g_free (line->text);
  g_free (line);
}

static void
add_line (Teller     *self,
          BcDrawing   drawing,
          BcRegion    region,
          const char *label,
          char       *text)
{
  BcUnderstoodLine *line = g_new0 (BcUnderstoodLine, 1);
  g_autofree char *number = bc_symptom_dup_label (self->symptom);

  line->number = bc_symptom_get_number (self->symptom);
  line->drawing = drawing;
  line->region = region;
  /* Translators: 1: a symptom, as "P1"; 2: "only the patient", or another way in which two drawings of it differ */
  line->label = g_strdup_printf (C_("drawings", "%1$s, %2$s"), number, label);
  line->text = text;
  g_ptr_array_add (self->lines, line);
}

/* The marked skin of some regions. */
static char *
dup_extent (Teller   *self,
            BcDrawing drawing,
            GArray   *regions)
{
  double cm2 = 0;
  double body = 0;

  for (guint i = 0; i < regions->len; i++)
    {
      BcRegion region = g_array_index (regions, BcRegion, i);
      double share = self->extents[drawing].share[region];

      cm2 += share * bc_atlas_get_skin_area (self->figure, region);
      body += share * bc_atlas_get_body_share (self->figure, region);
    }
  return bc_words_dup_extent (cm2, body);
}

static void
tell_regions (Teller     *self,
              BcDrawing   drawing,
              const char *label,
              GArray     *regions)
{
  g_autofree char *places = bc_words_dup_regions (regions);
  g_autofree char *extent = NULL;

  if (regions->len == 0)
    return;
  extent = dup_extent (self, drawing, regions);
  if (drawing == BC_DRAWING_PATIENT && bc_symptom_is_nowhere (self->symptom))
    /* Translators: 1: regions; 2: how much skin. The clinician says that the symptom is in none of the places that the
       patient drew. */
    add_line (self, drawing, g_array_index (regions, BcRegion, 0), label,
              g_strdup_printf (_("%1$s; %2$s. Nowhere for the clinician"), places, extent));
  else
    /* Translators: 1: regions; 2: how much skin, as in "right: shin; 0.66 % of the body (120 cm²)" */
    add_line (self, drawing, g_array_index (regions, BcRegion, 0), label,
              g_strdup_printf (C_("drawings", "%1$s; %2$s"), places, extent));
}

static void
tell_roles (Teller *self,
            GArray *regions)
{
  if (regions->len > 0)
    add_line (self, BC_DRAWING_CLINICIAN, g_array_index (regions, BcRegion, 0), _("sits for one, spreads for the other"),
              bc_words_dup_regions (regions));
}

/* The region where they differ most. */
static BcRegion
find_most (Teller *self)
{
  double most = -1;
  BcRegion found = 1;

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    {
      double change = self->extents[BC_DRAWING_CLINICIAN].share[region] - self->extents[BC_DRAWING_PATIENT].share[region];
      double cm2 = fabs (change) * bc_atlas_get_skin_area (self->figure, region);

      if (cm2 <= most)
        continue;
      most = cm2;
      found = region;
    }
  return found;
}

static void
tell_extent (Teller *self)
{
  const BcExtent *patient = &self->extents[BC_DRAWING_PATIENT];
  const BcExtent *clinician = &self->extents[BC_DRAWING_CLINICIAN];
  g_autofree char *one = bc_words_dup_extent (patient->cm2, patient->body_share);
  g_autofree char *other = bc_words_dup_extent (clinician->cm2, clinician->body_share);

  if (fabs (patient->cm2 - clinician->cm2) < LEAST_CM2 || bc_symptom_is_nowhere (self->symptom))
    return;
  /* Translators: how much skin is marked in the drawings of the two */
  add_line (self, BC_DRAWING_CLINICIAN, find_most (self), _("extent"),
            g_strdup_printf (_("patient %1$s, clinician %2$s"), one, other));
}

static void
tell (BcChart                   *chart,
      BcVisit                   *understood,
      const BcDrawingDifference *difference,
      GPtrArray                 *lines)
{
  Teller self = { difference->symptom, bc_chart_get_figure (chart), .lines = lines };

  bc_extent_of_symptom (chart, self.symptom, &self.extents[BC_DRAWING_PATIENT]);
  bc_extent_of_symptom (chart, bc_visit_get_symptom (understood, bc_symptom_get_number (self.symptom)),
                        &self.extents[BC_DRAWING_CLINICIAN]);
  tell_regions (&self, BC_DRAWING_PATIENT, _("only the patient"), difference->patient);
  tell_regions (&self, BC_DRAWING_CLINICIAN, _("only the clinician"), difference->clinician);
  tell_roles (&self, difference->roles);
  tell_extent (&self);
}

/**
 * bc_words_list_understood:
 * @chart: the document
 * @visit: one of its visits
 *
 * Tells where the patient's and the clinician's drawing differ: regions that only one marks, regions where it sits for
 * one and spreads for the other, and how much skin each marks.
 *
 * Returns: (transfer full) (element-type BcUnderstoodLine): symptom by symptom; empty where they do not differ
 */
GPtrArray *
bc_words_list_understood (BcChart *chart,
                          BcVisit *visit)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr(GPtrArray) differences = NULL;
  g_autoptr(BcVisit) understood = NULL;

  g_return_val_if_fail (BC_IS_CHART (chart), lines);
  g_return_val_if_fail (BC_IS_VISIT (visit), lines);

  differences = bc_visit_list_differences (visit);
  if (differences->len == 0)
    return lines;
  understood = bc_understood_new (visit);
  for (guint i = 0; i < differences->len; i++)
    tell (chart, understood, g_ptr_array_index (differences, i), lines);
  return lines;
}

/**
 * bc_words_dup_understood:
 * @visit: a visit
 *
 * Returns: (transfer full) (nullable): which symptoms go by the clinician's drawing where it is matched; %NULL for none
 */
char *
bc_words_dup_understood (BcVisit *visit)
{
  g_autoptr(GString) labels = g_string_new (NULL);
  GListModel *symptoms;

  g_return_val_if_fail (BC_IS_VISIT (visit), NULL);

  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      g_autofree char *label = bc_symptom_dup_label (symptom);

      if (bc_symptom_has_drawing (symptom, BC_DRAWING_CLINICIAN))
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? C_("list", ", ") : "", label);
    }
  if (labels->len == 0)
    return NULL;
  /* Translators: %s is one or more symptoms, as in "Matched by the clinician’s drawing: P1, P3" */
  return g_strdup_printf (_("Matched by the clinician’s drawing: %s"), labels->str);
}
