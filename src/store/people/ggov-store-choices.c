/* ggov-store-choices.c: what filters and forms offer to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-plans-private.h"
#include "ggov-store-choices.h"
#include "ggov-store-private.h"

#define IN_FORCE(table) \
  table ".valid_from <= $2 AND coalesce (" table ".valid_to, '9999-12-31') >= $2 "

/* Each takes a grid and a day, whether it asks for them or not. */
static const char *const queries[] = {
  [GGOV_CHOICE_COMMUNITIES] =
    "SELECT id, 0, code, name, NULL, NULL, NULL FROM community "
    "WHERE $1 = 0 AND $2 IS NOT NULL ORDER BY code",
  [GGOV_CHOICE_GRIDS] =
    "SELECT g.id, g.community_id, g.code, g.name, NULL, u.name, NULL FROM grid g "
    "JOIN community u ON u.id = g.community_id WHERE $1 = 0 AND " IN_FORCE ("g")
    "ORDER BY g.code",
  [GGOV_CHOICE_BUILDINGS] =
    "SELECT b.id, p.grid_id, b.number, coalesce (c.name, '') || coalesce (b.number, '') || "
    "CASE WHEN b.number IS NULL THEN coalesce (b.name, '') ELSE '' END, NULL, b.name, NULL "
    "FROM plan_building p JOIN plan a ON a.id = p.plan_id JOIN building b ON b.id = p.building_id "
    "LEFT JOIN compound c ON c.id = b.compound_id "
    "WHERE p.grid_id = $1 AND " GGOV_SQL_PLAN_ON ("a", "$2") " "
    "ORDER BY c.name, length (b.number), b.number, b.name",
  [GGOV_CHOICE_CASE_TYPES] =
    "SELECT t.id, 0, t.code, t.name, t.name_zh, t.class, t.class_zh FROM case_type t "
    "WHERE $1 = 0 AND " IN_FORCE ("t") "ORDER BY t.code, t.version DESC",
  [GGOV_CHOICE_HANDLERS] =
    "SELECT n.id, coalesce (p.grid_id, p.community_id, p.sub_district_id), r.code, n.name, NULL, "
    "min (r.name), min (r.name_zh) FROM post p JOIN role r ON r.id = p.role_id "
    "JOIN person n ON n.id = p.person_id "
    "WHERE (p.grid_id = $1 OR p.sub_district_id IS NOT NULL "
    "OR p.community_id = (SELECT community_id FROM grid WHERE id = $1)) AND " IN_FORCE ("p")
    "GROUP BY n.id, n.name, n.pinyin, r.code, p.grid_id, p.community_id, p.sub_district_id, "
    "r.sort_order ORDER BY p.grid_id IS NULL, p.community_id IS NULL, r.sort_order, n.pinyin, n.id",
  [GGOV_CHOICE_DEPARTMENTS] =
    "SELECT o.id, 0, CAST (o.id AS TEXT), o.name, NULL, NULL, NULL FROM organisation o "
    "WHERE $1 = 0 AND $2 IS NOT NULL AND EXISTS (SELECT 1 FROM person h "
    "JOIN issue i ON i.handler_id = h.id WHERE h.organisation_id = o.id) ORDER BY o.name, o.id",
};

typedef struct
{
  GgovChoiceKind  kind;
  gint64          grid_id;
  char           *day;
} Question;

static void
question_free (Question *question)
{
  g_free (question->day);
  g_free (question);
}

static gpointer
make_choice (GgovStmt *stmt)
{
  const GgovChoiceFields fields = {
    .id = ggov_stmt_get_int (stmt, 0),
    .parent_id = ggov_stmt_get_int (stmt, 1),
    .code = ggov_stmt_get_text (stmt, 2),
    .name = ggov_stmt_get_text (stmt, 3),
    .name_zh = ggov_stmt_get_text (stmt, 4),
    .detail = ggov_stmt_get_text (stmt, 5),
    .detail_zh = ggov_stmt_get_text (stmt, 6),
  };

  return ggov_choice_new (&fields);
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const Question *question = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, queries[question->kind], &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_int (stmt, 1, question->grid_id);
  ggov_stmt_bind_text (stmt, 2, question->day);
  _ggov_store_return_rows (task, stmt, make_choice);
}

void
ggov_store_list_choices_async (GgovStore           *self,
                               GgovChoiceKind       kind,
                               gint64               grid_id,
                               const char          *day,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Question *question = g_new0 (Question, 1);

  g_assert ((guint) kind < G_N_ELEMENTS (queries));

  question->kind = kind;
  question->grid_id = grid_id;
  question->day = g_strdup (day);

  _ggov_store_call (self, ggov_store_list_choices_async, list_job, question,
                    (GDestroyNotify) question_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_choices_finish (GgovStore     *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_CHOICE) : NULL;
}
