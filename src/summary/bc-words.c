/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-words.h"

#include "bc-i18n.h"

#include <string.h>

enum
{
  ON_LEFT = 1 << 0,
  ON_RIGHT = 1 << 1
};

/* The name of an area as it stands within a list: "Outer thigh, upper" gives "outer thigh" and "upper". */
static char *
dup_stem (const char *name,
          char      **detail)
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
      stem = dup_stem (bc_area_get_name (area), &detail);
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

static char *
dup_list (GListModel *marks,
          BcRole      role)
{
  g_autoptr(GArray) regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(BcMark) mark = g_list_model_get_item (marks, i);
      BcRegion region = bc_mark_get_region (mark);

      if (bc_mark_get_role (mark) == role)
        g_array_append_val (regions, region);
    }
  return bc_words_dup_regions (regions);
}

/**
 * bc_words_dup_marks:
 * @role: where the symptom sits, or where it spreads to
 *
 * Returns: (transfer full): the regions that @symptom marks in this role, as bc_words_dup_regions() says them
 */
char *
bc_words_dup_marks (BcSymptom *symptom,
                    BcRole     role)
{
  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), g_strdup (""));

  return dup_list (G_LIST_MODEL (bc_symptom_get_marks (symptom)), role);
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
  g_return_val_if_fail (G_IS_LIST_MODEL (clears), g_strdup (""));

  return dup_list (clears, BC_ROLE_CLEAR);
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

static void
add (GPtrArray  *parts,
     const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, g_strdup (text));
}

/* What it feels like: "deep, ache, tingling, constant, 6 of 10". */
static char *
dup_character (BcSymptom *symptom)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *qualities = bc_qualities_dup_names (bc_symptom_get_qualities (symptom));

  if (bc_symptom_get_depth (symptom) != BC_DEPTH_UNKNOWN)
    add (parts, bc_terms_get_name (&bc_depth_terms, (int) bc_symptom_get_depth (symptom)));
  add (parts, qualities);
  if (bc_symptom_get_constancy (symptom) != BC_CONSTANCY_UNKNOWN)
    add (parts, bc_terms_get_name (&bc_constancy_terms, (int) bc_symptom_get_constancy (symptom)));
  if (bc_symptom_get_now (symptom) != BC_NRS_UNKNOWN)
    /* Translators: how strong the symptom is now, 0 to 10 */
    g_ptr_array_add (parts, g_strdup_printf (_("%d of 10"), bc_symptom_get_now (symptom)));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_("list", ", "), (char **) parts->pdata);
}

/**
 * bc_words_dup_symptom:
 *
 * Reads a symptom back in words, so that a slip of the hand is heard: "P1: deep, ache, 6 of 10. Where: right:
 * upper buttock. Spreads to: right: calf (upper)." Intensities are NRS-11.
 *
 * Returns: (transfer full): one or more sentences; what was not given is left out
 */
char *
bc_words_dup_symptom (BcSymptom *symptom)
{
  g_autofree char *label = NULL;
  g_autofree char *character = NULL;
  g_autofree char *site = NULL;
  g_autofree char *radiation = NULL;
  GString *text;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), g_strdup (""));

  label = bc_symptom_dup_label (symptom);
  character = dup_character (symptom);
  site = bc_words_dup_marks (symptom, BC_ROLE_SITE);
  radiation = bc_words_dup_marks (symptom, BC_ROLE_RADIATION);
  text = g_string_new (label);
  if (*character != '\0')
    g_string_append_printf (text, ": %s", character);
  g_string_append_c (text, '.');
  if (*site != '\0')
    /* Translators: areas of the body, as in "Sits in: right: upper buttock." */
    g_string_append_printf (text, _(" Sits in: %s."), site);
  if (*radiation != '\0')
    /* Translators: areas of the body, as in "Spreads to: right: great toe." */
    g_string_append_printf (text, _(" Spreads to: %s."), radiation);
  if (*site == '\0' && *radiation == '\0')
    g_string_append (text, _(" Not marked yet."));
  return g_string_free (text, FALSE);
}
