/* ggov-nets-people.c: where the people of an old net go, or went
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-nets-private.h"

#define OF_NET "JOIN legacy_grid g ON g.id = p.legacy_grid_id WHERE g.net_id = $1 "
#define SQL_PEOPLE \
  "SELECT p.id, p.legacy_grid_id, p.name, p.phone, p.role, coalesce (r.code, ''), r.name, " \
  "r.name_zh, coalesce (r.holders, 0), coalesce (r.places, 0), p.decided, " \
  "coalesce (p.person_id, 0) FROM legacy_person p " \
  "JOIN legacy_grid g ON g.id = p.legacy_grid_id JOIN legacy_net n ON n.id = g.net_id " \
  "LEFT JOIN role r ON r.scope = 'grid' " \
  "AND r.code = coalesce (nullif (p.role_code, ''), n.role_code) WHERE g.net_id = $1 " \
  "ORDER BY g.code, g.id, p.id"
#define SQL_MOVES \
  "SELECT m.legacy_person_id, m.grid_id, coalesce (m.post_id, 0), b.code, b.name " \
  "FROM legacy_move m JOIN grid b ON b.id = m.grid_id " \
  "JOIN legacy_person p ON p.id = m.legacy_person_id " OF_NET \
  "ORDER BY m.legacy_person_id, m.id"
#define SQL_NAMESAKES \
  "SELECT o.id, o.name, o.phone FROM person o WHERE o.name IN (SELECT p.name " \
  "FROM legacy_person p " OF_NET ") ORDER BY o.id"
/* Posts from the day on that a rule of their role could set against a new one. */
#define SQL_POSTS \
  "SELECT r.code, p.grid_id, p.person_id, r.holders IS NOT NULL, r.places IS NOT NULL " \
  "FROM post p JOIN role r ON r.id = p.role_id WHERE r.scope = 'grid' " \
  "AND (r.holders IS NOT NULL OR r.places IS NOT NULL) " \
  "AND coalesce (p.valid_to, '9999-12-31') >= $1"

/* A person as read, before the row is made. */
typedef struct
{
  gint64  id;
  gint64  old_grid_id;
  char   *name;
  char   *digits;    /* of the phone */
  char   *phone;     /* (nullable) */
  char   *old_role;
  char   *role_code; /* empty until a role is chosen that is held on a grid */
  char   *role;      /* (nullable) */
  char   *role_zh;   /* (nullable) */
  gint64  person_id;
  gint64  n_moved;
} Someone;

typedef struct
{
  GgovNetWork *work;
  gboolean     is_retired;
  GArray      *people;     /* (element-type Someone) */
  GArray      *candidates; /* (element-type GgovNetCandidate): in the order of people */
  GHashTable  *columns;    /* (element-type gint64 guint): by grid, index plus 1 */
  GHashTable  *known;      /* (element-type utf8 gint64): by name and digits */
  GHashTable  *names;      /* (element-type utf8): of people of the office */
  GHashTable  *holders;    /* (element-type utf8 gint64): by role and grid, the person */
  GHashTable  *elsewhere;  /* (element-type utf8 gint64): by role and person, the grid */
} Crowd;

static void
someone_clear (Someone *someone)
{
  g_free (someone->name);
  g_free (someone->digits);
  g_free (someone->phone);
  g_free (someone->old_role);
  g_free (someone->role_code);
  g_free (someone->role);
  g_free (someone->role_zh);
}

static void
candidate_clear (GgovNetCandidate *candidate)
{
  g_clear_pointer (&candidate->columns, g_array_unref);
}

static void
crowd_clear (Crowd *self)
{
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->holders, g_hash_table_unref);
  g_clear_pointer (&self->elsewhere, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Crowd, crowd_clear)

