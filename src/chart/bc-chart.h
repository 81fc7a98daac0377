/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-history.h"
#include "bc-visit.h"

G_BEGIN_DECLS

#define BC_TYPE_CHART (bc_chart_get_type ())
G_DECLARE_FINAL_TYPE (BcChart, bc_chart, BC, CHART, GObject)

/*
 * One patient's document. Properties: name, birth-date (ISO 8601 day or ""), reference (strings, never NULL),
 * sex (int, BcSex), figure (int, BcFigureId). List: visits (BcVisit, oldest first).
 * A new chart holds no visit; bc_chart_add_visit() is what the window does for a new patient.
 */
BcChart    *bc_chart_new            (void) G_GNUC_WARN_UNUSED_RESULT;
const char *bc_chart_get_name       (BcChart    *self);
const char *bc_chart_get_birth_date (BcChart    *self);
const char *bc_chart_get_reference  (BcChart    *self);
BcSex       bc_chart_get_sex        (BcChart    *self);
BcFigureId  bc_chart_get_figure     (BcChart    *self);
GListStore *bc_chart_get_visits     (BcChart    *self);
BcHistory  *bc_chart_get_history    (BcChart    *self);

BcVisit    *bc_chart_add_visit      (BcChart    *self,
                                     const char *date); /* (transfer none), not undoable */
BcVisit    *bc_chart_get_last_visit (BcChart    *self); /* (transfer none) (nullable) */
BcVisit    *bc_chart_find_undo_visit (BcChart   *self); /* (transfer none) (nullable) */
BcVisit    *bc_chart_find_redo_visit (BcChart   *self);
int         bc_chart_get_age        (BcChart    *self,
                                     BcVisit    *visit); /* whole years at the visit, or BC_AGE_UNKNOWN */

gboolean    bc_date_is_valid        (const char *date); /* ISO 8601 day, 1800 to 2200 */
char       *bc_date_dup_today       (void) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_date_dup_display     (const char *date) G_GNUC_WARN_UNUSED_RESULT; /* in the user's locale, "" for "" */
gboolean    bc_date_parse_display   (const char *text,
                                     char      **date); /* accepts ISO and the locale's day order; "" is valid and empty */
gboolean    bc_time_is_valid        (const char *when); /* ISO 8601 with seconds and offset */
char       *bc_time_dup_now         (void) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_time_dup_display     (const char *when) G_GNUC_WARN_UNUSED_RESULT; /* "12 May 2026, 10:40", "" for "" */

G_END_DECLS
