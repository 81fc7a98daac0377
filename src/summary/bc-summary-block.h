/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-painter.h"
#include "bc-rich-text.h"

G_BEGIN_DECLS

/**
 * BcCell:
 * @x: where it starts, points from the start of the block (mirrored where the language runs from right to left)
 * @lines: where the lines of @layout are; shared between the parts of a split cell
 * @first_line: the first line of @layout that this cell shows
 * @n_lines: how many lines it shows
 * @height: of those lines, points
 * @pen: of the symptom whose swatch stands before the text; number 0 for none
 * @signs: the qualities whose signs stand before the first line, flags
 *
 * One column of a row of text. A row that is split over two pages becomes two blocks whose cells show
 * different lines of the same layouts.
 */
typedef struct
{
  PangoLayout *layout;
  double       x;
  double       width;
  GArray      *lines;
  guint        first_line;
  guint        n_lines;
  double       height;
  BcPen        pen;
  guint        signs;
} BcCell;

typedef struct _BcBlock BcBlock;
typedef void (*BcBlockDraw) (BcBlock *block,
                             cairo_t *cr,
                             double   x,
                             double   y,
                             double   width);

/**
 * BcBlock:
 * @before: space above, points, dropped at the top of a page
 * @pad: space above and below its text, inside of frame and rule
 * @inset: space to the left and right
 * @rule: width of a line along its upper edge, 0 for none
 * @keep_next: never the last block of a page, unless the next one is too tall for a page
 * @splits: may go on over the page by lines; other blocks do only when they are taller than a page
 * @group: blocks of the same group stay on one page as long as a page holds them; 0 for none
 * @framed: its group stands in a frame
 * @header: (nullable): repeated at the top of a page that begins with this block
 * @most: as the last block of all it may grow to this height, where the page has room; 0 for as it is
 * @draw: (nullable): draws what is not text; then @height and @data belong to its maker
 *
 * A piece of the summary, full width, that pages are made of. Lengths are points.
 */
struct _BcBlock
{
  GArray         *cells; /* of BcCell */
  double          before;
  double          pad;
  double          inset;
  double          rule;
  double          height;
  double          most;
  gboolean        keep_next;
  gboolean        splits;
  gboolean        framed;
  guint           group;
  BcBlock        *header;
  BcBlockDraw     draw;
  gpointer        data;
  GDestroyNotify  free_data;
};

BcBlock *bc_block_new            (double         before) G_GNUC_WARN_UNUSED_RESULT;
void     bc_block_free           (BcBlock       *self);
void     bc_block_add_cell       (BcBlock       *self,
                                  PangoLayout   *layout,
                                  double         x,
                                  double         width);
void     bc_block_add_pen_cell   (BcBlock       *self,
                                  PangoLayout   *layout,
                                  double         x,
                                  double         width,
                                  const BcPen   *pen); /* (nullable) */
void     bc_block_add_sign_cell  (BcBlock       *self,
                                  PangoLayout   *layout,
                                  double         x,
                                  double         width,
                                  guint          qualities);
double   bc_block_get_min_height (const BcBlock *self);
BcBlock *bc_block_split          (BcBlock       *self,
                                  double         room) G_GNUC_WARN_UNUSED_RESULT;
void     bc_block_append_text    (BcBlock       *self,
                                  GString       *text);
void     bc_block_paint          (BcBlock       *self,
                                  cairo_t       *cr,
                                  double         x,
                                  double         y,
                                  double         width,
                                  gboolean       mirrored);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcBlock, bc_block_free)

G_END_DECLS
