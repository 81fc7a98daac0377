/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-chart-file.h"
#include "bc-xml.h"
#include "full-chart.h"

#include <libxml/relaxng.h>
#include <string.h>

#define STROKE(attributes, children) \
  "<visit date=\"2026-05-12\"><symptom number=\"1\"><stroke " attributes ">" children "</stroke></symptom></visit>"

static xmlRelaxNG *schema;
static xmlRelaxNG *schema_1; /* of older versions */
static xmlRelaxNG *schema_2;

static void
keep_message_cb (void        *data,
                 const char  *format,
                 ...)
{
  va_list args;

  va_start (args, format);
  g_string_append_vprintf (data, format, args);
  va_end (args);
}

static gboolean
is_valid (xmlRelaxNG *grammar,
          const char *text,
          gsize       size,
          GString    *messages)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(xmlDoc) doc = bc_xml_parse (text, size, "a.bodychart", &error);
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (grammar);
  gboolean valid;

  g_assert_no_error (error);
  xmlRelaxNGSetValidErrors (context, keep_message_cb, keep_message_cb, messages);
  valid = xmlRelaxNGValidateDoc (context, doc) == 0;
  xmlRelaxNGFreeValidCtxt (context);
  return valid;
}

static void
assert_valid (const char *name,
              GBytes     *bytes)
{
  g_autoptr(GString) messages = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(BcChart) chart = NULL;

  if (!is_valid (schema, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), messages))
    g_error ("%s: %s", name, messages->str);
  chart = bc_chart_parse (bytes, name, &error);
  g_assert_no_error (error);
}

static void
test_written (void)
{
  g_autoptr(BcChart) full = full_chart_new ();
  g_autoptr(BcChart) empty = bc_chart_new ();
  g_autoptr(GBytes) full_bytes = bc_chart_write (full);
  g_autoptr(GBytes) empty_bytes = bc_chart_write (empty);

  assert_valid ("full", full_bytes);
  assert_valid ("empty", empty_bytes);
}

/* The example that others write their programs by. */
static void
test_documented_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "schemas", "README.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  const char *start;
  const char *end;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  start = strstr (text, "```xml\n");
  g_assert_nonnull (start);
  start += strlen ("```xml\n");
  end = strstr (start, "```\n");
  g_assert_nonnull (end);
  bytes = g_bytes_new (start, (gsize) (end - start));
  assert_valid (path, bytes);
}

static void
test_samples (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "resources", "samples", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GBytes) bytes = NULL;

      if (!g_str_has_suffix (name, BC_CHART_SUFFIX))
        continue;
      bytes = bc_load_bytes (file, BC_XML_MAX_BYTES, NULL, NULL, &error);
      g_assert_no_error (error);
      assert_valid (path, bytes);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

