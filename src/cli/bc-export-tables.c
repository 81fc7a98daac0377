/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-export-private.h"

#include "bc-i18n.h"
#include "bc-save.h"

#include <errno.h>
#include <glib/gstdio.h>

static BcExit
add_visit (const BcExport *export,
           const char     *name,
           BcChart        *chart,
           BcVisit        *visit,
           FILE           *out)
{
  g_autoptr(GString) rows = g_string_new (NULL);

  bc_table_append_visit (export->format->kind, name, chart, visit, bc_maps_get_default (), rows);
  fwrite (rows->str, 1, rows->len, out);
  return BC_EXIT_OK;
}

static BcExit
write_table (const BcExport *export,
             FILE           *out)
{
  g_autoptr(GString) head = g_string_new (NULL);

  bc_table_append_head (export->format->kind, head);
  fwrite (head->str, 1, head->len, out);
  return bc_export_each (export, add_visit, out);
}

static BcExit
fail_spool (const BcExport *export,
            int             cause)
{
  g_autofree char *name = g_filename_display_name (export->output);

  /* Translators: name of a file, then what the system says */
  g_printerr (_("%s: not written: %s; choose another place"), name, g_strerror (cause));
  g_printerr ("\n");
  return BC_EXIT_BAD;
}

/* The rows wait in a file without a name, so that the table is there whole or not at all and memory stays small. */
static BcExit
write_into_file (const BcExport *export)
{
  g_autoptr(GFile) target = bc_command_open (export->output);
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GMappedFile) mapped = NULL;
  g_autoptr(GBytes) bytes = NULL;
  int fd = g_file_open_tmp ("bodychart-XXXXXX", &path, &error);
  FILE *spool = fd >= 0 ? fdopen (fd, "w+") : NULL;
  BcExit status;

  if (spool == NULL)
    return fail_spool (export, errno);
  g_unlink (path);
  status = write_table (export, spool);
  if (fflush (spool) != 0 || ferror (spool))
    status = fail_spool (export, errno);
  else if ((mapped = g_mapped_file_new_from_fd (fd, FALSE, &error)) == NULL
           || (bytes = g_mapped_file_get_bytes (mapped)) == NULL
           || !bc_save_bytes (target, bytes, NULL, BC_SAVE_REPLACE, NULL, NULL, &error))
    {
      bc_command_report (export->output, error);
      status = BC_EXIT_BAD;
    }
  fclose (spool);
  return status;
}

/**
 * bc_export_tables:
 * @export: what was asked for
 *
 * Writes one table of all charts.
 *
 * Returns: the exit code
 */
BcExit
bc_export_tables (const BcExport *export)
{
  BcExit status;

  if (export->output != NULL)
    return bc_command_check_output (export->output) ? write_into_file (export) : BC_EXIT_BAD;
  status = write_table (export, stdout);
  status |= bc_command_flush ();
  return status;
}
