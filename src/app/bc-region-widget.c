/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-region-widget.h"

#include "bc-i18n.h"
#include "bc-view-widget.h"

#include <math.h>

struct _BcRegionWidget
{
  GtkWidget parent_instance;

  const BcView *view;
  BcRegion      region;
  BcVisit      *visit;
  BcVisit      *under; /* (nullable): what is seen faintly below */
  BcViewport    viewport; /* in this widget's own pixels */
  char         *description;
};

enum
{
  SIGNAL_ACT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcRegionWidget, bc_region_widget, GTK_TYPE_WIDGET)

static void
append_symptom (GString   *text,
                BcSymptom *symptom,
                BcRole     role)
{
  g_autofree char *label = bc_symptom_dup_label (symptom);

  if (text->len > 0)
    g_string_append (text, "; ");
  if (role == BC_ROLE_RADIATION)
    /* Translators: state of a region, read aloud; %s is a symptom, as "P1" */
    g_string_append_printf (text, _("%s spreads here"), label);
  else
    /* Translators: state of a region, read aloud; %s is a symptom, as "P1" */
    g_string_append_printf (text, _("marked by %s"), label);
  if (bc_symptom_get_qualities (symptom) != 0)
    {
      g_autofree char *names = bc_qualities_dup_names (bc_symptom_get_qualities (symptom));

      g_string_append_printf (text, ", %s", names);
    }
  if (bc_symptom_get_now (symptom) != BC_NRS_UNKNOWN)
    {
      g_string_append (text, ", ");
      /* Translators: %d is how strong a symptom is, 0 to 10 */
      g_string_append_printf (text, _("%d of 10"), bc_symptom_get_now (symptom));
    }
  if (bc_symptom_get_unconfirmed (symptom))
    g_string_append_printf (text, ", %s", _("not confirmed yet"));
}

static void
append_clear (GString *text,
              BcMark  *clear)
{
  g_string_append (text, clear != NULL ? _("asked and clear") : _("not marked"));
  if (clear != NULL && bc_mark_get_unconfirmed (clear))
    g_string_append_printf (text, ", %s", _("not confirmed yet"));
}

/* Tells assistive technology only of a real change: it reads each one out. */
static void
set_state (BcRegionWidget *self,
           const char     *description,
           gboolean        marked)
{
  if (g_strcmp0 (description, self->description) == 0)
    return;
  g_free (self->description);
  self->description = g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               marked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/* What marks the region; where @of is given, of the symptoms that it has as well. */
static void
append_marks (BcRegionWidget *self,
              GString        *text,
              BcVisit        *visit,
              BcVisit        *of)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      BcRole role;

      if ((of == NULL || bc_visit_get_symptom (of, bc_symptom_get_number (symptom)) != NULL)
          && bc_symptom_marks_region (symptom, self->region, &role))
        append_symptom (text, symptom, role);
    }
}

/* What is seen faintly below is said where it is something else. */
static void
append_under (BcRegionWidget *self,
              GString        *text)
{
  g_autoptr(GString) own = g_string_new (NULL);
  g_autoptr(GString) other = g_string_new (NULL);
  BcMark *clear = bc_visit_find_clear (self->under, self->region);

  append_marks (self, own, self->visit, self->under);
  append_marks (self, other, self->under, NULL);
  if (g_string_equal (own, other) && clear == NULL)
    return;
  if (other->len == 0)
    append_clear (other, clear);
  /* Translators: %s is how the patient marked a region that the clinician understands otherwise; read aloud */
  g_string_append_printf (text, _("; patient’s drawing: %s"), other->str);
}

static void
update_accessible (BcRegionWidget *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean marked;

  if (self->visit != NULL)
    append_marks (self, text, self->visit, NULL);
  marked = text->len > 0;
  if (!marked)
    append_clear (text, self->visit != NULL ? bc_visit_find_clear (self->visit, self->region) : NULL);
  if (self->under != NULL && self->visit != NULL)
    append_under (self, text);
  set_state (self, text->str, marked);
}

static gboolean
bc_region_widget_contains (GtkWidget *widget,
                           double     x,
                           double     y)
{
  BcRegionWidget *self = BC_REGION_WIDGET (widget);

  /* Picking asks every child: leaving early makes it several times faster. */
  if (x < 0 || y < 0 || x >= gtk_widget_get_width (widget) || y >= gtk_widget_get_height (widget))
    return FALSE;
  bc_viewport_to_body (&self->viewport, &x, &y);
  return bc_view_region_at (self->view, x, y) == self->region;
}

static void
bc_region_widget_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  /* The view places it by its outline, whatever size that is. */
  *minimum = 0;
  *natural = 0;
}

/* The view paints what a region carries; a region only has a place. */
static gboolean
has_open_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
      return TRUE;
  return FALSE;
}

/*
 * The menu of a region opens under the pointer, and the name would lie over the menu's own title. To a hand that draws
 * it would hide where the next stroke goes; the status line has the name too.
 */
static gboolean
bc_region_widget_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    by_keyboard,
                                GtkTooltip *tooltip)
{
  for (GtkWidget *above = gtk_widget_get_parent (widget); above != NULL; above = gtk_widget_get_parent (above))
    if (has_open_popover (above) || (BC_IS_VIEW_WIDGET (above) && bc_view_widget_has_freehand (BC_VIEW_WIDGET (above))))
      return FALSE;
  return GTK_WIDGET_CLASS (bc_region_widget_parent_class)->query_tooltip (widget, x, y, by_keyboard, tooltip);
}

static void
bc_region_widget_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
}

