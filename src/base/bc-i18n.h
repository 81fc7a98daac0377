/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-config.h"

#include <glib.h>
#include <libintl.h>

G_BEGIN_DECLS

/* All rooms translate in the one domain, so that a library user's domain is not touched. */
#define _(text) bc_i18n_translate (text)
#define N_(text) (text)
#define NC_(context, text) (text)
#define ngettext_(one, many, n) dngettext (GETTEXT_PACKAGE, one, many, n)
#define C_(context, text) bc_i18n_translate_context (context "\004" text, sizeof (context))

void        bc_i18n_init              (void);
const char *bc_i18n_translate         (const char *text) G_GNUC_FORMAT (1);
const char *bc_i18n_translate_context (const char *context_and_text,
                                       gsize       offset) G_GNUC_FORMAT (1);

G_END_DECLS
