/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"
#include "paint-support.h"

#include <math.h>

#define SIZE 500

/* A view painted into a square, with what one call adds to the figure. */
typedef struct
{
  const BcView    *view;
  BcViewport       viewport;
  cairo_surface_t *before;
  cairo_surface_t *canvas;
  cairo_t         *cr;
} Sheet;

static void
sheet_init (Sheet    *sheet,
            BcViewId  view,
            BcScheme  scheme)
{
  cairo_t *cr;

  sheet->view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, view);
  sheet->viewport = bc_viewport_fit (sheet->view, 0, 0, SIZE, SIZE);
  sheet->before = new_canvas (SIZE, SIZE, &(BcColour) { 1, 1, 1, 1 });
  sheet->canvas = new_canvas (SIZE, SIZE, &(BcColour) { 1, 1, 1, 1 });
  cr = cairo_create (sheet->before);
  bc_paint_figure (cr, sheet->view, &sheet->viewport, scheme);
  cairo_destroy (cr);
  sheet->cr = cairo_create (sheet->canvas);
  bc_paint_figure (sheet->cr, sheet->view, &sheet->viewport, scheme);
}

static void
sheet_clear (Sheet *sheet)
{
  g_assert_cmpint (cairo_status (sheet->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (sheet->cr);
  cairo_surface_destroy (sheet->canvas);
  cairo_surface_destroy (sheet->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sheet, sheet_clear)

static guint
changed_in_region (const Sheet *sheet,
                   const char  *id)
{
  guint n = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      {
        double at_x = x + 0.5;
        double at_y = y + 0.5;

        bc_viewport_to_body (&sheet->viewport, &at_x, &at_y);
        if (bc_view_region_at (sheet->view, at_x, at_y) == bc_region_from_id (id))
          n += pixel_at (sheet->before, x, y) != pixel_at (sheet->canvas, x, y);
      }
  return n;
}

/* How much darker (0..255 on average) the region has become. */
static double
darkened (const Sheet *sheet,
          const char  *id)
{
  double sum = 0;
  guint n = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      {
        double at_x = x + 0.5;
        double at_y = y + 0.5;

        bc_viewport_to_body (&sheet->viewport, &at_x, &at_y);
        if (bc_view_region_at (sheet->view, at_x, at_y) != bc_region_from_id (id))
          continue;
        sum += (int) ((pixel_at (sheet->before, x, y) >> 8) & 0xff)
               - (int) ((pixel_at (sheet->canvas, x, y) >> 8) & 0xff);
        n++;
      }
  g_assert_cmpuint (n, >, 100);
  return sum / n;
}

static gboolean
near_region (const Sheet *sheet,
             BcRegion     region,
             int          x,
             int          y,
             double       margin)
{
  for (double dy = -margin; dy <= margin; dy += margin / 3)
    for (double dx = -margin; dx <= margin; dx += margin / 3)
      {
        double at_x = x + 0.5 + dx;
        double at_y = y + 0.5 + dy;
        BcRegion found;

        bc_viewport_to_body (&sheet->viewport, &at_x, &at_y);
        found = bc_view_region_at (sheet->view, at_x, at_y);
        if (region == BC_REGION_NONE ? found != BC_REGION_NONE : found == region)
          return TRUE;
      }
  return FALSE;
}

/* Marks stay in their region, to within the pixel and the mm of the id buffer that the border runs through. */
static void
test_marks_stay_inside (void)
{
  for (int view = 0; view < BC_N_VIEWS; view++)
    for (int number = 1; number <= BC_N_PENS; number++)
      {
        static const char *const ids[] = { "thigh-anterior-upper-left", "calf-upper-right", "flank-left", "loin-right",
                                           "sole-medial-left", "index-finger-right" };
        BcRegion region = bc_region_from_id (ids[view]);
        g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
        g_auto (Sheet) sheet = { 0 };
        guint n_inside = 0;

        sheet_init (&sheet, (BcViewId) view, BC_SCHEME_LIGHT);
        add_marks (add_symptom (visit, number, 10), BC_ROLE_SITE, ids[view]);
        bc_paint_marks (sheet.cr, sheet.view, &sheet.viewport, visit, BC_SCHEME_LIGHT);
        for (int y = 0; y < SIZE; y++)
          for (int x = 0; x < SIZE; x++)
            {
              if (pixel_at (sheet.before, x, y) == pixel_at (sheet.canvas, x, y))
                continue;
              n_inside++;
              if (!near_region (&sheet, region, x, y, 1.2 + 0.75 * sheet.viewport.scale))
                g_assert_cmpstr ("mark outside of", ==, ids[view]);
            }
        g_assert_cmpuint (n_inside, >, 100);
      }
}

static void
test_nothing_for_unmarked (void)
{
  g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
  g_auto (Sheet) sheet = { 0 };

  sheet_init (&sheet, BC_VIEW_FRONT, BC_SCHEME_LIGHT);
  add_symptom (visit, 1, 5);
  bc_paint_marks (sheet.cr, sheet.view, &sheet.viewport, visit, BC_SCHEME_LIGHT);
  bc_paint_arrows (sheet.cr, sheet.view, &sheet.viewport, visit, BC_SCHEME_LIGHT);
  /* A region that this view does not show. */
  bc_paint_hover (sheet.cr, sheet.view, &sheet.viewport, bc_region_from_id ("sacrum-left"), BC_SCHEME_LIGHT);
  bc_paint_focus (sheet.cr, sheet.view, &sheet.viewport, bc_region_from_id ("sacrum-left"), BC_SCHEME_LIGHT);
  bc_paint_region_marks (sheet.cr, sheet.view, &sheet.viewport, visit, bc_region_from_id ("sacrum-left"),
                         BC_SCHEME_LIGHT);
  g_assert_cmpuint (count_changed (sheet.before, sheet.canvas, NULL), ==, 0);
}

static double
darkened_by (BcRole role,
             int    now)
{
  g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
  g_auto (Sheet) sheet = { 0 };

  sheet_init (&sheet, BC_VIEW_BACK, BC_SCHEME_PAPER);
  add_marks (add_symptom (visit, 1, now), role, "thigh-posterior-upper-right");
  bc_paint_marks (sheet.cr, sheet.view, &sheet.viewport, visit, BC_SCHEME_PAPER);
  g_assert_cmpfloat (fabs (darkened (&sheet, "thigh-posterior-lower-right")), <, 2);
  return darkened (&sheet, "thigh-posterior-upper-right");
}

/* On paper without colour, more ink means worse, and a site has more than a radiation. */
static void
test_ink_grows (void)
{
  g_assert_cmpfloat (darkened_by (BC_ROLE_RADIATION, 1), >, 8);
  g_assert_cmpfloat (darkened_by (BC_ROLE_RADIATION, 9), >, darkened_by (BC_ROLE_RADIATION, 1));
  g_assert_cmpfloat (darkened_by (BC_ROLE_SITE, 1), >, 1.5 * darkened_by (BC_ROLE_RADIATION, 1));
  g_assert_cmpfloat (darkened_by (BC_ROLE_SITE, 9), >, 1.5 * darkened_by (BC_ROLE_RADIATION, 9));
  g_assert_cmpfloat (darkened_by (BC_ROLE_SITE, 9), >, darkened_by (BC_ROLE_SITE, 1) + 10);
  g_assert_cmpfloat (darkened_by (BC_ROLE_SITE, BC_NRS_UNKNOWN), ==, darkened_by (BC_ROLE_SITE, 5));
}

static gboolean
is_like (guint32         pixel,
         const BcColour *colour)
{
  return fabs (((pixel >> 16) & 0xff) / 255.0 - colour->red) < 0.12
         && fabs (((pixel >> 8) & 0xff) / 255.0 - colour->green) < 0.12
         && fabs ((pixel & 0xff) / 255.0 - colour->blue) < 0.12;
}

/* Two symptoms in one region: the lines of both can be seen, whichever was first. */
static void
test_two_symptoms (void)
{
  for (int other = 2; other <= BC_N_PENS; other++)
    {
      g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
      g_auto (Sheet) sheet = { 0 };
      const int numbers[2] = { 1, other };
      guint n[2] = { 0, 0 };

      sheet_init (&sheet, BC_VIEW_SOLES, BC_SCHEME_LIGHT);
      for (guint i = 0; i < 2; i++)
        add_marks (add_symptom (visit, numbers[i], 5), BC_ROLE_SITE, "heel-left");
      bc_paint_marks (sheet.cr, sheet.view, &sheet.viewport, visit, BC_SCHEME_LIGHT);
      for (guint i = 0; i < 2; i++)
        {
          BcColour pen = bc_pen_colour (numbers[i], BC_SCHEME_LIGHT);

          for (int y = 0; y < SIZE; y++)
            for (int x = 0; x < SIZE; x++)
              n[i] += is_like (pixel_at (sheet.canvas, x, y), &pen);
        }
      g_assert_cmpuint (n[0], >, 150);
      g_assert_cmpuint (n[1], >, 150);
    }
}

static void
test_clear_tick (void)
{
  for (BcScheme scheme = BC_SCHEME_LIGHT; scheme <= BC_SCHEME_PAPER; scheme++)
    {
      g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
      const BcPalette *palette = bc_palette_get (scheme);
      g_auto (Sheet) sheet = { 0 };
      double x = 0;
      double y = 0;
      guint n = 0;

      sheet_init (&sheet, BC_VIEW_FRONT, scheme);
      add_clears (visit, "thigh-anterior-upper-left");
      bc_paint_marks (sheet.cr, sheet.view, &sheet.viewport, visit, scheme);
      bc_view_get_anchor (sheet.view, bc_region_from_id ("thigh-anterior-upper-left"), &x, &y);
      bc_viewport_to_target (&sheet.viewport, &x, &y);
      for (int dy = -12; dy <= 12; dy++)
        for (int dx = -12; dx <= 12; dx++)
          n += is_like (pixel_at (sheet.canvas, (int) x + dx, (int) y + dy), &palette->clear);
      g_assert_cmpuint (n, >, 8);
      g_assert_cmpuint (changed_in_region (&sheet, "shin-left"), ==, 0);
    }
}

/* What is a copy from the last visit has less ink than the same confirmed: region, tick, arrow. */
static void
test_unconfirmed_is_light (void)
{
  for (BcScheme scheme = BC_SCHEME_LIGHT; scheme <= BC_SCHEME_PAPER; scheme++)
    {
      double differs[2] = { 0, 0 };
      double ticked[2] = { 0, 0 };

      for (int copied = 0; copied < 2; copied++)
        {
          g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
          BcSymptom *symptom = add_symptom (visit, 1, 5);
          g_auto (Sheet) sheet = { 0 };

          sheet_init (&sheet, BC_VIEW_FRONT, scheme);
          add_marks (symptom, BC_ROLE_SITE, "shin-right");
          add_clears (visit, "thigh-anterior-upper-left");
          g_object_set (symptom, "unconfirmed", copied, NULL);
          g_object_set (bc_visit_find_clear (visit, bc_region_from_id ("thigh-anterior-upper-left")), "unconfirmed",
                        copied, NULL);
          bc_paint_marks (sheet.cr, sheet.view, &sheet.viewport, visit, scheme);
          differs[copied] = fabs (darkened (&sheet, "shin-right"));
          ticked[copied] = fabs (darkened (&sheet, "thigh-anterior-upper-left"));
        }
      g_assert_cmpfloat (differs[TRUE], <, 0.65 * differs[FALSE]);
      g_assert_cmpfloat (differs[TRUE], >, 3);
      g_assert_cmpfloat (ticked[TRUE], <, 0.8 * ticked[FALSE]);
      g_assert_cmpfloat (ticked[TRUE], >, 0);
    }
}

static void
test_arrow_shows (void)
{
  g_autoptr (BcVisit) visit = new_sciatica ();
  g_auto (Sheet) sheet = { 0 };

  sheet_init (&sheet, BC_VIEW_RIGHT, BC_SCHEME_LIGHT);
  bc_paint_arrows (sheet.cr, sheet.view, &sheet.viewport, visit, BC_SCHEME_LIGHT);
  g_assert_cmpuint (changed_in_region (&sheet, "thigh-lateral-lower-right"), >, 30);
  g_assert_cmpuint (changed_in_region (&sheet, "leg-lateral-right"), >, 30);
  g_assert_cmpuint (changed_in_region (&sheet, "chest-lateral-right"), ==, 0);
  g_assert_cmpuint (changed_in_region (&sheet, "forearm-radial-right"), ==, 0);
}

static void
test_hover_and_focus (void)
{
  BcRegion region = bc_region_from_id ("breast-left");

  for (guint focus = 0; focus < 2; focus++)
    {
      g_auto (Sheet) sheet = { 0 };

      sheet_init (&sheet, BC_VIEW_FRONT, BC_SCHEME_DARK);
      if (focus)
        bc_paint_focus (sheet.cr, sheet.view, &sheet.viewport, region, BC_SCHEME_DARK);
      else
        bc_paint_hover (sheet.cr, sheet.view, &sheet.viewport, region, BC_SCHEME_DARK);
      g_assert_cmpuint (changed_in_region (&sheet, "breast-left"), >, 80);
      g_assert_cmpuint (changed_in_region (&sheet, "breast-right"), ==, 0);
    }
}

/* A small picture is a small figure: its lines do not add up to a black one. */
static void
test_thumbnail_is_light (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_MALE, BC_VIEW_FRONT);
  g_autoptr (cairo_surface_t) canvas = new_canvas (120, 120, &(BcColour) { 1, 1, 1, 1 });
  g_autoptr (cairo_t) cr = cairo_create (canvas);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, 120, 120);
  double sum = 0;
  guint n = 0;

  bc_paint_figure (cr, view, &viewport, BC_SCHEME_PAPER);
  for (int y = 0; y < 120; y++)
    for (int x = 0; x < 120; x++)
      {
        double at_x = x + 0.5;
        double at_y = y + 0.5;

        bc_viewport_to_body (&viewport, &at_x, &at_y);
        if (bc_view_region_at (view, at_x, at_y) == BC_REGION_NONE)
          continue;
        sum += (pixel_at (canvas, x, y) >> 8) & 0xff;
        n++;
      }
  g_assert_cmpfloat (sum / n, >, 225);
}

/* The captions say left where the drawing shows the patient's left. */
static void
test_captions_agree_with_drawing (void)
{
  for (int view_id = 0; view_id < BC_N_VIEWS; view_id++)
    for (guint lower = 0; lower < (view_id == BC_VIEW_HANDS ? 2 : 1); lower++)
      {
        const BcView *view = bc_atlas_get_view (BC_FIGURE_CHILD, (BcViewId) view_id);
        BcBox box = bc_view_get_box (view);
        double from = view_id == BC_VIEW_HANDS ? box.y + lower * box.height / 2 : box.y;
        double to = view_id == BC_VIEW_HANDS ? from + box.height / 2 : box.y + box.height;
        BcCaptions captions = bc_captions_find ((BcViewId) view_id, lower, FALSE);
        BcCaptions brief = bc_captions_find ((BcViewId) view_id, lower, TRUE);

        g_assert_cmpint (captions.sides, ==, view_id != BC_VIEW_LEFT && view_id != BC_VIEW_RIGHT);
        if (!captions.sides)
          continue;
        g_assert_cmpstr (captions.left, !=, captions.right);
        for (double y = from + 0.5; y < to; y += 3)
          for (double x = box.x + 0.5; x < box.x + box.width; x += 3)
            {
              BcRegion region = bc_view_region_at (view, x, y);
              const char *caption = x < -1 ? captions.left : captions.right;
              const char *letter = x < -1 ? brief.left : brief.right;
              gboolean left;

              if (region == BC_REGION_NONE || fabs (x) <= 1)
                continue;
              left = bc_region_get_side (region) == BC_SIDE_LEFT;
              g_assert_cmpstr (caption, ==, left ? "Left" : "Right");
              g_assert_cmpstr (letter, ==, left ? "L" : "R");
            }
      }
}

/* The face is at the side that is called front. */
static void
test_captions_of_profiles (void)
{
  g_assert_cmpstr (bc_captions_find (BC_VIEW_LEFT, FALSE, FALSE).middle, ==, "Left side");
  g_assert_cmpstr (bc_captions_find (BC_VIEW_LEFT, FALSE, FALSE).left, ==, "front");
  g_assert_cmpstr (bc_captions_find (BC_VIEW_RIGHT, FALSE, FALSE).middle, ==, "Right side");
  g_assert_cmpstr (bc_captions_find (BC_VIEW_RIGHT, FALSE, FALSE).right, ==, "front");
}

static guint
count_ink (cairo_surface_t *canvas,
           const BcBox     *box)
{
  g_autoptr (cairo_surface_t) empty = new_canvas (cairo_image_surface_get_width (canvas),
                                                  cairo_image_surface_get_height (canvas), NULL);

  return count_changed (empty, canvas, box);
}

/* However narrow the place, both corners say which side they are. */
static void
test_captions_at_every_width (void)
{
  static const int widths[] = { 60, 110, 400 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (cairo_surface_t) canvas = new_canvas (widths[i], 80, NULL);
      g_autoptr (cairo_t) cr = cairo_create (canvas);
      PangoContext *pango = get_pango ();
      BcBox box = { 0, 0, widths[i], 80 };

      bc_paint_captions (cr, pango, bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_FRONT), &box, 14, BC_SCHEME_LIGHT);
      g_assert_cmpuint (count_ink (canvas, &(BcBox) { 0, 0, 20, 24 }), >, 10);
      g_assert_cmpuint (count_ink (canvas, &(BcBox) { widths[i] - 20, 0, 20, 24 }), >, 10);
      g_assert_cmpuint (count_ink (canvas, &(BcBox) { 0, 30, widths[i], 50 }), ==, 0);
    }
}

