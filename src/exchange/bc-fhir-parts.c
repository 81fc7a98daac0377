/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-fhir-private.h"

/* The namespace of our ids, made by chance once. */
static const guint8 namespace[16] = {
  0x6e, 0x1c, 0x52, 0x0b, 0x8d, 0x3f, 0x4a, 0x77, 0x9b, 0x04, 0x2e, 0xd1, 0x5a, 0xc8, 0x90, 0x3d,
};

#define SHA1_LENGTH 20

/**
 * bc_fhir_dup_uuid:
 * @visit_key: (nullable): which visit, or %NULL for what belongs to all of them
 * @thing: what within it
 *
 * A name-based UUID, version 5 of RFC 4122: the same chart gives the same ids, on every machine.
 *
 * Returns: (transfer full): the UUID in its usual form
 */
char *
bc_fhir_dup_uuid (const BcFhir *self,
                  const char   *visit_key,
                  const char   *thing)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *name = g_strjoin ("\x1f", self->seed, visit_key != NULL ? visit_key : "", thing, NULL);
  guint8 b[SHA1_LENGTH];
  gsize length = sizeof b;

  g_checksum_update (checksum, namespace, sizeof namespace);
  g_checksum_update (checksum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (checksum, b, &length);
  b[6] = (guint8) ((b[6] & 0x0f) | 0x50);
  b[8] = (guint8) ((b[8] & 0x3f) | 0x80);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", b[0], b[1], b[2],
                          b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

/**
 * bc_fhir_dup_symptom_uuid:
 * @number: of a symptom of the visit
 *
 * Returns: (transfer full): the UUID of its observation
 */
char *
bc_fhir_dup_symptom_uuid (const BcFhir *self,
                          int           number)
{
  g_autofree char *thing = g_strdup_printf ("P%d", number);

  return bc_fhir_dup_uuid (self, self->visit_key, thing);
}

/**
 * bc_fhir_is_blank:
 *
 * Returns: whether @text has nothing to see, and so must not be in a resource
 */
gboolean
bc_fhir_is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)) && g_utf8_get_char (text) != 0x85)
      return FALSE;
  return TRUE;
}

/**
 * bc_fhir_add_text:
 *
 * Adds a member, unless @text is blank.
 */
void
bc_fhir_add_text (const BcFhir *self,
                  const char   *member,
                  const char   *text)
{
  if (!bc_fhir_is_blank (text))
    bc_json_add_string (self->builder, member, text);
}

/**
 * bc_fhir_add_words:
 *
 * Adds an object that has words alone, as an annotation, where one is due; unless @text is blank.
 */
void
bc_fhir_add_words (const BcFhir *self,
                  const char   *text)
{
  if (bc_fhir_is_blank (text))
    return;
  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "text", text);
  json_builder_end_object (self->builder);
}

/**
 * bc_fhir_add_coding:
 * @system: a URL; or a name without a colon, of one of our own code systems
 * @display: (nullable): English words for the code
 *
 * Adds a coding: to the list or as the member that is open.
 */
void
bc_fhir_add_coding (const BcFhir *self,
                    const char   *system,
                    const char   *code,
                    const char   *display)
{
  gboolean foreign = strchr (system, ':') != NULL;
  g_autofree char *url = g_strconcat (foreign ? "" : BC_FHIR_BASE "CodeSystem/", system, NULL);

  json_builder_begin_object (self->builder);
  bc_json_add_string (self->builder, "system", url);
  bc_json_add_string (self->builder, "code", code);
  if (display != NULL)
    bc_json_add_string (self->builder, "display", display);
  json_builder_end_object (self->builder);
}

/**
 * bc_fhir_add_concept:
 * @code: (nullable): a code of @system; %NULL for words alone
 * @text: (nullable): words beside or instead of it; left out where blank
 */
