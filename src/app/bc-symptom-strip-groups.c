/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the strip is made of, where it goes, and how one is led to a part of it. */
#include "bc-symptom-strip-private.h"

#include "bc-brush-width.h"
#include "bc-choice-row.h"
#include "bc-i18n.h"
#include "bc-intensity-row.h"
#include "bc-pen-row.h"
#include "bc-row-box.h"
#include "bc-symptom-details.h"
#include "bc-tool-row.h"

#include <string.h>

#define SPACING 10
#define LINE_SPACING 6
/* That much of the qualities always shows, in pixels. */
#define LEAST_QUALITIES 200

/*
 * Where the groups go, roomiest first; bc_row_box_new() explains the letters: a tools, b width of the brush, c pens,
 * d qualities, e intensity, f depth, g constancy, h details, i what confirms the symptom (on the narrowest its pen
 * does).
 */
static const char *const arrangements[] = {
  "ABCE|DFGIH",   /* two rows, every word */
  "aBcE|DFGIH",   /* pictures for tools, pens to be pushed */
  "ABCIH|D|EFG",  /* three rows, every word */
  "aBcIH|D|EFG",
  "aBcIH|d|EFG",  /* qualities to be pushed */
  "aBcIH|d|efg",  /* words cut */
  "ac|d|fgb|eH",
  NULL
};

static GtkWidget *
new_more (BcSymptomStrip *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->details = bc_symptom_details_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->details);
  self->more = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->more), "view-more-horizontal-symbolic");
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->more), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->more), popover);
  gtk_widget_set_tooltip_text (self->more, _("Best and worst, onset, 24 hours, aggravating, easing, notes, relation"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("More about the symptom"), -1);
  return self->more;
}

/* Says of which symptom the button is, or hides it. */
void
_bc_symptom_strip_update_confirm (BcSymptomStrip *self,
                                  BcSymptom      *symptom)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  g_autofree char *tooltip = NULL;

  gtk_widget_set_visible (self->confirm, symptom != NULL && bc_symptom_get_unconfirmed (symptom));
  if (symptom == NULL)
    return;
  label = bc_symptom_dup_label (symptom);
  /* Translators: a button; %s is a symptom, as "P1", that was copied from the last visit */
  name = g_strdup_printf (_("Confirm %s"), label);
  /* Translators: %s is a symptom, as "P1" */
  tooltip = g_strdup_printf (_("%s is from the last visit, and still holds as it is"), label);
  gtk_widget_set_tooltip_text (self->confirm, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->confirm), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Makes the groups, without a word of what they are to do. */
void
_bc_symptom_strip_add_groups (BcSymptomStrip *self)
{
  GtkWidget *box = bc_row_box_new (SPACING, LINE_SPACING, arrangements);

  self->tools = bc_tool_row_new ();
  self->width = bc_brush_width_new ();
  self->pens = bc_pen_row_new ();
  self->qualities = bc_choice_row_new (&bc_quality_terms, _("What it feels like"), TRUE);
  self->now = bc_intensity_row_new (C_("intensity", "Now"));
  self->depth = bc_choice_row_new (&bc_depth_terms, _("Depth"), FALSE);
  self->constancy = bc_choice_row_new (&bc_constancy_terms, _("Constant or intermittent"), FALSE);
  bc_row_box_append (BC_ROW_BOX (box), self->tools);
  bc_row_box_append (BC_ROW_BOX (box), self->width);
  bc_row_box_append (BC_ROW_BOX (box), self->pens);
  bc_row_box_append (BC_ROW_BOX (box), bc_row_box_new_scroller (self->qualities, LEAST_QUALITIES));
  bc_row_box_append (BC_ROW_BOX (box), self->now);
  bc_row_box_append (BC_ROW_BOX (box), self->depth);
  bc_row_box_append (BC_ROW_BOX (box), self->constancy);
  bc_row_box_append (BC_ROW_BOX (box), new_more (self));
  self->confirm = gtk_button_new_with_label (C_("copied symptom", "Confirm"));
  bc_row_box_append (BC_ROW_BOX (box), self->confirm);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/* What belongs to one symptom and is asked in the strip itself. */
static GtkWidget *
find_group (BcSymptomStrip *self,
            const char     *field)
{
  const struct
  {
    const char *field;
    GtkWidget  *group;
  } groups[] = {
    { "side", self->tools },
    { "number", self->pens },
    { "quality", self->qualities },
    { "depth", self->depth },
    { "constancy", self->constancy },
    { "now", self->now },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (groups[i].field, field))
      return groups[i].group;
  return NULL;
}

static gboolean
go_details (BcSymptomStrip *self,
            const char     *field)
{
  if (_bc_symptom_strip_get_symptom (self) == NULL)
    return FALSE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->more));
  return bc_symptom_details_focus (BC_SYMPTOM_DETAILS (self->details), field);
}

static gboolean
go_symptom (BcSymptomStrip *self,
            const char     *rest)
{
  char *field;
  gint64 number = g_ascii_strtoll (rest, &field, 10);
  GtkWidget *group;

  if (*field != ':' || number < 1 || number > G_MAXINT)
    return FALSE;
  field++;
  if (bc_visit_get_symptom (self->visit, (int) number) != NULL)
    _bc_symptom_strip_set_number (self, (int) number);
  group = find_group (self, field);
  if (group == NULL)
    return go_details (self, field);
  if (group == self->tools)
    g_object_set (self, "tool", (int) BC_TOOL_SITE, NULL);
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
  _bc_symptom_strip_set_asked (self, group);
  return TRUE;
}

/**
 * bc_symptom_strip_go:
 * @what: the id of a #BcCompletenessItem, as "symptom:2:depth"
 *
 * Makes the symptom active, and shows where @what is filled in, with the focus there.
 *
 * Returns: whether it is filled in here; what is not is a matter of the figure or of the questions
 */
gboolean
bc_symptom_strip_go (BcSymptomStrip *self,
                     const char     *what)
{
  static const char *const details[][2] = {
    { "aggravating", "aggravating" }, { "easing", "easing" }, { "24-hours", "day-pattern" }, { "relation", "relation" },
  };

  g_return_val_if_fail (BC_IS_SYMPTOM_STRIP (self), FALSE);
  g_return_val_if_fail (what != NULL, FALSE);

  if (self->chart == NULL || self->visit == NULL)
    return FALSE;
  if (g_str_has_prefix (what, "symptom:"))
    return go_symptom (self, what + strlen ("symptom:"));
  if (g_str_equal (what, "clear"))
    {
      g_object_set (self, "tool", (int) BC_TOOL_CLEAR, NULL);
      _bc_symptom_strip_set_asked (self, self->tools);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    if (g_str_equal (what, details[i][0]))
      return go_details (self, details[i][1]);
  return FALSE;
}
