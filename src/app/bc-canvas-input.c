/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a click, a key or a drag over regions: the tools, and the menu of a region. */

#include "bc-canvas-private.h"

#include "bc-i18n.h"
#include "bc-target.h"
#include "bc-words.h"

/* Where something was done, in words, as a sentence: "Right: shin". */
char *
bc_canvas_dup_place (const BcRegion *regions,
                     guint           n_regions)
{
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  g_autofree char *place = NULL;

  g_array_append_vals (list, regions, n_regions);
  place = bc_words_dup_regions (list);
  return bc_words_dup_capital (place);
}

static void
say_used (BcCanvas       *self,
          const BcRegion *regions,
          guint           n_regions,
          BcTool          tool,
          gboolean        on)
{
  g_autofree char *place = bc_canvas_dup_place (regions, n_regions);

  if (tool == BC_TOOL_ERASE)
    /* Translators: %s is one or more regions, as in "Erased. Right: shin" */
    bc_canvas_say (self, _("Erased. %s"), place);
  else if (tool == BC_TOOL_CLEAR && on)
    /* Translators: %s is one or more regions that were asked about and are free, as in "Clear. Right: shin" */
    bc_canvas_say (self, _("Clear. %s"), place);
  else if (tool == BC_TOOL_CLEAR)
    /* Translators: %s is one or more regions, as in "No longer ticked as clear. Right: shin" */
    bc_canvas_say (self, _("No longer ticked as clear. %s"), place);
  else if (tool == BC_TOOL_RADIATION && on)
    /* Translators: 1: number of a symptom; 2: regions; as in "P1 spreads here. Right: shin" */
    bc_canvas_say (self, _("P%1$d spreads here. %2$s"), self->number, place);
  else if (on)
    /* Translators: 1: number of a symptom; 2: regions; as in "P1 marked. Right: shin" */
    bc_canvas_say (self, _("P%1$d marked. %2$s"), self->number, place);
  else
    /* Translators: 1: number of a symptom; 2: regions; as in "P1 no longer marked. Right: shin" */
    bc_canvas_say (self, _("P%1$d no longer marked. %2$s"), self->number, place);
}

/* Where something is drawn no tick is possible; says so, and leaves the other regions. */
static guint
leave_drawn_out (BcCanvas       *self,
                 const BcRegion *regions,
                 guint           n_regions,
                 BcRegion       *left)
{
  g_autoptr(GArray) drawn = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  guint n_left = 0;

  for (guint i = 0; i < n_regions; i++)
    if (bc_marking_has_ink (self->visit, regions[i]))
      g_array_append_val (drawn, regions[i]);
    else
      left[n_left++] = regions[i];
  if (drawn->len > 0)
    {
      g_autofree char *place = bc_canvas_dup_place ((const BcRegion *) (gpointer) drawn->data, drawn->len);

      /* Translators: %s is one or more regions, as in "Not ticked as clear: something is drawn there. Right: shin" */
      bc_canvas_say (self, _("Not ticked as clear: something is drawn there. %s"), place);
    }
  return n_left;
}

/* Whether anything of @regions can be erased; else there is nothing to say. */
static gboolean
has_marks (BcCanvas       *self,
           const BcRegion *regions,
           guint           n_regions)
{
  BcPick pick;

  for (guint i = 0; i < n_regions; i++)
    if (bc_marking_pick_region (self->visit, self->drawing, self->number, regions[i], &pick))
      return TRUE;
  return FALSE;
}

