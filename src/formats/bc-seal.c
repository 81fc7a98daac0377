/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-seal.h"

#include "bc-i18n.h"

#include <sodium.h>
#include <string.h>

/*
 * The head. Numbers are little-endian. The sum tells a damaged head from a wrong password; the check, which only the
 * right key can make, tells a wrong password before anything is decrypted.
 */
#define MAGIC "bodychart-sealed"
#define VERSION 1
#define KDF_ARGON2ID 1
#define AT_VERSION 16
#define AT_KDF 17
#define AT_PASSES 20
#define AT_KIB 24
#define AT_SALT 32
#define AT_CHECK 48
#define AT_SUM 80
#define AT_STREAM 96
#define HEAD (AT_STREAM + crypto_secretstream_xchacha20poly1305_HEADERBYTES)
#define CHECK_BYTES 32
#define SUM_BYTES 16

/* Plain bytes of a chunk; a chunk on the disk is longer by its tag. */
#define CHUNK 65536
#define SEALED_CHUNK (CHUNK + crypto_secretstream_xchacha20poly1305_ABYTES)

G_STATIC_ASSERT (crypto_pwhash_argon2id_SALTBYTES == AT_CHECK - AT_SALT);
G_STATIC_ASSERT (sizeof MAGIC - 1 == AT_VERSION);

typedef struct
{
  guint8 stream[crypto_secretstream_xchacha20poly1305_KEYBYTES];
  guint8 check[crypto_generichash_KEYBYTES];
} Secret;

struct _BcKey
{
  gatomicrefcount ref_count;
  Secret         *secret;        /* in guarded memory */
  guint8          head[AT_STREAM]; /* of every file that this key seals */
};

static void
initialise (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      if (sodium_init () < 0)
        g_error ("libsodium does not start");
      g_once_init_leave (&once, 1);
    }
}

static void
put_number (guint8 *at,
            guint32 number)
{
  number = GUINT32_TO_LE (number);
  memcpy (at, &number, sizeof number);
}

static guint32
get_number (const guint8 *at)
{
  guint32 number;

  memcpy (&number, at, sizeof number);
  return GUINT32_FROM_LE (number);
}

static void
make_sum (const guint8 *head,
          guint8       *sum)
{
  crypto_generichash (sum, SUM_BYTES, head, AT_SUM, NULL, 0);
}

static void
make_check (const Secret *secret,
            const guint8 *head,
            guint8       *check)
{
  crypto_generichash (check, CHECK_BYTES, head, AT_CHECK, secret->check, sizeof secret->check);
}

/**
 * bc_is_sealed:
 *
 * Returns: whether this begins as a chart with a password
 */
gboolean
bc_is_sealed (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= strlen (MAGIC) && memcmp (data, MAGIC, strlen (MAGIC)) == 0;
}

static gboolean
fail (GError      **error,
      BcFileError   code,
      const char   *name,
      const char   *text)
{
  g_set_error (error, BC_FILE_ERROR, (int) code, "%s:1: %s", name, text);
  return FALSE;
}

/* Whether the head may be believed; before anything is worked out from it. */
static gboolean
check_head (GBytes      *sealed,
            const char  *name,
            GError     **error)
{
  gsize size;
  const guint8 *head = g_bytes_get_data (sealed, &size);
  guint8 sum[SUM_BYTES];

  if (size < HEAD)
    return fail (error, BC_FILE_ERROR_SYNTAX, name,
                 _("a chart with a password that was cut short; restore it from a copy"));
  if (!bc_is_sealed (sealed))
    return fail (error, BC_FILE_ERROR_SYNTAX, name, _("no chart with a password; open it without one"));
  make_sum (head, sum);
  if (sodium_memcmp (sum, head + AT_SUM, SUM_BYTES) != 0)
    return fail (error, BC_FILE_ERROR_SYNTAX, name,
                 _("a chart with a password that is damaged at its beginning; restore it from a copy"));
  if (head[AT_VERSION] != VERSION || head[AT_KDF] != KDF_ARGON2ID)
    return fail (error, BC_FILE_ERROR_VERSION, name,
                 _("a newer Bodychart wrote this chart; update Bodychart to open it"));
  if (get_number (head + AT_PASSES) < 1 || get_number (head + AT_PASSES) > BC_SEAL_MAX_PASSES
      || get_number (head + AT_KIB) < BC_SEAL_MIN_KIB || get_number (head + AT_KIB) > BC_SEAL_MAX_KIB)
    return fail (error, BC_FILE_ERROR_UNSAFE, name,
                 _("a chart with a password that no Bodychart wrote: opening it would need too much memory or time; "
                   "ask where it is from"));
  return TRUE;
}

/* Takes the salt and the costs from the head of @self. */
static gboolean
derive (BcKey       *self,
        const char  *password,
        GError     **error)
{
  const unsigned long long passes = get_number (self->head + AT_PASSES);
  const size_t memory = (size_t) get_number (self->head + AT_KIB) * 1024;

  self->secret = sodium_malloc (sizeof *self->secret);
  if (self->secret != NULL
      && crypto_pwhash_argon2id ((guint8 *) self->secret, sizeof *self->secret, password, strlen (password),
                                 self->head + AT_SALT, passes, memory, crypto_pwhash_argon2id_ALG_ARGON2ID13) == 0)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOMEM,
                       _("There is too little memory to check the password; close other programs and try again"));
  return FALSE;
}

