/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "full-chart.h"

#include <locale.h>
#include <string.h>

#define HEAD(version) \
  "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"" version "\" figure=\"child\">\n" \
  "<visit date=\"2026-05-12\">\n<symptom number=\"1\">\n"
#define END "\n</symptom>\n</visit>\n</chart>"
#define STROKE "<stroke figure=\"child\" view=\"front\" role=\"site\" width=\"25\">\n"
#define STROKE_END "\n</stroke>"
#define POINTS(text) HEAD ("2") STROKE "<points>" text "</points>" STROKE_END END
#define COVERS(text) HEAD ("2") STROKE "<points>1,2</points>\n" text STROKE_END END
#define TAG(attributes) HEAD ("2") "<stroke " attributes "><points>1,2</points></stroke>" END
#define COVER "<cover region=\"heel-left\" share=\"0.5\" part=\"1\"/>\n"

/* What must be refused: kind of error, line, and the words that help. */
static const struct { const char *name; const char *text; int code; int line; const char *words; } bad[] = {
  { "version-1", HEAD ("1") STROKE "<points>1,2</points>" STROKE_END END, BC_FILE_ERROR_VERSION, 4, "version=\"2\"" },
  { "relation-in-version-1", HEAD ("1") "</symptom>\n<relation>a</relation><symptom number=\"2\">" END,
    BC_FILE_ERROR_VERSION, 5, "version=\"2\"" },
  { "relation-twice", HEAD ("2") "</symptom>\n<relation>a</relation><relation/><symptom number=\"2\">" END,
    BC_FILE_ERROR_SYNTAX, 5, "second <relation>" },
  { "figure-missing", TAG ("view=\"front\" role=\"site\" width=\"25\""), BC_FILE_ERROR_SYNTAX, 4, "figure" },
  { "figure-unknown", TAG ("figure=\"dog\" view=\"front\" role=\"site\" width=\"25\""), BC_FILE_ERROR_VALUE, 4,
    "adult-male" },
  { "view-missing", TAG ("figure=\"child\" role=\"site\" width=\"25\""), BC_FILE_ERROR_SYNTAX, 4, "view" },
  { "view-unknown", TAG ("figure=\"child\" view=\"top\" role=\"site\" width=\"25\""), BC_FILE_ERROR_VALUE, 4,
    "soles" },
  { "role-missing", TAG ("figure=\"child\" view=\"front\" width=\"25\""), BC_FILE_ERROR_SYNTAX, 4, "role" },
  { "role-clear", TAG ("figure=\"child\" view=\"front\" role=\"clear\" width=\"25\""), BC_FILE_ERROR_VALUE, 4,
    "beside the symptoms" },
  { "width-missing", TAG ("figure=\"child\" view=\"front\" role=\"site\""), BC_FILE_ERROR_SYNTAX, 4, "width" },
  { "width-zero", TAG ("figure=\"child\" view=\"front\" role=\"site\" width=\"0\""), BC_FILE_ERROR_VALUE, 4,
    "1 to 150" },
  { "width-huge", TAG ("figure=\"child\" view=\"front\" role=\"site\" width=\"1e308\""), BC_FILE_ERROR_VALUE, 4,
    "1 to 150" },
  { "width-nan", TAG ("figure=\"child\" view=\"front\" role=\"site\" width=\"nan\""), BC_FILE_ERROR_VALUE, 4,
    "1 to 150" },
  { "width-comma", TAG ("figure=\"child\" view=\"front\" role=\"site\" width=\"2,5\""), BC_FILE_ERROR_VALUE, 4,
    "1 to 150" },
  { "attribute-unknown", TAG ("figure=\"child\" view=\"front\" role=\"site\" width=\"25\" z=\"1\""),
    BC_FILE_ERROR_SYNTAX, 4, "figure, view, role, width" },
  { "no-points", HEAD ("2") STROKE STROKE_END END, BC_FILE_ERROR_SYNTAX, 4, "<points>" },
  { "empty-points", POINTS (" \n\t "), BC_FILE_ERROR_VALUE, 5, "without points" },
  { "points-twice", HEAD ("2") STROKE "<points>1,2</points>\n<points>1,2</points>" STROKE_END END,
    BC_FILE_ERROR_SYNTAX, 6, "second <points>" },
  { "point-nan", POINTS ("1,2 nan,3"), BC_FILE_ERROR_VALUE, 5, "point 2 of a stroke is “nan,3”" },
  { "point-inf", POINTS ("inf,3"), BC_FILE_ERROR_VALUE, 5, "“inf,3”" },
  { "point-exponent", POINTS ("1e308,3"), BC_FILE_ERROR_VALUE, 5, "“1e308,3”" },
  { "point-hexadecimal", POINTS ("0x10,3"), BC_FILE_ERROR_VALUE, 5, "“0x10,3”" },
  { "point-digits", POINTS ("99999999999999999999999999999,3"), BC_FILE_ERROR_VALUE, 5, "-9999 to 9999" },
  { "point-far", POINTS ("1,2\n9999.1,3"), BC_FILE_ERROR_VALUE, 5, "-9999 to 9999" },
  { "point-farther", POINTS ("1,-10000"), BC_FILE_ERROR_VALUE, 5, "-9999 to 9999" },
  { "point-alone", POINTS ("1"), BC_FILE_ERROR_VALUE, 5, "“1”" },
  { "point-half", POINTS ("1, 2"), BC_FILE_ERROR_VALUE, 5, "“1,”" },
  { "point-four", POINTS ("1,2,1,4"), BC_FILE_ERROR_VALUE, 5, "“1,2,1,4”" },
  { "point-comma-after", POINTS ("1,2,"), BC_FILE_ERROR_VALUE, 5, "“1,2,”" },
  { "point-dot", POINTS ("1.,2"), BC_FILE_ERROR_VALUE, 5, "“1.,2”" },
  { "point-no-digit", POINTS (".5,2"), BC_FILE_ERROR_VALUE, 5, "“.5,2”" },
  { "point-plus", POINTS ("+1,2"), BC_FILE_ERROR_VALUE, 5, "“+1,2”" },
  { "point-minus", POINTS ("-,2"), BC_FILE_ERROR_VALUE, 5, "“-,2”" },
  { "pressure-above", POINTS ("1,2,1.01"), BC_FILE_ERROR_VALUE, 5, "the pressure from 0 to 1" },
  { "pressure-below", POINTS ("1,2,-0.1"), BC_FILE_ERROR_VALUE, 5, "the pressure from 0 to 1" },
  { "text", HEAD ("2") STROKE "1,2</stroke>" END, BC_FILE_ERROR_SYNTAX, 5, "<stroke>" },
  { "stroke-in-stroke", HEAD ("2") STROKE STROKE "<points>1,2</points>" STROKE_END STROKE_END END,
    BC_FILE_ERROR_SYNTAX, 5, "<points>, <cover>" },
  { "cover-in-cover", COVERS ("<cover region=\"heel-left\" share=\"1\" part=\"1\">" COVER "</cover>"),
    BC_FILE_ERROR_SYNTAX, 6, "<cover>" },
  { "cover-region", COVERS ("<cover region=\"tail-left\" share=\"1\" part=\"1\"/>"), BC_FILE_ERROR_VALUE, 6,
    "tail-left" },
  { "cover-side", COVERS ("<cover region=\"heel\" share=\"1\" part=\"1\"/>"), BC_FILE_ERROR_VALUE, 6, "heel-right" },
  { "cover-share-missing", COVERS ("<cover region=\"heel-left\" part=\"1\"/>"), BC_FILE_ERROR_SYNTAX, 6, "share" },
  { "cover-share", COVERS ("<cover region=\"heel-left\" share=\"1.001\" part=\"1\"/>"), BC_FILE_ERROR_VALUE, 6,
    "from 0 to 1" },
  { "cover-part", COVERS ("<cover region=\"heel-left\" share=\"1\" part=\"-0.1\"/>"), BC_FILE_ERROR_VALUE, 6,
    "from 0 to 1" },
  { "cover-part-nan", COVERS ("<cover region=\"heel-left\" share=\"1\" part=\"nan\"/>"), BC_FILE_ERROR_VALUE, 6,
    "from 0 to 1" },
  { "cover-twice", COVERS (COVER COVER), BC_FILE_ERROR_VALUE, 7, "heel-left" },
};

