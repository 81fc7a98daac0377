/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-label-layout.h"

#include "bc-chart-file.h"
#include "paint-support.h"

#include <math.h>

/* Heights of a view in target units, with the text size that goes with it. */
static const struct { double height; double text_size; } sizes[] = {
  { 240, 8 }, { 300, 11 }, { 450, 7 }, { 700, 11 }, { 1400, 13 },
};

static gboolean
overlap (const BcBox *a,
         const BcBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static BcPoint
start_of (const BcLabel *label)
{
  return (BcPoint) { label->box.x + label->box.width / 2, label->box.y + label->box.height / 2 };
}

/* Whether two lines cross: looked at by solving for the point, not by turns as the search does. */
static gboolean
lines_cross (const BcLabel *first,
             const BcLabel *second)
{
  BcPoint a = start_of (first);
  BcPoint c = start_of (second);
  BcPoint r = { first->to.x - a.x, first->to.y - a.y };
  BcPoint s = { second->to.x - c.x, second->to.y - c.y };
  double across = r.x * s.y - r.y * s.x;
  double t;
  double u;

  if (fabs (across) < 1e-9 || hypot (first->to.x - second->to.x, first->to.y - second->to.y) < 1e-6)
    return FALSE;
  t = ((c.x - a.x) * s.y - (c.y - a.y) * s.x) / across;
  u = ((c.x - a.x) * r.y - (c.y - a.y) * r.x) / across;
  return t > 1e-6 && t < 1 - 1e-6 && u > 1e-6 && u < 1 - 1e-6;
}

static gboolean
line_hits (const BcLabel *label,
           const BcBox   *box)
{
  BcPoint from = start_of (label);

  for (int i = 0; i <= 400; i++)
    {
      double x = from.x + (label->to.x - from.x) * i / 400;
      double y = from.y + (label->to.y - from.y) * i / 400;

      if (x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height)
        return TRUE;
    }
  return FALSE;
}

static void
check_beside_body (const BcView     *view,
                   const BcViewport *viewport,
                   const BcLabel    *label)
{
  BcBox box = bc_view_get_box (view);
  BcBox sheet = bc_viewport_map_box (viewport, &box);

  g_assert_cmpfloat (label->box.x, >=, sheet.x - 0.01);
  g_assert_cmpfloat (label->box.y, >=, sheet.y + label->text_size);
  g_assert_cmpfloat (label->box.x + label->box.width, <=, sheet.x + sheet.width + 0.01);
  g_assert_cmpfloat (label->box.y + label->box.height, <=, sheet.y + sheet.height + 0.01);
  for (double dy = 0; dy <= 1; dy += 0.125)
    for (double dx = 0; dx <= 1; dx += 0.0625)
      {
        double x = label->box.x + dx * label->box.width;
        double y = label->box.y + dy * label->box.height;
        double grain = 1.3 * bc_paint_grain (view);

        bc_viewport_to_body (viewport, &x, &y);
        /* The search asks for the body every few mm: a tip may be nearer than it looks. */
        g_assert_true (bc_view_region_at (view, x, y) == BC_REGION_NONE
                       || bc_view_region_at (view, x - grain, y) == BC_REGION_NONE
                       || bc_view_region_at (view, x + grain, y) == BC_REGION_NONE
                       || bc_view_region_at (view, x, y - grain) == BC_REGION_NONE
                       || bc_view_region_at (view, x, y + grain) == BC_REGION_NONE);
      }
}

/* The leaders of labels in the smallest text may cross: there was no other way left. */
static void
check_apart (const GArray *labels,
             double        text_size)
{
  for (guint i = 0; i < labels->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const BcLabel *a = &g_array_index (labels, BcLabel, i);
        const BcLabel *b = &g_array_index (labels, BcLabel, j);

        g_assert_false (overlap (&a->box, &b->box));
        if (a->text_size < 0.5 * text_size)
          continue;
        g_assert_false (lines_cross (a, b));
        g_assert_false (line_hits (a, &b->box));
        g_assert_false (line_hits (b, &a->box));
      }
}

/* Gives how many labels there are. */
static guint
check_view (PangoContext *pango,
            const BcView *view,
            BcVisit      *visit,
            guint         size)
{
  BcBox box = bc_view_get_box (view);
  double height = sizes[size].height;
  BcViewport viewport = bc_viewport_fit (view, 30, 20, height * box.width / box.height, height);
  g_autoptr (GArray) labels = bc_labels_place (pango, view, &viewport, visit, sizes[size].text_size);

  check_apart (labels, sizes[size].text_size);
  for (guint i = 0; i < labels->len; i++)
    check_beside_body (view, &viewport, &g_array_index (labels, BcLabel, i));
  return labels->len;
}

static guint
check_visit (PangoContext *pango,
             BcFigureId    figure,
             BcVisit      *visit,
             guint         size)
{
  guint n = 0;

  for (int view = 0; view < BC_N_VIEWS; view++)
    n += check_view (pango, bc_atlas_get_view (figure, (BcViewId) view), visit, size);
  return n;
}

static void
test_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples", NULL);
  g_autoptr (GDir) samples = g_dir_open (folder, 0, NULL);
  PangoContext *pango = get_pango ();
  const char *name;
  guint n = 0;

  g_assert_nonnull (samples);
  while ((name = g_dir_read_name (samples)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (BcChart) chart = NULL;
      guint n_labels = 0;

      if (!g_str_has_suffix (name, BC_CHART_SUFFIX))
        continue;
      chart = bc_chart_load (file, NULL, NULL, NULL);
      g_assert_nonnull (chart);
      for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
        n_labels += check_visit (pango, bc_chart_get_figure (chart), bc_chart_get_last_visit (chart), size);
      g_assert_cmpuint (n_labels, >=, G_N_ELEMENTS (sizes));
      n++;
    }
  g_assert_cmpuint (n, >=, 20);
}

/* So many symptoms, each with one to three marks anywhere, and all that a label may say. */
static BcVisit *
new_crowd (GRand *rand,
           int    n_symptoms)
{
  BcVisit *visit = bc_visit_new ("2026-05-12");

  for (int number = 1; number <= n_symptoms; number++)
    {
      BcSymptom *symptom = add_symptom (visit, number, g_rand_int_range (rand, -1, 11));

      g_object_set (symptom, "worst", g_rand_int_range (rand, -1, 11), "depth", g_rand_int_range (rand, 0, 3),
                    "constancy", g_rand_int_range (rand, 0, 3), NULL);
      for (int i = g_rand_int_range (rand, 0, 3); i >= 0; i--)
        {
          BcRegion region = (BcRegion) g_rand_int_range (rand, 1, BC_N_REGIONS + 1);

          if (bc_symptom_find_mark (symptom, region, NULL) == NULL)
            add_marks (symptom, g_rand_boolean (rand) ? BC_ROLE_SITE : BC_ROLE_RADIATION, bc_region_get_id (region));
        }
    }
  return visit;
}

static void
test_crowds (gconstpointer data)
{
  int n_symptoms = GPOINTER_TO_INT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) n_symptoms);
  PangoContext *pango = get_pango ();

  for (int turn = 0; turn < BC_N_FIGURES; turn++)
    {
      g_autoptr (BcVisit) visit = new_crowd (rand, n_symptoms);

      for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
        check_visit (pango, (BcFigureId) turn, visit, size);
    }
}

