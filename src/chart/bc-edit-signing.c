/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-edit-private.h"

#include "bc-history-private.h"
#include "bc-i18n.h"

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
check_who (const char  *who,
           GError     **error)
{
  if (!is_blank (who))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _("Nobody is named who signs; write the clinician’s name"));
  return FALSE;
}

/**
 * bc_edit_may:
 * @chart: the document
 * @visit: one of its visits
 *
 * Asked by edits before they begin. Who listens to the history is told of a refusal.
 *
 * Returns: whether @visit may be changed: it is not signed
 */
gboolean
bc_edit_may (BcChart *chart,
             BcVisit *visit)
{
  if (visit == NULL || !bc_visit_is_signed (visit))
    return TRUE;
  bc_history_refuse (bc_chart_get_history (chart));
  return FALSE;
}

/**
 * bc_edit_sign:
 * @chart: the document
 * @visit: one of its visits
 * @who: the clinician
 * @when: now, as bc_time_is_valid() has it
 * @error: return location for a #GIOErrorEnum
 *
 * Closes a visit: from now on every edit of it is refused, and bc_edit_add_correction() puts right what is wrong. A slip
 * can be undone until the chart is saved; bc_history_set_saved() makes it final.
 *
 * Returns: whether it was signed; %FALSE also where it was signed before
 */
gboolean
bc_edit_sign (BcChart     *chart,
              BcVisit     *visit,
              const char  *who,
              const char  *when,
              GError     **error)
{
  BcHistory *history;

  g_return_val_if_fail (BC_IS_CHART (chart), FALSE);
  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (bc_time_is_valid (when), FALSE);

  if (bc_visit_is_signed (visit))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, _("The visit is signed already; add a correction"));
      return FALSE;
    }
  if (!check_who (who, error))
    return FALSE;
  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Sign the visit"));
  bc_history_set_string (history, visit, "signed-by", who);
  bc_history_set_string (history, visit, "signed-when", when);
  bc_history_make_final (history);
  bc_history_end (history);
  return TRUE;
}

/**
 * bc_edit_add_correction:
 * @chart: the document
 * @visit: one of its visits, signed
 * @field: what is corrected, as bc_visit_dup_field() takes it
 * @after: (nullable): what should be there; "" to take it back
 * @who: the clinician
 * @when: now, as bc_time_is_valid() has it
 * @error: return location for a #GIOErrorEnum
 *
 * Adds a correction to a signed visit. What the field said until now is kept with it, and the field itself stays as it
 * was signed, so that both can be read. As a signature, it can be undone until the chart is saved.
 *
 * Returns: whether it was added
 */
gboolean
bc_edit_add_correction (BcChart     *chart,
                        BcVisit     *visit,
                        const char  *field,
                        const char  *after,
                        const char  *who,
                        const char  *when,
                        GError     **error)
{
  g_autoptr(BcCorrection) correction = NULL;
  g_autofree char *before = NULL;
  BcHistory *history;

  g_return_val_if_fail (BC_IS_CHART (chart), FALSE);
  g_return_val_if_fail (BC_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (field != NULL && *field != '\0', FALSE);
  g_return_val_if_fail (bc_time_is_valid (when), FALSE);

  if (!bc_visit_is_signed (visit))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("The visit is not signed; change it instead of correcting it"));
      return FALSE;
    }
  if (!check_who (who, error))
    return FALSE;
  before = bc_visit_dup_field (visit, field);
  if (g_strcmp0 (before != NULL ? before : "", after != NULL ? after : "") == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("The correction changes nothing; write what should be there"));
      return FALSE;
    }
  correction = bc_correction_new ();
  g_object_set (correction, "field", field, "before", before, "after", after, "who", who, "when", when, NULL);
  history = bc_chart_get_history (chart);
  bc_history_begin (history, _("Add a correction"));
  bc_history_append (history, bc_visit_get_corrections (visit), correction);
  bc_history_make_final (history);
  bc_history_end (history);
  return TRUE;
}
