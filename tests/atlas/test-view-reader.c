/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-atlas-private.h"

#include "bc-error.h"

#define SVG(viewbox, body) \
  "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" viewbox "\">\n" body "\n</svg>\n"
#define REGION(id, d) "<g id=\"regions\">\n<path id=\"" id "\" d=\"" d "\"/>\n</g>"
#define OUTLINE "<g id=\"outline\" stroke-width=\"2\"><path d=\"M0 0L50 0L50 50Z\"/></g>"
#define GOOD_PATH "M0 0L50 0L50 50L0 50Z"

static BcView *
load (const char  *text,
      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return bc_view_load (bytes, "view.svg", BC_FIGURE_CHILD, BC_VIEW_BACK, error);
}

/* An editor may write commas, spaces and repeated coordinates; the numbers say where things are. */
static void
test_good (void)
{
  static const char *const paths[] = {
    "M0 0L50 0L50 50L0 50Z", "M 0,0 L 50,0 50,50 0,50 Z", "M0 0 50 0 50 50 0 50Z", "M0-0L5e1 0L50 50.0L.0 50Z",
    "M0 0L50 0L50 50L0 50ZM10 10L10 20L20 20L20 10Z", "M0 0C10 0 40 0 50 0C50 10 50 40 50 50L0 50Z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *text = g_strdup_printf (SVG ("-10 -20 100 90.5", REGION ("shin-left", "%s") OUTLINE), paths[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (BcView) view = load (text, &error);
      BcBox box;

      g_assert_no_error (error);
      box = bc_view_get_box (view);
      g_assert_cmpfloat (box.x, ==, -10);
      g_assert_cmpfloat (box.height, ==, 90.5);
      box = bc_view_get_region_box (view, bc_region_from_id ("shin-left"));
      g_assert_cmpfloat_with_epsilon (box.x, 0, 0.01);
      g_assert_cmpfloat_with_epsilon (box.width, 50, 0.01);
      g_assert_cmpuint (bc_view_region_at (view, 5, 30), ==, bc_region_from_id ("shin-left"));
      g_assert_cmpuint (bc_view_region_at (view, -5, 30), ==, BC_REGION_NONE);
      g_assert_false (bc_view_has_region (view, bc_region_from_id ("shin-right")));
      g_assert_null (bc_view_get_path (view, bc_region_from_id ("shin-right")));
    }
}

/* Neither way of reading a number rounds it otherwise than the C library: regions would no longer meet. */
static void
test_exact_numbers (void)
{
  static const char *const numbers[] = { "0.1",       "+12.3456789",      "7.",  ".5",       "33.300", "1.25e1",
                                         "0.3333333", "49.99999999999999", "-0.", "2.675000001", "1E0",    "0000.7",
                                         "9.007199254740993", "7.205759403792793", "1.8014398509481985" };
  g_autoptr (GString) d = g_string_new ("M0 0L");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BcView) view = NULL;
  const cairo_path_t *path;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_string_append_printf (d, "%s %u ", numbers[i], 4 * i);
  text = g_strdup_printf (SVG ("0 0 60 60", REGION ("shin-left", "%sL0 50Z") OUTLINE), d->str);
  view = load (text, &error);
  g_assert_no_error (error);
  path = bc_view_get_path (view, bc_region_from_id ("shin-left"));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      double expected = g_ascii_strtod (numbers[i], NULL);
      double read = path->data[2 * (i + 1) + 1].point.x;

      g_assert_cmpmem (&read, sizeof read, &expected, sizeof expected);
      g_assert_cmpfloat (path->data[2 * (i + 1) + 1].point.y, ==, 4 * i);
    }
}

/* A common border is one, whichever way its regions run along it; what they do not share stays. */
static void
test_borders (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcView) view = load (SVG ("0 0 60 60", "<g id=\"regions\">"
                                       "<path id=\"shin-left\" d=\"M0 0L20 0C25 5 25 15 20 20L0 20Z\"/>"
                                       "<path id=\"shin-right\" d=\"M40 0L40 20L20 20C25 15 25 5 20 0Z\"/>"
                                       "<path id=\"calf-upper-left\" d=\"M0 20L20 20L20 40L0 40Z\"/></g>" OUTLINE),
                                  &error);
  const cairo_path_t *path;
  guint n_lines = 0;
  guint n_curves = 0;

  g_assert_no_error (error);
  path = bc_view_get_borders (view);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      n_lines += path->data[i].header.type == CAIRO_PATH_LINE_TO;
      n_curves += path->data[i].header.type == CAIRO_PATH_CURVE_TO;
    }
  g_assert_cmpuint (n_lines, ==, 9); /* three a region, and four of the last less the one that it shares */
  g_assert_cmpuint (n_curves, ==, 1);
}

