/* ggov-query-training-gaps.c: who lacks a course that a post requires, read a few lines at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-local-time.h"
#include "ggov-query-private.h"
#include "ggov-query-training-gaps.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"
#include "ggov-training-private.h"

/* A key is made of the numbers of a person and a course. */
#define COURSES (1 << 20)

/* $1 the day, $2 the last day that is soon. */
#define GAPS \
  GGOV_TRAINING_LEARNT ", " \
  "gap AS MATERIALIZED (SELECT p.id AS post_id, p.person_id, q.course_id, l.until " \
  "FROM course_role q JOIN course e ON e.id = q.course_id " \
  "AND (e.valid_to IS NULL OR e.valid_to >= $1) JOIN post p ON p.role_id = q.role_id " \
  "AND " GGOV_ROSTER_ON_DAY ("p") " LEFT JOIN learnt l ON l.person_id = p.person_id " \
  "AND l.course_id = q.course_id WHERE " GGOV_ROSTER_ON_DAY ("q") " " \
  "AND (l.until IS NULL OR l.until < $1 OR l.until <= $2))"

#define WHERE \
  "WHERE ($3 IS NULL OR c.id = $3) AND ($4 IS NULL OR " GGOV_ROSTER_IS_OF_GRID ("$4") ") " \
  "AND ($5 IS NULL OR " GGOV_ROSTER_IS_OF_CODE ("$5") ") " \
  "AND ($6 IS NULL OR r.code = $6 OR r.family = $6) " \
  "AND ($7 IS NULL OR f.course_id = $7) AND ($8 IS NULL OR f.person_id = $8) "

/* One row for each person and course: that of the first of the posts that fit. */
#define SQL_KEYS \
  "WITH " GGOV_ROSTER_GROUND ", " GAPS ", line AS (SELECT f.person_id * 1048576 + f.course_id AS key, " \
  "p.id AS post_id, f.until, n.name AS person, n.pinyin, n.search_text, n.phone, r.name AS role, " \
  "r.name_zh AS role_zh, r.sort_order AS role_order, e.sort_order AS course_order, e.id AS course_id, " \
  "c.code AS community_code, c.name AS community, g.code AS grid_code, g.name AS grid, " \
  "o.name AS compound, o.id AS compound_id, b.id AS building_id, b.number, b.name AS building, " \
  "u.number AS unit, s.name AS sub_district, row_number () OVER (PARTITION BY f.person_id, " \
  "f.course_id ORDER BY r.sort_order, p.id) AS n FROM gap f JOIN post p ON p.id = f.post_id " \
  "JOIN role r ON r.id = p.role_id JOIN person n ON n.id = p.person_id " \
  "JOIN course e ON e.id = f.course_id " GGOV_ROSTER_JOIN_PLACE WHERE ") " \
  "SELECT x.key, x.post_id, x.search_text, x.person, x.phone, x.role, x.role_zh, x.community, " \
  "x.grid_code, x.grid, x.building_id IS NOT NULL, x.compound, x.number, x.building, x.unit, " \
  "coalesce (x.grid, x.community, x.sub_district, '') FROM line x WHERE x.n = 1 ORDER BY "
enum
{
  KEY, POST_ID, SEARCH_TEXT, PERSON, PHONE, ROLE, ROLE_ZH, COMMUNITY, GRID_CODE, GRID, PLACE,
};

#define PLACE_ORDER \
  "x.community_code NULLS FIRST, x.grid_code NULLS FIRST, x.role_order, x.compound NULLS FIRST, " \
  "x.compound_id, length (x.number), x.number, x.building_id, x.unit, x.pinyin, x.course_order, x.key"

static const struct
{
  const char *column;
  const char *up;
  const char *down;
} orders[] = {
  { "grid", PLACE_ORDER,
    "x.community_code DESC NULLS LAST, x.grid_code DESC NULLS LAST, " PLACE_ORDER },
  { "name", "x.pinyin, x.person, x.key", "x.pinyin DESC, x.person DESC, x.key" },
  { "role", "x.role_order, " PLACE_ORDER, "x.role_order DESC, " PLACE_ORDER },
  { "course", "x.course_order, x.course_id, " PLACE_ORDER,
    "x.course_order DESC, x.course_id DESC, " PLACE_ORDER },
  { "until", "x.until NULLS FIRST, " PLACE_ORDER, "x.until DESC NULLS LAST, " PLACE_ORDER },
};

