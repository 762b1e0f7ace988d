/* ggov-store-roles.c: the office's own roles: what posts there are, and their rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-post-rules-private.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-store-roles.h"
#include "ggov-training-private.h"
#include "ggov-typed-text.h"

#define SQL_LIST \
  "SELECT r.id, r.row_version, coalesce (r.holders, 0), coalesce (r.places, 0), r.watched, " \
  "r.resident, r.sort_order, (SELECT count (*) FROM post p WHERE p.role_id = r.id " \
  "AND " GGOV_ROSTER_ON_DAY ("p") "), r.code, r.family, r.name, r.name_zh, r.scope, r.presence, " \
  "r.cardinality, r.nominated_by, r.approved_by, r.chain, r.duties, r.duties_zh, " \
  "r.valid_to FROM role r ORDER BY r.sort_order, r.id"
enum
{
  ID, ROW_VERSION, HOLDERS, PLACES, WATCHED, RESIDENT, SORT_ORDER, N_POSTS, CODE, FAMILY, NAME,
  NAME_ZH, SCOPE, PRESENCE, CARDINALITY, NOMINATED_BY, APPROVED_BY, CHAIN, DUTIES, DUTIES_ZH,
  VALID_TO,
};

#define SQL_TRAINING \
  "SELECT c.code, c.name, c.name_zh FROM course_role q JOIN course c ON c.id = q.course_id WHERE q.role_id = $2 " \
  "AND " GGOV_ROSTER_ON_DAY ("q") " ORDER BY c.sort_order, c.id"

#define SQL_NEXT "SELECT coalesce (max (sort_order), 0) + 10, coalesce (max (id), 0) + 1 FROM role"
#define SQL_SAME_CODE "SELECT name, name_zh FROM role WHERE code = $1 AND id <> $2"
#define SQL_BEFORE \
  "SELECT scope, EXISTS (SELECT 1 FROM post p WHERE p.role_id = r.id), coalesce (holders, 0), " \
  "coalesce (places, 0) FROM role r WHERE r.id = $1"

/* A post that goes on after the day. */
#define SQL_LATER \
  "SELECT id FROM post WHERE role_id = $1 AND coalesce (valid_to, '9999-12-31') > $2 " \
  "ORDER BY valid_from, id LIMIT 1"

/* Posts that go on, which new rules have to leave room for. */
#define SQL_POSTS \
  "SELECT id, person_id, sub_district_id, community_id, grid_id, building_id, unit_id, valid_from " \
  "FROM post WHERE role_id = $1 AND valid_to IS NULL ORDER BY valid_from, id"

