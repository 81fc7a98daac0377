/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-import-private.h"

#include "bc-format-words.h"
#include "bc-i18n.h"

#include <string.h>

/* A case becomes the name of a file: 100 letters and, with the suffix, the 255 bytes that file systems take. */
#define MAX_CASE_CHARACTERS 100
#define MAX_CASE_BYTES 240

/* Keeps the keys of symptoms with a number apart from the others. */
#define NUMBERED (1u << 31)

enum
{
  MARK_CASE,
  MARK_REGION,
  MARK_QUALITY,
  MARK_DEPTH,
  MARK_INTENSITY,
  MARK_ROLE,
  MARK_DATE,
  MARK_SYMPTOM,
  MARK_BEST,
  MARK_WORST,
  MARK_CONSTANCY,
  MARK_DRAWN,
  MARK_SHARE
};

const BcCsvColumn bc_import_mark_columns[] = {
  [MARK_CASE] = { "case", TRUE },
  [MARK_REGION] = { "region", TRUE },
  [MARK_QUALITY] = { "quality", FALSE },
  [MARK_DEPTH] = { "depth", FALSE },
  [MARK_INTENSITY] = { "intensity", FALSE },
  [MARK_ROLE] = { "role", FALSE },
  [MARK_DATE] = { "date", FALSE },
  [MARK_SYMPTOM] = { "symptom", FALSE },
  [MARK_BEST] = { "best", FALSE },
  [MARK_WORST] = { "worst", FALSE },
  [MARK_CONSTANCY] = { "constancy", FALSE },
  /* What the export tells of ink. A table has no ink: the region counts whole. */
  [MARK_DRAWN] = { "drawn", FALSE },
  [MARK_SHARE] = { "share", FALSE },
};
const guint bc_import_n_mark_columns = G_N_ELEMENTS (bc_import_mark_columns);

/**
 * bc_import_check_case:
 * @csv: a table
 * @name: what its current row calls the case
 * @error: return location for a #BcFileError
 *
 * Returns: whether a file can be called so
 */
gboolean
bc_import_check_case (const BcCsv  *csv,
                      const char   *name,
                      GError      **error)
{
  if (name[0] == '\0')
    return bc_import_refuse (csv, error, "%s", _("no case; write a name or number in the column “case”"));
  if (strlen (name) > MAX_CASE_BYTES || g_utf8_strlen (name, -1) > MAX_CASE_CHARACTERS)
    return bc_import_refuse (csv, error,
                             /* Translators: %d is a number of letters */
                             _("a case name of more than %d letters; shorten it, since it becomes the name of a file"),
                             MAX_CASE_CHARACTERS);
  if (name[0] == '.' || strchr (name, '/') != NULL)
    return bc_import_refuse (csv, error,
                             /* Translators: %s is a name */
                             _("case “%s”; leave out the dot at the beginning and every slash, since the name "
                               "becomes the name of a file"), name);
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return bc_import_refuse (csv, error, "%s", _("a control character or line break in the case name; delete it"));
  return TRUE;
}

static BcCase *
look_up_or_add_case (BcImport     *import,
                     const BcCsv  *csv,
                     const char   *name,
                     GError      **error)
{
  BcCase *self = g_hash_table_lookup (import->cases, name);

  if (self != NULL || !bc_import_check_case (csv, name, error))
    return self;
  self = g_new0 (BcCase, 1);
  self->result = g_new0 (BcImportCase, 1);
  self->result->name = g_strdup (name);
  self->result->chart = bc_chart_new ();
  self->visit = bc_chart_add_visit (self->result->chart, import->today);
  self->symptoms = g_hash_table_new (NULL, NULL);
  g_object_set (self->result->chart, "reference", name, NULL);
  g_ptr_array_add (import->results, self->result);
  g_hash_table_insert (import->cases, self->result->name, self);
  return self;
}

typedef struct
{
  BcRegion region;
  guint    qualities;
  int      depth;
  int      intensity;
  int      best;
  int      worst;
  int      constancy;
  int      role;
  int      symptom; /* 0: follows from quality, depth and intensity */
} MarkRow;

/* Whether the numbers of a row go together. */
static gboolean
check_mark_row (const BcCsv    *csv,
                const MarkRow  *row,
                GError        **error)
{
  if (row->worst != BC_NRS_UNKNOWN && row->best > row->worst)
    return bc_import_refuse (csv, error,
                             /* Translators: two numbers from 0 to 10; best and worst are names of columns and stay */
                             _("best %d is above worst %d; swap the two or correct one"), row->best, row->worst);
  if (row->role == BC_ROLE_CLEAR && (row->qualities != 0 || row->depth != BC_DEPTH_UNKNOWN || row->intensity > 0))
    return bc_import_refuse (csv, error,
                             /* Translators: %s is the id of a region */
                             _("clear region “%s” with a quality, depth or intensity; leave these empty"),
                             bc_region_get_id (row->region));
  return TRUE;
}