static BcKey *
new_empty (void)
{
  BcKey *self = g_new0 (BcKey, 1);

  initialise ();
  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/**
 * bc_key_new_costly:
 * @password: UTF-8, not empty
 * @passes: over the memory
 * @kib: of memory
 * @error: return location: %G_FILE_ERROR_NOMEM
 *
 * Derives a key with a new salt. Takes as long as it is told to.
 *
 * Returns: (transfer full) (nullable): the key
 */
BcKey *
bc_key_new_costly (const char  *password,
                   guint32      passes,
                   guint32      kib,
                   GError     **error)
{
  g_autoptr(BcKey) self = new_empty ();

  g_return_val_if_fail (password != NULL && password[0] != '\0', NULL);

  memcpy (self->head, MAGIC, strlen (MAGIC));
  self->head[AT_VERSION] = VERSION;
  self->head[AT_KDF] = KDF_ARGON2ID;
  put_number (self->head + AT_PASSES, passes);
  put_number (self->head + AT_KIB, kib);
  randombytes_buf (self->head + AT_SALT, AT_CHECK - AT_SALT);
  if (!derive (self, password, error))
    return NULL;
  make_check (self->secret, self->head, self->head + AT_CHECK);
  make_sum (self->head, self->head + AT_SUM);
  return g_steal_pointer (&self);
}

/**
 * bc_key_new:
 * @password: UTF-8, not empty
 *
 * Derives a key with a new salt, for a chart that gets a password. Takes about a second: not in the thread of a window.
 *
 * Returns: (transfer full) (nullable): the key
 */
BcKey *
bc_key_new (const char  *password,
            GError     **error)
{
  return bc_key_new_costly (password, BC_SEAL_PASSES, BC_SEAL_KIB, error);
}

/**
 * bc_key_new_for:
 * @sealed: a chart with a password
 * @name: of the file, for messages
 * @password: UTF-8
 * @error: return location: %BC_FILE_ERROR_PASSWORD where the password is wrong, another #BcFileError where the file is
 *   damaged, newer or hostile
 *
 * Derives the key of a chart. Takes about a second: not in the thread of a window.
 *
 * Returns: (transfer full) (nullable): the key, that surely is the right one
 */
BcKey *
bc_key_new_for (GBytes      *sealed,
                const char  *name,
                const char  *password,
                GError     **error)
{
  g_autoptr(BcKey) self = new_empty ();
  guint8 check[CHECK_BYTES];

  g_return_val_if_fail (sealed != NULL && name != NULL && password != NULL, NULL);

  if (!check_head (sealed, name, error))
    return NULL;
  memcpy (self->head, g_bytes_get_data (sealed, NULL), sizeof self->head);
  if (!derive (self, password, error))
    return NULL;
  make_check (self->secret, self->head, check);
  if (sodium_memcmp (check, self->head + AT_CHECK, CHECK_BYTES) == 0)
    return g_steal_pointer (&self);
  fail (error, BC_FILE_ERROR_PASSWORD, name, _("the password is wrong; try again"));
  return NULL;
}

/**
 * bc_key_ref:
 *
 * Returns: (transfer full): the same key
 */
BcKey *
bc_key_ref (BcKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * bc_key_unref:
 *
 * The last one wipes it.
 */
void
bc_key_unref (BcKey *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  sodium_free (self->secret);
  g_free (self);
}

/**
 * bc_key_fits:
 *
 * Returns: whether @sealed was sealed with this very key, so that no password need be asked for
 */
gboolean
bc_key_fits (const BcKey *self,
             GBytes      *sealed)
{
  g_return_val_if_fail (self != NULL && sealed != NULL, FALSE);

  return g_bytes_get_size (sealed) >= sizeof self->head
         && memcmp (g_bytes_get_data (sealed, NULL), self->head, sizeof self->head) == 0;
}

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
  total = HEAD + left + n_chunks * crypto_secretstream_xchacha20poly1305_ABYTES;
  sealed = g_malloc (total);
  memcpy (sealed, key->head, sizeof key->head);
  crypto_secretstream_xchacha20poly1305_init_push (&state, sealed + AT_STREAM, key->secret->stream);
  to = sealed + HEAD;
  for (gsize i = 0; i < n_chunks; i++)
    {
      gsize n = MIN (left, CHUNK);
      guint8 tag = i + 1 == n_chunks ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                     : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;

      crypto_secretstream_xchacha20poly1305_push (&state, to, NULL, n > 0 ? at : (const guint8 *) "", n, sealed, HEAD, tag);
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
  const guint8 *at = sealed + HEAD;
  gsize left = size - HEAD;
  guint8 tag = 0;
  gboolean fine;

  fine = crypto_secretstream_xchacha20poly1305_init_pull (&state, sealed + AT_STREAM, key->secret->stream) == 0;
  while (fine && left > 0)
    {
      gsize n = MIN (left, SEALED_CHUNK);

      fine = tag == 0 && n >= crypto_secretstream_xchacha20poly1305_ABYTES
             && crypto_secretstream_xchacha20poly1305_pull (&state, clear->data + clear->size, NULL, &tag, at, n,
                                                            sealed, HEAD) == 0;
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

  if (!check_head (sealed, name, error))
    return NULL;
  data = g_bytes_get_data (sealed, &size);
  clear = g_new0 (Clear, 1);
  clear->data = g_malloc (size);
  if (bc_key_fits (key, sealed) && pull_all (key, data, size, clear))
    return g_bytes_new_with_free_func (clear->data, clear->size, wipe_cb, clear);
  wipe_cb (clear);
  fail (error, BC_FILE_ERROR_SYNTAX, name,
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
