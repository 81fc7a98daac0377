/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Identifiers of free anatomies: what somebody who reads a bundle relies on. */
#include "bc-body-codes.h"

#include "bc-error.h"
#include "bc-resources.h"

#include <string.h>

static void
test_known (void)
{
  static const struct { const char *area; const char *fma; const char *uberon; } known[] = {
    { "great-toe", "fma25047", "UBERON:0003631" },
    { "crown", "fma46494", "UBERON:0000403" },
    { "knee-posterior", "fma24974", "UBERON:0001465" },
    { "temple", NULL, NULL },
    { "middle-toes", NULL, NULL }, /* three toes are no one thing */
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const BcBodyCode *code = bc_body_code_get ((guint) bc_area_from_id (known[i].area));

      g_assert_cmpstr (code->fma, ==, known[i].fma);
      g_assert_cmpstr (code->uberon, ==, known[i].uberon);
    }
}

static void
refuse_with (const char *from,
             const char *to,
             const char *said)
{
  g_autoptr(GBytes) bytes = bc_resources_load ("exchange/ontology.tsv", NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(GString) changed = g_string_new (text);
  g_autoptr(GError) error = NULL;
  BcBodyCode *codes;

  g_assert_cmpuint (g_string_replace (changed, from, to, 1), ==, 1);
  codes = bc_body_codes_parse (changed->str, "o.tsv", &error);
  g_assert_null (codes);
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "o.tsv:"));
  g_assert_nonnull (strstr (error->message, said));
}

static void
test_bad_tables (void)
{
  refuse_with ("\ncrown\t", "\nhat\t", "“hat”");
  refuse_with ("\nforehead\t", "\ncrown\t", "“crown”");
  refuse_with ("FMA:46494", "46494", "“46494”");
  refuse_with ("UBERON:0000403", "UBERON:403", "“UBERON:403”");
  refuse_with ("\ncrown\t", "\n#", "“crown”");
  refuse_with ("\texact", "", "forehead");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-codes/known", test_known);
  g_test_add_func ("/body-codes/bad-tables", test_bad_tables);
  return g_test_run ();
}
