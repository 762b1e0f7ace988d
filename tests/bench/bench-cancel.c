/* bench-cancel.c: how soon the search for grids ends once it is cancelled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A community is divided, and the plan in force rebalanced, again and again, cancelled each time a
 * little later on the way. Prints how long the call went on: the median, the longest, and at what
 * share of the way that was.
 */

#include <stdlib.h>

#include "bench-grids.h"
#include "bench-places.h"
#include "ggov-districting.h"

#define N_TRIES 16

typedef struct
{
  GCancellable *cancellable;
  gint64        after_us;
  gint64        cancelled_at;
} Alarm;

static gpointer
ring (gpointer data)
{
  Alarm *alarm = data;

  g_usleep (alarm->after_us);
  alarm->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (alarm->cancellable);

  return NULL;
}

static gint64
propose (const GgovDistrictingPlace *place,
         const GgovDistrictingTerms *terms,
         GCancellable               *cancellable)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) outcomes = ggov_districting_propose (place, 1, terms, cancellable, NULL,
                                                            NULL, &error);

  return outcomes ? 0 : g_get_monotonic_time ();
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
run (const char                 *what,
     const GgovDistrictingPlace *place,
     const GgovDistrictingTerms *terms)
{
  g_autoptr(GArray) times_ms = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 began = g_get_monotonic_time ();
  gint64 whole;
  double longest_ms = 0, longest_at = 0;

  propose (place, terms, NULL);
  whole = g_get_monotonic_time () - began;

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      double share = (i + 0.5) / N_TRIES;
      Alarm alarm = { cancellable, whole * share, 0 };
      GThread *thread = g_thread_new ("alarm", ring, &alarm);
      gint64 ended = propose (place, terms, cancellable);
      double took_ms;

      g_thread_join (thread);
      took_ms = (ended - alarm.cancelled_at) / 1e3;
      if (ended == 0)
        continue;

      g_array_append_val (times_ms, took_ms);
      if (took_ms > longest_ms)
        {
          longest_ms = took_ms;
          longest_at = share;
        }
    }

  g_array_sort (times_ms, compare);
  g_print ("%-32s %6.2f s; cancelled %u times: median %7.2f ms  longest %7.2f ms (at %.0f %%)\n",
           what, whole / 1e6, times_ms->len,
           times_ms->len > 0 ? g_array_index (times_ms, double, times_ms->len / 2) : 0,
           longest_ms, 100 * longest_at);
}

static void
run_both (const char                 *what,
          const GgovDistrictingPlace *place)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autofree char *divided = g_strdup_printf ("%s, divided", what);
  g_autofree char *rebalanced = g_strdup_printf ("%s, rebalanced", what);

  run (divided, place, &terms);
  terms.mode = GGOV_DISTRICTING_REBALANCE;
  run (rebalanced, place, &terms);
}

/* Three stairwells a building; all of it in 25 grids. */
static void
run_large (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_auto(Town) town = { 0 };
  GgovDistrictingPlace place = { 0 };
  g_autofree GgovDistrictingBuilding *buildings = NULL;

  init_community (&town, rand);
  buildings = g_new0 (GgovDistrictingBuilding, town.buildings->len);
  for (guint i = 0; i < town.buildings->len; i++)
    {
      const GgovGeoBuilding *building = &g_array_index (town.buildings, GgovGeoBuilding, i);

      buildings[i] = (GgovDistrictingBuilding) { building->id, 1, building->footprint, 0,
                                                 building->grid_id };
    }

  place = (GgovDistrictingPlace) { town.community, buildings, town.buildings->len, town.streets,
                                   NULL };
  run_both ("10,000 buildings", &place);
}

static void
run_town (void)
{
  g_autoptr(GgovDemoTown) town = _ggov_demo_town_new (1, 1, NULL);
  Land land = { 0 };
  const GgovDistrictingPlace *place;
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) before = NULL;
  const GgovProposal *proposal;

  land_init (&land, town);
  place = get_place (&land, 0);
  before = ggov_districting_propose (place, 1, &terms, NULL, NULL, NULL, NULL);
  proposal = g_ptr_array_index (((GgovDistrictingOutcome *)
                                 g_ptr_array_index (before, 0))->proposals, 0);
  for (guint i = 0; i < place->n_buildings; i++)
    ((GgovDistrictingBuilding *) place->buildings)[i].grid_id = proposal->grid_ids[i];

  run_both ("a community of the demo office", place);
  land_clear (&land);
}

int
main (int   argc,
      char *argv[])
{
  run_town ();
  run_large ();

  return EXIT_SUCCESS;
}
