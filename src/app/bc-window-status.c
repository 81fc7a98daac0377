/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the window tells: its title, the line under the figure, what a screen reader announces, and toasts.
 *
 * The line under the figure is for the eyes: the region that is pointed at, or what was just done. A label that nobody
 * sees, with the role of a status, is for the ears: a screen reader that walks the regions reads their names itself,
 * and must not hear them twice.
 */

#include "bc-window-private.h"

#include "bc-completeness-line.h"
#include "bc-foot-line.h"
#include "bc-i18n.h"
#include "bc-read-back.h"

static const char *const tool_names[BC_N_TOOLS] = {
  [BC_TOOL_SITE] = NC_("tool", "Region"),       [BC_TOOL_BRUSH] = NC_("tool", "Brush"),
  [BC_TOOL_RADIATION] = NC_("tool", "Spreads"), [BC_TOOL_CLEAR] = NC_("tool", "Clear"),
  [BC_TOOL_ERASE] = NC_("tool", "Erase"),       [BC_TOOL_PICK] = NC_("tool", "Pick"),
};

static BcVisit *
get_visit (BcWindow *self)
{
  return self->document != NULL ? bc_document_get_visit (self->document) : NULL;
}

/* --- title --- */

void
_bc_window_update_title (BcWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autofree char *number = NULL;
  g_autofree char *subtitle = NULL;

  if (_bc_window_is_locked (self))
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Bodychart – locked"));
      return;
    }
  if (self->document == NULL)
    {
      adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), _("Bodychart"));
      adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), "");
      gtk_window_set_title (GTK_WINDOW (self), _("Bodychart"));
      return;
    }
  title = bc_document_dup_title (self->document);
  date = bc_date_dup_display (bc_visit_get_date (get_visit (self)));
  number = _bc_window_dup_visit_number (self);
  if (number != NULL)
    {
      char *both = g_strdup_printf ("%s · %s", date, number);

      g_free (date);
      date = both;
    }
  if (bc_document_is_modified (self->document))
    /* Translators: %s is the date of the visit; the chart has changes that are not saved */
    subtitle = g_strdup_printf (_("%s · not saved"), date);
  else
    subtitle = g_strdup (date);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* --- for the eyes --- */

static void
show_region (BcWindow *self,
             BcRegion  region)
{
  g_autofree char *name = bc_canvas_dup_target_name (BC_CANVAS (self->canvas), region);
  g_autofree char *words = bc_overlay_dup_words (self->shown_map, region);
  g_autofree char *text = NULL;

  /* Translators: 1: a region with its side; 2: what the map over the figure says of it */
  text = words != NULL ? g_strdup_printf (C_("status", "%1$s: %2$s"), name, words) : g_strdup (name);
  gtk_label_set_label (GTK_LABEL (self->status), text);
}

/* Shows the region that is pointed at, or how to begin. */
void
_bc_window_update_status (BcWindow *self)
{
  if (self->hovered != BC_REGION_NONE)
    show_region (self, self->hovered);
  else
    gtk_label_set_label (GTK_LABEL (self->status), _("Right and left are the patient's own."));
}

static void
hover_cb (BcCanvas *canvas,
          guint     region,
          BcWindow *self)
{
  g_assert (BC_IS_WINDOW (self));

  if (self->hovered == (BcRegion) region)
    return;
  self->hovered = (BcRegion) region;
  _bc_window_update_status (self);
}

static void
named_cb (BcCanvas *canvas,
          guint     region,
          BcWindow *self)
{
  g_assert (BC_IS_WINDOW (self));

  if (region != BC_REGION_NONE)
    show_region (self, (BcRegion) region);
}