static gboolean
read_mark_row (const BcCsv  *csv,
               MarkRow      *row,
               GError      **error)
{
  const char *region = bc_csv_get (csv, MARK_REGION);
  const char *qualities = bc_csv_get (csv, MARK_QUALITY);

  *row = (MarkRow) { .depth = BC_DEPTH_UNKNOWN, .intensity = BC_NRS_UNKNOWN, .best = BC_NRS_UNKNOWN,
                     .worst = BC_NRS_UNKNOWN, .role = BC_ROLE_SITE };
  row->region = bc_region_from_id (region);
  if (row->region == BC_REGION_NONE)
    return bc_import_bad_value (csv, bc_format_dup_region_problem (region), error);
  if (!bc_qualities_from_ids (qualities, &row->qualities))
    return bc_import_bad_value (csv, bc_format_dup_qualities_problem (qualities), error);
  if (!bc_import_read_term (csv, MARK_DEPTH, "depth", &bc_depth_terms, &row->depth, error)
      || !bc_import_read_number (csv, MARK_INTENSITY, "intensity", BC_NRS_MAX, &row->intensity, error)
      || !bc_import_read_number (csv, MARK_BEST, "best", BC_NRS_MAX, &row->best, error)
      || !bc_import_read_number (csv, MARK_WORST, "worst", BC_NRS_MAX, &row->worst, error)
      || !bc_import_read_term (csv, MARK_CONSTANCY, "constancy", &bc_constancy_terms, &row->constancy, error)
      || !bc_import_read_number (csv, MARK_SYMPTOM, "symptom", BC_FORMAT_MAX_SYMPTOMS, &row->symptom, error)
      || !bc_import_read_term (csv, MARK_ROLE, "role", &bc_role_terms, &row->role, error))
    return FALSE;
  return check_mark_row (csv, row, error);
}

static gboolean
check_clear_or_marked (BcCase         *self,
                       const BcCsv    *csv,
                       const MarkRow  *row,
                       GError        **error)
{
  guint other = row->role == BC_ROLE_CLEAR ? self->marked[row->region] : self->cleared[row->region];

  if (other == 0)
    return TRUE;
  return bc_import_refuse (csv, error,
                           /* Translators: id of a region, name of a case, number of another line of the table */
                           _("region “%s” of case “%s” is both clear and marked; take out this row or line %u"),
                           bc_region_get_id (row->region), self->result->name, other);
}

static void
add_clear (BcCase   *self,
           BcRegion  region,
           guint     line)
{
  g_autoptr(BcMark) clear = NULL;

  if (self->cleared[region] != 0)
    return;
  self->cleared[region] = line;
  clear = bc_mark_new (region, BC_ROLE_CLEAR);
  g_list_store_append (bc_visit_get_clears (self->visit), clear);
}

/* Rows that agree in these make one symptom, unless they say by a number which one they mean. */
static guint
symptom_key (const MarkRow *row)
{
  if (row->symptom > 0)
    return NUMBERED | (guint) row->symptom;
  return (row->qualities << 8) | ((guint) row->depth << 4) | (guint) (row->intensity - BC_NRS_UNKNOWN);
}

static int
lowest_free_number (const BcCase *self)
{
  int number = 1;

  while (bc_visit_get_symptom (self->visit, number) != NULL)
    number++;
  return number;
}

/* The rows of one number describe one symptom. */
static gboolean
check_same_symptom (BcCase         *self,
                    const BcCsv    *csv,
                    BcSymptom      *symptom,
                    const MarkRow  *row,
                    GError        **error)
{
  if (row->symptom == 0
      || (bc_symptom_get_qualities (symptom) == row->qualities && (int) bc_symptom_get_depth (symptom) == row->depth
          && bc_symptom_get_now (symptom) == row->intensity && bc_symptom_get_best (symptom) == row->best
          && bc_symptom_get_worst (symptom) == row->worst
          && (int) bc_symptom_get_constancy (symptom) == row->constancy))
    return TRUE;
  return bc_import_refuse (csv, error,
                           /* Translators: number of a symptom, name of a case */
                           _("symptom %d of case “%s” is another one than in the rows before; give it its own number or "
                             "the same quality, depth, intensity, best, worst and constancy"),
                           row->symptom, self->result->name);
}

