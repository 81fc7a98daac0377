/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-match.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bc_finding_details_new (const BcFinding *finding,
                                   const BcMaps    *maps);

G_END_DECLS
