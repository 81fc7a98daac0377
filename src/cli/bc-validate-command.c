/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"

#include "bc-chart-file.h"
#include "bc-i18n.h"
#include "bc-maps.h"

static GStrv opt_files;
static gboolean opt_maps;

static const GOptionEntry entries[] = {
  { "maps", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &opt_maps,
    N_("Check maps of your own; without FILE those that are in place"), NULL },
  BC_COMMAND_PASSWORD_FD,
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_validate_help = {
  "validate",
  N_("FILE…"),
  N_("Check that charts, or maps of your own, can be read"),
  N_("Prints “FILE: ok”, or what is wrong and what to do. Charts, or with --maps files of maps; no tables."),
};

static BcExit
validate_file (const char *file)
{
  g_autoptr(GFile) source = bc_command_open (file);
  g_autofree char *name = g_filename_display_name (file);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = bc_command_read (source, &error);

  if (chart == NULL)
    {
      bc_command_report (file, error);
      return BC_EXIT_BAD;
    }
  /* Translators: %s is a file name; the file is fine */
  g_print (_("%s: ok\n"), name);
  return BC_EXIT_OK;
}

/* A folder that is not there has no maps, and that is fine; a file that was named has to be there. */
static BcExit
check_maps_exist (void)
{
  BcExit status = BC_EXIT_OK;

  for (char **file = opt_files; file != NULL && *file != NULL; file++)
    {
      g_autofree char *shown = g_filename_display_name (*file);

      if (g_file_test (*file, G_FILE_TEST_EXISTS))
        continue;
      /* Translators: %s is a file name */
      g_printerr (_("%s: not found; check the name"), shown);
      g_printerr ("\n");
      status = BC_EXIT_BAD;
    }
  return status;
}

static BcExit
validate_maps (void)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) folders = bc_maps_list_own_folders ();
  const char *const *paths = (const char *const *) (opt_files != NULL ? opt_files : folders);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcMaps) maps = NULL;
  BcExit status = check_maps_exist ();

  maps = bc_maps_load_with_own (paths, problems, &error);
  if (maps == NULL)
    g_ptr_array_add (problems, g_strdup (error->message));
  for (guint i = 0; i < problems->len; i++)
    g_printerr ("%s\n", (const char *) g_ptr_array_index (problems, i));
  for (guint i = 0; maps != NULL && i < maps->own_files->len; i++)
    g_print (_("%s: ok\n"), (const char *) g_ptr_array_index (maps->own_files, i));
  if (opt_files == NULL)
    bc_command_print_own_folders ();
  status |= problems->len > 0 ? BC_EXIT_BAD : BC_EXIT_OK;
  status |= bc_command_flush ();
  return status;
}

/**
 * bc_validate_command:
 * @arguments: the command line from "validate" on
 *
 * Reads each chart, or each file of maps of a clinic's own, and says whether it is fine.
 *
 * Returns: the exit code
 */
BcExit
bc_validate_command (GStrv arguments)
{
  BcExit status = BC_EXIT_OK;

  if (!bc_command_parse (&bc_validate_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (opt_maps)
    return validate_maps ();
  if (opt_files == NULL)
    return bc_command_fail_usage (bc_validate_help.name, "%s", _("A file is missing"));
  bc_command_tell_problems ();
  for (char **file = opt_files; *file != NULL; file++)
    status |= validate_file (*file);
  status |= bc_command_flush ();
  return status;
}
