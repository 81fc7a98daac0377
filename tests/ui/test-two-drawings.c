/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two drawings of a visit in the window: which is shown, which is changed, and where they differ. */

#include "bc-edit.h"
#include "ui-support.h"
#include "window-support.h"

#define SITE "buttock-upper-right" /* the patient marked it */
#define FREE "shin-left"

static BcVisit *
get_visit (BcWindow *window)
{
  return bc_document_get_visit (bc_window_get_document (window));
}

static BcSymptom *
get_symptom (BcWindow *window)
{
  return bc_visit_get_symptom (get_visit (window), 1);
}

static gboolean
marks (BcWindow   *window,
       BcDrawing   drawing,
       const char *region)
{
  return bc_symptom_marks_region_of (get_symptom (window), drawing, bc_region_from_id (region), NULL);
}

static void
show_drawing (BcWindow   *window,
              const char *whose)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.drawing", "s", whose);
  ui_settle ();
}

static BcDrawing
get_drawing (BcWindow *window)
{
  int drawing;

  g_object_get (window->canvas, "drawing", &drawing, NULL);
  return (BcDrawing) drawing;
}

static void
toggle (BcWindow   *window,
        const char *region)
{
  gtk_widget_activate_action (GTK_WIDGET (ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, region)), "region.toggle", NULL);
  ui_settle ();
}

/* What is marked while the clinician's drawing shows is in that drawing, and the other way round. */
static void
test_apart (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  g_assert_cmpint (get_drawing (window), ==, BC_DRAWING_PATIENT);
  show_drawing (window, "clinician");
  g_assert_cmpint (get_drawing (window), ==, BC_DRAWING_CLINICIAN);
  g_assert_false (bc_symptom_has_drawing (get_symptom (window), BC_DRAWING_CLINICIAN)); /* to look is not to change */
  g_assert_false (bc_document_is_modified (document));
  ui_assert_checked (ui_region (BC_CANVAS (window->canvas), BC_VIEW_BACK, SITE), TRUE);

  toggle (window, FREE);
  g_assert_true (marks (window, BC_DRAWING_CLINICIAN, FREE));
  g_assert_true (marks (window, BC_DRAWING_CLINICIAN, SITE)); /* it begins as the patient's */
  g_assert_false (marks (window, BC_DRAWING_PATIENT, FREE));
  ui_assert_checked (ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, FREE), TRUE);

  show_drawing (window, "patient");
  ui_assert_checked (ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, FREE), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (ui_region (BC_CANVAS (window->canvas), BC_VIEW_BACK, SITE)), "region.toggle",
                              NULL);
  g_assert_false (marks (window, BC_DRAWING_PATIENT, SITE));
  g_assert_true (marks (window, BC_DRAWING_CLINICIAN, SITE));
  ui_window_close (GTK_WIDGET (window));
}

static char *
dup_description (BcRegionWidget *region)
{
  g_autofree char *description = gtk_test_accessible_check_property (GTK_ACCESSIBLE (region),
                                                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  return g_steal_pointer (&description); /* told only where it is not "" */
}

/* What is seen faintly is heard too, where it is something else. */
static void
test_heard (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  BcRegionWidget *site = ui_region (BC_CANVAS (window->canvas), BC_VIEW_BACK, SITE);
  BcRegionWidget *other = ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, FREE);
  g_autofree char *gone = NULL;
  g_autofree char *added = NULL;
  g_autofree char *own = NULL;

  show_drawing (window, "clinician");
  toggle (window, FREE);
  gtk_widget_activate_action (GTK_WIDGET (site), "region.toggle", NULL);
  ui_settle ();
  gone = dup_description (site);
  g_assert_nonnull (strstr (gone, "not marked; patient’s drawing: marked by P1"));
  added = dup_description (other);
  g_assert_nonnull (strstr (added, "marked by P1; patient’s drawing: not marked"));
  show_drawing (window, "patient");
  own = dup_description (site);
  g_assert_null (strstr (own, "patient’s drawing"));
  ui_window_close (GTK_WIDGET (window));
}

/* A tick is what the patient says, whichever drawing shows. */
static void
test_no_ticks (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  BcRegionWidget *region = ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, FREE);

  show_drawing (window, "clinician");
  gtk_widget_activate_action (GTK_WIDGET (region), "region.clear", NULL);
  g_assert_true (window_can_read (window, "What is clear is the patient’s word"));
  g_assert_false (bc_visit_is_clear (get_visit (window), bc_region_from_id (FREE)));
  g_assert_false (bc_document_is_modified (document));
  ui_window_close (GTK_WIDGET (window));
}

/* Undo is seen: the drawing that it changes comes into sight. */
static void
test_undo (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  toggle (window, FREE);
  show_drawing (window, "clinician");
  toggle (window, "shin-right");
  show_drawing (window, "patient");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_settle ();
  g_assert_cmpint (get_drawing (window), ==, BC_DRAWING_CLINICIAN);
  g_assert_false (bc_symptom_has_drawing (get_symptom (window), BC_DRAWING_CLINICIAN));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  ui_settle ();
  g_assert_cmpint (get_drawing (window), ==, BC_DRAWING_PATIENT);
  g_assert_false (marks (window, BC_DRAWING_PATIENT, FREE));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  ui_settle ();
  g_assert_cmpint (get_drawing (window), ==, BC_DRAWING_CLINICIAN);
  g_assert_true (marks (window, BC_DRAWING_CLINICIAN, "shin-right"));
  ui_window_close (GTK_WIDGET (window));
}

