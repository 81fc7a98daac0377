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

/* Makes a locale that writes a comma where others write a point; FALSE where the C library's sources of locales are missing. */
static gboolean
make_german (const char *folder)
{
  g_autofree char *localedef = g_find_program_in_path ("localedef");
  g_autofree char *target = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char *argv[] = { localedef, "-i", "de_DE", "-f", "UTF-8", target, NULL };
  g_autoptr(GError) error = NULL;

  if (localedef == NULL || !g_file_test ("/usr/share/i18n/locales/de_DE", G_FILE_TEST_EXISTS))
    return FALSE;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_file_test (target, G_FILE_TEST_IS_DIR);
}

/* A table from a German computer is read in any other: the same bytes, with points and commas where they belong. */
static void
test_german (void)
{
  static const char *const formats[] = { "marks", "regions", "wide", "choir" };
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("freehand-sciatica");
  g_autofree char *remove = g_strdup_printf ("rm -r '%s/de_DE.UTF-8'", folder);
  const char *instruments[] = { "instruments", sample, NULL };
  g_autoptr(CliRun) shown = NULL;

  if (!make_german (folder))
    {
      g_test_skip ("there is no localedef with de_DE (package locales)");
      cli_remove_folder (folder);
      return;
    }
  g_setenv ("LOCPATH", folder, TRUE);
  shown = cli_run_strv (instruments, "de_DE.UTF-8");
  g_assert_true (g_regex_match_simple ("[0-9],[0-9]+ % ", shown->out, 0, 0)); /* the locale is at work */
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const char *arguments[] = { "export", "-f", formats[i], sample, NULL };
      g_autoptr(CliRun) german = cli_run_strv (arguments, "de_DE.UTF-8");
      g_autoptr(CliRun) plain = cli_run_strv (arguments, "C.UTF-8");

      g_assert_cmpint (german->status, ==, 0);
      g_assert_cmpstr (german->out, ==, plain->out);
    }
  g_unsetenv ("LOCPATH");
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
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
assert_png (const char *path,
            guint       width)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (content, 8, "\x89PNG\r\n\x1a\n", 8);
  /* The width stands in the header, high byte first. */
  g_assert_cmpuint (((guint8) content[18] << 8) + (guint8) content[19], ==, width);
  g_assert_cmpuint (cli_get_mode (path), ==, 0600);
}

/* A picture has the dots that were asked for, 522 points wide, and the same chart gives the same bytes. */
static void
test_pictures (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autofree char *png = g_build_filename (folder, "a.png", NULL);
  g_autofree char *small = g_build_filename (folder, "b.png", NULL);
  g_autofree char *svg = g_build_filename (folder, "a.svg", NULL);
  g_autofree char *again = g_build_filename (folder, "b.svg", NULL);
  g_autoptr(CliRun) first = cli_run ("export", "-f", "png", sample, "-o", png, NULL);
  g_autoptr(CliRun) second = cli_run ("export", "-f", "png", "-r", "72", sample, "-o", small, NULL);
  g_autoptr(CliRun) third = cli_run ("export", "-f", "svg", sample, "-o", svg, NULL);
  g_autoptr(CliRun) fourth = cli_run ("export", "-f", "svg", sample, "-o", again, NULL);
  g_autofree char *drawing = NULL;
  g_autofree char *twice = NULL;

  g_assert_cmpstr (first->err, ==, "");
  g_assert_cmpstr (second->err, ==, "");
  assert_png (png, 1450);
  assert_png (small, 522);
  g_assert_cmpint (third->status | fourth->status, ==, 0);
  drawing = read_file (svg);
  twice = read_file (again);
  cli_assert_has (drawing, "<svg");
  g_assert_cmpstr (drawing, ==, twice);
  cli_remove_folder (folder);
}

/* Several charts, or visits, go into a folder, each under its own name; two of one name do not replace each other. */
static void
test_folder (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *other = cli_make_folder ();
  g_autofree char *chart = cli_write (folder, "two.bodychart", TWO_VISITS);
  g_autofree char *twin = cli_write (other, "two.bodychart", TWO_VISITS);
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autoptr(CliRun) visits = cli_run ("export", "-f", "fhir", "-a", chart, "-o", folder, NULL);
  g_autoptr(CliRun) charts = cli_run ("export", "-f", "png", chart, twin, sample, "-o", folder, NULL);
  g_autoptr(CliRun) no_folder = cli_run ("export", "-f", "png", chart, sample, "-o", "nothing-here", NULL);
  static const char *const names[] = { "two-1-2026-05-12.json", "two-2-2026-06-12.json", "two.png", "no-pattern.png" };

  g_assert_cmpstr (visits->err, ==, "");
  g_assert_cmpint (charts->status, ==, 1);
  cli_assert_has (charts->err, "two.bodychart: another chart is called “two”");
  g_assert_cmpint (no_folder->status, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_cmpuint (cli_get_mode (path), ==, 0600);
    }
  cli_remove_folder (folder);
  cli_remove_folder (other);
}

static void
test_usage (void)
{
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autoptr(CliRun) no_format = cli_run ("export", sample, NULL);
  g_autoptr(CliRun) unknown = cli_run ("export", "-f", "docx", sample, NULL);
  g_autoptr(CliRun) no_file = cli_run ("export", "-f", "marks", NULL);
  g_autoptr(CliRun) over = cli_run ("export", "-f", "marks", "./a", "-o", "a", NULL);
  g_autoptr(CliRun) no_output = cli_run ("export", "-f", "png", sample, NULL);
  g_autoptr(CliRun) too_fine = cli_run ("export", "-f", "png", "-r", "6000", sample, "-o", "a.png", NULL);
  g_autoptr(CliRun) two_tables = cli_run ("import", "--choir", "a", "-a", "b", "-o", "c", NULL);

  g_assert_cmpint (no_format->status, ==, 2);
  cli_assert_has (no_format->err, "--format");
  g_assert_cmpint (unknown->status, ==, 2);
  cli_assert_has (unknown->err, "docx");
  cli_assert_has (unknown->err, "marks, regions, wide, choir, fhir, svg, png");
  g_assert_cmpint (no_file->status, ==, 2);
  g_assert_cmpint (over->status, ==, 2);
  cli_assert_has (over->err, "replace a chart");
  g_assert_cmpint (two_tables->status, ==, 2);
  g_assert_cmpint (no_output->status, ==, 2);
  g_assert_cmpint (too_fine->status, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/export/into-file", test_into_file);
  g_test_add_func ("/cli/export/there-and-back", test_there_and_back);
  g_test_add_func ("/cli/export/german", test_german);
  g_test_add_func ("/cli/export/visits", test_visits);
  g_test_add_func ("/cli/export/bad", test_bad);
  g_test_add_func ("/cli/export/choir", test_choir);
  g_test_add_func ("/cli/export/pictures", test_pictures);
  g_test_add_func ("/cli/export/folder", test_folder);
  g_test_add_func ("/cli/export/usage", test_usage);
  return g_test_run ();
}
