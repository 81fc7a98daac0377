/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-truth-import.h"

#include "bc-i18n.h"
#include "bc-import-private.h"

enum
{
  TRUTH_CASE,
  TRUTH_PART,
  TRUTH_PATTERN,
  TRUTH_SIDE,
  TRUTH_ALSO,
  TRUTH_FLAGS,
  TRUTH_SECOND,
  TRUTH_SECOND_SIDE,
  TRUTH_SOURCE
};

static const BcCsvColumn columns[] = {
  [TRUTH_CASE] = { "case", TRUE },
  [TRUTH_PART] = { "part", TRUE },
  [TRUTH_PATTERN] = { "pattern", TRUE },
  [TRUTH_SIDE] = { "side", FALSE },
  [TRUTH_ALSO] = { "also", FALSE },
  [TRUTH_FLAGS] = { "flags", FALSE },
  [TRUTH_SECOND] = { "second", FALSE },
  [TRUTH_SECOND_SIDE] = { "second-side", FALSE },
  [TRUTH_SOURCE] = { "source", FALSE },
};

static void
truth_row_free (BcTruthRow *row)
{
  g_free (row->name);
  g_free (row->part);
  g_strfreev (row->also);
  g_strfreev (row->flags);
  g_free (row->source);
  g_clear_object (&row->chart);
  g_free (row);
}

static gboolean
is_red_flag (const BcMaps *maps,
             const char   *id)
{
  for (guint i = 0; i < maps->red_flags->len; i++)
    if (g_str_equal (((const BcRedFlag *) g_ptr_array_index (maps->red_flags, i))->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
read_pattern (const BcCsv      *csv,
              const BcMaps     *maps,
              const char       *id,
              const BcPattern **pattern,
              GError          **error)
{
  *pattern = bc_maps_lookup_pattern (maps, id);
  return *pattern != NULL
         /* Translators: %s is what was found where the id of a pattern should be */
         || bc_import_refuse (csv, error, _("pattern “%s” is in no map; write the id of a pattern, or none"), id);
}

/* Splits a list of ids at blanks, however many; an empty field gives an empty list. */
static GStrv
split_ids (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_strv_builder_add (builder, *word);
  return g_strv_builder_end (builder);
}

static gboolean
check_lists (const BcCsv   *csv,
             const BcMaps  *maps,
             BcTruthRow    *row,
             GError       **error)
{
  const BcPattern *twin;

  for (char **id = row->also; *id != NULL; id++)
    if (!read_pattern (csv, maps, *id, &twin, error))
      return FALSE;
  for (char **id = row->flags; *id != NULL; id++)
    if (!is_red_flag (maps, *id))
      /* Translators: %s is what was found where the id of a red-flag rule should be */
      return bc_import_refuse (csv, error, _("red flag “%s” is no rule; take it out or write the id of one"), *id);
  return TRUE;
}

static gboolean
read_side (const BcCsv  *csv,
           guint         column,
           BcSide       *side,
           GError      **error)
{
  const char *text = bc_csv_get (csv, column);

  *side = BC_SIDE_BOTH;
  return text[0] == '\0' || bc_side_from_id (text, side)
         /* Translators: %s is what was found where a side should be */
         || bc_import_refuse (csv, error, _("side “%s”; write left, right or both"), text);
}

static gboolean
read_sources (const BcCsv   *csv,
              const BcMaps  *maps,
              BcTruthRow    *row,
              GError       **error)
{
  const char *pattern = bc_csv_get (csv, TRUTH_PATTERN);
  const char *second = bc_csv_get (csv, TRUTH_SECOND);

  if (!g_str_equal (pattern, "none") && !read_pattern (csv, maps, pattern, &row->pattern, error))
    return FALSE;
  if (second[0] != '\0' && !read_pattern (csv, maps, second, &row->second, error))
    return FALSE;
  if (row->second != NULL && row->pattern == NULL)
    return bc_import_refuse (csv, error, "%s",
                             _("a second source but no first; write the first into the column pattern"));
  return read_side (csv, TRUTH_SIDE, &row->side, error)
         && read_side (csv, TRUTH_SECOND_SIDE, &row->second_side, error);
}

static gboolean
read_row (const BcCsv   *csv,
          const BcMaps  *maps,
          BcTruthRow    *row,
          GError       **error)
{
  row->line = bc_csv_get_line (csv);
  row->name = g_strdup (bc_csv_get (csv, TRUTH_CASE));
  row->part = g_strdup (bc_csv_get (csv, TRUTH_PART));
  row->also = split_ids (bc_csv_get (csv, TRUTH_ALSO));
  row->flags = split_ids (bc_csv_get (csv, TRUTH_FLAGS));
  row->source = g_strdup (bc_csv_get (csv, TRUTH_SOURCE));
  if (row->name[0] == '\0')
    return bc_import_refuse (csv, error, "%s", _("the case has no name; write it into the column case"));
  return read_sources (csv, maps, row, error) && check_lists (csv, maps, row, error);
}

/**
 * bc_import_truth:
 * @bytes: table with the columns case, part, pattern, side, also, flags, second, second-side, source
 * @name: of the file, UTF-8, for messages
 * @maps: the maps; they must outlive the result
 * @error: return location for a #BcFileError
 *
 * Reads what the cases of a reference set show. A name that comes twice is an error.
 *
 * Returns: (transfer full) (nullable) (element-type BcTruthRow): the rows in their order
 */
GPtrArray *
bc_import_truth (GBytes        *bytes,
                 const char    *name,
                 const BcMaps  *maps,
                 GError       **error)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) truth_row_free);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(BcCsv) csv = NULL;
  GError *failed = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && maps != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  csv = bc_csv_new (bytes, name, columns, G_N_ELEMENTS (columns), error);
  if (csv == NULL)
    return NULL;
  while (bc_csv_next (csv, &failed))
    {
      BcTruthRow *row = g_new0 (BcTruthRow, 1);

      g_ptr_array_add (rows, row);
      if (!read_row (csv, maps, row, error))
        return NULL;
      if (!g_hash_table_add (seen, row->name))
        {
          /* Translators: %s is the name of a case */
          bc_import_refuse (csv, error, _("case “%s” comes twice; take one of the two rows out"), row->name);
          return NULL;
        }
    }
  if (failed == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, failed);
  return NULL;
}

/**
 * bc_import_truth_join:
 * @rows: (element-type BcTruthRow): what bc_import_truth() read
 * @name: of its file, UTF-8, for messages
 * @cases: (element-type BcImportCase): what bc_import_csv() read beside it; may hold more cases
 * @error: return location for a #BcFileError
 *
 * Finds the chart of every row.
 *
 * Returns: whether all rows have one
 */
gboolean
bc_import_truth_join (GPtrArray   *rows,
                      const char  *name,
                      GPtrArray   *cases,
                      GError     **error)
{
  g_autoptr(GHashTable) charts = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (rows != NULL && name != NULL && cases != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  for (guint i = 0; i < cases->len; i++)
    {
      BcImportCase *item = g_ptr_array_index (cases, i);

      g_hash_table_insert (charts, item->name, item->chart);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      BcTruthRow *row = g_ptr_array_index (rows, i);

      g_set_object (&row->chart, g_hash_table_lookup (charts, row->name));
      if (row->chart == NULL)
        {
          g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE,
                       /* Translators: name of a table, line, name of a case */
                       _("%s:%u: case “%s” has no marks; add them to marks.csv, or take it out"),
                       name, row->line, row->name);
          return FALSE;
        }
    }
  return TRUE;
}
