/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-cli.h"

#include <string.h>

static char *
make_pdf (const char *sample_name,
          const char *folder)
{
  g_autofree char *sample = cli_sample (sample_name);
  g_autofree char *file = g_strconcat (sample_name, ".pdf", NULL);
  char *pdf = g_build_filename (folder, file, NULL);
  g_autoptr(CliRun) run = cli_run ("summary", sample, "-o", pdf, NULL);

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  return pdf;
}

static void
test_pdf (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *pdf = make_pdf ("sciatica-l5-right", folder);
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (pdf, &content, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_true (g_str_has_prefix (content, "%PDF"));
  g_assert_cmpuint (cli_get_mode (pdf), ==, 0600);
  if (pdftotext != NULL)
    {
      g_autofree char *command = g_strdup_printf ("'%s' '%s' -", pdftotext, pdf);
      g_autofree char *text = NULL;

      g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
      cli_assert_has (text, "Marianne Holloway");
    }
  cli_remove_folder (folder);
}

static void
test_again (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *first = make_pdf ("no-pattern", folder);
  g_autofree char *second = make_pdf ("no-pattern", folder);

  g_assert_cmpstr (first, ==, second);
  cli_remove_folder (folder);
}

/* The text of what the command makes of a sample; NULL where pdftotext is missing. */
static char *
dup_text (const char *kind,
          const char *paper)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("sciatica-l5-right");
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_autoptr(CliRun) run = cli_run ("summary", kind, "--paper", paper, sample, "-o", pdf, NULL);
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  char *text = NULL;

  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  if (pdftotext != NULL)
    {
      g_autofree char *command = g_strdup_printf ("'%s' -bbox '%s' -", pdftotext, pdf);

      g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
    }
  cli_remove_folder (folder);
  return text;
}

static void
test_kinds (void)
{
  g_autofree char *patient = dup_text ("--patient", "A4");
  g_autofree char *letter = dup_text ("--letter", "letter");

  if (patient == NULL)
    {
      g_test_skip ("pdftotext is not installed (package poppler-utils)");
      return;
    }
  cli_assert_has (patient, "<page width=\"595.2"); /* 210 mm */
  cli_assert_has (patient, ">agreed<");
  g_assert_null (strstr (patient, "radicular"));
  cli_assert_has (letter, "<page width=\"612.0"); /* 8.5 inches */
  cli_assert_has (letter, ">colleague,<");
  cli_assert_has (letter, "radicular");
}

/* The suffix says what is written; each page of pictures and drawings is a file. */
static void
test_pictures (void)
{
  static const struct { const char *kind; const char *name; const char *start; guint n_pages; } files[] = {
    { "--patient", "out.png", "\x89PNG", 1 },
    { "--patient", "out.svg", "<?xml", 1 },
    { "--letter", "out.SVG", "<?xml", 1 },
    { NULL, "session.png", "\x89PNG", 2 },
  };
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("sciatica-five-visits");
  g_autofree char *second = g_build_filename (folder, "session-2.png", NULL);
  g_autofree char *none = g_build_filename (folder, "out-2.png", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autoptr(CliRun) run = cli_run ("summary", sample, "-o", path, "--resolution", "72", files[i].kind, NULL);
      g_autofree char *content = NULL;

      g_assert_cmpstr (run->err, ==, "");
      g_assert_cmpstr (run->out, ==, "");
      g_assert_cmpint (run->status, ==, 0);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (g_str_has_prefix (content, files[i].start));
      g_assert_cmpuint (cli_get_mode (path), ==, 0600);
    }
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_REGULAR));
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
  cli_remove_folder (folder);
}

