/* ggov-post-rules.c: what has to hold before somebody gets a post
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-post-rules-private.h"
#include "ggov-role.h"
#include "ggov-roster-private.h"

#define SQL_ROLE \
  "SELECT scope, coalesce (holders, 0), coalesce (places, 0), name, name_zh, valid_to " \
  "FROM role WHERE id = $1"

#define SQL_POST \
  "SELECT n.name, r.name, r.name_zh, p.valid_from, p.valid_to, " \
  "CASE WHEN p.grid_id IS NOT NULL THEN g.code END, " GGOV_ROSTER_PLACE_COLUMNS " " \
  "FROM post p JOIN person n ON n.id = p.person_id JOIN role r ON r.id = p.role_id " \
  GGOV_ROSTER_JOIN_SPOT "WHERE p.id = $2"
enum
{
  PERSON, ROLE, ROLE_ZH, SINCE, UNTIL, GRID_CODE, PLACE,
};

/* A place and a person have few posts, a role has many: its index is kept out of it by the sum. */
#define DAYS_OVERLAP \
  "p.role_id + 0 = $1 AND p.valid_from <= coalesce ($3, '9999-12-31') " \
  "AND coalesce (p.valid_to, '9999-12-31') >= $2 AND p.id <> $5"

/* The first post of the role at the place in these days, and how many there are. */
#define SQL_HOLDERS(column) \
  "SELECT p.id, count (*) OVER () FROM post p WHERE " DAYS_OVERLAP \
  " AND p." column " = $4 ORDER BY p.valid_from LIMIT 1"

/* The same of the person, anywhere. */
#define SQL_PLACES \
  "SELECT p.id, count (*) OVER () FROM post p WHERE " DAYS_OVERLAP \
  " AND p.person_id = $4 ORDER BY p.valid_from LIMIT 1"

/* The same of the person at the same place. */
#define SQL_SELF(column) \
  "SELECT p.id, count (*) OVER () FROM post p WHERE " DAYS_OVERLAP \
  " AND p." column " = $4 AND p.person_id = $6 ORDER BY p.valid_from LIMIT 1"

static const struct
{
  const char *code;
  gsize       place; /* in a GgovPostRecord */
  const char *holders;
  const char *self;
} scopes[] = {
  { "sub-district", G_STRUCT_OFFSET (GgovPostRecord, sub_district_id),
    SQL_HOLDERS ("sub_district_id"), SQL_SELF ("sub_district_id") },
  { "community", G_STRUCT_OFFSET (GgovPostRecord, community_id),
    SQL_HOLDERS ("community_id"), SQL_SELF ("community_id") },
  { "grid", G_STRUCT_OFFSET (GgovPostRecord, grid_id),
    SQL_HOLDERS ("grid_id"), SQL_SELF ("grid_id") },
  { "building", G_STRUCT_OFFSET (GgovPostRecord, building_id),
    SQL_HOLDERS ("building_id"), SQL_SELF ("building_id") },
  { "unit", G_STRUCT_OFFSET (GgovPostRecord, unit_id),
    SQL_HOLDERS ("unit_id"), SQL_SELF ("unit_id") },
};

/* What a role asks for. */
typedef struct
{
  guint  scope;     /* of scopes */
  int    holders;   /* 0 is any number */
  int    places;
  char  *name;
  char  *valid_to;  /* (nullable) */
} RoleRule;

static void
role_rule_clear (RoleRule *rule)
{
  g_clear_pointer (&rule->name, g_free);
  g_clear_pointer (&rule->valid_to, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RoleRule, role_rule_clear)

/* What is asked about a new post. */
typedef struct
{
  GgovDb               *db;
  const GgovPostRecord *record;
  gint64                except_id;
} Question;

void
_ggov_post_words_clear (GgovPostWords *words)
{
  g_clear_pointer (&words->person, g_free);
  g_clear_pointer (&words->role, g_free);
  g_clear_pointer (&words->place, g_free);
  g_clear_pointer (&words->since, g_free);
  g_clear_pointer (&words->until, g_free);
}

static void
read_words (GgovStmt      *stmt,
            GgovPostWords *words)
{
  const char *code = ggov_stmt_get_text (stmt, GRID_CODE);
  g_autofree char *place = _ggov_roster_dup_place (stmt, PLACE);

  words->person = g_strdup (ggov_stmt_get_text (stmt, PERSON));
  words->role = g_strdup (ggov_role_choose_name (ggov_stmt_get_text (stmt, ROLE),
                                                 ggov_stmt_get_text (stmt, ROLE_ZH)));
  /* Grids of two communities may have one name. */
  words->place = code ? g_strdup_printf ("%s %s", place, code) : g_steal_pointer (&place);
  words->since = g_strdup (ggov_stmt_get_text (stmt, SINCE));
  words->until = g_strdup (ggov_stmt_get_text (stmt, UNTIL));
}

gboolean
_ggov_post_describe (GgovDb         *db,
                     gint64          post_id,
                     const char     *day,
                     GgovPostWords  *words,
                     GError        **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_POST, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, day);
  ggov_stmt_bind_int (stmt, 2, post_id);
  step = ggov_stmt_step (stmt, error);
  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no post %" G_GINT64_FORMAT, post_id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  read_words (stmt, words);

  return TRUE;
}

