/* ggov-districting-turns.c: what one meets when walking around a plot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>

#include "ggov-districting-private.h"

/* An edge with a plot on its left hand. */
typedef struct
{
  guint plot;
  guint from;
  guint to;
  guint other;
} Step;

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *one = a, *other = b;

  if (one->plot != other->plot)
    return one->plot < other->plot ? -1 : 1;

  return one->from < other->from ? -1 : one->from > other->from;
}

/* Returns: (transfer full) (element-type Step): the edges around plots */
static GArray *
list_steps (const GgovDistrictingLand *land)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < land->faces->edges->len; i++)
    {
      const GgovGeoEdge *edge = &g_array_index (land->faces->edges, GgovGeoEdge, i);
      guint left = edge->left != GGOV_GEO_NONE
        ? land->plot_of[_ggov_districting_land_face (land, edge->left)->building] : GGOV_GEO_NONE;
      guint right = edge->right != GGOV_GEO_NONE
        ? land->plot_of[_ggov_districting_land_face (land, edge->right)->building] : GGOV_GEO_NONE;
      const Step ahead = { left, edge->from, edge->to, right };
      const Step back = { right, edge->to, edge->from, left };

      if (left != right && left != GGOV_GEO_NONE)
        g_array_append_val (steps, ahead);

      if (left != right && right != GGOV_GEO_NONE)
        g_array_append_val (steps, back);
    }

  g_array_sort (steps, compare_steps);

  return steps;
}

/* The angle by which one turns to the left, from 0 (straight back) on. */
static double
get_swing (const double *vertices,
           const Step   *from,
           const Step   *to)
{
  const double *a = vertices + 2 * from->from, *b = vertices + 2 * from->to;
  const double *c = vertices + 2 * to->to;
  double swing = atan2 (a[1] - b[1], a[0] - b[0]) - atan2 (c[1] - b[1], c[0] - b[0]);

  return swing > 0 ? swing : swing + 2 * G_PI;
}

/* The next edge around the same plot; where it touches itself in a point, the nearest by hand.
 * Returns: index of a step */
static guint
find_next_step (const GgovDistrictingLand *land,
                GArray                    *steps,
                guint                      index)
{
  const Step *step = &g_array_index (steps, Step, index);
  guint low = 0, high = steps->len, best = GGOV_GEO_NONE;
  const Step wanted = { step->plot, step->to, 0, 0 };

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_steps (&g_array_index (steps, Step, middle), &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  for (; low < steps->len && compare_steps (&g_array_index (steps, Step, low), &wanted) == 0; low++)
    {
      const double *vertices = (const double *) land->faces->vertices->data;

      if (best == GGOV_GEO_NONE ||
          get_swing (vertices, step, &g_array_index (steps, Step, low)) <
          get_swing (vertices, step, &g_array_index (steps, Step, best)))
        best = low;
    }

  return best;
}

static gboolean
are_joined (const GgovDistrictingLand *land,
            guint                      one,
            guint                      other)
{
  return one != GGOV_GEO_NONE && other != GGOV_GEO_NONE &&
         _ggov_districting_land_find_link (land, one, other) != NULL;
}

/* Turns the edges of one walk around a plot into turns. */
static void
add_turns (const GgovDistrictingLand *land,
           GArray                    *turns,
           GArray                    *walk)
{
  guint first = turns->len;

  for (guint i = 0; i < walk->len; i++)
    {
      GgovDistrictingTurn turn = { g_array_index (walk, guint, i), turns->len - 1, FALSE };

      if (turns->len == first ||
          g_array_index (turns, GgovDistrictingTurn, turns->len - 1).other != turn.other)
        g_array_append_val (turns, turn);
    }

  if (turns->len - first > 1 &&
      g_array_index (turns, GgovDistrictingTurn, turns->len - 1).other ==
      g_array_index (turns, GgovDistrictingTurn, first).other)
    g_array_set_size (turns, turns->len - 1);

  for (guint i = first; i < turns->len; i++)
    {
      GgovDistrictingTurn *turn = &g_array_index (turns, GgovDistrictingTurn, i);

      turn->before = i > first ? i - 1 : turns->len - 1;
      turn->is_joined = turn->before == i ||
        are_joined (land, turn->other,
                    g_array_index (turns, GgovDistrictingTurn, turn->before).other);
    }
}

void
_ggov_districting_land_set_turns (GgovDistrictingLand *land)
{
  g_autoptr(GArray) steps = list_steps (land);
  g_autoptr(GArray) turns = g_array_new (FALSE, FALSE, sizeof (GgovDistrictingTurn));
  g_autoptr(GArray) walk = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *is_done = g_new0 (gboolean, MAX (steps->len, 1));
  guint next = 0;

  for (guint i = 0; i <= land->n; i++)
    {
      land->plots[i].first_turn = turns->len;

      for (; next < steps->len && g_array_index (steps, Step, next).plot == i; next++)
        {
          g_array_set_size (walk, 0);

          for (guint at = next; at != GGOV_GEO_NONE && !is_done[at];
               at = find_next_step (land, steps, at))
            {
              is_done[at] = TRUE;
              g_array_append_val (walk, g_array_index (steps, Step, at).other);
            }

          add_turns (land, turns, walk);
        }
    }

  land->turns = (GgovDistrictingTurn *) g_array_free (g_steal_pointer (&turns), FALSE);
}
