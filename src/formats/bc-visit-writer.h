/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-visit.h"
#include "bc-xml-text.h"

G_BEGIN_DECLS

/* Writes the visits of a chart file. Private to the chart writer. */
void bc_visit_write   (BcXmlText *to,
                       BcVisit   *visit);
void bc_symptom_write (BcXmlText *to,
                       BcSymptom *symptom);

G_END_DECLS
