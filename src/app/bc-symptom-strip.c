/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-symptom-strip.h"

#include "bc-i18n.h"
#include "bc-intensity-row.h"
#include "bc-pen-row.h"
#include "bc-swatch.h"
#include "bc-symptom-details.h"
#include "bc-wrap-box.h"

#define SPACING 5
#define GROUP_SPACING 14
/* Narrower than this the tools show only their pictures, in pixels. */
#define COMPACT_WIDTH 860

static const struct
{
  const char *label;
  const char *tooltip;
  const char *icon; /* NULL: the pen of the active symptom */
} tools[BC_N_TOOLS] = {
  { N_("Sits here"), N_("The symptom sits in the regions that you click"), NULL },
  { N_("Spreads to"), N_("The symptom travels to the regions that you click"), NULL },
  { N_("Clear"), N_("The regions that you click were asked about and are free of symptoms"), "object-select-symbolic" },
  { N_("Erase"), N_("Takes marks and ticks away from the regions that you click"), "edit-clear-symbolic" },
};

struct _BcSymptomStrip
{
  GtkWidget parent_instance;

  BcChart *chart;
  BcVisit *visit;
  BcTool   tool;
  int      number;

  GtkWidget *tool_buttons[BC_N_TOOLS];
  GtkWidget *tool_swatches[BC_N_TOOLS]; /* NULL where it is an icon */
  gboolean   compact;
  guint      compact_tick;
  GtkWidget *pens;
  GtkWidget *quality_buttons[BC_N_QUALITIES];
  GtkWidget *now;
  GtkWidget *depth;
  GtkWidget *depth_buttons[2];
  GtkWidget *constancy;
  GtkWidget *constancy_buttons[2];
  GtkWidget *more;
  GtkWidget *details;

  GSignalGroup *history_signals;
  GSignalGroup *symptoms_signals;
};

enum
{
  PROP_0,
  PROP_CHART,
  PROP_VISIT,
  PROP_TOOL,
  PROP_SYMPTOM_NUMBER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (BcSymptomStrip, bc_symptom_strip, GTK_TYPE_WIDGET)

static void update (BcSymptomStrip *self);

static BcSymptom *
get_symptom (BcSymptomStrip *self)
{
  return self->visit != NULL && self->number > 0 ? bc_visit_get_symptom (self->visit, self->number) : NULL;
}

static void
set_number (BcSymptomStrip *self,
            int             number)
{
  if (self->number == number)
    return;
  self->number = number;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SYMPTOM_NUMBER]);
}

static void
set_tool (BcSymptomStrip *self,
          BcTool          tool)
{
  gboolean changed = self->tool != tool;

  self->tool = tool;
  for (guint i = 0; i < BC_N_TOOLS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tool_buttons[i]), i == (guint) tool);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOOL]);
}

/*
 * Opens a step of the history on the active symptom; on P1, made within the same step, where there is none yet: a
 * patient may begin with a word and not with a place. Gives NULL without a chart; else bc_history_end() ends it.
 */
static BcSymptom *
begin_edit (BcSymptomStrip *self,
            const char     *label)
{
  BcSymptom *symptom = get_symptom (self);

  if (self->chart == NULL || self->visit == NULL)
    return NULL;
  bc_history_begin (bc_chart_get_history (self->chart), label);
  if (symptom == NULL)
    {
      symptom = bc_edit_add_symptom (self->chart, self->visit);
      set_number (self, bc_symptom_get_number (symptom));
    }
  return symptom;
}

static void
end_edit (BcSymptomStrip *self)
{
  bc_history_end (bc_chart_get_history (self->chart));
}

static void
tool_clicked_cb (BcSymptomStrip *self,
                 GtkWidget      *button)
{
  guint i = 0;

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  while (self->tool_buttons[i] != button)
    i++;
  set_tool (self, (BcTool) i);
}

static void
pen_chosen_cb (BcSymptomStrip *self,
               int             number)
{
  g_assert (BC_IS_SYMPTOM_STRIP (self));

  set_number (self, number);
}

static void
add_pen_cb (BcSymptomStrip *self)
{
  g_assert (BC_IS_SYMPTOM_STRIP (self));

  if (self->chart != NULL && self->visit != NULL)
    set_number (self, bc_symptom_get_number (bc_edit_add_symptom (self->chart, self->visit)));
}

