/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-block.h"

#include "bc-atlas.h"
#include "bc-painter.h"

/* A swatch in a cell, points. The text of the cell begins after it. */
#define SWATCH_WIDTH 15.0
#define SWATCH_HEIGHT 10.0
#define SWATCH_SPACE 20.0

/* A sign of a quality, points. */
#define SIGN_SIZE 8.0
#define SIGN_SPACE 11.0

/* So few lines are never left alone at the foot or the head of a page. */
#define MIN_LINES 2

/* One line of a layout, points from its upper left corner. Measured once: asking Pango costs a walk through the whole
 * layout each time, and notes may run over many pages. */
typedef struct
{
  PangoLayoutLine *line;
  double           x;
  double           top;
  double           bottom;
  double           baseline;
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  pango_layout_line_unref (line->line);
}

static GArray *
lines_new (PangoLayout *layout)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  g_array_set_clear_func (lines, clear_line);
  do
    {
      PangoRectangle box;
      Line line;
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &box);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.line = pango_layout_line_ref (pango_layout_iter_get_line (iter));
      line.x = (double) box.x / PANGO_SCALE;
      line.top = (double) top / PANGO_SCALE;
      line.bottom = (double) bottom / PANGO_SCALE;
      line.baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return lines;
}

static const Line *
get_line (const BcCell *cell,
          guint         at)
{
  return &g_array_index (cell->lines, Line, cell->first_line + at);
}

static void
clear_cell (gpointer data)
{
  BcCell *cell = data;

  g_clear_pointer (&cell->lines, g_array_unref);
  g_clear_object (&cell->layout);
}

/* Height of the first @n_lines lines that a cell shows. */
static double
measure_lines (const BcCell *cell,
               guint         n_lines)
{
  return n_lines > 0 ? get_line (cell, n_lines - 1)->bottom - get_line (cell, 0)->top : 0;
}

static void
measure (BcBlock *self)
{
  double height = 0;

  for (guint i = 0; i < self->cells->len; i++)
    height = MAX (height, g_array_index (self->cells, BcCell, i).height);
  self->height = height + 2 * self->pad;
}

/* How many lines of @cell fit into @room points. */
static guint
count_fitting (const BcCell *cell,
               double        room)
{
  guint fitting = 0;

  while (fitting < cell->n_lines && measure_lines (cell, fitting + 1) <= room)
    fitting++;
  return fitting;
}

/**
 * bc_block_new:
 * @before: space above, points
 *
 * Returns: (transfer full): a block without cells
 */
BcBlock *
bc_block_new (double before)
{
  BcBlock *self = g_new0 (BcBlock, 1);

  self->cells = g_array_new (FALSE, TRUE, sizeof (BcCell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->before = before;
  return self;
}

/**
 * bc_block_free:
 * @self: (transfer full): a block
 *
 * Frees @self, its cells and its data; not its header, which the flow owns.
 */
void
bc_block_free (BcBlock *self)
{
  g_return_if_fail (self != NULL);

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_array_unref (self->cells);
  g_free (self);
}

static void
add_cell (BcBlock *self,
          BcCell   cell)
{
  cell.lines = lines_new (cell.layout);
  cell.n_lines = cell.lines->len;
  cell.height = measure_lines (&cell, cell.n_lines);
  g_array_append_val (self->cells, cell);
  measure (self);
}

/**
 * bc_block_add_cell:
 * @layout: (transfer full): text, not to be changed any more; it is wrapped at @width
 * @x: start of the column, points
 * @width: of the column, points
 *
 * Adds a column of text. @pad is set before the first cell is added.
 */
void
bc_block_add_cell (BcBlock     *self,
                   PangoLayout *layout,
                   double       x,
                   double       width)
{
  bc_block_add_pen_cell (self, layout, x, width, NULL);
}

/**
 * bc_block_add_pen_cell:
 * @pen: (nullable): of a symptom
 *
 * Adds a column of text, as bc_block_add_cell() does, that begins with the symptom's swatch.
 */
void
bc_block_add_pen_cell (BcBlock     *self,
                       PangoLayout *layout,
                       double       x,
                       double       width,
                       const BcPen *pen)
{
  BcCell cell = { .layout = layout, .x = x, .width = width };

  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  if (pen != NULL)
    cell.pen = *pen;
  pango_layout_set_width (layout, (int) (MAX (width - (pen != NULL ? SWATCH_SPACE : 0), 1) * PANGO_SCALE));
  add_cell (self, cell);
}

/**
 * bc_block_add_sign_cell:
 * @qualities: flags
 *
 * Adds a column of text, as bc_block_add_cell() does, whose first line begins with the signs of @qualities.
 */
void
bc_block_add_sign_cell (BcBlock     *self,
                        PangoLayout *layout,
                        double       x,
                        double       width,
                        guint        qualities)
{
  double indent = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  for (guint i = 0; i < BC_N_QUALITIES; i++)
    indent += (qualities & (1u << i)) != 0 ? SIGN_SPACE : 0;
  pango_layout_set_indent (layout, (int) (indent * PANGO_SCALE));
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  add_cell (self, (BcCell){ .layout = layout, .x = x, .width = width, .signs = qualities });
}

/**
 * bc_block_get_min_height:
 *
 * Returns: what has to fit on a page before @self may begin there, points
 */
double
bc_block_get_min_height (const BcBlock *self)
{
  double height = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (!self->splits)
    return self->height;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const BcCell *cell = &g_array_index (self->cells, BcCell, i);

      height = MAX (height, measure_lines (cell, cell->n_lines < 2 * MIN_LINES ? cell->n_lines : MIN_LINES));
    }
  return height + 2 * self->pad;
}

/**
 * bc_block_split:
 * @room: how tall @self may be, points
 *
 * Cuts @self between two lines so that it fits.
 *
 * Returns: (transfer full) (nullable): what did not fit; %NULL, and @self as it was, if not even the
 * first line of each column fits or if it is no text
 */
BcBlock *
bc_block_split (BcBlock *self,
                double   room)
{
  BcBlock *rest;
  gboolean cut = FALSE;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->draw != NULL)
    return NULL;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const BcCell *cell = &g_array_index (self->cells, BcCell, i);

      if (cell->n_lines > 0 && count_fitting (cell, room - 2 * self->pad) == 0)
        return NULL;
    }

  rest = bc_block_new (0);
  rest->pad = self->pad;
  rest->inset = self->inset;
  rest->keep_next = self->keep_next;
  rest->splits = self->splits;
  rest->framed = self->framed;
  rest->group = self->group;
  rest->header = self->header;
  for (guint i = 0; i < self->cells->len; i++)
    {
      BcCell *cell = &g_array_index (self->cells, BcCell, i);
      BcCell tail = *cell;
      guint fitting = count_fitting (cell, room - 2 * self->pad);

      if (fitting > MIN_LINES && fitting < cell->n_lines && cell->n_lines - fitting < MIN_LINES)
        fitting = cell->n_lines - MIN_LINES;
      g_object_ref (tail.layout);
      g_array_ref (tail.lines);
      tail.first_line += fitting;
      tail.n_lines -= fitting;
      tail.pen.number = 0;
      tail.signs = 0;
      cut |= tail.n_lines > 0;
      cell->n_lines = fitting;
      cell->height = measure_lines (cell, cell->n_lines);
      tail.height = measure_lines (&tail, tail.n_lines);
      g_array_append_val (rest->cells, tail);
    }
  measure (self);
  measure (rest);
  if (!cut)
    g_clear_pointer (&rest, bc_block_free);
  else
    self->keep_next = FALSE;
  return rest;
}