/* A4 at the resolution that was asked for, which the file names too. */
static void
test_resolution (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autofree char *png = g_build_filename (folder, "out.png", NULL);
  g_autoptr(CliRun) run = cli_run ("summary", "--paper", "a4", "-r", "100", sample, "-o", png, NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_cmpint (run->status, ==, 0);
  g_assert_true (g_file_get_contents (png, &content, &length, NULL));
  g_assert_cmpuint (length, >, 62);
  g_assert_cmpmem (content + 16, 8, "\0\0\x03\x3b\0\0\x04\x92", 8); /* 827 x 1170 pixels, rounded up */
  g_assert_cmpmem (content + 37, 13, "pHYs\0\0\x0f\x61\0\0\x0f\x61\1", 13); /* 3937 a metre */
  cli_remove_folder (folder);
}

/* The text of a PDF with single blanks; NULL where pdftotext is missing. */
static char *
dup_words (const char *pdf)
{
  g_autofree char *pdftotext = g_find_program_in_path ("pdftotext");
  g_autoptr(GRegex) blanks = g_regex_new ("[\\s\u00a0]+", 0, 0, NULL);
  g_autofree char *command = NULL;
  g_autofree char *text = NULL;

  if (pdftotext == NULL)
    {
      g_test_skip ("pdftotext is not installed (package poppler-utils)");
      return NULL;
    }
  command = g_strdup_printf ("'%s' -layout '%s' -", pdftotext, pdf);
  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  return g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL);
}

/* What stands behind a label in the text of the command instruments. */
static char *
dup_score (const char *text,
           const char *label)
{
  const char *at = strstr (text, label);
  g_autofree char *rest = NULL;

  g_assert_nonnull (at);
  at += strlen (label);
  rest = g_strndup (at, strcspn (at, "\n"));
  return g_strdup (g_strstrip (rest));
}

