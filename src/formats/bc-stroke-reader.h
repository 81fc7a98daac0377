/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-symptom.h"
#include "bc-xml.h"

G_BEGIN_DECLS

/* Reads the strokes of one chart file. Private to the chart reader. */
typedef struct _BcStrokeReader BcStrokeReader;

BcStrokeReader *bc_stroke_reader_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            bc_stroke_reader_free (BcStrokeReader  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcStrokeReader, bc_stroke_reader_free)

gboolean        bc_stroke_reader_read (BcStrokeReader  *self,
                                       const xmlNode   *node,
                                       BcSymptom       *symptom,
                                       BcDrawing        drawing,
                                       GError         **error);

G_END_DECLS
