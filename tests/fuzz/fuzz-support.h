/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What libFuzzer calls, and fuzz-replay.c in its place: one input, by any means; a crash is a fault. */
int  LLVMFuzzerTestOneInput (const guint8 *data,
                             gsize         size);

/* A reader either gives a result or an error of the form `name:line: what was found; what to do`, in UTF-8. */
void fuzz_check_result      (gconstpointer result,
                             const GError *error,
                             const char   *name);

G_END_DECLS
