/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-onion.h"
#include "paint-support.h"
#include "stroke-support.h"

/*
 * Reference pictures of each view, on all figures and in all surroundings. BODYCHART_GENERATE=1 rewrites them in the
 * source folder; look at them before they are committed. A failure leaves <name>-out.png and <name>-diff.png in the
 * build folder. Letters differ from font to font: pictures with text are compared only where the font is the one that
 * they were made with.
 */

/* Height of a body; hands and soles are shown larger anyway. */
#define HEIGHT 400
#define SMALL_HEIGHT 260
#define FONT "DejaVu Sans"
#define TEXT_SIZE 9

/* Another version of cairo may shade an edge differently: a few pixels may differ, and any by a little. */
#define TOLERANCE 40
#define MOST_DIFFERENT 0.004

/* Marks of the two roles and ticks in one picture. */
#define N_SITES (BC_N_QUALITIES + 2)
#define N_CLEARS 3

typedef enum
{
  LAYERS_MARKS,  /* all qualities, and what is clear */
  LAYERS_LABELS, /* with text */
  LAYERS_MAP,    /* a finding over it, its maps and signs */
  LAYERS_ONION   /* what is new, gone and the same between two visits */
} Layers;

typedef struct
{
  const char *name;
  BcFigureId  figure;
  BcViewId    view;
  BcScheme    scheme;
  Layers      layers;
} Shot;

static const Shot shots[] = {
  { "front", BC_FIGURE_ADULT_FEMALE, BC_VIEW_FRONT, BC_SCHEME_LIGHT, LAYERS_MARKS },
  { "back", BC_FIGURE_ADULT_MALE, BC_VIEW_BACK, BC_SCHEME_LIGHT, LAYERS_MARKS },
  { "left", BC_FIGURE_CHILD, BC_VIEW_LEFT, BC_SCHEME_DARK, LAYERS_MARKS },
  { "right", BC_FIGURE_ADULT_FEMALE, BC_VIEW_RIGHT, BC_SCHEME_PAPER, LAYERS_MARKS },
  { "soles", BC_FIGURE_ADULT_MALE, BC_VIEW_SOLES, BC_SCHEME_HIGH_CONTRAST, LAYERS_MARKS },
  { "hands", BC_FIGURE_CHILD, BC_VIEW_HANDS, BC_SCHEME_LIGHT, LAYERS_MARKS },
  { "labels-back", BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_LIGHT, LAYERS_LABELS },
  { "labels-hands", BC_FIGURE_ADULT_MALE, BC_VIEW_HANDS, BC_SCHEME_DARK, LAYERS_LABELS },
  { "map-back", BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_HIGH_CONTRAST_DARK, LAYERS_MAP },
  { "onion-light", BC_FIGURE_ADULT_FEMALE, BC_VIEW_BACK, BC_SCHEME_LIGHT, LAYERS_ONION },
  { "onion-dark", BC_FIGURE_ADULT_MALE, BC_VIEW_BACK, BC_SCHEME_DARK, LAYERS_ONION },
  { "onion-contrast", BC_FIGURE_CHILD, BC_VIEW_BACK, BC_SCHEME_HIGH_CONTRAST, LAYERS_ONION },
};

static int
compare_areas (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const BcView *view = data;
  BcRegion first = *(const BcRegion *) a;
  BcRegion second = *(const BcRegion *) b;
  double by = bc_atlas_get_visible_area (bc_view_get_figure (view), second, bc_view_get_id (view))
              - bc_atlas_get_visible_area (bc_view_get_figure (view), first, bc_view_get_id (view));

  return by < 0 ? -1 : by > 0 ? 1 : (int) first - (int) second;
}

/* The regions of a view, the largest first. */
static GArray *
list_regions (const BcView *view)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));

  for (BcRegion region = 1; region <= BC_N_REGIONS; region++)
    if (bc_view_has_region (view, region))
      g_array_append_val (regions, region);
  g_array_sort_with_data (regions, compare_areas, (gpointer) view);
  return regions;
}

