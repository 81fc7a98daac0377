/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-i18n.h"

#include <locale.h>

/*
 * Where the language has no catalogue, dgettext() looks for one anew at every call, which takes longer than the look-up
 * in one. Who does not call bc_i18n_init() may change the language at any time.
 */
static gboolean has_catalogue = TRUE;

/**
 * bc_i18n_init:
 *
 * Takes the user's locale over and binds the catalogue; the first thing that a program does. The
 * language stays as it is from then on. The environment variable BODYCHART_LOCALE_DIR names another
 * folder for catalogues, so that an uninstalled build speaks every language too.
 */
void
bc_i18n_init (void)
{
  const char *folder = g_getenv ("BODYCHART_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : BC_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  has_catalogue = *dgettext (GETTEXT_PACKAGE, "") != '\0'; /* a catalogue has a head */
}

/**
 * bc_i18n_translate:
 * @text: a text of the program; best by the macro _()
 *
 * Returns: (transfer none): @text in the user's language
 */
const char *
bc_i18n_translate (const char *text)
{
  return has_catalogue ? dgettext (GETTEXT_PACKAGE, text) : text;
}

/**
 * bc_i18n_translate_context:
 * @context_and_text: both, with a byte 4 between them; best by the macro C_()
 * @offset: where the text begins
 *
 * Returns: (transfer none): the text in the user's language
 */
const char *
bc_i18n_translate_context (const char *context_and_text,
                           gsize       offset)
{
  return has_catalogue ? g_dpgettext (GETTEXT_PACKAGE, context_and_text, offset) : context_and_text + offset;
}
