/* ggov-store-points-expiry.c: for how long points are good
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-roster-private.h"
#include "ggov-store-points-expiry.h"
#include "ggov-store-points-private.h"
#include "ggov-write-points-private.h"

/* The whole ledger of people, account by account. */
#define SQL_ENTRIES \
  "SELECT " GGOV_POINTS_OWNER ("a") " AS owner, t.id, coalesce (t.reverses_id, 0), t.at, e.points " \
  "FROM points_account a JOIN points_entry e ON e.account_id = a.id " \
  "JOIN points_transfer t ON t.id = e.transfer_id WHERE a.kind = 'person' ORDER BY owner, e.id"
#define SQL_HOLDER \
  "SELECT a.person_id, n.name, coalesce (n.phone, ''), coalesce ((SELECT g.name FROM post p " \
  "JOIN role j ON j.id = p.role_id LEFT JOIN unit u ON u.id = p.unit_id " \
  "LEFT JOIN building b ON b.id = coalesce (p.building_id, u.building_id) " \
  "LEFT JOIN " GGOV_ROSTER_SPOT " JOIN grid g ON g.id = coalesce (p.grid_id, x.grid_id) " \
  "WHERE p.person_id = a.person_id AND " GGOV_ROSTER_ON_DAY ("p") \
  " ORDER BY j.sort_order, p.id LIMIT 1), '') FROM points_account a " \
  "JOIN person n ON n.id = a.person_id WHERE a.id = $2"
#define SQL_TERMS_ID "SELECT id FROM points_expiry WHERE valid_from = $1"

/* Called with each account once all its entries were added. */
typedef gboolean (*LotsFunc) (gint64           account_id,
                              GgovPointsLots  *lots,
                              gpointer         data,
                              GError         **error);

static gboolean
each_account (GgovDb    *db,
              LotsFunc   func,
              gpointer   data,
              GError   **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ENTRIES, error);
  g_autoptr(GgovPointsLots) lots = ggov_points_lots_new ();
  GgovDbStep step = GGOV_DB_ERROR;
  gint64 account_id = 0;

  while (stmt && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const gint64 owner = ggov_stmt_get_int (stmt, 0);

      if (owner != account_id && account_id != 0)
        {
          if (!func (account_id, lots, data, error))
            return FALSE;
          ggov_points_lots_clear (lots);
        }
      account_id = owner;
      ggov_points_lots_add (lots, ggov_stmt_get_int (stmt, 1), ggov_stmt_get_int (stmt, 2),
                            ggov_local_time_get_day (ggov_stmt_get_int (stmt, 3)),
                            ggov_stmt_get_int (stmt, 4));
    }

  return step == GGOV_DB_DONE && (account_id == 0 || func (account_id, lots, data, error));
}

/* Reading --------------------------------------------------------------------------------------- */

/* On the store's thread. */
static void
read_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  GgovPointsExpiry expiry;

  if (_ggov_points_read_expiry (db, g_task_get_task_data (task), &expiry, &error))
    g_task_return_pointer (task, g_memdup2 (&expiry, sizeof expiry), g_free);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  GgovDb           *db;
  const char       *as_of;
  int               until;  /* day since 1970-01-01 */
  GgovPointsExpiry  expiry;
  GPtrArray        *rows;   /* (element-type GgovPointsExpiring) */
} Notice;

static gboolean
add_row (Notice  *notice,
         gint64   account_id,
         int      last_day,
         gint64   points,
         GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (notice->db, SQL_HOLDER, error);
  g_autofree char *day = ggov_local_day_format (last_day);
  GgovPointsExpiringRecord record = { .account_id = account_id, .points = points, .last_day = day };

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, notice->as_of);
  ggov_stmt_bind_int (stmt, 2, account_id);
  if (!_ggov_points_ask (stmt, "account", error))
    return FALSE;

  record.person_id = ggov_stmt_get_int (stmt, 0);
  record.person = ggov_stmt_get_text (stmt, 1);
  record.phone = ggov_stmt_get_text (stmt, 2);
  record.grid = ggov_stmt_get_text (stmt, 3);
  g_ptr_array_add (notice->rows, ggov_points_expiring_new (&record));

  return TRUE;
}

/* A line for each last day within the notice. */
static gboolean
add_account (gint64           account_id,
             GgovPointsLots  *lots,
             gpointer         data,
             GError         **error)
{
  Notice *notice = data;
  int day, last_day = 0;
  gint64 points = 0;

  for (guint i = 0; i < ggov_points_lots_get_n (lots); i++)
    {
      const gint64 left = ggov_points_lots_get_left (lots, i, &day);
      const int last = ggov_points_expiry_get_last_day (&notice->expiry, day);

      if (last > notice->until)
        break;
      if (last != last_day && points > 0 &&
          !add_row (notice, account_id, last_day, points, error))
        return FALSE;
      points = last != last_day ? left : points + left;
      last_day = last;
    }

  return points == 0 || add_row (notice, account_id, last_day, points, error);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const GgovPointsExpiringRecord *one = ggov_points_expiring_get_record (*(gpointer *) a);
  const GgovPointsExpiringRecord *two = ggov_points_expiring_get_record (*(gpointer *) b);
  int order = g_strcmp0 (one->last_day, two->last_day);

  if (order == 0)
    order = g_strcmp0 (one->person, two->person);

  return order ? order : (one->account_id > two->account_id) - (one->account_id < two->account_id);
}

