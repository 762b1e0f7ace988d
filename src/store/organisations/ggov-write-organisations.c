/* ggov-write-organisations.c: writing organisations and those of the Party
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-change-private.h"
#include "ggov-organisation-kind.h"
#include "ggov-organisation-rules-private.h"
#include "ggov-search-text-private.h"
#include "ggov-write-people.h"

#define SQL_POSTS \
  "SELECT p.id, n.name, p.valid_from FROM post p JOIN person n ON n.id = p.person_id " \
  "WHERE n.organisation_id = $1 AND (p.valid_to IS NULL OR p.valid_to > $2) ORDER BY p.id"
#define SQL_GROUPS \
  "SELECT id, name FROM party_organisation " \
  "WHERE parent_id = $1 AND (valid_to IS NULL OR valid_to > $2) ORDER BY id"
#define SQL_LINES(table, owner) \
  "SELECT id, valid_from > $2 FROM " table " WHERE " owner " = $1 " \
  "AND (valid_to IS NULL OR valid_to > $2) ORDER BY id"

/* What ends with an organisation. */
static const struct
{
  const char *table;
  const char *sql;
  gboolean    is_party;
} ending[] = {
  { "organisation_contact", SQL_LINES ("organisation_contact", "organisation_id"), FALSE },
  { "organisation_grid", SQL_LINES ("organisation_grid", "organisation_id"), FALSE },
  { "organisation_resource", SQL_LINES ("organisation_resource", "organisation_id"), FALSE },
  { "party_member", SQL_LINES ("party_member", "party_organisation_id"), TRUE },
  { "party_organisation_grid", SQL_LINES ("party_organisation_grid", "party_organisation_id"),
    TRUE },
};

/* Columns of a record; @name and @reading are made of its name. */
#define COLUMNS(record, name_, reading_) \
  GGOV_TEXT ("kind", (record)->kind), \
  GGOV_TEXT ("name", name_), \
  GGOV_TEXT ("reading", reading_), \
  GGOV_ID ("community_id", (record)->community_id), \
  GGOV_TEXT ("phone", (record)->phone && *(record)->phone ? (record)->phone : NULL), \
  GGOV_TEXT ("scope", (record)->scope ? (record)->scope : ""), \
  GGOV_TEXT ("address", (record)->address ? (record)->address : ""), \
  GGOV_TEXT ("valid_from", (record)->valid_from)

