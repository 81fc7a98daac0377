/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself, killed while it saves: every file is the old one or the new one, whole and for its owner only. */

#include "faults-support.h"

#include <signal.h>

static void
test_killed_at_each_call (FaultsFixture *f,
                          gconstpointer  unused)
{
  static const FaultyKind kinds[] = { FAULT_KILL_BEFORE, FAULT_KILL_AFTER };

  faults_learn (f, &faults_commands[0]);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint nth = 1;; nth++)
      {
        g_autoptr(CliRun) run = NULL;
        g_autoptr(CliRun) next = NULL;

        g_assert_cmpuint (nth, <, FAULTS_MANY);
        faults_empty_out (f);
        faults_put (f->out, "a.bodychart", FAULTS_OLD);
        run = faults_run (f, &faults_commands[0], kinds[i], nth, 0, NULL);
        faults_assert_tidy (f, &faults_commands[0], TRUE);
        if (run->status == 0)
          break;
        g_assert_cmpint (run->status, ==, -SIGKILL);
        if (faults_is_new (f, &faults_commands[0]))
          faults_assert_backup (f, &faults_commands[0], run);
        next = faults_run_well (f, &faults_commands[0]);
        g_assert_cmpint (next->status, ==, 0);
        faults_assert_tidy (f, &faults_commands[0], FALSE); /* the next run clears up */
      }
}

static void
write_many (FaultsFixture *f,
            guint          n)
{
  g_autoptr(GString) marks = g_string_new ("case,region,quality,depth,intensity,role\n");
  g_autoptr(GString) patients = g_string_new ("case,age,date\n");

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (marks, "c%u,buttock-upper-right,ache,deep,6,site\n", i);
      g_string_append_printf (patients, "c%u,52,2026-01-31\n", i);
    }
  faults_put (f->folder, "marks.csv", marks->str);
  faults_put (f->folder, "patients.csv", patients->str);
}

/* Every chart in the folder is whole. Gives how many are new. */
static guint
count_new (FaultsFixture *f,
           GPtrArray     *expected)
{
  guint n_new = 0;

  for (guint i = 0; i < expected->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u.bodychart", i);
      g_autoptr(GBytes) found = faults_read (f, name);

      g_assert_nonnull (found);
      if (g_bytes_equal (found, g_ptr_array_index (expected, i)))
        n_new++;
      else
        g_assert_true (faults_holds (found, FAULTS_OLD));
    }
  return n_new;
}

static void
put_old (FaultsFixture *f,
         guint          n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u.bodychart", i);

      faults_put (f->out, name, FAULTS_OLD);
    }
}

/* Imports, and gives what the charts are then. */
static GPtrArray *
learn_many (FaultsFixture *f,
            guint          n)
{
  GPtrArray *expected = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(CliRun) run = NULL;

  write_many (f, n);
  run = faults_run_well (f, &faults_commands[0]);
  g_assert_cmpint (run->status, ==, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u.bodychart", i);

      g_ptr_array_add (expected, faults_read (f, name));
      g_assert_nonnull (g_ptr_array_index (expected, i));
    }
  return expected;
}

static void
import_and_be_killed (FaultsFixture *f,
                      guint          after_us)
{
  g_autofree char *marks = g_build_filename (f->folder, "marks.csv", NULL);
  g_autofree char *patients = g_build_filename (f->folder, "patients.csv", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, g_getenv ("BODYCHART_CLI"), "import", marks, "-p",
                        patients, "--force", "-o", f->out, NULL);

  g_assert_no_error (error);
  g_usleep (after_us);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
}

/* SIGKILL at any moment. BODYCHART_SOAK gives ten times another number of times than that of the suite. */
static void
test_killed_at_any_time (FaultsFixture *f,
                         gconstpointer  unused)
{
  enum { N_CHARTS = 12 };
  const char *soak = g_getenv ("BODYCHART_SOAK");
  const guint n_kills = soak != NULL ? (guint) g_ascii_strtoull (soak, NULL, 10) / 10 : 100;
  const gint64 start = g_get_monotonic_time ();
  g_autoptr(GPtrArray) expected = learn_many (f, N_CHARTS);
  const gint32 whole = (gint32) (g_get_monotonic_time () - start);
  guint n_new = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      if (n_new == N_CHARTS || i % 4 == 0)
        {
          put_old (f, N_CHARTS);
          n_new = 0;
        }
      import_and_be_killed (f, (guint) g_random_int_range (0, whole));
      g_assert_cmpuint (count_new (f, expected), >=, n_new); /* what was saved stays */
      n_new = count_new (f, expected);
      faults_assert_private (f->out);
    }
}


#define ADD(name, function, data) \
  g_test_add ("/cli/killed/" name, FaultsFixture, data, faults_set_up, function, faults_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("at-each-call", test_killed_at_each_call, NULL);
  ADD ("at-any-time", test_killed_at_any_time, "on a disk");
  return g_test_run ();
}