/* On the store's thread. */
static void
notice_job (GTask  *task,
            GgovDb *db)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  Notice notice = { .db = db, .as_of = g_task_get_task_data (task), .rows = rows };
  GError *error = NULL;
  gboolean read = _ggov_points_read_expiry (db, notice.as_of, &notice.expiry, &error);

  if (read && ggov_local_day_parse (notice.as_of, &notice.until, NULL))
    notice.until += notice.expiry.notice_days;
  if (read && notice.expiry.mode != GGOV_POINTS_NEVER)
    read = each_account (db, add_account, &notice, &error);

  if (!read)
    {
      g_task_return_error (task, error);
      return;
    }

  g_ptr_array_sort (rows, compare_rows);
  g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

/* Writing --------------------------------------------------------------------------------------- */

typedef struct
{
  GgovPointsExpiry  expiry;
  char             *valid_from;
} Terms;

static void
terms_free (gpointer data)
{
  g_free (((Terms *) data)->valid_from);
  g_free (data);
}

static gboolean
write_terms (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Terms *terms = data;
  const GgovColumn columns[] = {
    GGOV_TEXT ("mode", ggov_points_expiry_mode_get_code (terms->expiry.mode)),
    GGOV_INT ("span", terms->expiry.span),
    GGOV_INT ("notice_days", terms->expiry.notice_days),
    GGOV_TEXT ("valid_from", terms->valid_from),
  };
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_TERMS_ID, error);
  GgovDbStep step;

  if (terms->expiry.span < 1 || terms->expiry.notice_days < 0)
    return _ggov_points_refuse (error, _("Points are good for one year or month at the least, and notice "
                                         "is given of 0 days or more."));
  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, terms->valid_from);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  return step == GGOV_DB_ROW
           ? _ggov_change_update (change, "points_expiry", ggov_stmt_get_int (stmt, 0), -1, columns,
                                  G_N_ELEMENTS (columns), error)
           : _ggov_change_insert (change, "points_expiry", columns, G_N_ELEMENTS (columns), error) != 0;
}

/* What expired. It belongs to the task that the caller is answered by. */
typedef struct
{
  gint64            at;
  int               day;
  GgovPointsExpiry  expiry;
  GArray           *accounts; /* (element-type gint64): that have something to expire */
  guint             n_people;
  gint64            points;
} Run;

static void
run_free (gpointer data)
{
  g_array_unref (((Run *) data)->accounts);
  g_free (data);
}

static gboolean
find_due (gint64           account_id,
          GgovPointsLots  *lots,
          gpointer         data,
          GError         **error)
{
  Run *run = data;

  if (ggov_points_lots_get_due (lots, &run->expiry, run->day) > 0)
    g_array_append_val (run->accounts, account_id);

  return TRUE;
}

static gboolean
write_expiry (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  Run *run = g_task_get_task_data (data);
  g_autofree char *day = ggov_local_day_format (run->day);

  ggov_change_set_subject (change, day);
  if (!_ggov_points_read_expiry (change->db, day, &run->expiry, error))
    return FALSE;
  if (run->expiry.mode == GGOV_POINTS_NEVER)
    return _ggov_points_refuse (error, _("Points never expire here. Say first for how long they are "
                                         "good."));
  if (!each_account (change->db, find_due, run, error))
    return FALSE;

  for (guint i = 0; i < run->accounts->len; i++)
    {
      gint64 points;

      if (!_ggov_points_expire_account (change, g_array_index (run->accounts, gint64, i), run->at,
                                        &points, error) ||
          !ggov_change_check_cancelled (change, error))
        return FALSE;
      run->points += points;
      run->n_people++;
    }

  return TRUE;
}

static void
expired_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Public ------------------------------------------------------------------------------------------- */

void
ggov_store_read_points_expiry_async (GgovStore           *self,
                                     const char          *as_of,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_read_points_expiry_async, read_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

gboolean
ggov_store_read_points_expiry_finish (GgovStore         *self,
                                      GAsyncResult      *result,
                                      GgovPointsExpiry  *expiry,
                                      GError           **error)
{
  g_autofree GgovPointsExpiry *found = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!(found = g_task_propagate_pointer (G_TASK (result), error)))
    return FALSE;
  *expiry = *found;

  return TRUE;
}

void
ggov_store_set_points_expiry_async (GgovStore              *self,
                                    const GgovPointsExpiry *expiry,
                                    const char             *valid_from,
                                    GCancellable           *cancellable,
                                    GAsyncReadyCallback     callback,
                                    gpointer                user_data)
{
  Terms *terms;

  g_return_if_fail (expiry != NULL);

  terms = g_new0 (Terms, 1);
  terms->expiry = *expiry;
  terms->valid_from = g_strdup (valid_from);
  ggov_store_change_async (self, N_("Set for how long points are good"), valid_from, write_terms, terms,
                           terms_free, cancellable, callback, user_data);
}

void
ggov_store_list_points_expiring_async (GgovStore           *self,
                                       const char          *as_of,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_points_expiring_async, notice_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_points_expiring_finish (GgovStore     *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_POINTS_EXPIRING) : NULL;
}

void
ggov_store_expire_points_async (GgovStore           *self,
                                gint64               at,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);

  run->at = at;
  run->day = ggov_local_time_get_day (at);
  run->accounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_task_set_source_tag (task, ggov_store_expire_points_async);
  g_task_set_task_data (task, run, run_free);
  g_task_set_check_cancellable (task, FALSE);
  ggov_store_change_async (self, N_("Let points expire"), "", write_expiry, g_object_ref (task),
                           g_object_unref, cancellable, expired_cb, task);
}

gboolean
ggov_store_expire_points_finish (GgovStore     *self,
                                 GAsyncResult  *result,
                                 guint         *n_people,
                                 gint64        *points,
                                 GError       **error)
{
  const Run *run;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  run = g_task_get_task_data (G_TASK (result));
  *n_people = run->n_people;
  *points = run->points;

  return TRUE;
}
