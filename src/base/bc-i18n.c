/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-i18n.h"

#include <locale.h>

/**
 * bc_i18n_init:
 *
 * Takes the user's locale over and binds the catalogue; the first thing that a program does. The
 * environment variable BODYCHART_LOCALE_DIR names another folder for catalogues, so that an
 * uninstalled build speaks every language too.
 */
void
bc_i18n_init (void)
{
  const char *folder = g_getenv ("BODYCHART_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : BC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