/* The same marks give the same picture. */
static void
test_deterministic (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, 400, 700);
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);
  g_autoptr (BcVisit) visit = new_crowd (rand, 30);
  g_autoptr (GArray) labels = bc_labels_place (get_pango (), view, &viewport, visit, 11);
  g_autoptr (GArray) again = bc_labels_place (get_pango (), view, &viewport, visit, 11);

  g_assert_cmpuint (labels->len, >, 10);
  g_assert_cmpuint (labels->len, ==, again->len);
  for (guint i = 0; i < labels->len; i++)
    {
      const BcLabel *label = &g_array_index (labels, BcLabel, i);
      const BcLabel *other = &g_array_index (again, BcLabel, i);

      g_assert_cmpstr (label->markup, ==, other->markup);
      g_assert_cmpmem (&label->box, sizeof label->box, &other->box, sizeof other->box);
    }
}

/* Nobody goes without: forty symptoms in one view, at a size at which a label has a tenth of the width. */
static void
test_forty_in_one_view (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT);
  g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
  PangoContext *pango = get_pango ();
  int number = 0;

  for (guint region = 1; region <= BC_N_REGIONS && number < 40; region++)
    if (bc_view_has_region (view, (BcRegion) region) && !bc_paint_is_edge (view, (BcRegion) region))
      {
        number++;
        add_marks (add_symptom (visit, number, 5), BC_ROLE_SITE, bc_region_get_id ((BcRegion) region));
      }
  g_assert_cmpint (number, ==, 40);
  for (guint size = 1; size < G_N_ELEMENTS (sizes); size++)
    g_assert_cmpuint (check_view (pango, view, visit, size), ==, 40);
}

