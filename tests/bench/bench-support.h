/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the benchmarks share: medians of processor time over many rounds, and a table of them. */

typedef void (*BenchStep) (gpointer data);

double bench_median    (BenchStep         step,
                        gpointer          data,
                        guint             calls); /* a round; µs of one call */
void   bench_medians   (const BenchStep  *steps, /* which take turns */
                        const gpointer   *data,
                        guint             n_steps,
                        guint             calls, /* of each a round */
                        double           *medians); /* µs of one call of each */
double bench_median_of (BenchStep         step,
                        BenchStep         after, /* each call, not timed */
                        gpointer          data);
void   bench_head      (const char       *title);
void   bench_row       (const char       *name,
                        double            median,
                        const char       *limit_name,
                        double            limit,
                        double            most); /* times the limit; 0: nothing is promised */
