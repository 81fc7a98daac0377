/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-choir.h"

#include "bc-error.h"
#include "bc-i18n.h"
#include "bc-resources.h"

#define TABLE "exchange/choir-segments.tsv"
#define NOT_THERE 0xff

/* A segment that is clicked means its large areas; one that is less than a twelfth of it is not taken for marked, so that
 * a buttock does not become a saddle. */
#define LEAST_SHARE 0.083

/* Shares are rounded to two decimals. */
#define SHARES_TOLERANCE 0.02

enum
{
  FIELD_FEMALE,
  FIELD_MALE,
  FIELD_VIEW,
  FIELD_SIDE,
  FIELD_NAME,
  FIELD_AREAS,
  FIELD_SHARES,
  FIELD_HOME,
  N_FIELDS
};

/* Where a reader is. */
typedef struct
{
  BcChoirTable *table;
  const char   *name;
  guint         line;
  guint         n_segments;
} Reader;

static gboolean
refuse (const Reader  *reader,
        const char    *found,
        GError       **error)
{
  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE,
               /* Translators: 1: file name, 2: line, 3: text found there */
               _("%s:%u: “%s” fits no segment of the body map; compare the line with its neighbours"),
               reader->name, reader->line, found);
  return FALSE;
}

static gboolean
read_codes (const Reader    *reader,
            char           **fields,
            BcChoirSegment  *segment,
            GError         **error)
{
  for (guint map = 0; map < BC_N_CHOIR_MAPS; map++)
    {
      guint64 code = 0;

      if (!g_ascii_string_to_unsigned (fields[map], 10, BC_CHOIR_FIRST_CODE, BC_CHOIR_LAST_CODE, &code, NULL))
        return refuse (reader, fields[map], error);
      for (guint i = 0; i < reader->n_segments; i++)
        if (reader->table->segments[i].codes[map] == (guint) code)
          return refuse (reader, fields[map], error);
      segment->codes[map] = (guint) code;
    }
  return TRUE;
}

static gboolean
read_areas (const Reader    *reader,
            char           **fields,
            BcChoirSegment  *segment,
            GError         **error)
{
  g_auto(GStrv) areas = g_strsplit (fields[FIELD_AREAS], " ", -1);
  g_auto(GStrv) shares = g_strsplit (fields[FIELD_SHARES], " ", -1);
  g_auto(GStrv) home = g_strsplit (fields[FIELD_HOME], " ", -1);
  guint n_home = 0;
  double sum = 0;

  segment->n_regions = g_strv_length (areas);
  if (segment->n_regions > BC_CHOIR_MAX_AREAS || g_strv_length (shares) != segment->n_regions)
    return refuse (reader, fields[FIELD_AREAS], error);
  for (guint i = 0; i < segment->n_regions; i++)
    {
      int area = bc_area_from_id (areas[i]);

      if (area < 0)
        return refuse (reader, areas[i], error);
      segment->regions[i] = bc_region_new ((guint) area, segment->side);
      segment->shares[i] = g_ascii_strtod (shares[i], NULL);
      segment->home[i] = g_strv_contains ((const char *const *) home, areas[i]);
      n_home += segment->home[i];
      sum += segment->shares[i];
    }
  if (!(sum > 1 - SHARES_TOLERANCE && sum < 1 + SHARES_TOLERANCE))
    return refuse (reader, fields[FIELD_SHARES], error);
  return n_home == g_strv_length (home) || refuse (reader, fields[FIELD_HOME], error);
}

static gboolean
settle_homes (const Reader          *reader,
              const BcChoirSegment  *segment,
              GError               **error)
{
  for (guint i = 0; i < segment->n_regions; i++)
    if (segment->home[i])
      {
        guint8 *home = &reader->table->homes[segment->regions[i]];

        if (*home != NOT_THERE)
          return refuse (reader, bc_region_get_id (segment->regions[i]), error);
        *home = (guint8) reader->n_segments;
      }
  return TRUE;
}

/* In its own picture a region is in its home, in the other one in the segment of which it is the largest part. */
static void
place_in_views (BcChoirTable *table)
{
  double most[BC_VIEW_BACK + 1][BC_N_REGIONS + 1] = { 0 };

  for (guint i = 0; i < BC_N_CHOIR_SEGMENTS; i++)
    for (guint j = 0; j < table->segments[i].n_regions; j++)
      {
        const BcChoirSegment *segment = &table->segments[i];
        BcRegion region = segment->regions[j];
        double share = segment->home[j] ? 1 : segment->shares[j];

        if (share <= most[segment->view][region])
          continue;
        most[segment->view][region] = share;
        table->in_view[segment->view][region] = (guint8) i;
      }
}