static void
test_says (void)
{
  static const struct
  {
    int now;
    int worst;
    BcDepth depth;
    BcConstancy constancy;
    const char *words;
    const char *letters;
  } labels[] = {
    { 6, 8, BC_DEPTH_DEEP, BC_CONSTANCY_CONSTANT, "<b>P1</b>  constant, deep\n6/10 now, 8 worst",
      "<b>P1</b>  C D 6 (8)" },
    { 0, -1, BC_DEPTH_SUPERFICIAL, BC_CONSTANCY_UNKNOWN, "<b>P1</b>  superficial\n0/10 now", "<b>P1</b>  S 0" },
    { -1, 10, BC_DEPTH_UNKNOWN, BC_CONSTANCY_INTERMITTENT, "<b>P1</b>  intermittent\n10/10 worst",
      "<b>P1</b>  I (10)" },
    { -1, 7, BC_DEPTH_UNKNOWN, BC_CONSTANCY_UNKNOWN, "<b>P1</b>  7/10 worst", "<b>P1</b>  (7)" },
    { -1, -1, BC_DEPTH_UNKNOWN, BC_CONSTANCY_UNKNOWN, "<b>P1</b>", "<b>P1</b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (BcSymptom) symptom = bc_symptom_new (1);
      g_autofree char *words = NULL;
      g_autofree char *letters = NULL;
      g_autofree char *number = NULL;

      g_object_set (symptom, "now", labels[i].now, "worst", labels[i].worst, "depth", (int) labels[i].depth,
                    "constancy", (int) labels[i].constancy, NULL);
      words = bc_label_dup_markup (symptom, BC_LABEL_WORDS);
      letters = bc_label_dup_markup (symptom, BC_LABEL_LETTERS);
      number = bc_label_dup_markup (symptom, BC_LABEL_NUMBER);
      g_assert_cmpstr (words, ==, labels[i].words);
      g_assert_cmpstr (letters, ==, labels[i].letters);
      g_assert_cmpstr (number, ==, "<b>P1</b>");
    }
}

/* A copy from the last visit says with every room that it is not confirmed. */
static void
test_unconfirmed_asks (void)
{
  g_autoptr (BcSymptom) symptom = bc_symptom_new (2);

  g_object_set (symptom, "depth", (int) BC_DEPTH_DEEP, "unconfirmed", TRUE, NULL);
  for (BcLabelDetail detail = BC_LABEL_WORDS; detail <= BC_LABEL_NUMBER; detail++)
    {
      g_autofree char *markup = bc_label_dup_markup (symptom, detail);

      g_assert_true (g_str_has_prefix (markup, "<b>P2?</b>"));
    }
}

/* As much as there is room for: words on a large figure, the number alone where there are many. */
static void
test_room_decides (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_MALE, BC_VIEW_BACK);
  g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
  PangoContext *pango = get_pango ();
  BcSymptom *symptom = add_symptom (visit, 1, 6);
  BcLabelDetail last = BC_LABEL_WORDS;
  guint seen = 0;

  g_object_set (symptom, "worst", 8, "depth", (int) BC_DEPTH_DEEP, "constancy", (int) BC_CONSTANCY_CONSTANT, NULL);
  add_marks (symptom, BC_ROLE_SITE, "calf-upper-right");
  for (double height = 1200; height >= 110; height *= 0.85)
    {
      BcViewport viewport = bc_viewport_fit (view, 0, 0, height, height);
      g_autoptr (GArray) labels = bc_labels_place (pango, view, &viewport, visit, 11);

      g_assert_cmpuint (labels->len, ==, 1);
      g_assert_cmpint (g_array_index (labels, BcLabel, 0).detail, >=, last);
      last = g_array_index (labels, BcLabel, 0).detail;
      seen |= 1u << last;
      g_assert_cmpint (bc_labels_have_letters (pango, view, &viewport, visit, 11), ==, last == BC_LABEL_LETTERS);
      if (height == 1200)
        g_assert_cmpint (last, ==, BC_LABEL_WORDS);
    }
  g_assert_cmpuint (seen, ==, (1u << BC_LABEL_WORDS) | (1u << BC_LABEL_LETTERS) | (1u << BC_LABEL_NUMBER));
}

