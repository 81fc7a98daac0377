/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-row.h"

#include "bc-i18n.h"

#define SPACING 10

struct _BcVisitRow
{
  GtkWidget parent_instance;

  BcVisitPictures *pictures;
  BcVisit         *visit;
  guint            number;
  guint            n_visits;

  GtkWidget *picture;
  GtkWidget *day;
  GtkWidget *details;
  char      *name; /* (nullable): what a screen reader says, and so all that is written here */
};

G_DEFINE_FINAL_TYPE (BcVisitRow, bc_visit_row, GTK_TYPE_WIDGET)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  BcVisitRow *self = user_data;
  const BcVisitPicture *picture = self->visit != NULL ? bc_visit_pictures_peek (self->pictures, self->visit) : NULL;

  if (picture == NULL || picture->surface == NULL)
    return;
  cairo_set_source_surface (cr, picture->surface, 0, (height - BC_VISIT_PICTURE_HEIGHT) / 2);
  cairo_paint (cr);
}

static void
bc_visit_row_dispose (GObject *object)
{
  BcVisitRow *self = BC_VISIT_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->visit);
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (bc_visit_row_parent_class)->dispose (object);
}

static void
bc_visit_row_class_init (BcVisitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_visit_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "visitrow");
}

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  return label;
}

static void
bc_visit_row_init (BcVisitRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);
  self->picture = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->picture), BC_VISIT_PICTURE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->picture), BC_VISIT_PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_cb, self, NULL);
  gtk_widget_set_parent (self->picture, GTK_WIDGET (self));
  self->day = new_label ();
  gtk_widget_add_css_class (self->day, "heading");
  self->details = new_label ();
  gtk_widget_add_css_class (self->details, "caption");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), self->day);
  gtk_box_append (GTK_BOX (box), self->details);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * bc_visit_row_new:
 * @pictures: where the pictures come from
 *
 * Returns: (transfer floating): a row without a visit
 */
GtkWidget *
bc_visit_row_new (BcVisitPictures *pictures)
{
  BcVisitRow *self = g_object_new (BC_TYPE_VISIT_ROW, NULL);

  self->pictures = g_object_ref (pictures);
  return GTK_WIDGET (self);
}

/* The worst that any symptom was, else the strongest now. */
static int
find_worst (BcVisit *visit)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  int worst = BC_NRS_UNKNOWN;

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      if (!bc_symptom_get_resolved (symptom))
        worst = MAX (worst, MAX (bc_symptom_get_worst (symptom), bc_symptom_get_now (symptom)));
    }
  return worst;
}

static char *
dup_details (BcVisitRow *self)
{
  const BcVisitPicture *picture = bc_visit_pictures_peek (self->pictures, self->visit);
  GString *text = g_string_new (NULL);
  int worst = find_worst (self->visit);

  if (worst == BC_NRS_UNKNOWN)
    g_string_append (text, _("No intensity"));
  else
    /* Translators: intensity at a visit, on a scale from 0 to 10 */
    g_string_append_printf (text, _("Worst %d of 10"), worst);
  if (picture != NULL && picture->body_share > 0)
    {
      double percent = picture->body_share * 100;

      g_string_append_c (text, '\n');
      if (percent < 0.1)
        g_string_append_printf (text, _("Below %.1f %% of the body"), 0.1);
      else
        /* Translators: marked skin at a visit, as part of all skin */
        g_string_append_printf (text, _("%.1f %% of the body"), percent);
    }
  if (bc_visit_is_signed (self->visit))
    {
      g_string_append_c (text, '\n');
      /* Translators: of a visit that a clinician has signed */
      g_string_append (text, C_("visit", "✓ signed"));
    }
  return g_string_free (text, FALSE);
}

/**
 * bc_visit_row_repaint:
 *
 * Shows the picture as it was last painted.
 */
void
bc_visit_row_repaint (BcVisitRow *self)
{
  g_return_if_fail (BC_IS_VISIT_ROW (self));

  gtk_widget_queue_draw (self->picture);
  bc_visit_row_update (self);
}

/**
 * bc_visit_row_update:
 *
 * Says of its visit what holds now.
 */
void
bc_visit_row_update (BcVisitRow *self)
{
  g_autofree char *day = NULL;
  g_autofree char *details = NULL;
  g_auto(GStrv) lines = NULL;
  g_autofree char *flat = NULL;
  g_autofree char *name = NULL;
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  g_return_if_fail (BC_IS_VISIT_ROW (self));

  if (self->visit == NULL)
    return;
  day = bc_date_dup_display (bc_visit_get_date (self->visit));
  details = dup_details (self);
  lines = g_strsplit (details, "\n", -1);
  flat = g_strjoinv ("; ", lines);
  /* Translators: a visit in a list: 1: its day; 2: its number; 3: how many there are; 4: how it was */
  name = g_strdup_printf (_("%1$s, visit %2$u of %3$u: %4$s"), day, self->number, self->n_visits, flat);
  if (g_strcmp0 (name, self->name) == 0)
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_label_set_label (GTK_LABEL (self->day), day);
  gtk_label_set_label (GTK_LABEL (self->details), details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item != NULL) /* what a screen reader stops at is the item of the list */
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * bc_visit_row_set_visit:
 * @visit: (nullable): a visit
 * @number: which one it is, from 1
 * @n_visits: how many there are
 *
 * Shows another visit.
 */
void
bc_visit_row_set_visit (BcVisitRow *self,
                        BcVisit    *visit,
                        guint       number,
                        guint       n_visits)
{
  g_return_if_fail (BC_IS_VISIT_ROW (self));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  g_set_object (&self->visit, visit);
  self->number = number;
  self->n_visits = n_visits;
  bc_visit_row_repaint (self);
}

/**
 * bc_visit_row_get_visit:
 *
 * Returns: (transfer none) (nullable): the visit that is shown
 */
BcVisit *
bc_visit_row_get_visit (BcVisitRow *self)
{
  g_return_val_if_fail (BC_IS_VISIT_ROW (self), NULL);

  return self->visit;
}

/**
 * bc_visit_row_get_number:
 *
 * Returns: which visit is shown, from 1, the oldest
 */
guint
bc_visit_row_get_number (BcVisitRow *self)
{
  g_return_val_if_fail (BC_IS_VISIT_ROW (self), 0);

  return self->number;
}
