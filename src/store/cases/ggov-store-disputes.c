/* ggov-store-disputes.c: reading disputes, and the calls that write them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-cases-private.h"
#include "ggov-issues-private.h"
#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-store-disputes.h"

#define MOST 2000

/* $1 is the moment after which nothing counts, $2 the figure, $3 the issue or 0, $4 whether it has to be
 * open. The pieces that every file has to have, and those that one with an agreement has, come from the
 * model. */
#define SQL_DISPUTES \
  "SELECT coalesce (d.id, 0), coalesce (d.row_version, 0), i.id, coalesce (d.mediator_id, 0), " \
  "i.stage NOT IN ('closed', 'evaluated', 'void'), " \
  "(SELECT count (*) FROM dispute_party p WHERE p.dispute_id = d.id), " \
  "(SELECT count (*) FROM dispute_meeting m WHERE m.dispute_id = d.id), " \
  "(SELECT count (*) FROM dispute_piece c WHERE c.dispute_id = d.id), " \
  "(SELECT count (*) FROM dispute_piece c WHERE c.dispute_id = d.id AND c.piece IN (%s)), " \
  "(SELECT count (*) FROM dispute_piece c WHERE c.dispute_id = d.id AND c.piece IN (%s)), " \
  "i.number, i.title, t.name, t.name_zh, i.place, g.name, n.name, i.filed_at, d.claim, " \
  "d.applied_on, d.accepted_on, d.outcome, d.ended_on, d.agreement " \
  "FROM issue i JOIN case_type t ON t.id = i.case_type_id LEFT JOIN dispute d ON d.issue_id = i.id " \
  "LEFT JOIN grid g ON g.id = i.grid_id " \
  "LEFT JOIN person n ON n.id = coalesce (d.mediator_id, i.handler_id) " \
  "WHERE t.figure = $2 AND i.filed_at < $1 AND ($3 = 0 OR i.id = $3) " \
  "AND ($3 <> 0 OR i.stage <> 'void') AND ($4 = 0 OR (" GGOV_SQL_ISSUE_OPEN_BY ("i", "$1") ")) " \
  "ORDER BY i.filed_at DESC, i.id DESC LIMIT " G_STRINGIFY (MOST)

#define SQL_PARTIES \
  "SELECT p.id, p.row_version, $1, p.person_id, p.side, coalesce (n.name, p.name), " \
  "CASE p.phone WHEN '' THEN coalesce (n.phone, '') ELSE p.phone END, p.address, p.statement " \
  "FROM dispute d JOIN dispute_party p ON p.dispute_id = d.id " \
  "LEFT JOIN person n ON n.id = p.person_id WHERE d.issue_id = $1 " \
  "ORDER BY CASE p.side WHEN 'applicant' THEN 1 WHEN 'respondent' THEN 2 ELSE 3 END, p.id"
#define SQL_MEETINGS \
  "SELECT m.id, m.row_version, $1, m.at, m.place, m.others, m.said, m.agreed " \
  "FROM dispute d JOIN dispute_meeting m ON m.dispute_id = d.id WHERE d.issue_id = $1 " \
  "ORDER BY m.at, m.id"
#define SQL_PRESENT \
  "SELECT p.id, coalesce (n.name, p.name) FROM dispute_presence s " \
  "JOIN dispute_party p ON p.id = s.dispute_party_id LEFT JOIN person n ON n.id = p.person_id " \
  "WHERE s.dispute_meeting_id = $1 ORDER BY s.id"
#define SQL_PIECES \
  "SELECT c.piece, c.day, c.note FROM dispute d JOIN dispute_piece c ON c.dispute_id = d.id " \
  "WHERE d.issue_id = $1"

/* What is asked for. */
typedef struct
{
  gint64   end;
  gint64   issue_id;
  gboolean is_open;
} Query;

/* Disputes ------------------------------------------------------------------------------------- */

/* 'application', 'acceptance' and so on. */
static char *
dup_required (const char *outcome,
              guint      *n)
{
  GString *list = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < GGOV_N_DISPUTE_PIECES; i++)
    if (ggov_dispute_piece_is_required (i, outcome))
      {
        g_string_append_printf (list, "%s'%s'", list->len ? ", " : "",
                                ggov_dispute_piece_get_kind (i)->code);
        ++*n;
      }

  return g_string_free (list, FALSE);
}

static guint n_always, n_if_agreed;

/* Made of constants, once. */
static const char *
get_sql (void)
{
  static char *sql;

  if (g_once_init_enter (&sql))
    {
      g_autofree char *always = dup_required ("", &n_always);
      g_autofree char *if_agreed = dup_required ("agreed", &n_if_agreed);

      g_once_init_leave (&sql, g_strdup_printf (SQL_DISPUTES, always, if_agreed));
    }

  return sql;
}

