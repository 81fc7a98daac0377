/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-seal-private.h"

#include "bc-i18n.h"

#include <string.h>

/* Plain bytes of a chunk; a chunk on the disk is longer by its tag. */
#define CHUNK 65536
#define SEALED_CHUNK (CHUNK + crypto_secretstream_xchacha20poly1305_ABYTES)

/**
 * bc_seal:
 * @clear: a chart, or anything
 *
 * Returns: (transfer full): it, so that only the key opens it; other bytes each time
 */
GBytes *
bc_seal (const BcKey *key,
         GBytes      *clear)
{
  crypto_secretstream_xchacha20poly1305_state state;
  gsize left;
  const guint8 *at;
  guint8 *sealed;
  guint8 *to;
  gsize n_chunks;
  gsize total;

  g_return_val_if_fail (key != NULL && clear != NULL, NULL);

  at = g_bytes_get_data (clear, &left);
  n_chunks = left / CHUNK + 1; /* the last one is never full, and may be empty */
  total = BC_SEAL_HEAD + left + n_chunks * crypto_secretstream_xchacha20poly1305_ABYTES;
  sealed = g_malloc (total);
  memcpy (sealed, key->head, sizeof key->head);
  crypto_secretstream_xchacha20poly1305_init_push (&state, sealed + BC_SEAL_AT_STREAM, key->secret->stream);
  to = sealed + BC_SEAL_HEAD;
  for (gsize i = 0; i < n_chunks; i++)
    {
      gsize n = MIN (left, CHUNK);
      guint8 tag = i + 1 == n_chunks ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                     : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

      crypto_secretstream_xchacha20poly1305_push (&state, to, NULL, n > 0 ? at : (const guint8 *) "", n, sealed,
                                                  BC_SEAL_HEAD, tag);
      to += n + crypto_secretstream_xchacha20poly1305_ABYTES;
      at += n;
      left -= n;
    }
  sodium_memzero (&state, sizeof state);
  return g_bytes_new_take (sealed, total);
}

typedef struct
{
  guint8 *data;
  gsize   size;
} Clear;

static void
wipe_cb (gpointer data)
{
  Clear *clear = data;

  sodium_memzero (clear->data, clear->size);
  g_free (clear->data);
  g_free (clear);
}

/* Whether every chunk is whole and in its place, and the last one is the last. */
static gboolean
pull_all (const BcKey  *key,
          const guint8 *sealed,
          gsize         size,
          Clear        *clear)
{
  crypto_secretstream_xchacha20poly1305_state state;
  const guint8 *at = sealed + BC_SEAL_HEAD;
  gsize left = size - BC_SEAL_HEAD;
  guint8 tag = 0;
  gboolean fine;

  fine = crypto_secretstream_xchacha20poly1305_init_pull (&state, sealed + BC_SEAL_AT_STREAM, key->secret->stream) == 0;
  while (fine && left > 0)
    {
      gsize n = MIN (left, SEALED_CHUNK);

      fine = tag == 0 && n >= crypto_secretstream_xchacha20poly1305_ABYTES
             && crypto_secretstream_xchacha20poly1305_pull (&state, clear->data + clear->size, NULL, &tag, at, n,
                                                            sealed, BC_SEAL_HEAD) == 0;
      if (fine)
        clear->size += n - crypto_secretstream_xchacha20poly1305_ABYTES;
      at += n;
      left -= n;
    }
  sodium_memzero (&state, sizeof state);
  return fine && tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
}

/**
 * bc_unseal:
 * @sealed: what bc_seal() made with this key
 * @name: of the file, for messages
 * @error: return location for a #BcFileError
 *
 * Opens a chart whole or not at all: one bit that is changed, missing or too many is an error.
 *
 * Returns: (transfer full) (nullable): what was sealed; wiped when it is freed
 */
GBytes *
bc_unseal (const BcKey  *key,
           GBytes       *sealed,
           const char   *name,
           GError      **error)
{
  gsize size;
  const guint8 *data;
  Clear *clear;

  g_return_val_if_fail (key != NULL && sealed != NULL && name != NULL, NULL);

  if (!bc_seal_check_head (sealed, name, error))
    return NULL;
  data = g_bytes_get_data (sealed, &size);
  clear = g_new0 (Clear, 1);
  clear->data = g_malloc (size);
  if (bc_key_fits (key, sealed) && pull_all (key, data, size, clear))
    return g_bytes_new_with_free_func (clear->data, clear->size, wipe_cb, clear);
  wipe_cb (clear);
  bc_seal_fail (error, BC_FILE_ERROR_SYNTAX, name,
                _("the password is right, but the chart is damaged or was cut short; restore it from a copy"));
  return NULL;
}

/**
 * bc_password_free:
 * @password: (transfer full) (nullable): a password
 *
 * Wipes it.
 */
void
bc_password_free (char *password)
{
  if (password == NULL)
    return;
  sodium_memzero (password, strlen (password));
  g_free (password);
}
