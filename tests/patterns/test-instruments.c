/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores and published figures of the built-in maps: what somebody who computes or shows them relies on. */
#include "bc-instrument.h"
#include "bc-published-figure.h"

static const BcInstrument *
get_instrument (const char *id)
{
  const BcInstrument *instrument = bc_maps_lookup_instrument (bc_maps_get_default (), id);

  g_assert_nonnull (instrument);
  return instrument;
}

static guint
count_items_with (const BcInstrument *instrument,
                  BcRegion            region)
{
  guint n = 0;

  for (guint i = 0; i < instrument->items->len; i++)
    n += bc_instrument_item_has_region (g_ptr_array_index (instrument->items, i), region);
  return n;
}

static void
test_counts (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  guint n_rows = 0;

  for (guint i = 0; i < maps->instruments->len; i++)
    {
      const BcInstrument *instrument = g_ptr_array_index (maps->instruments, i);

      n_rows += instrument->items->len + instrument->totals->len;
    }
  g_assert_cmpuint (maps->instruments->len, ==, 11);
  g_assert_cmpuint (n_rows, ==, 70);
  g_assert_cmpuint (get_instrument ("wpi-2016")->items->len, ==, 19);
  g_assert_cmpuint (get_instrument ("wpi-2016")->totals->len, ==, 3);
  g_assert_cmpuint (get_instrument ("mbm")->items->len, ==, 35);
  g_assert_null (bc_maps_lookup_instrument (maps, "sij"));
}

/* A mark counts once: no region lies in two items of an index. The map of 35 areas leaves no region out. */
static void
test_items_do_not_overlap (void)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      g_assert_cmpuint (count_items_with (get_instrument ("wpi-2016"), (BcRegion) region), <=, 1);
      g_assert_cmpuint (count_items_with (get_instrument ("mbm"), (BcRegion) region), ==, 1);
    }
}

/* Hands, feet, head and groin are no items of the index of 19. */
static void
test_areas_left_out (void)
{
  static const char *const left_out[] = { "thumb-left", "palm-right", "heel-left", "great-toe-right", "crown-left",
                                          "forehead-right", "groin-left", "pubis-right", "perineum-left" };
  static const char *const counted[] = { "jaw-left", "sternum-right", "knee-anterior-left", "nape-upper-right" };

  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    g_assert_cmpuint (count_items_with (get_instrument ("wpi-2016"), bc_region_from_id (left_out[i])), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    g_assert_cmpuint (count_items_with (get_instrument ("wpi-2016"), bc_region_from_id (counted[i])), ==, 1);
}

/* What an item of one side counts on the left, its twin counts on the right. */
static void
test_sides (void)
{
  static const char *const ids[] = { "wpi-2016", "mbm", "katz-hand" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint region = 1; region <= BC_N_REGIONS; region++)
      g_assert_cmpuint (count_items_with (get_instrument (ids[i]), (BcRegion) region), ==,
                        count_items_with (get_instrument (ids[i]), bc_region_mirror ((BcRegion) region)));
}

static const BcInstrumentItem *
get_item (const BcInstrument *instrument,
          const char         *id)
{
  for (guint i = 0; i < instrument->items->len; i++)
    {
      const BcInstrumentItem *item = g_ptr_array_index (instrument->items, i);

      if (g_str_equal (item->id, id))
        return item;
    }
  return NULL;
}

static void
test_details (void)
{
  const BcInstrumentItem *shoulder = get_item (get_instrument ("wpi-2016"), "1");
  const BcInstrumentItem *neck = get_item (get_instrument ("wpi-2016"), "19");
  const BcInstrumentItem *hand = get_item (get_instrument ("katz-hand"), "classic");

  g_assert_cmpstr (shoulder->name, ==, "Shoulder girdle");
  g_assert_cmpstr (shoulder->group, ==, "left-upper");
  g_assert_cmpstr (shoulder->rule, ==, neck->rule); /* said once for all */
  g_assert_true (bc_instrument_item_has_region (shoulder, bc_region_from_id ("axilla-left")));
  g_assert_false (bc_instrument_item_has_region (shoulder, bc_region_from_id ("axilla-right")));
  g_assert_cmpint (neck->side, ==, BC_ITEM_SIDE_EITHER);
  g_assert_true (bc_instrument_item_has_region (neck, bc_region_from_id ("nape-lower-right")));
  g_assert_cmpint (hand->side, ==, BC_ITEM_SIDE_EACH);
  g_assert_nonnull (strstr (hand->rule, "at least two"));
}

/* Of the five groups of generalised pain, four have arms or legs of one side and one the spine. */
static void
test_groups (void)
{
  static const struct
  {
    const char *group;
    guint       n;
  } groups[] = { { "left-upper", 3 }, { "right-upper", 3 }, { "left-lower", 3 }, { "right-lower", 3 },
                 { "axial", 3 }, { "excluded", 4 } };
  const BcInstrument *index = get_instrument ("wpi-2016");

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint n = 0;

      for (guint j = 0; j < index->items->len; j++)
        n += g_str_equal (((const BcInstrumentItem *) g_ptr_array_index (index->items, j))->group, groups[i].group);
      g_assert_cmpuint (n, ==, groups[i].n);
    }
}

