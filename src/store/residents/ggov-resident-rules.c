/* ggov-resident-rules.c: what has to hold before somebody becomes one of a household
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-kinship.h"
#include "ggov-place-label.h"
#include "ggov-residents-private.h"

#define SQL_ELSEWHERE \
  "SELECT n.name, r.moved_in, r.living, " GGOV_RESIDENTS_PLACE_COLUMNS ", d.door FROM residence r " \
  "JOIN person n ON n.id = r.person_id JOIN household h ON h.id = r.household_id " \
  GGOV_RESIDENTS_JOIN_DOOR \
  "WHERE r.person_id = $1 AND (r.moved_out IS NULL OR r.moved_out > $2) " \
  "AND (r.living + $3 = 2 OR r.registered + $4 = 2) ORDER BY r.moved_in LIMIT 1"
#define SQL_HEAD \
  "SELECT n.name, r.moved_in FROM residence r JOIN person n ON n.id = r.person_id " \
  "WHERE r.household_id = $1 AND r.relation = '" GGOV_KINSHIP_HEAD "' " \
  "AND (r.moved_out IS NULL OR r.moved_out > $2) LIMIT 1"
#define SQL_MEMBERS \
  "SELECT r.relation, n.name, n.birth_date, h.kind FROM residence r " \
  "JOIN person n ON n.id = r.person_id JOIN household h ON h.id = r.household_id " \
  "WHERE r.household_id = $1 AND " GGOV_SQL_RESIDES_ON ("r", "$2") " " \
  "ORDER BY r.relation = '" GGOV_KINSHIP_HEAD "' DESC, r.id"

char *
_ggov_residents_dup_place (GgovStmt *stmt,
                           int       column)
{
  return ggov_place_label_dup (ggov_stmt_get_text (stmt, column),
                               ggov_stmt_get_text (stmt, column + 1),
                               ggov_stmt_get_text (stmt, column + 2),
                               ggov_stmt_get_int (stmt, column + 3));
}

char *
_ggov_residents_dup_door (GgovStmt *stmt,
                          int       column)
{
  g_autofree char *place = _ggov_residents_dup_place (stmt, column);

  return ggov_place_label_dup_door (place, ggov_stmt_get_text (stmt, column + 4));
}

gboolean
_ggov_residents_refuse (GError **error,
                        char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return FALSE;
}

GgovStmt *
_ggov_residents_find (GgovDb      *db,
                      const char  *sql,
                      gint64       id,
                      const char  *day,
                      const char  *missing,
                      GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);
  if (day)
    ggov_stmt_bind_text (stmt, 2, day);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    return g_steal_pointer (&stmt);

  if (step == GGOV_DB_DONE)
    _ggov_residents_refuse (error, g_strdup (missing));

  return NULL;
}

static gboolean
check_elsewhere (GgovDb      *db,
                 gint64       person_id,
                 gboolean     registered,
                 gboolean     living,
                 const char  *day,
                 GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ELSEWHERE, error);
  g_autofree char *door = NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, person_id);
  ggov_stmt_bind_text (stmt, 2, day);
  ggov_stmt_bind_int (stmt, 3, living);
  ggov_stmt_bind_int (stmt, 4, registered);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  door = _ggov_residents_dup_door (stmt, 3);
  if (living && ggov_stmt_get_int (stmt, 2))
    /* Translators: a person, a door, and a day */
    return _ggov_residents_refuse (error, g_strdup_printf (
      _("%1$s lives at %2$s since %3$s. Let them move out there first."),
      ggov_stmt_get_text (stmt, 0), door, ggov_stmt_get_text (stmt, 1)));

  /* Translators: a person, a door, and a day */
  return _ggov_residents_refuse (error, g_strdup_printf (
    _("%1$s is registered at %2$s since %3$s. End that first, or let them live here without being "
      "registered here."), ggov_stmt_get_text (stmt, 0), door, ggov_stmt_get_text (stmt, 1)));
}

static gboolean
check_head (GgovDb      *db,
            gint64       household_id,
            const char  *day,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_HEAD, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, household_id);
  ggov_stmt_bind_text (stmt, 2, day);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a person and a day */
  return _ggov_residents_refuse (error, g_strdup_printf (
    _("%1$s is the head of this household since %2$s. A household has one head: change the head "
      "instead."), ggov_stmt_get_text (stmt, 0), ggov_stmt_get_text (stmt, 1)));
}

gboolean
_ggov_residents_check_residence (GgovDb      *db,
                                 gint64       person_id,
                                 gint64       household_id,
                                 const char  *relation,
                                 gboolean     registered,
                                 gboolean     living,
                                 const char  *day,
                                 GError     **error)
{
  if (!registered && !living)
    return _ggov_residents_refuse (error, g_strdup (
      _("Say whether they live here, are registered here, or both.")));

  return check_elsewhere (db, person_id, registered, living, day, error) &&
         (!ggov_kinship_is_head (relation) || check_head (db, household_id, day, error));
}

/* @head: who and when born, as are the next two of the other */
static gboolean
refuse_kin (const char  *relation,
            const char  *head,
            const char  *head_birth_date,
            const char  *name,
            const char  *birth_date,
            GError     **error)
{
  const gboolean is_elder = *relation == '5' || *relation == '6';

  /* Translators: the child and its birth date, then the parent and its birth date */
  return _ggov_residents_refuse (error, g_strdup_printf (
    _("%1$s, born on %2$s, cannot be a child of %3$s, born on %4$s. Put one of the dates or how they "
      "are related right."),
    is_elder ? head : name, is_elder ? head_birth_date : birth_date, is_elder ? name : head,
    is_elder ? birth_date : head_birth_date));
}

gboolean
_ggov_residents_check_household (GgovDb      *db,
                                 gint64       household_id,
                                 const char  *day,
                                 GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_MEMBERS, error);
  g_autofree char *head = NULL;
  g_autofree char *head_birth_date = NULL;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, household_id);
  ggov_stmt_bind_text (stmt, 2, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const char *relation = ggov_stmt_get_text (stmt, 0);

      if (head == NULL && !ggov_kinship_is_head (relation))
        return g_strcmp0 (ggov_stmt_get_text (stmt, 3), "collective") == 0 ||
               _ggov_residents_refuse (error, g_strdup (
                 _("This household would have no head. Say who of it is the head.")));

      if (head == NULL)
        {
          head = g_strdup (ggov_stmt_get_text (stmt, 1));
          head_birth_date = g_strdup (ggov_stmt_get_text (stmt, 2));
        }
      else if (!ggov_kinship_fits (relation, ggov_stmt_get_text (stmt, 2), head_birth_date))
        return refuse_kin (relation, head, head_birth_date, ggov_stmt_get_text (stmt, 1),
                           ggov_stmt_get_text (stmt, 2), error);
    }

  return step == GGOV_DB_DONE;
}
