/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-support.h"

#include "bc-edit.h"

#include <glib/gstdio.h>

void
document_set_up (DocumentFixture *fixture,
                 gconstpointer    data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("bodychart-document-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "visit.bodychart", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->loop = g_main_loop_new (NULL, FALSE);
}

void
document_tear_down (DocumentFixture *fixture,
                    gconstpointer    data)
{
  g_autoptr(GFile) backup = bc_save_get_backup (fixture->file);

  g_remove (g_file_peek_path (fixture->file));
  g_remove (g_file_peek_path (backup));
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  g_clear_object (&fixture->result);
  g_main_loop_unref (fixture->loop);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  DocumentFixture *fixture = data;

  g_set_object (&fixture->result, result);
  g_main_loop_quit (fixture->loop);
}

gboolean
document_save (DocumentFixture  *fixture,
               BcDocument       *document,
               BcSaveFlags       flags,
               GError          **error)
{
  gboolean saved;

  bc_document_save_async (document, fixture->file, flags, NULL, ready_cb, fixture);
  g_main_loop_run (fixture->loop);
  saved = bc_document_save_finish (document, fixture->result, error);
  g_clear_object (&fixture->result);
  return saved;
}

BcDocument *
document_load (DocumentFixture  *fixture,
               GError          **error)
{
  BcDocument *document;

  bc_document_load_async (fixture->file, fixture->password, NULL, ready_cb, fixture);
  g_main_loop_run (fixture->loop);
  document = bc_document_load_finish (fixture->result, error);
  g_clear_object (&fixture->result);
  return document;
}

BcDocument *
document_new_with_mark (void)
{
  BcDocument *document = bc_document_new ();
  BcChart *chart = bc_document_get_chart (document);
  BcVisit *visit = bc_document_get_visit (document);
  BcSymptom *symptom = bc_edit_add_symptom (chart, visit);

  bc_edit_toggle_region (chart, visit, symptom, bc_region_from_id ("calf-upper-left"), BC_ROLE_SITE);
  bc_history_set_string (bc_chart_get_history (chart), chart, "name", "Ada Example");
  return document;
}
