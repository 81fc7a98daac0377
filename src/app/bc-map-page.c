/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-map-page.h"

#include "bc-i18n.h"
#include "bc-map-picture.h"
#include "bc-map-sections.h"
#include "bc-overlay-maker.h"
#include "bc-side-switch.h"
#include "bc-texts.h"
#include "bc-wrap-box.h"

#include <adwaita.h>
#include <string.h>

/* Text that is wider is hard to read. */
#define WIDTH 820
#define N_PARTS 8

struct _BcMapPage
{
  GtkWidget parent_instance;

  const BcPattern *pattern; /* (nullable) */
  BcSide           side;
  BcFigureId       figure;
  gboolean         has_chart;

  GtkWidget *stack;
  GtkWidget *scroller;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *warning;
  GtkWidget *about;
  GtkWidget *sides;
  GtkWidget *show;
  GtkWidget *explain;
  GtkWidget *picture;
  GtkWidget *sections;
  guint      n_parts; /* of it that are there already */
  guint      fill_source;
};

G_DEFINE_FINAL_TYPE (BcMapPage, bc_map_page, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SHOW,
  SIGNAL_EXPLAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- content --- */

/* One part of the page; most are below what is first seen. */
static GtkWidget *
new_part (BcMapPage *self,
          guint      part)
{
  const BcMaps *maps = bc_maps_get_default ();

  switch (part)
    {
    case 0: return bc_map_section_new_facts (self->pattern, maps);
    case 1: return bc_map_section_new_zones (self->pattern, maps, self->side);
    case 2: return bc_map_section_new_figures (self->pattern, maps);
    case 3: return bc_map_section_new_flags (self->pattern, maps);
    case 4: return bc_map_section_new_questions (self->pattern, maps);
    case 5: return bc_map_section_new_care (self->pattern, maps);
    case 6: return bc_map_section_new_evidence (self->pattern, maps);
    case 7: return bc_map_section_new_sources (self->pattern, maps);
    default: g_assert_not_reached ();
    }
}

static void
append_part (BcMapPage *self)
{
  GtkWidget *part = new_part (self, self->n_parts++);

  if (part != NULL)
    gtk_box_append (GTK_BOX (self->sections), part);
}

static gboolean
fill_cb (gpointer data)
{
  BcMapPage *self = data;

  append_part (self);
  if (self->n_parts < N_PARTS)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

/* What is seen at once is made at once, the rest after it is on the screen: who walks through the list sees each map
 * come without waiting for its sources. */
static void
fill_sections (BcMapPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->sections)) != NULL)
    gtk_box_remove (GTK_BOX (self->sections), child);
  self->n_parts = 0;
  append_part (self);
  if (self->fill_source == 0)
    self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

static void
update_head (BcMapPage *self)
{
  const BcPattern *pattern = self->pattern;
  /* A level of the spine says the same in every language; names of nerves and muscles do not. */
  gboolean has_level = strpbrk (pattern->level, "0123456789") != NULL;
  g_autofree char *name = bc_map_dup_name (pattern, self->side);
  g_autofree char *subtitle = has_level ? g_strdup_printf ("%s · %s", pattern->family->name, pattern->level)
                                        : g_strdup (pattern->family->name);

  gtk_label_set_label (GTK_LABEL (self->title), name);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
  gtk_label_set_label (GTK_LABEL (self->about), pattern->about);
  gtk_widget_set_visible (self->about, pattern->about[0] != '\0');
  gtk_widget_set_visible (self->warning, pattern->red_flag);
  bc_side_switch_set (BC_SIDE_SWITCH (self->sides), pattern, self->side);
}

static void
update (BcMapPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->pattern != NULL ? "map" : "start");
  if (self->pattern == NULL)
    return;
  update_head (self);
  bc_map_picture_set_map (BC_MAP_PICTURE (self->picture), self->pattern, self->side, self->figure);
  fill_sections (self);
}

static void
side_chosen_cb (BcMapPage *self,
                int        side)
{
  g_assert (BC_IS_MAP_PAGE (self));

  self->side = (BcSide) side;
  update (self);
}

static void
show_clicked_cb (BcMapPage *self)
{
  g_assert (BC_IS_MAP_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_SHOW], 0, self->pattern, (int) self->side);
}

static void
explain_clicked_cb (BcMapPage *self)
{
  g_assert (BC_IS_MAP_PAGE (self));

  g_signal_emit (self, signals[SIGNAL_EXPLAIN], 0, self->pattern, (int) self->side);
}

/* --- life --- */

static void
bc_map_page_dispose (GObject *object)
{
  BcMapPage *self = BC_MAP_PAGE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (bc_map_page_parent_class)->dispose (object);
}

