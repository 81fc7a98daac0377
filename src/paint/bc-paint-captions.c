/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-paint-private.h"

#include "bc-i18n.h"

/* Distance of a caption from the edge of the box and from its neighbour, in parts of the text size. */
#define MARGIN 0.35
#define APART 0.8

/* Height of a row of captions, and the room that callers leave for the upper one, in parts of the text size. */
#define ROW 1.45
#define TOP 1.9

/* Captions are made smaller rather than run into the drawing or out of the box, down to this part of their size. */
#define SMALLEST 0.62

/* A row of capital letters needs less room, and is never smaller than this. */
#define LETTER 1.05
#define LEAST_LETTER 0.75

static const char *
side_caption (BcSide   side,
              gboolean brief)
{
  if (brief)
    /* Translators: one letter for the patient's own left or right, at the corner of a small drawing */
    return side == BC_SIDE_LEFT ? C_("caption", "L") : C_("caption", "R");
  /* Translators: the patient's own left or right, at the corner of a drawing */
  return side == BC_SIDE_LEFT ? C_("caption", "Left") : C_("caption", "Right");
}

/* @lower_row is for the hands, @brief gives letters in the place of words. */
BcCaptions
bc_captions_find (BcViewId view,
                  gboolean lower_row,
                  gboolean brief)
{
  const char *left = side_caption (BC_SIDE_LEFT, brief);
  const char *right = side_caption (BC_SIDE_RIGHT, brief);
  /* Translators: beside a body seen from its side: where its front is */
  const char *front = C_("caption", "front");
  /* Translators: beside a body seen from its side: where its back is */
  const char *back = C_("caption", "back");

  switch (view)
    {
    case BC_VIEW_BACK:
      return (BcCaptions) { left, C_("view", "Back"), right, TRUE };
    case BC_VIEW_LEFT:
      /* Translators: the body seen from the patient's own left */
      return (BcCaptions) { front, brief ? left : C_("caption", "Left side"), back, FALSE };
    case BC_VIEW_RIGHT:
      /* Translators: the body seen from the patient's own right */
      return (BcCaptions) { back, brief ? right : C_("caption", "Right side"), front, FALSE };
    case BC_VIEW_SOLES:
      return (BcCaptions) { right, C_("view", "Soles"), left, TRUE };
    case BC_VIEW_HANDS:
      if (lower_row)
        /* Translators: over a drawing of both hands seen from the back of the hand */
        return (BcCaptions) { left, C_("caption", "Backs of the hands"), right, TRUE };
      /* Translators: over a drawing of both hands seen from the palm */
      return (BcCaptions) { right, C_("caption", "Palms"), left, TRUE };
    case BC_VIEW_FRONT:
    default:
      return (BcCaptions) { right, C_("view", "Front"), left, TRUE };
    }
}

