/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bc-finding-groups.h"

#include "bc-i18n.h"

static const BcGroup *
outer_group (const BcPattern *pattern,
             const BcMaps    *maps)
{
  const BcGroup *group = pattern->group;

  while (group != NULL && group->parent != NULL)
    group = bc_maps_lookup_group (maps, group->parent);
  return group;
}

static gboolean
belong_together (const BcFinding *a,
                 const BcFinding *b,
                 const BcMaps    *maps)
{
  const BcGroup *group = outer_group (a->pattern, maps);

  return group != NULL && a->side == b->side && outer_group (b->pattern, maps) == group;
}

/**
 * bc_findings_group:
 * @most: how many groups to return at the most
 *
 * Returns: (transfer full): an array of arrays of const BcFinding; the inner ones hold the members of one
 *   group at one side, best first. They point into @findings.
 */
GPtrArray *
bc_findings_group (const BcFindings *findings,
                   const BcMaps     *maps,
                   guint             most)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  g_return_val_if_fail (findings != NULL, groups);

  for (guint i = 0; i < findings->findings->len; i++)
    {
      const BcFinding *finding = g_ptr_array_index (findings->findings, i);
      GPtrArray *home = NULL;

      for (guint g = 0; g < groups->len && home == NULL; g++)
        {
          GPtrArray *group = g_ptr_array_index (groups, g);

          if (belong_together (g_ptr_array_index (group, 0), finding, maps))
            home = group;
        }
      if (home == NULL && groups->len < most)
        {
          home = g_ptr_array_new ();
          g_ptr_array_add (groups, home);
        }
      if (home != NULL)
        g_ptr_array_add (home, (gpointer) finding);
    }
  return groups;
}

/**
 * bc_finding_dup_group_name:
 *
 * Returns: (transfer full): the name of the finding's outermost group with its side, or just the finding's name
 *   where it stands alone
 */
char *
bc_finding_dup_group_name (const BcFinding *finding,
                           const BcMaps    *maps)
{
  const BcGroup *group;

  g_return_val_if_fail (finding != NULL, NULL);

  group = outer_group (finding->pattern, maps);
  if (group == NULL)
    return bc_finding_dup_name (finding);
  /* Translators: a group of findings and its side, as in "Sciatica (L5 or S1), right" */
  return g_strdup_printf (_("%s, %s"), group->name, bc_side_get_name (finding->side));
}
