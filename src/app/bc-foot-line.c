/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-foot-line.h"

#define SPACING 16
/* Narrower than this, in pixels, they lie below each other. */
#define WIDE 720
/* Of the width, for the two short lines; the chart in words takes the rest. */
#define SHORT_PART 0.42

enum
{
  FIRST,
  SECOND,
  TALL,
  N_ROWS
};

struct _BcFootLine
{
  GtkWidget parent_instance;

  GtkWidget *rows[N_ROWS];
  gboolean   low;
};

G_DEFINE_FINAL_TYPE (BcFootLine, bc_foot_line, GTK_TYPE_WIDGET)

static gboolean
is_wide (int width)
{
  return width < 0 || width >= WIDE;
}

static gboolean
takes_room (BcFootLine *self,
            int         row,
            int         width)
{
  if (self->rows[row] == NULL || !gtk_widget_should_layout (self->rows[row]))
    return FALSE;
  return row == TALL ? !self->low : row == SECOND || is_wide (width);
}

static int
get_least (BcFootLine    *self,
           int            row,
           GtkOrientation orientation,
           int            width)
{
  int least = 0;

  if (takes_room (self, row, width))
    gtk_widget_measure (self->rows[row], orientation, -1, &least, NULL, NULL, NULL);
  return least;
}

/* What stands on the left of a wide line: all that is short, or the first of two. */
static int
get_left_part (BcFootLine *self,
               int         width)
{
  int least = get_least (self, FIRST, GTK_ORIENTATION_HORIZONTAL, width);

  if (!self->low)
    least = MAX (least, get_least (self, SECOND, GTK_ORIENTATION_HORIZONTAL, width));
  return MAX (least, (int) (SHORT_PART * width));
}

static void
bc_foot_line_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  BcFootLine *self = BC_FOOT_LINE (widget);
  int first;
  int second;
  int tall;

  *minimum = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (int row = 0; row < N_ROWS; row++)
        *minimum = MAX (*minimum, get_least (self, row, orientation, 0));
      *natural = MAX (*minimum, WIDE);
      return;
    }
  first = get_least (self, FIRST, orientation, for_size);
  second = get_least (self, SECOND, orientation, for_size);
  tall = get_least (self, TALL, orientation, for_size);
  if (!is_wide (for_size))
    *minimum = first + second + tall;
  else
    *minimum = self->low ? MAX (first, second) : MAX (first + second, tall);
  *natural = *minimum;
}

static void
place (BcFootLine *self,
       int         row,
       int         x,
       int         y,
       int         width,
       int         height)
{
  int all = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkAllocation at = { rtl ? all - x - width : x, y, MAX (0, width), MAX (0, height) };

  if (gtk_widget_get_child_visible (self->rows[row]))
    gtk_widget_size_allocate (self->rows[row], &at, -1);
}

static void
bc_foot_line_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  BcFootLine *self = BC_FOOT_LINE (widget);
  int first = get_least (self, FIRST, GTK_ORIENTATION_VERTICAL, width);
  int second = get_least (self, SECOND, GTK_ORIENTATION_VERTICAL, width);
  int left = get_left_part (self, width);
  int right = width - left - SPACING;

  for (int row = 0; row < N_ROWS; row++)
    gtk_widget_set_child_visible (self->rows[row], takes_room (self, row, width));
  if (!is_wide (width))
    {
      place (self, SECOND, 0, 0, width, second);
      place (self, TALL, 0, second, width, height - second);
    }
  else if (self->low)
    {
      place (self, FIRST, 0, 0, left, height);
      place (self, SECOND, left + SPACING, 0, right, height);
    }
  else
    {
      gboolean beside = takes_room (self, TALL, width);

      place (self, FIRST, 0, 0, beside ? left : width, first);
      place (self, SECOND, 0, first, beside ? left : width, second);
      place (self, TALL, left + SPACING, 0, right, height);
    }
}

static GtkSizeRequestMode
bc_foot_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bc_foot_line_dispose (GObject *object)
{
  BcFootLine *self = BC_FOOT_LINE (object);

  for (int row = 0; row < N_ROWS; row++)
    g_clear_pointer (&self->rows[row], gtk_widget_unparent);

  G_OBJECT_CLASS (bc_foot_line_parent_class)->dispose (object);
}

static void
bc_foot_line_class_init (BcFootLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_foot_line_dispose;
  widget_class->measure = bc_foot_line_measure;
  widget_class->size_allocate = bc_foot_line_size_allocate;
  widget_class->get_request_mode = bc_foot_line_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "footline");
}

static void
bc_foot_line_init (BcFootLine *self)
{
}

/**
 * bc_foot_line_new:
 *
 * Returns: (transfer floating): an empty line
 */
GtkWidget *
bc_foot_line_new (void)
{
  return g_object_new (BC_TYPE_FOOT_LINE, NULL);
}

/**
 * bc_foot_line_set_rows:
 * @first: a line about the pointer, left out on a narrow window
 * @second: a line
 * @tall: a few lines
 *
 * Takes its children; once.
 */
void
bc_foot_line_set_rows (BcFootLine *self,
                       GtkWidget  *first,
                       GtkWidget  *second,
                       GtkWidget  *tall)
{
  GtkWidget *rows[N_ROWS] = { [FIRST] = first, [SECOND] = second, [TALL] = tall };

  g_return_if_fail (BC_IS_FOOT_LINE (self));
  g_return_if_fail (self->rows[FIRST] == NULL);

  for (int row = 0; row < N_ROWS; row++)
    {
      self->rows[row] = rows[row];
      gtk_widget_set_parent (rows[row], GTK_WIDGET (self));
    }
}

/**
 * bc_foot_line_set_low:
 * @low: whether height is scarce
 *
 * Leaves the tall line out, or takes it in again.
 */
void
bc_foot_line_set_low (BcFootLine *self,
                      gboolean    low)
{
  g_return_if_fail (BC_IS_FOOT_LINE (self));

  if (self->low == low)
    return;
  self->low = low;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
