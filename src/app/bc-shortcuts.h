/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BcShortcut:
 * @action: a detailed action name
 * @keys: accelerators, the one to learn first; %NULL at the end
 *
 * Keys of a command. The shortcuts window names the commands and takes the keys from here (ui/shortcuts.ui).
 */
typedef struct
{
  const char *action;
  const char *keys[3];
} BcShortcut;

const BcShortcut *bc_shortcuts_list    (guint          *n_shortcuts);
void              bc_shortcuts_install (GtkApplication *application);

G_END_DECLS
