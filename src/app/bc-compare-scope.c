/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-compare-scope.h"

#include "bc-i18n.h"
#include "bc-wrap-box.h"

/* Pixels. */
#define SPACING 12

struct _BcCompareScope
{
  GtkWidget parent_instance;

  int      symptom;
  gboolean filling;
  char    *shown; /* (nullable): the symptoms that the buttons are for, so that these keep the focus */

  GtkWidget *box;
  GtkWidget *symptoms;
  GtkWidget *zoom;
  GtkWidget *drawings;
  GtkWidget *clinician;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_DRAWING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcCompareScope, bc_compare_scope, GTK_TYPE_WIDGET)

static void
chosen_cb (BcCompareScope *self)
{
  g_assert (BC_IS_COMPARE_SCOPE (self));

  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
drawing_cb (BcCompareScope *self)
{
  g_assert (BC_IS_COMPARE_SCOPE (self));

  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_DRAWING], 0);
}

/* --- symptoms --- */

static void
symptom_cb (BcCompareScope *self,
            GtkWidget      *button)
{
  g_assert (BC_IS_COMPARE_SCOPE (self));

  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    return;
  self->symptom = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "symptom"));
  chosen_cb (self);
}

static void
add_symptom (BcCompareScope *self,
             const char     *label,
             int             symptom)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  GtkWidget *first = gtk_widget_get_first_child (self->symptoms);

  g_object_set_data (G_OBJECT (button), "symptom", GINT_TO_POINTER (symptom));
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), symptom == self->symptom);
  g_signal_connect_object (button, "toggled", G_CALLBACK (symptom_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->symptoms), button);
}

static char *
dup_numbers (const BcComparison *comparison)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; comparison != NULL && i < comparison->symptoms->len; i++)
    {
      const BcSymptomChange *change = g_ptr_array_index (comparison->symptoms, i);

      g_string_append_printf (numbers, "%sP%d", i > 0 ? " " : "", change->number);
    }
  return g_string_free (numbers, FALSE);
}

static gboolean
has_symptom (const BcComparison *comparison,
             int                 symptom)
{
  for (guint i = 0; comparison != NULL && i < comparison->symptoms->len; i++)
    if (((const BcSymptomChange *) g_ptr_array_index (comparison->symptoms, i))->number == symptom)
      return TRUE;
  return symptom == 0;
}

/**
 * bc_compare_scope_set:
 * @comparison: (nullable): what is compared
 *
 * Offers the symptoms of two visits. The one that was chosen stays so where it is one of them.
 */
void
bc_compare_scope_set (BcCompareScope     *self,
                      const BcComparison *comparison)
{
  g_autofree char *numbers = dup_numbers (comparison);
  g_auto(GStrv) labels = g_strsplit (numbers, " ", -1);
  GtkWidget *child;

  g_return_if_fail (BC_IS_COMPARE_SCOPE (self));

  if (g_strcmp0 (numbers, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&numbers);
  if (!has_symptom (comparison, self->symptom))
    self->symptom = 0;
  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->symptoms)) != NULL)
    gtk_box_remove (GTK_BOX (self->symptoms), child);
  add_symptom (self, _("Whole visit"), 0);
  for (guint i = 0; labels[i] != NULL; i++)
    add_symptom (self, labels[i], (int) g_ascii_strtoll (labels[i] + 1, NULL, 10));
  self->filling = FALSE;
  gtk_widget_set_visible (self->symptoms, g_strv_length (labels) > 1);
}

/* --- life --- */

static GtkWidget *
new_linked (const char *name)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_add_css_class (box, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static GtkWidget *
new_drawings (BcCompareScope *self)
{
  GtkWidget *patient = gtk_toggle_button_new_with_label (C_("drawing", "Patient’s"));

  self->drawings = new_linked (_("Whose drawing is compared"));
  self->clinician = gtk_toggle_button_new_with_label (C_("drawing", "Clinician’s"));
  gtk_widget_set_tooltip_text (patient, _("Compare what the patient drew"));
  gtk_widget_set_tooltip_text (self->clinician, _("Compare how the clinician understands it; where there is no such "
                                                  "drawing, the patient’s"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->clinician), GTK_TOGGLE_BUTTON (patient));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (patient), TRUE);
  g_signal_connect_object (self->clinician, "toggled", G_CALLBACK (drawing_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->drawings), patient);
  gtk_box_append (GTK_BOX (self->drawings), self->clinician);
  gtk_widget_set_visible (self->drawings, FALSE);
  return self->drawings;
}

static void
bc_compare_scope_dispose (GObject *object)
{
  BcCompareScope *self = BC_COMPARE_SCOPE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (bc_compare_scope_parent_class)->dispose (object);
}

static void
bc_compare_scope_class_init (BcCompareScopeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_compare_scope_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparescope");

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_DRAWING] = g_signal_new ("drawing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
bc_compare_scope_init (BcCompareScope *self)
{
  self->box = bc_wrap_box_new (SPACING, 6);
  self->symptoms = new_linked (_("What is compared"));
  self->zoom = gtk_toggle_button_new_with_label (_("Close Up"));
  gtk_widget_set_tooltip_text (self->zoom, _("Show only where something changed, as large as there is room"));
  g_signal_connect_object (self->zoom, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  bc_wrap_box_append (BC_WRAP_BOX (self->box), self->symptoms);
  bc_wrap_box_append (BC_WRAP_BOX (self->box), self->zoom);
  bc_wrap_box_append (BC_WRAP_BOX (self->box), new_drawings (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * bc_compare_scope_new:
 *
 * Returns: (transfer floating): the choice of the whole visit and the whole body
 */
GtkWidget *
bc_compare_scope_new (void)
{
  return g_object_new (BC_TYPE_COMPARE_SCOPE, NULL);
}

/**
 * bc_compare_scope_allow_clinician:
 * @allow: whether there is a clinician's drawing to look at
 *
 * Offers the clinician's drawing; where it is no longer offered, the patient's is chosen.
 */
void
bc_compare_scope_allow_clinician (BcCompareScope *self,
                                  gboolean        allow)
{
  g_return_if_fail (BC_IS_COMPARE_SCOPE (self));

  gtk_widget_set_visible (self->drawings, allow);
  if (allow || bc_compare_scope_get_drawing (self) == BC_DRAWING_PATIENT)
    return;
  self->filling = TRUE; /* whoever forbids it compares anyway */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (self->drawings)), TRUE);
  self->filling = FALSE;
}

/**
 * bc_compare_scope_get_symptom:
 *
 * Returns: the number of the symptom that is to be shown alone, 0 for all
 */
int
bc_compare_scope_get_symptom (BcCompareScope *self)
{
  g_return_val_if_fail (BC_IS_COMPARE_SCOPE (self), 0);

  return self->symptom;
}

/**
 * bc_compare_scope_get_zoomed:
 *
 * Returns: whether only that is to be shown where something changed
 */
gboolean
bc_compare_scope_get_zoomed (BcCompareScope *self)
{
  g_return_val_if_fail (BC_IS_COMPARE_SCOPE (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->zoom));
}

/**
 * bc_compare_scope_get_drawing:
 *
 * Returns: whose drawing is to be compared
 */
BcDrawing
bc_compare_scope_get_drawing (BcCompareScope *self)
{
  g_return_val_if_fail (BC_IS_COMPARE_SCOPE (self), BC_DRAWING_PATIENT);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->clinician)) ? BC_DRAWING_CLINICIAN
                                                                            : BC_DRAWING_PATIENT;
}
