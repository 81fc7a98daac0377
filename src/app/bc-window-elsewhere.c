/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who else has the chart of a window open. */

#include "bc-window-private.h"

#include "bc-i18n.h"
#include "bc-notice-bar.h"

/* Of one that was not heard of for so long nobody knows whether it still runs. */
#define SILENT_S (3 * BC_OWNER_TOUCH_S)

/* As "12 May 2026, 14:05". (transfer full) */
static char *
dup_moment (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autofree char *iso = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
  g_autofree char *day = iso != NULL ? bc_date_dup_display (iso) : g_strdup ("?");
  g_autofree char *clock = time != NULL ? g_date_time_format (time, "%R") : g_strdup ("?");

  /* Translators: 1: a date, 2: a time of the day */
  return g_strdup_printf (C_("moment", "%1$s, %2$s"), day, clock);
}

static gboolean
is_silent (const BcOwnerNote *other)
{
  return other->alive < g_get_real_time () / G_USEC_PER_SEC - SILENT_S;
}

static char *
dup_text (const BcOwnerNote *other)
{
  g_autofree char *since = dup_moment (other->time);
  g_autofree char *last = dup_moment (other->alive);
  /* Translators: a user and a computer */
  g_autofree char *who = other->user != NULL && other->host != NULL
                         ? g_strdup_printf (_("%1$s on %2$s"), other->user, other->host) : g_strdup (_("somebody"));

  if (is_silent (other))
    /* Translators: 1: somebody, 2: a date and a time */
    return g_strdup_printf (_("Open elsewhere: by %1$s, not heard of since %2$s"), who, last);
  /* Translators: 1: somebody, 2: a date and a time */
  return g_strdup_printf (_("Open elsewhere: by %1$s since %2$s"), who, since);
}

/**
 * _bc_window_tell_open_elsewhere:
 *
 * Says who else has the chart open, if anybody, until that is closed: two who work on one chart should talk to each
 * other. Where nobody may be there any more, the note can be taken over.
 */
void
_bc_window_tell_open_elsewhere (BcWindow *self)
{
  const BcOwnerNote *other = self->document != NULL ? bc_document_get_other (self->document) : NULL;
  g_autofree char *text = other != NULL ? dup_text (other) : NULL;
  gboolean silent = other != NULL && is_silent (other);

  bc_notice_bar_set_text (BC_NOTICE_BAR (self->notice_bar), text, silent ? _("_Open Anyway") : NULL,
                          silent ? "win.take-over" : NULL);
}

/**
 * _bc_window_take_over:
 *
 * Says from now on that the chart is open here, and no more that it is elsewhere.
 */
void
_bc_window_take_over (BcWindow *self)
{
  if (self->document == NULL || bc_document_get_other (self->document) == NULL)
    return;
  if (bc_document_take_over (self->document))
    _bc_window_toast (self, _("Others are now told that you have this chart open"));
  _bc_window_tell_open_elsewhere (self); /* nobody now, or somebody who has come meanwhile */
}
