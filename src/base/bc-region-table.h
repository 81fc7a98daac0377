/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-region.h"

G_BEGIN_DECLS

/* One area of the body. Private to bc-region.c. */
typedef struct
{
  const char *region_ids[2]; /* by BcSide */
  const char *id;
  BcBodyPart  part;
  const char *name;    /* English, marked for translation */
  const char *borders; /* English, marked for translation */
} BcArea;

extern const BcArea bc_areas[BC_N_AREAS];

G_END_DECLS