/* However narrow its place, a view from the side says whose side it is, and nothing of that is outside the place. */
static void
test_captions_of_narrow_profiles (void)
{
  for (int width = 24; width <= 200; width += 8)
    {
      g_autoptr (cairo_surface_t) canvas = new_canvas (400, 80, NULL);
      g_autoptr (cairo_t) cr = cairo_create (canvas);
      BcBox box = { 200 - width / 2.0, 0, width, 80 };

      bc_paint_captions (cr, get_pango (), bc_atlas_get_view (BC_FIGURE_CHILD, BC_VIEW_LEFT), &box, 14, BC_SCHEME_LIGHT);
      g_assert_cmpuint (count_ink (canvas, &(BcBox) { 195, 0, 10, 30 }), >, 4);
      g_assert_cmpuint (count_ink (canvas, &(BcBox) { 0, 0, box.x, 80 }), ==, 0);
      g_assert_cmpuint (count_ink (canvas, &(BcBox) { box.x + width, 0, 400 - box.x - width, 80 }), ==, 0);
    }
}

/* Labels stand beside the body: all the text lies off it, only the leader crosses. */
static void
test_labels (void)
{
  g_autoptr (BcVisit) visit = new_sciatica ();
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, SIZE, SIZE);
  g_autoptr (cairo_surface_t) canvas = new_canvas (SIZE, SIZE, NULL);
  g_autoptr (cairo_t) cr = cairo_create (canvas);
  PangoContext *pango = get_pango ();
  const BcPalette *palette = bc_palette_get (BC_SCHEME_HIGH_CONTRAST);
  guint n_text = 0;

  bc_paint_labels (cr, pango, view, &viewport, visit, 12, BC_SCHEME_HIGH_CONTRAST);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      {
        guint32 pixel = pixel_at (canvas, x, y);
        double at_x = x + 0.5;
        double at_y = y + 0.5;

        if (pixel >> 24 != 0xff || !is_like (pixel, &palette->text))
          continue;
        bc_viewport_to_body (&viewport, &at_x, &at_y);
        g_assert_cmpuint (bc_view_region_at (view, at_x, at_y), ==, BC_REGION_NONE);
        n_text++;
      }
  g_assert_cmpuint (n_text, >, 10);
}

