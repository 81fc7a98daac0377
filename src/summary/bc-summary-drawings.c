/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

#include "bc-i18n.h"
#include "bc-onion.h"
#include "bc-understood.h"
#include "bc-words-understood.h"

/* The figures take no more of a page's height than this. */
#define FIGURE_SHARE 0.24

/* Lengths in points. */
#define SAMPLE_WIDTH 16.0
#define SAMPLE_HEIGHT 9.0
#define SAMPLE_SPACE 20.0
#define LEGEND_HEIGHT 13.0

typedef struct
{
  PangoLayout *names[BC_N_ONIONS];
  gboolean     mirrored;
} Legend;

static void
legend_free (gpointer data)
{
  Legend *self = data;

  for (guint i = 0; i < BC_N_ONIONS; i++)
    g_object_unref (self->names[i]);
  g_free (self);
}

static void
draw_legend (BcBlock *block,
             cairo_t *cr,
             double   x,
             double   y,
             double   width)
{
  const Legend *self = block->data;
  double column = width / BC_N_ONIONS;

  for (guint i = 0; i < BC_N_ONIONS; i++)
    {
      double left = x + (self->mirrored ? BC_N_ONIONS - 1 - i : i) * column;
      const BcBox box = { self->mirrored ? left + column - SAMPLE_WIDTH : left, y + 0.5, SAMPLE_WIDTH, SAMPLE_HEIGHT };

      bc_paint_onion_swatch (cr, &box, (BcOnion) i, BC_SCHEME_PAPER);
      bc_set_source_colour (cr, &bc_summary_text);
      cairo_move_to (cr, self->mirrored ? left : left + SAMPLE_SPACE, y);
      pango_cairo_show_layout (cr, self->names[i]);
    }
}

static void
add_legend (BcContent *self,
            guint      group)
{
  const char *const names[BC_N_ONIONS] = {
    [BC_ONION_SAME] = C_("drawings", "Both"),
    [BC_ONION_NEW] = C_("drawings", "Only the clinician"),
    [BC_ONION_GONE] = C_("drawings", "Only the patient"),
  };
  Legend *legend = g_new0 (Legend, 1);
  BcBlock *block = bc_content_add_block (self, 3);

  for (guint i = 0; i < BC_N_ONIONS; i++)
    legend->names[i] = bc_text_layout_new (self->pango, BC_FONT_LABEL, names[i],
                                           self->flow->width / BC_N_ONIONS - SAMPLE_SPACE);
  legend->mirrored = pango_context_get_base_dir (self->pango) == PANGO_DIRECTION_RTL;
  block->group = group;
  block->draw = draw_legend;
  block->data = legend;
  block->free_data = legend_free;
  block->height = LEGEND_HEIGHT;
}

/**
 * bc_content_add_drawings:
 *
 * Adds where the clinician's drawing differs from the patient's; nothing where it does not. The record also gets both in
 * one figure.
 */
void
bc_content_add_drawings (BcContent *self)
{
  g_autoptr(GPtrArray) lines = bc_words_list_understood (self->chart, self->visit);
  g_autofree char *matched = bc_words_dup_understood (self->visit);

  if (lines->len == 0)
    return;
  bc_content_add_heading (self, _("Patient’s and clinician’s drawing"));
  if (self->kind == BC_SUMMARY_SESSION)
    {
      g_autoptr(BcVisit) understood = bc_understood_new (self->visit);

      add_legend (self, bc_content_add_both (self, understood, FIGURE_SHARE));
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const BcUnderstoodLine *line = g_ptr_array_index (lines, i);

      bc_content_add_pair (self, line->label, line->text, 0);
    }
  bc_content_add_text (self, BC_FONT_DIM, matched, BC_PARAGRAPH_SPACE);
}
