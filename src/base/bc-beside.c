/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-beside.h"

#include "bc-i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a name may have on every filesystem in use. */
#define MAX_NAME 255
/* Saving takes milliseconds; whoever takes longer than this hangs. */
#define WAIT_MS 2000
#define WAIT_STEP_MS 10
/* Where a filesystem knows no locks, a file that nobody touched for so long belongs to nobody. */
#define STALE_S 60

struct _BcBeside
{
  char    *target;
  char    *path;    /* %NULL once it is the target */
  int      fd;
  gboolean claimed;
};

typedef enum
{
  CLAIM_OURS,
  CLAIM_BUSY,
  CLAIM_AGAIN,
  CLAIM_FAILED
} Claim;

/**
 * bc_beside_set_error:
 * @cause: an errno
 *
 * Says what the system says. A quota that is used up is a full disk to whoever it belongs to.
 */
void
bc_beside_set_error (GError **error,
                     int      cause)
{
  const int code = (int) g_file_error_from_errno (cause == EDQUOT ? ENOSPC : cause);

  g_set_error_literal (error, G_FILE_ERROR, code, g_strerror (cause));
}

/**
 * bc_beside_dup_name:
 * @target: a path
 * @suffix: as ".lock"
 *
 * Returns: (transfer full): the path of a hidden file beside @target that belongs to it; where the name would be too
 *   long for a filesystem, a short one that follows from it
 */
char *
bc_beside_dup_name (const char *target,
                    const char *suffix)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *name = g_strconcat (".", base, suffix, NULL);

  if (strlen (name) > MAX_NAME)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, base, -1);

      g_free (name);
      name = g_strconcat (".", sum, suffix, NULL);
    }
  return g_build_filename (folder, name, NULL);
}

/* Whether @path still leads to the open file: its last owner may have renamed or removed it. */
static gboolean
is_at (int         fd,
       const char *path)
{
  struct stat open_file;
  struct stat named;

  return fstat (fd, &open_file) == 0 && lstat (path, &named) == 0 && open_file.st_dev == named.st_dev
         && open_file.st_ino == named.st_ino;
}

static gboolean
is_stale (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 && info.st_mtime + STALE_S < time (NULL);
}

/* A file that is there already: somebody saves at this moment, or was killed while saving. */
static Claim
clear_away (const char *path)
{
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gboolean locked;
  gboolean no_locks;
  Claim claim = CLAIM_AGAIN;

  if (fd < 0)
    return errno == ENOENT ? CLAIM_AGAIN : CLAIM_FAILED;
  locked = flock (fd, LOCK_EX | LOCK_NB) == 0;
  no_locks = !locked && errno != EWOULDBLOCK;
  if (!locked && !(no_locks && is_stale (fd)))
    claim = CLAIM_BUSY;
  else if (is_at (fd, path) && unlink (path) != 0 && errno != ENOENT)
    claim = CLAIM_FAILED;
  if (claim == CLAIM_FAILED)
    {
      int cause = errno;

      close (fd);
      errno = cause;
      return claim;
    }
  close (fd);
  return claim;
}

static Claim
try_claim (BcBeside *self)
{
  self->fd = open (self->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->fd < 0)
    return errno == EEXIST ? clear_away (self->path) : CLAIM_FAILED;
  if ((flock (self->fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) || !is_at (self->fd, self->path))
    {
      /* Somebody took it for a killed program's before it was locked. */
      close (self->fd);
      self->fd = -1;
      return CLAIM_AGAIN;
    }
  return CLAIM_OURS;
}

/**
 * bc_beside_open:
 * @target: path of what will be replaced; no symbolic link
 * @error: return location for a #GFileError
 *
 * Makes the empty file, readable and writable by its owner only, and locks it. While another program saves to
 * @target this waits, for two seconds at most.
 *
 * Returns: (transfer full) (nullable): the file on its way
 */
BcBeside *
bc_beside_open (const char  *target,
                GError     **error)
{
  g_autoptr(BcBeside) self = g_new0 (BcBeside, 1);
  Claim claim = CLAIM_AGAIN;

  g_return_val_if_fail (target != NULL, NULL);

  self->fd = -1;
  self->target = g_strdup (target);
  self->path = bc_beside_dup_name (target, BC_BESIDE_SUFFIX);
  for (guint waited = 0; waited <= WAIT_MS; waited += WAIT_STEP_MS)
    {
      claim = try_claim (self);
      if (claim == CLAIM_OURS)
        {
          self->claimed = TRUE;
          return g_steal_pointer (&self);
        }
      if (claim == CLAIM_FAILED)
        {
          bc_beside_set_error (error, errno);
          return NULL;
        }
      g_usleep (WAIT_STEP_MS * 1000);
    }
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_AGAIN, _("another program is saving it at this moment"));
  return NULL;
}

