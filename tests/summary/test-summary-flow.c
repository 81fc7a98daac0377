/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-summary-flow.h"

/* A page of 100 points; blocks are drawn by a callback that writes down where they came to stand. */
#define PAGE 100.0
#define WIDTH 200.0

typedef struct
{
  char   name;
  double y;
} Seen;

static GArray *seen;

static void
draw_seen (BcBlock *block,
           cairo_t *cr,
           double   x,
           double   y,
           double   width)
{
  Seen one = { (char) GPOINTER_TO_INT (block->data), y };

  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (width, <=, WIDTH);
  g_array_append_val (seen, one);
}

static BcBlock *
add (BcFlow *flow,
     char    name,
     double  height)
{
  BcBlock *block = bc_block_new (10);

  block->draw = draw_seen;
  block->data = GINT_TO_POINTER ((int) name);
  block->height = height;
  g_ptr_array_add (flow->blocks, block);
  return block;
}

/* The names of the blocks, page by page: "ab|c". */
static char *
dup_pages (BcFlow *flow)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  GString *text = g_string_new (NULL);

  bc_flow_paginate (flow);
  for (guint page = 0; page < flow->pages->len; page++)
    {
      seen = g_array_new (FALSE, FALSE, sizeof (Seen));
      bc_flow_paint_page (flow, cr, page, FALSE);
      if (page > 0)
        g_string_append_c (text, '|');
      for (guint i = 0; i < seen->len; i++)
        g_string_append_c (text, g_array_index (seen, Seen, i).name);
      g_clear_pointer (&seen, g_array_unref);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_string_free (text, FALSE);
}

static void
test_breaks (void)
{
  static const struct
  {
    const char *blocks; /* name, height; '+' keeps with the next, digits are groups */
    const char *pages;
  } cases[] = {
    { "a40 b40", "ab" },
    { "a40 b60", "a|b" },           /* the space above counts */
    { "a40 b50", "ab" },
    { "a60 b+20 c30", "a|bc" },     /* a heading goes with its block */
    { "a60 b+20 c+20 d10", "a|bcd" },
    { "a60 b20 c30", "ab|c" },
    { "a50 b20=1 c20=1 d20", "a|bcd" }, /* a group stays whole */
    { "a50 b20=1 c20=2 d20", "ab|cd" }, /* two groups need not */
    { "a20 b60=1 c60=1 d20", "ab|cd" }, /* a group taller than a page breaks between blocks */
    { "a20 b+60 c60 d20", "ab|cd" },
    { "a150 b20", "a|b" },          /* nothing smaller can be made of a drawing */
    { "a10 b150 c20", "a|b|c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BcFlow) flow = bc_flow_new (WIDTH, PAGE);
      g_auto(GStrv) blocks = g_strsplit (cases[i].blocks, " ", -1);
      g_autofree char *pages = NULL;

      for (guint j = 0; blocks[j] != NULL; j++)
        {
          gboolean keep = blocks[j][1] == '+';
          char *end;
          double height = g_ascii_strtod (blocks[j] + (keep ? 2 : 1), &end);
          BcBlock *block = add (flow, blocks[j][0], height);

          block->keep_next = keep;
          block->group = *end == '=' ? (guint) (end[1] - '0') : 0;
        }
      pages = dup_pages (flow);
      g_assert_cmpstr (pages, ==, cases[i].pages);
    }
}

static PangoContext *
context_new (void)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (pango, 72);
  return pango;
}

/* Rows of text that want to stay together are parted where they would leave a large part of the page white, and only
 * there: behind their heading and two rows. */
static void
test_white (void)
{
  static const struct
  {
    double above;   /* points of the page that are taken */
    guint  n_first; /* how many of heading and five rows stay on the first page */
  } cases[] = {
    { 20, 6 }, /* all fits */
    { 40, 5 },
    { 50, 4 },
    { 62, 3 },
    { 75, 0 }, /* room for the heading and one row only */
    { 88, 0 }, /* hardly anything would stay white */
  };
  PangoContext *pango = context_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BcFlow) flow = bc_flow_new (WIDTH, PAGE);

      add (flow, 'a', cases[i].above);
      for (guint j = 0; j < 6; j++)
        {
          BcBlock *block = bc_block_new (0);

          block->keep_next = j == 0;
          block->group = j == 0 ? 0 : 1;
          bc_block_add_cell (block, bc_text_layout_new (pango, BC_FONT_BODY, "x", WIDTH), 0, WIDTH);
          block->height = 11;
          g_ptr_array_add (flow->blocks, block);
        }
      bc_flow_paginate (flow);
      g_assert_cmpuint (((GArray *) g_ptr_array_index (flow->pages, 0))->len, ==, 1 + cases[i].n_first);
    }
  g_object_unref (pango);
}

/* The names of the columns come back on each page that begins with a row of the table. */
static void
test_header (void)
{
  g_autoptr(BcFlow) flow = bc_flow_new (WIDTH, PAGE);
  BcBlock *header = add (flow, 'H', 10);
  g_autofree char *pages = NULL;

  header->keep_next = TRUE;
  for (char name = 'a'; name <= 'f'; name++)
    add (flow, name, 30)->header = header;
  add (flow, 'z', 50);
  pages = dup_pages (flow);
  g_assert_cmpstr (pages, ==, "Hab|Hcd|Hef|z");
}

