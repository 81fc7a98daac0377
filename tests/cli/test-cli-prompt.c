/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The question for a password on a terminal: nothing that is typed shows, and the terminal is as before whatever comes. */

#include "bc-chart-file.h"
#include "run-cli.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define PASSWORD "sesame öffne dich"
#define PROMPT "Password of the chart: "
/* Only of a program that hangs. */
#define PATIENCE_MS 60000

typedef struct
{
  char    *folder;
  char    *chart;
  int      terminal; /* our end */
  pid_t    child;
  GString *shown;    /* since the last wait_shown() */
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  unused)
{
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autoptr(GFile) from = g_file_new_for_path (sample);
  g_autoptr(GFile) to = NULL;
  g_autoptr(GBytes) bytes = bc_load_bytes (from, 1000000, NULL, NULL, NULL);
  g_autoptr(BcKey) key = bc_key_new_costly (PASSWORD, 1, BC_SEAL_MIN_KIB, NULL);
  g_auto(BcSaved) saved = { NULL };

  f->folder = cli_make_folder ();
  f->chart = g_build_filename (f->folder, "sealed.bodychart", NULL);
  f->shown = g_string_new (NULL);
  to = g_file_new_for_path (f->chart);
  g_assert_true (bc_chart_save_bytes (bytes, key, to, NULL, BC_SAVE_NONE, &saved, NULL, NULL));
}

static void
tear_down (Fixture       *f,
           gconstpointer  unused)
{
  close (f->terminal);
  cli_remove_folder (f->folder);
  g_string_free (f->shown, TRUE);
  g_free (f->folder);
  g_free (f->chart);
}

static void
start (Fixture    *f,
       const char *first,
       ...)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  const char *program = g_getenv ("BODYCHART_CLI");
  va_list list;

  g_ptr_array_add (argv, (gpointer) program);
  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (argv, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (argv, NULL);
  f->child = forkpty (&f->terminal, NULL, NULL, NULL);
  g_assert_cmpint (f->child, >=, 0);
  if (f->child > 0)
    return;
  /* Whoever runs the tests in the background ignores these. */
  signal (SIGINT, SIG_DFL);
  signal (SIGQUIT, SIG_DFL);
  signal (SIGHUP, SIG_DFL);
  execv (program, (char **) argv->pdata);
  _exit (127);
}

/* What the terminal shows next; FALSE once the program has closed it. */
static gboolean
look (Fixture *f)
{
  struct pollfd input = { f->terminal, POLLIN, 0 };
  char text[512];
  gssize n;

  if (poll (&input, 1, PATIENCE_MS) != 1)
    g_error ("nothing more than: %s", f->shown->str);
  n = read (f->terminal, text, sizeof text);
  if (n > 0)
    g_string_append_len (f->shown, text, n);
  return n > 0;
}

static void
wait_shown (Fixture    *f,
            const char *text)
{
  char *at;

  while ((at = strstr (f->shown->str, text)) == NULL)
    if (!look (f))
      g_error ("“%s” does not come, but: %s", text, f->shown->str);
  g_string_erase (f->shown, 0, at + strlen (text) - f->shown->str);
}

static void
type (Fixture    *f,
      const char *text)
{
  g_assert_cmpint (write (f->terminal, text, strlen (text)), ==, (gssize) strlen (text));
}

static gboolean
echoes (Fixture *f)
{
  struct termios state;

  g_assert_cmpint (tcgetattr (f->terminal, &state), ==, 0);
  return (state.c_lflag & ECHO) != 0;
}

/* Waits for the end. Gives the exit status, or minus the signal. The terminal is as it was. */
static int
finish (Fixture *f)
{
  int status = 0;

  while (look (f))
    ;
  g_assert_cmpint (waitpid (f->child, &status, 0), ==, f->child);
  g_assert_true (echoes (f));
  return WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status);
}

static void
wait_asked (Fixture    *f,
            const char *prompt)
{
  wait_shown (f, prompt);
  g_assert_false (echoes (f));
}

