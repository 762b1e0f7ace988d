/* ggov-plan-read.c: reading plans as lists show them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-draft-private.h"

/* The change that made a plan of a draft, where it is one no longer; a later change of its row, such
 * as that it ends, is none. And the change that began it. */
#define SQL_APPROVAL \
  "(SELECT max (r.change_id) FROM change_row r WHERE r.table_name = 'plan' AND r.row_id = n.id " \
  "AND n.state <> 'draft' AND r.op = 'update' AND r.before LIKE '%\"state\":\"draft\"%' " \
  "AND r.after LIKE '%\"state\":\"approved\"%')"
#define SQL_BEGINNING \
  "(SELECT min (r.change_id) FROM change_row r WHERE r.table_name = 'plan' AND r.row_id = n.id)"

/* Days of plans may be NULL, which is since ever. */
#define SQL_PLANS \
  "SELECT n.id, n.community_id, c.code, c.name, n.name, n.state = 'draft', n.based_on_id, " \
  "n.valid_from, n.valid_to, " \
  "(SELECT o.id FROM plan o WHERE o.community_id = n.community_id AND o.state <> 'draft' " \
  "ORDER BY coalesce (o.valid_from, '') DESC, o.id DESC LIMIT 1), " \
  "CASE WHEN n.state = 'draft' THEN (SELECT count (*) FROM draft_grid d WHERE d.plan_id = n.id) " \
  "ELSE (SELECT count (DISTINCT a.grid_id) FROM plan_building a WHERE a.plan_id = n.id) END, " \
  "(SELECT coalesce (sum (u.households), 0) FROM unit u WHERE u.building_id IN " \
  "(SELECT a.building_id FROM plan_building a WHERE a.plan_id = n.id UNION ALL " \
  "SELECT d.building_id FROM draft_building d WHERE d.plan_id = n.id " \
  "AND d.grid_number IS NOT NULL)), n.note, h.at, h.account " \
  "FROM plan n JOIN community c ON c.id = n.community_id " \
  "LEFT JOIN change h ON h.id = coalesce (" SQL_APPROVAL ", " SQL_BEGINNING ") " \
  "WHERE ($1 = 0 OR n.community_id = $1) AND ($2 = 0 OR n.id = $2) " \
  "ORDER BY c.code, n.state = 'draft', coalesce (n.valid_from, ''), n.id"

static GgovPlan *
make_plan (GgovStmt   *stmt,
           const char *day)
{
  const char *valid_from = ggov_stmt_get_text (stmt, 7);
  const char *valid_to = ggov_stmt_get_text (stmt, 8);
  GgovPlanState state = ggov_plan_state_of_days (ggov_stmt_get_int (stmt, 5) != 0, valid_from,
                                                 valid_to, day);
  const GgovPlanRow row = {
    .id = ggov_stmt_get_int (stmt, 0),
    .community_id = ggov_stmt_get_int (stmt, 1),
    .community_code = ggov_stmt_get_text (stmt, 2),
    .community = ggov_stmt_get_text (stmt, 3),
    .name = ggov_stmt_get_text (stmt, 4),
    .state_code = ggov_plan_state_get_code (state),
    .state = ggov_plan_state_get_label (state),
    .based_on_id = ggov_stmt_get_int (stmt, 6),
    .valid_from = valid_from,
    .valid_to = valid_to,
    .latest_id = ggov_stmt_get_int (stmt, 9),
    .grids = ggov_stmt_get_int (stmt, 10),
    .households = ggov_stmt_get_int (stmt, 11),
    .note = ggov_stmt_get_text (stmt, 12),
    .at = ggov_stmt_get_int (stmt, 13),
    .account = ggov_stmt_get_text (stmt, 14),
  };

  return ggov_plan_new (&row);
}

GPtrArray *
_ggov_plan_read (GgovDb      *db,
                 gint64       community_id,
                 gint64       plan_id,
                 const char  *day,
                 GError     **error)
{
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PLANS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, community_id);
  ggov_stmt_bind_int (stmt, 2, plan_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    g_ptr_array_add (plans, make_plan (stmt, day));

  return step == GGOV_DB_DONE ? g_steal_pointer (&plans) : NULL;
}

GgovPlan *
_ggov_draft_find_plan (GgovDb  *db,
                       gint64   plan_id,
                       GError **error)
{
  /* Whether it is a draft does not depend on the day. */
  g_autoptr(GPtrArray) plans = _ggov_plan_read (db, 0, plan_id, "0001-01-01", error);

  if (plans == NULL)
    return NULL;

  if (plans->len == 0 || plan_id == 0)
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "no such plan");
      return NULL;
    }

  if (ggov_plan_get_state (plans->pdata[0]) != GGOV_PLAN_DRAFT)
    {
      _ggov_plan_refuse (error, _("This plan was approved already. Begin a new draft from it."));
      return NULL;
    }

  return g_object_ref (plans->pdata[0]);
}

gboolean
_ggov_plan_refuse (GError     **error,
                   const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}
