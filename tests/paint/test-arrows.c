/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"
#include "stroke-support.h"

/* What an arrow of P1 does on the way from @site to @radiation. */
static const struct
{
  const char *name;
  BcViewId    view;
  const char *site;
  const char *radiation;
  guint       n_arrows;
  const char *starts; /* region at the tail and at the head of the first arrow */
  const char *ends;
} ways[] = {
  { "down-the-leg", BC_VIEW_BACK, "buttock-lower-right",
    "thigh-posterior-upper-right thigh-posterior-lower-right calf-upper-right calf-lower-right", 1,
    "buttock-lower-right", "calf-lower-right" },
  { "order-does-not-matter", BC_VIEW_BACK, "buttock-lower-right",
    "calf-lower-right thigh-posterior-upper-right calf-upper-right thigh-posterior-lower-right", 1,
    "buttock-lower-right", "calf-lower-right" },
  { "only-radiation", BC_VIEW_BACK, "", "calf-upper-left calf-lower-left", 0, NULL, NULL },
  { "only-site", BC_VIEW_BACK, "calf-upper-left calf-lower-left", "", 0, NULL, NULL },
  { "elsewhere", BC_VIEW_FRONT, "knee-anterior-left", "sacrum-left", 0, NULL, NULL },
  { "touching-sites-are-one", BC_VIEW_FRONT, "thigh-anterior-upper-left thigh-anterior-lower-left", "shin-left", 1,
    NULL, "shin-left" },
  { "both-legs", BC_VIEW_BACK, "buttock-lower-right buttock-lower-left", "calf-upper-right calf-upper-left", 2,
    "buttock-lower-left", "calf-upper-left" },
  { "to-the-other-side", BC_VIEW_BACK, "lumbar-lower-left", "buttock-lower-right", 1, "lumbar-lower-left",
    "buttock-lower-right" },
  { "up-and-down", BC_VIEW_BACK, "nape-lower-left", "occiput-left shoulder-posterior-left upper-arm-posterior-left "
    "elbow-posterior-left forearm-posterior-left", 2, "nape-lower-left", "forearm-posterior-left" },
  { "no-edge", BC_VIEW_BACK, "calf-lower-right", "great-toe-right", 0, NULL, NULL },
  { "same-hand", BC_VIEW_HANDS, "thenar-left", "thumb-left", 1, "thenar-left", "thumb-left" },
  { "palm-to-back", BC_VIEW_HANDS, "palm-left", "hand-dorsum-radial-left", 0, NULL, NULL },
};

static void
check_end (const BcView *view,
           const GArray *way,
           guint         at,
           const char   *id)
{
  const BcPoint *point = &g_array_index (way, BcPoint, at);
  BcRegion found = bc_view_region_at (view, point->x, point->y);

  if (id != NULL)
    g_assert_cmpstr (found != BC_REGION_NONE ? bc_region_get_id (found) : "none", ==, id);
}

static void
test_way (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, ways[i].view);
  g_autoptr (BcSymptom) symptom = bc_symptom_new (1);
  g_autoptr (GPtrArray) arrows = NULL;

  if (ways[i].site[0] != '\0')
    add_marks (symptom, BC_ROLE_SITE, ways[i].site);
  if (ways[i].radiation[0] != '\0')
    add_marks (symptom, BC_ROLE_RADIATION, ways[i].radiation);
  arrows = bc_arrows_find (view, symptom);
  g_assert_cmpuint (arrows->len, ==, ways[i].n_arrows);
  if (arrows->len == 0)
    return;
  check_end (view, g_ptr_array_index (arrows, 0), 0, ways[i].starts);
  check_end (view, g_ptr_array_index (arrows, 0), ((GArray *) g_ptr_array_index (arrows, 0))->len - 1, ways[i].ends);
}

static void
check_side (const BcView    *view,
            const GPtrArray *arrows)
{
  for (guint i = 0; i < arrows->len; i++)
    {
      const GArray *way = g_ptr_array_index (arrows, i);
      BcRegion first = BC_REGION_NONE;

      for (guint k = 0; k < way->len; k++)
        {
          const BcPoint *point = &g_array_index (way, BcPoint, k);
          BcRegion region = bc_view_region_at (view, point->x, point->y);

          g_assert_cmpuint (region, !=, BC_REGION_NONE);
          if (k == 0)
            first = region;
          g_assert_cmpint (bc_region_get_side (region), ==, bc_region_get_side (first));
        }
    }
}

