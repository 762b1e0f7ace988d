/* ggov-issue-strands.c: the strands of an issue, whose clocks stand still when its own does
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-issue-parts-private.h"
#include "ggov-issue-rules-private.h"

#define SQL_OPEN \
  "SELECT s.id, s.issue_id, s.limit_text, s.started_at, s.due_at, s.due_provisional, s.lane " \
  "FROM issue_strand s WHERE s.ended_at IS NULL AND ($1 = 0 OR s.issue_id = $1) ORDER BY s.id"

typedef struct
{
  gint64    id;
  gint64    issue_id;
  char     *limit_text;
  gint64    started_at;
  gint64    due_at;
  gboolean  provisional;
  GgovLane  lane;
} Strand;

static void
strand_clear (gpointer data)
{
  g_free (((Strand *) data)->limit_text);
}

static GArray *
list_open (GgovDb  *db,
           gint64   issue_id,
           GError **error)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Strand));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_OPEN, error);
  GgovDbStep step;

  g_array_set_clear_func (all, strand_clear);
  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      Strand one = {
        ggov_stmt_get_int (stmt, 0), ggov_stmt_get_int (stmt, 1), NULL, ggov_stmt_get_int (stmt, 3),
        ggov_stmt_get_int (stmt, 4), ggov_stmt_get_int (stmt, 5) != 0, GGOV_LANE_COMMUNITY,
      };

      one.limit_text = g_strdup (ggov_stmt_get_text (stmt, 2));
      if (!ggov_lane_from_code (ggov_stmt_get_text (stmt, 6), &one.lane, NULL))
        g_warning ("A strand has a lane that is not known");
      g_array_append_val (all, one);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&all) : NULL;
}

gboolean
_ggov_issue_reckon_strand (GgovOfficeClock  *clock,
                           const char       *limit_text,
                           gint64            started_at,
                           GPtrArray        *events,
                           gint64           *due_at,
                           gboolean         *due_provisional,
                           GError          **error)
{
  g_autoptr(GPtrArray) stops = g_ptr_array_new ();

  /* Sending somebody else about the issue, or giving it more time, is not about the strand. */
  for (guint i = 0; i < events->len; i++)
    {
      const GgovIssueEventFields *event = ggov_issue_event_get_fields (events->pdata[i]);

      if (event->at >= started_at &&
          (event->move == GGOV_ISSUE_SUSPEND || event->move == GGOV_ISSUE_RESUME))
        g_ptr_array_add (stops, events->pdata[i]);
    }

  return _ggov_issue_reckon (clock, limit_text, NULL, started_at, stops, due_at, due_provisional,
                             error);
}

static gboolean
reckon (GgovChange       *change,
        GgovOfficeClock  *clock,
        const Strand     *one,
        GError          **error)
{
  g_autoptr(GPtrArray) events = _ggov_issue_list_events (change->db, one->issue_id, error);
  gboolean provisional;
  gint64 due_at;

  if (events == NULL || !_ggov_issue_reckon_strand (clock, one->limit_text, one->started_at, events,
                                                    &due_at, &provisional, error))
    return FALSE;

  if (due_at == one->due_at && provisional == one->provisional)
    return TRUE;

  return _ggov_change_update (change, "issue_strand", one->id, -1, (GgovColumn[]) {
    GGOV_ID ("due_at", due_at),
    GGOV_INT ("due_provisional", provisional != FALSE),
  }, 2, error);
}

gboolean
_ggov_issue_reckon_strands (GgovChange       *change,
                            GgovOfficeClock  *clock,
                            gint64            issue_id,
                            GError          **error)
{
  g_autoptr(GArray) all = list_open (change->db, issue_id, error);

  for (guint i = 0; all && i < all->len; i++)
    if (!reckon (change, clock, &g_array_index (all, Strand, i), error))
      return FALSE;

  return all != NULL;
}

gboolean
_ggov_issue_check_strands (GgovDb  *db,
                           gint64   issue_id,
                           GError **error)
{
  g_autoptr(GArray) all = list_open (db, issue_id, error);
  g_autoptr(GString) names = g_string_new (NULL);

  if (all == NULL || all->len == 0)
    return all != NULL;

  for (guint i = 0; i < all->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ggov_lane_get_label (g_array_index (all, Strand, i).lane));
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               /* Translators: the lanes of strands that are not done */
               _("The issue is closed when all of its strands are done. Still open: %s."),
               names->str);
  return FALSE;
}

gboolean
_ggov_issue_drop_strands (GgovChange  *change,
                          gint64       issue_id,
                          gint64       at,
                          GError     **error)
{
  g_autoptr(GArray) all = list_open (change->db, issue_id, error);

  for (guint i = 0; all && i < all->len; i++)
    {
      const Strand *one = &g_array_index (all, Strand, i);
      const GgovColumn columns[] = {
        GGOV_INT ("ended_at", MAX (at, one->started_at)), GGOV_TEXT ("outcome", "dropped"),
      };

      if (!_ggov_change_update (change, "issue_strand", one->id, -1, columns,
                                G_N_ELEMENTS (columns), error))
        return FALSE;
    }

  return all != NULL;
}
