/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-scores.h"

G_BEGIN_DECLS

char *bc_instruments_dup_text (BcVisit        *visit,
                               const BcMaps   *maps,
                               const BcScores *scores) G_GNUC_WARN_UNUSED_RESULT;
char *bc_instruments_dup_json (const char     *file,
                               BcVisit        *visit,
                               const BcScores *scores) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
