/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-support.h"

#include <string.h>

void
fuzz_check_result (gconstpointer result,
                   const GError *error,
                   const char   *name)
{
  const char *at;

  if (result != NULL)
    {
      g_assert_null (error);
      return;
    }
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_prefix (error->message, name));
  at = error->message + strlen (name);
  g_assert_true (at[0] == ':' && g_ascii_isdigit (at[1]));
  g_assert_nonnull (strstr (at, "; "));
}
