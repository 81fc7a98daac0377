/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables for other programs: what R, a spreadsheet and the import rely on. */
#include "bc-chart-file.h"
#include "bc-csv-import.h"
#include "bc-row-private.h"
#include "bc-table.h"

#include <string.h>

/* How fields are written, and which of them a spreadsheet would take for a formula. */
static const struct { const char *text; const char *field; } fields[] = {
  { "plain", "plain" },
  { "", "" },
  { NULL, "" },
  { "a,b", "\"a,b\"" },
  { "say \"ah\"", "\"say \"\"ah\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  { "Müller", "Müller" },
  { "=1+1", "'=1+1" },
  { "+1", "'+1" },
  { "-1", "'-1" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "=\"x\",y", "\"'=\"\"x\"\",y\"" },
  { "a=b", "a=b" },
  { "'a", "'a" },
  { "'=1", "''=1" },
};

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(GString) out = g_string_new (NULL);
      g_autofree char *expected = g_strdup_printf ("1,%s\r\n", fields[i].field);
      BcRow row = { out, FALSE };

      bc_row_add_int (&row, 1);
      bc_row_add_text (&row, fields[i].text);
      bc_row_end (&row);
      g_assert_cmpstr (out->str, ==, expected);
    }
}

static BcChart *
load_sample (const char *name)
{
  g_autofree char *file_name = g_strconcat (name, BC_CHART_SUFFIX, NULL);
  g_autofree char *path = g_build_filename (g_getenv ("BODYCHART_SAMPLES"), file_name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BcChart *chart = bc_chart_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return chart;
}

static char *
make_table (BcTableKind  kind,
            const char  *name,
            BcChart     *chart)
{
  g_autoptr(GString) out = g_string_new (NULL);

  bc_table_append_head (kind, out);
  bc_table_append_visit (kind, name, chart, bc_chart_get_last_visit (chart), bc_maps_get_default (), out);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* A line a symptom: number, qualities, numbers, and its regions with their roles in the order of regions. */
static char *
dump_marks (BcChart *chart)
{
  BcVisit *visit = bc_chart_get_last_visit (chart);
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  GString *out = g_string_new (bc_visit_get_date (visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);

      g_string_append_printf (out, "\nP%d %u %d %d %d %d %d", bc_symptom_get_number (symptom),
                              bc_symptom_get_qualities (symptom), bc_symptom_get_now (symptom),
                              bc_symptom_get_best (symptom), bc_symptom_get_worst (symptom),
                              (int) bc_symptom_get_depth (symptom), (int) bc_symptom_get_constancy (symptom));
      for (guint region = 1; region <= BC_N_REGIONS; region++)
        {
          BcRole role;

          if (bc_symptom_marks_region (symptom, (BcRegion) region, &role))
            g_string_append_printf (out, " %s:%d", bc_region_get_id ((BcRegion) region), (int) role);
        }
    }
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (bc_visit_is_clear (visit, (BcRegion) region))
      g_string_append_printf (out, "\n%s", bc_region_get_id ((BcRegion) region));
  return g_string_free (out, FALSE);
}

static BcChart *
import_table (const char *table)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (table, strlen (table));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) cases = bc_import_csv (bytes, "m.csv", NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cases->len, ==, 1);
  return g_object_ref (((BcImportCase *) g_ptr_array_index (cases, 0))->chart);
}

static const char *const samples[] = { "sciatica-l5-right", "cauda-equina-red-flag", "freehand-sciatica",
                                       "compensatory-back-pain", "sacroiliac-both-sides", "no-pattern" };

/* Symptoms with their numbers, intensities and regions, and clear ticks, come back as they were; ink as its regions. */
static void
test_marks_come_back (gconstpointer data)
{
  const char *name = samples[GPOINTER_TO_UINT (data)];
  g_autoptr(BcChart) chart = load_sample (name);
  g_autofree char *table = make_table (BC_TABLE_MARKS, name, chart);
  g_autoptr(BcChart) again = import_table (table);
  g_autofree char *before = dump_marks (chart);
  g_autofree char *after = dump_marks (again);

  g_assert_cmpstr (after, ==, before);
}

/* What a spreadsheet must not run comes back as it was. */
static void
test_names_come_back (void)
{
  static const char *const names[] = { "=1+1", "a, b", "-3", "O'Neill", "'plain", "'=1", "''" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(BcChart) chart = load_sample ("no-pattern");
      g_autofree char *table = make_table (BC_TABLE_MARKS, names[i], chart);
      g_autoptr(BcChart) again = import_table (table);

      g_assert_cmpstr (bc_chart_get_reference (again), ==, names[i]);
    }
}

/* In no table does a name become a formula, in the column of the case or elsewhere. */
static void
test_no_formula (void)
{
  g_autoptr(BcChart) chart = load_sample ("sciatica-l5-right");

  for (BcTableKind kind = BC_TABLE_MARKS; kind <= BC_TABLE_CHOIR; kind++)
    {
      g_autofree char *table = make_table (kind, "=HYPERLINK(1)", chart);
      g_auto(GStrv) lines = g_strsplit (table, "\r\n", -1);

      g_assert_cmpuint (g_strv_length (lines), >, 2);
      for (guint i = 1; *lines[i] != '\0'; i++)
        {
          g_assert_true (g_str_has_prefix (lines[i], "'=HYPERLINK(1),"));
          g_assert_false (g_regex_match_simple ("(^|,)\"?[=+@\\t-]", lines[i], 0, 0));
        }
    }
}

