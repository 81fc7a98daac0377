/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"
#include "bc-view-widget.h"

G_BEGIN_DECLS

struct _BcCanvas
{
  GtkWidget parent_instance;

  BcChart *chart;
  BcVisit *visit;
  BcTool   tool;
  int      number;
  int      mode;
  int      figure;    /* of the views on the board, -1 without */
  double   tint[BC_N_REGIONS + 1];
  gboolean has_tint;
  guint    state[BC_N_REGIONS + 1]; /* a digest of what each region carries, to find what changed */

  GtkWidget    *overlay;
  GtkWidget    *board;
  GtkWidget    *map_name;
  GtkWidget    *menu;      /* made when first needed */
  BcRegion      menu_region;
  GSignalGroup *history_signals;
  GSignalGroup *chart_signals;
  GSignalGroup *symptoms_signals;
  GSignalGroup *clears_signals;
};

void bc_canvas_set_number     (BcCanvas     *self,
                               int           number);
void bc_canvas_emit_activated (BcCanvas     *self,
                               BcRegion      region);
void bc_canvas_act_cb         (BcViewWidget *view,
                               guint         region,
                               int           act,
                               BcCanvas     *self);
void bc_canvas_painted_cb     (BcCanvas     *self,
                               GArray       *regions);
void bc_canvas_menu_cb        (GtkWidget    *widget,
                               const char   *action,
                               GVariant     *parameter);

G_END_DECLS
