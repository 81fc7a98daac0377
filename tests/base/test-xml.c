/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-xml.h"

#include <math.h>
#include <string.h>

/* What must be refused, with the kind of error and the line that helps. */
static const struct { const char *name; const char *text; int code; int line; } hostile[] = {
  { "empty", "", BC_FILE_ERROR_SYNTAX, 1 },
  { "blank", "\n\n", BC_FILE_ERROR_SYNTAX, 3 },
  { "no-xml", "case,region\n", BC_FILE_ERROR_SYNTAX, 1 },
  { "unclosed", "<a>\n<b>\n</a>", BC_FILE_ERROR_SYNTAX, 3 },
  { "cut-in-tag", "<a>\n<b c=\"d", BC_FILE_ERROR_SYNTAX, 2 },
  { "cut-in-comment", "<a>\n<!-- b", BC_FILE_ERROR_SYNTAX, 2 },
  { "two-roots", "<a/>\n<b/>", BC_FILE_ERROR_SYNTAX, 2 },
  { "doctype", "<?xml version=\"1.0\"?>\n<!DOCTYPE a>\n<a/>", BC_FILE_ERROR_UNSAFE, 2 },
  { "entity-bomb",
    "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;\">]>\n"
    "<a>&d;&d;&d;&d;&d;&d;</a>",
    BC_FILE_ERROR_UNSAFE, 1 },
  { "parameter-entity-bomb",
    "<!DOCTYPE a [\n<!ENTITY % b \"<!ENTITY &#37; c 'x'>\">\n%b; %c; %c;\n]>\n<a/>", BC_FILE_ERROR_UNSAFE, 1 },
  { "external-entity", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n<a>&b;</a>", BC_FILE_ERROR_UNSAFE,
    1 },
  { "external-subset", "<!DOCTYPE a SYSTEM \"http://example.invalid/a.dtd\">\n<a/>", BC_FILE_ERROR_UNSAFE, 1 },
  { "undeclared-entity", "<a>\n&nbsp;</a>", BC_FILE_ERROR_SYNTAX, 2 },
  { "not-utf-8", "<a>\n\xE4</a>", BC_FILE_ERROR_SYNTAX, 2 },
  { "surrogate", "<a>\xED\xA0\x80</a>", BC_FILE_ERROR_SYNTAX, 1 },
  { "control-character", "<a>\n\x01</a>", BC_FILE_ERROR_SYNTAX, 2 },
  { "control-character-reference", "<a>\n&#1;</a>", BC_FILE_ERROR_SYNTAX, 2 },
  { "less-than-in-value", "<a b=\"x<a c='1' d='2'>\"/>", BC_FILE_ERROR_SYNTAX, 1 },
  { "same-attribute-twice", "<a\nb=\"1\" b=\"2\"/>", BC_FILE_ERROR_SYNTAX, 2 },
  { "dashes-in-comment", "<a>\n<!-- -- <b/> --></a>", BC_FILE_ERROR_SYNTAX, 2 },
  { "unknown-prefix", "<a>\n<x:b/></a>", BC_FILE_ERROR_SYNTAX, 2 },
};

static void
assert_refused (const char *text,
                gsize       size,
                int         code,
                int         line)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(xmlDoc) doc = bc_xml_parse (text, size, "Ärzte & Co.xml", &error);
  g_autofree char *start = g_strdup_printf ("Ärzte & Co.xml:%d: ", line);

  g_assert_null (doc);
  g_assert_error (error, BC_FILE_ERROR, code);
  if (!g_str_has_prefix (error->message, start))
    g_error ("“%s” does not begin with “%s”", error->message, start);
  g_assert_nonnull (strstr (error->message, "; "));
}

static void
test_hostile (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);

  assert_refused (hostile[i].text, strlen (hostile[i].text), hostile[i].code, hostile[i].line);
}

static void
test_nul (void)
{
  static const char text[] = "<a>\n\0</a>";

  assert_refused (text, sizeof text - 1, BC_FILE_ERROR_SYNTAX, 2);
}

static void
test_utf_16 (void)
{
  static const char text[] = "\xFF\xFE<\0a\0/\0>\0";

  assert_refused (text, sizeof text - 1, BC_FILE_ERROR_SYNTAX, 1);
}

