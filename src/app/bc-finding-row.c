/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-finding-row.h"

#include "bc-finding-details.h"
#include "bc-finding-groups.h"
#include "bc-i18n.h"
#include "bc-signed-part.h"

#define MAX_TWINS 6

struct _BcFindingRow
{
  GtkListBoxRow parent_instance;

  GPtrArray       *twins; /* of const BcFinding, owned by the findings that the panel holds */
  const BcMaps    *maps;
  const BcFinding *finding;

  GtkWidget *tick;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *share;
  GtkWidget *tied;
  GtkWidget *bar;
  GtkWidget *details; /* NULL while closed: it is built only when somebody looks */
  GtkWidget *box;
  gulong     tick_handler;
};

G_DEFINE_FINAL_TYPE (BcFindingRow, bc_finding_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_SHOWN,
  SIGNAL_TICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * bc_share_dup_text:
 * @share: 0..1
 *
 * Returns: (transfer full): the share in words, as "62 %"
 */
char *
bc_share_dup_text (double share)
{
  int percent = (int) (share * 100 + 0.5);

  if (percent < 1)
    return g_strdup (_("below 1 %"));
  /* Translators: a share of the weighed evidence in percent */
  return g_strdup_printf (_("%d %%"), percent);
}

/* A group is headed by its own name, with the member that leads below. */
static void
update_titles (BcFindingRow *self)
{
  gboolean as_group = self->twins->len > 1 && self->finding == g_ptr_array_index (self->twins, 0);
  g_autofree char *title = as_group ? bc_finding_dup_group_name (self->finding, self->maps)
                                    : bc_finding_dup_name (self->finding);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), as_group ? self->finding->pattern->name : "");
  gtk_widget_set_visible (self->subtitle, as_group);
}

static void
update_head (BcFindingRow *self)
{
  const BcFinding *finding = self->finding;
  g_autofree char *title = bc_finding_dup_name (finding);
  g_autofree char *share = bc_share_dup_text (finding->share);
  /* Translators: accessible name of a finding: its name and its share, as in "L5 radicular pain, right: 40 %" */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), title, share);
  /* Translators: accessible name of a finding whose order means nothing: its name and share, as in
   * "L5 radicular pain, right: 40 %, tied" */
  g_autofree char *label = finding->tied ? g_strdup_printf (_("%s, tied"), name) : g_strdup (name);

  update_titles (self);
  gtk_label_set_label (GTK_LABEL (self->share), share);
  gtk_widget_set_visible (self->tied, finding->tied);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), CLAMP (finding->share, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (finding->pattern->red_flag)
    gtk_widget_add_css_class (self->title, "red-flag-title");
  else
    gtk_widget_remove_css_class (self->title, "red-flag-title");
}

static void
twin_clicked_cb (GtkButton    *button,
                 BcFindingRow *self)
{
  const BcFinding *finding = g_object_get_data (G_OBJECT (button), "finding");

  g_assert (BC_IS_FINDING_ROW (self));

  bc_finding_row_show (self, finding);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
}

