/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"
#include "paint-support.h"

#include <math.h>

#define SIZE 600

/* A picture of a view with an overlay, in grey: 0 black to 255 white. */
typedef struct
{
  const BcView *view;
  BcViewport    viewport;
  double        grey[SIZE * SIZE];
} Picture;

static Picture *
paint (BcViewId         view_id,
       const BcOverlay *overlay,
       BcVisit         *visit,
       BcScheme         scheme)
{
  Picture *picture = g_new0 (Picture, 1);
  const BcPalette *palette = bc_palette_get (scheme);
  g_autoptr (cairo_surface_t) canvas = new_canvas (SIZE, SIZE, &palette->paper);
  g_autoptr (cairo_t) cr = cairo_create (canvas);

  picture->view = bc_atlas_get_view (BC_FIGURE_ADULT_FEMALE, view_id);
  picture->viewport = bc_viewport_fit (picture->view, 0, 0, SIZE, SIZE);
  bc_paint_figure (cr, picture->view, &picture->viewport, scheme);
  if (overlay != NULL)
    bc_paint_overlay (cr, NULL, picture->view, &picture->viewport, overlay, 10, scheme);
  if (visit != NULL)
    bc_paint_marks (cr, picture->view, &picture->viewport, visit, scheme);
  for (int at = 0; at < SIZE * SIZE; at++)
    {
      guint32 pixel = pixel_at (canvas, at % SIZE, at / SIZE);

      picture->grey[at] = 0.299 * ((pixel >> 16) & 0xff) + 0.587 * ((pixel >> 8) & 0xff) + 0.114 * (pixel & 0xff);
    }
  return picture;
}

static gboolean
is_deep_inside (const BcView *view,
                double        x,
                double        y,
                BcRegion      region)
{
  static const double around[][2] = { { 10, 0 }, { -10, 0 }, { 0, 10 }, { 0, -10 } };

  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    if (bc_view_region_at (view, x + around[i][0], y + around[i][1]) != region)
      return FALSE;
  return TRUE;
}

/* How much the grey of a region differs between two pictures, on average of those pixels that lie deep inside. */
static double
difference_in (const Picture *a,
               const Picture *b,
               const char    *id)
{
  double sum = 0;
  guint n = 0;

  for (int at = 0; at < SIZE * SIZE; at++)
    {
      double x = at % SIZE + 0.5;
      double y = at / SIZE + 0.5;

      bc_viewport_to_body (&a->viewport, &x, &y);
      if (!is_deep_inside (a->view, x, y, bc_region_from_id (id)))
        continue;
      sum += fabs (a->grey[at] - b->grey[at]);
      n++;
    }
  g_assert_cmpuint (n, >, 50);
  return sum / n;
}

static void
set_map (BcOverlay  *overlay,
         const char *ids,
         guint8      hue,
         const char *label)
{
  g_auto (GStrv) each = g_strsplit (ids, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      BcRegion region = bc_region_from_id (each[i]);

      g_assert_cmpuint (region, !=, BC_REGION_NONE);
      overlay->tint[region] = 1;
      overlay->hue[region] = hue;
      g_free (overlay->labels[region]);
      overlay->labels[region] = g_strdup (label);
    }
}

/* A map can be read in all surroundings: what is likely stands out from what is possible, and that from the skin. */
static void
test_tint_is_probability (void)
{
  for (BcScheme scheme = BC_SCHEME_LIGHT; scheme <= BC_SCHEME_PAPER; scheme++)
    {
      g_autoptr (BcOverlay) overlay = bc_overlay_new ("map");
      g_autofree Picture *bare = paint (BC_VIEW_BACK, NULL, NULL, scheme);
      g_autofree Picture *tinted = NULL;

      overlay->tint[bc_region_from_id ("calf-upper-left")] = 0.9;
      overlay->tint[bc_region_from_id ("thigh-posterior-upper-left")] = 0.3;
      tinted = paint (BC_VIEW_BACK, overlay, NULL, scheme);
      g_assert_cmpfloat (difference_in (bare, tinted, "thigh-posterior-upper-left"), >, 8);
      g_assert_cmpfloat (difference_in (bare, tinted, "calf-upper-left"), >,
                         1.4 * difference_in (bare, tinted, "thigh-posterior-upper-left"));
      g_assert_cmpfloat (difference_in (bare, tinted, "calf-upper-right"), ==, 0);
    }
}

