/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The password of charts: from a file descriptor, or asked for on the terminal without showing it. */

#include "bc-command.h"

#include "bc-chart-file.h"
#include "bc-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Longer than any that a person types. */
#define MAX_BYTES 1024

int bc_command_password_fd = -1;

/* One line, or all there is. (transfer full) (nullable) */
static char *
read_line (int fd)
{
  char *line = g_malloc0 (MAX_BYTES + 1);
  gsize length = 0;

  while (length < MAX_BYTES)
    {
      gssize n = read (fd, line + length, 1);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0 || line[length] == '\n')
        break;
      length++;
    }
  line[length] = '\0';
  if (length > 0 && line[length - 1] == '\r')
    line[length - 1] = '\0';
  if (line[0] != '\0' && g_utf8_validate (line, -1, NULL))
    return line;
  bc_password_free (line);
  return NULL;
}

static const int interrupts[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP };

static volatile sig_atomic_t interrupted_by;

static void
interrupted_cb (int number)
{
  interrupted_by = number;
}

/* Those that the program was started to ignore stay so. */
static void
catch_interrupts (struct sigaction before[])
{
  struct sigaction ours = { .sa_handler = interrupted_cb };

  sigfillset (&ours.sa_mask);
  for (gsize i = 0; i < G_N_ELEMENTS (interrupts); i++)
    if (sigaction (interrupts[i], NULL, &before[i]) == 0 && before[i].sa_handler != SIG_IGN)
      sigaction (interrupts[i], &ours, NULL);
}

static void
release_interrupts (const struct sigaction before[])
{
  for (gsize i = 0; i < G_N_ELEMENTS (interrupts); i++)
    sigaction (interrupts[i], &before[i], NULL);
}

/* Signals come through while it waits, and at no other time. Returns whether there is a line before one came. */
static gboolean
wait_for_line (int             terminal,
               const sigset_t *open)
{
  struct pollfd input = { terminal, POLLIN, 0 };

  interrupted_by = 0;
  while (ppoll (&input, 1, NULL, open) < 0)
    if (errno != EINTR || interrupted_by != 0)
      return FALSE;
  return TRUE;
}

/* (transfer full) (nullable): what is typed, without showing it */
static char *
read_hidden (int             terminal,
             const char     *prompt,
             const sigset_t *open)
{
  struct termios shown;
  struct termios hidden;
  char *line = NULL;

  if (tcgetattr (terminal, &shown) != 0)
    return NULL;
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  tcsetattr (terminal, TCSAFLUSH, &hidden);
  if (write (terminal, prompt, strlen (prompt)) >= 0 && wait_for_line (terminal, open))
    line = read_line (terminal);
  tcsetattr (terminal, TCSAFLUSH, &shown);
  if (write (terminal, "\n", 1) < 0)
    errno = 0;
  return line;
}

/* A signal takes its effect once the terminal shows again what is typed. One that only stopped us: asks again. */
static char *
ask (int         terminal,
     const char *question)
{
  g_autofree char *prompt = g_strconcat (question, " ", NULL);
  struct sigaction handlers[G_N_ELEMENTS (interrupts)];
  sigset_t all;
  sigset_t before;
  char *line;
  int number;

  sigfillset (&all);
  do
    {
      sigprocmask (SIG_BLOCK, &all, &before);
      catch_interrupts (handlers);
      interrupted_by = 0;
      line = read_hidden (terminal, prompt, &before);
      number = interrupted_by;
      release_interrupts (handlers);
      sigprocmask (SIG_SETMASK, &before, NULL);
      if (number != 0)
        raise (number);
    }
  while (number != 0);
  return line;
}

static int
open_terminal (void)
{
  return open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
}

/* (transfer none) (nullable): asked for once, for all charts of the command line */
static const char *
get_password (void)
{
  static char *password = NULL;
  static gboolean asked = FALSE;
  int terminal;

  if (asked)
    return password;
  asked = TRUE;
  if (bc_command_password_fd >= 0)
    {
      password = read_line (bc_command_password_fd);
      return password;
    }
  terminal = open_terminal ();
  if (terminal < 0)
    return NULL;
  password = ask (terminal, _("Password of the chart:"));
  close (terminal);
  return password;
}

static void
set_missing (GError **error)
{
  g_set_error_literal (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD, _("a password is missing; nothing was written"));
}

/* A slip of the finger would lose the charts, so it is asked for twice. */
static char *
ask_twice (GError **error)
{
  int terminal = open_terminal ();
  char *first;
  char *second;

  if (terminal < 0)
    {
      g_set_error_literal (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD,
                           _("there is no terminal to ask for a password on; use --password-fd"));
      return NULL;
    }
  first = ask (terminal, _("New password of the charts:"));
  second = first != NULL ? ask (terminal, _("Once more:")) : NULL;
  close (terminal);
  if (first == NULL)
    set_missing (error);
  else if (g_strcmp0 (first, second) != 0)
    {
      g_clear_pointer (&first, bc_password_free);
      g_set_error_literal (error, BC_FILE_ERROR, BC_FILE_ERROR_PASSWORD,
                           _("the two passwords are not the same; nothing was written"));
    }
  bc_password_free (second);
  return first;
}

/**
 * bc_command_new_password:
 * @error: return location: %BC_FILE_ERROR_PASSWORD
 *
 * The password for charts that will be written: that of `--password-fd`, or asked for twice on the terminal.
 *
 * Returns: (transfer full) (nullable): the password, to be freed by bc_password_free()
 */
char *
bc_command_new_password (GError **error)
{
  char *password;

  if (bc_command_password_fd < 0)
    return ask_twice (error);
  password = read_line (bc_command_password_fd);
  if (password == NULL)
    set_missing (error);
  return password;
}

/**
 * bc_command_read:
 * @file: a chart
 * @error: return location, as of bc_chart_load_sealed()
 *
 * Reads a chart; where it has a password, that of `--password-fd` or one that is asked for on the terminal.
 *
 * Returns: (transfer full) (nullable): the chart
 */
BcChart *
bc_command_read (GFile   *file,
                 GError **error)
{
  g_autoptr(GError) cause = NULL;
  BcChart *chart = bc_chart_load (file, NULL, NULL, &cause);

  if (chart == NULL && g_error_matches (cause, BC_FILE_ERROR, BC_FILE_ERROR_SEALED) && get_password () != NULL)
    return bc_chart_load_sealed (file, get_password (), NULL, NULL, NULL, error);
  if (chart == NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return chart;
}
