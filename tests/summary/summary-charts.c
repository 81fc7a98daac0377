/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary-charts.h"

#include "bc-edit.h"
#include "bc-resources.h"

#include <glib/gstdio.h>
#include <string.h>

/* Less a little for letters that lean out of their boxes. */
#define MARGIN (BC_PAPER_MARGIN - 1)

static void
toggle (BcChart    *chart,
        BcVisit    *visit,
        BcSymptom  *symptom,
        const char *ids,
        BcRole      role)
{
  g_autoptr(GArray) regions = regions_from_ids (ids);

  for (guint i = 0; i < regions->len; i++)
    bc_edit_toggle_region (chart, visit, symptom, g_array_index (regions, BcRegion, i), role);
}

/* @ids: region ids with blanks between them */
GArray *
regions_from_ids (const char *ids)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  g_auto(GStrv) parts = g_strsplit (ids, " ", -1);

  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      BcRegion region = bc_region_from_id (parts[i]);

      g_assert_cmpuint (region, !=, BC_REGION_NONE);
      g_array_append_val (regions, region);
    }
  return regions;
}

BcSymptom *
add_symptom (BcChart    *chart,
             BcVisit    *visit,
             const char *sites,
             const char *radiations)
{
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);

  toggle (chart, visit, symptom, sites, BC_ROLE_SITE);
  toggle (chart, visit, symptom, radiations, BC_ROLE_RADIATION);
  return symptom;
}

void
clear_regions (BcChart    *chart,
               BcVisit    *visit,
               const char *regions)
{
  g_autoptr(GArray) list = regions_from_ids (regions);

  for (guint i = 0; i < list->len; i++)
    bc_edit_toggle_clear (chart, visit, g_array_index (list, BcRegion, i));
}

BcChart *
make_empty_chart (BcVisit **visit)
{
  BcChart *chart = bc_chart_new ();

  bc_resources_init ();
  *visit = bc_chart_add_visit (chart, "2026-11-20");
  return chart;
}

/* Right-sided leg pain as from L5, a back ache, ticks, answers, notes, a plan. */
BcChart *
make_full_chart (BcVisit **visit)
{
  BcChart *chart = make_empty_chart (visit);
  BcSymptom *symptom;

  g_object_set (chart, "name", "Margarete Testfall", "birth-date", "1979-03-14", "reference", "P-0417",
                "sex", BC_SEX_FEMALE, NULL);
  g_object_set (*visit, "clinician", "Jonas Prüfer", "notes", "Works at a desk.\nSleeps on the left side.",
                "plan", "Review on Thursday.", NULL);
  symptom = add_symptom (chart, *visit, "buttock-upper-right buttock-lower-right",
                         "thigh-lateral-upper-right thigh-lateral-lower-right leg-lateral-right "
                         "foot-dorsum-medial-right great-toe-right");
  g_object_set (symptom, "qualities", BC_QUALITY_ACHE | BC_QUALITY_TINGLING, "now", 6, "best", 2, "worst", 8,
                "depth", BC_DEPTH_DEEP, "constancy", BC_CONSTANCY_INTERMITTENT,
                "onset", "Six weeks ago", "day-pattern", "Worse by evening", "aggravating", "Long drives",
                "easing", "Short walks", "notes", "Came on after lifting", NULL);
  symptom = add_symptom (chart, *visit, "lumbar-lower-right lumbar-lower-left", "");
  g_object_set (symptom, "qualities", BC_QUALITY_BURNING, NULL);
  clear_regions (chart, *visit, "calf-upper-left calf-lower-left");
  bc_edit_set_answer (chart, *visit, "d-slr", BC_ANSWER_YES);
  bc_edit_set_answer (chart, *visit, "saddle-numb", BC_ANSWER_NO);
  bc_edit_set_answer (chart, *visit, "sitting", BC_ANSWER_AGGRAVATES);
  bc_edit_set_answer (chart, *visit, "walking", BC_ANSWER_EASES);
  bc_edit_set_answer (chart, *visit, "heat", BC_ANSWER_NO_EFFECT);
  bc_edit_set_ticked (chart, *visit, "root-l5", BC_SIDE_RIGHT, TRUE);
  return chart;
}

GFile *
export_pdf (BcChart *chart,
            BcVisit *visit)
{
  return export_kind (chart, visit, BC_SUMMARY_SESSION, BC_PAPER_LOCALE);
}

