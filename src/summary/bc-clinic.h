/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BcClinic:
 * @name: of the clinic; "" for none
 * @address: lines as they stand below the name; "" for none
 * @logo: (nullable): its picture
 *
 * Whose paper it is: what stands at the head of the first page. Never changed once made; counted.
 */
typedef struct
{
  char            *name;
  char            *address;
  cairo_surface_t *logo;
} BcClinic;

/* A logo larger than this, in bytes of its file or pixels a side, is refused. */
#define BC_LOGO_MAX_BYTES (4 * 1024 * 1024)
#define BC_LOGO_MAX_SIDE 4096

BcClinic        *bc_clinic_new       (const char       *name,
                                      const char       *address,
                                      cairo_surface_t  *logo) G_GNUC_WARN_UNUSED_RESULT;
BcClinic        *bc_clinic_ref       (BcClinic         *self);
void             bc_clinic_unref     (BcClinic         *self);
cairo_surface_t *bc_clinic_load_logo (GFile            *file,
                                      GError          **error) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcClinic, bc_clinic_unref)

G_END_DECLS
