/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places as one says them to the patient: "your right buttock, outer thigh (upper) and the back of the knee". */
#include "bc-words-private.h"

#include "bc-i18n.h"

#include <string.h>

enum
{
  ON_LEFT = 1 << 0,
  ON_RIGHT = 1 << 1,
  ON_BOTH = ON_LEFT | ON_RIGHT
};

/* What has a name of its own when all of its areas are marked; a larger one before what is part of it. */
static const struct
{
  const char *name;
  gboolean    whole; /* worth a word: much more is marked than one would think */
  const char *areas;
} groups[] = {
  { NC_("place", "leg"), TRUE,
    "thigh-anterior-upper thigh-anterior-lower thigh-medial-upper thigh-medial-lower thigh-lateral-upper "
    "thigh-lateral-lower thigh-posterior-upper thigh-posterior-lower knee-anterior knee-medial knee-lateral "
    "knee-posterior shin leg-medial leg-lateral calf-upper calf-lower ankle-anterior ankle-medial ankle-lateral "
    "heel foot-dorsum-medial foot-dorsum-lateral sole-medial sole-lateral sole-forefoot great-toe middle-toes "
    "little-toe" },
  { NC_("place", "arm"), TRUE,
    "upper-arm-anterior upper-arm-lateral upper-arm-posterior upper-arm-medial elbow-anterior elbow-lateral "
    "elbow-medial elbow-posterior forearm-anterior forearm-radial forearm-ulnar forearm-posterior wrist-anterior "
    "wrist-posterior thenar palm hypothenar hand-dorsum-radial hand-dorsum-ulnar thumb index-finger middle-finger "
    "ring-finger little-finger" },
  { NC_("place", "hand"), TRUE,
    "thenar palm hypothenar hand-dorsum-radial hand-dorsum-ulnar thumb index-finger middle-finger ring-finger "
    "little-finger" },
  { NC_("place", "foot"), TRUE,
    "heel foot-dorsum-medial foot-dorsum-lateral sole-medial sole-lateral sole-forefoot great-toe middle-toes "
    "little-toe" },
  { NC_("place", "thigh"), TRUE,
    "thigh-anterior-upper thigh-anterior-lower thigh-medial-upper thigh-medial-lower thigh-lateral-upper "
    "thigh-lateral-lower thigh-posterior-upper thigh-posterior-lower" },
  { NC_("place", "forearm"), TRUE, "forearm-anterior forearm-radial forearm-ulnar forearm-posterior" },
  { NC_("place", "upper arm"), TRUE, "upper-arm-anterior upper-arm-lateral upper-arm-posterior upper-arm-medial" },
  { NC_("place", "back"), TRUE,
    "interscapular-upper interscapular-lower back-middle thoracolumbar lumbar-upper lumbar-lower" },
  { NC_("place", "shoulder"), FALSE, "shoulder-anterior shoulder-lateral shoulder-posterior" },
  { NC_("place", "elbow"), FALSE, "elbow-anterior elbow-lateral elbow-medial elbow-posterior" },
  { NC_("place", "wrist"), FALSE, "wrist-anterior wrist-posterior" },
  { NC_("place", "palm"), FALSE, "thenar palm hypothenar" },
  { NC_("place", "knee"), FALSE, "knee-anterior knee-medial knee-lateral knee-posterior" },
  { NC_("place", "ankle"), FALSE, "ankle-anterior ankle-medial ankle-lateral" },
  { NC_("place", "sole"), FALSE, "sole-medial sole-lateral sole-forefoot" },
  { NC_("place", "toes"), FALSE, "great-toe middle-toes little-toe" },
  { NC_("place", "shoulder blade"), FALSE, "scapula-upper scapula-lower" },
  { NC_("place", "low back"), FALSE, "lumbar-upper lumbar-lower" },
  { NC_("place", "buttock"), FALSE, "buttock-upper buttock-lower" },
  { NC_("place", "abdomen"), FALSE, "abdomen-upper abdomen-middle abdomen-lower" },
};

/* One place of a list. Several areas that differ only by a detail are one place. */
typedef struct
{
  char     *stem;      /* as within a sentence: "outer thigh" */
  GString  *details;   /* "upper, lower" */
  guint     n_details;
  guint     side;      /* ON_LEFT, ON_RIGHT or ON_BOTH */
  gboolean  whole;
  gboolean  paired;    /* there are two of it; else it is one half of something in the middle */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->stem);
  g_string_free (place->details, TRUE);
  g_free (place);
}