/* As "leg and foot 2.6 % (480 cm²)": each is what the command says of that part, on one of its sides. */
static guint
check_parts (const char *words,
             const char *instruments)
{
  g_autoptr(GRegex) part = g_regex_new ("(head|neck|chest and abdomen|back and buttocks|arm and hand|leg and foot) "
                                        "([0-9.]+) % \\(([0-9]+) cm²\\)", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  guint n_parts = 0;

  for (g_regex_match (part, words, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *percent = g_match_info_fetch (match, 2);
      g_autofree char *cm2 = g_match_info_fetch (match, 3);
      g_autofree char *line = g_strdup_printf (" %s, \\w+ +%s %% of the body \\(%s cm²\\)", name, percent, cm2);

      if (!g_regex_match_simple (line, instruments, 0, 0))
        g_error ("“%s” is not in:\n%s", line, instruments);
      n_parts++;
    }
  return n_parts;
}

/* The paper and the command instruments say the same, of every sample. */
static void
test_scores (void)
{
  g_autofree char *pdftotext = NULL;
  static const struct { const char *label; const char *paper; const char *until; } scores[] = {
    { "Widespread Pain Index, 2016", "Widespread Pain Index, 2016 %s; criterion of generalised pain", "" },
    { "Michigan Body Map", "Michigan Body Map %s (Brummett CM et al. 2016)", "" },
    { "CHOIR body map segments", "CHOIR body map %s (Scherrer KH et al. 2021)", "" },
    { "Pain extent", "Pain extent %s (Barbero M et al. 2020)", "" },
    { "Generalised pain, regions", "met (%s regions) (Wolfe F et al. 2016)", "," },
  };
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_auto(GStrv) samples = cli_all_samples ();
  guint n_parts = 0;

  g_assert_cmpuint (g_strv_length (samples), >=, 26);
  for (guint i = 0; samples[i] != NULL; i++)
    {
      g_autoptr(CliRun) summary = cli_run ("summary", samples[i], "-o", pdf, NULL);
      g_autoptr(CliRun) instruments = cli_run ("instruments", samples[i], NULL);
      g_autofree char *words = dup_words (pdf);

      g_assert_cmpint (summary->status | instruments->status, ==, 0);
      if (words == NULL)
        break;
      for (guint j = 0; j < G_N_ELEMENTS (scores); j++)
        {
          g_autofree char *score = dup_score (instruments->out, scores[j].label);
          g_auto(GStrv) halves = g_strsplit (scores[j].paper, "%s", 2);
          g_autofree char *expected = NULL;

          if (*scores[j].until != '\0')
            score[strcspn (score, scores[j].until)] = '\0';
          expected = g_strconcat (halves[0], score, halves[1], NULL);
          cli_assert_has (words, expected);
        }
      cli_assert_lacks (words, strstr (instruments->out, "not met") != NULL ? "pain met" : "not met");
      n_parts += check_parts (words, instruments->out);
    }
  pdftotext = g_find_program_in_path ("pdftotext");
  if (pdftotext != NULL)
    g_assert_cmpuint (n_parts, >, 10);
  cli_remove_folder (folder);
}

/* The scores do not cost a page: this chart fits one of A4 with little room left. */
static void
test_one_page (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_autoptr(CliRun) run = cli_run ("summary", sample, "--paper", "a4", "-o", pdf, NULL);
  g_autofree char *words = dup_words (pdf);

  g_assert_cmpint (run->status, ==, 0);
  if (words != NULL)
    cli_assert_has (words, "Page 1 of 1");
  cli_remove_folder (folder);
}

/* A logo that was asked for and is not there is an error: the paper would go out without it. */
static void
test_clinic (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *logo = g_build_filename (folder, "logo.png", NULL);
  g_autoptr(CliRun) good = cli_run ("summary", "--clinic", "Quay & Co", "--address", "Quay 1", sample, "-o", pdf, NULL);
  g_autoptr(CliRun) missing = cli_run ("summary", "--logo", logo, sample, "-o", pdf, NULL);

  g_assert_cmpstr (good->err, ==, "");
  g_assert_cmpint (good->status, ==, 0);
  g_assert_cmpint (missing->status, ==, 1);
  cli_assert_has (missing->err, "logo.png");
  cli_remove_folder (folder);
}

static void
test_usage (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_autoptr(CliRun) both = cli_run ("summary", "--patient", "--letter", sample, "-o", pdf, NULL);
  g_autoptr(CliRun) paper = cli_run ("summary", "--paper", "a5", sample, "-o", pdf, NULL);
  g_autofree char *jpg = g_build_filename (folder, "out.jpg", NULL);
  g_autoptr(CliRun) kind = cli_run ("summary", sample, "-o", jpg, NULL);
  g_autoptr(CliRun) coarse = cli_run ("summary", "-r", "10", sample, "-o", pdf, NULL);
  g_autoptr(CliRun) fine = cli_run ("summary", "-r", "601", sample, "-o", pdf, NULL);

  g_assert_cmpint (both->status, ==, 2);
  cli_assert_has (both->err, "either --patient or --letter");
  g_assert_cmpint (paper->status, ==, 2);
  cli_assert_has (paper->err, "a5");
  g_assert_cmpint (kind->status, ==, 2);
  cli_assert_has (kind->err, ".pdf, .svg or .png");
  g_assert_cmpint (coarse->status, ==, 2);
  cli_assert_has (coarse->err, "36 to 600");
  g_assert_cmpint (fine->status, ==, 2);
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (jpg, G_FILE_TEST_EXISTS));
  cli_remove_folder (folder);
}

static void
test_bad (void)
{
  g_autofree char *folder = cli_make_folder ();
  g_autofree char *sample = cli_sample ("no-pattern");
  g_autofree char *bad = cli_write (folder, "bad.bodychart", "<chart/>");
  g_autofree char *pdf = g_build_filename (folder, "bad.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no-such-folder", "out.pdf", NULL);
  g_autoptr(CliRun) unreadable = cli_run ("summary", bad, "-o", pdf, NULL);
  g_autoptr(CliRun) unwritable = cli_run ("summary", sample, "-o", nowhere, NULL);

  g_assert_cmpint (unreadable->status, ==, 1);
  cli_assert_has (unreadable->err, "bad.bodychart");
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_cmpint (unwritable->status, ==, 1);
  cli_assert_has (unwritable->err, "out.pdf");
  cli_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/summary/pdf", test_pdf);
  g_test_add_func ("/cli/summary/again", test_again);
  g_test_add_func ("/cli/summary/kinds", test_kinds);
  g_test_add_func ("/cli/summary/pictures", test_pictures);
  g_test_add_func ("/cli/summary/resolution", test_resolution);
  g_test_add_func ("/cli/summary/scores", test_scores);
  g_test_add_func ("/cli/summary/one-page", test_one_page);
  g_test_add_func ("/cli/summary/clinic", test_clinic);
  g_test_add_func ("/cli/summary/usage", test_usage);
  g_test_add_func ("/cli/summary/bad", test_bad);
  return g_test_run ();
}
