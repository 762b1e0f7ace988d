/* bench-districting.c: the demo office and a city divided into grids, beside a graph partitioner
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench-places.h"
#include "ggov-geo-subdivision-check.h"

#ifdef HAVE_METIS
#include "bench-metis.h"
#endif

#define CITY_SCALE       60
#define LARGE_CITY_SCALE 100 /* 40,060 buildings */

typedef struct
{
  guint n_grids;
  guint n_pieces;
  guint n_within_5;
  guint n_within_10;
  guint n_crossing;
  guint n_parted;
  guint n_drawn;
  double max_deviation;
  double compactness;
} Figures;

static double
seconds_since (gint64 began)
{
  return (g_get_monotonic_time () - began) / 1e6;
}

/* On all threads: what a machine with other work to do takes longer for. */
static double
get_cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static long
get_peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

/* What the library's own check finds, and how far areas differ. */
static void
check_borders (const Land *land,
               GPtrArray  *outcomes)
{
  guint n_findings = 0;
  guint n_points = 0;

  for (guint i = 0; i < outcomes->len; i++)
    {
      const GgovDistrictingOutcome *outcome = g_ptr_array_index (outcomes, i);
      const GgovDistrictingPlace *place = get_place (land, i);
      const GgovProposal *proposal = g_ptr_array_index (outcome->proposals, 0);
      g_autofree GgovGeoBuilding *buildings = g_new (GgovGeoBuilding, place->n_buildings);
      g_autoptr(GPtrArray) findings = NULL;

      findings = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_geo_finding_free);

      for (guint j = 0; j < place->n_buildings; j++)
        buildings[j] = (GgovGeoBuilding) { place->buildings[j].id, proposal->grid_ids[j],
                                           place->buildings[j].footprint };

      for (guint j = 0; j < ggov_geo_subdivision_get_n_arcs (proposal->subdivision); j++)
        n_points += ggov_geo_subdivision_get_arc (proposal->subdivision, j)->n_points;

      if (!ggov_geo_subdivision_check (proposal->subdivision, place->border, findings, NULL) ||
          !ggov_geo_subdivision_check_buildings (proposal->subdivision, buildings,
                                                 place->n_buildings, findings, NULL))
        printf ("  place %u cannot be checked\n", i);

      n_findings += findings->len;
    }

  printf ("  borders: %u points; %u findings of gaps or overlaps above 1e-6, pieces, holes, "
          "buildings cut\n", n_points, n_findings);
}

static void
add_proposal (Figures            *self,
              const GgovProposal *proposal)
{
  guint n = proposal->grids->len;

  self->n_grids += n;
  self->n_within_5 += round (proposal->within_5 * n);
  self->n_within_10 += round (proposal->within_10 * n);
  self->n_crossing += proposal->n_crossing;
  self->n_parted += proposal->n_parted;
  self->max_deviation = MAX (self->max_deviation, proposal->max_deviation);
  self->compactness += proposal->compactness * n;
  self->n_drawn += n;
  self->n_pieces += n;
}

static void
print_figures (const char    *what,
               const Figures *figures,
               double         seconds)
{
  printf ("  %-28s %u grids in %u pieces, largest deviation %.1f %%, within 5 %% %.1f %%, within "
          "10 %% %.1f %%, compactness %.3f, %u crossing, %u compounds parted, %.3f s\n",
          what, figures->n_grids, figures->n_pieces, 100 * figures->max_deviation,
          100.0 * figures->n_within_5 / figures->n_grids,
          100.0 * figures->n_within_10 / figures->n_grids,
          figures->compactness / MAX (1, figures->n_drawn), figures->n_crossing, figures->n_parted, seconds);
}

static void
run_proposals (const Land *land,
               guint       n_threads)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) outcomes = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *what = g_strdup_printf ("GridGov, borders too, %u thread%s:", n_threads,
                                           n_threads > 1 ? "s" : "");
  long before_mb = get_peak_mb ();
  gint64 began = g_get_monotonic_time ();
  Figures figures = { 0 };
  double seconds, cpu_seconds = get_cpu_seconds ();

  terms.n_threads = n_threads;
  outcomes = ggov_districting_propose (&g_array_index (land->places, GgovDistrictingPlace, 0),
                                       land->places->len, &terms, NULL, NULL, NULL, &error);
  seconds = seconds_since (began);
  cpu_seconds = get_cpu_seconds () - cpu_seconds;

  if (outcomes == NULL)
    g_error ("%s", error->message);

  for (guint i = 0; i < outcomes->len; i++)
    {
      const GgovDistrictingOutcome *outcome = g_ptr_array_index (outcomes, i);

      if (outcome->proposals == NULL)
        g_error ("place %u: %s", i, outcome->error->message);

      add_proposal (&figures, g_ptr_array_index (outcome->proposals, 0));
    }

  print_figures (what, &figures, seconds);
  printf ("  %.3f s of processor time, %.2f ms a building; memory %ld MB, %ld MB of it before\n",
          cpu_seconds, 1e3 * cpu_seconds / land->n_buildings, get_peak_mb (), before_mb);
  check_borders (land, outcomes);
}

