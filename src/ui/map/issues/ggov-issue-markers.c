/* ggov-issue-markers.c: open issues put together for every zoom level of the map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-issue-markers.h"
#include "ggov-map-frame.h"

#define MIN_ZOOM 8
#define MAX_ZOOM 19

/* From what can wait to what cannot. */
static const GgovIssueDue ranks[] = {
  GGOV_ISSUE_DUE_ENDED, GGOV_ISSUE_DUE_SUSPENDED, GGOV_ISSUE_DUE_NONE, GGOV_ISSUE_DUE_FINE,
  GGOV_ISSUE_DUE_SOON, GGOV_ISSUE_DUE_TODAY, GGOV_ISSUE_DUE_OVERDUE,
};

static guint
get_rank (GgovIssueDue due)
{
  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (ranks[i] == due)
      return i;

  g_assert_not_reached ();
}

GgovIssueMarkers *
ggov_issue_markers_new (GgovIssueSpots  *spots,
                        GgovOfficeClock *clock,
                        gint64           now)
{
  GgovIssueMarkers *self = g_atomic_rc_box_new0 (GgovIssueMarkers);
  guint n = ggov_issue_spots_get_n (spots);
  g_autofree GgovGeoClusterPoint *points = g_new (GgovGeoClusterPoint, n + 1);

  self->spots = ggov_issue_spots_ref (spots);
  self->dues = g_new (guint8, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const GgovIssueSpot *spot = ggov_issue_spots_get (spots, i);

      self->dues[i] = ggov_issue_due_judge_state (&spot->state, spot->due_at, clock, now);
      self->counts[self->dues[i]]++;
      points[i].x = ggov_mercator_x (spot->lon);
      points[i].y = ggov_mercator_y (spot->lat);
      points[i].rank = get_rank (self->dues[i]);
    }
  self->clusters = ggov_geo_clusters_new (points, n, GGOV_ISSUE_MARKERS_RADIUS_PX, MIN_ZOOM,
                                          MAX_ZOOM);

  return self;
}

GgovIssueMarkers *
ggov_issue_markers_ref (GgovIssueMarkers *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
markers_clear (GgovIssueMarkers *self)
{
  g_clear_pointer (&self->spots, ggov_issue_spots_unref);
  g_clear_pointer (&self->dues, g_free);
  g_clear_pointer (&self->clusters, ggov_geo_clusters_unref);
}

void
ggov_issue_markers_unref (GgovIssueMarkers *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) markers_clear);
}

GgovIssueDue
ggov_issue_markers_get_due (const GgovGeoCluster *cluster)
{
  return ranks[MIN (cluster->rank, G_N_ELEMENTS (ranks) - 1)];
}

/* The most urgent first, then what is due first. */
static int
compare_issues (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  GgovIssueMarkers *self = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  guint rank_x = get_rank (self->dues[x]), rank_y = get_rank (self->dues[y]);
  gint64 due_x = ggov_issue_spots_get (self->spots, x)->due_at;
  gint64 due_y = ggov_issue_spots_get (self->spots, y)->due_at;

  if (rank_x != rank_y)
    return rank_x > rank_y ? -1 : 1;
  if (due_x != due_y)
    return due_x < due_y ? -1 : 1;

  return x < y ? -1 : x > y;
}

GArray *
ggov_issue_markers_list (GgovIssueMarkers     *self,
                         const GgovGeoCluster *cluster)
{
  GArray *issues = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (issues, ggov_geo_clusters_get_order (self->clusters) + cluster->first,
                       cluster->n);
  g_array_sort_with_data (issues, compare_issues, self);

  return issues;
}

char *
ggov_issue_markers_dup_text (GgovIssueMarkers     *self,
                             const GgovGeoCluster *cluster)
{
  GgovIssueDue due = ggov_issue_markers_get_due (cluster);
  const guint *order = ggov_geo_clusters_get_order (self->clusters);
  g_autofree char *count = NULL;

  if (cluster->n == 1)
    {
      const GgovIssueSpot *spot = ggov_issue_spots_get (self->spots, order[cluster->first]);
      g_autofree char *standing = ggov_issue_due_dup_label (due, spot->due_provisional);

      /* Translators: an issue's title, and how it stands with its time: "Overdue" */
      return g_strdup_printf (_("%s (%s)"), spot->title, standing);
    }

  count = g_strdup_printf (ngettext ("%u open issue", "%u open issues", cluster->n), cluster->n);
  if (due != GGOV_ISSUE_DUE_OVERDUE)
    return g_steal_pointer (&count);

  /* Translators: how many open issues there are, and how many of them are overdue */
  return g_strdup_printf (_("%s, %u overdue"), count, cluster->n_ranked);
}
