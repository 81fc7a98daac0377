/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of red flags, and what is asked of them. */

#include "bc-rule.h"
#include "fuzz-support.h"

static gboolean
is_marked (gconstpointer data,
           BcRegion      region)
{
  return region % 2 == 0;
}

static gboolean
has_quality (gconstpointer data,
             BcRegion      region,
             BcQuality     quality)
{
  return region % 3 == 0;
}

static gboolean
is_yes (gconstpointer  data,
        const char    *answer)
{
  return answer[0] == 'b';
}

static int
get_age (gconstpointer data)
{
  return 50;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const BcRuleFacts facts = { is_marked, has_quality, is_yes, get_age };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GPtrArray) answers = NULL;
  g_autoptr(BcRule) rule = NULL;
  g_autoptr(GError) error = NULL;

  if (!g_utf8_validate (text, -1, NULL)) /* the XML reader sees to that */
    return 0;
  rule = bc_rule_parse (text, &error);
  g_assert_true ((rule == NULL) == (error != NULL));
  if (rule == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  bc_rule_evaluate (rule, &facts, NULL);
  answers = bc_rule_list_answers (rule);
  g_assert_nonnull (answers);
  return 0;
}