/* The darkest grey on a stretch of a row of pixels across the border between two regions that lie side by side. */
static double
darkest_at_midline (const Picture *picture,
                    const char    *id)
{
  double x = 0;
  double y = 0;
  double darkest = 255;

  bc_view_get_anchor (picture->view, bc_region_from_id (id), &x, &y);
  x = 0; /* the midline of the body */
  bc_viewport_to_target (&picture->viewport, &x, &y);
  for (int at = (int) x - 2; at <= (int) x + 2; at++)
    darkest = MIN (darkest, picture->grey[(int) y * SIZE + at]);
  return darkest;
}

/* A line runs between two maps, none within one. */
static void
test_borders (void)
{
  g_autoptr (BcOverlay) same = bc_overlay_new ("layer");
  g_autoptr (BcOverlay) other = bc_overlay_new ("layer");
  g_autofree Picture *without = NULL;
  g_autofree Picture *with = NULL;
  g_autofree Picture *bare = paint (BC_VIEW_FRONT, NULL, NULL, BC_SCHEME_HIGH_CONTRAST);

  set_map (same, "abdomen-middle-left abdomen-middle-right", 1, "T10");
  set_map (other, "abdomen-middle-left", 1, "T10");
  set_map (other, "abdomen-middle-right", 2, "T11");
  without = paint (BC_VIEW_FRONT, same, NULL, BC_SCHEME_HIGH_CONTRAST);
  with = paint (BC_VIEW_FRONT, other, NULL, BC_SCHEME_HIGH_CONTRAST);
  g_assert_cmpfloat (darkest_at_midline (without, "abdomen-middle-left"), >,
                     darkest_at_midline (bare, "abdomen-middle-left") - 45);
  g_assert_cmpfloat (darkest_at_midline (with, "abdomen-middle-left"), <,
                     darkest_at_midline (without, "abdomen-middle-left") - 60);
}

static gboolean
overlap (const BcBox *a,
         const BcBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static guint
count_names (const BcOverlay *overlay,
             BcFigureId       figure,
             BcViewId         view_id,
             double           size,
             const char      *text)
{
  const BcView *view = bc_atlas_get_view (figure, view_id);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, size, size);
  PangoContext *pango = get_pango ();
  g_autoptr (GArray) names = bc_overlay_place_names (pango, view, &viewport, overlay, 10);
  guint n = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const BcOverlayName *name = &g_array_index (names, BcOverlayName, i);
      double x = name->box.x + name->box.width / 2;
      double y = name->box.y + name->box.height / 2;

      n += g_strcmp0 (name->text, text) == 0;
      bc_viewport_to_body (&viewport, &x, &y);
      g_assert_cmpstr (overlay->labels[bc_view_region_at (view, x, y)], ==, name->text);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&name->box, &g_array_index (names, BcOverlayName, j).box));
    }
  return n;
}

/* Neighbours with one label are labelled once, what lies apart once each. */
static void
test_names_once_an_area (void)
{
  g_autoptr (BcOverlay) overlay = bc_overlay_new ("layer");

  set_map (overlay, "abdomen-middle-left abdomen-middle-right flank-right", 1, "T10");
  set_map (overlay, "shin-left shin-right foot-dorsum-medial-right", 2, "L5");
  g_assert_cmpuint (count_names (overlay, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, 800, "T10"), ==, 1);
  g_assert_cmpuint (count_names (overlay, BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, 800, "L5"), ==, 3);
  g_assert_cmpuint (count_names (overlay, BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, 800, "L5"), <=, 2);
  g_assert_cmpuint (count_names (overlay, BC_FIGURE_ADULT_FEMALE, BC_VIEW_HANDS, 800, "L5"), ==, 0);
}

/* Every region its own label: on every figure, in every view and at every size none runs over another. */
static void
test_names_never_overlap (void)
{
  static const double sizes[] = { 120, 300, 700, 1400 };
  g_autoptr (BcOverlay) overlay = bc_overlay_new ("layer");

  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      overlay->tint[region] = 1;
      overlay->hue[region] = (guint8) (1 + region % BC_OVERLAY_N_HUES);
      overlay->labels[region] = g_strdup_printf ("%c%u", "CTLS"[region % 4], region % 13);
    }
  for (int figure = 0; figure < BC_N_FIGURES; figure++)
    for (int view = 0; view < BC_N_VIEWS; view++)
      for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
        count_names (overlay, (BcFigureId) figure, (BcViewId) view, sizes[size], "");
}

