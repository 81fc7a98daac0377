/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-area-terms.h"

#include "bc-error.h"
#include "bc-i18n.h"
#include "bc-resources.h"

#define TABLE "exchange/area-terms.tsv"

enum
{
  FIELD_AREA,
  FIELD_FMA,
  FIELD_UBERON,
  FIELD_RELATION,
  FIELD_WORDING,
  N_FIELDS
};

static const struct
{
  const char *word; /* of the table */
  const char *code; /* of FHIR R4 */
} relations[] = {
  { "equivalent", "equivalent" },
  { "inexact", "inexact" },
  { "wider", "wider" },
  { "narrower", "narrower" },
  { "related", "relatedto" },
};

static gboolean
refuse (const char  *name,
        guint        line,
        const char  *found,
        GError     **error)
{
  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE,
               /* Translators: 1: file name, 2: line, 3: text found there */
               _("%s:%u: “%s” does not belong here; compare the line with its neighbours"), name, line, found);
  return FALSE;
}

/* "FMA:1 FMA:2": the prefix and digits. Several only as parts of an area, since else nobody knew which is meant. */
static gboolean
read_ids (const char *field,
          const char *prefix,
          gboolean    several,
          char      **ids)
{
  g_auto(GStrv) parts = g_strsplit (field, " ", -1);
  guint n = *field == '\0' ? 0 : g_strv_length (parts);

  if (n > (several ? BC_AREA_MAX_TERMS : 1))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gsize skip = strlen (prefix);

      if (!g_str_has_prefix (parts[i], prefix)
          || !g_ascii_string_to_unsigned (parts[i] + skip, 10, 1, 99999999, NULL, NULL))
        return FALSE;
      ids[i] = g_strdup (parts[i]);
    }
  return TRUE;
}

static const char *
find_relation (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    if (g_str_equal (word, relations[i].word))
      return relations[i].code;
  return NULL;
}

static gboolean
read_row (BcAreaTermsTable  *table,
          const char        *text,
          const char        *name,
          guint              line,
          GError           **error)
{
  g_auto(GStrv) fields = g_strsplit (text, "\t", -1);
  gboolean parts;
  BcAreaTerms *terms;
  int area;

  if (g_strv_length (fields) != N_FIELDS)
    return refuse (name, line, text, error);
  area = bc_area_from_id (fields[FIELD_AREA]);
  if (area < 0 || table->areas[area].wording != NULL)
    return refuse (name, line, fields[FIELD_AREA], error);
  terms = &table->areas[area];
  terms->relation = find_relation (fields[FIELD_RELATION]);
  parts = g_strcmp0 (terms->relation, "narrower") == 0;
  if (!read_ids (fields[FIELD_FMA], "FMA:", parts, terms->fma))
    return refuse (name, line, fields[FIELD_FMA], error);
  if (!read_ids (fields[FIELD_UBERON], "UBERON:", parts, terms->uberon))
    return refuse (name, line, fields[FIELD_UBERON], error);
  if ((terms->relation != NULL) != (terms->fma[0] != NULL || terms->uberon[0] != NULL)
      || (terms->relation == NULL && *fields[FIELD_RELATION] != '\0'))
    return refuse (name, line, fields[FIELD_RELATION], error);
  if (*g_strstrip (fields[FIELD_WORDING]) == '\0')
    return refuse (name, line, fields[FIELD_WORDING], error);
  terms->wording = g_strdup (fields[FIELD_WORDING]);
  return TRUE;
}

/**
 * bc_area_terms_table_free:
 * @table: (transfer full) (nullable): a table
 */
void
bc_area_terms_table_free (BcAreaTermsTable *table)
{
  if (table == NULL)
    return;
  for (guint area = 0; area < BC_N_AREAS; area++)
    {
      g_free (table->areas[area].wording);
      for (guint i = 0; i < BC_AREA_MAX_TERMS; i++)
        {
          g_free (table->areas[area].fma[i]);
          g_free (table->areas[area].uberon[i]);
        }
    }
  g_free (table);
}

/**
 * bc_area_terms_parse:
 * @text: the whole of area-terms.tsv
 * @name: what to call the file in errors
 * @error: return location for a #BcFileError
 *
 * Reads the table. Every area has one row, if without a foreign term.
 *
 * Returns: (transfer full) (nullable): the table
 */
BcAreaTermsTable *
bc_area_terms_parse (const char  *text,
                     const char  *name,
                     GError     **error)
{
  g_autoptr(BcAreaTermsTable) table = g_new0 (BcAreaTermsTable, 1);
  g_auto(GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0' && !read_row (table, lines[i], name, i + 1, error))
      return NULL;
  for (guint area = 0; area < BC_N_AREAS; area++)
    if (table->areas[area].wording == NULL)
      {
        g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE,
                     /* Translators: 1: file name, 2: last line, 3: id of an area of the body */
                     _("%s:%u: the area “%s” is missing; add its row"), name, g_strv_length (lines),
                     bc_area_get_id (area));
        return NULL;
      }
  return g_steal_pointer (&table);
}

static gpointer
load_table (gpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = bc_resources_need_text (TABLE);
  BcAreaTermsTable *table = bc_area_terms_parse (text, TABLE, &error);

  if (table == NULL)
    g_error ("%s", error->message); /* LCOV_EXCL_LINE: built in */
  return table;
}

/**
 * bc_area_get_terms:
 * @area: an area, below %BC_N_AREAS
 *
 * Returns: (transfer none): what other terminologies call it; the table is read once
 */
const BcAreaTerms *
bc_area_get_terms (guint area)
{
  static GOnce once = G_ONCE_INIT;
  const BcAreaTermsTable *table = g_once (&once, load_table, NULL);

  g_return_val_if_fail (area < BC_N_AREAS, NULL);

  return &table->areas[area];
}
