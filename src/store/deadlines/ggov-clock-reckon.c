/* ggov-clock-reckon.c: the deadlines of what is open, on another clock
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-clock-private.h"
#include "ggov-issue-parts-private.h"
#include "ggov-issue-rules-private.h"
#include "ggov-issues-private.h"
#include "ggov-store-clock.h"

/* What is only collected has no limit yet. */
#define SQL_OPEN \
  "SELECT i.id, t.limit_text, i.filed_at, i.due_at, i.due_provisional, t.start_rule FROM issue i " \
  "JOIN case_type t ON t.id = i.case_type_id " \
  "WHERE i.stage NOT IN ('collect', 'closed', 'evaluated', 'void') AND ($1 = 0 OR i.id = $1) " \
  "ORDER BY i.id"
/* Among the issues written, 0 stands for all: the clock itself was. */
#define SQL_WRITTEN \
  "SELECT 0 FROM change_row r WHERE r.change_id = $1 AND r.table_name IN " \
  "('" GGOV_STORE_CLOCK_DAYS "', '" GGOV_STORE_CLOCK_SCHEDULE "') UNION " \
  "SELECT r.row_id FROM change_row r WHERE r.change_id = $1 AND r.table_name = 'issue' " \
  "UNION SELECT s.issue_id FROM change_row r JOIN issue_strand s ON s.id = r.row_id " \
  "WHERE r.change_id = $1 AND r.table_name = 'issue_strand'"

typedef struct
{
  gint64    id;
  char     *limit_text;
  char     *start_rule;
  gint64    filed_at;
  gint64    due_at;
  gboolean  provisional;
} Open;

static void
open_clear (gpointer data)
{
  Open *one = data;

  g_free (one->limit_text);
  g_free (one->start_rule);
}

/* @issue_id: or 0 for all */
static GArray *
list_open (GgovDb  *db,
           gint64   issue_id,
           GError **error)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Open));
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_OPEN, error);
  GgovDbStep step;

  g_array_set_clear_func (all, open_clear);
  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const Open one = {
        ggov_stmt_get_int (stmt, 0), g_strdup (ggov_stmt_get_text (stmt, 1)),
        g_strdup (ggov_stmt_get_text (stmt, 5)),
        ggov_stmt_get_int (stmt, 2), ggov_stmt_get_int (stmt, 3), ggov_stmt_get_int (stmt, 4) != 0,
      };

      g_array_append_val (all, one);
    }

  return step == GGOV_DB_DONE ? g_steal_pointer (&all) : NULL;
}

static gboolean
write_due (GgovChange  *change,
           gint64       issue_id,
           gint64       due_at,
           gboolean     provisional,
           GError     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("due_at", due_at),
    GGOV_INT ("due_provisional", provisional != FALSE),
  };

  return _ggov_change_update (change, "issue", issue_id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

/* @one: its deadline as the records have it, then as @clock has it */
static gboolean
reckon (GgovDb           *db,
        GgovOfficeClock  *clock,
        Open             *one,
        gboolean         *is_moved,
        GError          **error)
{
  g_autoptr(GPtrArray) events = _ggov_issue_list_events (db, one->id, error);
  gboolean provisional;
  gint64 due_at;

  if (events == NULL || !_ggov_issue_reckon (clock, one->limit_text, one->start_rule, one->filed_at,
                                             events, &due_at, &provisional, error))
    return FALSE;

  *is_moved = due_at != one->due_at || provisional != one->provisional;
  one->due_at = due_at;
  one->provisional = provisional;

  return TRUE;
}

gboolean
_ggov_clock_count_moved (GgovDb           *db,
                         GgovOfficeClock  *clock,
                         guint            *n_moved,
                         GError          **error)
{
  g_autoptr(GArray) all = list_open (db, 0, error);
  gboolean is_moved;

  *n_moved = 0;
  for (guint i = 0; all && i < all->len; i++)
    {
      if (!reckon (db, clock, &g_array_index (all, Open, i), &is_moved, error))
        return FALSE;
      *n_moved += is_moved ? 1 : 0;
    }

  return all != NULL;
}

static gboolean
reckon_open (GgovChange       *change,
             GgovOfficeClock  *clock,
             gint64            issue_id,
             guint            *n_moved,
             GError          **error)
{
  g_autoptr(GArray) all = list_open (change->db, issue_id, error);
  gboolean is_moved;

  *n_moved = 0;
  for (guint i = 0; all && i < all->len; i++)
    {
      Open *one = &g_array_index (all, Open, i);

      if (!reckon (change->db, clock, one, &is_moved, error) ||
          (is_moved && !write_due (change, one->id, one->due_at, one->provisional, error)) ||
          !ggov_change_check_cancelled (change, error))
        return FALSE;
      *n_moved += is_moved ? 1 : 0;
    }

  return all != NULL && _ggov_issue_reckon_strands (change, clock, issue_id, error);
}

gboolean
_ggov_clock_reckon_open (GgovChange       *change,
                         GgovOfficeClock  *clock,
                         guint            *n_moved,
                         GError          **error)
{
  return reckon_open (change, clock, 0, n_moved, error);
}

gboolean
_ggov_clock_reckon_written (GgovChange  *change,
                            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_WRITTEN, error);
  g_autoptr(GgovOfficeClock) clock = NULL;
  g_autoptr(GArray) ids = NULL;
  guint n_moved;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change->id);
  if (!(ids = ggov_stmt_list_ints (stmt, error)) ||
      (ids->len > 0 && !(clock = _ggov_clock_read (change->db, error))))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!reckon_open (change, clock, g_array_index (ids, gint64, i), &n_moved, error))
      return FALSE;

  return TRUE;
}