static void
test_needed_views (void)
{
  static const struct { const char *site; const char *clear; const char *needed; } visits[] = {
    { "", "", "front back" },
    { "lumbar-lower-left", "", "front back" },
    { "leg-lateral-right", "", "front back right" },
    { "", "leg-lateral-left", "front back left" },
    { "sole-medial-left thumb-right", "", "front back soles hands" },
    { "knee-anterior-left", "sole-lateral-left", "front back soles" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    {
      g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
      g_autoptr (GString) needed = g_string_new (NULL);

      if (visits[i].site[0] != '\0')
        add_marks (add_symptom (visit, 1, 5), BC_ROLE_SITE, visits[i].site);
      if (visits[i].clear[0] != '\0')
        add_clears (visit, visits[i].clear);
      for (int view = 0; view < BC_N_VIEWS; view++)
        if (bc_view_is_needed (BC_FIGURE_ADULT_MALE, (BcViewId) view, visit))
          g_string_append_printf (needed, "%s%s", needed->len > 0 ? " " : "", bc_terms_get_id (&bc_view_terms, view));
      g_assert_cmpstr (needed->str, ==, visits[i].needed);
    }
}

/* A view in which something was drawn is needed, wherever else its regions can be seen. */
static void
test_drawn_views_are_needed (void)
{
  for (int drawn = 0; drawn < BC_N_VIEWS; drawn++)
    {
      g_autoptr (BcVisit) visit = bc_visit_new ("2026-05-12");
      const BcStrokePoint points[] = { { 1, 1, 1 }, { 9, 9, 1 } };
      g_autoptr (BcStroke) stroke = bc_stroke_new (BC_FIGURE_CHILD, (BcViewId) drawn, BC_ROLE_SITE, 10, points,
                                                   G_N_ELEMENTS (points), NULL, 0);

      g_list_store_append (bc_symptom_get_strokes (add_symptom (visit, 1, 5)), stroke);
      for (int view = 0; view < BC_N_VIEWS; view++)
        g_assert_cmpint (bc_view_is_needed (BC_FIGURE_ADULT_MALE, (BcViewId) view, visit), ==,
                         view == drawn || view == BC_VIEW_FRONT || view == BC_VIEW_BACK);
    }
}

/* The caption between the rows of hands does not run into the drawing, in boxes as narrow as it and in wide ones. */
static void
test_captions_keep_off_hands (void)
{
  const BcView *view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, BC_VIEW_HANDS);
  BcBox sheet = bc_view_get_box (view);

  for (int size = 70; size <= 420; size += 7)
    {
      double text_size = 12;
      gboolean narrow = size >= 140 && size % 14 == 0;
      int width = (int) (size * sheet.width / sheet.height * (narrow ? 1 : 1.9));
      int height = size + (int) (1.9 * text_size);
      BcViewport viewport = bc_viewport_fit (view, 0, 1.9 * text_size, width, size);
      g_autoptr (cairo_surface_t) canvas = new_canvas (width, height, NULL);
      g_autoptr (cairo_t) cr = cairo_create (canvas);
      guint n_text = 0;

      bc_paint_captions (cr, get_pango (), view, &(BcBox) { 0, 0, width, height }, text_size, BC_SCHEME_LIGHT);
      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            double at_x = x + 0.5;
            double at_y = y + 0.5;

            if (pixel_at (canvas, x, y) >> 24 < 0x80)
              continue;
            n_text++;
            bc_viewport_to_body (&viewport, &at_x, &at_y);
                g_assert_cmpuint (bc_view_region_at (view, at_x, at_y), ==, BC_REGION_NONE);
          }
      g_assert_cmpuint (n_text, >, 40);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/marks-stay-inside", test_marks_stay_inside);
  g_test_add_func ("/paint/nothing-for-unmarked", test_nothing_for_unmarked);
  g_test_add_func ("/paint/ink-grows", test_ink_grows);
  g_test_add_func ("/paint/two-symptoms", test_two_symptoms);
  g_test_add_func ("/paint/clear-tick", test_clear_tick);
  g_test_add_func ("/paint/unconfirmed-is-light", test_unconfirmed_is_light);
  g_test_add_func ("/paint/arrow-shows", test_arrow_shows);
  g_test_add_func ("/paint/hover-and-focus", test_hover_and_focus);
  g_test_add_func ("/paint/thumbnail-is-light", test_thumbnail_is_light);
  g_test_add_func ("/paint/captions-agree-with-drawing", test_captions_agree_with_drawing);
  g_test_add_func ("/paint/captions-of-narrow-profiles", test_captions_of_narrow_profiles);
  g_test_add_func ("/paint/captions-of-profiles", test_captions_of_profiles);
  g_test_add_func ("/paint/captions-at-every-width", test_captions_at_every_width);
  g_test_add_func ("/paint/labels", test_labels);
  g_test_add_func ("/paint/captions-keep-off-hands", test_captions_keep_off_hands);
  g_test_add_func ("/paint/needed-views", test_needed_views);
  g_test_add_func ("/paint/drawn-views-are-needed", test_drawn_views_are_needed);
  return g_test_run ();
}
