/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-rich-text.h"

/* Dark blue: as grey it has the weight of 28 % white, so headings keep their contrast on a black and white printer. */
const BcColour bc_summary_accent = { 0.09, 0.30, 0.43, 1.0 };
const BcColour bc_summary_text = { 0.10, 0.10, 0.11, 1.0 };
const BcColour bc_summary_rule = { 0.72, 0.74, 0.76, 1.0 };
const BcColour bc_summary_tint = { 0.945, 0.955, 0.965, 1.0 };
static const BcColour dim = { 0.35, 0.37, 0.39, 1.0 };

typedef struct
{
  double          size; /* points */
  PangoWeight     weight;
  const BcColour *colour;
} FontStyle;

static const FontStyle styles[] = {
  [BC_FONT_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, &bc_summary_text },
  [BC_FONT_STRONG] = { 9.5, PANGO_WEIGHT_BOLD, &bc_summary_text },
  [BC_FONT_DIM] = { 9.5, PANGO_WEIGHT_NORMAL, &dim },
  [BC_FONT_LABEL] = { 7.75, PANGO_WEIGHT_NORMAL, &dim },
  [BC_FONT_HEADING] = { 11.5, PANGO_WEIGHT_BOLD, &bc_summary_accent },
  [BC_FONT_TITLE] = { 20, PANGO_WEIGHT_BOLD, &bc_summary_accent },
  [BC_FONT_NAME] = { 13, PANGO_WEIGHT_BOLD, &bc_summary_text },
  [BC_FONT_FINE] = { 7.5, PANGO_WEIGHT_NORMAL, &dim },
};

/* Any letter of the right-to-left blocks of Unicode: Hebrew to Arabic Extended, their presentation forms, and the
 * historic and African scripts of the supplementary planes. */
static gboolean
has_right_to_left (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
          || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff))
        return TRUE;
    }
  return FALSE;
}

static guint16
to_16_bits (double value)
{
  return (guint16) (CLAMP (value, 0, 1) * 65535);
}

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        guint           start,
        guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * bc_rich_text_new:
 *
 * Returns: (transfer full): an empty text
 */
BcRichText *
bc_rich_text_new (void)
{
  BcRichText *self = g_new0 (BcRichText, 1);

  self->text = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();
  return self;
}

/**
 * bc_rich_text_free:
 * @self: (transfer full): a text
 *
 * Frees @self; layouts made of it live on.
 */
void
bc_rich_text_free (BcRichText *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);
  g_free (self);
}

/**
 * bc_rich_text_append:
 * @text: plain text
 *
 * Adds a run of @text in @font at the end.
 */
void
bc_rich_text_append (BcRichText *self,
                     BcFont      font,
                     const char *text)
{
  const FontStyle *style = &styles[font];
  guint start, end;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  start = (guint) self->text->len;
  g_string_append (self->text, text);
  end = (guint) self->text->len;
  insert (self->attributes, pango_attr_size_new_absolute ((int) (style->size * PANGO_SCALE)), start, end);
  insert (self->attributes, pango_attr_weight_new (style->weight), start, end);
  insert (self->attributes,
          pango_attr_foreground_new (to_16_bits (style->colour->red),
                                     to_16_bits (style->colour->green),
                                     to_16_bits (style->colour->blue)),
          start, end);
}

/**
 * bc_rich_text_append_struck:
 * @text: plain text
 *
 * Adds @text as bc_rich_text_append() does, struck through.
 */
void
bc_rich_text_append_struck (BcRichText *self,
                            BcFont      font,
                            const char *text)
{
  guint start = (guint) self->text->len;

  bc_rich_text_append (self, font, text);
  insert (self->attributes, pango_attr_strikethrough_new (TRUE), start, (guint) self->text->len);
}

/**
 * bc_rich_text_append_user:
 * @text: what somebody typed
 *
 * Adds @text as bc_rich_text_append() does. Text with letters that run from right to left is isolated, so
 * that it cannot turn the words around it.
 */
void
bc_rich_text_append_user (BcRichText *self,
                          BcFont      font,
                          const char *text)
{
  g_autofree char *isolated = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (!has_right_to_left (text))
    {
      bc_rich_text_append (self, font, text);
      return;
    }
  isolated = g_strconcat ("\u2068", text, "\u2069", NULL);
  bc_rich_text_append (self, font, isolated);
}

/**
 * bc_rich_text_to_layout:
 * @width: where lines wrap, points
 *
 * Sizes are absolute, so that a point of the summary is one unit of the target whatever resolution
 * @pango has.
 *
 * Returns: (transfer full): @self as a layout
 */
PangoLayout *
bc_rich_text_to_layout (BcRichText   *self,
                        PangoContext *pango,
                        double        width)
{
  PangoLayout *layout;
  g_autoptr(PangoFontDescription) font = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (pango), NULL);

  layout = pango_layout_new (pango);
  font = pango_font_description_from_string (BC_TEXT_FAMILIES);
  pango_font_description_set_absolute_size (font, styles[BC_FONT_BODY].size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, self->text->str, (int) self->text->len);
  /* A reference number or a name that has to break gets no hyphen that is not its own. */
  insert (self->attributes, pango_attr_insert_hyphens_new (FALSE), 0, PANGO_ATTR_INDEX_TO_TEXT_END);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, PANGO_SCALE);
  return layout;
}

/**
 * bc_text_layout_new:
 *
 * Returns: (transfer full): @text in one font, wrapped at @width points
 */
PangoLayout *
bc_text_layout_new (PangoContext *pango,
                    BcFont        font,
                    const char   *text,
                    double        width)
{
  g_autoptr(BcRichText) rich = bc_rich_text_new ();

  bc_rich_text_append (rich, font, text);
  return bc_rich_text_to_layout (rich, pango, width);
}

/**
 * bc_set_source_colour:
 *
 * Makes @colour the source of what @cr draws next.
 */
void
bc_set_source_colour (cairo_t        *cr,
                      const BcColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}
