/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-maps-private.h"

#include "bc-i18n.h"
#include "bc-xml.h"

void
bc_published_figure_free (BcPublishedFigure *figure)
{
  g_free (figure->name);
  g_clear_pointer (&figure->areas, g_array_unref);
  g_free (figure->note);
  g_free (figure);
}

static gboolean
read_references (const BcMaps       *maps,
                 BcPublishedFigure  *figure,
                 const xmlNode      *node,
                 GError            **error)
{
  g_auto(GStrv) pattern = NULL;
  g_auto(GStrv) source = NULL;

  if (!bc_maps_read_ids (maps, node, "pattern", BC_ITEM_PATTERN, TRUE, &pattern, error)
      || !bc_maps_read_ids (maps, node, "source", BC_ITEM_SOURCE, TRUE, &source, error))
    return FALSE;
  if (pattern[1] != NULL || source[1] != NULL)
    {
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node,
                        _("a figure belongs to one pattern and one source; keep one id of each"));
      return FALSE;
    }
  figure->pattern = bc_maps_lookup_pattern (maps, pattern[0]);
  figure->source = bc_maps_lookup_source (maps, source[0]);
  return TRUE;
}

static gboolean
read_attributes (const BcMaps       *maps,
                 BcPublishedFigure  *figure,
                 const xmlNode      *node,
                 GError            **error)
{
  int followed = 1;

  if (!bc_maps_check_attributes (node, "pattern percent n source areas followed", error)
      || !read_references (maps, figure, node, error)
      || !bc_maps_read_number (node, "percent", TRUE, 100, &figure->percent, error)
      || (figure->areas = bc_maps_read_areas (node, error)) == NULL
      || !bc_maps_read_choice (node, "followed", "no|yes", &followed, error))
    return FALSE;
  figure->followed = followed == 1;
  return xmlHasProp ((xmlNode *) node, BAD_CAST "n") == NULL
         || bc_xml_get_int (node, "n", 1, G_MAXINT, &figure->n, error);
}

static gboolean
read_figure (BcMaps         *maps,
             const xmlNode  *node,
             GError        **error)
{
  g_autoptr(BcPublishedFigure) figure = g_new0 (BcPublishedFigure, 1);

  if (!read_attributes (maps, figure, node, error))
    return FALSE;
  for (const xmlNode *child = bc_xml_first (node); child != NULL; child = bc_xml_next (child))
    {
      gboolean read = FALSE;

      if (bc_xml_is (child, "name"))
        read = bc_maps_read_text (child, TRUE, &figure->name, error);
      else if (bc_xml_is (child, "note"))
        read = bc_maps_read_text (child, FALSE, &figure->note, error);
      else
        bc_maps_refuse_child (child, "name note", error);
      if (!read)
        return FALSE;
    }
  if (!bc_maps_require_text (node, "name", figure->name, error)
      || (!figure->followed && !bc_maps_require_text (node, "note", figure->note, error)))
    return FALSE;
  if (figure->note == NULL)
    figure->note = g_strdup ("");
  g_ptr_array_add (maps->figures, g_steal_pointer (&figure));
  return TRUE;
}

/**
 * bc_published_figures_read:
 *
 * Reads shares of patients as they were published.
 */
gboolean
bc_published_figures_read (BcMaps         *maps,
                           const xmlNode  *root,
                           GError        **error)
{
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "figure"))
        return bc_maps_refuse_child (node, "figure", error);
      if (!read_figure (maps, node, error))
        return FALSE;
    }
  return bc_maps_check_attributes (root, "", error);
}

/**
 * bc_maps_list_figures:
 *
 * Returns: (transfer container): of const BcPublishedFigure: what was published about @pattern, perhaps nothing
 */
GPtrArray *
bc_maps_list_figures (const BcMaps    *maps,
                      const BcPattern *pattern)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (maps != NULL && pattern != NULL, list);
  for (guint i = 0; i < maps->figures->len; i++)
    {
      BcPublishedFigure *figure = g_ptr_array_index (maps->figures, i);

      if (figure->pattern == pattern)
        g_ptr_array_add (list, figure);
    }
  return list;
}

/**
 * bc_published_figure_get_range:
 * @least: (out): 0..1, if the areas are always marked together: the largest probability among them
 * @most: (out): 0..1, if they are marked independently of each other
 *
 * What the zones of the pattern say about the same area, on the side of the source or a fixed side: how often at least
 * one of its areas is marked. Neighbours are marked together more often than by chance, so the truth of the map lies
 * between the two.
 */
void
bc_published_figure_get_range (const BcPublishedFigure *figure,
                               double                  *least,
                               double                  *most)
{
  double none = 1;

  g_return_if_fail (figure != NULL && least != NULL && most != NULL);

  *least = 0;
  for (guint i = 0; i < figure->areas->len; i++)
    {
      guint area = g_array_index (figure->areas, guint, i);
      double left = bc_pattern_get_probability (figure->pattern, BC_SIDE_LEFT, bc_region_new (area, BC_SIDE_LEFT));
      double right = bc_pattern_get_probability (figure->pattern, BC_SIDE_RIGHT, bc_region_new (area, BC_SIDE_RIGHT));

      *least = MAX (*least, MAX (left, right));
      none *= 1 - MAX (left, right);
    }
  *most = 1 - none;
}
