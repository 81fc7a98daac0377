/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Notes on a share that only GIO reaches. */

#include "bc-owner-private.h"

#include "bc-beside.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/types.h>

/* Longer than a share that is there takes to remove a file. */
#define REMOVE_MS 1000

static GFile *
new_note_on_share (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *as_path = g_build_filename ("/", base, NULL);
  g_autofree char *note = bc_beside_dup_name (as_path, BC_OWNER_SUFFIX);
  g_autoptr(GFile) folder = g_file_get_parent (file);

  return folder != NULL ? g_file_get_child (folder, note + 1) : NULL;
}

/* (transfer full) (nullable): NULL where there is none any more */
static BcOwnerNote *
read_on_share (GFile *share)
{
  g_autoptr(GFileInputStream) stream = g_file_read (share, NULL, NULL);
  g_autoptr(GFileInfo) info = NULL;
  char text[BC_OWNER_MAX_BYTES + 1] = "";
  guint64 touched = 0;
  gsize size;

  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_TIME_MODIFIED, NULL, NULL);
  if (info != NULL)
    touched = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), text, BC_OWNER_MAX_BYTES, &size, NULL, NULL))
    text[0] = '\0';
  return bc_owner_parse_note (text, (gint64) touched);
}

static gboolean
is_gone (const BcOwnerNote *note)
{
  return note->pid > 0 && note->pid <= G_MAXINT32 && bc_owner_is_of_this_machine (note) && kill ((pid_t) note->pid, 0) != 0
         && errno == ESRCH;
}

BcOwner *
bc_owner_claim_on_share (GFile              *file,
                         const BcOwnerNote  *unwanted,
                         BcOwnerNote       **other)
{
  g_autoptr(GFile) share = new_note_on_share (file);

  for (guint i = 0; share != NULL && i < BC_OWNER_TRIES && *other == NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GFileOutputStream) stream = g_file_create (share, G_FILE_CREATE_PRIVATE, NULL, &error);

      if (stream != NULL)
        {
          BcOwner *self = g_new0 (BcOwner, 1);

          self->fd = -1;
          self->share = g_steal_pointer (&share);
          self->text = bc_owner_dup_text ();
          g_output_stream_write_all (G_OUTPUT_STREAM (stream), self->text, strlen (self->text), NULL, NULL, NULL);
          g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL);
          return self;
        }
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        return NULL;
      *other = read_on_share (share);
      if (*other != NULL && (is_gone (*other) || (unwanted != NULL && bc_owner_is_same (*other, unwanted))))
        {
          g_file_delete (share, NULL, NULL);
          g_clear_pointer (other, bc_owner_note_free);
        }
    }
  return NULL;
}

/* Removes the note unless somebody took it over. */
static gpointer
release_share (gpointer data)
{
  BcOwner *self = data;
  g_autoptr(BcOwnerNote) there = read_on_share (self->share);
  g_autoptr(BcOwnerNote) ours = bc_owner_parse_note (self->text, 0);

  if (there != NULL && bc_owner_is_same (there, ours))
    g_file_delete (self->share, NULL, NULL);
  g_object_unref (self->share);
  g_free (self->text);
  g_free (self);
  return NULL;
}

typedef struct
{
  gatomicrefcount ref_count;
  GMutex          lock;
  GCond           done;
  gboolean        is_done;
  BcOwner        *owner;
} Release;

static void
release_unref (Release *release)
{
  if (!g_atomic_ref_count_dec (&release->ref_count))
    return;
  g_mutex_clear (&release->lock);
  g_cond_clear (&release->done);
  g_free (release);
}

static gpointer
release_thread (gpointer data)
{
  Release *release = data;

  release_share (release->owner);
  g_mutex_lock (&release->lock);
  release->is_done = TRUE;
  g_cond_signal (&release->done);
  g_mutex_unlock (&release->lock);
  release_unref (release);
  return NULL;
}

/* A share that hangs holds up nobody for long; who is gone by then left a note, which is_gone() knows. */
void
bc_owner_release_share (BcOwner *self)
{
  const gint64 end = g_get_monotonic_time () + REMOVE_MS * 1000;
  Release *release = g_new0 (Release, 1);

  release->owner = self;
  g_atomic_ref_count_init (&release->ref_count);
  g_atomic_ref_count_inc (&release->ref_count);
  g_mutex_init (&release->lock);
  g_cond_init (&release->done);
  g_thread_unref (g_thread_new ("release", release_thread, release));
  g_mutex_lock (&release->lock);
  while (!release->is_done && g_cond_wait_until (&release->done, &release->lock, end))
    ;
  g_mutex_unlock (&release->lock);
  release_unref (release);
}
