/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A part of the window that writes to a visit: greyed, with the reason, while that visit is signed. */
void bc_signed_part_update (GtkWidget *part,
                            BcVisit   *visit); /* (nullable) */

G_END_DECLS
