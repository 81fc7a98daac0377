/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clinic's own map is matched, asked about and warned of as the maps of the program are, and moves none of them. */
#include "match-support.h"

#include <glib/gstdio.h>
#include <math.h>

#define TEXT "<maps xmlns=\"https://bodychart.github.io/ns/patterns/1\">" \
             "<sources><source id=\"own-s\" type=\"note\" obtained=\"known\"><citation>Ours</citation></source></sources>" \
             "<patterns family=\"own-odd\"><name>Odd</name>" \
             "<pattern id=\"own-ear-heel\" bilateral=\"yes\" qualities=\"ache tingling\" depth=\"deep\" " \
             "aggravating=\"own-hum\" management=\"m-sij\" sources=\"own-s\"><name>Ear and heel</name>" \
             "<zone area=\"ear\" side=\"same\" probability=\"0.9\" grade=\"C\" sources=\"own-s\"/>" \
             "<zone area=\"heel\" side=\"same\" probability=\"0.9\" grade=\"C\" sources=\"own-s\"/>" \
             "</pattern></patterns>" \
             "<factors><factor id=\"own-hum\" kind=\"load\"><name>Humming</name></factor></factors>" \
             "<answers><topic><name>T</name><answer id=\"own-bell\"><question>A bell?</question></answer></topic>" \
             "</answers>" \
             "<discriminators><discriminator id=\"own-d\" kind=\"test\" direction=\"for\" strength=\"strong\" load=\"gentle\" " \
             "basis=\"direction only\" bears-on=\"own-ear-heel\" sources=\"own-s\"><question>Rings?</question><how>Listen.</how>" \
             "</discriminator></discriminators>" \
             "<red-flags><red-flag id=\"own-rf\" urgency=\"urgent\" patterns=\"own-ear-heel\" sources=\"own-s\">" \
             "<meaning>Bells</meaning><rule>answer(own-bell)</rule></red-flag></red-flags></maps>"

static BcMaps *
load_own (void)
{
  g_autofree char *path = NULL;
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  int handle = g_file_open_tmp ("bodychart-own-XXXXXX.xml", &path, &error);
  const char *paths[] = { path, NULL };
  BcMaps *maps;

  g_assert_no_error (error);
  g_assert_true (g_close (handle, NULL));
  g_assert_true (g_file_set_contents (path, TEXT, -1, NULL));
  maps = bc_maps_load_with_own (paths, problems, &error);
  g_assert_no_error (error);
  if (problems->len > 0)
    g_error ("%s", (const char *) g_ptr_array_index (problems, 0));
  g_assert_cmpint (g_unlink (path), ==, 0);
  return maps;
}

static BcFindings *
match_text (const char   *text,
            const BcMaps *maps)
{
  g_autoptr(BcEvidence) evidence = evidence_from_text (text);

  return bc_match (evidence, maps);
}

static void
test_found (void)
{
  g_autoptr(BcMaps) maps = load_own ();
  g_autoptr(BcFindings) findings = match_text ("ear-right:tingling heel-right:tingling", maps);
  const BcFinding *first = g_ptr_array_index (findings->findings, 0);
  g_autofree char *name = bc_finding_dup_name (first);

  g_assert_cmpstr (first->pattern->id, ==, "own-ear-heel");
  g_assert_cmpint (first->side, ==, BC_SIDE_RIGHT);
  g_assert_cmpuint (first->explains->len, ==, 2);
  g_assert_cmpstr (name, ==, "Ear and heel (own map), right");
  g_assert_true (asks (findings, "own-d"));
}

static void
test_asked (void)
{
  g_autoptr(BcMaps) maps = load_own ();
  g_autoptr(BcFindings) bare = match_text ("ear-right heel-right", maps);
  g_autoptr(BcFindings) answered = match_text ("ear-right heel-right +own-d own-hum=aggravates", maps);
  const BcFinding *before = bc_findings_lookup (bare, "own-ear-heel", BC_SIDE_RIGHT);
  const BcFinding *after = bc_findings_lookup (answered, "own-ear-heel", BC_SIDE_RIGHT);
  guint n_reasons = 0;

  g_assert_cmpfloat (after->score, >, before->score);
  for (guint i = 0; i < after->reasons->len; i++)
    if (g_array_index (after->reasons, BcReason, i).kind == BC_REASON_ANSWER)
      n_reasons++;
  g_assert_cmpuint (n_reasons, ==, 2);
}

static void
test_red_flag (void)
{
  g_autoptr(BcMaps) maps = load_own ();
  g_autoptr(BcFindings) quiet = match_text ("heel-right ~own-bell", maps);
  g_autoptr(BcFindings) rings = match_text ("heel-right +own-bell", maps);

  g_assert_false (has_flag (quiet, "own-rf"));
  g_assert_true (has_flag (rings, "own-rf"));
}

/* What speaks for and against a map of the program stays the same to the last digit. */
static void
test_others_stay (void)
{
  g_autoptr(BcMaps) own = load_own ();
  g_autoptr(BcMaps) plain = bc_maps_load (NULL);

  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr(BcEvidence) evidence = random_evidence (seed);
      g_autoptr(BcFindings) findings = bc_match (evidence, plain);

      for (guint i = 0; i < MIN (findings->findings->len, 20); i++)
        {
          const BcFinding *finding = g_ptr_array_index (findings->findings, i);
          g_autoptr(BcFinding) again = bc_match_explain (evidence, own, finding->pattern->id, finding->side);

          g_assert_cmpfloat_with_epsilon (again->score, finding->score, 1e-12);
        }
    }
}

/* Tables are kept from match to match; maps that come and go must not be taken for each other. */
static void
test_maps_in_turn (void)
{
  for (guint turn = 0; turn < 3; turn++)
    {
      g_autoptr(BcMaps) own = load_own ();
      g_autoptr(BcFindings) with = match_text ("ear-right heel-right", own);
      g_autoptr(BcFindings) without = match_text ("ear-right heel-right", bc_maps_get_default ());

      g_assert_cmpint (rank_of (with, "own-ear-heel"), ==, 0);
      g_assert_cmpint (rank_of (without, "own-ear-heel"), ==, -1);
    }
}

/* A chart from elsewhere names what these maps do not have: it weighs nothing and harms nothing. */
static void
test_unknown_answers (void)
{
  g_autoptr(BcFindings) bare = match_text ("heel-right", bc_maps_get_default ());
  g_autoptr(BcFindings) foreign = match_text ("heel-right +own-d own-hum=aggravates", bc_maps_get_default ());
  const BcFinding *first = g_ptr_array_index (bare->findings, 0);
  const BcFinding *same = g_ptr_array_index (foreign->findings, 0);

  g_assert_true (first->pattern == same->pattern);
  g_assert_cmpfloat_with_epsilon (first->share, same->share, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-match/found", test_found);
  g_test_add_func ("/own-match/asked", test_asked);
  g_test_add_func ("/own-match/red-flag", test_red_flag);
  g_test_add_func ("/own-match/others-stay", test_others_stay);
  g_test_add_func ("/own-match/maps-in-turn", test_maps_in_turn);
  g_test_add_func ("/own-match/unknown-answers", test_unknown_answers);
  return g_test_run ();
}
