/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BC_TYPE_WINDOW (bc_window_get_type ())
G_DECLARE_FINAL_TYPE (BcWindow, bc_window, BC, WINDOW, AdwApplicationWindow)

BcWindow   *bc_window_new          (AdwApplication *application);
void        bc_window_set_document (BcWindow       *self,
                                    BcDocument     *document); /* (nullable): the start page */
BcDocument *bc_window_get_document (BcWindow       *self);
void        bc_window_open         (BcWindow       *self,
                                    GFile          *file,
                                    gboolean        as_sample);
void        bc_window_restore      (BcWindow       *self,
                                    const char     *path);
void        bc_window_keep_unsaved (BcWindow       *self);
gboolean    bc_window_shows_file   (BcWindow       *self,
                                    GFile          *file);

G_END_DECLS
