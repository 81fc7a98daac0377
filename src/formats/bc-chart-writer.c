/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"

#include "bc-visit-writer.h"

#include <string.h>

static void
write_patient (BcXmlText *to,
               BcChart   *chart)
{
  BcElement patient;

  if (bc_chart_get_sex (chart) == BC_SEX_UNKNOWN
      && bc_xml_text_is_empty (bc_chart_get_name (chart))
      && bc_xml_text_is_empty (bc_chart_get_birth_date (chart))
      && bc_xml_text_is_empty (bc_chart_get_reference (chart))
      && !bc_kept_has_any (bc_kept_get (chart), "/patient"))
    return;
  bc_element_begin (&patient, to, "patient", chart, "/patient");
  bc_element_attribute (to, "sex", bc_terms_get_id (&bc_sex_terms, (int) bc_chart_get_sex (chart)));
  bc_element_child_text (&patient, to, "name", bc_chart_get_name (chart));
  bc_element_child_text (&patient, to, "birth-date", bc_chart_get_birth_date (chart));
  bc_element_child_text (&patient, to, "reference", bc_chart_get_reference (chart));
  bc_element_end (&patient, to);
}

/**
 * bc_chart_write:
 * @chart: a chart
 *
 * Writes the chart file (resources/schemas/README.md) in memory. What was not given is left out. Text comes back
 * exactly as it was, except for characters that XML 1.0 cannot hold (control characters other than tab, line feed
 * and carriage return, and U+FFFE and U+FFFF): those are left out. What a newer minor version put into the file that
 * the chart was read from is written where it stood.
 *
 * Returns: (transfer full): the bytes; the same chart always gives the same bytes
 */
GBytes *
bc_chart_write (BcChart *chart)
{
  BcXmlText to = { NULL };
  BcElement root;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);

  to.out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  bc_element_begin (&root, &to, "chart", chart, "");
  bc_element_attribute (&to, "xmlns", BC_CHART_NAMESPACE);
  bc_element_number (&to, "version", BC_CHART_VERSION, 0);
  bc_element_number (&to, "minor", MAX (bc_kept_get_minor (chart), BC_CHART_MINOR), 0);
  bc_element_attribute (&to, "figure", bc_terms_get_id (&bc_figure_terms, (int) bc_chart_get_figure (chart)));
  write_patient (&to, chart);
  bc_element_after_all (&root, &to, "patient", 0);
  BC_ELEMENT_ALL (&root, &to, "visit", bc_chart_get_visits (chart), BcVisit, bc_visit_write);
  bc_element_end (&root, &to);
  return g_string_free_to_bytes (to.out);
}
