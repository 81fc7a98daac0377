/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-tool-face.h"

#include "bc-atlas.h" /* cairo_t is cleaned up */

#define SIZE 20
#define SPACING 6

struct _BcToolFace
{
  GtkWidget parent_instance;

  BcTool     tool;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (BcToolFace, bc_tool_face, GTK_TYPE_WIDGET)

/* The pictures are drawn on a field of 20 by 20, in the colour of the text. */

static void
draw_blob (cairo_t *cr)
{
  cairo_move_to (cr, 3, 11);
  cairo_curve_to (cr, 3, 4, 9, 2, 13, 4);
  cairo_curve_to (cr, 18, 6, 18, 13, 14, 16);
  cairo_curve_to (cr, 10, 19, 3, 17, 3, 11);
  cairo_close_path (cr);
}

static void
draw_region (cairo_t *cr)
{
  draw_blob (cr);
  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  for (int x = -10; x < 20; x += 5)
    {
      cairo_move_to (cr, x, 20);
      cairo_line_to (cr, x + 20, 0);
    }
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
  cairo_restore (cr);
  draw_blob (cr);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

static void
draw_brush (cairo_t *cr)
{
  cairo_move_to (cr, 4.5, 14.5);
  cairo_curve_to (cr, 6, 5, 10, 5, 10.5, 10);
  cairo_curve_to (cr, 11, 15, 14.5, 14, 15.5, 5.5);
  cairo_set_line_width (cr, 5);
  cairo_stroke (cr);
}

static void
draw_radiation (cairo_t *cr)
{
  cairo_arc (cr, 4.5, 4.5, 2.6, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_move_to (cr, 4.5, 4.5);
  cairo_curve_to (cr, 4.5, 11, 9, 13, 14, 14.6);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_move_to (cr, 19, 16);
  cairo_line_to (cr, 11.2, 18.4);
  cairo_line_to (cr, 13.2, 10.6);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_clear (cairo_t *cr)
{
  cairo_move_to (cr, 3.5, 11);
  cairo_line_to (cr, 8, 15.5);
  cairo_line_to (cr, 16.5, 4.5);
  cairo_set_line_width (cr, 2.6);
  cairo_stroke (cr);
}

static void
draw_erase (cairo_t *cr)
{
  cairo_move_to (cr, 11.5, 3);
  cairo_line_to (cr, 17, 8.5);
  cairo_line_to (cr, 9, 16.5);
  cairo_line_to (cr, 6, 16.5);
  cairo_line_to (cr, 3, 13.5);
  cairo_line_to (cr, 3, 11.5);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
  cairo_move_to (cr, 7.2, 7.3);
  cairo_line_to (cr, 12.7, 12.8);
  cairo_line_to (cr, 9, 16.5);
  cairo_line_to (cr, 6, 16.5);
  cairo_line_to (cr, 3, 13.5);
  cairo_line_to (cr, 3, 11.5);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_move_to (cr, 9, 17.6);
  cairo_line_to (cr, 17, 17.6);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
}

static void
draw_pick (cairo_t *cr)
{
  cairo_move_to (cr, 5, 2.5);
  cairo_line_to (cr, 15.5, 11);
  cairo_line_to (cr, 10.8, 11.6);
  cairo_line_to (cr, 13.4, 17);
  cairo_line_to (cr, 10.8, 18);
  cairo_line_to (cr, 8.4, 12.7);
  cairo_line_to (cr, 5, 15.8);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
bc_tool_face_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  static void (*const pictures[BC_N_TOOLS]) (cairo_t *cr) = {
    [BC_TOOL_SITE] = draw_region,
    [BC_TOOL_BRUSH] = draw_brush,
    [BC_TOOL_RADIATION] = draw_radiation,
    [BC_TOOL_CLEAR] = draw_clear,
    [BC_TOOL_ERASE] = draw_erase,
    [BC_TOOL_PICK] = draw_pick,
  };
  BcToolFace *self = BC_TOOL_FACE (widget);
  gboolean named = gtk_widget_get_child_visible (self->label);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  float x = (float) ((width - SIZE) / 2);
  float y = (float) ((gtk_widget_get_height (widget) - SIZE) / 2);
  GdkRGBA colour;
  g_autoptr(cairo_t) cr = NULL;

  if (named)
    x = rtl ? (float) (width - SIZE) : 0;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, SIZE, SIZE));
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_translate (cr, (double) x, (double) y);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  pictures[self->tool] (cr);
  if (named)
    gtk_widget_snapshot_child (widget, self->label, snapshot);
}

/* The room for the longest name of all tools: either all names are shown or none. */
static int
get_label_width (BcToolFace *self)
{
  GtkWidget *button = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = button != NULL ? gtk_widget_get_parent (button) : NULL;
  GtkWidget *other = row != NULL ? gtk_widget_get_first_child (row) : NULL;
  int widest;

  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &widest, NULL, NULL);
  for (; other != NULL; other = gtk_widget_get_next_sibling (other))
    {
      GtkWidget *face = GTK_IS_BUTTON (other) ? gtk_button_get_child (GTK_BUTTON (other)) : NULL;
      int width;

      if (!BC_IS_TOOL_FACE (face))
        continue;
      gtk_widget_measure (BC_TOOL_FACE (face)->label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
      widest = MAX (widest, width);
    }
  return widest;
}

/* A row shares its odd pixels out among the first tools; every tool has to decide as the narrowest one does. */
static gboolean
has_room (BcToolFace *self,
          int         width,
          int         label_width)
{
  GtkWidget *button = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = button != NULL ? gtk_widget_get_parent (button) : NULL;

  if (row != NULL && gtk_widget_get_width (row) > 0)
    width -= MAX (0, gtk_widget_get_width (button) - gtk_widget_get_width (row) / BC_N_TOOLS);
  return width >= SIZE + SPACING + label_width;
}

static void
bc_tool_face_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  BcToolFace *self = BC_TOOL_FACE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = SIZE;
      *natural = SIZE + SPACING + get_label_width (self);
      return;
    }
  gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);
  *minimum = MAX (SIZE, *minimum);
  *natural = MAX (SIZE, *natural);
}

static void
bc_tool_face_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  BcToolFace *self = BC_TOOL_FACE (widget);
  int label_width = get_label_width (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { rtl ? 0 : SIZE + SPACING, 0, label_width, height };

  gtk_widget_set_child_visible (self->label, has_room (self, width, label_width));
  if (gtk_widget_get_child_visible (self->label))
    gtk_widget_size_allocate (self->label, &at, -1);
}

static void
bc_tool_face_dispose (GObject *object)
{
  BcToolFace *self = BC_TOOL_FACE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_tool_face_parent_class)->dispose (object);
}

static void
bc_tool_face_class_init (BcToolFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_tool_face_dispose;
  widget_class->snapshot = bc_tool_face_snapshot;
  widget_class->measure = bc_tool_face_measure;
  widget_class->size_allocate = bc_tool_face_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "toolface");
  /* The button around it has the name. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bc_tool_face_init (BcToolFace *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/**
 * bc_tool_face_new:
 * @name: translated, as "Brush"
 *
 * Returns: (transfer floating): picture and name of @tool
 */
GtkWidget *
bc_tool_face_new (BcTool      tool,
                  const char *name)
{
  BcToolFace *self;

  g_return_val_if_fail (tool < BC_N_TOOLS, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (BC_TYPE_TOOL_FACE, NULL);
  self->tool = tool;
  gtk_label_set_label (GTK_LABEL (self->label), name);
  return GTK_WIDGET (self);
}
