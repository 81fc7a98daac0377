/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"
#include "bc-hand.h"
#include "bc-marking.h"
#include "bc-view-input.h"

G_BEGIN_DECLS

struct _BcCanvas
{
  GtkWidget parent_instance;

  BcChart   *chart;
  BcVisit   *visit;
  BcDrawing  drawing; /* whose marks are shown and changed */
  BcVisit   *shown;   /* (nullable): @visit, or how the clinician understands it */
  BcVisit   *under;   /* (nullable): what lies below, faint */
  guint      under_digest;
  int        number;
  int        mode;
  int        figure; /* of the views on the board, -1 without */
  BcHand     hand;   /* shared with the board and the views */
  BcOverlay *map;    /* (nullable) */
  guint      state[BC_N_REGIONS + 1]; /* a digest of what each region carries, to find what changed */
  GPtrArray *inks;   /* of BcInkState: the strokes that are shown */

  GtkWidget *overlay;
  GtkWidget *board;
  GtkWidget *ring;
  GtkWidget *map_name;
  GtkWidget *bubble;        /* the name of what a long press asks about */
  double     bubble_x;      /* what it points at, in pixels of the canvas */
  double     bubble_y;
  guint      bubble_source; /* takes it away */

  GtkWidget *menu;          /* made when first needed */
  BcRegion   menu_regions[BC_N_REGIONS];
  guint      menu_n_regions;
  GtkWidget *pick_menu;     /* made when first needed */
  BcViewId   menu_view;     /* where the focus goes back to when a menu closes */
  BcPick     pick;          /* what is selected; its region is BC_REGION_NONE without */
  BcStroke  *pick_stroke;   /* (nullable): held */

  gboolean   space;         /* is held; it marks when it is let go, unless the figure was moved meanwhile */
  gboolean   space_used;
  gint64     digit_time;    /* of a "1" that a "0" may make a 10, µs; 0 without */
  int        digit_before;  /* how strong the symptom was before that "1" */

  GSignalGroup *history_signals;
  GSignalGroup *chart_signals;
  GSignalGroup *symptoms_signals;
  GSignalGroup *clears_signals;
};

/* bc-canvas.c */
void          bc_canvas_set_number        (BcCanvas       *self,
                                           int             number);
void          bc_canvas_emit_activated    (BcCanvas       *self,
                                           BcRegion        region);
void          bc_canvas_emit_named        (BcCanvas       *self,
                                           BcRegion        region);
void          bc_canvas_say               (BcCanvas       *self,
                                           const char     *format,
                                           ...) G_GNUC_PRINTF (2, 3);
void          bc_canvas_set_mode          (BcCanvas       *self,
                                           int             mode);
BcViewWidget *bc_canvas_get_view          (BcCanvas       *self,
                                           guint           view);

/* bc-canvas-changes.c */
void          bc_canvas_follow_marks      (BcCanvas       *self);
void          bc_canvas_update_pen        (BcCanvas       *self);

/* bc-canvas-drawing.c */
void          bc_canvas_follow_drawing    (BcCanvas       *self);
void          bc_canvas_show_drawing      (BcCanvas       *self);
void          bc_canvas_show_drawing_in   (BcCanvas       *self,
                                           BcViewWidget   *view);

/* bc-canvas-input.c */
void          bc_canvas_connect_view      (BcCanvas       *self,
                                           BcViewWidget   *view);
void          bc_canvas_use_tool          (BcCanvas       *self,
                                           const BcRegion *regions,
                                           guint           n_regions,
                                           BcTool          tool,
                                           gboolean        on);
gboolean      bc_canvas_refuses           (BcCanvas       *self);
char         *bc_canvas_dup_place         (const BcRegion *regions,
                                           guint           n_regions);
void          bc_canvas_install_actions   (GtkWidgetClass *widget_class);

/* bc-canvas-draw.c */
void          bc_canvas_drawn_cb          (BcCanvas       *self,
                                           GArray         *points,
                                           BcViewWidget   *view);
void          bc_canvas_erase_at          (BcCanvas       *self,
                                           BcViewWidget   *view,
                                           double          x,
                                           double          y);
void          bc_canvas_erase_pick        (BcCanvas       *self,
                                           const BcPick   *pick);

/* bc-canvas-pick.c */
void          bc_canvas_pick_at           (BcCanvas       *self,
                                           BcViewWidget   *view,
                                           double          x,
                                           double          y);
void          bc_canvas_pick_region       (BcCanvas       *self,
                                           BcViewWidget   *view,
                                           BcRegion        region);
void          bc_canvas_unpick            (BcCanvas       *self);
gboolean      bc_canvas_has_pick          (BcCanvas       *self);
void          bc_canvas_delete_pick       (BcCanvas       *self);
void          bc_canvas_install_pick      (GtkWidgetClass *widget_class);
void          bc_canvas_popup             (BcCanvas       *self,
                                           GtkWidget     **menu,
                                           GMenuModel     *model,
                                           BcViewWidget   *view,
                                           double          x,
                                           double          y);

/* bc-canvas-keys.c */
void          bc_canvas_add_keys          (BcCanvas       *self);
void          bc_canvas_install_keys      (GtkWidgetClass *widget_class);

/* bc-canvas-show.c */
GtkWidget    *bc_canvas_build_overlay     (BcCanvas       *self,
                                           GtkWidget      *child);
void          bc_canvas_show_name         (BcCanvas       *self,
                                           BcViewWidget   *view,
                                           BcRegion        region);
void          bc_canvas_hide_name         (BcCanvas       *self);
void          bc_canvas_update_map        (BcCanvas       *self);
void          bc_canvas_update_ring       (BcCanvas       *self);

G_END_DECLS
