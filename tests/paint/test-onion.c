/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-onion.h"

#include "stroke-support.h"

static BcVisit *
new_visit (int         number,
           const char *ids)
{
  BcVisit *visit = bc_visit_new ("2026-05-12");

  add_marks (add_symptom (visit, number, 5), BC_ROLE_SITE, ids);
  return visit;
}

static void
paint_onion (Sheet   *sheet,
             BcVisit *before,
             BcVisit *after,
             int      number)
{
  bc_paint_onion (sheet->cr, sheet->view, &sheet->viewport, before, after, number, sheet->scheme);
}

/* Nothing of one visit that is not at the other either; a symptom that neither has paints nothing. */
static void
test_nothing (void)
{
  g_autoptr (BcVisit) empty = bc_visit_new ("2026-05-12");
  g_autoptr (BcVisit) heel = new_visit (1, "heel-left");
  g_auto (Sheet) sheet = { 0 };

  sheet_init (&sheet, BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_LIGHT);
  paint_onion (&sheet, empty, empty, 0);
  paint_onion (&sheet, heel, heel, 2);
  g_assert_cmpuint (sheet_count (&sheet), ==, 0);
  paint_onion (&sheet, heel, heel, 1);
  g_assert_cmpuint (sheet_count (&sheet), >, 0);
}

/* How light a pixel is, as a black and white printer sees it. */
static double
get_grey (guint32 pixel)
{
  return 0.299 * (pixel >> 16 & 0xff) + 0.587 * (pixel >> 8 & 0xff) + 0.114 * (pixel & 0xff);
}

/* How many pixels inside the calf are much darker or lighter than their right neighbour: what a hatch makes. */
static double
measure_hatch (BcScheme    scheme,
               const char *before_ids,
               const char *after_ids)
{
  g_autoptr (BcVisit) before = new_visit (1, before_ids);
  g_autoptr (BcVisit) after = new_visit (1, after_ids);
  g_auto (Sheet) sheet = { 0 };
  guint edges = 0;
  guint n = 0;

  sheet_init_near (&sheet, BC_VIEW_BACK, "calf-upper-right", scheme);
  paint_onion (&sheet, before, after, 0);
  for (int y = SHEET_SIZE / 2 - 20; y < SHEET_SIZE / 2 + 20; y++)
    for (int x = SHEET_SIZE / 2 - 20; x < SHEET_SIZE / 2 + 20; x++, n++)
      if (ABS (get_grey (pixel_at (sheet.canvas, x, y)) - get_grey (pixel_at (sheet.canvas, x + 1, y))) > 12)
        edges++;
  return (double) edges / n;
}

/* The three are told apart without colour, in all surroundings: what is new is hatched closely, what is gone openly. */
static void
test_without_colour (void)
{
  for (int scheme = BC_SCHEME_LIGHT; scheme <= BC_SCHEME_PAPER; scheme++)
    {
      double same = measure_hatch ((BcScheme) scheme, "calf-upper-right", "calf-upper-right");
      double fresh = measure_hatch ((BcScheme) scheme, "heel-left", "calf-upper-right");
      double gone = measure_hatch ((BcScheme) scheme, "calf-upper-right", "heel-left");

      g_test_message ("scheme %d: same %.3f new %.3f gone %.3f", scheme, same, fresh, gone);
      g_assert_cmpfloat (same, <, 0.01);
      g_assert_cmpfloat (gone, >, 0.05);
      g_assert_cmpfloat (fresh, >, 1.4 * gone);
    }
}

/* Ink of two visits that overlaps has all three parts, and only within what either drew. */
static void
test_ink (void)
{
  g_autoptr (BcVisit) before = bc_visit_new ("2026-05-12");
  g_autoptr (BcVisit) after = bc_visit_new ("2026-06-12");
  g_auto (Sheet) sheet = { 0 };
  g_auto (Sheet) drawn = { 0 };
  guint outside = 0;

  sheet_init_near (&sheet, BC_VIEW_BACK, "calf-upper-right", BC_SCHEME_LIGHT);
  sheet_init_near (&drawn, BC_VIEW_BACK, "calf-upper-right", BC_SCHEME_LIGHT);
  draw (add_symptom (before, 1, 5), sheet.view, BC_ROLE_SITE, 60, "knee-posterior-right calf-upper-right");
  draw (add_symptom (after, 1, 5), sheet.view, BC_ROLE_SITE, 60, "calf-upper-right calf-lower-right");
  paint_onion (&sheet, before, after, 0);
  bc_paint_strokes (drawn.cr, drawn.view, &drawn.viewport, before, drawn.scheme);
  bc_paint_strokes (drawn.cr, drawn.view, &drawn.viewport, after, drawn.scheme);
  g_assert_cmpuint (sheet_count (&sheet), >, 1000);
  for (int y = 2; y < SHEET_SIZE - 2; y++)
    for (int x = 2; x < SHEET_SIZE - 2; x++)
      if (sheet_changed (&sheet, x, y) && !sheet_changed (&drawn, x, y) && !sheet_changed (&drawn, x - 2, y)
          && !sheet_changed (&drawn, x + 2, y) && !sheet_changed (&drawn, x, y - 2) && !sheet_changed (&drawn, x, y + 2))
        outside++;
  g_assert_cmpuint (outside, <, 20);
}

static void
test_names (void)
{
  g_assert_cmpstr (bc_onion_get_name (BC_ONION_NEW), !=, bc_onion_get_name (BC_ONION_GONE));
  g_assert_cmpstr (bc_onion_get_name (BC_ONION_SAME), !=, bc_onion_get_name (BC_ONION_GONE));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/onion/nothing", test_nothing);
  g_test_add_func ("/onion/without-colour", test_without_colour);
  g_test_add_func ("/onion/ink", test_ink);
  g_test_add_func ("/onion/names", test_names);
  return g_test_run ();
}
