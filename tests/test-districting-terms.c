/* test-districting-terms.c: threads, seeds, being cancelled, and what cannot be divided
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "districting-town.h"
#include "ggov-districting-private.h"

static void
assert_same (const GgovProposal *one,
             const GgovProposal *other)
{
  g_assert_cmpmem (one->grid_ids, one->n_buildings * sizeof *one->grid_ids,
                   other->grid_ids, other->n_buildings * sizeof *other->grid_ids);
  g_assert_cmpuint (ggov_geo_subdivision_get_n_arcs (one->subdivision), ==,
                    ggov_geo_subdivision_get_n_arcs (other->subdivision));

  for (guint i = 0; i < ggov_geo_subdivision_get_n_arcs (one->subdivision); i++)
    {
      const GgovGeoArc *a = ggov_geo_subdivision_get_arc (one->subdivision, i);
      const GgovGeoArc *b = ggov_geo_subdivision_get_arc (other->subdivision, i);

      g_assert_cmpint (a->id, ==, b->id);
      g_assert_cmpint (a->left_grid_id, ==, b->left_grid_id);
      g_assert_cmpmem (a->coords, 2 * a->n_points * sizeof *a->coords,
                       b->coords, 2 * b->n_points * sizeof *b->coords);
    }
}

#define N_TOWNS 3

static void
assert_same_outcomes (GPtrArray *first,
                      GPtrArray *second,
                      guint      n_proposals)
{
  for (guint i = 0; i < first->len; i++)
    {
      const GgovDistrictingOutcome *one = g_ptr_array_index (first, i);
      const GgovDistrictingOutcome *other = g_ptr_array_index (second, i);

      g_assert_cmpuint (one->proposals->len, ==, n_proposals);
      g_assert_cmpuint (other->proposals->len, ==, n_proposals);

      for (guint j = 0; j < n_proposals; j++)
        assert_same (g_ptr_array_index (one->proposals, j),
                     g_ptr_array_index (other->proposals, j));
    }
}

/* The same on any number of threads, alone and among others. */
static void
test_threads (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  People towns[N_TOWNS] = { 0 };
  GgovDistrictingPlace places[N_TOWNS];
  g_autoptr(GPtrArray) first = NULL;

  for (guint i = 0; i < N_TOWNS; i++)
    {
      people_init_town (&towns[i], rand, 3, 2);
      places[i] = towns[i].place;
    }

  terms.n_threads = 1;
  terms.n_proposals = 2;
  first = ggov_districting_propose (places, N_TOWNS, &terms, NULL, NULL, NULL, NULL);

  for (terms.n_threads = 2; terms.n_threads <= 5; terms.n_threads++)
    {
      g_autoptr(GPtrArray) together = NULL;
      g_autoptr(GPtrArray) alone = NULL;

      together = ggov_districting_propose (places, N_TOWNS, &terms, NULL, NULL, NULL, NULL);
      assert_same_outcomes (first, together, 2);
      alone = ggov_districting_propose (places, 1, &terms, NULL, NULL, NULL, NULL);
      assert_same_outcomes (alone, together, 2);
    }

  for (guint i = 0; i < N_TOWNS; i++)
    people_clear (&towns[i]);
}

/* Another seed, another proposal. */
static void
test_seeds (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) one = NULL;
  g_autoptr(GPtrArray) other = NULL;
  g_auto(People) people = { 0 };

  people_init_town (&people, rand, 4, 3);
  one = people_propose (&people, &terms);
  terms.seed = 2;
  other = people_propose (&people, &terms);
  g_assert_false (memcmp (((GgovProposal *) g_ptr_array_index (one, 0))->grid_ids,
                          ((GgovProposal *) g_ptr_array_index (other, 0))->grid_ids,
                          people.place.n_buildings * sizeof (gint64)) == 0);
}

typedef struct
{
  GCancellable *cancellable;
  double cancel_at;
  double last;
  guint n_calls;
} Watch;

