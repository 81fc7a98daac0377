/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-comparison.h"
#include "bc-painted.h"

G_BEGIN_DECLS

/**
 * BcCompareMode:
 * @BC_COMPARE_SIDE: each visit by itself, side by side, or above each other where that gives more room
 * @BC_COMPARE_ONION: both over each other
 */
typedef enum
{
  BC_COMPARE_SIDE,
  BC_COMPARE_ONION
} BcCompareMode;

#define BC_TYPE_COMPARE_PICTURE (bc_compare_picture_get_type ())
G_DECLARE_FINAL_TYPE (BcComparePicture, bc_compare_picture, BC, COMPARE_PICTURE, BcPainted)

/* The figures of two visits, as large as there is room; the pointer tells what became of a region. */
GtkWidget *bc_compare_picture_new            (BcCompareMode       mode);
void       bc_compare_picture_set_comparison (BcComparePicture   *self,
                                              BcFigureId          figure,
                                              const BcComparison *comparison, /* (nullable) */
                                              int                 symptom,
                                              gboolean            zoomed);

G_END_DECLS
