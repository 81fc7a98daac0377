/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Running text as widgets: labels that wrap, headings, bullets, what folds away. */
GtkWidget *bc_text_new            (const char  *text,
                                   const char  *css_class); /* (nullable) */
void       bc_text_append_heading (GtkBox      *box,
                                   const char  *text);
void       bc_text_append_bullets (GtkBox      *box,
                                   GStrv        items); /* (nullable) */
GtkWidget *bc_text_new_expander   (const char  *title,
                                   GtkWidget  **content); /* (out) (transfer none): a box */

G_END_DECLS