/* $3 the person, $4 the course, $5 the first post, $6 the end of the day. */
#define SQL_ROW \
  "SELECT n.id, e.id, p.id, (SELECT count (*) FROM post v JOIN course_role q " \
  "ON q.role_id = v.role_id AND q.course_id = $4 AND " GGOV_ROSTER_ON_DAY ("q") " " \
  "WHERE v.person_id = $3 AND " GGOV_ROSTER_ON_DAY ("v") "), g.id, i.id, i.starts_at, " \
  "(SELECT max (coalesce (l.valid_to, '9999-12-31')) FROM (" \
  "SELECT a.valid_to FROM training_attendance a JOIN training_session t ON t.id = a.session_id " \
  "WHERE a.person_id = $3 AND t.course_id = $4 AND a.passed = 1 AND a.attended_on <= $1 UNION ALL " \
  "SELECT k.valid_to FROM training_certificate k WHERE k.person_id = $3 AND k.course_id = $4 " \
  "AND k.issued_on <= $1) l), n.name, n.phone, r.code, r.name, r.name_zh, c.name, g.code, g.name, " \
  "e.code, e.name, e.name_zh, " GGOV_ROSTER_PLACE_COLUMNS " FROM post p JOIN role r ON r.id = p.role_id " \
  "JOIN person n ON n.id = p.person_id JOIN course e ON e.id = $4 " GGOV_ROSTER_JOIN_SPOT \
  "LEFT JOIN training_session i ON i.id = (SELECT t.id FROM training_session t " \
  "JOIN training_attendance a ON a.session_id = t.id AND a.person_id = $3 AND a.state = 'invited' " \
  "WHERE t.course_id = $4 AND t.starts_at >= $6 AND t.called_off IS NULL " \
  "ORDER BY t.starts_at, t.id LIMIT 1) WHERE p.id = $5 AND p.person_id = $3"
enum
{
  R_PERSON_ID, R_COURSE_ID, R_POST_ID, R_POSTS, R_GRID_ID, R_SESSION_ID, R_STARTS_AT, R_UNTIL,
  R_PERSON, R_PHONE, R_ROLE_CODE, R_ROLE, R_ROLE_ZH, R_COMMUNITY, R_GRID_CODE, R_GRID, R_COURSE_CODE,
  R_COURSE, R_COURSE_ZH, R_PLACE,
};

typedef struct
{
  char     *as_of;
  char     *soon;       /* the last day that is */
  gint64    day_start;  /* of the day asked about */
  gint64    community_id;
  gint64    grid_id;
  char     *place_code; /* (nullable) */
  char     *role;       /* (nullable) */
  gint64    course_id;
  gint64    person_id;
  GStrv     typed;      /* (nullable) */
  guint     order;      /* which of the orders */
  gboolean  descending;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->as_of);
  g_free (self->soon);
  g_free (self->place_code);
  g_free (self->role);
  g_strfreev (self->typed);
  g_free (self);
}

static GgovStmt *
prepare_keys (const Question  *self,
              GgovDb          *db,
              GError         **error)
{
  g_autofree char *sql = g_strconcat (SQL_KEYS, self->descending ? orders[self->order].down
                                                                 : orders[self->order].up, NULL);
  GgovStmt *stmt = ggov_db_prepare (db, sql, error);

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_text (stmt, 1, self->as_of);
  ggov_stmt_bind_text (stmt, 2, self->soon);
  ggov_stmt_bind_id (stmt, 3, self->community_id);
  ggov_stmt_bind_id (stmt, 4, self->grid_id);
  ggov_stmt_bind_text (stmt, 5, self->place_code);
  ggov_stmt_bind_text (stmt, 6, self->role);
  ggov_stmt_bind_id (stmt, 7, self->course_id);
  ggov_stmt_bind_id (stmt, 8, self->person_id);

  return stmt;
}

