/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-document.h"
#include "bc-unsaved.h"

G_BEGIN_DECLS

struct _BcDocument
{
  GObject      parent_instance;

  BcChart     *chart;
  BcVisit     *visit;   /* (nullable): the one that is worked on, where the user chose one */
  GFile       *file;
  char        *etag;
  BcKey       *key;     /* (nullable): of a chart with a password */
  BcOwner     *owner;   /* (nullable): tells others that we have it open */
  BcOwnerNote *other;   /* (nullable): who has it open as well */
  guint        touch;   /* timer, while there is @owner */
  char        *warning; /* what the last save could not do beside saving */
  gboolean     busy;
  gboolean     warned;  /* that unsaved work is not protected */
  BcUnsaved   *unsaved;
};

/* bc-document.c */
void bc_document_take_chart (BcDocument *self,
                             BcChart    *chart); /* (transfer full) */

/* bc-document-owner.c */
void bc_document_own        (BcDocument *self,
                             GFile      *file);
void bc_document_take_owner (BcDocument *self,
                             BcOwner    *owner);
void bc_document_disown     (BcDocument *self);

G_END_DECLS
