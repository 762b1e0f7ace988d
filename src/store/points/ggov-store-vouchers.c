/* ggov-store-vouchers.c: vouchers at the counter, and how rewards are offered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-store-vouchers.h"
#include "ggov-voucher-code-private.h"
#include "ggov-write-points-private.h"

#define SELECT_VOUCHER \
  "SELECT v.id, v.number, CASE WHEN v.state = 'open' AND v.valid_to < $2 THEN 'expired' " \
  "ELSE v.state END, p.name, r.name, o.name, -e.points, coalesce (v.valid_to, ''), " \
  "coalesce (v.used_at, 0), t.id FROM voucher v JOIN points_transfer t ON t.id = v.transfer_id " \
  "JOIN reward r ON r.id = t.reward_id JOIN venue n ON n.id = r.venue_id " \
  "JOIN organisation o ON o.id = n.organisation_id " \
  "JOIN points_entry e ON e.transfer_id = t.id AND e.points < 0 " \
  "JOIN points_account a ON a.id = e.account_id JOIN person p ON p.id = a.person_id "
#define SQL_VOUCHER SELECT_VOUCHER "WHERE v.number = $1"

/* $1 a state or NULL, $2 the day, $3 a person or 0, $4 a venue or 0. */
#define SQL_LIST \
  SELECT_VOUCHER "WHERE ($1 IS NULL OR v.state = $1) AND $3 IN (0, p.id) AND $4 IN (0, n.id) " \
  "ORDER BY v.id DESC LIMIT $5"

/* Looking ---------------------------------------------------------------------------------------- */

static GgovVoucher *
make_voucher (GgovDb    *db,
              GgovStmt  *stmt,
              GError   **error)
{
  GgovVoucherFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .number = ggov_stmt_get_text (stmt, 1),
    .state = ggov_stmt_get_text (stmt, 2),
    .person = ggov_stmt_get_text (stmt, 3),
    .reward = ggov_stmt_get_text (stmt, 4),
    .venue = ggov_stmt_get_text (stmt, 5),
    .points = ggov_stmt_get_int (stmt, 6),
    .valid_to = ggov_stmt_get_text (stmt, 7),
    .used_at = ggov_stmt_get_int (stmt, 8),
    .transfer_id = ggov_stmt_get_int (stmt, 9),
  };
  g_autofree char *code = _ggov_voucher_code_dup (db, fields.number, fields.valid_to, fields.points,
                                                  error);

  if (code == NULL)
    return NULL;

  fields.code = code;

  return ggov_voucher_new (&fields);
}

static GgovVoucher *
find_voucher (GgovDb      *db,
              const char  *text,
              const char  *day,
              GError     **error)
{
  g_autofree char *number = _ggov_voucher_code_read (db, text, error);
  g_autoptr(GgovStmt) stmt = number ? ggov_db_prepare (db, SQL_VOUCHER, error) : NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, number);
  ggov_stmt_bind_text (stmt, 2, day);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    return make_voucher (db, stmt, error);

  if (step == GGOV_DB_DONE)
    _ggov_points_refuse (error, _("There is no voucher of this number. Compare each digit."));

  return NULL;
}

typedef struct
{
  char   *text;
  char   *day;  /* ISO */
  gint64  at;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;

  g_free (act->text);
  g_free (act->day);
  g_free (act);
}

/* On the store's thread. */
static void
look_up_job (GTask  *task,
             GgovDb *db)
{
  const Act *act = g_task_get_task_data (task);
  GError *error = NULL;
  GgovVoucher *voucher = find_voucher (db, act->text, act->day, &error);

  if (voucher)
    g_task_return_pointer (task, voucher, g_object_unref);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  char   *state;     /* (nullable) */
  gint64  person_id; /* 0 for all */
  gint64  venue_id;  /* likewise */
  char   *day;       /* ISO */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->state);
  g_free (question->day);
  g_free (question);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GgovVoucher *voucher;
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_text (stmt, 1, question->state);
      ggov_stmt_bind_text (stmt, 2, question->day);
      ggov_stmt_bind_int (stmt, 3, question->person_id);
      ggov_stmt_bind_int (stmt, 4, question->venue_id);
      ggov_stmt_bind_int (stmt, 5, GGOV_VOUCHERS_MAX);
    }
  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW &&
         (voucher = make_voucher (db, stmt, &error)))
    g_ptr_array_add (rows, voucher);

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Handing in -------------------------------------------------------------------------------------- */

