/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the numbers of a map rest on, in words. */
#include "bc-maps.h"

#include "bc-i18n.h"

/**
 * bc_grade_get_name:
 *
 * Returns: (transfer none): what a number of this grade rests on, in translated words
 */
const char *
bc_grade_get_name (BcGrade grade)
{
  switch (grade)
    {
    case BC_GRADE_A:
      return _("published figure for this area");
    case BC_GRADE_B:
      return _("follows a published map or consensus; the number is a judgement");
    case BC_GRADE_C:
    default:
      return _("clinical estimate");
    }
}

/**
 * bc_pattern_count_grade:
 *
 * Returns: how many zones of @pattern have this grade
 */
guint
bc_pattern_count_grade (const BcPattern *pattern,
                        BcGrade          grade)
{
  guint n = 0;

  g_return_val_if_fail (pattern != NULL, 0);
  for (guint i = 0; i < pattern->zones->len; i++)
    n += g_array_index (pattern->zones, BcZone, i).grade == grade;
  return n;
}

static char *
dup_count (BcGrade grade,
           guint   n)
{
  switch (grade)
    {
    case BC_GRADE_A:
      /* Translators: of how many areas of a map the number is a published one */
      return g_strdup_printf (ngettext_ ("%u area has a published figure", "%u areas have published figures", n), n);
    case BC_GRADE_B:
      /* Translators: how many areas of a map rest on a picture or a text without a number */
      return g_strdup_printf (ngettext_ ("%u area follows a published map or consensus with a judged number",
                                         "%u areas follow a published map or consensus with judged numbers", n), n);
    case BC_GRADE_C:
    default:
      /* Translators: how many areas of a map are estimates */
      return g_strdup_printf (ngettext_ ("%u area is a clinical estimate", "%u areas are clinical estimates", n), n);
    }
}

/**
 * bc_pattern_dup_evidence:
 *
 * What the map of @pattern rests on: how many of its areas have which grade, and what is known of its family. Meant to
 * stand beside a finding, so that a weak map is seen to be weak.
 *
 * Returns: (transfer full): one to three sentences, translated
 */
char *
bc_pattern_dup_evidence (const BcPattern *pattern)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *grades = NULL;

  g_return_val_if_fail (pattern != NULL, NULL);
  for (BcGrade grade = BC_GRADE_A; grade <= BC_GRADE_C; grade++)
    {
      guint n = bc_pattern_count_grade (pattern, grade);

      if (n > 0)
        g_ptr_array_add (parts, dup_count (grade, n));
    }
  g_ptr_array_add (parts, NULL);
  grades = g_strjoinv ("; ", (char **) parts->pdata);
  return g_strdup_printf (*pattern->family->evidence != '\0' ? "%s. %s" : "%s.%s", grades, pattern->family->evidence);
}