static void
test_nowhere (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  show_drawing (window, "clinician");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.nowhere", NULL);
  g_assert_true (bc_symptom_is_nowhere (get_symptom (window)));
  g_assert_true (marks (window, BC_DRAWING_PATIENT, SITE));
  g_assert_true (window_can_read (window, "Differ: P1"));
  g_assert_true (window_can_read (window, "Matched by the clinician’s drawing: P1")); /* so nothing fits */
  g_assert_cmpuint (window->findings->findings->len, ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.as-patient", NULL);
  g_assert_false (bc_symptom_has_drawing (get_symptom (window), BC_DRAWING_CLINICIAN));
  g_assert_false (window_can_read (window, "Differ: P1"));
  ui_assert_checked (ui_region (BC_CANVAS (window->canvas), BC_VIEW_BACK, SITE), TRUE);
  ui_window_close (GTK_WIDGET (window));
}

/* Where they differ is listed, and a row leads there, in the drawing where both are seen. */
static void
test_differences (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);
  GtkWidget *list;
  GtkWidget *row;

  show_drawing (window, "clinician");
  toggle (window, FREE);
  g_assert_true (window_can_read (window, "Differ: P1"));
  g_assert_true (window_can_read (window, "Matched by the clinician’s drawing: P1"));
  g_assert_false (window_can_read (window, "only the clinician"));
  show_drawing (window, "patient");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-differences", NULL);
  g_assert_true (window_can_read (window, "P1, only the clinician  left: shin"));
  g_assert_true (window_can_read (window, "P1, extent"));
  list = window_find_type (window->drawing_bar, GTK_TYPE_LIST_BOX);
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  gtk_widget_activate (row);
  ui_settle ();
  g_assert_cmpint (get_drawing (window), ==, BC_DRAWING_CLINICIAN);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window))
                 == GTK_WIDGET (ui_region (BC_CANVAS (window->canvas), BC_VIEW_FRONT, FREE)));
  ui_window_close (GTK_WIDGET (window));
}

/* While the patient looks on there is the patient's drawing only. */
static void
test_patient_looks_on (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcWindow *window = window_show (document);

  show_drawing (window, "clinician");
  toggle (window, FREE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  ui_settle ();
  g_assert_cmpint (get_drawing (window), ==, BC_DRAWING_PATIENT);
  g_assert_false (window_can_read (window, "Clinician’s drawing"));
  g_assert_false (window_can_read (window, "Differ"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.drawing", "s", "clinician");
  g_assert_cmpint (get_drawing (window), ==, BC_DRAWING_PATIENT);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-findings", NULL);
  ui_window_close (GTK_WIDGET (window));
}

/* What the patient drew lies below, faint, where the clinician drew something else, and nowhere else. */
static void
test_below (void)
{
  g_autoptr(BcDocument) document = window_document ();
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *visit = bc_document_get_visit (document);
  GtkWidget *canvas = bc_canvas_new ();
  GtkWidget *window = ui_window_show (canvas, 900, 700);
  GtkWidget *view;
  g_autoptr(cairo_surface_t) patient = NULL;
  g_autoptr(cairo_surface_t) same = NULL;
  g_autoptr(cairo_surface_t) nowhere = NULL;
  g_autoptr(cairo_surface_t) bare = NULL;

  bc_canvas_set_chart (BC_CANVAS (canvas), chart, visit);
  ui_settle ();
  view = bc_canvas_get_view_widget (BC_CANVAS (canvas), BC_VIEW_BACK);
  patient = ui_picture (view);
  g_object_set (canvas, "drawing", BC_DRAWING_CLINICIAN, NULL);
  ui_settle ();
  same = ui_picture (view);
  g_assert_true (ui_same_picture (patient, same)); /* it is understood as the patient drew it */
  bc_edit_set_nowhere (chart, bc_visit_get_symptom (visit, 1));
  ui_settle ();
  nowhere = ui_picture (view);
  g_assert_false (ui_same_picture (patient, nowhere));
  bc_edit_remove_symptom (chart, visit, bc_visit_get_symptom (visit, 1));
  ui_settle ();
  bare = ui_picture (view);
  g_assert_false (ui_same_picture (nowhere, bare)); /* so something was there */
  ui_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  window_init (&argc, &argv);
  g_test_add_func ("/two-drawings/apart", test_apart);
  g_test_add_func ("/two-drawings/heard", test_heard);
  g_test_add_func ("/two-drawings/no-ticks", test_no_ticks);
  g_test_add_func ("/two-drawings/undo", test_undo);
  g_test_add_func ("/two-drawings/nowhere", test_nowhere);
  g_test_add_func ("/two-drawings/differences", test_differences);
  g_test_add_func ("/two-drawings/patient-looks-on", test_patient_looks_on);
  g_test_add_func ("/two-drawings/below", test_below);
  return window_run ();
}