static void
quality_clicked_cb (BcSymptomStrip *self,
                    GtkWidget      *button)
{
  BcSymptom *symptom = begin_edit (self, _("Change what it feels like"));
  guint i = 0;

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  while (self->quality_buttons[i] != button)
    i++;
  if (symptom == NULL)
    return;
  bc_edit_toggle_quality (self->chart, symptom, (BcQuality) bc_quality_terms.terms[i].value);
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
depth_clicked_cb (BcSymptomStrip *self,
                  GtkWidget      *button)
{
  guint i = self->depth_buttons[0] == button ? 0 : 1;

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  set_choice (self, "depth", bc_depth_terms.terms[i].value, _("Set the depth"));
}

static void
constancy_clicked_cb (BcSymptomStrip *self,
                      GtkWidget      *button)
{
  guint i = self->constancy_buttons[0] == button ? 0 : 1;

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  set_choice (self, "constancy", bc_constancy_terms.terms[i].value, _("Set constant or intermittent"));
}

static void
remove_cb (BcSymptomStrip *self)
{
  BcSymptom *symptom = get_symptom (self);

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->more));
  if (symptom != NULL)
    bc_edit_remove_symptom (self->chart, self->visit, symptom);
}

static GtkWidget *
new_toggle (GtkWidget  *picture,
            const char *text)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *box;

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (picture == NULL)
    {
      gtk_button_set_child (GTK_BUTTON (button), label);
      return button;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  return button;
}

static void
update_choice (GtkWidget     **buttons,
               const BcTerms  *terms,
               int             value)
{
  for (guint i = 0; i < terms->n_terms; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (buttons[i]), terms->terms[i].value == value);
}

/* Shows everything as the model has it. */
static void
update (BcSymptomStrip *self)
{
  BcSymptom *symptom = get_symptom (self);
  guint qualities = symptom != NULL ? bc_symptom_get_qualities (symptom) : 0;

  bc_pen_row_update (BC_PEN_ROW (self->pens), self->visit, self->number);
  for (guint i = 0; i < BC_N_TOOLS; i++)
    if (self->tool_swatches[i] != NULL)
      g_object_set (self->tool_swatches[i], "number", MAX (1, self->number), NULL);
  for (guint i = 0; i < BC_N_QUALITIES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->quality_buttons[i]),
                                  (qualities & (guint) bc_quality_terms.terms[i].value) != 0);
  bc_intensity_row_set_value (BC_INTENSITY_ROW (self->now),
                              symptom != NULL ? bc_symptom_get_now (symptom) : BC_NRS_UNKNOWN);
  update_choice (self->depth_buttons, &bc_depth_terms,
                 symptom != NULL ? (int) bc_symptom_get_depth (symptom) : BC_DEPTH_UNKNOWN);
  update_choice (self->constancy_buttons, &bc_constancy_terms,
                 symptom != NULL ? (int) bc_symptom_get_constancy (symptom) : BC_CONSTANCY_UNKNOWN);
  bc_symptom_details_set_symptom (BC_SYMPTOM_DETAILS (self->details), self->chart, symptom);
  gtk_widget_set_sensitive (self->more, symptom != NULL);
}

static void
model_changed_cb (BcSymptomStrip *self)
{
  int number = bc_visit_nearest_symptom (self->visit, self->number);

  g_assert (BC_IS_SYMPTOM_STRIP (self));

  if (number != self->number)
    set_number (self, number);
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
      g_value_set_int (value, (int) self->tool);
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
      set_tool (self, (BcTool) g_value_get_int (value));
      break;
    case PROP_SYMPTOM_NUMBER:
      set_number (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
compact_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       data)
{
  BcSymptomStrip *self = BC_SYMPTOM_STRIP (widget);

  self->compact_tick = 0;
  self->compact = gtk_widget_get_width (widget) < COMPACT_WIDTH;
  if (self->compact)
    gtk_widget_add_css_class (widget, "compact");
  else
    gtk_widget_remove_css_class (widget, "compact");
  for (guint i = 0; i < BC_N_TOOLS; i++)
    {
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->tool_buttons[i]));

      gtk_widget_set_visible (gtk_widget_get_last_child (box), !self->compact);
    }
  /* Beside the pens there is room then, and the whole takes a line less. */
  gtk_widget_insert_after (self->constancy, gtk_widget_get_first_child (widget),
                           self->compact ? self->pens : self->depth);
  return G_SOURCE_REMOVE;
}

static void
bc_symptom_strip_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  BcSymptomStrip *self = BC_SYMPTOM_STRIP (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_allocate (child, width, height, baseline, NULL);
  /* In the next frame: what is being placed must not change its mind. */
  if ((width < COMPACT_WIDTH) != self->compact && self->compact_tick == 0)
    self->compact_tick = gtk_widget_add_tick_callback (widget, compact_cb, NULL, NULL);
}

static void
bc_symptom_strip_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, NULL, NULL);
}