/**
 * bc_block_append_text:
 * @text: gets what is written in @self, a line for the whole row; nothing where there is none
 */
void
bc_block_append_text (BcBlock *self,
                      GString *text)
{
  gsize before;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  before = text->len;
  for (guint i = 0; self->draw == NULL && i < self->cells->len; i++)
    {
      const BcCell *cell = &g_array_index (self->cells, BcCell, i);
      const char *whole = pango_layout_get_text (cell->layout);

      for (guint j = 0; j < cell->n_lines; j++)
        {
          const PangoLayoutLine *line = get_line (cell, j)->line;

          if (text->len > before && text->str[text->len - 1] != ' ')
            g_string_append_c (text, ' ');
          g_string_append_len (text, whole + line->start_index, line->length);
        }
    }
  g_string_replace (text, "\u200b", "", 0); /* only carries a font */
  if (text->len > before)
    g_string_append_c (text, '\n');
}

static void
paint_lines (const BcCell *cell,
             cairo_t      *cr,
             double        x,
             double        y)
{
  for (guint i = 0; i < cell->n_lines; i++)
    {
      const Line *line = get_line (cell, i);

      cairo_move_to (cr, x + line->x, y + line->baseline - get_line (cell, 0)->top);
      pango_cairo_show_layout_line (cr, line->line);
    }
  cairo_new_path (cr); /* text leaves its point behind, which a sample would start from */
}

static void
paint_signs (const BcCell *cell,
             cairo_t      *cr,
             double        x,
             double        y,
             gboolean      mirrored)
{
  double at = mirrored ? x + cell->width - SIGN_SIZE : x;

  for (guint i = 0; i < BC_N_QUALITIES; i++)
    {
      BcBox box = { at, y + 2.5, SIGN_SIZE, SIGN_SIZE };

      if ((cell->signs & (1u << i)) == 0)
        continue;
      bc_paint_quality_sign (cr, &box, (BcQuality) (1u << i), &bc_summary_text);
      at += mirrored ? -SIGN_SPACE : SIGN_SPACE;
    }
}

static void
paint_cell (const BcCell *cell,
            cairo_t      *cr,
            double        x,
            double        y,
            gboolean      mirrored)
{
  if (cell->pen.number > 0)
    {
      BcBox swatch = { mirrored ? x + cell->width - SWATCH_WIDTH : x, y + 1.5, SWATCH_WIDTH, SWATCH_HEIGHT };

      bc_paint_swatch (cr, &swatch, &cell->pen, BC_SCHEME_PAPER);
      if (!mirrored)
        x += SWATCH_SPACE;
    }
  paint_signs (cell, cr, x, y, mirrored);
  bc_set_source_colour (cr, &bc_summary_text);
  paint_lines (cell, cr, x, y);
}

/**
 * bc_block_paint:
 * @x: left edge of the page's text, points
 * @y: upper edge of @self, points
 * @width: of the page's text, points
 * @mirrored: the language runs from right to left: columns do too
 */
void
bc_block_paint (BcBlock  *self,
                cairo_t  *cr,
                double    x,
                double    y,
                double    width,
                gboolean  mirrored)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  x += self->inset;
  width -= 2 * self->inset;
  if (self->rule > 0)
    {
      bc_set_source_colour (cr, self->rule > 1 ? &bc_summary_accent : &bc_summary_rule);
      cairo_rectangle (cr, x, y, width, self->rule);
      cairo_fill (cr);
    }
  if (self->draw != NULL)
    {
      self->draw (self, cr, x, y, width);
      return;
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      const BcCell *cell = &g_array_index (self->cells, BcCell, i);
      double at = mirrored ? width - cell->x - cell->width : cell->x;

      paint_cell (cell, cr, x + at, y + self->pad, mirrored);
    }
}