/* A hole in a region (even-odd) is no part of it. */
static void
test_hole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcView) view = load (SVG ("0 0 60 60",
                                       REGION ("shin-left", GOOD_PATH "M10 10L30 10L30 30L10 30Z") OUTLINE), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bc_view_region_at (view, 20, 20), ==, BC_REGION_NONE);
  g_assert_cmpuint (bc_view_region_at (view, 40, 20), ==, bc_region_from_id ("shin-left"));
}

static void
test_inherited_decoration (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BcView) view = load (SVG ("0 0 60 60",
                                       "<g id=\"details\" stroke-width=\"1.5\" stroke-opacity=\"0.5\">"
                                       "<path d=\"M0 0L9 9\"/>"
                                       "<path stroke-width=\"3\" stroke-opacity=\"1\" d=\"M0 0L9 9\"/>"
                                       "</g>" OUTLINE), &error);
  const GArray *details;

  g_assert_no_error (error);
  details = bc_view_get_details (view);
  g_assert_cmpuint (details->len, ==, 2);
  g_assert_cmpfloat (g_array_index (details, BcDecoration, 0).width, ==, 1.5);
  g_assert_cmpfloat (g_array_index (details, BcDecoration, 0).opacity, ==, 0.5);
  g_assert_cmpfloat (g_array_index (details, BcDecoration, 1).width, ==, 3);
  g_assert_cmpfloat (g_array_index (details, BcDecoration, 1).opacity, ==, 1);
}

static const struct
{
  const char *name;
  const char *text;
  const char *error; /* how the message begins and one word that it holds */
  const char *word;
} bad[] = {
  { "empty", "", "view.svg:", "" },
  { "no-xml", "hello", "view.svg:1: ", "" },
  { "unclosed", "<svg viewBox=\"0 0 9 9\">\n<g id=\"regions\">\n", "view.svg:", "" },
  { "doctype", "<!DOCTYPE svg [<!ENTITY a \"b\">]>\n<svg/>", "view.svg:1: ", "" },
  { "other-root", "<html/>", "view.svg:1: ", "SVG" },
  { "no-box", "<svg>" OUTLINE "</svg>", "view.svg:1: ", "viewBox" },
  { "short-box", SVG ("0 0 9", OUTLINE), "view.svg:2: ", "0 0 9" },
  { "long-box", SVG ("0 0 9 9 9", OUTLINE), "view.svg:2: ", "0 0 9 9 9" },
  { "huge-box", SVG ("0 0 99999 9", OUTLINE), "view.svg:2: ", "99999" },
  { "nan-box", SVG ("0 0 nan 9", OUTLINE), "view.svg:2: ", "nan" },
  { "empty-box", SVG ("0 0 0 0", OUTLINE), "view.svg:2: ", "0 0 0 0" },
  { "no-outline", SVG ("0 0 9 9", ""), "view.svg:2: ", "outline" },
  { "loose-path", SVG ("0 0 9 9", "<path d=\"M0 0L1 1\"/>"), "view.svg:3: ", "group" },
  { "unknown-group", SVG ("0 0 9 9", "<g id=\"extra\"/>"), "view.svg:3: ", "extra" },
  { "circle", SVG ("0 0 9 9", "<g id=\"regions\">\n<circle/></g>"), "view.svg:4: ", "path" },
  { "unknown-region", SVG ("0 0 9 9", REGION ("tail-left", GOOD_PATH)), "view.svg:4: ", "tail-left" },
  { "no-side", SVG ("0 0 9 9", REGION ("shin", GOOD_PATH)), "view.svg:4: ", "shin" },
  { "twice", SVG ("0 0 99 99", "<g id=\"regions\"><path id=\"shin-left\" d=\"" GOOD_PATH "\"/>\n"
                  "<path id=\"shin-left\" d=\"" GOOD_PATH "\"/></g>"), "view.svg:4: ", "shin-left" },
  { "no-d", SVG ("0 0 9 9", "<g id=\"regions\">\n<path id=\"shin-left\"/></g>"), "view.svg:4: ", "d" },
  { "empty-d", SVG ("0 0 9 9", REGION ("shin-left", "")), "view.svg:4: ", "d=" },
  { "only-move", SVG ("0 0 9 9", REGION ("shin-left", "M3 3")), "view.svg:4: ", "draws nothing" },
  { "relative", SVG ("0 0 9 9", REGION ("shin-left", "M0 0l5 5Z")), "view.svg:4: ", "character 5" },
  { "arc", SVG ("0 0 9 9", REGION ("shin-left", "M0 0A5 5 0 0 0 5 5Z")), "view.svg:4: ", "character 5" },
  { "line-first", SVG ("0 0 9 9", REGION ("shin-left", "L0 0L5 5Z")), "view.svg:4: ", "start with M" },
  { "half-pair", SVG ("0 0 9 9", REGION ("shin-left", "M0 0L5")), "view.svg:4: ", "no number" },
  { "short-curve", SVG ("0 0 9 9", REGION ("shin-left", "M0 0C5 5 6 6Z")), "view.svg:4: ", "no number" },
  { "not-a-number", SVG ("0 0 9 9", REGION ("shin-left", "M0 0Lnan 5Z")), "view.svg:4: ", "no number" },
  { "infinite", SVG ("0 0 9 9", REGION ("shin-left", "M0 0L-inf 5Z")), "view.svg:4: ", "no number" },
  { "hexadecimal", SVG ("0 0 9 9", REGION ("shin-left", "M0 0L0x10 5Z")), "view.svg:4: ", "decimal" },
  { "too-large", SVG ("0 0 9 9", REGION ("shin-left", "M0 0L1e300 5Z")), "view.svg:4: ", "too large" },
  { "after-close", SVG ("0 0 9 9", REGION ("shin-left", "M0 0L5 5ZL6 6")), "view.svg:4: ", "after Z" },
  { "off-the-sheet", SVG ("0 0 9 9", REGION ("shin-left", "M20 20L25 20L25 25Z") OUTLINE), "view.svg:1: ",
    "shin-left" },
  { "bad-width", SVG ("0 0 9 9", "<g id=\"details\">\n<path stroke-width=\"-1\" d=\"M0 0L1 1\"/></g>"), "view.svg:4: ",
    "stroke-width" },
  { "bad-opacity", SVG ("0 0 9 9", "<g id=\"shading\" fill-opacity=\"2\"/>"), "view.svg:3: ", "fill-opacity" },
};

