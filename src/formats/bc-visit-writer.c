/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-visit-writer.h"

#include "bc-region.h"

static void
write_clear (BcXmlText *to,
             BcMark    *clear)
{
  BcElement element;

  bc_element_begin (&element, to, "clear", clear, "");
  bc_element_attribute (to, "region", bc_region_get_id (bc_mark_get_region (clear)));
  bc_element_attribute (to, "unconfirmed", bc_mark_get_unconfirmed (clear) ? "yes" : NULL);
  bc_element_end (&element, to);
}

static void
write_answer (BcXmlText *to,
              BcAnswer  *answer)
{
  BcElement element;
  const char *value = bc_terms_get_id (&bc_answer_terms, (int) bc_answer_get_value (answer));

  if (value == NULL) /* not asked */
    return;
  bc_element_begin (&element, to, "answer", answer, "");
  bc_element_attribute (to, "id", bc_answer_get_id (answer));
  bc_element_attribute (to, "value", value);
  bc_element_attribute (to, "unconfirmed", bc_answer_get_unconfirmed (answer) ? "yes" : NULL);
  bc_element_end (&element, to);
}

static void
write_tick (BcXmlText *to,
            BcTick    *tick)
{
  BcElement element;

  bc_element_begin (&element, to, "tick", tick, "");
  bc_element_attribute (to, "pattern", bc_tick_get_pattern (tick));
  bc_element_attribute (to, "side", bc_side_get_id ((BcSide) bc_tick_get_side (tick)));
  bc_element_end (&element, to);
}

static void
write_flag_action (BcXmlText    *to,
                   BcFlagAction *action)
{
  BcElement element;

  bc_element_begin (&element, to, "flag-action", action, "");
  bc_element_attribute (to, "flag", bc_flag_action_get_flag (action));
  bc_element_attribute (to, "action", bc_terms_get_id (&bc_action_terms, (int) bc_flag_action_get_action (action)));
  bc_element_attribute (to, "when", bc_flag_action_get_when (action));
  bc_element_attribute (to, "by", bc_flag_action_get_who (action));
  bc_element_attribute (to, "lowered", bc_flag_action_get_lowered (action) ? "yes" : NULL);
  bc_element_text (to, bc_flag_action_get_comment (action));
}

static void
write_link (BcXmlText *to,
            BcLink    *link)
{
  BcElement element;

  bc_element_begin (&element, to, "link", link, "");
  bc_element_number (to, "from", bc_link_get_from (link), 0);
  bc_element_number (to, "to", bc_link_get_to (link), 0);
  bc_element_attribute (to, "brings-on", bc_terms_get_id (&bc_answer_terms, (int) bc_link_get_value (link)));
  bc_element_end (&element, to);
}

static void
write_retest (BcXmlText *to,
              BcRetest  *retest)
{
  BcElement element;

  bc_element_begin (&element, to, "retest", retest, "");
  bc_element_child_text (&element, to, "sign", bc_retest_get_sign (retest));
  bc_element_child_text (&element, to, "result", bc_retest_get_result (retest));
  bc_element_end (&element, to);
}

static void
write_signed (BcXmlText *to,
              BcElement *parent,
              BcVisit   *visit)
{
  BcElement element;

  if (bc_visit_is_signed (visit))
    {
      bc_element_begin (&element, to, "signed", visit, "/signed");
      bc_element_attribute (to, "when", bc_visit_get_signed_when (visit));
      bc_element_attribute (to, "by", bc_visit_get_signed_by (visit));
      bc_element_end (&element, to);
    }
  bc_element_after_all (parent, to, "signed", 0);
}

static void
write_correction (BcXmlText    *to,
                  BcCorrection *correction)
{
  BcElement element;

  bc_element_begin (&element, to, "correction", correction, "");
  bc_element_attribute (to, "field", bc_correction_get_field (correction));
  bc_element_attribute (to, "when", bc_correction_get_when (correction));
  bc_element_attribute (to, "by", bc_correction_get_who (correction));
  bc_element_child_text (&element, to, "before", bc_correction_get_before (correction));
  bc_element_child_text (&element, to, "after", bc_correction_get_after (correction));
  bc_element_end (&element, to);
}

/**
 * bc_visit_write:
 * @to: where to
 * @visit: a visit
 *
 * Writes a `<visit>` with all that is in it, always in the same order.
 */
void
bc_visit_write (BcXmlText *to,
                BcVisit   *visit)
{
  BcElement element;

  bc_element_begin (&element, to, "visit", visit, "");
  bc_element_attribute (to, "date", bc_visit_get_date (visit));
  bc_element_number (to, "age", bc_visit_get_age (visit), BC_AGE_UNKNOWN);
  bc_element_child_text (&element, to, "clinician", bc_visit_get_clinician (visit));
  BC_ELEMENT_ALL (&element, to, "symptom", bc_visit_get_symptoms (visit), BcSymptom, bc_symptom_write);
  bc_element_child_text (&element, to, "relation", bc_visit_get_relation (visit));
  BC_ELEMENT_ALL (&element, to, "link", bc_visit_get_links (visit), BcLink, write_link);
  BC_ELEMENT_ALL (&element, to, "clear", bc_visit_get_clears (visit), BcMark, write_clear);
  BC_ELEMENT_ALL (&element, to, "answer", bc_visit_get_answers (visit), BcAnswer, write_answer);
  BC_ELEMENT_ALL (&element, to, "tick", bc_visit_get_ticks (visit), BcTick, write_tick);
  BC_ELEMENT_ALL (&element, to, "flag-action", bc_visit_get_flag_actions (visit), BcFlagAction, write_flag_action);
  BC_ELEMENT_ALL (&element, to, "retest", bc_visit_get_retests (visit), BcRetest, write_retest);
  bc_element_child_text (&element, to, "notes", bc_visit_get_notes (visit));
  bc_element_child_text (&element, to, "plan", bc_visit_get_plan (visit));
  write_signed (to, &element, visit);
  BC_ELEMENT_ALL (&element, to, "correction", bc_visit_get_corrections (visit), BcCorrection, write_correction);
  bc_element_end (&element, to);
}
