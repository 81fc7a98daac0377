/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "full-chart.h"

#include <string.h>

static BcChart *
parse (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  BcChart *chart = bc_chart_parse (bytes, "a.bodychart", &error);

  g_assert_no_error (error);
  g_assert_nonnull (chart);
  return chart;
}

static void
test_full (void)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(GBytes) bytes = bc_chart_write (chart);
  g_autoptr(BcChart) again = parse (bytes);
  g_autoptr(GBytes) bytes_again = bc_chart_write (again);

  assert_charts_equal (chart, again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
  g_assert_false (bc_history_get_modified (bc_chart_get_history (again)));
  g_assert_false (bc_history_can_undo (bc_chart_get_history (again)));
}

static void
test_empty (void)
{
  static const char expected[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                 "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"3\" figure=\"adult-female\"/>\n";
  g_autoptr(BcChart) chart = bc_chart_new ();
  g_autoptr(GBytes) bytes = bc_chart_write (chart);
  g_autoptr(BcChart) again = parse (bytes);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
  assert_charts_equal (chart, again);
}

/* A colleague's clinic has maps of its own that this machine does not have. */
static void
test_unknown_own_maps (void)
{
  static const char text[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"3\" figure=\"adult-male\">\n"
    "  <visit date=\"2026-05-12\">\n"
    "    <answer id=\"own-kneeling\" value=\"aggravates\"/>\n"
    "    <answer id=\"own-hoffa-test\" value=\"yes\"/>\n"
    "    <tick pattern=\"own-knee_fat-pad-2\" side=\"left\"/>\n"
    "  </visit>\n"
    "</chart>\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(BcChart) chart = parse (bytes);
  g_autoptr(GBytes) again = bc_chart_write (chart);

  g_assert_true (bc_visit_is_ticked (bc_chart_get_last_visit (chart), "own-knee_fat-pad-2", BC_SIDE_LEFT));
  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again), text, strlen (text));
}

/* The form that people read, compare and keep under version control. */
static void
test_layout (void)
{
  static const char expected[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"3\" figure=\"adult-male\">\n"
    "  <patient sex=\"male\">\n"
    "    <name>A &amp; B</name>\n"
    "  </patient>\n"
    "  <visit date=\"2026-05-12\" age=\"47\">\n"
    "    <symptom number=\"1\" qualities=\"ache tingling\" now=\"6\" depth=\"deep\">\n"
    "      <mark region=\"knee-anterior-left\" role=\"site\"/>\n"
    "      <stroke figure=\"child\" view=\"soles\" role=\"radiation\" width=\"12.5\">\n"
    "        <points>-0.5,12 3,4.1,0.25 9999,-9999,0</points>\n"
    "        <cover region=\"heel-left\" share=\"0.004\" part=\"0.75\"/>\n"
    "        <cover region=\"calf-lower-left\" share=\"0\" part=\"1\"/>\n"
    "      </stroke>\n"
    "      <notes>one\ntwo&#9;&#13;</notes>\n"
    "    </symptom>\n"
    "    <relation>one</relation>\n"
    "    <clear region=\"knee-anterior-right\"/>\n"
    "    <answer id=\"d-slr\" value=\"no\"/>\n"
    "    <tick pattern=\"root-l5\" side=\"left\"/>\n"
    "    <flag-action flag=\"rf-motor\" action=\"referred\" when=\"2026-05-12T10:40:00+02:00\" by=\"J. Clinician\"/>\n"
    "    <flag-action flag=\"rf-cauda-equina\" action=\"advised\" when=\"2026-05-12T10:40:00Z\" lowered=\"yes\">"
    "Known, seen by Dr Sample</flag-action>\n"
    "  </visit>\n"
    "</chart>\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (expected, strlen (expected));
  g_autoptr(BcChart) chart = parse (bytes);
  g_autoptr(GBytes) written = bc_chart_write (chart);

  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written), expected, strlen (expected));
}

