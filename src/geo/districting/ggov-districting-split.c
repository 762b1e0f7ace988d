/* ggov-districting-split.c: a first division, cut out of random trees
 *
 * Source: D. DeFord, M. Duchin, J. Solomon, Recombination: a family of Markov chains for
 * redistricting, Harvard Data Science Review 3 (2021), for cutting spanning trees.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include <math.h>
#include <string.h>

#include "ggov-districting-private.h"

#define MAX_ATTEMPTS 20 /* at finding a tree that can be cut at all */
#define N_TREES      4  /* the best cut of so many is taken */
#define STREET_RANK  2  /* streets come so much later in a tree than other borders */

typedef struct
{
  double rank;
  guint from;
  guint to;
  guint link;
} Branch;

typedef struct
{
  const GgovDistrictingLand *land;
  GgovDistrictingRandom *random;
  guint *region_of;   /* (array): the region a plot is in */
  guint n_regions;
  guint *root;        /* (array): for joining trees */
  guint *parent;      /* (array) */
  guint *depth;       /* (array) */
  guint *households;  /* (array): of a plot and all behind it */
  double *area_m2;    /* the same */
  double *cut_m;      /* the border it has with the rest of the region */
  double *rim_m;      /* the border it has with anything outside the region */
  GArray *branches;   /* (element-type Branch) */
  Branch *sorted;     /* (array): scratch space for sorting, one for each link */
  guint *n_ranked;    /* (array): the same */
  GArray *order;      /* (element-type guint): the region's plots from the root outwards */
  gboolean *is_behind; /* (array): of the best cut */
  guint *first;       /* (array): tree neighbours */
  guint *tree;
} Splitting;

static gboolean
is_before (const Branch *one,
           const Branch *other)
{
  return one->rank != other->rank ? one->rank < other->rank : one->link < other->link;
}

static guint
find_root (guint *root,
           guint  i)
{
  while (root[i] != i)
    i = root[i] = root[root[i]];

  return i;
}

static guint
find_bucket (const Branch *branch,
             guint         n)
{
  return MIN (branch->rank / (1 + STREET_RANK) * n, n - 1);
}

/* Ranks are spread evenly, but for streets: shared out by rank, branches are all but in order. */
static void
sort_branches (Splitting *self)
{
  Branch *branches = (Branch *) (gpointer) self->branches->data;
  guint n = self->branches->len;

  memset (self->n_ranked, 0, (n + 1) * sizeof *self->n_ranked);

  for (guint i = 0; i < n; i++)
    self->n_ranked[1 + find_bucket (&branches[i], n)]++;

  for (guint i = 1; i < n; i++)
    self->n_ranked[i] += self->n_ranked[i - 1];

  for (guint i = 0; i < n; i++)
    self->sorted[self->n_ranked[find_bucket (&branches[i], n)]++] = branches[i];

  for (guint i = 0; i < n; i++)
    {
      guint at = i;

      for (; at > 0 && is_before (&self->sorted[i], &branches[at - 1]); at--)
        branches[at] = branches[at - 1];

      branches[at] = self->sorted[i];
    }
}

/* The borders within the region in any order, those along main streets last. */
static void
list_branches (Splitting   *self,
               const guint *plots,
               guint        n)
{
  guint region = self->region_of[plots[0]];

  g_array_set_size (self->branches, 0);

  for (guint i = 0; i < n; i++)
    {
      const GgovDistrictingPlot *plot = &self->land->plots[plots[i]];

      for (guint j = plot->first_link; j < plot[1].first_link; j++)
        {
          const GgovDistrictingLink *link = &self->land->links[j];
          Branch branch = { 0, plots[i], link->other, j };

          if (self->region_of[link->other] != region || link->other < plots[i])
            continue;

          branch.rank = _ggov_districting_random_share (self->random) +
                        STREET_RANK * link->main_m / link->border_m;
          g_array_append_val (self->branches, branch);
        }
    }

  sort_branches (self);
}

/* Source: J. B. Kruskal, Proceedings of the American Mathematical Society 7 (1956).
 *
 * Returns: the number of branches kept */
static guint
grow_tree (Splitting   *self,
           const guint *plots,
           guint        n)
{
  guint n_kept = 0;

  list_branches (self, plots, n);

  for (guint i = 0; i < n; i++)
    self->root[plots[i]] = plots[i];

  for (guint i = 0; i < self->branches->len; i++)
    {
      Branch *branch = &g_array_index (self->branches, Branch, i);
      guint from = find_root (self->root, branch->from), to = find_root (self->root, branch->to);

      if (from == to)
        continue;

      self->root[from] = to;
      g_array_index (self->branches, Branch, n_kept++) = *branch;
    }

  g_array_set_size (self->branches, n_kept);

  return n_kept;
}