static GtkSizeRequestMode
bc_symptom_strip_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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
  properties[PROP_TOOL] = g_param_spec_int ("tool", NULL, NULL, BC_TOOL_SITE, BC_TOOL_ERASE, BC_TOOL_SITE, flags);
  properties[PROP_SYMPTOM_NUMBER] = g_param_spec_int ("symptom-number", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  widget_class->measure = bc_symptom_strip_measure;
  widget_class->size_allocate = bc_symptom_strip_size_allocate;
  widget_class->get_request_mode = bc_symptom_strip_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "symptomstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_tools (BcSymptomStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tools"), -1);
  for (guint i = 0; i < BC_N_TOOLS; i++)
    {
      GtkWidget *picture = tools[i].icon != NULL
                             ? gtk_image_new_from_icon_name (tools[i].icon)
                             : bc_swatch_new (1, i == BC_TOOL_RADIATION ? BC_ROLE_RADIATION : BC_ROLE_SITE);

      self->tool_swatches[i] = tools[i].icon == NULL ? picture : NULL;
      self->tool_buttons[i] = new_toggle (picture, _(tools[i].label));
      gtk_widget_add_css_class (self->tool_buttons[i], "tool");
      gtk_widget_set_tooltip_text (self->tool_buttons[i], _(tools[i].tooltip));
      g_signal_connect_object (self->tool_buttons[i], "clicked", G_CALLBACK (tool_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->tool_buttons[i]);
    }
  return box;
}

static GtkWidget *
new_qualities (BcSymptomStrip *self)
{
  GtkWidget *box = bc_wrap_box_new (SPACING, SPACING);

  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What it feels like"), -1);
  for (guint i = 0; i < BC_N_QUALITIES; i++)
    {
      int quality = bc_quality_terms.terms[i].value;

      self->quality_buttons[i] = new_toggle (bc_swatch_new_quality ((BcQuality) quality),
                                             bc_terms_get_name (&bc_quality_terms, quality));
      gtk_widget_add_css_class (self->quality_buttons[i], "chip");
      g_signal_connect_object (self->quality_buttons[i], "clicked", G_CALLBACK (quality_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      bc_wrap_box_append (BC_WRAP_BOX (box), self->quality_buttons[i]);
    }
  return box;
}

static GtkWidget *
new_choice (BcSymptomStrip  *self,
            const BcTerms   *terms,
            GtkWidget      **buttons,
            GCallback        callback)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < terms->n_terms; i++)
    {
      buttons[i] = new_toggle (NULL, bc_terms_get_name (terms, terms->terms[i].value));
      g_signal_connect_object (buttons[i], "clicked", callback, self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), buttons[i]);
    }
  return box;
}

static GtkWidget *
new_more (BcSymptomStrip *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->details = bc_symptom_details_new ();
  g_signal_connect_object (self->details, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), self->details);
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->more), _("More"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->more), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->more), popover);
  gtk_widget_set_tooltip_text (self->more, _("Best and worst, onset, 24 hours, aggravating, easing, notes"));
  return self->more;
}

static void
bc_symptom_strip_init (BcSymptomStrip *self)
{
  GtkWidget *box = bc_wrap_box_new (GROUP_SPACING, SPACING);

  self->pens = bc_pen_row_new ();
  g_signal_connect_object (self->pens, "chosen", G_CALLBACK (pen_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pens, "add", G_CALLBACK (add_pen_cb), self, G_CONNECT_SWAPPED);
  self->now = bc_intensity_row_new (C_("intensity", "Now"));
  g_signal_connect_object (self->now, "chosen", G_CALLBACK (now_chosen_cb), self, G_CONNECT_SWAPPED);
  self->depth = new_choice (self, &bc_depth_terms, self->depth_buttons, G_CALLBACK (depth_clicked_cb));
  self->constancy = new_choice (self, &bc_constancy_terms, self->constancy_buttons,
                                G_CALLBACK (constancy_clicked_cb));
  bc_wrap_box_append (BC_WRAP_BOX (box), new_tools (self));
  bc_wrap_box_append (BC_WRAP_BOX (box), self->pens);
  bc_wrap_box_append (BC_WRAP_BOX (box), new_qualities (self));
  bc_wrap_box_append (BC_WRAP_BOX (box), self->now);
  bc_wrap_box_append (BC_WRAP_BOX (box), self->depth);
  bc_wrap_box_append (BC_WRAP_BOX (box), self->constancy);
  bc_wrap_box_append (BC_WRAP_BOX (box), new_more (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  self->history_signals = g_signal_group_new (BC_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "changed", G_CALLBACK (model_changed_cb), self);
  self->symptoms_signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->symptoms_signals, "items-changed", G_CALLBACK (model_changed_cb), self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  set_tool (self, BC_TOOL_SITE);
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
