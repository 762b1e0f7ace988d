/* ggov-store-person.c: one person, with the posts they hold and held
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-place-label.h"
#include "ggov-posts-private.h"
#include "ggov-store-person.h"
#include "ggov-store-private.h"

#define SQL_PERSON \
  "SELECT n.id, n.row_version, n.name, n.sex, n.birth_date, n.phone, a.name, y.name, u.number, " \
  "o.name, b.number, b.name FROM person n " \
  "LEFT JOIN organisation a ON a.id = n.organisation_id " \
  "LEFT JOIN party_organisation y ON y.id = (SELECT m.party_organisation_id FROM party_member m " \
  "WHERE m.person_id = n.id AND m.valid_from <= $2 AND (m.valid_to IS NULL OR m.valid_to >= $2) " \
  "ORDER BY m.id LIMIT 1) " \
  "LEFT JOIN unit u ON u.id = n.unit_id LEFT JOIN building b ON b.id = u.building_id " \
  "LEFT JOIN compound o ON o.id = b.compound_id WHERE n.id = $1"
enum
{
  ID, ROW_VERSION, NAME, SEX, BIRTH_DATE, PHONE, ORGANISATION, PARTY, UNIT_NUMBER, COMPOUND,
  BUILDING_NUMBER, BUILDING_NAME,
};

#define SQL_POSTS \
  GGOV_POSTS_SQL ("", "p.person_id = $2", "l.substitute_id = $2", \
                  "e.valid_to IS NOT NULL, e.valid_from DESC, r.sort_order, p.id")

/* Somebody who was entered twice is found under both numbers. */
#define SQL_WHO "SELECT coalesce (merged_into_id, id) FROM person WHERE id = $1"

typedef struct
{
  gint64  id;
  char   *as_of;
} PersonOrder;

static void
person_order_free (PersonOrder *order)
{
  g_free (order->as_of);
  g_free (order);
}

static GListModel *
list_posts (GgovDb             *db,
            const PersonOrder  *order,
            gint64              id,
            GError            **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_POSTS, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, order->as_of);
  ggov_stmt_bind_int (stmt, 2, id);

  return _ggov_posts_read (stmt, error);
}

static gboolean
find_id (GgovDb             *db,
         const PersonOrder  *order,
         gint64             *id,
         GError            **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_WHO, error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    {
      ggov_stmt_bind_int (stmt, 1, order->id);
      step = ggov_stmt_step (stmt, error);
    }

  *id = step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;

  return step != GGOV_DB_ERROR;
}

static GgovPerson *
make_person (GgovStmt   *stmt,
             GListModel *posts)
{
  g_autofree char *home = NULL;

  if (!ggov_stmt_is_null (stmt, UNIT_NUMBER))
    home = ggov_place_label_dup (ggov_stmt_get_text (stmt, COMPOUND),
                                 ggov_stmt_get_text (stmt, BUILDING_NUMBER),
                                 ggov_stmt_get_text (stmt, BUILDING_NAME),
                                 ggov_stmt_get_int (stmt, UNIT_NUMBER));

  return ggov_person_new (&(GgovPersonDetails) {
    .id = ggov_stmt_get_int (stmt, ID),
    .row_version = ggov_stmt_get_int (stmt, ROW_VERSION),
    .name = ggov_stmt_get_text (stmt, NAME),
    .sex = ggov_stmt_get_text (stmt, SEX),
    .sex_label = ggov_sex_get_label (ggov_stmt_get_text (stmt, SEX)),
    .birth_date = ggov_stmt_get_text (stmt, BIRTH_DATE),
    .phone = ggov_stmt_get_text (stmt, PHONE),
    .organisation = ggov_stmt_get_text (stmt, ORGANISATION),
    .party_organisation = ggov_stmt_get_text (stmt, PARTY),
    .home = home,
  }, posts);
}

/* On the store's thread. */
static void
get_job (GTask  *task,
         GgovDb *db)
{
  const PersonOrder *order = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_PERSON, &error);
  g_autoptr(GListModel) posts = NULL;
  GgovDbStep step = GGOV_DB_ERROR;
  gint64 id;

  if (stmt && find_id (db, order, &id, &error))
    posts = list_posts (db, order, id, &error);
  if (posts)
    {
      ggov_stmt_bind_int (stmt, 1, id);
      ggov_stmt_bind_text (stmt, 2, order->as_of);
      step = ggov_stmt_step (stmt, &error);
    }

  if (step == GGOV_DB_ROW)
    g_task_return_pointer (task, make_person (stmt, posts), g_object_unref);
  else if (step == GGOV_DB_DONE)
    g_task_return_new_error (task, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                             "there is no person %" G_GINT64_FORMAT, order->id);
  else
    g_task_return_error (task, error);
}

void
ggov_store_get_person_async (GgovStore           *self,
                             gint64               person_id,
                             const char          *as_of,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  PersonOrder *order;

  g_return_if_fail (as_of != NULL);

  order = g_new0 (PersonOrder, 1);
  order->id = person_id;
  order->as_of = g_strdup (as_of);

  _ggov_store_call (self, ggov_store_get_person_async, get_job, order,
                    (GDestroyNotify) person_order_free, cancellable, callback, user_data);
}

GgovPerson *
ggov_store_get_person_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
