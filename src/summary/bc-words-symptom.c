/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A symptom as one reads it back to the patient. Left and right are the patient's own. */
#include "bc-words-private.h"

#include "bc-i18n.h"

static void
add (GPtrArray  *parts,
     const char *text)
{
  if (text != NULL && *text != '\0')
    g_ptr_array_add (parts, g_strdup (text));
}

/* "ache, burning and tingling" */
static char *
dup_qualities (guint qualities)
{
  GString *text = g_string_new (NULL);
  guint left = qualities;

  for (guint i = 0; i < bc_quality_terms.n_terms; i++)
    {
      guint quality = (guint) bc_quality_terms.terms[i].value;

      if ((left & quality) == 0)
        continue;
      left &= ~quality;
      if (text->len > 0)
        /* Translators: stands before the last part of a list, as in "ache, burning and tingling" */
        g_string_append (text, left == 0 ? C_("list", " and ") : C_("list", ", "));
      g_string_append (text, bc_terms_get_name (&bc_quality_terms, (int) quality));
    }
  return g_string_free (text, FALSE);
}

/* "deep ache and tingling" */
static char *
dup_feeling (BcSymptom *symptom)
{
  g_autofree char *qualities = dup_qualities (bc_symptom_get_qualities (symptom));
  const char *depth;

  if (bc_symptom_get_depth (symptom) == BC_DEPTH_UNKNOWN)
    return g_steal_pointer (&qualities);
  depth = bc_terms_get_name (&bc_depth_terms, (int) bc_symptom_get_depth (symptom));
  if (*qualities == '\0')
    return g_strdup (depth);
  /* Translators: how deep a symptom is, and what it feels like, as in "deep ache and tingling" */
  return g_strdup_printf (C_("symptom", "%s %s"), depth, qualities);
}

static void
add_character (GPtrArray *parts,
               BcSymptom *symptom)
{
  g_autofree char *feeling = dup_feeling (symptom);
  int now = bc_symptom_get_now (symptom);
  int worst = bc_symptom_get_worst (symptom);

  add (parts, feeling);
  if (bc_symptom_get_constancy (symptom) != BC_CONSTANCY_UNKNOWN)
    add (parts, bc_terms_get_name (&bc_constancy_terms, (int) bc_symptom_get_constancy (symptom)));
  if (now != BC_NRS_UNKNOWN)
    /* Translators: how strong the symptom is now, 0 to 10 */
    g_ptr_array_add (parts, g_strdup_printf (_("%d of 10"), now));
  if (worst != BC_NRS_UNKNOWN && worst != now)
    /* Translators: how strong the symptom is at worst, 0 to 10 */
    g_ptr_array_add (parts, g_strdup_printf (_("at worst %d of 10"), worst));
}

/* All regions of one role; head to foot. */
static GArray *
list_regions (const BcMarkedMap *map,
              guint              role)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;

      if (map->role[i] == role)
        g_array_append_val (regions, region);
    }
  return regions;
}

static void
add_site (GPtrArray         *parts,
          const BcMarkedMap *map)
{
  g_autoptr(GArray) regions = list_regions (map, BC_MARKED_SITE);
  g_autoptr(GPtrArray) places = NULL;
  g_autofree char *words = NULL;

  if (regions->len == 0)
    return;
  places = bc_places_new ((const BcRegion *) regions->data, regions->len, TRUE);
  words = bc_places_dup_words (places, 0, places->len);
  /* Translators: where a symptom sits, as in "in your right buttock" */
  g_ptr_array_add (parts, g_strdup_printf (C_("symptom", "in %s"), words));
}

/* "spreading down your right outer thigh and shin to your right great toe". Within a limb the areas are numbered from the
 * trunk outwards. */
static char *
dup_way (const GArray *regions,
         const char   *way,
         const char   *end)
{
  guint first = bc_region_get_area (g_array_index (regions, BcRegion, 0));
  guint last = bc_region_get_area (g_array_index (regions, BcRegion, regions->len - 1));
  BcBodyPart part = bc_area_get_body_part (first);

  if (part != bc_area_get_body_part (last) || part < BC_BODY_PART_UPPER_LIMB || first == last)
    /* Translators: on the way to, and where a symptom travels to, as in "spreading through your left loin to your left
     * groin" */
    return g_strdup_printf (C_("symptom", "spreading through %s to %s"), way, end);
  if (first < last)
    /* Translators: as in "spreading down your right outer thigh and shin to your right great toe" */
    return g_strdup_printf (C_("symptom", "spreading down %s to %s"), way, end);
  /* Translators: as in "spreading up your right wrist and forearm to the front of your right elbow" */
  return g_strdup_printf (C_("symptom", "spreading up %s to %s"), way, end);
}

