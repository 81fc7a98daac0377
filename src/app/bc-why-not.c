/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-why-not.h"

#include "bc-finding-details.h"
#include "bc-i18n.h"
#include "bc-map-list.h"
#include "bc-overlay-maker.h"
#include "bc-side-switch.h"
#include "bc-texts.h"
#include "bc-why-words.h"
#include "bc-wrap-box.h"

#define MAX_DIFFERENCES 8

struct _BcWhyNot
{
  GtkWidget parent_instance;

  const BcEvidence *evidence; /* (nullable) */
  const BcFindings *findings; /* (nullable) */
  const BcPattern  *pattern;  /* (nullable): while one is still to be chosen */
  BcSide            side;
  BcFinding        *finding;  /* (nullable) */

  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *stack;
  GtkWidget *list_bin;
  GtkWidget *list; /* NULL until somebody looks */
  GtkWidget *sides;
  GtkWidget *summary;
  GtkWidget *account;
};

G_DEFINE_FINAL_TYPE (BcWhyNot, bc_why_not, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CLOSED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- the account --- */

static void
append_differences (GtkBox          *box,
                    const BcFinding *rival,
                    const BcFinding *finding)
{
  g_autoptr(GArray) differences = bc_why_list_differences (rival, finding);
  g_autofree char *name = bc_finding_dup_name (rival);
  /* Translators: %s is the source that leads, or comes next */
  g_autofree char *heading = g_strdup_printf (_("What makes the difference to %s"), name);
  GtkWidget *grid = bc_reasons_grid_new ();
  guint n = MIN (differences->len, MAX_DIFFERENCES);

  bc_text_append_heading (box, heading);
  for (guint i = 0; i < n; i++)
    {
      const BcDifference *difference = &g_array_index (differences, BcDifference, i);
      g_autofree char *text = bc_reason_dup_text (difference->reason, bc_maps_get_default ());

      /* Above zero speaks for what the page is about, as everywhere on it. */
      bc_reasons_grid_append (GTK_GRID (grid), text, -difference->weight);
    }
  gtk_box_append (box, grid);
}

static void
fill_account (BcWhyNot *self)
{
  GtkWidget *child;
  const BcFinding *rival;

  while ((child = gtk_widget_get_first_child (self->account)) != NULL)
    gtk_box_remove (GTK_BOX (self->account), child);
  if (self->finding == NULL || self->findings == NULL)
    return;
  rival = bc_why_get_rival (self->finding, self->findings);
  if (rival != NULL && self->finding->explains->len > 0)
    append_differences (GTK_BOX (self->account), rival, self->finding);
  gtk_box_append (GTK_BOX (self->account), bc_finding_details_new_full (self->finding, bc_maps_get_default ()));
}

/* The side may have been asked for of a source that has none, or has one of its own. */
static BcFinding *
explain (BcWhyNot *self)
{
  const BcSide tried[] = { self->side, BC_SIDE_BOTH, BC_SIDE_LEFT, BC_SIDE_RIGHT };
  BcFinding *finding = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tried) && finding == NULL; i++)
    finding = bc_match_explain (self->evidence, bc_maps_get_default (), self->pattern->id, tried[i]);
  return finding;
}

static void
update_head (BcWhyNot *self)
{
  g_autofree char *name = NULL;
  g_autofree char *summary = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->pattern != NULL ? "account" : "list");
  if (self->pattern == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->title), _("Why not …?"));
      return;
    }
  name = bc_map_dup_name (self->pattern, self->side);
  gtk_label_set_label (GTK_LABEL (self->title), name);
  if (self->finding != NULL && self->findings != NULL)
    summary = bc_why_dup_summary (self->finding, self->findings);
  gtk_label_set_label (GTK_LABEL (self->summary), summary != NULL ? summary : "");
  bc_side_switch_set (BC_SIDE_SWITCH (self->sides), self->pattern, self->side);
}

static void
update (BcWhyNot *self)
{
  g_clear_pointer (&self->finding, bc_finding_free);
  if (self->pattern != NULL && self->evidence != NULL)
    self->finding = explain (self);
  if (self->finding != NULL)
    self->side = self->finding->side;
  update_head (self);
  fill_account (self);
}

