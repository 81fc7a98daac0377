/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-command.h"

#include "bc-chart-file.h"
#include "bc-choir-import.h"
#include "bc-csv-import.h"
#include "bc-i18n.h"
#include "bc-seal.h"
#include "bc-xml.h"

#include <errno.h>
#include <glib/gstdio.h>

#define FOLDER_MODE 0700

static GStrv opt_files;
static char *opt_answers;
static char *opt_patients;
static char *opt_output;
static gboolean opt_force;
static gboolean opt_choir;
static gboolean opt_protect;

/* Of the charts that are written; %NULL where they get none. */
static char *password;
static BcKey *key;

static const GOptionEntry entries[] = {
  { "answers", 'a', 0, G_OPTION_ARG_FILENAME, &opt_answers, N_("Table of answers: case, id, value"),
    N_("ANSWERS.csv") },
  { "patients", 'p', 0, G_OPTION_ARG_FILENAME, &opt_patients, N_("Table of patients: case, age, sex, figure"),
    N_("PATIENTS.csv") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &opt_output, N_("Write the charts into this folder"), N_("FOLDER") },
  { "choir", 'c', 0, G_OPTION_ARG_NONE, &opt_choir, N_("The table holds codes of the CHOIR body map"), NULL },
  { "protect", 'P', 0, G_OPTION_ARG_NONE, &opt_protect,
    N_("Protect the charts by a password, that of --password-fd or one that is asked for"), NULL },
  { "password-fd", 0, 0, G_OPTION_ARG_INT, &bc_command_password_fd,
    N_("Protect the charts by the password that this file descriptor gives"), N_("N") },
  { "force", 'f', 0, G_OPTION_ARG_NONE, &opt_force, N_("Replace charts that are there already"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &opt_files, NULL, NULL },
  { NULL }
};

const BcCommandHelp bc_import_help = {
  "import",
  N_("MARKS.csv"),
  N_("Make a chart of every case of a table"),
  N_("MARKS.csv has the columns case, region, quality, depth, intensity, role. Each case becomes "
     "FOLDER/<case>.bodychart. With --choir it has the columns id, gender, bodymap_regions_csv. A bad row is an error, and then nothing is written."),
};

/* Returns: (transfer container) (nullable): the cases */
static GPtrArray *
read_cases (void)
{
  g_autoptr(GBytes) marks = NULL;
  g_autoptr(GBytes) answers = NULL;
  g_autoptr(GBytes) patients = NULL;
  g_autofree char *marks_name = g_filename_display_name (opt_files[0]);
  g_autofree char *answers_name = opt_answers != NULL ? g_filename_display_name (opt_answers) : NULL;
  g_autofree char *patients_name = opt_patients != NULL ? g_filename_display_name (opt_patients) : NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *cases;

  if (!bc_command_load_table (opt_files[0], &marks) || !bc_command_load_table (opt_answers, &answers)
      || !bc_command_load_table (opt_patients, &patients))
    return NULL;
  if (opt_choir)
    cases = bc_import_choir (marks, marks_name, &error);
  else
    cases = bc_import_csv (marks, marks_name, answers, answers_name, patients, patients_name, &error);
  if (cases == NULL)
    g_printerr ("%s\n", error->message); /* names the table and the line */
  return cases;
}

/* What has a password is replaced by what has the same one, or nobody would know any more who may read it. */
static gboolean
check_seal (GFile   *file,
            GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr(GBytes) there = bc_load_bytes (file, BC_XML_MAX_BYTES + BC_CHART_SEAL_BYTES, NULL, NULL, NULL);
  g_autoptr(BcKey) old = NULL;

  if (there == NULL || !bc_is_sealed (there) || (key != NULL && bc_key_fits (key, there)))
    return TRUE; /* what cannot be read will be told by saving */
  if (key == NULL)
    {
      g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED,
                   /* Translators: %s is a file name */
                   _("%s: is protected by a password; give it with --protect, so that the new chart is protected too"),
                   name);
      return FALSE;
    }
  old = bc_key_new_for (there, name, password, error);
  return old != NULL;
}

