/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A chart together with the file that it lives in. How it is read, saved, restored after a crash and told to others is
 * in the files beside this one.
 */

#include "bc-document-private.h"

#include "bc-i18n.h"

enum
{
  SIGNAL_WARNING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BcDocument, bc_document, G_TYPE_OBJECT)

static void
bc_document_dispose (GObject *object)
{
  BcDocument *self = BC_DOCUMENT (object);

  g_clear_pointer (&self->unsaved, bc_unsaved_free);
  bc_document_disown (self);
  g_clear_object (&self->visit);
  g_clear_object (&self->chart);
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
  g_clear_pointer (&self->warning, g_free);
  g_clear_pointer (&self->key, bc_key_unref);

  G_OBJECT_CLASS (bc_document_parent_class)->dispose (object);
}

static void
bc_document_class_init (BcDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bc_document_dispose;

  /**
   * BcDocument::warning:
   * @text: what the user has to know
   *
   * Unsaved work is not protected, or the like. What the user does goes on.
   */
  signals[SIGNAL_WARNING] = g_signal_new ("warning", BC_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bc_document_init (BcDocument *self)
{
}

/* Once is enough. */
static void
tell_unprotected (BcDocument *self,
                  const char *problem)
{
  if (!self->warned)
    g_signal_emit (self, signals[SIGNAL_WARNING], 0, problem);
  self->warned = TRUE;
}

/* A chart always has a visit to draw on; adding the first one is no edit of the user's. */
void
bc_document_take_chart (BcDocument *self,
                        BcChart    *chart)
{
  self->chart = chart;
  if (bc_chart_get_last_visit (chart) == NULL)
    {
      g_autofree char *today = bc_date_dup_today ();

      bc_chart_add_visit (chart, today);
    }
  self->unsaved = bc_unsaved_new (self, tell_unprotected);
}

/**
 * bc_document_new:
 *
 * Makes an empty chart with a visit of today and no file yet.
 *
 * Returns: (transfer full): the document
 */
BcDocument *
bc_document_new (void)
{
  BcDocument *self = g_object_new (BC_TYPE_DOCUMENT, NULL);

  bc_document_take_chart (self, bc_chart_new ());
  return self;
}

/**
 * bc_document_new_at:
 * @file: where it will be saved; it does not exist yet
 *
 * Makes an empty chart that has a place already.
 *
 * Returns: (transfer full): the document
 */
BcDocument *
bc_document_new_at (GFile *file)
{
  BcDocument *self = bc_document_new ();

  g_set_object (&self->file, file);
  return self;
}

/**
 * bc_document_new_of:
 * @chart: a chart that was read from @file
 * @etag: (nullable): of what was read
 * @key: (nullable): that it was sealed with
 *
 * Makes a document of a chart that somebody else has read.
 *
 * Returns: (transfer full): the document
 */
BcDocument *
bc_document_new_of (BcChart    *chart,
                    GFile      *file,
                    const char *etag,
                    BcKey      *key)
{
  BcDocument *self;

  g_return_val_if_fail (BC_IS_CHART (chart), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (BC_TYPE_DOCUMENT, NULL);
  bc_document_take_chart (self, g_object_ref (chart));
  g_set_object (&self->file, file);
  self->etag = g_strdup (etag);
  self->key = key != NULL ? bc_key_ref (key) : NULL;
  return self;
}

/**
 * bc_document_get_chart:
 *
 * Returns: (transfer none): the chart
 */
BcChart *
bc_document_get_chart (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->chart;
}

/**
 * bc_document_set_visit:
 * @visit: (nullable): one of the chart's visits; %NULL for the latest
 *
 * Chooses the visit that is worked on.
 */
void
bc_document_set_visit (BcDocument *self,
                       BcVisit    *visit)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));
  g_return_if_fail (visit == NULL || BC_IS_VISIT (visit));

  g_set_object (&self->visit, visit);
}

/**
 * bc_document_get_visit:
 *
 * Returns: (transfer none): the visit that is worked on: the one that was chosen while the chart has it, else the latest
 */
