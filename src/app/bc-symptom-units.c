/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom-units.h"

#include "bc-i18n.h"
#include "bc-texts.h"
#include "bc-wrap-box.h"

struct _BcSymptomUnits
{
  GtkWidget parent_instance;

  char *shown; /* what the buttons were made for, so that they keep the focus while the chart changes */
  int   symptom;

  GtkWidget *box;
  GtkWidget *buttons;
  GtkWidget *sources;
};

G_DEFINE_FINAL_TYPE (BcSymptomUnits, bc_symptom_units, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
button_symptom (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "symptom"));
}

static void
press_chosen (BcSymptomUnits *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), button_symptom (button) == self->symptom);
}

static void
clicked_cb (BcSymptomUnits *self,
            GtkWidget      *button)
{
  g_assert (BC_IS_SYMPTOM_UNITS (self));

  self->symptom = button_symptom (button);
  press_chosen (self);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->symptom);
}

static void
append_button (BcSymptomUnits *self,
               const char     *label,
               int             symptom)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "symptom", GINT_TO_POINTER (symptom));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  bc_wrap_box_append (BC_WRAP_BOX (self->buttons), button);
}

/* --- life --- */

static void
bc_symptom_units_dispose (GObject *object)
{
  BcSymptomUnits *self = BC_SYMPTOM_UNITS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (bc_symptom_units_parent_class)->dispose (object);
}

static void
bc_symptom_units_class_init (BcSymptomUnitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_symptom_units_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "symptomunits");

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
bc_symptom_units_init (BcSymptomUnits *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->buttons = bc_wrap_box_new (4, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Whose findings are shown"), -1);
  self->sources = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE,
                                "xalign", 0.0, NULL);
  gtk_box_append (GTK_BOX (self->box), self->buttons);
  gtk_box_append (GTK_BOX (self->box), self->sources);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * bc_symptom_units_new:
 *
 * Returns: (transfer floating): an empty choice
 */
GtkWidget *
bc_symptom_units_new (void)
{
  return g_object_new (BC_TYPE_SYMPTOM_UNITS, NULL);
}

/* The source of the visit's pair that suits the symptom, or what leads for it alone. */
static const BcFinding *
symptom_source (const BcSymptomFindings *symptom,
                const BcFindings        *findings)
{
  if (symptom->source > 0 && findings->pair != NULL)
    return symptom->source == 1 ? findings->pair->first : findings->pair->second;
  return symptom->findings->len > 0 ? g_ptr_array_index (symptom->findings, 0) : NULL;
}

/**
 * bc_symptom_units_dup_text:
 * @by_symptom: each symptom by itself
 * @findings: of the whole visit
 *
 * Returns: (transfer full): whether the symptoms have one source, and where they point to different ones, to which
 */
char *
bc_symptom_units_dup_text (const BcBySymptom *by_symptom,
                           const BcFindings  *findings)
{
  GString *text = NULL;

  g_return_val_if_fail (by_symptom != NULL && findings != NULL, NULL);

  text = g_string_new (bc_sources_get_text (by_symptom->sources));
  for (guint i = 0; by_symptom->sources == BC_SOURCES_APART && i < by_symptom->symptoms->len; i++)
    {
      const BcSymptomFindings *symptom = g_ptr_array_index (by_symptom->symptoms, i);
      const BcFinding *source = symptom_source (symptom, findings);
      g_autofree char *name = source != NULL ? bc_finding_dup_name (source) : NULL;

      if (name == NULL)
        continue;
      g_string_append_c (text, '\n');
      /* Translators: 1: number of a symptom, 2: the source that suits it, as in "P1: L5 radicular pain, right" */
      g_string_append_printf (text, C_("symptom", "P%1$d: %2$s"), symptom->number, name);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_numbers (const BcBySymptom *by_symptom)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < by_symptom->symptoms->len; i++)
    {
      const BcSymptomFindings *symptom = g_ptr_array_index (by_symptom->symptoms, i);

      g_string_append_printf (text, "%d ", symptom->number);
    }
  return g_string_free (text, FALSE);
}

static void
make_buttons (BcSymptomUnits    *self,
              const BcBySymptom *by_symptom)
{
  g_autofree char *numbers = dup_numbers (by_symptom);
  GtkWidget *button;

  if (g_strcmp0 (numbers, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&numbers);
  while ((button = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_widget_unparent (button);
  append_button (self, _("Whole visit"), 0);
  for (guint i = 0; i < by_symptom->symptoms->len; i++)
    {
      const BcSymptomFindings *symptom = g_ptr_array_index (by_symptom->symptoms, i);
      g_autofree char *label = g_strdup_printf ("P%d", symptom->number);

      append_button (self, label, symptom->number);
    }
}

/**
 * bc_symptom_units_set:
 * @by_symptom: (nullable): each symptom by itself
 * @findings: of the whole visit
 * @symptom: whose findings are shown, 0 for the whole visit's
 *
 * Shows the choice, without `chosen`.
 */
void
bc_symptom_units_set (BcSymptomUnits    *self,
                      const BcBySymptom *by_symptom,
                      const BcFindings  *findings,
                      int                symptom)
{
  gboolean several = by_symptom != NULL && by_symptom->symptoms->len > 1;
  g_autofree char *text = NULL;

  g_return_if_fail (BC_IS_SYMPTOM_UNITS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), several);
  self->symptom = symptom;
  if (!several)
    return;
  make_buttons (self, by_symptom);
  press_chosen (self);
  text = bc_symptom_units_dup_text (by_symptom, findings);
  gtk_label_set_label (GTK_LABEL (self->sources), text);
  if (by_symptom->sources == BC_SOURCES_APART)
    gtk_widget_add_css_class (self->sources, "sources-apart");
  else
    gtk_widget_remove_css_class (self->sources, "sources-apart");
}