/* How many pixels in a picture with signs differ clearly from the same without, within a distance of a region. */
static guint
count_signed (const Picture *with,
              const Picture *without,
              const char    *id,
              double         low,
              double         high)
{
  BcBox box = bc_view_get_region_box (with->view, bc_region_from_id (id));
  BcBox place = bc_viewport_map_box (&with->viewport, &box);
  guint n = 0;

  for (int y = (int) place.y - 6; y < place.y + place.height + 6; y++)
    for (int x = (int) place.x - 6; x < place.x + place.width + 6; x++)
      {
        double grey = with->grey[y * SIZE + x];

        n += fabs (grey - without->grey[y * SIZE + x]) > 25 && grey >= low && grey < high;
      }
  return n;
}

/*
 * In grey: what is explained has an even band of the map's colour, what is not has dark pieces and gaps of about the
 * same length, and the tick that was expected to be pain has a dark ring.
 */
static void
test_signs_without_colour (void)
{
  static const char *const id = "thigh-posterior-upper-left";
  g_autofree Picture *plain = paint (BC_VIEW_BACK, NULL, NULL, BC_SCHEME_LIGHT);
  guint dark[BC_OVERLAY_EXPECTED_CLEAR + 1] = { 0 };
  guint middle[BC_OVERLAY_EXPECTED_CLEAR + 1] = { 0 };

  for (BcOverlaySign sign = BC_OVERLAY_PLAIN; sign <= BC_OVERLAY_EXPECTED_CLEAR; sign++)
    {
      g_autoptr (BcOverlay) overlay = bc_overlay_new ("finding");
      g_autofree Picture *picture = NULL;

      overlay->sign[bc_region_from_id (id)] = (guint8) sign;
      picture = paint (BC_VIEW_BACK, overlay, NULL, BC_SCHEME_LIGHT);
      dark[sign] = count_signed (picture, plain, id, 0, 70);
      middle[sign] = count_signed (picture, plain, id, 70, 160);
    }
  g_assert_cmpuint (dark[BC_OVERLAY_PLAIN] + middle[BC_OVERLAY_PLAIN], ==, 0);
  g_assert_cmpuint (middle[BC_OVERLAY_EXPLAINED], >, 300);
  g_assert_cmpuint (dark[BC_OVERLAY_EXPLAINED], <, 60);
  g_assert_cmpuint (dark[BC_OVERLAY_UNEXPLAINED], >, 150);
  /* About half of a band's length is gaps. */
  g_assert_cmpuint (dark[BC_OVERLAY_UNEXPLAINED], <, middle[BC_OVERLAY_EXPLAINED] * 6 / 10);
  g_assert_cmpuint (dark[BC_OVERLAY_EXPECTED_CLEAR], >, 15);
  g_assert_cmpuint (dark[BC_OVERLAY_EXPECTED_CLEAR], <, dark[BC_OVERLAY_UNEXPLAINED]);
}

/* Two explained regions side by side have one band around both. */
static void
test_bands_join (void)
{
  g_autoptr (BcOverlay) overlay = bc_overlay_new ("finding");
  g_autofree Picture *plain = paint (BC_VIEW_FRONT, NULL, NULL, BC_SCHEME_LIGHT);
  g_autofree Picture *picture = NULL;

  overlay->sign[bc_region_from_id ("abdomen-middle-left")] = BC_OVERLAY_UNEXPLAINED;
  overlay->sign[bc_region_from_id ("abdomen-middle-right")] = BC_OVERLAY_UNEXPLAINED;
  picture = paint (BC_VIEW_FRONT, overlay, NULL, BC_SCHEME_LIGHT);
  g_assert_cmpfloat (fabs (darkest_at_midline (picture, "abdomen-middle-left")
                           - darkest_at_midline (plain, "abdomen-middle-left")), <, 12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlay/tint-is-probability", test_tint_is_probability);
  g_test_add_func ("/overlay/borders", test_borders);
  g_test_add_func ("/overlay/names-once-an-area", test_names_once_an_area);
  g_test_add_func ("/overlay/names-never-overlap", test_names_never_overlap);
  g_test_add_func ("/overlay/signs-without-colour", test_signs_without_colour);
  g_test_add_func ("/overlay/bands-join", test_bands_join);
  return g_test_run ();
}
