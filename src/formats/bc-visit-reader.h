/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"
#include "bc-visit.h"
#include "bc-xml.h"

G_BEGIN_DECLS

/* Reads the visits of one chart file. Private to the chart reader. */
typedef struct _BcVisitReader BcVisitReader;

BcVisitReader *bc_visit_reader_new  (const BcMaps   *maps) G_GNUC_WARN_UNUSED_RESULT;
void           bc_visit_reader_free (BcVisitReader  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcVisitReader, bc_visit_reader_free)

BcVisit       *bc_visit_reader_read (BcVisitReader  *self,
                                     const xmlNode  *node,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
