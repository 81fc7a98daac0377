/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The list of maps in the menu of what lies over the figure, and the search in it.
 */

#include "bc-overlay-menu-private.h"

#include "bc-i18n.h"

#define LIST_HEIGHT 320

static const BcPattern *
row_pattern (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "pattern");
}

static void
row_activated_cb (BcOverlayMenu *self,
                  GtkListBoxRow *row)
{
  g_assert (BC_IS_OVERLAY_MENU (self));

  bc_overlay_menu_choose (self, BC_OVERLAY_MAP, row_pattern (row));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       data)
{
  BcOverlayMenu *self = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const BcPattern *pattern = row_pattern (row);
  g_autofree char *words = g_strjoin (" ", pattern->name, pattern->level, pattern->family->name, NULL);

  return text[0] == '\0' || g_str_match_string (text, words, TRUE);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  const BcFamily *family = row_pattern (row)->family;
  GtkWidget *label;

  if (before != NULL && row_pattern (before)->family == family)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (family->name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "map-family");
  gtk_list_box_row_set_header (row, label);
}

static guint
count_rows (BcOverlayMenu  *self,
            GtkListBoxRow **first)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && filter_cb (GTK_LIST_BOX_ROW (row), self))
      {
        if (n++ == 0 && first != NULL)
          *first = GTK_LIST_BOX_ROW (row);
      }
  return n;
}

static void
search_cb (BcOverlayMenu *self)
{
  g_autofree char *text = NULL;
  guint n;

  g_assert (BC_IS_OVERLAY_MENU (self));

  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  n = count_rows (self, NULL);
  /* Translators: %u reference maps have the name that is searched for */
  text = g_strdup_printf (ngettext_ ("%u map", "%u maps", n), n);
  gtk_label_set_label (GTK_LABEL (self->status), text);
}

static void
activate_cb (BcOverlayMenu *self)
{
  GtkListBoxRow *first = NULL;

  g_assert (BC_IS_OVERLAY_MENU (self));

  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0' && count_rows (self, &first) > 0)
    row_activated_cb (self, first);
}

static int
compare_families (gconstpointer a,
                  gconstpointer b)
{
  const BcPattern *one = *(const BcPattern *const *) a;
  const BcPattern *two = *(const BcPattern *const *) b;

  if (one->family != two->family)
    return g_utf8_collate (one->family->name, two->family->name);
  return (int) one->index - (int) two->index;
}

static void
fill_list (BcOverlayMenu *self)
{
  const BcMaps *maps = bc_maps_get_default ();
  g_autoptr(GPtrArray) patterns = g_ptr_array_new ();

  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0) != NULL)
    return;
  for (guint i = 0; i < maps->patterns->len; i++)
    g_ptr_array_add (patterns, g_ptr_array_index (maps->patterns, i));
  g_ptr_array_sort (patterns, compare_families);
  for (guint i = 0; i < patterns->len; i++)
    {
      const BcPattern *pattern = g_ptr_array_index (patterns, i);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (pattern->name);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      g_object_set_data (G_OBJECT (row), "pattern", (gpointer) pattern);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, pattern->name, -1);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

GtkWidget *
bc_overlay_menu_new_list (BcOverlayMenu *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_cb, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Maps"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  return scroller;
}

GtkWidget *
bc_overlay_menu_new_entry (BcOverlayMenu *self)
{
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Find a map"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a map"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self, G_CONNECT_SWAPPED);
  return self->entry;
}

/* Shows every map; they are listed when the menu is first shown. */
void
bc_overlay_menu_fill_list (BcOverlayMenu *self)
{
  fill_list (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_cb (self);
}

void
bc_overlay_menu_select (BcOverlayMenu   *self,
                        const BcPattern *pattern)
{
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL && pattern != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && row_pattern (GTK_LIST_BOX_ROW (row)) == pattern)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}
