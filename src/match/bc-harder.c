/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A case made harder, for measuring: vignettes are tidier than patients, who leave marks out, put some beside or
 * anywhere, and misunderstand questions. How often is an estimate; docs/matcher.md has the table.
 */

#include "bc-harder.h"

#include "bc-atlas.h"

#define MARK_LEFT_OUT 0.3
#define MARK_SPILLS 0.15
#define MARK_ASTRAY 0.3
#define CLEAR_LEFT_OUT (1.0 / 3)
#define ANSWER_LEFT_OUT (1.0 / 3)
#define ANSWER_TURNED 0.15

/* What every draw of one case starts from. */
typedef struct
{
  const char *name;
  guint       seed;
} Dice;

static guint64
mix (guint64 hash)
{
  hash = (hash ^ (hash >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash = (hash ^ (hash >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return hash ^ (hash >> 31);
}

static guint64
mix_text (guint64     hash,
          const char *text)
{
  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return mix (hash + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}

/*
 * A number 0 <= x < 1 that depends on seed, case, purpose and item only: the same on every machine, whatever the order
 * of the items and of the cases.
 */
static double
throw (const Dice *dice,
       const char *purpose,
       const char *item)
{
  guint64 hash = mix_text (mix_text (mix_text (mix (dice->seed), dice->name), purpose), item);

  return (double) (hash >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);
}

static void
copy_mark (BcEvidence       *to,
           BcRegion          region,
           const BcEvidence *from,
           BcRegion          like)
{
  to->share[region] = from->share[like];
  to->clarity[region] = from->clarity[like];
  to->nrs[region] = from->nrs[like];
  to->qualities[region] = from->qualities[like];
  to->site[region] = from->site[like];
  to->radiation[region] = from->radiation[like];
  to->deep[region] = from->deep[like];
  to->superficial[region] = from->superficial[like];
  to->symptoms[region] = from->symptoms[like];
  to->clear[region] = FALSE;
}

/* Any of the neighbours of @region, by chance. */
static BcRegion
pick_neighbour (const Dice *dice,
                BcRegion    region)
{
  BcRegion neighbours[BC_N_REGIONS];
  guint n = 0;

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if (i != region && bc_atlas_is_adjacent (BC_FIGURE_ADULT_FEMALE, region, (BcRegion) i))
      neighbours[n++] = (BcRegion) i;
  if (n == 0)
    return region;
  return neighbours[(guint) (throw (dice, "which neighbour", bc_region_get_id (region)) * n)];
}

static void
draw_marks (BcEvidence       *harder,
            const BcEvidence *evidence,
            const Dice       *dice)
{
  BcRegion surest = BC_REGION_NONE;
  double highest = -1;

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;
      double stays;

      if (evidence->share[i] <= 0)
        continue;
      stays = throw (dice, "mark", bc_region_get_id (region));
      if (stays > highest)
        {
          highest = stays;
          surest = region;
        }
      if (stays >= MARK_LEFT_OUT)
        copy_mark (harder, region, evidence, region);
    }
  if (surest != BC_REGION_NONE)
    copy_mark (harder, surest, evidence, surest);
}

static void
draw_beside (BcEvidence       *harder,
             const BcEvidence *evidence,
             const Dice       *dice)
{
  BcRegion anywhere = (BcRegion) (1 + (guint) (throw (dice, "where", "") * BC_N_REGIONS));
  BcRegion last = BC_REGION_NONE;

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;
      BcRegion beside;

      if (evidence->share[i] <= 0)
        continue;
      last = region;
      if (throw (dice, "spills", bc_region_get_id (region)) >= MARK_SPILLS)
        continue;
      beside = pick_neighbour (dice, region);
      if (evidence->share[beside] <= 0)
        copy_mark (harder, beside, evidence, region);
    }
  if (last != BC_REGION_NONE && throw (dice, "astray", "") < MARK_ASTRAY && harder->share[anywhere] <= 0)
    copy_mark (harder, anywhere, evidence, last);
}

static BcAnswerValue
turn_round (BcAnswerValue value)
{
  switch (value)
    {
    case BC_ANSWER_YES:
      return BC_ANSWER_NO;
    case BC_ANSWER_NO:
      return BC_ANSWER_YES;
    case BC_ANSWER_AGGRAVATES:
      return BC_ANSWER_EASES;
    case BC_ANSWER_EASES:
      return BC_ANSWER_AGGRAVATES;
    case BC_ANSWER_NO_EFFECT:
      return BC_ANSWER_AGGRAVATES;
    case BC_ANSWER_NONE:
    default:
      return BC_ANSWER_NONE;
    }
}

static void
give_answers (BcEvidence       *harder,
              const BcEvidence *evidence,
              const Dice       *dice)
{
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, evidence->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      BcAnswerValue answer = GPOINTER_TO_INT (value);

      if (throw (dice, "answer", id) < ANSWER_LEFT_OUT)
        continue;
      if (throw (dice, "misunderstood", id) < ANSWER_TURNED)
        answer = turn_round (answer);
      bc_evidence_answer (harder, id, answer);
    }
}

/**
 * bc_evidence_new_harder:
 * @evidence: what the visit of a case tells
 * @name: of the case
 * @seed: another number, another chart
 *
 * Makes a chart of the same patient that is less tidy: three tenths of the marks, a third of the clear regions and a third of
 * the answers are missing, one in seven of the others is turned round, beside 15 % of the marks a neighbouring region is
 * marked too, and in three tenths of the charts a region anywhere. At least one true mark stays. The same @evidence, @name
 * and @seed always give the same chart.
 *
 * Returns: (transfer full): the evidence of that chart; free with bc_evidence_free()
 */
BcEvidence *
bc_evidence_new_harder (const BcEvidence *evidence,
                        const char       *name,
                        guint             seed)
{
  const Dice dice = { name, seed };
  BcEvidence *harder;

  g_return_val_if_fail (evidence != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  harder = bc_evidence_new ();
  harder->age = evidence->age;
  harder->sex = evidence->sex;
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      harder->elsewhere[i] = evidence->elsewhere[i];
      harder->clear[i] = evidence->clear[i]
                         && throw (&dice, "clear", bc_region_get_id ((BcRegion) i)) >= CLEAR_LEFT_OUT;
    }
  draw_marks (harder, evidence, &dice);
  draw_beside (harder, evidence, &dice);
  give_answers (harder, evidence, &dice);
  return harder;
}
