/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-owner.h"

G_BEGIN_DECLS

/* What the files of bc-owner share. Private to them. */

#define BC_OWNER_SUFFIX ".lock"
/* A note has some hundred bytes. */
#define BC_OWNER_MAX_BYTES 4096
/* Of notes that go while they are looked at. */
#define BC_OWNER_TRIES 5

struct _BcOwner
{
  char  *path;  /* %NULL on a share */
  int    fd;    /* holds a lock, which goes with the program */
  GFile *share; /* (nullable): the note where there is no path */
  char  *text;  /* of the note on a share */
};

BcOwnerNote *bc_owner_parse_note         (const char         *text,
                                          gint64              touched) G_GNUC_WARN_UNUSED_RESULT;
char        *bc_owner_dup_text           (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean     bc_owner_is_of_this_machine (const BcOwnerNote  *note);
gboolean     bc_owner_is_same            (const BcOwnerNote  *one,
                                          const BcOwnerNote  *other);
BcOwner     *bc_owner_claim_on_share     (GFile              *file,
                                          const BcOwnerNote  *unwanted,
                                          BcOwnerNote       **other) G_GNUC_WARN_UNUSED_RESULT;
void         bc_owner_release_share      (BcOwner            *self);

G_END_DECLS
