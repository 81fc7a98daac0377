/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-xml.h"

#include "bc-i18n.h"
#include "bc-xml-scan.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* What the callbacks of one parser run need; hangs on the parser's context. */
typedef struct
{
  const char *name;
  GError     *error;
} Sink;

#if LIBXML_VERSION >= 21200
typedef const xmlError ParserError;
#else
typedef xmlError ParserError;
#endif

static void
keep_first_error_cb (void        *data,
                     ParserError *e)
{
  xmlParserCtxt *context = data;
  Sink *sink = context->_private;
  g_autofree char *text = NULL;

  if (sink->error != NULL || e->level < XML_ERR_ERROR)
    return;
  text = bc_file_error_shorten (g_utf8_make_valid (e->message != NULL ? e->message : "", -1));
  g_strdelimit (g_strchomp (text), "\n\r", ' ');
  g_set_error (&sink->error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX,
               /* Translators: file name, line, and what the XML parser says in English */
               _("%s:%d: not well-formed XML: %s; correct this line or restore the file from a copy"),
               sink->name, e->line, text);
}

static void
refuse_declaration (xmlParserCtxt *context)
{
  Sink *sink = context->_private;

  if (sink->error == NULL)
    g_set_error (&sink->error, BC_FILE_ERROR, BC_FILE_ERROR_UNSAFE, "%s:%d: %s", sink->name,
                 xmlSAX2GetLineNumber (context),
                 _("a document type or entity declaration, which is never read; take it out"));
  xmlStopParser (context);
}

/* libxml2 calls this before it reads the internal subset; looking at the document afterwards would be too late. */
static void
refuse_subset_cb (void          *data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  refuse_declaration (data);
}

static void
refuse_entity_cb (void          *data,
                  const xmlChar *name,
                  int            type,
                  const xmlChar *public_id,
                  const xmlChar *system_id,
                  xmlChar       *content)
{
  refuse_declaration (data);
}

static gboolean
check_text (const char  *data,
            gsize        size,
            const char  *name,
            GError     **error)
{
  const char *valid_to = data;
  guint line = 1;

  if (size > BC_XML_MAX_BYTES)
    {
      /* Translators: file name, then a number of megabytes */
      g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_TOO_LARGE, _("%s:1: larger than %d MB; choose another file"),
                   name, BC_XML_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }
  if (size == 0)
    {
      g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX,
                   /* Translators: %s is a file name */
                   _("%s:1: the file is empty; restore it from a copy"), name);
      return FALSE;
    }
  if (g_utf8_validate_len (data, size, &valid_to))
    return bc_xml_scan (data, size, name, error);
  for (const char *at = data; at < valid_to; at++)
    line += *at == '\n';
  g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX,
               /* Translators: file name and line */
               _("%s:%u: text that is not UTF-8; save the file as UTF-8"), name, line);
  return FALSE;
}

static xmlDoc *
parse_checked (const char  *data,
               gsize        size,
               const char  *name,
               GError     **error)
{
  g_autoptr(xmlParserCtxt) context = xmlNewParserCtxt ();
  g_autoptr(xmlDoc) doc = NULL;
  Sink sink = { .name = name, .error = NULL };

  if (context == NULL)
    g_error ("Out of memory");
  context->_private = &sink;
  context->sax->internalSubset = refuse_subset_cb;
  context->sax->entityDecl = refuse_entity_cb;
  context->sax->serror = keep_first_error_cb;
  doc = xmlCtxtReadMemory (context, data, (int) size, NULL, "UTF-8",
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES);
  if (sink.error != NULL)
    {
      g_propagate_error (error, sink.error);
      return NULL;
    }
  if (doc == NULL || !context->wellFormed || xmlDocGetRootElement (doc) == NULL)
    {
      g_set_error (error, BC_FILE_ERROR, BC_FILE_ERROR_SYNTAX,
                   /* Translators: %s is a file name */
                   _("%s:1: not well-formed XML; restore the file from a copy"), name);
      return NULL;
    }
  /* Given to the parser as its URL, the name would come back percent-encoded. */
  doc->URL = xmlStrdup ((const xmlChar *) name);
  return g_steal_pointer (&doc);
}

/**
 * bc_xml_parse:
 * @data: (array length=size): the bytes of a file
 * @size: their number
 * @name: of the file, UTF-8, for messages
 * @error: return location for a #BcFileError
 *
 * Parses XML that may come from anywhere. No network, no other file, no document type, no entities but the five of
 * XML; at most %BC_XML_MAX_BYTES, %BC_XML_MAX_DEPTH and %BC_XML_MAX_ATTRIBUTES (of one tag, and as many namespaces in
 * all); UTF-8 only. Ends within a time proportional to @size whatever @data holds.
 *
 * Returns: (transfer full) (nullable): the document, with a root element
 */
xmlDoc *
bc_xml_parse (const char  *data,
              gsize        size,
              const char  *name,
              GError     **error)
{
  g_return_val_if_fail (data != NULL || size == 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_text (data, size, name, error))
    return NULL;
  return parse_checked (data, size, name, error);
}