/* Head and trunk are in the middle, shoulders and limbs come in pairs. */
static gboolean
is_paired (guint area)
{
  BcBodyPart part = bc_area_get_body_part (area);

  return part == BC_BODY_PART_UPPER_LIMB || part == BC_BODY_PART_LOWER_LIMB
         || strcmp (bc_area_get_id (area), "shoulder-top") == 0;
}

/* How many areas there are with this stem: then all details together say no more than the stem alone. */
static guint
count_stem (const char *stem)
{
  guint n = 0;

  for (guint area = 0; area < BC_N_AREAS; area++)
    {
      g_autofree char *detail = NULL;
      g_autofree char *other = bc_words_dup_stem (bc_area_get_name (area), &detail);

      if (strcmp (stem, other) == 0)
        n++;
    }
  return n;
}

static Place *
find_place (GPtrArray  *places,
            const char *stem,
            guint       side)
{
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = g_ptr_array_index (places, i);

      if (place->side == side && !place->whole && strcmp (place->stem, stem) == 0)
        return place;
    }
  return NULL;
}

static Place *
add_place (GPtrArray  *places,
           const char *stem,
           guint       side,
           guint       area)
{
  Place *place = g_new0 (Place, 1);

  place->stem = g_strdup (stem);
  place->details = g_string_new (NULL);
  place->side = side;
  place->paired = is_paired (area);
  g_ptr_array_add (places, place);
  return place;
}

static void
add_area (GPtrArray *places,
          guint      area,
          guint      side)
{
  g_autofree char *detail = NULL;
  g_autofree char *stem = bc_words_dup_stem (bc_area_get_name (area), &detail);
  Place *place = find_place (places, stem, side);

  if (place == NULL)
    place = add_place (places, stem, side, area);
  if (detail == NULL)
    return;
  if (place->n_details++ > 0)
    g_string_append (place->details, C_("list", ", "));
  g_string_append (place->details, detail);
}

/* The group that is marked all over on @side, at least, and contains @area; -1 for none. */
static int
find_group (const guint8 *sides,
            guint         area,
            guint         side)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_auto(GStrv) ids = g_strsplit (groups[i].areas, " ", -1);
      gboolean complete = g_strv_contains ((const char *const *) ids, bc_area_get_id (area));

      for (guint j = 0; complete && ids[j] != NULL; j++)
        complete = (sides[bc_area_from_id (ids[j])] & side) == side;
      if (complete)
        return (int) i;
    }
  return -1;
}

