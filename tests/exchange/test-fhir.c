/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "bc-edit.h"
#include "bc-fhir.h"
#include "full-chart.h"

#include <json-glib/json-glib.h>

static JsonNode *
write_visit (BcChart *chart,
             guint    at,
             GBytes  *pdf)
{
  g_autoptr(BcVisit) visit = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), at);
  g_autoptr(GBytes) bytes = bc_fhir_write (chart, visit, bc_maps_get_default (), pdf);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  return root;
}

/* What a JSONPath finds, as JSON on one line. */
static char *
query (JsonNode   *root,
       const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) found = json_path_query (path, root, &error);

  g_assert_no_error (error);
  return json_to_string (found, FALSE);
}

static void
assert_finds (JsonNode   *root,
              const char *path,
              const char *expected)
{
  g_autofree char *found = query (root, path);

  g_test_message ("%s", path);
  g_assert_cmpstr (found, ==, expected);
}

static BcChart *
load_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("BODYCHART_SAMPLES"), name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BcChart *chart = bc_chart_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return chart;
}

/* The object of a list whose code is @code. */
static JsonObject *
get_coded (JsonObject *owner,
           const char *list,
           guint       at)
{
  return json_array_get_object_element (json_object_get_array_member (owner, list), at);
}

static const char *
get_code (JsonObject *concept)
{
  return json_object_get_string_member (get_coded (concept, "coding", 0), "code");
}

/* Which regions the components of an observation mark, as the patient's own left and right. */
static void
read_places (JsonObject *observation,
             guint8      roles[BC_N_REGIONS + 1])
{
  JsonArray *components = json_object_get_array_member (observation, "component");

  for (guint i = 0; i < json_array_get_length (components); i++)
    {
      JsonObject *component = json_array_get_object_element (components, i);
      const char *code = get_code (json_object_get_object_member (component, "code"));
      JsonObject *place;
      const char *side;
      guint area;

      if (!g_str_equal (code, "site") && !g_str_equal (code, "radiation"))
        continue;
      place = json_object_get_object_member (component, "valueCodeableConcept");
      side = json_object_get_string_member (
        json_object_get_object_member (get_coded (place, "extension", 0), "valueCoding"), "code");
      area = (guint) bc_area_from_id (get_code (place));
      if (!g_str_equal (side, "R"))
        roles[bc_region_new (area, BC_SIDE_LEFT)] |= (guint8) (g_str_equal (code, "site") ? 1 : 2);
      if (!g_str_equal (side, "L"))
        roles[bc_region_new (area, BC_SIDE_RIGHT)] |= (guint8) (g_str_equal (code, "site") ? 1 : 2);
    }
}

static void
assert_places (BcSymptom  *symptom,
               JsonObject *observation)
{
  guint8 roles[BC_N_REGIONS + 1] = { 0 };

  read_places (observation, roles);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      BcRole role = BC_ROLE_CLEAR;
      gboolean marked = bc_symptom_marks_region (symptom, (BcRegion) region, &role);

      g_assert_cmpuint (roles[region], ==, !marked ? 0 : role == BC_ROLE_SITE ? 1 : 2);
    }
}

/* Every region of the samples, drawn or clicked, comes out once, with its side and whether it sits or spreads. */
static void
test_places (void)
{
  static const char *const samples[] = {
    "sciatica-l5-right.bodychart", "sacroiliac-both-sides.bodychart", "freehand-sciatica.bodychart",
    "compensatory-back-pain.bodychart",
  };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr(BcChart) chart = load_sample (samples[i]);
      g_autoptr(JsonNode) root = write_visit (chart, 0, NULL);
      JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "entry");
      g_autoptr(BcVisit) visit = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), 0);
      GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));

      g_assert_cmpuint (g_list_model_get_n_items (symptoms), >, 0);
      for (guint s = 0; s < g_list_model_get_n_items (symptoms); s++)
        {
          g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, s);
          JsonObject *entry = json_array_get_object_element (entries, 2 + s); /* after patient and visit */

          assert_places (symptom, json_object_get_object_member (entry, "resource"));
        }
    }
}