static void
index_tree (Splitting   *self,
            const guint *plots,
            guint        n)
{
  guint at = 0;

  for (guint i = 0; i < n; i++)
    self->depth[plots[i]] = 0;

  for (guint i = 0; i < self->branches->len; i++)
    {
      const Branch *branch = &g_array_index (self->branches, Branch, i);

      self->depth[branch->from]++;
      self->depth[branch->to]++;
    }

  for (guint i = 0; i < n; i++)
    {
      at += self->depth[plots[i]];
      self->first[plots[i]] = at;
    }

  for (guint i = 0; i < self->branches->len; i++)
    {
      const Branch *branch = &g_array_index (self->branches, Branch, i);

      self->tree[--self->first[branch->from]] = branch->to;
      self->tree[--self->first[branch->to]] = branch->from;
    }
}

static void
hang_tree (Splitting *self,
           guint      root)
{
  g_array_set_size (self->order, 0);
  g_array_append_val (self->order, root);
  self->parent[root] = GGOV_GEO_NONE;

  for (guint i = 0; i < self->order->len; i++)
    {
      guint plot = g_array_index (self->order, guint, i);
      guint end = self->first[plot] + self->depth[plot];

      self->depth[plot] = self->parent[plot] == GGOV_GEO_NONE
        ? 0 : self->depth[self->parent[plot]] + 1;

      for (guint j = self->first[plot]; j < end; j++)
        if (self->tree[j] != self->parent[plot])
          {
            self->parent[self->tree[j]] = plot;
            g_array_append_val (self->order, self->tree[j]);
          }
    }
}

static void
measure_plot (Splitting *self,
              guint      at,
              guint      region)
{
  const GgovDistrictingPlot *plot = &self->land->plots[at];

  self->households[at] = plot->households;
  self->area_m2[at] = plot->area_m2;
  self->rim_m[at] = plot->outer_m;
  self->cut_m[at] = 0;

  for (guint j = plot->first_link; j < plot[1].first_link; j++)
    if (self->region_of[self->land->links[j].other] != region)
      self->rim_m[at] += self->land->links[j].border_m;
}

/* A border counts for all plots between its two and where their ways to the root meet. */
static void
spread_border (Splitting                 *self,
               guint                      one,
               const GgovDistrictingLink *link)
{
  guint other = link->other;

  self->cut_m[one] += link->border_m;
  self->cut_m[other] += link->border_m;

  while (one != other)
    if (self->depth[one] >= self->depth[other])
      one = self->parent[one];
    else
      other = self->parent[other];

  self->cut_m[one] -= 2 * link->border_m;
}

/* Sums up what is behind each plot, and how long a border would cut it off. */
static void
measure_tree (Splitting *self)
{
  const guint *order = (const guint *) self->order->data;
  guint region = self->region_of[order[0]];

  for (guint i = 0; i < self->order->len; i++)
    measure_plot (self, order[i], region);

  for (guint i = 0; i < self->order->len; i++)
    {
      const GgovDistrictingPlot *plot = &self->land->plots[order[i]];

      for (guint j = plot->first_link; j < plot[1].first_link; j++)
        if (self->region_of[self->land->links[j].other] == region &&
            self->land->links[j].other > order[i])
          spread_border (self, order[i], &self->land->links[j]);
    }

  for (guint i = self->order->len; i-- > 1;)
    {
      guint at = order[i], parent = self->parent[at];

      self->households[parent] += self->households[at];
      self->area_m2[parent] += self->area_m2[at];
      self->rim_m[parent] += self->rim_m[at];
      self->cut_m[parent] += self->cut_m[at];
    }
}

static double
get_thinness (double area_m2,
              double around_m)
{
  return around_m * around_m / (4 * G_PI * area_m2);
}

/* What it costs to cut the tree at a plot so that @n_grids come to lie behind it. */
static double
weigh_cut (const Splitting *self,
           guint            plot,
           guint            n_grids,
           guint            n_all)
{
  guint root = g_array_index (self->order, guint, 0);
  double each = (double) self->households[root] / n_all;
  double off = fabs (self->households[plot] - n_grids * each) / each;
  double rest_m2 = self->area_m2[root] - self->area_m2[plot];
  double thin = get_thinness (self->area_m2[plot], self->rim_m[plot] + self->cut_m[plot]) +
    get_thinness (rest_m2, self->rim_m[root] - self->rim_m[plot] + self->cut_m[plot]);

  return off * (off > 0.4 ? 20 : 4) + thin;
}

/* Returns: the plot behind which the best cut is, or GGOV_GEO_NONE */
static guint
find_cut (const Splitting *self,
          guint            n_all,
          guint           *n_behind,
          double          *best)
{
  guint root = g_array_index (self->order, guint, 0), found = GGOV_GEO_NONE;
  double each = (double) self->households[root] / n_all;

  for (guint i = 1; i < self->order->len; i++)
    {
      guint plot = g_array_index (self->order, guint, i);
      double n = round (self->households[plot] / MAX (each, 1));
      guint n_grids = CLAMP (n, 1, n_all - 1);
      double cost;

      /* With no rim a part would be surrounded by the other. */
      if (self->rim_m[plot] <= 0 || self->rim_m[root] - self->rim_m[plot] <= 1e-6 ||
          4 * MIN (n_grids, n_all - n_grids) < n_all - 2)
        continue;

      if ((cost = weigh_cut (self, plot, n_grids, n_all)) < *best)
        {
          *best = cost;
          *n_behind = n_grids;
          found = plot;
        }
    }

  return found;
}

