/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

G_BEGIN_DECLS

/*
 * What a user can do to a visit, each one undoable step in the chart's history. All windows, and tests, edit
 * through these, so the rules hold everywhere: a region is never clear and marked at once, a symptom number is
 * never used twice in a visit, nor for another symptom in another visit, a mark in a region replaces the one of the
 * same symptom there.
 */
BcSymptom *bc_edit_add_symptom    (BcChart       *chart,
                                   BcVisit       *visit); /* (transfer none): the lowest number that no visit uses */
void       bc_edit_remove_symptom (BcChart       *chart,
                                   BcVisit       *visit,
                                   BcSymptom     *symptom);
void       bc_edit_toggle_region  (BcChart       *chart,
                                   BcVisit       *visit,
                                   BcSymptom     *symptom,
                                   BcRegion       region,
                                   BcRole         role);
void       bc_edit_set_role       (BcChart       *chart,
                                   BcVisit       *visit,
                                   BcSymptom     *symptom,
                                   BcRegion       region,
                                   BcRole         role);
gboolean   bc_edit_toggle_clear   (BcChart       *chart,
                                   BcVisit       *visit,
                                   BcRegion       region); /* FALSE: something is drawn there, nothing changed */
void       bc_edit_add_stroke     (BcChart       *chart,
                                   BcVisit       *visit,
                                   BcSymptom     *symptom,
                                   BcStroke      *stroke); /* takes clear ticks in the regions that it marks away */
void       bc_edit_replace_stroke (BcChart       *chart,
                                   BcSymptom     *symptom,
                                   BcStroke      *stroke,
                                   GPtrArray     *pieces); /* of BcStroke, (nullable): what is left of it */
void       bc_edit_move_stroke    (BcChart       *chart,
                                   BcSymptom     *from,
                                   BcSymptom     *to,
                                   BcStroke      *stroke); /* within the drawing that has it */
void       bc_edit_move_mark      (BcChart       *chart,
                                   BcVisit       *visit,
                                   BcDrawing      drawing,
                                   BcSymptom     *from,
                                   BcSymptom     *to,
                                   BcRegion       region);
void       bc_edit_toggle_quality (BcChart       *chart,
                                   BcSymptom     *symptom,
                                   BcQuality      quality);
void       bc_edit_set_intensity  (BcChart       *chart,
                                   BcSymptom     *symptom,
                                   const char    *property,
                                   int            nrs); /* now, best or worst; keeps best <= now <= worst */
void       bc_edit_set_answer     (BcChart       *chart,
                                   BcVisit       *visit,
                                   const char    *id,
                                   BcAnswerValue  value); /* BC_ANSWER_NONE takes the answer back */
void       bc_edit_set_ticked     (BcChart       *chart,
                                   BcVisit       *visit,
                                   const char    *pattern,
                                   int            side,
                                   gboolean       ticked);
gboolean   bc_edit_set_flag_action (BcChart      *chart,
                                    BcVisit      *visit,
                                    const char   *flag,
                                    BcAction      action,
                                    const char   *comment,
                                    const char   *when,
                                    const char   *who,
                                    gboolean      lowered,
                                    GError      **error); /* lowering a red flag needs a comment */
void       bc_edit_remove_flag_action (BcChart   *chart,
                                       BcVisit   *visit,
                                       const char *flag);

/*
 * The clinician's drawing of a symptom, beside the patient's, which the functions above change where they do not ask or
 * know which is meant. It may mark what the patient says is clear. Each of these begins it where there is none.
 */
void       bc_edit_start_drawing  (BcChart       *chart,
                                   BcVisit       *visit); /* of all symptoms */
BcStroke  *bc_edit_begin_drawing  (BcChart       *chart,
                                   BcSymptom     *symptom,
                                   BcStroke      *stroke); /* (transfer none) (nullable): its copy */
void       bc_edit_drop_drawing   (BcChart       *chart,
                                   BcSymptom     *symptom); /* as the patient drew it */
void       bc_edit_set_nowhere    (BcChart       *chart,
                                   BcSymptom     *symptom);
void       bc_edit_understand_region (BcChart    *chart,
                                      BcSymptom  *symptom,
                                      BcRegion    region,
                                      BcRole      role); /* BC_ROLE_CLEAR takes the mark away */
void       bc_edit_toggle_understood (BcChart    *chart,
                                      BcSymptom  *symptom,
                                      BcRegion    region,
                                      BcRole      role);
void       bc_edit_add_understood_stroke (BcChart *chart,
                                          BcSymptom *symptom,
                                          BcStroke  *stroke);

/*
 * A signed visit refuses every edit of it: nothing changes, functions that add something return NULL or FALSE, and the
 * history emits `refused`. bc_visit_is_signed() tells before.
 */
gboolean   bc_edit_sign           (BcChart       *chart,
                                   BcVisit       *visit,
                                   const char    *who,
                                   const char    *when,
                                   GError       **error);
gboolean   bc_edit_add_correction (BcChart       *chart,
                                   BcVisit       *visit,
                                   const char    *field,
                                   const char    *after,
                                   const char    *who,
                                   const char    *when,
                                   GError       **error);

/* How symptoms behave. Fields of a factor and of a retest are set through the history. */
BcSymptomFactor *bc_edit_add_factor (BcChart     *chart,
                                     BcSymptom   *symptom,
                                     BcAnswerValue effect); /* (transfer none) (nullable): aggravates or eases */
void       bc_edit_remove_factor  (BcChart       *chart,
                                   BcSymptom     *symptom,
                                   BcSymptomFactor *factor);
void       bc_edit_set_link       (BcChart       *chart,
                                   BcVisit       *visit,
                                   int            from,
                                   int            to,
                                   BcAnswerValue  value); /* yes, no, or none where it is not known */
BcRetest  *bc_edit_add_retest     (BcChart       *chart,
                                   BcVisit       *visit,
                                   const char    *sign); /* (transfer none) (nullable) */
void       bc_edit_remove_retest  (BcChart       *chart,
                                   BcVisit       *visit,
                                   BcRetest      *retest);

/* From visit to visit. */
BcVisit   *bc_edit_start_visit    (BcChart       *chart,
                                   const char    *date,
                                   gboolean       from_last); /* (transfer none) */
void       bc_edit_set_resolved   (BcChart       *chart,
                                   BcSymptom     *symptom,
                                   gboolean       resolved);
void       bc_edit_confirm_symptom (BcChart      *chart,
                                    BcSymptom    *symptom);
void       bc_edit_confirm_answer (BcChart       *chart,
                                   BcVisit       *visit,
                                   const char    *id);
void       bc_edit_confirm_clear  (BcChart       *chart,
                                   BcVisit       *visit,
                                   BcRegion       region);
void       bc_edit_confirm_all    (BcChart       *chart,
                                   BcVisit       *visit);

G_END_DECLS
