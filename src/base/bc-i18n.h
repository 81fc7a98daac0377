/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-config.h"

#include <glib.h>
#include <libintl.h>

/* All rooms translate in the one domain by dgettext(), so that a library user's domain is not touched. */
#define _(text) dgettext (GETTEXT_PACKAGE, text)
#define N_(text) (text)
#define NC_(context, text) (text)
#define ngettext_(one, many, n) dngettext (GETTEXT_PACKAGE, one, many, n)
#define C_(context, text) g_dpgettext (GETTEXT_PACKAGE, context "\004" text, sizeof (context))

void bc_i18n_init (void);
