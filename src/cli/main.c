/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"

#include "bc-i18n.h"
#include "bc-resources.h"
#include "bc-summary.h"

static const struct
{
  const BcCommandHelp *help;
  BcExit             (*run) (GStrv arguments);
} commands[] = {
  { &bc_match_help, bc_match_command },
  { &bc_diff_help, bc_diff_command },
  { &bc_summary_help, bc_summary_command },
  { &bc_import_help, bc_import_command },
  { &bc_validate_help, bc_validate_command },
  { &bc_evaluate_help, bc_evaluate_command },
  { &bc_maps_help, bc_maps_command },
  { &bc_instruments_help, bc_instruments_command },
  { &bc_export_help, bc_export_command },
};

static void
print_help (void)
{
  g_print (_("Usage:\n  %s COMMAND [OPTION…] FILE…\n\n"), BC_CLI_NAME);
  g_print ("%s\n\n", _("Works on body charts without a window."));
  g_print ("%s\n", _("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-12s %s\n", commands[i].help->name, g_dgettext (GETTEXT_PACKAGE, commands[i].help->purpose));
  g_print ("\n%s\n", _("Options:"));
  g_print ("  %-12s %s\n", "--help", _("Show this help, or that of a command"));
  g_print ("  %-12s %s\n", "--version", _("Show the version"));
  g_print ("\n%s\n", _("Exit status: 0 when all is fine, 1 when a file is bad, 2 when the command line is wrong."));
  g_print ("\n%s\n", bc_intended_use ());
}

static BcExit
run_command (GStrv arguments)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (arguments[0], commands[i].help->name))
      return commands[i].run (arguments);
  if (*arguments[0] == '-')
    /* Translators: %s is an option as it was typed */
    return bc_command_fail_usage (NULL, _("Unknown option %s"), arguments[0]);
  /* Translators: %s is what was typed where a command should be */
  return bc_command_fail_usage (NULL, _("Unknown command “%s”"), arguments[0]);
}

int
main (int    argc,
      char **argv)
{
  bc_i18n_init ();
  bc_resources_init ();
  g_set_prgname (BC_CLI_NAME);

  if (argc < 2)
    return bc_command_fail_usage (NULL, "%s", _("A command is missing"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    print_help ();
  else if (g_str_equal (argv[1], "--version"))
    g_print ("%s %s\n", BC_CLI_NAME, BC_VERSION);
  else
    return run_command (argv + 1);
  return bc_command_flush ();
}
