/* ggov-districting.c: a community divided into grids of about as many households
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-districting-private.h"
#include "ggov-geo-error-private.h"

#define LARGE        1000   /* buildings; of more, chance evens out within one search */
#define MORE_RUNS    2      /* for each proposal wanted beyond the first */
#define N_BEST       3      /* searches that are gone on with */
#define MAX_BUILDING 100000 /* households; more is a slip of the pen */

/* How much is tried. In a small place, many short searches find more than some long ones. */
typedef struct
{
  guint n_runs;        /* from different starts, of which the best is taken */
  guint64 steps;       /* of each, for each plot */
  guint64 least_steps;
  gboolean is_polished; /* whether each is, or the best only */
} Effort;

static const Effort dividing = { 24, 125, 5000, FALSE };
static const Effort dividing_large = { 4, 800, 0, FALSE };
static const Effort rebalancing = { 16, 500, 40000, TRUE };

static const guint quick[] = { 8, 8 };
static const guint thorough[] = { 6, 6, 4 };

/* What all threads share. */
typedef struct
{
  const GgovDistrictingPlace *places;
  const GgovDistrictingTerms *terms;
  GCancellable *cancellable;
  GPtrArray *outcomes;
  guint n_threads_inside; /* for one place */

  GMutex lock;
  GgovDistrictingProgress progress;
  gpointer user_data;
  guint n_done;
  guint n_all;
} Work;

typedef void (*Job) (guint    index,
                     gpointer data);

typedef struct
{
  Job job;
  gpointer data;
  guint n;
  gint next; /* (atomic) */
} Crew;

static gpointer
work_along (gpointer data)
{
  Crew *crew = data;

  for (;;)
    {
      guint index = g_atomic_int_add (&crew->next, 1);

      if (index >= crew->n)
        return NULL;

      crew->job (index, crew->data);
    }
}

/* Does @n jobs, each by whichever thread is free. */
static void
do_all (guint    n,
        guint    n_threads,
        Job      job,
        gpointer data)
{
  Crew crew = { job, data, n, 0 };
  g_autoptr(GPtrArray) threads = g_ptr_array_new ();

  for (guint i = 1; i < MIN (n, n_threads); i++)
    g_ptr_array_add (threads, g_thread_new ("districting", work_along, &crew));

  work_along (&crew);

  for (guint i = 0; i < threads->len; i++)
    g_thread_join (g_ptr_array_index (threads, i));
}

static void
note_progress (Work *work)
{
  g_mutex_lock (&work->lock);
  work->n_done++;

  if (work->progress != NULL)
    work->progress ((double) work->n_done / work->n_all, work->user_data);

  g_mutex_unlock (&work->lock);
}

/* One place --------------------------------------------------------------------------------- */

typedef struct
{
  Work *work;
  const GgovDistrictingTask *task;
  GgovDistrictingPartition **found; /* (array): NULL where a search found nothing */
} Search;

static const Effort *
get_effort (const GgovDistrictingPlace *place,
            const GgovDistrictingTerms *terms)
{
  if (terms->mode == GGOV_DISTRICTING_REBALANCE)
    return &rebalancing;

  return place->n_buildings > LARGE ? &dividing_large : &dividing;
}

static guint
count_runs (const GgovDistrictingPlace *place,
            const GgovDistrictingTerms *terms)
{
  return get_effort (place, terms)->n_runs + MORE_RUNS * (terms->n_proposals - 1);
}

static void
search_job (guint    index,
            gpointer data)
{
  Search *search = data;
  const GgovDistrictingTask *task = search->task;
  const Effort *effort = get_effort (task->place, task->terms);
  GCancellable *cancellable = search->work->cancellable;
  GgovDistrictingRandom random = _ggov_districting_random_new (task->terms->seed, index);
  GgovDistrictingPartition *partition = _ggov_districting_task_start (task, &random);

  search->found[index] = partition;

  if (partition != NULL && partition->n_grids > 1 &&
      _ggov_districting_trade (partition, &random,
                               MAX (effort->least_steps, effort->steps * task->land->n),
                               cancellable) &&
      effort->is_polished)
    _ggov_districting_polish (partition, quick, G_N_ELEMENTS (quick), cancellable);

  note_progress (search->work);
}

