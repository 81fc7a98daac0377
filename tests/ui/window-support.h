/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-window-private.h"

/* What the tests of the whole window share: a real application, a chart to show, and what a person can see of it. */
void        window_init        (int         *argc,
                                char      ***argv);
int         window_run         (void); /* g_test_run(), then the application goes */
AdwApplication *window_application (void);
BcDocument *window_document    (void) G_GNUC_WARN_UNUSED_RESULT; /* pain down the outer leg, and a red flag */
BcWindow   *window_show        (BcDocument  *document); /* (nullable) */
char       *window_read        (BcWindow    *window) G_GNUC_WARN_UNUSED_RESULT; /* all words that can be seen */
gboolean    window_can_read    (BcWindow    *window,
                                const char  *words);
GtkWidget  *window_find_check  (GtkWidget   *root,
                                const char  *label); /* (nullable) */
GtkWidget  *window_find_type   (GtkWidget   *root,
                                GType        type); /* (nullable) */
GtkWidget  *window_find_action (GtkWidget   *root,
                                const char  *action); /* (nullable) */
GtkWidget  *window_find_button (GtkWidget   *root,
                                const char  *label); /* (nullable) */
void        window_select_first_finding (BcWindow *window);
void        window_press       (GtkWidget   *widget,
                                guint        key); /* as a key that reaches no other widget: its class binding */
AdwMessageDialog *window_find_dialog (BcWindow *window); /* (nullable) */
AdwMessageDialog *window_wait_dialog (BcWindow *window);
void        window_answer      (AdwMessageDialog *dialog, /* by its button, since the dialog closes itself only then */
                                const char  *label);