static gboolean
write_case (BcImportCase *one)
{
  g_autofree char *file_name = g_strconcat (one->name, BC_CHART_SUFFIX, NULL); /* the reader refused slashes */
  g_autofree char *path = g_build_filename (opt_output, file_name, NULL);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = NULL;
  g_auto(BcSaved) saved = { NULL };
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (!opt_force && g_file_query_exists (file, NULL))
    {
      /* Translators: %s is a file name */
      g_printerr (_("%s: is there already; use --force to replace it, or another folder"), name);
      g_printerr ("\n");
      return FALSE;
    }
  bytes = bc_chart_write (one->chart);
  done = check_seal (file, &error)
         && bc_chart_save_bytes (bytes, key, file, NULL, opt_force ? BC_SAVE_REPLACE : BC_SAVE_NONE, &saved, NULL, &error);
  if (!done)
    bc_command_report (path, error);
  else if (saved.no_backup != NULL)
    bc_command_report (path, saved.no_backup);
  return done;
}

static BcExit
write_cases (GPtrArray *cases)
{
  g_autofree char *folder = g_filename_display_name (opt_output);
  guint n_written = 0;

  if (g_mkdir_with_parents (opt_output, FOLDER_MODE) != 0)
    {
      int cause = errno;

      /* Translators: name of a folder, then what the system says */
      g_printerr (_("%s: no folder was made: %s; choose another one"), folder, g_strerror (cause));
      g_printerr ("\n");
      return BC_EXIT_BAD;
    }
  for (guint i = 0; i < cases->len; i++)
    n_written += write_case (g_ptr_array_index (cases, i)) ? 1 : 0;
  /* Translators: how many files were written, then the name of a folder */
  g_print (ngettext_ ("%u chart written to %s", "%u charts written to %s", n_written), n_written, folder);
  g_print ("\n");
  return n_written == cases->len ? BC_EXIT_OK : BC_EXIT_BAD;
}

/* One key for all of them, since making one takes a second. */
static gboolean
make_key (void)
{
  g_autoptr(GError) error = NULL;

  if (!opt_protect && bc_command_password_fd < 0)
    return TRUE;
  password = bc_command_new_password (&error);
  key = password != NULL ? bc_key_new (password, &error) : NULL;
  if (key == NULL)
    g_printerr ("%s: %s\n", BC_CLI_NAME, error->message);
  return key != NULL;
}

/**
 * bc_import_command:
 * @arguments: the command line from "import" on
 *
 * Makes one chart of each case of the tables.
 *
 * Returns: the exit code
 */
BcExit
bc_import_command (GStrv arguments)
{
  g_autoptr(GPtrArray) cases = NULL;
  BcExit status;

  if (!bc_command_parse (&bc_import_help, entries, arguments))
    return BC_EXIT_USAGE;
  if (opt_files == NULL)
    return bc_command_fail_usage (bc_import_help.name, "%s", _("A file is missing"));
  if (opt_files[1] != NULL)
    return bc_command_fail_usage (bc_import_help.name, "%s", _("Only one table of marks at a time"));
  if (opt_choir && (opt_answers != NULL || opt_patients != NULL))
    return bc_command_fail_usage (bc_import_help.name, "%s", _("No other tables go with --choir"));
  if (opt_output == NULL)
    return bc_command_fail_usage (bc_import_help.name, "%s", _("The option -o is missing"));
  bc_command_tell_problems ();
  cases = read_cases ();
  if (cases == NULL || !make_key ())
    return BC_EXIT_BAD;
  status = write_cases (cases);
  g_clear_pointer (&key, bc_key_unref);
  g_clear_pointer (&password, bc_password_free);
  status |= bc_command_flush ();
  return status;
}
