/* ggov-districting-sound.c: whether grids hang together and none surrounds others
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <string.h>

#include "ggov-districting-private.h"

/* Counts what can be reached from a start without entering one grid, or without leaving it. */
static guint
count_reached (const GgovDistrictingPartition *self,
               GArray                         *queue,
               gboolean                       *is_reached,
               guint                           grid,
               gboolean                        is_inside)
{
  for (guint n = 0; n < queue->len; n++)
    {
      const GgovDistrictingPlot *plot = &self->land->plots[g_array_index (queue, guint, n)];

      for (guint i = plot->first_link; i < plot[1].first_link; i++)
        {
          guint other = self->land->links[i].other;

          if (!is_reached[other] && (self->grid_of[other] == grid) == is_inside)
            {
              is_reached[other] = TRUE;
              g_array_append_val (queue, other);
            }
        }
    }

  return queue->len;
}

static gboolean
is_grid_sound (const GgovDistrictingPartition *self,
               guint                           grid,
               GArray                         *queue,
               gboolean                       *is_reached)
{
  const GgovDistrictingLand *land = self->land;
  guint n_inside;

  memset (is_reached, 0, land->n * sizeof *is_reached);
  g_array_set_size (queue, 0);

  for (guint i = 0; i < land->n && queue->len == 0; i++)
    if (self->grid_of[i] == grid)
      {
        is_reached[i] = TRUE;
        g_array_append_val (queue, i);
      }

  if ((n_inside = count_reached (self, queue, is_reached, grid, TRUE)) != self->grids[grid].n_plots)
    return FALSE;

  memset (is_reached, 0, land->n * sizeof *is_reached);
  g_array_set_size (queue, 0);

  for (guint i = 0; i < land->n; i++)
    if (self->grid_of[i] != grid && land->plots[i].outer_m > 0)
      {
        is_reached[i] = TRUE;
        g_array_append_val (queue, i);
      }

  return count_reached (self, queue, is_reached, grid, FALSE) == land->n - n_inside;
}

gboolean
_ggov_districting_partition_is_sound (const GgovDistrictingPartition *self)
{
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *is_reached = g_new (gboolean, self->land->n);

  for (guint k = 0; k < self->n_grids; k++)
    if (!is_grid_sound (self, k, queue, is_reached))
      return FALSE;

  return TRUE;
}
