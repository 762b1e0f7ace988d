/* ggov-store-keep-rounds.c: whose turn it is, written on sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-store-visit-rounds.h"
#include "ggov-visits-private.h"
#include "ggov-write-rounds.h"

#define MOST_STOPS 20 /* of a sheet where nobody says how many: two pages, and a day on foot */

#define SQL_ROUND "SELECT day FROM visit_round WHERE id = $1"
#define SQL_STOPS "SELECT id FROM visit_stop WHERE round_id = $1 ORDER BY position"
#define SQL_DONE  "SELECT id FROM visit_stop WHERE round_id = $1 AND visit_id IS NOT NULL LIMIT 1"

typedef struct
{
  GgovVisitPlanTerms  terms;
  char               *day;
  GArray             *rounds; /* (element-type gint64) */
  gint64              change_id;
} Order;

static void
order_free (Order *order)
{
  g_free (order->day);
  g_clear_pointer (&order->rounds, g_array_unref);
  g_free (order);
}

static gboolean
add_stop (GgovChange              *change,
          gint64                   round_id,
          guint                    position,
          const GgovVisitStopRow  *stop,
          GError                 **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("round_id", round_id),
    GGOV_INT ("position", position),
    GGOV_ID ("household_id", stop->household_id),
    GGOV_ID ("person_id", stop->person_id),
    GGOV_TEXT ("reason", stop->reason),
    GGOV_TEXT ("due_on", stop->due_on),
    GGOV_ID ("visit_id", stop->visit_id),
  };

  return _ggov_change_insert (change, "visit_stop", columns, G_N_ELEMENTS (columns), error) != 0;
}

gint64
ggov_change_add_visit_round (GgovChange              *change,
                             gint64                   visitor_id,
                             gint64                   grid_id,
                             const char              *day,
                             const GgovVisitStopRow  *stops,
                             guint                    n_stops,
                             GError                 **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("visitor_id", visitor_id),
    GGOV_ID ("grid_id", grid_id),
    GGOV_TEXT ("day", day),
  };
  gint64 round_id;

  g_return_val_if_fail (n_stops > 0, 0);

  round_id = _ggov_change_insert (change, "visit_round", columns, G_N_ELEMENTS (columns), error);
  for (guint i = 0; round_id != 0 && i < n_stops; i++)
    if (!add_stop (change, round_id, i + 1, &stops[i], error))
      return 0;

  return round_id;
}

/* (element-type gint64 GPtrArray) (transfer full): the lines of each worker, none for nobody's */
static GHashTable *
sort_by_worker (GPtrArray *rows,
                GPtrArray *workers,
                guint      most)
{
  GHashTable *lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      const GgovVisitDueRecord *record = ggov_visit_due_get_record (rows->pdata[i]);
      GPtrArray *list = g_hash_table_lookup (lists, &record->responsible_id);

      if (record->responsible_id == 0)
        continue;
      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (lists, (gpointer) &record->responsible_id, list);
          g_ptr_array_add (workers, (gpointer) &record->responsible_id);
        }
      if (list->len < most)
        g_ptr_array_add (list, (gpointer) record);
    }

  return lists;
}

/* The grid of all the lines, or 0. */
static gint64
get_grid (const GPtrArray *list)
{
  const GgovVisitDueRecord *first = list->pdata[0];

  for (guint i = 1; i < list->len; i++)
    if (((const GgovVisitDueRecord *) list->pdata[i])->grid_id != first->grid_id)
      return 0;

  return first->grid_id;
}

static gint64
keep_round (GgovChange       *change,
            gint64            worker_id,
            const char       *day,
            const GPtrArray  *list,
            GError          **error)
{
  g_autofree GgovVisitStopRow *stops = g_new0 (GgovVisitStopRow, list->len);

  for (guint i = 0; i < list->len; i++)
    {
      const GgovVisitDueRecord *record = list->pdata[i];

      stops[i] = (GgovVisitStopRow) { record->household_id, record->person_id, record->reason,
                                      record->due_on, 0 };
    }

  return ggov_change_add_visit_round (change, worker_id, get_grid (list), day, stops, list->len,
                                      error);
}

/* For all workers at once the households that only want to be gone over again are left out: they are
 * nearly all there are. */