static void
crowd_init (Crowd       *self,
            GgovNetWork *work)
{
  *self = (Crowd){ .work = work };
  self->people = g_array_new (FALSE, FALSE, sizeof (Someone));
  g_array_set_clear_func (self->people, (GDestroyNotify) someone_clear);
  self->candidates = g_array_new (FALSE, FALSE, sizeof (GgovNetCandidate));
  g_array_set_clear_func (self->candidates, (GDestroyNotify) candidate_clear);
  self->columns = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->elsewhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < work->columns->len; i++)
    g_hash_table_insert (self->columns, &g_array_index (work->columns, GgovNetStudyColumn, i).id,
                         GUINT_TO_POINTER (i + 1));
}

char *
_ggov_net_dup_digits (const char *phone)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *c = phone ? phone : ""; *c; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);

  return g_string_free (g_steal_pointer (&digits), FALSE);
}

static void
keep_number (GHashTable *table,
             char       *key,
             gint64      number)
{
  g_hash_table_insert (table, key, g_memdup2 (&number, sizeof number));
}

static gint64
find_number (GHashTable *table,
             const char *key)
{
  const gint64 *number = g_hash_table_lookup (table, key);

  return number ? *number : 0;
}

/* Reading ---------------------------------------------------------------------------------- */

static guint
find_row (GgovNetWork *work,
          gint64       old_grid_id,
          guint        from)
{
  while (g_array_index (work->rows, GgovNetStudyRow, from).id != old_grid_id)
    from++;

  return from;
}

static gboolean
read_someone (GgovStmt  *stmt,
              gpointer   user_data,
              GError   **error)
{
  Crowd *self = user_data;
  guint n = self->candidates->len;
  guint last = n > 0 ? g_array_index (self->candidates, GgovNetCandidate, n - 1).row : 0;
  Someone someone = {
    .id = ggov_stmt_get_int (stmt, 0),
    .old_grid_id = ggov_stmt_get_int (stmt, 1),
    .name = g_strdup (ggov_stmt_get_text (stmt, 2)),
    .phone = g_strdup (ggov_stmt_get_text (stmt, 3)),
    .digits = _ggov_net_dup_digits (ggov_stmt_get_text (stmt, 3)),
    .old_role = g_strdup (ggov_stmt_get_text (stmt, 4)),
    .role_code = g_strdup (ggov_stmt_get_text (stmt, 5)),
    .role = g_strdup (ggov_stmt_get_text (stmt, 6)),
    .role_zh = g_strdup (ggov_stmt_get_text (stmt, 7)),
    .person_id = ggov_stmt_get_int (stmt, 11),
  };
  GgovNetCandidate candidate = {
    .row = find_row (self->work, someone.old_grid_id, last),
    .role_code = someone.role_code,
    .is_sole = ggov_stmt_get_int (stmt, 8) == 1,
    .is_single = ggov_stmt_get_int (stmt, 9) == 1,
    .decided = ggov_stmt_get_int (stmt, 10) != 0,
    .columns = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  g_array_append_val (self->people, someone);
  g_array_append_val (self->candidates, candidate);

  return TRUE;
}

/* A grid that was given up since is not among the columns any more; it gets one. */
static guint
find_column (Crowd    *self,
             GgovStmt *stmt)
{
  gint64 id = ggov_stmt_get_int (stmt, 1);
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, &id));
  GgovNetStudyColumn gone = {
    .id = id,
    .code = NULL,
  };

  if (column > 0)
    return column - 1;

  gone.code = g_strdup (ggov_stmt_get_text (stmt, 3));
  gone.name = g_strdup (ggov_stmt_get_text (stmt, 4));
  g_array_append_val (self->work->columns, gone);
  /* The array may have moved with all its numbers. */
  g_hash_table_remove_all (self->columns);
  for (guint i = 0; i < self->work->columns->len; i++)
    g_hash_table_insert (self->columns,
                         &g_array_index (self->work->columns, GgovNetStudyColumn, i).id,
                         GUINT_TO_POINTER (i + 1));

  return self->work->columns->len - 1;
}

