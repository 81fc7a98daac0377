/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each name is defined as itself here, the one with 64 among them. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE
#include "faulty-calls.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MAX_FD 1024

static struct
{
  const char *folder; /* %NULL: nothing fails */
  FaultyKind  kind;
  guint       left;
  int         cause;
  gboolean    happened;
  gboolean    ours[MAX_FD];
} faults;

void
faulty_calls_arm (const char *folder,
                  FaultyKind  kind,
                  guint       nth,
                  int         cause)
{
  memset (&faults, 0, sizeof faults);
  faults.kind = kind;
  faults.left = nth;
  faults.cause = cause;
  faults.folder = folder;
}

gboolean
faulty_calls_disarm (void)
{
  faults.folder = NULL;
  return faults.happened;
}

static gboolean
is_ours (int         fd,
         const char *path)
{
  if (faults.folder == NULL)
    return FALSE;
  return path != NULL ? strncmp (path, faults.folder, strlen (faults.folder)) == 0
                      : fd >= 0 && fd < MAX_FD && faults.ours[fd];
}

/* Whether it is this call's turn. */
static gboolean
strike (int         fd,
        const char *path)
{
  if (!is_ours (fd, path))
    return FALSE;
  if (faults.happened)
    return faults.kind == FAULT_FOR_EVER;
  faults.left--;
  faults.happened = faults.left == 0;
  return faults.happened;
}

/* Whether the call fails; kills where that is wanted, before the call or after @call. */
static gboolean
fails (int         fd,
       const char *path)
{
  if (!strike (fd, path))
    return FALSE;
  if (faults.kind == FAULT_KILL_BEFORE)
    kill (getpid (), SIGKILL);
  if (faults.kind == FAULT_KILL_AFTER)
    return FALSE;
  errno = faults.cause;
  return TRUE;
}

static void
after (void)
{
  if (faults.folder != NULL && faults.happened && faults.kind == FAULT_KILL_AFTER)
    kill (getpid (), SIGKILL);
}

static int
do_open (const char *path,
         int         flags,
         mode_t      mode)
{
  gboolean counts = (flags & O_ACCMODE) != O_RDONLY || (flags & O_DIRECTORY) != 0;
  int fd;

  if (counts && fails (-1, path))
    return -1;
  fd = (int) syscall (SYS_openat, AT_FDCWD, path, flags, mode);
  if (fd >= 0 && fd < MAX_FD)
    faults.ours[fd] = counts && is_ours (-1, path);
  after ();
  return fd;
}

int
open (const char *path,
      int         flags,
      ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = (mode_t) va_arg (arguments, int);
  va_end (arguments);
  return do_open (path, flags, mode);
}

int
open64 (const char *path,
        int         flags,
        ...)
{
  va_list arguments;
  mode_t mode;

  va_start (arguments, flags);
  mode = (mode_t) va_arg (arguments, int);
  va_end (arguments);
  return do_open (path, flags, mode);
}

/* A full disk takes a part of the bytes before it says so, and a killed program has written a part. */
ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  ssize_t n;

  if (fails (fd, NULL))
    {
      if (size > 1 && faults.kind == FAULT_FOR_EVER)
        syscall (SYS_write, fd, data, size / 2);
      errno = faults.cause;
      return -1;
    }
  n = syscall (SYS_write, fd, data, faults.happened && faults.kind == FAULT_KILL_AFTER ? size / 2 : size);
  after ();
  return n;
}

int
fsync (int fd)
{
  int status;

  if (fails (fd, NULL))
    return -1;
  status = (int) syscall (SYS_fsync, fd);
  after ();
  return status;
}

int
fchmod (int    fd,
        mode_t mode)
{
  int status;

  if (fails (fd, NULL))
    return -1;
  status = (int) syscall (SYS_fchmod, fd, mode);
  after ();
  return status;
}

int
rename (const char *from,
        const char *to)
{
  int status;

  if (fails (-1, from))
    return -1;
  status = (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  after ();
  return status;
}

int
link (const char *from,
      const char *to)
{
  int status;

  if (fails (-1, from))
    return -1;
  status = (int) syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
  after ();
  return status;
}