static gpointer
make_dispute (GgovStmt *stmt)
{
  gint64 filed_at = ggov_stmt_get_int (stmt, 17);
  g_autofree char *filed_on = ggov_local_day_format (ggov_local_time_get_day (filed_at));
  const char *outcome = ggov_stmt_get_text (stmt, 21);
  gboolean is_agreed = g_strcmp0 (outcome, "agreed") == 0;
  gint64 n_required = is_agreed ? n_if_agreed : n_always;

  return ggov_dispute_new (&(GgovDisputeFields) {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .issue_id = ggov_stmt_get_int (stmt, 2),
    .mediator_id = ggov_stmt_get_int (stmt, 3),
    .is_open = ggov_stmt_get_int (stmt, 4),
    .n_parties = ggov_stmt_get_int (stmt, 5),
    .n_meetings = ggov_stmt_get_int (stmt, 6),
    .n_pieces = ggov_stmt_get_int (stmt, 7),
    .n_required = n_required,
    .n_missing = n_required - ggov_stmt_get_int (stmt, is_agreed ? 9 : 8),
    .number = ggov_stmt_get_text (stmt, 10),
    .title = ggov_stmt_get_text (stmt, 11),
    .type = ggov_role_choose_name (ggov_stmt_get_text (stmt, 12), ggov_stmt_get_text (stmt, 13)),
    .place = ggov_stmt_get_text (stmt, 14),
    .grid = _ggov_case_text (ggov_stmt_get_text (stmt, 15)),
    .mediator = _ggov_case_text (ggov_stmt_get_text (stmt, 16)),
    .filed_on = filed_on,
    .claim = _ggov_case_text (ggov_stmt_get_text (stmt, 18)),
    .applied_on = _ggov_case_text (ggov_stmt_get_text (stmt, 19)),
    .accepted_on = _ggov_case_text (ggov_stmt_get_text (stmt, 20)),
    .outcome = _ggov_case_text (outcome),
    .ended_on = _ggov_case_text (ggov_stmt_get_text (stmt, 22)),
    .agreement = _ggov_case_text (ggov_stmt_get_text (stmt, 23)),
  });
}

static GgovStmt *
ask (GgovDb       *db,
     const Query  *query,
     GError      **error)
{
  GgovStmt *stmt = ggov_db_prepare (db, get_sql (), error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, query->end);
  ggov_stmt_bind_text (stmt, 2, ggov_figure_get_code (GGOV_FIGURE_DISPUTE));
  ggov_stmt_bind_int (stmt, 3, query->issue_id);
  ggov_stmt_bind_int (stmt, 4, query->is_open != FALSE);

  return stmt;
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ask (db, g_task_get_task_data (task), &error);

  if (stmt)
    _ggov_store_return_rows (task, stmt, make_dispute);
  else
    g_task_return_error (task, error);
}

void
ggov_store_list_disputes_async (GgovStore           *self,
                                const char          *day,
                                gboolean             is_open,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Query query = { .is_open = is_open };
  int number = 0;

  g_return_if_fail (ggov_local_day_parse (day, &number, NULL));

  query.end = ggov_local_time_from_day (number + 1, 0);
  _ggov_store_call (self, ggov_store_list_disputes_async, list_job, g_memdup2 (&query, sizeof query),
                    g_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_disputes_finish (GgovStore     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_DISPUTE) : NULL;
}

/* One with all it has --------------------------------------------------------------------------- */

static gpointer
make_party (GgovStmt *stmt)
{
  return ggov_dispute_party_new (&(GgovDisputePartyFields) {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .issue_id = ggov_stmt_get_int (stmt, 2),
    .person_id = ggov_stmt_get_int (stmt, 3),
    .side = ggov_stmt_get_text (stmt, 4),
    .name = ggov_stmt_get_text (stmt, 5),
    .phone = ggov_stmt_get_text (stmt, 6),
    .address = ggov_stmt_get_text (stmt, 7),
    .statement = ggov_stmt_get_text (stmt, 8),
  });
}

static gboolean
read_present (GgovDb                    *db,
              GgovDisputeMeetingFields  *fields,
              GString                   *ids,
              GString                   *names,
              GError                   **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PRESENT, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, fields->id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len ? "," : "",
                              ggov_stmt_get_int (stmt, 0));
      g_string_append_printf (names, "%s%s", names->len ? C_("list", ", ") : "",
                              ggov_stmt_get_text (stmt, 1));
      fields->n_present++;
    }
  fields->party_ids = ids->str;
  fields->present = names->str;

  return step == GGOV_DB_DONE;
}

