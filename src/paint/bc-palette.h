/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-overlay.h"
#include "bc-terms.h"

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} BcColour;

/**
 * BcScheme:
 *
 * Which surroundings the figure is painted for. Paper is for print and export: white, no tint behind.
 */
typedef enum
{
  BC_SCHEME_LIGHT,
  BC_SCHEME_DARK,
  BC_SCHEME_HIGH_CONTRAST,
  BC_SCHEME_HIGH_CONTRAST_DARK,
  BC_SCHEME_PAPER
} BcScheme;

#define BC_N_PENS 6

typedef struct
{
  BcColour skin;
  BcColour border;   /* between regions */
  BcColour shading;
  BcColour details;
  BcColour outline;
  BcColour hover;
  BcColour focus;
  BcColour clear;    /* the tick */
  BcColour overlay;  /* map of a selected finding: tint at probability 1 */
  BcColour text;
  BcColour dim_text;
  BcColour paper;    /* behind it all; alpha 0 on screen */
} BcPalette;

const BcPalette *bc_palette_get  (BcScheme scheme);
BcColour         bc_pen_colour   (int      number,
                                  BcScheme scheme); /* of symptom P<number>, from 1; told apart by all eyes */
const double    *bc_pen_dashes   (int      number,
                                  guint   *n_dashes); /* of its contour, in widths of the line */
BcColour         bc_hue_colour   (guint    hue,
                                  BcScheme scheme); /* of a layer of maps: 1 to BC_OVERLAY_N_HUES; 0: of one map */

G_END_DECLS
