/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How every object of this room defines and sets its properties: a notification follows only a real change. */
GParamSpec *bc_property_new_int    (const char   *name,
                                    int           min,
                                    int           max,
                                    int           initial);
GParamSpec *bc_property_new_string (const char   *name);
void        bc_property_set_int    (gpointer      object,
                                    GParamSpec   *pspec,
                                    int          *field,
                                    const GValue *value);
void        bc_property_set_string (gpointer      object,
                                    GParamSpec   *pspec,
                                    char        **field,
                                    const GValue *value);
void        bc_property_copy_all   (gpointer      from,
                                    gpointer      to);

G_END_DECLS
