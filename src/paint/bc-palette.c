/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-palette.h"

#define RGB(hex, a) \
  { (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0, (a) }

static const BcPalette palettes[] = {
  [BC_SCHEME_LIGHT] = {
    .skin = RGB (0xf6e4d7, 1),
    .border = RGB (0x8a5a44, 0.5),
    .shading = RGB (0x8a5a44, 1),
    .details = RGB (0x7d5f4f, 0.85),
    .outline = RGB (0x5d4639, 1),
    .hover = RGB (0x1c71d8, 0.2),
    .focus = RGB (0x1a5fb4, 1),
    .clear = RGB (0x06663d, 1),
    .overlay = RGB (0x5a3fd6, 0.5),
    .text = RGB (0x2b2523, 1),
    .dim_text = RGB (0x5e5753, 1),
    .paper = RGB (0xffffff, 0),
  },
  [BC_SCHEME_DARK] = {
    .skin = RGB (0x51473f, 1),
    .border = RGB (0xe6d5c6, 0.34),
    .shading = RGB (0x120d0a, 1),
    .details = RGB (0xcdb9a7, 0.7),
    .outline = RGB (0xbfae9f, 1),
    .hover = RGB (0xffffff, 0.18),
    .focus = RGB (0x99c1f1, 1),
    .clear = RGB (0x8ff0a4, 1),
    .overlay = RGB (0xa99bff, 0.5),
    .text = RGB (0xffffff, 1),
    .dim_text = RGB (0xc4bdb7, 1),
    .paper = RGB (0x1e1e1e, 0),
  },
  [BC_SCHEME_HIGH_CONTRAST] = {
    .skin = RGB (0xffffff, 1),
    .border = RGB (0x000000, 0.6),
    .shading = RGB (0x000000, 0),
    .details = RGB (0x000000, 1),
    .outline = RGB (0x000000, 1),
    .hover = RGB (0x0000c0, 0.22),
    .focus = RGB (0x0000c0, 1),
    .clear = RGB (0x004d20, 1),
    .overlay = RGB (0x4a2fd0, 0.45),
    .text = RGB (0x000000, 1),
    .dim_text = RGB (0x000000, 1),
    .paper = RGB (0xffffff, 0),
  },
  [BC_SCHEME_HIGH_CONTRAST_DARK] = {
    .skin = RGB (0x000000, 1),
    .border = RGB (0xffffff, 0.6),
    .shading = RGB (0xffffff, 0),
    .details = RGB (0xffffff, 1),
    .outline = RGB (0xffffff, 1),
    .hover = RGB (0xffffff, 0.35),
    .focus = RGB (0xffff00, 1),
    .clear = RGB (0x8ff0a4, 1),
    .overlay = RGB (0xb3a6ff, 0.5),
    .text = RGB (0xffffff, 1),
    .dim_text = RGB (0xffffff, 1),
    .paper = RGB (0x000000, 0),
  },
  [BC_SCHEME_PAPER] = {
    .skin = RGB (0xfdf6f0, 1),
    .border = RGB (0x6b5548, 0.5),
    .shading = RGB (0x8a5a44, 0.7),
    .details = RGB (0x5d4c42, 0.9),
    .outline = RGB (0x3d322b, 1),
    .hover = RGB (0x1c71d8, 0.2),
    .focus = RGB (0x1a5fb4, 1),
    .clear = RGB (0x06663d, 1),
    .overlay = RGB (0x5a3fd6, 0.45),
    .text = RGB (0x000000, 1),
    .dim_text = RGB (0x444444, 1),
    .paper = RGB (0xffffff, 1),
  },
};

/*
 * The hues of Okabe and Ito (2008, "Color Universal Design", jfly.uni-koeln.de/color): vermillion, blue, bluish green,
 * reddish purple, yellow, and black or sky blue. Their lightness is moved so that every pen has 3:1 against the skin
 * (WCAG 2.1, 1.4.11), and any two differ by 15 or more in CIE Lab as seen with normal vision, protanopia, deuteranopia
 * and tritanopia (simulated after Machado, Oliveira and Fernandes 2009); the test of the palette measures both.
 */
static const BcColour light_pens[BC_N_PENS] = {
  RGB (0xa82c00, 1), RGB (0x00569a, 1), RGB (0x138560, 1), RGB (0xb0568f, 1), RGB (0x8a8905, 1), RGB (0x33303a, 1),
};
static const BcColour dark_pens[BC_N_PENS] = {
  RGB (0xfc7d1f, 1), RGB (0x5aa2f0, 1), RGB (0x56f0b8, 1), RGB (0xd98cb8, 1), RGB (0xf8e03c, 1), RGB (0xd3eeff, 1),
};
static const BcColour high_contrast_pens[BC_N_PENS] = {
  RGB (0x9c2600, 1), RGB (0x004a8c, 1), RGB (0x108a62, 1), RGB (0xb0508f, 1), RGB (0x8f8c14, 1), RGB (0x16161c, 1),
};

/*
 * Four tints for maps side by side, of different hue and lightness. On the skin any two of them, and each and the bare
 * skin, differ by 8 or more in CIE Lab by the same four kinds of sight, and none from the skin by more than 25, so that
 * the marks on top stay what the eye sees first; the test of the palette measures both.
 */
static const BcColour hues[][BC_OVERLAY_N_HUES] = {
  [BC_SCHEME_LIGHT] = { RGB (0x7fff7d, 0.28), RGB (0xfa9500, 0.27), RGB (0x263aff, 0.14), RGB (0x88317b, 0.15) },
  [BC_SCHEME_DARK] = { RGB (0x39001f, 0.49), RGB (0x967003, 0.36), RGB (0x0770be, 0.26), RGB (0x65e63b, 0.14) },
  [BC_SCHEME_HIGH_CONTRAST] = { RGB (0x0e46f8, 0.14), RGB (0xdf832e, 0.34), RGB (0x997a7b, 0.31),
                                RGB (0x53f57a, 0.27) },
  [BC_SCHEME_HIGH_CONTRAST_DARK] = { RGB (0x03398b, 0.34), RGB (0xa74f03, 0.3), RGB (0x037490, 0.4),
                                     RGB (0x9e7471, 0.27) },
  [BC_SCHEME_PAPER] = { RGB (0x0f99ff, 0.26), RGB (0xd18a18, 0.33), RGB (0x547a71, 0.26), RGB (0x4fff33, 0.18) },
};

static gboolean
is_scheme (BcScheme scheme)
{
  return (int) scheme >= 0 && (gsize) scheme < G_N_ELEMENTS (palettes);
}

/**
 * bc_palette_get:
 * @scheme: the surroundings
 *
 * Returns: (transfer none): the colours of the figure
 */
const BcPalette *
bc_palette_get (BcScheme scheme)
{
  g_return_val_if_fail (is_scheme (scheme), &palettes[BC_SCHEME_LIGHT]);

  return &palettes[scheme];
}

static guint
pen_of (int number)
{
  return (guint) (MAX (number, 1) - 1) % BC_N_PENS;
}

/**
 * bc_pen_colour:
 * @number: number of a symptom, from 1
 * @scheme: the surroundings
 *
 * There are %BC_N_PENS pens; P7 has the colour of P1.
 *
 * Returns: the colour of the symptom
 */
BcColour
bc_pen_colour (int      number,
               BcScheme scheme)
{
  g_return_val_if_fail (number >= 1, light_pens[0]);

  switch (scheme)
    {
    case BC_SCHEME_DARK:
    case BC_SCHEME_HIGH_CONTRAST_DARK:
      return dark_pens[pen_of (number)];
    case BC_SCHEME_HIGH_CONTRAST:
      return high_contrast_pens[pen_of (number)];
    case BC_SCHEME_LIGHT:
    case BC_SCHEME_PAPER:
    default:
      return light_pens[pen_of (number)];
    }
}

/**
 * bc_pen_dashes:
 * @number: number of a symptom, from 1
 * @n_dashes: (out): how many; 0 for a solid line
 *
 * The contour that tells a symptom apart without colour: P1 solid, P2 dashed, P3 dotted, P4 dash and dot, P5 long
 * dashes, P6 dash and two dots; repeats as the colours do. Made for round caps.
 *
 * Returns: (transfer none) (nullable): lengths of ink and gap in turn, in widths of the line
 */
const double *
bc_pen_dashes (int    number,
               guint *n_dashes)
{
  static const double dashed[] = { 2.6, 2.6 };
  static const double dotted[] = { 0, 2.1 };
  static const double dash_dot[] = { 4.2, 2.5, 0, 2.5 };
  static const double long_dashes[] = { 8, 3.4 };
  static const double dash_dot_dot[] = { 3, 2.2, 0, 2.2, 0, 2.2 };
  static const struct { const double *dashes; guint n; } all[BC_N_PENS] = {
    { NULL, 0 },
    { dashed, G_N_ELEMENTS (dashed) },
    { dotted, G_N_ELEMENTS (dotted) },
    { dash_dot, G_N_ELEMENTS (dash_dot) },
    { long_dashes, G_N_ELEMENTS (long_dashes) },
    { dash_dot_dot, G_N_ELEMENTS (dash_dot_dot) },
  };

  g_return_val_if_fail (number >= 1 && n_dashes != NULL, NULL);

  *n_dashes = all[pen_of (number)].n;
  return all[pen_of (number)].dashes;
}

/**
 * bc_hue_colour:
 * @hue: 0: of one map; 1 to %BC_OVERLAY_N_HUES: of a layer of maps
 * @scheme: the surroundings
 *
 * Returns: the tint; of one map where pain is certain
 */
BcColour
bc_hue_colour (guint    hue,
               BcScheme scheme)
{
  g_return_val_if_fail (is_scheme (scheme), palettes[BC_SCHEME_LIGHT].overlay);
  g_return_val_if_fail (hue <= BC_OVERLAY_N_HUES, palettes[scheme].overlay);

  return hue == 0 ? palettes[scheme].overlay : hues[scheme][hue - 1];
}
