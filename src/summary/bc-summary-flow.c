/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-flow.h"

/* One block on one page. */
typedef struct
{
  BcBlock *block;
  double   y;
} BcPlaced;

/* Room for rounding, points: less than anybody sees. */
#define SLACK 0.01

/* A page is not left emptier than this only to keep rows together, share of its height. */
#define MAX_WHITE 0.18

/**
 * bc_flow_new:
 * @width: of the text, points
 * @height: of the text of one page, points
 *
 * Returns: (transfer full): a flow without blocks
 */
BcFlow *
bc_flow_new (double width,
             double height)
{
  BcFlow *self = g_new0 (BcFlow, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_block_free);
  self->spare = g_ptr_array_new_with_free_func ((GDestroyNotify) bc_block_free);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->width = width;
  self->height = height;
  return self;
}

/**
 * bc_flow_free:
 * @self: (transfer full): a flow
 *
 * Frees @self with all blocks.
 */
void
bc_flow_free (BcFlow *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->pages);
  g_ptr_array_unref (self->spare);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static GArray *
get_last_page (BcFlow *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static gboolean
is_at_top (BcFlow *self)
{
  return get_last_page (self)->len == 0;
}

static void
begin_page (BcFlow *self)
{
  g_ptr_array_add (self->pages, g_array_new (FALSE, FALSE, sizeof (BcPlaced)));
  self->y = 0;
}

static void
place (BcFlow  *self,
       BcBlock *block)
{
  BcPlaced placed;

  if (is_at_top (self) && block->header != NULL)
    {
      BcPlaced header = { block->header, 0 };

      g_array_append_val (get_last_page (self), header);
      self->y = block->header->height;
    }
  placed.block = block;
  placed.y = self->y + (self->y > 0 ? block->before : 0);
  g_array_append_val (get_last_page (self), placed);
  self->y = placed.y + block->height;
}

/* Where the page's text would end if @block came next, when it needs @height. */
static double
end_of (const BcBlock *block,
        double         height,
        double         y)
{
  if (y <= 0)
    return (block->header != NULL ? block->header->height + block->before : 0) + height;
  return y + block->before + height;
}

/* The end of the blocks from @first on that want to stay together. */
static guint
find_unit_end (BcFlow *self,
               guint   first)
{
  guint end = first;

  while (end + 1 < self->blocks->len)
    {
      const BcBlock *block = g_ptr_array_index (self->blocks, end);
      const BcBlock *next = g_ptr_array_index (self->blocks, end + 1);

      if (!block->keep_next && (block->group == 0 || block->group != next->group))
        break;
      end++;
    }
  return end;
}

/* Where the blocks from @first to @last would end on a page that is filled down to @y. */
static double
measure_unit (BcFlow *self,
              guint   first,
              guint   last,
              double  y)
{
  for (guint i = first; i <= last; i++)
    {
      const BcBlock *block = g_ptr_array_index (self->blocks, i);

      y = end_of (block, i == last ? bc_block_get_min_height (block) : block->height, y);
    }
  return y;
}

/* Whether the blocks from @first to @last, which want to stay together, had better be parted than leave a large part of
 * the page white. Only rows of text are, and never between a heading and two rows that follow. */
static gboolean
may_part (BcFlow *self,
          guint   first,
          guint   last)
{
  guint head = first;

  if (self->height - self->y < MAX_WHITE * self->height)
    return FALSE;
  for (guint i = first; i <= last; i++)
    {
      const BcBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->draw != NULL || block->framed)
        return FALSE;
      if (i == head && block->keep_next)
        head++;
    }
  return head + 1 < last && measure_unit (self, first, head + 1, self->y) <= self->height + SLACK;
}

/* Places one block, cut into as many pieces as it takes. */
static void
pour (BcFlow  *self,
      BcBlock *block)
{
  while (end_of (block, block->height, is_at_top (self) ? 0 : self->y) > self->height + SLACK)
    {
      gboolean too_tall = end_of (block, block->height, 0) > self->height;
      double room = self->height - end_of (block, 0, is_at_top (self) ? 0 : self->y);
      BcBlock *rest = NULL;

      if (is_at_top (self) || block->splits || too_tall)
        rest = bc_block_split (block, room);
      if (rest == NULL && is_at_top (self))
        break; /* nothing smaller can be made of it */
      if (rest != NULL)
        {
          g_ptr_array_add (self->spare, rest);
          place (self, block);
          block = rest;
        }
      begin_page (self);
    }
  place (self, block);
}

