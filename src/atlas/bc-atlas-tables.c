/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-atlas-private.h"

#include "bc-error.h"
#include "bc-i18n.h"

#include <math.h>

/* No region of any body has this much skin, in cm2, and no border is this long, in mm. */
#define MAX_VALUE 20000.0

typedef gboolean (*RowFunc) (char       **fields,
                             const char  *name,
                             int          line,
                             gpointer     table,
                             GError     **error);

/* Tab-separated rows, comments with # at the start of a line. */
static gboolean
read_rows (const char  *text,
           const char  *name,
           guint        n_fields,
           RowFunc      read_row,
           gpointer     table,
           GError     **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;

      g_strchomp (lines[i]);
      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      fields = g_strsplit (lines[i], "\t", -1);
      if (g_strv_length (fields) != n_fields)
        {
          /* Translators: 1: file name, 2: line, 3: number found, 4: number expected */
          g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX, _("%s:%u: %u columns; give %u, separated by tabs"),
                       name, i + 1, g_strv_length (fields), n_fields);
          return FALSE;
        }
      if (!read_row (fields, name, (int) i + 1, table, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_figure (const char  *text,
             const char  *name,
             int          line,
             int         *figure,
             GError     **error)
{
  if (bc_terms_from_id (&bc_figure_terms, text, figure))
    return TRUE;
  /* Translators: 1: file name, 2: line, 3: an id found there */
  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE, _("%s:%d: unknown figure “%s”; use the id of a figure"),
               name, line, text);
  return FALSE;
}

static gboolean
read_region (const char  *text,
             const char  *name,
             int          line,
             BcRegion    *region,
             GError     **error)
{
  *region = bc_region_from_id (text);
  if (*region != BC_REGION_NONE)
    return TRUE;
  /* Translators: 1: file name, 2: line, 3: an id found there */
  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE, _("%s:%d: unknown region “%s”; "
               "use an id of the region vocabulary with -left or -right"), name, line, text);
  return FALSE;
}

static gboolean
read_number (const char  *text,
             const char  *name,
             int          line,
             double      *value,
             GError     **error)
{
  char *end = NULL;

  *value = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && *value >= 0 && *value <= MAX_VALUE)
    return TRUE;
  /* Translators: 1: file name, 2: line, 3: text found there, 4: largest number */
  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE, _("%s:%d: “%s” is not usable; give a number from 0 to %d"),
               name, line, text, (int) MAX_VALUE);
  return FALSE;
}

/* figure, region, skin_cm2, share_percent, then the visible cm2 of each view in the order of BcViewId */
static gboolean
read_area_row (char       **fields,
               const char  *name,
               int          line,
               gpointer     data,
               GError     **error)
{
  BcAreaTable *table = data;
  BcRegion region = BC_REGION_NONE;
  double percent = 0;
  int figure = 0;

  if (!read_figure (fields[0], name, line, &figure, error)
      || !read_region (fields[1], name, line, &region, error)
      || !read_number (fields[2], name, line, &table->skin[figure][region], error)
      || !read_number (fields[3], name, line, &percent, error))
    return FALSE;
  table->share[figure][region] = percent / 100;
  for (guint view = 0; view < BC_N_VIEWS; view++)
    if (!read_number (fields[4 + view], name, line, &table->visible[figure][region][view], error))
      return FALSE;
  return TRUE;
}

/**
 * bc_area_table_parse:
 * @text: the whole of region-areas.tsv
 * @name: what to call the file in errors
 * @error: return location for a #GError
 *
 * Reads the areas; every region of every figure must have a row with some skin.
 *
 * Returns: (transfer full) (nullable): the table, to be freed with g_free()
 */
BcAreaTable *
bc_area_table_parse (const char  *text,
                     const char  *name,
                     GError     **error)
{
  g_autofree BcAreaTable *table = g_new0 (BcAreaTable, 1);

  if (!read_rows (text, name, 4 + BC_N_VIEWS, read_area_row, table, error))
    return NULL;
  for (guint figure = 0; figure < BC_N_FIGURES; figure++)
    for (guint region = 1; region <= BC_N_REGIONS; region++)
      if (!(table->skin[figure][region] > 0 && table->share[figure][region] > 0))
        {
          /* Translators: 1: file name, 2: a region's id, 3: a figure's id */
          g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE, _("%s:1: no skin area for “%s” of “%s”; add its row"),
                       name, bc_region_get_id ((BcRegion) region), bc_terms_get_id (&bc_figure_terms, (int) figure));
          return NULL;
        }
  return g_steal_pointer (&table);
}

static gboolean
read_adjacency_row (char       **fields,
                    const char  *name,
                    int          line,
                    gpointer     data,
                    GError     **error)
{
  BcAdjacencyTable *table = data;
  BcRegion a = BC_REGION_NONE;
  BcRegion b = BC_REGION_NONE;
  double border = 0;
  int figure = 0;

  if (!read_figure (fields[0], name, line, &figure, error)
      || !read_region (fields[1], name, line, &a, error)
      || !read_region (fields[2], name, line, &b, error)
      || !read_number (fields[3], name, line, &border, error))
    return FALSE;
  table->adjacent[figure][a][b] = TRUE;
  table->adjacent[figure][b][a] = TRUE;
  return TRUE;
}

/**
 * bc_adjacency_table_parse:
 * @text: the whole of region-adjacency.tsv
 * @name: what to call the file in errors
 * @error: return location for a #GError
 *
 * Reads which regions share a border on the skin.
 *
 * Returns: (transfer full) (nullable): the table, to be freed with g_free()
 */
BcAdjacencyTable *
bc_adjacency_table_parse (const char  *text,
                          const char  *name,
                          GError     **error)
{
  g_autofree BcAdjacencyTable *table = g_new0 (BcAdjacencyTable, 1);

  if (!read_rows (text, name, 4, read_adjacency_row, table, error))
    return NULL;
  return g_steal_pointer (&table);
}
