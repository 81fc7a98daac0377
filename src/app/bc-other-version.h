/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart-file.h"

G_BEGIN_DECLS

/**
 * BcOtherVersion:
 * @file: the chart's file
 * @bytes: what it holds now
 * @etag: (nullable): of @bytes
 * @chart: (nullable): what @bytes say, where they can be read
 * @problem: (nullable): why they cannot
 *
 * What somebody else saved in the place of a chart that is being edited.
 */
typedef struct
{
  GFile   *file;
  GBytes  *bytes;
  char    *etag;
  BcChart *chart;
  GError  *problem;
} BcOtherVersion;

BcOtherVersion *bc_other_version_read (GFile                 *file,
                                       BcKey                 *key,
                                       GCancellable          *cancellable,
                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;
GFile          *bc_other_version_keep (const BcOtherVersion  *self,
                                       BcKey                 *key,
                                       GCancellable          *cancellable,
                                       GError               **error) G_GNUC_WARN_UNUSED_RESULT;
void            bc_other_version_free (BcOtherVersion        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcOtherVersion, bc_other_version_free)

G_END_DECLS
