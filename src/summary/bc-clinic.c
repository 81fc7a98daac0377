/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-clinic.h"

#include "bc-i18n.h"
#include "bc-save.h"

#include <string.h>

/* Where a PNG file has its width and height (ISO/IEC 15948, 5.6 and 11.2.2): right behind its signature. */
static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
#define WIDTH_AT 16
#define HEIGHT_AT 20
#define HEADER_SIZE 24

typedef struct
{
  const guint8 *data;
  gsize         left;
} Rest;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Rest *rest = closure;

  if (length > rest->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, rest->data, length);
  rest->data += length;
  rest->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
get_number (const guint8 *data)
{
  guint32 number;

  memcpy (&number, data, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* A small file may stand for a picture of gigabytes: look before it is unpacked. */
static gboolean
is_good (const guint8 *data,
         gsize         size)
{
  return size >= HEADER_SIZE && memcmp (data, signature, sizeof signature) == 0
         && get_number (data + WIDTH_AT) <= BC_LOGO_MAX_SIDE && get_number (data + HEIGHT_AT) <= BC_LOGO_MAX_SIDE;
}

/**
 * bc_clinic_load_logo:
 * @file: a PNG picture
 * @error: what is wrong with it, and what to do
 *
 * Returns: (transfer full) (nullable): the picture; %NULL with @error
 */
cairo_surface_t *
bc_clinic_load_logo (GFile   *file,
                     GError **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;
  cairo_surface_t *logo = NULL;
  Rest rest;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = bc_load_bytes (file, BC_LOGO_MAX_BYTES, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;
  rest.data = g_bytes_get_data (bytes, &rest.left);
  if (is_good (rest.data, rest.left))
    logo = cairo_image_surface_create_from_png_stream (read_cb, &rest);
  if (logo != NULL && cairo_surface_status (logo) == CAIRO_STATUS_SUCCESS)
    return logo;
  g_clear_pointer (&logo, cairo_surface_destroy);
  name = g_file_get_parse_name (file);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: %s is a file, %d a number of pixels */
               _("%s: not a PNG picture of at most %d pixels a side; choose another one"), name, BC_LOGO_MAX_SIDE);
  return NULL;
}

/**
 * bc_clinic_new:
 * @name: of the clinic
 * @address: below it, lines
 * @logo: (nullable) (transfer none): its picture
 *
 * Returns: (transfer full): what stands at the head of a paper
 */
BcClinic *
bc_clinic_new (const char      *name,
               const char      *address,
               cairo_surface_t *logo)
{
  BcClinic *self;

  g_return_val_if_fail (name != NULL && address != NULL, NULL);

  self = g_rc_box_new0 (BcClinic);
  self->name = g_strstrip (g_strdup (name));
  self->address = g_strstrip (g_strdup (address));
  self->logo = logo != NULL ? cairo_surface_reference (logo) : NULL;
  return self;
}

/**
 * bc_clinic_ref:
 *
 * Returns: (transfer full): @self
 */
BcClinic *
bc_clinic_ref (BcClinic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  BcClinic *self = data;

  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_free (self->address);
  g_free (self->name);
}

/**
 * bc_clinic_unref:
 * @self: (transfer full): a clinic
 */
void
bc_clinic_unref (BcClinic *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, clear);
}
