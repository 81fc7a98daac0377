/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-choir-import.h"

#include "bc-format-words.h"
#include "bc-i18n.h"
#include "bc-import-private.h"

#include <string.h>

enum
{
  COLUMN_ID,
  COLUMN_GENDER,
  COLUMN_CODES,
  COLUMN_AGE,
  COLUMN_MAP,
  COLUMN_RACE,
  COLUMN_SCORE
};

static const BcCsvColumn columns[] = {
  [COLUMN_ID] = { "id", TRUE },
  [COLUMN_GENDER] = { "gender", FALSE },
  [COLUMN_CODES] = { "bodymap_regions_csv", TRUE },
  [COLUMN_AGE] = { "age", FALSE },
  [COLUMN_MAP] = { "map", FALSE },
  /* In the package's own data; a chart has no place for them. */
  [COLUMN_RACE] = { "race", FALSE },
  [COLUMN_SCORE] = { "score", FALSE },
};

/**
 * bc_choir_dup_codes:
 * @segments: which are painful
 * @map: whose codes
 *
 * Returns: (transfer full): their codes in rising order, separated by commas; "" for none
 */
char *
bc_choir_dup_codes (const gboolean segments[BC_N_CHOIR_SEGMENTS],
                    BcChoirMap     map)
{
  const BcChoirTable *table = bc_choir_get_table ();
  GString *codes = g_string_new (NULL);

  for (guint code = BC_CHOIR_FIRST_CODE; code <= BC_CHOIR_LAST_CODE; code++)
    {
      const BcChoirSegment *segment = bc_choir_find (map, code);

      if (segment != NULL && segments[segment - table->segments])
        g_string_append_printf (codes, "%s%u", codes->len > 0 ? "," : "", code);
    }
  return g_string_free (codes, FALSE);
}

/* "107", or as REDCap projects hold it "f07" and "b18". */
static const BcChoirSegment *
find_code (const char *text,
           BcChoirMap  map)
{
  guint64 code;

  if ((*text == 'f' || *text == 'b') && strlen (text) == 3)
    {
      if (!g_ascii_string_to_unsigned (text + 1, 10, 1, 99, &code, NULL))
        return NULL;
      code += *text == 'f' ? 100 : 200;
    }
  else if (!g_ascii_string_to_unsigned (text, 10, BC_CHOIR_FIRST_CODE, BC_CHOIR_LAST_CODE, &code, NULL))
    return NULL;
  return bc_choir_find (map, (guint) code);
}

/**
 * bc_choir_parse_codes:
 * @text: codes separated by commas, with or without blanks; "" for none
 * @map: whose codes
 * @segments: (out caller-allocates): which are painful
 * @bad: (out) (transfer full): what is no code
 *
 * Returns: whether all are codes
 */
gboolean
bc_choir_parse_codes (const char  *text,
                      BcChoirMap   map,
                      gboolean     segments[BC_N_CHOIR_SEGMENTS],
                      char       **bad)
{
  g_auto(GStrv) codes = g_strsplit (text, ",", -1);
  const BcChoirTable *table = bc_choir_get_table ();

  memset (segments, 0, BC_N_CHOIR_SEGMENTS * sizeof *segments);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const BcChoirSegment *segment = find_code (g_strstrip (codes[i]), map);

      if (segment == NULL)
        {
          *bad = g_strdup (codes[i]);
          return FALSE;
        }
      segments[segment - table->segments] = TRUE;
    }
  return TRUE;
}

/* One symptom without a quality: that it hurts there is all that is known. */
static void
mark_segments (BcVisit        *visit,
               const gboolean  segments[BC_N_CHOIR_SEGMENTS])
{
  const BcChoirTable *table = bc_choir_get_table ();
  g_autoptr(BcSymptom) symptom = bc_symptom_new (1);

  for (guint i = 0; i < BC_N_CHOIR_SEGMENTS; i++)
    for (guint j = 0; segments[i] && j < table->segments[i].n_regions; j++)
      if (bc_choir_stands_for (&table->segments[i], j))
        {
          g_autoptr(BcMark) mark = bc_mark_new (table->segments[i].regions[j], BC_ROLE_SITE);

          g_list_store_append (bc_symptom_get_marks (symptom), mark);
        }
  if (g_list_model_get_n_items (G_LIST_MODEL (bc_symptom_get_marks (symptom))) > 0)
    g_list_store_append (bc_visit_get_symptoms (visit), symptom);
}

static gboolean
read_sex (const BcCsv  *csv,
          guint         column,
          const char   *what,
          int          *sex,
          GError      **error)
{
  g_autofree char *id = g_ascii_strdown (bc_csv_get (csv, column), -1);

  return *id == '\0' || bc_terms_from_id (&bc_sex_terms, id, sex)
         || bc_import_bad_value (csv, bc_format_dup_term_problem (&bc_sex_terms, what, bc_csv_get (csv, column)), error);
}