static GgovDisputeMeeting *
make_meeting (GgovDb    *db,
              GgovStmt  *stmt,
              GError   **error)
{
  g_autoptr(GString) ids = g_string_new (NULL), names = g_string_new (NULL);
  gint64 at = ggov_stmt_get_int (stmt, 3);
  g_autofree char *when = ggov_local_time_format (at);
  GgovDisputeMeetingFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .row_version = ggov_stmt_get_int (stmt, 1),
    .issue_id = ggov_stmt_get_int (stmt, 2),
    .at = at,
    .when = when,
    .place = ggov_stmt_get_text (stmt, 4),
    .others = ggov_stmt_get_text (stmt, 5),
    .said = ggov_stmt_get_text (stmt, 6),
    .agreed = ggov_stmt_get_text (stmt, 7),
  };

  return read_present (db, &fields, ids, names, error) ? ggov_dispute_meeting_new (&fields) : NULL;
}

static gboolean
read_parties (GgovDb           *db,
              gint64            issue_id,
              GgovDisputeFile  *file,
              GError          **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PARTIES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (file->parties, make_party (stmt));

  return step == GGOV_DB_DONE;
}

static gboolean
read_meetings (GgovDb           *db,
               gint64            issue_id,
               GgovDisputeFile  *file,
               GError          **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_MEETINGS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      GgovDisputeMeeting *meeting = make_meeting (db, stmt, error);

      if (meeting == NULL)
        return FALSE;
      g_ptr_array_add (file->meetings, meeting);
    }

  return step == GGOV_DB_DONE;
}

static gboolean
read_pieces (GgovDb           *db,
             gint64            issue_id,
             GgovDisputeFile  *file,
             GError          **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PIECES, error);
  GgovDisputePieceFields fields[GGOV_N_DISPUTE_PIECES] = { { 0 } };
  g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  const char *outcome = ggov_dispute_get_fields (file->dispute)->outcome;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      guint piece = ggov_dispute_piece_find (ggov_stmt_get_text (stmt, 0));

      if (piece == GGOV_N_DISPUTE_PIECES)
        continue;
      g_ptr_array_add (kept, g_strdup (ggov_stmt_get_text (stmt, 1)));
      g_ptr_array_add (kept, g_strdup (ggov_stmt_get_text (stmt, 2)));
      fields[piece].day = kept->pdata[kept->len - 2];
      fields[piece].note = kept->pdata[kept->len - 1];
    }

  for (guint i = 0; i < GGOV_N_DISPUTE_PIECES; i++)
    {
      fields[i].piece = ggov_dispute_piece_get_kind (i)->code;
      fields[i].label = ggov_dispute_piece_get_label (i);
      fields[i].is_required = ggov_dispute_piece_is_required (i, outcome);
      fields[i].day = _ggov_case_text (fields[i].day);
      fields[i].note = _ggov_case_text (fields[i].note);
      g_ptr_array_add (file->pieces, ggov_dispute_piece_new (&fields[i]));
    }

  return step == GGOV_DB_DONE;
}

static gboolean
read_dispute (GgovDb           *db,
              gint64            issue_id,
              GgovDisputeFile  *file,
              GError          **error)
{
  const Query query = { .end = G_MAXINT64, .issue_id = issue_id };
  g_autoptr(GgovStmt) stmt = ask (db, &query, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "issue %" G_GINT64_FORMAT " is no dispute", issue_id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  file->dispute = make_dispute (stmt);

  return TRUE;
}

/* On the store's thread. */
static void
read_job (GTask  *task,
          GgovDb *db)
{
  gint64 issue_id = *(gint64 *) g_task_get_task_data (task);
  g_autoptr(GgovDisputeFile) file = ggov_dispute_file_new ();
  GError *error = NULL;

  if (read_dispute (db, issue_id, file, &error) && read_parties (db, issue_id, file, &error) &&
      read_meetings (db, issue_id, file, &error) && read_pieces (db, issue_id, file, &error))
    g_task_return_pointer (task, g_steal_pointer (&file), (GDestroyNotify) ggov_dispute_file_free);
  else
    g_task_return_error (task, error);
}

void
ggov_store_read_dispute_async (GgovStore           *self,
                               gint64               issue_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_read_dispute_async, read_job,
                    g_memdup2 (&issue_id, sizeof issue_id), g_free, cancellable, callback,
                    user_data);
}

GgovDisputeFile *
ggov_store_read_dispute_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
