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

/* Whether the call fails; kills where that is wanted, before the call or after it. */
static gboolean
fails (int         fd,
       const char *path)
{
  if (faults.kind == FAULT_SHORT || !strike (fd, path))
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

/* Of calls with a number for a status. */
static int
finish (long status)
{
  after ();
  return (int) status;
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

int
creat (const char *path,
       mode_t      mode)
{
  return do_open (path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

/* A full disk takes a part of the bytes before it says so, and a killed program has written a part. */
ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  ssize_t n;

  if (faults.kind == FAULT_SHORT && size > 1 && strike (fd, NULL))
    return syscall (SYS_write, fd, data, size / 2);
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

ssize_t
pwrite (int         fd,
        const void *data,
        size_t      size,
        off_t       at)
{
  return fails (fd, NULL) ? -1 : (ssize_t) finish (syscall (SYS_pwrite64, fd, data, size, at));
}

ssize_t
pwrite64 (int         fd,
          const void *data,
          size_t      size,
          off64_t     at)
{
  return pwrite (fd, data, size, at);
}

int
fsync (int fd)
{
  return fails (fd, NULL) ? -1 : finish (syscall (SYS_fsync, fd));
}

int
fdatasync (int fd)
{
  return fails (fd, NULL) ? -1 : finish (syscall (SYS_fdatasync, fd));
}

int
ftruncate (int   fd,
           off_t size)
{
  return fails (fd, NULL) ? -1 : finish (syscall (SYS_ftruncate, fd, size));
}

int
ftruncate64 (int     fd,
             off64_t size)
{
  return ftruncate (fd, size);
}

int
fchmod (int    fd,
        mode_t mode)
{
  return fails (fd, NULL) ? -1 : finish (syscall (SYS_fchmod, fd, mode));
}

/* A share says only now that it has no room. The file is closed all the same. */
int
close (int fd)
{
  const gboolean failed = fails (fd, NULL);
  const int cause = errno;
  int status;

  if (fd >= 0 && fd < MAX_FD)
    faults.ours[fd] = FALSE;
  status = finish (syscall (SYS_close, fd));
  if (!failed)
    return status;
  errno = cause;
  return -1;
}

int
rename (const char *from,
        const char *to)
{
  return fails (-1, from) ? -1 : finish (syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int
link (const char *from,
      const char *to)
{
  return fails (-1, from) ? -1 : finish (syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
}

int
mkdir (const char *path,
       mode_t      mode)
{
  return fails (-1, path) ? -1 : finish (syscall (SYS_mkdirat, AT_FDCWD, path, mode));
}
