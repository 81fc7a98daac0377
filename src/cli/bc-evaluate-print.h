/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-evaluation.h"

G_BEGIN_DECLS

void bc_evaluate_print_case (const char         *name,
                             const BcEvidence   *evidence,
                             const BcMaps       *maps,
                             const BcTruth      *truth);
void bc_evaluate_print      (const BcEvaluation *evaluation);
void bc_evaluate_print_harder (const BcEvaluation *harder,
                               guint               n_charts);

G_END_DECLS
