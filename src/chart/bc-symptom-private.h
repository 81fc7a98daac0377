/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-symptom.h"

G_BEGIN_DECLS

/* One drawing of the symptom. */
typedef struct
{
  GListStore *marks;
  GListStore *strokes;
  guint8      drawn[BC_N_REGIONS + 1]; /* what the strokes make of each region; bc-symptom-drawing.c knows how */
  gboolean    drawn_known;
} BcSymptomLayer;

struct _BcSymptom
{
  GObject        parent_instance;

  int            number;
  guint          qualities;
  int            now;
  int            best;
  int            worst;
  int            depth;
  int            constancy;
  int            onset_kind;
  int            morning;
  int            daytime;
  int            evening;
  int            night;
  int            stiffness;
  int            wakes;
  int            resolved;
  int            unconfirmed;
  int            understood;
  char          *onset;
  char          *onset_date;
  char          *day_pattern;
  char          *aggravating;
  char          *easing;
  char          *notes;
  GListStore    *factors;
  BcSymptomLayer layers[BC_N_DRAWINGS];
};

/* bc-symptom-drawing.c */
void     bc_symptom_init_drawings  (BcSymptom *self);
void     bc_symptom_clear_drawings (BcSymptom *self);
void     bc_symptom_borrow_drawing (BcSymptom *self,
                                    BcSymptom *lender,
                                    BcDrawing  drawing); /* its lists, as the patient's drawing of self */

/* bc-symptom-behaviour.c */
gboolean bc_symptom_has_behaviour  (BcSymptom *self);

G_END_DECLS
