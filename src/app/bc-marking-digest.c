/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each region carries, as numbers: how the canvas finds out what has to be redrawn. */

#include "bc-marking.h"

static guint
mix (guint digest,
     guint value)
{
  return (digest ^ value) * 16777619u; /* as FNV-1a does; 0 stays the digest of nothing */
}

/**
 * bc_marking_digest_symptom:
 *
 * Returns: a number that changes with all that shows of a symptom beside its places: its pen and its label
 */
guint
bc_marking_digest_symptom (BcSymptom *symptom)
{
  guint own;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), 0);

  own = mix ((guint) bc_symptom_get_number (symptom) + 1, bc_symptom_get_qualities (symptom));
  own = mix (own, (guint) (bc_symptom_get_now (symptom) + 1));
  own = mix (own, (guint) (bc_symptom_get_best (symptom) + 1));
  own = mix (own, (guint) (bc_symptom_get_worst (symptom) + 1));
  own = mix (own, (guint) bc_symptom_get_depth (symptom));
  own = mix (own, (guint) bc_symptom_get_constancy (symptom));
  return mix (own, bc_symptom_get_unconfirmed (symptom) ? 2 : 1);
}

/**
 * bc_marking_add_roles:
 * @roles: (inout): [%BC_N_REGIONS + 1]: bits 1 << #BcRole for each region, element 0 unused
 *
 * Notes where a stroke marks regions, and how.
 */
void
bc_marking_add_roles (BcStroke *stroke,
                      guint8   *roles)
{
  guint n_covers;
  const BcCover *covers;

  g_return_if_fail (BC_IS_STROKE (stroke));
  g_return_if_fail (roles != NULL);

  covers = bc_stroke_get_covers (stroke, &n_covers);
  for (guint i = 0; i < n_covers; i++)
    {
      BcRole role;

      if (bc_stroke_counts (stroke, covers[i].region, &role))
        roles[covers[i].region] |= (guint8) (1 << role);
    }
}

/**
 * bc_marking_digest_marks:
 * @roles: [%BC_N_REGIONS + 1]: what the strokes of @symptom mark, by bc_marking_add_roles()
 * @state: (inout): [%BC_N_REGIONS + 1]: the digest, added to
 *
 * Sums up what one symptom marks. A region does not change with each further stroke there, only with whether there is
 * one, and in which role.
 */
void
bc_marking_digest_marks (BcSymptom    *symptom,
                         const guint8 *roles,
                         guint        *state)
{
  GListModel *marks;
  guint own;

  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (roles != NULL && state != NULL);

  own = bc_marking_digest_symptom (symptom);
  marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      state[bc_mark_get_region (mark)] = mix (state[bc_mark_get_region (mark)],
                                              mix (own, (guint) bc_mark_get_role (mark)));
    }
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (roles[i] != 0)
      state[i] = mix (state[i], mix (own, 16u + roles[i]));
}

/**
 * bc_marking_digest_clears:
 * @state: (inout): [%BC_N_REGIONS + 1]: the digest, added to
 *
 * Sums up the clear ticks.
 */
void
bc_marking_digest_clears (BcVisit *visit,
                          guint   *state)
{
  GListModel *clears;

  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (state != NULL);

  clears = G_LIST_MODEL (bc_visit_get_clears (visit));
  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) clear = g_list_model_get_item (clears, i);

      state[bc_mark_get_region (clear)] = mix (state[bc_mark_get_region (clear)],
                                               bc_mark_get_unconfirmed (clear) ? 2 : 1);
    }
}

/**
 * bc_marking_digest:
 * @state: (out): [%BC_N_REGIONS + 1]: a number for each region that changes with what is painted there, 0 for
 *   nothing; element 0 unused
 *
 * Sums up what each region carries, to find out what changed.
 */
void
bc_marking_digest (BcVisit *visit,
                   guint   *state)
{
  GListModel *symptoms;

  g_return_if_fail (BC_IS_VISIT (visit));
  g_return_if_fail (state != NULL);

  memset (state, 0, (BC_N_REGIONS + 1) * sizeof *state);
  symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
      guint8 roles[BC_N_REGIONS + 1] = { 0 };

      for (guint j = 0; j < g_list_model_get_n_items (strokes); j++)
        {
          g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, j);

          bc_marking_add_roles (stroke, roles);
        }
      bc_marking_digest_marks (symptom, roles, state);
    }
  bc_marking_digest_clears (visit, state);
}
