/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-clinic-settings.h"

#include "bc-i18n.h"
#include "bc-save.h"
#include "bc-settings.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Pixels a side: 600 an inch at the size that it has on paper, and no more. */
#define LOGO_SIDE 1200

/* Of what somebody chooses, which may be a photograph. */
#define MAX_CHOSEN_BYTES (32 * 1024 * 1024)

static char *
dup_setting (const char *key)
{
  GSettings *settings = bc_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, key) : g_strdup ("");
}

/**
 * bc_clinic_settings_get_logo:
 *
 * A copy of what was chosen, so that it stays when the original is moved.
 *
 * Returns: (transfer full): where the logo is kept; the file need not be there
 */
GFile *
bc_clinic_settings_get_logo (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "bodychart", "clinic-logo.png", NULL);
}

/**
 * bc_clinic_settings_load:
 *
 * A logo that cannot be read is left out: nobody who wants to print can do anything about it at that moment.
 *
 * Returns: (transfer full): what stands at the head of papers; of "" where nothing was entered
 */
BcClinic *
bc_clinic_settings_load (void)
{
  g_autofree char *name = dup_setting ("clinic-name");
  g_autofree char *address = dup_setting ("clinic-address");
  g_autoptr(GFile) file = bc_clinic_settings_get_logo ();
  g_autoptr(GError) error = NULL;
  cairo_surface_t *logo = bc_clinic_load_logo (file, &error);
  BcClinic *clinic;

  if (logo == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_message ("The logo is left out: %s", error->message);
  clinic = bc_clinic_new (name, address, logo);
  g_clear_pointer (&logo, cairo_surface_destroy);
  return clinic;
}

/* Large pictures are made smaller while they are read, drawings are made as large as is of use. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         data)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  double scale = (double) LOGO_SIDE / MAX (MAX (width, height), 1);

  if (scale < 1 || (format != NULL && gdk_pixbuf_format_is_scalable (format)))
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1), MAX ((int) (height * scale), 1));
}

static GdkPixbuf *
load_picture (GBytes  *bytes,
              GError **error)
{
  g_autoptr(GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  GdkPixbuf *picture;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), NULL);
  if (!gdk_pixbuf_loader_write_bytes (loader, bytes, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }
  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;
  picture = gdk_pixbuf_loader_get_pixbuf (loader);
  if (picture != NULL)
    return g_object_ref (picture);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("There is no picture in this file"));
  return NULL;
}

/**
 * bc_clinic_settings_set_logo:
 * @picture: any picture that the system can read
 * @error: what could not be done
 *
 * Keeps a copy of @picture as the logo.
 *
 * Returns: whether it is the logo now; if not, the one before still is
 */
gboolean
bc_clinic_settings_set_logo (GFile   *picture,
                             GError **error)
{
  g_autoptr(GFile) file = bc_clinic_settings_get_logo ();
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GBytes) png = NULL;
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  char *data = NULL;
  gsize size;

  g_return_val_if_fail (G_IS_FILE (picture), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  bytes = bc_load_bytes (picture, MAX_CHOSEN_BYTES, NULL, NULL, error);
  if (bytes == NULL)
    return FALSE;
  pixbuf = load_picture (bytes, error);
  if (pixbuf == NULL || !gdk_pixbuf_save_to_buffer (pixbuf, &data, &size, "png", error, NULL))
    return FALSE;
  png = g_bytes_new_take (data, size);
  g_mkdir_with_parents (g_file_peek_path (folder), 0700);
  return bc_save_bytes (file, png, NULL, BC_SAVE_REPLACE, NULL, NULL, error);
}

/**
 * bc_clinic_settings_remove_logo:
 * @error: what could not be done
 *
 * Returns: whether there is no logo now
 */
gboolean
bc_clinic_settings_remove_logo (GError **error)
{
  g_autoptr(GFile) file = bc_clinic_settings_get_logo ();
  g_autoptr(GError) inner = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_file_delete (file, NULL, &inner) || g_error_matches (inner, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&inner));
  return FALSE;
}
