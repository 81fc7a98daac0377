/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The two drawings of a visit in the window: the switch between them, where they differ, and undo, which shows the
 * drawing that it changes. While the patient looks on there is the patient's only: the other is an interpretation, and
 * nobody is to draw in it by mistake.
 */

#include "bc-window-private.h"

#include "bc-drawing-bar.h"
#include "bc-edit.h"
#include "bc-i18n.h"

static const char *const targets[BC_N_DRAWINGS] = { [BC_DRAWING_PATIENT] = "patient",
                                                    [BC_DRAWING_CLINICIAN] = "clinician" };

static BcDrawing
get_drawing (BcWindow *self)
{
  int drawing = BC_DRAWING_PATIENT;

  g_object_get (self->canvas, "drawing", &drawing, NULL);
  return (BcDrawing) drawing;
}

/* --- undo --- */

static guint64
mix (guint64 digest,
     guint64 value)
{
  return (digest ^ value) * G_GUINT64_CONSTANT (1099511628211); /* as FNV-1a does; 1 stays the digest of nothing */
}

static guint64
digest_symptom (BcSymptom *symptom,
                BcDrawing  drawing,
                guint64    digest)
{
  GListModel *marks = G_LIST_MODEL (bc_symptom_get_marks_of (symptom, drawing));
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes_of (symptom, drawing));
  guint n_marks = g_list_model_get_n_items (marks);
  guint n_strokes = g_list_model_get_n_items (strokes);

  if (drawing == BC_DRAWING_CLINICIAN && bc_symptom_has_drawing (symptom, drawing))
    digest = mix (digest, (guint64) bc_symptom_get_number (symptom));
  for (guint i = 0; i < n_marks; i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      digest = mix (digest, (guint64) GPOINTER_TO_SIZE (mark) ^ (guint64) bc_mark_get_role (mark));
    }
  for (guint i = 0; i < n_strokes; i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);

      digest = mix (digest, GPOINTER_TO_SIZE (stroke));
    }
  return digest;
}

static guint64
digest_drawing (BcChart   *chart,
                BcDrawing  drawing)
{
  GListModel *visits = G_LIST_MODEL (bc_chart_get_visits (chart));
  guint64 digest = 1;

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr(BcVisit) visit = g_list_model_get_item (visits, i);
      GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
      GListModel *clears = G_LIST_MODEL (bc_visit_get_clears (visit));

      for (guint s = 0; s < g_list_model_get_n_items (symptoms); s++)
        {
          g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, s);

          digest = digest_symptom (symptom, drawing, digest);
        }
      for (guint c = 0; drawing == BC_DRAWING_PATIENT && c < g_list_model_get_n_items (clears); c++)
        {
          g_autoptr(BcMark) clear = g_list_model_get_item (clears, c);

          digest = mix (digest, GPOINTER_TO_SIZE (clear));
        }
    }
  return digest;
}

/* Notes what the drawings are before an undo or redo. */
void
_bc_window_note_drawings (BcWindow *self,
                          guint64   digests[BC_N_DRAWINGS])
{
  for (BcDrawing i = 0; i < BC_N_DRAWINGS; i++)
    digests[i] = self->document != NULL ? digest_drawing (bc_document_get_chart (self->document), i) : 0;
}

/*
 * Shows the drawing that changed since bc_window_note_drawings(), and adds that to what is said. The one that is shown
 * stays where both changed, or none.
 */
void
_bc_window_follow_drawings (BcWindow       *self,
                            const guint64   digests[BC_N_DRAWINGS],
                            char          **said)
{
  g_autofree char *before = NULL;
  BcDrawing shown = get_drawing (self);
  BcDrawing other = shown == BC_DRAWING_PATIENT ? BC_DRAWING_CLINICIAN : BC_DRAWING_PATIENT;
  guint64 now[BC_N_DRAWINGS];

  _bc_window_note_drawings (self, now);
  if (now[shown] != digests[shown] || now[other] == digests[other] || !self->show_findings)
    return;
  g_object_set (self->canvas, "drawing", (int) other, NULL);
  before = g_steal_pointer (said);
  *said = g_strdup_printf ("%s. %s", before,
                           other == BC_DRAWING_CLINICIAN ? _("Clinician’s drawing") : _("Patient’s drawing"));
}

/* --- the switch --- */

static void
change_drawing_cb (GSimpleAction *action,
                   GVariant      *value,
                   gpointer       data)
{
  BcWindow *self = data;

  if (self->document == NULL)
    return;
  for (BcDrawing i = 0; i < BC_N_DRAWINGS; i++)
    if (g_str_equal (g_variant_get_string (value, NULL), targets[i]))
      g_object_set (self->canvas, "drawing", (int) i, NULL);
}

