/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts with a password on the command line: from a file descriptor, never from the arguments. */

#include "bc-chart-file.h"
#include "run-cli.h"

#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *chart;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  unused)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autoptr(GFile) from = g_file_new_for_path (sample);
  g_autoptr(GFile) to = NULL;
  g_autoptr(GBytes) bytes = bc_load_bytes (from, 1000000, NULL, NULL, NULL);
  g_autoptr(BcKey) key = bc_key_new_costly ("sesame öffne dich", 1, BC_SEAL_MIN_KIB, NULL);
  g_auto(BcSaved) saved = { NULL };
  g_autoptr(GError) error = NULL;

  f->folder = cli_make_folder ();
  f->chart = g_build_filename (f->folder, "sealed.bodychart", NULL);
  to = g_file_new_for_path (f->chart);
  g_assert_true (bc_chart_save_bytes (bytes, key, to, NULL, BC_SAVE_NONE, &saved, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *f,
           gconstpointer  unused)
{
  cli_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->chart);
}

/* Away from the terminal of whoever runs the tests, or it would be asked for there. */
static void
new_session_cb (gpointer unused)
{
  setsid ();
}

/* @input: (nullable): what can be read from descriptor 3 */
static CliRun *
run (const char *input,
     const char *first,
     ...)
{
  g_autoptr(GSubprocessLauncher) launcher = cli_launcher_new ();
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  va_list list;

  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (argv, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (argv, NULL);
  g_subprocess_launcher_set_child_setup (launcher, new_session_cb, NULL, NULL);
  if (input != NULL)
    {
      int ends[2];

      g_assert_cmpint (pipe (ends), ==, 0);
      g_assert_cmpint (write (ends[1], input, strlen (input)), ==, (gssize) strlen (input));
      close (ends[1]);
      g_subprocess_launcher_take_fd (launcher, ends[0], 3);
    }
  return cli_run_by (launcher, (const char *const *) argv->pdata);
}

static void
test_right (Fixture       *f,
            gconstpointer  unused)
{
  static const char *const inputs[] = { "sesame öffne dich", "sesame öffne dich\n", "sesame öffne dich\r\nmore" };

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      g_autoptr(CliRun) valid = run (inputs[i], "validate", "--password-fd", "3", f->chart, NULL);

      g_assert_cmpint (valid->status, ==, 0);
      cli_assert_has (valid->out, "sealed.bodychart: ok");
    }
}

static void
test_match (Fixture       *f,
            gconstpointer  unused)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autoptr(CliRun) sealed = run ("sesame öffne dich", "match", "--json", "--password-fd", "3", f->chart, f->chart, NULL);
  g_autoptr(CliRun) clear = cli_run ("match", "--json", sample, NULL);
  const char *findings = strstr (clear->out, "\"findings\"");

  g_assert_cmpint (sealed->status, ==, 0);
  g_assert_nonnull (findings);
  cli_assert_has (sealed->out, findings);
}

static void
test_wrong (Fixture       *f,
            gconstpointer  unused)
{
  g_autoptr(CliRun) wrong = run ("sesame", "validate", "--password-fd", "3", f->chart, NULL);
  g_autoptr(CliRun) empty = run ("", "validate", "--password-fd", "3", f->chart, NULL);
  g_autoptr(CliRun) none = run (NULL, "validate", f->chart, NULL);

  g_assert_cmpint (wrong->status, ==, 1);
  cli_assert_has (wrong->err, "sealed.bodychart:1: the password is wrong");
  cli_assert_lacks (wrong->err, "sesame");
  g_assert_cmpint (empty->status, ==, 1);
  cli_assert_has (empty->err, "protected by a password");
  g_assert_cmpint (none->status, ==, 1);
  cli_assert_has (none->err, "protected by a password");
}

#define ADD(name, function) g_test_add ("/cli/password/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("right", test_right);
  ADD ("match", test_match);
  ADD ("wrong", test_wrong);
  return g_test_run ();
}
