/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-maps.h"

G_BEGIN_DECLS

/**
 * BcRuleFacts:
 *
 * What a rule may ask. @data is handed to each function.
 */
typedef struct
{
  gboolean (*is_marked)   (gconstpointer data, BcRegion region);
  gboolean (*has_quality) (gconstpointer data, BcRegion region, BcQuality quality);
  gboolean (*is_yes)      (gconstpointer data, const char *answer);
  int      (*get_age)     (gconstpointer data); /* whole years, negative where unknown */
} BcRuleFacts;

BcRule     *bc_rule_parse    (const char        *text,
                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    bc_rule_evaluate (const BcRule      *rule,
                              const BcRuleFacts *facts,
                              gconstpointer      data);
GPtrArray  *bc_rule_list_answers (const BcRule  *rule); /* (transfer container) of ids named in the rule */
void        bc_rule_free     (BcRule            *rule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BcRule, bc_rule_free)

G_END_DECLS
