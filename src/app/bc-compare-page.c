/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-compare-page.h"

#include "bc-change-list.h"
#include "bc-compare-course.h"
#include "bc-compare-picture.h"
#include "bc-compare-scope.h"
#include "bc-drawn-visit.h"
#include "bc-i18n.h"
#include "bc-words-comparison.h"
#include "bc-wrap-box.h"

#include <adwaita.h>

/* Pixels. */
#define CHANGES_WIDTH 360
#define MARGIN 12

#define COURSE "course"

struct _BcComparePage
{
  GtkWidget parent_instance;

  BcChart  *chart; /* (nullable) */
  BcComparison *comparison; /* (nullable): what is shown */
  gboolean  findings;
  gboolean  filling;   /* the lists of dates are being filled */
  gboolean  has_brief; /* there are two visits to tell of */

  GtkWidget *box;
  GtkWidget *before;
  GtkWidget *after;
  GtkWidget *scope;
  GtkWidget *stack;
  GtkWidget *side;
  GtkWidget *onion;
  GtkWidget *course;
  GtkWidget *flap;
  GtkWidget *brief;
  GtkWidget *changes;
};

G_DEFINE_FINAL_TYPE (BcComparePage, bc_compare_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- contents --- */

static BcVisit *
get_visit (BcComparePage *self,
           GtkWidget     *choice)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));
  g_autoptr(BcVisit) visit = NULL;

  if (self->chart == NULL || position == GTK_INVALID_LIST_POSITION)
    return NULL;
  visit = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (self->chart)), position);
  return visit; /* the chart keeps it */
}

/* Where the list of changes is folded away, its head stands above the picture. */
static void
update_brief (BcComparePage *self)
{
  gtk_widget_set_visible (self->brief, self->has_brief && adw_flap_get_folded (ADW_FLAP (self->flap)));
}

/* What the pictures show, for those who do not see them. */
static void
tell (BcComparePage      *self,
      const BcComparison *comparison)
{
  g_autoptr(GPtrArray) sentences = bc_words_list_comparison (comparison, bc_maps_get_default ());
  g_autofree char *brief = bc_change_list_dup_brief (comparison);
  g_autofree char *all = NULL;

  g_ptr_array_add (sentences, NULL);
  all = g_strjoinv (" ", (char **) sentences->pdata);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->onion), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all, -1);
  gtk_label_set_label (GTK_LABEL (self->brief), brief);
}

static void
show_pictures (BcComparePage *self)
{
  BcFigureId figure = self->chart != NULL ? bc_chart_get_figure (self->chart) : BC_FIGURE_ADULT_FEMALE;
  int symptom = bc_compare_scope_get_symptom (BC_COMPARE_SCOPE (self->scope));
  gboolean zoomed = bc_compare_scope_get_zoomed (BC_COMPARE_SCOPE (self->scope));

  bc_compare_picture_set_comparison (BC_COMPARE_PICTURE (self->side), figure, self->comparison, symptom, zoomed);
  bc_compare_picture_set_comparison (BC_COMPARE_PICTURE (self->onion), figure, self->comparison, symptom, zoomed);
}

/* One drawing of the two visits. */
static BcComparison *
new_comparison (BcComparePage *self,
                BcVisit       *before,
                BcVisit       *after)
{
  BcDrawing drawing = bc_compare_scope_get_drawing (BC_COMPARE_SCOPE (self->scope));
  const BcMaps *maps = self->findings ? bc_maps_get_default () : NULL;
  g_autoptr(BcVisit) drawn_before = NULL;
  g_autoptr(BcVisit) drawn_after = NULL;

  if (drawing == BC_DRAWING_PATIENT)
    return bc_compare_visits (self->chart, before, after, maps);
  drawn_before = bc_visit_new_drawn (before, drawing, 0);
  drawn_after = bc_visit_new_drawn (after, drawing, 0);
  return bc_compare_visits (self->chart, drawn_before, drawn_after, maps);
}

static void
compare (BcComparePage *self)
{
  BcVisit *before = get_visit (self, self->before);
  BcVisit *after = get_visit (self, self->after);

  g_clear_pointer (&self->comparison, bc_comparison_free);
  if (before != NULL && after != NULL)
    {
      bc_compare_scope_allow_clinician (BC_COMPARE_SCOPE (self->scope),
                                        bc_visit_has_drawing (before, BC_DRAWING_CLINICIAN)
                                          || bc_visit_has_drawing (after, BC_DRAWING_CLINICIAN));
      self->comparison = new_comparison (self, before, after);
    }
  bc_compare_scope_set (BC_COMPARE_SCOPE (self->scope), self->comparison);
  show_pictures (self);
  self->has_brief = self->comparison != NULL && before != after;
  bc_change_list_set (BC_CHANGE_LIST (self->changes), self->comparison, self->has_brief);
  update_brief (self);
  if (self->has_brief)
    tell (self, self->comparison);
}