static void
add_symptom (BcVisit    *visit,
             int         number,
             guint       qualities,
             const char *region)
{
  g_autoptr(BcSymptom) symptom = bc_symptom_new (number);
  g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id (region), BC_ROLE_SITE);

  g_object_set (symptom, "qualities", qualities, "now", 6, NULL);
  g_list_store_append (bc_symptom_get_marks (symptom), mark);
  g_list_store_append (bc_visit_get_symptoms (visit), symptom);
}

/* The LOINC score is one of pain, and numbness has none. */
static void
test_kinds (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-05-12");
  g_autoptr(JsonNode) root = NULL;

  add_symptom (visit, 1, BC_QUALITY_BURNING | BC_QUALITY_NUMBNESS, "leg-lateral-right");
  add_symptom (visit, 2, BC_QUALITY_NUMBNESS, "leg-lateral-left");
  add_symptom (visit, 3, BC_QUALITY_TINGLING | BC_QUALITY_WEAKNESS, "leg-lateral-left");
  add_symptom (visit, 4, 0, "leg-lateral-left");
  root = write_visit (chart, 0, NULL);
  assert_finds (root, "$.entry[*].resource.valueCodeableConcept.coding[0].code",
                "[\"pain\",\"numbness\",\"altered-sensation\",\"pain\"]");
  assert_finds (root, "$.entry[2].resource.component[*].code.coding[0].code",
                "[\"site\",\"56823-8\",\"quality\",\"quality\",\"64750-3\",\"72514-3\"]");
  assert_finds (root, "$.entry[3].resource.component[*].code.coding[0].code",
                "[\"site\",\"56823-8\",\"64750-3\",\"intensity-now\"]");
  assert_finds (root, "$.entry[2,3].resource.bodySite.extension[0].valueCoding.code", "[\"R\",\"L\"]");
  assert_finds (root, "$.entry[2,3].resource.bodySite.text", "[\"outer lower leg; right\",\"outer lower leg; left\"]");
  assert_finds (root, "$.entry[2].resource.bodySite.coding[1].code", "[\"FMA:24979\"]");
}

static void
test_signed (void)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(BcVisit) first = g_list_model_get_item (G_LIST_MODEL (bc_chart_get_visits (chart)), 0);
  g_autoptr(JsonNode) before = write_visit (chart, 0, NULL);
  g_autoptr(JsonNode) after = NULL;

  g_object_set (first, "signed-when", "2026-05-12T11:00:00+02:00", "signed-by", "J", NULL);
  after = write_visit (chart, 0, NULL);
  assert_finds (before, "$.entry[*].resource.status",
                "[\"in-progress\",\"preliminary\",\"preliminary\",\"preliminary\",\"preliminary\",\"preliminary\","
                "\"preliminary\",\"preliminary\",\"in-progress\",\"preliminary\"]");
  assert_finds (after, "$.entry[*].resource.status",
                "[\"finished\",\"final\",\"final\",\"final\",\"final\",\"final\",\"final\",\"final\",\"completed\","
                "\"final\"]");
  assert_finds (after, "$.entry[2].resource.issued", "[\"2026-05-12T11:00:00+02:00\"]");
  /* Resolved, and the two that are clear. */
  assert_finds (after, "$.entry[4,5,6].resource.code.coding[0].code", "[\"111551-8\",\"111551-8\",\"111551-8\"]");
}

static void
test_answers (void)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(JsonNode) root = write_visit (chart, 0, NULL);
  g_autoptr(JsonNode) correct = write_visit (chart, 2, NULL);
  const char *items = "$.entry[9].resource.item";
  g_autofree char *links = g_strconcat (items, "[0].item[*].linkId", NULL);
  g_autofree char *effects = g_strconcat (items, "[0].item[*].answer[0].valueCoding.code", NULL);
  g_autofree char *yes_no = g_strconcat (items, "[0].item[*].answer[0].valueBoolean", NULL);
  g_autofree char *actions = g_strconcat (items, "[1].item[*].answer[0].valueCoding.code", NULL);

  assert_finds (root, links, "[\"sitting\",\"standing\",\"lying\",\"d-slr\",\"saddle-numb\"]");
  assert_finds (root, effects, "[\"aggravates\",\"eases\",\"no-effect\"]");
  assert_finds (root, yes_no, "[true,false]");
  assert_finds (root, actions, "[\"not-applicable\",\"referred\",\"monitored\"]");
  assert_finds (correct, "$.entry[2].resource.item[0].item[0].item[0].answer[0].valueString", "[\"P1/onset\"]");
}