/* Uses a tool on regions as a whole, and tells. */
void
bc_canvas_use_tool (BcCanvas       *self,
                    const BcRegion *regions,
                    guint           n_regions,
                    BcTool          tool,
                    gboolean        on)
{
  BcRegion left[BC_N_REGIONS];
  BcRegion first = n_regions > 0 ? regions[0] : BC_REGION_NONE;
  gboolean any;

  if (self->chart == NULL || self->visit == NULL || n_regions == 0)
    return;
  if (tool == BC_TOOL_CLEAR && self->drawing != BC_DRAWING_PATIENT)
    {
      bc_canvas_say (self, "%s", _("What is clear is the patient’s word: tick it in the patient’s drawing"));
      return;
    }
  if (tool == BC_TOOL_CLEAR && on)
    {
      n_regions = leave_drawn_out (self, regions, n_regions, left);
      regions = left;
    }
  any = n_regions > 0 && (tool != BC_TOOL_ERASE || has_marks (self, regions, n_regions));
  if (any)
    {
      bc_canvas_set_number (self, bc_marking_apply (self->chart, self->visit, self->drawing, self->number, regions,
                                                    n_regions, tool, on));
      say_used (self, regions, n_regions, tool, on);
    }
  bc_canvas_emit_activated (self, first);
}

/* What the tool in use means for a region as a whole. */
static BcTool
get_region_tool (BcCanvas *self)
{
  BcTool tool = bc_hand_get_tool (&self->hand);

  return tool == BC_TOOL_BRUSH || tool == BC_TOOL_PICK ? BC_TOOL_SITE : tool;
}

static void
toggle (BcCanvas     *self,
        BcViewWidget *view,
        BcRegion      region,
        BcTool        tool,
        gboolean      both)
{
  BcRegion regions[2 * BC_TARGET_MOST];
  guint n_regions;
  gboolean on;

  if (self->visit == NULL)
    return;
  n_regions = bc_view_widget_get_target (view, region, regions);
  for (guint i = 0; both && i < n_regions; i++)
    regions[n_regions + i] = bc_region_mirror (regions[i]);
  on = !bc_marking_is_on (self->visit, self->drawing, self->number, region, tool);
  bc_canvas_use_tool (self, regions, both ? 2 * n_regions : n_regions, tool, on);
}

/* By key or assistive technology: what is drawn in a region comes first there too. */
static void
erase_inside (BcCanvas     *self,
              BcViewWidget *view,
              BcRegion      region)
{
  BcPick pick;

  if (self->visit == NULL)
    return;
  if (bc_marking_pick_inside (self->visit, self->drawing, self->number, region, FALSE, &pick)
      && pick.stroke != NULL)
    bc_canvas_erase_pick (self, &pick);
  else
    toggle (self, view, region, BC_TOOL_ERASE, FALSE);
}

static void
use_active_tool (BcCanvas     *self,
                 BcViewWidget *view,
                 BcRegion      region)
{
  BcTool tool = bc_hand_get_tool (&self->hand);

  if (tool == BC_TOOL_PICK)
    bc_canvas_pick_region (self, view, region);
  else if (tool == BC_TOOL_ERASE)
    erase_inside (self, view, region);
  else
    toggle (self, view, region, get_region_tool (self), FALSE);
}

/* The action of the menu's choices. */
static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  BcCanvas *self = BC_CANVAS (widget);

  g_assert (g_str_equal (action, "canvas.menu"));

  bc_canvas_use_tool (self, self->menu_regions, self->menu_n_regions, (BcTool) g_variant_get_int32 (parameter), TRUE);
}

static void
add_choice (GMenu      *menu,
            const char *label,
            BcTool      tool)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "canvas.menu", "i", (int) tool);
  g_menu_append_item (menu, item);
}

static void
open_menu (BcCanvas     *self,
           BcViewWidget *view,
           BcRegion      region)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();
  g_autofree char *name = NULL;
  BcBox box = bc_view_widget_get_anchor_box (view, region);

  self->menu_n_regions = bc_view_widget_get_target (view, region, self->menu_regions);
  name = bc_target_dup_name (self->menu_regions, self->menu_n_regions);
  add_choice (section, _("Pain sits here"), BC_TOOL_SITE);
  add_choice (section, _("Spreads here"), BC_TOOL_RADIATION);
  if (self->drawing == BC_DRAWING_PATIENT)
    add_choice (section, _("Asked and clear"), BC_TOOL_CLEAR);
  if (self->visit != NULL && has_marks (self, self->menu_regions, self->menu_n_regions))
    add_choice (section, _("Remove"), BC_TOOL_ERASE);
  g_menu_append_section (menu, name, G_MENU_MODEL (section));
  bc_canvas_popup (self, &self->menu, G_MENU_MODEL (menu), view, box.x, box.y);
}

