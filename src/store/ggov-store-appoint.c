/* ggov-store-appoint.c: appointing people to posts and standing them down
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-roster-private.h"
#include "ggov-store-appoint.h"
#include "ggov-write-founding.h"
#include "ggov-write-people.h"

/* What the place of post $2 is called. It is held on day $1 or not, the place is the same. */
#define SQL_PLACE \
  "SELECT " GGOV_ROSTER_PLACE_COLUMNS ", p.valid_from, p.valid_to " \
  "FROM post p " GGOV_ROSTER_JOIN_SPOT "WHERE p.id = $2"
#define SQL_OTHER_DAYS \
  "SELECT code, valid_from, valid_to FROM grid WHERE id = $1 AND (valid_from > $2 OR valid_to < $2)"

enum
{
  SINCE = 6,
  UNTIL,
};

/* One order serves both; an appointment's texts are its own. */
typedef struct
{
  GgovAppointment  appointment;
  GStringChunk    *texts;
  gint64           post_id;
} PostOrder;

static void
post_order_free (PostOrder *order)
{
  g_string_chunk_free (order->texts);
  g_free (order);
}

static const char *
keep (PostOrder  *order,
      const char *text)
{
  return text ? g_string_chunk_insert (order->texts, text) : NULL;
}

static PostOrder *
post_order_new (const GgovAppointment *appointment)
{
  PostOrder *order = g_new0 (PostOrder, 1);

  order->texts = g_string_chunk_new (256);
  order->appointment = *appointment;
  order->appointment.name = keep (order, appointment->name);
  order->appointment.sex = keep (order, appointment->sex);
  order->appointment.phone = keep (order, appointment->phone);
  order->appointment.role_code = keep (order, appointment->role_code);
  order->appointment.place_kind = keep (order, appointment->place_kind);
  order->appointment.since = keep (order, appointment->since);
  order->appointment.reason = keep (order, appointment->reason);

  return order;
}

static gint64
find_person (GgovChange             *change,
             const GgovAppointment  *appointment,
             GError                **error)
{
  const GgovPersonRecord person = {
    .name = appointment->name,
    .sex = appointment->sex,
    .phone = appointment->phone,
  };

  if (appointment->person_id != 0)
    return appointment->person_id;

  if (appointment->name == NULL || appointment->name[strspn (appointment->name, " ")] == '\0')
    {
      g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
                           _("A new person needs a name. Enter it, or choose somebody known."));
      return 0;
    }

  return ggov_change_add_person (change, &person, error);
}

static gboolean
set_place (GgovPostRecord  *post,
           const char      *kind,
           gint64           id)
{
  const struct
  {
    const char *kind;
    gint64     *id;
  } places[] = {
    { "sub-district", &post->sub_district_id },
    { "community", &post->community_id },
    { "grid", &post->grid_id },
    { "building", &post->building_id },
    { "unit", &post->unit_id },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_strcmp0 (places[i].kind, kind) == 0)
      {
        *places[i].id = id;
        return TRUE;
      }

  return FALSE;
}

/* Positions a statement on the post; it also answers from when to when it runs. */
static GgovStmt *
find_post (GgovChange  *change,
           gint64       post_id,
           const char  *day,
           GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_PLACE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, post_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    return g_steal_pointer (&stmt);

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no post %" G_GINT64_FORMAT, post_id);

  return NULL;
}

static void
name_place (GgovChange *change,
            GgovStmt   *stmt)
{
  g_autofree char *place = _ggov_roster_dup_place (stmt, 0);

  ggov_change_set_subject (change, place);
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);

  return FALSE;
}

/* A plan may have given the grid up by then, or not have made it yet. */
static gboolean
check_grid (GgovChange  *change,
            gint64       grid_id,
            const char  *day,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_OTHER_DAYS, error);
  g_autofree char *sentence = NULL;
  const char *valid_to;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_id (stmt, 1, grid_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  valid_to = ggov_stmt_get_text (stmt, 2);
  sentence = valid_to && strcmp (valid_to, day) < 0
    ? g_strdup_printf (_("Grid %s was given up; its last day is %s. Choose the grid that went on "
                         "from it."), ggov_stmt_get_text (stmt, 0), valid_to)
    : g_strdup_printf (_("Grid %s is there from %s. Choose that day or a later one."),
                       ggov_stmt_get_text (stmt, 0), ggov_stmt_get_text (stmt, 1));

  return refuse (error, sentence);
}

/* On the store's thread. */
static gboolean
appoint (GgovChange  *change,
         gpointer     data,
         GError     **error)
{
  const PostOrder *order = data;
  const GgovAppointment *appointment = &order->appointment;
  g_autoptr(GgovStmt) stmt = NULL;
  gint64 id;
  GgovPostRecord post = {
    .valid_from = appointment->since,
    .nominated_by_id = appointment->nominated_by_id,
    .approved_by_id = appointment->approved_by_id,
    .reason = appointment->reason,
  };

  if (!set_place (&post, appointment->place_kind, appointment->place_id))
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                   "there is no place of kind %s", appointment->place_kind);
      return FALSE;
    }

  if (!check_grid (change, post.grid_id, appointment->since, error) ||
      !(post.role_id = ggov_change_find_role (change, appointment->role_code, error)) ||
      !(post.person_id = find_person (change, appointment, error)) ||
      !(id = ggov_change_add_post (change, &post, error)) ||
      !(stmt = find_post (change, id, appointment->since, error)))
    return FALSE;

  name_place (change, stmt);

  return TRUE;
}

/* On the store's thread. */
static gboolean
stand_down (GgovChange  *change,
            gpointer     data,
            GError     **error)
{
  const PostOrder *order = data;
  const char *from = order->appointment.since;
  g_autoptr(GgovStmt) stmt = NULL;
  g_autofree char *last = NULL;
  int day;

  if (!ggov_local_day_parse (from, &day, error) ||
      !(stmt = find_post (change, order->post_id, from, error)))
    return FALSE;

  last = ggov_local_day_format (day - 1);
  if (g_strcmp0 (last, ggov_stmt_get_text (stmt, SINCE)) < 0)
    return refuse (error, _("This post has not begun before that day. Undo the appointment, or "
                            "choose a later day."));
  if (!ggov_stmt_is_null (stmt, UNTIL) && g_strcmp0 (ggov_stmt_get_text (stmt, UNTIL), last) <= 0)
    return refuse (error, _("This post has ended already."));

  name_place (change, stmt);

  return ggov_change_end_post (change, order->post_id, last, order->appointment.reason, error);
}

void
ggov_store_appoint_async (GgovStore             *self,
                          const GgovAppointment *appointment,
                          GCancellable          *cancellable,
                          GAsyncReadyCallback    callback,
                          gpointer               user_data)
{
  g_return_if_fail (appointment != NULL);
  g_return_if_fail (appointment->role_code != NULL);
  g_return_if_fail (appointment->since != NULL);

  ggov_store_change_async (self, N_("Appoint"), NULL, appoint, post_order_new (appointment),
                           (GDestroyNotify) post_order_free, cancellable, callback, user_data);
}

void
ggov_store_stand_down_async (GgovStore           *self,
                             gint64               post_id,
                             const char          *from,
                             const char          *reason,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  const GgovAppointment what = { .since = from, .reason = reason };
  PostOrder *order;

  g_return_if_fail (from != NULL);

  order = post_order_new (&what);
  order->post_id = post_id;

  ggov_store_change_async (self, N_("Stand down"), NULL, stand_down, order,
                           (GDestroyNotify) post_order_free, cancellable, callback, user_data);
}
