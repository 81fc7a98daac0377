/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-label-layout.h"

G_BEGIN_DECLS

struct _BcLabelRoom
{
  const BcView *view;
  const guint8 *ids; /* of the view: asking it for each place would cost more than all the rest */
  int           width;
  int           height;
  int           stride;
  BcBox         sheet;
  double        caption;
  double        cell;
  int           n_columns;
  int           n_rows;
  guint32      *sums; /* cells of body above and to the left of a corner */
};

G_END_DECLS
