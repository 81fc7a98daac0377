/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-application.h"
#include "bc-config.h"
#include "bc-i18n.h"
#include "bc-resources.h"

#include <glib-unix.h>
#include <signal.h>
#include <sys/stat.h>

static gboolean
terminate_cb (gpointer data)
{
  bc_application_end (data);
  return G_SOURCE_CONTINUE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(BcApplication) application = NULL;

  /* Charts are written for their owner only by themselves. This is for what others write for us: "Print to File" of the
   * print dialog, its spool files, and settings. */
  umask (0077);
  bc_i18n_init ();
  bc_resources_init ();
  g_set_prgname (BC_APPLICATION_ID);
  g_set_application_name (_("Bodychart"));
  application = bc_application_new ();
  /* The session ends, the terminal is closed, or somebody pressed Ctrl+C there. */
  g_unix_signal_add (SIGTERM, terminate_cb, application);
  g_unix_signal_add (SIGHUP, terminate_cb, application);
  g_unix_signal_add (SIGINT, terminate_cb, application);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