void
_bc_window_toast (BcWindow   *self,
                  const char *text)
{
  g_autofree char *marked_up = g_markup_escape_text (text, -1); /* file names may hold anything */
  AdwToast *toast = adw_toast_new (marked_up);

  adw_toast_set_timeout (toast, 4);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/* --- for the ears --- */

static gboolean
say_idle_cb (gpointer data)
{
  BcWindow *self = data;
  g_autofree char *text = g_steal_pointer (&self->saying);

  self->say_source = 0;
  self->saying_act = FALSE;
  gtk_label_set_label (GTK_LABEL (self->status), text);
  /* Emptied first: the same words again are news too. */
  gtk_label_set_label (GTK_LABEL (self->announcer), "");
  gtk_label_set_label (GTK_LABEL (self->announcer), text);
  return G_SOURCE_REMOVE;
}

/* One act is told once: what was done goes before what changed with it, and the last act before earlier ones. */
static void
queue (BcWindow   *self,
       const char *text,
       gboolean    is_act)
{
  char *longer = NULL;

  if (self->saying_act && !is_act)
    return;
  if (!is_act && self->saying != NULL)
    longer = g_strdup_printf ("%s. %s", self->saying, text);
  g_free (self->saying);
  self->saying = longer != NULL ? longer : g_strdup (text);
  self->saying_act = is_act;
  if (self->say_source == 0)
    self->say_source = g_idle_add (say_idle_cb, self);
}

/* Shows and announces what was just done. */
void
_bc_window_say (BcWindow   *self,
                const char *text)
{
  if (text != NULL && text[0] != '\0')
    queue (self, text, TRUE);
}

/* Says at once what waits to be said, before the next act of a quick user: else that one would not be told. */
void
_bc_window_say_now (BcWindow *self)
{
  if (self->say_source == 0)
    return;
  g_clear_handle_id (&self->say_source, g_source_remove);
  say_idle_cb (self);
}

/* Takes back what is about to be said, and what was said last. */
void
_bc_window_hush (BcWindow *self)
{
  g_clear_handle_id (&self->say_source, g_source_remove);
  g_clear_pointer (&self->saying, g_free);
  self->saying_act = FALSE;
  gtk_label_set_label (GTK_LABEL (self->announcer), "");
  _bc_window_update_status (self);
}

static void
said_cb (BcCanvas   *canvas,
         const char *text,
         BcWindow   *self)
{
  g_assert (BC_IS_WINDOW (self));

  _bc_window_say (self, text);
}

static void
tool_changed_cb (BcWindow *self)
{
  g_autofree char *text = NULL;
  int tool;

  g_assert (BC_IS_WINDOW (self));

  g_object_get (self->canvas, "tool", &tool, NULL);
  /* Translators: %s is a tool, as in "Tool: Brush" */
  text = g_strdup_printf (_("Tool: %s"), g_dpgettext2 (GETTEXT_PACKAGE, "tool", tool_names[tool]));
  queue (self, text, FALSE);
}

static char *
dup_symptom_words (BcSymptom *symptom)
{
  g_autofree char *qualities = bc_qualities_dup_names (bc_symptom_get_qualities (symptom));
  const char *quality = qualities[0] != '\0' ? qualities : _("no quality yet");

  if (bc_symptom_get_now (symptom) == BC_NRS_UNKNOWN)
    /* Translators: 1: number of a symptom; 2: what it feels like; as in "P2, ache" */
    return g_strdup_printf (_("P%1$d, %2$s"), bc_symptom_get_number (symptom), quality);
  /* Translators: 1: number of a symptom; 2: what it feels like; 3: intensity; as in "P2, ache, 6 of 10" */
  return g_strdup_printf (_("P%1$d, %2$s, %3$d of 10"), bc_symptom_get_number (symptom), quality,
                          bc_symptom_get_now (symptom));
}

/* Another symptom begins where it sits, whatever was drawn last. */
static void
symptom_changed_cb (BcWindow *self)
{
  BcVisit *visit = get_visit (self);
  g_autofree char *text = NULL;
  BcSymptom *symptom;
  int number = 0;
  int tool = 0;

  g_assert (BC_IS_WINDOW (self));

  g_object_get (self->canvas, "symptom-number", &number, "tool", &tool, NULL);
  symptom = visit != NULL && number > 0 ? bc_visit_get_symptom (visit, number) : NULL;
  if (symptom == NULL)
    return;
  text = dup_symptom_words (symptom);
  queue (self, text, FALSE);
  if (tool == BC_TOOL_RADIATION && g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_marks (symptom))) == 0
      && g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_strokes (symptom))) == 0)
    g_object_set (self->canvas, "tool", (int) BC_TOOL_SITE, NULL);
}

/* --- what is missing --- */

/* Brings a user to where the missing item is filled in; @id as bc-completeness.h lists them. */
static void
go_cb (BcWindow   *self,
       const char *id)
{
  g_assert (BC_IS_WINDOW (self));

  if (g_str_has_prefix (id, "symptom:") || g_str_equal (id, "relation"))
    {
      bc_symptom_strip_go (BC_SYMPTOM_STRIP (self->strip), id);
      return;
    }
  if (g_str_equal (id, "clear"))
    {
      g_object_set (self->canvas, "tool", (int) BC_TOOL_CLEAR, NULL);
      _bc_window_say (self, _("Click the regions that were asked about and are free of symptoms"));
      return;
    }
  /* Factors, day and night, and the special questions are all asked there. */
  gtk_widget_activate_action (GTK_WIDGET (self), "win.panel", "s", "questions");
}

/* Makes what tells of the chart; once, after canvas and strip. */
void
_bc_window_build_status (BcWindow *self)
{
  self->status = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->status), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->status), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->status, "dim-label");
  self->completeness = bc_completeness_line_new ();
  g_signal_connect_object (self->completeness, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  self->read_back = bc_read_back_new ();
  bc_foot_line_set_rows (BC_FOOT_LINE (self->foot), self->status, self->completeness, self->read_back);

  g_signal_connect_object (self->canvas, "hover", G_CALLBACK (hover_cb), self, 0);
  g_signal_connect_object (self->canvas, "named", G_CALLBACK (named_cb), self, 0);
  g_signal_connect_object (self->canvas, "said", G_CALLBACK (said_cb), self, 0);
  g_signal_connect_object (self->canvas, "notify::tool", G_CALLBACK (tool_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::symptom-number", G_CALLBACK (symptom_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