/* Every line of every block, once and in order, none below the page. */
static void
check_text (BcFlow      *flow,
            PangoLayout *layout)
{
  guint next = 0;

  for (guint page = 0; page < flow->pages->len; page++)
    g_assert_cmpuint (((GArray *) g_ptr_array_index (flow->pages, page))->len, >, 0);
  for (guint i = 0; i < flow->blocks->len + flow->spare->len; i++)
    {
      const BcBlock *block = i < flow->blocks->len ? g_ptr_array_index (flow->blocks, i)
                                                   : g_ptr_array_index (flow->spare, i - flow->blocks->len);
      const BcCell *cell = &g_array_index (block->cells, BcCell, 0);

      g_assert_cmpfloat (block->height, <=, PAGE + 0.01);
      g_assert_cmpuint (cell->first_line, ==, next);
      g_assert_cmpuint (cell->n_lines, >=, 2);
      next += cell->n_lines;
    }
  g_assert_cmpuint (next, ==, (guint) pango_layout_get_line_count (layout));
}

static void
test_long_text (void)
{
  PangoContext *pango = context_new ();

  for (guint n_lines = 3; n_lines < 60; n_lines++)
    {
      g_autoptr(BcFlow) flow = bc_flow_new (WIDTH, PAGE);
      g_autoptr(GString) text = g_string_new ("1");
      g_autoptr(PangoLayout) layout = NULL;
      BcBlock *block = bc_block_new (0);

      for (guint i = 2; i <= n_lines; i++)
        g_string_append_printf (text, "\n%u", i);
      layout = bc_text_layout_new (pango, BC_FONT_BODY, text->str, WIDTH);
      block->splits = TRUE;
      bc_block_add_cell (block, g_object_ref (layout), 0, WIDTH);
      g_ptr_array_add (flow->blocks, block);
      bc_flow_paginate (flow);
      check_text (flow, layout);
    }
  g_object_unref (pango);
}

/* A row of a short and a very long column is cut too: the short one ends on the first page. */
static void
test_uneven_row (void)
{
  PangoContext *pango = context_new ();
  g_autoptr(BcFlow) flow = bc_flow_new (WIDTH, PAGE);
  g_autoptr(GString) text = g_string_new (NULL);
  BcBlock *block = bc_block_new (0);
  guint n_lines = 0;

  for (guint i = 0; i < 50; i++)
    g_string_append (text, i == 0 ? "x" : "\nx");
  bc_block_add_cell (block, bc_text_layout_new (pango, BC_FONT_BODY, "short", 50), 0, 50);
  bc_block_add_cell (block, bc_text_layout_new (pango, BC_FONT_BODY, text->str, 100), 60, 100);
  g_ptr_array_add (flow->blocks, block);
  bc_flow_paginate (flow);
  g_assert_cmpuint (flow->pages->len, >, 3);
  for (guint i = 0; i < flow->spare->len; i++)
    {
      const BcBlock *rest = g_ptr_array_index (flow->spare, i);

      g_assert_cmpuint (g_array_index (rest->cells, BcCell, 0).n_lines, ==, 0);
      n_lines += g_array_index (rest->cells, BcCell, 1).n_lines;
      g_assert_cmpfloat (rest->height, <=, PAGE + 0.01);
    }
  g_assert_cmpuint (n_lines + g_array_index (block->cells, BcCell, 1).n_lines, ==, 50);
  g_object_unref (pango);
}

/* Lines to write on take the rest of the last page, no more than they may, and never less than they had. */
static void
test_stretch (void)
{
  static const struct
  {
    double height;
    double most;
    double becomes;
  } cases[] = { { 30, 50, 50 }, { 30, 95, 60 }, { 20, 0, 20 }, { 20, 10, 20 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(BcFlow) flow = bc_flow_new (WIDTH, PAGE);
      g_autofree char *pages = NULL;
      BcBlock *block;

      add (flow, 'a', 30);
      block = add (flow, 'b', cases[i].height); /* from 40 on */
      block->most = cases[i].most;
      pages = dup_pages (flow);
      g_assert_cmpstr (pages, ==, "ab");
      bc_flow_stretch (flow);
      g_assert_cmpfloat_with_epsilon (block->height, cases[i].becomes, 0.001);
      g_assert_cmpfloat_with_epsilon (bc_flow_get_fill (flow), (40 + cases[i].becomes) / PAGE, 0.001);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary-flow/breaks", test_breaks);
  g_test_add_func ("/summary-flow/white", test_white);
  g_test_add_func ("/summary-flow/header", test_header);
  g_test_add_func ("/summary-flow/long-text", test_long_text);
  g_test_add_func ("/summary-flow/uneven-row", test_uneven_row);
  g_test_add_func ("/summary-flow/stretch", test_stretch);
  return g_test_run ();
}
