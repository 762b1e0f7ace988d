/* ggov-store-search.c: finding people, residents, buildings and issues by what a user types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <string.h>

#include "ggov-place-label.h"
#include "ggov-roster-private.h"
#include "ggov-search-text-private.h"
#include "ggov-store-private.h"
#include "ggov-store-search.h"

/* So many entries of the index are looked at, that a crowd of one kind does not hide the others. */
#define MAX_ENTRIES 2000

/* Each gives a title, then what tells the record from others of that title: an area or the pieces of
 * a door, and a word in English and Chinese. A title that is NULL is made of the door. A person is
 * told by the first of their posts of the day; who has none and is in the register is a resident. */
#define SQL_PERSON \
  "SELECT p.name, q.area, q.compound, q.number, q.name, q.unit, r.name, r.name_zh " \
  "FROM person p LEFT JOIN (" \
  "SELECT t.person_id, t.role_id, coalesce (s.name, c.name, g.name) AS area, " \
  "m.name AS compound, b.number AS number, b.name AS name, u.number AS unit " \
  "FROM post t JOIN role o ON o.id = t.role_id " \
  "LEFT JOIN sub_district s ON s.id = t.sub_district_id " \
  "LEFT JOIN community c ON c.id = t.community_id " \
  "LEFT JOIN grid g ON g.id = t.grid_id " \
  "LEFT JOIN unit u ON u.id = t.unit_id " \
  "LEFT JOIN building b ON b.id = coalesce (t.building_id, u.building_id) " \
  "LEFT JOIN compound m ON m.id = b.compound_id " \
  "WHERE t.person_id = $1 AND t.valid_from <= $2 AND (t.valid_to IS NULL OR t.valid_to >= $2) " \
  "ORDER BY o.sort_order, t.id LIMIT 1) q ON q.person_id = p.id " \
  "LEFT JOIN role r ON r.id = q.role_id WHERE p.id = $1 AND (q.person_id IS NOT NULL " \
  "OR NOT EXISTS (SELECT 1 FROM resident x WHERE x.person_id = p.id))"
#define SQL_RESIDENT \
  "SELECT p.name, NULL, m.name, b.number, b.name, u.number, d.door, d.door " \
  "FROM resident x JOIN person p ON p.id = x.person_id " \
  "LEFT JOIN residence r ON r.id = (SELECT y.id FROM residence y WHERE y.person_id = p.id " \
  "AND y.moved_in <= $2 AND (y.moved_out IS NULL OR y.moved_out > $2) " \
  "ORDER BY y.living DESC, y.id LIMIT 1) LEFT JOIN household h ON h.id = r.household_id " \
  "LEFT JOIN dwelling d ON d.id = h.dwelling_id LEFT JOIN unit u ON u.id = d.unit_id " \
  "LEFT JOIN building b ON b.id = u.building_id LEFT JOIN compound m ON m.id = b.compound_id " \
  "WHERE x.person_id = $1"
#define SQL_BUILDING \
  "SELECT NULL, c.name, m.name, b.number, b.name, 0, NULL, NULL FROM building b " \
  "LEFT JOIN compound m ON m.id = b.compound_id " \
  "LEFT JOIN community c ON c.id = b.community_id WHERE b.id = $1"
#define SQL_ISSUE \
  "SELECT i.title, i.number, NULL, NULL, NULL, 0, t.name, t.name_zh FROM issue i " \
  "JOIN case_type t ON t.id = i.case_type_id WHERE i.id = $1"

/* Of those there are so few that they are in no index: a title, its area, and what more may be
 * typed. */
#define SQL_GRIDS \
  "SELECT g.id, g.name, c.name, g.code FROM grid g JOIN community c ON c.id = g.community_id " \
  "WHERE g.valid_from <= $1 AND (g.valid_to IS NULL OR g.valid_to >= $1) ORDER BY g.code"
#define SQL_COMPOUNDS \
  "SELECT o.id, o.name, c.name, '' FROM compound o JOIN community c ON c.id = o.community_id " \
  "WHERE $1 IS NOT NULL ORDER BY o.id"
#define SQL_COMMUNITIES \
  "SELECT id, name, '', code FROM community WHERE $1 IS NOT NULL ORDER BY code"
#define SQL_STREETS \
  "SELECT min (id), name, '', '' FROM street WHERE $1 IS NOT NULL AND name <> '' " \
  "GROUP BY name ORDER BY 1"

