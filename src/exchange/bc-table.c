/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-table.h"

#include "bc-atlas.h"
#include "bc-choir-import.h"
#include "bc-row-private.h"

#define SHARE_DECIMALS 3
#define CM2_DECIMALS 1
#define PERCENT_DECIMALS 2

#define MARKS_HEAD "case,date,symptom,region,role,quality,depth,intensity,best,worst,constancy,drawn,share"
#define REGIONS_HEAD "case,date,region,area,side,body_part,marked,clear,role,quality,intensity,symptoms,share,cm2"
#define CHOIR_HEAD "id,gender,age,map,bodymap_regions_csv"
#define WIDE_HEAD \
  "case,date,age,sex,figure,symptoms,intensity,best,worst,painful_regions,wpi,pain_regions,generalised,mbm,choir," \
  "extent_cm2,extent_percent"

/* A visit and where its rows go. */
typedef struct
{
  const char   *name;
  BcChart      *chart;
  BcVisit      *visit;
  const BcMaps *maps;
  BcRow         row;
} Table;

static void
begin_row (Table *table)
{
  bc_row_add_text (&table->row, table->name);
  bc_row_add_text (&table->row, bc_visit_get_date (table->visit));
}

static void
add_term (BcRow         *row,
          const BcTerms *terms,
          int            value)
{
  bc_row_add_text (row, bc_terms_get_id (terms, value));
}

static void
add_mark_row (Table     *table,
              BcSymptom *symptom,
              BcRegion   region,
              BcRole     role,
              double     share)
{
  g_autofree char *qualities = bc_qualities_dup_ids (bc_symptom_get_qualities (symptom));
  BcRow *row = &table->row;

  begin_row (table);
  bc_row_add_int (row, bc_symptom_get_number (symptom));
  bc_row_add_text (row, bc_region_get_id (region));
  add_term (row, &bc_role_terms, (int) role);
  bc_row_add_text (row, qualities);
  add_term (row, &bc_depth_terms, (int) bc_symptom_get_depth (symptom));
  bc_row_add_int (row, bc_symptom_get_now (symptom));
  bc_row_add_int (row, bc_symptom_get_best (symptom));
  bc_row_add_int (row, bc_symptom_get_worst (symptom));
  add_term (row, &bc_constancy_terms, (int) bc_symptom_get_constancy (symptom));
  bc_row_add_int (row, bc_symptom_find_mark (symptom, region, NULL) == NULL);
  bc_row_add_number (row, share, SHARE_DECIMALS);
  bc_row_end (row);
}

static void
add_clear_row (Table    *table,
               BcRegion  region)
{
  BcRow *row = &table->row;

  begin_row (table);
  bc_row_add_text (row, NULL);
  bc_row_add_text (row, bc_region_get_id (region));
  add_term (row, &bc_role_terms, BC_ROLE_CLEAR);
  for (guint i = 0; i < 8; i++)
    bc_row_add_text (row, NULL);
  bc_row_end (row);
}

static void
add_marks (Table *table)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (table->visit));

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      BcExtent extent;

      bc_extent_of_symptom (table->chart, symptom, &extent);
      for (guint region = 1; region <= BC_N_REGIONS; region++)
        {
          BcRole role;

          if (bc_symptom_marks_region (symptom, (BcRegion) region, &role))
            add_mark_row (table, symptom, (BcRegion) region, role, extent.share[region]);
        }
    }
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if (bc_visit_is_clear (table->visit, (BcRegion) region))
      add_clear_row (table, (BcRegion) region);
}

/* What all symptoms together make of a region. */
typedef struct
{
  gboolean marked;
  BcRole   role; /* that it sits there says more than that it travels there */
  guint    qualities;
  int      intensity;
  guint    n_symptoms;
} Place;

static Place
get_place (BcVisit  *visit,
           BcRegion  region)
{
  GListModel *symptoms = G_LIST_MODEL (bc_visit_get_symptoms (visit));
  Place place = { FALSE, BC_ROLE_RADIATION, 0, BC_NRS_UNKNOWN, 0 };

  for (guint i = 0; i < g_list_model_get_n_items (symptoms); i++)
    {
      g_autoptr(BcSymptom) symptom = g_list_model_get_item (symptoms, i);
      BcRole role;

      if (!bc_symptom_marks_region (symptom, region, &role))
        continue;
      place.marked = TRUE;
      place.role = MIN (place.role, role);
      place.qualities |= bc_symptom_get_qualities (symptom);
      place.intensity = MAX (place.intensity, bc_symptom_get_now (symptom));
      place.n_symptoms++;
    }
  return place;
}

static void
add_region_row (Table          *table,
                BcRegion        region,
                const Place    *place,
                const BcExtent *extent)
{
  g_autofree char *qualities = bc_qualities_dup_ids (place->qualities);
  guint area = bc_region_get_area (region);
  BcRow *row = &table->row;

  begin_row (table);
  bc_row_add_text (row, bc_region_get_id (region));
  bc_row_add_text (row, bc_area_get_id (area));
  bc_row_add_text (row, bc_side_get_id (bc_region_get_side (region)));
  add_term (row, &bc_body_part_terms, (int) bc_area_get_body_part (area));
  bc_row_add_int (row, place->marked);
  bc_row_add_int (row, bc_visit_is_clear (table->visit, region));
  add_term (row, &bc_role_terms, (int) (place->marked ? place->role : BC_ROLE_CLEAR));
  bc_row_add_text (row, qualities);
  bc_row_add_int (row, place->intensity);
  bc_row_add_int (row, (int) place->n_symptoms);
  bc_row_add_number (row, extent->share[region], SHARE_DECIMALS);
  bc_row_add_number (row, extent->share[region] * bc_atlas_get_skin_area (bc_chart_get_figure (table->chart), region),
                     CM2_DECIMALS);
  bc_row_end (row);
}

