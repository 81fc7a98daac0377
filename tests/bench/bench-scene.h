/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"
#include "bc-view-widget.h"

/* Size of what is drawn. */
#define SCENE_WIDTH 1600
#define SCENE_HEIGHT 1000

/**
 * Scene:
 * @picture: what is drawn on
 * @blit: what is copied for comparison
 * @symptom: to which @more is added
 * @more: one more stroke
 * @gesture: of the front view
 * @at: how far the drag that is under way has come, in pixels
 *
 * A chart with strokes on a canvas in a window.
 */
typedef struct
{
  BcChart         *chart;
  BcVisit         *visit;
  BcCanvas        *canvas;
  GtkWidget       *window;
  cairo_surface_t *picture;
  cairo_surface_t *blit;
  BcSymptom       *symptom;
  BcStroke        *more;
  guint            n_strokes;
  GtkGesture      *gesture;
  int              at;
} Scene;

Scene    *scene_new           (int       mode,
                               double    zoom,
                               guint     n_strokes);
void      scene_free          (Scene    *scene);
BcStroke *scene_stroke_new    (guint     seed,
                               double    width) G_GNUC_WARN_UNUSED_RESULT;
void      scene_begin_drag    (Scene    *scene,
                               guint     n_points);
void      scene_end_drag      (Scene    *scene);

/* Steps of a benchmark; @scene is a Scene. */
void      scene_draw          (gpointer  scene); /* one frame */
void      scene_blit          (gpointer  scene);
void      scene_drag          (gpointer  scene); /* one motion event */
void      scene_drag_and_draw (gpointer  scene);
void      scene_commit        (gpointer  scene); /* a finished stroke, until it is on the screen */
void      scene_undo          (gpointer  scene);
