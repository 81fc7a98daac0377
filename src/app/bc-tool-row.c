/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-tool-row.h"

#include "bc-focus.h"
#include "bc-i18n.h"
#include "bc-tool-face.h"

static const struct
{
  const char *name;
  const char *tooltip;
} tools[BC_N_TOOLS] = {
  [BC_TOOL_SITE] = { NC_("tool", "Region"),
                     N_("Region: the symptom sits where you click, or where you drag over (Alt+S)") },
  [BC_TOOL_BRUSH] = { NC_("tool", "Brush"), N_("Brush: draw where the symptom sits (Alt+B)") },
  [BC_TOOL_RADIATION] = { NC_("tool", "Spreads"),
                          N_("Spreads: draw the way that the symptom travels, or click where it goes (Alt+R)") },
  [BC_TOOL_CLEAR] = { NC_("tool", "Clear"),
                      N_("Clear: the regions that you click were asked about and are free of symptoms (Alt+C)") },
  [BC_TOOL_ERASE] = { NC_("tool", "Erase"), N_("Erase: click takes a mark away, drag rubs out (Alt+E)") },
  [BC_TOOL_PICK] = { NC_("tool", "Pick"), N_("Pick a mark, to give it to another symptom or delete it (Alt+P)") },
};

struct _BcToolRow
{
  GtkWidget parent_instance;

  BcTool     tool;
  GtkWidget *buttons[BC_N_TOOLS];
};

enum
{
  PROP_0,
  PROP_TOOL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcToolRow, bc_tool_row, GTK_TYPE_WIDGET)

static void
show_tool (BcToolRow *self)
{
  for (guint i = 0; i < BC_N_TOOLS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i == (guint) self->tool);
}

static void
set_tool (BcToolRow *self,
          BcTool     tool)
{
  gboolean changed = self->tool != tool;

  self->tool = tool;
  show_tool (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

static void
clicked_cb (BcToolRow *self,
            GtkWidget *button)
{
  guint i = 0;

  g_assert (BC_IS_TOOL_ROW (self));

  while (self->buttons[i] != button)
    i++;
  set_tool (self, (BcTool) i);
}

static gboolean
bc_tool_row_grab_focus (GtkWidget *widget)
{
  BcToolRow *self = BC_TOOL_ROW (widget);

  return gtk_widget_grab_focus (self->buttons[self->tool]);
}

static void
bc_tool_row_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  BcToolRow *self = BC_TOOL_ROW (object);

  switch (id)
    {
    case PROP_TOOL:
      g_value_set_int (value, (int) self->tool);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_tool_row_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  BcToolRow *self = BC_TOOL_ROW (object);

  switch (id)
    {
    case PROP_TOOL:
      set_tool (self, (BcTool) g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_tool_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bc_tool_row_parent_class)->dispose (object);
}

static void
bc_tool_row_class_init (BcToolRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bc_tool_row_dispose;
  object_class->get_property = bc_tool_row_get_property;
  object_class->set_property = bc_tool_row_set_property;
  widget_class->focus = bc_focus_among_children;
  widget_class->grab_focus = bc_tool_row_grab_focus;

  properties[PROP_TOOL] = g_param_spec_int ("tool", NULL, NULL, 0, BC_N_TOOLS - 1, BC_TOOL_SITE,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "toolrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static GtkWidget *
new_button (BcToolRow *self,
            guint      tool)
{
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "tool", tools[tool].name);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *face = bc_tool_face_new ((BcTool) tool, name);

  gtk_button_set_child (GTK_BUTTON (button), face);
  gtk_widget_add_css_class (button, "tool");
  gtk_widget_set_tooltip_text (button, _(tools[tool].tooltip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
bc_tool_row_init (BcToolRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < BC_N_TOOLS; i++)
    {
      self->buttons[i] = new_button (self, i);
      gtk_box_append (GTK_BOX (row), self->buttons[i]);
    }
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tools"), -1);
  show_tool (self);
}

/**
 * bc_tool_row_new:
 *
 * Returns: (transfer floating): the tools, with the one for regions in hand
 */
GtkWidget *
bc_tool_row_new (void)
{
  return g_object_new (BC_TYPE_TOOL_ROW, NULL);
}