/* The bytes are UTF-8, whatever the file says of itself. */
static void
test_encoding_lie (void)
{
  static const char text[] = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xC3\xA4</a>";
  g_autoptr(GError) error = NULL;
  g_autoptr(xmlDoc) doc = bc_xml_parse (text, strlen (text), "a.xml", &error);
  g_autofree char *read = NULL;

  g_assert_no_error (error);
  read = bc_xml_dup_text (xmlDocGetRootElement (doc));
  g_assert_cmpstr (read, ==, "ä");
}

static char *
nest (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<a>\n");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "</a>");
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deep = nest (1000);
  g_autofree char *just_too_deep = nest (BC_XML_MAX_DEPTH + 1);
  g_autofree char *deepest = nest (BC_XML_MAX_DEPTH);
  g_autoptr(GError) error = NULL;
  g_autoptr(xmlDoc) doc = NULL;

  assert_refused (deep, strlen (deep), BC_FILE_ERROR_UNSAFE, BC_XML_MAX_DEPTH + 1);
  assert_refused (just_too_deep, strlen (just_too_deep), BC_FILE_ERROR_UNSAFE, BC_XML_MAX_DEPTH + 1);
  doc = bc_xml_parse (deepest, strlen (deepest), "a.xml", &error);
  g_assert_no_error (error);
}

static void
test_line_of_100_mb (void)
{
  const gsize size = 100 * 1024 * 1024;
  char *text = g_malloc (size);

  memset (text, 'a', size);
  memcpy (text, "<a>", 3);
  memcpy (text + size - 4, "</a>", 4);
  assert_refused (text, size, BC_FILE_ERROR_TOO_LARGE, 1);
  g_free (text);
}

static char *
write_attributes (guint n)
{
  GString *text = g_string_new ("<?xml version=\"1.0\"?>\n<a");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " a%u=\"=\"", i);
  g_string_append (text, "/>");
  return g_string_free (text, FALSE);
}

static void
test_attributes (void)
{
  g_autofree char *many = write_attributes (100000);
  g_autofree char *just_too_many = write_attributes (BC_XML_MAX_ATTRIBUTES + 1);
  g_autofree char *most = write_attributes (BC_XML_MAX_ATTRIBUTES);
  g_autoptr(GError) error = NULL;
  g_autoptr(xmlDoc) doc = NULL;

  assert_refused (many, strlen (many), BC_FILE_ERROR_UNSAFE, 2);
  assert_refused (just_too_many, strlen (just_too_many), BC_FILE_ERROR_UNSAFE, 2);
  doc = bc_xml_parse (most, strlen (most), "a.xml", &error);
  g_assert_no_error (error);
}

/* Few attributes in each tag, but many namespaces in force. */
static void
test_namespaces (void)
{
  GString *text = g_string_new ("<a>\n");

  for (guint depth = 0; depth < 10; depth++)
    {
      g_string_append (text, "<a");
      for (guint i = 0; i < 50; i++)
        g_string_append_printf (text, " xmlns:n%u='urn:%u'", depth * 50 + i, depth * 50 + i);
      g_string_append (text, ">\n");
    }
  assert_refused (text->str, text->len, BC_FILE_ERROR_UNSAFE, 3);
  g_string_free (text, TRUE);
}

/* Constructs in which a scan could lose step with the parser must hide no tag from it. */
static void
test_attributes_hidden (void)
{
  static const char *const wrappings[][2] = {
    { "<a b='>'>", "</a>" }, { "<a><?b '?>", "</a>" }, { "<a><!-- ' -->", "</a>" },
    { "<a><![CDATA[<b c=\"]]>", "</a>" }, { "<a b=\"'\">", "</a>" }, { "<a>' \"", "</a>" },
  };
  g_autofree char *many = write_attributes (1000);

  for (guint i = 0; i < G_N_ELEMENTS (wrappings); i++)
    {
      g_autofree char *text = g_strconcat (wrappings[i][0], strchr (many, '\n'), wrappings[i][1], NULL);

      assert_refused (text, strlen (text), BC_FILE_ERROR_UNSAFE, 2);
    }
}