/* The schema must not be so wide that it tells nothing. */
static void
test_refuses (void)
{
  static const char *const bodies[] = {
    "<stroke/>",
    STROKE ("figure=\"dog\" view=\"front\" role=\"site\" width=\"25\"", "<points>1,2</points>"),
    STROKE ("figure=\"child\" view=\"top\" role=\"site\" width=\"25\"", "<points>1,2</points>"),
    STROKE ("figure=\"child\" view=\"front\" role=\"clear\" width=\"25\"", "<points>1,2</points>"),
    STROKE ("figure=\"child\" view=\"front\" role=\"site\" width=\"151\"", "<points>1,2</points>"),
    STROKE ("figure=\"child\" view=\"front\" role=\"site\" width=\"25\"", ""),
    STROKE ("figure=\"child\" view=\"front\" role=\"site\" width=\"25\"", "<points>nan,2</points>"),
    STROKE ("figure=\"child\" view=\"front\" role=\"site\" width=\"25\"", "<points>1,2</points><points>1,2</points>"),
    STROKE ("figure=\"child\" view=\"front\" role=\"site\" width=\"25\"",
            "<points>1,2</points><cover region=\"heel-left\" share=\"1.1\" part=\"1\"/>"),
    "<visit date=\"2026-05-12\"><relation/><relation/></visit>",
    "<patient sex=\"x\"/>",
    "<patient/><patient/>",
    "<visit/>",
    "<visit date=\"12.5.2026\"/>",
    "<visit date=\"2026-05-12\" age=\"131\"/>",
    "<visit date=\"2026-05-12\"><notes/><notes/></visit>",
    "<visit date=\"2026-05-12\">text</visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"0\"/></visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"1\" now=\"11\"/></visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"1\" now=\"NaN\"/></visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"1\" qualities=\"dull\"/></visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"1\"><mark region=\"heel\" role=\"site\"/></symptom></visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"1\"><mark region=\"heel-left\" role=\"clear\"/></symptom></visit>",
    "<visit date=\"2026-05-12\"><clear/></visit>",
    "<visit date=\"2026-05-12\"><answer id=\"d-slr\" value=\"maybe\"/></visit>",
    "<visit date=\"2026-05-12\"><tick pattern=\"root-l5\" side=\"middle\"/></visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"1\"><onset kind=\"x\"/></symptom></visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"1\"><day-course night=\"\"/></symptom></visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"1\"><factor id=\"sitting\"/></symptom></visit>",
    "<visit date=\"2026-05-12\"><link from=\"1\" to=\"2\" brings-on=\"maybe\"/></visit>",
    "<visit date=\"2026-05-12\"><signed by=\"J\"/></visit>",
    "<visit date=\"2026-05-12\"><signed when=\"2026-05-12T10:40:00Z\" by=\"J\"/><correction field=\"plan\"/></visit>",
    "<visit date=\"2026-05-12\"><retest><sign/><sign/></retest></visit>",
    "<visit date=\"2026-05-12\"><symptom number=\"1\" resolved=\"no\"/></visit>",
    "<visit date=\"2026-05-12\"><answer id=\"d-slr\" value=\"yes\" unconfirmed=\"\"/></visit>",
    "<visit date=\"2026-05-12\"><flag-action action=\"referred\" when=\"2026-05-12T10:40:00Z\"/></visit>",
    "<visit date=\"2026-05-12\"><flag-action flag=\"rf-motor\" action=\"x\" when=\"2026-05-12T10:40:00Z\"/></visit>",
    "<visit date=\"2026-05-12\"><flag-action flag=\"rf-motor\" action=\"referred\" when=\"today\"/></visit>",
    "<visit date=\"2026-05-12\"><flag-action flag=\"rf-motor\" action=\"referred\" when=\"2026-05-12T10:40:00Z\""
    " lowered=\"no\">a</flag-action></visit>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *text = g_strconcat ("<chart xmlns=\"" BC_CHART_NAMESPACE "\" version=\"3\" figure=\"child\">",
                                           bodies[i], "</chart>", NULL);
      g_autoptr(GString) messages = g_string_new (NULL);
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr(GError) error = NULL;

      if (is_valid (schema, text, strlen (text), messages))
        g_error ("the schema takes %s", bodies[i]);
      g_assert_null (bc_chart_parse (bytes, "a", &error));
      g_assert_nonnull (error);
    }
}

/* One file of each older version, kept for ever: a chart by the schema of its version, and by no other. */
static void
test_older_versions (void)
{
  xmlRelaxNG *const schemas[] = { schema_1, schema_2, schema };

  for (guint version = 1; version < BC_CHART_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("version-%u.bodychart", version);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "formats", name, NULL);
      g_autofree char *text = NULL;
      g_autoptr(GString) messages = g_string_new (NULL);
      g_autoptr(GError) error = NULL;

      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
        if (is_valid (schemas[i], text, strlen (text), messages) != (i + 1 == version))
          g_error ("%s and the schema of version %u: %s", name, i + 1, messages->str);
    }
}

static xmlRelaxNG *
load_schema (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "schemas", name, NULL);
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *loaded = xmlRelaxNGParse (context);

  g_assert_nonnull (loaded);
  xmlRelaxNGFreeParserCtxt (context);
  return loaded;
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  schema = load_schema ("chart.rng");
  schema_1 = load_schema ("chart-1.rng");
  schema_2 = load_schema ("chart-2.rng");
  g_test_add_func ("/chart-schema/written", test_written);
  g_test_add_func ("/chart-schema/documented-example", test_documented_example);
  g_test_add_func ("/chart-schema/samples", test_samples);
  g_test_add_func ("/chart-schema/refuses", test_refuses);
  g_test_add_func ("/chart-schema/older-versions", test_older_versions);
  status = g_test_run ();
  xmlRelaxNGFree (schema);
  xmlRelaxNGFree (schema_1);
  xmlRelaxNGFree (schema_2);
  return status;
}
