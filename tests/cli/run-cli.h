/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  int   status;
  char *out;
  char *err;
} CliRun;

GSubprocessLauncher *cli_launcher_new (void) G_GNUC_WARN_UNUSED_RESULT;
CliRun *cli_run_by         (GSubprocessLauncher *launcher,
                            const char *const  *arguments) G_GNUC_WARN_UNUSED_RESULT;
CliRun *cli_run            (const char         *first,
                            ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
CliRun *cli_run_strv       (const char *const  *arguments,
                            const char         *locale) G_GNUC_WARN_UNUSED_RESULT;
void    cli_run_free       (CliRun             *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

char   *cli_sample         (const char         *name) G_GNUC_WARN_UNUSED_RESULT;
GStrv   cli_all_samples    (void) G_GNUC_WARN_UNUSED_RESULT;
char   *cli_make_folder    (void) G_GNUC_WARN_UNUSED_RESULT;
void    cli_remove_folder  (const char         *folder);
char   *cli_write          (const char         *folder,
                            const char         *name,
                            const char         *text) G_GNUC_WARN_UNUSED_RESULT;
guint   cli_get_mode       (const char         *path);
void    cli_assert_has     (const char         *text,
                            const char         *part);
void    cli_assert_lacks   (const char         *text,
                            const char         *part);

G_END_DECLS