gboolean
ggov_change_keep_visit_rounds (GgovChange                *change,
                               const GgovVisitPlanTerms  *terms,
                               GArray                    *rounds,
                               GError                   **error)
{
  const gboolean is_one = terms->worker_id != 0 || terms->grid_id != 0;
  const guint most = terms->limit > 0 ? terms->limit : MOST_STOPS;
  GgovVisitPlanTerms wanted = *terms;
  g_autoptr(GPtrArray) workers = g_ptr_array_new ();
  g_autoptr(GHashTable) lists = NULL;
  g_autoptr(GPtrArray) rows = NULL;

  wanted.unplanned_only = TRUE;
  wanted.limit = is_one ? most : 0;
  wanted.care_only = terms->care_only || !is_one;
  if (!(rows = _ggov_visits_plan (change->db, &wanted, error)))
    return FALSE;

  lists = sort_by_worker (rows, workers, most);
  for (guint i = 0; i < workers->len; i++)
    {
      const gint64 worker_id = *(const gint64 *) workers->pdata[i];
      const GPtrArray *list = g_hash_table_lookup (lists, workers->pdata[i]);
      const gint64 round_id = keep_round (change, worker_id, terms->day, list, error);

      if (round_id == 0)
        return FALSE;
      g_array_append_val (rounds, round_id);
    }

  return TRUE;
}

/* On the store's thread. */
static gboolean
keep (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  Order *order = data;

  if (!ggov_change_keep_visit_rounds (change, &order->terms, order->rounds, error))
    return FALSE;

  return order->rounds->len > 0 || _ggov_residents_refuse (error, g_strdup (
    _("Nobody is due there, or everybody is on a visit sheet already. Look further ahead.")));
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Order *order = g_task_get_task_data (task);
  GError *error = NULL;

  if (ggov_store_change_finish (GGOV_STORE (object), result, &order->change_id, &error))
    g_task_return_pointer (task, g_array_ref (order->rounds), (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

void
ggov_store_keep_visit_rounds_async (GgovStore                *self,
                                    const GgovVisitPlanTerms *terms,
                                    GCancellable             *cancellable,
                                    GAsyncReadyCallback       callback,
                                    gpointer                  user_data)
{
  GTask *task;
  Order *order;

  g_return_if_fail (terms != NULL && terms->day != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  order = g_new0 (Order, 1);
  order->terms = *terms;
  order->terms.day = order->day = g_strdup (terms->day);
  order->rounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_task_set_source_tag (task, ggov_store_keep_visit_rounds_async);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  ggov_store_change_async (self, N_("Plan visits"), terms->day, keep, order, NULL, cancellable,
                           kept_cb, task);
}

GArray *
ggov_store_keep_visit_rounds_finish (GgovStore     *self,
                                     GAsyncResult  *result,
                                     gint64        *change_id,
                                     GError       **error)
{
  GArray *rounds;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rounds = g_task_propagate_pointer (G_TASK (result), error);
  if (rounds && change_id)
    *change_id = ((const Order *) g_task_get_task_data (G_TASK (result)))->change_id;

  return rounds;
}

/* Taking one away --------------------------------------------------------------------------------- */

static GArray *
list_ids (GgovDb      *db,
          const char  *sql,
          gint64       id,
          GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);

  return ggov_stmt_list_ints (stmt, error);
}

/* On the store's thread. */
static gboolean
drop (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  const gint64 id = *(const gint64 *) data;
  g_autoptr(GgovStmt) round = _ggov_residents_find (change->db, SQL_ROUND, id, NULL,
                                                    _("There is no such visit sheet. Choose one."),
                                                    error);
  g_autoptr(GArray) done = round ? list_ids (change->db, SQL_DONE, id, error) : NULL;
  g_autoptr(GArray) stops = done ? list_ids (change->db, SQL_STOPS, id, error) : NULL;

  if (stops == NULL)
    return FALSE;
  if (done->len > 0)
    return _ggov_residents_refuse (error, g_strdup (
      _("Results of this visit sheet were entered already, so it stays.")));

  ggov_change_set_subject (change, ggov_stmt_get_text (round, 0));
  for (guint i = 0; i < stops->len; i++)
    if (!_ggov_change_delete (change, "visit_stop", g_array_index (stops, gint64, i), error))
      return FALSE;

  return _ggov_change_delete (change, "visit_round", id, error);
}

void
ggov_store_drop_visit_round_async (GgovStore           *self,
                                   gint64               round_id,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  ggov_store_change_async (self, N_("Take a visit sheet away"), "", drop,
                           g_memdup2 (&round_id, sizeof round_id), g_free, cancellable, callback,
                           user_data);
}
