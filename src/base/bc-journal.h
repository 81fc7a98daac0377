/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest journal that is read back. */
#define BC_JOURNAL_MAX_BYTES (32 * 1024 * 1024)

/**
 * BcJournal:
 *
 * Unsaved work of one document, in a file of its own that survives a crash. Whoever holds a journal that was written
 * holds a lock on its file, which goes when the program does, however it ends. Every function may be called in any
 * thread.
 */
typedef struct _BcJournal BcJournal;

/**
 * BcJournalEntry:
 * @path: of the journal
 * @file: (nullable): where the work is saved, %NULL where it never was
 * @etag: (nullable): of @file when it was read or saved last
 * @time: when the work was put down, in seconds since 1970
 * @bytes: (nullable): the work; %NULL where the journal is damaged
 * @problem: (nullable): what is wrong with a damaged journal and what to do
 *
 * What a program that is gone left unsaved.
 */
typedef struct
{
  char   *path;
  GFile  *file;
  char   *etag;
  gint64  time;
  GBytes *bytes;
  char   *problem;
} BcJournalEntry;

char      *bc_journal_dup_folder (void) G_GNUC_WARN_UNUSED_RESULT;
BcJournal *bc_journal_new        (const char      *folder) G_GNUC_WARN_UNUSED_RESULT;
BcJournal *bc_journal_adopt      (const char      *path) G_GNUC_WARN_UNUSED_RESULT;
BcJournal *bc_journal_ref        (BcJournal       *self) G_GNUC_WARN_UNUSED_RESULT;
void       bc_journal_unref      (BcJournal       *self);
gboolean   bc_journal_write      (BcJournal       *self,
                                  GFile           *file,
                                  const char      *etag,
                                  GBytes          *bytes,
                                  GError         **error);
void       bc_journal_discard    (BcJournal       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcJournal, bc_journal_unref)

GPtrArray      *bc_journal_list       (const char      *folder) G_GNUC_WARN_UNUSED_RESULT;
BcJournalEntry *bc_journal_read       (const char      *path,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
BcJournalEntry *bc_journal_parse      (GBytes          *content,
                                       const char      *name,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            bc_journal_remove     (const char      *path);
void            bc_journal_entry_free (BcJournalEntry  *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcJournalEntry, bc_journal_entry_free)

G_END_DECLS