/* What has the keyboard is the button inside of the list, which has no name by itself. */
static void
name_choice (GtkWidget  *choice,
             const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (choice);
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (choice));
  g_autofree char *words = chosen != NULL
                             /* Translators: 1: "Earlier visit" or "Later visit"; 2: its number and date */
                             ? g_strdup_printf (C_("visit", "%1$s, %2$s"), name, gtk_string_object_get_string (chosen))
                             : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
name_choices (BcComparePage *self)
{
  name_choice (self->before, _("Earlier visit"));
  name_choice (self->after, _("Later visit"));
}

static void
chosen_cb (BcComparePage *self)
{
  g_assert (BC_IS_COMPARE_PAGE (self));

  name_choices (self);
  if (!self->filling)
    compare (self);
}

static void
page_shown_cb (BcComparePage *self)
{
  gboolean course = g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), COURSE) == 0;

  g_assert (BC_IS_COMPARE_PAGE (self));

  gtk_widget_set_visible (self->scope, !course);
}

/* --- building --- */

static void
close_cb (BcComparePage *self)
{
  g_assert (BC_IS_COMPARE_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static GtkWidget *
new_header (BcComparePage *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *toggle = gtk_toggle_button_new ();

  gtk_widget_set_tooltip_text (back, _("Back (Escape)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back"), -1);
  g_signal_connect_object (back, "clicked", G_CALLBACK (close_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_("Compare Visits"), NULL));
  gtk_button_set_icon_name (GTK_BUTTON (toggle), "view-list-symbolic");
  gtk_widget_set_tooltip_text (toggle, _("What changed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What changed"), -1);
  g_object_bind_property (self->flap, "reveal-flap", toggle, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), toggle);
  return header;
}

static GtkWidget *
new_choice (BcComparePage *self,
            const char    *name)
{
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);

  gtk_widget_set_tooltip_text (choice, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
new_tools (BcComparePage *self)
{
  GtkWidget *tools = bc_wrap_box_new (MARGIN, 6);
  GtkWidget *later = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->before = new_choice (self, _("Earlier visit"));
  self->after = new_choice (self, _("Later visit"));
  gtk_box_append (GTK_BOX (later), gtk_image_new_from_icon_name ("go-next-symbolic")); /* mirrored with the text */
  gtk_box_append (GTK_BOX (later), self->after);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  bc_wrap_box_append (BC_WRAP_BOX (tools), self->before);
  bc_wrap_box_append (BC_WRAP_BOX (tools), later);
  bc_wrap_box_append (BC_WRAP_BOX (tools), switcher);
  bc_wrap_box_append (BC_WRAP_BOX (tools), self->scope);
  gtk_widget_set_margin_start (tools, MARGIN);
  gtk_widget_set_margin_end (tools, MARGIN);
  gtk_widget_set_margin_top (tools, 6);
  gtk_widget_set_margin_bottom (tools, 6);
  return tools;
}

static GtkWidget *
new_brief (BcComparePage *self)
{
  self->brief = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->brief), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->brief), 0);
  gtk_widget_add_css_class (self->brief, "brief");
  gtk_widget_set_visible (self->brief, FALSE);
  return self->brief;
}

static void
build_stack (BcComparePage *self)
{
  self->stack = gtk_stack_new ();
  self->course = bc_compare_course_new ();
  self->scope = bc_compare_scope_new ();
  g_signal_connect_object (self->scope, "chosen", G_CALLBACK (show_pictures), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->scope, "drawing", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
  self->side = bc_compare_picture_new (BC_COMPARE_SIDE);
  self->onion = bc_compare_picture_new (BC_COMPARE_ONION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->side), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Figures of both visits side by side"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->onion), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Marks of both visits over each other"), -1);
  gtk_stack_add_titled (GTK_STACK (self->stack), self->onion, "onion", _("Onion Skin"));
  gtk_stack_add_titled (GTK_STACK (self->stack), self->side, "side", _("Side by Side"));
  gtk_stack_add_titled (GTK_STACK (self->stack), self->course, COURSE, C_("over all visits", "Course"));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (page_shown_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_start (self->stack, MARGIN);
  gtk_widget_set_margin_end (self->stack, MARGIN);
  gtk_widget_set_margin_bottom (self->stack, MARGIN);
}