enum {
  TITLE,
  AREA,
  COMPOUND,
  NUMBER,
  NAME,
  UNIT,
  WORD,
  WORD_ZH,
};

static const struct
{
  GgovSearchTable  table;
  const char      *kind;
  const char      *sql;
  gboolean         has_day;
} kinds[] = {
  { GGOV_SEARCH_PERSON, "person", SQL_PERSON, TRUE },
  { GGOV_SEARCH_PERSON, "resident", SQL_RESIDENT, TRUE },
  { GGOV_SEARCH_BUILDING, "building", SQL_BUILDING, FALSE },
  { GGOV_SEARCH_ISSUE, "issue", SQL_ISSUE, FALSE },
};

static const struct
{
  const char *kind;
  const char *sql;
} places[] = {
  { "grid", SQL_GRIDS },
  { "compound", SQL_COMPOUNDS },
  { "community", SQL_COMMUNITIES },
  { "street", SQL_STREETS },
};

typedef struct
{
  char  *typed;
  char  *day;
  guint  limit;
} Query;

static void
query_free (Query *query)
{
  g_free (query->typed);
  g_free (query->day);
  g_free (query);
}

static char *
dup_door (GgovStmt *stmt)
{
  if (ggov_stmt_is_null (stmt, NUMBER) && ggov_stmt_is_null (stmt, NAME))
    return NULL;

  return ggov_place_label_dup (ggov_stmt_get_text (stmt, COMPOUND),
                               ggov_stmt_get_text (stmt, NUMBER), ggov_stmt_get_text (stmt, NAME),
                               ggov_stmt_get_int (stmt, UNIT));
}

/* Two spaces between a place and a word; either may be missing. */
static char *
join (const char *place,
      const char *word)
{
  return g_strconcat (place ? place : "", place && word ? "  " : "", word ? word : "", NULL);
}

static GgovSearchHit *
make_hit (GgovStmt *stmt,
          gsize     k,
          gint64    id)
{
  const char *title = ggov_stmt_get_text (stmt, TITLE);
  const char *area = ggov_stmt_get_text (stmt, AREA);
  g_autofree char *door = dup_door (stmt);
  const char *place = area ? area : title ? door : NULL;
  g_autofree char *detail = join (place, ggov_stmt_get_text (stmt, WORD));
  g_autofree char *detail_zh = join (place, ggov_stmt_get_text (stmt, WORD_ZH));
  const GgovSearchHitFields fields = {
    .kind = kinds[k].kind,
    .id = id,
    .title = title ? title : door,
    .detail = detail,
    .detail_zh = detail_zh,
  };

  return ggov_search_hit_new (&fields);
}

/* A record may be gone that the index still knows, or be of another kind; it is passed over. */
static gboolean
add_hit (GgovDb     *db,
         gsize       k,
         gint64      id,
         const char *day,
         GPtrArray  *hits,
         GError    **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, kinds[k].sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  if (kinds[k].has_day)
    ggov_stmt_bind_text (stmt, 2, day);

  step = ggov_stmt_step (stmt, error);
  if (step == GGOV_DB_ROW)
    g_ptr_array_add (hits, make_hit (stmt, k, id));

  return step != GGOV_DB_ERROR;
}

static gboolean
add_hits (GgovDb     *db,
          gsize       k,
          GArray     *numbers,
          Query      *query,
          GPtrArray  *hits,
          GError    **error)
{
  const guint n_before = hits->len;

  for (guint i = 0; i < numbers->len && hits->len - n_before < query->limit; i++)
    {
      gint64 number = g_array_index (numbers, gint64, i);
      gint64 id = number / 8;

      if (number != GGOV_SEARCH_NUMBER (kinds[k].table, id))
        continue;
      if (!add_hit (db, k, id, query->day, hits, error))
        return FALSE;
    }

  return TRUE;
}

/* Every word has to be a part of the name or the number, or of the area's name with one of them. */
static gboolean
matches (GgovStmt           *stmt,
         const char * const *words)
{
  g_autofree char *title = g_utf8_strdown (ggov_stmt_get_text (stmt, 1), -1);
  const char *area = ggov_stmt_get_text (stmt, 2), *number = ggov_stmt_get_text (stmt, 3);
  gboolean is_named = FALSE;

  for (guint i = 0; words[i]; i++)
    {
      gboolean is_own = strstr (title, words[i]) || strstr (number, words[i]);

      if (!is_own && !strstr (area, words[i]))
        return FALSE;
      is_named = is_named || is_own;
    }

  return is_named;
}

