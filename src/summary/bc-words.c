/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words-private.h"

#include "bc-i18n.h"

#include <string.h>

enum
{
  ON_LEFT = 1 << 0,
  ON_RIGHT = 1 << 1
};

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
  const char *comma = strstr (name, ", ");
  g_autofree char *stem = comma != NULL ? g_strndup (name, (gsize) (comma - name)) : g_strdup (name);
  char first[7] = "";

  *detail = comma != NULL ? g_strdup (comma + 2) : NULL;
  /* Translators: areas of the body within a list begin with a small letter, as in "right: upper buttock, heel". Where
   * nouns keep their capital within a sentence, as in German, translate this as "capitals". */
  if (strcmp (C_("region list", "small letters"), "small letters") != 0)
    return g_steal_pointer (&stem);
  first[g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (stem)), first)] = '\0';
  return g_strconcat (first, g_utf8_next_char (stem), NULL);
}

/* The areas that are marked on just these sides, head to foot: "upper buttock, outer thigh (upper, lower)". */
static char *
dup_areas (const guint8 *sides,
           guint         wanted)
{
  GString *text = g_string_new (NULL);
  g_autofree char *open = NULL; /* the stem whose details are being listed */

  for (guint area = 0; area < BC_N_AREAS; area++)
    {
      g_autofree char *detail = NULL;
      g_autofree char *stem = NULL;

      if (sides[area] != wanted)
        continue;
      stem = bc_words_dup_stem (bc_area_get_name (area), &detail);
      if (open != NULL && detail != NULL && strcmp (open, stem) == 0)
        {
          g_string_append_printf (text, "%s%s", C_("list", ", "), detail);
          continue;
        }
      if (open != NULL)
        g_string_append_c (text, ')');
      g_clear_pointer (&open, g_free);
      if (text->len > 0)
        g_string_append (text, C_("list", ", "));
      g_string_append (text, stem);
      if (detail != NULL)
        {
          g_string_append_printf (text, " (%s", detail);
          open = g_steal_pointer (&stem);
        }
    }
  if (open != NULL)
    g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static void
append_side (GString      *text,
             const guint8 *sides,
             guint         wanted,
             const char   *side)
{
  g_autofree char *areas = dup_areas (sides, wanted);

  if (*areas == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, C_("list", "; "));
  /* Translators: first the patient's side, then areas of the body, as in "right: upper buttock, heel" */
  g_string_append_printf (text, C_("side and areas", "%s: %s"), side, areas);
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
  guint8 sides[BC_N_AREAS] = { 0 };
  GString *text;

  g_return_val_if_fail (regions != NULL, g_strdup (""));

  for (guint i = 0; i < regions->len; i++)
    {
      BcRegion region = g_array_index (regions, BcRegion, i);

      g_return_val_if_fail (region >= 1 && region <= BC_N_REGIONS, g_strdup (""));
      sides[bc_region_get_area (region)] |= bc_region_get_side (region) == BC_SIDE_LEFT ? ON_LEFT : ON_RIGHT;
    }
  text = g_string_new (NULL);
  append_side (text, sides, ON_RIGHT, bc_side_get_name (BC_SIDE_RIGHT));
  append_side (text, sides, ON_LEFT, bc_side_get_name (BC_SIDE_LEFT));
  append_side (text, sides, ON_LEFT | ON_RIGHT, bc_side_get_name (BC_SIDE_BOTH));
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
