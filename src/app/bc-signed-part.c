/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-signed-part.h"

#include "bc-i18n.h"

/* The name under which a part keeps the tooltip that it has while it can be used. */
#define OWN_TOOLTIP "bc-own-tooltip"

static gboolean
has_reason (GtkWidget *part)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (part), _("Signed, and kept as it is; Correct… puts right what is wrong"))
         == 0;
}

/* What lies in a part that is greyed is not told to be so: GTK 4.8 tells it of that part alone. */
static void
tell_disabled (GtkWidget *part,
               gboolean   disabled)
{
  for (GtkWidget *child = gtk_widget_get_first_child (part); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_DISABLED,
                                   disabled || !gtk_widget_get_sensitive (child), -1);
      tell_disabled (child, disabled);
    }
}

/**
 * bc_signed_part_update:
 * @part: a widget, with all in it, that would change a visit
 * @visit: (nullable): that visit
 *
 * Greys @part while the visit is signed, and says why: by its tooltip, which is what a screen reader reads too. Call it
 * again whenever the visit was signed, or that was undone, and after the tooltip of @part was set.
 */
void
bc_signed_part_update (GtkWidget *part,
                       BcVisit   *visit)
{
  gboolean is_signed = visit != NULL && bc_visit_is_signed (visit);

  g_return_if_fail (GTK_IS_WIDGET (part));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  gtk_widget_set_sensitive (part, !is_signed);
  if (is_signed == has_reason (part))
    return;
  tell_disabled (part, is_signed);
  if (is_signed)
    {
      g_object_set_data_full (G_OBJECT (part), OWN_TOOLTIP, g_strdup (gtk_widget_get_tooltip_text (part)), g_free);
      gtk_widget_set_tooltip_text (part, _("Signed, and kept as it is; Correct… puts right what is wrong"));
    }
  else
    {
      gtk_widget_set_tooltip_text (part, g_object_get_data (G_OBJECT (part), OWN_TOOLTIP));
      g_object_set_data (G_OBJECT (part), OWN_TOOLTIP, NULL);
    }
}
