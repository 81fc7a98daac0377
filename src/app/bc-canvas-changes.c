/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What has to be redrawn when the chart changes: no more than what changed. There may be ten thousand strokes, so they
 * are never compared; the lists tell what happens to them.
 */

#include "bc-canvas-private.h"

/**
 * BcInkState:
 * @digest: of what the pen and the label looked like last
 * @n_strokes: how many the list has now
 * @added: (nullable): what was added at its end since the views were told, if that was all
 * @dirty: whether anything else happened to the list since then
 * @roles: what the strokes mark, by bc_marking_add_roles(); of @dirty lists out of date
 *
 * What is known of the strokes of one symptom.
 */
typedef struct
{
  BcSymptom *symptom;
  guint      digest;
  guint      n_strokes;
  BcStroke  *added;
  gboolean   dirty;
  guint8     roles[BC_N_REGIONS + 1];
} BcInkState;

static void
strokes_changed_cb (GListModel *strokes,
                    guint       position,
                    guint       removed,
                    guint       added,
                    BcInkState *ink)
{
  if (removed == 0 && added == 1 && position == ink->n_strokes && ink->added == NULL)
    ink->added = g_list_model_get_item (strokes, position);
  else
    ink->dirty = TRUE;
  ink->n_strokes = g_list_model_get_n_items (strokes);
}

static void
ink_state_free (gpointer data)
{
  BcInkState *ink = data;

  g_signal_handlers_disconnect_by_data (bc_symptom_get_strokes (ink->symptom), ink);
  g_clear_object (&ink->added);
  g_object_unref (ink->symptom);
  g_free (ink);
}

static BcInkState *
ink_state_new (BcSymptom *symptom)
{
  GListStore *strokes = bc_symptom_get_strokes (symptom);
  BcInkState *ink = g_new0 (BcInkState, 1);

  ink->symptom = g_object_ref (symptom);
  ink->n_strokes = g_list_model_get_n_items (G_LIST_MODEL (strokes));
  ink->dirty = ink->n_strokes > 0;
  ink->digest = bc_marking_digest_symptom (symptom);
  g_signal_connect (strokes, "items-changed", G_CALLBACK (strokes_changed_cb), ink);
  return ink;
}

static void
tell_views (BcCanvas  *self,
            BcSymptom *symptom,
            BcStroke  *added)
{
  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (bc_canvas_get_view (self, i) != NULL)
      bc_view_widget_strokes_changed (bc_canvas_get_view (self, i), symptom, added);
}

static void
read_roles (BcInkState *ink)
{
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (ink->symptom));

  memset (ink->roles, 0, sizeof ink->roles);
  for (guint i = 0; i < ink->n_strokes; i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);

      bc_marking_add_roles (stroke, ink->roles);
    }
}

/* One stroke more at the end, and the same pen, is what happens while somebody draws. */
static void
follow_ink (BcCanvas   *self,
            BcInkState *ink)
{
  guint digest = bc_marking_digest_symptom (ink->symptom);
  gboolean other_pen = digest != ink->digest && ink->n_strokes > 0;

  if (ink->dirty)
    read_roles (ink);
  else if (ink->added != NULL)
    bc_marking_add_roles (ink->added, ink->roles);
  if (ink->dirty || other_pen)
    tell_views (self, ink->symptom, NULL);
  else if (ink->added != NULL)
    tell_views (self, ink->symptom, ink->added);
  ink->digest = digest;
  ink->dirty = FALSE;
  g_clear_object (&ink->added);
}

static BcInkState *
find_ink (BcCanvas  *self,
          BcSymptom *symptom)
{
  for (guint i = 0; i < self->inks->len; i++)
    {
      BcInkState *ink = g_ptr_array_index (self->inks, i);

      if (ink->symptom == symptom)
        return ink;
    }
  return NULL;
}

static gboolean
has_symptom (BcCanvas  *self,
             BcSymptom *symptom)
{
  return self->shown != NULL && g_list_store_find (bc_visit_get_symptoms (self->shown), symptom, NULL);
}

static void
follow_strokes (BcCanvas *self)
{
  GListModel *symptoms = self->shown != NULL ? G_LIST_MODEL (bc_visit_get_symptoms (self->shown)) : NULL;
  guint n_symptoms = symptoms != NULL ? g_list_model_get_n_items (symptoms) : 0;
  gboolean gone = FALSE;

  if (self->inks == NULL)
    self->inks = g_ptr_array_new_with_free_func (ink_state_free);
  for (guint i = self->inks->len; i > 0; i--)
    {
      BcInkState *ink = g_ptr_array_index (self->inks, i - 1);

      if (has_symptom (self, ink->symptom))
        continue;
      gone |= ink->n_strokes > 0 || ink->dirty;
      g_ptr_array_remove_index (self->inks, i - 1);
    }
  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (find_ink (self, symptom) == NULL)
        g_ptr_array_add (self->inks, ink_state_new (symptom));
    }
  if (gone)
    tell_views (self, NULL, NULL);
  for (guint i = 0; i < self->inks->len; i++)
    follow_ink (self, g_ptr_array_index (self->inks, i));
}

static void
digest_visit (BcCanvas *self,
              guint    *state)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->shown));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      bc_marking_digest_marks (symptom, find_ink (self, symptom)->roles, state);
    }
  bc_marking_digest_clears (self->shown, state);
}

static void
follow_regions (BcCanvas *self)
{
  guint state[BC_N_REGIONS + 1] = { 0 };
  guint8 changed[BC_N_REGIONS + 1] = { 0 };
  gboolean any = FALSE;

  if (self->shown != NULL)
    digest_visit (self, state);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      changed[i] = state[i] != self->state[i];
      any |= changed[i] != 0;
    }
  memcpy (self->state, state, sizeof state);
  for (guint i = 0; any && i < BC_N_VIEWS; i++)
    if (bc_canvas_get_view (self, i) != NULL)
      bc_view_widget_marks_changed (bc_canvas_get_view (self, i), changed);
}

/* Puts the colour and the hatch of the active symptom into the hand, which is closed on a signed visit. */
void
bc_canvas_update_pen (BcCanvas *self)
{
  BcSymptom *symptom = self->visit != NULL ? bc_visit_get_symptom (self->visit, self->number) : NULL;
  const BcPen none = { 1, 0, BC_ROLE_SITE, BC_NRS_UNKNOWN };

  self->hand.pen = symptom != NULL ? bc_pen_of_symptom (symptom, BC_ROLE_SITE) : none;
  self->hand.pen.unconfirmed = FALSE; /* to draw is to confirm */
  self->hand.closed = self->visit != NULL && bc_visit_is_signed (self->visit);
}

/* Brings the screen up to the chart, after any change of it. */
void
bc_canvas_follow_marks (BcCanvas *self)
{
  g_assert (BC_IS_CANVAS (self));

  bc_canvas_follow_drawing (self);
  follow_strokes (self);
  follow_regions (self);
  if (bc_canvas_has_pick (self) && (self->visit == NULL || !bc_marking_pick_is_valid (self->visit, self->drawing, &self->pick)))
    bc_canvas_unpick (self);
  bc_canvas_set_number (self, bc_visit_nearest_symptom (self->visit, self->number));
  bc_canvas_update_pen (self);
}
