/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Maps over the figure: what is made of the reference maps, the menu that chooses, and how they come and go. */

#include "bc-atlas.h"
#include "bc-edit.h"
#include "ui-support.h"
#include "window-support.h"

static const BcPattern *
get_pattern (const char *id)
{
  const BcPattern *pattern = bc_maps_lookup_pattern (bc_maps_get_default (), id);

  g_assert_nonnull (pattern);
  return pattern;
}

static const BcDermatomeMap *
get_map (const char *id)
{
  const BcDermatomeMap *map = bc_maps_lookup_dermatome_map (bc_maps_get_default (), id);

  g_assert_nonnull (map);
  return map;
}

/* --- the maker --- */

static gboolean
has_fixed_side (const BcPattern *pattern)
{
  for (guint i = 0; i < pattern->zones->len; i++)
    {
      BcRelation relation = g_array_index (pattern->zones, BcZone, i).relation;

      if (relation == BC_RELATION_LEFT || relation == BC_RELATION_RIGHT)
        return TRUE;
    }
  return FALSE;
}

/* The tint is the map's own probability, and the map of the other side is its mirror image. */
static void
test_pattern (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcOverlay) l5 = bc_overlay_from_pattern (get_pattern ("derm-l5"), BC_SIDE_RIGHT);

  g_assert_cmpstr (l5->name, ==, "L5 dermatome, right");
  g_assert_cmpfloat (l5->tint[bc_region_from_id ("great-toe-right")], >, 0.5);
  g_assert_cmpfloat (l5->tint[bc_region_from_id ("great-toe-left")], <, 0.01);
  for (guint i = 0; i < maps->patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);
      g_autoptr(BcOverlay) right = bc_overlay_from_pattern (pattern, BC_SIDE_RIGHT);
      g_autoptr(BcOverlay) left = bc_overlay_from_pattern (pattern, BC_SIDE_LEFT);

      for (guint region = 1; region <= BC_N_REGIONS; region++)
        {
          g_assert_cmpfloat_with_epsilon (right->tint[region],
                                          bc_pattern_get_probability (pattern, BC_SIDE_RIGHT, (BcRegion) region),
                                          1e-9);
          if (!has_fixed_side (pattern))
            g_assert_cmpfloat_with_epsilon (right->tint[region], left->tint[bc_region_mirror ((BcRegion) region)],
                                            1e-9);
          g_assert_cmpint (right->sign[region], ==, BC_OVERLAY_PLAIN);
          g_assert_cmpint (right->hue[region], ==, 0);
          g_assert_null (right->labels[region]);
        }
    }
}

static void
test_dermatome_labels (void)
{
  static const struct
  {
    const char *area;
    const char *label;
  } expected[] = {
    { "thumb", "C6" },        { "middle-finger", "C7" },          { "little-finger", "C8" },
    { "index-finger", "C6/7" }, { "forearm-anterior", "C7/T1" },  { "sternum", "T4–6" },
    { "loin", "T12/L1" },     { "knee-medial", "L3" },            { "shin", "L4/5" },
    { "great-toe", "L5" },    { "foot-dorsum-lateral", "L5/S1" }, { "heel", "S1" },
    { "perineum", "S4/5" },   { "forehead", "V1" },               { "thigh-lateral-lower", "L3/L5" },
  };
  g_autoptr(BcOverlay) chart = bc_overlay_from_dermatomes (get_map ("dermatomes-touch"));

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    for (BcSide side = BC_SIDE_LEFT; side <= BC_SIDE_RIGHT; side++)
      {
        BcRegion region = bc_region_new ((guint) bc_area_from_id (expected[i].area), side);

        g_assert_cmpstr (chart->labels[region], ==, expected[i].label);
        g_assert_cmpfloat (chart->tint[region], >, 0);
      }
}