/* What looks like an attribute but is none must not be refused. */
static void
test_harmless (void)
{
  static const char *const harmless[] = {
    "<a><!-- ================================================================================ --></a>",
    "<a>================================================================================</a>",
    "<a b=\"================================================================================\"/>",
    "<a><![CDATA[<<<< ====================================================================== &nbsp; ]]></a>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?b don't ?><!-- don't --><a>&lt;&amp;&#x1F600;</a>",
    "\xEF\xBB\xBF<a/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(xmlDoc) doc = bc_xml_parse (harmless[i], strlen (harmless[i]), "a.xml", &error);

      g_assert_no_error (error);
      g_assert_true (bc_xml_is (xmlDocGetRootElement (doc), "a"));
    }
}

static xmlDoc *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  xmlDoc *doc = bc_xml_parse (text, strlen (text), "a.xml", &error);

  g_assert_no_error (error);
  return doc;
}

static void
test_walk (void)
{
  g_autoptr(xmlDoc) doc = parse ("<a xmlns=\"urn:a\" xmlns:o=\"urn:o\">text<!-- c --><b>1 <i>2</i></b><?p i?><o:b/>"
                                 "<b/></a>");
  xmlNode *node = bc_xml_first (xmlDocGetRootElement (doc));
  g_autofree char *text = bc_xml_dup_text (node);
  g_autofree char *empty = NULL;

  g_assert_true (bc_xml_is (node, "b"));
  g_assert_false (bc_xml_is (node, "a"));
  g_assert_cmpstr (text, ==, "1 2");
  node = bc_xml_next (node);
  g_assert_false (bc_xml_is (node, "b")); /* of another namespace */
  node = bc_xml_next (node);
  g_assert_true (bc_xml_is (node, "b"));
  empty = bc_xml_dup_text (node);
  g_assert_cmpstr (empty, ==, "");
  g_assert_null (bc_xml_next (node));
  g_assert_null (bc_xml_first (node));
  g_assert_false (bc_xml_is (NULL, "b"));
}

static void
test_text_exact (void)
{
  g_autoptr(xmlDoc) doc = parse ("<a>  &#13;&#9;line\n\n next &lt;b&gt; <![CDATA[<c>]]> ä😀 </a>");
  g_autofree char *text = bc_xml_dup_text (xmlDocGetRootElement (doc));

  g_assert_cmpstr (text, ==, "  \r\tline\n\n next <b> <c> ä😀 ");
}