void
bc_fhir_add_concept (const BcFhir *self,
                     const char   *member,
                     const char   *system,
                     const char   *code,
                     const char   *display,
                     const char   *text)
{
  bc_json_begin (self->builder, member);
  if (code != NULL)
    {
      bc_json_begin_list (self->builder, "coding");
      bc_fhir_add_coding (self, system, code, display);
      json_builder_end_array (self->builder);
    }
  if (text != NULL)
    bc_fhir_add_text (self, "text", text);
  json_builder_end_object (self->builder);
}

/**
 * bc_fhir_get_word:
 *
 * Returns: (transfer none): the English word of a value, whatever the language of the program
 */
const char *
bc_fhir_get_word (const BcTerms *terms,
                  int            value)
{
  for (guint i = 0; i < terms->n_terms; i++)
    if (terms->terms[i].value == value)
      return terms->terms[i].name;
  g_return_val_if_reached ("");
}

/**
 * bc_fhir_add_term:
 * @vocabulary: name of our code system of these terms
 *
 * Adds a value of a closed vocabulary.
 */
void
bc_fhir_add_term (const BcFhir  *self,
                  const char    *member,
                  const char    *vocabulary,
                  const BcTerms *terms,
                  int            value)
{
  bc_fhir_add_concept (self, member, vocabulary, bc_terms_get_id (terms, value), bc_fhir_get_word (terms, value), NULL);
}

static void
add_urn (const BcFhir *self,
         const char   *member,
         const char   *uuid)
{
  g_autofree char *urn = g_strconcat ("urn:uuid:", uuid, NULL);

  bc_json_add_string (self->builder, member, urn);
}

void
bc_fhir_add_reference_item (const BcFhir *self,
                            const char   *uuid)
{
  json_builder_begin_object (self->builder);
  add_urn (self, "reference", uuid);
  json_builder_end_object (self->builder);
}

/**
 * bc_fhir_add_reference:
 *
 * Adds a reference to another resource of the bundle.
 */
void
bc_fhir_add_reference (const BcFhir *self,
                       const char   *member,
                       const char   *uuid)
{
  json_builder_set_member_name (self->builder, member);
  bc_fhir_add_reference_item (self, uuid);
}

void
bc_fhir_begin_resource (const BcFhir *self,
                        const char   *type,
                        const char   *uuid)
{
  json_builder_begin_object (self->builder);
  add_urn (self, "fullUrl", uuid);
  bc_json_begin (self->builder, "resource");
  bc_json_add_string (self->builder, "resourceType", type);
  bc_json_add_string (self->builder, "id", uuid);
}

void
bc_fhir_end_resource (const BcFhir *self)
{
  json_builder_end_object (self->builder);
  json_builder_end_object (self->builder);
}

/**
 * bc_fhir_add_person:
 *
 * Adds a reference to somebody of whom we know the name alone.
 */
void
bc_fhir_add_person (const BcFhir *self,
                    const char   *member,
                    const char   *name)
{
  bc_json_begin (self->builder, member);
  bc_json_add_string (self->builder, "display", name);
  json_builder_end_object (self->builder);
}

/**
 * bc_fhir_add_components:
 * @add: adds what is to be in the list
 *
 * Adds a list of components. A list must not be empty in FHIR; a symptom of which nothing more is known has none.
 */
void
bc_fhir_add_components (const BcFhir *self,
                        BcSymptom    *symptom,
                        void        (*add) (const BcFhir *self, BcSymptom *symptom))
{
  JsonBuilder *builder = json_builder_new ();
  BcFhir inner = *self;
  g_autoptr(JsonNode) list = NULL;

  inner.builder = builder;
  json_builder_begin_array (builder);
  add (&inner, symptom);
  json_builder_end_array (builder);
  list = json_builder_get_root (builder);
  g_object_unref (builder);
  if (json_array_get_length (json_node_get_array (list)) == 0)
    return;
  json_builder_set_member_name (self->builder, "component");
  json_builder_add_value (self->builder, g_steal_pointer (&list));
}