/**
 * bc_beside_write:
 * @bytes: all of the content
 * @error: return location for a #GFileError
 *
 * Writes the content, and returns once it is on the disk.
 *
 * Returns: whether it is
 */
gboolean
bc_beside_write (BcBeside  *self,
                 GBytes    *bytes,
                 GError   **error)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (self != NULL && self->fd >= 0, FALSE);

  data = g_bytes_get_data (bytes, &size);
  while (size > 0)
    {
      gssize n = write (self->fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          bc_beside_set_error (error, n < 0 ? errno : EIO);
          return FALSE;
        }
      data += n;
      size -= (gsize) n;
    }
  /* Whatever the umask says; and some shares set a mode of their own, which must not hinder saving. */
  if (fchmod (self->fd, 0600) != 0 && errno != EPERM && errno != ENOTSUP && errno != EINVAL)
    {
      bc_beside_set_error (error, errno);
      return FALSE;
    }
  if (fsync (self->fd) == 0)
    return TRUE;
  bc_beside_set_error (error, errno);
  return FALSE;
}

/* Some shares rename only what is closed. The lock goes with it, but what it guarded is checked by now. */
static gboolean
rename_closed (BcBeside *self)
{
  if (errno != EACCES && errno != EBUSY && errno != ETXTBSY)
    return FALSE;
  close (self->fd);
  self->fd = -1;
  return rename (self->path, self->target) == 0;
}

/**
 * bc_beside_replace:
 * @error: return location for a #GFileError
 *
 * Puts the file in the place of its target, in one step. bc_beside_sync_folder() makes that last.
 *
 * Returns: whether the target is the new file now; if not, it is as it was
 */
gboolean
bc_beside_replace (BcBeside  *self,
                   GError   **error)
{
  g_return_val_if_fail (self != NULL && self->path != NULL, FALSE);

  if (rename (self->path, self->target) != 0 && !rename_closed (self))
    {
      bc_beside_set_error (error, errno);
      return FALSE;
    }
  g_clear_pointer (&self->path, g_free);
  return TRUE;
}

/**
 * bc_beside_close:
 *
 * Removes the file unless it was put in the place of its target, and lets go of the lock.
 */
void
bc_beside_close (BcBeside *self)
{
  if (self == NULL)
    return;
  if (self->claimed && self->path != NULL)
    unlink (self->path);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->path);
  g_free (self->target);
  g_free (self);
}

/**
 * bc_beside_sync_folder:
 * @path: a path whose folder is meant
 * @error: return location for a #GFileError
 *
 * Makes what was created, renamed and removed in the folder last. A filesystem that cannot do this is no error.
 *
 * Returns: %FALSE where the disk said that it failed
 */
gboolean
bc_beside_sync_folder (const char  *path,
                       GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int cause;

  if (fd < 0)
    return TRUE; /* one may be allowed to write into a folder and not to read it */
  cause = fsync (fd) == 0 ? 0 : errno;
  close (fd);
  if (cause == 0 || cause == EINVAL || cause == ENOTSUP || cause == EBADF || cause == ENOSYS)
    return TRUE;
  bc_beside_set_error (error, cause);
  return FALSE;
}
