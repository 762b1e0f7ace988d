/* ggov-write-certificates.c: writing certificates, each with a number of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-local-time.h"
#include "ggov-role.h"
#include "ggov-training-private.h"
#include "ggov-write-training.h"

/* The office's own numbers: PX2026-0001. */
#define PREFIX "PX"

#define SQL_NUMBERS \
  "SELECT number FROM training_certificate WHERE substr (number, 1, $2) = $1 " \
  "ORDER BY length (number) DESC, number DESC"
#define SQL_SAME_NUMBER \
  "SELECT n.name, c.name, c.name_zh FROM training_certificate t JOIN person n ON n.id = t.person_id " \
  "JOIN course c ON c.id = t.course_id WHERE t.number = $1"
#define SQL_COURSE "SELECT months FROM course WHERE id = $1"

/* (transfer full): one more than the highest of the year */
static char *
dup_next_number (GgovChange  *change,
                 const char  *day,
                 GError     **error)
{
  g_autofree char *prefix = g_strdup_printf (PREFIX "%.4s-", day);
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_NUMBERS, error);
  GgovDbStep step;
  guint64 last = 0;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, prefix);
  ggov_stmt_bind_int (stmt, 2, (gint64) strlen (prefix));

  /* Somebody may have written one by hand that only begins like these. */
  while (last == 0 && (step = ggov_stmt_step (stmt, error)) != GGOV_DB_DONE)
    if (step == GGOV_DB_ERROR)
      return NULL;
    else if (!g_ascii_string_to_unsigned (ggov_stmt_get_text (stmt, 0) + strlen (prefix), 10, 1,
                                          G_MAXUINT32, &last, NULL))
      last = 0;

  return g_strdup_printf ("%s%04" G_GUINT64_FORMAT, prefix, last + 1);
}

static gboolean
check_number (GgovChange  *change,
              const char  *number,
              GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_SAME_NUMBER, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, number);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: the number of a certificate, a person, a course */
  return _ggov_training_refuse (error, g_strdup_printf (
    _("The number %1$s is that of the certificate of %2$s for “%3$s”. Use another."), number,
    ggov_stmt_get_text (stmt, 0), GGOV_TRAINING_COURSE_NAME (stmt, 1)));
}

static gboolean
check_days (const char  *issued_on,
            const char  *valid_to,
            GError     **error)
{
  int day;

  if (!ggov_local_day_parse (issued_on, &day, error) ||
      (valid_to && !ggov_local_day_parse (valid_to, &day, error)))
    return FALSE;

  if (valid_to == NULL || strcmp (issued_on, valid_to) <= 0)
    return TRUE;

  /* Translators: two days */
  return _ggov_training_refuse (error, g_strdup_printf (
    _("The certificate would be good until %1$s, before it is issued on %2$s. Choose a later last "
      "day."), valid_to, issued_on));
}

gint64
ggov_change_add_certificate (GgovChange                   *change,
                             const GgovCertificateRecord  *certificate,
                             gint64                        attendance_id,
                             GError                      **error)
{
  g_autoptr(GgovStmt) course = _ggov_training_find_row (change->db, SQL_COURSE,
                                                        certificate->course_id, "course", error);
  gboolean is_blank = certificate->number == NULL ||
                      certificate->number[strspn (certificate->number, " ")] == '\0';
  g_autofree char *number = NULL;
  g_autofree char *end = NULL;

  if (course == NULL)
    return 0;

  number = is_blank ? dup_next_number (change, certificate->issued_on, error)
                    : g_strstrip (g_strdup (certificate->number));
  end = certificate->valid_to ? g_strdup (certificate->valid_to)
                              : _ggov_training_dup_end (certificate->issued_on,
                                                        ggov_stmt_get_int (course, 0));
  if (number == NULL || !check_number (change, number, error) ||
      !check_days (certificate->issued_on, end, error))
    return 0;

  ggov_change_set_subject (change, number);

  return _ggov_change_insert (change, "training_certificate", (const GgovColumn[]) {
    GGOV_TEXT ("number", number),
    GGOV_ID ("person_id", certificate->person_id),
    GGOV_ID ("course_id", certificate->course_id),
    GGOV_ID ("attendance_id", attendance_id),
    GGOV_TEXT ("issuer", certificate->issuer ? certificate->issuer : ""),
    GGOV_TEXT ("issued_on", certificate->issued_on),
    GGOV_TEXT ("valid_to", end),
  }, 7, error);
}