static void
add_regions (Table *table)
{
  BcExtent extent;

  bc_extent_of_visit (table->chart, table->visit, &extent);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;
      Place place = get_place (table->visit, region);

      if (place.marked || bc_visit_is_clear (table->visit, region))
        add_region_row (table, region, &place, &extent);
    }
}

static void
add_wide (Table *table)
{
  g_autoptr(BcScores) scores = bc_scores_from_visit (table->chart, table->visit, table->maps);
  BcRow *row = &table->row;

  begin_row (table);
  bc_row_add_int (row, bc_chart_get_age (table->chart, table->visit));
  add_term (row, &bc_sex_terms, (int) bc_chart_get_sex (table->chart));
  add_term (row, &bc_figure_terms, (int) bc_chart_get_figure (table->chart));
  bc_row_add_int (row, (int) g_list_model_get_n_items (G_LIST_MODEL (bc_visit_get_symptoms (table->visit))));
  bc_row_add_int (row, scores->now);
  bc_row_add_int (row, scores->best);
  bc_row_add_int (row, scores->worst);
  bc_row_add_int (row, (int) scores->n_painful);
  bc_row_add_int (row, (int) scores->wpi.marked->len);
  bc_row_add_int (row, (int) scores->pain_regions);
  bc_row_add_int (row, scores->generalised);
  bc_row_add_int (row, (int) scores->mbm.marked->len);
  bc_row_add_int (row, (int) scores->n_choir);
  bc_row_add_number (row, scores->extent.cm2, CM2_DECIMALS);
  bc_row_add_number (row, 100 * scores->extent.body_share, PERCENT_DECIMALS);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    bc_row_add_int (row, get_place (table->visit, (BcRegion) region).marked);
  bc_row_end (row);
}

/* As the data of the package CHOIRBM: the visit's date has no column there, so @name tells visits apart. */
static void
add_choir (Table *table)
{
  g_autoptr(BcScores) scores = bc_scores_from_visit (table->chart, table->visit, table->maps);
  g_autofree char *codes = bc_choir_dup_codes (scores->choir, scores->choir_map);
  BcSex sex = bc_chart_get_sex (table->chart);
  BcRow *row = &table->row;

  bc_row_add_text (row, table->name);
  bc_row_add_text (row, sex == BC_SEX_UNKNOWN ? NULL : sex == BC_SEX_MALE ? "Male" : "Female");
  bc_row_add_int (row, bc_chart_get_age (table->chart, table->visit));
  bc_row_add_text (row, scores->choir_map == BC_CHOIR_MALE ? "male" : "female");
  bc_row_add_text (row, codes);
  bc_row_end (row);
}

/* REDCap takes lower-case letters, digits and underscores for the name of a variable. */
static void
append_region_columns (GString *out)
{
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      g_autofree char *column = g_strdelimit (g_strdup (bc_region_get_id ((BcRegion) region)), "-", '_');

      g_string_append_printf (out, ",%s", column);
    }
}

/**
 * bc_table_append_head:
 * @kind: which table
 * @out: where to put it
 *
 * Appends the row with the names of the columns.
 */
void
bc_table_append_head (BcTableKind  kind,
                      GString     *out)
{
  g_return_if_fail (out != NULL);

  if (kind == BC_TABLE_MARKS)
    g_string_append (out, MARKS_HEAD);
  else if (kind == BC_TABLE_REGIONS)
    g_string_append (out, REGIONS_HEAD);
  else if (kind == BC_TABLE_CHOIR)
    g_string_append (out, CHOIR_HEAD);
  else
    {
      g_string_append (out, WIDE_HEAD);
      append_region_columns (out);
    }
  g_string_append (out, "\r\n");
}

/**
 * bc_table_append_visit:
 * @kind: which table
 * @name: what the case is called, as the file without its suffix
 * @chart: the chart that holds @visit
 * @visit: a visit
 * @maps: the maps, for the scores
 * @out: where to put it
 *
 * Appends the rows of one visit, UTF-8. No name, no birth date and no words that somebody wrote are in them.
 */
void
bc_table_append_visit (BcTableKind   kind,
                       const char   *name,
                       BcChart      *chart,
                       BcVisit      *visit,
                       const BcMaps *maps,
                       GString      *out)
{
  Table table = { name, chart, visit, maps, { out, FALSE } };

  g_return_if_fail (name != NULL && out != NULL);
  g_return_if_fail (BC_IS_CHART (chart) && BC_IS_VISIT (visit));

  if (kind == BC_TABLE_MARKS)
    add_marks (&table);
  else if (kind == BC_TABLE_REGIONS)
    add_regions (&table);
  else if (kind == BC_TABLE_CHOIR)
    add_choir (&table);
  else
    add_wide (&table);
}