/* One blank between words, none around them. */
static char *
dup_clean (const char *name)
{
  g_auto(GStrv) words = g_strsplit_set (name ? name : "", " \t\n\r", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_ptr_array_add (kept, words[i]);
  g_ptr_array_add (kept, NULL);

  return g_strjoinv (" ", (GStrv) kept->pdata);
}

/* Syllables apart, joined, and their first letters: who types any of these means the name. */
static char *
dup_reading (const char *name)
{
  g_autofree char *pinyin = _ggov_search_text_dup_pinyin (name);

  return _ggov_search_text_dup_reading (pinyin);
}

gint64
ggov_change_add_organisation (GgovChange                    *change,
                              const GgovOrganisationRecord  *record,
                              GError                       **error)
{
  g_autofree char *name = dup_clean (record->name);
  g_autofree char *reading = dup_reading (name);
  gboolean is_party = ggov_organisation_kind_is_party (record->kind);
  const GgovColumn columns[] = {
    COLUMNS (record, name, reading),
    GGOV_ID ("parent_id", record->parent_id),
  };

  return _ggov_change_insert (change, GGOV_ORGANISATION_TABLE (record->kind), columns,
                              G_N_ELEMENTS (columns) - !is_party, error);
}

gboolean
ggov_change_update_organisation (GgovChange                    *change,
                                 gint64                         id,
                                 const GgovOrganisationRecord  *record,
                                 GError                       **error)
{
  g_autofree char *name = dup_clean (record->name);
  g_autofree char *reading = dup_reading (name);
  gboolean is_party = ggov_organisation_kind_is_party (record->kind);
  const GgovColumn columns[] = {
    COLUMNS (record, name, reading),
    GGOV_ID ("parent_id", record->parent_id),
  };

  return _ggov_change_update (change, GGOV_ORGANISATION_TABLE (record->kind), id, -1, columns,
                              G_N_ELEMENTS (columns) - !is_party, error);
}

gint64
ggov_change_add_party_organisation (GgovChange  *change,
                                    const char  *kind,
                                    const char  *name,
                                    gint64       parent_id,
                                    GError     **error)
{
  const GgovOrganisationRecord record = { .kind = kind, .name = name, .parent_id = parent_id };

  return ggov_change_add_organisation (change, &record, error);
}

gint64
ggov_change_add_party_grid (GgovChange  *change,
                            gint64       party_organisation_id,
                            gint64       grid_id,
                            const char  *valid_from,
                            GError     **error)
{
  const GgovOrganisationLineRecord record = {
    .kind = "grid",
    .owner_kind = "branch",
    .owner_id = party_organisation_id,
    .grid_id = grid_id,
    .valid_from = valid_from,
  };

  return ggov_change_add_organisation_line (change, &record, error);
}

/* End -------------------------------------------------------------------------------------- */

/* What @sql finds of an organisation after a day: pairs of a number and of what is asked with it. */
static GArray *
list_after (GgovDb      *db,
            const char  *sql,
            gint64       id,
            const char  *day,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  GgovDbStep step;

  if (stmt == NULL)
    return NULL;

  ggov_stmt_bind_int (stmt, 1, id);
  ggov_stmt_bind_text (stmt, 2, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    for (int column = 0; column < 2; column++)
      {
        gint64 value = ggov_stmt_get_int (stmt, column);

        g_array_append_val (found, value);
      }

  return step == GGOV_DB_DONE ? g_steal_pointer (&found) : NULL;
}

static gboolean
end_lines (GgovChange  *change,
           guint        at,
           gint64       id,
           const char  *day,
           GError     **error)
{
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", day) };
  g_autoptr(GArray) found = list_after (change->db, ending[at].sql, id, day, error);

  for (guint i = 0; found && i < found->len; i += 2)
    {
      gint64 line = g_array_index (found, gint64, i);

      if (g_array_index (found, gint64, i + 1)
            ? !_ggov_change_delete (change, ending[at].table, line, error)
            : !_ggov_change_update (change, ending[at].table, line, -1, columns, 1, error))
        return FALSE;
    }

  return found != NULL;
}

/* Refused where somebody holds a post on, unless posts end as well. */
static gboolean
end_posts (GgovChange                   *change,
           const GgovKnownOrganisation  *known,
           gint64                        id,
           const char                   *day,
           const char                   *reason,
           gboolean                      with_posts,
           GError                      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_POSTS, error);
  g_autoptr(GArray) posts = g_array_new (FALSE, FALSE, sizeof (gint64));
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  ggov_stmt_bind_text (stmt, 2, day);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 post = ggov_stmt_get_int (stmt, 0);

      if (!with_posts)
        /* Translators: a person and an organisation */
        return _ggov_organisation_refuse (error, g_strdup_printf (
          _("%1$s of %2$s still holds a post. End the posts of its people as well."),
          ggov_stmt_get_text (stmt, 1), known->name));
      if (strcmp (ggov_stmt_get_text (stmt, 2), day) > 0)
        /* Translators: a person, an organisation and a day */
        return _ggov_organisation_refuse (error, g_strdup_printf (
          _("%1$s of %2$s begins a post on %3$s only. Choose a later last day."),
          ggov_stmt_get_text (stmt, 1), known->name, ggov_stmt_get_text (stmt, 2)));
      g_array_append_val (posts, post);
    }

  for (guint i = 0; i < posts->len && step == GGOV_DB_DONE; i++)
    if (!ggov_change_end_post (change, g_array_index (posts, gint64, i), day, reason, error))
      return FALSE;

  return step == GGOV_DB_DONE;
}

static gboolean
check_groups (GgovChange                   *change,
              const GgovKnownOrganisation  *known,
              gint64                        id,
              const char                   *day,
              GError                      **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_GROUPS, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, id);
  ggov_stmt_bind_text (stmt, 2, day);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a party group and the branch that it belongs to */
  return _ggov_organisation_refuse (error, g_strdup_printf (
    _("The group %1$s belongs to %2$s. Put it under another branch or end it first."),
    ggov_stmt_get_text (stmt, 1), known->name));
}

gboolean
ggov_change_end_organisation (GgovChange  *change,
                              const char  *kind,
                              gint64       id,
                              const char  *last_day,
                              const char  *reason,
                              gboolean     with_posts,
                              GError     **error)
{
  gboolean is_party = ggov_organisation_kind_is_party (kind);
  const GgovColumn columns[] = {
    GGOV_TEXT ("valid_to", last_day),
    GGOV_TEXT ("end_reason", reason && *reason ? reason : NULL),
  };
  g_auto(GgovKnownOrganisation) known = { NULL };

  if (!_ggov_organisation_read (change->db, kind, id, &known, error) ||
      !_ggov_organisation_check_days (known.valid_from, last_day, error))
    return FALSE;

  if (known.valid_to && strcmp (known.valid_to, last_day) <= 0)
    /* Translators: an organisation and a day */
    return _ggov_organisation_refuse (error, g_strdup_printf (_("%1$s ended on %2$s already."),
                                                              known.name, known.valid_to));

  if (is_party ? !check_groups (change, &known, id, last_day, error)
               : !end_posts (change, &known, id, last_day, reason, with_posts, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ending); i++)
    if (ending[i].is_party == is_party && !end_lines (change, i, id, last_day, error))
      return FALSE;

  return _ggov_change_update (change, GGOV_ORGANISATION_TABLE (kind), id, -1, columns,
                              G_N_ELEMENTS (columns), error);
}