static gboolean
read_row (Reader       *reader,
          const char   *text,
          GError      **error)
{
  g_auto(GStrv) fields = g_strsplit (text, "\t", -1);
  BcChoirSegment *segment = &reader->table->segments[reader->n_segments];
  int view = -1;

  if (g_strv_length (fields) != N_FIELDS || reader->n_segments == BC_N_CHOIR_SEGMENTS)
    return refuse (reader, text, error);
  if (!bc_terms_from_id (&bc_view_terms, fields[FIELD_VIEW], &view) || view > BC_VIEW_BACK)
    return refuse (reader, fields[FIELD_VIEW], error);
  segment->view = (BcViewId) view;
  if (!bc_side_from_id (fields[FIELD_SIDE], &segment->side) || segment->side == BC_SIDE_BOTH)
    return refuse (reader, fields[FIELD_SIDE], error);
  if (!read_codes (reader, fields, segment, error) || !read_areas (reader, fields, segment, error)
      || !settle_homes (reader, segment, error))
    return FALSE;
  reader->n_segments++;
  return TRUE;
}

/**
 * bc_choir_table_parse:
 * @text: the whole of choir-segments.tsv
 * @name: what to call the file in errors
 * @error: return location for a #BcFileError
 *
 * Reads the segments. All must be there, each region has one home, and no code stands for two segments of a map.
 *
 * Returns: (transfer full) (nullable): the table, to be freed with g_free()
 */
BcChoirTable *
bc_choir_table_parse (const char  *text,
                      const char  *name,
                      GError     **error)
{
  g_autofree BcChoirTable *table = g_new0 (BcChoirTable, 1);
  g_auto(GStrv) lines = NULL;
  Reader reader = { table, name, 0, 0 };

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  memset (table->homes, NOT_THERE, sizeof table->homes);
  memset (table->in_view, NOT_THERE, sizeof table->in_view);
  lines = g_strsplit (text, "\n", -1);
  for (; lines[reader.line] != NULL;)
    {
      const char *line = g_strchomp (lines[reader.line++]);

      if (*line != '#' && *line != '\0' && !read_row (&reader, line, error))
        return NULL;
    }
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (table->homes[region] == NOT_THERE)
      return refuse (&reader, bc_region_get_id ((BcRegion) region), error), NULL;
  if (reader.n_segments != BC_N_CHOIR_SEGMENTS)
    return refuse (&reader, "", error), NULL;
  place_in_views (table);
  return g_steal_pointer (&table);
}

static gpointer
load_table (gpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = bc_resources_need_text (TABLE);
  BcChoirTable *table = bc_choir_table_parse (text, TABLE, &error);

  if (table == NULL)
    g_error ("%s", error->message); /* LCOV_EXCL_LINE: built in */
  return table;
}

/**
 * bc_choir_get_table:
 *
 * Returns: (transfer none): the segments of the CHOIR body map, read once
 */
const BcChoirTable *
bc_choir_get_table (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_table, NULL);
}

/**
 * bc_choir_find:
 * @map: which of the two pictures
 * @code: 101 to 136 of the front, 201 to 238 of the back
 *
 * Returns: (transfer none) (nullable): the segment
 */
const BcChoirSegment *
bc_choir_find (BcChoirMap map,
               guint      code)
{
  const BcChoirTable *table = bc_choir_get_table ();

  g_return_val_if_fail (map < BC_N_CHOIR_MAPS, NULL);

  for (guint i = 0; i < BC_N_CHOIR_SEGMENTS; i++)
    if (table->segments[i].codes[map] == code)
      return &table->segments[i];
  return NULL;
}

/**
 * bc_choir_locate:
 * @region: a marked region
 * @view: the view in which it was drawn, or -1 where it was clicked as a whole
 *
 * The segments cut the body where the regions do not, and the sides of a limb are in both pictures. A region that was
 * clicked belongs to its home; ink that was drawn from the front or the back belongs to a segment of that picture.
 *
 * Returns: number of the segment, below %BC_N_CHOIR_SEGMENTS
 */
guint
bc_choir_locate (BcRegion region,
                 int      view)
{
  const BcChoirTable *table = bc_choir_get_table ();

  g_return_val_if_fail (region != BC_REGION_NONE && region <= BC_N_REGIONS, 0);

  if ((view == BC_VIEW_FRONT || view == BC_VIEW_BACK) && table->in_view[view][region] != NOT_THERE)
    return table->in_view[view][region];
  return table->homes[region];
}

/**
 * bc_choir_stands_for:
 * @segment: a segment
 * @at: place of one of its regions
 *
 * Returns: whether that region is marked where all that is known is the code of the segment
 */
gboolean
bc_choir_stands_for (const BcChoirSegment *segment,
                     guint                 at)
{
  g_return_val_if_fail (segment != NULL && at < segment->n_regions, FALSE);

  return segment->home[at] && segment->shares[at] >= LEAST_SHARE;
}

/**
 * bc_choir_map_for:
 * @figure: of a chart
 * @sex: of the patient
 *
 * Returns: the map that is counted on: that of the patient's sex, else that of the figure; there is none for children,
 *   for whom it is the female
 */
BcChoirMap
bc_choir_map_for (BcFigureId figure,
                  BcSex      sex)
{
  if (sex != BC_SEX_UNKNOWN)
    return sex == BC_SEX_MALE ? BC_CHOIR_MALE : BC_CHOIR_FEMALE;
  return figure == BC_FIGURE_ADULT_MALE ? BC_CHOIR_MALE : BC_CHOIR_FEMALE;
}
