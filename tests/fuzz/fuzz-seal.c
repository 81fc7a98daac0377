/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts with a password. Those that would cost much are only looked at; the password of the others is "x". */

#include "bc-seal.h"
#include "fuzz-support.h"

#include <string.h>

/* Deriving a key takes milliseconds, and the same head comes again and again. */
static BcKey *known;

static BcKey *
find_key (GBytes  *sealed,
          GError **error)
{
  gsize size;
  const guint8 *head = g_bytes_get_data (sealed, &size);
  static const guint8 cheap[] = { 1, 0, 0, 0, 0, 0x20, 0, 0 }; /* one pass, 8 MiB */

  if (known != NULL && bc_key_fits (known, sealed))
    return bc_key_ref (known);
  if (size >= 28 && bc_is_sealed (sealed) && memcmp (head + 20, cheap, sizeof cheap) != 0 && head[20] > 0 && head[20] <= 10)
    return NULL;
  return bc_key_new_for (sealed, "fuzz.bodychart", "x", error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) sealed = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcKey) key = find_key (sealed, &error);
  g_autoptr(GBytes) clear = NULL;
  g_autoptr(GBytes) again = NULL;
  g_autoptr(GBytes) opened = NULL;

  if (key == NULL)
    {
      if (error != NULL)
        fuzz_check_result (NULL, error, "fuzz.bodychart");
      return 0;
    }
  if (known == NULL)
    known = bc_key_ref (key);
  clear = bc_unseal (key, sealed, "fuzz.bodychart", &error);
  fuzz_check_result (clear, error, "fuzz.bodychart");
  if (clear == NULL)
    return 0;
  again = bc_seal (key, clear);
  opened = bc_unseal (key, again, "fuzz.bodychart", &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (clear, opened));
  return 0;
}
