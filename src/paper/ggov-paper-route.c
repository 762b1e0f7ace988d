/* ggov-paper-route.c: a worker's open issues in the order of walking
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-paper"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-geo-route.h"
#include "ggov-paper-issues-private.h"
#include "ggov-store-issue-spots.h"

/* What is read so far, and for whom. */
typedef struct
{
  GgovPaperIssues *content; /* (owned) */
  GTask           *task;    /* (owned) */
  char            *day;
} Reading;

static void
spots_read_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autofree Reading *reading = user_data;
  GError *error = NULL;

  reading->content->spots =
    ggov_store_list_issue_spots_finish (GGOV_STORE (object), result, &error);
  g_free (reading->day);
  _ggov_paper_issues_return (GGOV_STORE (object), reading->task, reading->content, error);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Reading *reading = user_data;
  GError *error = NULL;

  reading->content->issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, &error);
  if (error)
    {
      _ggov_paper_issues_return (GGOV_STORE (object), reading->task, reading->content, error);
      g_free (reading->day);
      g_free (reading);
      return;
    }

  ggov_store_list_issue_spots_async (GGOV_STORE (object), reading->day,
                                     g_task_get_cancellable (reading->task), spots_read_cb, reading);
}

static void
read_route (GgovStore              *store,
            const GgovPaperOptions *options,
            GTask                  *task)
{
  const GgovIssueFilter filter = {
    .stages = GGOV_ISSUE_FILTER_OPEN, .handler_id = options->record_id, .now = options->now,
  };
  Reading *reading = g_new0 (Reading, 1);

  reading->content = g_new0 (GgovPaperIssues, 1);
  reading->task = task;
  reading->day = g_strdup (options->day);
  ggov_store_list_issues_async (store, &filter, g_task_get_cancellable (task), listed_cb, reading);
}

/* Whoever has something to go to. */
static void
offered_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      task)
{
  GError *error = NULL;
  g_autoptr(GListModel) issues = ggov_store_list_issues_finish (GGOV_STORE (object), result, &error);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GListStore *choices = issues ? g_list_store_new (GGOV_TYPE_CHOICE) : NULL;

  for (guint i = 0; issues && i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (issues, i);
      const GgovIssueFields *fields = ggov_issue_get_fields (issue);
      const GgovChoiceFields choice_fields = {
        .id = fields->handler_id, .name = fields->handler_name,
      };
      g_autoptr(GgovChoice) choice = NULL;

      if (fields->handler_id == 0 ||
          !g_hash_table_add (seen, g_memdup2 (&fields->handler_id, sizeof fields->handler_id)))
        continue;

      choice = ggov_choice_new (&choice_fields);
      g_list_store_append (choices, choice);
    }

  _ggov_paper_return (task, choices, g_object_unref, error);
}

static void
offer_people (GgovStore              *store,
              const GgovPaperOptions *options,
              GTask                  *task)
{
  const GgovIssueFilter filter = { .stages = GGOV_ISSUE_FILTER_OPEN };

  ggov_store_list_issues_async (store, &filter, g_task_get_cancellable (task), offered_cb, task);
}

static void
find_place (GgovReportStop *stop,
            GgovIssueSpots *spots)
{
  const gint64 id = ggov_issue_get_fields (stop->issue)->id;

  for (guint i = 0; i < ggov_issue_spots_get_n (spots); i++)
    {
      const GgovIssueSpot *spot = ggov_issue_spots_get (spots, i);

      if (spot->id != id || isnan (spot->lon))
        continue;

      stop->has_place = TRUE;
      stop->lon = spot->lon;
      stop->lat = spot->lat;
      return;
    }
}

/* (element-type GgovReportStop): those of a known place first, in the order of walking. */
static GArray *
order_stops (const GgovPaperIssues  *content,
             GError                **error)
{
  const guint n_all = MIN (g_list_model_get_n_items (content->issues), GGOV_GEO_ROUTE_MAX);
  g_autoptr(GArray) stops = g_array_new (FALSE, TRUE, sizeof (GgovReportStop));
  g_autoptr(GArray) unplaced = g_array_new (FALSE, TRUE, sizeof (GgovReportStop));
  g_autofree double *coords = g_new (double, 2 * n_all + 1);
  g_autofree double *legs = g_new (double, n_all + 1);
  g_autofree guint *order = g_new (guint, n_all + 1);
  g_autofree GgovReportStop *before = NULL;

  for (guint i = 0; i < n_all; i++)
    {
      g_autoptr(GgovIssue) issue = g_list_model_get_item (content->issues, i);
      GgovReportStop stop = { .issue = issue }; /* the list keeps it */

      find_place (&stop, content->spots);
      coords[2 * stops->len] = stop.lon;
      coords[2 * stops->len + 1] = stop.lat;
      g_array_append_val (stop.has_place ? stops : unplaced, stop);
    }

  if (!ggov_geo_route_find (coords, stops->len, NULL, order, legs, error))
    return NULL;

  before = g_memdup2 (stops->data, stops->len * sizeof (GgovReportStop));
  for (guint i = 0; i < stops->len; i++)
    {
      g_array_index (stops, GgovReportStop, i) = before[order[i]];
      g_array_index (stops, GgovReportStop, i).leg_m = legs[i];
    }
  g_array_append_vals (stops, unplaced->data, unplaced->len);

  return g_steal_pointer (&stops);
}

static GgovReportPager *
make (gpointer                 data,
      const GgovPaperOptions  *options,
      PangoContext            *context,
      guint                   *n_counted,
      GError                 **error)
{
  const GgovPaperIssues *content = data;
  const GgovReportIssuesOptions report = _ggov_paper_get_issues_options (content, options);
  g_autoptr(GArray) stops = order_stops (content, error);
  const GgovReportStop *first;
  const char *who;

  if (stops == NULL)
    return NULL;

  *n_counted = stops->len;
  if (stops->len == 0)
    {
      g_set_error_literal (error, GGOV_PAPER_ERROR, GGOV_PAPER_ERROR_EMPTY,
                           _("Nobody of that name has an open issue to go to."));
      return NULL;
    }

  first = &g_array_index (stops, GgovReportStop, 0);
  who = ggov_issue_get_fields (first->issue)->handler_name;

  return ggov_report_route_new (first, stops->len, who ? who : "", &report, context);
}

const GgovPaperKind _ggov_paper_route = {
  .name = "route",
  .title = N_("Route list"),
  .about = N_("A worker’s open issues in the order of walking, each with a code, and a drawing of the way"),
  .record = "person",
  .record_title = N_("Person"),
  .counts = "issues",
  .list_records = offer_people,
  .read = read_route,
  .free_content = _ggov_paper_issues_free,
  .make = make,
};
