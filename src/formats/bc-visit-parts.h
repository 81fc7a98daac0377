/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit.h"
#include "bc-xml.h"

G_BEGIN_DECLS

/* Reads the parts of a visit that need to know nothing but the visit: see BcChartChild. Private to the chart reader. */
gboolean bc_visit_read_flag_action (gpointer        data,
                                    const xmlNode  *node,
                                    gpointer        visit,
                                    GError        **error);
gboolean bc_visit_read_link        (gpointer        data,
                                    const xmlNode  *node,
                                    gpointer        visit,
                                    GError        **error);
gboolean bc_visit_read_retest      (gpointer        data,
                                    const xmlNode  *node,
                                    gpointer        visit,
                                    GError        **error);
gboolean bc_visit_read_signed      (gpointer        data,
                                    const xmlNode  *node,
                                    gpointer        visit,
                                    GError        **error);
gboolean bc_visit_read_correction  (gpointer        data,
                                    const xmlNode  *node,
                                    gpointer        visit,
                                    GError        **error);
gboolean bc_visit_check_signed     (const xmlNode  *node,
                                    BcVisit        *visit,
                                    GError        **error);
gboolean bc_visit_check_links      (const xmlNode  *node,
                                    BcVisit        *visit,
                                    GError        **error);

/* Likewise of a symptom. */
gboolean bc_symptom_read_onset      (gpointer        data,
                                     const xmlNode  *node,
                                     gpointer        symptom,
                                     GError        **error);
gboolean bc_symptom_read_day_course (gpointer        data,
                                     const xmlNode  *node,
                                     gpointer        symptom,
                                     GError        **error);
gboolean bc_symptom_read_factor     (gpointer        data,
                                     const xmlNode  *node,
                                     gpointer        symptom,
                                     GError        **error);

G_END_DECLS