/* Scopes are a closed set, which the schema checks. */
static guint
find_scope (const char *code)
{
  guint scope = 0;

  while (scope < G_N_ELEMENTS (scopes) - 1 && !g_str_equal (scopes[scope].code, code))
    scope++;

  return scope;
}

static gint64
get_place (const GgovPostRecord *record,
           guint                 scope)
{
  return G_STRUCT_MEMBER (gint64, record, scopes[scope].place);
}

static gboolean
read_rule (GgovDb    *db,
           gint64     role_id,
           RoleRule  *rule,
           GError   **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_ROLE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, role_id);
  step = ggov_stmt_step (stmt, error);

  if (step == GGOV_DB_DONE)
    g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_NOT_FOUND,
                 "there is no role %" G_GINT64_FORMAT, role_id);
  if (step != GGOV_DB_ROW)
    return FALSE;

  rule->scope = find_scope (ggov_stmt_get_text (stmt, 0));
  rule->holders = ggov_stmt_get_int (stmt, 1);
  rule->places = ggov_stmt_get_int (stmt, 2);
  rule->name = g_strdup (ggov_role_choose_name (ggov_stmt_get_text (stmt, 3),
                                                ggov_stmt_get_text (stmt, 4)));
  rule->valid_to = g_strdup (ggov_stmt_get_text (stmt, 5));

  return TRUE;
}

/* Takes @sentence over. */
static gboolean
refuse (GError **error,
        char    *sentence)
{
  g_set_error_literal (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, sentence);
  g_free (sentence);

  return FALSE;
}

static gboolean
check_days (const GgovPostRecord  *record,
            const RoleRule        *rule,
            GError               **error)
{
  if (record->valid_to && strcmp (record->valid_to, record->valid_from) < 0)
    /* Translators: two days */
    return refuse (error, g_strdup_printf (_("The post would end on %1$s, before it begins on %2$s. "
                                             "Choose a later last day."),
                                           record->valid_to, record->valid_from));

  if (rule->valid_to && strcmp (rule->valid_to, record->valid_from) < 0)
    /* Translators: the name of a role, and a day */
    return refuse (error, g_strdup_printf (_("The role “%1$s” was given up; its last day is %2$s. "
                                             "Choose another role."),
                                           rule->name, rule->valid_to));

  return TRUE;
}

static char *
make_sentence (const GgovPostWords *words,
               const char          *since)
{
  if (strcmp (words->since, since) > 0)
    /* Translators: a person, a role, a place and a day */
    return g_strdup_printf (_("%1$s holds the post “%2$s, %3$s” from %4$s. Let this one end before "
                              "that day."),
                            words->person, words->role, words->place, words->since);
  if (words->until)
    /* Translators: a person, a role, a place, the first and the last day */
    return g_strdup_printf (_("%1$s holds the post “%2$s, %3$s” from %4$s to %5$s. Choose days "
                              "outside of these."),
                            words->person, words->role, words->place, words->since, words->until);

  /* Translators: a person, a role, a place and a day */
  return g_strdup_printf (_("%1$s has held the post “%2$s, %3$s” since %4$s. End that post first."),
                          words->person, words->role, words->place, words->since);
}

/* FALSE where @sql finds @most posts of @owner or more. */
static gboolean
check_count (const Question  *question,
             const char      *sql,
             gint64           owner,
             gint64           person,
             int              most,
             GError         **error)
{
  const GgovPostRecord *record = question->record;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (question->db, sql, error);
  g_auto(GgovPostWords) words = { NULL };
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->role_id);
  ggov_stmt_bind_text (stmt, 2, record->valid_from);
  ggov_stmt_bind_text (stmt, 3, record->valid_to);
  ggov_stmt_bind_id (stmt, 4, owner);
  ggov_stmt_bind_int (stmt, 5, question->except_id);
  if (person != 0)
    ggov_stmt_bind_int (stmt, 6, person);

  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE || ggov_stmt_get_int (stmt, 1) < most)
    return TRUE;

  return _ggov_post_describe (question->db, ggov_stmt_get_int (stmt, 0), record->valid_from, &words,
                              error) &&
         refuse (error, make_sentence (&words, record->valid_from));
}

gboolean
_ggov_post_check_rules (GgovDb                *db,
                        const GgovPostRecord  *record,
                        gint64                 except_id,
                        GError               **error)
{
  const Question question = { db, record, except_id };
  g_auto(RoleRule) rule = { 0 };
  gint64 place;

  if (!read_rule (db, record->role_id, &rule, error))
    return FALSE;

  if (!(place = get_place (record, rule.scope)))
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_CONSTRAINT,
                   "the role is held on a %s", scopes[rule.scope].code);
      return FALSE;
    }

  return check_days (record, &rule, error) &&
         (rule.holders == 0 ||
          check_count (&question, scopes[rule.scope].holders, place, 0, rule.holders, error)) &&
         (rule.places == 0 ||
          check_count (&question, SQL_PLACES, record->person_id, 0, rule.places, error)) &&
         (rule.holders == 1 || rule.places == 1 ||
          check_count (&question, scopes[rule.scope].self, place, record->person_id, 1, error));
}
