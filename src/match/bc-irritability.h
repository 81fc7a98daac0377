/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-evidence.h"

G_BEGIN_DECLS

/**
 * BcIrritability:
 * @BC_IRRITABILITY_NONE: not irritable, or nothing is known of it
 * @BC_IRRITABILITY_INTENSE: 7 or more of 10 now
 * @BC_IRRITABILITY_CONSTANT: the strongest symptom never stops
 * @BC_IRRITABILITY_NIGHT: constant at night, and no position eases
 * @BC_IRRITABILITY_PROVOKED: many things make it worse, and none better
 * @BC_IRRITABILITY_CLOCK: by the clock: it comes on soon or strong, or takes long to settle
 *
 * What makes a complaint irritable: flags.
 */
typedef enum
{
  BC_IRRITABILITY_NONE = 0,
  BC_IRRITABILITY_INTENSE = 1 << 0,
  BC_IRRITABILITY_CONSTANT = 1 << 1,
  BC_IRRITABILITY_NIGHT = 1 << 2,
  BC_IRRITABILITY_PROVOKED = 1 << 3,
  BC_IRRITABILITY_CLOCK = 1 << 4
} BcIrritability;

BcIrritability bc_evidence_get_irritability (const BcEvidence *evidence); /* none where it is not irritable */
char          *bc_irritability_dup_text     (BcIrritability    irritability) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