static void
test_right (Fixture       *f,
            gconstpointer  unused)
{
  start (f, "validate", f->chart, f->chart, NULL);
  wait_asked (f, PROMPT);
  type (f, PASSWORD "\n");
  g_assert_cmpint (finish (f), ==, 0);
  cli_assert_has (f->shown->str, "sealed.bodychart: ok");
  cli_assert_lacks (f->shown->str, "sesame");
  cli_assert_lacks (f->shown->str, PROMPT); /* once for all charts */
}

static void
test_wrong (Fixture       *f,
            gconstpointer  unused)
{
  start (f, "validate", f->chart, NULL);
  wait_asked (f, PROMPT);
  type (f, "open\n");
  g_assert_cmpint (finish (f), ==, 1);
  cli_assert_has (f->shown->str, "sealed.bodychart:1: the password is wrong");
}

/* Nothing typed, by the enter key and by the key that ends the input. */
static void
test_none (Fixture       *f,
           gconstpointer  unused)
{
  static const char *const keys[] = { "\n", "\004" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (i > 0)
        close (f->terminal);
      start (f, "validate", f->chart, NULL);
      wait_asked (f, PROMPT);
      type (f, keys[i]);
      g_assert_cmpint (finish (f), ==, 1);
      cli_assert_has (f->shown->str, "protected by a password");
      g_string_truncate (f->shown, 0);
    }
}

/* Control and C, at once and with a part of the password typed; and signals of others. */
static void
test_interrupted (Fixture       *f,
                  gconstpointer  unused)
{
  static const struct { const char *keys; int number; } ways[] = {
    { "\003", SIGINT }, { "sesa\003", SIGINT }, { "\034", SIGQUIT }, { "", SIGTERM }, { "sesa", SIGHUP },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (i > 0)
        close (f->terminal);
      start (f, "validate", f->chart, NULL);
      wait_asked (f, PROMPT);
      type (f, ways[i].keys);
      if (ways[i].number == SIGTERM || ways[i].number == SIGHUP)
        g_assert_cmpint (kill (f->child, ways[i].number), ==, 0);
      g_assert_cmpint (finish (f), ==, -ways[i].number);
      cli_assert_lacks (f->shown->str, "sesa");
      g_string_truncate (f->shown, 0);
    }
}

/* The descriptor is used, and nothing is asked although there is a terminal. */
static void
test_descriptor (Fixture       *f,
                 gconstpointer  unused)
{
  start (f, "validate", "--password-fd", "0", f->chart, NULL);
  type (f, PASSWORD "\n");
  g_assert_cmpint (finish (f), ==, 0);
  cli_assert_has (f->shown->str, "sealed.bodychart: ok");
  cli_assert_lacks (f->shown->str, PROMPT);
}

static void
start_import (Fixture *f)
{
  g_autofree char *marks = cli_write (f->folder, "marks.csv", "case,region,quality,depth,intensity,role\n"
                                                              "sealed,heel-left,,,,site\n");

  start (f, "import", marks, "--protect", "--force", "-o", f->folder, NULL);
  wait_asked (f, "New password of the charts: ");
}

/* A slip is noticed before anything is written. */
static void
test_twice (Fixture       *f,
            gconstpointer  unused)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size;
  gsize size_after;

  g_assert_true (g_file_get_contents (f->chart, &before, &size, NULL));
  start_import (f);
  type (f, PASSWORD "\n");
  wait_asked (f, "Once more: ");
  type (f, "sesame offne dich\n");
  g_assert_cmpint (finish (f), ==, 1);
  cli_assert_has (f->shown->str, "the two passwords are not the same; nothing was written");
  g_assert_true (g_file_get_contents (f->chart, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);

  close (f->terminal);
  start_import (f);
  type (f, PASSWORD "\n");
  wait_asked (f, "Once more: ");
  type (f, PASSWORD "\n");
  g_assert_cmpint (finish (f), ==, 0);
}

#define ADD(name, function) g_test_add ("/cli/prompt/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("right", test_right);
  ADD ("wrong", test_wrong);
  ADD ("none", test_none);
  ADD ("interrupted", test_interrupted);
  ADD ("descriptor", test_descriptor);
  ADD ("twice", test_twice);
  return g_test_run ();
}
