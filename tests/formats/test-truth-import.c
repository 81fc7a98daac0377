/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-csv-import.h"
#include "bc-truth-import.h"

#include <string.h>

#define HEAD "case,part,pattern,side,also,flags,second,second-side,source\n"

static GPtrArray *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return bc_import_truth (bytes, "t.csv", bc_maps_get_default (), error);
}

static GPtrArray *
read_good (const char *text)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows = read_text (text, &error);

  g_assert_no_error (error);
  return rows;
}

static void
test_good (void)
{
  g_autoptr(GPtrArray) rows = NULL;
  const BcTruthRow *row;

  rows = read_good (HEAD "a,report,root-l5,right,root-sciatica  derm-l5,rf-motor,knee-tf,left,\"Doe 2001, Spine\"\n"
                         "b,tune,none,,,,,,\n"
                         "c,mine,rf-cauda-equina,both,,,,,x\n");
  g_assert_cmpuint (rows->len, ==, 3);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->name, ==, "a");
  g_assert_cmpuint (row->line, ==, 2);
  g_assert_cmpstr (row->part, ==, "report");
  g_assert_cmpstr (row->pattern->id, ==, "root-l5");
  g_assert_cmpint (row->side, ==, BC_SIDE_RIGHT);
  g_assert_cmpuint (g_strv_length (row->also), ==, 2);
  g_assert_cmpstr (row->also[1], ==, "derm-l5");
  g_assert_cmpstr (row->flags[0], ==, "rf-motor");
  g_assert_cmpstr (row->second->id, ==, "knee-tf");
  g_assert_cmpint (row->second_side, ==, BC_SIDE_LEFT);
  g_assert_cmpstr (row->source, ==, "Doe 2001, Spine");
  g_assert_null (row->chart);
  row = g_ptr_array_index (rows, 1);
  g_assert_null (row->pattern);
  g_assert_null (row->second);
  g_assert_cmpint (row->side, ==, BC_SIDE_BOTH);
  g_assert_cmpuint (g_strv_length (row->also), ==, 0);
}

/* Only the first three columns are needed, in any order. */
static void
test_short (void)
{
  g_autoptr(GPtrArray) rows = read_good ("pattern,case,part\nroot-s1,a,report\n");
  const BcTruthRow *row = g_ptr_array_index (rows, 0);

  g_assert_cmpstr (row->pattern->id, ==, "root-s1");
  g_assert_cmpint (row->side, ==, BC_SIDE_BOTH);
  g_assert_cmpstr (row->source, ==, "");
}

typedef struct
{
  const char *name;
  const char *text;
  const char *message; /* begins so */
} Bad;

static const Bad bad[] = {
  { "pattern", HEAD "a,report,root-l9,,,,,,\n", "t.csv:2: pattern “root-l9” is in no map" },
  { "no-pattern", HEAD "a,report,,,,,,,\n", "t.csv:2: pattern “” is in no map" },
  { "also", HEAD "a,report,root-l5,,root-l5 nope,,,,\n", "t.csv:2: pattern “nope” is in no map" },
  { "flag", HEAD "a,report,root-l5,,,rf-nope,,,\n", "t.csv:2: red flag “rf-nope” is no rule" },
  { "side", HEAD "a,report,root-l5,up,,,,,\n", "t.csv:2: side “up”; write left, right or both" },
  { "second", HEAD "a,report,root-l5,,,,nope,,\n", "t.csv:2: pattern “nope” is in no map" },
  { "second-side", HEAD "a,report,root-l5,,,,knee-tf,down,\n", "t.csv:2: side “down”" },
  { "second-alone", HEAD "a,report,none,,,,knee-tf,,\n", "t.csv:2: a second source but no first" },
  { "no-name", HEAD ",report,none,,,,,,\n", "t.csv:2: the case has no name" },
  { "twice", HEAD "a,report,none,,,,,,\na,tune,none,,,,,,\n", "t.csv:3: case “a” comes twice" },
  { "no-column", "case,part\na,report\n", "t.csv:1: " },
};

static void
test_bad (gconstpointer data)
{
  const Bad *one = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = read_text (one->text, &error);

  g_assert_null (rows);
  g_assert_nonnull (error);
  g_assert_true (error->domain == BC_FILE_ERROR);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, one->message));
}

static GPtrArray *
read_cases (void)
{
  static const char text[] = "case,region,quality,depth,intensity,role\n"
                             "a,heel-left,ache,,4,site\n"
                             "b,heel-right,,,,site\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(GError) error = NULL;
  GPtrArray *cases = bc_import_csv (bytes, "m.csv", NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return cases;
}

static void
test_join (void)
{
  g_autoptr(GPtrArray) cases = read_cases ();
  g_autoptr(GPtrArray) rows = read_good (HEAD "b,report,plantar-heel,right,,,,,\n");
  g_autoptr(GPtrArray) more = read_good (HEAD "a,report,none,,,,,,\nc,report,none,,,,,,\n");
  g_autoptr(GError) error = NULL;
  const BcTruthRow *row = g_ptr_array_index (rows, 0);

  g_assert_true (bc_import_truth_join (rows, "t.csv", cases, &error));
  g_assert_no_error (error);
  g_assert_true (row->chart == ((BcImportCase *) g_ptr_array_index (cases, 1))->chart);
  g_assert_false (bc_import_truth_join (more, "t.csv", cases, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "t.csv:3: case “c” has no marks"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/truth-import/good", test_good);
  g_test_add_func ("/truth-import/short", test_short);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/truth-import/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/truth-import/join", test_join);
  return g_test_run ();
}
