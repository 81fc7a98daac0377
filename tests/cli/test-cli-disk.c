/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program on disks and folders as the system has them: full, read-only, closed to the user, gone. */

#include "faults-support.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define TINY "size=4194304,mode=0700"
/* Of a child that may not mount anything. */
#define EXIT_SKIP 77

static gboolean
tell_kernel (const char *path,
             const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean done = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  close (fd);
  return done;
}

static gboolean
become_root_of_own (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1\n", (guint) geteuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1\n", (guint) getegid ());

  return unshare (CLONE_NEWUSER) == 0 && tell_kernel ("/proc/self/setgroups", "deny")
         && tell_kernel ("/proc/self/uid_map", users) && tell_kernel ("/proc/self/gid_map", groups);
}

/* Mounts of this process only, which go with it. */
static gboolean
mount_tiny (const char *folder)
{
  if (geteuid () != 0 && !become_root_of_own ())
    return FALSE;
  return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("tmpfs", folder, "tmpfs", 0, TINY) == 0;
}

typedef void (*Check) (FaultsFixture *f);

/* In a child, so that nothing stays mounted whatever happens. No process may have been started before: the thread that
 * waits for them is not in the child. */
static void
run_on_tiny_disk (FaultsFixture *f,
                  Check          check)
{
  int status = 0;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      if (!mount_tiny (f->out))
        _exit (EXIT_SKIP);
      check (f);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == EXIT_SKIP)
    g_test_skip ("this machine lets nobody mount a small disk");
  else
    g_assert_cmpint (status, ==, 0);
}

/* Leaves so many bytes free. */
static void
fill (FaultsFixture *f,
      gsize          left)
{
  g_autofree char *path = g_build_filename (f->out, "filler", NULL);
  g_autofree char *block = g_strnfill (4096, 'x');
  FILE *file = fopen (path, "w");
  gsize size = 0;

  g_assert_nonnull (file);
  while (fwrite (block, 1, 4096, file) == 4096 && fflush (file) == 0)
    size += 4096;
  fclose (file);
  g_assert_cmpint (chmod (path, 0600), ==, 0);
  g_assert_cmpuint (size, >, left);
  g_assert_cmpint (truncate (path, (off_t) (size - left)), ==, 0);
}

static void
assert_old (FaultsFixture       *f,
            const FaultsCommand *command)
{
  g_autoptr(GBytes) found = faults_read (f, command->target);

  g_assert_nonnull (found);
  g_assert_true (faults_holds (found, FAULTS_OLD));
}

static void
check_full (FaultsFixture *f)
{
  for (guint i = 0; i < FAULTS_N_COMMANDS; i++)
    {
      const FaultsCommand *command = &faults_commands[i];
      g_autofree char *filler = g_build_filename (f->out, "filler", NULL);
      g_autofree char *target = g_build_filename (f->out, command->target, NULL);
      g_autofree char *backup = g_strconcat (target, "~", NULL);
      g_autoptr(CliRun) full = NULL;
      g_autoptr(CliRun) again = NULL;

      faults_put (f->out, command->target, FAULTS_OLD);
      fill (f, 0);
      full = faults_run_well (f, command);
      g_assert_cmpint (full->status, ==, 1);
      cli_assert_has (full->err, command->target);
      cli_assert_has (full->err, "No space left on device; free some space");
      g_assert_cmpint (g_unlink (filler), ==, 0);
      faults_assert_tidy (f, command, FALSE);
      assert_old (f, command);
      again = faults_run_well (f, command);
      g_assert_cmpstr (again->err, ==, "");
      g_assert_cmpint (again->status, ==, 0);
      g_unlink (target);
      g_unlink (backup);
    }
}

/* Room for the chart, and none for the version before: the chart is saved, and that is told. */
static void
check_nearly_full (FaultsFixture *f)
{
  g_autofree char *filler = g_build_filename (f->out, "filler", NULL);
  g_autofree char *old = g_strnfill (20000, 'o');
  g_autoptr(CliRun) run = NULL;

  faults_learn (f, &faults_commands[0]);
  faults_put (f->out, "a.bodychart", old);
  fill (f, 8192);
  run = faults_run_well (f, &faults_commands[0]);
  g_assert_cmpint (run->status, ==, 0);
  cli_assert_has (run->err, "a.bodychart~: the version before could not be kept: No space left on device");
  g_assert_cmpint (g_unlink (filler), ==, 0);
  faults_assert_tidy (f, &faults_commands[0], FALSE);
  g_assert_true (faults_is_new (f, &faults_commands[0]));
}

/* The program's own place for what is on its way is full, and the target is not. */
static void
check_no_room_for_spool (FaultsFixture *f)
{
  g_autofree char *table = g_build_filename (f->folder, "a.csv", NULL);
  g_autoptr(CliRun) run = NULL;

  fill (f, 0);
  g_setenv ("TMPDIR", f->out, TRUE);
  run = cli_run ("export", "-f", "wide", f->chart, "-o", table, NULL);
  g_unsetenv ("TMPDIR");
  g_assert_cmpint (run->status, ==, 1);
  cli_assert_has (run->err, "a.csv");
  cli_assert_has (run->err, "No space left on device");
  g_assert_false (g_file_test (table, G_FILE_TEST_EXISTS));
}