static GtkWidget *
new_twins (BcFindingRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < MIN (self->twins->len, MAX_TWINS); i++)
    {
      const BcFinding *twin = g_ptr_array_index (self->twins, i);
      g_autofree char *name = bc_finding_dup_name (twin);
      g_autofree char *share = bc_share_dup_text (twin->share);
      g_autofree char *plain = g_strdup_printf ("%s  %s", name, share);
      g_autofree char *text = twin->tied ? g_strdup_printf ("%s · %s", plain, C_("finding", "tied")) : g_strdup (plain);
      GtkWidget *button = gtk_button_new_with_label (text);
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "twin");
      if (twin == self->finding)
        gtk_widget_add_css_class (button, "chosen-twin");
      gtk_widget_set_tooltip_text (button, _("Show the map and the reasons of this member"));
      g_object_set_data (G_OBJECT (button), "finding", (gpointer) twin);
      g_signal_connect_object (button, "clicked", G_CALLBACK (twin_clicked_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
build_details (BcFindingRow *self)
{
  GtkWidget *details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  g_clear_pointer (&self->details, gtk_widget_unparent);
  gtk_widget_add_css_class (details, "finding-details");
  if (self->twins->len > 1)
    gtk_box_append (GTK_BOX (details), new_twins (self));
  gtk_box_append (GTK_BOX (details), bc_finding_details_new (self->finding, self->maps));
  gtk_box_append (GTK_BOX (self->box), details);
  self->details = details;
}

static void
tick_toggled_cb (GtkCheckButton *tick,
                 BcFindingRow   *self)
{
  g_assert (BC_IS_FINDING_ROW (self));

  g_signal_emit (self, signals[SIGNAL_TICKED], 0, gtk_check_button_get_active (tick));
}

static void
bc_finding_row_dispose (GObject *object)
{
  BcFindingRow *self = BC_FINDING_ROW (object);

  g_clear_pointer (&self->twins, g_ptr_array_unref);
  self->finding = NULL;

  G_OBJECT_CLASS (bc_finding_row_parent_class)->dispose (object);
}

static void
bc_finding_row_class_init (BcFindingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_finding_row_dispose;

  signals[SIGNAL_SHOWN] = g_signal_new ("shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkWidget *
new_head (BcFindingRow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->tick = gtk_check_button_new ();
  gtk_widget_set_valign (self->tick, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->tick, _("Include in the session summary"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tick), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Include in the session summary"), -1);
  self->tick_handler = g_signal_connect_object (self->tick, "toggled", G_CALLBACK (tick_toggled_cb), self, 0);

  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_add_css_class (self->title, "finding-title");
  self->bar = gtk_level_bar_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Share of the weighed evidence"), -1);
  self->subtitle = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->subtitle), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->subtitle), 0);
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  gtk_box_append (GTK_BOX (middle), self->title);
  gtk_box_append (GTK_BOX (middle), self->subtitle);
  gtk_box_append (GTK_BOX (middle), self->bar);
  gtk_widget_set_hexpand (middle, TRUE);

  self->share = gtk_label_new (NULL);
  gtk_widget_set_valign (self->share, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->share, "numeric");
  /* One width for all, so that the bars beside them can be compared. */
  gtk_label_set_width_chars (GTK_LABEL (self->share), 9);
  gtk_label_set_xalign (GTK_LABEL (self->share), 1);
  gtk_widget_set_tooltip_text (self->share, _("Share of the evidence weighed, not a probability of disease"));

  self->tied = gtk_label_new (C_("finding", "tied"));
  gtk_label_set_xalign (GTK_LABEL (self->tied), 1);
  gtk_widget_add_css_class (self->tied, "tied");
  gtk_widget_set_halign (self->tied, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (self->tied, _("So near to what leads that one weak answer could turn the order round"));
  gtk_box_append (GTK_BOX (right), self->share);
  gtk_box_append (GTK_BOX (right), self->tied);
  gtk_box_append (GTK_BOX (head), self->tick);
  gtk_box_append (GTK_BOX (head), middle);
  gtk_box_append (GTK_BOX (head), right);
  return head;
}

static void
bc_finding_row_init (BcFindingRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "finding");
  gtk_box_append (GTK_BOX (self->box), new_head (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

/**
 * bc_finding_row_new:
 * @twins: the members of one group, or a single finding; they must outlive the row
 *
 * Returns: (transfer floating): a closed row
 */
GtkWidget *
bc_finding_row_new (GPtrArray    *twins,
                    const BcMaps *maps)
{
  BcFindingRow *self;

  g_return_val_if_fail (twins != NULL && twins->len > 0, NULL);

  self = g_object_new (BC_TYPE_FINDING_ROW, NULL);
  self->twins = g_ptr_array_ref (twins);
  self->maps = maps;
  self->finding = g_ptr_array_index (twins, 0);
  update_head (self);
  return GTK_WIDGET (self);
}

/**
 * bc_finding_row_get_finding:
 *
 * Returns: (transfer none): the member that the row speaks of
 */
const BcFinding *
bc_finding_row_get_finding (BcFindingRow *self)
{
  g_return_val_if_fail (BC_IS_FINDING_ROW (self), NULL);

  return self->finding;
}

/**
 * bc_finding_row_holds:
 *
 * Returns: whether the finding is one of the row's members; then the row speaks of it
 */
gboolean
bc_finding_row_holds (BcFindingRow *self,
                      const char   *pattern,
                      BcSide        side)
{
  g_return_val_if_fail (BC_IS_FINDING_ROW (self), FALSE);

  for (guint i = 0; i < self->twins->len; i++)
    {
      const BcFinding *twin = g_ptr_array_index (self->twins, i);

      if (twin->side == side && g_str_equal (twin->pattern->id, pattern))
        {
          bc_finding_row_show (self, twin);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * bc_finding_row_show:
 * @finding: a member
 *
 * Lets the row speak of this member.
 */
void
bc_finding_row_show (BcFindingRow    *self,
                     const BcFinding *finding)
{
  g_return_if_fail (BC_IS_FINDING_ROW (self));
  g_return_if_fail (finding != NULL);

  self->finding = finding;
  update_head (self);
  if (self->details != NULL)
    build_details (self);
}

/**
 * bc_finding_row_set_open:
 *
 * Shows or hides the reasons.
 */
void
bc_finding_row_set_open (BcFindingRow *self,
                         gboolean      open)
{
  g_return_if_fail (BC_IS_FINDING_ROW (self));

  if (open && self->details == NULL)
    build_details (self);
  else if (!open)
    g_clear_pointer (&self->details, gtk_widget_unparent);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

/**
 * bc_finding_row_show_tick:
 * @visit: of the finding
 *
 * Shows whether the finding is in the summary of the visit, and whether that can still be changed, without emitting
 * `ticked`.
 */
void
bc_finding_row_show_tick (BcFindingRow *self,
                          BcVisit      *visit)
{
  const BcFinding *finding;

  g_return_if_fail (BC_IS_FINDING_ROW (self));
  g_return_if_fail (BC_IS_VISIT (visit));

  finding = bc_finding_row_get_finding (self);
  g_signal_handler_block (self->tick, self->tick_handler);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->tick),
                               bc_visit_is_ticked (visit, finding->pattern->id, (int) finding->side));
  g_signal_handler_unblock (self->tick, self->tick_handler);
  bc_signed_part_update (self->tick, visit);
}

/**
 * bc_finding_row_grab_tick:
 *
 * Puts the keyboard focus on the tick.
 */
void
bc_finding_row_grab_tick (BcFindingRow *self)
{
  g_return_if_fail (BC_IS_FINDING_ROW (self));

  gtk_widget_grab_focus (self->tick);
}
