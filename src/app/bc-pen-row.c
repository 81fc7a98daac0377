/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-pen-row.h"

#include "bc-i18n.h"
#include "bc-row-box.h"
#include "bc-signed-part.h"
#include "bc-swatch.h"

#define SPACING 5
/* One pen always shows, in pixels. */
#define LEAST_WIDTH 72

struct _BcPenRow
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *box; /* of the pens */
  GtkWidget *add;
  GPtrArray *pens;   /* of GtkToggleButton, unowned; each knows its "number" */
  int        number; /* of the active symptom */
  guint      reveal_tick;
  guint      reveal_wait; /* frames */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_ADD,
  SIGNAL_CONFIRM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcPenRow, bc_pen_row, GTK_TYPE_WIDGET)

static int
pen_number (gpointer pen)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (pen), "number"));
}

static void
clicked_cb (BcPenRow  *self,
            GtkWidget *button)
{
  gboolean again = pen_number (button) == self->number;

  g_assert (BC_IS_PEN_ROW (self));

  /* A click on the active pen has let it go. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), again);
  g_signal_emit (self, signals[again ? SIGNAL_CONFIRM : SIGNAL_CHOSEN], 0, pen_number (button));
}

static void
add_cb (BcPenRow *self)
{
  g_assert (BC_IS_PEN_ROW (self));

  g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

static GtkWidget *
new_pen (int number)
{
  GtkWidget *pen = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *swatch = bc_swatch_new (number, BC_ROLE_SITE);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (pen), box);
  g_object_set_data (G_OBJECT (pen), "number", GINT_TO_POINTER (number));
  g_object_set_data (G_OBJECT (pen), "swatch", swatch);
  g_object_set_data (G_OBJECT (pen), "label", label);
  gtk_widget_add_css_class (pen, "pen");
  return pen;
}

static char *
dup_tooltip (BcSymptom *symptom)
{
  g_autofree char *label = bc_symptom_dup_label (symptom);
  g_autofree char *qualities = bc_qualities_dup_names (bc_symptom_get_qualities (symptom));
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append (text, qualities);
  if (bc_symptom_get_now (symptom) != BC_NRS_UNKNOWN)
    {
      if (text->len > 0)
        g_string_append (text, ", ");
      /* Translators: %d is how strong a symptom is, 0 to 10 */
      g_string_append_printf (text, _("%d of 10"), bc_symptom_get_now (symptom));
    }
  if (bc_symptom_get_unconfirmed (symptom))
    {
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, _("from the last visit, press again to confirm"));
    }
  if (text->len == 0)
    /* Translators: %s is a symptom, as "P1" */
    return g_strdup_printf (_("Mark with %s"), label);
  /* Translators: a symptom and what is known of it, as in "P1: ache, 6 of 10" */
  return g_strdup_printf (_("%s: %s"), label, text->str);
}

static void
add_pen (BcPenRow  *self,
         BcSymptom *symptom)
{
  GtkWidget *pen = new_pen (bc_symptom_get_number (symptom));

  g_signal_connect_object (pen, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), pen);
  g_ptr_array_add (self->pens, pen);
}

/* A symptom that is not confirmed yet has a question mark, on the figure too. */
static void
update_pen (GtkWidget *pen,
            BcSymptom *symptom)
{
  gboolean unconfirmed = bc_symptom_get_unconfirmed (symptom);
  g_autofree char *label = bc_symptom_dup_label (symptom);
  g_autofree char *text = g_strconcat (label, unconfirmed ? "?" : "", NULL);
  /* Translators: accessible name of a symptom's pen; %s is a symptom, as "P1" */
  g_autofree char *name = unconfirmed ? g_strdup_printf (_("%s, not confirmed yet"), label) : g_strdup (label);
  g_autofree char *tooltip = dup_tooltip (symptom);

  gtk_label_set_label (g_object_get_data (G_OBJECT (pen), "label"), text);
  gtk_widget_set_tooltip_text (pen, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (pen), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set (g_object_get_data (G_OBJECT (pen), "swatch"), "qualities", bc_symptom_get_qualities (symptom),
                "unconfirmed", unconfirmed, NULL);
}

/* Whether the pens are those of the symptoms. */
static gboolean
pens_fit (BcPenRow   *self,
          GListModel *symptoms)
{
  guint n_symptoms = symptoms != NULL ? g_list_model_get_n_items (symptoms) : 0;

  if (n_symptoms != self->pens->len)
    return FALSE;
  for (guint i = 0; i < n_symptoms; i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (pen_number (g_ptr_array_index (self->pens, i)) != bc_symptom_get_number (symptom))
        return FALSE;
    }
  return TRUE;
}

/* With the focus among the pens a digit takes the pen of that number. */
static gboolean
key_cb (BcPenRow        *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  guint32 digit = gdk_keyval_to_unicode (key);

  g_assert (BC_IS_PEN_ROW (self));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || digit < '1' || digit > '9')
    return FALSE;
  for (guint i = 0; i < self->pens->len; i++)
    if (pen_number (g_ptr_array_index (self->pens, i)) == (int) (digit - '0'))
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->pens, i));
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) (digit - '0'));
        return TRUE;
      }
  return FALSE;
}

