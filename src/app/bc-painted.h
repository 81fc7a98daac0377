/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BC_TYPE_PAINTED (bc_painted_get_type ())
G_DECLARE_DERIVABLE_TYPE (BcPainted, bc_painted, BC, PAINTED, GtkWidget)

/**
 * BcPaintedClass:
 * @lay_out: (nullable): finds the places of what is shown, in pixels
 * @paint: paints it all
 * @dup_words: (nullable): what is under the pointer; %NULL for nothing
 *
 * A picture that is painted once and copied until it changes, and says in words what is under the pointer. It is painted
 * anew for another size, another scheme and another scale.
 */
struct _BcPaintedClass
{
  GtkWidgetClass parent_class;

  void   (*lay_out)   (BcPainted *self,
                       double     width,
                       double     height);
  void   (*paint)     (BcPainted *self,
                       cairo_t   *cr,
                       double     width,
                       double     height);
  char * (*dup_words) (BcPainted *self,
                       double     x,
                       double     y);
};

void  bc_painted_changed   (BcPainted *self); /* lays out and paints again */
char *bc_painted_dup_words (BcPainted *self,
                            double     x, /* pixels of the widget */
                            double     y) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */

G_END_DECLS
