/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-atlas.h"
#include "bc-canvas.h"

G_BEGIN_DECLS

/**
 * BcPick:
 * @number: of the symptom that has the mark; 0 for a clear tick
 * @stroke: (nullable): the stroke; %NULL where it is the mark of a region, or a tick
 * @region: the region that is marked or ticked; with a stroke, the one that was pointed at
 *
 * One mark of a visit.
 */
typedef struct
{
  int       number;
  BcStroke *stroke; /* not held: valid until the next change of the chart */
  BcRegion  region;
} BcPick;

/*
 * What the tools of the canvas do to the model, apart from pointers and gestures, in one drawing. Where the clinician did
 * not draw a symptom, its drawing is met as the patient's, and begins as a copy of it with the first change.
 */
gboolean  bc_marking_is_on          (BcVisit             *visit,
                                     BcDrawing            drawing,
                                     int                  number,
                                     BcRegion             region,
                                     BcTool               tool);
int       bc_marking_apply          (BcChart             *chart,
                                     BcVisit             *visit,
                                     BcDrawing            drawing,
                                     int                  number,
                                     const BcRegion      *regions,
                                     guint                n_regions,
                                     BcTool               tool,
                                     gboolean             on);
gboolean  bc_marking_has_ink        (BcVisit             *visit,
                                     BcRegion             region);

BcStroke *bc_marking_make_stroke    (const BcView        *view,
                                     BcRole               role,
                                     double               width,
                                     const BcStrokePoint *points,
                                     guint                n_points) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
int       bc_marking_draw           (BcChart             *chart,
                                     BcVisit             *visit,
                                     BcDrawing            drawing,
                                     int                  number,
                                     BcStroke            *stroke);
guint     bc_marking_rub            (BcChart             *chart,
                                     BcVisit             *visit,
                                     BcDrawing            drawing,
                                     const BcView        *view,
                                     const BcStrokePoint *path,
                                     guint                n_points,
                                     double               radius);
GPtrArray *bc_marking_cut_stroke    (BcStroke            *stroke,
                                     const BcView        *view,
                                     const BcStrokePoint *path,
                                     guint                n_points,
                                     double               radius) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
gboolean  bc_marking_stroke_is_near (BcStroke            *stroke,
                                     const BcView        *view,
                                     double               x,
                                     double               y,
                                     double               reach);

gboolean  bc_marking_pick           (BcVisit             *visit,
                                     BcDrawing            drawing,
                                     int                  number,
                                     const BcView        *view,
                                     double               x,
                                     double               y,
                                     double               reach,
                                     BcRegion             region,
                                     BcPick              *pick);
gboolean  bc_marking_pick_region    (BcVisit             *visit,
                                     BcDrawing            drawing,
                                     int                  number,
                                     BcRegion             region,
                                     BcPick              *pick);
gboolean  bc_marking_pick_inside    (BcVisit             *visit,
                                     BcDrawing            drawing,
                                     int                  number,
                                     BcRegion             region,
                                     gboolean             active_only,
                                     BcPick              *pick);
gboolean  bc_marking_pick_is_valid  (BcVisit             *visit,
                                     BcDrawing            drawing,
                                     const BcPick        *pick);
void      bc_marking_remove         (BcChart             *chart,
                                     BcVisit             *visit,
                                     BcDrawing            drawing,
                                     const BcPick        *pick);
int       bc_marking_move           (BcChart             *chart,
                                     BcVisit             *visit,
                                     BcDrawing            drawing,
                                     BcPick              *pick,
                                     int                  number);
BcStroke *bc_marking_take_stroke    (BcChart             *chart,
                                     BcSymptom           *symptom,
                                     BcDrawing            drawing,
                                     BcStroke            *stroke); /* (transfer none) (nullable) */

guint     bc_marking_digest_symptom (BcSymptom           *symptom);
void      bc_marking_add_roles      (BcStroke            *stroke,
                                     guint8              *roles); /* [BC_N_REGIONS + 1], added to */
void      bc_marking_digest_marks   (BcSymptom           *symptom,
                                     const guint8        *roles,
                                     guint               *state); /* [BC_N_REGIONS + 1], added to */
void      bc_marking_digest_clears  (BcVisit             *visit,
                                     guint               *state);
void      bc_marking_digest         (BcVisit             *visit,
                                     guint               *state);

G_END_DECLS