/* The state follows the canvas, which may show another visit or what was undone. */
static void
drawing_changed_cb (BcWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "drawing");
  BcDrawing drawing = get_drawing (self);

  g_assert (BC_IS_WINDOW (self));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (targets[drawing]));
  bc_drawing_bar_set_drawing (BC_DRAWING_BAR (self->drawing_bar), drawing);
  if (drawing == BC_DRAWING_CLINICIAN)
    gtk_widget_add_css_class (self->canvas, "clinician");
  else
    gtk_widget_remove_css_class (self->canvas, "clinician");
  _bc_window_update_drawing (self);
  if (drawing == BC_DRAWING_CLINICIAN)
    _bc_window_say (self, _("Clinician’s drawing. The patient’s is below it, faint, and stays as it is."));
  else
    _bc_window_say (self, _("Patient’s drawing"));
}

static void
symptom_changed_cb (BcWindow *self)
{
  int number;

  g_assert (BC_IS_WINDOW (self));

  g_object_get (self->canvas, "symptom-number", &number, NULL);
  bc_drawing_bar_set_symptom (BC_DRAWING_BAR (self->drawing_bar), number);
}

/* There both drawings are seen. */
static void
chosen_cb (BcDrawingBar *bar,
           int           number,
           guint         region,
           BcWindow     *self)
{
  g_assert (BC_IS_WINDOW (self));

  g_object_set (self->canvas, "drawing", (int) BC_DRAWING_CLINICIAN, "symptom-number", number, NULL);
  bc_canvas_show_region (BC_CANVAS (self->canvas), (BcRegion) region, TRUE);
}

static BcSymptom *
get_symptom (BcWindow *self)
{
  int number;

  g_object_get (self->canvas, "symptom-number", &number, NULL);
  return self->document != NULL ? bc_visit_get_symptom (bc_document_get_visit (self->document), number) : NULL;
}

static void
nowhere_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  BcSymptom *symptom = get_symptom (self);
  g_autofree char *text = NULL;

  if (symptom == NULL)
    return;
  bc_edit_set_nowhere (bc_document_get_chart (self->document), symptom);
  if (!bc_symptom_is_nowhere (symptom))
    return; /* the visit is signed */
  /* Translators: %d is the number of a symptom */
  text = g_strdup_printf (_("P%d is nowhere in the clinician’s drawing"), bc_symptom_get_number (symptom));
  _bc_window_say (self, text);
}

static void
as_patient_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  BcWindow *self = BC_WINDOW (widget);
  BcSymptom *symptom = get_symptom (self);
  g_autofree char *text = NULL;

  if (symptom == NULL)
    return;
  bc_edit_drop_drawing (bc_document_get_chart (self->document), symptom);
  if (bc_symptom_has_drawing (symptom, BC_DRAWING_CLINICIAN))
    return; /* the visit is signed */
  /* Translators: %d is the number of a symptom */
  text = g_strdup_printf (_("P%d is understood as the patient drew it"), bc_symptom_get_number (symptom));
  _bc_window_say (self, text);
}

/* Offers what can be done now. */
void
_bc_window_update_drawing (BcWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "drawing");
  gboolean may = self->document != NULL && self->show_findings && !_bc_window_is_browsing (self);
  gboolean editing = may && get_drawing (self) == BC_DRAWING_CLINICIAN;

  if (action == NULL)
    return;
  if (!self->show_findings)
    g_object_set (self->canvas, "drawing", (int) BC_DRAWING_PATIENT, NULL);
  gtk_widget_set_visible (self->drawing_bar, self->show_findings);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.nowhere", editing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.as-patient", editing);
}

/* Makes what belongs to the drawings; once, after the canvas. */
void
_bc_window_build_drawing (BcWindow *self)
{
  static const GActionEntry entries[] = { { "drawing", NULL, "s", "'patient'", change_drawing_cb } };
  g_autoptr(GPropertyAction) differences = g_property_action_new ("show-differences", self->drawing_bar, "open");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (differences));
  g_signal_connect_object (self->canvas, "notify::drawing", G_CALLBACK (drawing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::symptom-number", G_CALLBACK (symptom_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drawing_bar, "chosen", G_CALLBACK (chosen_cb), self, 0);
}

void
_bc_window_class_drawing_init (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.nowhere", NULL, nowhere_cb);
  gtk_widget_class_install_action (klass, "win.as-patient", NULL, as_patient_cb);
}
