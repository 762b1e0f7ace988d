/* ggov-store-settlements.c: what the venues took in for points, month by month
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-store-settlements.h"
#include "ggov-typed-text.h"
#include "ggov-write-points-private.h"

/* $1 the month, $2 its first second, $3 the next one's, $4 a venue or 0, $5 its first day and $6 the next
 * one's, since 1970-01-01. The days' sums are all that is read, however much the ledger holds. */
#define SQL_MOVES \
  "SELECT k.account_id, sum (CASE WHEN k.day < $5 THEN k.came - k.went ELSE 0 END) AS opening, " \
  "sum (CASE WHEN k.day >= $5 THEN k.came ELSE 0 END) AS redeemed, " \
  "sum (CASE WHEN k.day >= $5 THEN k.went ELSE 0 END) AS returned " \
  "FROM points_taking k WHERE k.day < $6 GROUP BY k.account_id"
#define SQL_SHEETS \
  "WITH moves AS (" SQL_MOVES ") " \
  "SELECT coalesce (s.id, 0), v.id, o.name, $1, coalesce (s.opening, m.opening, 0), " \
  "coalesce (s.redeemed, m.redeemed, 0), coalesce (s.returned, m.returned, 0), " \
  "coalesce (s.venue_signer, ''), coalesce (s.office_signer, ''), coalesce (s.signed_at, 0) " \
  "FROM venue v JOIN organisation o ON o.id = v.organisation_id " \
  "LEFT JOIN points_account a ON a.venue_id = v.id LEFT JOIN moves m ON m.account_id = a.id " \
  "LEFT JOIN settlement s ON s.venue_id = v.id AND s.month = $1 " \
  "WHERE $4 IN (0, v.id) AND $3 > $2 ORDER BY v.id"
#define SQL_LINES \
  "SELECT w.id, w.name, sum (k.n_came), sum (k.came), sum (k.n_went), sum (k.went) " \
  "FROM points_taking k JOIN reward w ON w.id = k.reward_id WHERE k.day >= $5 AND k.day < $6 " \
  "AND k.account_id = (SELECT id FROM points_account WHERE venue_id = $4) AND $1 <> '' AND $3 > $2 " \
  "GROUP BY w.id, w.name ORDER BY w.points, w.id"

/* Something before the month that no sheet has yet. */
#define SQL_EARLIER \
  "SELECT 1 FROM points_account a JOIN points_entry e ON e.account_id = a.id " \
  "JOIN points_transfer t ON t.id = e.transfer_id WHERE a.venue_id = $4 AND t.at < $2 " \
  "AND t.at >= coalesce ((SELECT max (ends_at) FROM settlement WHERE venue_id = $4), t.at) " \
  "AND $1 <> '' AND $3 > $2 AND $6 > $5 LIMIT 1"

/* What is asked or signed. */
typedef struct
{
  char   *month;
  gint64  venue_id;      /* 0 for all */
  gint64  starts_at;
  gint64  ends_at;
  int     first_day;     /* since 1970-01-01 */
  int     next_day;      /* the next month's first */
  char   *venue_signer;  /* (nullable) */
  char   *office_signer; /* (nullable) */
} Sheet;

static void
sheet_free (gpointer data)
{
  Sheet *self = data;

  g_free (self->month);
  g_free (self->venue_signer);
  g_free (self->office_signer);
  g_free (self);
}

/* Where a text is no month, it has no end: it is refused by what comes first to need it. */
static Sheet *
sheet_new (gint64      venue_id,
           const char *month)
{
  Sheet *self = g_new0 (Sheet, 1);
  g_autofree char *first = g_strconcat (month, "-01", NULL);
  int day, year, number;

  self->month = g_strdup (month);
  self->venue_id = venue_id;
  if (ggov_local_day_parse (first, &day, NULL))
    {
      ggov_local_day_to_date (day, &year, &number, NULL);
      self->first_day = day;
      self->next_day = ggov_local_day_from_date (year + number / 12, number % 12 + 1, 1);
      self->starts_at = ggov_local_time_from_day (day, 0);
      self->ends_at = ggov_local_time_from_day (self->next_day, 0);
    }

  return self;
}

static GgovStmt *
prepare (GgovDb       *db,
         const char   *sql,
         const Sheet  *sheet,
         GError      **error)
{
  GgovStmt *stmt;

  if (sheet->ends_at == 0)
    {
      _ggov_points_refuse (error, _("This is not a month. Type one such as 2026-01."));
      return NULL;
    }

  if ((stmt = ggov_db_prepare (db, sql, error)))
    {
      ggov_stmt_bind_text (stmt, 1, sheet->month);
      ggov_stmt_bind_int (stmt, 2, sheet->starts_at);
      ggov_stmt_bind_int (stmt, 3, sheet->ends_at);
      ggov_stmt_bind_int (stmt, 4, sheet->venue_id);
      ggov_stmt_bind_int (stmt, 5, sheet->first_day);
      ggov_stmt_bind_int (stmt, 6, sheet->next_day);
    }

  return stmt;
}

static GgovSettlementFields
read_sheet (GgovStmt *stmt)
{
  GgovSettlementFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .venue_id = ggov_stmt_get_int (stmt, 1),
    .venue = ggov_stmt_get_text (stmt, 2),
    .month = ggov_stmt_get_text (stmt, 3),
    .opening = ggov_stmt_get_int (stmt, 4),
    .redeemed = ggov_stmt_get_int (stmt, 5),
    .returned = ggov_stmt_get_int (stmt, 6),
    .venue_signer = ggov_stmt_get_text (stmt, 7),
    .office_signer = ggov_stmt_get_text (stmt, 8),
    .signed_at = ggov_stmt_get_int (stmt, 9),
  };

  fields.closing = fields.opening + fields.redeemed - fields.returned;

  return fields;
}

