/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-atlas-private.h"

#include "bc-i18n.h"
#include "bc-svg-path.h"
#include "bc-xml.h"

#include <math.h>
#include <string.h>

/* A view box larger than this would be a mistake, not a body; it also bounds the id buffer. In mm. */
#define MAX_SIZE 4000.0

static void
clear_decoration (gpointer data)
{
  BcDecoration *decoration = data;

  g_clear_pointer (&decoration->path, bc_svg_path_free);
}

static GArray *
new_decorations (void)
{
  GArray *decorations = g_array_new (FALSE, FALSE, sizeof (BcDecoration));

  g_array_set_clear_func (decorations, clear_decoration);
  return decorations;
}

static gboolean
read_view_box (BcView         *self,
               const xmlNode  *root,
               GError        **error)
{
  g_autofree char *text = bc_xml_require (root, "viewBox", error);
  double values[4] = { 0 };
  char *at = text;

  if (text == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (values) && at != NULL; i++)
    {
      char *end = NULL;

      values[i] = g_ascii_strtod (at, &end);
      at = end != at && isfinite (values[i]) ? end : NULL;
    }
  if (at != NULL && at[strspn (at, " \t\r\n")] == '\0' && fabs (values[0]) <= MAX_SIZE && fabs (values[1]) <= MAX_SIZE
      && values[2] >= 1 && values[2] <= MAX_SIZE && values[3] >= 1 && values[3] <= MAX_SIZE)
    {
      self->box = (BcBox) { values[0], values[1], values[2], values[3] };
      return TRUE;
    }
  /* Translators: 1: text found in a drawing, 2: largest size in mm */
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, root, _("viewBox “%s” is not usable; "
                    "give “x y width height” in mm, each size from 1 to %d"), text, (int) MAX_SIZE);
  return FALSE;
}

static gboolean
read_region (BcView         *self,
             const xmlNode  *node,
             GError        **error)
{
  g_autofree char *id = bc_xml_require (node, "id", error);
  BcRegion region;

  if (id == NULL)
    return FALSE;
  region = bc_region_from_id (id);
  if (region == BC_REGION_NONE)
    {
      /* Translators: %s is an id found in a drawing */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, _("unknown region “%s”; "
                        "use an id of the region vocabulary with -left or -right"), id);
      return FALSE;
    }
  if (self->shapes[region].path != NULL)
    {
      /* Translators: %s is an id found in a drawing */
      bc_xml_set_error (error, BC_FILE_ERROR_VALUE, node, _("region “%s” is drawn twice; "
                        "put all its places into one path"), id);
      return FALSE;
    }
  self->shapes[region].path = bc_svg_path_new (node, error);
  return self->shapes[region].path != NULL;
}

static gboolean
read_optional (const xmlNode  *node,
               const char     *attribute,
               double          max,
               double         *value,
               GError        **error)
{
  g_autofree char *text = bc_xml_dup_attribute (node, attribute);

  return text == NULL || bc_xml_get_double (node, attribute, 0, max, value, error);
}

/* Shapes inherit what the group says, as in SVG: stroke-width and opacity. */
static gboolean
read_decorations (GArray         *decorations,
                  const xmlNode  *group,
                  gboolean        filled,
                  GError        **error)
{
  const char *opacity = filled ? "fill-opacity" : "stroke-opacity";
  BcDecoration inherited = { .opacity = 1, .width = filled ? 0 : 1 };

  if (!read_optional (group, opacity, 1, &inherited.opacity, error)
      || (!filled && !read_optional (group, "stroke-width", 100, &inherited.width, error)))
    return FALSE;
  for (const xmlNode *node = bc_xml_first (group); node != NULL; node = bc_xml_next (node))
    {
      BcDecoration decoration = inherited;

      if (!bc_xml_is (node, "path"))
        {
          bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node, _("found an element that is no path; "
                            "convert it to a path"));
          return FALSE;
        }
      if (!read_optional (node, opacity, 1, &decoration.opacity, error)
          || (!filled && !read_optional (node, "stroke-width", 100, &decoration.width, error)))
        return FALSE;
      decoration.path = bc_svg_path_new (node, error);
      if (decoration.path == NULL)
        return FALSE;
      g_array_append_val (decorations, decoration);
    }
  return TRUE;
}