static void
test_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BcView) view = load (bad[i].text, &error);

  g_assert_null (view);
  g_assert_nonnull (error);
  g_assert_true (error->domain == BC_FILE_ERROR);
  if (!g_str_has_prefix (error->message, bad[i].error) || strstr (error->message, bad[i].word) == NULL)
    g_assert_cmpstr (error->message, ==, bad[i].error);
}

static const struct
{
  const char *text;
  const char *error;
} bad_areas[] = {
  { "", "areas.tsv:1: " },
  { "# x\nchild\tshin-left\n", "areas.tsv:2: 2 columns" },
  { "child\tshin\t1\t1\t0\t0\t0\t0\t0\t0\n", "areas.tsv:1: unknown region" },
  { "\nbaby\tshin-left\t1\t1\t0\t0\t0\t0\t0\t0\n", "areas.tsv:2: unknown figure" },
  { "child\tshin-left\tnan\t1\t0\t0\t0\t0\t0\t0\n", "areas.tsv:1: “nan”" },
  { "child\tshin-left\t1\t-1\t0\t0\t0\t0\t0\t0\n", "areas.tsv:1: “-1”" },
  { "child\tshin-left\t1\t1\t0\t0\t0\t0\t0\t1e9\n", "areas.tsv:1: “1e9”" },
  { "child\tshin-left\t1\t1\t0\t0\t0\t0\t0\t0\n", "areas.tsv:1: no skin area" },
};

static void
test_bad_tables (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree BcAdjacencyTable *adjacency = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad_areas); i++)
    {
      g_autoptr (GError) failure = NULL;
      g_autofree BcAreaTable *areas = bc_area_table_parse (bad_areas[i].text, "areas.tsv", &failure);

      g_assert_null (areas);
      g_assert_nonnull (failure);
      if (!g_str_has_prefix (failure->message, bad_areas[i].error))
        g_assert_cmpstr (failure->message, ==, bad_areas[i].error);
    }
  adjacency = bc_adjacency_table_parse ("child\tshin-left\tknee\t9\n", "near.tsv", &error);
  g_assert_null (adjacency);
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "near.tsv:1: "));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view-reader/good", test_good);
  g_test_add_func ("/view-reader/exact-numbers", test_exact_numbers);
  g_test_add_func ("/view-reader/borders", test_borders);
  g_test_add_func ("/view-reader/hole", test_hole);
  g_test_add_func ("/view-reader/inherited-decoration", test_inherited_decoration);
  g_test_add_func ("/view-reader/bad-tables", test_bad_tables);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/view-reader/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  return g_test_run ();
}