/* Notes and plan as they were written, whatever is in them, and the signature once there is one. */
static void
test_record (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-05-12");
  g_autoptr(JsonNode) without = write_visit (chart, 0, NULL);
  g_autoptr(JsonNode) before = NULL;
  g_autoptr(JsonNode) after = NULL;

  assert_finds (without, "$.entry[*].resource.resourceType", "[\"Patient\",\"Encounter\"]");
  g_object_set (visit, "clinician", "J. Doe", "notes", "Walks < 1 km & sleeps\n\nwell", "plan", "Review", NULL);
  before = write_visit (chart, 0, NULL);
  assert_finds (before, "$.entry[2].resource.section[*].title", "[\"Notes\",\"Plan\"]");
  assert_finds (before, "$.entry[2].resource.section[*].text.div",
                "[\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><p>Walks &lt; 1 km &amp; sleeps</p><p>well</p></div>\","
                "\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><p>Review</p></div>\"]");
  assert_finds (before, "$.entry[2].resource.author[*].display", "[\"J. Doe\"]");
  assert_finds (before, "$.entry[2].resource.attester", "[]");
  g_object_set (visit, "signed-when", "2026-05-12T11:00:00+02:00", "signed-by", "K. Roe", NULL);
  after = write_visit (chart, 0, NULL);
  assert_finds (after, "$.entry[2].resource.attester[*].party.display", "[\"K. Roe\"]");
  assert_finds (after, "$.entry[2].resource.attester[*].time", "[\"2026-05-12T11:00:00+02:00\"]");
}

/* The clinician's drawing is there where it is another one, by the clinician, and leaves the patient's as it was. */
static void
test_drawings (void)
{
  g_autoptr(BcChart) chart = bc_chart_new ();
  BcVisit *visit = bc_chart_add_visit (chart, "2026-05-12");
  g_autoptr(BcSymptom) symptom = NULL;
  g_autoptr(BcMark) same = bc_mark_new (bc_region_from_id ("leg-lateral-right"), BC_ROLE_SITE);
  g_autoptr(BcMark) other = bc_mark_new (bc_region_from_id ("buttock-upper-right"), BC_ROLE_SITE);
  g_autoptr(JsonNode) alike = NULL;
  g_autoptr(JsonNode) differs = NULL;
  g_autoptr(JsonNode) nowhere = NULL;

  g_object_set (visit, "clinician", "J. Doe", NULL);
  add_symptom (visit, 1, 0, "leg-lateral-right");
  symptom = g_list_model_get_item (G_LIST_MODEL (bc_visit_get_symptoms (visit)), 0);
  g_list_store_append (bc_symptom_get_marks_of (symptom, BC_DRAWING_CLINICIAN), same);
  alike = write_visit (chart, 0, NULL);
  assert_finds (alike, "$.entry[*].resource.code.coding[0].code", "[\"75325-1\"]");
  g_list_store_append (bc_symptom_get_marks_of (symptom, BC_DRAWING_CLINICIAN), other);
  differs = write_visit (chart, 0, NULL);
  assert_finds (differs, "$.entry[*].resource.code.coding[0].code", "[\"75325-1\",\"clinician-drawing\"]");
  assert_finds (differs, "$.entry[2].resource.component[*].valueCodeableConcept.coding[0].code", "[\"leg-lateral\"]");
  assert_finds (differs, "$.entry[3].resource.component[*].valueCodeableConcept.coding[0].code",
                "[\"buttock-upper\",\"leg-lateral\"]");
  assert_finds (differs, "$.entry[3].resource.performer[0].display", "[\"J. Doe\"]");
  bc_edit_set_nowhere (chart, symptom);
  nowhere = write_visit (chart, 0, NULL);
  assert_finds (nowhere, "$.entry[3].resource.valueString", "[\"In none of the places that the patient told\"]");
  assert_finds (nowhere, "$.entry[3].resource['component','bodySite']", "[]"); /* FHIR has no empty lists */
}

