/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-symptom-strip.h"

G_BEGIN_DECLS

struct _BcSymptomStrip
{
  GtkWidget parent_instance;

  BcChart *chart;
  BcVisit *visit;
  int      number;

  GtkWidget *tools;
  GtkWidget *width;
  GtkWidget *pens;
  GtkWidget *qualities;
  GtkWidget *now;
  GtkWidget *depth;
  GtkWidget *constancy;
  GtkWidget *more;
  GtkWidget *confirm; /* only seen where the active symptom is a copy from the last visit */
  GtkWidget *details;
  GtkWidget *asked; /* (nullable): what bc_symptom_strip_go() pointed at */

  GSignalGroup *history_signals;
  GSignalGroup *symptoms_signals;
};

/* What the files of the strip share. */
void       _bc_symptom_strip_add_groups  (BcSymptomStrip *self);
BcSymptom *_bc_symptom_strip_get_symptom (BcSymptomStrip *self); /* (transfer none) (nullable): the active one */
void       _bc_symptom_strip_set_number  (BcSymptomStrip *self,
                                          int             number);
void       _bc_symptom_strip_update_confirm (BcSymptomStrip *self,
                                             BcSymptom   *symptom); /* (nullable) */
void       _bc_symptom_strip_set_asked   (BcSymptomStrip *self,
                                          GtkWidget      *group); /* (nullable) */

G_END_DECLS