static int
compare_partitions (gconstpointer a,
                    gconstpointer b)
{
  const GgovDistrictingPartition *one = *(GgovDistrictingPartition *const *) a;
  const GgovDistrictingPartition *other = *(GgovDistrictingPartition *const *) b;

  return one->cost < other->cost ? -1 : one->cost > other->cost;
}

static void
thorough_job (guint    index,
              gpointer data)
{
  Search *search = data;
  GgovDistrictingPartition *partition = search->found[index];

  _ggov_districting_polish (partition, thorough, G_N_ELEMENTS (thorough),
                            search->work->cancellable);
}

/* Where a plan in force is rebalanced, what was found may not be the best there is. */
static void
add_fewest (const GgovDistrictingTask *task,
            GPtrArray                 *partitions)
{
  GgovDistrictingPartition *fewest;

  if (partitions->len > 0 && task->goal.home != NULL &&
      (fewest = _ggov_districting_find_fewest (task, g_ptr_array_index (partitions, 0))))
    g_ptr_array_insert (partitions, 0, fewest);
}

/* Returns: (transfer full) (element-type GgovDistrictingPartition): the best first */
static GPtrArray *
search_place (Work                      *work,
              const GgovDistrictingTask *task)
{
  guint n_runs = count_runs (task->place, work->terms);
  g_autofree GgovDistrictingPartition **found = g_new0 (GgovDistrictingPartition *, n_runs);
  GPtrArray *partitions;
  Search search = { work, task, found };

  partitions = g_ptr_array_new_with_free_func ((GDestroyNotify) _ggov_districting_partition_free);
  do_all (n_runs, work->n_threads_inside, search_job, &search);

  for (guint i = 0; i < n_runs; i++)
    if (found[i] != NULL)
      g_ptr_array_add (partitions, found[i]);

  g_ptr_array_sort (partitions, compare_partitions);
  search.found = (GgovDistrictingPartition **) partitions->pdata;
  do_all (MIN (partitions->len, work->terms->n_proposals + N_BEST - 1), work->n_threads_inside,
          thorough_job, &search);
  g_ptr_array_sort (partitions, compare_partitions);
  add_fewest (task, partitions);

  return partitions;
}

static gboolean
is_same (const GgovProposal *one,
         const GgovProposal *other)
{
  return memcmp (one->grid_ids, other->grid_ids, one->n_buildings * sizeof *one->grid_ids) == 0;
}

/* Draws the best of what was found until there are as many as wanted. */
static gboolean
draw_proposals (Work                 *work,
                GgovDistrictingTask  *task,
                GPtrArray            *partitions,
                GPtrArray            *proposals,
                GError              **error)
{
  g_autoptr(GError) refusal = NULL;

  for (guint i = 0; i < partitions->len && proposals->len < work->terms->n_proposals; i++)
    {
      g_autoptr(GgovProposal) proposal = NULL;
      gboolean is_known = FALSE;

      if (g_cancellable_is_cancelled (work->cancellable))
        return FALSE;

      g_clear_error (&refusal);
      proposal = _ggov_proposal_new (task, g_ptr_array_index (partitions, i), &refusal);

      for (guint j = 0; j < proposals->len && proposal != NULL; j++)
        is_known |= is_same (proposal, g_ptr_array_index (proposals, j));

      if (proposal != NULL && !is_known)
        g_ptr_array_add (proposals, g_steal_pointer (&proposal));
    }

  if (proposals->len > 0)
    return TRUE;

  if (refusal != NULL)
    g_propagate_error (error, g_steal_pointer (&refusal));
  else
    _ggov_geo_refuse (GGOV_GEO_REASON_ENCLOSED, 0, 0, NULL, error);

  return FALSE;
}

