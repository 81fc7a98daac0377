/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-stroke-reader.h"

#include "bc-chart-nodes.h"
#include "bc-format-words.h"
#include "bc-i18n.h"
#include "bc-kept.h"
#include "bc-stroke-text.h"

#include <string.h>

struct _BcStrokeReader
{
  guint     n_strokes;                 /* so far, in the whole chart */
  GArray   *points;                    /* of the stroke being read, of BcStrokePoint */
  BcCover   covers[BC_N_REGIONS];      /* likewise */
  guint     n_covers;
  gboolean  covered[BC_N_REGIONS + 1]; /* likewise */
};

static gboolean
read_points (gpointer        data,
             const xmlNode  *node,
             gpointer        parent,
             GError        **error)
{
  BcStrokeReader *self = data;
  g_autofree char *text = NULL;
  g_autofree char *problem = NULL;

  if (!bc_chart_node_dup_text (node, &text, error))
    return FALSE;
  problem = bc_stroke_text_read_points (text, self->points);
  if (problem == NULL)
    return TRUE;
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, "%s", problem);
  return FALSE;
}

static gboolean
read_cover (gpointer        data,
            const xmlNode  *node,
            gpointer        parent,
            GError        **error)
{
  static const char *const attributes[] = { "region", "share", "part", NULL };
  BcStrokeReader *self = data;
  BcCover cover;

  if (!bc_chart_node_check_empty (node, attributes, error)
      || !bc_chart_node_get_region (node, &cover.region, error)
      || !bc_xml_get_double (node, "share", 0, 1, &cover.share, error)
      || !bc_xml_get_double (node, "part", 0, 1, &cover.part, error))
    return FALSE;
  if (self->covered[cover.region])
    return bc_chart_node_set_twice (node, bc_region_get_id (cover.region), error);
  self->covered[cover.region] = TRUE;
  self->covers[self->n_covers++] = cover;
  return TRUE;
}

static gboolean
count_stroke (BcStrokeReader *self,
              const xmlNode  *node,
              GError        **error)
{
  if (self->n_strokes < BC_FORMAT_MAX_STROKES)
    {
      self->n_strokes++;
      return TRUE;
    }
  bc_xml_set_error (error, BC_FILE_ERROR_TOO_LARGE, node,
                    /* Translators: %d is a large number */
                    _("more than %d strokes; take strokes out"), BC_FORMAT_MAX_STROKES);
  return FALSE;
}

/**
 * bc_stroke_reader_new:
 *
 * Returns: (transfer full): a reader for all strokes of one chart
 */
BcStrokeReader *
bc_stroke_reader_new (void)
{
  BcStrokeReader *self = g_new0 (BcStrokeReader, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (BcStrokePoint));
  return self;
}

/**
 * bc_stroke_reader_free:
 * @self: a reader
 *
 * Frees @self; the strokes that it read live on.
 */
void
bc_stroke_reader_free (BcStrokeReader *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->points);
  g_free (self);
}

/**
 * bc_stroke_reader_read:
 * @self: a reader
 * @node: a `<stroke>`
 * @symptom: the symptom that it belongs to, which gets it
 * @drawing: in which of its drawings
 * @error: return location for a #BcFileError
 *
 * Returns: whether the stroke was read whole
 */
gboolean
bc_stroke_reader_read (BcStrokeReader  *self,
                       const xmlNode   *node,
                       BcSymptom       *symptom,
                       BcDrawing        drawing,
                       GError         **error)
{
  static const char *const attributes[] = { "figure", "view", "role", "width", NULL };
  static const BcChartChild children[] = {
    { "points", NULL, read_points, TRUE },
    { "cover", NULL, read_cover },
    { NULL },
  };
  g_autoptr(BcStroke) stroke = NULL;
  int figure = BC_FIGURE_ADULT_FEMALE;
  int view = BC_VIEW_FRONT;
  BcRole role = BC_ROLE_SITE;
  double width = 0;

  g_return_val_if_fail (self != NULL && node != NULL, FALSE);
  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), FALSE);

  if (!bc_chart_node_check_attributes (node, attributes, error)
      || !bc_chart_node_get_term (node, "figure", &bc_figure_terms, TRUE, &figure, error)
      || !bc_chart_node_get_term (node, "view", &bc_view_terms, TRUE, &view, error)
      || !bc_chart_node_get_role (node, &role, error)
      || !bc_xml_get_double (node, "width", BC_STROKE_WIDTH_LEAST, BC_STROKE_WIDTH_MOST, &width, error)
      || !count_stroke (self, node, error))
    return FALSE;
  g_array_set_size (self->points, 0);
  memset (self->covered, 0, sizeof self->covered);
  self->n_covers = 0;
  if (!bc_chart_node_read_children (self, node, children, symptom, error))
    return FALSE;
  if (self->points->len == 0)
    {
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node,
                        _("<stroke> without <points>; add where it runs, or take the stroke out"));
      return FALSE;
    }
  stroke = bc_stroke_new ((BcFigureId) figure, (BcViewId) view, role, width,
                          (const BcStrokePoint *) (gpointer) self->points->data, self->points->len, self->covers,
                          self->n_covers);
  g_list_store_append (bc_symptom_get_strokes_of (symptom, drawing), stroke);
  bc_kept_note_owner (node, stroke);
  return TRUE;
}
