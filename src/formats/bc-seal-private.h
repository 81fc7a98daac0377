/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-seal.h"

#include <sodium.h>

G_BEGIN_DECLS

/* Where the head of the stream lies, after what bc-key.c knows of; then the chunks. */
#define BC_SEAL_AT_STREAM 96
#define BC_SEAL_HEAD (BC_SEAL_AT_STREAM + crypto_secretstream_xchacha20poly1305_HEADERBYTES)

typedef struct
{
  guint8 stream[crypto_secretstream_xchacha20poly1305_KEYBYTES];
  guint8 check[crypto_generichash_KEYBYTES];
} BcSecret;

struct _BcKey
{
  gatomicrefcount ref_count;
  BcSecret       *secret;                  /* in guarded memory */
  guint8          head[BC_SEAL_AT_STREAM]; /* of every file that this key seals */
};

/* bc-key.c */
gboolean bc_seal_check_head (GBytes      *sealed,
                             const char  *name,
                             GError     **error);
gboolean bc_seal_fail       (GError     **error,
                             BcFileError  code,
                             const char  *name,
                             const char  *text);

G_END_DECLS
