/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

/* What a person draws who goes through the middles of regions, ids separated by blanks, in one view. */
BcStroke *draw_through (BcFigureId  figure,
                        BcViewId    view,
                        BcRole      role,
                        double      width,
                        const char *regions) G_GNUC_WARN_UNUSED_RESULT;
void      add_stroke   (BcSymptom  *symptom,
                        BcStroke   *stroke); /* takes the stroke */