/**
 * bc_flow_paginate:
 *
 * Pours the blocks into pages. What stays together (a heading and what follows, a group) goes to the next page
 * as a whole when the rest of a page is too short, unless no page is tall enough for it, or too much of the page would
 * stay white. May be called once.
 */
void
bc_flow_paginate (BcFlow *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->pages->len == 0);

  begin_page (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      guint last = find_unit_end (self, i);

      if (!is_at_top (self)
          && measure_unit (self, i, last, self->y) > self->height + SLACK
          && measure_unit (self, i, last, 0) <= self->height + SLACK
          && !may_part (self, i, last))
        begin_page (self);
      for (; i < last; i++)
        pour (self, g_ptr_array_index (self->blocks, i));
      pour (self, g_ptr_array_index (self->blocks, i));
    }
}

/**
 * bc_flow_stretch:
 *
 * Lets the last block take the rest of its page, as far as it may. May be called once, after bc_flow_paginate().
 */
void
bc_flow_stretch (BcFlow *self)
{
  GArray *page;
  BcPlaced *last;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->pages->len > 0);

  page = get_last_page (self);
  if (page->len == 0)
    return;
  last = &g_array_index (page, BcPlaced, page->len - 1);
  last->block->height = MAX (last->block->height, MIN (last->block->most, self->height - last->y));
  self->y = last->y + last->block->height;
}

/**
 * bc_flow_get_fill:
 *
 * Returns: how much of the last page is filled, 0..1
 */
double
bc_flow_get_fill (BcFlow *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->y / self->height;
}

/**
 * bc_flow_get_white:
 *
 * Returns: how much of a page before the last one is left white at its foot, 0..1; that of the emptiest
 */
double
bc_flow_get_white (BcFlow *self)
{
  double white = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i + 1 < self->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (self->pages, i);
      const BcPlaced *last = page->len > 0 ? &g_array_index (page, BcPlaced, page->len - 1) : NULL;

      white = MAX (white, 1 - (last != NULL ? last->y + last->block->height : 0) / self->height);
    }
  return white;
}

/**
 * bc_flow_dup_page_text:
 * @page: from 0
 *
 * Returns: (transfer full): what is written on a page, a row a line, in the order of reading
 */
char *
bc_flow_dup_page_text (BcFlow *self,
                       guint   page)
{
  GString *text = g_string_new (NULL);
  GArray *placed;

  g_return_val_if_fail (self != NULL, g_string_free (text, FALSE));
  g_return_val_if_fail (page < self->pages->len, g_string_free (text, FALSE));

  placed = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < placed->len; i++)
    bc_block_append_text (g_array_index (placed, BcPlaced, i).block, text);
  return g_string_free (text, FALSE);
}

/* A tinted panel with a strong bar at its start: seen at once, also on a black and white printer. */
static void
paint_frame (BcFlow  *self,
             cairo_t *cr,
             double   top,
             double   bottom,
             gboolean mirrored)
{
  const double bar = 4;

  bc_set_source_colour (cr, &bc_summary_tint);
  cairo_rectangle (cr, 0, top, self->width, bottom - top);
  cairo_fill (cr);
  bc_set_source_colour (cr, &bc_summary_accent);
  cairo_rectangle (cr, mirrored ? self->width - bar : 0, top, bar, bottom - top);
  cairo_fill (cr);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, 0.4, top, self->width - 0.8, bottom - top);
  cairo_stroke (cr);
}

/**
 * bc_flow_paint_page:
 * @page: from 0
 * @mirrored: the language runs from right to left
 *
 * Paints the blocks of a page; (0, 0) is the upper left corner of its text.
 */
void
bc_flow_paint_page (BcFlow   *self,
                    cairo_t  *cr,
                    guint     page,
                    gboolean  mirrored)
{
  GArray *placed;

  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->pages->len);

  placed = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < placed->len; i++)
    {
      const BcPlaced *first = &g_array_index (placed, BcPlaced, i);
      const BcPlaced *last = first;

      if (!first->block->framed || (i > 0 && (first - 1)->block->group == first->block->group))
        continue;
      for (guint j = i; j < placed->len; j++)
        if (g_array_index (placed, BcPlaced, j).block->group == first->block->group)
          last = &g_array_index (placed, BcPlaced, j);
      paint_frame (self, cr, first->y, last->y + last->block->height, mirrored);
    }
  for (guint i = 0; i < placed->len; i++)
    {
      const BcPlaced *item = &g_array_index (placed, BcPlaced, i);

      bc_block_paint (item->block, cr, 0, item->y, self->width, mirrored);
    }
}
