/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"
#include "bc-chart-file.h"
#include "bc-owner.h"

G_BEGIN_DECLS

#define BC_TYPE_DOCUMENT (bc_document_get_type ())
G_DECLARE_FINAL_TYPE (BcDocument, bc_document, BC, DOCUMENT, GObject)

BcDocument *bc_document_new         (void) G_GNUC_WARN_UNUSED_RESULT;
BcDocument *bc_document_new_at      (GFile                *file) G_GNUC_WARN_UNUSED_RESULT;
BcDocument *bc_document_new_of      (BcChart              *chart,
                                     GFile                *file,
                                     const char           *etag,
                                     BcKey                *key) G_GNUC_WARN_UNUSED_RESULT;
void        bc_document_load_async  (GFile                *file,
                                     const char           *password,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
BcDocument *bc_document_load_finish (GAsyncResult         *result,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void        bc_document_save_async  (BcDocument           *self,
                                     GFile                *file,
                                     BcSaveFlags           flags,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean    bc_document_save_finish (BcDocument           *self,
                                     GAsyncResult         *result,
                                     GError              **error);

BcDocument *bc_document_restore     (const char           *path,
                                     BcKey                *key,
                                     GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    bc_document_keep_unsaved (BcDocument          *self,
                                      GError             **error);
const char *bc_document_get_warning (BcDocument           *self); /* (nullable) */

BcChart    *bc_document_get_chart   (BcDocument           *self);
BcVisit    *bc_document_get_visit   (BcDocument           *self);
void        bc_document_set_visit   (BcDocument           *self,
                                     BcVisit              *visit); /* (nullable) */
GFile      *bc_document_get_file    (BcDocument           *self); /* (nullable) */
BcKey      *bc_document_get_key     (BcDocument           *self); /* (nullable) */
void        bc_document_set_key     (BcDocument           *self,
                                     BcKey                *key);
const BcOwnerNote *bc_document_get_other (BcDocument      *self); /* (nullable) */
const char *bc_document_get_etag    (BcDocument           *self); /* (nullable) */
void        bc_document_claim       (BcDocument           *self);
gboolean    bc_document_take_over   (BcDocument           *self);
void        bc_document_see         (BcDocument           *self,
                                     const char           *etag);
void        bc_document_detach      (BcDocument           *self);
gboolean    bc_document_is_busy     (BcDocument           *self);
gboolean    bc_document_is_modified (BcDocument           *self);
char       *bc_document_dup_title   (BcDocument           *self) G_GNUC_WARN_UNUSED_RESULT;
char       *bc_document_dup_file_name (BcDocument         *self,
                                       const char         *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
