/* ggov-store-certificates.c: certificates that people have learnt a course
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-person.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-store-certificates.h"
#include "ggov-training-private.h"
#include "ggov-write-training.h"

/* A post on the day of issue: in the queries of posts $1 is the day asked about, here it is each
 * certificate's own. */
#define ON_DAY "p.valid_from <= k.issued_on AND (p.valid_to IS NULL OR p.valid_to >= k.issued_on)"

#define SQL_LIST \
  "SELECT k.id, n.id, k.course_id, coalesce (a.session_id, 0), e.hours, k.number, n.name, n.sex, " \
  "r.name, r.name_zh, e.code, e.name, e.name_zh, a.attended_on, k.issuer, k.issued_on, k.valid_to, " \
  GGOV_ROSTER_PLACE_COLUMNS " " \
  "FROM training_certificate k JOIN person n ON n.id = k.person_id " \
  "JOIN course e ON e.id = k.course_id LEFT JOIN training_attendance a ON a.id = k.attendance_id " \
  "LEFT JOIN post p ON p.id = (SELECT p.id FROM post p JOIN role r ON r.id = p.role_id " \
  "WHERE p.person_id = k.person_id AND " ON_DAY " ORDER BY r.sort_order, p.id LIMIT 1) " \
  "LEFT JOIN role r ON r.id = p.role_id " \
  "LEFT JOIN unit u ON u.id = p.unit_id " \
  "LEFT JOIN building b ON b.id = coalesce (p.building_id, u.building_id) " \
  "LEFT JOIN compound o ON o.id = b.compound_id LEFT JOIN grid g ON g.id = p.grid_id " \
  "LEFT JOIN community c ON c.id = p.community_id " \
  "LEFT JOIN sub_district s ON s.id = p.sub_district_id " \
  "WHERE ($1 IS NULL OR a.session_id = $1) AND ($2 IS NULL OR k.number = $2) " \
  "ORDER BY k.issued_on, length (k.number), k.number"
enum
{
  ID, PERSON_ID, COURSE_ID, SESSION_ID, HOURS, NUMBER, PERSON, SEX, ROLE, ROLE_ZH, COURSE_CODE,
  COURSE, COURSE_ZH, TRAINED_ON, ISSUER, ISSUED_ON, VALID_TO, PLACE,
};

/* In the order of the list. */
#define SQL_TO_ISSUE \
  "SELECT a.id, a.person_id, s.course_id, a.valid_to FROM training_attendance a " \
  "JOIN training_session s ON s.id = a.session_id JOIN person n ON n.id = a.person_id " \
  "LEFT JOIN training_certificate k ON k.attendance_id = a.id " \
  "WHERE a.session_id = $1 AND a.passed = 1 AND k.id IS NULL AND a.attended_on <= $2 " \
  "ORDER BY n.pinyin, n.id"

typedef struct
{
  gint64  session_id;
  char   *word; /* (nullable): a number, or a day */
} CertificateOrder;

static void
certificate_order_free (CertificateOrder *order)
{
  g_free (order->word);
  g_free (order);
}

static CertificateOrder *
certificate_order_new (gint64      session_id,
                       const char *word)
{
  CertificateOrder *order = g_new0 (CertificateOrder, 1);

  order->session_id = session_id;
  order->word = g_strdup (word);

  return order;
}

static gpointer
make_certificate (GgovStmt *stmt)
{
  gboolean has_post = !ggov_stmt_is_null (stmt, ROLE);
  g_autofree char *place = has_post ? _ggov_roster_dup_place (stmt, PLACE) : NULL;

  return ggov_certificate_new (&(GgovCertificateRecord) {
    .id = ggov_stmt_get_int (stmt, ID),
    .person_id = ggov_stmt_get_int (stmt, PERSON_ID),
    .course_id = ggov_stmt_get_int (stmt, COURSE_ID),
    .session_id = ggov_stmt_get_int (stmt, SESSION_ID),
    .hours = ggov_stmt_get_int (stmt, HOURS),
    .number = ggov_stmt_get_text (stmt, NUMBER),
    .person = ggov_stmt_get_text (stmt, PERSON),
    .sex_label = ggov_sex_get_label (ggov_stmt_get_text (stmt, SEX)),
    .role = has_post ? GGOV_TRAINING_COURSE_NAME (stmt, ROLE) : NULL,
    .place = place,
    .course_code = ggov_stmt_get_text (stmt, COURSE_CODE),
    .course = GGOV_TRAINING_COURSE_NAME (stmt, COURSE),
    .trained_on = ggov_stmt_get_text (stmt, TRAINED_ON),
    .issuer = ggov_stmt_get_text (stmt, ISSUER),
    .issued_on = ggov_stmt_get_text (stmt, ISSUED_ON),
    .valid_to = ggov_stmt_get_text (stmt, VALID_TO),
  });
}

/* On the store's thread. */
static void
list_job (GTask  *task,
          GgovDb *db)
{
  const CertificateOrder *order = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LIST, &error);

  if (stmt == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  ggov_stmt_bind_id (stmt, 1, order->session_id);
  ggov_stmt_bind_text (stmt, 2, order->word);
  _ggov_store_return_rows (task, stmt, make_certificate);
}

/* On the store's thread. */
static gboolean
issue (GgovChange  *change,
       gpointer     data,
       GError     **error)
{
  const CertificateOrder *order = data;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_TO_ISSUE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, order->session_id);
  ggov_stmt_bind_text (stmt, 2, order->word);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovCertificateRecord certificate = {
        .person_id = ggov_stmt_get_int (stmt, 1),
        .course_id = ggov_stmt_get_int (stmt, 2),
        .issued_on = order->word,
        .valid_to = ggov_stmt_get_text (stmt, 3),
      };

      if (!ggov_change_add_certificate (change, &certificate, ggov_stmt_get_int (stmt, 0), error))
        return FALSE;
    }

  return step == GGOV_DB_DONE;
}

/* On the store's thread. */
static gboolean
add (GgovChange  *change,
     gpointer     data,
     GError     **error)
{
  return ggov_change_add_certificate (change, ggov_certificate_get_record (data), 0, error) != 0;
}

void
ggov_store_list_certificates_async (GgovStore           *self,
                                    gint64               session_id,
                                    const char          *number,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  _ggov_store_call (self, ggov_store_list_certificates_async, list_job,
                    certificate_order_new (session_id, number),
                    (GDestroyNotify) certificate_order_free, cancellable, callback, user_data);
}

GListModel *
ggov_store_list_certificates_finish (GgovStore     *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  rows = g_task_propagate_pointer (G_TASK (result), error);

  return rows ? _ggov_store_take_list (rows, GGOV_TYPE_CERTIFICATE) : NULL;
}

void
ggov_store_issue_certificates_async (GgovStore           *self,
                                     gint64               session_id,
                                     const char          *day,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_return_if_fail (day != NULL);

  ggov_store_change_async (self, N_("Issue training certificates"), "", issue,
                           certificate_order_new (session_id, day),
                           (GDestroyNotify) certificate_order_free, cancellable, callback,
                           user_data);
}

void
ggov_store_add_certificate_async (GgovStore                   *self,
                                  const GgovCertificateRecord *certificate,
                                  GCancellable                *cancellable,
                                  GAsyncReadyCallback          callback,
                                  gpointer                     user_data)
{
  g_return_if_fail (certificate != NULL);
  g_return_if_fail (certificate->issued_on != NULL);

  ggov_store_change_async (self, N_("Write down a training certificate"), "", add,
                           ggov_certificate_new (certificate), g_object_unref, cancellable,
                           callback, user_data);
}