static gboolean
is_wanted (const Question *self,
           GgovStmt       *stmt)
{
  g_autofree char *place = self->typed ? _ggov_roster_dup_place (stmt, PLACE) : NULL;
  const char *const texts[] = {
    ggov_stmt_get_text (stmt, PERSON), ggov_stmt_get_text (stmt, PHONE),
    GGOV_TRAINING_COURSE_NAME (stmt, ROLE), ggov_stmt_get_text (stmt, COMMUNITY),
    ggov_stmt_get_text (stmt, GRID_CODE), ggov_stmt_get_text (stmt, GRID), place,
  };

  return _ggov_roster_match ((const char *const *) self->typed,
                             ggov_stmt_get_text (stmt, SEARCH_TEXT), texts, G_N_ELEMENTS (texts));
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
  g_autoptr(GgovStmt) stmt = prepare_keys (self, db, error);
  GgovDbStep step = stmt ? GGOV_DB_DONE : GGOV_DB_ERROR;

  while (stmt && keys->len < limit && (step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      const GgovRowKey key = { ggov_stmt_get_int (stmt, KEY), ggov_stmt_get_int (stmt, POST_ID) };

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (is_wanted (self, stmt))
        g_array_append_val (keys, key);
    }

  return step != GGOV_DB_ERROR;
}

static const char *
get_state (const Question *self,
           const char     *until)
{
  if (until == NULL)
    return GGOV_TRAINING_GAP_LACKING;

  return g_strcmp0 (until, self->as_of) < 0 ? GGOV_TRAINING_GAP_EXPIRED
                                            : GGOV_TRAINING_GAP_EXPIRING;
}

static GgovTrainingGap *
make_gap (const Question *self,
          GgovStmt       *stmt)
{
  g_autofree char *place = _ggov_roster_dup_place (stmt, R_PLACE);
  g_autofree char *invited = ggov_stmt_is_null (stmt, R_SESSION_ID)
                               ? NULL : _ggov_training_dup_time (ggov_stmt_get_int (stmt,
                                                                                    R_STARTS_AT));
  const char *until = ggov_stmt_get_text (stmt, R_UNTIL);

  return ggov_training_gap_new (&(GgovTrainingGapRecord) {
    .person_id = ggov_stmt_get_int (stmt, R_PERSON_ID),
    .course_id = ggov_stmt_get_int (stmt, R_COURSE_ID),
    .post_id = ggov_stmt_get_int (stmt, R_POST_ID),
    .n_posts = ggov_stmt_get_int (stmt, R_POSTS),
    .grid_id = ggov_stmt_get_int (stmt, R_GRID_ID),
    .session_id = ggov_stmt_get_int (stmt, R_SESSION_ID),
    .state = get_state (self, until),
    .person = ggov_stmt_get_text (stmt, R_PERSON),
    .phone = ggov_stmt_get_text (stmt, R_PHONE),
    .role_code = ggov_stmt_get_text (stmt, R_ROLE_CODE),
    .role = GGOV_TRAINING_COURSE_NAME (stmt, R_ROLE),
    .place = place,
    .community = ggov_stmt_get_text (stmt, R_COMMUNITY),
    .grid_code = ggov_stmt_get_text (stmt, R_GRID_CODE),
    .grid = ggov_stmt_get_text (stmt, R_GRID),
    .course_code = ggov_stmt_get_text (stmt, R_COURSE_CODE),
    .course = GGOV_TRAINING_COURSE_NAME (stmt, R_COURSE),
    .until = until,
    .invited = invited,
  });
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
  ggov_stmt_bind_int (stmt, 3, key->id / COURSES);
  ggov_stmt_bind_int (stmt, 4, key->id % COURSES);
  ggov_stmt_bind_int (stmt, 5, key->detail);
  ggov_stmt_bind_int (stmt, 6, self->day_start);

  return ggov_stmt_step (stmt, error) == GGOV_DB_ROW ? make_gap (self, stmt) : NULL;
}

static const GgovQueryClass klass = { find_keys, read_row };

static guint
find_order (const char *column)
{
  for (guint i = 0; column && i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].column, column))
      return i;

  if (column)
    g_critical ("gaps in training have no column “%s”", column);

  return 0;
}

GgovQuery *
ggov_query_new_training_gaps (const char                  *as_of,
                              const GgovTrainingGapFilter *filter,
                              const char                  *column,
                              gboolean                     descending)
{
  const GgovTrainingGapRecord nobody = {
    .state = "", .person = "", .role_code = "", .role = "", .place = "", .course_code = "",
    .course = "",
  };
  Question *question;
  int day = 0;

  g_return_val_if_fail (as_of != NULL, NULL);
  g_return_val_if_fail (filter != NULL, NULL);
  g_return_val_if_fail (ggov_local_day_parse (as_of, &day, NULL), NULL);

  question = g_new0 (Question, 1);
  question->as_of = g_strdup (as_of);
  question->soon = ggov_local_day_format (filter->soon > 0 ? day + filter->soon : day - 1);
  question->day_start = ggov_local_time_from_day (day, 0);
  question->community_id = filter->community_id;
  question->grid_id = filter->grid_id;
  question->place_code = g_strdup (filter->place_code);
  question->role = g_strdup (filter->role);
  question->course_id = filter->course_id;
  question->person_id = filter->person_id;
  question->typed = _ggov_roster_split_text (filter->text);
  question->order = find_order (column);
  question->descending = descending;

  return _ggov_query_new (&klass, question, question_free, ggov_training_gap_new (&nobody), FALSE);
}

gint64
ggov_training_gap_key_get_person (const GgovRowKey *key)
{
  g_return_val_if_fail (key != NULL, 0);

  return key->id / COURSES;
}

gint64
ggov_training_gap_key_get_course (const GgovRowKey *key)
{
  g_return_val_if_fail (key != NULL, 0);

  return key->id % COURSES;
}
