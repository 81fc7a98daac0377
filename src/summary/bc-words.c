/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words-private.h"

#include "bc-i18n.h"

#include <string.h>

#define USUAL_LENGTH 128 /* of a list of regions */

enum
{
  ON_LEFT = 1 << 0,
  ON_RIGHT = 1 << 1
};

/* What stands behind the comma of the name of an area; NULL where there is none. */
static const char *
find_detail (const char *name)
{
  const char *comma = strstr (name, ", ");

  return comma != NULL ? comma + 2 : NULL;
}

static gsize
stem_length (const char *name)
{
  const char *detail = find_detail (name);

  return detail != NULL ? (gsize) (detail - 2 - name) : strlen (name);
}

static gboolean
keeps_capitals (void)
{
  /* Translators: areas of the body within a list begin with a small letter, as in "right: upper buttock, heel". Where
   * nouns keep their capital within a sentence, as in German, translate this as "capitals". */
  return strcmp (C_("region list", "small letters"), "small letters") != 0;
}

static void
append_stem (GString    *text,
             const char *name,
             gboolean    capitals)
{
  const char *rest = capitals ? name : g_utf8_next_char (name);

  if (!capitals)
    g_string_append_unichar (text, g_unichar_tolower (g_utf8_get_char (name)));
  g_string_append_len (text, rest, (gssize) stem_length (name) - (rest - name));
}

/**
 * bc_words_dup_stem:
 * @name: the name of an area
 * @detail: (out) (transfer full) (nullable): what stands behind its comma
 *
 * The name of an area as it stands within a list: "Outer thigh, upper" gives "outer thigh" and "upper".
 *
 * Returns: (transfer full): the name without its detail
 */
char *
bc_words_dup_stem (const char  *name,
                   char       **detail)
{
  GString *stem = g_string_new (NULL);

  *detail = g_strdup (find_detail (name));
  append_stem (stem, name, keeps_capitals ());
  return g_string_free (stem, FALSE);
}

static gboolean
same_stem (const char *one,
           const char *other)
{
  gsize length = stem_length (one);

  return stem_length (other) == length && strncmp (one, other, length) == 0;
}

/* The areas that are marked on just these sides, head to foot: "upper buttock, outer thigh (upper, lower)". */
static void
append_areas (GString      *text,
              const guint8 *sides,
              guint         wanted)
{
  const char *comma = C_("list", ", ");
  const char *between = "";
  const char *open = NULL; /* the name whose details are being listed */
  gboolean capitals = keeps_capitals ();

  for (guint area = 0; area < BC_N_AREAS; area++)
    {
      const char *name;
      const char *detail;

      if (sides[area] != wanted)
        continue;
      name = bc_area_get_name (area);
      detail = find_detail (name);
      if (open == NULL || detail == NULL || !same_stem (open, name))
        {
          g_string_append (text, open != NULL ? ")" : "");
          g_string_append (text, between);
          append_stem (text, name, capitals);
          g_string_append (text, detail != NULL ? " (" : "");
          open = detail != NULL ? name : NULL;
        }
      else
        g_string_append (text, comma);
      g_string_append (text, detail != NULL ? detail : "");
      between = comma;
    }
  g_string_append (text, open != NULL ? ")" : "");
}

static void
append_side (GString      *text,
             const guint8 *sides,
             guint         wanted,
             const char   *side)
{
  g_autoptr(GString) areas = g_string_sized_new (USUAL_LENGTH);

  append_areas (areas, sides, wanted);
  if (text->len > 0)
    g_string_append (text, C_("list", "; "));
  /* Translators: first the patient's side, then areas of the body, as in "right: upper buttock, heel" */
  g_string_append_printf (text, C_("side and areas", "%s: %s"), side, areas->str);
}

/**
 * bc_words_dup_regions:
 * @regions: (element-type BcRegion): in any order
 *
 * Says where @regions are, grouped by the patient's side and from head to foot, as
 * "right: upper buttock, outer thigh (upper, lower); both sides: front of the knee".
 *
 * Returns: (transfer full): the words, "" for no region
 */
char *
bc_words_dup_regions (const GArray *regions)
{
  static const struct
  {
    guint  wanted;
    BcSide side;
  } order[] = { { ON_RIGHT, BC_SIDE_RIGHT }, { ON_LEFT, BC_SIDE_LEFT }, { ON_LEFT | ON_RIGHT, BC_SIDE_BOTH } };
  guint8 sides[BC_N_AREAS] = { 0 };
  GString *text;

  g_return_val_if_fail (regions != NULL, g_strdup (""));

  for (guint i = 0; i < regions->len; i++)
    {
      BcRegion region = g_array_index (regions, BcRegion, i);

      g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, g_strdup (""));
      sides[bc_region_get_area (region)] |= bc_region_get_side (region) == BC_SIDE_LEFT ? ON_LEFT : ON_RIGHT;
    }
  text = g_string_sized_new (USUAL_LENGTH);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (memchr (sides, (int) order[i].wanted, sizeof sides) != NULL)
      append_side (text, sides, order[i].wanted, bc_side_get_name (order[i].side));
  return g_string_free (text, FALSE);
}