static gboolean
check_open (const GgovVoucherFields  *voucher,
            GError                  **error)
{
  g_autofree char *time = NULL;
  g_autofree char *sentence = NULL;

  if (g_str_equal (voucher->state, "open"))
    return TRUE;
  if (g_str_equal (voucher->state, "void"))
    return _ggov_points_refuse (error, _("This voucher was taken back: its points were returned."));

  time = voucher->used_at ? ggov_local_time_format (voucher->used_at) : g_strdup (voucher->valid_to);
  if (g_str_equal (voucher->state, "used"))
    sentence = g_strdup_printf (_("This voucher was handed in on %s already. This one may be a copy."),
                                time);
  else
    sentence = g_strdup_printf (_("This voucher was good until %s."), time);

  return _ggov_points_refuse (error, sentence);
}

static gboolean
write_use (GgovChange  *change,
           gpointer     data,
           GError     **error)
{
  const Act *act = data;
  const GgovColumn columns[] = { GGOV_TEXT ("state", "used"), GGOV_INT ("used_at", act->at) };
  g_autoptr(GgovVoucher) voucher = find_voucher (change->db, act->text, act->day, error);
  const GgovVoucherFields *fields;

  if (voucher == NULL)
    return FALSE;

  fields = ggov_voucher_get_fields (voucher);
  ggov_change_set_subject (change, fields->number);
  ggov_change_set_irreversible (change);

  return check_open (fields, error) &&
         _ggov_change_update (change, "voucher", fields->id, -1, columns, G_N_ELEMENTS (columns),
                              error);
}

/* Terms -------------------------------------------------------------------------------------------- */

typedef struct
{
  gint64          reward_id;
  GgovRewardTerms terms;
} Offer;

static gboolean
write_terms (GgovChange  *change,
             gpointer     data,
             GError     **error)
{
  const Offer *offer = data;
  GgovColumn columns[3];
  guint n = 0;

  if (offer->terms.stock < -1 || offer->terms.per_month < -1 || offer->terms.voucher_days < -1)
    return _ggov_points_refuse (error, _("There cannot be less than none. Type 0 or more."));

  if (offer->terms.stock >= 0)
    columns[n++] = (GgovColumn) GGOV_INT ("stock", offer->terms.stock);
  if (offer->terms.per_month >= 0)
    columns[n++] = (GgovColumn) GGOV_ID ("per_month", offer->terms.per_month);
  if (offer->terms.voucher_days >= 0)
    columns[n++] = (GgovColumn) GGOV_ID ("voucher_days", offer->terms.voucher_days);

  return n == 0 || _ggov_change_update (change, "reward", offer->reward_id, -1, columns, n, error);
}

/* Public ------------------------------------------------------------------------------------------- */

void
ggov_store_look_up_voucher_async (GgovStore           *self,
                                  const char          *text,
                                  const char          *as_of,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Act *act;

  g_return_if_fail (text != NULL);
  g_return_if_fail (as_of != NULL);

  act = g_new0 (Act, 1);
  act->text = g_strdup (text);
  act->day = g_strdup (as_of);
  _ggov_store_call (self, ggov_store_look_up_voucher_async, look_up_job, act, act_free, cancellable,
                    callback, user_data);
}

GgovVoucher *
ggov_store_look_up_voucher_finish (GgovStore     *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ggov_store_list_vouchers_async (GgovStore           *self,
                                const char          *state,
                                gint64               person_id,
                                gint64               venue_id,
                                const char          *as_of,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Question *question;

  g_return_if_fail (as_of != NULL);

  question = g_new0 (Question, 1);
  question->state = g_strdup (state);
  question->person_id = person_id;
  question->venue_id = venue_id;
  question->day = g_strdup (as_of);
  _ggov_store_call (self, ggov_store_list_vouchers_async, list_job, question, question_free, cancellable,
                    callback, user_data);
}

GListModel *
ggov_store_list_vouchers_finish (GgovStore     *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_VOUCHER) : NULL;
}

void
ggov_store_use_voucher_async (GgovStore           *self,
                              const char          *text,
                              gint64               at,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Act *act;

  g_return_if_fail (text != NULL);

  act = g_new0 (Act, 1);
  act->text = g_strdup (text);
  act->day = ggov_local_day_format (ggov_local_time_get_day (at));
  act->at = at;
  ggov_store_change_async (self, N_("Hand in a voucher"), "", write_use, act, act_free, cancellable,
                           callback, user_data);
}

void
ggov_store_set_reward_terms_async (GgovStore             *self,
                                   gint64                 reward_id,
                                   const GgovRewardTerms *terms,
                                   GCancellable          *cancellable,
                                   GAsyncReadyCallback    callback,
                                   gpointer               user_data)
{
  Offer *offer;

  g_return_if_fail (terms != NULL);

  offer = g_new0 (Offer, 1);
  offer->reward_id = reward_id;
  offer->terms = *terms;
  ggov_store_change_async (self, N_("Change a reward"), "", write_terms, offer, g_free, cancellable,
                           callback, user_data);
}
