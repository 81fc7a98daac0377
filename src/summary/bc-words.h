/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"
#include "bc-visit.h"

G_BEGIN_DECLS

/*
 * Places and symptoms in words, for paper, screen and screen readers: one wording everywhere.
 * Where nothing else is said, nothing returns NULL; an empty list gives "".
 */
char *bc_words_dup_regions (const GArray *regions) G_GNUC_WARN_UNUSED_RESULT; /* of BcRegion */
char *bc_words_dup_marks   (BcSymptom    *symptom,
                            BcRole        role) G_GNUC_WARN_UNUSED_RESULT;
char *bc_words_dup_clears  (GListModel   *clears) G_GNUC_WARN_UNUSED_RESULT;  /* of BcMark */
char *bc_words_dup_unconfirmed_clears (GListModel *clears) G_GNUC_WARN_UNUSED_RESULT; /* likewise */
char *bc_words_dup_symptom (BcSymptom    *symptom) G_GNUC_WARN_UNUSED_RESULT;
char *bc_words_dup_crossing (BcSymptom   *symptom) G_GNUC_WARN_UNUSED_RESULT; /* (nullable): it stays on its side */
char *bc_words_dup_capital (const char   *text) G_GNUC_WARN_UNUSED_RESULT;

/* How a symptom behaves: the words that were typed, then what was entered beside them. "" where nothing is known. */
char *bc_words_dup_onset   (BcSymptom     *symptom) G_GNUC_WARN_UNUSED_RESULT;
char *bc_words_dup_day     (BcSymptom     *symptom) G_GNUC_WARN_UNUSED_RESULT;
char *bc_words_dup_factors (BcSymptom     *symptom,
                            const BcMaps  *maps,
                            BcAnswerValue  effect) G_GNUC_WARN_UNUSED_RESULT;
char *bc_words_dup_links   (BcVisit       *visit) G_GNUC_WARN_UNUSED_RESULT;

/* Red flags and what was done about them. */
char       *bc_words_dup_flag_action    (BcFlagAction    *action) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *bc_words_list_flag_actions  (BcVisit         *visit,
                                         const BcMaps    *maps,
                                         const BcRedFlag *flag) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *bc_words_list_other_actions (BcVisit         *visit,
                                         const BcMaps    *maps,
                                         const GPtrArray *flags) G_GNUC_WARN_UNUSED_RESULT;
const char *bc_words_get_flag_meaning   (const BcMaps    *maps,
                                         BcFlagAction    *action);

G_END_DECLS
