/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tool that selects a mark, and what can be done with it then. */

#include "bc-canvas-private.h"

#include "bc-i18n.h"

static void
show_pick (BcCanvas *self)
{
  for (guint i = 0; i < BC_N_VIEWS; i++)
    if (bc_canvas_get_view (self, i) != NULL)
      bc_view_widget_set_picked (bc_canvas_get_view (self, i), self->pick_stroke,
                                 self->pick_stroke == NULL ? self->pick.region : BC_REGION_NONE);
}

gboolean
bc_canvas_has_pick (BcCanvas *self)
{
  return self->pick_stroke != NULL || self->pick.region != BC_REGION_NONE;
}

/* Selects nothing any more. */
void
bc_canvas_unpick (BcCanvas *self)
{
  const BcPick none = { 0, NULL, BC_REGION_NONE };

  if (!bc_canvas_has_pick (self))
    return;
  self->pick = none;
  g_clear_object (&self->pick_stroke);
  show_pick (self);
  if (self->pick_menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->pick_menu));
}

static void
select_pick (BcCanvas     *self,
             const BcPick *pick)
{
  self->pick = *pick;
  g_set_object (&self->pick_stroke, pick->stroke);
  show_pick (self);
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          int         target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", target);
  g_menu_append_item (menu, item);
}

static GMenu *
new_move_section (BcCanvas *self)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (self->visit));
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      g_autofree char *label = NULL;

      if (bc_symptom_get_number (symptom) == self->pick.number)
        continue;
      /* Translators: %d is the number of a symptom, as in "Move to P2" */
      label = g_strdup_printf (_("Move to P%d"), bc_symptom_get_number (symptom));
      add_item (section, label, "canvas.pick-move", bc_symptom_get_number (symptom));
    }
  add_item (section, _("Move to a new symptom"), "canvas.pick-move", 0);
  return section;
}

static char *
dup_title (BcCanvas *self)
{
  g_autofree char *region = self->pick.region != BC_REGION_NONE ? bc_region_dup_name (self->pick.region) : NULL;

  if (self->pick.number == 0)
    /* Translators: %s is a region that was ticked as clear, as in "Clear: Shin, right" */
    return g_strdup_printf (_("Clear: %s"), region);
  if (self->pick_stroke == NULL)
    /* Translators: 1: number of a symptom; 2: a region, as in "P1: Shin, right" */
    return g_strdup_printf (_("P%1$d: %2$s"), self->pick.number, region);
  if (bc_stroke_get_role (self->pick_stroke) == BC_ROLE_RADIATION)
    /* Translators: %d is the number of a symptom; where it travels was drawn freehand */
    return g_strdup_printf (_("P%d: path"), self->pick.number);
  /* Translators: %d is the number of a symptom; where it sits was drawn freehand */
  return g_strdup_printf (_("P%d: stroke"), self->pick.number);
}

static void
open_pick_menu (BcCanvas     *self,
                BcViewWidget *view,
                double        x,
                double        y)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) last = g_menu_new ();
  g_autofree char *title = dup_title (self);

  if (self->pick.number != 0)
    {
      g_autoptr(GMenu) move = new_move_section (self);

      g_menu_append_section (menu, title, G_MENU_MODEL (move));
    }
  if (self->pick.number != 0 && self->pick_stroke == NULL)
    {
      g_autoptr(GMenu) roles = g_menu_new ();

      add_item (roles, _("Sits here"), "canvas.pick-role", (int) BC_ROLE_SITE);
      add_item (roles, _("Spreads here"), "canvas.pick-role", (int) BC_ROLE_RADIATION);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (roles));
    }
  g_menu_append (last, _("Delete"), "canvas.pick-delete");
  g_menu_append_section (menu, self->pick.number == 0 ? title : NULL, G_MENU_MODEL (last));
  bc_canvas_popup (self, &self->pick_menu, G_MENU_MODEL (menu), view, x, y);
  bc_canvas_say (self, _("Selected: %s"), title);
}

/* The focus would stay in the menu that is gone, and no key would do anything. */
static void
menu_closed_cb (BcCanvas *self)
{
  BcViewWidget *view = bc_canvas_get_view (self, self->menu_view);

  g_assert (BC_IS_CANVAS (self));

  if (view != NULL && gtk_widget_get_mapped (GTK_WIDGET (view)))
    gtk_widget_grab_focus (GTK_WIDGET (view));
}