static gpointer
make_sheet (GgovStmt *stmt)
{
  const GgovSettlementFields fields = read_sheet (stmt);

  return ggov_settlement_new (&fields);
}

static gpointer
make_line (GgovStmt *stmt)
{
  const GgovSettlementLineFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .reward = ggov_stmt_get_text (stmt, 1),
    .count = ggov_stmt_get_int (stmt, 2),
    .redeemed = ggov_stmt_get_int (stmt, 3),
    .n_returned = ggov_stmt_get_int (stmt, 4),
    .returned = ggov_stmt_get_int (stmt, 5),
  };

  return ggov_settlement_line_new (&fields);
}

static void
list (GTask            *task,
      GgovDb           *db,
      const char       *sql,
      GgovStoreRowFunc  make_row)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = prepare (db, sql, g_task_get_task_data (task), &error);

  if (stmt)
    _ggov_store_return_rows (task, stmt, make_row);
  else
    g_task_return_error (task, error);
}

/* On the store's thread. */
static void
sheets_job (GTask  *task,
            GgovDb *db)
{
  list (task, db, SQL_SHEETS, make_sheet);
}

/* On the store's thread. */
static void
lines_job (GTask  *task,
           GgovDb *db)
{
  list (task, db, SQL_LINES, make_line);
}

/* Signing ------------------------------------------------------------------------------------------ */

static gboolean
check_signers (const Sheet  *sheet,
               GError      **error)
{
  if (ggov_typed_is_blank (sheet->venue_signer) || ggov_typed_is_blank (sheet->office_signer))
    return _ggov_points_refuse (error, _("A settlement is signed by both sides: say who for the venue, "
                                         "and who for the office."));

  return !g_str_equal (sheet->venue_signer, sheet->office_signer) ||
         _ggov_points_refuse (error, _("The same person cannot sign for both sides."));
}

static gboolean
check_earlier (GgovChange   *change,
               const Sheet  *sheet,
               GError      **error)
{
  g_autoptr(GgovStmt) stmt = prepare (change->db, SQL_EARLIER, sheet, error);
  GgovDbStep step = stmt ? ggov_stmt_step (stmt, error) : GGOV_DB_ERROR;

  if (step != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  return _ggov_points_refuse (error, _("An earlier month of this venue is not settled. Settle that "
                                       "first."));
}

static gboolean
insert_sheet (GgovChange                 *change,
              const Sheet                *sheet,
              const GgovSettlementFields *fields,
              GError                    **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("venue_id", sheet->venue_id),
    GGOV_TEXT ("month", sheet->month),
    GGOV_INT ("starts_at", sheet->starts_at),
    GGOV_INT ("ends_at", sheet->ends_at),
    GGOV_INT ("opening", fields->opening),
    GGOV_INT ("redeemed", fields->redeemed),
    GGOV_INT ("returned", fields->returned),
    GGOV_INT ("closing", fields->closing),
    GGOV_TEXT ("venue_signer", sheet->venue_signer),
    GGOV_TEXT ("office_signer", sheet->office_signer),
    GGOV_INT ("signed_at", change->at),
  };

  ggov_change_set_subject (change, sheet->month);
  ggov_change_set_irreversible (change);

  return _ggov_change_insert (change, "settlement", columns, G_N_ELEMENTS (columns), error) != 0;
}

static gboolean
write_signed (GgovChange  *change,
              gpointer     data,
              GError     **error)
{
  const Sheet *sheet = data;
  g_autoptr(GgovStmt) stmt = prepare (change->db, SQL_SHEETS, sheet, error);
  GgovSettlementFields fields;

  if (stmt == NULL || !check_signers (sheet, error) || !_ggov_points_ask (stmt, "venue", error))
    return FALSE;

  fields = read_sheet (stmt);
  if (fields.id != 0)
    return _ggov_points_refuse (error, _("This month is settled already."));
  if (sheet->ends_at > change->at)
    return _ggov_points_refuse (error, _("This month is not over yet. Settle it when it is."));

  return check_earlier (change, sheet, error) && insert_sheet (change, sheet, &fields, error);
}

/* Public ------------------------------------------------------------------------------------------- */

void
ggov_store_list_settlements_async (GgovStore           *self,
                                   const char          *month,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (month != NULL);

  _ggov_store_call (self, ggov_store_list_settlements_async, sheets_job, sheet_new (0, month),
                    sheet_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_settlements_finish (GgovStore     *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_SETTLEMENT) : NULL;
}

void
ggov_store_list_settlement_lines_async (GgovStore           *self,
                                        gint64               venue_id,
                                        const char          *month,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_return_if_fail (month != NULL);

  _ggov_store_call (self, ggov_store_list_settlement_lines_async, lines_job,
                    sheet_new (venue_id, month), sheet_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_settlement_lines_finish (GgovStore     *self,
                                         GAsyncResult  *result,
                                         GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_SETTLEMENT_LINE) : NULL;
}

void
ggov_store_sign_settlement_async (GgovStore           *self,
                                  gint64               venue_id,
                                  const char          *month,
                                  const char          *venue_signer,
                                  const char          *office_signer,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Sheet *sheet;

  g_return_if_fail (month != NULL);

  sheet = sheet_new (venue_id, month);
  sheet->venue_signer = g_strdup (venue_signer);
  sheet->office_signer = g_strdup (office_signer);
  ggov_store_change_async (self, N_("Settle a month with a venue"), "", write_signed, sheet, sheet_free,
                           cancellable, callback, user_data);
}
