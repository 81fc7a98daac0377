/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-terms.h"

#include <string.h>

static const struct { const char *name; const BcTerms *terms; guint n; const char *ids; } vocabularies[] = {
  { "quality", &bc_quality_terms, BC_N_QUALITIES,
    "ache, sharp, burning, electric, tingling, numbness, weakness, cramping, throbbing" },
  { "depth", &bc_depth_terms, 2, "deep, superficial" },
  { "constancy", &bc_constancy_terms, 2, "constant, intermittent" },
  { "role", &bc_role_terms, 3, "site, radiation, clear" },
  { "sex", &bc_sex_terms, 2, "female, male" },
  { "figure", &bc_figure_terms, BC_N_FIGURES, "adult-female, adult-male, child" },
  { "view", &bc_view_terms, BC_N_VIEWS, "front, back, left, right, soles, hands" },
  { "answer", &bc_answer_terms, 5, "yes, no, aggravates, eases, no-effect" },
  { "body-part", &bc_body_part_terms, 6, "head, neck, trunk-front, trunk-back, upper-limb, lower-limb" },
};

/* The ids are in files for ever, so they are written out above. */
static void
test_round_trip (gconstpointer data)
{
  const guint which = GPOINTER_TO_UINT (data);
  const BcTerms *terms = vocabularies[which].terms;
  g_autofree char *ids = bc_terms_dup_ids (terms);
  int value = -77;

  g_assert_cmpstr (ids, ==, vocabularies[which].ids);
  g_assert_cmpuint (terms->n_terms, ==, vocabularies[which].n);
  for (guint i = 0; i < terms->n_terms; i++)
    {
      g_autofree char *label = bc_terms_dup_label (terms, terms->terms[i].value);

      g_assert_true (bc_terms_from_id (terms, terms->terms[i].id, &value));
      g_assert_cmpint (value, ==, terms->terms[i].value);
      g_assert_cmpstr (bc_terms_get_id (terms, value), ==, terms->terms[i].id);
      g_assert_cmpstr (bc_terms_get_name (terms, value), ==, terms->terms[i].name);
      g_assert_true (g_ascii_isupper (label[0]));
      g_assert_cmpint (g_ascii_strcasecmp (label, terms->terms[i].name), ==, 0);
    }
}

static void
test_unknown (gconstpointer data)
{
  const BcTerms *terms = vocabularies[GPOINTER_TO_UINT (data)].terms;
  int value = -77;

  g_assert_false (bc_terms_from_id (terms, "", &value));
  g_assert_false (bc_terms_from_id (terms, NULL, &value));
  g_assert_false (bc_terms_from_id (terms, "nothing like it", &value));
  g_assert_cmpint (value, ==, -77);
  g_assert_null (bc_terms_get_id (terms, 4711));
  g_assert_null (bc_terms_get_name (terms, 4711));
  g_assert_null (bc_terms_dup_label (terms, 4711));
}

static void
test_unknown_value_has_no_id (void)
{
  g_assert_null (bc_terms_get_id (&bc_depth_terms, BC_DEPTH_UNKNOWN));
  g_assert_null (bc_terms_get_id (&bc_constancy_terms, BC_CONSTANCY_UNKNOWN));
  g_assert_null (bc_terms_get_id (&bc_sex_terms, BC_SEX_UNKNOWN));
  g_assert_null (bc_terms_get_id (&bc_answer_terms, BC_ANSWER_NONE));
}

static void
test_qualities (void)
{
  static const struct { const char *ids; gboolean good; guint flags; const char *written; } lists[] = {
    { "", TRUE, 0, "" },
    { NULL, TRUE, 0, "" },
    { "ache", TRUE, BC_QUALITY_ACHE, "ache" },
    { "tingling ache", TRUE, BC_QUALITY_ACHE | BC_QUALITY_TINGLING, "ache tingling" },
    { "  ache   ache ", TRUE, BC_QUALITY_ACHE, "ache" },
    { "ache, tingling", FALSE, 0, NULL },
    { "Ache", FALSE, 0, NULL },
    { "ache dull", FALSE, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      guint flags = 12345;
      g_autofree char *written = NULL;

      g_assert_cmpint (bc_qualities_from_ids (lists[i].ids, &flags), ==, lists[i].good);
      g_assert_cmpuint (flags, ==, lists[i].good ? lists[i].flags : 12345);
      written = bc_qualities_dup_ids (flags);
      if (lists[i].good)
        g_assert_cmpstr (written, ==, lists[i].written);
    }
}

static void
test_all_qualities_round_trip (void)
{
  for (guint flags = 0; flags <= BC_QUALITY_ALL; flags++)
    {
      g_autofree char *ids = bc_qualities_dup_ids (flags);
      guint again = 0;

      g_assert_true (bc_qualities_from_ids (ids, &again));
      g_assert_cmpuint (again, ==, flags);
    }
}

static void
test_quality_names (void)
{
  g_autofree char *none = bc_qualities_dup_names (0);
  g_autofree char *two = bc_qualities_dup_names (BC_QUALITY_TINGLING | BC_QUALITY_ACHE);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "ache, tingling");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    {
      g_autofree char *round_trip = g_strdup_printf ("/terms/%s/round-trip", vocabularies[i].name);
      g_autofree char *unknown = g_strdup_printf ("/terms/%s/unknown", vocabularies[i].name);

      g_test_add_data_func (round_trip, GUINT_TO_POINTER (i), test_round_trip);
      g_test_add_data_func (unknown, GUINT_TO_POINTER (i), test_unknown);
    }
  g_test_add_func ("/terms/unknown-value-has-no-id", test_unknown_value_has_no_id);
  g_test_add_func ("/terms/qualities", test_qualities);
  g_test_add_func ("/terms/all-qualities-round-trip", test_all_qualities_round_trip);
  g_test_add_func ("/terms/quality-names", test_quality_names);
  return g_test_run ();
}
