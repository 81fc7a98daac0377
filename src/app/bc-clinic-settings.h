/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-clinic.h"

G_BEGIN_DECLS

/* What the program remembers of the clinic: name and address in the settings, the logo as a picture of its own. */
BcClinic *bc_clinic_settings_load        (void) G_GNUC_WARN_UNUSED_RESULT;
GFile    *bc_clinic_settings_get_logo    (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean  bc_clinic_settings_set_logo    (GFile   *picture,
                                          GError **error);
gboolean  bc_clinic_settings_remove_logo (GError **error);

G_END_DECLS
