/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-content.h"

/* Points. A logo is as large as fits in this; its text stands beside it. */
#define LOGO_WIDTH 150.0
#define LOGO_HEIGHT 42.0
#define GAP 12.0
#define MAX_HEIGHT 90.0

/* Pictures are not enlarged beyond what still looks sharp: 100 pixels an inch. */
#define MAX_SCALE 0.72

typedef struct
{
  BcClinic    *clinic;
  PangoLayout *text;
  double       scale; /* points a pixel of the logo */
  double       logo_width;
  double       logo_height;
  double       text_height;
  gboolean     mirrored;
} Letterhead;

static void
letterhead_free (gpointer data)
{
  Letterhead *self = data;

  g_object_unref (self->text);
  bc_clinic_unref (self->clinic);
  g_free (self);
}

static void
measure_logo (Letterhead *self)
{
  int width, height;

  if (self->clinic->logo == NULL)
    return;
  width = MAX (cairo_image_surface_get_width (self->clinic->logo), 1);
  height = MAX (cairo_image_surface_get_height (self->clinic->logo), 1);
  self->scale = MIN (MIN (LOGO_WIDTH / width, LOGO_HEIGHT / height), MAX_SCALE);
  self->logo_width = width * self->scale;
  self->logo_height = height * self->scale;
}

static void
draw_logo (const Letterhead *self,
           cairo_t          *cr,
           double            x,
           double            y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, self->scale, self->scale);
  cairo_set_source_surface (cr, self->clinic->logo, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_letterhead (BcBlock *block,
                 cairo_t *cr,
                 double   x,
                 double   y,
                 double   width)
{
  const Letterhead *self = block->data;
  double start = self->logo_width > 0 ? self->logo_width + GAP : 0;

  if (self->clinic->logo != NULL)
    draw_logo (self, cr, self->mirrored ? x + width - self->logo_width : x, y + (block->height - self->logo_height) / 2);
  bc_set_source_colour (cr, &bc_summary_text);
  cairo_move_to (cr, self->mirrored ? x : x + start, y + (block->height - self->text_height) / 2);
  pango_cairo_show_layout (cr, self->text);
  cairo_new_path (cr);
}

/* The lines in which something stands. */
static char *
dup_lines (const char *address)
{
  g_auto(GStrv) lines = g_strsplit (address, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (text, FALSE);
}

static PangoLayout *
text_new (BcContent *self,
          double     width)
{
  g_autofree char *address = dup_lines (self->clinic->address);
  g_autoptr(BcRichText) rich = bc_rich_text_new ();
  PangoLayout *layout;

  bc_rich_text_append_user (rich, BC_FONT_NAME, self->clinic->name);
  if (*self->clinic->name != '\0' && *address != '\0')
    bc_rich_text_append (rich, BC_FONT_LABEL, "\n");
  bc_rich_text_append_user (rich, BC_FONT_LABEL, address);
  layout = bc_rich_text_to_layout (rich, self->pango, width);
  pango_layout_set_auto_dir (layout, FALSE);
  /* Whatever was entered, the page is for the visit. */
  pango_layout_set_height (layout, (int) (MAX_HEIGHT * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/**
 * bc_content_add_letterhead:
 *
 * Adds whose paper it is; nothing where nothing is known of the clinic.
 */
void
bc_content_add_letterhead (BcContent *self)
{
  Letterhead *letterhead;
  BcBlock *block;
  int height;

  if (self->clinic == NULL
      || (*self->clinic->name == '\0' && *self->clinic->address == '\0' && self->clinic->logo == NULL))
    return;
  letterhead = g_new0 (Letterhead, 1);
  letterhead->clinic = bc_clinic_ref (self->clinic);
  letterhead->mirrored = pango_context_get_base_dir (self->pango) == PANGO_DIRECTION_RTL;
  measure_logo (letterhead);
  letterhead->text = text_new (self, MAX (self->flow->width - letterhead->logo_width - GAP, 1));
  pango_layout_get_size (letterhead->text, NULL, &height);
  letterhead->text_height = (double) height / PANGO_SCALE;
  block = bc_content_add_block (self, 0);
  block->draw = draw_letterhead;
  block->data = letterhead;
  block->free_data = letterhead_free;
  block->height = MAX (letterhead->text_height, letterhead->logo_height);
}
