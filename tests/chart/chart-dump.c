/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-dump.h"

static void dump_object (GString *text,
                         GObject *object,
                         guint    depth);

static void
dump_list (GString    *text,
           const char *name,
           GListStore *list,
           guint       depth)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (list));

  g_string_append_printf (text, "%*s%s: %u\n", (int) depth, "", name, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      dump_object (text, item, depth + 1);
    }
}

/* A stroke is fixed, so it has no properties. */
static void
dump_stroke (GString  *text,
             BcStroke *stroke,
             guint     depth)
{
  guint n_points;
  guint n_covers;
  const BcStrokePoint *points = bc_stroke_get_points (stroke, &n_points);
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  g_string_append_printf (text, "%*sstroke %d %d %d %g\n", (int) depth, "", (int) bc_stroke_get_figure (stroke),
                          (int) bc_stroke_get_view (stroke), (int) bc_stroke_get_role (stroke),
                          bc_stroke_get_width (stroke));
  for (guint i = 0; i < n_points; i++)
    g_string_append_printf (text, "%*spoint %g %g %g\n", (int) depth, "", (double) points[i].x,
                            (double) points[i].y, (double) points[i].pressure);
  for (guint i = 0; i < n_covers; i++)
    g_string_append_printf (text, "%*scover %u %g %g\n", (int) depth, "", covers[i].region, covers[i].share,
                            covers[i].part);
}

/* All properties by introspection, so that a new one cannot be forgotten here; then the lists. */
static void
dump_object (GString *text,
             GObject *object,
             guint    depth)
{
  g_autofree GParamSpec **pspecs = NULL;
  guint n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;
      g_autofree char *shown = NULL;

      g_value_init (&value, G_PARAM_SPEC_VALUE_TYPE (pspecs[i]));
      g_object_get_property (object, pspecs[i]->name, &value);
      shown = g_strdup_value_contents (&value);
      g_string_append_printf (text, "%*s%s %s\n", (int) depth, "", pspecs[i]->name, shown);
    }

  if (BC_IS_CHART (object))
    dump_list (text, "visits", bc_chart_get_visits (BC_CHART (object)), depth);
  if (BC_IS_STROKE (object))
    dump_stroke (text, BC_STROKE (object), depth);
  if (BC_IS_SYMPTOM (object))
    {
      dump_list (text, "marks", bc_symptom_get_marks (BC_SYMPTOM (object)), depth);
      dump_list (text, "strokes", bc_symptom_get_strokes (BC_SYMPTOM (object)), depth);
      dump_list (text, "clinician's marks", bc_symptom_get_marks_of (BC_SYMPTOM (object), BC_DRAWING_CLINICIAN), depth);
      dump_list (text, "clinician's strokes", bc_symptom_get_strokes_of (BC_SYMPTOM (object), BC_DRAWING_CLINICIAN),
                 depth);
      dump_list (text, "factors", bc_symptom_get_factors (BC_SYMPTOM (object)), depth);
    }
  if (BC_IS_VISIT (object))
    {
      dump_list (text, "symptoms", bc_visit_get_symptoms (BC_VISIT (object)), depth);
      dump_list (text, "clears", bc_visit_get_clears (BC_VISIT (object)), depth);
      dump_list (text, "answers", bc_visit_get_answers (BC_VISIT (object)), depth);
      dump_list (text, "ticks", bc_visit_get_ticks (BC_VISIT (object)), depth);
      dump_list (text, "flag-actions", bc_visit_get_flag_actions (BC_VISIT (object)), depth);
      dump_list (text, "corrections", bc_visit_get_corrections (BC_VISIT (object)), depth);
      dump_list (text, "links", bc_visit_get_links (BC_VISIT (object)), depth);
      dump_list (text, "retests", bc_visit_get_retests (BC_VISIT (object)), depth);
    }
}

char *
chart_dump (BcChart *chart)
{
  GString *text = g_string_new (NULL);

  dump_object (text, G_OBJECT (chart), 0);
  return g_string_free (text, FALSE);
}
