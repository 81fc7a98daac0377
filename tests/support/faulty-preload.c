/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Lets calls of any program fail: LD_PRELOAD=faulty-preload.so with
 *
 *     BODYCHART_FAULT=KIND NTH ERRNO FOLDER   as of faulty_calls_arm(), numbers but for the folder
 *     BODYCHART_FAULT_MARK=FILE               comes to be where the fault happened and the program ended by itself
 */

#include "../base/faulty-calls.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static char folder[4096];

__attribute__ ((constructor)) static void
arm (void)
{
  const char *text = getenv ("BODYCHART_FAULT");
  unsigned kind;
  unsigned nth;
  int cause;

  if (text != NULL && sscanf (text, "%u %u %d %4095[^\n]", &kind, &nth, &cause, folder) == 4)
    faulty_calls_arm (folder, (FaultyKind) kind, nth, cause);
}

__attribute__ ((destructor)) static void
tell (void)
{
  const char *mark = getenv ("BODYCHART_FAULT_MARK");

  if (faulty_calls_disarm () && mark != NULL)
    syscall (SYS_close, syscall (SYS_openat, AT_FDCWD, mark, O_WRONLY | O_CREAT, 0600));
}
