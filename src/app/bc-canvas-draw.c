/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of strokes: brush, path and eraser. */

#include "bc-canvas-private.h"

#include "bc-i18n.h"
#include "bc-target.h"
#include "bc-words.h"

/* The regions that a stroke marks, in words. */
static char *
dup_stroke_place (BcStroke *stroke)
{
  g_autoptr(GArray) regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  guint n_covers;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  for (guint i = 0; i < n_covers; i++)
    if (bc_stroke_counts (stroke, covers[i].region, NULL))
      g_array_append_val (regions, covers[i].region);
  if (regions->len == 0 && n_covers > 0)
    g_array_append_val (regions, covers[0].region);
  return bc_canvas_dup_place ((const BcRegion *) (gpointer) regions->data, regions->len);
}

static void
draw (BcCanvas     *self,
      GArray       *points,
      BcViewWidget *view)
{
  BcRole role = bc_hand_get_tool (&self->hand) == BC_TOOL_RADIATION ? BC_ROLE_RADIATION : BC_ROLE_SITE;
  g_autoptr(BcStroke) stroke = NULL;
  g_autofree char *place = NULL;
  guint n_covers;
  const BcCover *covers;

  stroke = bc_marking_make_stroke (bc_view_widget_get_view (view), role, bc_hand_get_width (&self->hand),
                                   (const BcStrokePoint *) (gpointer) points->data, points->len);
  if (stroke == NULL)
    return;
  bc_canvas_set_number (self, bc_marking_draw (self->chart, self->visit, self->drawing, self->number, stroke));
  place = dup_stroke_place (stroke);
  if (role == BC_ROLE_RADIATION)
    /* Translators: 1: number of a symptom; 2: regions; as in "Path drawn for P1. Right: upper buttock, calf" */
    bc_canvas_say (self, _("Path drawn for P%1$d. %2$s"), self->number, place);
  else
    /* Translators: 1: number of a symptom; 2: regions; as in "Stroke drawn for P1. Right: upper buttock" */
    bc_canvas_say (self, _("Stroke drawn for P%1$d. %2$s"), self->number, place);
  covers = bc_stroke_get_covers (stroke, &n_covers);
  bc_canvas_emit_activated (self, covers[0].region);
}

static void
rub (BcCanvas     *self,
     GArray       *points,
     BcViewWidget *view)
{
  guint n_rubbed = bc_marking_rub (self->chart, self->visit, self->drawing, bc_view_widget_get_view (view),
                                   (const BcStrokePoint *) (gpointer) points->data, points->len,
                                   self->hand.width / 2);

  if (n_rubbed > 0)
    /* Translators: %u is how many drawn strokes the eraser passed over */
    bc_canvas_say (self, ngettext_ ("%u stroke rubbed out in part", "%u strokes rubbed out in part", n_rubbed),
                   n_rubbed);
}

/* A view tells of a line. */
void
bc_canvas_drawn_cb (BcCanvas     *self,
                    GArray       *points,
                    BcViewWidget *view)
{
  g_assert (BC_IS_CANVAS (self));

  if (self->chart == NULL || self->visit == NULL || points->len == 0)
    return;
  if (bc_hand_get_tool (&self->hand) == BC_TOOL_ERASE)
    rub (self, points, view);
  else
    draw (self, points, view);
}

/* What a mark is and where, in words. */
static char *
dup_pick_words (BcCanvas     *self,
                const BcPick *pick)
{
  g_autofree char *place = pick->stroke != NULL ? dup_stroke_place (pick->stroke)
                                                : bc_canvas_dup_place (&pick->region, 1);

  if (pick->number == 0)
    /* Translators: %s is a region, as in "Clear tick taken away. Right: shin" */
    return g_strdup_printf (_("Clear tick taken away. %s"), place);
  /* Translators: 1: number of a symptom; 2: regions; as in "P1 erased. Right: shin" */
  return g_strdup_printf (_("P%1$d erased. %2$s"), pick->number, place);
}

/* Takes a whole mark away, and tells. */
void
bc_canvas_erase_pick (BcCanvas     *self,
                      const BcPick *pick)
{
  g_autofree char *words = dup_pick_words (self, pick);
  BcRegion region = pick->region;

  bc_marking_remove (self->chart, self->visit, self->drawing, pick);
  bc_canvas_say (self, "%s", words);
  if (region != BC_REGION_NONE)
    bc_canvas_emit_activated (self, region);
}

/* A click of the eraser, at a place in mm of the view. */
void
bc_canvas_erase_at (BcCanvas     *self,
                    BcViewWidget *view,
                    double        x,
                    double        y)
{
  double view_x = x;
  double view_y = y;
  BcRegion regions[BC_TARGET_MOST];
  guint n_regions = 0;
  BcRegion region;
  BcPick pick;

  bc_view_widget_to_view (view, &view_x, &view_y);
  region = bc_view_widget_hit (view, view_x, view_y);
  if (!bc_marking_pick (self->visit, self->drawing, self->number, bc_view_widget_get_view (view), x, y,
                        bc_view_widget_get_reach (view), region, &pick))
    bc_canvas_say (self, "%s", _("Nothing is marked there"));
  else if (pick.stroke != NULL)
    bc_canvas_erase_pick (self, &pick);
  else
    n_regions = bc_view_widget_get_target (view, region, regions);
  if (n_regions > 0)
    bc_canvas_use_tool (self, regions, n_regions, BC_TOOL_ERASE, FALSE);
}
