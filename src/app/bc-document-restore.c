/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Unsaved work of a document that outlives the program: put down for the next start, and taken up again.
 */

#include "bc-document-private.h"

#include "bc-i18n.h"

static GBytes *
open_work (const BcJournalEntry  *entry,
           BcKey                 *key,
           GError               **error)
{
  if (!bc_is_sealed (entry->bytes))
    return g_bytes_ref (entry->bytes);
  if (key != NULL)
    return bc_unseal (key, entry->bytes, entry->path, error);
  g_set_error_literal (error, BC_FILE_ERROR, BC_FILE_ERROR_SEALED, _("The chart is protected by a password"));
  return NULL;
}

/**
 * bc_document_restore:
 * @path: of a journal of unsaved work
 * @key: (nullable): that opens it, where it is of a chart with a password
 * @error: return location; the journal stays. %BC_FILE_ERROR_SEALED where there should be a @key
 *
 * Goes on with the work that a broken-off program left. Saving it compares the file with the one that the work began
 * with.
 *
 * Returns: (transfer full) (nullable): the document, unsaved
 */
BcDocument *
bc_document_restore (const char  *path,
                     BcKey       *key,
                     GError     **error)
{
  g_autoptr(BcJournalEntry) entry = NULL;
  g_autoptr(BcJournal) journal = NULL;
  g_autoptr(GBytes) clear = NULL;
  g_autoptr(BcChart) chart = NULL;
  BcDocument *self;

  g_return_val_if_fail (path != NULL, NULL);

  journal = bc_journal_adopt (path);
  if (journal == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("Another window has restored or discarded it already"));
      return NULL;
    }
  entry = bc_journal_read (path, error);
  clear = entry != NULL ? open_work (entry, key, error) : NULL;
  chart = clear != NULL ? bc_chart_parse (clear, path, error) : NULL;
  if (chart == NULL)
    return NULL;
  self = g_object_new (BC_TYPE_DOCUMENT, NULL);
  bc_document_take_chart (self, g_steal_pointer (&chart));
  bc_unsaved_adopt (self->unsaved, g_steal_pointer (&journal));
  g_set_object (&self->file, entry->file);
  if (self->file != NULL)
    bc_document_own (self, self->file);
  self->etag = g_strdup (entry->etag);
  self->key = key != NULL && bc_is_sealed (entry->bytes) ? bc_key_ref (key) : NULL;
  bc_history_set_unsaved (bc_chart_get_history (self->chart));
  return self;
}

/**
 * bc_document_keep_unsaved:
 * @error: return location, where it could not be put down
 *
 * Puts unsaved work down at once and leaves it to the next start, because the program is about to be ended or another
 * version takes the place of this one.
 *
 * Returns: whether nothing is lost with this document
 */
gboolean
bc_document_keep_unsaved (BcDocument  *self,
                          GError     **error)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), FALSE);

  return bc_unsaved_keep (self->unsaved, error);
}