static gboolean
add_places (GgovDb      *db,
            gsize        k,
            const Query *query,
            GPtrArray   *hits,
            GError     **error)
{
  g_auto(GStrv) words = _ggov_roster_split_text (query->typed);
  g_autoptr(GgovStmt) stmt = words ? ggov_db_prepare (db, places[k].sql, error) : NULL;
  GgovDbStep step;
  guint n = 0;

  if (stmt == NULL)
    return words == NULL;

  ggov_stmt_bind_text (stmt, 1, query->day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW && n < query->limit)
    if (matches (stmt, (const char * const *) words))
      {
        g_autofree char *detail = g_strstrip (g_strdup_printf ("%s  %s", ggov_stmt_get_text (stmt, 2),
                                                               ggov_stmt_get_text (stmt, 3)));
        const GgovSearchHitFields fields = {
          .kind = places[k].kind,
          .id = ggov_stmt_get_int (stmt, 0),
          .title = ggov_stmt_get_text (stmt, 1),
          .detail = detail,
          .detail_zh = detail,
        };

        g_ptr_array_add (hits, ggov_search_hit_new (&fields));
        n++;
      }

  return step != GGOV_DB_ERROR;
}

/* Unless it is one of the few at the beginning. */
static void
add_number (GArray *numbers,
            guint   n_first,
            gint64  number)
{
  for (guint i = 0; i < n_first; i++)
    if (g_array_index (numbers, gint64, i) == number)
      return;

  g_array_append_val (numbers, number);
}

/* What is typed without a blank is looked for as it is; its characters apart only where it is hardly
 * found. */
static GArray *
find_entries (GgovDb       *db,
              const Query  *query,
              GError      **error)
{
  g_auto(GStrv) words = _ggov_search_text_split_query (query->typed);
  const char * const *typed = (const char * const *) words;
  g_autoptr(GArray) apart = NULL;
  g_autoptr(GArray) numbers = NULL;
  guint n_first;

  if (strpbrk (query->typed, " \t\n") || words[0] == NULL || words[1] == NULL)
    return ggov_db_find_words (db, typed, FALSE, MAX_ENTRIES, error);

  if (!(numbers = ggov_db_find_words (db, typed, TRUE, MAX_ENTRIES, error)))
    return NULL;

  if (numbers->len >= query->limit)
    return g_steal_pointer (&numbers);

  if (!(apart = ggov_db_find_words (db, typed, FALSE, MAX_ENTRIES, error)))
    return NULL;

  n_first = numbers->len;
  for (guint i = 0; i < apart->len; i++)
    add_number (numbers, n_first, g_array_index (apart, gint64, i));

  return g_steal_pointer (&numbers);
}

/* On the store's thread. */
static void
search_job (GTask  *task,
            GgovDb *db)
{
  Query *query = g_task_get_task_data (task);
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GArray) numbers = NULL;
  GError *error = NULL;

  numbers = find_entries (db, query, &error);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds) && error == NULL; k++)
    add_hits (db, k, numbers, query, hits, &error);
  for (gsize k = 0; k < G_N_ELEMENTS (places) && error == NULL; k++)
    add_places (db, k, query, hits, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&hits), (GDestroyNotify) g_ptr_array_unref);
}

void
ggov_store_search_async (GgovStore           *self,
                         const char          *typed,
                         const char          *day,
                         guint                limit,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Query *query;

  g_return_if_fail (typed != NULL);
  g_return_if_fail (day != NULL);

  query = g_new0 (Query, 1);
  query->typed = g_strdup (typed);
  query->day = g_strdup (day);
  query->limit = limit;
  _ggov_store_call (self, ggov_store_search_async, search_job, query, (GDestroyNotify) query_free,
                    cancellable, callback, user_data);
}

GListModel *
ggov_store_search_finish (GgovStore     *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  GPtrArray *hits;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  hits = g_task_propagate_pointer (G_TASK (result), error);

  return hits ? _ggov_store_take_list (hits, GGOV_TYPE_SEARCH_HIT) : NULL;
}
