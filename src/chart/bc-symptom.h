/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-mark.h"
#include "bc-stroke.h"
#include "bc-symptom-factor.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BC_TYPE_SYMPTOM (bc_symptom_get_type ())
G_DECLARE_FINAL_TYPE (BcSymptom, bc_symptom, BC, SYMPTOM, GObject)

/*
 * Properties, all writable, all notify only on a real change:
 *   number (int, from 1: P1, P2, ...), qualities (uint, BcQuality flags),
 *   now, best, worst (int, NRS-11 0..10 or BC_NRS_UNKNOWN), depth (int, BcDepth), constancy (int, BcConstancy),
 *   resolved (int, 0 or 1: gone at this visit, its number stays its own), unconfirmed (int, 0 or 1: a copy from the
 *   last visit that nobody has touched yet; still counts as what the visit says), understood (int, 0 or 1: the
 *   clinician's drawing was begun, empty or not),
 *   onset-kind (int, BcOnset), onset-date (string, ISO 8601 day or ""), morning, daytime, evening, night (int,
 *   BcCourse), stiffness (int, minutes in the morning), wakes (int, times a night), all unknown at first,
 *   onset, day-pattern (24-hour behaviour), aggravating, easing, notes (string, never NULL, "" where not given).
 */
BcSymptom   *bc_symptom_new             (int        number) G_GNUC_WARN_UNUSED_RESULT;
int          bc_symptom_get_number      (BcSymptom *self);
char        *bc_symptom_dup_label       (BcSymptom *self) G_GNUC_WARN_UNUSED_RESULT; /* "P1" */
guint        bc_symptom_get_qualities   (BcSymptom *self);
int          bc_symptom_get_now         (BcSymptom *self);
int          bc_symptom_get_best        (BcSymptom *self);
int          bc_symptom_get_worst       (BcSymptom *self);
BcDepth      bc_symptom_get_depth       (BcSymptom *self);
BcConstancy  bc_symptom_get_constancy   (BcSymptom *self);
gboolean     bc_symptom_get_resolved    (BcSymptom *self);
gboolean     bc_symptom_get_unconfirmed (BcSymptom *self);
const char  *bc_symptom_get_onset       (BcSymptom *self);
const char  *bc_symptom_get_day_pattern (BcSymptom *self);
const char  *bc_symptom_get_aggravating (BcSymptom *self);
const char  *bc_symptom_get_easing      (BcSymptom *self);
const char  *bc_symptom_get_notes       (BcSymptom *self);
BcOnset      bc_symptom_get_onset_kind  (BcSymptom *self);
const char  *bc_symptom_get_onset_date  (BcSymptom *self);
BcCourse     bc_symptom_get_morning     (BcSymptom *self);
BcCourse     bc_symptom_get_daytime     (BcSymptom *self);
BcCourse     bc_symptom_get_evening     (BcSymptom *self);
BcCourse     bc_symptom_get_night       (BcSymptom *self);
int          bc_symptom_get_stiffness   (BcSymptom *self);
int          bc_symptom_get_wakes       (BcSymptom *self);
GListStore  *bc_symptom_get_factors     (BcSymptom *self); /* of BcSymptomFactor, (transfer none) */
GListStore  *bc_symptom_get_marks       (BcSymptom *self); /* of BcMark, (transfer none) */
BcMark      *bc_symptom_find_mark       (BcSymptom *self,
                                         BcRegion   region,
                                         guint     *position); /* (transfer none) (nullable) */
GListStore  *bc_symptom_get_strokes     (BcSymptom *self); /* of BcStroke, oldest first, (transfer none) */
gboolean     bc_symptom_draws_region    (BcSymptom *self,
                                         BcRegion   region,
                                         BcRole    *role); /* by strokes alone; (out) (optional) */
gboolean     bc_symptom_marks_region    (BcSymptom *self,
                                         BcRegion   region,
                                         BcRole    *role); /* by a mark or by strokes; (out) (optional) */

/* Likewise of one drawing; those above are of the patient's. */
GListStore  *bc_symptom_get_marks_of    (BcSymptom *self,
                                         BcDrawing  drawing); /* (transfer none) */
GListStore  *bc_symptom_get_strokes_of  (BcSymptom *self,
                                         BcDrawing  drawing); /* (transfer none) */
gboolean     bc_symptom_has_drawing     (BcSymptom *self,
                                         BcDrawing  drawing);
BcDrawing    bc_symptom_choose_drawing  (BcSymptom *self,
                                         BcDrawing  wanted); /* the patient's where there is no other */
gboolean     bc_symptom_is_nowhere      (BcSymptom *self); /* the clinician says so */
BcMark      *bc_symptom_find_mark_of    (BcSymptom *self,
                                         BcDrawing  drawing,
                                         BcRegion   region,
                                         guint     *position); /* (transfer none) (nullable) */
gboolean     bc_symptom_draws_region_of (BcSymptom *self,
                                         BcDrawing  drawing,
                                         BcRegion   region,
                                         BcRole    *role);
gboolean     bc_symptom_marks_region_of (BcSymptom *self,
                                         BcDrawing  drawing,
                                         BcRegion   region,
                                         BcRole    *role);

gboolean     bc_symptom_is_empty        (BcSymptom *self); /* nothing known but its number */

G_END_DECLS
