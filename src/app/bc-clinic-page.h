/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BC_TYPE_CLINIC_PAGE (bc_clinic_page_get_type ())
G_DECLARE_FINAL_TYPE (BcClinicPage, bc_clinic_page, BC, CLINIC_PAGE, AdwPreferencesPage)

/* The page of the preferences for what stands at the head of papers: name, address and logo of the clinic. */
GtkWidget *bc_clinic_page_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
