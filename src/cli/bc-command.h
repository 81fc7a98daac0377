/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_CLI_NAME "bodychart-cli"

/**
 * BcExit:
 * @BC_EXIT_OK: all is done
 * @BC_EXIT_BAD: at least one file is bad, or could not be written; the others are done
 * @BC_EXIT_USAGE: nothing was done, since the command line is wrong
 *
 * Exit codes of every command.
 */
typedef enum
{
  BC_EXIT_OK = 0,
  BC_EXIT_BAD = 1,
  BC_EXIT_USAGE = 2
} BcExit;

/**
 * BcCommandHelp:
 * @name: as typed
 * @arguments: what follows the options, as "FILE…", marked for translation
 * @purpose: one line, marked for translation
 * @details: (nullable): more, below the options, marked for translation
 *
 * What `--help` says of a command.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *purpose;
  const char *details;
} BcCommandHelp;

extern const BcCommandHelp bc_match_help;
extern const BcCommandHelp bc_summary_help;
extern const BcCommandHelp bc_import_help;
extern const BcCommandHelp bc_validate_help;
extern const BcCommandHelp bc_evaluate_help;
extern const BcCommandHelp bc_maps_help;
extern const BcCommandHelp bc_instruments_help;
extern const BcCommandHelp bc_export_help;
extern const BcCommandHelp bc_diff_help;

/* For commands that open charts. Never the password itself: everybody on the machine sees arguments. */
extern int bc_command_password_fd;
#define BC_COMMAND_PASSWORD_FD \
  { "password-fd", 0, 0, G_OPTION_ARG_INT, &bc_command_password_fd, \
    N_("Read the password of charts from this file descriptor"), N_("N") }

/* Each gets the command line from its own name on. */
BcExit    bc_match_command        (GStrv                arguments);
BcExit    bc_summary_command      (GStrv                arguments);
BcExit    bc_import_command       (GStrv                arguments);
BcExit    bc_validate_command     (GStrv                arguments);
BcExit    bc_evaluate_command     (GStrv                arguments);
BcExit    bc_maps_command         (GStrv                arguments);
BcExit    bc_diff_command         (GStrv                arguments);
BcExit    bc_instruments_command  (GStrv                arguments);
BcExit    bc_export_command       (GStrv                arguments);

gboolean  bc_command_parse        (const BcCommandHelp *help,
                                   const GOptionEntry  *entries,
                                   GStrv                arguments);
BcExit    bc_command_fail_usage   (const char          *command,
                                   const char          *format,
                                   ...) G_GNUC_PRINTF (2, 3);
void      bc_command_report       (const char          *file,
                                   const GError        *error);
GFile    *bc_command_open         (const char          *file) G_GNUC_WARN_UNUSED_RESULT;
BcChart  *bc_command_read         (GFile               *file,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bc_command_check_output (const char          *file);
char     *bc_command_new_password (GError             **error) G_GNUC_WARN_UNUSED_RESULT;
BcChart  *bc_command_load         (const char          *file,
                                   BcVisit            **visit) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bc_command_load_table   (const char          *file,
                                   GBytes             **bytes);
void      bc_command_tell_problems (void);
void      bc_command_print_own_folders (void);
BcExit    bc_command_flush        (void);

G_END_DECLS
