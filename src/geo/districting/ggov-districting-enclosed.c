/* ggov-districting-enclosed.c: plots that stand in the midst of another's ground
 *
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Computing 1 (1972).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-districting-private.h"

/* Walking from outside into the community, deepest first. */
typedef struct
{
  guint *order;    /* plots as they were met */
  guint *met;      /* (array): place in order, from 1; the outside has 0 */
  guint *parent;
  guint *next;     /* index of the link to try next */
  guint *low;      /* the earliest that can be reached past the parent */
  guint n;
} Walk;

static void
walk_from (const GgovDistrictingLand *land,
           Walk                      *walk,
           guint                      start)
{
  guint here = start;

  walk->parent[start] = GGOV_GEO_NONE;

  for (;;)
    {
      if (walk->met[here] == 0)
        {
          walk->order[walk->n++] = here;
          walk->met[here] = walk->n;
          walk->low[here] = land->plots[here].outer_m > 0 ? 0 : walk->n;
          walk->next[here] = land->plots[here].first_link;
        }

      if (walk->next[here] < land->plots[here + 1].first_link)
        {
          guint other = land->links[walk->next[here]++].other;

          if (walk->met[other] != 0)
            {
              if (other != walk->parent[here])
                walk->low[here] = MIN (walk->low[here], walk->met[other]);

              continue;
            }

          walk->parent[other] = here;
          here = other;
          continue;
        }

      if (walk->parent[here] == GGOV_GEO_NONE)
        return;

      walk->low[walk->parent[here]] = MIN (walk->low[walk->parent[here]], walk->low[here]);
      here = walk->parent[here];
    }
}

void
_ggov_districting_land_find_enclosed (const GgovDistrictingLand *land,
                                      guint                     *owner)
{
  Walk walk = {
    .order = g_new (guint, land->n),
    .met = g_new0 (guint, land->n),
    .parent = g_new (guint, land->n),
    .next = g_new (guint, land->n),
    .low = g_new (guint, land->n),
  };

  for (guint i = 0; i < land->n; i++)
    if (walk.met[i] == 0 && land->plots[i].outer_m > 0)
      walk_from (land, &walk, i);

  for (guint i = 0; i < land->n; i++)
    if (walk.met[i] == 0)
      walk_from (land, &walk, i);

  for (guint i = 0; i < walk.n; i++)
    {
      guint plot = walk.order[i], parent = walk.parent[plot];
      gboolean is_enclosed = parent != GGOV_GEO_NONE &&
        (owner[parent] != parent || walk.low[plot] >= walk.met[parent]);

      owner[plot] = is_enclosed ? owner[parent] : plot;
    }

  g_free (walk.order);
  g_free (walk.met);
  g_free (walk.parent);
  g_free (walk.next);
  g_free (walk.low);
}

