/* ggov-query-roster.c: the roster, read a few lines at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-query-private.h"
#include "ggov-query-roster.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-roster-words-private.h"

/* Areas are compared by a number: half the time of their codes, in a city. */
#define AREAS \
  "areas AS MATERIALIZED (SELECT id, sub_district_id, code, name, " \
  "row_number () OVER (ORDER BY code) AS n FROM community), nets AS MATERIALIZED (SELECT id, community_id, code, name, " \
  "row_number () OVER (ORDER BY code) AS n FROM grid)"

#define SQL_HEAD "WITH " GGOV_ROSTER_GROUND ", " AREAS " SELECT p.id, p.person_id"

/* What is looked for words; the place's six columns come last. */
#define SQL_WORDS \
  ", n.search_text, n.name, n.phone, r.name, r.name_zh, c.name, g.code, g.name, " \
  GGOV_ROSTER_PLACE_COLUMNS

#define SQL_TAIL \
  " FROM post p JOIN role r ON r.id = p.role_id JOIN person n ON n.id = p.person_id " \
  GGOV_ROSTER_JOIN_PLACE_OF ("ground x ON x.building_id = b.id", "nets", "areas") \
  "WHERE " GGOV_ROSTER_ON_DAY ("p") " AND ($2 IS NULL OR c.id = $2) " \
  "AND ($3 IS NULL OR " GGOV_ROSTER_IS_OF_GRID ("$3") ") " \
  "AND ($4 IS NULL OR r.code = $4 OR r.family = $4) " \
  "AND ($5 IS NULL OR " GGOV_ROSTER_IS_OF_CODE ("$5") ") "

/* The same where nobody asks where a post is. */
#define SQL_ANYWHERE \
  "SELECT p.id, p.person_id FROM post p JOIN role r ON r.id = p.role_id " \
  "JOIN person n ON n.id = p.person_id WHERE " GGOV_ROSTER_ON_DAY ("p") " " \
  "AND $2 IS NULL AND $3 IS NULL AND ($4 IS NULL OR r.code = $4 OR r.family = $4) AND $5 IS NULL "

/* As GGOV_ROSTER_ORDER has it, and the same backwards. */
#define AREA "coalesce (c.n, 0) * 1000000 + coalesce (g.n, 0)"
#define DOOR "o.name NULLS FIRST, o.id, length (b.number), b.number, b.id, u.number"
#define DOOR_DOWN \
  "o.name DESC NULLS LAST, o.id DESC, length (b.number) DESC, b.number DESC, b.id DESC, " \
  "u.number DESC"
#define ROSTER      AREA ", r.sort_order, " DOOR ", n.pinyin, p.id"
#define ROSTER_DOWN AREA " DESC, r.sort_order DESC, " DOOR_DOWN ", n.pinyin DESC, p.id DESC"

/* Who is on leave comes first. */
#define PRESENT "(" GGOV_ROSTER_LEAVE ("p", "v.id") " IS NULL)"

static const struct
{
  gboolean    is_anywhere; /* where a post is makes no difference */
  const char *column;
  const char *up;
  const char *down;
} orders[] = {
  { FALSE, "grid", ROSTER, ROSTER_DOWN },
  { FALSE, "role", "r.sort_order, " ROSTER, "r.sort_order DESC, " ROSTER },
  { TRUE, "name", "n.pinyin, n.name, p.id", "n.pinyin DESC, n.name DESC, p.id" },
  { FALSE, "place", DOOR ", " ROSTER, DOOR_DOWN ", " ROSTER },
  { TRUE, "phone", "n.phone NULLS LAST, p.id", "n.phone DESC NULLS LAST, p.id" },
  { FALSE, "sex", "n.sex, " ROSTER, "n.sex DESC, " ROSTER },
  { FALSE, "since", "p.valid_from, " ROSTER, "p.valid_from DESC, " ROSTER },
  { FALSE, "until", "p.valid_to NULLS LAST, " ROSTER, "p.valid_to DESC NULLS LAST, " ROSTER },
  { FALSE, "presence", "r.presence, " ROSTER, "r.presence DESC, " ROSTER },
  { FALSE, "community", ROSTER, ROSTER_DOWN },
  { FALSE, "grid-code", ROSTER, ROSTER_DOWN },
  { FALSE, "substitute", PRESENT ", " ROSTER, PRESENT " DESC, " ROSTER },
};