/* Each region has the probability of its likeliest dermatome; blank regions are blank in every way. */
static void
test_dermatome_tint (void)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(BcOverlay) chart = bc_overlay_from_dermatomes (get_map ("dermatomes-touch"));

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      double most = 0;

      for (guint i = 0; i < maps->patterns->len; i++)
        {
          const BcPattern *pattern = g_ptr_array_index (maps->patterns, i);

          if (g_str_equal (pattern->family->id, "dermatome"))
            most = MAX (most, bc_pattern_get_probability (pattern, bc_region_get_side ((BcRegion) region),
                                                          (BcRegion) region));
        }
      g_assert_cmpfloat_with_epsilon (chart->tint[region], most, 1e-9);
      g_assert_cmpint (chart->labels[region] != NULL, ==, most > 0);
      g_assert_cmpint (chart->hue[region] >= 1 && chart->hue[region] <= BC_OVERLAY_N_HUES, ==, most > 0);
      g_assert_cmpint (chart->hue[region], ==, chart->hue[bc_region_mirror ((BcRegion) region)]);
    }
}

/* Else two levels look like one. T6, T8, T10, T11 and T12 all touch each other: four hues leave one pair a side. */
static void
test_dermatome_hues (void)
{
  g_autoptr(BcOverlay) chart = bc_overlay_from_dermatomes (get_map ("dermatomes-touch"));
  guint borders = 0;
  guint clashes = 0;

  for (guint a = 1; a <= BC_N_REGIONS; a++)
    for (guint b = a + 1; b <= BC_N_REGIONS; b++)
      {
        const char *one = chart->labels[a];
        const char *two = chart->labels[b];

        if (one == NULL || two == NULL || strpbrk (one, "/–") != NULL || strpbrk (two, "/–") != NULL
            || g_str_equal (one, two) || !bc_atlas_is_adjacent (BC_FIGURE_ADULT_FEMALE, (BcRegion) a, (BcRegion) b))
          continue;
        borders++;
        clashes += chart->hue[a] == chart->hue[b];
      }
  g_assert_cmpuint (borders, >, 40);
  g_assert_cmpuint (clashes, <=, 2);
}