static gboolean
read_move (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  Crowd *self = user_data;
  gint64 id = ggov_stmt_get_int (stmt, 0);
  guint column = find_column (self, stmt);

  for (guint i = 0; i < self->people->len; i++)
    {
      Someone *someone = &g_array_index (self->people, Someone, i);

      if (someone->id != id)
        continue;

      g_array_append_val (g_array_index (self->candidates, GgovNetCandidate, i).columns, column);
      someone->n_moved += ggov_stmt_get_int (stmt, 2) != 0;
    }

  return TRUE;
}

static gboolean
read_namesake (GgovStmt  *stmt,
               gpointer   user_data,
               GError   **error)
{
  Crowd *self = user_data;
  const char *name = ggov_stmt_get_text (stmt, 1);
  g_autofree char *digits = _ggov_net_dup_digits (ggov_stmt_get_text (stmt, 2));

  g_hash_table_add (self->names, g_strdup (name));
  if (*digits)
    keep_number (self->known, g_strdup_printf ("%s %s", name, digits), ggov_stmt_get_int (stmt, 0));

  return TRUE;
}

static gboolean
read_post (GgovStmt  *stmt,
           gpointer   user_data,
           GError   **error)
{
  Crowd *self = user_data;
  const char *role = ggov_stmt_get_text (stmt, 0);
  gint64 grid_id = ggov_stmt_get_int (stmt, 1);
  gint64 person_id = ggov_stmt_get_int (stmt, 2);

  if (ggov_stmt_get_int (stmt, 3))
    keep_number (self->holders, g_strdup_printf ("%s %" G_GINT64_FORMAT, role, grid_id), person_id);
  if (ggov_stmt_get_int (stmt, 4))
    keep_number (self->elsewhere, g_strdup_printf ("%s %" G_GINT64_FORMAT, role, person_id),
                 grid_id);

  return TRUE;
}

static gboolean
read_of_net (Crowd              *self,
             const char         *sql,
             GgovPlacesRowFunc   func,
             GError            **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->work->db, sql, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, self->work->net_id);

  return _ggov_places_read_rows (stmt, func, self, error);
}

static gboolean
read_posts (Crowd   *self,
            GError **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->work->db, SQL_POSTS, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, self->work->day);

  return _ggov_places_read_rows (stmt, read_post, self, error);
}

/* Doubts that the office's own people raise ------------------------------------------------- */

static void
find_person (Crowd            *self,
             Someone          *someone,
             GgovNetCandidate *candidate)
{
  g_autofree char *key = g_strdup_printf ("%s %s", someone->name, someone->digits);

  if (someone->person_id == 0 && *someone->digits)
    someone->person_id = find_number (self->known, key);
  if (someone->person_id == 0 && g_hash_table_contains (self->names, someone->name))
    candidate->doubts |= GGOV_NET_DOUBT_NAMESAKE;
}

static void
find_posts (Crowd            *self,
            const Someone    *someone,
            GgovNetCandidate *candidate)
{
  g_autofree char *own = g_strdup_printf ("%s %" G_GINT64_FORMAT, someone->role_code,
                                          someone->person_id);
  gint64 elsewhere = someone->person_id ? find_number (self->elsewhere, own) : 0;

  for (guint i = 0; i < candidate->columns->len; i++)
    {
      guint column = g_array_index (candidate->columns, guint, i);
      gint64 grid_id = g_array_index (self->work->columns, GgovNetStudyColumn, column).id;
      g_autofree char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, someone->role_code, grid_id);
      gint64 holder = candidate->is_sole ? find_number (self->holders, key) : 0;

      if (holder != 0 && holder != someone->person_id)
        candidate->doubts |= GGOV_NET_DOUBT_HELD;
      if (elsewhere != 0 && elsewhere != grid_id)
        candidate->doubts |= GGOV_NET_DOUBT_ELSEWHERE;
    }
}

/* Rows ------------------------------------------------------------------------------------- */