/* @regions in the order of the way; @both: the same on either side. */
static void
add_way (GPtrArray    *parts,
         const GArray *regions,
         gboolean      both)
{
  g_autoptr(GPtrArray) places = NULL;
  g_autofree char *way = NULL;
  g_autofree char *end = NULL;

  if (regions->len == 0)
    return;
  places = bc_places_new ((const BcRegion *) regions->data, regions->len, both);
  end = bc_places_dup_words (places, places->len - 1, 1);
  if (places->len == 1)
    {
      /* Translators: where a symptom travels to, as in "spreading to your right calf" */
      g_ptr_array_add (parts, g_strdup_printf (C_("symptom", "spreading to %s"), end));
      return;
    }
  way = bc_places_dup_words (places, 0, places->len - 1);
  g_ptr_array_add (parts, dup_way (regions, way, end));
}

/* Takes the regions that the drawn path travels to off @map, so that they are said once. */
static GArray *
take_path (BcMarkedMap *map,
           BcStroke    *stroke)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  guint n_covers;
  const BcCover *covers = bc_stroke_get_covers (stroke, &n_covers);

  for (guint i = 0; i < n_covers; i++)
    {
      BcRegion region = covers[i].region;

      if (map->role[region] != BC_MARKED_RADIATION || !bc_stroke_counts (stroke, region, NULL))
        continue;
      map->role[region] = 0;
      g_array_append_val (regions, region);
    }
  return regions;
}

/* What was clicked has no order: it is told from the trunk outwards, or towards the trunk where the symptom sits
 * farther out than all of it. */
static GArray *
take_side (const BcMarkedMap *map,
           BcSide             side)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (BcRegion));
  guint site = 0;

  for (guint i = 1; i <= BC_N_REGIONS; i++)
    {
      BcRegion region = (BcRegion) i;

      if (map->role[i] == BC_MARKED_SITE)
        site = MAX (site, bc_region_get_area (region));
      if (map->role[i] == BC_MARKED_RADIATION && (side == BC_SIDE_BOTH || bc_region_get_side (region) == side))
        g_array_append_val (regions, region);
    }
  if (regions->len == 0 || bc_region_get_area (g_array_index (regions, BcRegion, regions->len - 1)) > site)
    return regions;
  for (guint i = 0; i < regions->len / 2; i++)
    {
      BcRegion *a = &g_array_index (regions, BcRegion, i);
      BcRegion *b = &g_array_index (regions, BcRegion, regions->len - 1 - i);
      BcRegion swapped = *a;

      *a = *b;
      *b = swapped;
    }
  return regions;
}

static gboolean
is_symmetric (const BcMarkedMap *map)
{
  for (guint i = 1; i <= BC_N_REGIONS; i++)
    if ((map->role[i] == BC_MARKED_RADIATION)
        != (map->role[bc_region_mirror ((BcRegion) i)] == BC_MARKED_RADIATION))
      return FALSE;
  return TRUE;
}

/* Drawn paths first, each on its own way, then what was only clicked, the right side before the left. */
static void
add_radiation (GPtrArray   *parts,
               BcSymptom   *symptom,
               BcMarkedMap *map)
{
  static const BcSide sides[] = { BC_SIDE_RIGHT, BC_SIDE_LEFT };
  GListModel *strokes = G_LIST_MODEL (bc_symptom_get_strokes (symptom));
  g_autoptr(GArray) all = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (strokes); i++)
    {
      g_autoptr(BcStroke) stroke = g_list_model_get_item (strokes, i);
      g_autoptr(GArray) path = NULL;

      if (bc_stroke_get_role (stroke) != BC_ROLE_RADIATION)
        continue;
      path = take_path (map, stroke);
      add_way (parts, path, FALSE);
    }
  if (is_symmetric (map))
    {
      all = take_side (map, BC_SIDE_BOTH);
      add_way (parts, all, TRUE);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_autoptr(GArray) side = take_side (map, sides[i]);

      add_way (parts, side, FALSE);
    }
}

/**
 * bc_words_dup_symptom:
 *
 * Reads a symptom back to the patient, so that a slip of the hand is heard: "P1, deep ache, 6 of 10, in your right
 * buttock, spreading down your right outer thigh and shin to your right great toe." A drawn path is told in the order
 * in which it runs. Intensities are NRS-11.
 *
 * Returns: (transfer full): one sentence; what was not given is left out
 */
char *
bc_words_dup_symptom (BcSymptom *symptom)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;
  BcMarkedMap map;
  guint n_before;

  g_return_val_if_fail (BC_IS_SYMPTOM (symptom), g_strdup (""));

  bc_words_gather_marked (symptom, &map);
  g_ptr_array_add (parts, bc_symptom_dup_label (symptom));
  add_character (parts, symptom);
  n_before = parts->len;
  add_site (parts, &map);
  add_radiation (parts, symptom, &map);
  if (bc_symptom_get_resolved (symptom))
    /* Translators: a symptom that has gone, as in "P2, resolved." */
    add (parts, C_("symptom", "resolved"));
  else if (parts->len == n_before)
    add (parts, _("not marked yet"));
  g_ptr_array_add (parts, NULL);
  joined = g_strjoinv (C_("list", ", "), (char **) parts->pdata);
  return g_strdup_printf ("%s.", joined);
}
