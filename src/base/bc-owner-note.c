/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in a note. */

#include "bc-owner-private.h"

#include <string.h>
#include <unistd.h>

#define MAGIC "bodychart-lock 1\n"
#define MAX_NAME 64

/**
 * bc_owner_note_free:
 *
 * Frees a note; its file stays.
 */
void
bc_owner_note_free (BcOwnerNote *note)
{
  if (note == NULL)
    return;
  g_free (note->user);
  g_free (note->host);
  g_free (note->machine);
  g_free (note);
}

/* A name that anybody may have written is shown in a window: no controls, and not endless. */
static char *
dup_name (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *name = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), MAX_NAME));

  for (char *at = name; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  g_strstrip (name);
  return name[0] != '\0' ? g_steal_pointer (&name) : NULL;
}

static void
read_line (BcOwnerNote *note,
           const char  *line)
{
  if (g_str_has_prefix (line, "user ") && note->user == NULL)
    note->user = dup_name (line + strlen ("user "));
  else if (g_str_has_prefix (line, "host ") && note->host == NULL)
    note->host = dup_name (line + strlen ("host "));
  else if (g_str_has_prefix (line, "machine ") && note->machine == NULL)
    note->machine = dup_name (line + strlen ("machine "));
  else if (g_str_has_prefix (line, "pid "))
    note->pid = g_ascii_strtoll (line + strlen ("pid "), NULL, 10);
  else if (g_str_has_prefix (line, "time "))
    note->time = g_ascii_strtoll (line + strlen ("time "), NULL, 10);
}

/* Whatever stands there: who cannot be read is somebody. @touched: when the file was last changed */
BcOwnerNote *
bc_owner_parse_note (const char *text,
                     gint64      touched)
{
  BcOwnerNote *note = g_new0 (BcOwnerNote, 1);
  g_auto(GStrv) lines = NULL;

  note->time = touched;
  if (g_str_has_prefix (text, MAGIC))
    {
      lines = g_strsplit (text, "\n", -1);
      for (guint i = 1; lines[i] != NULL; i++)
        read_line (note, lines[i]);
    }
  note->alive = MAX (note->time, touched);
  return note;
}

/* Tells this machine from others that somebody gave the same name; nobody can tell the machine's own number from it. */
static char *
dup_machine (void)
{
  g_autofree char *id = NULL;
  g_autofree char *sum = NULL;

  if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL))
    return g_strdup ("");
  sum = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) MAGIC, strlen (MAGIC), id, -1);
  return g_strndup (sum, 16);
}

char *
bc_owner_dup_text (void)
{
  g_autofree char *machine = dup_machine ();

  return g_strdup_printf (MAGIC "user %s\nhost %s\nmachine %s\npid %d\ntime %" G_GINT64_FORMAT "\n", g_get_user_name (),
                          g_get_host_name (), machine, (int) getpid (), g_get_real_time () / G_USEC_PER_SEC);
}

gboolean
bc_owner_is_of_this_machine (const BcOwnerNote *note)
{
  g_autofree char *machine = dup_machine ();

  return g_strcmp0 (note->host, g_get_host_name ()) == 0
         && (note->machine == NULL || g_str_equal (note->machine, machine));
}

gboolean
bc_owner_is_same (const BcOwnerNote *one,
                  const BcOwnerNote *other)
{
  return one->time == other->time && one->pid == other->pid && g_strcmp0 (one->user, other->user) == 0
         && g_strcmp0 (one->host, other->host) == 0 && g_strcmp0 (one->machine, other->machine) == 0;
}