/* All visits together: the patient once, and each visit with the ids that it has by itself. */
static void
test_all_visits (void)
{
  g_autoptr(BcChart) chart = load_sample ("sciatica-five-visits.bodychart");
  g_autoptr(GBytes) bytes = bc_fhir_write_chart (chart, bc_maps_get_default (), NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(JsonNode) all = json_from_string (text, NULL);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (all), "entry");
  guint at = 1;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(JsonNode) one = write_visit (chart, i, NULL);
      JsonArray *own = json_object_get_array_member (json_node_get_object (one), "entry");

      g_assert_true (json_node_equal (json_array_get_element (own, 0), json_array_get_element (entries, 0)));
      for (guint j = 1; j < json_array_get_length (own); j++)
        g_assert_true (json_node_equal (json_array_get_element (own, j), json_array_get_element (entries, at++)));
    }
  g_assert_cmpuint (at, ==, json_array_get_length (entries));
}

static void
test_document (void)
{
  g_autoptr(BcChart) chart = full_chart_new ();
  g_autoptr(GBytes) pdf = g_bytes_new_static ("%PDF-1.5", 8);
  g_autoptr(JsonNode) with = write_visit (chart, 0, pdf);
  g_autoptr(JsonNode) without = write_visit (chart, 0, NULL);

  assert_finds (with, "$..attachment.data", "[\"JVBERi0xLjU=\"]");
  assert_finds (with, "$..attachment.size", "[8]");
  assert_finds (without, "$..attachment", "[]");
}

static char *
dup_text (BcChart *chart)
{
  g_autoptr(GBytes) bytes = bc_fhir_write (chart, bc_chart_get_last_visit (chart), bc_maps_get_default (), NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_same_bytes (void)
{
  g_autoptr(BcChart) one = load_sample ("sciatica-five-visits.bodychart");
  g_autoptr(BcChart) two = load_sample ("sciatica-five-visits.bodychart");
  g_autofree char *first = dup_text (one);
  g_autofree char *second = dup_text (two);

  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_utf8_validate (first, -1, NULL));
  g_assert_true (g_str_has_suffix (first, "}\n"));
}

static char *
dup_patient (BcChart *chart,
             guint    at)
{
  g_autoptr(JsonNode) root = write_visit (chart, at, NULL);

  return query (root, "$.entry[0].resource.id");
}

/* A patient keeps the id through visits and edits; and two of whom nobody wrote who they are never share one. */
static void
test_identity (void)
{
  g_autoptr(BcChart) known = full_chart_new ();
  g_autoptr(BcChart) nameless = bc_chart_new ();
  g_autoptr(BcChart) another = bc_chart_new ();
  g_autofree char *id = dup_patient (known, 0);
  g_autofree char *later = dup_patient (known, 2);
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  g_assert_cmpstr (id, ==, later);
  add_symptom (bc_chart_add_visit (nameless, "2026-05-12"), 1, 0, "ear-left");
  add_symptom (bc_chart_add_visit (another, "2026-05-12"), 1, 0, "ear-right");
  one = dup_patient (nameless, 0);
  two = dup_patient (another, 0);
  g_assert_cmpstr (one, !=, two);
  g_object_set (nameless, "name", "Ana", "birth-date", "1979-03-14", NULL);
  g_object_set (another, "name", "Ana", "birth-date", "1979-03-15", NULL);
  g_free (g_steal_pointer (&one));
  g_free (g_steal_pointer (&two));
  one = dup_patient (nameless, 0);
  two = dup_patient (another, 0);
  g_assert_cmpstr (one, !=, two);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fhir/places", test_places);
  g_test_add_func ("/fhir/kinds", test_kinds);
  g_test_add_func ("/fhir/signed", test_signed);
  g_test_add_func ("/fhir/answers", test_answers);
  g_test_add_func ("/fhir/record", test_record);
  g_test_add_func ("/fhir/drawings", test_drawings);
  g_test_add_func ("/fhir/all-visits", test_all_visits);
  g_test_add_func ("/fhir/document", test_document);
  g_test_add_func ("/fhir/same-bytes", test_same_bytes);
  g_test_add_func ("/fhir/identity", test_identity);
  return g_test_run ();
}
