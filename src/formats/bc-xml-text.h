/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bc-kept.h"

G_BEGIN_DECLS

/*
 * Writes XML, one element a line, two blanks for each level. Private to formats.
 */

typedef struct _BcElement BcElement;

/**
 * BcXmlText:
 * @out: what was written
 * @depth: how many elements are open
 * @head: (nullable): the element whose tag is still open for attributes
 */
typedef struct
{
  GString   *out;
  guint      depth;
  BcElement *head;
} BcXmlText;

/**
 * BcElement:
 * @name: of the element
 * @kept: (nullable): what is kept with the object that it is of
 * @path: from the element of that object to this one
 *
 * An element that is being written; it lives on the stack from bc_element_begin() to bc_element_end().
 */
struct _BcElement
{
  const char   *name;
  const BcKept *kept;
  const char   *path;
};

void     bc_xml_text_append   (GString    *out,
                               const char *text,
                               gboolean    in_attribute);
gboolean bc_xml_text_is_empty (const char *text);

/* bc-xml-node-text.c */
void bc_xml_text_append_attribute (GString       *out,
                                   const xmlNode *node,
                                   const xmlAttr *attribute);
void bc_xml_text_append_node      (GString       *out,
                                   const xmlNode *node);

void bc_element_begin      (BcElement  *self,
                            BcXmlText  *to,
                            const char *name,
                            gpointer    owner,
                            const char *path);
void bc_element_attribute  (BcXmlText  *to,
                            const char *name,
                            const char *value); /* (nullable): left out, and so is "" */
void bc_element_number     (BcXmlText  *to,
                            const char *name,
                            int         value,
                            int         none);
void bc_element_text       (BcXmlText  *to,
                            const char *text);
void bc_element_child_text (BcElement  *self,
                            BcXmlText  *to,
                            const char *name,
                            const char *text);
void bc_element_after      (BcElement  *self,
                            BcXmlText  *to,
                            const char *name,
                            guint       nth);
void bc_element_after_all  (BcElement  *self,
                            BcXmlText  *to,
                            const char *name,
                            guint       n);
void bc_element_end        (BcElement  *self,
                            BcXmlText  *to);

/* Each kind of item of a list has one function that writes it. */
#define BC_ELEMENT_ALL(self, to, name, list, Type, write) \
  G_STMT_START { \
    GListModel *_items = G_LIST_MODEL (list); \
    guint _n = g_list_model_get_n_items (_items); \
    for (guint _i = 0; _i < _n; _i++) \
      { \
        g_autoptr(Type) _item = g_list_model_get_item (_items, _i); \
        write (to, _item); \
        bc_element_after (self, to, name, _i); \
      } \
    bc_element_after_all (self, to, name, _n); \
  } G_STMT_END

G_END_DECLS
