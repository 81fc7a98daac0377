/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-swatch.h"

#include "bc-painter.h"
#include "bc-screen.h"

#define PEN_WIDTH 22
#define PEN_HEIGHT 14
#define SIGN_SIZE 16

struct _BcSwatch
{
  GtkWidget parent_instance;

  int      number;
  BcRole   role;
  guint    qualities;
  int      quality;
  gboolean unconfirmed;
};

enum
{
  PROP_0,
  PROP_NUMBER,
  PROP_ROLE,
  PROP_QUALITIES,
  PROP_QUALITY,
  PROP_UNCONFIRMED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcSwatch, bc_swatch, GTK_TYPE_WIDGET)

static void
bc_swatch_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  BcSwatch *self = BC_SWATCH (widget);
  int size = SIGN_SIZE;

  if (self->quality == 0)
    size = orientation == GTK_ORIENTATION_HORIZONTAL ? PEN_WIDTH : PEN_HEIGHT;
  *minimum = size;
  *natural = size;
}

static void
bc_swatch_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  BcSwatch *self = BC_SWATCH (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  BcBox box = { 0, 0, width, height };
  g_autoptr(cairo_t) cr = NULL;

  if (width == 0 || height == 0 || (self->number == 0 && self->quality == 0))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->quality != 0)
    {
      GdkRGBA text;
      BcColour colour;

      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
      colour = (BcColour) { (double) text.red, (double) text.green, (double) text.blue, (double) text.alpha };
      bc_paint_quality_sign (cr, &box, (BcQuality) self->quality, &colour);
    }
  else
    {
      BcPen pen = { self->number, self->qualities, self->role, BC_NRS_UNKNOWN, self->unconfirmed };

      bc_paint_swatch (cr, &box, &pen, bc_screen_get_scheme ());
    }
}

static void
bc_swatch_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BcSwatch *self = BC_SWATCH (object);

  switch (id)
    {
    case PROP_NUMBER:
      g_value_set_int (value, self->number);
      break;
    case PROP_ROLE:
      g_value_set_int (value, (int) self->role);
      break;
    case PROP_QUALITIES:
      g_value_set_uint (value, self->qualities);
      break;
    case PROP_QUALITY:
      g_value_set_int (value, self->quality);
      break;
    case PROP_UNCONFIRMED:
      g_value_set_boolean (value, self->unconfirmed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_swatch_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  BcSwatch *self = BC_SWATCH (object);

  switch (id)
    {
    case PROP_NUMBER:
      self->number = g_value_get_int (value);
      break;
    case PROP_ROLE:
      self->role = (BcRole) g_value_get_int (value);
      break;
    case PROP_QUALITIES:
      self->qualities = g_value_get_uint (value);
      break;
    case PROP_QUALITY:
      self->quality = g_value_get_int (value);
      break;
    case PROP_UNCONFIRMED:
      self->unconfirmed = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
bc_swatch_class_init (BcSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = bc_swatch_get_property;
  object_class->set_property = bc_swatch_set_property;
  widget_class->measure = bc_swatch_measure;
  widget_class->snapshot = bc_swatch_snapshot;

  properties[PROP_NUMBER] = g_param_spec_int ("number", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_ROLE] = g_param_spec_int ("role", NULL, NULL, BC_ROLE_SITE, BC_ROLE_CLEAR, BC_ROLE_SITE, flags);
  properties[PROP_QUALITIES] = g_param_spec_uint ("qualities", NULL, NULL, 0, BC_QUALITY_ALL, 0, flags);
  properties[PROP_QUALITY] = g_param_spec_int ("quality", NULL, NULL, 0, BC_QUALITY_ALL, 0, flags);
  properties[PROP_UNCONFIRMED] = g_param_spec_boolean ("unconfirmed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "swatch");
  /* The word beside it says the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bc_swatch_init (BcSwatch *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  bc_screen_connect (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * bc_swatch_new:
 * @number: of the symptom, from 1
 * @role: site or radiation
 *
 * Returns: (transfer floating): a sample of the symptom's pen
 */
GtkWidget *
bc_swatch_new (int    number,
               BcRole role)
{
  return g_object_new (BC_TYPE_SWATCH, "number", number, "role", (int) role, NULL);
}

/**
 * bc_swatch_new_quality:
 *
 * Returns: (transfer floating): the sign of one quality in the colour of the text around it
 */
GtkWidget *
bc_swatch_new_quality (BcQuality quality)
{
  return g_object_new (BC_TYPE_SWATCH, "quality", (int) quality, NULL);
}