static void
bc_map_page_class_init (BcMapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_map_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mappage");

  signals[SIGNAL_SHOW] = g_signal_new ("show-map", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
  signals[SIGNAL_EXPLAIN] = g_signal_new ("explain", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
}

static GtkWidget *
new_buttons (BcMapPage *self)
{
  GtkWidget *buttons = bc_wrap_box_new (8, 8);

  self->show = gtk_button_new_with_label (_("Show on the chart"));
  gtk_widget_add_css_class (self->show, "suggested-action");
  g_signal_connect_object (self->show, "clicked", G_CALLBACK (show_clicked_cb), self, G_CONNECT_SWAPPED);
  self->explain = gtk_button_new_with_label (_("Why, or why not?"));
  gtk_widget_set_tooltip_text (self->explain, _("What speaks for this source and what against it, on the open chart"));
  g_signal_connect_object (self->explain, "clicked", G_CALLBACK (explain_clicked_cb), self, G_CONNECT_SWAPPED);
  self->sides = bc_side_switch_new ();
  g_signal_connect_object (self->sides, "chosen", G_CALLBACK (side_chosen_cb), self, G_CONNECT_SWAPPED);
  bc_wrap_box_append (BC_WRAP_BOX (buttons), self->sides);
  bc_wrap_box_append (BC_WRAP_BOX (buttons), self->show);
  bc_wrap_box_append (BC_WRAP_BOX (buttons), self->explain);
  return buttons;
}

static GtkWidget *
new_picture (BcMapPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->picture = bc_map_picture_new ();
  gtk_box_append (GTK_BOX (box), self->picture);
  gtk_box_append (GTK_BOX (box), bc_text_new (_("The stronger the tint, the more patients feel it there. Point at a "
                                                "region for its number."), "map-caption"));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "map-card");
  return box;
}

static GtkWidget *
new_map (BcMapPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  self->title = bc_text_new (NULL, "title-2");
  self->subtitle = bc_text_new (NULL, "dim-label");
  self->warning = bc_text_new (_("A source that must not be missed: red flags point to it."), "map-warning");
  self->about = bc_text_new (NULL, NULL);
  self->sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->subtitle);
  gtk_box_append (GTK_BOX (box), self->warning);
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  gtk_box_append (GTK_BOX (box), new_picture (self));
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_box_append (GTK_BOX (box), self->sections);
  gtk_widget_add_css_class (box, "map-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  return self->scroller;
}

static GtkWidget *
new_start (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "find-location-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Choose a map"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("Reference maps say where pain of one source is felt, how likely each place is, "
                                     "and on what that rests. They do not diagnose."));
  return page;
}

static void
bc_map_page_init (BcMapPage *self)
{
  self->side = BC_SIDE_RIGHT;
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), new_start (), "start");
  gtk_stack_add_named (GTK_STACK (self->stack), new_map (self), "map");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  bc_map_page_set_chart (self, FALSE);
}

/**
 * bc_map_page_new:
 *
 * Returns: (transfer floating): a page that asks to choose a map
 */
GtkWidget *
bc_map_page_new (void)
{
  return g_object_new (BC_TYPE_MAP_PAGE, NULL);
}

/**
 * bc_map_page_set_map:
 * @pattern: (nullable): a map, which must outlive the page
 * @side: of its source
 *
 * Shows a map from its beginning.
 */
void
bc_map_page_set_map (BcMapPage       *self,
                     const BcPattern *pattern,
                     BcSide           side)
{
  g_return_if_fail (BC_IS_MAP_PAGE (self));

  if (self->pattern == pattern && self->side == side)
    return;
  self->pattern = pattern;
  self->side = side;
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * bc_map_page_set_figure:
 *
 * Chooses on which figure maps are shown.
 */
void
bc_map_page_set_figure (BcMapPage  *self,
                        BcFigureId  figure)
{
  g_return_if_fail (BC_IS_MAP_PAGE (self));

  if (self->figure == figure)
    return;
  self->figure = figure;
  update (self);
}

/**
 * bc_map_page_set_chart:
 * @has_chart: whether a chart is open
 *
 * Offers what needs a chart, or not.
 */
void
bc_map_page_set_chart (BcMapPage *self,
                       gboolean   has_chart)
{
  g_return_if_fail (BC_IS_MAP_PAGE (self));

  self->has_chart = has_chart;
  gtk_widget_set_visible (self->show, has_chart);
  gtk_widget_set_visible (self->explain, has_chart);
}

/**
 * bc_map_page_get_pattern:
 *
 * Returns: (transfer none) (nullable): the map that is shown
 */
const BcPattern *
bc_map_page_get_pattern (BcMapPage *self)
{
  g_return_val_if_fail (BC_IS_MAP_PAGE (self), NULL);

  return self->pattern;
}
