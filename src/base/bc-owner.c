/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A note on a disk holds a lock, by which one of a program of this machine that is gone is told from one that runs. On a
 * share that only GIO reaches there are no locks, and the number of the process has to do.
 */

#include "bc-owner-private.h"

#include "bc-beside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static BcOwnerNote *
read_note (int fd)
{
  char text[BC_OWNER_MAX_BYTES + 1] = "";
  struct stat info = { 0 };

  if (pread (fd, text, BC_OWNER_MAX_BYTES, 0) < 0)
    text[0] = '\0';
  fstat (fd, &info);
  return bc_owner_parse_note (text, (gint64) info.st_mtime);
}

/* A note that is there: of a program that runs, or of one of this machine that is gone, or @unwanted; then it is taken
 * away. */
static BcOwnerNote *
look_at (const char        *path,
         const BcOwnerNote *unwanted)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  BcOwnerNote *note;

  if (fd < 0)
    return errno == ENOENT ? NULL : g_new0 (BcOwnerNote, 1);
  note = read_note (fd);
  /* A lock of another machine may not be seen here: its note counts. */
  if ((unwanted != NULL && bc_owner_is_same (note, unwanted))
      || (bc_owner_is_of_this_machine (note) && flock (fd, LOCK_EX | LOCK_NB) == 0))
    {
      unlink (path);
      g_clear_pointer (&note, bc_owner_note_free);
    }
  close (fd);
  return note;
}

static BcOwner *
claim_on_disk (GFile              *file,
               const BcOwnerNote  *unwanted,
               BcOwnerNote       **other)
{
  g_autofree char *text = bc_owner_dup_text ();
  char *real = realpath (g_file_peek_path (file), NULL);
  g_autofree char *target = g_strdup (real != NULL ? real : g_file_peek_path (file));
  g_autofree char *path = bc_beside_dup_name (target, BC_OWNER_SUFFIX);

  free (real); /* from realpath(), so not g_free() */
  for (guint i = 0; i < BC_OWNER_TRIES && *other == NULL; i++)
    {
      int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd >= 0)
        {
          BcOwner *self = g_new0 (BcOwner, 1);

          flock (fd, LOCK_EX | LOCK_NB);
          /* Without words it still says that somebody has the file open. */
          if (write (fd, text, strlen (text)) < 0)
            g_debug ("the note could not be written");
          self->path = g_steal_pointer (&path);
          self->fd = fd;
          return self;
        }
      if (errno != EEXIST)
        return NULL;
      *other = look_at (path, unwanted);
    }
  return NULL;
}

static BcOwner *
claim (GFile              *file,
       const BcOwnerNote  *unwanted,
       BcOwnerNote       **other)
{
  return g_file_is_native (file) && g_file_peek_path (file) != NULL ? claim_on_disk (file, unwanted, other)
                                                                    : bc_owner_claim_on_share (file, unwanted, other);
}

/**
 * bc_owner_claim:
 * @file: what is opened
 * @other: (out) (nullable) (transfer full): who has it open already
 *
 * Leaves a note beside @file, readable by the user only. In a folder that cannot be written to there is none, and that is
 * no error. The note of a program of this machine that was broken off is replaced.
 *
 * Returns: (transfer full) (nullable): the note; %NULL where there is none, or @other
 */
BcOwner *
bc_owner_claim (GFile        *file,
                BcOwnerNote **other)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (other != NULL, NULL);

  *other = NULL;
  return claim (file, NULL, other);
}

/**
 * bc_owner_take_over:
 * @file: what is open
 * @other: (inout) (nullable) (transfer full): whose note the user saw and will not wait for; who has it open now
 *
 * Replaces the note of another machine that broke off, say. Who is there after all notices when saving.
 *
 * Returns: (transfer full) (nullable): our note; %NULL where somebody else has come meanwhile, or there can be none
 */
BcOwner *
bc_owner_take_over (GFile        *file,
                    BcOwnerNote **other)
{
  g_autoptr(BcOwnerNote) unwanted = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (other != NULL, NULL);

  unwanted = g_steal_pointer (other);
  return claim (file, unwanted, other);
}

static gpointer
touch_thread (gpointer data)
{
  int fd = GPOINTER_TO_INT (data);

  futimens (fd, NULL);
  close (fd);
  return NULL;
}

/**
 * bc_owner_touch:
 *
 * Tells others that this program still runs. Does not wait for the disk.
 */
void
bc_owner_touch (BcOwner *self)
{
  int fd;

  g_return_if_fail (self != NULL);

  fd = self->fd >= 0 ? fcntl (self->fd, F_DUPFD_CLOEXEC, 0) : -1;
  if (fd >= 0)
    g_thread_unref (g_thread_new ("touch", touch_thread, GINT_TO_POINTER (fd)));
}

/**
 * bc_owner_release:
 *
 * Takes the note away, unless somebody took it over: the file is open no more.
 */
void
bc_owner_release (BcOwner *self)
{
  struct stat open_file;
  struct stat named;

  if (self == NULL)
    return;
  if (self->share != NULL)
    {
      bc_owner_release_share (self);
      return;
    }
  if (fstat (self->fd, &open_file) == 0 && lstat (self->path, &named) == 0 && open_file.st_dev == named.st_dev
      && open_file.st_ino == named.st_ino)
    unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