#define SQL_ROW \
  "SELECT " GGOV_ROSTER_COLUMNS ("NULL", "NULL") " " \
  "FROM post p JOIN role r ON r.id = p.role_id JOIN person n ON n.id = p.person_id " \
  GGOV_ROSTER_JOIN_SPOT "WHERE p.id = $2"

enum
{
  ID, PERSON_ID, SEARCH_TEXT, NAME, PHONE, ROLE_NAME, ROLE_NAME_ZH, COMMUNITY, GRID_CODE, GRID,
  PLACE,
};

typedef struct
{
  char     *as_of;
  char     *place_code; /* (nullable) */
  gint64    community_id;
  gint64    grid_id;
  char     *role;       /* (nullable) */
  GStrv     typed;      /* (nullable) */
  guint     order;      /* which of the orders */
  gboolean  descending;

  GgovRosterWords *words; /* of what is asked, whatever is typed */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->as_of);
  g_free (self->place_code);
  g_free (self->role);
  g_strfreev (self->typed);
  g_clear_pointer (&self->words, _ggov_roster_words_unref);
  g_free (self);
}

static gboolean
is_anywhere (const Question *self)
{
  return orders[self->order].is_anywhere && self->place_code == NULL &&
         self->community_id == 0 && self->grid_id == 0;
}

/* @sql: all but the order */
static GgovStmt *
prepare_keys (const Question  *self,
              GgovDb          *db,
              const char      *sql,
              guint            limit,
              GError         **error)
{
  g_autofree char *whole = g_strconcat (sql, "ORDER BY ", self->descending ? orders[self->order].down
                                                                           : orders[self->order].up,
                                        " LIMIT $6", NULL);
  GgovStmt *stmt = ggov_db_prepare (db, whole, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, self->as_of);
  ggov_stmt_bind_id (stmt, 2, self->community_id);
  ggov_stmt_bind_id (stmt, 3, self->grid_id);
  ggov_stmt_bind_text (stmt, 4, self->role);
  ggov_stmt_bind_text (stmt, 5, self->place_code);
  ggov_stmt_bind_int (stmt, 6, limit);

  return stmt;
}

static void
add_words (const Question *self,
           GgovStmt       *stmt)
{
  const GgovRowKey key = { ggov_stmt_get_int (stmt, ID), ggov_stmt_get_int (stmt, PERSON_ID) };
  g_autofree char *place = _ggov_roster_dup_place (stmt, PLACE);
  const char *const texts[] = {
    ggov_stmt_get_text (stmt, NAME), ggov_stmt_get_text (stmt, PHONE),
    ggov_role_choose_name (ggov_stmt_get_text (stmt, ROLE_NAME),
                           ggov_stmt_get_text (stmt, ROLE_NAME_ZH)),
    ggov_stmt_get_text (stmt, COMMUNITY), ggov_stmt_get_text (stmt, GRID_CODE),
    ggov_stmt_get_text (stmt, GRID), place,
  };

  _ggov_roster_words_add (self->words, &key, ggov_stmt_get_text (stmt, SEARCH_TEXT), texts,
                          G_N_ELEMENTS (texts));
}

static gboolean
read_words (const Question  *self,
            GgovDb          *db,
            GCancellable    *cancellable,
            GError         **error)
{
  g_autoptr(GgovStmt) stmt = prepare_keys (self, db, SQL_HEAD SQL_WORDS SQL_TAIL, GGOV_QUERY_ALL,
                                           error);
  GgovDbStep step = GGOV_DB_ERROR;

  if (stmt == NULL)
    return FALSE;

  _ggov_roster_words_begin (self->words);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      add_words (self, stmt);
    }
  if (step == GGOV_DB_DONE)
    _ggov_roster_words_end (self->words);

  return step == GGOV_DB_DONE;
}