/* Adds what @area belongs to, on those of its @sides of which nothing was said yet (@done). */
static void
add_marked (GPtrArray *places,
            guint8    *sides,
            guint8    *done,
            guint      area,
            guint      side)
{
  g_auto(GStrv) ids = NULL;
  Place *place;
  int group;

  side &= ~(guint) done[area];
  if (side == 0)
    return;
  group = find_group (sides, area, side);
  if (group < 0)
    {
      done[area] |= (guint8) side;
      add_area (places, area, side);
      return;
    }
  place = add_place (places, g_dpgettext2 (GETTEXT_PACKAGE, "place", groups[group].name), side, area);
  place->whole = groups[group].whole;
  ids = g_strsplit (groups[group].areas, " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    done[bc_area_from_id (ids[i])] |= (guint8) side;
}

static guint
side_of (BcRegion region)
{
  return bc_region_get_side (region) == BC_SIDE_LEFT ? ON_LEFT : ON_RIGHT;
}

/**
 * bc_places_new:
 * @regions: (array length=n_regions): in the order in which they are to be told
 * @both: what is marked on either side is said once, for both; else sides follow the order of @regions
 *
 * Makes a list of places to tell: areas that differ by a detail are one, and so are those of a limb that is marked all
 * over. With @both the right side comes first, then the left, then what both share.
 *
 * Returns: (transfer full): places for bc_places_dup_words()
 */
GPtrArray *
bc_places_new (const BcRegion *regions,
               guint           n_regions,
               gboolean        both)
{
  static const guint order[] = { ON_RIGHT, ON_LEFT, ON_BOTH };
  GPtrArray *places = g_ptr_array_new_with_free_func (place_free);
  guint8 sides[BC_N_AREAS] = { 0 };
  guint8 done[BC_N_AREAS] = { 0 };

  g_return_val_if_fail (regions != NULL || n_regions == 0, places);

  for (guint i = 0; i < n_regions; i++)
    sides[bc_region_get_area (regions[i])] |= (guint8) side_of (regions[i]);
  for (guint i = 0; i < (both ? G_N_ELEMENTS (order) : 1); i++)
    for (guint j = 0; j < n_regions; j++)
      {
        guint area = bc_region_get_area (regions[j]);

        if (!both)
          add_marked (places, sides, done, area, side_of (regions[j]));
        else if (sides[area] == order[i])
          add_marked (places, sides, done, area, order[i]);
      }
  return places;
}

static void
replace (GString    *text,
         const char *token,
         const char *with)
{
  char *at = strstr (text->str, token);

  if (at == NULL)
    return;
  g_string_erase (text, at - text->str, (gssize) strlen (token));
  g_string_insert (text, at - text->str, with);
}

static const char *
get_side_word (guint side)
{
  if (side == ON_BOTH)
    /* Translators: stands for {side} in a place, as in "your right and left shin" */
    return C_("place", "right and left");
  return side == ON_LEFT ? C_("side", "left") : C_("side", "right");
}

/*
 * The first place of a side says the side. English puts the side before what there are two of: "the back of your right
 * knee", but "the right back of your head".
 */
static const char *
get_form (const Place  *place,
          const char   *of,
          const char   *between,
          gboolean      first)
{
  if (place->whole)
    /* Translators: replace {side} and {place}, as in "your whole right hand"; "whole hand" when the side was just said */
    return first ? C_("place", "your whole {side} {place}") : C_("place again", "whole {place}");
  if (first && g_str_has_prefix (place->stem, between))
    /* Translators: as in "between your shoulder blades on the right"; used if "between the " begins the name */
    return C_("place", "between your {place} on the {side}");
  if (g_str_has_prefix (place->stem, between))
    return C_("place again", "between the {place}");
  if (strstr (place->stem, of) == NULL)
    /* Translators: a place on the patient's body, as in "your right calf". {side} is "right", "left" or "right and left".
     * The second form follows in a list of places on the same side, as "heel" in "your right calf and heel"; where that
     * is unclear in your language, say the {side} again. */
    return first ? C_("place", "your {side} {place}") : C_("place again", "{place}");
  if (!first)
    return C_("place again", "the {part} of the {place}");
  /* Translators: used if " of the " is within the name: "the back of your right knee", "the right back of your head" */
  return place->paired ? C_("place", "the {part} of your {side} {place}")
                       : C_("place", "the {side} {part} of your {place}");
}

static char *
dup_place (const Place *place,
           gboolean     first)
{
  /* Translators: the names of areas are taken apart here, as "back of the knee". Where your language has no such form,
   * leave these two untranslated. */
  const char *of = C_("within a place", " of the ");
  const char *between = C_("begin of a place", "between the ");
  const char *cut = strstr (place->stem, of);
  GString *text = g_string_new (get_form (place, of, between, first));

  replace (text, "{side}", get_side_word (place->side));
  if (g_str_has_prefix (place->stem, between))
    {
      replace (text, "{place}", place->stem + strlen (between));
    }
  else if (cut != NULL && !place->whole)
    {
      g_autofree char *part = g_strndup (place->stem, (gsize) (cut - place->stem));

      replace (text, "{part}", part);
      replace (text, "{place}", cut + strlen (of));
    }
  else
    {
      replace (text, "{place}", place->stem);
    }
  if (place->n_details > 0 && place->n_details < count_stem (place->stem))
    g_string_append_printf (text, " (%s)", place->details->str);
  return g_string_free (text, FALSE);
}

/**
 * bc_places_dup_words:
 * @places: from bc_places_new()
 * @first: where to begin
 * @n_places: how many of them
 *
 * Returns: (transfer full): "your right calf, heel and the back of the knee, your left shin"; "" for no place
 */
char *
bc_places_dup_words (GPtrArray *places,
                     guint      first,
                     guint      n_places)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (places != NULL, g_string_free (text, FALSE));
  g_return_val_if_fail (first + n_places <= places->len, g_string_free (text, FALSE));

  for (guint i = first; i < first + n_places; i++)
    {
      const Place *place = g_ptr_array_index (places, i);
      const Place *before = i > first ? g_ptr_array_index (places, i - 1) : NULL;
      g_autofree char *words = dup_place (place, before == NULL || before->side != place->side);

      if (before != NULL && i + 1 == first + n_places)
        /* Translators: stands before the last part of a list, as in "ache, burning and tingling" */
        g_string_append (text, C_("list", " and "));
      else if (before != NULL)
        g_string_append (text, C_("list", ", "));
      g_string_append (text, words);
    }
  return g_string_free (text, FALSE);
}
