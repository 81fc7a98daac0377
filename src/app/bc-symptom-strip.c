/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom-strip-private.h"

#include "bc-choice-row.h"
#include "bc-i18n.h"
#include "bc-intensity-row.h"
#include "bc-pen-row.h"
#include "bc-signed-part.h"
#include "bc-symptom-details.h"

enum
{
  PROP_0,
  PROP_CHART,
  PROP_VISIT,
  PROP_TOOL,
  PROP_SYMPTOM_NUMBER,
  PROP_BRUSH_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcSymptomStrip, bc_symptom_strip, GTK_TYPE_WIDGET)

static void update (BcSymptomStrip *self);

BcSymptom *
_bc_symptom_strip_get_symptom (BcSymptomStrip *self)
{
  return self->visit != NULL && self->number > 0 ? bc_visit_get_symptom (self->visit, self->number) : NULL;
}

void
_bc_symptom_strip_set_number (BcSymptomStrip *self,
                              int             number)
{
  if (self->number == number)
    return;
  self->number = number;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYMPTOM_NUMBER]);
}

void
_bc_symptom_strip_set_asked (BcSymptomStrip *self,
                             GtkWidget      *group)
{
  if (self->asked != NULL)
    gtk_widget_remove_css_class (self->asked, "asked");
  self->asked = group;
  if (group != NULL)
    gtk_widget_add_css_class (group, "asked");
}

/*
 * Opens a step of the history on the active symptom; on P1, made within the same step, where there is none yet: a
 * patient may begin with a word and not with a place. Gives NULL without a chart; else bc_history_end() ends it.
 */
static BcSymptom *
begin_edit (BcSymptomStrip *self,
            const char     *label)
{
  BcSymptom *symptom = _bc_symptom_strip_get_symptom (self);

  if (self->chart == NULL || self->visit == NULL || bc_visit_is_signed (self->visit))
    return NULL;
  bc_history_begin (bc_chart_get_history (self->chart), label);
  if (symptom == NULL)
    {
      symptom = bc_edit_add_symptom (self->chart, self->visit);
      _bc_symptom_strip_set_number (self, bc_symptom_get_number (symptom));
    }
  return symptom;
}

static void
end_edit (BcSymptomStrip *self)
{
  bc_history_end (bc_chart_get_history (self->chart));
}

/* The room for the width is kept, so that no button moves away under a finger; only on the narrowest window words need it. */
static void
show_width (BcSymptomStrip *self)
{
  gboolean show;
  int tool;

  g_object_get (self->tools, "tool", &tool, NULL);
  show = (tool == BC_TOOL_BRUSH || tool == BC_TOOL_ERASE) && gtk_widget_get_sensitive (self->tools);
  gtk_widget_set_opacity (self->width, show ? 1 : 0);
  gtk_widget_queue_resize (self->width);
  gtk_widget_set_sensitive (self->width, show);
  gtk_widget_set_can_target (self->width, show);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->width), GTK_ACCESSIBLE_STATE_HIDDEN, !show, -1);
}