static void
test_attribute_access (void)
{
  g_autoptr(xmlDoc) doc = parse ("<a>\n<b c=\"d &amp; e\" empty=\"\"/></a>");
  xmlNode *node = bc_xml_first (xmlDocGetRootElement (doc));
  g_autofree char *value = bc_xml_dup_attribute (node, "c");
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (value, ==, "d & e");
  g_assert_null (bc_xml_dup_attribute (node, "missing"));
  g_assert_null (bc_xml_require (node, "missing", &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "a.xml:2: <b> without “missing”; add the attribute missing=\"…\"");
  g_clear_error (&error);
  g_assert_null (bc_xml_require (node, "empty", &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX);
}

static const struct { const char *text; gboolean is_int; int i; gboolean is_double; double d; } numbers[] = {
  { "0", TRUE, 0, TRUE, 0 },        { "10", TRUE, 10, TRUE, 10 },     { "-1", FALSE, 0, FALSE, 0 },
  { "11", FALSE, 0, FALSE, 0 },     { "2.5", FALSE, 0, TRUE, 2.5 },   { "2,5", FALSE, 0, FALSE, 0 },
  { "1e1", FALSE, 0, TRUE, 10 },    { "1e999", FALSE, 0, FALSE, 0 },  { "nan", FALSE, 0, FALSE, 0 },
  { "NAN", FALSE, 0, FALSE, 0 },    { "inf", FALSE, 0, FALSE, 0 },    { "-Infinity", FALSE, 0, FALSE, 0 },
  { "0x5", FALSE, 0, FALSE, 0 },    { " 5", FALSE, 0, FALSE, 0 },     { "5 ", FALSE, 0, FALSE, 0 },
  { "5a", FALSE, 0, FALSE, 0 },     { "e", FALSE, 0, FALSE, 0 },      { "", FALSE, 0, FALSE, 0 },
  { "99999999999999999999", FALSE, 0, FALSE, 0 },                     { "4294967301", FALSE, 0, FALSE, 0 },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf ("<a b=\"%s\"/>", numbers[i].text);
      g_autoptr(xmlDoc) doc = parse (text);
      xmlNode *node = xmlDocGetRootElement (doc);
      g_autoptr(GError) int_error = NULL;
      g_autoptr(GError) double_error = NULL;
      int whole = -77;
      double real = -77;

      g_assert_cmpint (bc_xml_get_int (node, "b", 0, 10, &whole, &int_error), ==, numbers[i].is_int);
      g_assert_cmpint (whole, ==, numbers[i].is_int ? numbers[i].i : -77);
      g_assert_cmpint (int_error == NULL, ==, numbers[i].is_int);
      g_assert_cmpint (bc_xml_get_double (node, "b", 0, 10, &real, &double_error), ==, numbers[i].is_double);
      g_assert_cmpfloat (real, ==, numbers[i].is_double ? numbers[i].d : -77);
      g_assert_cmpint (double_error == NULL, ==, numbers[i].is_double);
    }
}

/* Where every number is welcome, infinity is still none. */
static void
test_infinity (void)
{
  g_autoptr(xmlDoc) doc = parse ("<a b=\"1e999\"/>");
  g_autoptr(GError) error = NULL;
  double value = -77;

  g_assert_false (bc_xml_get_double (xmlDocGetRootElement (doc), "b", -INFINITY, INFINITY, &value, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
  g_assert_cmpfloat (value, ==, -77);
}

static void
test_number_message (void)
{
  g_autoptr(xmlDoc) doc = parse ("<a>\n\n<b c=\"11\"/></a>");
  g_autoptr(GError) error = NULL;
  int value;

  g_assert_false (bc_xml_get_int (bc_xml_first (xmlDocGetRootElement (doc)), "c", 0, 10, &value, &error));
  g_assert_error (error, BC_FILE_ERROR, BC_FILE_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "a.xml:3: <b c=\"11\">; write a whole number from 0 to 10");
}

/* A message quotes what it found, but not megabytes of it. */
static void
test_long_value (void)
{
  g_autofree char *value = g_strnfill (1000000, '9');
  g_autofree char *text = g_strconcat ("<a b=\"", value, "\"/>", NULL);
  g_autoptr(xmlDoc) doc = parse (text);
  g_autoptr(GError) error = NULL;
  int number;

  g_assert_false (bc_xml_get_int (xmlDocGetRootElement (doc), "b", 0, 10, &number, &error));
  g_assert_cmpuint (strlen (error->message), <, 1000);
  g_assert_true (g_str_has_prefix (error->message, "a.xml:1: <a b=\"999"));
  g_assert_true (g_str_has_suffix (error->message, "; write a whole number from 0 to 10"));
}

/* libxml2 keeps 16 bits of the line in an element. */
static void
test_line_beyond_65535 (void)
{
  GString *text = g_string_new ("<a>");
  g_autoptr(xmlDoc) doc = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 70000; i++)
    g_string_append_c (text, '\n');
  g_string_append (text, "<b>x</b></a>");
  doc = parse (text->str);
  bc_xml_set_error (&error, BC_FILE_ERROR_VALUE, bc_xml_first (xmlDocGetRootElement (doc)), "what; do");
  g_assert_cmpstr (error->message, ==, "a.xml:70001: what; do");
  g_string_free (text, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/hostile/%s", hostile[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_hostile);
    }
  g_test_add_func ("/xml/hostile/nul", test_nul);
  g_test_add_func ("/xml/hostile/utf-16", test_utf_16);
  g_test_add_func ("/xml/hostile/depth", test_depth);
  g_test_add_func ("/xml/hostile/line-of-100-mb", test_line_of_100_mb);
  g_test_add_func ("/xml/hostile/attributes", test_attributes);
  g_test_add_func ("/xml/hostile/attributes-hidden", test_attributes_hidden);
  g_test_add_func ("/xml/hostile/namespaces", test_namespaces);
  g_test_add_func ("/xml/encoding-lie", test_encoding_lie);
  g_test_add_func ("/xml/harmless", test_harmless);
  g_test_add_func ("/xml/walk", test_walk);
  g_test_add_func ("/xml/text-exact", test_text_exact);
  g_test_add_func ("/xml/attribute-access", test_attribute_access);
  g_test_add_func ("/xml/numbers", test_numbers);
  g_test_add_func ("/xml/infinity", test_infinity);
  g_test_add_func ("/xml/number-message", test_number_message);
  g_test_add_func ("/xml/long-value", test_long_value);
  g_test_add_func ("/xml/line-beyond-65535", test_line_beyond_65535);
  return g_test_run ();
}