/* Rivals differ: a key point tints its own area alone, and root pain starts at the spine, where touch does not. */
static void
test_rival_maps (void)
{
  static const struct
  {
    const char *map;
    const char *area;
    const char *label; /* NULL where the map does not reach */
  } expected[] = {
    { "dermatomes-key-points", "foot-dorsum-lateral", "L5" }, { "dermatomes-key-points", "ankle-medial", "L4" },
    { "dermatomes-key-points", "perineum", "S4-5" },          { "dermatomes-key-points", "breast", "T4/5" },
    { "dermatomes-key-points", "leg-lateral", NULL },         { "dermatomes-key-points", "forehead", NULL },
    { "dermatomes-root-pain", "great-toe", "L5" },            { "dermatomes-root-pain", "calf-lower", "S1" },
    { "dermatomes-root-pain", "perineum", "S2-S4" },          { "dermatomes-root-pain", "forehead", NULL },
    { "dermatomes-touch", "calf-lower", "S1" },               { "dermatomes-touch", "leg-lateral", "L5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr(BcOverlay) chart = bc_overlay_from_dermatomes (get_map (expected[i].map));
      BcRegion region = bc_region_new ((guint) bc_area_from_id (expected[i].area), BC_SIDE_RIGHT);
      g_autofree char *words = bc_overlay_dup_words (chart, region);
      g_autofree char *wanted = g_strdup_printf ("%s: %s", get_map (expected[i].map)->name, expected[i].label);

      g_assert_cmpstr (chart->name, ==, get_map (expected[i].map)->name);
      g_assert_cmpstr (chart->labels[region], ==, expected[i].label);
      g_assert_cmpstr (words, ==, expected[i].label != NULL ? wanted : NULL);
    }
}

/* The level above and the one below, wherever they lie. */
static void
test_dermatome_neighbours (void)
{
  static const char *const cores[] = { "upper-arm-lateral", "forearm-radial", "middle-finger", "little-finger",
                                       "elbow-medial", "axilla" }; /* C5 to T2 */
  g_autoptr(BcOverlay) chart = bc_overlay_from_dermatomes (get_map ("dermatomes-touch"));

  for (guint i = 0; i + 1 < G_N_ELEMENTS (cores); i++)
    g_assert_cmpint (chart->hue[bc_region_new ((guint) bc_area_from_id (cores[i]), BC_SIDE_LEFT)], !=,
                     chart->hue[bc_region_new ((guint) bc_area_from_id (cores[i + 1]), BC_SIDE_LEFT)]);
}

static gboolean
holds (const GArray *regions,
       BcRegion      region)
{
  for (guint i = 0; i < regions->len; i++)
    if (g_array_index (regions, BcRegion, i) == region)
      return TRUE;
  return FALSE;
}

static void
assert_words (const BcOverlay *overlay,
              const char      *region,
              const char      *words)
{
  g_autofree char *said = bc_overlay_dup_words (overlay, bc_region_from_id (region));

  if (words == NULL)
    g_assert_null (said);
  else
    g_assert_nonnull (strstr (said, words));
}

/* Signs say of each region what the finding says of it, and of no other. */
static void
test_finding (void)
{
  g_autoptr(BcEvidence) evidence = bc_evidence_new ();
  BcRegion toe = bc_region_from_id ("great-toe-right");
  BcRegion ear = bc_region_from_id ("ear-left");
  g_autoptr(BcFinding) finding = NULL;
  g_autoptr(BcOverlay) overlay = NULL;

  bc_evidence_mark (evidence, bc_region_from_id ("leg-lateral-right"), BC_QUALITY_TINGLING, BC_ROLE_SITE);
  bc_evidence_mark (evidence, ear, BC_QUALITY_ACHE, BC_ROLE_SITE);
  evidence->clear[toe] = TRUE;
  evidence->clear[bc_region_from_id ("thumb-right")] = TRUE;
  finding = bc_match_explain (evidence, bc_maps_get_default (), "derm-l5", BC_SIDE_RIGHT);
  overlay = bc_overlay_from_finding (finding, evidence);

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      BcOverlaySign sign = (BcOverlaySign) overlay->sign[region];

      g_assert_cmpint (sign == BC_OVERLAY_EXPLAINED, ==, holds (finding->explains, (BcRegion) region));
      g_assert_cmpint (sign == BC_OVERLAY_UNEXPLAINED, ==, holds (finding->unexplained, (BcRegion) region));
      g_assert_cmpint (sign == BC_OVERLAY_EXPECTED_CLEAR, ==, region == toe);
    }
  g_assert_cmpint (overlay->sign[ear], ==, BC_OVERLAY_UNEXPLAINED);
  assert_words (overlay, "leg-lateral-right", "marked, and the map reaches here (80 of 100)");
  assert_words (overlay, "ear-left", "outside the map");
  assert_words (overlay, "great-toe-right", "clear, though the map reaches here (70 of 100)");
  assert_words (overlay, "thumb-right", NULL);
  g_assert_null (bc_overlay_dup_words (NULL, toe));
}

/* --- the menu --- */

typedef struct
{
  guint            n;
  int              kind;
  const BcPattern *pattern;
  int              side;
} Choice;

static void
chosen_cb (BcOverlayMenu   *menu,
           int              kind,
           const BcPattern *pattern,
           int              side,
           Choice          *choice)
{
  choice->n++;
  choice->kind = kind;
  choice->pattern = pattern;
  choice->side = side;
}

