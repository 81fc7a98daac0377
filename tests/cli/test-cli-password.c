/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts with a password on the command line: from a file descriptor, never from the arguments. */

#include "bc-chart-file.h"
#include "run-cli.h"

#include <glib/gstdio.h>
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

/* --- import --- */

#define MARKS "case,region,quality,depth,intensity,role\nsealed,heel-left,ache,,,site\nb,heel-right,ache,,,site\n"

static CliRun *
import (Fixture    *f,
        const char *password)
{
  g_autofree char *marks = cli_write (f->folder, "marks.csv", MARKS);
  CliRun *result = run (password, "import", marks, "--force", "-o", f->folder,
                        password != NULL ? "--password-fd" : NULL, "3", NULL);

  g_assert_cmpint (g_remove (marks), ==, 0);
  return result;
}

static char *
read_file (Fixture    *f,
           const char *name,
           gsize      *size)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, size, &error);
  g_assert_no_error (error);
  return text;
}

/* No file in the folder can be read without the password. */
static void
assert_all_sealed (Fixture *f,
                   guint    n_files)
{
  g_autoptr(GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;
  const char *name;

  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      gsize size;
      g_autofree char *text = read_file (f, name, &size);

      g_assert_true (g_str_has_prefix (text, "bodychart-sealed"));
      g_assert_null (g_strstr_len (text, (gssize) size, "heel"));
    }
  g_assert_cmpuint (n, ==, n_files);
}

static void
test_import_sealed (Fixture       *f,
                    gconstpointer  unused)
{
  g_autofree char *clear = g_build_filename (f->folder, "b.bodychart", NULL);
  g_autofree char *written = cli_write (f->folder, "b.bodychart", "a chart of somebody with a heel, in clear");
  g_autoptr(CliRun) sealed = import (f, "sesame öffne dich");
  g_autoptr(CliRun) valid = NULL;
  g_autoptr(CliRun) match = NULL;

  g_assert_cmpstr (sealed->err, ==, "");
  g_assert_cmpint (sealed->status, ==, 0);
  assert_all_sealed (f, 4); /* both charts, and the versions before them */
  valid = run ("sesame öffne dich", "validate", "--password-fd", "3", f->chart, clear, NULL);
  g_assert_cmpint (valid->status, ==, 0);
  match = run ("sesame öffne dich", "match", "--password-fd", "3", f->chart, NULL);
  cli_assert_has (match->out, "heel");
}

/* What has a password is not replaced by what has none, or another one. */
static void
test_import_over_sealed (Fixture       *f,
                         gconstpointer  unused)
{
  static const struct { const char *password; const char *said; } ways[] = {
    { NULL, "sealed.bodychart: is protected by a password" },
    { "sesame", "the password is wrong" },
  };
  gsize before_size;
  g_autofree char *before = read_file (f, "sealed.bodychart", &before_size);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr(CliRun) refused = import (f, ways[i].password);
      gsize size;
      g_autofree char *after = read_file (f, "sealed.bodychart", &size);

      g_assert_cmpint (refused->status, ==, 1);
      cli_assert_has (refused->err, ways[i].said);
      cli_assert_has (refused->err, "sealed.bodychart");
      cli_assert_has (refused->out, "1 chart "); /* the other one */
      g_assert_cmpmem (before, before_size, after, size);
    }
}

static void
test_import_without (Fixture       *f,
                     gconstpointer  unused)
{
  g_autoptr(CliRun) empty = import (f, "");

  g_assert_cmpint (empty->status, ==, 1);
  cli_assert_has (empty->err, "a password is missing; nothing was written");
  assert_all_sealed (f, 1);
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
  ADD ("import-sealed", test_import_sealed);
  ADD ("import-over-sealed", test_import_over_sealed);
  ADD ("import-without", test_import_without);
  return g_test_run ();
}