/* The same graph ---------------------------------------------------------------------------- */

#ifdef HAVE_METIS

static guint
count_pieces (const GgovDistrictingLand *land,
              const guint               *grid_of)
{
  g_autofree gboolean *is_seen = g_new0 (gboolean, land->n);
  g_autoptr(GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_pieces = 0;

  for (guint i = 0; i < land->n; i++)
    {
      if (is_seen[i])
        continue;

      n_pieces++;
      is_seen[i] = TRUE;
      g_array_set_size (queue, 0);
      g_array_append_val (queue, i);

      for (guint n = 0; n < queue->len; n++)
        {
          guint plot = g_array_index (queue, guint, n);

          for (guint j = land->plots[plot].first_link; j < land->plots[plot + 1].first_link; j++)
            {
              guint other = land->links[j].other;

              if (!is_seen[other] && grid_of[other] == grid_of[plot])
                {
                  is_seen[other] = TRUE;
                  g_array_append_val (queue, other);
                }
            }
        }
    }

  return n_pieces;
}

/* Where grids are in pieces or surround others, they cannot be drawn, and their shapes are not
 * counted. */
static void
add_shapes (Figures                        *self,
            GgovDistrictingTask            *task,
            const GgovDistrictingPartition *partition)
{
  g_autoptr(GgovProposal) proposal = _ggov_proposal_new (task, partition, NULL);

  if (proposal != NULL)
    {
      self->compactness += proposal->compactness * proposal->grids->len;
      self->n_drawn += proposal->grids->len;
    }
}

static void
add_partition (Figures                        *self,
               const GgovDistrictingPartition *partition)
{
  const GgovDistrictingLand *land = partition->land;

  self->n_pieces += count_pieces (land, partition->grid_of);

  for (guint i = 0; i < partition->n_grids; i++)
    {
      const GgovDistrictingGrid *grid = &partition->grids[i];
      double off = fabs (grid->households / partition->goal->target - 1);

      if (grid->n_plots == 0)
        continue;

      self->n_grids++;
      self->n_within_5 += off <= 0.05;
      self->n_within_10 += off <= 0.1;
      self->max_deviation = MAX (self->max_deviation, off);
      self->n_crossing += grid->main_m >= 5;
    }

  for (guint i = 0; i < land->n_compounds; i++)
    {
      guint n = 0;

      for (guint k = 0; k < partition->n_grids; k++)
        n += partition->shares[(gsize) i * partition->n_grids + k] > 0;

      self->n_parted += n > 1;
    }
}

/* Time is that of the partitioner alone, with the graph made. */
static void
run_peer (const Land *land,
          gboolean    is_recursive)
{
  const GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  Figures figures = { 0 };
  double seconds = 0;

  for (guint i = 0; i < land->places->len; i++)
    {
      g_autoptr(GgovDistrictingTask) task = NULL;
      g_autoptr(GgovDistrictingPartition) partition = NULL;
      g_autofree guint *grid_of = NULL;
      gint64 began;

      task = _ggov_districting_task_new (get_place (land, i), &terms, NULL, NULL);
      grid_of = g_new (guint, task->land->n);
      began = g_get_monotonic_time ();
      run_metis (task, is_recursive, grid_of);
      seconds += seconds_since (began);
      partition = _ggov_districting_partition_new (task->land, &task->goal, grid_of,
                                                   task->n_grids, NULL);
      add_partition (&figures, partition);
      add_shapes (&figures, task, partition);
    }

  print_figures (is_recursive ? "metis, recursive:" : "metis, k-way in one piece:", &figures,
                 seconds);
}

static void
run_peers (const Land *land)
{
  run_peer (land, FALSE);
  run_peer (land, TRUE);
}

#else

static void
run_peers (const Land *land)
{
  printf ("  metis: left out, libmetis-dev was not there when this was built\n");
}

#endif

/* Rebalancing ------------------------------------------------------------------------------- */

/* The smallest sum of houses by which a grid comes down to @most, wherever they stand. */
static guint
find_least_out (const GgovDistrictingPlace *place,
                gint64                      grid_id,
                guint                       households,
                guint                       most)
{
  g_autofree gboolean *can_be = g_new0 (gboolean, households + 1);

  can_be[0] = TRUE;

  for (guint i = 0; i < place->n_buildings; i++)
    if (place->buildings[i].grid_id == grid_id && place->buildings[i].households > 0)
      for (guint sum = households; sum >= place->buildings[i].households; sum--)
        can_be[sum] |= can_be[sum - place->buildings[i].households];

  for (guint sum = households > most ? households - most : 0; sum <= households; sum++)
    if (can_be[sum])
      return sum;

  return 0;
}

/* Puts a division in force, and then a new compound into three of its grids. */
static guint
grow_three (const GgovDistrictingPlace *place,
            const GgovProposal         *proposal,
            guint                       most)
{
  static const guint wanted[] = { 530, 570, 610 };
  GgovDistrictingBuilding *buildings = (GgovDistrictingBuilding *) place->buildings;
  guint least = 0;

  for (guint i = 0; i < place->n_buildings; i++)
    buildings[i].grid_id = proposal->grid_ids[i];

  for (guint k = 0; k < G_N_ELEMENTS (wanted); k++)
    {
      const GgovProposedGrid *grid = &g_array_index (proposal->grids, GgovProposedGrid, 3 * k);
      guint households = grid->households;

      for (guint i = 0; households < wanted[k]; i = (i + 1) % place->n_buildings)
        if (buildings[i].grid_id == grid->id && buildings[i].households > 0)
          {
            buildings[i].households++;
            households++;
          }

      least += find_least_out (place, grid->id, households, most);
    }

  return least;
}

static void
run_rebalance (const Land *land)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;

  for (guint i = 0; i < MIN (4, land->places->len); i++)
    {
      const GgovDistrictingPlace *place = get_place (land, i);
      g_autoptr(GPtrArray) before = NULL;
      g_autoptr(GPtrArray) after = NULL;
      const GgovDistrictingOutcome *outcome;
      const GgovProposal *proposal;
      double cpu_seconds;
      guint least;

      terms.mode = GGOV_DISTRICTING_DIVIDE;
      before = ggov_districting_propose (place, 1, &terms, NULL, NULL, NULL, NULL);
      outcome = g_ptr_array_index (before, 0);
      least = grow_three (place, g_ptr_array_index (outcome->proposals, 0), terms.most);
      terms.mode = GGOV_DISTRICTING_REBALANCE;
      cpu_seconds = get_cpu_seconds ();
      after = ggov_districting_propose (place, 1, &terms, NULL, NULL, NULL, NULL);
      cpu_seconds = get_cpu_seconds () - cpu_seconds;
      outcome = g_ptr_array_index (after, 0);
      proposal = g_ptr_array_index (outcome->proposals, 0);
      printf ("  rebalanced, three of %u grids over 500: %u households move, fewer than %u cannot "
              "(%.2f), %.0f %% in the band, %.3f s of processor time\n", proposal->grids->len,
              proposal->moved_households, least, (double) proposal->moved_households / least,
              100 * proposal->within_band, cpu_seconds);
    }
}

