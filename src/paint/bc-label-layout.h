/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-paint-private.h"

G_BEGIN_DECLS

/**
 * BcLabelDetail:
 * @BC_LABEL_WORDS: the number, then constancy, depth, now and worst in words, on two lines
 * @BC_LABEL_LETTERS: the same in letters, on one line
 * @BC_LABEL_NUMBER: the number alone
 *
 * How much a label says.
 */
typedef enum
{
  BC_LABEL_WORDS,
  BC_LABEL_LETTERS,
  BC_LABEL_NUMBER
} BcLabelDetail;

/**
 * BcLabel:
 * @number: of the symptom
 * @detail: how much it says
 * @markup: what stands in it, Pango markup
 * @text_size: of its em, target units
 * @box: where, in target units
 * @to: the mark that its leader points to, in target units; the leader starts in the middle of @box
 *
 * @placed: it has found its place
 *
 * One label.
 */
typedef struct
{
  int            number;
  BcLabelDetail  detail;
  char          *markup;
  double         text_size;
  BcBox          box;
  BcPoint        to;
  gboolean       placed;
} BcLabel;

GArray      *bc_labels_place  (PangoContext     *pango,
                               const BcView     *view,
                               const BcViewport *viewport,
                               BcVisit          *visit,
                               double            text_size) G_GNUC_WARN_UNUSED_RESULT; /* of BcLabel */
PangoLayout *bc_label_layout  (PangoContext     *pango,
                               const char       *markup,
                               double            text_size) G_GNUC_WARN_UNUSED_RESULT;
char        *bc_label_dup_markup (BcSymptom     *symptom,
                                  BcLabelDetail  detail) G_GNUC_WARN_UNUSED_RESULT;

/* What labels have to keep off, in mm of the body. */
typedef struct _BcLabelRoom BcLabelRoom;

BcLabelRoom *bc_label_room_new     (const BcView      *view,
                                    double             caption); /* height of a row of captions, mm */
void         bc_label_room_free    (BcLabelRoom       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcLabelRoom, bc_label_room_free)
gboolean     bc_label_room_is_free (const BcLabelRoom *self,
                                    const BcBox       *box);
double       bc_label_room_detour  (const BcLabelRoom *self,
                                    BcPoint            from,
                                    BcPoint            to);

/**
 * BcLabelPlace:
 * @anchor: what the label points to, mm of the body
 * @width: of the label, mm
 * @height: of the label, mm
 * @box: (out): where it goes, mm of the body
 * @placed: (out): whether it found a place
 *
 * One label that looks for a place.
 */
typedef struct
{
  BcPoint  anchor;
  double   width;
  double   height;
  BcBox    box;
  gboolean placed;
} BcLabelPlace;

gboolean     bc_label_search       (const BcLabelRoom *room,
                                    BcLabelPlace      *places,
                                    guint              n_places,
                                    double             gap,
                                    gboolean           lenient);

G_END_DECLS
