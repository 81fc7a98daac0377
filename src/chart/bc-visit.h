/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-answer.h"
#include "bc-correction.h"
#include "bc-flag-action.h"
#include "bc-link.h"
#include "bc-retest.h"
#include "bc-symptom.h"

G_BEGIN_DECLS

#define BC_TYPE_VISIT (bc_visit_get_type ())
G_DECLARE_FINAL_TYPE (BcVisit, bc_visit, BC, VISIT, GObject)

#define BC_AGE_UNKNOWN (-1)

/*
 * Properties: date (string, ISO 8601 day, as 2026-05-12), age (int, years as told at the visit, BC_AGE_UNKNOWN:
 * then it follows from the birth date), clinician, notes, plan,
 * signed-when (ISO 8601 date and time with its offset, "" while it is not signed), signed-by,
 * relation (how the symptoms belong together, as "P1 brings P2 on") (strings, never NULL).
 * Lists: symptoms (BcSymptom), clears (BcMark with BC_ROLE_CLEAR), answers (BcAnswer), ticks (BcTick),
 * flag-actions (BcFlagAction, each red flag once), links (BcLink, each pair once), retests (BcRetest),
 * corrections (BcCorrection, oldest first, only of a signed visit).
 */
BcVisit       *bc_visit_new           (const char *date) G_GNUC_WARN_UNUSED_RESULT;
const char    *bc_visit_get_date      (BcVisit    *self);
int            bc_visit_get_age       (BcVisit    *self);
const char    *bc_visit_get_clinician (BcVisit    *self);
const char    *bc_visit_get_notes     (BcVisit    *self);
const char    *bc_visit_get_plan      (BcVisit    *self);
const char    *bc_visit_get_relation  (BcVisit    *self);
GListStore    *bc_visit_get_symptoms  (BcVisit    *self);
GListStore    *bc_visit_get_clears    (BcVisit    *self);
GListStore    *bc_visit_get_answers   (BcVisit    *self);
GListStore    *bc_visit_get_ticks     (BcVisit    *self);
GListStore    *bc_visit_get_flag_actions (BcVisit *self);
GListStore    *bc_visit_get_corrections (BcVisit  *self);
const char    *bc_visit_get_signed_when (BcVisit  *self);
const char    *bc_visit_get_signed_by (BcVisit    *self);
gboolean       bc_visit_is_signed     (BcVisit    *self);
char          *bc_visit_dup_field     (BcVisit    *self,
                                       const char *field) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
char          *bc_visit_field_dup_name (const char *field) G_GNUC_WARN_UNUSED_RESULT; /* translated */
GListStore    *bc_visit_get_links     (BcVisit    *self);
GListStore    *bc_visit_get_retests   (BcVisit    *self);

BcSymptom     *bc_visit_get_symptom   (BcVisit    *self,
                                       int         number); /* (transfer none) (nullable) */
BcAnswerValue  bc_visit_get_answer    (BcVisit    *self,
                                       const char *id);
BcAnswer      *bc_visit_find_answer   (BcVisit    *self,
                                       const char *id); /* (transfer none) (nullable) */
BcMark        *bc_visit_find_clear    (BcVisit    *self,
                                       BcRegion    region); /* (transfer none) (nullable) */
gboolean       bc_visit_is_clear      (BcVisit    *self,
                                       BcRegion    region);
gboolean       bc_visit_is_ticked     (BcVisit    *self,
                                       const char *pattern,
                                       int         side);
BcLink        *bc_visit_find_link     (BcVisit    *self,
                                       int         from,
                                       int         to); /* (transfer none) (nullable) */
BcFlagAction  *bc_visit_get_flag_action (BcVisit  *self,
                                         const char *flag); /* (transfer none) (nullable) */
gboolean       bc_visit_is_empty      (BcVisit    *self);

G_END_DECLS
