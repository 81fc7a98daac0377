/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the tests of failing disks and killed programs share. */

#include "../base/faulty-calls.h"
#include "run-cli.h"

G_BEGIN_DECLS

#define FAULTS_OLD "what was there before\n"
/* More calls than a command makes. */
#define FAULTS_MANY 80
#define FAULTS_N_COMMANDS 10

typedef struct
{
  char   *folder;
  char   *out;    /* what is written comes here, and nothing else */
  char   *mark;
  char   *chart;
  GBytes *expected;
} FaultsFixture;

/* A command that writes. In its arguments @ is the folder. */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *target; /* in the folder "out" */
} FaultsCommand;

extern const FaultsCommand faults_commands[FAULTS_N_COMMANDS]; /* the first one imports a chart */

/* @on_disk: a pointer that is not NULL where the folder has to be on a disk */
void      faults_set_up         (FaultsFixture       *f,
                                 gconstpointer        on_disk);
void      faults_tear_down      (FaultsFixture       *f,
                                 gconstpointer        unused);
void      faults_put            (const char          *folder,
                                 const char          *name,
                                 const char          *text);
CliRun   *faults_run_by         (FaultsFixture       *f,
                                 const FaultsCommand *command,
                                 GSubprocessLauncher *launcher) G_GNUC_WARN_UNUSED_RESULT;
CliRun   *faults_run            (FaultsFixture       *f,
                                 const FaultsCommand *command,
                                 FaultyKind           kind,
                                 guint                nth,
                                 int                  cause,
                                 gboolean            *happened) G_GNUC_WARN_UNUSED_RESULT;
CliRun   *faults_run_well       (FaultsFixture       *f,
                                 const FaultsCommand *command) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *faults_read           (FaultsFixture       *f,
                                 const char          *name) G_GNUC_WARN_UNUSED_RESULT;
gboolean  faults_holds          (GBytes              *bytes,
                                 const char          *text);
void      faults_learn          (FaultsFixture       *f,
                                 const FaultsCommand *command);
void      faults_remove_out     (FaultsFixture       *f);
void      faults_empty_out      (FaultsFixture       *f);
void      faults_assert_private (const char          *folder);
void      faults_assert_tidy    (FaultsFixture       *f,
                                 const FaultsCommand *command,
                                 gboolean             killed);
gboolean  faults_is_new         (FaultsFixture       *f,
                                 const FaultsCommand *command);
void      faults_assert_backup  (FaultsFixture       *f,
                                 const FaultsCommand *command,
                                 const CliRun        *run);

G_END_DECLS
