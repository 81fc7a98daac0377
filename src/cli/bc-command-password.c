/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The password of charts: from a file descriptor, or asked for on the terminal without showing it. */

#include "bc-command.h"

#include "bc-chart-file.h"
#include "bc-i18n.h"

#include <errno.h>
#include <fcntl.h>
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

/* A signal waits until the terminal shows again what is typed. */
static char *
ask (int terminal)
{
  g_autofree char *prompt = g_strconcat (_("Password of the chart:"), " ", NULL);
  struct termios shown;
  struct termios hidden;
  sigset_t all;
  sigset_t before;
  char *line;

  if (tcgetattr (terminal, &shown) != 0)
    return NULL;
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  sigfillset (&all);
  sigprocmask (SIG_BLOCK, &all, &before);
  tcsetattr (terminal, TCSAFLUSH, &hidden);
  if (write (terminal, prompt, strlen (prompt)) < 0)
    line = NULL;
  else
    line = read_line (terminal);
  tcsetattr (terminal, TCSAFLUSH, &shown);
  if (write (terminal, "\n", 1) < 0)
    errno = 0;
  sigprocmask (SIG_SETMASK, &before, NULL);
  return line;
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
  terminal = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (terminal < 0)
    return NULL;
  password = ask (terminal);
  close (terminal);
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