static void
test_menu (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  GtkWidget *menu = window->overlay_menu;
  GtkWidget *entry;
  Choice choice = { 0 };

  g_signal_connect (menu, "chosen", G_CALLBACK (chosen_cb), &choice);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.maps", NULL);
  ui_settle ();
  g_assert_true (gtk_widget_get_visible (menu));
  entry = window_find_type (menu, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "dermatome L5");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (choice.n, ==, 1);
  g_assert_cmpint (choice.kind, ==, BC_OVERLAY_MAP);
  g_assert_true (choice.pattern == get_pattern ("derm-l5"));
  g_assert_cmpint (choice.side, ==, BC_SIDE_RIGHT);
  g_assert_false (gtk_widget_get_visible (menu));
  g_assert_cmpstr (window->shown_map->name, ==, "L5 dermatome, right");

  /* The map that is shown changes sides at once. */
  g_signal_emit_by_name (window_find_button (menu, "Left"), "clicked");
  g_assert_cmpuint (choice.n, ==, 2);
  g_assert_cmpstr (window->shown_map->name, ==, "L5 dermatome, left");

  g_signal_emit_by_name (window_find_button (menu, "Dermatomes"), "clicked");
  g_assert_cmpstr (window->shown_map->name, ==, "Touch dermatomes");
  g_signal_emit_by_name (window_find_button (menu, "None"), "clicked");
  g_assert_null (window->shown_map);
  g_assert_cmpuint (choice.n, ==, 4);

  /* What others choose is shown, and not told again. */
  bc_overlay_menu_set_choice (BC_OVERLAY_MENU (menu), BC_OVERLAY_DERMATOMES, NULL, BC_SIDE_BOTH);
  g_assert_cmpuint (choice.n, ==, 4);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (window_find_button (menu, "Dermatomes"))));
  ui_window_close (GTK_WIDGET (window));
}

/* --- the window --- */

static gboolean
is_on (BcWindow   *window,
       const char *action)
{
  g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), action);

  return g_variant_get_boolean (state);
}

/* Rival maps of the dermatomes take turns; their source stands on the figure, and the choice is remembered. */
static void
test_rivals (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  BcRegion thigh = bc_region_from_id ("thigh-posterior-upper-right");
  g_autofree char *before = NULL;
  g_autofree char *words = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), "dermatomes", NULL);
  g_assert_cmpstr (window->shown_map->name, ==, "Touch dermatomes");
  before = g_strdup (window->shown_map->labels[thigh]);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (window_find_check (window->overlay_menu, "Key sensory points")), TRUE);
  ui_settle ();
  g_assert_cmpstr (window->shown_map->name, ==, "Key sensory points");
  g_assert_cmpstr (window->shown_map->labels[thigh], !=, before);
  words = window_read (window);
  g_assert_nonnull (strstr (words, "Map: Key sensory points ("));
  g_assert_true (is_on (window, "dermatomes"));
  ui_window_close (GTK_WIDGET (window));

  /* Another window, as another day. */
  window = window_show (document);
  g_action_group_activate_action (G_ACTION_GROUP (window), "dermatomes", NULL);
  g_assert_cmpstr (window->shown_map->name, ==, "Key sensory points");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (window_find_check (window->overlay_menu,
                                                                            "Key sensory points"))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (window_find_check (window->overlay_menu, "Touch dermatomes")), TRUE);
  g_assert_cmpstr (window->shown_map->name, ==, "Touch dermatomes");
  ui_window_close (GTK_WIDGET (window));
}


/* What was asked for goes before the finding that is open; Escape takes one off after the other. */
static void
test_precedence (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  window_select_first_finding (window);
  ui_settle ();
  g_assert_cmpstr (window->shown_map->name, ==, "L5 radicular pain, right");
  g_assert_cmpint (window->shown_map->sign[bc_region_from_id ("leg-lateral-right")], ==, BC_OVERLAY_EXPLAINED);
  g_action_group_activate_action (G_ACTION_GROUP (window), "dermatomes", NULL);
  g_assert_cmpstr (window->shown_map->name, ==, "Touch dermatomes");
  g_assert_true (is_on (window, "dermatomes"));
  g_assert_true (gtk_widget_get_visible (window->map_off));

  window_press (GTK_WIDGET (window), GDK_KEY_Escape);
  g_assert_cmpstr (window->shown_map->name, ==, "L5 radicular pain, right");
  g_assert_false (is_on (window, "dermatomes"));
  window_press (GTK_WIDGET (window), GDK_KEY_Escape);
  g_assert_null (window->shown_map);
  g_assert_false (gtk_widget_get_visible (window->map_off));

  /* Another finding takes the place of what lies there. */
  g_action_group_activate_action (G_ACTION_GROUP (window), "dermatomes", NULL);
  window_select_first_finding (window);
  g_assert_cmpstr (window->shown_map->name, ==, "L5 radicular pain, right");
  g_assert_false (is_on (window, "dermatomes"));
  ui_window_close (GTK_WIDGET (window));
}