/* Notes which plots lie behind a cut. */
static void
note_side (Splitting *self,
           guint      cut)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      guint plot = g_array_index (self->order, guint, i);

      self->is_behind[plot] = plot == cut || (i > 0 && self->is_behind[self->parent[plot]]);
    }
}

/* Finds plots to part from the rest, the best of some trees. Returns: how many grids they are to
 * have; 0 where there is no way */
static guint
choose_side (Splitting   *self,
             const guint *plots,
             guint        n,
             guint        n_grids)
{
  double best = INFINITY;
  guint n_behind = 0;

  for (guint attempt = 0; attempt < MAX_ATTEMPTS && (n_behind == 0 || attempt < N_TREES); attempt++)
    {
      guint cut;

      if (grow_tree (self, plots, n) + 1 < n)
        break;

      index_tree (self, plots, n);
      hang_tree (self, plots[_ggov_districting_random_int (self->random, n)]);
      measure_tree (self);

      if ((cut = find_cut (self, n_grids, &n_behind, &best)) != GGOV_GEO_NONE)
        note_side (self, cut);
    }

  return n_behind;
}

/* Parts plots into two regions again and again. Returns: whether that could be done */
static gboolean
split (Splitting *self,
       guint     *plots,
       guint      n,
       guint      n_grids)
{
  g_autofree guint *rest = NULL;
  guint n_behind, n_side = 0, n_rest = 0;
  guint region;

  if (n_grids == 1)
    return TRUE;

  if ((n_behind = choose_side (self, plots, n, n_grids)) == 0)
    return FALSE;

  region = self->n_regions++;
  rest = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    if (self->is_behind[plots[i]])
      {
        self->region_of[plots[i]] = region;
        plots[n_side++] = plots[i];
      }
    else
      rest[n_rest++] = plots[i];

  return split (self, plots, n_side, n_behind) &&
         split (self, rest, n_rest, n_grids - n_behind);
}

static void
splitting_init (Splitting                 *self,
                const GgovDistrictingLand *land,
                GgovDistrictingRandom     *random)
{
  self->land = land;
  self->random = random;
  self->region_of = g_new (guint, land->n);
  self->root = g_new (guint, land->n);
  self->parent = g_new (guint, land->n);
  self->depth = g_new (guint, land->n);
  self->households = g_new (guint, land->n);
  self->area_m2 = g_new (double, land->n);
  self->cut_m = g_new (double, land->n);
  self->rim_m = g_new (double, land->n);
  self->branches = g_array_new (FALSE, FALSE, sizeof (Branch));
  self->sorted = g_new (Branch, land->plots[land->n].first_link + 1);
  self->n_ranked = g_new (guint, land->plots[land->n].first_link + 2);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->is_behind = g_new0 (gboolean, land->n);
  self->first = g_new (guint, land->n);
  self->tree = g_new (guint, 2 * land->n);
}

static void
splitting_clear (Splitting *self)
{
  g_clear_pointer (&self->region_of, g_free);
  g_clear_pointer (&self->root, g_free);
  g_clear_pointer (&self->parent, g_free);
  g_clear_pointer (&self->depth, g_free);
  g_clear_pointer (&self->households, g_free);
  g_clear_pointer (&self->area_m2, g_free);
  g_clear_pointer (&self->cut_m, g_free);
  g_clear_pointer (&self->rim_m, g_free);
  g_clear_pointer (&self->branches, g_array_unref);
  g_clear_pointer (&self->sorted, g_free);
  g_clear_pointer (&self->n_ranked, g_free);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->is_behind, g_free);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->tree, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Splitting, splitting_clear)

gboolean
_ggov_districting_split (const GgovDistrictingLand *land,
                         const guint               *plots,
                         guint                      n,
                         const guint               *names,
                         guint                      n_grids,
                         GgovDistrictingRandom     *random,
                         guint                     *grid_of)
{
  g_autofree guint *to_split = g_memdup2 (plots, n * sizeof *plots);
  g_auto(Splitting) self = { 0 };

  splitting_init (&self, land, random);
  self.n_regions = 1;

  for (guint i = 0; i < land->n; i++)
    self.region_of[i] = GGOV_GEO_NONE;

  for (guint i = 0; i < n; i++)
    self.region_of[plots[i]] = 0;

  if (!split (&self, to_split, n, n_grids))
    return FALSE;

  for (guint i = 0; i < n; i++)
    grid_of[plots[i]] = names[self.region_of[plots[i]]];

  return TRUE;
}