static BcStroke *
new_stroke (BcFigureId  figure,
            BcRole      role,
            const char *region_id)
{
  BcStrokePoint points[3];
  BcRegion region = bc_region_from_id (region_id);
  BcCover cover = { region, 0.4, 1 };
  double x = 0;
  double y = 0;

  bc_view_get_anchor (bc_atlas_get_view (figure, BC_VIEW_FRONT), region, &x, &y);
  for (int i = 0; i < 3; i++)
    points[i] = (BcStrokePoint) { (float) x, (float) (y + 10 * (i - 1)), 1 };
  return bc_stroke_new (figure, BC_VIEW_FRONT, role, 20, points, 3, &cover, 1);
}

/* What is drawn has its label, in the view that it was drawn in, on whatever figure. */
static void
test_strokes (void)
{
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    {
      g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
      PangoContext *pango = get_pango ();
      g_autoptr (BcStroke) stroke = new_stroke (BC_FIGURE_ADULT_MALE, BC_ROLE_SITE, "thigh-anterior-upper-left");

      g_list_store_append (bc_symptom_get_strokes (add_symptom (visit, 3, 5)), stroke);
      for (int view_id = 0; view_id < BC_N_VIEWS; view_id++)
        {
          const BcView *view = bc_atlas_get_view ((BcFigureId) figure, (BcViewId) view_id);
          BcViewport viewport = bc_viewport_fit (view, 0, 0, 700, 700);
          g_autoptr (GArray) labels = bc_labels_place (pango, view, &viewport, visit, 11);
          BcPoint to;

          g_assert_cmpuint (labels->len, ==, view_id == BC_VIEW_FRONT ? 1 : 0);
          if (labels->len == 0)
            continue;
          to = g_array_index (labels, BcLabel, 0).to;
          bc_viewport_to_body (&viewport, &to.x, &to.y);
          g_assert_cmpint (bc_view_region_at (view, to.x, to.y), ==, bc_region_from_id ("thigh-anterior-upper-left"));
        }
    }
}

/* A leader does not run over an arm or the other leg where a short way round would do; a finger's width is let pass. */
static void
test_leaders_are_direct (void)
{
  static const double most = 40; /* mm */
  guint n = 0;

  for (int view_id = 0; view_id <= BC_VIEW_RIGHT; view_id++)
    {
      const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, (BcViewId) view_id);
      BcViewport viewport = bc_viewport_fit (view, 0, 0, 700, 700);
      g_autoptr (BcLabelRoom) room = bc_label_room_new (view, 30);

      for (guint region = 1; region <= BC_N_REGIONS; region++)
        {
          g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
          g_autoptr (GArray) labels = NULL;
          BcPoint from;
          BcPoint to;

          add_marks (add_symptom (visit, 1, 5), BC_ROLE_SITE, bc_region_get_id ((BcRegion) region));
          labels = bc_labels_place (get_pango (), view, &viewport, visit, 11);
          if (labels->len == 0)
            continue;
          n++;
          from = start_of (&g_array_index (labels, BcLabel, 0));
          to = g_array_index (labels, BcLabel, 0).to;
          bc_viewport_to_body (&viewport, &from.x, &from.y);
          bc_viewport_to_body (&viewport, &to.x, &to.y);
          g_assert_cmpfloat (bc_label_room_detour (room, to, from), <=, most);
        }
    }
  g_assert_cmpuint (n, >, 150);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/says", test_says);
  g_test_add_func ("/labels/unconfirmed-asks", test_unconfirmed_asks);
  g_test_add_func ("/labels/room-decides", test_room_decides);
  g_test_add_func ("/labels/strokes", test_strokes);
  g_test_add_func ("/labels/leaders-are-direct", test_leaders_are_direct);
  g_test_add_func ("/labels/samples", test_samples);
  g_test_add_data_func ("/labels/crowds/1", GINT_TO_POINTER (1), test_crowds);
  g_test_add_data_func ("/labels/crowds/6", GINT_TO_POINTER (6), test_crowds);
  g_test_add_data_func ("/labels/crowds/20", GINT_TO_POINTER (20), test_crowds);
  g_test_add_data_func ("/labels/crowds/40", GINT_TO_POINTER (40), test_crowds);
  g_test_add_func ("/labels/deterministic", test_deterministic);
  g_test_add_func ("/labels/forty-in-one-view", test_forty_in_one_view);
  return g_test_run ();
}
