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
 * @alive: when its program was last heard of, as @time. On a share without a path no more than @time is known
 *
 * What the note of another program says.
 */
typedef struct
{
  char  *user;
  char  *host;
  gint64 time;
  gint64 alive;
  char  *machine; /* of @host, since two may have one name; (nullable) */
  gint64 pid;     /* 0 where it is not known */
} BcOwnerNote;

/* A note is touched so often, in seconds: one that is much older is of a program or machine that is gone. */
#define BC_OWNER_TOUCH_S 300

BcOwner *bc_owner_claim     (GFile        *file,
                             BcOwnerNote **other) G_GNUC_WARN_UNUSED_RESULT;
BcOwner *bc_owner_take_over (GFile        *file,
                             BcOwnerNote **other) G_GNUC_WARN_UNUSED_RESULT;
void     bc_owner_touch     (BcOwner      *self);
void     bc_owner_release   (BcOwner      *self);
void     bc_owner_note_free (BcOwnerNote  *note);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcOwner, bc_owner_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcOwnerNote, bc_owner_note_free)

G_END_DECLS
