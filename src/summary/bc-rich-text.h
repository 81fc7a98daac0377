/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * BcFont:
 * @BC_FONT_BODY: running text
 * @BC_FONT_STRONG: running text that leads the eye
 * @BC_FONT_DIM: running text that steps back
 * @BC_FONT_LABEL: small names of fields and columns
 * @BC_FONT_HEADING: names of sections
 * @BC_FONT_TITLE: the title of the paper
 * @BC_FONT_NAME: the patient's name
 * @BC_FONT_FINE: footer and sources
 *
 * The fonts of the printed summary, by what they are for.
 */
typedef enum
{
  BC_FONT_BODY,
  BC_FONT_STRONG,
  BC_FONT_DIM,
  BC_FONT_LABEL,
  BC_FONT_HEADING,
  BC_FONT_TITLE,
  BC_FONT_NAME,
  BC_FONT_FINE
} BcFont;

/**
 * BcRichText:
 *
 * Text in several fonts. Runs are attributes and never markup, so no text needs to be escaped.
 */
typedef struct
{
  GString       *text;
  PangoAttrList *attributes;
} BcRichText;

#define BC_TEXT_FAMILIES "Cantarell, Noto Sans, DejaVu Sans, sans-serif"

BcRichText  *bc_rich_text_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void         bc_rich_text_free        (BcRichText   *self);
void         bc_rich_text_append      (BcRichText   *self,
                                       BcFont        font,
                                       const char   *text);
void         bc_rich_text_append_struck (BcRichText *self,
                                       BcFont        font,
                                       const char   *text);
void         bc_rich_text_append_user (BcRichText   *self,
                                       BcFont        font,
                                       const char   *text);
PangoLayout *bc_rich_text_to_layout   (BcRichText   *self,
                                       PangoContext *pango,
                                       double        width) G_GNUC_WARN_UNUSED_RESULT;
PangoLayout *bc_text_layout_new       (PangoContext *pango,
                                       BcFont        font,
                                       const char   *text,
                                       double        width) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcRichText, bc_rich_text_free)

extern const BcColour bc_summary_accent;
extern const BcColour bc_summary_text;
extern const BcColour bc_summary_rule;
extern const BcColour bc_summary_tint;

void         bc_set_source_colour     (cairo_t        *cr,
                                       const BcColour *colour);

G_END_DECLS
