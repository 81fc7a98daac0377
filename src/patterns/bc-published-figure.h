/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

G_BEGIN_DECLS

/* A share of patients as it was published, mostly for an area wider than one of the atlas; zones split it. */
typedef struct
{
  const BcPattern *pattern;
  char            *name;     /* what was counted: "distal to the knee" */
  GArray          *areas;    /* of guint, which together make it up */
  double           percent;  /* of patients, 0..100 */
  int              n;        /* subjects, 0 where not noted */
  const BcSource  *source;
  gboolean         followed; /* FALSE: the zones do not follow it; the note says why */
  char            *note;     /* "" */
} BcPublishedFigure;

GPtrArray *bc_maps_list_figures          (const BcMaps            *maps,
                                          const BcPattern         *pattern) G_GNUC_WARN_UNUSED_RESULT;
void       bc_published_figure_get_range (const BcPublishedFigure *figure,
                                          double                  *least,
                                          double                  *most);

G_END_DECLS
