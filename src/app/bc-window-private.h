/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"
#include "bc-findings-panel.h"
#include "bc-overlay-maker.h"
#include "bc-overlay-menu.h"
#include "bc-patient-panel.h"
#include "bc-place-popover.h"
#include "bc-questions-panel.h"
#include "bc-red-flag-bar.h"
#include "bc-summary.h"
#include "bc-symptom-strip.h"
#include "bc-window.h"

G_BEGIN_DECLS

struct _BcWindow
{
  AdwApplicationWindow parent_instance;

  BcDocument   *document;
  GCancellable *cancellable; /* of loads and saves; cancelled when the window goes */
  BcFindings   *findings;
  BcBySymptom  *by_symptom; /* likewise of each symptom */
  BcEvidence   *evidence; /* that @findings came from */
  guint         match_source; /* idle: one match for many changes */
  gboolean      show_findings;
  gboolean      closing;      /* the window goes when the save is done */
  gboolean      save_again;   /* when the save that is under way is done */
  gboolean      discarding;   /* the user was asked, and does not want the changes */
  BcOverlayKind    map_kind; /* what the user laid over the figure; goes before the map of the chosen finding */
  const BcPattern *map;
  BcSide           map_side;
  const BcDermatomeMap *dermatome_map; /* which one of the rivals is shown for dermatomes */
  BcOverlay       *shown_map; /* (nullable): what lies over the figure now */
  BcRegion         hovered;
  char            *saying;     /* announced when idle, so that one act is told once */
  gboolean         saying_act; /* @saying tells what was done, not only what changed with it */
  guint            say_source;
  guint            fit_tick;
  BcVisit         *shown_visit;    /* (nullable): held, what canvas and panels show */
  gboolean         want_visits;    /* the side bar of visits, where there is room */
  gboolean         placing_visits; /* the side bar comes or goes without the user */
  GSignalGroup    *visits_signals;
  guint            refused_source;
  GFile        *loading;      /* a chart on its way into this window */
  GFile        *saving_to;    /* where the save that is under way, or asked about, goes */
  BcSaveFlags   saving_flags;
  GFile        *replaced;     /* where the other version went, until the save of ours is done */
  GtkFileChooserNative *chooser;
  guint      lock_source;     /* looks whether nobody has used the program for a while */
  GPtrArray *covered;         /* dialogs that are hidden while the window is locked */
  GtkEventController *lock_keys;
  BcSummaryKind pdf_kind;     /* what the chooser of a PDF saves */

  GtkWidget *cover;
  GtkWidget *lock_page;
  GtkWidget *unlock_button;
  GtkWidget *pages;
  GtkWidget *maps_bin;
  GtkWidget *toasts;
  GtkWidget *title;
  GtkWidget *stack;
  GtkWidget *start_box;
  GtkWidget *own_maps_bar;
  GtkWidget *notice_bar;
  GtkWidget *red_flags;
  GtkWidget *visits_flap;
  GtkWidget *visits_bin;
  GtkWidget *visits_button;
  GtkWidget *flap;
  GtkWidget *side_panel;
  GtkWidget *visit_bar;
  GtkWidget *drawing_bar;
  GtkWidget *canvas_box;
  GtkWidget *views_box;
  GtkWidget *strip_box;
  GtkWidget *foot;
  GtkWidget *announcer;
  GtkWidget *find_button;
  GtkWidget *maps_button;
  GtkWidget *map_off;
  GtkWidget *recent_button;
  GtkWidget *findings_switch;
  GtkWidget *findings_switch_small; /* the same on a narrow window */
  GtkWidget *panels;
  GtkWidget *findings_bin;
  GtkWidget *questions_bin;
  GtkWidget *patient_bin;

