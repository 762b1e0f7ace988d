/* ggov-demo-rounds.c: the demo's visit sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-demo"

#include "config.h"

#include "ggov-demo-register-private.h"
#include "ggov-local-time.h"
#include "ggov-write-rounds.h"

#define STOPS 12 /* of a sheet that is still to be gone through */
#define AHEAD 7  /* days */

/* By worker and day, then as they were made. */
static int
compare_calls (gconstpointer a,
               gconstpointer b)
{
  const GgovDemoCall *x = a, *y = b;

  if (x->worker != y->worker)
    return x->worker < y->worker ? -1 : 1;
  if (x->day != y->day)
    return x->day - y->day;

  return x->visit_id < y->visit_id ? -1 : x->visit_id > y->visit_id;
}

/* One sheet of the calls from @from up to @until. */
static gboolean
write_round (GgovChange    *change,
             const GArray  *calls,
             guint          from,
             guint          until,
             GError       **error)
{
  const GgovDemoCall *first = &g_array_index (calls, GgovDemoCall, from);
  g_autofree GgovVisitStopRow *stops = g_new0 (GgovVisitStopRow, until - from);
  g_autofree char *day = ggov_local_day_format (first->day);

  for (guint i = from; i < until; i++)
    {
      const GgovDemoCall *call = &g_array_index (calls, GgovDemoCall, i);

      stops[i - from] = (GgovVisitStopRow) {
        .household_id = call->household_id,
        .person_id = call->person_id,
        .reason = call->person_id ? "care" : "confirm",
        .visit_id = call->visit_id,
      };
    }

  return ggov_change_add_visit_round (change, first->worker, 0, day, stops, until - from, error) != 0;
}

gboolean
_ggov_demo_write_rounds (GgovDemoOffice *office,
                         GgovChange     *change,
                         GError        **error)
{
  g_autoptr(GArray) rounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *today = ggov_local_day_format (office->as_of);
  const GgovVisitPlanTerms terms = { .day = today, .horizon_days = AHEAD, .limit = STOPS };
  const GgovDemoCall *calls = (const GgovDemoCall *) (gpointer) office->calls->data;

  g_array_sort (office->calls, compare_calls);
  for (guint i = 0, from = 0; i < office->calls->len; i++)
    if (i + 1 == office->calls->len || calls[i + 1].worker != calls[from].worker ||
        calls[i + 1].day != calls[from].day)
      {
        if (!write_round (change, office->calls, from, i + 1, error))
          return FALSE;
        from = i + 1;
      }

  return ggov_change_keep_visit_rounds (change, &terms, rounds, error);
}
