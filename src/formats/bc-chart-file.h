/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-error.h"
#include "bc-save.h"
#include "bc-seal.h"

G_BEGIN_DECLS

#define BC_CHART_NAMESPACE "https://bodychart.github.io/ns/chart/1"
#define BC_CHART_VERSION 3 /* that is written; all since 1 are read */
#define BC_CHART_MINOR 0 /* of what is known; from files of a higher one, what is not known is kept */
#define BC_CHART_SUFFIX ".bodychart"
#define BC_CHART_SEAL_BYTES 8192 /* at most, of what a password adds to a chart */

BcChart  *bc_chart_parse (GBytes        *bytes,
                          const char    *name,
                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *bc_chart_write (BcChart       *chart) G_GNUC_WARN_UNUSED_RESULT; /* pure: same chart, same bytes */
BcChart  *bc_chart_load  (GFile         *file,
                          char         **etag,
                          GCancellable  *cancellable,
                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
BcChart  *bc_chart_load_sealed (GFile         *file,
                                const char    *password,
                                BcKey        **key,
                                char         **etag,
                                GCancellable  *cancellable,
                                GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bc_chart_save  (BcChart       *chart,
                          GFile         *file,
                          const char    *seen_etag,
                          BcSaveFlags    flags,
                          char         **new_etag,
                          GCancellable  *cancellable,
                          GError       **error);

gboolean  bc_chart_save_bytes (GBytes        *bytes,
                               BcKey         *key,
                               GFile         *file,
                               const char    *seen_etag,
                               BcSaveFlags    flags,
                               BcSaved       *saved,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