/* Writes the summary into a folder of its own. */
GFile *
export_kind (BcChart       *chart,
             BcVisit       *visit,
             BcSummaryKind  kind,
             BcPaper        paper)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bodychart-XXXXXX", &error);
  g_autofree char *path = NULL;
  GFile *file;
  BcSummary *summary = bc_summary_new (chart, visit, bc_maps_get_default ());

  g_assert_no_error (error);
  path = g_build_filename (folder, "summary.pdf", NULL);
  file = g_file_new_for_path (path);
  bc_summary_set_kind (summary, kind);
  bc_summary_set_paper (summary, paper);
  g_assert_true (bc_summary_export_pdf (summary, file, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (bc_summary_get_n_pages (summary), >, 0);
  g_assert_finalize_object (summary);
  return file;
}

void
drop_pdf (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_object_unref (file);
}

/* What a tool of poppler says of @file; skips the test and gives NULL where the tool is not installed. */
char *
run_on_pdf (GFile      *file,
            const char *tool,
            const char *option)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) command = g_ptr_array_new ();
  g_autofree char *program = g_find_program_in_path (tool);
  g_autofree char *path = g_file_get_path (file);
  char *output = NULL;
  int status = -1;

  if (program == NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s is not installed (package poppler-utils)", tool);

      g_test_skip (why);
      return NULL;
    }
  g_ptr_array_add (command, program);
  if (option != NULL)
    g_ptr_array_add (command, (gpointer) option);
  g_ptr_array_add (command, path);
  if (g_str_has_prefix (tool, "pdftotext"))
    g_ptr_array_add (command, (gpointer) "-");
  g_ptr_array_add (command, NULL);
  g_spawn_sync (NULL, (char **) command->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_true (g_utf8_validate (output, -1, NULL));
  return output;
}

/* Makes one blank of every run of blanks and line ends, in place. */
char *
squeeze (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (!g_ascii_isspace (*from))
        *to++ = *from;
      else if (to > text && to[-1] != ' ')
        *to++ = ' ';
    }
  *to = '\0';
  return text;
}

/* The text of the paper with single blanks, or NULL when the test has to be skipped. */
char *
dup_kind_text (BcChart      *chart,
               BcVisit      *visit,
               BcSummaryKind kind)
{
  GFile *file = export_kind (chart, visit, kind, BC_PAPER_LOCALE);
  char *text = run_on_pdf (file, "pdftotext", "-layout");

  drop_pdf (file);
  return text != NULL ? squeeze (text) : NULL;
}

void
assert_has (const char *text,
            const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is missing in:\n%s", words, text);
}

void
assert_lacks (const char *text,
              const char *words)
{
  if (strstr (text, words) != NULL)
    g_error ("“%s” should not be in:\n%s", words, text);
}

guint
count_words (const char *text,
             const char *word)
{
  guint n_found = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + strlen (word), word))
    n_found++;
  return n_found;
}

char *
dup_repeated (const char *word,
              guint       n_chars)
{
  GString *text = g_string_new (NULL);

  while (text->len < n_chars)
    g_string_append (text, word);
  return g_string_free (text, FALSE);
}

/* No word of the PDF lies outside of the margins. */
void
assert_inside (GFile *file)
{
  g_autofree char *boxes = run_on_pdf (file, "pdftotext", "-bbox");
  g_auto(GStrv) lines = NULL;
  double width = 0, height = 0;
  guint n_words = 0;

  if (boxes == NULL)
    return;
  lines = g_strsplit (boxes, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x0, y0, x1, y1;

      if (sscanf (lines[i], " <page width=\"%lf\" height=\"%lf\"", &width, &height) == 2)
        continue;
      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x0, &y0, &x1, &y1) != 4)
        continue;
      n_words++;
      if (x0 < MARGIN || y0 < MARGIN || x1 > width - MARGIN || y1 > height - MARGIN)
        g_error ("outside of the margins: %s", lines[i]);
    }
  g_assert_cmpuint (n_words, >, 40);
}

/* Edges may be shaded a little differently. */
#define GREY_TOLERANCE 60

/* As a printer without colour has it: ITU-R BT.601. */
static int
grey_at (cairo_surface_t *picture,
         int              x,
         int              y)
{
  guint32 pixel;

  memcpy (&pixel,
          cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture) + x * (int) sizeof pixel,
          sizeof pixel);
  return (int) (299 * (pixel >> 16 & 0xff) + 587 * (pixel >> 8 & 0xff) + 114 * (pixel & 0xff)) / 1000;
}

/* The share of pixels that differ by more than a little. */
double
compare_pictures (cairo_surface_t *one,
                  cairo_surface_t *other)
{
  int width = cairo_image_surface_get_width (one);
  int height = cairo_image_surface_get_height (one);
  guint n = 0;

  g_assert_cmpint (cairo_image_surface_get_width (other), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (other), ==, height);
  cairo_surface_flush (one);
  cairo_surface_flush (other);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n += ABS (grey_at (one, x, y) - grey_at (other, x, y)) > GREY_TOLERANCE;
  return (double) n / (width * height);
}
