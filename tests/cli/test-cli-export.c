/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#include <string.h>

static char *
read_file (const char *path)
{
  char *content;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  return content;
}

/* A table in a file is what goes to the screen, for its owner only, and replaces what was there. */
static void
test_into_file (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *out = cli_write (folder, "out.csv", "what was there");
  g_autofree char *first = cli_sample ("sciatica-l5-right");
  g_autofree char *second = cli_sample ("no-pattern");
  g_autoptr(CliRun) shown = cli_run ("export", "--format", "wide", first, second, NULL);
  g_autoptr(CliRun) written = cli_run ("export", "-f", "wide", first, second, "-o", out, NULL);
  g_autofree char *content = read_file (out);

  g_assert_cmpint (shown->status, ==, 0);
  g_assert_cmpint (written->status, ==, 0);
  g_assert_cmpstr (written->err, ==, "");
  g_assert_cmpstr (written->out, ==, "");
  g_assert_cmpstr (content, ==, shown->out);
  g_assert_cmpuint (cli_get_mode (out), ==, 0600);
  cli_remove_folder (folder);
}

/* Every sample goes out as marks and comes in again: what is exported then is the same table but for ink, which comes
 * back as whole regions. */
static void
test_there_and_back (void)
{
  static const char *const samples[] = { "sciatica-l5-right", "cauda-equina-red-flag", "compensatory-back-pain" };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *folder = cli_make_folder ();
      g_autofree char *table = g_build_filename (folder, "marks.csv", NULL);
      g_autofree char *name = g_strconcat (samples[i], ".bodychart", NULL);
      g_autofree char *chart = g_build_filename (folder, name, NULL);
      g_autofree char *sample = cli_sample (samples[i]);
      g_autoptr(CliRun) out = cli_run ("export", "-f", "marks", sample, "-o", table, NULL);
      g_autoptr(CliRun) in = cli_run ("import", table, "-o", folder, NULL);
      g_autoptr(CliRun) again = cli_run ("export", "-f", "marks", chart, NULL);
      g_autofree char *first = read_file (table);

      g_assert_cmpint (out->status, ==, 0);
      g_assert_cmpstr (in->err, ==, "");
      g_assert_cmpstr (again->out, ==, first);
      cli_remove_folder (folder);
    }
}

#define TWO_VISITS "<?xml version=\"1.0\"?>\n" \
  "<chart xmlns=\"https://bodychart.github.io/ns/chart/1\" version=\"3\" figure=\"adult-female\"><patient/>" \
  "<visit date=\"2026-05-12\"><symptom number=\"1\"><mark region=\"shin-left\" role=\"site\"/></symptom></visit>" \
  "<visit date=\"2026-06-12\"><symptom number=\"1\"><mark region=\"heel-left\" role=\"site\"/></symptom></visit></chart>\n"

/* The last visit, or all. A case of two visits is no case for the import. */
static void
test_visits (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *chart = cli_write (folder, "two.bodychart", TWO_VISITS);
  g_autofree char *table = g_build_filename (folder, "marks.csv", NULL);
  g_autoptr(CliRun) last = cli_run ("export", "-f", "marks", chart, NULL);
  g_autoptr(CliRun) all = cli_run ("export", "-f", "marks", "--all-visits", chart, "-o", table, NULL);
  g_autoptr(CliRun) in = cli_run ("import", table, "-o", folder, NULL);
  g_autofree char *content = read_file (table);

  g_assert_cmpstr (last->err, ==, "");
  cli_assert_lacks (last->out, "2026-05-12");
  cli_assert_has (last->out, "\r\ntwo,2026-06-12,1,heel-left,site,");
  g_assert_cmpint (all->status, ==, 0);
  cli_assert_has (content, "\r\ntwo,2026-05-12,1,shin-left,site,");
  cli_assert_has (content, "\r\ntwo,2026-06-12,1,heel-left,site,");
  g_assert_cmpint (in->status, ==, 1);
  cli_assert_has (in->err, "a case is one visit");
  cli_remove_folder (folder);
}

/* A bad chart is named, the others are done; nothing is written where it cannot be. */
static void
test_bad (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *bad = cli_write (folder, "bad.bodychart", "<chart/>");
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autofree char *nowhere = g_build_filename (folder, "no-such-folder", "out.csv", NULL);
  g_autoptr(CliRun) mixed = cli_run ("export", "-f", "regions", bad, sample, NULL);
  g_autoptr(CliRun) unwritable = cli_run ("export", "-f", "regions", sample, "-o", nowhere, NULL);

  g_assert_cmpint (mixed->status, ==, 1);
  cli_assert_has (mixed->err, "bad.bodychart");
  cli_assert_has (mixed->out, "\r\nno-pattern,");
  g_assert_cmpint (unwritable->status, ==, 1);
  cli_assert_has (unwritable->err, "out.csv");
  cli_remove_folder (folder);
}

static void
test_choir (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *table = cli_write (folder, "t.csv", "id,gender,bodymap_regions_csv\r\na,Male,\"112,218\"\r\n");
  g_autofree char *chart = g_build_filename (folder, "a.bodychart", NULL);
  g_autoptr(CliRun) in = cli_run ("import", "--choir", table, "-o", folder, NULL);
  g_autoptr(CliRun) out = cli_run ("export", "--format", "choir", chart, NULL);

  g_assert_cmpstr (in->err, ==, "");
  g_assert_cmpstr (out->out, ==, "id,gender,age,map,bodymap_regions_csv\r\na,Male,,male,\"112,218\"\r\n");
  cli_remove_folder (folder);
}

static void
test_usage (void)
{
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autoptr(CliRun) no_format = cli_run ("export", sample, NULL);
  g_autoptr(CliRun) unknown = cli_run ("export", "-f", "docx", sample, NULL);
  g_autoptr(CliRun) no_file = cli_run ("export", "-f", "marks", NULL);
  g_autoptr(CliRun) over = cli_run ("export", "-f", "marks", "./a", "-o", "a", NULL);
  g_autoptr(CliRun) two_tables = cli_run ("import", "--choir", "a", "-a", "b", "-o", "c", NULL);

  g_assert_cmpint (no_format->status, ==, 2);
  cli_assert_has (no_format->err, "--format");
  g_assert_cmpint (unknown->status, ==, 2);
  cli_assert_has (unknown->err, "docx");
  g_assert_cmpint (no_file->status, ==, 2);
  g_assert_cmpint (over->status, ==, 2);
  cli_assert_has (over->err, "replace a chart");
  g_assert_cmpint (two_tables->status, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/export/into-file", test_into_file);
  g_test_add_func ("/cli/export/there-and-back", test_there_and_back);
  g_test_add_func ("/cli/export/visits", test_visits);
  g_test_add_func ("/cli/export/bad", test_bad);
  g_test_add_func ("/cli/export/choir", test_choir);
  g_test_add_func ("/cli/export/usage", test_usage);
  return g_test_run ();
}