/* Opens a menu that points at a place of a view. */
void
bc_canvas_popup (BcCanvas      *self,
                 GtkWidget    **menu,
                 GMenuModel    *model,
                 BcViewWidget  *view,
                 double         view_x,
                 double         view_y)
{
  GdkRectangle at = { 0, 0, 1, 1 };
  double x;
  double y;

  if (!gtk_widget_translate_coordinates (GTK_WIDGET (view), GTK_WIDGET (self), view_x, view_y, &x, &y))
    return;
  at.x = (int) CLAMP (x, 0, gtk_widget_get_width (GTK_WIDGET (self)) - 1);
  at.y = (int) CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self)) - 1);
  if (*menu == NULL)
    {
      *menu = gtk_popover_menu_new_from_model (NULL);
      gtk_widget_set_parent (*menu, GTK_WIDGET (self));
      g_signal_connect_object (*menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
    }
  self->menu_view = bc_view_get_id (bc_view_widget_get_view (view));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (*menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (*menu), &at);
  gtk_popover_popup (GTK_POPOVER (*menu));
}

/* A click of the tool, at a place in mm of the view. */
void
bc_canvas_pick_at (BcCanvas     *self,
                   BcViewWidget *view,
                   double        x,
                   double        y)
{
  double view_x = x;
  double view_y = y;
  BcPick pick;

  bc_view_widget_to_view (view, &view_x, &view_y);
  if (!bc_marking_pick (self->visit, self->drawing, self->number, bc_view_widget_get_view (view), x, y,
                        bc_view_widget_get_reach (view), bc_view_widget_hit (view, view_x, view_y), &pick))
    {
      bc_canvas_unpick (self);
      bc_canvas_say (self, "%s", _("Nothing is marked there"));
      return;
    }
  select_pick (self, &pick);
  open_pick_menu (self, view, view_x, view_y);
}

/* The same by key: the topmost mark in a region. */
void
bc_canvas_pick_region (BcCanvas     *self,
                       BcViewWidget *view,
                       BcRegion      region)
{
  BcBox box = bc_view_widget_get_anchor_box (view, region);
  BcPick pick;

  if (self->visit == NULL)
    return;
  if (!bc_marking_pick_inside (self->visit, self->drawing, self->number, region, FALSE, &pick))
    {
      bc_canvas_unpick (self);
      bc_canvas_say (self, "%s", _("Nothing is marked there"));
      return;
    }
  select_pick (self, &pick);
  open_pick_menu (self, view, box.x, box.y);
}

/* Deletes what is selected. */
void
bc_canvas_delete_pick (BcCanvas *self)
{
  BcPick pick = self->pick;

  if (self->chart == NULL || self->visit == NULL || !bc_canvas_has_pick (self))
    return;
  bc_canvas_erase_pick (self, &pick);
  bc_canvas_unpick (self);
}

static void
pick_move_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  BcCanvas *self = BC_CANVAS (widget);
  int from = self->pick.number;
  BcPick pick = self->pick;
  int to;

  if (self->chart == NULL || self->visit == NULL || from == 0 || !bc_canvas_has_pick (self))
    return;
  to = bc_marking_move (self->chart, self->visit, self->drawing, &pick, g_variant_get_int32 (parameter));
  select_pick (self, &pick);
  bc_canvas_set_number (self, to);
  /* Translators: numbers of symptoms, as in "Moved from P1 to P2" */
  bc_canvas_say (self, _("Moved from P%1$d to P%2$d"), from, to);
}

static void
pick_role_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  BcCanvas *self = BC_CANVAS (widget);
  BcRole role = (BcRole) g_variant_get_int32 (parameter);
  g_autofree char *name = NULL;
  BcSymptom *symptom;

  if (self->chart == NULL || self->visit == NULL || self->pick.number == 0 || self->pick_stroke != NULL
      || self->pick.region == BC_REGION_NONE)
    return;
  symptom = bc_visit_get_symptom (self->visit, self->pick.number);
  if (self->drawing == BC_DRAWING_CLINICIAN)
    bc_edit_understand_region (self->chart, symptom, self->pick.region, role);
  else
    bc_edit_set_role (self->chart, self->visit, symptom, self->pick.region, role);
  name = bc_region_dup_name (self->pick.region);
  if (role == BC_ROLE_RADIATION)
    /* Translators: 1: number of a symptom; 2: a region, as in "P1 spreads here: Shin, right" */
    bc_canvas_say (self, _("P%1$d spreads here: %2$s"), self->pick.number, name);
  else
    /* Translators: 1: number of a symptom; 2: a region, as in "P1 sits here: Shin, right" */
    bc_canvas_say (self, _("P%1$d sits here: %2$s"), self->pick.number, name);
}

static void
pick_delete_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  bc_canvas_delete_pick (BC_CANVAS (widget));
}

/* The actions of the menu of a selected mark. */
void
bc_canvas_install_pick (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.pick-move", "i", pick_move_cb);
  gtk_widget_class_install_action (widget_class, "canvas.pick-role", "i", pick_role_cb);
  gtk_widget_class_install_action (widget_class, "canvas.pick-delete", NULL, pick_delete_cb);
}