static void
tool_changed_cb (BcSymptomStrip *self)
{
  g_assert (BC_IS_SYMPTOM_STRIP (self));

  show_width (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

static void
width_changed_cb (BcSymptomStrip *self)
{
  g_assert (BC_IS_SYMPTOM_STRIP (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BRUSH_WIDTH]);
}

static void
pen_chosen_cb (BcSymptomStrip *self,
               int             number)
{
  g_assert (BC_IS_SYMPTOM_STRIP (self));

  _bc_symptom_strip_set_number (self, number);
}

static void
add_pen_cb (BcSymptomStrip *self)
{
  g_assert (BC_IS_SYMPTOM_STRIP (self));

  if (self->chart != NULL && self->visit != NULL && !bc_visit_is_signed (self->visit))
    _bc_symptom_strip_set_number (self, bc_symptom_get_number (bc_edit_add_symptom (self->chart, self->visit)));
}

static void
confirm_cb (BcSymptomStrip *self)
{
  BcSymptom *symptom = _bc_symptom_strip_get_symptom (self);

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  if (symptom != NULL && bc_symptom_get_unconfirmed (symptom) && !bc_visit_is_signed (self->visit))
    bc_edit_confirm_symptom (self->chart, symptom);
}

static void
quality_chosen_cb (BcSymptomStrip *self,
                   int             quality)
{
  BcSymptom *symptom = begin_edit (self, _("Change what it feels like"));

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  if (symptom == NULL)
    return;
  bc_edit_toggle_quality (self->chart, symptom, (BcQuality) quality);
  end_edit (self);
}

static void
now_chosen_cb (BcSymptomStrip *self,
               int             nrs)
{
  BcSymptom *symptom = begin_edit (self, _("Set how strong it is"));

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  if (symptom == NULL)
    return;
  bc_edit_set_intensity (self->chart, symptom, "now", nrs);
  end_edit (self);
}

/* One of two, or none: a click on the one that holds takes it back. */
static void
set_choice (BcSymptomStrip *self,
            const char     *property,
            int             value,
            const char     *label)
{
  BcSymptom *symptom = begin_edit (self, label);
  int now;

  if (symptom == NULL)
    return;
  g_object_get (symptom, property, &now, NULL);
  bc_history_set_int (bc_chart_get_history (self->chart), symptom, property, now == value ? 0 : value);
  end_edit (self);
}

static void
depth_chosen_cb (BcSymptomStrip *self,
                 int             depth)
{
  g_assert (BC_IS_SYMPTOM_STRIP (self));

  set_choice (self, "depth", depth, _("Set the depth"));
}

static void
constancy_chosen_cb (BcSymptomStrip *self,
                     int             constancy)
{
  g_assert (BC_IS_SYMPTOM_STRIP (self));

  set_choice (self, "constancy", constancy, _("Set constant or intermittent"));
}

static void
remove_cb (BcSymptomStrip *self)
{
  BcSymptom *symptom = _bc_symptom_strip_get_symptom (self);

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->more));
  if (symptom != NULL)
    bc_edit_remove_symptom (self->chart, self->visit, symptom);
}

/* A signed visit can be read, symptom by symptom, and not be changed. */
static void
update_sensitive (BcSymptomStrip *self)
{
  GtkWidget *const writing[] = { self->tools, self->qualities, self->now, self->depth, self->constancy,
                                 self->confirm };

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    bc_signed_part_update (writing[i], self->visit);
  show_width (self);
}

/* Shows everything as the model has it. */
static void
update (BcSymptomStrip *self)
{
  BcSymptom *symptom = _bc_symptom_strip_get_symptom (self);

  _bc_symptom_strip_set_asked (self, NULL);
  update_sensitive (self);
  bc_pen_row_update (BC_PEN_ROW (self->pens), self->visit, self->number);
  bc_choice_row_set_value (BC_CHOICE_ROW (self->qualities), symptom != NULL ? bc_symptom_get_qualities (symptom) : 0);
  bc_intensity_row_set_value (BC_INTENSITY_ROW (self->now),
                              symptom != NULL ? bc_symptom_get_now (symptom) : BC_NRS_UNKNOWN);
  bc_choice_row_set_value (BC_CHOICE_ROW (self->depth), symptom != NULL ? bc_symptom_get_depth (symptom) : 0);
  bc_choice_row_set_value (BC_CHOICE_ROW (self->constancy),
                           symptom != NULL ? bc_symptom_get_constancy (symptom) : 0);
  bc_symptom_details_set_symptom (BC_SYMPTOM_DETAILS (self->details), self->chart, self->visit, symptom);
  gtk_widget_set_sensitive (self->more, symptom != NULL);
  _bc_symptom_strip_update_confirm (self, symptom);
}

static void
model_changed_cb (BcSymptomStrip *self)
{
  int number = bc_visit_nearest_symptom (self->visit, self->number);

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  if (number != self->number)
    _bc_symptom_strip_set_number (self, number);
  else
    update (self);
}

static void
set_visit (BcSymptomStrip *self,
           BcVisit        *visit)
{
  if (!g_set_object (&self->visit, visit))
    return;
  g_signal_group_set_target (self->symptoms_signals, visit != NULL ? bc_visit_get_symptoms (visit) : NULL);
  model_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIT]);
}