static double
text_width (PangoContext *pango,
            const char   *text,
            double        text_size,
            PangoWeight   weight)
{
  g_autoptr (PangoLayout) layout = bc_paint_layout (pango, text, text_size, weight);
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/* @align 0 puts the text's left edge at @x, 0.5 its middle, 1 its right edge; never mirrored, whatever the language. */
static void
show_text (cairo_t        *cr,
           PangoContext   *pango,
           const char     *text,
           double          x,
           double          y,
           double          align,
           double          text_size,
           PangoWeight     weight,
           const BcColour *colour)
{
  g_autoptr (PangoLayout) layout = bc_paint_layout (pango, text, text_size, weight);
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  bc_paint_set_colour (cr, colour, 1);
  cairo_move_to (cr, x - align * width / PANGO_SCALE, y);
  pango_cairo_show_layout (cr, layout);
}

static gboolean
fits (PangoContext     *pango,
      const BcCaptions *captions,
      const BcBox      *box,
      double            text_size)
{
  double sides = MAX (text_width (pango, captions->left, text_size, PANGO_WEIGHT_BOLD),
                      text_width (pango, captions->right, text_size, PANGO_WEIGHT_BOLD));

  return text_width (pango, captions->middle, text_size, PANGO_WEIGHT_NORMAL)
         + 2 * (sides + (MARGIN + APART) * text_size) <= box->width;
}

/*
 * In a small place the words become letters, then all becomes smaller, then the name of the view goes; left and right
 * never do. @room is the height that there is.
 */
static void
paint_row (cairo_t      *cr,
           PangoContext *pango,
           BcViewId      view,
           gboolean      lower_row,
           const BcBox  *box,
           double        text_size,
           double        room,
           BcScheme      scheme)
{
  const BcPalette *palette = bc_palette_get (scheme);
  BcCaptions captions = bc_captions_find (view, lower_row, FALSE);
  PangoWeight weight = captions.sides ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
  const BcColour *colour = captions.sides ? &palette->text : &palette->dim_text;
  double least = SMALLEST * text_size;
  double size = CLAMP (room / ROW, least, text_size);
  gboolean roomy = fits (pango, &captions, box, size);
  double y;

  if (!roomy && captions.sides)
    {
      captions = bc_captions_find (view, lower_row, TRUE);
      roomy = fits (pango, &captions, box, size);
    }
  while (!roomy && size > least)
    {
      size = MAX (0.9 * size, least);
      roomy = fits (pango, &captions, box, size);
    }
  /* Whose side it is stands there whatever the room: as a letter where the words would be cut off. */
  if (!captions.sides && text_width (pango, captions.middle, size, PANGO_WEIGHT_BOLD) > box->width)
    {
      captions = bc_captions_find (view, lower_row, TRUE);
      size = CLAMP (room / ROW, least, text_size);
    }
  /* Letters alone have nothing below their line, and stand in the corners. */
  if (captions.sides && (!roomy || room < least * ROW))
    size = CLAMP (room / LETTER, LEAST_LETTER * text_size, text_size);
  y = box->y + MARGIN * text_size + (text_size - size) * ROW / 2;
  if (!captions.sides || (roomy && room >= least * ROW))
    show_text (cr, pango, captions.middle, box->x + box->width / 2, y, 0.5, size,
               captions.sides ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD,
               captions.sides ? &palette->dim_text : &palette->text);
  if (!roomy && !captions.sides)
    return;
  show_text (cr, pango, captions.left, box->x + MARGIN * text_size, y, 0, size, weight, colour);
  show_text (cr, pango, captions.right, box->x + box->width - MARGIN * text_size, y, 1, size, weight, colour);
}

static gboolean
is_empty_row (const guint8 *row,
              int           width)
{
  for (int x = 0; x < width; x++)
    if (row[x] != BC_REGION_NONE)
      return FALSE;
  return TRUE;
}

/* The gap between the two rows of hands, as parts of the view's height: from the wrists to the fingertips below. */
static void
find_gap (const BcView *view,
          double       *from,
          double       *to)
{
  int width;
  int height;
  int stride;
  const guint8 *ids = bc_view_get_ids (view, &width, &height, &stride);
  int top = height / 3;
  int bottom;

  while (top < height && !is_empty_row (ids + top * stride, width))
    top++;
  bottom = top;
  while (bottom < height && is_empty_row (ids + bottom * stride, width))
    bottom++;
  *from = (double) top / height;
  *to = (double) bottom / height;
}

/**
 * bc_paint_captions:
 * @cr: a cairo context in target units
 * @pango: for the text; its font family is used
 * @view: the view
 * @box: the place of the view, target units
 * @text_size: height of the letters' em, target units
 * @scheme: the surroundings
 *
 * Writes the view's name in the middle of the upper edge of @box, and the patient's own left and right at its
 * corners. A view from the side says whose side it is, and where the front is. Of the hands, the palms are seen as
 * from the front and the backs as from the back, so the lower row has captions of its own between the two. In a small
 * box words become letters, and all of it smaller; the names go where they would run into the drawing.
 */
void
bc_paint_captions (cairo_t      *cr,
                   PangoContext *pango,
                   const BcView *view,
                   const BcBox  *box,
                   double        text_size,
                   BcScheme      scheme)
{
  double room = TOP * text_size;

  g_return_if_fail (cr != NULL && PANGO_IS_CONTEXT (pango));
  g_return_if_fail (view != NULL && box != NULL);
  g_return_if_fail (text_size > 0);

  cairo_save (cr);
  cairo_new_path (cr);
  paint_row (cr, pango, bc_view_get_id (view), FALSE, box, text_size, room, scheme);
  if (bc_view_get_id (view) == BC_VIEW_HANDS)
    {
      double height = MAX (box->height - room, 0);
      BcBox lower = *box;
      double from;
      double to;

      find_gap (view, &from, &to);
      lower.y += room + from * height + ((to - from) * height - ROW * text_size) / 2 - MARGIN * text_size;
      paint_row (cr, pango, BC_VIEW_HANDS, TRUE, &lower, text_size, (to - from) * height, scheme);
    }
  cairo_restore (cr);
}
