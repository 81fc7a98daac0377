/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-xml-text.h"

static gboolean
fits_xml (gunichar c)
{
  return (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\t' || c == '\n' || c == '\r';
}

/**
 * bc_xml_text_append:
 * @out: where to
 * @text: any text
 * @in_attribute: whether it is the value of an attribute
 *
 * Line breaks stay readable in elements; in attributes, and for what a parser would otherwise change, references are
 * written. What XML 1.0 cannot hold is left out.
 */
void
bc_xml_text_append (GString    *out,
                    const char *text,
                    gboolean    in_attribute)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"' && in_attribute)
        g_string_append (out, "&quot;");
      else if (c == '\r' || c == '\t' || (c == '\n' && in_attribute))
        g_string_append_printf (out, "&#%u;", c);
      else if (fits_xml (c))
        g_string_append_unichar (out, c);
    }
}

static void
indent (BcXmlText *to)
{
  for (guint i = 0; i < to->depth; i++)
    g_string_append (to->out, "  ");
}

/* The tag takes no more attributes. */
static void
close_head (BcXmlText  *to,
            const char *with)
{
  BcElement *head = to->head;

  if (head == NULL)
    return;
  to->head = NULL;
  bc_kept_append_attributes (head->kept, head->path, to->out);
  g_string_append (to->out, with);
}

/* The children of the head begin. */
static void
open_head (BcXmlText *to)
{
  BcElement *head = to->head;

  if (head == NULL)
    return;
  close_head (to, ">\n");
  bc_kept_append_children (head->kept, head->path, "", 0, 0, to->depth, to->out);
}

/**
 * bc_element_begin:
 * @self: a place on the stack for it
 * @to: where to
 * @name: of the element
 * @owner: (nullable): the object that the element is of, or is a part of
 * @path: from the element of @owner to this one, "" for that itself; see bc-kept.h
 *
 * Begins an element inside the one that is open. Attributes come next, then children or text.
 */
void
bc_element_begin (BcElement  *self,
                  BcXmlText  *to,
                  const char *name,
                  gpointer    owner,
                  const char *path)
{
  open_head (to);
  self->name = name;
  self->kept = owner != NULL ? bc_kept_get (owner) : NULL;
  self->path = path;
  indent (to);
  g_string_append_c (to->out, '<');
  g_string_append (to->out, name);
  to->depth++;
  to->head = self;
}

/**
 * bc_element_attribute:
 * @to: where to; a tag is open
 * @name: of the attribute
 * @value: (nullable): where it is %NULL or "", nothing is written
 *
 * Writes an attribute.
 */
void
bc_element_attribute (BcXmlText  *to,
                      const char *name,
                      const char *value)
{
  g_assert (to->head != NULL);

  if (value == NULL || value[0] == '\0')
    return;
  g_string_append_c (to->out, ' ');
  g_string_append (to->out, name);
  g_string_append (to->out, "=\"");
  bc_xml_text_append (to->out, value, TRUE);
  g_string_append_c (to->out, '"');
}

/**
 * bc_element_number:
 * @to: where to; a tag is open
 * @name: of the attribute
 * @value: of it
 * @none: the value that stands for not given
 *
 * Writes an attribute that holds a whole number.
 */
void
bc_element_number (BcXmlText  *to,
                   const char *name,
                   int         value,
                   int         none)
{
  g_assert (to->head != NULL);

  if (value != none)
    g_string_append_printf (to->out, " %s=\"%d\"", name, value);
}

/**
 * bc_element_text:
 * @to: where to; a tag is open
 * @text: all that is in the element
 *
 * Writes text and ends the element.
 */
void
bc_element_text (BcXmlText  *to,
                 const char *text)
{
  BcElement *head = to->head;
  gsize before;
  gsize length;

  g_assert (head != NULL);

  bc_kept_append_attributes (head->kept, head->path, to->out);
  to->head = NULL;
  to->depth--;
  before = to->out->len;
  g_string_append_c (to->out, '>');
  length = to->out->len;
  bc_xml_text_append (to->out, text, FALSE);
  if (to->out->len == length)
    {
      g_string_truncate (to->out, before);
      g_string_append (to->out, "/>\n");
      return;
    }
  g_string_append_printf (to->out, "</%s>\n", head->name);
}

/**
 * bc_xml_text_is_empty:
 * @text: any text
 *
 * Returns: whether bc_xml_text_append() would write nothing of it
 */
gboolean
bc_xml_text_is_empty (const char *text)
{
  g_return_val_if_fail (text != NULL, TRUE);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (fits_xml (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/**
 * bc_element_child_text:
 * @self: an element
 * @to: where to
 * @name: of a child that holds text and has no attributes
 * @text: its text; where it is "", no child is written
 *
 * Writes a child that occurs at most once.
 */
void
bc_element_child_text (BcElement  *self,
                       BcXmlText  *to,
                       const char *name,
                       const char *text)
{
  g_autofree char *path = self->kept != NULL ? g_strdup_printf ("%s/%s", self->path, name) : NULL;

  if (!bc_xml_text_is_empty (text) || bc_kept_has_attributes (self->kept, path))
    {
      BcElement child;

      bc_element_begin (&child, to, name, NULL, "");
      child.kept = self->kept;
      child.path = path;
      bc_element_text (to, text);
    }
  bc_element_after_all (self, to, name, 0);
}

static void
append_kept (BcElement  *self,
             BcXmlText  *to,
             const char *after,
             guint       from,
             guint       until)
{
  if (!bc_kept_has_children (self->kept, self->path, after, from, until))
    return;
  open_head (to);
  bc_kept_append_children (self->kept, self->path, after, from, until, to->depth, to->out);
}

/**
 * bc_element_after:
 * @self: an element
 * @to: where to
 * @name: of a child that was just written
 * @nth: which one of that name, from 0
 *
 * Writes what is kept to stand behind that child.
 */
void
bc_element_after (BcElement  *self,
                  BcXmlText  *to,
                  const char *name,
                  guint       nth)
{
  append_kept (self, to, name, nth, nth);
}

/**
 * bc_element_after_all:
 * @self: an element
 * @to: where to
 * @name: of children
 * @n: how many of that name were written with bc_element_after() behind them
 *
 * Writes what is kept to stand behind such children where there are fewer now.
 */
void
bc_element_after_all (BcElement  *self,
                      BcXmlText  *to,
                      const char *name,
                      guint       n)
{
  append_kept (self, to, name, n, G_MAXUINT);
}

/**
 * bc_element_end:
 * @self: the element that was begun last and is not ended
 * @to: where to
 *
 * Ends an element.
 */
void
bc_element_end (BcElement *self,
                BcXmlText *to)
{
  if (to->head == self && bc_kept_has_children (self->kept, self->path, "", 0, 0))
    open_head (to);
  to->depth--;
  if (to->head == self)
    {
      close_head (to, "/>\n");
      return;
    }
  indent (to);
  g_string_append_printf (to->out, "</%s>\n", self->name);
}
