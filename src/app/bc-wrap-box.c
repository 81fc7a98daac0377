/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-wrap-box.h"

struct _BcWrapBox
{
  GtkWidget parent_instance;

  int spacing;      /* between children of a line, in pixels */
  int line_spacing; /* between lines, in pixels */
};

G_DEFINE_FINAL_TYPE (BcWrapBox, bc_wrap_box, GTK_TYPE_WIDGET)

static int
natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
child_height (GtkWidget *child,
              int        width)
{
  int minimum;
  int natural;

  /* The minimum is what the line must hold; asked for at least the least width, as GTK demands. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum), NULL, &natural, NULL, NULL);
  return natural;
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Goes through the lines; places the children where @place is set. Gives the height of it all. */
static int
flow (BcWrapBox *self,
      int        width,
      gboolean   place)
{
  GtkWidget *first = next_shown (gtk_widget_get_first_child (GTK_WIDGET (self)));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int y = 0;

  while (first != NULL)
    {
      GtkWidget *end = first;
      int line_height = 0;
      int used = 0;
      int x = 0;

      for (; end != NULL; end = next_shown (gtk_widget_get_next_sibling (end)))
        {
          int wanted = MIN (natural_width (end), width);
          int next = used + (end != first ? self->spacing : 0) + wanted;

          if (end != first && next > width)
            break;
          used = next;
          line_height = MAX (line_height, child_height (end, wanted));
        }
      for (GtkWidget *child = first; place && child != end;
           child = next_shown (gtk_widget_get_next_sibling (child)))
        {
          int wanted = MIN (natural_width (child), width);
          GtkAllocation at = { rtl ? width - x - wanted : x, y, wanted, line_height };

          gtk_widget_size_allocate (child, &at, -1);
          x += wanted + self->spacing;
        }
      y += line_height;
      if (end != NULL)
        y += self->line_spacing;
      first = end;
    }
  return y;
}

static void
bc_wrap_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  BcWrapBox *self = BC_WRAP_BOX (widget);

  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int least;
      int wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  *minimum = flow (self, for_size < 0 ? *natural : MAX (for_size, *minimum), FALSE);
  *natural = *minimum;
}

static void
bc_wrap_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  flow (BC_WRAP_BOX (widget), width, TRUE);
}

static GtkSizeRequestMode
bc_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bc_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bc_wrap_box_parent_class)->dispose (object);
}

static void
bc_wrap_box_class_init (BcWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_wrap_box_dispose;
  widget_class->measure = bc_wrap_box_measure;
  widget_class->size_allocate = bc_wrap_box_size_allocate;
  widget_class->get_request_mode = bc_wrap_box_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_wrap_box_init (BcWrapBox *self)
{
}

/**
 * bc_wrap_box_new:
 * @spacing: between children of a line, in pixels
 * @line_spacing: between lines, in pixels
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
bc_wrap_box_new (int spacing,
                 int line_spacing)
{
  BcWrapBox *self = g_object_new (BC_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_WIDGET (self);
}

/**
 * bc_wrap_box_append:
 * @child: (transfer floating): goes behind the others; taken out by gtk_widget_unparent()
 *
 * Adds a child.
 */
void
bc_wrap_box_append (BcWrapBox *self,
                    GtkWidget *child)
{
  g_return_if_fail (BC_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
