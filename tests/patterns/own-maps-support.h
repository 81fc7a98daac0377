/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

G_BEGIN_DECLS

/* Parts of a file of a clinic's own: one line each, so that what stands alone keeps its line number. */
#define OWN_MAPS "<maps xmlns=\"https://bodychart.github.io/ns/patterns/1\">"
#define OWN_END "</maps>"
#define OWN_SOURCE "<sources><source id=\"own-s\" type=\"note\" obtained=\"known\"><citation>Ours</citation></source>" \
                   "</sources>"
#define OWN_FEEL " bilateral=\"yes\" qualities=\"ache\" depth=\"deep\" management=\"m-knee-front\" sources=\"own-s\""
#define OWN_ZONE "<name>Fat pad</name><zone area=\"knee-anterior\" side=\"same\" probability=\"0.9\" grade=\"C\" " \
                 "sources=\"own-s clin\"/>"
#define OWN_BARE_PATTERN(id) "<pattern id=\"" id "\"" OWN_FEEL ">" OWN_ZONE "</pattern>"
#define OWN_PATTERN(id) "<patterns family=\"hip-and-joint\">" OWN_BARE_PATTERN (id) "</patterns>"

char      *own_folder_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       own_folder_remove     (const char      *folder);
char      *own_write             (const char      *folder,
                                  const char      *name,
                                  const char      *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *own_problems_new      (void) G_GNUC_WARN_UNUSED_RESULT;
BcMaps    *own_load              (const char      *folder,
                                  GPtrArray       *problems) G_GNUC_WARN_UNUSED_RESULT;
void       own_assert_no_problem (const GPtrArray *problems);
void       own_assert_problem    (const GPtrArray *problems,
                                  const char      *file,
                                  int              line,
                                  const char      *what);

G_END_DECLS