static guint
find_column (GStrv       heads,
             const char *name)
{
  for (guint i = 0; heads[i] != NULL; i++)
    if (g_str_equal (heads[i], name))
      return i;
  g_assert_not_reached ();
}

/* One column a region, 1 where a symptom marks it; every row as long as the head, every name once and fit for REDCap. */
static void
test_wide (void)
{
  g_autoptr(BcChart) chart = load_sample ("sciatica-l5-right");
  g_autofree char *table = make_table (BC_TABLE_WIDE, "a", chart);
  g_auto(GStrv) lines = g_strsplit (table, "\r\n", -1);
  g_auto(GStrv) heads = g_strsplit (lines[0], ",", -1);
  g_auto(GStrv) values = g_strsplit (lines[1], ",", -1);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_marked = 0;

  g_assert_cmpuint (g_strv_length (lines), ==, 3); /* the last is empty */
  g_assert_cmpuint (g_strv_length (values), ==, g_strv_length (heads));
  for (guint i = 0; heads[i] != NULL; i++)
    {
      g_assert_true (g_hash_table_add (seen, heads[i]));
      g_assert_true (strspn (heads[i], "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen (heads[i]));
      g_assert_cmpuint (strlen (heads[i]), <=, 30);
    }
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (bc_region_get_id ((BcRegion) region)), "-", '_');
      const char *value = values[find_column (heads, name)];

      g_assert_true (g_str_equal (value, "0") || g_str_equal (value, "1"));
      n_marked += *value == '1';
    }
  g_assert_cmpstr (values[find_column (heads, "leg_lateral_right")], ==, "1");
  g_assert_cmpstr (values[find_column (heads, "leg_lateral_left")], ==, "0");
  g_assert_cmpstr (values[find_column (heads, "groin_right")], ==, "0"); /* clear is not marked */
  g_assert_cmpstr (values[find_column (heads, "sex")], ==, "female");
  g_assert_cmpstr (values[find_column (heads, "worst")], ==, "8");
  g_assert_cmpuint (n_marked, ==, 7);
}

/* One row for each region that is marked or clear; shares tell how much of it. */
static void
test_regions (void)
{
  g_autoptr(BcChart) chart = load_sample ("sciatica-l5-right");
  g_autofree char *table = make_table (BC_TABLE_REGIONS, "a", chart);
  g_auto(GStrv) lines = g_strsplit (table, "\r\n", -1);
  guint n_marked = 0;
  guint n_clear = 0;

  for (guint i = 1; *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) values = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (values), ==, 14);
      n_marked += g_str_equal (values[6], "1");
      n_clear += g_str_equal (values[7], "1");
      g_assert_cmpstr (values[12], ==, *values[6] == '1' ? "1.000" : "0.000");
    }
  g_assert_cmpuint (n_marked, ==, 7);
  g_assert_cmpuint (n_clear, ==, g_list_model_get_n_items (
                      G_LIST_MODEL (bc_visit_get_clears (bc_chart_get_last_visit (chart)))));
  g_assert_nonnull (strstr (table, "\r\na,2026-11-20,foot-dorsum-medial-right,foot-dorsum-medial,right,lower-limb,1,0,site,"
                                   "ache electric tingling,6,2,1.000,"));
}

/* Two symptoms in one region: that one sits there says more than that the other travels there, whichever comes first. */
static void
test_role_of_two (void)
{
  for (guint first = 0; first < 2; first++)
    {
      g_autoptr(BcChart) chart = bc_chart_new ();
      BcVisit *visit = bc_chart_add_visit (chart, "2026-05-12");
      g_autofree char *table = NULL;

      for (guint i = 0; i < 2; i++)
        {
          g_autoptr(BcSymptom) symptom = bc_symptom_new ((int) i + 1);
          g_autoptr(BcMark) mark = bc_mark_new (bc_region_from_id ("shin-left"),
                                                i == first ? BC_ROLE_SITE : BC_ROLE_RADIATION);

          g_list_store_append (bc_symptom_get_marks (symptom), mark);
          g_list_store_append (bc_visit_get_symptoms (visit), symptom);
        }
      table = make_table (BC_TABLE_REGIONS, "a", chart);
      g_assert_nonnull (strstr (table, "\r\na,2026-05-12,shin-left,shin,left,lower-limb,1,0,site,,,2,1.000,"));
    }
}

/* No table holds who the patient is, or what somebody wrote. */
static void
test_nobody_is_named (void)
{
  g_autoptr(BcChart) chart = load_sample ("sciatica-l5-right");

  for (BcTableKind kind = BC_TABLE_MARKS; kind <= BC_TABLE_WIDE; kind++)
    {
      g_autofree char *table = make_table (kind, "a", chart);

      g_assert_null (strstr (table, "Holloway"));
      g_assert_null (strstr (table, "1974"));
      g_assert_null (strstr (table, "BC-0142"));
      g_assert_null (strstr (table, "Lindqvist"));
      g_assert_null (strstr (table, "flower"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/fields", test_fields);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/table/marks-come-back/%s", samples[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_marks_come_back);
    }
  g_test_add_func ("/table/names-come-back", test_names_come_back);
  g_test_add_func ("/table/no-formula", test_no_formula);
  g_test_add_func ("/table/wide", test_wide);
  g_test_add_func ("/table/regions", test_regions);
  g_test_add_func ("/table/role-of-two", test_role_of_two);
  g_test_add_func ("/table/nobody-is-named", test_nobody_is_named);
  return g_test_run ();
}
