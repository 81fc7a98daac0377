/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-support.h"

#include <stdlib.h>
#include <time.h>

#define ROUNDS 31
#define MOST_STEPS 8

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Time of the processor, in µs: what other programs do meanwhile does not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static double
median_of (double *times)
{
  qsort (times, ROUNDS, sizeof (double), compare_doubles);
  return times[ROUNDS / 2];
}

void
bench_medians (const BenchStep *steps,
               const gpointer  *data,
               guint            n_steps,
               guint            calls,
               double          *medians)
{
  double times[MOST_STEPS][ROUNDS];

  g_assert_cmpuint (n_steps, <=, MOST_STEPS);
  for (guint i = 0; i < n_steps; i++)
    steps[i] (data[i]); /* warms up */
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < n_steps; i++)
      {
        double start = now ();

        for (guint call = 0; call < calls; call++)
          steps[i] (data[i]);
        times[i][round] = (now () - start) / calls;
      }
  for (guint i = 0; i < n_steps; i++)
    medians[i] = median_of (times[i]);
}

double
bench_median (BenchStep step,
              gpointer  data,
              guint     calls)
{
  double median;

  bench_medians (&step, &data, 1, calls, &median);
  return median;
}

double
bench_median_of (BenchStep step,
                 BenchStep after,
                 gpointer  data)
{
  double times[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++)
    {
      double start = now ();

      step (data);
      times[round] = now () - start;
      after (data);
    }
  return median_of (times);
}

void
bench_head (const char *title)
{
  g_print ("\n%-52s %12s   %-26s %12s %8s\n", title, "median us", "limit, in the same run", "us", "ratio");
}

void
bench_row (const char *name,
           double      median,
           const char *limit_name,
           double      limit,
           double      most)
{
  g_print ("%-52s %12.2f   %-26s %12.2f %8.3f", name, median, limit_name, limit, median / limit);
  if (most > 0)
    g_print ("  at most %g: %s", most, median <= most * limit ? "met" : "not met");
  g_print ("\n");
}