static BcChart *
parse (const char  *text,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return bc_chart_parse (bytes, "a.bodychart", error);
}

static BcStroke *
get_stroke (BcChart *chart,
            guint    position)
{
  BcSymptom *symptom = bc_visit_get_symptom (bc_chart_get_last_visit (chart), 1);
  g_autoptr(BcStroke) stroke = g_list_model_get_item (G_LIST_MODEL (bc_symptom_get_strokes (symptom)), position);

  g_assert_nonnull (stroke);
  return stroke; /* the chart keeps it alive */
}

static void
test_bad (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = parse (bad[i].text, &error);
  g_autofree char *start = g_strdup_printf ("a.bodychart:%d: ", bad[i].line);

  g_assert_null (chart);
  g_assert_error (error, BC_FILE_ERROR, bad[i].code);
  if (!g_str_has_prefix (error->message, start) || strstr (error->message, bad[i].words) == NULL)
    g_error ("“%s” should begin with “%s” and have “%s”", error->message, start, bad[i].words);
  g_assert_nonnull (strstr (error->message, "; ")); /* what was found; what to do */
}

static void
test_numbers (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = parse (POINTS ("\n 0,-0 12.5,007\t-9999,9999,0\r\n3.14159,2.71828,0.123456 "), &error);
  static const BcStrokePoint expected[] = {
    { 0, 0, 1 }, { 12.5f, 7, 1 }, { -9999, 9999, 0 }, { 3.1f, 2.7f, 0.12f },
  };
  const BcStrokePoint *points;
  guint n_points;

  g_assert_no_error (error);
  points = bc_stroke_get_points (get_stroke (chart, 0), &n_points);
  g_assert_cmpuint (n_points, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n_points; i++)
    {
      g_assert_cmpfloat (points[i].x, ==, expected[i].x);
      g_assert_cmpfloat (points[i].y, ==, expected[i].y);
      g_assert_cmpfloat (points[i].pressure, ==, expected[i].pressure);
    }
}