static gboolean
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static void
place_job (guint    index,
           gpointer data)
{
  Work *work = data;
  GgovDistrictingOutcome *outcome = g_ptr_array_index (work->outcomes, index);
  g_autoptr(GPtrArray) proposals = NULL;
  g_autoptr(GPtrArray) partitions = NULL;
  g_autoptr(GgovDistrictingTask) task = NULL;
  const GgovGeoStop stop = { is_cancelled, work->cancellable };

  if (g_cancellable_is_cancelled (work->cancellable) ||
      !(task = _ggov_districting_task_new (&work->places[index], work->terms, &stop,
                                           &outcome->error)))
    return;

  note_progress (work);
  partitions = search_place (work, task);
  proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) ggov_proposal_free);

  if (!g_cancellable_is_cancelled (work->cancellable) &&
      draw_proposals (work, task, partitions, proposals, &outcome->error))
    outcome->proposals = g_steal_pointer (&proposals);

  note_progress (work);
}

/* All places -------------------------------------------------------------------------------- */

static void
free_outcome (gpointer data)
{
  GgovDistrictingOutcome *outcome = data;

  g_clear_pointer (&outcome->proposals, g_ptr_array_unref);
  g_clear_error (&outcome->error);
  g_free (outcome);
}

static gboolean
check_terms (const GgovDistrictingTerms  *terms,
             GError                     **error)
{
  return (terms->target >= 1 && terms->least <= terms->target && terms->target <= terms->most) ||
         _ggov_geo_refuse (GGOV_GEO_REASON_TERMS, 0, 0, NULL, error);
}

static gboolean
check_buildings (const GgovDistrictingPlace  *places,
                 guint                        n_places,
                 GError                     **error)
{
  for (guint i = 0; i < n_places; i++)
    for (guint j = 0; j < places[i].n_buildings; j++)
      if (places[i].buildings[j].households > MAX_BUILDING)
        return _ggov_geo_refuse (GGOV_GEO_REASON_HOUSEHOLDS, 0, places[i].buildings[j].id, NULL,
                                 error);

  return TRUE;
}

const char *
ggov_districting_reason_to_nick (GgovDistrictingReason reason)
{
  static const char *const nicks[] = { "none", "building", "total", "locked", "sizes" };

  g_return_val_if_fail (reason < G_N_ELEMENTS (nicks), NULL);

  return nicks[reason];
}

GPtrArray *
ggov_districting_propose (const GgovDistrictingPlace  *places,
                          guint                        n_places,
                          const GgovDistrictingTerms  *terms,
                          GCancellable                *cancellable,
                          GgovDistrictingProgress      progress,
                          gpointer                     user_data,
                          GError                     **error)
{
  g_autoptr(GPtrArray) outcomes = g_ptr_array_new_with_free_func (free_outcome);
  guint n_threads = terms->n_threads > 0 ? terms->n_threads : g_get_num_processors ();
  Work work = { places, terms, cancellable, outcomes, n_places > 1 ? 1 : n_threads };

  g_return_val_if_fail (places != NULL && n_places > 0, NULL);
  g_return_val_if_fail (terms->n_proposals > 0, NULL);

  if (!check_terms (terms, error) || !check_buildings (places, n_places, error))
    return NULL;

  for (guint i = 0; i < n_places; i++)
    g_ptr_array_add (outcomes, g_new0 (GgovDistrictingOutcome, 1));

  g_mutex_init (&work.lock);
  work.progress = progress;
  work.user_data = user_data;

  for (guint i = 0; i < n_places; i++)
    work.n_all += count_runs (&places[i], terms) + 2;

  do_all (n_places, n_threads, place_job, &work);
  g_mutex_clear (&work.lock);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&outcomes);
}