/* A case is one visit: its rows name the same day, or none. */
static gboolean
take_date (BcCase       *self,
           const BcCsv  *csv,
           GError      **error)
{
  const char *date = bc_csv_get (csv, MARK_DATE);

  if (date[0] == '\0')
    return TRUE;
  if (!bc_date_is_valid (date))
    return bc_import_bad_value (csv, bc_format_dup_date_problem (date), error);
  if (self->dated && !g_str_equal (bc_visit_get_date (self->visit), date))
    return bc_import_refuse (csv, error,
                             /* Translators: name of a case, then two dates */
                             _("case “%s” has rows of %s and of %s; a case is one visit: give each its own name"),
                             self->result->name, bc_visit_get_date (self->visit), date);
  self->dated = TRUE;
  g_object_set (self->visit, "date", date, NULL);
  return TRUE;
}

static BcSymptom *
look_up_or_add_symptom (BcCase         *self,
                        const BcCsv    *csv,
                        const MarkRow  *row,
                        GError        **error)
{
  gpointer key = GUINT_TO_POINTER (symptom_key (row));
  BcSymptom *symptom = g_hash_table_lookup (self->symptoms, key);
  g_autoptr(BcSymptom) added = NULL;
  guint n_symptoms = g_hash_table_size (self->symptoms);
  int number;

  if (symptom != NULL)
    return check_same_symptom (self, csv, symptom, row, error) ? symptom : NULL;
  if (n_symptoms == BC_FORMAT_MAX_SYMPTOMS)
    {
      bc_import_refuse (csv, error,
                        /* Translators: name of a case, then a number */
                        _("case “%s” has more than %d different symptoms; use the same quality, depth and intensity "
                          "for marks that belong together"), self->result->name, BC_FORMAT_MAX_SYMPTOMS);
      return NULL;
    }
  number = row->symptom > 0 ? row->symptom : lowest_free_number (self);
  if (bc_visit_get_symptom (self->visit, number) != NULL)
    {
      bc_import_refuse (csv, error,
                        /* Translators: name of a case, number of a symptom */
                        _("case “%s” uses the symptom %d for rows without a number too; number all of its rows or "
                          "none"), self->result->name, number);
      return NULL;
    }
  added = bc_symptom_new (number);
  g_object_set (added, "qualities", row->qualities, "depth", row->depth, "now", row->intensity, "best", row->best,
                "worst", row->worst, "constancy", row->constancy, NULL);
  g_list_store_append (bc_visit_get_symptoms (self->visit), added);
  g_hash_table_insert (self->symptoms, key, added);
  return added; /* the visit keeps it alive */
}

/* The same region twice in one symptom is one mark; that the pain sits there says more than that it travels there. */
static void
add_mark (BcSymptom *symptom,
          BcRegion   region,
          int        role)
{
  BcMark *there = bc_symptom_find_mark (symptom, region, NULL);
  g_autoptr(BcMark) mark = NULL;

  if (there != NULL)
    {
      if (role == BC_ROLE_SITE)
        g_object_set (there, "role", role, NULL);
      return;
    }
  mark = bc_mark_new (region, (BcRole) role);
  g_list_store_append (bc_symptom_get_marks (symptom), mark);
}

/**
 * bc_import_mark:
 * @import: an import
 * @csv: its table of marks
 * @error: return location for a #BcFileError
 *
 * Takes the current row into its case, which is made where it is new.
 *
 * Returns: whether the row was good
 */
gboolean
bc_import_mark (BcImport     *import,
                const BcCsv  *csv,
                GError      **error)
{
  BcCase *self = look_up_or_add_case (import, csv, bc_import_get_case (csv, MARK_CASE), error);
  BcSymptom *symptom;
  MarkRow row;

  if (self == NULL || !take_date (self, csv, error) || !read_mark_row (csv, &row, error)
      || !check_clear_or_marked (self, csv, &row, error))
    return FALSE;
  if (row.role == BC_ROLE_CLEAR)
    {
      add_clear (self, row.region, bc_csv_get_line (csv));
      return TRUE;
    }
  symptom = look_up_or_add_symptom (self, csv, &row, error);
  if (symptom == NULL)
    return FALSE;
  if (self->marked[row.region] == 0)
    self->marked[row.region] = bc_csv_get_line (csv);
  add_mark (symptom, row.region, row.role);
  return TRUE;
}