BcVisit *
bc_document_get_visit (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  if (self->visit != NULL && g_list_store_find (bc_chart_get_visits (self->chart), self->visit, NULL))
    return self->visit;
  return bc_chart_get_last_visit (self->chart);
}

/**
 * bc_document_get_file:
 *
 * Returns: (transfer none) (nullable): where it is saved
 */
GFile *
bc_document_get_file (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * bc_document_get_etag:
 *
 * Returns: (transfer none) (nullable): of the file as it was read or saved last
 */
const char *
bc_document_get_etag (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->etag;
}

/**
 * bc_document_get_key:
 *
 * Returns: (transfer none) (nullable): of a chart with a password
 */
BcKey *
bc_document_get_key (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  return self->key;
}

/**
 * bc_document_set_key:
 * @key: (nullable): %NULL takes the password away
 *
 * From the next save on, and for unsaved work at once, the chart has this password. It counts as unsaved until then.
 */
void
bc_document_set_key (BcDocument *self,
                     BcKey      *key)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));

  if (self->key == key)
    return;
  g_clear_pointer (&self->key, bc_key_unref);
  self->key = key != NULL ? bc_key_ref (key) : NULL;
  bc_history_set_unsaved (bc_chart_get_history (self->chart));
  bc_unsaved_update (self->unsaved);
}

/**
 * bc_document_see:
 * @etag: (nullable): of what is in the file
 *
 * What somebody else saved there has been seen, and may be replaced by the next save.
 */
void
bc_document_see (BcDocument *self,
                 const char *etag)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));

  g_free (self->etag);
  self->etag = g_strdup (etag);
}

/**
 * bc_document_detach:
 *
 * Forgets the file, so that a sample is never written over.
 */
void
bc_document_detach (BcDocument *self)
{
  g_return_if_fail (BC_IS_DOCUMENT (self));

  bc_document_disown (self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->etag, g_free);
}

/**
 * bc_document_is_modified:
 *
 * Returns: whether anything would be lost by closing now
 */
gboolean
bc_document_is_modified (BcDocument *self)
{
  g_return_val_if_fail (BC_IS_DOCUMENT (self), FALSE);

  return bc_history_get_modified (bc_chart_get_history (self->chart));
}

/**
 * bc_document_dup_title:
 *
 * Returns: (transfer full): the patient's name or reference number, else the name of the file, or what to call a chart
 *   that has none of them
 */
char *
bc_document_dup_title (BcDocument *self)
{
  const char *name;

  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);

  name = bc_chart_get_name (self->chart);
  if (name[0] != '\0')
    return g_strdup (name);
  if (bc_chart_get_reference (self->chart)[0] != '\0')
    return g_strdup (bc_chart_get_reference (self->chart));
  if (self->file != NULL)
    {
      g_autofree char *base = g_file_get_basename (self->file);

      if (g_str_has_suffix (base, BC_CHART_SUFFIX))
        base[strlen (base) - strlen (BC_CHART_SUFFIX)] = '\0';
      return g_filename_display_name (base);
    }
  return g_strdup (_("New chart"));
}

/**
 * bc_document_dup_file_name:
 * @suffix: with its dot, as ".pdf"
 *
 * A name to suggest for a file: the reference number and the day of the visit, never the patient's name,
 * because file names are seen by others.
 *
 * Returns: (transfer full): the name
 */
char *
bc_document_dup_file_name (BcDocument *self,
                           const char *suffix)
{
  g_autofree char *reference = NULL;
  BcVisit *visit;

  g_return_val_if_fail (BC_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  visit = bc_document_get_visit (self);
  reference = g_strdup (bc_chart_get_reference (self->chart));
  g_strstrip (g_strdelimit (reference, "/\\:*?\"<>|.\n\t", '-'));
  return g_strdup_printf ("%s-%s%s", reference[0] != '\0' ? reference : "chart", bc_visit_get_date (visit), suffix);
}
