/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faults-support.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define MARKS \
  "case,region,quality,depth,intensity,role\n" \
  "a,buttock-upper-right,ache,deep,6,site\n" \
  "a,groin-right,,,,clear\n"
#define PATIENTS "case,age,date\na,52,2026-01-31\n"
#define CHOIR "id,gender,bodymap_regions_csv\na,Male,\"104,218\"\n"

const FaultsCommand faults_commands[FAULTS_N_COMMANDS] = {
  { "import", "import @/marks.csv -p @/patients.csv --force -o @/out", "a.bodychart" },
  { "import-choir", "import @/choir.csv --choir --force -o @/out", "a.bodychart" },
  { "summary", "summary @/a.bodychart -o @/out/a.pdf", "a.pdf" },
  { "marks", "export -f marks @/a.bodychart -o @/out/a.csv", "a.csv" },
  { "regions", "export -f regions @/a.bodychart -o @/out/a.csv", "a.csv" },
  { "wide", "export -f wide @/a.bodychart -o @/out/a.csv", "a.csv" },
  { "choir", "export -f choir @/a.bodychart -o @/out/a.csv", "a.csv" },
  { "fhir", "export -f fhir -n @/a.bodychart -o @/out/a.json", "a.json" },
  { "svg", "export -f svg @/a.bodychart -o @/out/a.svg", "a.svg" },
  { "png", "export -f png -r 50 @/a.bodychart -o @/out/a.png", "a.png" },
};

void
faults_put (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
}

/* Hundreds of runs are faster where syncing costs nothing. */
static char *
make_folder_in_memory (void)
{
  char *folder = g_strdup ("/dev/shm/bodychart-test-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return folder;
  g_free (folder);
  return cli_make_folder ();
}

/* @on_disk: a pointer that is not %NULL where the folder has to be on a disk */
void
faults_set_up (FaultsFixture *f,
               gconstpointer  on_disk)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autofree char *text = NULL;

  f->folder = on_disk != NULL ? cli_make_folder () : make_folder_in_memory ();
  f->out = g_build_filename (f->folder, "out", NULL);
  f->mark = g_build_filename (f->folder, "mark", NULL);
  f->chart = g_build_filename (f->folder, "a.bodychart", NULL);
  g_assert_cmpint (g_mkdir (f->out, 0700), ==, 0);
  g_assert_true (g_file_get_contents (sample, &text, NULL, NULL));
  faults_put (f->folder, "a.bodychart", text);
  faults_put (f->folder, "marks.csv", MARKS);
  faults_put (f->folder, "patients.csv", PATIENTS);
  faults_put (f->folder, "choir.csv", CHOIR);
}

void
faults_tear_down (FaultsFixture *f,
                  gconstpointer  unused)
{
  cli_remove_folder (f->folder);
  g_clear_pointer (&f->expected, g_bytes_unref);
  g_free (f->folder);
  g_free (f->out);
  g_free (f->mark);
  g_free (f->chart);
}

/* With a mask that hides nothing. */
static void
open_mask_cb (gpointer unused)
{
  umask (0);
}

CliRun *
faults_run_by (FaultsFixture       *f,
               const FaultsCommand *command,
               GSubprocessLauncher *launcher)
{
  g_auto(GStrv) parts = g_strsplit (command->arguments, "@", -1);
  g_autofree char *line = g_strjoinv (f->folder, parts);
  g_auto(GStrv) arguments = g_strsplit (line, " ", -1);

  return cli_run_by (launcher, (const char *const *) arguments);
}

/* @happened: (out) (nullable): whether the fault did */
CliRun *
faults_run (FaultsFixture       *f,
            const FaultsCommand *command,
            FaultyKind           kind,
            guint                nth,
            int                  cause,
            gboolean            *happened)
{
  g_autoptr(GSubprocessLauncher) launcher = cli_launcher_new ();
  g_autofree char *fault = g_strdup_printf ("%d %u %d %s", (int) kind, nth, cause, f->out);
  CliRun *run;

  g_subprocess_launcher_set_child_setup (launcher, open_mask_cb, NULL, NULL);
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", g_getenv ("BODYCHART_FAULTY"), TRUE);
  g_subprocess_launcher_setenv (launcher, "BODYCHART_FAULT", fault, TRUE);
  g_subprocess_launcher_setenv (launcher, "BODYCHART_FAULT_MARK", f->mark, TRUE);
  run = faults_run_by (f, command, launcher);
  if (happened != NULL)
    *happened = g_unlink (f->mark) == 0;
  return run;
}

CliRun *
faults_run_well (FaultsFixture       *f,
                 const FaultsCommand *command)
{
  g_autoptr(GSubprocessLauncher) launcher = cli_launcher_new ();

  return faults_run_by (f, command, launcher);
}

GBytes *
faults_read (FaultsFixture *f,
             const char    *name)
{
  g_autofree char *path = g_build_filename (f->out, name, NULL);
  char *text;
  gsize size;

  return g_file_get_contents (path, &text, &size, NULL) ? g_bytes_new_take (text, size) : NULL;
}

gboolean
faults_holds (GBytes     *bytes,
              const char *text)
{
  return g_bytes_get_size (bytes) == strlen (text) && memcmp (g_bytes_get_data (bytes, NULL), text, strlen (text)) == 0;
}

/* What the command writes where nothing fails. */
void
faults_learn (FaultsFixture       *f,
              const FaultsCommand *command)
{
  g_autoptr(CliRun) run = faults_run_well (f, command);

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  g_clear_pointer (&f->expected, g_bytes_unref);
  f->expected = faults_read (f, command->target);
  g_assert_nonnull (f->expected);
}

void
faults_remove_out (FaultsFixture *f)
{
  if (g_file_test (f->out, G_FILE_TEST_EXISTS))
    cli_remove_folder (f->out);
}

void
faults_empty_out (FaultsFixture *f)
{
  faults_remove_out (f);
  g_assert_cmpint (g_mkdir (f->out, 0700), ==, 0);
}

void
faults_assert_private (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpuint (cli_get_mode (path), ==, 0600);
    }
}

/* All that lies in the folder belongs there, and is for its owner only. */
void
faults_assert_tidy (FaultsFixture       *f,
                    const FaultsCommand *command,
                    gboolean             killed)
{
  g_autoptr(GDir) dir = g_dir_open (f->out, 0, NULL);
  const char *name;

  if (dir == NULL) /* it was not made */
    return;
  faults_assert_private (f->out);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      gboolean known = g_str_has_prefix (name, command->target) && strlen (name) <= strlen (command->target) + 1;

      if (!known && !(killed && name[0] == '.' && g_str_has_suffix (name, ".saving")))
        g_error ("%s: %s was left behind", command->name, name);
    }
}

gboolean
faults_is_new (FaultsFixture       *f,
               const FaultsCommand *command)
{
  g_autoptr(GBytes) found = faults_read (f, command->target);

  g_assert_nonnull (found);
  if (g_bytes_equal (found, f->expected))
    return TRUE;
  g_assert_true (faults_holds (found, FAULTS_OLD));
  return FALSE;
}

void
faults_assert_backup (FaultsFixture       *f,
                      const FaultsCommand *command,
                      const CliRun        *run)
{
  g_autofree char *name = g_strconcat (command->target, "~", NULL);
  g_autoptr(GBytes) backup = faults_read (f, name);

  if (backup == NULL)
    cli_assert_has (run->err, "a.bodychart~: the version before could not be kept: ");
  else
    g_assert_true (faults_holds (backup, FAULTS_OLD));
}

