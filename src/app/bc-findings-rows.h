/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BcKeptFocus:
 * @pattern: (nullable): id of the finding that has the keyboard; %NULL: it is elsewhere
 * @side: its side
 * @on_tick: the keyboard is on its tick
 *
 * Where the keyboard is in a list of findings.
 */
typedef struct
{
  char    *pattern;
  BcSide   side;
  gboolean on_tick;
} BcKeptFocus;

/* What stands in the list of findings beside the findings themselves, and the keyboard in it. */
GtkWidget *bc_outcome_row_new    (const char  *name,
                                  double       value);
void       bc_kept_focus_keep    (BcKeptFocus *kept,
                                  GtkWidget   *list);
void       bc_kept_focus_restore (BcKeptFocus *kept,
                                  GtkWidget   *list);

G_END_DECLS
