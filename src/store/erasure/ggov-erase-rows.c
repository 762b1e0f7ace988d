/* ggov-erase-rows.c: nothing is left of somebody, row by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-erase-private.h"

#define NOBODY "—" /* a name that is none */

/* What becomes of the rows of a table that a statement answers for $1: they go, or these columns are
 * emptied. NULL for a column's text is none. */
typedef struct
{
  const char *table;
  const char *sql;
  gboolean    goes;
  GgovColumn  columns[8];
  guint       n_columns;
} Rule;

#define OF_PERSON(table) "SELECT id FROM " table " WHERE person_id = $1"
#define GOES(table) { table, OF_PERSON (table), TRUE, { { NULL } }, 0 }

static const Rule rules[] = {
  /* The doors that were theirs alone: first, while it is known which. */
  { "visit", "SELECT v.id FROM visit v WHERE v.person_id = $1 OR (EXISTS (SELECT 1 FROM residence r "
    "WHERE r.household_id = v.household_id AND r.person_id = $1) AND NOT EXISTS (SELECT 1 "
    "FROM residence r WHERE r.household_id = v.household_id AND r.person_id <> $1))", FALSE,
    { GGOV_ID ("person_id", 0), GGOV_TEXT ("found", "") }, 2 },
  { "household", "SELECT h.id FROM household h WHERE EXISTS (SELECT 1 FROM residence r "
    "WHERE r.household_id = h.id AND r.person_id = $1) AND NOT EXISTS (SELECT 1 FROM residence r "
    "WHERE r.household_id = h.id AND r.person_id <> $1)", FALSE,
    { GGOV_TEXT ("number", ""), GGOV_TEXT ("fields", "{}") }, 2 },
  { "visit_stop", OF_PERSON ("visit_stop"), FALSE, { GGOV_ID ("person_id", 0) }, 1 },
  GOES ("residence"),
  GOES ("resident_group"),
  GOES ("disclosure"),
  GOES ("resident"),
  { "person_distinct", "SELECT id FROM person_distinct WHERE first_id = $1 OR second_id = $1", TRUE,
    { { NULL } }, 0 },
  { "register_event", OF_PERSON ("register_event"), FALSE,
    { GGOV_ID ("person_id", 0), GGOV_TEXT ("elsewhere", ""), GGOV_TEXT ("reason", ""),
      GGOV_TEXT ("report", "") }, 4 },
  { "issue_reporter", OF_PERSON ("issue_reporter"), FALSE,
    { GGOV_TEXT ("name", ""), GGOV_TEXT ("phone", ""), GGOV_TEXT ("note", "") }, 3 },
  { "legacy_person", OF_PERSON ("legacy_person"), FALSE,
    { GGOV_TEXT ("name", NOBODY), GGOV_TEXT ("phone", NULL) }, 2 },
  { "dispute_party", OF_PERSON ("dispute_party"), FALSE,
    { GGOV_TEXT ("name", ""), GGOV_TEXT ("phone", ""), GGOV_TEXT ("address", ""),
      GGOV_TEXT ("statement", "") }, 4 },
  { "person", "SELECT id FROM person WHERE id = $1", FALSE,
    { GGOV_TEXT ("name", NOBODY), GGOV_TEXT ("pinyin", ""), GGOV_TEXT ("sex", "0"),
      GGOV_TEXT ("birth_date", NULL), GGOV_TEXT ("phone", NULL), GGOV_ID ("organisation_id", 0),
      GGOV_ID ("unit_id", 0), GGOV_TEXT ("search_text", NULL) }, 8 },
};

/* The images of rows that are there no more name the person as well: 12 is not 120. */
#define NAMES(image) "(r." image " LIKE $2 OR r." image " LIKE $3)"
#define SQL_IMAGES \
  "UPDATE change_row SET before = NULL, after = NULL, salt = NULL WHERE id IN (" \
  "SELECT r.id FROM change_row t JOIN change_row r ON r.table_name = t.table_name " \
  "AND r.row_id = t.row_id WHERE t.change_id = $1)"
#define SQL_OLD_IMAGES \
  "UPDATE change_row SET before = NULL, after = NULL, salt = NULL WHERE id IN (" \
  "SELECT r.id FROM change_row r WHERE (r.table_name IN ('resident', 'residence') " \
  "OR r.table_name IN ('resident_group', 'disclosure') OR r.table_name IN ('visit', 'visit_stop') " \
  "OR r.table_name IN ('register_event', 'issue_reporter') " \
  "OR r.table_name IN ('legacy_person', 'dispute_party')) " \
  "AND (" NAMES ("before") " OR " NAMES ("after") ")) OR (table_name = 'person' AND row_id = $1)"

static GArray *
list_rows (GgovDb      *db,
           const char  *sql,
           gint64       id,
           GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);

  return ggov_stmt_list_ints (stmt, error);
}

static gboolean
apply_rule (GgovChange  *change,
            const Rule  *rule,
            gint64       person_id,
            GError     **error)
{
  g_autoptr(GArray) rows = list_rows (change->db, rule->sql, person_id, error);

  for (guint i = 0; rows && i < rows->len; i++)
    {
      const gint64 id = g_array_index (rows, gint64, i);

      if (!(rule->goes ? _ggov_change_delete (change, rule->table, id, error)
                       : _ggov_change_update (change, rule->table, id, -1, rule->columns,
                                              rule->n_columns, error)))
        return FALSE;
    }

  return rows != NULL;
}

gboolean
_ggov_erase_rows (GgovChange  *change,
                  GArray      *ids,
                  GError     **error)
{
  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
      if (!apply_rule (change, &rules[j], g_array_index (ids, gint64, i), error))
        return FALSE;

  return TRUE;
}

static gboolean
forget_old (GgovChange  *change,
            gint64       person_id,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_OLD_IMAGES, error);
  g_autofree char *within = g_strdup_printf ("%%\"person_id\":%" G_GINT64_FORMAT ",%%", person_id);
  g_autofree char *last = g_strdup_printf ("%%\"person_id\":%" G_GINT64_FORMAT "}", person_id);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, person_id);
  ggov_stmt_bind_text (stmt, 2, within);
  ggov_stmt_bind_text (stmt, 3, last);

  return ggov_stmt_run (stmt, error);
}

gboolean
_ggov_erase_images (GgovChange  *change,
                    GArray      *ids,
                    GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_IMAGES, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, change->id);
  if (!ggov_stmt_run (stmt, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (!forget_old (change, g_array_index (ids, gint64, i), error))
      return FALSE;

  return TRUE;
}
