/* ggov-geo-recurrence.c: what comes back: events of one kind, near one another in place and time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-geo"

#include "config.h"

#include "ggov-geo-recurrence.h"

/* What is needed while groups are being found. */
typedef struct
{
  const GgovGeoEvent *events;
  guint               n;
  double              radius_m;
  int                 days;
  guint               n_least;
  guint              *order;   /* indices of events by kind, day and index */
  gboolean           *is_used; /* by position in the order */
} Search;

static int
compare_events (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  guint i = *(const guint *) a, j = *(const guint *) b;
  const GgovGeoEvent *x = &((const GgovGeoEvent *) data)[i], *y = &((const GgovGeoEvent *) data)[j];

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;

  return i < j ? -1 : i > j;
}

static const GgovGeoEvent *
get_event (const Search *search,
           guint         position)
{
  return &search->events[search->order[position]];
}

/* NAN is near to nothing. */
static gboolean
is_near (const Search       *search,
         const GgovGeoEvent *a,
         const GgovGeoEvent *b)
{
  double east = a->easting - b->easting, north = a->northing - b->northing;

  if (a->house != 0 && a->house == b->house)
    return TRUE;

  return east * east + north * north <= search->radius_m * search->radius_m;
}

static gboolean
is_within (const Search       *search,
           const GgovGeoEvent *a,
           const GgovGeoEvent *b)
{
  return a->kind == b->kind && ABS (a->day - b->day) <= search->days;
}

/**
 * find_near:
 * @found: (nullable): positions are appended
 *
 * Returns: how many events that no group has are near to the one at @middle, itself among them
 */
static guint
find_near (const Search *search,
           guint         middle,
           GArray       *found)
{
  const GgovGeoEvent *event = get_event (search, middle);
  guint first = middle, n = 0;

  while (first > 0 && is_within (search, get_event (search, first - 1), event))
    first--;

  for (guint i = first; i < search->n && is_within (search, get_event (search, i), event); i++)
    {
      if (search->is_used[i] || (i != middle && !is_near (search, event, get_event (search, i))))
        continue;

      n++;
      if (found)
        g_array_append_val (found, i);
    }

  return n;
}

static void
put (GPtrArray *buckets,
     guint      n,
     guint      position)
{
  while (buckets->len <= n)
    g_ptr_array_add (buckets, g_array_new (FALSE, FALSE, sizeof (guint)));
  g_array_append_val ((GArray *) buckets->pdata[n], position);
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  const Search *search = data;
  const GgovGeoEvent *x = get_event (search, *(const guint *) a);
  const GgovGeoEvent *y = get_event (search, *(const guint *) b);
  guint i = search->order[*(const guint *) a], j = search->order[*(const guint *) b];

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;

  return i < j ? -1 : i > j;
}

/* Takes the events near @middle out of the search. */
static GArray *
take_group (Search *search,
            guint   middle)
{
  g_autoptr(GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *group = g_array_new (FALSE, FALSE, sizeof (guint));

  find_near (search, middle, positions);
  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);

      search->is_used[position] = TRUE;
      g_array_append_val (group, search->order[position]);
    }

  return group;
}

/* What was near when it was counted may be taken by now: then it waits for its turn with what is
 * left. Nothing ever comes back, so that no bucket above is filled again. */
static void
empty_bucket (Search    *search,
              GPtrArray *buckets,
              guint      n,
              GPtrArray *groups)
{
  g_autoptr(GArray) bucket = g_array_ref (buckets->pdata[n]);

  g_array_sort_with_data (bucket, compare_positions, search);
  for (guint i = 0; i < bucket->len; i++)
    {
      guint middle = g_array_index (bucket, guint, i), left;

      if (search->is_used[middle])
        continue;

      left = find_near (search, middle, NULL);
      if (left == n)
        g_ptr_array_add (groups, take_group (search, middle));
      else if (left >= search->n_least)
        put (buckets, left, middle);
    }
}

GPtrArray *
ggov_geo_recurrences_find (const GgovGeoEvent *events,
                           guint               n,
                           double              radius_m,
                           int                 days,
                           guint               n_least)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GPtrArray) buckets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree gboolean *is_used = g_new0 (gboolean, n + 1);
  Search search = { events, n, radius_m, days, n_least, order, is_used };

  g_return_val_if_fail (n == 0 || events != NULL, groups);
  g_return_val_if_fail (n_least >= 2, groups);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (n > 1)
    g_qsort_with_data (order, (int) n, sizeof *order, compare_events, (gpointer) events);

  for (guint i = 0; i < n; i++)
    {
      guint near = find_near (&search, i, NULL);

      if (near >= n_least)
        put (buckets, near, i);
    }
  for (guint i = buckets->len; i-- > n_least;)
    empty_bucket (&search, buckets, i, groups);

  return groups;
}