static gboolean
read_regions (BcView         *self,
              const xmlNode  *group,
              GError        **error)
{
  for (const xmlNode *node = bc_xml_first (group); node != NULL; node = bc_xml_next (node))
    {
      if (!bc_xml_is (node, "path"))
        {
          bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node, _("found an element that is no path; "
                            "convert it to a path"));
          return FALSE;
        }
      if (!read_region (self, node, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_group (BcView         *self,
            const xmlNode  *group,
            GError        **error)
{
  g_autofree char *id = bc_xml_require (group, "id", error);

  if (id == NULL)
    return FALSE;
  if (strcmp (id, "regions") == 0)
    return read_regions (self, group, error);
  if (strcmp (id, "shading") == 0)
    return read_decorations (self->shading, group, TRUE, error);
  if (strcmp (id, "details") == 0)
    return read_decorations (self->details, group, FALSE, error);
  if (strcmp (id, "outline") == 0)
    return read_decorations (self->outline, group, FALSE, error);
  /* Translators: %s is an id found in a drawing; the four names are fixed ids, leave them as they are */
  bc_xml_set_error (error, BC_FILE_ERROR_VALUE, group, _("unknown group “%s”; "
                    "use regions, shading, details and outline"), id);
  return FALSE;
}

static gboolean
read_drawing (BcView         *self,
              const xmlNode  *root,
              GError        **error)
{
  if (!bc_xml_is (root, "svg"))
    {
      bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, root, _("the file is no SVG drawing; give one view of a figure"));
      return FALSE;
    }
  if (!read_view_box (self, root, error))
    return FALSE;
  for (const xmlNode *node = bc_xml_first (root); node != NULL; node = bc_xml_next (node))
    {
      if (bc_xml_is (node, "title") || bc_xml_is (node, "desc"))
        continue;
      if (!bc_xml_is (node, "g"))
        {
          bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, node, _("found an element that is no group; "
                            "use regions, shading, details and outline"));
          return FALSE;
        }
      if (!read_group (self, node, error))
        return FALSE;
    }
  if (self->outline->len > 0)
    return TRUE;
  bc_xml_set_error (error, BC_FILE_ERROR_SYNTAX, root, _("the drawing has no outline; add the group outline"));
  return FALSE;
}

/* Without antialiasing a pixel's alpha is exactly n of 255: it holds the region's number, never a blend of two. */
static void
rasterise (BcView *self)
{
  g_autoptr (cairo_t) cr = NULL;

  self->width = (int) ceil (self->box.width);
  self->height = (int) ceil (self->box.height);
  self->buffer = cairo_image_surface_create (CAIRO_FORMAT_A8, self->width, self->height);
  cr = cairo_create (self->buffer);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_translate (cr, -self->box.x, -self->box.y);
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      BcShape *shape = &self->shapes[region];
      double x2 = 0;
      double y2 = 0;

      if (shape->path == NULL)
        continue;
      cairo_append_path (cr, shape->path);
      cairo_path_extents (cr, &shape->box.x, &shape->box.y, &x2, &y2);
      shape->box.width = x2 - shape->box.x;
      shape->box.height = y2 - shape->box.y;
      cairo_set_source_rgba (cr, 0, 0, 0, region / 255.0);
      cairo_fill (cr);
    }
  cairo_surface_flush (self->buffer);
  self->ids = cairo_image_surface_get_data (self->buffer);
  self->stride = cairo_image_surface_get_stride (self->buffer);
}

/* How many bytes from @at on are as the first of them, of at most @n; rows have few changes. */
static int
count_equal (const guint8 *at,
             int           n)
{
  guint64 eight = at[0] * G_GUINT64_CONSTANT (0x0101010101010101);
  int length = 1;

  for (guint64 next; length + 8 <= n; length += 8)
    {
      memcpy (&next, at + length, sizeof next);
      if (next != eight)
        break;
    }
  while (length < n && at[length] == at[0])
    length++;
  return length;
}

/* A region that covers no pixel could never be clicked, so it is a mistake in the drawing. */
static gboolean
count_pixels (BcView      *self,
              const char  *name,
              GError     **error)
{
  guint counts[256] = { 0 };

  for (int y = 0; y < self->height; y++)
    {
      const guint8 *row = self->ids + (gsize) y * (gsize) self->stride;

      for (int x = 0, length; x < self->width; x += length)
        {
          length = count_equal (row + x, self->width - x);
          counts[row[x]] += (guint) length;
        }
    }
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      self->shapes[region].n_pixels = counts[region];
      if (self->shapes[region].path == NULL || counts[region] > 0)
        continue;
      /* Translators: 1: file name, 2: a region's id */
      g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE, _("%s:1: region “%s” covers less than 1 mm²; "
                   "draw it larger or leave it out"), name, bc_region_get_id ((BcRegion) region));
      return FALSE;
    }
  return TRUE;
}

/**
 * bc_view_load:
 * @svg: the bytes of a drawing as `resources/atlas` holds them
 * @name: what to call the file in errors
 * @figure: whom it shows
 * @view: from where
 * @error: return location for a #GError
 *
 * Reads one view: regions, decoration and the id buffer.
 *
 * Returns: (transfer full) (nullable): a view, or %NULL with @error in the domain %BC_FILE_ERROR
 */
BcView *
bc_view_load (GBytes      *svg,
              const char  *name,
              BcFigureId   figure,
              BcViewId     view,
              GError     **error)
{
  g_autoptr (BcView) self = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  gconstpointer data;
  gsize size = 0;

  g_return_val_if_fail (svg != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (svg, &size);
  doc = bc_xml_parse (data, size, name, error);
  if (doc == NULL)
    return NULL;
  self = g_new0 (BcView, 1);
  self->figure = figure;
  self->id = view;
  self->shading = new_decorations ();
  self->details = new_decorations ();
  self->outline = new_decorations ();
  if (!read_drawing (self, xmlDocGetRootElement (doc), error))
    return NULL;
  rasterise (self);
  if (!count_pixels (self, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * bc_view_free:
 * @self: (nullable): a view from bc_view_load(), never one from bc_atlas_get_view()
 *
 * Frees a view.
 */
void
bc_view_free (BcView *self)
{
  if (self == NULL)
    return;
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    {
      bc_svg_path_free (self->shapes[region].path);
      if (self->shapes[region].anchors != 0)
        g_array_unref ((GArray *) self->shapes[region].anchors);
    }
  bc_svg_path_free ((cairo_path_t *) self->borders);
  g_array_unref (self->shading);
  g_array_unref (self->details);
  g_array_unref (self->outline);
  g_clear_pointer (&self->buffer, cairo_surface_destroy);
  g_free (self);
}