  GtkWidget *visits_panel;
  GtkWidget *canvas;
  GtkWidget *strip;
  GtkWidget *findings_panel;
  GtkWidget *questions_panel;
  GtkWidget *patient_panel;
  GtkWidget *places;
  GtkWidget *overlay_menu;
  GtkWidget *status;
  GtkWidget *completeness;
  GtkWidget *read_back;
  GtkWidget *browser; /* NULL until somebody looks */
  GtkWidget *focus_before; /* (nullable): where the keyboard was when the browser was opened */
  GtkWidget *focus_locked; /* (nullable): likewise when the window was locked */
};

/* bc-window.c */
void _bc_window_show_chart         (BcWindow       *self);

/* bc-window-visits.c */
void _bc_window_class_visits_init  (GtkWidgetClass *klass);
void _bc_window_build_visits       (BcWindow       *self);
void _bc_window_list_visits        (BcWindow       *self);
void _bc_window_fit_visits         (BcWindow       *self);
void _bc_window_show_visit         (BcWindow       *self,
                                    BcVisit        *visit);
char *_bc_window_dup_visit_number  (BcWindow       *self) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */

/* bc-window-drawing.c */
void _bc_window_class_drawing_init (GtkWidgetClass *klass);
void _bc_window_build_drawing      (BcWindow       *self);
void _bc_window_update_drawing     (BcWindow       *self);
void _bc_window_note_drawings      (BcWindow       *self,
                                    guint64         digests[BC_N_DRAWINGS]);
void _bc_window_follow_drawings    (BcWindow       *self,
                                    const guint64   digests[BC_N_DRAWINGS],
                                    char          **said); /* (inout) */

/* bc-window-signing.c */
void _bc_window_class_signing_init (GtkWidgetClass *klass);
void _bc_window_update_signing     (BcWindow       *self);
void _bc_window_refused            (BcWindow       *self);

/* bc-window-actions.c */
typedef struct
{
  const char *name;
  const char *parameter_type; /* (nullable) */
  GtkWidgetActionActivateFunc activate;
} BcWindowAction;

void _bc_window_install_actions    (GtkWidgetClass *klass,
                                    const BcWindowAction *actions,
                                    guint           n_actions);
void _bc_window_class_actions_init (GtkWidgetClass *klass);
void _bc_window_actions_update     (BcWindow       *self);

/* bc-window-actions-chart.c */
void _bc_window_class_chart_actions_init (GtkWidgetClass *klass);

/* bc-window-actions-figure.c */
void _bc_window_class_figure_actions_init (GtkWidgetClass *klass);

/* bc-window-actions-state.c */
void _bc_window_add_state_actions  (BcWindow       *self);

/* bc-window-save.c */
void _bc_window_save               (BcWindow       *self,
                                    GFile          *file,
                                    BcSaveFlags     flags);
void _bc_window_save_as            (BcWindow       *self,
                                    GFile          *chosen);
void _bc_window_choose_save_as     (BcWindow       *self);
void _bc_window_ask_not_saved      (BcWindow       *self,
                                    const GError   *error);

/* bc-window-conflict.c */
void _bc_window_ask_changed        (BcWindow       *self);

/* bc-window-open.c */
BcWindow *_bc_window_find_other    (BcWindow       *self,
                                    GFile          *file); /* (nullable): another window that shows it */

/* bc-window-files.c */
GtkFileChooserNative *_bc_window_new_chooser (BcWindow            *self,
                                              const char          *title,
                                              GtkFileChooserAction action,
                                              const char          *accept);
void _bc_window_add_filter         (GtkFileChooserNative *chooser,
                                    const char     *name,
                                    const char     *pattern);
GFile *_bc_with_suffix             (GFile          *file,
                                    const char     *suffix) G_GNUC_WARN_UNUSED_RESULT;
void _bc_window_choose_open        (BcWindow       *self);
void _bc_window_choose_pdf         (BcWindow       *self,
                                    BcSummaryKind   kind);