static void
watch_cb (double   fraction,
          gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpfloat (fraction, >, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->last = fraction;
  watch->n_calls++;

  if (fraction >= watch->cancel_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_cancel (void)
{
  static const double cancel_at[] = { 0, 0.05, 0.3, 0.6, 0.95 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_auto(People) people = { 0 };

  people_init_town (&people, rand, 3, 2);

  for (guint i = 0; i < G_N_ELEMENTS (cancel_at); i++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      Watch watch = { cancellable, cancel_at[i], 0, 0 };
      g_autoptr(GPtrArray) outcomes = NULL;
      g_autoptr(GError) error = NULL;

      terms.n_threads = 1 + i % 2;

      if (cancel_at[i] == 0)
        g_cancellable_cancel (cancellable);

      outcomes = ggov_districting_propose (&people.place, 1, &terms, cancellable, watch_cb, &watch,
                                           &error);
      g_assert_null (outcomes);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

typedef struct
{
  guint n_asked;
  guint stop_at;
} Count;

static gboolean
count_cb (gpointer data)
{
  Count *count = data;

  return ++count->n_asked >= count->stop_at;
}

/* Before grids are looked for, plots are cut: whether to stop is asked at each building and more
 * often, and an answer is final. */
static void
test_stop (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  const GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GgovDistrictingTask) task = NULL;
  Count count = { 0, G_MAXUINT };
  const GgovGeoStop stop = { count_cb, &count };
  g_auto(People) people = { 0 };
  guint n_all;

  people_init_town (&people, rand, 3, 2);
  task = _ggov_districting_task_new (&people.place, &terms, &stop, NULL);
  g_assert_nonnull (task);
  n_all = count.n_asked;
  g_assert_cmpuint (n_all, >, people.place.n_buildings + task->land->ground->blocks->len);

  for (guint i = 1; i <= n_all; i++)
    {
      g_autoptr(GError) error = NULL;

      count = (Count) { 0, i };
      g_assert_null (_ggov_districting_task_new (&people.place, &terms, &stop, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count.n_asked, ==, i);
    }
}

/* The same while borders are drawn around what was found. */
static void
test_stop_drawing (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  const GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  GgovDistrictingRandom random = _ggov_districting_random_new (1, 0);
  g_autoptr(GgovDistrictingTask) task = NULL;
  g_autoptr(GgovDistrictingPartition) partition = NULL;
  g_autoptr(GgovProposal) proposal = NULL;
  Count count = { 0, G_MAXUINT };
  const GgovGeoStop stop = { count_cb, &count };
  g_auto(People) people = { 0 };
  guint n_all;

  people_init_town (&people, rand, 3, 2);
  task = _ggov_districting_task_new (&people.place, &terms, &stop, NULL);
  partition = _ggov_districting_task_start (task, &random);
  g_assert_nonnull (partition);

  count = (Count) { 0, G_MAXUINT };
  proposal = _ggov_proposal_new (task, partition, NULL);
  g_assert_nonnull (proposal);
  n_all = count.n_asked;
  g_assert_cmpuint (n_all, >, 2 * proposal->grids->len);

  for (guint i = 1; i <= n_all; i++)
    {
      g_autoptr(GError) error = NULL;

      count = (Count) { 0, i };
      g_assert_null (_ggov_proposal_new (task, partition, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count.n_asked, ==, i);
    }

  count = (Count) { 0, 1 };
  g_assert_null (_ggov_districting_task_start (task, &random));
}

static void
test_progress (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) outcomes = NULL;
  Watch watch = { NULL, 2, 0, 0 };
  g_auto(People) people = { 0 };

  people_init_town (&people, rand, 3, 2);
  outcomes = ggov_districting_propose (&people.place, 1, &terms, NULL, watch_cb, &watch, NULL);
  g_assert_nonnull (outcomes);
  g_assert_cmpfloat (watch.last, ==, 1);
  g_assert_cmpuint (watch.n_calls, >, 5);
}

static void
test_terms (void)
{
  const guint households[] = { 400, 400 };
  static const GgovDistrictingTerms bad[] = {
    { GGOV_DISTRICTING_DIVIDE, 0, 0, 500, 0, 1, 1, 0, NULL, 0 },
    { GGOV_DISTRICTING_DIVIDE, 400, 401, 500, 0, 1, 1, 0, NULL, 0 },
    { GGOV_DISTRICTING_REBALANCE, 400, 300, 399, 0, 1, 1, 0, NULL, 0 },
  };
  g_auto(People) people = { 0 };

  people_init_rows (&people, 2, 1, households);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (ggov_districting_propose (&people.place, 1, &bad[i], NULL, NULL, NULL,
                                               &error));
      g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
      g_assert_cmpint (ggov_geo_error_get_refusal (error)->reason, ==, GGOV_GEO_REASON_TERMS);
    }
}

static void
assert_outcome (const GgovDistrictingPlace *place,
                GgovDistrictingMode         mode,
                GgovGeoError                code,
                GgovGeoReason               reason)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GPtrArray) outcomes = NULL;
  g_autoptr(GError) error = NULL;
  const GgovDistrictingOutcome *outcome;

  terms.mode = mode;
  outcomes = ggov_districting_propose (place, 1, &terms, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  outcome = g_ptr_array_index (outcomes, 0);
  g_assert_null (outcome->proposals);
  g_assert_error (outcome->error, GGOV_GEO_ERROR, (int) code);
  g_assert_cmpint (ggov_geo_error_get_refusal (outcome->error)->reason, ==, reason);
}

static void
test_bad_place (void)
{
  const guint households[] = { 400, 400 };
  const double bow[] = { 110, 40, 110.01, 40.01, 110.01, 40, 110, 40.01, 110, 40 };
  g_autoptr(GBytes) junk = g_bytes_new_static ("junk", 4);
  g_autoptr(GBytes) crossed = town_new_polygon (bow, 5);
  g_autoptr(GBytes) line = town_new_street (0, 0, 10, 10);
  g_auto(People) people = { 0 };
  GgovDistrictingPlace place;

  people_init_rows (&people, 2, 1, households);

  place = people.place;
  place.border = junk;
  assert_outcome (&place, GGOV_DISTRICTING_DIVIDE, GGOV_GEO_ERROR_SHAPE,
                  GGOV_GEO_REASON_NONE);
  place.border = line;
  assert_outcome (&place, GGOV_DISTRICTING_DIVIDE, GGOV_GEO_ERROR_SHAPE,
                  GGOV_GEO_REASON_NONE);
  place.border = crossed;
  assert_outcome (&place, GGOV_DISTRICTING_DIVIDE, GGOV_GEO_ERROR_INVALID,
                  GGOV_GEO_REASON_NONE);

  place = people.place;
  place.main_streets = junk;
  assert_outcome (&place, GGOV_DISTRICTING_DIVIDE, GGOV_GEO_ERROR_SHAPE,
                  GGOV_GEO_REASON_NONE);

  place = people.place;
  place.n_buildings = 0;
  assert_outcome (&place, GGOV_DISTRICTING_DIVIDE, GGOV_GEO_ERROR_REFUSED,
                  GGOV_GEO_REASON_NO_BUILDINGS);

  /* Nothing is in force that could be rebalanced. */
  assert_outcome (&people.place, GGOV_DISTRICTING_REBALANCE, GGOV_GEO_ERROR_REFUSED,
                  GGOV_GEO_REASON_NO_GRIDS);

  people.buildings[0].households = people.buildings[1].households = 0;
  assert_outcome (&people.place, GGOV_DISTRICTING_DIVIDE, GGOV_GEO_ERROR_REFUSED,
                  GGOV_GEO_REASON_NO_PEOPLE);
}

static void
test_bad_households (void)
{
  const guint households[] = { 400, G_MAXUINT };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GError) error = NULL;
  g_auto(People) people = { 0 };

  people_init_rows (&people, 2, 1, households);
  g_assert_null (ggov_districting_propose (&people.place, 1, &terms, NULL, NULL, NULL, &error));
  g_assert_error (error, GGOV_GEO_ERROR, GGOV_GEO_ERROR_REFUSED);
  g_assert_cmpint (ggov_geo_error_get_refusal (error)->building_id, ==, people.buildings[1].id);
}

/* Every refusal and every other error has a sentence, none of them empty. */
static void
test_sentences (void)
{
  for (GgovGeoError code = GGOV_GEO_ERROR_SHAPE; code <= GGOV_GEO_ERROR_REFUSED; code++)
    {
      g_autoptr(GError) error = g_error_new_literal (GGOV_GEO_ERROR, (int) code, "Nick");
      g_autofree char *sentence = ggov_geo_error_dup_sentence (error);

      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_null (strstr (sentence, "Nick"));
    }
}

/* Towns in which all streets are main ones, so that not every grid can keep off them: what weighs
 * most comes out better than without, and sizes are kept all the same. */
static void
test_emphasis (void)
{
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  double compactness[3] = { 0 };
  guint n_crossing[3] = { 0 };

  for (guint seed = 1; seed <= 4; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (compactness); i++)
      {
        g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
        g_autoptr(GPtrArray) proposals = NULL;
        const GgovProposal *best;
        g_auto(People) people = { 0 };

        people_init_town (&people, rand, 4, 4);
        people.place.main_streets = people.town.streets;
        terms.emphasis = i;
        proposals = people_propose (&people, &terms);
        best = g_ptr_array_index (proposals, 0);
        compactness[i] += best->compactness;
        n_crossing[i] += best->n_crossing;
        g_assert_cmpfloat (best->within_10, >=, 0.9);
      }

  g_test_message ("compactness %.3f %.3f %.3f, crossings %u %u %u", compactness[0] / 4,
                  compactness[1] / 4, compactness[2] / 4, n_crossing[0], n_crossing[1],
                  n_crossing[2]);
  g_assert_cmpfloat (compactness[GGOV_DISTRICTING_EMPHASIS_SHAPE], >,
                     compactness[GGOV_DISTRICTING_EMPHASIS_NONE]);
  g_assert_cmpuint (n_crossing[GGOV_DISTRICTING_EMPHASIS_STREETS], <,
                    n_crossing[GGOV_DISTRICTING_EMPHASIS_NONE]);
}

/* One bad place among others does not keep these from being divided. */
static void
test_one_bad (void)
{
  const guint households[] = { 400, 400 };
  GgovDistrictingTerms terms = GGOV_DISTRICTING_TERMS_INIT;
  g_autoptr(GBytes) junk = g_bytes_new_static ("junk", 4);
  g_autoptr(GPtrArray) outcomes = NULL;
  GgovDistrictingPlace places[3];
  g_auto(People) people = { 0 };

  people_init_rows (&people, 2, 1, households);
  places[0] = places[1] = places[2] = people.place;
  places[1].border = junk;
  outcomes = ggov_districting_propose (places, 3, &terms, NULL, NULL, NULL, NULL);

  for (guint i = 0; i < 3; i++)
    {
      const GgovDistrictingOutcome *outcome = g_ptr_array_index (outcomes, i);

      g_assert_cmpint (outcome->proposals != NULL, ==, i != 1);
      g_assert_cmpint (outcome->error != NULL, ==, i == 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/districting/terms/threads", test_threads);
  g_test_add_func ("/districting/terms/seeds", test_seeds);
  g_test_add_func ("/districting/terms/cancel", test_cancel);
  g_test_add_func ("/districting/terms/stop", test_stop);
  g_test_add_func ("/districting/terms/stop-drawing", test_stop_drawing);
  g_test_add_func ("/districting/terms/progress", test_progress);
  g_test_add_func ("/districting/terms/contradicting", test_terms);
  g_test_add_func ("/districting/terms/bad-place", test_bad_place);
  g_test_add_func ("/districting/terms/bad-households", test_bad_households);
  g_test_add_func ("/districting/terms/one-bad", test_one_bad);
  g_test_add_func ("/districting/terms/sentences", test_sentences);
  g_test_add_func ("/districting/terms/emphasis", test_emphasis);

  return g_test_run ();
}
