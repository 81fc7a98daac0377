/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The key of a chart with a password, and the head of the file, which tells how the key is derived.
 */

#include "bc-seal-private.h"

#include "bc-i18n.h"

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
#define CHECK_BYTES 32
#define SUM_BYTES 16

G_STATIC_ASSERT (crypto_pwhash_argon2id_SALTBYTES == AT_CHECK - AT_SALT);
G_STATIC_ASSERT (sizeof MAGIC - 1 == AT_VERSION);
G_STATIC_ASSERT (AT_SUM + SUM_BYTES == BC_SEAL_AT_STREAM);

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
make_check (const BcSecret *secret,
            const guint8   *head,
            guint8         *check)
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

gboolean
bc_seal_fail (GError      **error,
              BcFileError   code,
              const char   *name,
              const char   *text)
{
  g_set_error (error, BC_FILE_ERROR, (int) code, "%s:1: %s", name, text);
  return FALSE;
}

/* Whether the head may be believed; before anything is worked out from it. */
gboolean
bc_seal_check_head (GBytes      *sealed,
                    const char  *name,
                    GError     **error)
{
  gsize size;
  const guint8 *head = g_bytes_get_data (sealed, &size);
  guint8 sum[SUM_BYTES];

  if (size < BC_SEAL_HEAD)
    return bc_seal_fail (error, BC_FILE_ERROR_SYNTAX, name,
                         _("a chart with a password that was cut short; restore it from a copy"));
  if (!bc_is_sealed (sealed))
    return bc_seal_fail (error, BC_FILE_ERROR_SYNTAX, name, _("no chart with a password; open it without one"));
  make_sum (head, sum);
  if (sodium_memcmp (sum, head + AT_SUM, SUM_BYTES) != 0)
    return bc_seal_fail (error, BC_FILE_ERROR_SYNTAX, name,
                         _("a chart with a password that is damaged at its beginning; restore it from a copy"));
  if (head[AT_VERSION] != VERSION || head[AT_KDF] != KDF_ARGON2ID)
    return bc_seal_fail (error, BC_FILE_ERROR_VERSION, name,
                         _("a newer Bodychart wrote this chart; update Bodychart to open it"));
  if (get_number (head + AT_PASSES) < 1 || get_number (head + AT_PASSES) > BC_SEAL_MAX_PASSES
      || get_number (head + AT_KIB) < BC_SEAL_MIN_KIB || get_number (head + AT_KIB) > BC_SEAL_MAX_KIB)
    return bc_seal_fail (error, BC_FILE_ERROR_UNSAFE, name,
                         _("a chart with a password that no Bodychart wrote: opening it would need too much memory or "
                           "time; ask where it is from"));
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

  if (!bc_seal_check_head (sealed, name, error))
    return NULL;
  memcpy (self->head, g_bytes_get_data (sealed, NULL), sizeof self->head);
  if (!derive (self, password, error))
    return NULL;
  make_check (self->secret, self->head, check);
  if (sodium_memcmp (check, self->head + AT_CHECK, CHECK_BYTES) == 0)
    return g_steal_pointer (&self);
  bc_seal_fail (error, BC_FILE_ERROR_PASSWORD, name, _("the password is wrong; try again"));
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