/* The patient looks on: no map, by no way, and none comes back by itself. */
static void
test_hidden (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  g_autofree char *words = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), "dermatomes", NULL);
  ui_settle ();
  words = window_read (window);
  g_assert_nonnull (strstr (words, "Touch dermatomes"));
  g_clear_pointer (&words, g_free);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  ui_settle ();
  g_assert_null (window->shown_map);
  words = window_read (window);
  g_assert_null (strstr (words, "Dermatome"));
  g_assert_false (gtk_widget_is_sensitive (window->maps_button));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "dermatomes"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.maps", NULL);
  ui_settle ();
  g_assert_false (gtk_widget_get_mapped (window->overlay_menu));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  ui_settle ();
  g_assert_null (window->shown_map);
  g_assert_true (gtk_widget_is_sensitive (window->maps_button));
  ui_window_close (GTK_WIDGET (window));
}

/* Another patient starts with a bare figure. */
static void
test_next_patient (void)
{
  g_autoptr(BcDocument) document = window_document ();
  g_autoptr(BcDocument) next = bc_document_new ();
  BcWindow *window = window_show (document);

  g_action_group_activate_action (G_ACTION_GROUP (window), "dermatomes", NULL);
  bc_window_set_document (window, next);
  ui_settle ();
  g_assert_null (window->shown_map);
  g_assert_false (is_on (window, "dermatomes"));
  ui_window_close (GTK_WIDGET (window));
}

/* Who points at a region reads what its tint and sign mean. */
static void
test_hover (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  guint shin = bc_region_from_id ("shin-right");

  g_action_group_activate_action (G_ACTION_GROUP (window), "dermatomes", NULL);
  ui_settle ();
  g_signal_emit_by_name (window->canvas, "hover", shin);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (window->status)), "Touch dermatomes: L4/5"));
  window_press (GTK_WIDGET (window), GDK_KEY_Escape);
  ui_settle ();
  g_signal_emit_by_name (window->canvas, "hover", (guint) BC_REGION_NONE);
  g_signal_emit_by_name (window->canvas, "hover", shin);
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (window->status)), "dermatome"));
  ui_window_close (GTK_WIDGET (window));
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);

  g_test_add_func ("/ui/overlay/pattern", test_pattern);
  g_test_add_func ("/ui/overlay/dermatomes/labels", test_dermatome_labels);
  g_test_add_func ("/ui/overlay/dermatomes/tint", test_dermatome_tint);
  g_test_add_func ("/ui/overlay/dermatomes/hues", test_dermatome_hues);
  g_test_add_func ("/ui/overlay/dermatomes/neighbours", test_dermatome_neighbours);
  g_test_add_func ("/ui/overlay/rival-maps", test_rival_maps);
  g_test_add_func ("/ui/overlay/finding", test_finding);
  g_test_add_func ("/ui/overlay/menu", test_menu);
  g_test_add_func ("/ui/overlay/rivals", test_rivals);
  g_test_add_func ("/ui/overlay/precedence", test_precedence);
  g_test_add_func ("/ui/overlay/hidden", test_hidden);
  g_test_add_func ("/ui/overlay/next-patient", test_next_patient);
  g_test_add_func ("/ui/overlay/hover", test_hover);
  return window_run ();
}
