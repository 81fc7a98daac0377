/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-map-search.h"

#include "bc-i18n.h"
#include "bc-map-index-private.h"

static void
clear_trait (BcMapTrait *trait)
{
  g_free (trait->text);
  bc_place_words_clear (&trait->words);
  bc_place_words_clear (&trait->ways);
}

static void
add_trait (GArray     *traits,
           char       *text,
           const char *words,
           const char *ways)
{
  BcMapTrait trait = { .text = text };

  bc_place_words_init (&trait.words, words);
  if (ways != NULL)
    bc_place_words_init (&trait.ways, ways);
  g_array_append_val (traits, trait);
}

static const char *
quality_synonyms (BcQuality quality)
{
  switch (quality)
    {
    /* Translators: what people call it, besides its name, when they type; words between semicolons */
    case BC_QUALITY_ACHE: return C_("synonyms", "aching; dull; sore");
    case BC_QUALITY_SHARP: return C_("synonyms", "stabbing; shooting; knife");
    case BC_QUALITY_BURNING: return C_("synonyms", "hot; burns");
    case BC_QUALITY_ELECTRIC: return C_("synonyms", "shock; lightning; zapping");
    case BC_QUALITY_TINGLING: return C_("synonyms", "pins and needles; prickling; paraesthesia; paresthesia");
    case BC_QUALITY_NUMBNESS: return C_("synonyms", "numb; dead; no feeling");
    case BC_QUALITY_WEAKNESS: return C_("synonyms", "weak; giving way");
    case BC_QUALITY_CRAMPING: return C_("synonyms", "cramp; cramps; spasm");
    case BC_QUALITY_THROBBING: return C_("synonyms", "pulsing; pulsating; pounding");
    default: return "";
    }
}

static void
add_qualities (GArray *traits,
               guint   qualities)
{
  for (guint i = 0; i < BC_N_QUALITIES; i++)
    if (qualities & 1u << i)
      {
        const char *name = bc_terms_get_name (&bc_quality_terms, 1 << i);
        g_autofree char *words = g_strjoin (" ", name, quality_synonyms ((BcQuality) (1 << i)), NULL);

        add_trait (traits, g_strdup (name), words, NULL);
      }
}

static void
add_factors (GArray       *traits,
             const BcMaps *maps,
             GStrv         ids,
             gboolean      worse)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const BcFactor *factor = bc_maps_lookup_factor (maps, ids[i]);

      if (factor == NULL)
        continue;
      /* Translators: %s is what makes pain worse, as in "worse: Sitting" */
      add_trait (traits, g_strdup_printf (worse ? _("worse: %s") : _("better: %s"), factor->name), factor->name,
                 /* Translators: what people type for what aggravates; words between semicolons */
                 worse ? C_("synonyms", "worse; aggravates; aggravated; aggravating; provokes; increases")
                 /* Translators: what people type for what eases; words between semicolons */
                       : C_("synonyms", "better; eases; eased; easing; relieves; reduces"));
    }
}

static void
add_depth (GArray  *traits,
           BcDepth  depth)
{
  const char *name = bc_terms_get_name (&bc_depth_terms, (int) depth);

  add_trait (traits, g_strdup (name), name, NULL);
}

static GArray *
new_traits (const BcMaps    *maps,
            const BcPattern *pattern)
{
  GArray *traits = g_array_new (FALSE, FALSE, sizeof (BcMapTrait));

  g_array_set_clear_func (traits, (GDestroyNotify) clear_trait);
  add_qualities (traits, pattern->qualities);
  add_factors (traits, maps, pattern->aggravating, TRUE);
  add_factors (traits, maps, pattern->easing, FALSE);
  if (pattern->deep)
    add_depth (traits, BC_DEPTH_DEEP);
  if (pattern->superficial)
    add_depth (traits, BC_DEPTH_SUPERFICIAL);
  return traits;
}

/**
 * bc_map_index_new:
 * @maps: maps, which must live as long
 *
 * Returns: (transfer full): what bc_map_index_search() looks through, in the language of the program
 */
BcMapIndex *
bc_map_index_new (const BcMaps *maps)
{
  BcMapIndex *self;

  g_return_val_if_fail (maps != NULL, NULL);

  self = g_new0 (BcMapIndex, 1);
  self->maps = maps;
  self->names = bc_place_index_new_maps (maps);
  self->traits = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < maps->patterns->len; i++)
    g_ptr_array_add (self->traits, new_traits (maps, g_ptr_array_index (maps->patterns, i)));
  return self;
}

/**
 * bc_map_index_free:
 * @self: (nullable) (transfer full): an index
 */
void
bc_map_index_free (BcMapIndex *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->traits);
  g_free (self);
}
