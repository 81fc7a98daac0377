/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint-support.h"

#include <stdlib.h>

BcSymptom *
add_symptom (BcVisit *visit,
             int      number,
             int      now)
{
  g_autoptr (BcSymptom) symptom = bc_symptom_new (number);

  g_object_set (symptom, "now", now, NULL);
  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
  return symptom;
}

static void
append_marks (GListStore *list,
              BcRole      role,
              const char *ids)
{
  g_auto (GStrv) each = g_strsplit (ids, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      g_autoptr (BcMark) mark = bc_mark_new (bc_region_from_id (each[i]), role);

      g_list_store_append (list, mark);
    }
}

void
add_marks (BcSymptom  *symptom,
           BcRole      role,
           const char *ids)
{
  append_marks (bc_symptom_get_marks (symptom), role, ids);
}

void
add_clears (BcVisit    *visit,
            const char *ids)
{
  append_marks (bc_visit_get_clears (visit), BC_ROLE_CLEAR, ids);
}

BcVisit *
new_sciatica (void)
{
  BcVisit *visit = bc_visit_new ("2026-05-12");
  BcSymptom *pain = add_symptom (visit, 1, 7);
  BcSymptom *tingling = add_symptom (visit, 2, 4);

  add_marks (pain, BC_ROLE_SITE, "lumbar-lower-right buttock-upper-right");
  add_marks (pain, BC_ROLE_RADIATION, "buttock-lower-right thigh-posterior-upper-right thigh-lateral-upper-right "
             "thigh-lateral-lower-right knee-lateral-right leg-lateral-right foot-dorsum-medial-right");
  add_marks (tingling, BC_ROLE_SITE, "great-toe-right foot-dorsum-medial-right");
  add_clears (visit, "thigh-posterior-upper-left calf-upper-left groin-right heel-left thumb-left palm-right");
  return visit;
}

PangoContext *
get_pango (void)
{
  static PangoContext *pango;

  if (pango == NULL)
    {
      g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");

      pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      pango_context_set_font_description (pango, font);
    }
  return pango;
}

cairo_surface_t *
new_canvas (int             width,
            int             height,
            const BcColour *colour)
{
  cairo_surface_t *canvas = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  if (colour != NULL)
    {
      g_autoptr (cairo_t) cr = cairo_create (canvas);

      cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
      cairo_paint (cr);
    }
  return canvas;
}

guint32
pixel_at (cairo_surface_t *canvas,
          int              x,
          int              y)
{
  const guint8 *data;
  guint32 pixel;

  cairo_surface_flush (canvas);
  data = cairo_image_surface_get_data (canvas);
  memcpy (&pixel, data + y * cairo_image_surface_get_stride (canvas) + x * 4, sizeof (pixel));
  return pixel;
}

int
channel_difference (guint32 a,
                    guint32 b)
{
  int most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    most = MAX (most, abs ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)));
  return most;
}

guint
count_changed (cairo_surface_t *before,
               cairo_surface_t *after,
               const BcBox     *box)
{
  int width = cairo_image_surface_get_width (after);
  int height = cairo_image_surface_get_height (after);
  int x1 = box != NULL ? MAX ((int) box->x, 0) : 0;
  int y1 = box != NULL ? MAX ((int) box->y, 0) : 0;
  int x2 = box != NULL ? MIN ((int) (box->x + box->width), width) : width;
  int y2 = box != NULL ? MIN ((int) (box->y + box->height), height) : height;
  guint n = 0;

  for (int y = y1; y < y2; y++)
    for (int x = x1; x < x2; x++)
      n += pixel_at (before, x, y) != pixel_at (after, x, y);
  return n;
}
