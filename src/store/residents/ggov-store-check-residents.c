/* ggov-store-check-residents.c: does the register keep to its rules
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-store-check-private.h"

#define LAST(residence) "coalesce (" residence ".moved_out, '9999-12-31')"
#define MEET(a, b) a ".moved_in < " LAST (b) " AND " b ".moved_in < " LAST (a)

#define SQL_TWICE \
  "SELECT DISTINCT CAST (a.person_id AS TEXT) FROM residence a " \
  "JOIN residence b ON b.person_id = a.person_id AND b.id > a.id AND " MEET ("a", "b") " " \
  "WHERE a.living + b.living = 2 OR a.registered + b.registered = 2 ORDER BY 1"
#define SQL_HEADS \
  "SELECT DISTINCT CAST (a.household_id AS TEXT) FROM residence a " \
  "JOIN residence b ON b.household_id = a.household_id AND b.id > a.id AND " MEET ("a", "b") " " \
  "WHERE a.relation = '02' AND b.relation = '02' ORDER BY 1"
#define SQL_HEADLESS \
  "SELECT CAST (h.id AS TEXT) FROM household h WHERE h.kind = 'family' AND EXISTS (SELECT 1 " \
  "FROM residence r WHERE r.household_id = h.id AND r.moved_out IS NULL) AND NOT EXISTS (SELECT 1 " \
  "FROM residence r WHERE r.household_id = h.id AND r.moved_out IS NULL AND r.relation = '02') " \
  "ORDER BY h.id"
#define SQL_OUTSIDE \
  "SELECT DISTINCT CAST (h.id AS TEXT) FROM residence r JOIN household h ON h.id = r.household_id " \
  "WHERE r.moved_in < h.formed_on OR (h.ended_on IS NOT NULL AND " LAST ("r") " > h.ended_on) " \
  "ORDER BY 1"
#define SQL_KIN \
  "SELECT DISTINCT CAST (r.household_id AS TEXT) FROM residence r JOIN person n ON n.id = r.person_id " \
  "JOIN residence q ON q.household_id = r.household_id AND q.relation = '02' AND " MEET ("r", "q") " " \
  "JOIN person w ON w.id = q.person_id WHERE r.relation <> '02' " \
  "AND r.relation NOT IN ('27', '28', '37', '38', '45', '46', '53', '54', '55', '56', '57', '58', " \
  "'65', '68') AND ((substr (r.relation, 1, 1) IN ('2', '3', '4') AND n.birth_date <= w.birth_date) " \
  "OR (substr (r.relation, 1, 1) IN ('5', '6') AND n.birth_date >= w.birth_date)) ORDER BY 1"
#define SQL_DEAD \
  "SELECT CAST (m.person_id AS TEXT) FROM resident m JOIN residence r ON r.person_id = m.person_id " \
  "WHERE m.died_on IS NOT NULL AND " LAST ("r") " > m.died_on ORDER BY m.person_id"
#define SQL_HOME \
  "SELECT CAST (r.person_id AS TEXT) FROM residence r JOIN household h ON h.id = r.household_id " \
  "JOIN dwelling d ON d.id = h.dwelling_id JOIN person n ON n.id = r.person_id " \
  "WHERE r.living = 1 AND r.moved_out IS NULL AND n.unit_id IS DISTINCT FROM d.unit_id " \
  "ORDER BY r.person_id"
#define SQL_UNKNOWN \
  "SELECT DISTINCT CAST (r.person_id AS TEXT) FROM residence r " \
  "LEFT JOIN resident m ON m.person_id = r.person_id WHERE m.id IS NULL ORDER BY 1"
#define SQL_MERGED \
  "SELECT CAST (m.person_id AS TEXT) FROM resident m JOIN person n ON n.id = m.person_id " \
  "WHERE n.merged_into_id IS NOT NULL ORDER BY m.person_id"
#define SQL_VISITS \
  "SELECT CAST (v.id AS TEXT) FROM visit v JOIN household h ON h.id = v.household_id " \
  "WHERE v.dwelling_id <> h.dwelling_id OR v.day < h.formed_on ORDER BY v.id"
#define SQL_GROUPS \
  "SELECT DISTINCT CAST (a.person_id AS TEXT) FROM resident_group a JOIN resident_group b " \
  "ON b.person_id = a.person_id AND b.group_id = a.group_id AND b.id > a.id " \
  "AND b.valid_from <= coalesce (a.valid_to, '9999-12-31') " \
  "AND a.valid_from <= coalesce (b.valid_to, '9999-12-31') ORDER BY 1"

#define SQL_STOPS \
  "SELECT CAST (s.id AS TEXT) FROM visit_stop s JOIN visit v ON v.id = s.visit_id " \
  "WHERE v.household_id IS DISTINCT FROM s.household_id " \
  "OR (s.person_id IS NOT NULL AND v.person_id IS DISTINCT FROM s.person_id) ORDER BY s.id"
#define SQL_ROUNDS \
  "SELECT CAST (q.id AS TEXT) FROM visit_round q WHERE NOT EXISTS (SELECT 1 FROM visit_stop s " \
  "WHERE s.round_id = q.id) ORDER BY q.id"

static const struct
{
  const char *sql;
  const char *sentence;
} rules[] = {
  { SQL_TWICE, N_("This person lives or is registered at two doors on the same days.") },
  { SQL_HEADS, N_("This household has two heads on the same days.") },
  { SQL_HEADLESS, N_("This household has no head. Say who of it is the head.") },
  { SQL_OUTSIDE, N_("Somebody is of this household before it was there or after it was no more.") },
  { SQL_KIN, N_("A child in this household is older than its parent.") },
  { SQL_DEAD, N_("This person died and still lives somewhere.") },
  { SQL_HOME, N_("The home of this person is not where the register says that they live.") },
  { SQL_UNKNOWN, N_("This person lives somewhere and is not in the register.") },
  { SQL_MERGED, N_("Something is left in the register with a record that was merged into another.") },
  { SQL_VISITS, N_("This visit was not at the door of its household, or before it was there.") },
  { SQL_GROUPS, N_("This person is in a special group twice on the same days.") },
  { SQL_STOPS, N_("The visit entered for this line of a visit sheet was to somebody else.") },
  { SQL_ROUNDS, N_("There is nobody on this visit sheet.") },
};

gboolean
_ggov_check_residents (GgovDb     *db,
                       GPtrArray  *findings,
                       GError    **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!_ggov_check_rows (db, "residents", rules[i].sql, _(rules[i].sentence), findings, error))
      return FALSE;

  return TRUE;
}
