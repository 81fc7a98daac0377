/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-error.h"

G_BEGIN_DECLS

/*
 * Charts with a password. resources/schemas/README.md describes the bytes. What is sealed can be neither read nor
 * changed without the password, and there is no other way in: who loses the password loses the chart.
 */

/* What deriving a key costs: passes over so much memory (Argon2id). The limits are for what is read. */
#define BC_SEAL_PASSES 3
#define BC_SEAL_KIB (256 * 1024)
#define BC_SEAL_MAX_PASSES 10
#define BC_SEAL_MIN_KIB (8 * 1024)
#define BC_SEAL_MAX_KIB (1024 * 1024)

/**
 * BcKey:
 *
 * What a password opens, derived from it once, in memory that is not swapped and wiped after use. May be used by
 * several threads.
 */
typedef struct _BcKey BcKey;

gboolean  bc_is_sealed      (GBytes      *bytes);

BcKey    *bc_key_new        (const char  *password,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
BcKey    *bc_key_new_costly (const char  *password,
                             guint32      passes,
                             guint32      kib,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
BcKey    *bc_key_new_for    (GBytes      *sealed,
                             const char  *name,
                             const char  *password,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
BcKey    *bc_key_ref        (BcKey       *self) G_GNUC_WARN_UNUSED_RESULT;
void      bc_key_unref      (BcKey       *self);
gboolean  bc_key_fits       (const BcKey *self,
                             GBytes      *sealed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcKey, bc_key_unref)

GBytes   *bc_seal           (const BcKey *key,
                             GBytes      *clear) G_GNUC_WARN_UNUSED_RESULT;
GBytes   *bc_unseal         (const BcKey *key,
                             GBytes      *sealed,
                             const char  *name,
                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;

void      bc_password_free  (char        *password);

G_END_DECLS
