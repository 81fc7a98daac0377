/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BcRecordColumn:
 * @property: of the record: a string, or an int that is -1 where it is not known
 * @label: what is asked, untranslated; of a text the hint in its entry
 * @most: the greatest number; 0 for a text
 *
 * What a row asks of a record.
 */
typedef struct
{
  const char *property;
  const char *label;
  int         most;
} BcRecordColumn;

#define BC_TYPE_RECORD_LIST (bc_record_list_get_type ())
G_DECLARE_FINAL_TYPE (BcRecordList, bc_record_list, BC, RECORD_LIST, GtkWidget)

/*
 * Rows of texts and numbers for the small objects of a symptom or a visit, and a button for one more.
 *
 * Signals: `add`; `remove` (GObject *record).
 */
GtkWidget *bc_record_list_new (const char           *title,
                               const char           *add_label,
                               const BcRecordColumn *columns,
                               guint                 n_columns);
void       bc_record_list_set (BcRecordList         *self,
                               BcHistory            *history, /* (nullable) */
                               GPtrArray            *records); /* of GObject */
void       bc_record_list_focus (BcRecordList       *self); /* the last row, else the button */

G_END_DECLS
