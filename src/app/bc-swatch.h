/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-terms.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_SWATCH (bc_swatch_get_type ())
G_DECLARE_FINAL_TYPE (BcSwatch, bc_swatch, BC, SWATCH, GtkWidget)

/*
 * A small picture beside a word: the pen (colour and hatch) of a symptom, or the sign of a quality.
 * Properties: number (int, 0 for none), role (int, BcRole), qualities (uint, flags of BcQuality that the pen is filled
 * with), quality (int, BcQuality, 0 for none: the sign of this one in the place of a pen), unconfirmed (boolean: the pen
 * of a symptom that is not confirmed yet).
 */
GtkWidget *bc_swatch_new         (int        number,
                                  BcRole     role);
GtkWidget *bc_swatch_new_quality (BcQuality  quality);

G_END_DECLS
