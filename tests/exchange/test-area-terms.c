/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-area-terms.h"
#include "bc-error.h"

static char *
load_table (void)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (g_getenv ("BODYCHART_AREA_TERMS"), &text, NULL, NULL));
  return text;
}

static void
test_terms (void)
{
  const BcAreaTerms *toes = bc_area_get_terms ((guint) bc_area_from_id ("middle-toes"));
  const BcAreaTerms *thumb = bc_area_get_terms ((guint) bc_area_from_id ("thumb"));
  const BcAreaTerms *heel = bc_area_get_terms ((guint) bc_area_from_id ("heel"));
  const BcAreaTerms *palm = bc_area_get_terms ((guint) bc_area_from_id ("palm"));
  const BcAreaTerms *joint = bc_area_get_terms ((guint) bc_area_from_id ("sacroiliac"));

  g_assert_cmpstr (toes->fma[2], ==, "FMA:25052");
  g_assert_cmpstr (toes->uberon[0], ==, "UBERON:0003632");
  g_assert_cmpstr (toes->relation, ==, "narrower");
  g_assert_null (toes->fma[3]);
  g_assert_cmpstr (thumb->fma[0], ==, "FMA:24938");
  g_assert_cmpstr (thumb->relation, ==, "equivalent");
  g_assert_cmpstr (thumb->wording, ==, "thumb");
  g_assert_null (heel->fma[0]);
  g_assert_null (heel->relation);
  g_assert_cmpstr (heel->wording, ==, "heel");
  g_assert_null (palm->fma[0]);
  g_assert_cmpstr (palm->relation, ==, "wider");
  g_assert_cmpstr (joint->relation, ==, "relatedto");
}

/* In an export a word stands for one area only. */
static void
test_wordings_differ (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint area = 0; area < BC_N_AREAS; area++)
    g_assert_true (g_hash_table_add (seen, bc_area_get_terms (area)->wording));
}

/* What stands in the line of the thumb, and what the error names. */
static void
test_bad_lines (void)
{
  static const struct
  {
    const char *line;
    const char *named;
  } bad[] = {
    { "thumb\tFMA:24938\tUBERON:0001463\tequivalent", "thumb" },
    { "thumbs\tFMA:24938\tUBERON:0001463\tequivalent\tthumb", "“thumbs”" },
    { "palm\tFMA:24938\tUBERON:0001463\tequivalent\tthumb", "“palm”" },
    { "thumb\t24938\tUBERON:0001463\tequivalent\tthumb", "“24938”" },
    { "thumb\tFMA:2493x\tUBERON:0001463\tequivalent\tthumb", "“FMA:2493x”" },
    { "thumb\tFMA:24938 FMA:24939\tUBERON:0001463\tequivalent\tthumb", "“FMA:24938 FMA:24939”" },
    { "thumb\tFMA:1 FMA:2 FMA:3 FMA:4\t\tnarrower\tthumb", "“FMA:1 FMA:2 FMA:3 FMA:4”" },
    { "thumb\tFMA:24938\tFMA:24938\tequivalent\tthumb", "“FMA:24938”" },
    { "thumb\tFMA:24938\tUBERON:0001463\tsame\tthumb", "“same”" },
    { "thumb\tFMA:24938\tUBERON:0001463\t\tthumb", "“”" },
    { "thumb\t\t\tequivalent\tthumb", "“equivalent”" },
    { "thumb\tFMA:24938\tUBERON:0001463\tequivalent\t ", "“”" },
    { "# no thumb", "“thumb”" },
  };
  g_autofree char *text = load_table ();
  g_autoptr(GRegex) line = g_regex_new ("^thumb\t.*$", G_REGEX_MULTILINE, 0, NULL);

  g_assert_true (g_regex_match (line, text, 0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *broken = g_regex_replace_literal (line, text, -1, 0, bad[i].line, 0, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(BcAreaTermsTable) table = bc_area_terms_parse (broken, "terms.tsv", &error);

      g_test_message ("%s", bad[i].line);
      g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
      g_assert_null (table);
      g_assert_true (g_str_has_prefix (error->message, "terms.tsv:"));
      g_assert_nonnull (strstr (error->message, bad[i].named));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area-terms/terms", test_terms);
  g_test_add_func ("/area-terms/wordings-differ", test_wordings_differ);
  g_test_add_func ("/area-terms/bad-lines", test_bad_lines);
  return g_test_run ();
}