GFile *_bc_window_take_target      (GtkNativeDialog *dialog,
                                    const char     *suffix,
                                    GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void _bc_window_export             (BcWindow       *self,
                                    const char     *id);
gboolean _bc_window_export_to      (BcWindow       *self,
                                    const char     *id,
                                    GFile          *file,
                                    GError        **error);
void _bc_window_copy_figure        (BcWindow       *self);
void _bc_window_copy_text          (BcWindow       *self);
void _bc_window_ask_close          (BcWindow       *self);
void _bc_window_show_error         (BcWindow       *self,
                                    const char     *heading,
                                    const GError   *error);

/* bc-window-paper.c */
BcSummary *_bc_window_new_summary  (BcWindow       *self) G_GNUC_WARN_UNUSED_RESULT;
void _bc_window_print              (BcWindow       *self);
void _bc_window_preview            (BcWindow       *self);

/* bc-window-password.c */

/* @password: (nullable): %NULL where the user does not want to; @data is the callee's */
typedef void (*BcPasswordGiven) (BcWindow   *window,
                                 const char *password,
                                 gpointer    data);
void _bc_window_ask_password       (BcWindow       *self,
                                    GFile          *file, /* (nullable) */
                                    gboolean        wrong,
                                    BcPasswordGiven given,
                                    gpointer        data,
                                    GDestroyNotify  free_data);
void _bc_window_choose_password    (BcWindow       *self);
void _bc_window_derive_key         (BcWindow           *self,
                                    GBytes             *sealed, /* (nullable) */
                                    const char         *password,
                                    GAsyncReadyCallback callback,
                                    gpointer            data);

/* bc-window-lock.c */
void _bc_window_build_lock         (BcWindow       *self);
void _bc_window_drop_lock          (BcWindow       *self);
void _bc_window_lock               (BcWindow       *self);
void _bc_window_unlock             (BcWindow       *self);
gboolean _bc_window_is_locked      (BcWindow       *self);

/* bc-window-maps.c */
void _bc_window_build_maps         (BcWindow       *self);
void _bc_window_match              (BcWindow       *self);
void _bc_window_queue_match        (BcWindow       *self);
void _bc_window_show_findings      (BcWindow       *self,
                                    gboolean        show);
void _bc_window_choose_map         (BcWindow        *self,
                                    BcOverlayKind    kind,
                                    const BcPattern *pattern, /* (nullable) */
                                    BcSide           side);
gboolean _bc_window_clear_map      (BcWindow       *self);
void _bc_window_clear_maps         (BcWindow       *self);
void _bc_window_update_maps        (BcWindow       *self);

/* bc-window-browser.c */
void _bc_window_browse             (BcWindow        *self,
                                    const BcPattern *pattern, /* (nullable) */
                                    BcSide           side);
void _bc_window_browse_id          (BcWindow       *self,
                                    const char     *id,
                                    BcSide          side);
void _bc_window_ask_why            (BcWindow        *self,
                                    const BcPattern *pattern, /* (nullable): to be chosen */
                                    BcSide           side);
void _bc_window_leave_browser      (BcWindow       *self);
gboolean _bc_window_is_browsing    (BcWindow       *self);
gboolean _bc_window_browser_back   (BcWindow       *self);
gboolean _bc_window_browser_search (BcWindow       *self);

/* bc-window-compare.c */
void _bc_window_compare            (BcWindow       *self,
                                    guint           before, /* numbers of visits; 0: the one shown and another */
                                    guint           after);
gboolean _bc_window_can_compare    (BcWindow       *self);
void _bc_window_forget_comparison  (BcWindow       *self);

/* bc-window-status.c */
void _bc_window_build_status       (BcWindow       *self);
void _bc_window_update_title       (BcWindow       *self);
void _bc_window_update_status      (BcWindow       *self);
void _bc_window_say_now            (BcWindow       *self);
void _bc_window_say                (BcWindow       *self,
                                    const char     *text);
void _bc_window_hush               (BcWindow       *self);
void _bc_window_tell_open_elsewhere (BcWindow      *self);
void _bc_window_take_over          (BcWindow       *self);
void _bc_window_toast              (BcWindow       *self,
                                    const char     *text);

G_END_DECLS
