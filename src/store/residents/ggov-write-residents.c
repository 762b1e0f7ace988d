/* ggov-write-residents.c: writing the register of residents, many rows at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-change-private.h"
#include "ggov-write-residents.h"

#define MOST_COLUMNS  16
#define AT_ONCE       24 /* rows of a statement: more of them are hardly quicker */
#define SQL_GROUP     "SELECT id FROM special_group WHERE code = $1"

#define WORDS(name, text) GGOV_TEXT (name, (text) ? (text) : "")

/* Makes the columns of one row. Returns how many. */
typedef guint (*FillFunc) (GgovColumn    *columns,
                           gconstpointer  row);

#define FILL(...) \
  const GgovColumn made[] = { __VA_ARGS__ }; \
  G_STATIC_ASSERT (G_N_ELEMENTS (made) <= MOST_COLUMNS); \
  memcpy (columns, made, sizeof made); \
  return G_N_ELEMENTS (made)

static guint
fill_dwelling (GgovColumn    *columns,
               gconstpointer  data)
{
  const GgovDwellingRow *row = data;

  FILL (GGOV_ID ("unit_id", row->unit_id), GGOV_TEXT ("door", row->door));
}

static guint
fill_household (GgovColumn    *columns,
                gconstpointer  data)
{
  const GgovHouseholdRow *row = data;

  FILL (GGOV_ID ("dwelling_id", row->dwelling_id),
        GGOV_TEXT ("kind", row->kind ? row->kind : "family"), WORDS ("number", row->number),
        GGOV_TEXT ("formed_on", row->formed_on), GGOV_TEXT ("ended_on", row->ended_on));
}

static guint
fill_event (GgovColumn    *columns,
            gconstpointer  data)
{
  const GgovRegisterEventRow *row = data;

  FILL (GGOV_TEXT ("kind", row->kind), GGOV_TEXT ("day", row->day),
        GGOV_ID ("person_id", row->person_id), GGOV_ID ("household_id", row->household_id),
        GGOV_ID ("to_household_id", row->to_household_id), WORDS ("elsewhere", row->elsewhere),
        WORDS ("reason", row->reason), WORDS ("report", row->report));
}

static guint
fill_residence (GgovColumn    *columns,
                gconstpointer  data)
{
  const GgovResidenceRow *row = data;

  FILL (GGOV_ID ("person_id", row->person_id), GGOV_ID ("household_id", row->household_id),
        WORDS ("relation", row->relation), GGOV_INT ("registered", row->registered),
        GGOV_INT ("living", row->living), GGOV_TEXT ("moved_in", row->moved_in),
        GGOV_TEXT ("moved_out", row->moved_out), GGOV_ID ("in_event_id", row->in_event_id),
        GGOV_ID ("out_event_id", row->out_event_id));
}

static guint
fill_resident (GgovColumn    *columns,
               gconstpointer  data)
{
  const GgovResidentRow *row = data;

  FILL (GGOV_ID ("person_id", row->person_id), WORDS ("identity_kind", row->identity_kind),
        GGOV_TEXT ("identity_number", row->identity_number),
        WORDS ("ethnic_group", row->ethnic_group), WORDS ("marital_status", row->marital_status),
        WORDS ("political_status", row->political_status), WORDS ("education", row->education),
        WORDS ("work_status", row->work_status), WORDS ("health", row->health),
        WORDS ("residence_type", row->residence_type),
        GGOV_TEXT ("fields", row->fields ? row->fields : "{}"),
        GGOV_INT ("required_filled", row->required_filled),
        GGOV_INT ("optional_filled", row->optional_filled),
        GGOV_TEXT ("confirmed_on", row->confirmed_on), GGOV_TEXT ("died_on", row->died_on),
        WORDS ("purpose", row->purpose));
}

static guint
fill_membership (GgovColumn    *columns,
                 gconstpointer  data)
{
  const GgovMembershipRow *row = data;

  FILL (GGOV_ID ("person_id", row->person_id), GGOV_ID ("group_id", row->group_id),
        GGOV_TEXT ("valid_from", row->valid_from), GGOV_TEXT ("valid_to", row->valid_to),
        GGOV_ID ("responsible_id", row->responsible_id), GGOV_ID ("every_days", row->every_days),
        WORDS ("source", row->source), WORDS ("note", row->note));
}

static guint
fill_visit (GgovColumn    *columns,
            gconstpointer  data)
{
  const GgovVisitRow *row = data;

  FILL (GGOV_ID ("dwelling_id", row->dwelling_id), GGOV_ID ("household_id", row->household_id),
        GGOV_ID ("person_id", row->person_id), GGOV_ID ("visitor_id", row->visitor_id),
        GGOV_TEXT ("day", row->day), GGOV_TEXT ("outcome", row->outcome),
        GGOV_INT ("confirmed", row->confirmed), WORDS ("found", row->found),
        GGOV_ID ("issue_id", row->issue_id));
}

/* What is the same for all of them. */
typedef struct
{
  const char *table;
  FillFunc    fill;
  gsize       row_size;
} Kind;

static gboolean
add_some (GgovChange     *change,
          const Kind     *kind,
          const guint8   *rows,
          guint           n,
          gint64         *ids,
          GError        **error)
{
  GgovColumn columns[MOST_COLUMNS * AT_ONCE];
  guint n_columns = 0;

  for (guint i = 0; i < n; i++)
    n_columns = kind->fill (columns + i * n_columns, rows + i * kind->row_size);

  return _ggov_change_insert_rows (change, kind->table, columns, n_columns, n, ids, error);
}

/* The rows of one statement are always as many, but for the last few, which are one each: each other
 * number would be a statement to be kept. */
static gboolean
add (GgovChange     *change,
     const Kind     *kind,
     gconstpointer   rows,
     guint           n,
     gint64         *ids,
     GError        **error)
{
  gint64 own[AT_ONCE];

  for (guint i = 0, some; i < n; i += some)
    {
      some = n - i >= AT_ONCE ? AT_ONCE : 1;
      if (!add_some (change, kind, (const guint8 *) rows + i * kind->row_size, some,
                     ids ? ids + i : own, error))
        return FALSE;
    }

  return TRUE;
}

#define DEFINE_ADD(name, Row, table, fill) \
  gboolean \
  name (GgovChange *change, const Row *rows, guint n, gint64 *ids, GError **error) \
  { \
    static const Kind kind = { table, fill, sizeof (Row) }; \
    return add (change, &kind, rows, n, ids, error); \
  }

DEFINE_ADD (ggov_change_add_dwellings, GgovDwellingRow, "dwelling", fill_dwelling)
DEFINE_ADD (ggov_change_add_households, GgovHouseholdRow, "household", fill_household)
DEFINE_ADD (ggov_change_add_register_events, GgovRegisterEventRow, "register_event", fill_event)
DEFINE_ADD (ggov_change_add_residences, GgovResidenceRow, "residence", fill_residence)
DEFINE_ADD (ggov_change_add_residents, GgovResidentRow, "resident", fill_resident)
DEFINE_ADD (ggov_change_add_memberships, GgovMembershipRow, "resident_group", fill_membership)
DEFINE_ADD (ggov_change_add_visits, GgovVisitRow, "visit", fill_visit)

gint64
ggov_change_find_special_group (GgovChange  *change,
                                const char  *code,
                                GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_GROUP, error);
  GgovDbStep step;

  if (stmt == NULL)
    return 0;

  ggov_stmt_bind_text (stmt, 1, code);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no special group “%s”", code);

  return step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;
}
