/* ggov-net-proposal.c: which base grids the people of an old net should go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-net-proposal.h"

#define HALF 500 /* per mille: less is doubtful */

typedef struct
{
  GArray *rows;    /* (element-type GgovNetStudyRow) */
  GArray *cells;   /* (element-type GgovNetStudyCell) */
  guint  *starts;  /* (array): the first cell of each row, and one past the last */
  guint  *leaders; /* (array): for each column the cell of who has most of it, plus 1 */
} Proposal;

/* What counts: households, then ground. */
static gboolean
is_more (const GgovNetStudyCell *a,
         const GgovNetStudyCell *b)
{
  return a->households != b->households ? a->households > b->households : a->area_m2 > b->area_m2;
}

static const GgovNetStudyCell *
get_cell (const Proposal *self,
          guint           i)
{
  return &g_array_index (self->cells, GgovNetStudyCell, i);
}

static void
index_cells (Proposal *self,
             guint     n_columns)
{
  guint at = 0;

  self->starts = g_new0 (guint, self->rows->len + 1);
  self->leaders = g_new0 (guint, n_columns + 1);
  for (guint row = 0; row < self->rows->len; row++)
    {
      self->starts[row] = at;
      for (; at < self->cells->len && get_cell (self, at)->row == row; at++)
        {
          guint *leader = &self->leaders[get_cell (self, at)->column];

          if (*leader == 0 || is_more (get_cell (self, at), get_cell (self, *leader - 1)))
            *leader = at + 1;
        }
    }
  self->starts[self->rows->len] = at;
}

static int
find_best (const Proposal *self,
           guint           row)
{
  int best = -1;

  for (guint i = self->starts[row]; i < self->starts[row + 1]; i++)
    if (best < 0 || is_more (get_cell (self, i), get_cell (self, best)))
      best = i;

  return best;
}

static void
find_tie (const Proposal   *self,
          GgovNetCandidate *candidate,
          guint             best)
{
  for (guint i = self->starts[candidate->row]; i < self->starts[candidate->row + 1]; i++)
    if (i != best && get_cell (self, i)->households == get_cell (self, best)->households &&
        get_cell (self, i)->households > 0)
      candidate->doubts |= GGOV_NET_DOUBT_TIE;
}

/* Of whose households this old grid has more than any other: nobody lives in one without. */
static gboolean
is_led (const Proposal *self,
        guint           i)
{
  const GgovNetStudyCell *cell = get_cell (self, i);

  return self->leaders[cell->column] == i + 1 && cell->households > 0;
}

static void
choose (const Proposal   *self,
        GgovNetCandidate *candidate)
{
  int best = find_best (self, candidate->row);

  g_array_set_size (candidate->columns, 0);
  if (best < 0)
    return;

  g_array_append_val (candidate->columns, get_cell (self, best)->column);
  if (candidate->is_single)
    {
      find_tie (self, candidate, best);
      return;
    }

  for (guint i = self->starts[candidate->row]; i < self->starts[candidate->row + 1]; i++)
    if ((int) i != best && is_led (self, i))
      g_array_append_val (candidate->columns, get_cell (self, i)->column);
  if (candidate->columns->len == 1)
    find_tie (self, candidate, best);
}

static gboolean
is_chosen (const GgovNetCandidate *candidate,
           guint                   column)
{
  for (guint i = 0; i < candidate->columns->len; i++)
    if (g_array_index (candidate->columns, guint, i) == column)
      return TRUE;

  return FALSE;
}

static void
measure (const Proposal   *self,
         GgovNetCandidate *candidate)
{
  const GgovNetStudyRow *row = &g_array_index (self->rows, GgovNetStudyRow, candidate->row);
  gint64 households = 0;
  double area_m2 = 0;

  for (guint i = self->starts[candidate->row]; i < self->starts[candidate->row + 1]; i++)
    if (is_chosen (candidate, get_cell (self, i)->column))
      {
        households += get_cell (self, i)->households;
        area_m2 += get_cell (self, i)->area_m2;
      }

  candidate->per_mille = row->households > 0 ? households * 1000 / row->households
                         : row->area_m2 > 0 ? (guint) (area_m2 * 1000 / row->area_m2) : 0;
  if (candidate->decided || candidate->columns->len == 0)
    return;

  if (row->households == 0)
    candidate->doubts |= GGOV_NET_DOUBT_BY_AREA;
  if (candidate->per_mille < HALF)
    candidate->doubts |= GGOV_NET_DOUBT_SMALL_SHARE;
}

static void
judge (GgovNetCandidate *candidate,
       GHashTable       *taken)
{
  if (candidate->columns->len == 0)
    {
      candidate->doubts |= candidate->decided ? 0 : GGOV_NET_DOUBT_NOWHERE;
      return;
    }

  if (*candidate->role_code == '\0')
    candidate->doubts |= GGOV_NET_DOUBT_NO_ROLE;
  if (candidate->is_single && candidate->columns->len > 1)
    candidate->doubts |= GGOV_NET_DOUBT_TOO_MANY;

  for (guint i = 0; candidate->is_sole && i < candidate->columns->len; i++)
    if (!g_hash_table_add (taken, g_strdup_printf ("%s %u", candidate->role_code,
                                                   g_array_index (candidate->columns, guint, i))))
      candidate->doubts |= GGOV_NET_DOUBT_HELD;
}

void
ggov_net_propose (GArray *rows,
                  guint   n_columns,
                  GArray *cells,
                  GArray *candidates)
{
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Proposal self = { rows, cells, NULL, NULL };

  index_cells (&self, n_columns);
  for (guint i = 0; i < candidates->len; i++)
    {
      GgovNetCandidate *candidate = &g_array_index (candidates, GgovNetCandidate, i);

      candidate->doubts = 0;
      if (!candidate->decided)
        choose (&self, candidate);
      measure (&self, candidate);
      judge (candidate, taken);
    }

  g_free (self.starts);
  g_free (self.leaders);
}