static GtkWidget *
new_changes (BcComparePage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->changes = bc_change_list_new ();
  gtk_widget_set_margin_start (self->changes, MARGIN);
  gtk_widget_set_margin_end (self->changes, MARGIN);
  gtk_widget_set_margin_top (self->changes, MARGIN);
  gtk_widget_set_margin_bottom (self->changes, MARGIN);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->changes);
  gtk_widget_set_size_request (scrolled, CHANGES_WIDTH, -1);
  gtk_widget_add_css_class (scrolled, "background");
  return scrolled;
}

static void
bc_compare_page_dispose (GObject *object)
{
  BcComparePage *self = BC_COMPARE_PAGE (object);

  g_clear_object (&self->chart);
  g_clear_pointer (&self->comparison, bc_comparison_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_compare_page_parent_class)->dispose (object);
}

static void
bc_compare_page_class_init (BcComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_compare_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparepage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
bc_compare_page_init (BcComparePage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  build_stack (self);
  self->flap = adw_flap_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (content), new_tools (self));
  gtk_box_append (GTK_BOX (content), new_brief (self));
  gtk_box_append (GTK_BOX (content), self->stack);
  adw_flap_set_content (ADW_FLAP (self->flap), content);
  adw_flap_set_flap (ADW_FLAP (self->flap), new_changes (self));
  adw_flap_set_separator (ADW_FLAP (self->flap), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_flap_position (ADW_FLAP (self->flap), GTK_PACK_END);
  adw_flap_set_locked (ADW_FLAP (self->flap), FALSE);
  gtk_widget_set_vexpand (self->flap, TRUE);
  g_signal_connect_object (self->flap, "notify::folded", G_CALLBACK (update_brief), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), new_header (self));
  gtk_box_append (GTK_BOX (self->box), self->flap);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Compare Visits"), -1);
}

/**
 * bc_compare_page_new:
 *
 * Returns: (transfer floating): a page without a chart
 */
GtkWidget *
bc_compare_page_new (void)
{
  return g_object_new (BC_TYPE_COMPARE_PAGE, NULL);
}

static void
fill_choice (BcComparePage *self,
             GtkWidget     *choice)
{
  g_autoptr(GtkStringList) dates = gtk_string_list_new (NULL);
  GListModel *visits = self->chart != NULL ? G_LIST_MODEL (bc_chart_get_visits (self->chart)) : NULL;

  for (guint i = 0; visits != NULL && i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);
      g_autofree char *date = bc_date_dup_display (bc_visit_get_date (visit));
      /* Translators: the number of a visit and its date, in a list */
      g_autofree char *text = g_strdup_printf (_("%u: %s"), i + 1, date);

      gtk_string_list_append (dates, text);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (choice), G_LIST_MODEL (dates));
}

/**
 * bc_compare_page_choose:
 * @before: position of the earlier visit in the chart
 * @after: position of the later visit
 */
void
bc_compare_page_choose (BcComparePage *self,
                        guint          before,
                        guint          after)
{
  g_return_if_fail (BC_IS_COMPARE_PAGE (self));

  self->filling = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->before), before);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->after), after);
  self->filling = FALSE;
  name_choices (self);
  compare (self);
}

/**
 * bc_compare_page_set_chart:
 * @chart: (nullable): the chart, %NULL to forget it
 * @shown: (nullable): a visit, %NULL for the last one; it is compared with the one before, the first with the last
 * @findings: whether findings and red flags may be shown
 */
void
bc_compare_page_set_chart (BcComparePage *self,
                           BcChart       *chart,
                           BcVisit       *shown,
                           gboolean       findings)
{
  guint position = 0;
  guint last;

  g_return_if_fail (BC_IS_COMPARE_PAGE (self));

  g_set_object (&self->chart, chart);
  self->findings = findings;
  self->filling = TRUE;
  fill_choice (self, self->before);
  fill_choice (self, self->after);
  self->filling = FALSE;
  bc_compare_course_set_chart (BC_COMPARE_COURSE (self->course), chart);
  if (chart == NULL)
    {
      compare (self);
      return;
    }
  last = MAX (g_list_model_get_n_items (G_LIST_MODEL (bc_chart_get_visits (chart))), 1) - 1;
  if (shown == NULL || !g_list_store_find (bc_chart_get_visits (chart), shown, &position))
    position = last;
  if (position == 0)
    bc_compare_page_choose (self, 0, last);
  else
    bc_compare_page_choose (self, position - 1, position);
  /* Words beside the figure where both have room; below a button elsewhere. */
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), !adw_flap_get_folded (ADW_FLAP (self->flap)));
  gtk_widget_grab_focus (self->before);
}
