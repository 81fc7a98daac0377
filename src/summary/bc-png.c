/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PNG (ISO/IEC 15948) of opaque drawings. Cairo's own writer takes three times as long, most of it in a search for
 * matches that drawings do not reward, and does not say how large the picture is meant to be. */
#include "bc-png.h"

#include <math.h>
#include <string.h>

#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define CHANNELS 3
#define FILTER_NONE 0
#define LEVEL 1
#define METRES_AN_INCH 0.0254
#define CHUNK 16384

static guint32
get_crc (const guint8 *data,
         gsize         length)
{
  static guint32 table[256];
  static gsize ready = 0;
  guint32 crc = 0xffffffff;

  if (g_once_init_enter (&ready))
    {
      for (guint32 i = 0; i < 256; i++)
        {
          guint32 value = i;

          for (guint bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? 0xedb88320 ^ (value >> 1) : value >> 1;
          table[i] = value;
        }
      g_once_init_leave (&ready, 1);
    }
  for (gsize i = 0; i < length; i++)
    crc = table[(crc ^ data[i]) & 0xff] ^ (crc >> 8);
  return crc ^ 0xffffffff;
}

static void
append_number (GByteArray *out,
               guint32     number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (out, (const guint8 *) &big, sizeof big);
}

static void
append_chunk (GByteArray   *out,
              const char   *type,
              const guint8 *data,
              guint         length)
{
  guint start;

  append_number (out, length);
  start = out->len;
  g_byte_array_append (out, (const guint8 *) type, 4);
  g_byte_array_append (out, data, length);
  append_number (out, get_crc (out->data + start, out->len - start));
}

static void
append_header (GByteArray *out,
               guint       width,
               guint       height,
               double      dpi)
{
  g_autoptr(GByteArray) header = g_byte_array_new ();
  g_autoptr(GByteArray) size = g_byte_array_new ();
  const guint8 kind[] = { 8, 2, 0, 0, 0 }; /* eight bits a channel, colours, the only methods there are */
  const guint8 metre = 1;

  append_number (header, width);
  append_number (header, height);
  g_byte_array_append (header, kind, sizeof kind);
  append_chunk (out, "IHDR", header->data, header->len);
  for (guint axis = 0; axis < 2; axis++)
    append_number (size, (guint32) lround (dpi / METRES_AN_INCH));
  g_byte_array_append (size, &metre, 1);
  append_chunk (out, "pHYs", size->data, size->len);
}

/* As it is: in a drawing, what is as the row above is found by the compression, and better than by a filter. */
static void
pack_row (const guint32 *row,
          guint          width,
          guint8        *out)
{
  *out++ = FILTER_NONE;
  for (guint x = 0; x < width; x++)
    {
      *out++ = (guint8) (row[x] >> 16);
      *out++ = (guint8) (row[x] >> 8);
      *out++ = (guint8) row[x];
    }
}

static gboolean
compress (GConverter       *converter,
          const guint8     *data,
          gsize             length,
          GConverterFlags   flags,
          GByteArray       *out,
          GError          **error)
{
  guint8 chunk[CHUNK];
  GConverterResult result;

  do
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (converter, data, length, chunk, sizeof chunk, flags, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      data += n_read;
      length -= n_read;
      g_byte_array_append (out, chunk, (guint) n_written);
    }
  while (length > 0 || (flags == G_CONVERTER_INPUT_AT_END && result != G_CONVERTER_FINISHED));
  return TRUE;
}

/* Row by row, so that the picture is not in memory twice. */
static GByteArray *
deflate_rows (cairo_surface_t  *surface,
              guint             width,
              guint             height,
              GError          **error)
{
  g_autoptr(GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL));
  g_autoptr(GByteArray) out = g_byte_array_new ();
  const guint8 *pixels = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  gsize length = 1 + (gsize) width * CHANNELS;
  g_autofree guint8 *row = g_malloc (length);

  for (guint y = 0; y < height; y++)
    {
      pack_row ((const guint32 *) (const void *) (pixels + y * stride), width, row);
      if (!compress (converter, row, length, y + 1 < height ? G_CONVERTER_NO_FLAGS : G_CONVERTER_INPUT_AT_END, out,
                     error))
        return NULL;
    }
  return g_steal_pointer (&out);
}

/**
 * bc_png_write:
 * @surface: an image surface of the format RGB24
 * @dpi: how many of its pixels make an inch
 * @error: return location for a #GIOErrorEnum
 *
 * Returns: (transfer full) (nullable): a PNG file of it
 */
GBytes *
bc_png_write (cairo_surface_t  *surface,
              double            dpi,
              GError          **error)
{
  g_autoptr(GByteArray) out = g_byte_array_new ();
  g_autoptr(GByteArray) data = NULL;
  guint width, height;

  g_return_val_if_fail (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24, NULL);

  cairo_surface_flush (surface);
  width = (guint) cairo_image_surface_get_width (surface);
  height = (guint) cairo_image_surface_get_height (surface);
  data = deflate_rows (surface, width, height, error);
  if (data == NULL)
    return NULL;
  g_byte_array_append (out, (const guint8 *) SIGNATURE, strlen (SIGNATURE));
  append_header (out, width, height, dpi);
  append_chunk (out, "IDAT", data->data, data->len);
  append_chunk (out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