/* Says at the first touch, not when all is done, that a signed visit stays as it is; gives whether it is one. */
gboolean
bc_canvas_refuses (BcCanvas *self)
{
  if (self->hand.closed && self->chart != NULL)
    bc_history_refuse (bc_chart_get_history (self->chart));
  return self->hand.closed;
}

static void
refused_cb (BcCanvas *self)
{
  g_assert (BC_IS_CANVAS (self));

  bc_canvas_refuses (self);
}

/* Does what a user asks of a region, by pointer, key or assistive technology. */
static void
act_cb (BcViewWidget *view,
        guint         region,
        int           act,
        BcCanvas     *self)
{
  g_assert (BC_IS_CANVAS (self));

  if (bc_canvas_refuses (self))
    return;
  switch ((BcRegionAct) act)
    {
    case BC_REGION_ACT_TOGGLE:
      use_active_tool (self, view, (BcRegion) region);
      break;
    case BC_REGION_ACT_BOTH:
      toggle (self, view, (BcRegion) region, get_region_tool (self), TRUE);
      break;
    case BC_REGION_ACT_SPREAD:
      toggle (self, view, (BcRegion) region, BC_TOOL_RADIATION, FALSE);
      break;
    case BC_REGION_ACT_CLEAR:
      toggle (self, view, (BcRegion) region, BC_TOOL_CLEAR, FALSE);
      break;
    case BC_REGION_ACT_MENU:
      open_menu (self, view, (BcRegion) region);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The first region decides whether the drag marks or takes away, so that going over it twice does no harm. */
static void
painted_cb (BcCanvas *self,
            GArray   *regions)
{
  BcRegion first = g_array_index (regions, BcRegion, 0);
  BcTool tool = get_region_tool (self);

  g_assert (BC_IS_CANVAS (self));

  if (self->visit == NULL)
    return;
  bc_canvas_use_tool (self, (const BcRegion *) (gpointer) regions->data, regions->len, tool,
                      !bc_marking_is_on (self->visit, self->drawing, self->number, first, tool));
}

static void
tapped_cb (BcCanvas     *self,
           double        x,
           double        y,
           BcViewWidget *view)
{
  g_assert (BC_IS_CANVAS (self));

  if (self->chart == NULL || self->visit == NULL)
    return;
  if (bc_hand_get_tool (&self->hand) == BC_TOOL_ERASE)
    bc_canvas_erase_at (self, view, x, y);
  else
    bc_canvas_pick_at (self, view, x, y);
}

static void
named_cb (BcCanvas     *self,
          guint         region,
          BcViewWidget *view)
{
  g_assert (BC_IS_CANVAS (self));

  bc_canvas_show_name (self, view, (BcRegion) region);
  bc_canvas_emit_named (self, (BcRegion) region);
}

static void
rubbing_cb (BcCanvas *self)
{
  g_assert (BC_IS_CANVAS (self));

  bc_canvas_update_ring (self);
}

/* Listens to a view that was put on the board. */
void
bc_canvas_connect_view (BcCanvas     *self,
                        BcViewWidget *view)
{
  g_signal_connect_object (view, "act", G_CALLBACK (act_cb), self, 0);
  g_signal_connect_object (view, "painted", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "drawn", G_CALLBACK (bc_canvas_drawn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "tapped", G_CALLBACK (tapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "named", G_CALLBACK (named_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "rubbing", G_CALLBACK (rubbing_cb), self, G_CONNECT_SWAPPED);
}

/* The actions of the menu of a region. */
void
bc_canvas_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.menu", "i", menu_cb);
}
