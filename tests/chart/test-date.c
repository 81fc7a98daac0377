/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart.h"

#include <locale.h>

static const struct
{
  const char *date;
  gboolean    valid;
} iso[] = {
  { "2026-05-12", TRUE },
  { "1800-01-01", TRUE },
  { "2200-12-31", TRUE },
  { "2024-02-29", TRUE },
  { "2000-02-29", TRUE },
  { "1799-12-31", FALSE },
  { "2201-01-01", FALSE },
  { "2023-02-29", FALSE },
  { "1900-02-29", FALSE },
  { "2026-04-31", FALSE },
  { "2026-13-01", FALSE },
  { "2026-00-10", FALSE },
  { "2026-10-00", FALSE },
  { "2026-5-12", FALSE },
  { "2026-05-12 ", FALSE },
  { " 2026-05-12", FALSE },
  { "2026/05/12", FALSE },
  { "+026-05-12", FALSE },
  { "2026-0x-12", FALSE },
  { "12.05.2026", FALSE },
  { "", FALSE },
  { NULL, FALSE },
};

static void
test_valid (void)
{
  g_autofree char *today = bc_date_dup_today ();

  for (guint i = 0; i < G_N_ELEMENTS (iso); i++)
    if (bc_date_is_valid (iso[i].date) != iso[i].valid)
      g_test_fail_printf ("\"%s\" is taken wrongly", iso[i].date);
  g_assert_true (bc_date_is_valid (today));
}

/* NULL: no date. */
static const struct
{
  const char *text;
  const char *date;
} typed[] = {
  { "", "" },
  { "   ", "" },
  { "2026-05-12", "2026-05-12" },
  { " 2026-5-2 ", "2026-05-02" },
  { "2026/05/12", "2026-05-12" },
  { "12.5.2026", "2026-05-12" },
  { "12.05.2026", "2026-05-12" },
  { "12/05/2026", "2026-05-12" },
  { "12 5 2026", "2026-05-12" },
  { "12 May 2026", "2026-05-12" },
  { "12. may 2026", "2026-05-12" },
  { "May 12, 2026", "2026-05-12" },
  { "1 Sep 1948", "1948-09-01" },
  { "1 September 1948", "1948-09-01" },
  { "2026 Sep 1", "2026-09-01" },
  { "29/02/2024", "2024-02-29" },
  { "29/02/2023", NULL },
  { "05/13/2026", NULL },
  { "12/05/26", NULL },
  { "12/05", NULL },
  { "May 2026", NULL },
  { "12 May", NULL },
  { "12 Ma 2026", NULL },
  { "12 May June 2026", NULL },
  { "12/5/2026/1", NULL },
  { "12/2026/5", NULL },
  { "012/05/2026", NULL },
  { "12/05/02026", NULL },
  { "99999999999999999999", NULL },
  { "12/05/1700", NULL },
  { "tomorrow", NULL },
  { "12:05:2026", NULL },
  { "\xff", NULL },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *date = NULL;

      if (bc_date_parse_display (typed[i].text, &date) != (typed[i].date != NULL))
        g_test_fail_printf ("\"%s\" is taken wrongly", typed[i].text);
      if (g_strcmp0 (date, typed[i].date) != 0)
        g_test_fail_printf ("\"%s\" became %s", typed[i].text, date);
    }
}

static void
check_round_trip (void)
{
  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *date = g_strdup_printf ("2026-%02d-0%d", month, month % 9 + 1);
      g_autofree char *shown = bc_date_dup_display (date);
      g_autofree char *back = NULL;

      g_assert_cmpstr (shown, !=, date);
      g_assert_true (bc_date_parse_display (shown, &back));
      g_assert_cmpstr (back, ==, date);
    }
}

static void
test_display (void)
{
  g_autofree char *empty = bc_date_dup_display ("");
  g_autofree char *shown = bc_date_dup_display ("2026-05-02");

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (shown, ==, "2 May 2026");
  check_round_trip ();
}

/* Which locales a machine has is up to it. */
static void
test_locales (void)
{
  static const struct
  {
    const char *locale;
    gboolean    month_first;
  } locales[] = { { "en_US.UTF-8", TRUE }, { "en_GB.UTF-8", FALSE }, { "de_DE.UTF-8", FALSE },
                  { "es_ES.UTF-8", FALSE }, { "hu_HU.UTF-8", FALSE } };
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autofree char *date = NULL;

      if (setlocale (LC_TIME, locales[i].locale) == NULL)
        continue;
      n_found++;
      g_assert_true (bc_date_parse_display ("05/12/2026", &date));
      if (!g_str_has_prefix (locales[i].locale, "hu"))
        g_assert_cmpstr (date, ==, locales[i].month_first ? "2026-05-12" : "2026-12-05");
      check_round_trip ();
    }
  setlocale (LC_TIME, "C");
  if (n_found == 0)
    g_test_skip ("none of the locales is installed");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/valid", test_valid);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/display", test_display);
  g_test_add_func ("/date/locales", test_locales);
  return g_test_run ();
}