/* In the largest regions a symptom of each quality, one of two, one of none, then ticks, then what they spread to. */
static BcVisit *
new_gallery (const BcView *view)
{
  BcVisit *visit = bc_visit_new ("2026-05-12");
  g_autoptr (GArray) regions = list_regions (view);

  for (guint i = 0; i < regions->len && i < 2 * N_SITES + N_CLEARS; i++)
    {
      const char *id = bc_region_get_id (g_array_index (regions, BcRegion, i));
      GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

      if (i < N_SITES)
        {
          guint qualities = i < BC_N_QUALITIES ? 1u << i
                            : i == BC_N_QUALITIES ? (guint) (BC_QUALITY_TINGLING | BC_QUALITY_NUMBNESS)
                                                  : 0;
          BcSymptom *symptom = add_symptom (visit, (int) i + 1, (int) i % (BC_NRS_MAX + 1));

          g_object_set (symptom, "qualities", qualities, "worst", BC_NRS_MAX, "depth", (int) (i % 3), NULL);
          add_marks (symptom, BC_ROLE_SITE, id);
        }
      else if (i < N_SITES + N_CLEARS)
        {
          add_clears (visit, id);
        }
      else
        {
          g_autoptr (BcSymptom) symptom = g_list_model_get_item (symptoms, i - N_SITES - N_CLEARS);

          add_marks (symptom, BC_ROLE_RADIATION, id);
        }
    }
  return visit;
}

/* A map that reaches some of what is marked, and labels. */
static BcOverlay *
new_map (const BcView *view)
{
  BcOverlay *overlay = bc_overlay_new ("map");
  g_autoptr (GArray) regions = list_regions (view);

  for (guint i = 0; i < regions->len; i++)
    {
      BcRegion region = g_array_index (regions, BcRegion, i);

      if (i % 2 == 0)
        overlay->tint[region] = (double) (i % 11) / 10;
      if (i < N_SITES)
        overlay->sign[region] = i % 3 == 0 ? BC_OVERLAY_UNEXPLAINED : BC_OVERLAY_EXPLAINED;
      else if (i < N_SITES + N_CLEARS)
        overlay->sign[region] = BC_OVERLAY_EXPECTED_CLEAR;
    }
  return overlay;
}

/* Part of it clicked, part of it drawn; at the later visit less of the leg and more of the back. */
static BcVisit *
new_back (const BcView *view,
          gboolean      later)
{
  BcVisit *visit = bc_visit_new (later ? "2026-06-12" : "2026-05-12");
  BcSymptom *symptom = add_symptom (visit, 1, 5);

  add_marks (symptom, BC_ROLE_SITE, later ? "buttock-lower-right lumbar-lower-right"
                                          : "buttock-lower-right thigh-posterior-upper-right calf-upper-right");
  draw (symptom, view, BC_ROLE_SITE, 44, later ? "scapula-lower-right scapula-upper-right"
                                               : "scapula-lower-right back-middle-right");
  return visit;
}

static void
paint_change (cairo_t          *cr,
              const BcView     *view,
              const BcViewport *viewport,
              BcScheme          scheme)
{
  g_autoptr (BcVisit) before = new_back (view, FALSE);
  g_autoptr (BcVisit) after = new_back (view, TRUE);

  bc_paint_figure (cr, view, viewport, scheme);
  bc_paint_onion (cr, view, viewport, before, after, 0, scheme);
  for (int i = 0; i < BC_N_ONIONS; i++)
    bc_paint_onion_swatch (cr, &(BcBox) { 4, 4 + 18 * i, 24, 14 }, (BcOnion) i, scheme);
}

