/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-row-box.h"

#define MOST_CHILDREN 12

struct _BcRowBox
{
  GtkWidget parent_instance;

  int                spacing;
  int                line_spacing;
  const char *const *arrangements;
};

G_DEFINE_FINAL_TYPE (BcRowBox, bc_row_box, GTK_TYPE_WIDGET)

/* The children of one row, and how much each takes. */
typedef struct
{
  GtkWidget        *children[MOST_CHILDREN];
  GtkRequestedSize  sizes[MOST_CHILDREN];
  guint             n_children;
  int               least;
  int               natural;
} Row;

static GtkWidget *
get_child (BcRowBox *self,
           char      letter)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (char at = 'a'; child != NULL && at < g_ascii_tolower (letter); at++)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* A child that is there but cannot be seen gives its place up where room is short. */
static gboolean
gives_way (GtkWidget *child,
           char       letter)
{
  return g_ascii_islower (letter) && gtk_widget_get_opacity (child) <= 0;
}

/* Reads one row of an arrangement. Gives what follows it, NULL at the end. */
static const char *
read_row (BcRowBox   *self,
          const char *rows,
          Row        *row)
{
  *row = (Row) { 0 };
  for (; *rows != '\0' && *rows != '|'; rows++)
    {
      GtkWidget *child = get_child (self, *rows);
      GtkRequestedSize *size = &row->sizes[row->n_children];

      if (child == NULL || !gtk_widget_should_layout (child) || gives_way (child, *rows)
          || row->n_children == MOST_CHILDREN)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size->minimum_size, &size->natural_size, NULL, NULL);
      if (g_ascii_isupper (*rows))
        size->minimum_size = size->natural_size;
      row->least += size->minimum_size + (row->n_children > 0 ? self->spacing : 0);
      row->natural += size->natural_size + (row->n_children > 0 ? self->spacing : 0);
      row->children[row->n_children++] = child;
    }
  return *rows == '|' ? rows + 1 : NULL;
}

static void
measure_rows (BcRowBox   *self,
              const char *rows,
              int        *least,
              int        *natural)
{
  *least = 0;
  *natural = 0;
  while (rows != NULL)
    {
      Row row;

      rows = read_row (self, rows, &row);
      *least = MAX (*least, row.least);
      *natural = MAX (*natural, row.natural);
    }
}

static const char *
choose (BcRowBox *self,
        int       width)
{
  guint i = 0;

  for (; self->arrangements[i + 1] != NULL; i++)
    {
      int least;
      int natural;

      measure_rows (self, self->arrangements[i], &least, &natural);
      if (least <= width)
        break;
    }
  return self->arrangements[i];
}

/* What is left goes to those that have less than they would like, then to those that expand, until they have twice of
 * that. Gives the height of the row. */