/* One more mark is one more line. */
static void
test_small_edit_small_difference (void)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(GBytes) before = bc_chart_write (chart);
  g_autoptr(BcVisit) visit = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), 0);
  g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id ("heel-left"), BC_ROLE_SITE);
  g_autoptr(GBytes) after = NULL;
  static const char line[] = "      <mark region=\"heel-left\" role=\"site\"/>\n";
  g_autoptr(GString) without = NULL;

  g_list_store_append (bc_symptom_get_marks (bc_visit_get_symptom (visit, 1)), mark);
  after = bc_chart_write (chart);
  without = g_string_new_len (g_bytes_get_data (after, NULL), (gssize) g_bytes_get_size (after));
  g_assert_cmpuint (g_string_replace (without, line, "", 0), ==, 1);
  g_assert_cmpmem (without->str, without->len, g_bytes_get_data (before, NULL), g_bytes_get_size (before));
}

static void
test_every_character (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr(BcChart) chart = bc_chart_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BcChart) again = NULL;

  for (gunichar c = 0x20; c <= 0x10FFFF; c++)
    if (g_unichar_validate (c) && c != 0xFFFE && c != 0xFFFF)
      g_string_append_unichar (text, c);
  g_object_set (chart, "name", text->str, NULL);
  bytes = bc_chart_write (chart);
  again = parse (bytes);
  g_assert_cmpuint (strlen (bc_chart_get_name (again)), ==, text->len);
  g_assert_true (g_str_equal (bc_chart_get_name (again), text->str));
  g_string_free (text, TRUE);
}

static void
test_impossible_characters_left_out (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(BcChart) again = NULL;

  g_object_set (chart, "name", "a\x01\x08\x0B\x1F z\xEF\xBF\xBE\xEF\xBF\xBF", "reference", "\x01", NULL);
  bytes = bc_chart_write (chart);
  again = parse (bytes);
  g_assert_cmpstr (bc_chart_get_name (again), ==, "a z");
  g_assert_cmpstr (bc_chart_get_reference (again), ==, "");
}

static void
test_visits_oldest_first (void)
{
  static const char text[] = "<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"1\" figure=\"child\">"
                             "<visit date=\"2026-02-01\"><plan>c</plan></visit>"
                             "<visit date=\"2025-12-31\"><plan>a</plan></visit>"
                             "<visit date=\"2026-02-01\"><plan>d</plan></visit>"
                             "<visit date=\"2026-01-31\"><plan>b</plan></visit>"
                             "</chart>";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(BcChart) chart = parse (bytes);
  g_autoptr(GString) plans = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), i);

      g_string_append (plans, bc_visit_get_plan (visit));
    }
  g_assert_cmpstr (plans->str, ==, "abcd");
}

static void
test_nothing_leaks (void)
{
  g_autoptr(BcChart) full = full_chart_new ();
  g_autoptr(GBytes) bytes = bc_chart_write (full);
  BcChart *chart = parse (bytes);
  BcVisit *visit = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), 0);
  BcSymptom *symptom = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_symptoms (visit)), 0);

  g_assert_finalize_object (chart);
  g_assert_finalize_object (visit);
  g_assert_finalize_object (symptom);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-file/round-trip/full", test_full);
  g_test_add_func ("/chart-file/round-trip/empty", test_empty);
  g_test_add_func ("/chart-file/round-trip/unknown-own-maps", test_unknown_own_maps);
  g_test_add_func ("/chart-file/round-trip/layout", test_layout);
  g_test_add_func ("/chart-file/round-trip/small-edit-small-difference", test_small_edit_small_difference);
  g_test_add_func ("/chart-file/round-trip/every-character", test_every_character);
  g_test_add_func ("/chart-file/round-trip/impossible-characters-left-out", test_impossible_characters_left_out);
  g_test_add_func ("/chart-file/round-trip/visits-oldest-first", test_visits_oldest_first);
  g_test_add_func ("/chart-file/round-trip/nothing-leaks", test_nothing_leaks);
  return g_test_run ();
}