static cairo_surface_t *
paint (const Shot *shot)
{
  const BcView *view = bc_atlas_get_view (shot->figure, shot->view);
  BcBox box = bc_view_get_box (view);
  int height = shot->view == BC_VIEW_SOLES || shot->view == BC_VIEW_HANDS ? SMALL_HEIGHT : HEIGHT;
  int width = (int) (height * box.width / box.height);
  BcViewport viewport = bc_viewport_fit (view, 0, 0, width, height);
  cairo_surface_t *canvas = new_canvas (width, height, &bc_palette_get (shot->scheme)->paper);
  g_autoptr (cairo_t) cr = cairo_create (canvas);
  g_autoptr (BcVisit) visit = new_gallery (view);

  if (shot->layers == LAYERS_ONION)
    {
      paint_change (cr, view, &viewport, shot->scheme);
      return canvas;
    }
  bc_paint_figure (cr, view, &viewport, shot->scheme);
  if (shot->layers == LAYERS_MAP)
    {
      g_autoptr (BcOverlay) map = new_map (view);

      bc_paint_overlay (cr, NULL, view, &viewport, map, TEXT_SIZE, shot->scheme);
    }
  bc_paint_marks (cr, view, &viewport, visit, shot->scheme);
  if (shot->layers == LAYERS_LABELS)
    {
      bc_paint_labels (cr, get_pango (), view, &viewport, visit, TEXT_SIZE, shot->scheme);
      bc_paint_captions (cr, get_pango (), view, &(BcBox) { 0, 0, width, height }, TEXT_SIZE, shot->scheme);
    }
  return canvas;
}

static gboolean
has_font (void)
{
  g_autoptr (PangoFontDescription) wanted = pango_font_description_from_string ("Sans");
  PangoFont *font = pango_context_load_font (get_pango (), wanted);
  PangoFontDescription *found = pango_font_describe (font);
  gboolean is = g_strcmp0 (pango_font_description_get_family (found), FONT) == 0;

  pango_font_description_free (found);
  g_object_unref (font);
  return is;
}

/* Paints where the two differ in red, and gives the share of such pixels. */
static double
compare (cairo_surface_t *picture,
         cairo_surface_t *reference,
         cairo_surface_t *marked)
{
  int width = cairo_image_surface_get_width (picture);
  int height = cairo_image_surface_get_height (picture);
  g_autoptr (cairo_t) cr = cairo_create (marked);
  guint n = 0;

  g_assert_cmpint (cairo_image_surface_get_width (reference), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (reference), ==, height);
  cairo_set_source_rgb (cr, 1, 0, 0);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (channel_difference (pixel_at (picture, x, y), pixel_at (reference, x, y)) > TOLERANCE)
        {
          cairo_rectangle (cr, x, y, 1, 1);
          n++;
        }
  cairo_fill (cr);
  return (double) n / (width * height);
}

static void
write_png (cairo_surface_t *picture,
           GTestFileType    place,
           const char      *folder,
           const char      *shot,
           const char      *suffix)
{
  g_autofree char *name = g_strconcat (shot, suffix, NULL);
  g_autofree char *path = g_test_build_filename (place, "paint", folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0755);
  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  g_test_message ("wrote %s", path);
}

static void
test_picture (gconstpointer data)
{
  const Shot *shot = data;
  g_autofree char *name = g_strconcat (shot->name, "-ref.png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "ref", name, NULL);
  g_autoptr (cairo_surface_t) picture = NULL;
  g_autoptr (cairo_surface_t) reference = NULL;
  g_autoptr (cairo_surface_t) marked = NULL;
  double differing;

  if (shot->layers == LAYERS_LABELS && !has_font ())
    {
      g_test_skip ("Sans is not " FONT);
      return;
    }
  picture = paint (shot);
  if (g_getenv ("BODYCHART_GENERATE") != NULL)
    {
      write_png (picture, G_TEST_DIST, "ref", shot->name, "-ref.png");
      return;
    }
  reference = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (reference), ==, CAIRO_STATUS_SUCCESS);
  marked = new_canvas (cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture),
                       &(BcColour) { 1, 1, 1, 1 });
  differing = compare (picture, reference, marked);
  if (differing > MOST_DIFFERENT)
    {
      write_png (picture, G_TEST_BUILT, "out", shot->name, "-out.png");
      write_png (marked, G_TEST_BUILT, "out", shot->name, "-diff.png");
    }
  g_assert_cmpfloat (differing, <=, MOST_DIFFERENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shots); i++)
    {
      g_autofree char *path = g_strconcat ("/pictures/", shots[i].name, NULL);

      g_test_add_data_func (path, &shots[i], test_picture);
    }
  return g_test_run ();
}
