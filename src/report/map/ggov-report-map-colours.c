/* ggov-report-map-colours.c: no two grids side by side in one colour
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-report"

#include "config.h"

#include "ggov-report-map-private.h"

#define NO_HUE 0xff

typedef struct
{
  GHashTable *index; /* (element-type gint64 guint): where a grid is in the atlas, + 1 */
  guint      *left;  /* (array): neighbours of each grid that are not put aside yet */
  guint       n;
} Graph;

static guint
find (Graph  *graph,
      gint64  id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (graph->index, &id));
}

static void
graph_init (Graph     *graph,
            GgovAtlas *atlas)
{
  graph->n = atlas->grids->len;
  graph->index = g_hash_table_new (g_int64_hash, g_int64_equal);
  graph->left = g_new0 (guint, graph->n + 1);
  for (guint i = 0; i < graph->n; i++)
    {
      GgovAtlasGrid *grid = atlas->grids->pdata[i];

      g_hash_table_insert (graph->index, &grid->id, GUINT_TO_POINTER (i + 1));
      graph->left[i] = grid->neighbours->len;
    }
}

/* The one of the fewest neighbours, the first of equals; G_MAXUINT is put aside. */
static guint
find_least (Graph *graph)
{
  guint least = 0;

  for (guint i = 1; i < graph->n; i++)
    if (graph->left[i] < graph->left[least])
      least = i;

  return least;
}

static void
put_aside (Graph     *graph,
           GgovAtlas *atlas,
           guint      i)
{
  const GgovAtlasGrid *grid = atlas->grids->pdata[i];

  graph->left[i] = G_MAXUINT;
  for (guint j = 0; j < grid->neighbours->len; j++)
    {
      guint at = find (graph, g_array_index (grid->neighbours, gint64, j));

      if (at > 0 && graph->left[at - 1] != G_MAXUINT && graph->left[at - 1] > 0)
        graph->left[at - 1]--;
    }
}

static guint8
choose (Graph               *graph,
        const GgovAtlasGrid *grid,
        const guint8        *hues)
{
  guint taken = 0;

  for (guint j = 0; j < grid->neighbours->len; j++)
    {
      guint at = find (graph, g_array_index (grid->neighbours, gint64, j));

      if (at > 0 && hues[at - 1] != NO_HUE)
        taken |= 1 << hues[at - 1];
    }

  for (guint8 hue = 0; hue < GGOV_REPORT_MAP_N_HUES; hue++)
    if (!(taken & 1 << hue))
      return hue;

  return 0;
}

/* Who has the fewest neighbours among those that are left is put aside, and they choose in the
 * opposite order. On a flat map somebody always has five at most, so that six colours are enough;
 * of what offices have, four or five are used.
 *
 * Source: D. W. Matula, L. L. Beck, Smallest-last ordering, J. ACM 30 (1983). */
guint8 *
_ggov_report_map_colour (GgovAtlas *atlas)
{
  guint8 *hues = g_new (guint8, atlas->grids->len + 1);
  g_autofree guint *order = g_new (guint, atlas->grids->len + 1);
  Graph graph;

  graph_init (&graph, atlas);
  for (guint i = 0; i < graph.n; i++)
    {
      hues[i] = NO_HUE;
      order[i] = find_least (&graph);
      put_aside (&graph, atlas, order[i]);
    }

  for (guint i = graph.n; i-- > 0;)
    hues[order[i]] = choose (&graph, atlas->grids->pdata[order[i]], hues);

  g_hash_table_unref (graph.index);
  g_free (graph.left);

  return hues;
}
