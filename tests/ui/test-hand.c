/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a press means: by which device, with which tool, and which regions it hits. */

#include "bc-hand.h"
#include "bc-target.h"
#include "ui-support.h"

#include <math.h>

/* --- the hand --- */

static void
test_palm (void)
{
  static const struct
  {
    gboolean pen_down;
    gint64   since; /* ms since the pen was seen, -1 for never */
    BcDevice device;
    gboolean panning;
    gboolean accepts;
  } cases[] = {
    { FALSE, -1, BC_DEVICE_TOUCH, FALSE, TRUE },    { FALSE, 10, BC_DEVICE_TOUCH, FALSE, FALSE },
    { FALSE, 990, BC_DEVICE_TOUCH, FALSE, FALSE },  { FALSE, 1100, BC_DEVICE_TOUCH, FALSE, TRUE },
    { TRUE, 5000, BC_DEVICE_TOUCH, FALSE, FALSE },  { TRUE, 10, BC_DEVICE_PEN, FALSE, TRUE },
    { FALSE, 10, BC_DEVICE_MOUSE, FALSE, TRUE },    { FALSE, 10, BC_DEVICE_PEN_ERASER, FALSE, TRUE },
    { FALSE, -1, BC_DEVICE_MOUSE, TRUE, FALSE },
  };
  const gint64 now = 100 * G_USEC_PER_SEC;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BcHand hand;

      bc_hand_init (&hand);
      if (cases[i].since >= 0)
        bc_hand_pen_seen (&hand, cases[i].pen_down, now - cases[i].since * 1000);
      hand.panning = cases[i].panning;
      g_assert_cmpint (bc_hand_accepts (&hand, cases[i].device, now), ==, cases[i].accepts);
    }
}

static void
test_hand (void)
{
  BcHand hand;

  bc_hand_init (&hand);
  g_assert_cmpint (bc_hand_get_tool (&hand), ==, BC_TOOL_SITE);
  g_assert_cmpfloat (bc_hand_get_width (&hand), ==, BC_BRUSH_USUAL);
  hand.tool = BC_TOOL_RADIATION;
  g_assert_cmpfloat (bc_hand_get_width (&hand), ==, BC_PATH_WIDTH);
  g_assert_cmpint (bc_hand_get_pen (&hand).role, ==, BC_ROLE_RADIATION);
  hand.device = BC_DEVICE_PEN_ERASER;
  g_assert_cmpint (bc_hand_get_tool (&hand), ==, BC_TOOL_ERASE);
  g_assert_cmpfloat (bc_hand_get_width (&hand), ==, BC_BRUSH_USUAL);
  g_assert_cmpfloat_with_epsilon (bc_hand_pressure (0), 0.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (bc_hand_pressure (0.5), 0.65, 1e-9);
  g_assert_cmpfloat_with_epsilon (bc_hand_pressure (2), 1, 1e-9);
  g_assert_cmpint (bc_device_of_event (NULL), ==, BC_DEVICE_MOUSE);
  g_assert_cmpfloat (bc_pressure_of_event (NULL), ==, 1);
}

/* --- targets --- */

/* Beside the body the nearest region is meant, within reach and no further. */
static void
test_hit (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
  BcBox box = bc_view_get_box (view);

  for (double y = box.y + 2; y < box.y + box.height; y += 7)
    for (double x = box.x + 2; x < box.x + box.width; x += 5)
      {
        BcRegion exact = bc_view_region_at (view, x, y);
        BcRegion hit = bc_target_hit (view, x, y, 4);
        double nearest = G_MAXDOUBLE;

        if (exact != BC_REGION_NONE)
          {
            g_assert_cmpint (hit, ==, exact);
            continue;
          }
        for (int dy = -6; dy <= 6; dy++)
          for (int dx = -6; dx <= 6; dx++)
            if (bc_view_region_at (view, x + dx, y + dy) != BC_REGION_NONE)
              nearest = MIN (nearest, hypot (dx, dy));
        g_assert_true ((hit != BC_REGION_NONE) == (nearest <= 4));
      }
}

/* At any size of any view: whoever is met together is so from each of them, on one side, and close up each is alone. */
static void
test_groups (void)
{
  static const double scales[] = { 0.2, 0.4, 0.8, 1.6, 3.2 };
  guint n_grouped = 0;

  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (int v = 0; v < BC_N_VIEWS; v++)
      for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
        for (guint i = 1; i <= BC_N_REGIONS; i++)
          {
            const BcView *view = bc_atlas_get_view ((BcFigureId) figure, (BcViewId) v);
            BcRegion together[BC_TARGET_MOST];
            guint n_together;

            if (!bc_view_has_region (view, (BcRegion) i))
              continue;
            n_together = bc_target_get_regions (view, (BcRegion) i, scales[s], together);
            g_assert_cmpuint (n_together, >=, 1);
            g_assert_cmpint (together[0], ==, i);
            n_grouped += n_together > 1 ? 1 : 0;
            for (guint j = 1; j < n_together; j++)
              {
                BcRegion back[BC_TARGET_MOST];

                g_assert_true (bc_view_has_region (view, together[j]));
                g_assert_cmpint (bc_region_get_side (together[j]), ==, bc_region_get_side ((BcRegion) i));
                g_assert_cmpuint (bc_target_get_regions (view, together[j], scales[s], back), ==, n_together);
              }
          }
  g_assert_cmpuint (n_grouped, >, 500);
}

static void
test_group_names (void)
{
  static const struct
  {
    BcViewId    view;
    const char *id;
    double      scale;
    const char *name;
    guint       n_regions;
  } cases[] = {
    { BC_VIEW_FRONT, "great-toe-right", 0.4, "Toes, right", 3 },
    { BC_VIEW_SOLES, "great-toe-right", 8, "Great toe, right", 1 },
    { BC_VIEW_FRONT, "index-finger-left", 0.4, "Fingers, left", 5 },
    { BC_VIEW_FRONT, "thigh-anterior-upper-left", 0.4, "Front of the thigh, upper, left", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, cases[i].view);
      BcRegion regions[BC_TARGET_MOST];
      guint n_regions = bc_target_get_regions (view, bc_region_from_id (cases[i].id), cases[i].scale, regions);
      g_autofree char *name = bc_target_dup_name (regions, n_regions);

      g_assert_cmpuint (n_regions, ==, cases[i].n_regions);
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int    argc,
      char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/hand/palm", test_palm);
  g_test_add_func ("/hand/tool", test_hand);
  g_test_add_func ("/hand/hit", test_hit);
  g_test_add_func ("/hand/groups", test_groups);
  g_test_add_func ("/hand/group-names", test_group_names);
  return g_test_run ();
}