static int
share_out (BcRowBox *self,
           Row      *row,
           int       width)
{
  int height = 0;
  int left = gtk_distribute_natural_allocation (MAX (0, width - row->least), row->n_children, row->sizes);

  for (guint i = 0; i < row->n_children; i++)
    if (gtk_widget_compute_expand (row->children[i], GTK_ORIENTATION_HORIZONTAL))
      {
        int more = MIN (left, row->sizes[i].natural_size);

        row->sizes[i].minimum_size += more;
        left -= more;
      }
  for (guint i = 0; i < row->n_children; i++)
    {
      int natural;

      gtk_widget_measure (row->children[i], GTK_ORIENTATION_VERTICAL, row->sizes[i].minimum_size, NULL, &natural,
                          NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

/* An arrangement may leave children out where there is no room for them. */
static void
show_children (BcRowBox   *self,
               const char *rows)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (char at = 'a'; child != NULL; at++, child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_child_visible (child, strchr (rows, g_ascii_toupper (at)) != NULL
                                             || (strchr (rows, at) != NULL && !gives_way (child, at)));
}

/* Goes through the rows; places the children where @place is set. Gives the height of it all. */
static int
flow (BcRowBox *self,
      int       width,
      gboolean  place)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const char *rows = choose (self, width);
  int y = 0;

  if (place)
    show_children (self, rows);
  while (rows != NULL)
    {
      Row row;
      int height;
      int x = 0;

      rows = read_row (self, rows, &row);
      height = share_out (self, &row, width);
      for (guint i = 0; place && i < row.n_children; i++)
        {
          int wanted = row.sizes[i].minimum_size;
          GtkAllocation at = { rtl ? width - x - wanted : x, y, wanted, height };

          gtk_widget_size_allocate (row.children[i], &at, -1);
          x += wanted + self->spacing;
        }
      y += height + (rows != NULL ? self->line_spacing : 0);
    }
  return y;
}

static void
bc_row_box_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  BcRowBox *self = BC_ROW_BOX (widget);
  guint last = 0;
  int least;
  int most;

  while (self->arrangements[last + 1] != NULL)
    last++;
  measure_rows (self, self->arrangements[last], minimum, &most);
  measure_rows (self, self->arrangements[0], &least, natural);
  *natural = MAX (*natural, *minimum);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  *minimum = flow (self, for_size < 0 ? *natural : MAX (for_size, *minimum), FALSE);
  *natural = *minimum;
}

static void
bc_row_box_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  flow (BC_ROW_BOX (widget), width, TRUE);
}

static GtkSizeRequestMode
bc_row_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bc_row_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (bc_row_box_parent_class)->dispose (object);
}

static void
bc_row_box_class_init (BcRowBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_row_box_dispose;
  widget_class->measure = bc_row_box_measure;
  widget_class->size_allocate = bc_row_box_size_allocate;
  widget_class->get_request_mode = bc_row_box_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "rowbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_row_box_init (BcRowBox *self)
{
}

/**
 * bc_row_box_new:
 * @spacing: between children of a row, in pixels
 * @line_spacing: between rows, in pixels
 * @arrangements: (array zero-terminated=1): static strings, the roomiest first
 *
 * An arrangement names the children by letters, in the order of bc_row_box_append(), with "|" between rows, as "aB|c".
 * A capital letter demands the child's natural width, a small one is content with its minimum, and with nothing while
 * the child's opacity is 0. The first arrangement whose demands are met is taken, else the last. A child that it does
 * not name is not shown.
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
bc_row_box_new (int                spacing,
                int                line_spacing,
                const char *const *arrangements)
{
  BcRowBox *self;

  g_return_val_if_fail (arrangements != NULL && arrangements[0] != NULL, NULL);

  self = g_object_new (BC_TYPE_ROW_BOX, NULL);
  self->spacing = spacing;
  self->line_spacing = line_spacing;
  self->arrangements = arrangements;
  return GTK_WIDGET (self);
}

/**
 * bc_row_box_append:
 * @child: (transfer floating): the next letter
 *
 * Adds a child.
 */
void
bc_row_box_append (BcRowBox  *self,
                   GtkWidget *child)
{
  g_return_if_fail (BC_IS_ROW_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/* A wheel turns up and down; the row has only one way to go. */
static gboolean
scroll_cb (GtkScrolledWindow        *scroller,
           double                    x,
           double                    y,
           GtkEventControllerScroll *controller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (scroller);
  double step = gtk_adjustment_get_page_size (adjustment) / 4;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (scroller)) == GTK_TEXT_DIR_RTL;

  g_assert (GTK_IS_SCROLLED_WINDOW (scroller));

  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment))
    return FALSE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + (rtl ? x - y : x + y) * step);
  return TRUE;
}

/**
 * bc_row_box_new_scroller:
 * @child: (transfer floating): what may be wider than there is room
 * @least_width: how much of it always shows, in pixels
 *
 * Returns: (transfer floating): @child, to be pushed to and fro by finger, wheel or focus, without a scroll bar
 */
GtkWidget *
bc_row_box_new_scroller (GtkWidget *child,
                         int        least_width)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (scroller), least_width);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_add_css_class (scroller, "row-scroller");
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scroll_cb), scroller, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (scroller, wheel);
  return scroller;
}
