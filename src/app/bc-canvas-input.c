/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a click, a key or a drag: the tools, and the menu of a region. */

#include "bc-canvas-private.h"

#include "bc-i18n.h"
#include "bc-marking.h"

/* Uses a tool on regions, and tells. */
static void
use_tool (BcCanvas       *self,
          const BcRegion *regions,
          guint           n_regions,
          BcTool          tool,
          gboolean        on)
{
  int number;

  if (self->chart == NULL || self->visit == NULL || n_regions == 0)
    return;
  number = bc_marking_apply (self->chart, self->visit, self->number, regions, n_regions, tool, on);
  bc_canvas_set_number (self, number);
  bc_canvas_emit_activated (self, regions[0]);
}

static void
toggle (BcCanvas *self,
        BcRegion  region,
        BcTool    tool,
        gboolean  both)
{
  const BcRegion regions[] = { region, bc_region_mirror (region) };
  gboolean on;

  if (self->visit == NULL)
    return;
  on = !bc_marking_is_on (self->visit, self->number, region, tool);
  use_tool (self, regions, both ? 2 : 1, tool, on);
}

/* The action of the menu's choices. */
void
bc_canvas_menu_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  BcCanvas *self = BC_CANVAS (widget);

  g_assert (g_str_equal (action, "canvas.menu"));

  use_tool (self, &self->menu_region, 1, (BcTool) g_variant_get_int32 (parameter), TRUE);
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

static GMenuModel *
new_menu_model (BcCanvas *self,
                BcRegion  region)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) section = g_menu_new ();
  g_autofree char *name = bc_region_dup_name (region);

  add_choice (section, _("Pain sits here"), BC_TOOL_SITE);
  add_choice (section, _("Spreads here"), BC_TOOL_RADIATION);
  add_choice (section, _("Asked and clear"), BC_TOOL_CLEAR);
  if (self->state[region] != 0)
    add_choice (section, _("Remove"), BC_TOOL_ERASE);
  g_menu_append_section (menu, name, G_MENU_MODEL (section));
  return G_MENU_MODEL (menu);
}

static void
open_menu (BcCanvas     *self,
           BcViewWidget *view,
           BcRegion      region)
{
  g_autoptr(GMenuModel) model = new_menu_model (self, region);
  BcBox box = bc_view_widget_get_anchor_box (view, region);
  GdkRectangle at = { 0, 0, 1, 1 };
  double x;
  double y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (view), GTK_WIDGET (self), box.x, box.y, &x, &y))
    return;
  at.x = (int) CLAMP (x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - 1);
  at.y = (int) CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  self->menu_region = region;
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Does what a user asks of a region, by pointer, key or assistive technology. */
void
bc_canvas_act_cb (BcViewWidget *view,
                  guint         region,
                  int           act,
                  BcCanvas     *self)
{
  g_assert (BC_IS_CANVAS (self));

  switch ((BcRegionAct) act)
    {
    case BC_REGION_ACT_TOGGLE:
      toggle (self, (BcRegion) region, self->tool, FALSE);
      break;
    case BC_REGION_ACT_BOTH:
      toggle (self, (BcRegion) region, self->tool, TRUE);
      break;
    case BC_REGION_ACT_SPREAD:
      toggle (self, (BcRegion) region, self->tool == BC_TOOL_SITE ? BC_TOOL_RADIATION : self->tool, FALSE);
      break;
    case BC_REGION_ACT_CLEAR:
      toggle (self, (BcRegion) region, BC_TOOL_CLEAR, FALSE);
      break;
    case BC_REGION_ACT_MENU:
      open_menu (self, view, (BcRegion) region);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The first region decides whether the drag marks or takes away, so that going over it twice does no harm. */
void
bc_canvas_painted_cb (BcCanvas *self,
                      GArray   *regions)
{
  BcRegion first = g_array_index (regions, BcRegion, 0);

  g_assert (BC_IS_CANVAS (self));

  if (self->visit == NULL)
    return;
  use_tool (self, (const BcRegion *) (gpointer) regions->data, regions->len, self->tool,
            !bc_marking_is_on (self->visit, self->number, first, self->tool));
}