static void
run_town (guint32  seed,
          int      scale,
          guint    n_threads,
          gboolean is_alone)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GgovDemoTown) town = _ggov_demo_town_new (seed, scale, &error);
  Land land = { 0 };

  if (town == NULL)
    g_error ("%s", error->message);

  land_init (&land, town);
  printf ("seed %u: %u communities, %u buildings, %u of them residential\n", seed,
          land.places->len, land.n_buildings, land.n_residential);
  run_proposals (&land, n_threads);

  if (is_alone)
    {
      land_clear (&land);
      return;
    }

  run_peers (&land);

  if (scale == 1)
    {
      Land whole;

      land_unite (&whole, &land, town);
      printf ("  the same town as one community:\n");
      run_proposals (&whole, n_threads);
      run_peers (&whole);
      land_clear (&whole);
    }

  run_rebalance (&land);
  land_clear (&land);
}

/* Usage: bench-districting [SCALE [THREADS [alone]]]; "alone" leaves out peers and rebalancing. */
int
main (int   argc,
      char *argv[])
{
  if (argc > 1)
    {
      run_town (1, atoi (argv[1]), argc > 2 ? atoi (argv[2]) : 1,
                argc > 3 && g_str_equal (argv[3], "alone"));
      return 0;
    }

  for (guint32 seed = 1; seed <= 3; seed++)
    run_town (seed, 1, 1, FALSE);

  run_town (1, CITY_SCALE, 2, FALSE);
  run_town (1, LARGE_CITY_SCALE, 2, TRUE);

  return 0;
}
