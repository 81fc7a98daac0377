/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#include <glib/gstdio.h>

/* For its standard output and errors to be read. */
GSubprocessLauncher *
cli_launcher_new (void)
{
  return g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
}

/* Runs bodychart-cli and waits for it. The status is that of its exit, or minus the signal that ended it. */
CliRun *
cli_run_by (GSubprocessLauncher *launcher,
            const char *const   *arguments)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  CliRun *run = g_new0 (CliRun, 1);

  g_assert_nonnull (g_getenv ("BODYCHART_CLI"));
  g_ptr_array_add (argv, (gpointer) g_getenv ("BODYCHART_CLI"));
  for (; *arguments != NULL; arguments++)
    g_ptr_array_add (argv, (gpointer) *arguments);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run->out, &run->err, &error);
  g_assert_no_error (error);
  run->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process)
                                                     : -g_subprocess_get_term_sig (process);
  return run;
}

/* In @locale, or in that of the tests. */
CliRun *
cli_run_strv (const char *const *arguments,
              const char        *locale)
{
  g_autoptr(GSubprocessLauncher) launcher = cli_launcher_new ();
  CliRun *run;

  if (locale != NULL)
    g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  run = cli_run_by (launcher, arguments);
  g_assert_cmpint (run->status, >=, 0);
  return run;
}

CliRun *
cli_run (const char *first,
         ...)
{
  g_autoptr(GPtrArray) arguments = g_ptr_array_new ();
  va_list list;

  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  return cli_run_strv ((const char *const *) arguments->pdata, NULL);
}

void
cli_run_free (CliRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

char *
cli_sample (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".bodychart", NULL);

  g_assert_nonnull (g_getenv ("BODYCHART_SAMPLES"));
  return g_build_filename (g_getenv ("BODYCHART_SAMPLES"), file, NULL);
}

GStrv
cli_all_samples (void)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) folder = g_dir_open (g_getenv ("BODYCHART_SAMPLES"), 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("BODYCHART_SAMPLES"), name, NULL);

      if (g_str_has_suffix (name, ".bodychart"))
        g_strv_builder_add (builder, path);
    }
  return g_strv_builder_end (builder);
}

char *
cli_make_folder (void)
{
  g_autoptr(GError) error = NULL;
  char *folder = g_dir_make_tmp ("bodychart-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
cli_remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        cli_remove_folder (path);
      else
        g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

char *
cli_write (const char *folder,
           const char *name,
           const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

guint
cli_get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return (guint) info.st_mode & 0777;
}

void
cli_assert_has (const char *text,
                const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is missing in: %s", part, text);
}

void
cli_assert_lacks (const char *text,
                  const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” should not be in: %s", part, text);
}