static void
side_chosen_cb (BcWhyNot *self,
                int       side)
{
  g_assert (BC_IS_WHY_NOT (self));

  self->side = (BcSide) side;
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The side on which more of it is marked; the right where both are alike. */
static BcSide
likelier_side (BcWhyNot        *self,
               const BcPattern *pattern)
{
  g_autoptr(BcFinding) right = NULL;
  g_autoptr(BcFinding) left = NULL;

  if (self->evidence == NULL)
    return BC_SIDE_RIGHT;
  right = bc_match_explain (self->evidence, bc_maps_get_default (), pattern->id, BC_SIDE_RIGHT);
  left = bc_match_explain (self->evidence, bc_maps_get_default (), pattern->id, BC_SIDE_LEFT);
  return right != NULL && left != NULL && left->score > right->score ? BC_SIDE_LEFT : BC_SIDE_RIGHT;
}

static void
activated_cb (BcWhyNot        *self,
              const BcPattern *pattern)
{
  g_assert (BC_IS_WHY_NOT (self));

  bc_why_not_show (self, pattern, likelier_side (self, pattern));
  gtk_widget_child_focus (self->box, GTK_DIR_TAB_FORWARD);
}

static void
back_clicked_cb (BcWhyNot *self)
{
  g_assert (BC_IS_WHY_NOT (self));

  self->pattern = NULL;
  update (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
other_clicked_cb (BcWhyNot *self)
{
  g_assert (BC_IS_WHY_NOT (self));

  bc_why_not_choose (self);
}

/* --- life --- */

static void
bc_why_not_dispose (GObject *object)
{
  BcWhyNot *self = BC_WHY_NOT (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->finding, bc_finding_free);
  self->evidence = NULL;
  self->findings = NULL;

  G_OBJECT_CLASS (bc_why_not_parent_class)->dispose (object);
}

static void
bc_why_not_class_init (BcWhyNotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bc_why_not_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "whynot");

  signals[SIGNAL_CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_head (BcWhyNot *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_tooltip_text (back, _("Back to the findings"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Back to the findings"), -1);
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_valign (back, GTK_ALIGN_START);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_clicked_cb), self, G_CONNECT_SWAPPED);
  self->title = bc_text_new (NULL, "heading");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (head), back);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_widget_add_css_class (head, "why-head");
  return head;
}

static GtkWidget *
new_account (BcWhyNot *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *row = bc_wrap_box_new (8, 6);
  GtkWidget *other = gtk_button_new_with_label (_("Another source…"));

  self->summary = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE,
                                "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->summary, "why-summary");
  g_signal_connect_object (other, "clicked", G_CALLBACK (other_clicked_cb), self, G_CONNECT_SWAPPED);
  self->sides = bc_side_switch_new ();
  g_signal_connect_object (self->sides, "chosen", G_CALLBACK (side_chosen_cb), self, G_CONNECT_SWAPPED);
  bc_wrap_box_append (BC_WRAP_BOX (row), self->sides);
  bc_wrap_box_append (BC_WRAP_BOX (row), other);
  self->account = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->account, "finding-details");
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->account);
  gtk_widget_add_css_class (box, "why-account");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static void
bc_why_not_init (BcWhyNot *self)
{
  self->side = BC_SIDE_RIGHT;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = gtk_stack_new ();
  self->list_bin = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), self->list_bin, "list");
  gtk_stack_add_named (GTK_STACK (self->stack), new_account (self), "account");
  gtk_box_append (GTK_BOX (self->box), new_head (self));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  update_head (self);
}

/**
 * bc_why_not_new:
 *
 * Returns: (transfer floating): a widget that asks for nothing yet
 */
GtkWidget *
bc_why_not_new (void)
{
  return g_object_new (BC_TYPE_WHY_NOT, NULL);
}

/**
 * bc_why_not_choose:
 *
 * Lets a person choose which source to ask about.
 */
void
bc_why_not_choose (BcWhyNot *self)
{
  g_return_if_fail (BC_IS_WHY_NOT (self));

  if (self->list == NULL)
    {
      self->list = bc_map_list_new ();
      gtk_widget_set_vexpand (self->list, TRUE);
      g_signal_connect_object (self->list, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->list_bin), self->list);
    }
  self->pattern = NULL;
  update (self);
  bc_map_list_search (BC_MAP_LIST (self->list));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * bc_why_not_show:
 * @pattern: a source, which must outlive the widget
 * @side: its side; another one that it has where it is never on this
 *
 * Gives the account of a source.
 */
void
bc_why_not_show (BcWhyNot        *self,
                 const BcPattern *pattern,
                 BcSide           side)
{
  g_return_if_fail (BC_IS_WHY_NOT (self));
  g_return_if_fail (pattern != NULL);

  self->pattern = pattern;
  self->side = side;
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * bc_why_not_set_visit:
 * @evidence: (nullable): what the visit tells; both must live until the next call
 * @findings: (nullable): what fits it
 *
 * Gives the same account of the visit as it is now.
 */
void
bc_why_not_set_visit (BcWhyNot         *self,
                      const BcEvidence *evidence,
                      const BcFindings *findings)
{
  g_return_if_fail (BC_IS_WHY_NOT (self));

  self->evidence = evidence;
  self->findings = findings;
  update (self);
}

/**
 * bc_why_not_get_finding:
 *
 * Returns: (transfer none) (nullable): the account that is shown
 */
const BcFinding *
bc_why_not_get_finding (BcWhyNot *self)
{
  g_return_val_if_fail (BC_IS_WHY_NOT (self), NULL);

  return self->finding;
}