static gboolean
prepare (gconstpointer   question,
         GgovDb         *db,
         GCancellable   *cancellable,
         GError        **error)
{
  const Question *self = question;
  gboolean is_current = FALSE;

  return _ggov_roster_words_is_current (self->words, db, &is_current, error) &&
         (is_current || read_words (self, db, cancellable, error));
}

static gboolean
step_keys (const Question  *self,
           GgovDb          *db,
           guint            limit,
           GCancellable    *cancellable,
           GArray          *keys,
           GError         **error)
{
  g_autoptr(GgovStmt) stmt = prepare_keys (
    self, db, is_anywhere (self) ? SQL_ANYWHERE : SQL_HEAD SQL_TAIL, limit, error);

  return stmt && _ggov_query_step_keys (stmt, cancellable, keys, error);
}

static gboolean
find_keys (gconstpointer   question,
           GgovDb         *db,
           guint           limit,
           GCancellable   *cancellable,
           GArray         *keys,
           GError        **error)
{
  const Question *self = question;
  gboolean is_current = FALSE;

  if (!_ggov_roster_words_is_current (self->words, db, &is_current, error))
    return FALSE;

  /* Where nobody types anything, the words would not be worth their reading. */
  if (!is_current && self->typed == NULL)
    return step_keys (self, db, limit, cancellable, keys, error);

  if (!is_current && !read_words (self, db, cancellable, error))
    return FALSE;

  _ggov_roster_words_find (self->words, (const char * const *) self->typed, limit, keys);

  return TRUE;
}

static gpointer
read_row (gconstpointer      question,
          GgovDb            *db,
          const GgovRowKey  *key,
          GError           **error)
{
  const Question *self = question;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ROW, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, self->as_of);
  ggov_stmt_bind_int (stmt, 2, key->id);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW ? _ggov_roster_read_row (stmt, 0, NULL) : NULL;
}

static const GgovQueryClass klass = {
  .find_keys = find_keys, .read_row = read_row, .prepare = prepare,
};

static guint
find_order (const char *column)
{
  for (guint i = 0; column && i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].column, column))
      return i;

  if (column)
    g_critical ("the roster has no column “%s”", column);

  return 0;
}

static GgovRosterRow *
make_blank (void)
{
  const GgovRosterRecord nobody = {
    .name = "", .pinyin = "", .sex = "", .sex_label = "", .role_code = "", .role = "",
    .family_code = "", .presence = "", .sub_district = "", .place = "", .since = "",
  };

  return ggov_roster_row_new (&nobody);
}

static gboolean
is_alike (const Question *a,
          const Question *b)
{
  return g_str_equal (a->as_of, b->as_of) && g_strcmp0 (a->place_code, b->place_code) == 0 &&
         a->community_id == b->community_id && a->grid_id == b->grid_id &&
         g_strcmp0 (a->role, b->role) == 0 && a->order == b->order &&
         a->descending == b->descending;
}

static GgovRosterWords *
find_words (const Question *self,
            GgovQuery      *previous)
{
  const Question *other = previous ? _ggov_query_get_question (previous, &klass) : NULL;

  return other && is_alike (self, other) ? _ggov_roster_words_ref (other->words)
                                         : _ggov_roster_words_new ();
}

GgovQuery *
ggov_query_new_roster (const char             *as_of,
                       const GgovRosterFilter *filter,
                       const GgovRosterOrder  *order,
                       GgovQuery              *previous)
{
  Question *question;

  g_return_val_if_fail (as_of != NULL, NULL);

  question = g_new0 (Question, 1);
  question->as_of = g_strdup (as_of);
  question->order = find_order (order ? order->column : NULL);
  question->descending = order && order->descending;
  if (filter)
    {
      question->place_code = g_strdup (filter->place_code);
      question->community_id = filter->community_id;
      question->grid_id = filter->grid_id;
      question->role = g_strdup (filter->role);
      question->typed = _ggov_roster_split_text (filter->text);
    }
  question->words = find_words (question, previous);

  return _ggov_query_new (&klass, question, question_free, make_blank (),
                          question->typed == NULL);
}
