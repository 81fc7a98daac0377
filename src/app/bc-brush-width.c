/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-brush-width.h"

#include "bc-canvas.h"
#include "bc-i18n.h"

#include <math.h>

#define SPACING 6
#define SLIDER_WIDTH 220

/* A finger tip, the usual, half a hand; mm of the body. */
static const struct
{
  const char *label;
  const char *name;
  double      width;
} sizes[] = {
  { NC_("brush width", "S"), N_("Narrow brush"), 10 },
  { NC_("brush width", "M"), N_("Medium brush"), BC_BRUSH_USUAL },
  { NC_("brush width", "L"), N_("Wide brush"), 50 },
};

struct _BcBrushWidth
{
  GtkWidget parent_instance;

  GtkWidget     *button;
  GtkWidget     *label;
  GtkWidget     *presets[G_N_ELEMENTS (sizes)];
  GtkAdjustment *adjustment;
};

enum
{
  PROP_0,
  PROP_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcBrushWidth, bc_brush_width, GTK_TYPE_WIDGET)

static char *
dup_text (double width)
{
  /* Translators: width of the brush, in millimetres of the body */
  return g_strdup_printf (_("%.0f mm"), width);
}

static void
show_width (BcBrushWidth *self)
{
  double width = gtk_adjustment_get_value (self->adjustment);
  g_autofree char *text = dup_text (width);
  /* Translators: %s is a width, as "25 mm" */
  g_autofree char *name = g_strdup_printf (_("Brush width: %s"), text);

  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->presets[i]), fabs (width - sizes[i].width) < 0.5);
}

static void
value_changed_cb (BcBrushWidth *self)
{
  g_assert (BC_IS_BRUSH_WIDTH (self));

  show_width (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
}

static void
preset_cb (BcBrushWidth *self,
           GtkWidget    *button)
{
  guint i = 0;

  g_assert (BC_IS_BRUSH_WIDTH (self));

  while (self->presets[i] != button)
    i++;
  gtk_adjustment_set_value (self->adjustment, sizes[i].width);
  show_width (self);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

static void
bc_brush_width_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  BcBrushWidth *self = BC_BRUSH_WIDTH (object);

  switch (id)
    {
    case PROP_WIDTH:
      g_value_set_double (value, gtk_adjustment_get_value (self->adjustment));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_brush_width_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  BcBrushWidth *self = BC_BRUSH_WIDTH (object);

  switch (id)
    {
    case PROP_WIDTH:
      gtk_adjustment_set_value (self->adjustment, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_brush_width_dispose (GObject *object)
{
  BcBrushWidth *self = BC_BRUSH_WIDTH (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_brush_width_parent_class)->dispose (object);
}

static void
bc_brush_width_finalize (GObject *object)
{
  BcBrushWidth *self = BC_BRUSH_WIDTH (object);

  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (bc_brush_width_parent_class)->finalize (object);
}

static void
bc_brush_width_class_init (BcBrushWidthClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = bc_brush_width_dispose;
  object_class->finalize = bc_brush_width_finalize;
  object_class->get_property = bc_brush_width_get_property;
  object_class->set_property = bc_brush_width_set_property;

  properties[PROP_WIDTH] = g_param_spec_double ("width", NULL, NULL, BC_BRUSH_LEAST, BC_BRUSH_MOST, BC_BRUSH_USUAL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "brushwidth");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_presets (BcBrushWidth *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = dup_text (sizes[i].width);
      GtkWidget *preset = gtk_toggle_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, "brush width",
                                                                          sizes[i].label));

      gtk_widget_set_tooltip_text (preset, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (preset), GTK_ACCESSIBLE_PROPERTY_LABEL, _(sizes[i].name), -1);
      g_signal_connect_object (preset, "clicked", G_CALLBACK (preset_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (row), preset);
      self->presets[i] = preset;
    }
  return row;
}

static GtkWidget *
new_popover (BcBrushWidth *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *slider = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->adjustment);

  gtk_widget_set_size_request (slider, SLIDER_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slider), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Brush width in millimetres"), -1);
  gtk_box_append (GTK_BOX (box), new_presets (self));
  gtk_box_append (GTK_BOX (box), slider);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
bc_brush_width_init (BcBrushWidth *self)
{
  self->adjustment = g_object_ref_sink (gtk_adjustment_new (BC_BRUSH_USUAL, BC_BRUSH_LEAST, BC_BRUSH_MOST, 1, 5, 0));
  self->label = gtk_label_new (NULL);
  /* As wide as its widest text, so that nothing moves while the slider does. */
  gtk_label_set_width_chars (GTK_LABEL (self->label), 5);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->label);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), new_popover (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  show_width (self);
}

/**
 * bc_brush_width_new:
 *
 * Returns: (transfer floating): the usual width
 */
GtkWidget *
bc_brush_width_new (void)
{
  return g_object_new (BC_TYPE_BRUSH_WIDTH, NULL);
}
