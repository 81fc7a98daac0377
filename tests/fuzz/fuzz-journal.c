/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a crash left of unsaved work. */

#include "bc-journal.h"
#include "fuzz-support.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcJournalEntry) entry = bc_journal_parse (bytes, "fuzz.journal", &error);

  fuzz_check_result (entry, error, "fuzz.journal");
  g_assert_true (entry == NULL || entry->bytes != NULL);
  return 0;
}
