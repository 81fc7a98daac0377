/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#define ONE_SAMPLE "sciatica-l5-right"

static const struct
{
  const char *arguments[6];
  const char *said; /* on the standard error */
} wrong[] = {
  { { NULL }, "command is missing" },
  { { "frobnicate", NULL }, "frobnicate" },
  { { "--frobnicate", NULL }, "--frobnicate" },
  { { "match", NULL }, "file is missing" },
  { { "match", "--frobnicate", "a", NULL }, "--frobnicate" },
  { { "validate", NULL }, "file is missing" },
  { { "validate", "--json", "a", NULL }, "--json" },
  { { "summary", "a", NULL }, "-o" },
  { { "summary", "-o", "a.pdf", NULL }, "file is missing" },
  { { "summary", "a", "-o", NULL }, "-o" },
  { { "summary", "a", "b", "-o", "c.pdf", NULL }, "one file" },
  { { "summary", "a", "-o", "./a", NULL }, "replace the chart" },
  { { "import", "a.csv", NULL }, "-o" },
  { { "import", "-o", "folder", NULL }, "file is missing" },
  { { "import", "a.csv", "b.csv", "-o", "folder", NULL }, "one table" },
};

static void
test_wrong_usage (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(CliRun) run = cli_run_strv (wrong[i].arguments, NULL);

      g_assert_cmpint (run->status, ==, 2);
      g_assert_cmpstr (run->out, ==, "");
      cli_assert_has (run->err, wrong[i].said);
      cli_assert_has (run->err, "--help");
    }
  g_assert_false (g_file_test ("folder", G_FILE_TEST_EXISTS));
}

static void
test_help (void)
{
  static const char *const commands[] = { "match", "summary", "import", "validate" };
  static const char *const named[] = { "--json", "--output", "--answers", "FILE…" };
  g_autoptr(CliRun) whole = cli_run ("--help", NULL);

  g_assert_cmpint (whole->status, ==, 0);
  g_assert_cmpstr (whole->err, ==, "");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr(CliRun) run = cli_run (commands[i], "--help", NULL);
      g_autofree char *usage = g_strconcat ("bodychart-cli ", commands[i], " [", NULL);

      cli_assert_has (whole->out, commands[i]);
      g_assert_cmpint (run->status, ==, 0);
      g_assert_cmpstr (run->err, ==, "");
      cli_assert_has (run->out, usage);
      cli_assert_has (run->out, named[i]);
    }
}

static void
test_version (void)
{
  g_autoptr(CliRun) run = cli_run ("--version", NULL);

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_str_has_prefix (run->out, "bodychart-cli "));
  g_assert_true (g_ascii_isdigit (run->out[strlen ("bodychart-cli ")]));
}

static void
test_validate_samples (void)
{
  g_auto(GStrv) samples = cli_all_samples ();
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) arguments = NULL;
  g_autoptr(CliRun) run = NULL;

  g_assert_cmpuint (g_strv_length (samples), >=, 20);
  g_strv_builder_add (builder, "validate");
  g_strv_builder_addv (builder, (const char **) samples);
  arguments = g_strv_builder_end (builder);
  run = cli_run_strv ((const char *const *) arguments, NULL);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  for (guint i = 0; samples[i] != NULL; i++)
    {
      g_autofree char *line = g_strconcat (samples[i], ": ok\n", NULL);

      cli_assert_has (run->out, line);
    }
}

/* A bad file is named, and the ones around it are still done. */
static void
test_validate_bad (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *good = cli_sample (ONE_SAMPLE);
  g_autofree char *last = cli_sample ("no-pattern");
  g_autofree char *broken = cli_write (folder, "broken.bodychart", "<chart>\n<oops");
  g_autofree char *empty = cli_write (folder, "empty.bodychart", "");
  g_autofree char *missing = g_build_filename (folder, "missing.bodychart", NULL);
  g_autoptr(CliRun) run = cli_run ("validate", broken, good, empty, missing, folder, last, NULL);
  g_auto(GStrv) said = g_strsplit (run->err, "\n", -1);

  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->out, "sciatica-l5-right.bodychart: ok\n");
  cli_assert_has (run->out, "no-pattern.bodychart: ok\n");
  cli_assert_lacks (run->out, "broken");
  g_assert_cmpuint (g_strv_length (said), ==, 5); /* one line each, and the end */
  cli_assert_has (said[0], "broken.bodychart:2");
  cli_assert_has (said[1], "empty.bodychart");
  cli_assert_has (said[2], "missing.bodychart");
  cli_assert_has (said[3], folder);
  cli_remove_folder (folder);
}

static void
test_no_gtk (void)
{
  g_autofree char *ldd = g_find_program_in_path ("ldd");
  g_autofree char *command = NULL;
  g_autofree char *out = NULL;
  g_autoptr(GError) error = NULL;

  if (ldd == NULL)
    {
      g_test_skip ("ldd is not installed");
      return;
    }
  command = g_strdup_printf ("'%s' '%s'", ldd, g_getenv ("BODYCHART_CLI"));
  g_spawn_command_line_sync (command, &out, NULL, NULL, &error);
  g_assert_no_error (error);
  cli_assert_has (out, "libglib-2.0");
  cli_assert_lacks (out, "libgtk");
  cli_assert_lacks (out, "libadwaita");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/usage/wrong", test_wrong_usage);
  g_test_add_func ("/cli/usage/help", test_help);
  g_test_add_func ("/cli/usage/version", test_version);
  g_test_add_func ("/cli/validate/samples", test_validate_samples);
  g_test_add_func ("/cli/validate/bad", test_validate_bad);
  g_test_add_func ("/cli/no-gtk", test_no_gtk);
  return g_test_run ();
}