static void
set_chart (BcSymptomStrip *self,
           BcChart        *chart)
{
  if (!g_set_object (&self->chart, chart))
    return;
  g_signal_group_set_target (self->history_signals, chart != NULL ? bc_chart_get_history (chart) : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self), chart != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

static void
bc_symptom_strip_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BcSymptomStrip *self = BC_SYMPTOM_STRIP (object);

  switch (id)
    {
    case PROP_CHART:
      g_value_set_object (value, self->chart);
      break;
    case PROP_VISIT:
      g_value_set_object (value, self->visit);
      break;
    case PROP_TOOL:
      g_object_get_property (G_OBJECT (self->tools), "tool", value);
      break;
    case PROP_BRUSH_WIDTH:
      g_object_get_property (G_OBJECT (self->width), "width", value);
      break;
    case PROP_SYMPTOM_NUMBER:
      g_value_set_int (value, self->number);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_symptom_strip_set_property (GObject      *object,
                               guint         id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  BcSymptomStrip *self = BC_SYMPTOM_STRIP (object);

  switch (id)
    {
    case PROP_CHART:
      set_chart (self, g_value_get_object (value));
      break;
    case PROP_VISIT:
      set_visit (self, g_value_get_object (value));
      break;
    case PROP_TOOL:
      g_object_set_property (G_OBJECT (self->tools), "tool", value);
      break;
    case PROP_BRUSH_WIDTH:
      g_object_set_property (G_OBJECT (self->width), "width", value);
      break;
    case PROP_SYMPTOM_NUMBER:
      _bc_symptom_strip_set_number (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bc_symptom_strip_dispose (GObject *object)
{
  BcSymptomStrip *self = BC_SYMPTOM_STRIP (object);
  GtkWidget *child;

  if (self->history_signals != NULL)
    {
      g_signal_group_set_target (self->history_signals, NULL);
      g_signal_group_set_target (self->symptoms_signals, NULL);
    }
  g_clear_object (&self->history_signals);
  g_clear_object (&self->symptoms_signals);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (bc_symptom_strip_parent_class)->dispose (object);
}

static void
bc_symptom_strip_class_init (BcSymptomStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = bc_symptom_strip_dispose;
  object_class->get_property = bc_symptom_strip_get_property;
  object_class->set_property = bc_symptom_strip_set_property;

  properties[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, BC_TYPE_CHART, flags);
  properties[PROP_VISIT] = g_param_spec_object ("visit", NULL, NULL, BC_TYPE_VISIT, flags);
  properties[PROP_TOOL] = g_param_spec_int ("tool", NULL, NULL, 0, BC_N_TOOLS - 1, BC_TOOL_SITE, flags);
  properties[PROP_SYMPTOM_NUMBER] = g_param_spec_int ("symptom-number", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_BRUSH_WIDTH] = g_param_spec_double ("brush-width", NULL, NULL, BC_BRUSH_LEAST, BC_BRUSH_MOST,
                                                      BC_BRUSH_USUAL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "symptomstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bc_symptom_strip_init (BcSymptomStrip *self)
{
  _bc_symptom_strip_add_groups (self);
  g_signal_connect_object (self->tools, "notify::tool", G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->width, "notify::width", G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pens, "chosen", G_CALLBACK (pen_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pens, "add", G_CALLBACK (add_pen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pens, "confirm", G_CALLBACK (confirm_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->confirm, "clicked", G_CALLBACK (confirm_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->qualities, "chosen", G_CALLBACK (quality_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->now, "chosen", G_CALLBACK (now_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->depth, "chosen", G_CALLBACK (depth_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->constancy, "chosen", G_CALLBACK (constancy_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  self->history_signals = g_signal_group_new (BC_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (model_changed_cb), self);
  self->symptoms_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->symptoms_signals, "items-changed", G_CALLBACK (model_changed_cb), self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  show_width (self);
  update (self);
}

/**
 * bc_symptom_strip_new:
 *
 * Returns: (transfer floating): a strip without a chart
 */
GtkWidget *
bc_symptom_strip_new (void)
{
  return g_object_new (BC_TYPE_SYMPTOM_STRIP, NULL);
}

/**
 * bc_symptom_strip_set_chart:
 * @chart: (nullable): a document
 * @visit: (nullable): one of its visits
 *
 * Shows another chart.
 */
void
bc_symptom_strip_set_chart (BcSymptomStrip *self,
                            BcChart        *chart,
                            BcVisit        *visit)
{
  g_return_if_fail (BC_IS_SYMPTOM_STRIP (self));
  g_return_if_fail (chart == NULL || BC_IS_CHART (chart));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  set_visit (self, NULL); /* so that the history of one chart never meets the visit of another */
  set_chart (self, chart);
  set_visit (self, visit);
}
