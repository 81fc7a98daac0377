/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-body-codes.h"

#include "bc-error.h"
#include "bc-i18n.h"
#include "bc-resources.h"

#include <string.h>

#define TABLE "exchange/ontology.tsv"

enum
{
  FIELD_AREA,
  FIELD_FMA,
  FIELD_UBERON,
  FIELD_MATCH,
  N_FIELDS
};

static gboolean
refuse (const char  *name,
        guint        line,
        const char  *found,
        GError     **error)
{
  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE,
               /* Translators: 1: file name, 2: line, 3: text found there */
               _("%s:%u: “%s” is no area with its anatomical identifiers; compare the line with its neighbours"),
               name, line, found);
  return FALSE;
}

/* "FMA:46494" becomes "fma46494", the end of its address. */
static gboolean
take_fma (const char  *text,
          char       **code)
{
  if (*text == '\0')
    return TRUE;
  if (!g_str_has_prefix (text, "FMA:") || strspn (text + 4, "0123456789") != strlen (text + 4))
    return FALSE;
  *code = g_strconcat ("fma", text + 4, NULL);
  return TRUE;
}

static gboolean
take_uberon (const char  *text,
             char       **code)
{
  if (*text == '\0')
    return TRUE;
  if (!g_str_has_prefix (text, "UBERON:") || strspn (text + 7, "0123456789") != 7 || text[14] != '\0')
    return FALSE;
  *code = g_strdup (text);
  return TRUE;
}

static gboolean
read_row (BcBodyCode  *codes,
          gboolean    *seen,
          const char  *text,
          const char  *name,
          guint        line,
          GError     **error)
{
  g_auto(GStrv) fields = g_strsplit (text, "\t", -1);
  int area;

  if (g_strv_length (fields) != N_FIELDS)
    return refuse (name, line, text, error);
  area = bc_area_from_id (fields[FIELD_AREA]);
  if (area < 0 || seen[area])
    return refuse (name, line, fields[FIELD_AREA], error);
  seen[area] = TRUE;
  if (!take_fma (fields[FIELD_FMA], &codes[area].fma))
    return refuse (name, line, fields[FIELD_FMA], error);
  return take_uberon (fields[FIELD_UBERON], &codes[area].uberon) || refuse (name, line, fields[FIELD_UBERON], error);
}

/**
 * bc_body_codes_parse:
 * @text: the whole of ontology.tsv
 * @name: what to call the file in errors
 * @error: return location for a #BcFileError
 *
 * Reads the identifiers; every area has one row, though perhaps without any.
 *
 * Returns: (transfer full) (nullable) (array): one of each area, to be freed with bc_body_codes_free()
 */
BcBodyCode *
bc_body_codes_parse (const char  *text,
                     const char  *name,
                     GError     **error)
{
  BcBodyCode *codes = g_new0 (BcBodyCode, BC_N_AREAS);
  gboolean seen[BC_N_AREAS] = { FALSE };
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean fine = TRUE;

  for (guint i = 0; fine && lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0')
      fine = read_row (codes, seen, lines[i], name, i + 1, error);
  for (guint area = 0; fine && area < BC_N_AREAS; area++)
    fine = seen[area] || refuse (name, g_strv_length (lines), bc_area_get_id (area), error);
  if (!fine)
    g_clear_pointer (&codes, bc_body_codes_free);
  return codes;
}

void
bc_body_codes_free (BcBodyCode *codes)
{
  for (guint area = 0; area < BC_N_AREAS; area++)
    {
      g_free (codes[area].fma);
      g_free (codes[area].uberon);
    }
  g_free (codes);
}

static gpointer
load_codes (gpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = bc_resources_load (TABLE, &error);
  g_autofree char *text = NULL;
  BcBodyCode *codes;

  if (bytes == NULL)
    g_error ("%s", error->message); /* LCOV_EXCL_LINE: built in */
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  codes = bc_body_codes_parse (text, TABLE, &error);
  if (codes == NULL)
    g_error ("%s", error->message); /* LCOV_EXCL_LINE: built in */
  return codes;
}

/**
 * bc_body_code_get:
 * @area: number of an area
 *
 * Returns: (transfer none): its identifiers, read once
 */
const BcBodyCode *
bc_body_code_get (guint area)
{
  static GOnce once = G_ONCE_INIT;
  const BcBodyCode *codes = g_once (&once, load_codes, NULL);

  g_return_val_if_fail (area < BC_N_AREAS, NULL);

  return &codes[area];
}
