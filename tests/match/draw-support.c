/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw-support.h"

#include "bc-coverage.h"

/* Between two places that a hand goes through, in steps as a pen sends them. */
#define N_STEPS 12

BcStroke *
draw_through (BcFigureId  figure,
              BcViewId    view_id,
              BcRole      role,
              double      width,
              const char *regions)
{
  const BcView *view = bc_atlas_get_view (figure, view_id);
  g_auto(GStrv) ids = g_strsplit (regions, " ", -1);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));
  g_autoptr(GArray) covers = NULL;
  double last_x = 0;
  double last_y = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      BcRegion region = bc_region_from_id (ids[i]);
      double x;
      double y;

      if (region == BC_REGION_NONE || !bc_view_has_region (view, region))
        g_error ("%s cannot be drawn on", ids[i]);
      bc_view_get_anchor (view, region, &x, &y);
      for (guint k = i == 0 ? N_STEPS : 1; k <= N_STEPS; k++)
        {
          double part = (double) k / N_STEPS;
          BcStrokePoint point = { (float) (last_x + part * (x - last_x)), (float) (last_y + part * (y - last_y)), 1 };

          g_array_append_val (points, point);
        }
      last_x = x;
      last_y = y;
    }
  covers = bc_coverage_measure (view, (BcStrokePoint *) (gpointer) points->data, points->len, width);
  return bc_stroke_new (figure, view_id, role, width, (BcStrokePoint *) (gpointer) points->data, points->len,
                        (BcCover *) (gpointer) covers->data, covers->len);
}

void
add_stroke (BcSymptom *symptom,
            BcStroke  *stroke)
{
  g_list_store_append (bc_symptom_get_strokes (symptom), stroke);
  g_object_unref (stroke);
}