/* Which map the codes are of. Where nobody says, only codes that mean the same on both are understood. */
static gboolean
read_segments (const BcCsv  *csv,
               int           map_sex,
               gboolean      segments[BC_N_CHOIR_SEGMENTS],
               GError      **error)
{
  const char *text = bc_csv_get (csv, COLUMN_CODES);
  BcChoirMap map = map_sex == BC_SEX_MALE ? BC_CHOIR_MALE : BC_CHOIR_FEMALE;
  const BcChoirTable *table = bc_choir_get_table ();
  g_autofree char *bad = NULL;

  if (!bc_choir_parse_codes (text, map, segments, &bad))
    return bc_import_refuse (csv, error,
                             /* Translators: %s is what was found in the place of a number */
                             _("“%s” is no code of the CHOIR body map; write codes from 101 to 136 and from 201 to 238 "
                               "with commas between them"), bad);
  for (guint i = 0; map_sex == BC_SEX_UNKNOWN && i < BC_N_CHOIR_SEGMENTS; i++)
    if (segments[i] && table->segments[i].codes[BC_CHOIR_FEMALE] != table->segments[i].codes[BC_CHOIR_MALE])
      return bc_import_refuse (csv, error,
                               /* Translators: %u is a number; gender is a column and stays */
                               _("code %u without a gender, where it means different places; write Female or Male in "
                                 "the column “gender”"), table->segments[i].codes[BC_CHOIR_FEMALE]);
  return TRUE;
}

static void
import_case_free (BcImportCase *one)
{
  g_free (one->name);
  g_object_unref (one->chart);
  g_free (one);
}

static BcImportCase *
import_row (const BcCsv  *csv,
            const char   *today,
            GError      **error)
{
  const char *name = bc_import_get_case (csv, COLUMN_ID);
  gboolean segments[BC_N_CHOIR_SEGMENTS];
  int age = BC_AGE_UNKNOWN;
  int sex = BC_SEX_UNKNOWN;
  int map_sex;
  BcImportCase *one;
  BcVisit *visit;

  if (!bc_import_check_case (csv, name, error) || !read_sex (csv, COLUMN_GENDER, "gender", &sex, error))
    return NULL;
  map_sex = sex;
  if (!read_sex (csv, COLUMN_MAP, "map", &map_sex, error) || !read_segments (csv, map_sex, segments, error)
      || !bc_import_read_number (csv, COLUMN_AGE, "age", BC_FORMAT_MAX_AGE, &age, error))
    return NULL;
  one = g_new0 (BcImportCase, 1);
  one->name = g_strdup (name);
  one->chart = bc_chart_new ();
  g_object_set (one->chart, "reference", name, "sex", sex, "figure",
                map_sex == BC_SEX_MALE ? BC_FIGURE_ADULT_MALE : BC_FIGURE_ADULT_FEMALE, NULL);
  visit = bc_chart_add_visit (one->chart, today);
  g_object_set (visit, "age", age, NULL);
  mark_segments (visit, segments);
  return one;
}

/**
 * bc_import_choir:
 * @bytes: a table as the package CHOIRBM holds it
 * @name: of the file, UTF-8, for messages
 * @error: return location for a #BcFileError
 *
 * Makes one chart with one visit of every row: one symptom, without a quality, in the regions that the codes stand for.
 *
 * Returns: (transfer full) (nullable) (element-type BcImportCase): the cases in the order of the table
 */
GPtrArray *
bc_import_choir (GBytes      *bytes,
                 const char  *name,
                 GError     **error)
{
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) import_case_free);
  g_autoptr(GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(BcCsv) csv = bc_csv_new (bytes, name, columns, G_N_ELEMENTS (columns), error);
  g_autofree char *today = bc_date_dup_today ();
  GError *failed = NULL;

  if (csv == NULL)
    return NULL;
  while (bc_csv_next (csv, &failed))
    {
      BcImportCase *one = import_row (csv, today, error);
      guint before;

      if (one == NULL)
        return NULL;
      g_ptr_array_add (cases, one);
      before = GPOINTER_TO_UINT (g_hash_table_lookup (lines, one->name));
      if (before != 0)
        return bc_import_refuse (csv, error,
                                 /* Translators: name of a case, number of another line of the table */
                                 _("case “%s” was in line %u before; take one of the two rows out"), one->name, before),
               NULL;
      g_hash_table_insert (lines, one->name, GUINT_TO_POINTER (bc_csv_get_line (csv)));
    }
  if (failed == NULL)
    return g_steal_pointer (&cases);
  g_propagate_error (error, failed);
  return NULL;
}
