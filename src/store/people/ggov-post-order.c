/* ggov-post-order.c: what is asked of the store about a post, on its way to the thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-change-private.h"
#include "ggov-local-time.h"
#include "ggov-post-order-private.h"
#include "ggov-post-papers-private.h"
#include "ggov-post-rules-private.h"
#include "ggov-roster-private.h"
#include "ggov-write-founding.h"

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

void
_ggov_post_order_free (GgovPostOrder *order)
{
  g_string_chunk_free (order->texts);
  g_ptr_array_unref (order->papers);
  g_free (order);
}

static const char *
keep (GgovPostOrder *order,
      const char    *text)
{
  return text ? g_string_chunk_insert (order->texts, text) : NULL;
}

GgovPostOrder *
_ggov_post_order_new (const GgovAppointment *appointment)
{
  GgovPostOrder *order = g_new0 (GgovPostOrder, 1);

  order->texts = g_string_chunk_new (256);
  order->appointment = *appointment;
  order->appointment.name = keep (order, appointment->name);
  order->appointment.sex = keep (order, appointment->sex);
  order->appointment.phone = keep (order, appointment->phone);
  order->appointment.role_code = keep (order, appointment->role_code);
  order->appointment.place_kind = keep (order, appointment->place_kind);
  order->appointment.since = keep (order, appointment->since);
  order->appointment.until = keep (order, appointment->until);
  order->appointment.reason = keep (order, appointment->reason);
  order->appointment.exception = keep (order, appointment->exception);
  order->papers = _ggov_post_papers_copy (appointment->papers, appointment->n_papers);
  order->appointment.papers = NULL;
  order->appointment.n_papers = 0;

  return order;
}

static gboolean
set_place (GgovPostRecord  *post,
           const char      *kind,
           gint64           id,
           GError         **error)
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

  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND, "there is no place of kind %s",
               kind);
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

gboolean
_ggov_post_name_place (GgovChange  *change,
                       gint64       post_id,
                       const char  *day,
                       GError     **error)
{
  g_autoptr(GgovStmt) stmt = find_post (change, post_id, day, error);
  g_autofree char *place = stmt ? _ggov_roster_dup_place (stmt, 0) : NULL;

  if (place)
    ggov_change_set_subject (change, place);

  return place != NULL;
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

static gboolean
check_dates (const GgovAppointment  *appointment,
             GError                **error)
{
  int day;

  return ggov_local_day_parse (appointment->since, &day, error) &&
         (appointment->until == NULL || ggov_local_day_parse (appointment->until, &day, error));
}

gint64
_ggov_post_order_write (const GgovPostOrder  *order,
                        GgovChange           *change,
                        gint64                person_id,
                        gint64                from_id,
                        GError              **error)
{
  const GgovAppointment *appointment = &order->appointment;
  GgovPostRecord post = {
    .person_id = person_id,
    .valid_from = appointment->since,
    .valid_to = appointment->until,
    .nominated_by_id = appointment->nominated_by_id,
    .approved_by_id = appointment->approved_by_id,
    .reason = appointment->reason,
    .exception = appointment->exception,
    .transferred_from_id = from_id,
  };
  gint64 id;

  if (!check_dates (appointment, error) ||
      !set_place (&post, appointment->place_kind, appointment->place_id, error) ||
      !check_grid (change, post.grid_id, appointment->since, error) ||
      !(post.role_id = ggov_change_find_role (change, appointment->role_code, error)) ||
      !(id = ggov_change_add_post (change, &post, error)) ||
      !_ggov_post_check_chain (change->db, &post, error) ||
      !_ggov_post_papers_write (change, id, order->papers, error) ||
      !_ggov_post_name_place (change, id, appointment->since, error))
    return 0;

  return id;
}

gboolean
_ggov_post_end (GgovChange  *change,
                gint64       post_id,
                const char  *from,
                const char  *reason,
                GError     **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  g_autofree char *last = NULL;
  int day;

  if (!ggov_local_day_parse (from, &day, error) ||
      !(stmt = find_post (change, post_id, from, error)))
    return FALSE;

  last = ggov_local_day_format (day - 1);
  if (g_strcmp0 (last, ggov_stmt_get_text (stmt, SINCE)) < 0)
    return refuse (error, _("This post has not begun before that day. Undo the appointment, or "
                            "choose a later day."));
  if (!ggov_stmt_is_null (stmt, UNTIL) && g_strcmp0 (ggov_stmt_get_text (stmt, UNTIL), last) <= 0)
    return refuse (error, _("This post has ended already."));

  return ggov_change_end_post (change, post_id, last, reason, error);
}
