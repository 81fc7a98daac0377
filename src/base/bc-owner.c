/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-owner.h"

#include "bc-beside.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define SUFFIX ".lock"
#define MAGIC "bodychart-lock 1\n"
/* A note has some hundred bytes. */
#define MAX_BYTES 4096
#define MAX_NAME 64
/* Of notes that go while they are looked at. */
#define TRIES 5

struct _BcOwner
{
  char *path;
  int   fd;   /* holds a lock, which goes with the program */
};

/**
 * bc_owner_note_free:
 *
 * Frees a note; its file stays.
 */
void
bc_owner_note_free (BcOwnerNote *note)
{
  if (note == NULL)
    return;
  g_free (note->user);
  g_free (note->host);
  g_free (note);
}

/* A name that anybody may have written is shown in a window: no controls, and not endless. */
static char *
dup_name (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *name = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_NAME));

  for (char *at = name; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  g_strstrip (name);
  return name[0] != '\0' ? g_steal_pointer (&name) : NULL;
}

/* Whatever stands there: who cannot be read is somebody. */
static BcOwnerNote *
read_note (int fd)
{
  BcOwnerNote *note = g_new0 (BcOwnerNote, 1);
  char text[MAX_BYTES + 1] = "";
  gssize n = pread (fd, text, MAX_BYTES, 0);
  struct stat info;
  g_auto(GStrv) lines = NULL;

  if (fstat (fd, &info) == 0)
    note->time = (gint64) info.st_mtime;
  if (n <= 0 || !g_str_has_prefix (text, MAGIC))
    return note;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "user ") && note->user == NULL)
      note->user = dup_name (lines[i] + strlen ("user "));
    else if (g_str_has_prefix (lines[i], "host ") && note->host == NULL)
      note->host = dup_name (lines[i] + strlen ("host "));
    else if (g_str_has_prefix (lines[i], "time "))
      note->time = g_ascii_strtoll (lines[i] + strlen ("time "), NULL, 10);
  return note;
}

static void
write_note (int fd)
{
  g_autofree char *text = g_strdup_printf (MAGIC "user %s\nhost %s\npid %d\ntime %" G_GINT64_FORMAT "\n",
                                           g_get_user_name (), g_get_host_name (), (int) getpid (),
                                           g_get_real_time () / G_USEC_PER_SEC);

  /* Without words it still says that somebody has the file open. */
  if (write (fd, text, strlen (text)) < 0)
    g_debug ("the note could not be written");
}

/* A note that is there: of a program that runs, or of one of this machine that is gone; then it is taken away. */
static BcOwnerNote *
look_at (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  BcOwnerNote *note;

  if (fd < 0)
    return errno == ENOENT ? NULL : g_new0 (BcOwnerNote, 1);
  note = read_note (fd);
  /* A lock of another machine may not be seen here: its note counts. */
  if (g_strcmp0 (note->host, g_get_host_name ()) == 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    {
      unlink (path);
      g_clear_pointer (&note, bc_owner_note_free);
    }
  close (fd);
  return note;
}

/**
 * bc_owner_claim:
 * @file: what is opened
 * @other: (out) (nullable) (transfer full): who has it open already
 *
 * Leaves a note beside @file, readable by the user only. In a folder that cannot be written to, and on a share without
 * a path, there is none, and that is no error. The note of a program of this machine that was broken off is replaced.
 *
 * Returns: (transfer full) (nullable): the note; %NULL where there is none, or @other
 */
BcOwner *
bc_owner_claim (GFile        *file,
                BcOwnerNote **other)
{
  g_autofree char *target = NULL;
  g_autofree char *path = NULL;
  char *real;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (other != NULL, NULL);

  *other = NULL;
  if (!g_file_is_native (file) || g_file_peek_path (file) == NULL)
    return NULL;
  real = realpath (g_file_peek_path (file), NULL);
  target = g_strdup (real != NULL ? real : g_file_peek_path (file));
  free (real);
  path = bc_beside_dup_name (target, SUFFIX);
  for (guint i = 0; i < TRIES && *other == NULL; i++)
    {
      int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

      if (fd >= 0)
        {
          BcOwner *self = g_new0 (BcOwner, 1);

          flock (fd, LOCK_EX | LOCK_NB);
          write_note (fd);
          self->path = g_steal_pointer (&path);
          self->fd = fd;
          return self;
        }
      if (errno != EEXIST)
        return NULL;
      *other = look_at (path);
    }
  return NULL;
}

/**
 * bc_owner_release:
 *
 * Takes the note away: the file is open no more.
 */
void
bc_owner_release (BcOwner *self)
{
  struct stat open_file;
  struct stat named;

  if (self == NULL)
    return;
  if (fstat (self->fd, &open_file) == 0 && lstat (self->path, &named) == 0 && open_file.st_dev == named.st_dev
      && open_file.st_ino == named.st_ino)
    unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
