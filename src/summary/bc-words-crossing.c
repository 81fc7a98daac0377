/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What travels from one side of the body to the other. */
#include "bc-words.h"

#include "bc-i18n.h"

/* A path that only grazes the other side, along the spine, does not cross; as part of its ink. */
#define GRAZES 0.15

/* Which part of the ink lies on the side, 0..1. */
static double
get_part (BcStroke *stroke,
          BcSide    side)
{
  guint n_covers;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);
  double part = 0;

  for (guint i = 0; i < n_covers; i++)
    if (bc_region_get_side (covers[i].region) == side)
      part += covers[i].part;
  return part;
}

/* From which side a drawn path crosses to the other one; both where it does not. */
static BcSide
find_start (BcStroke *stroke)
{
  guint n_covers;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  if (get_part (stroke, BC_SIDE_LEFT) < GRAZES || get_part (stroke, BC_SIDE_RIGHT) < GRAZES)
    return BC_SIDE_BOTH;
  return bc_region_get_side (covers[0].region);
}

static char *
dup_path_crossing (BcSymptom *symptom)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));

  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);
      g_autofree char *label = NULL;
      BcSide start;

      if (bc_stroke_get_role (stroke) != BC_ROLE_RADIATION)
        continue;
      start = find_start (stroke);
      if (start == BC_SIDE_BOTH)
        continue;
      label = bc_symptom_dup_label (symptom);
      if (start == BC_SIDE_LEFT)
        /* Translators: %s is a symptom, as "P1"; left and right are the patient's own */
        return g_strdup_printf (_("%s’s arrow crosses from your left to your right side. Is that so?"), label);
      /* Translators: %s is a symptom, as "P1"; left and right are the patient's own */
      return g_strdup_printf (_("%s’s arrow crosses from your right to your left side. Is that so?"), label);
    }
  return NULL;
}

/* On which sides the symptom was said to sit, and to which it travels; flags 1 << BcSide. */
static void
gather_sides (BcSymptom *symptom,
              guint     *site,
              guint     *radiation)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));

  *site = 0;
  *radiation = 0;
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);
      guint *sides = bc_mark_get_role (mark) == BC_ROLE_SITE ? site : radiation;

      *sides |= 1u << bc_region_get_side (bc_mark_get_region (mark));
    }
  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);

      for (BcSide side = BC_SIDE_LEFT; side <= BC_SIDE_RIGHT; side++)
        if (bc_stroke_get_role (stroke) == BC_ROLE_SITE && get_part (stroke, side) > 0)
          *site |= 1u << side;
        else if (bc_stroke_get_role (stroke) == BC_ROLE_RADIATION && get_part (stroke, side) >= GRAZES)
          *radiation |= 1u << side;
    }
}

/**
 * bc_words_dup_crossing:
 *
 * Points out what travels from one side of the body to the other: a drawn path that runs over both, or a symptom that
 * sits on one side only and spreads to the other. It may be so; more often a hand has slipped.
 *
 * Returns: (transfer full) (nullable): a question to the patient; %NULL where all stays on its side
 */
char *
bc_words_dup_crossing (BcSymptom *symptom)
{
  const guint left = 1u << BC_SIDE_LEFT;
  const guint right = 1u << BC_SIDE_RIGHT;
  g_autofree char *label = NULL;
  char *crossing;
  guint site;
  guint radiation;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), NULL);

  crossing = dup_path_crossing (symptom);
  if (crossing != NULL)
    return crossing;
  gather_sides (symptom, &site, &radiation);
  label = bc_symptom_dup_label (symptom);
  if (site == left && (radiation & right) != 0)
    /* Translators: %s is a symptom, as "P1"; left and right are the patient's own */
    return g_strdup_printf (_("%s sits on your left and spreads to your right side. Is that so?"), label);
  if (site == right && (radiation & left) != 0)
    /* Translators: %s is a symptom, as "P1"; left and right are the patient's own */
    return g_strdup_printf (_("%s sits on your right and spreads to your left side. Is that so?"), label);
  return NULL;
}
