/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-rule.h"

G_BEGIN_DECLS

/* The tree of a rule, shared by its parser and its evaluation. */

typedef enum
{
  BC_RULE_AND,
  BC_RULE_OR,
  BC_RULE_NOT,
  BC_RULE_REGION,   /* any of @areas marked, on @side */
  BC_RULE_QUALITY,  /* @quality marked in the one area of @areas, on either side */
  BC_RULE_ANSWER,   /* @answer is yes */
  BC_RULE_AGE_FROM, /* known, and @age or more */
  BC_RULE_AGE_BELOW /* known, and less than @age */
} BcRuleKind;

typedef enum
{
  BC_RULE_SIDE_ANY,
  BC_RULE_SIDE_LEFT,
  BC_RULE_SIDE_RIGHT,
  BC_RULE_SIDE_BOTH /* at least one area on each side, not necessarily the same one */
} BcRuleSide;

struct _BcRule
{
  BcRuleKind  kind;
  GPtrArray  *operands; /* of BcRule, for AND, OR and NOT */
  GArray     *areas;    /* of guint */
  BcRuleSide  side;
  BcQuality   quality;
  char       *answer;
  int         age;      /* whole years */
};

BcRule *bc_rule_new (BcRuleKind kind);

G_END_DECLS
