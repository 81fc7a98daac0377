/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"
#include "bc-symptom.h"

G_BEGIN_DECLS

/*
 * Places and symptoms in words, for paper, screen and screen readers: one wording everywhere.
 * Where nothing else is said, nothing returns NULL; an empty list gives "".
 */
char *bc_words_dup_regions (const GArray *regions) G_GNUC_WARN_UNUSED_RESULT; /* of BcRegion */
char *bc_words_dup_marks   (BcSymptom    *symptom,
                            BcRole        role) G_GNUC_WARN_UNUSED_RESULT;
char *bc_words_dup_clears  (GListModel   *clears) G_GNUC_WARN_UNUSED_RESULT;  /* of BcMark */
char *bc_words_dup_symptom (BcSymptom    *symptom) G_GNUC_WARN_UNUSED_RESULT;
char *bc_words_dup_crossing (BcSymptom   *symptom) G_GNUC_WARN_UNUSED_RESULT; /* (nullable): it stays on its side */
char *bc_words_dup_capital (const char   *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