static void
gather_mark (BcMarkedMap *map,
             BcMark      *mark)
{
  BcRole role = bc_mark_get_role (mark);

  if (role != BC_ROLE_CLEAR)
    map->role[bc_mark_get_region (mark)] = role == BC_ROLE_SITE ? BC_MARKED_SITE : BC_MARKED_RADIATION;
}

static void
gather_stroke (BcMarkedMap *map,
               BcStroke    *stroke)
{
  guint n_covers;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  for (guint i = 0; i < n_covers; i++)
    {
      BcRole role;

      if (bc_stroke_counts (stroke, covers[i].region, &role))
        map->role[covers[i].region] |= role == BC_ROLE_SITE ? BC_MARKED_SITE : BC_MARKED_RADIATION;
    }
}

/**
 * bc_words_gather_marked:
 * @map: (out caller-allocates): what @symptom marks
 *
 * Gathers marks and strokes. As with bc_symptom_marks_region(), a click says outright how the symptom is in a region,
 * and among strokes one that sits there wins.
 */
void
bc_words_gather_marked (BcSymptom   *symptom,
                        BcMarkedMap *map)
{
  GListModel *marks;
  GListModel *strokes;

  g_return_if_fail (BC_IS_SYMPTOM (symptom));
  g_return_if_fail (map != NULL);

  *map = (BcMarkedMap) { 0 };
  strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);

      gather_stroke (map, stroke);
    }
  for (guint region = 1; region <= BC_N_REGIONS; region++)
    if ((map->role[region] & BC_MARKED_SITE) != 0)
      map->role[region] = BC_MARKED_SITE;
  marks = G_LIST_MODEL (bc_symptom_get_marks (symptom));
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);

      gather_mark (map, mark);
    }
}

/**
 * bc_words_dup_marks:
 * @role: where the symptom sits, or where it spreads to
 *
 * Returns: (transfer full): the regions that @symptom marks in this role, by clicks or by strokes, as
 *   bc_words_dup_regions() says them
 */
char *
bc_words_dup_marks (BcSymptom *symptom,
                    BcRole     role)
{
  g_autoptr(GArray) regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  guint8 wanted = role == BC_ROLE_SITE ? BC_MARKED_SITE : BC_MARKED_RADIATION;
  BcMarkedMap map;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), g_strdup (""));
  g_return_val_if_fail (role != BC_ROLE_CLEAR, g_strdup (""));

  bc_words_gather_marked (symptom, &map);
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;

      if (map.role[i] == wanted)
        g_array_append_val (regions, region);
    }
  return bc_words_dup_regions (regions);
}

/**
 * bc_words_dup_clears:
 * @clears: the clear ticks of a visit
 *
 * Returns: (transfer full): the ticked regions, as bc_words_dup_regions() says them
 */
char *
bc_words_dup_clears (GListModel *clears)
{
  g_autoptr(GArray) regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));

  g_return_val_if_fail (G_IS_LIST_MODEL (clears), g_strdup (""));

  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (clears, i);
      BcRegion region = bc_mark_get_region (mark);

      g_array_append_val (regions, region);
    }
  return bc_words_dup_regions (regions);
}

/**
 * bc_words_dup_unconfirmed_clears:
 * @clears: the clear ticks of a visit
 *
 * Returns: (transfer full): those of them that are copies from the last visit and not confirmed yet, as
 *   bc_words_dup_regions() says them; "" for none
 */
char *
bc_words_dup_unconfirmed_clears (GListModel *clears)
{
  g_autoptr(GListStore) copies = g_list_store_new (BC_TYPE_MARK);

  g_return_val_if_fail (G_IS_LIST_MODEL (clears), g_strdup (""));

  for (guint i = 0; i < g_list_model_get_n_items (clears); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (clears, i);

      if (bc_mark_get_unconfirmed (mark))
        g_list_store_append (copies, mark);
    }
  return bc_words_dup_clears (G_LIST_MODEL (copies));
}

/**
 * bc_words_dup_capital:
 * @text: a word or more
 *
 * Returns: (transfer full): @text with a capital first letter, as at the start of a line
 */
char *
bc_words_dup_capital (const char *text)
{
  char first[7] = "";

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0')
    return g_strdup ("");
  first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first)] = '\0';
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}