static void
check_read_only (FaultsFixture *f)
{
  for (guint i = 0; i < FAULTS_N_COMMANDS; i++)
    faults_put (f->out, faults_commands[i].target, FAULTS_OLD);
  g_assert_cmpint (mount (NULL, f->out, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  for (guint i = 0; i < FAULTS_N_COMMANDS; i++)
    {
      g_autoptr(CliRun) run = faults_run_well (f, &faults_commands[i]);

      g_assert_cmpint (run->status, ==, 1);
      cli_assert_has (run->err, faults_commands[i].target);
      cli_assert_has (run->err, "Read-only file system; choose a folder that you may write to");
      assert_old (f, &faults_commands[i]);
    }
}

static void
test_full (FaultsFixture *f,
           gconstpointer  unused)
{
  run_on_tiny_disk (f, check_full);
}

static void
test_nearly_full (FaultsFixture *f,
                  gconstpointer  unused)
{
  run_on_tiny_disk (f, check_nearly_full);
}

static void
test_no_room_for_spool (FaultsFixture *f,
                        gconstpointer  unused)
{
  run_on_tiny_disk (f, check_no_room_for_spool);
}

static void
test_read_only_disk (FaultsFixture *f,
                     gconstpointer  unused)
{
  run_on_tiny_disk (f, check_read_only);
}

/* Root may write everywhere, unless it is told not to. */
static void
give_up_override_cb (gpointer unused)
{
  if (geteuid () == 0 && prctl (PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) != 0)
    _exit (EXIT_SKIP);
}

static void
test_closed_folder (FaultsFixture *f,
                    gconstpointer  unused)
{
  for (guint i = 0; i < FAULTS_N_COMMANDS; i++)
    {
      const FaultsCommand *command = &faults_commands[i];
      g_autoptr(GSubprocessLauncher) launcher = cli_launcher_new ();
      g_autoptr(CliRun) run = NULL;

      faults_empty_out (f);
      faults_put (f->out, command->target, FAULTS_OLD);
      g_assert_cmpint (chmod (f->out, 0500), ==, 0);
      g_subprocess_launcher_set_child_setup (launcher, give_up_override_cb, NULL, NULL);
      run = faults_run_by (f, command, launcher);
      g_assert_cmpint (chmod (f->out, 0700), ==, 0);
      if (run->status == EXIT_SKIP)
        {
          g_test_skip ("root may write everywhere here, and cannot give that up");
          return;
        }
      g_assert_cmpint (run->status, ==, 1);
      cli_assert_has (run->err, command->target);
      cli_assert_has (run->err, "Permission denied; choose a folder that you may write to");
      faults_assert_tidy (f, command, FALSE);
      assert_old (f, command);
    }
}

/* Of a share that is gone, say; import makes its folder. */
static void
test_no_folder (FaultsFixture *f,
                gconstpointer  unused)
{
  faults_remove_out (f);
  for (guint i = 2; i < FAULTS_N_COMMANDS; i++)
    {
      g_autoptr(CliRun) run = faults_run_well (f, &faults_commands[i]);

      g_assert_cmpint (run->status, ==, 1);
      cli_assert_has (run->err, faults_commands[i].target);
      cli_assert_has (run->err, "; choose a folder that exists");
      g_assert_false (g_file_test (f->out, G_FILE_TEST_EXISTS));
    }
}

/* By a slip, or behind a link: an export takes the place of no chart. */
static void
test_never_over_a_chart (FaultsFixture *f,
                         gconstpointer  unused)
{
  static const char *const ways[] = { "copied", "linked", "hard" };
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (f->chart, &text, NULL, NULL));
  for (guint i = 2; i < FAULTS_N_COMMANDS; i++)
    for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
      {
        g_autofree char *target = g_build_filename (f->out, faults_commands[i].target, NULL);
        g_autofree char *after = NULL;
        g_autoptr(CliRun) run = NULL;

        faults_empty_out (f);
        if (way == 0)
          faults_put (f->out, faults_commands[i].target, text);
        else
          g_assert_cmpint (way == 1 ? symlink (f->chart, target) : link (f->chart, target), ==, 0);
        run = faults_run_well (f, &faults_commands[i]);
        g_assert_cmpint (run->status, ==, 1);
        cli_assert_has (run->err, faults_commands[i].target);
        cli_assert_has (run->err, "there is a chart of this name; choose another name");
        g_assert_true (g_file_get_contents (target, &after, NULL, NULL));
        g_assert_cmpstr (after, ==, text);
      }
}

/* What goes to the standard output is not lost quietly either. */
static void
test_full_output (FaultsFixture *f,
                  gconstpointer  unused)
{
  static const char *const lines[] = {
    "match @", "match --json @", "validate @", "instruments @", "instruments --json @", "diff --visits 1,1 @",
    "diff --json --visits 1,1 @", "maps", "maps --json", "export -f marks @", "export -f regions @", "export -f wide @",
    "export -f choir @", "export -f fhir -n @", "import @/../marks.csv -o @/../new",
  };

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full here");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_auto(GStrv) parts = g_strsplit (lines[i], "@/..", -1);
      g_autofree char *in_folder = g_strjoinv (f->folder, parts);
      g_auto(GStrv) more = g_strsplit (in_folder, "@", -1);
      g_autofree char *line = g_strjoinv (f->chart, more);
      g_auto(GStrv) arguments = g_strsplit (line, " ", -1);
      g_autoptr(CliRun) run = NULL;

      g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
      run = cli_run_by (launcher, (const char *const *) arguments);
      if (run->status != 1)
        g_error ("%s: status %d", line, run->status);
      cli_assert_has (run->err, "The output could not be written: ");
    }
}

#define ADD(name, function) \
  g_test_add ("/cli/disk/" name, FaultsFixture, NULL, faults_set_up, function, faults_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("full", test_full);
  ADD ("no-room-for-spool", test_no_room_for_spool);
  ADD ("read-only-disk", test_read_only_disk);
  ADD ("nearly-full", test_nearly_full);
  ADD ("closed-folder", test_closed_folder);
  ADD ("no-folder", test_no_folder);
  ADD ("never-over-a-chart", test_never_over_a_chart);
  ADD ("full-output", test_full_output);
  return g_test_run ();
}