/* Pushes the row so that the active pen shows. A frame later, when a new pen has its place. */
static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  BcPenRow *self = BC_PEN_ROW (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  if (self->reveal_wait > 0)
    {
      self->reveal_wait--;
      return G_SOURCE_CONTINUE;
    }
  self->reveal_tick = 0;
  for (guint i = 0; i < self->pens->len; i++)
    {
      GtkWidget *pen = g_ptr_array_index (self->pens, i);
      graphene_rect_t box;

      if (pen_number (pen) == self->number && gtk_widget_compute_bounds (pen, self->box, &box))
        gtk_adjustment_clamp_page (adjustment, (double) box.origin.x, (double) (box.origin.x + box.size.width));
    }
  return G_SOURCE_REMOVE;
}

static void
bc_pen_row_dispose (GObject *object)
{
  BcPenRow *self = BC_PEN_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->pens, g_ptr_array_unref);

  G_OBJECT_CLASS (bc_pen_row_parent_class)->dispose (object);
}

static void
bc_pen_row_class_init (BcPenRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_pen_row_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", BC_TYPE_PEN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_ADD] = g_signal_new ("add", BC_TYPE_PEN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[SIGNAL_CONFIRM] = g_signal_new ("confirm", BC_TYPE_PEN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "penrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_pen_row_init (BcPenRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->pens = g_ptr_array_new ();
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add, _("Add another symptom"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a symptom"), -1);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  self->scroller = bc_row_box_new_scroller (self->box, 0);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), SPACING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Symptoms"), -1);
}

/**
 * bc_pen_row_new:
 *
 * Returns: (transfer floating): a row without pens
 */
GtkWidget *
bc_pen_row_new (void)
{
  return g_object_new (BC_TYPE_PEN_ROW, NULL);
}

/**
 * bc_pen_row_update:
 * @visit: (nullable): whose symptoms to offer
 * @number: the active symptom, 0 for none
 *
 * Shows the symptoms as they are now.
 */
void
bc_pen_row_update (BcPenRow *self,
                   BcVisit  *visit,
                   int       number)
{
  GListModel *symptoms;

  g_return_if_fail (BC_IS_PEN_ROW (self));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  bc_signed_part_update (self->add, visit);
  if (self->number != number)
    self->reveal_wait = 1;
  if (self->number != number && self->reveal_tick == 0)
    self->reveal_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
  self->number = number;
  symptoms = visit != NULL ? G_LIST_MODEL (bc_visit_get_symptoms (visit)) : NULL;
  if (!pens_fit (self, symptoms))
    {
      for (guint i = 0; i < self->pens->len; i++)
        gtk_box_remove (GTK_BOX (self->box), g_ptr_array_index (self->pens, i));
      g_ptr_array_set_size (self->pens, 0);
      for (guint i = 0; symptoms != NULL && i < g_list_model_get_n_items (symptoms); i++)
        {
          g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

          add_pen (self, symptom);
        }
      gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (self->scroller),
                                                 self->pens->len > 0 ? LEAST_WIDTH : 0);
    }
  for (guint i = 0; i < self->pens->len; i++)
    {
      GtkWidget *pen = g_ptr_array_index (self->pens, i);
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      update_pen (pen, symptom);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pen), bc_symptom_get_number (symptom) == number);
    }
}
