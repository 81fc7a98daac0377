/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The program itself on a disk that fails: whatever call fails, every file is the old one or the new one, whole and for
 * its owner only, nothing lies about, and the user is told which file it was and why.
 */

#include "faults-support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static const int causes[] = { ENOSPC, EIO, EDQUOT, EROFS, ESTALE };

static void
assert_told (const FaultsCommand *command,
             const CliRun        *run,
             int                  cause)
{
  cli_assert_has (run->err, command->target);
  cli_assert_has (run->err, g_strerror (cause));
  cli_assert_has (run->err, "; ");
}

/* Returns whether the fault happened. */
static gboolean
fail_one_call (FaultsFixture       *f,
               const FaultsCommand *command,
               FaultyKind           kind,
               guint                nth,
               int                  cause)
{
  g_autoptr(CliRun) run = NULL;
  gboolean happened;
  gboolean new;

  faults_empty_out (f);
  faults_put (f->out, command->target, FAULTS_OLD);
  run = faults_run (f, command, kind, nth, cause, &happened);
  faults_assert_tidy (f, command, FALSE);
  new = faults_is_new (f, command);
  if (run->status == 0)
    g_assert_true (new);
  else
    {
      g_assert_cmpint (run->status, ==, 1);
      assert_told (command, run, cause);
      g_assert_true (!new || strstr (run->err, "did not confirm it") != NULL);
    }
  if (new && g_str_equal (command->target, "a.bodychart"))
    faults_assert_backup (f, command, run);
  if (!happened)
    g_assert_cmpstr (run->err, ==, "");
  return happened;
}

static guint
fail_each_call (FaultsFixture       *f,
                const FaultsCommand *command,
                FaultyKind           kind,
                int                  cause)
{
  guint nth;

  for (nth = 1; fail_one_call (f, command, kind, nth, cause != 0 ? cause : causes[nth % G_N_ELEMENTS (causes)]); nth++)
    g_assert_cmpuint (nth, <, FAULTS_MANY);
  return nth - 1;
}

static void
test_failing_disk (FaultsFixture *f,
                   gconstpointer  unused)
{
  for (guint i = 0; i < FAULTS_N_COMMANDS; i++)
    {
      guint n;

      faults_learn (f, &faults_commands[i]);
      n = fail_each_call (f, &faults_commands[i], FAULT_ONCE, 0);
      g_assert_cmpuint (n, >=, 9); /* open, write, fchmod, fsync, rename, close; open, fsync and close the folder */
    }
  faults_learn (f, &faults_commands[0]);
  fail_each_call (f, &faults_commands[0], FAULT_FOR_EVER, ENOSPC);
  fail_each_call (f, &faults_commands[0], FAULT_SHORT, 0);
}

/* A chart is worth every call with every error. */
static void
test_every_cause (FaultsFixture *f,
                  gconstpointer  unused)
{
  faults_learn (f, &faults_commands[0]);
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    g_assert_cmpuint (fail_each_call (f, &faults_commands[0], FAULT_ONCE, causes[i]), >=, 18); /* the version before too */
}

/* There is no folder yet, or there is one without a chart in it, or the chart. */
static void
test_new_chart (FaultsFixture *f,
                gconstpointer  unused)
{
  gboolean happened = TRUE;

  faults_learn (f, &faults_commands[0]);
  for (guint nth = 1; happened; nth++)
    {
      g_autoptr(CliRun) run = NULL;
      g_autoptr(GBytes) found = NULL;

      g_assert_cmpuint (nth, <, FAULTS_MANY);
      faults_remove_out (f);
      run = faults_run (f, &faults_commands[0], FAULT_FOR_EVER, nth, ENOSPC, &happened);
      faults_assert_tidy (f, &faults_commands[0], FALSE);
      found = faults_read (f, "a.bodychart");
      g_assert_true (found == NULL || g_bytes_equal (found, f->expected));
      if (run->status != 0)
        cli_assert_has (run->err, nth == 1 ? "/out" : "a.bodychart");
      else
        g_assert_nonnull (found);
    }
}

#define ADD(name, function) \
  g_test_add ("/cli/faults/" name, FaultsFixture, NULL, faults_set_up, function, faults_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("failing-disk", test_failing_disk);
  ADD ("every-cause", test_every_cause);
  ADD ("new-chart", test_new_chart);
  return g_test_run ();
}