/* --- published figures --- */

/*
 * A map does not contradict what was published for its pattern, or says that it does and why. Five points are allowed,
 * since areas below 0.05 are left out of maps.
 */
static void
test_zones_follow_figures (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  const double slack = 0.05 + 1e-9;

  for (guint i = 0; i < maps->figures->len; i++)
    {
      const BcPublishedFigure *figure = g_ptr_array_index (maps->figures, i);
      double least;
      double most;

      bc_published_figure_get_range (figure, &least, &most);
      g_assert_cmpfloat (least, <=, most + 1e-9);
      if (!figure->followed)
        g_assert_cmpuint (strlen (figure->note), >, 10);
      else if (figure->percent / 100 < least - slack || figure->percent / 100 > most + slack)
        g_error ("%s, %s: %.1f %% published, the zones give %.0f to %.0f %%; correct the zones, or write followed=\"no\" "
                 "and why", figure->pattern->id, figure->name, figure->percent, 100 * least, 100 * most);
    }
}

static void
test_list_figures (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  guint n = 0;

  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
      g_autoptr(GPtrArray) list = bc_maps_list_figures (maps, pattern);

      for (guint j = 0; j < list->len; j++)
        g_assert_true (((const BcPublishedFigure *) g_ptr_array_index (list, j))->pattern == pattern);
      n += list->len;
    }
  g_assert_cmpuint (n, ==, maps->figures->len);
  g_assert_cmpuint (n, >=, 93);
}

static void
test_figure (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(GPtrArray) list = bc_maps_list_figures (maps, bc_maps_lookup_pattern (maps, "sij"));
  const BcPublishedFigure *buttock = g_ptr_array_index (list, 0);
  double least;
  double most;

  g_assert_cmpstr (buttock->name, ==, "buttock");
  g_assert_cmpfloat (buttock->percent, ==, 94);
  g_assert_cmpint (buttock->n, ==, 50);
  g_assert_cmpstr (buttock->source->id, ==, "slipman2000");
  g_assert_true (buttock->followed);
  g_assert_cmpuint (buttock->areas->len, ==, 3);
  bc_published_figure_get_range (buttock, &least, &most);
  g_assert_cmpfloat_with_epsilon (least, 0.94, 1e-9);              /* the sacroiliac area alone */
  g_assert_cmpfloat_with_epsilon (most, 1 - 0.06 * 0.2 * 0.62, 1e-9); /* 0.94, 0.80 and 0.38 */
}

/* A heart lies on no chosen side: the side that is marked more is compared. */
static void
test_fixed_side (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  const BcPattern *heart = bc_maps_lookup_pattern (maps, "rf-cardiac");
  guint area = (guint) bc_area_from_id ("forearm-ulnar");
  BcPublishedFigure figure = { .pattern = heart, .areas = g_array_new (FALSE, FALSE, sizeof (guint)) };
  double least;
  double most;

  g_array_append_val (figure.areas, area);
  bc_published_figure_get_range (&figure, &least, &most);
  g_assert_cmpfloat (least, ==,
                     bc_pattern_get_probability (heart, BC_SIDE_BOTH, bc_region_from_id ("forearm-ulnar-left")));
  g_assert_cmpfloat_with_epsilon (most, least, 1e-9);
  g_array_unref (figure.areas);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/instruments/counts", test_counts);
  g_test_add_func ("/instruments/items-do-not-overlap", test_items_do_not_overlap);
  g_test_add_func ("/instruments/areas-left-out", test_areas_left_out);
  g_test_add_func ("/instruments/sides", test_sides);
  g_test_add_func ("/instruments/details", test_details);
  g_test_add_func ("/instruments/groups", test_groups);
  g_test_add_func ("/published-figures/zones-follow", test_zones_follow_figures);
  g_test_add_func ("/published-figures/list", test_list_figures);
  g_test_add_func ("/published-figures/figure", test_figure);
  g_test_add_func ("/published-figures/fixed-side", test_fixed_side);
  return g_test_run ();
}
