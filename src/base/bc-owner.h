/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcOwner:
 *
 * A note beside a file that says who has it open, for other programs and other machines. It keeps nobody out: saving
 * notices in any case what another one saved.
 */
typedef struct _BcOwner BcOwner;

/**
 * BcOwnerNote:
 * @user: (nullable): who has the file open
 * @host: (nullable): on which machine
 * @time: since when, in seconds since 1970
 *
 * What the note of another program says.
 */
typedef struct
{
  char  *user;
  char  *host;
  gint64 time;
} BcOwnerNote;

BcOwner *bc_owner_claim     (GFile        *file,
                             BcOwnerNote **other) G_GNUC_WARN_UNUSED_RESULT;
void     bc_owner_release   (BcOwner      *self);
void     bc_owner_note_free (BcOwnerNote  *note);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcOwner, bc_owner_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcOwnerNote, bc_owner_note_free)

G_END_DECLS
