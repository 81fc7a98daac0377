/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-canvas.h"
#include "bc-findings-panel.h"
#include "bc-patient-panel.h"
#include "bc-questions-panel.h"
#include "bc-red-flag-bar.h"
#include "bc-symptom-strip.h"
#include "bc-window.h"

G_BEGIN_DECLS

struct _BcWindow
{
  AdwApplicationWindow parent_instance;

  BcDocument   *document;
  GCancellable *cancellable; /* of loads and saves; cancelled when the window goes */
  BcFindings   *findings;
  guint         match_source; /* idle: one match for many changes */
  gboolean      show_findings;
  gboolean      closing;      /* the user was asked already */
  GFile        *loading;      /* a chart on its way into this window */
  GFile        *saving_to;    /* where the save that is under way, or asked about, goes */
  GtkFileChooserNative *chooser;

  GtkWidget *toasts;
  GtkWidget *title;
  GtkWidget *stack;
  GtkWidget *start_box;
  GtkWidget *red_flags;
  GtkWidget *flap;
  GtkWidget *canvas_box;
  GtkWidget *views_box;
  GtkWidget *strip_box;
  GtkWidget *status;
  GtkWidget *recent_button;
  GtkWidget *findings_switch;
  GtkWidget *panels;
  GtkWidget *findings_bin;
  GtkWidget *questions_bin;
  GtkWidget *patient_bin;

  GtkWidget *canvas;
  GtkWidget *strip;
  GtkWidget *findings_panel;
  GtkWidget *questions_panel;
  GtkWidget *patient_panel;
};

void _bc_window_class_actions_init (GtkWidgetClass *klass);
void _bc_window_actions_update     (BcWindow       *self);
void _bc_window_save               (BcWindow       *self,
                                    GFile          *file,
                                    BcSaveFlags     flags);
void _bc_window_choose_save_as     (BcWindow       *self);
void _bc_window_choose_open        (BcWindow       *self);
void _bc_window_choose_pdf         (BcWindow       *self);
void _bc_window_ask_close          (BcWindow       *self);
void _bc_window_show_error         (BcWindow       *self,
                                    const char     *heading,
                                    const GError   *error);
void _bc_window_toast              (BcWindow       *self,
                                    const char     *text);
void _bc_window_update_title       (BcWindow       *self);
void _bc_window_set_show_findings  (BcWindow       *self,
                                    gboolean        show);

G_END_DECLS