static GgovNetPerson *
make_person (Crowd                  *self,
             const Someone          *someone,
             const GgovNetCandidate *candidate)
{
  const GgovNetStudyRow *old = &g_array_index (self->work->rows, GgovNetStudyRow, candidate->row);
  g_autoptr(GString) codes = g_string_new (NULL);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GgovNetPersonRow row = {
    .id = someone->id, .row = candidate->row, .name = someone->name, .phone = someone->phone,
    .old_role = someone->old_role, .old_code = old->code, .old_name = old->name,
    .role_code = someone->role_code, .role = someone->role, .role_zh = someone->role_zh,
    .person_id = someone->person_id, .decided = candidate->decided, .moved = someone->n_moved,
    .per_mille = candidate->per_mille, .doubts = self->is_retired ? 0 : candidate->doubts,
  };

  for (guint i = 0; i < candidate->columns->len; i++)
    {
      guint column = g_array_index (candidate->columns, guint, i);
      GgovNetStudyColumn *base = &g_array_index (self->work->columns, GgovNetStudyColumn, column);

      g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", base->code);
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", base->name);
      g_array_append_val (ids, base->id);
    }
  row.codes = codes->str;
  row.names = names->str;

  return ggov_net_person_new (&row, (const gint64 *) (gpointer) ids->data, ids->len);
}

/* Only base grids that have something of the net, or get somebody, stay. */
static void
drop_columns (Crowd *self)
{
  GgovNetWork *work = self->work;
  g_autofree guint *places = g_new0 (guint, work->columns->len + 1);
  g_autoptr(GArray) all = g_steal_pointer (&work->columns);

  for (guint i = 0; i < work->cells->len; i++)
    places[g_array_index (work->cells, GgovNetStudyCell, i).column] = 1;
  for (guint i = 0; i < self->candidates->len; i++)
    {
      GArray *columns = g_array_index (self->candidates, GgovNetCandidate, i).columns;

      for (guint k = 0; k < columns->len; k++)
        places[g_array_index (columns, guint, k)] = 1;
    }

  work->columns = ggov_net_study_new_columns ();
  for (guint i = 0; i < all->len; i++)
    {
      GgovNetStudyColumn *column = &g_array_index (all, GgovNetStudyColumn, i);

      if (!places[i])
        continue;

      places[i] = work->columns->len;
      g_array_append_val (work->columns, *column);
      column->code = column->name = NULL;
    }

  for (guint i = 0; i < work->cells->len; i++)
    g_array_index (work->cells, GgovNetStudyCell, i).column =
      places[g_array_index (work->cells, GgovNetStudyCell, i).column];
}

GPtrArray *
_ggov_net_work_read_people (GgovNetWork  *self,
                            GError      **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) nets = _ggov_nets_read (self->db, self->net_id, error);
  g_auto(Crowd) crowd = { NULL };

  crowd_init (&crowd, self);
  if (nets == NULL || nets->len == 0 ||
      !read_of_net (&crowd, SQL_PEOPLE, read_someone, error) ||
      !read_of_net (&crowd, SQL_MOVES, read_move, error) ||
      !read_of_net (&crowd, SQL_NAMESAKES, read_namesake, error) ||
      !read_posts (&crowd, error))
    return NULL;

  crowd.is_retired = ggov_net_get_row (nets->pdata[0])->retired_on != NULL;
  for (guint i = 0; crowd.is_retired && i < crowd.candidates->len; i++)
    g_array_index (crowd.candidates, GgovNetCandidate, i).decided = TRUE;
  ggov_net_propose (self->rows, self->columns->len, self->cells, crowd.candidates);

  for (guint i = 0; i < crowd.people->len; i++)
    {
      Someone *someone = &g_array_index (crowd.people, Someone, i);
      GgovNetCandidate *candidate = &g_array_index (crowd.candidates, GgovNetCandidate, i);

      find_person (&crowd, someone, candidate);
      find_posts (&crowd, someone, candidate);
      g_ptr_array_add (people, make_person (&crowd, someone, candidate));
    }
  drop_columns (&crowd);

  return g_steal_pointer (&people);
}