static char *
make_points (guint n_points)
{
  GString *text = g_string_new (HEAD ("2") STROKE "<points>");

  for (guint i = 0; i < n_points; i++)
    g_string_append_printf (text, "%u,%u ", i % 900, i / 7);
  g_string_append (text, "</points>" STROKE_END END);
  return g_string_free (text, FALSE);
}

static void
test_most_points (void)
{
  g_autofree char *most = make_points (BC_STROKE_MAX_POINTS);
  g_autofree char *too_many = make_points (BC_STROKE_MAX_POINTS + 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = parse (most, &error);
  g_autoptr(BcChart) none = NULL;
  guint n_points;

  g_assert_no_error (error);
  bc_stroke_get_points (get_stroke (chart, 0), &n_points);
  g_assert_cmpuint (n_points, ==, BC_STROKE_MAX_POINTS);
  none = parse (too_many, &error);
  g_assert_null (none);
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "a.bodychart:5: a stroke of more than 4000 points; "));
}

/* What a busy chart holds comes back to the byte, and one that no one drew is refused whole. */
static void
test_many_strokes (void)
{
  GString *text = g_string_new (HEAD ("2"));
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = NULL;
  g_autoptr(BcChart) again = NULL;
  g_autoptr(BcChart) none = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) bytes_again = NULL;
  gsize length;

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append (text, STROKE "<points>");
      for (guint j = 0; j < 40; j++)
        g_string_append_printf (text, "%u.%u,%u ", (i + 7 * j) % 900, j % 10, 2 * j + i % 1800);
      g_string_append (text, "</points>" COVER STROKE_END "\n");
    }
  length = text->len;
  g_string_append (text, END);
  chart = parse (text->str, &error);
  g_assert_no_error (error);
  get_stroke (chart, 9999);
  bytes = bc_chart_write (chart);
  again = bc_chart_parse (bytes, "b", &error);
  g_assert_no_error (error);
  bytes_again = bc_chart_write (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));

  g_string_truncate (text, length);
  for (guint i = 10000; i <= 50000; i++)
    g_string_append (text, STROKE "<points>1,2</points>" STROKE_END);
  g_string_append (text, END);
  none = parse (text->str, &error);
  g_assert_null (none);
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "more than 50000 strokes; "));
  g_string_free (text, TRUE);
}

/* A comma as the decimal sign, as half of Europe writes it, must never get into a file. */
static void
test_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8" };
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(GBytes) expected = bc_chart_write (chart);
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(BcChart) again = NULL;
      g_autoptr(GError) error = NULL;

      if (setlocale (LC_NUMERIC, locales[i]) == NULL)
        continue;
      n_found++;
      bytes = bc_chart_write (chart);
      again = bc_chart_parse (bytes, "a", &error);
      setlocale (LC_NUMERIC, before);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, expected));
      assert_charts_equal (chart, again);
    }
  if (n_found == 0)
    g_test_skip ("no locale with a decimal comma is installed");
}

/* Which regions count is for the reader to say, so a file where a stroke runs over a clear tick opens. */
static void
test_clear_and_drawn (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = parse (HEAD ("2") STROKE "<points>1,2</points>" COVER STROKE_END
                                    "</symptom><clear region=\"heel-left\"/><symptom number=\"2\">" END, &error);

  g_assert_no_error (error);
  g_assert_true (bc_visit_is_clear (bc_chart_get_last_visit (chart), bc_region_from_id ("heel-left")));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/stroke-file/bad/%s", bad[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/stroke-file/numbers", test_numbers);
  g_test_add_func ("/stroke-file/most-points", test_most_points);
  g_test_add_func ("/stroke-file/many-strokes", test_many_strokes);
  g_test_add_func ("/stroke-file/locale", test_locale);
  g_test_add_func ("/stroke-file/clear-and-drawn", test_clear_and_drawn);
  return g_test_run ();
}
