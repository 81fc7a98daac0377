/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One row of a table on its way (RFC 4180: commas, quotes where needed, CR LF). Private to exchange. */
typedef struct
{
  GString  *out;
  gboolean  begun;
} BcRow;

void bc_row_add_text   (BcRow      *row,
                        const char *text); /* (nullable): an empty field */
void bc_row_add_int    (BcRow      *row,
                        int         number); /* below 0: an empty field */
void bc_row_add_number (BcRow      *row,
                        double      number,
                        guint       decimals);
void bc_row_end        (BcRow      *row);

G_END_DECLS
