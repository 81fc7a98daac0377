/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-xml-scan.h"

#include "bc-error.h"
#include "bc-i18n.h"
#include "bc-xml.h"

#include <string.h>

/*
 * One pass over the text before libxml2 sees it, since some small files keep libxml2 busy for minutes: its time for
 * one tag grows with the square of the number of attributes, and for every tag with the number of namespaces.
 *
 * The scan must never lose step with the parser, else an attack could hide a tag from the one and show it to the
 * other. So it is stricter than it needs to be: a `<` inside a tag or an attribute value, `--` inside a comment and
 * control characters, which XML forbids as well, end it at once.
 */
typedef struct
{
  const char *name;
  const char *at;
  const char *end;
  guint       line;
  guint       depth;
  guint       n_namespaces; /* declared so far, in the whole document */
} Scan;

G_GNUC_PRINTF (4, 5)
static gboolean
refuse (const Scan  *scan,
        GError     **error,
        BcFileError  code,
        const char  *format,
        ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, BC_FILE_ERROR, (int) code, "%s:%u: %s", scan->name, scan->line, text);
  return FALSE;
}

static gboolean
starts_with (const Scan *scan,
             const char *what)
{
  gsize length = strlen (what);

  return (gsize) (scan->end - scan->at) >= length && memcmp (scan->at, what, length) == 0;
}

/* Every byte that can mean something to the scan, anywhere; most bytes are others. */
static const gboolean is_special[256] = {
  [0x00 ... 0x1f] = TRUE, ['<'] = TRUE, ['>'] = TRUE, ['"'] = TRUE, ['\''] = TRUE, ['='] = TRUE, ['x'] = TRUE
};

static void
skip_plain (Scan *scan)
{
  while (scan->at < scan->end && !is_special[(guchar) *scan->at])
    scan->at++;
}

/* One byte on. Control characters are refused here, so that every part of the scan does so. */
static gboolean
step (Scan    *scan,
      GError **error)
{
  guchar byte = (guchar) *scan->at;

  if (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r')
    return refuse (scan, error, BC_FILE_ERROR_SYNTAX,
                   /* Translators: %02X is the number of the character */
                   _("the control character 0x%02X, which XML cannot hold; delete it"), byte);
  scan->line += byte == '\n';
  scan->at++;
  return TRUE;
}

/* Goes past a comment or a CDATA section; @end_mark closes it, and @never must not occur before. */
static gboolean
scan_opaque (Scan        *scan,
             gsize        n_opening,
             const char  *end_mark,
             const char  *never,
             GError     **error)
{
  scan->at += n_opening;
  while (scan->at < scan->end)
    {
      if (starts_with (scan, end_mark))
        {
          scan->at += strlen (end_mark);
          return TRUE;
        }
      if (never != NULL && starts_with (scan, never))
        return refuse (scan, error, BC_FILE_ERROR_SYNTAX,
                       /* Translators: %s is a few characters of XML, as in "--" */
                       _("“%s” inside a comment; write a single dash"), never);
      if (!step (scan, error))
        return FALSE;
    }
  return refuse (scan, error, BC_FILE_ERROR_SYNTAX,
                 /* Translators: %s is a few characters of XML */
                 _("the file ends before “%s”; it was cut short, restore it from a copy"), end_mark);
}

/* Called after an x in a tag: counts the declarations, wherever the parser would see one. */
static gboolean
is_namespace_too_many (Scan *scan)
{
  scan->n_namespaces += starts_with (scan, "mlns");
  return scan->n_namespaces > BC_XML_MAX_ATTRIBUTES;
}

/* Goes past a tag or a processing instruction and counts the attributes, that is every = outside quotes. */
static gboolean
scan_tag (Scan    *scan,
          GError **error)
{
  gboolean closing = starts_with (scan, "</");
  gboolean instruction = starts_with (scan, "<?");
  const char *start = scan->at + (closing || instruction ? 2 : 1);
  char quote = '\0';
  guint n_attributes = 0;

  scan->at = start;
  for (skip_plain (scan); scan->at < scan->end; skip_plain (scan))
    {
      char c = *scan->at;
      char last = scan->at > start ? scan->at[-1] : '\0';

      if (c == '<')
        return refuse (scan, error, BC_FILE_ERROR_SYNTAX, _("“<” inside a tag; write &lt; or close the tag"));
      if (!step (scan, error))
        return FALSE;
      if (!instruction && quote == '\0' && (c == '"' || c == '\''))
        quote = c;
      else if (c == quote)
        quote = '\0';
      else if (quote == '\0' && c == '=' && ++n_attributes > BC_XML_MAX_ATTRIBUTES)
        return refuse (scan, error, BC_FILE_ERROR_UNSAFE,
                       /* Translators: %d is a number above 50 */
                       _("a tag with more than %d attributes; take attributes out"), BC_XML_MAX_ATTRIBUTES);
      else if (quote == '\0' && c == 'x' && is_namespace_too_many (scan))
        return refuse (scan, error, BC_FILE_ERROR_UNSAFE,
                       /* Translators: %d is a number above 50 */
                       _("more than %d namespaces; take declarations (xmlns) out"), BC_XML_MAX_ATTRIBUTES);
      else if (quote == '\0' && c == '>' && (!instruction || last == '?'))
        {
          if (closing)
            scan->depth -= scan->depth > 0;
          else if (!instruction && last != '/')
            scan->depth++;
          return TRUE;
        }
    }
  return refuse (scan, error, BC_FILE_ERROR_SYNTAX,
                 _("the file ends inside a tag; it was cut short, restore it from a copy"));
}

static gboolean
scan_markup (Scan    *scan,
             GError **error)
{
  if (starts_with (scan, "<!--"))
    return scan_opaque (scan, strlen ("<!--"), "-->", "--", error);
  if (starts_with (scan, "<![CDATA["))
    return scan_opaque (scan, strlen ("<![CDATA["), "]]>", NULL, error);
  if (starts_with (scan, "<!"))
    return refuse (scan, error, BC_FILE_ERROR_UNSAFE,
                   _("a document type or entity declaration, which is never read; take it out"));
  if (!scan_tag (scan, error))
    return FALSE;
  if (scan->depth > BC_XML_MAX_DEPTH)
    return refuse (scan, error, BC_FILE_ERROR_UNSAFE,
                   /* Translators: %d is a number above 30 */
                   _("elements nested more than %d deep; take the inner ones out"), BC_XML_MAX_DEPTH);
  return TRUE;
}

/**
 * bc_xml_scan:
 * @data: (array length=size): UTF-8 text, validated
 * @size: length in bytes
 * @name: of the file, for messages
 * @error: return location for a #BcFileError
 *
 * Looks for what must never reach the parser: declarations, tags with more than %BC_XML_MAX_ATTRIBUTES attributes,
 * elements deeper than %BC_XML_MAX_DEPTH. The time is proportional to @size. That @data is well-formed otherwise is
 * for the parser to find out.
 *
 * Returns: whether @data may be parsed
 */
gboolean
bc_xml_scan (const char  *data,
             gsize        size,
             const char  *name,
             GError     **error)
{
  Scan scan = { .name = name, .at = data, .end = data + size, .line = 1, .depth = 0 };

  g_return_val_if_fail (data != NULL || size == 0, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  for (skip_plain (&scan); scan.at < scan.end; skip_plain (&scan))
    if (!(*scan.at == '<' ? scan_markup (&scan, error) : step (&scan, error)))
      return FALSE;
  return TRUE;
}