static GgovOfficeRole *
make_role (GgovStmt   *stmt,
           const char *training,
           const char *training_labels)
{
  return ggov_office_role_new (&(GgovOfficeRoleRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .row_version = ggov_stmt_get_int (stmt, ROW_VERSION),
    .holders = ggov_stmt_get_int (stmt, HOLDERS),
    .places = ggov_stmt_get_int (stmt, PLACES),
    .watched = ggov_stmt_get_int (stmt, WATCHED),
    .resident = ggov_stmt_get_int (stmt, RESIDENT),
    .sort_order = ggov_stmt_get_int (stmt, SORT_ORDER),
    .n_posts = ggov_stmt_get_int (stmt, N_POSTS),
    .code = ggov_stmt_get_text (stmt, CODE),
    .family = ggov_stmt_get_text (stmt, FAMILY),
    .name = ggov_stmt_get_text (stmt, NAME),
    .name_zh = ggov_stmt_get_text (stmt, NAME_ZH),
    .label = ggov_role_choose_name (ggov_stmt_get_text (stmt, NAME),
                                    ggov_stmt_get_text (stmt, NAME_ZH)),
    .scope = ggov_stmt_get_text (stmt, SCOPE),
    .presence = ggov_stmt_get_text (stmt, PRESENCE),
    .cardinality = ggov_stmt_get_text (stmt, CARDINALITY),
    .nominated_by = ggov_stmt_get_text (stmt, NOMINATED_BY),
    .approved_by = ggov_stmt_get_text (stmt, APPROVED_BY),
    .chain = ggov_stmt_get_text (stmt, CHAIN),
    .duties = ggov_stmt_get_text (stmt, DUTIES),
    .duties_zh = ggov_stmt_get_text (stmt, DUTIES_ZH),
    .training = training,
    .training_labels = training_labels,
    .valid_to = ggov_stmt_get_text (stmt, VALID_TO),
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const char *as_of = g_task_get_task_data (task);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt)
    ggov_stmt_bind_text (stmt, 1, as_of);

  while (stmt && (step = ggov_stmt_step (stmt, &error)) == GGOV_DB_ROW)
    {
      g_autoptr(GString) codes = g_string_new (NULL);
      g_autoptr(GString) labels = g_string_new (NULL);

      if (!_ggov_training_read_names (db, SQL_TRAINING, as_of, ggov_stmt_get_int (stmt, ID), codes,
                                      labels, &error))
        break;
      g_ptr_array_add (rows, make_role (stmt, codes->str, labels->str));
    }

  if (step == GGOV_DB_DONE)
    g_task_return_pointer (task, g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/* Takes @sentence over. */
static gboolean
refuse (GError **error,
        char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return FALSE;
}

static gboolean
check_code (GgovChange                  *change,
            const GgovOfficeRoleRecord  *role,
            GError                     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_SAME_CODE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, role->code);
  ggov_stmt_bind_int (stmt, 2, role->id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a code, and the name of the role that has it */
  return refuse (error, g_strdup_printf (_("The code “%1$s” is that of the role “%2$s”. Choose "
                                           "another."), role->code,
                                         ggov_role_choose_name (ggov_stmt_get_text (stmt, 0),
                                                                ggov_stmt_get_text (stmt, 1))));
}

static gboolean
is_tighter (gint64 now,
            gint64 before)
{
  return now != 0 && (before == 0 || now < before);
}

/* @tighter: (out): whether posts that are there may be more than the role allows from now on */
static gboolean
check_before (GgovChange                  *change,
              const GgovOfficeRoleRecord  *role,
              gboolean                    *tighter,
              GError                     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_BEFORE, error);
  GgovDbStep step;

  *tighter = FALSE;
  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, role->id);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  *tighter = is_tighter (role->holders, ggov_stmt_get_int (stmt, 2)) ||
             is_tighter (role->places, ggov_stmt_get_int (stmt, 3));
  if (g_strcmp0 (ggov_stmt_get_text (stmt, 0), role->scope) == 0 || !ggov_stmt_get_int (stmt, 1))
    return TRUE;

  return refuse (error, g_strdup (_("Posts of this role were held already, so it stays with its kind of "
                                    "place. Add another role instead.")));
}

/* Nobody may hold the role after its last day. */
static gboolean
check_last_day (GgovChange                  *change,
                const GgovOfficeRoleRecord  *role,
                GError                     **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  g_auto(GgovPostWords) words = { NULL };
  GgovDbStep step;
  int day;

  if (role->valid_to == NULL)
    return TRUE;

  if (!ggov_local_day_parse (role->valid_to, &day, error) ||
      !(stmt = ggov_db_prepare (change->db, SQL_LATER, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, role->id);
  ggov_stmt_bind_text (stmt, 2, role->valid_to);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  return _ggov_post_describe (change->db, ggov_stmt_get_int (stmt, 0), role->valid_to, &words,
                              error) &&
         /* Translators: a day, a person, a role, a place and a day */
         refuse (error, g_strdup_printf (_("After %1$s, %2$s still holds the post “%3$s, %4$s”, since "
                                           "%5$s. End that post first."), role->valid_to,
                                         words.person, words.role, words.place, words.since));
}

/* With the new rules in place, each post that goes on is asked whether it could begin now. */
static gboolean
check_posts (GgovChange  *change,
             gint64       role_id,
             GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_POSTS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, role_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovPostRecord post = {
        .role_id = role_id,
        .person_id = ggov_stmt_get_int (stmt, 1),
        .sub_district_id = ggov_stmt_get_int (stmt, 2),
        .community_id = ggov_stmt_get_int (stmt, 3),
        .grid_id = ggov_stmt_get_int (stmt, 4),
        .building_id = ggov_stmt_get_int (stmt, 5),
        .unit_id = ggov_stmt_get_int (stmt, 6),
        .valid_from = ggov_stmt_get_text (stmt, 7),
      };

      if (!_ggov_post_check_rules (change->db, &post, ggov_stmt_get_int (stmt, 0), error))
        return FALSE;
    }

  return step == GGOV_DB_DONE;
}

static gboolean
read_next (GgovChange  *change,
           gint64      *sort_order,
           char       **code,
           GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_NEXT, error);

  if (stmt == NULL || ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  if (*sort_order == 0)
    *sort_order = ggov_stmt_get_int (stmt, 0);
  if (*code == NULL)
    *code = g_strdup_printf ("role-%" G_GINT64_FORMAT, ggov_stmt_get_int (stmt, 1));

  return TRUE;
}

static gboolean
write_role (GgovChange                  *change,
            const GgovOfficeRoleRecord  *role,
            gint64                      *id,
            GError                     **error)
{
  const char *name = ggov_typed_is_blank (role->name) ? role->name_zh : role->name;
  const GgovColumn columns[] = {
    GGOV_TEXT ("code", role->code),
    GGOV_TEXT ("family", ggov_typed_is_blank (role->family) ? role->code : role->family),
    GGOV_TEXT ("name", name),
    GGOV_TEXT ("name_zh", ggov_typed_is_blank (role->name_zh) ? name : role->name_zh),
    GGOV_TEXT ("scope", role->scope),
    GGOV_TEXT ("presence", role->presence),
    GGOV_ID ("holders", role->holders),
    GGOV_ID ("places", role->places),
    GGOV_INT ("watched", role->watched != 0),
    GGOV_TEXT ("chain", role->chain ? role->chain : "advice"),
    GGOV_INT ("resident", role->resident != 0),
    GGOV_TEXT ("cardinality", role->cardinality ? role->cardinality : ""),
    GGOV_TEXT ("nominated_by", ggov_typed_is_blank (role->nominated_by) ? NULL : role->nominated_by),
    GGOV_TEXT ("approved_by", ggov_typed_is_blank (role->approved_by) ? NULL : role->approved_by),
    GGOV_TEXT ("duties", role->duties ? role->duties : ""),
    GGOV_TEXT ("duties_zh", role->duties_zh ? role->duties_zh : ""),
    GGOV_TEXT ("valid_to", role->valid_to),
    GGOV_INT ("sort_order", role->sort_order),
  };

  *id = role->id;
  if (role->id != 0)
    return _ggov_change_update (change, "role", role->id, role->row_version, columns,
                                G_N_ELEMENTS (columns), error);

  return (*id = _ggov_change_insert (change, "role", columns, G_N_ELEMENTS (columns), error)) != 0;
}

/* On the store's thread. */
static gboolean
save (GgovChange  *change,
      gpointer     data,
      GError     **error)
{
  GgovOfficeRoleRecord role = *ggov_office_role_get_record (data);
  g_autofree char *code = ggov_typed_is_blank (role.code) ? NULL : g_strdup (role.code);
  gboolean tighter;
  gint64 id;

  if (ggov_typed_is_blank (role.name) && ggov_typed_is_blank (role.name_zh))
    return refuse (error, g_strdup (_("The role needs a name.")));

  if (!read_next (change, &role.sort_order, &code, error))
    return FALSE;

  role.code = code;
  ggov_change_set_subject (change, code);

  return check_code (change, &role, error) &&
         check_before (change, &role, &tighter, error) &&
         check_last_day (change, &role, error) &&
         write_role (change, &role, &id, error) &&
         (!tighter || check_posts (change, id, error));
}

void
ggov_store_list_roles_async (GgovStore           *self,
                             const char          *as_of,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (as_of != NULL);

  _ggov_store_call (self, ggov_store_list_roles_async, list_job, g_strdup (as_of), g_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_list_roles_finish (GgovStore     *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_OFFICE_ROLE) : NULL;
}

void
ggov_store_save_role_async (GgovStore                  *self,
                            const GgovOfficeRoleRecord *role,
                            GCancellable               *cancellable,
                            GAsyncReadyCallback         callback,
                            gpointer                    user_data)
{
  g_return_if_fail (role != NULL);
  g_return_if_fail (role->scope != NULL);
  g_return_if_fail (role->presence != NULL);

  ggov_store_change_async (self, role->id ? N_("Change a role") : N_("Add a role"), "", save,
                           ggov_office_role_new (role), g_object_unref, cancellable, callback,
                           user_data);
}
