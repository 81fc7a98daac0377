/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"
#include "bc-view-widget.h"

#include <gtk/gtk.h>

/* What the widget tests share. */
void            ui_init          (int         *argc,
                                  char      ***argv);
BcChart        *ui_chart_new     (BcFigureId   figure) G_GNUC_WARN_UNUSED_RESULT; /* with an empty visit */
GtkWidget      *ui_window_show   (GtkWidget   *child,
                                  int          width,
                                  int          height);
void            ui_settle        (void); /* runs the main loop until nothing is due */
void            ui_window_close  (GtkWidget   *window);
GtkWidget      *ui_find_named    (GtkWidget   *root,
                                  GType        type,
                                  const char  *name); /* by accessible name; (nullable) */
gpointer        ui_controller    (GtkWidget   *widget,
                                  GType        type); /* the first of that type, (transfer none) */
cairo_surface_t *ui_picture      (GtkWidget   *widget) G_GNUC_WARN_UNUSED_RESULT;
gboolean        ui_same_picture  (cairo_surface_t *one,
                                  cairo_surface_t *two);
BcRegionWidget *ui_region        (BcCanvas    *canvas,
                                  BcViewId     view,
                                  const char  *id);
void            ui_assert_checked (BcRegionWidget *region,
                                   gboolean        checked);
