/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-svg-path.h"

#include "bc-i18n.h"

#include <float.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const xmlNode *node;
  const char    *text;
  const char    *at;
  GArray        *data; /* of cairo_path_data_t */
} Parser;

static gboolean
fail (Parser      *parser,
      const char  *what,
      GError     **error)
{
  /* Translators: 1: what is wrong with the drawing, 2: position in the path text, 3: the text from there */
  bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, parser->node, _("%s at character %d of the path (“%.12s”); "
                    "use only the absolute commands M, L, C and Z with plain numbers"),
                    what, (int) (parser->at - parser->text) + 1, parser->at);
  return FALSE;
}

static void
skip_space (Parser *parser)
{
  while (*parser->at != '\0' && strchr (" \t\r\n,", *parser->at) != NULL)
    parser->at++;
}

static gboolean
is_number (char c)
{
  return g_ascii_isdigit (c) || c == '-' || c == '+' || c == '.';
}

/*
 * A sign, digits and a point, as every drawing has them. Digits below 2^53 and a power of ten up to 10^22 are exact, so
 * that their quotient is rounded once, as that of g_ascii_strtod() (Clinger, How to read floating point numbers
 * accurately, 1990; from memory). Says %FALSE to all else.
 */
static gboolean
read_plain (const char *text,
            double     *value,
            char      **end)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const char *at = text + (*text == '-' || *text == '+');
  const char *point = NULL;
  guint64 digits = 0;
  guint n_digits = 0;

  for (; g_ascii_isdigit (*at) || (*at == '.' && point == NULL); at++)
    if (*at == '.')
      point = at;
    else
      {
        digits = 10 * digits + (guint64) (*at - '0');
        n_digits++;
      }
  if (FLT_EVAL_METHOD != 0 || n_digits > 15 || *at == 'e' || *at == 'E')
    return FALSE;
  *value = (double) digits / powers[point != NULL ? at - point - 1 : 0];
  if (*text == '-')
    *value = -*value;
  *end = (char *) at;
  return TRUE;
}

/* g_ascii_strtod() also takes "nan", "inf" and hexadecimal, which no drawing may hold. */
static gboolean
read_number (Parser  *parser,
             double  *value,
             GError **error)
{
  const char *digits;
  char *end = NULL;

  skip_space (parser);
  digits = parser->at + (*parser->at == '-' || *parser->at == '+');
  if (!g_ascii_isdigit (*digits) && !(*digits == '.' && g_ascii_isdigit (digits[1])))
    return fail (parser, _("no number"), error);
  if (digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X'))
    return fail (parser, _("no decimal number"), error);
  if (!read_plain (parser->at, value, &end))
    *value = g_ascii_strtod (parser->at, &end);
  if (!isfinite (*value) || fabs (*value) > BC_SVG_PATH_MAX)
    return fail (parser, _("a number too large for a body"), error);
  parser->at = end;
  return TRUE;
}

static gboolean
read_segment (Parser                 *parser,
              cairo_path_data_type_t  type,
              guint                   n_points,
              GError                **error)
{
  cairo_path_data_t data[4] = { 0 };

  data[0].header.type = type;
  data[0].header.length = (int) n_points + 1;
  for (guint i = 1; i <= n_points; i++)
    if (!read_number (parser, &data[i].point.x, error) || !read_number (parser, &data[i].point.y, error))
      return FALSE;
  g_array_append_vals (parser->data, data, n_points + 1);
  return TRUE;
}

/* One command letter with all its coordinates; as in SVG, more pairs after an M are lines. */
static gboolean
read_command (Parser  *parser,
              GError **error)
{
  cairo_path_data_t close = { .header = { CAIRO_PATH_CLOSE_PATH, 1 } };
  char command = *parser->at;
  cairo_path_data_type_t type = CAIRO_PATH_MOVE_TO;

  if (parser->data->len == 0 && command != 'M')
    return fail (parser, _("the path does not start with M"), error);
  switch (command)
    {
    case 'M':
    case 'L':
    case 'C':
      parser->at++;
      break;
    case 'Z':
      parser->at++;
      g_array_append_val (parser->data, close);
      skip_space (parser);
      if (*parser->at != '\0' && *parser->at != 'M')
        return fail (parser, _("no M after Z"), error);
      return TRUE;
    default:
      return fail (parser, _("unknown command"), error);
    }
  if (command != 'M')
    type = command == 'L' ? CAIRO_PATH_LINE_TO : CAIRO_PATH_CURVE_TO;
  do
    {
      if (!read_segment (parser, type, command == 'C' ? 3 : 1, error))
        return FALSE;
      if (type == CAIRO_PATH_MOVE_TO)
        type = CAIRO_PATH_LINE_TO;
      skip_space (parser);
    }
  while (is_number (*parser->at));
  return TRUE;
}

static gboolean
read_path (Parser  *parser,
           GError **error)
{
  for (skip_space (parser); *parser->at != '\0'; skip_space (parser))
    if (!read_command (parser, error))
      return FALSE;
  /* A lone M is a point, with nothing to fill or stroke. */
  if (parser->data->len < 4)
    return fail (parser, _("the path draws nothing"), error);
  return TRUE;
}

/**
 * bc_svg_path_new:
 * @node: an SVG `path` element
 * @error: return location for a #GError
 *
 * Reads the attribute `d` strictly: absolute M, L, C and Z, decimal numbers within %BC_SVG_PATH_MAX mm. Anything
 * else is an error, because a figure read in half would put marks on the wrong region.
 *
 * Returns: (transfer full) (nullable): a path in the units of the drawing; free it with bc_svg_path_free(). On
 *   failure %NULL, with @error in the domain %BC_FILE_ERROR
 */
cairo_path_t *
bc_svg_path_new (const xmlNode  *node,
                 GError        **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) data = NULL;
  cairo_path_t *path;
  Parser parser = { 0 };

  g_return_val_if_fail (node != NULL, NULL);

  text = bc_xml_require (node, "d", error);
  if (text == NULL)
    return NULL;
  data = g_array_sized_new (FALSE, FALSE, sizeof (cairo_path_data_t), (guint) strlen (text) / 4 + 4);
  parser = (Parser) { .node = node, .text = text, .at = text, .data = data };
  if (!read_path (&parser, error))
    return NULL;
  path = g_new0 (cairo_path_t, 1);
  path->status = CAIRO_STATUS_SUCCESS;
  path->num_data = (int) data->len;
  path->data = g_memdup2 (data->data, data->len * sizeof (cairo_path_data_t));
  return path;
}

/**
 * bc_svg_path_free:
 * @path: (nullable): from bc_svg_path_new()
 *
 * Frees a path of ours. cairo_path_destroy() is only for paths that cairo made.
 */
void
bc_svg_path_free (cairo_path_t *path)
{
  if (path == NULL)
    return;
  g_free (path->data);
  g_free (path);
}