static void
act_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  BcRegionAct act = BC_REGION_ACT_TOGGLE;

  g_assert (BC_IS_REGION_WIDGET (widget));

  if (strcmp (action, "region.both") == 0)
    act = BC_REGION_ACT_BOTH;
  else if (strcmp (action, "region.spread") == 0)
    act = BC_REGION_ACT_SPREAD;
  else if (strcmp (action, "region.clear") == 0)
    act = BC_REGION_ACT_CLEAR;
  else if (strcmp (action, "region.menu") == 0)
    act = BC_REGION_ACT_MENU;
  g_signal_emit (widget, signals[SIGNAL_ACT], 0, (int) act);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_space, 0, "region.toggle" },
    { GDK_KEY_KP_Space, 0, "region.toggle" },
    { GDK_KEY_Return, 0, "region.toggle" },
    { GDK_KEY_KP_Enter, 0, "region.toggle" },
    { GDK_KEY_space, GDK_CONTROL_MASK, "region.both" },
    { GDK_KEY_Return, GDK_CONTROL_MASK, "region.both" },
    { GDK_KEY_space, GDK_SHIFT_MASK, "region.spread" },
    { GDK_KEY_Return, GDK_SHIFT_MASK, "region.spread" },
    { GDK_KEY_Menu, 0, "region.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "region.menu" },
  };
  static const char *const actions[] = {
    "region.toggle", "region.both", "region.spread", "region.clear", "region.menu"
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
bc_region_widget_dispose (GObject *object)
{
  g_clear_object (&BC_REGION_WIDGET (object)->under);
  g_clear_object (&BC_REGION_WIDGET (object)->visit);

  G_OBJECT_CLASS (bc_region_widget_parent_class)->dispose (object);
}

static void
bc_region_widget_finalize (GObject *object)
{
  g_free (BC_REGION_WIDGET (object)->description);

  G_OBJECT_CLASS (bc_region_widget_parent_class)->finalize (object);
}

static void
bc_region_widget_class_init (BcRegionWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_region_widget_dispose;
  G_OBJECT_CLASS (klass)->finalize = bc_region_widget_finalize;
  widget_class->contains = bc_region_widget_contains;
  widget_class->measure = bc_region_widget_measure;
  widget_class->query_tooltip = bc_region_widget_query_tooltip;
  widget_class->snapshot = bc_region_widget_snapshot;

  signals[SIGNAL_ACT] = g_signal_new ("act", BC_TYPE_REGION_WIDGET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT);

  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "bodyregion");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_CHECKBOX);
}

static void
bc_region_widget_init (BcRegionWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->viewport.scale = 1;
}

/**
 * bc_region_widget_new:
 * @view: a view that shows @region; lives as long as the program
 *
 * Returns: (transfer floating): the region as a widget
 */
GtkWidget *
bc_region_widget_new (const BcView *view,
                      BcRegion      region)
{
  BcRegionWidget *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (bc_view_has_region (view, region), NULL);

  self = g_object_new (BC_TYPE_REGION_WIDGET, NULL);
  self->view = view;
  self->region = region;
  name = bc_region_dup_name (region);
  /* The tooltip first: it writes over the accessible description. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  update_accessible (self);
  return GTK_WIDGET (self);
}

/**
 * bc_region_widget_get_region:
 *
 * Returns: the region that it stands for
 */
BcRegion
bc_region_widget_get_region (BcRegionWidget *self)
{
  g_return_val_if_fail (BC_IS_REGION_WIDGET (self), BC_REGION_NONE);

  return self->region;
}

/**
 * bc_region_widget_set_visit:
 * @visit: (nullable): whose marks to show
 *
 * Shows the marks of another visit.
 */
void
bc_region_widget_set_visit (BcRegionWidget *self,
                            BcVisit        *visit)
{
  g_return_if_fail (BC_IS_REGION_WIDGET (self));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  if (g_set_object (&self->visit, visit))
    bc_region_widget_marks_changed (self);
}

/**
 * bc_region_widget_set_under:
 * @under: (nullable): whose marks are seen below, faint
 *
 * Tells of other marks as well where they are not the same.
 */
void
bc_region_widget_set_under (BcRegionWidget *self,
                            BcVisit        *under)
{
  g_return_if_fail (BC_IS_REGION_WIDGET (self));
  g_return_if_fail (under == NULL || BC_IS_VISIT (under));

  if (g_set_object (&self->under, under))
    bc_region_widget_marks_changed (self);
}

/**
 * bc_region_widget_set_viewport:
 * @viewport: the view's, in pixels of the view
 *
 * Follows the view's size.
 *
 * Returns: where the region lies in the view, in whole pixels
 */
BcBox
bc_region_widget_set_viewport (BcRegionWidget   *self,
                               const BcViewport *viewport)
{
  BcBox body;
  BcBox box = { 0, 0, 0, 0 };
  double right;
  double bottom;

  g_return_val_if_fail (BC_IS_REGION_WIDGET (self), box);
  g_return_val_if_fail (viewport != NULL, box);

  body = bc_view_get_region_box (self->view, self->region);
  box = bc_viewport_map_box (viewport, &body);
  right = ceil (box.x + box.width);
  bottom = ceil (box.y + box.height);
  box.x = floor (box.x);
  box.y = floor (box.y);
  box.width = right - box.x;
  box.height = bottom - box.y;
  self->viewport = *viewport;
  self->viewport.x -= box.x;
  self->viewport.y -= box.y;
  return box;
}

/**
 * bc_region_widget_marks_changed:
 *
 * Reads the region's marks from the visit again.
 */
void
bc_region_widget_marks_changed (BcRegionWidget *self)
{
  g_return_if_fail (BC_IS_REGION_WIDGET (self));

  update_accessible (self);
}
