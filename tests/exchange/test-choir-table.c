/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes of the CHOIR body map into charts and out again. */
#include "bc-choir-import.h"
#include "bc-error.h"
#include "bc-table.h"

#include <string.h>

#define HEAD "id,gender,bodymap_regions_csv\n"

static GPtrArray *
import (const char  *table,
        GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (table, strlen (table));

  return bc_import_choir (bytes, "choir.csv", error);
}

static BcChart *
import_one (const char *table)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) cases = import (table, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 1);
  return g_object_ref (((BcImportCase *) g_ptr_array_index (cases, 0))->chart);
}

static char *
export_one (BcChart *chart)
{
  g_autoptr(GString) out = g_string_new (NULL);

  bc_table_append_head (BC_TABLE_CHOIR, out);
  bc_table_append_visit (BC_TABLE_CHOIR, bc_chart_get_reference (chart), chart, bc_chart_get_last_visit (chart),
                         bc_maps_get_default (), out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const struct { const char *gender; const char *map; } maps[] = { { "Female", "female" }, { "Male", "male" } };

/* @codes of a patient come back as they were, and no other. */
static void
assert_comes_back (guint       map,
                   const char *codes)
{
  g_autofree char *table = g_strdup_printf (HEAD "p1,%s,\"%s\"\n", maps[map].gender, codes);
  g_autoptr(BcChart) chart = import_one (table);
  g_autofree char *exported = export_one (chart);
  gboolean several = strchr (codes, ',') != NULL;
  g_autofree char *expected = g_strdup_printf ("id,gender,age,map,bodymap_regions_csv\r\np1,%s,,%s,%s%s%s\r\n",
                                               maps[map].gender, maps[map].map, several ? "\"" : "", codes,
                                               several ? "\"" : "");
  g_autoptr(BcChart) again = import_one (exported);
  g_autofree char *twice = export_one (again);

  g_assert_cmpstr (exported, ==, expected);
  g_assert_cmpstr (twice, ==, expected);
}

static void
test_each_code (void)
{
  for (guint map = 0; map < G_N_ELEMENTS (maps); map++)
    for (guint code = BC_CHOIR_FIRST_CODE; code <= BC_CHOIR_LAST_CODE; code++)
      if (bc_choir_find ((BcChoirMap) map, code) != NULL)
        {
          g_autofree char *codes = g_strdup_printf ("%u", code);

          assert_comes_back (map, codes);
        }
}

/* None, all, and sets of any make, among them the neighbours that share regions. */
static void
test_sets (void)
{
  assert_comes_back (BC_CHOIR_MALE, "");
  assert_comes_back (BC_CHOIR_FEMALE, "120,222,223,225");
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr(GString) codes = g_string_new (NULL);
      guint odds = round == 0 ? 1 : (guint) g_test_rand_int_range (1, 20);

      for (guint code = BC_CHOIR_FIRST_CODE; code <= BC_CHOIR_LAST_CODE; code++)
        if (bc_choir_find (BC_CHOIR_MALE, code) != NULL && g_test_rand_int_range (0, (gint32) odds) == 0)
          g_string_append_printf (codes, "%s%u", codes->len > 0 ? "," : "", code);
      assert_comes_back (round % 2, codes->str);
    }
}

static gboolean
is_marked (BcChart    *chart,
           const char *region)
{
  BcSymptom *symptom = bc_visit_get_symptom (bc_chart_get_last_visit (chart), 1);

  return symptom != NULL && bc_symptom_find_mark (symptom, bc_region_from_id (region), NULL) != NULL;
}

/* The same code is another place on the other map. */
static void
test_sexes (void)
{
  g_autoptr(BcChart) woman = import_one (HEAD "p1,Female,112\n");
  g_autoptr(BcChart) man = import_one (HEAD "p1,Male,112\n");

  g_assert_true (is_marked (woman, "abdomen-upper-right"));
  g_assert_false (is_marked (woman, "upper-arm-anterior-left"));
  g_assert_true (is_marked (man, "upper-arm-anterior-left"));
  g_assert_cmpint (bc_chart_get_sex (woman), ==, BC_SEX_FEMALE);
  g_assert_cmpint (bc_chart_get_figure (man), ==, BC_FIGURE_ADULT_MALE);
}

/* Forms that other programs write. */
static void
test_forms (void)
{
  g_autoptr(BcChart) redcap = import_one (HEAD "p1,female,\"f08,b18\"\n");
  g_autoptr(BcChart) blanks = import_one (HEAD "p1,FEMALE,\"108, 218\"\n");
  g_autoptr(BcChart) package = import_one ("id,gender,race,age,bodymap_regions_csv,score\n"
                                           "1,Female,White,45,\"128,117\",58\n");
  g_autoptr(BcChart) unknown = import_one (HEAD "p1,,\"108,218\"\n");
  g_autoptr(BcChart) on_map = import_one ("id,gender,map,bodymap_regions_csv\np1,,male,112\n");

  g_assert_true (is_marked (redcap, "chest-upper-right") && is_marked (redcap, "lumbar-lower-left"));
  g_assert_true (is_marked (blanks, "chest-upper-right") && is_marked (blanks, "lumbar-lower-left"));
  g_assert_true (is_marked (package, "palm-left") && is_marked (package, "forearm-anterior-right"));
  g_assert_cmpint (bc_visit_get_age (bc_chart_get_last_visit (package)), ==, 45);
  g_assert_true (is_marked (unknown, "chest-upper-right"));
  g_assert_cmpint (bc_chart_get_sex (unknown), ==, BC_SEX_UNKNOWN);
  g_assert_true (is_marked (on_map, "upper-arm-anterior-left"));
}

static const struct { const char *name; const char *table; const char *said; } bad[] = {
  { "code", HEAD "p1,Male,\"101,139\"\n", "choir.csv:2: “139” is no code" },
  { "word", HEAD "p1,Male,knee\n", "“knee” is no code" },
  { "empty-between", HEAD "p1,Male,\"101,,102\"\n", "“” is no code" },
  { "gender", HEAD "p1,x,101\n", "choir.csv:2:" },
  { "no-gender", HEAD "p1,,117\n", "code 117 without a gender" },
  { "twice", HEAD "p1,Male,101\np1,Male,102\n", "choir.csv:3: case “p1” was in line 2" },
  { "slash", HEAD "../p1,Male,101\n", "slash" },
  { "no-id", HEAD ",Male,101\n", "no case" },
  { "column", "id,gender\np1,Male\n", "bodymap_regions_csv" },
  { "empty", "", "empty" },
};

static void
test_bad (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) cases = import (bad[i].table, &error);

  g_assert_null (cases);
  g_assert_nonnull (error);
  g_assert_true (error->domain == BC_FILE_ERROR);
  g_assert_nonnull (strstr (error->message, bad[i].said));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/choir-table/each-code", test_each_code);
  g_test_add_func ("/choir-table/sets", test_sets);
  g_test_add_func ("/choir-table/sexes", test_sexes);
  g_test_add_func ("/choir-table/forms", test_forms);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/choir-table/bad/%s", bad[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  return g_test_run ();
}