/* Whatever is marked, with a site on both sides no arrow ever changes side. */
static void
test_never_changes_side (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (BcSymptom) symptom = bc_symptom_new (1);

      for (guint n = 0; n < 12; n++)
        {
          BcRegion region = (BcRegion) g_test_rand_int_range (1, BC_N_REGIONS + 1);
          BcRole role = n < 3 ? BC_ROLE_SITE : BC_ROLE_RADIATION;
          g_autoptr (BcMark) mark = bc_mark_new (region, role);
          g_autoptr (BcMark) other = bc_mark_new (bc_region_mirror (region), role);

          if (bc_symptom_find_mark (symptom, region, NULL) != NULL)
            continue;
          g_list_store_append (bc_symptom_get_marks (symptom), mark);
          g_list_store_append (bc_symptom_get_marks (symptom), other);
        }
      for (int view_id = 0; view_id < BC_N_VIEWS; view_id++)
        {
          const BcView *view = bc_atlas_get_view (BC_FIGURE_CHILD, (BcViewId) view_id);
          g_autoptr (GPtrArray) arrows = bc_arrows_find (view, symptom);

          check_side (view, arrows);
        }
    }
}

/* A path that was drawn is an arrow already: no other leads to where it goes, in any view. */
static void
test_drawn_path_is_enough (void)
{
  static const BcViewId views[] = { BC_VIEW_BACK, BC_VIEW_RIGHT };
  const BcView *back = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
  g_autoptr (BcSymptom) symptom = bc_symptom_new (1);

  add_marks (symptom, BC_ROLE_SITE, "buttock-upper-right hip-lateral-right");
  add_marks (symptom, BC_ROLE_RADIATION, "thigh-posterior-upper-right thigh-posterior-lower-right calf-upper-right");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GPtrArray) arrows = bc_arrows_find (bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, views[i]), symptom);

      g_assert_cmpuint (arrows->len, ==, 1);
    }
  draw (symptom, back, BC_ROLE_RADIATION, 10,
        "buttock-upper-right thigh-posterior-upper-right thigh-posterior-lower-right calf-upper-right");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GPtrArray) arrows = bc_arrows_find (bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, views[i]), symptom);

      g_assert_cmpuint (arrows->len, ==, 0);
    }
}

/* A region beyond the end of a path is reached from there. */
static void
test_goes_on_from_path (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
  g_autoptr (BcSymptom) symptom = bc_symptom_new (1);
  g_autoptr (GPtrArray) arrows = NULL;

  draw (symptom, view, BC_ROLE_RADIATION, 10, "buttock-upper-right thigh-posterior-upper-right");
  add_marks (symptom, BC_ROLE_RADIATION, "thigh-posterior-upper-right calf-upper-right");
  arrows = bc_arrows_find (view, symptom);
  g_assert_cmpuint (arrows->len, ==, 1);
  check_end (view, g_ptr_array_index (arrows, 0), 0, "thigh-posterior-upper-right");
  check_end (view, g_ptr_array_index (arrows, 0), ((GArray *) g_ptr_array_index (arrows, 0))->len - 1,
             "calf-upper-right");
}

/* Ink is where an arrow starts, however many strokes it took, on the side where it lies. */
static void
test_starts_in_ink (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
  g_autoptr (BcSymptom) symptom = bc_symptom_new (1);
  g_autoptr (GPtrArray) arrows = NULL;

  for (guint i = 0; i < 5; i++)
    draw (symptom, view, BC_ROLE_SITE, 20, "buttock-lower-left");
  add_marks (symptom, BC_ROLE_RADIATION, "thigh-posterior-upper-left calf-upper-left");
  arrows = bc_arrows_find (view, symptom);
  g_assert_cmpuint (arrows->len, ==, 1);
  check_end (view, g_ptr_array_index (arrows, 0), 0, "buttock-lower-left");
  check_end (view, g_ptr_array_index (arrows, 0), ((GArray *) g_ptr_array_index (arrows, 0))->len - 1,
             "calf-upper-left");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strconcat ("/arrows/", ways[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_way);
    }
  g_test_add_func ("/arrows/never-changes-side", test_never_changes_side);
  g_test_add_func ("/arrows/drawn-path-is-enough", test_drawn_path_is_enough);
  g_test_add_func ("/arrows/goes-on-from-path", test_goes_on_from_path);
  g_test_add_func ("/arrows/starts-in-ink", test_starts_in_ink);
  return g_test_run ();
}
