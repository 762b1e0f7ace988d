/* ggov-organisation-line-rules.c: what has to hold before an organisation gets a contact or a grid
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

#define MEETS(line) \
  line ".valid_from <= coalesce ($4, '9999-12-31') " \
  "AND coalesce (" line ".valid_to, '9999-12-31') >= $3"

#define SQL_PERSON "SELECT n.name, n.merged_into_id FROM person n WHERE n.id = $1"
#define SQL_TWIN \
  "SELECT n.id FROM person n WHERE n.name = $1 AND n.phone = $2 AND n.merged_into_id IS NULL"
#define SQL_GRID \
  "SELECT g.name, g.community_id, c.name, g.valid_from, g.valid_to FROM grid g " \
  "JOIN community c ON c.id = g.community_id WHERE g.id = $1"

/* The same person or grid with the same organisation in these days. $1 is the owner. */
#define SQL_SAME(table, owner, column) \
  "SELECT l.valid_from FROM " table " l WHERE l." owner " = $1 AND l." column " = $2 " \
  "AND " MEETS ("l") " LIMIT 1"

/* Who leads it in these days. */
#define SQL_LEADER \
  "SELECT n.name, l.valid_from FROM party_member l JOIN person n ON n.id = l.person_id " \
  "WHERE l.party_organisation_id = $1 AND l.duty = $2 AND " MEETS ("l") " LIMIT 1"

/* Another branch that the person is in, itself or in one of its groups. */
#define SQL_OTHER_BRANCH \
  "SELECT coalesce (b.name, y.name) FROM party_member l " \
  "JOIN party_organisation y ON y.id = l.party_organisation_id " \
  "LEFT JOIN party_organisation b ON b.id = y.parent_id " \
  "WHERE l.person_id = $2 AND coalesce (b.id, y.id) <> $1 AND " MEETS ("l") " LIMIT 1"

#define SQL_EMPLOYER \
  "SELECT o.name, n.name FROM person n JOIN organisation o ON o.id = n.organisation_id " \
  "WHERE n.id = $1 AND o.id <> $2 AND (o.valid_to IS NULL OR o.valid_to >= $3)"

/* Lines of one person with one organisation that meet; the earlier row stays. */
#define SQL_JOINED(table, owner) \
  "SELECT DISTINCT b.id FROM " table " a JOIN " table " b ON b." owner " = a." owner " " \
  "AND b.person_id = a.person_id AND b.id > a.id " \
  "AND b.valid_from <= coalesce (a.valid_to, '9999-12-31') " \
  "AND coalesce (b.valid_to, '9999-12-31') >= a.valid_from WHERE a.person_id = $1"

/* The kinds of lines that are kept here; a post is kept with the posts. */
static const struct
{
  const char *kind;
  const char *table;
  const char *party_table; /* (nullable) */
} lines[] = {
  { "contact", "organisation_contact", NULL },
  { "member", NULL, "party_member" },
  { "grid", "organisation_grid", "party_organisation_grid" },
  { "resource", "organisation_resource", NULL },
  { "activity", "organisation_activity", NULL },
};

static const struct
{
  const char *table;
  const char *person;
  const char *grid;
} same[] = {
  { "organisation_contact", SQL_SAME ("organisation_contact", "organisation_id", "person_id"), NULL },
  { "party_member", SQL_SAME ("party_member", "party_organisation_id", "person_id"), NULL },
  { "organisation_grid", NULL, SQL_SAME ("organisation_grid", "organisation_id", "grid_id") },
  { "party_organisation_grid", NULL,
    SQL_SAME ("party_organisation_grid", "party_organisation_id", "grid_id") },
};

const char *
_ggov_organisation_line_table (const char *kind,
                               const char *owner_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_strcmp0 (lines[i].kind, kind) == 0)
      return ggov_organisation_kind_is_party (owner_kind) ? lines[i].party_table : lines[i].table;

  return NULL;
}

/* Somebody new is nobody of the office who has that name and that phone. */
static gboolean
check_new (GgovDb      *db,
           const char  *name,
           const char  *phone,
           GError     **error)
{
  g_autofree char *number = g_strstrip (g_strdup (phone ? phone : ""));
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (*name == '\0')
    return _ggov_organisation_refuse (error, g_strdup (_("Say who it is: somebody of the office, "
                                                         "or the name of somebody new.")));
  if (*number == '\0')
    return TRUE;

  if (!(stmt = ggov_db_prepare (db, SQL_TWIN, error)))
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, name);
  ggov_stmt_bind_text (stmt, 2, number);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a person and a phone number */
  return _ggov_organisation_refuse (error, g_strdup_printf (
    _("%1$s with the phone %2$s is in the office already. Choose that person instead of naming "
      "somebody new."), name, number));
}

/* Who is meant; @name: (out) */
static gboolean
check_person (GgovDb                            *db,
              const GgovOrganisationLineRecord  *record,
              char                             **name,
              GError                           **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (record->person_id == 0)
    {
      *name = g_strstrip (g_strdup (record->person_name ? record->person_name : ""));
      return check_new (db, *name, record->person_phone, error);
    }

  if (!(stmt = ggov_db_prepare (db, SQL_PERSON, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->person_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE || !ggov_stmt_is_null (stmt, 1))
    return _ggov_organisation_refuse (error, g_strdup (_("This is nobody of the office. Choose "
                                                         "somebody of the office, or name somebody "
                                                         "new.")));

  *name = g_strdup (ggov_stmt_get_text (stmt, 0));

  return TRUE;
}

static gboolean
refuse_grid_days (const char  *grid,
                  const char  *first,
                  const char  *last,
                  GError     **error)
{
  if (last)
    /* Translators: a grid and two days */
    return _ggov_organisation_refuse (error, g_strdup_printf (_("The grid %1$s was there from %2$s "
                                                                "to %3$s. Choose a grid of that "
                                                                "day."), grid, first, last));

  /* Translators: a grid and a day */
  return _ggov_organisation_refuse (error, g_strdup_printf (_("The grid %1$s is there from %2$s. "
                                                              "Choose a later day."), grid, first));
}

static gboolean
check_grid (GgovDb                            *db,
            const GgovKnownOrganisation       *owner,
            const GgovOrganisationLineRecord  *record,
            char                             **name,
            GError                           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_GRID, error);
  const char *first, *last;
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->grid_id);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ERROR)
    return FALSE;

  if (step == GGOV_DB_DONE)
    return _ggov_organisation_refuse (error, g_strdup (_("There is no such grid. Choose one.")));

  *name = g_strdup (ggov_stmt_get_text (stmt, 0));
  first = ggov_stmt_get_text (stmt, 3);
  last = ggov_stmt_get_text (stmt, 4);
  if (strcmp (record->valid_from, first) < 0 || (last && strcmp (record->valid_from, last) > 0))
    return refuse_grid_days (*name, first, last, error);

  if (owner->community_id == 0 || owner->community_id == ggov_stmt_get_int (stmt, 1))
    return TRUE;

  /* Translators: an organisation, its community, a grid, the grid's community */
  return _ggov_organisation_refuse (error, g_strdup_printf (
    _("%1$s belongs to %2$s, but the grid %3$s lies in %4$s. Choose a grid of its own community."),
    owner->name, owner->community, *name, ggov_stmt_get_text (stmt, 2)));
}

static void
bind_days (GgovStmt                         *stmt,
           const GgovOrganisationLineRecord *record)
{
  ggov_stmt_bind_text (stmt, 3, record->valid_from);
  ggov_stmt_bind_text (stmt, 4, record->valid_to);
}

/* @of: the person's or grid's number; @name: what it is called */
static gboolean
check_same (GgovDb                            *db,
            const char                        *sql,
            const GgovKnownOrganisation       *owner,
            const GgovOrganisationLineRecord  *record,
            gint64                             of,
            const char                        *name,
            GError                           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, sql, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->owner_id);
  ggov_stmt_bind_int (stmt, 2, of);
  bind_days (stmt, record);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: an organisation, a person or grid, and a day */
  return _ggov_organisation_refuse (error, g_strdup_printf (
    _("%1$s has %2$s already, since %3$s. End that first."), owner->name, name,
    ggov_stmt_get_text (stmt, 0)));
}

static gboolean
check_twice (GgovDb                            *db,
             const GgovKnownOrganisation       *owner,
             const GgovOrganisationLineRecord  *record,
             const char                        *name,
             GError                           **error)
{
  const char *table = _ggov_organisation_line_table (record->kind, owner->kind);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (g_strcmp0 (same[i].table, table) == 0)
      return check_same (db, same[i].person ? same[i].person : same[i].grid, owner, record,
                         same[i].person ? record->person_id : record->grid_id, name, error);

  return TRUE;
}

static gboolean
check_leader (GgovDb                            *db,
              const GgovKnownOrganisation       *owner,
              const GgovOrganisationLineRecord  *record,
              GError                           **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step;

  if (!ggov_party_duty_leads (record->code, owner->kind))
    return TRUE;

  if (!(stmt = ggov_db_prepare (db, SQL_LEADER, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->owner_id);
  ggov_stmt_bind_text (stmt, 2, record->code);
  bind_days (stmt, record);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a person, a party organisation, the person's duty in it, and a day */
  return _ggov_organisation_refuse (error, g_strdup_printf (
    _("%1$s leads %2$s (%3$s) since %4$s. End that first."), ggov_stmt_get_text (stmt, 0),
    owner->name, ggov_party_duty_get_label_of (record->code), ggov_stmt_get_text (stmt, 1)));
}

static gboolean
check_branch (GgovDb                            *db,
              const GgovKnownOrganisation       *owner,
              const GgovOrganisationLineRecord  *record,
              const char                        *name,
              GError                           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_OTHER_BRANCH, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, owner->parent_id ? owner->parent_id : record->owner_id);
  ggov_stmt_bind_int (stmt, 2, record->person_id);
  bind_days (stmt, record);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a person and a party branch */
  return _ggov_organisation_refuse (error, g_strdup_printf (
    _("%1$s is a member in %2$s on these days. End that membership first."), name,
    ggov_stmt_get_text (stmt, 0)));
}

static gboolean
check_duty (const GgovKnownOrganisation       *owner,
            const GgovOrganisationLineRecord  *record,
            GError                           **error)
{
  if (ggov_party_duty_find (record->code) < GGOV_N_PARTY_DUTIES)
    return TRUE;

  /* Translators: what somebody typed as a duty */
  return _ggov_organisation_refuse (error, g_strdup_printf (
    _("“%s” is no duty in a party organisation: secretary, deputy, leader or member."),
    record->code ? record->code : ""));
}

static gboolean
check_employer (GgovDb                            *db,
                const GgovKnownOrganisation       *owner,
                const GgovOrganisationLineRecord  *record,
                GError                           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_EMPLOYER, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, record->person_id);
  ggov_stmt_bind_int (stmt, 2, record->owner_id);
  ggov_stmt_bind_text (stmt, 3, record->valid_from);
  if ((step = ggov_stmt_step (stmt, error)) != GGOV_DB_ROW)
    return step == GGOV_DB_DONE;

  /* Translators: a person, the organisation they work for, and another organisation */
  return _ggov_organisation_refuse (error, g_strdup_printf (
    _("%1$s works for %2$s. Choose somebody of %3$s."), ggov_stmt_get_text (stmt, 1),
    ggov_stmt_get_text (stmt, 0), owner->name));
}

static gboolean
check_bounds (const GgovKnownOrganisation       *owner,
              const GgovOrganisationLineRecord  *record,
              GError                           **error)
{
  if (owner->valid_from && strcmp (record->valid_from, owner->valid_from) < 0)
    /* Translators: an organisation and a day */
    return _ggov_organisation_refuse (error, g_strdup_printf (
      _("%1$s begins on %2$s. Choose that day or a later one."), owner->name, owner->valid_from));

  if (owner->valid_to && strcmp (record->valid_to ? record->valid_to : record->valid_from,
                                 owner->valid_to) > 0)
    /* Translators: an organisation and a day */
    return _ggov_organisation_refuse (error, g_strdup_printf (
      _("%1$s ended on %2$s. Nothing can be added after that day."), owner->name,
      owner->valid_to));

  return _ggov_organisation_check_days (record->valid_from, record->valid_to, error);
}

static gboolean
check_words (const GgovOrganisationLineRecord  *record,
             GError                           **error)
{
  if (g_str_equal (record->kind, "resource") && (record->title == NULL || *record->title == '\0'))
    return _ggov_organisation_refuse (error, g_strdup (_("Say what is offered.")));
  if (g_str_equal (record->kind, "activity") && (record->title == NULL || *record->title == '\0'))
    return _ggov_organisation_refuse (error, g_strdup (_("Say what was done.")));

  return TRUE;
}

gboolean
_ggov_organisation_check_line (GgovDb                            *db,
                               const GgovKnownOrganisation       *owner,
                               const GgovOrganisationLineRecord  *record,
                               GError                           **error)
{
  gboolean is_post = g_str_equal (record->kind, "post");
  gboolean is_member = g_str_equal (record->kind, "member");
  gboolean needs_grid = is_post || g_str_equal (record->kind, "grid");
  gboolean needs_person = is_post || is_member || g_str_equal (record->kind, "contact");
  g_autofree char *grid = NULL;
  g_autofree char *person = NULL;

  if (_ggov_organisation_line_table (record->kind, owner->kind) == NULL &&
      (!is_post || ggov_organisation_kind_is_party (owner->kind)))
    /* Translators: the name and the kind of an organisation */
    return _ggov_organisation_refuse (error, g_strdup_printf (
      _("%1$s (%2$s) has nothing of this kind."), owner->name,
      ggov_organisation_kind_get_label_of (owner->kind)));

  return check_words (record, error) &&
         check_bounds (owner, record, error) &&
         (!needs_person || check_person (db, record, &person, error)) &&
         (!is_member || check_duty (owner, record, error)) &&
         (!(needs_grid || record->grid_id != 0) ||
          check_grid (db, owner, record, &grid, error)) &&
         check_twice (db, owner, record, person ? person : grid, error) &&
         (!is_member || (check_leader (db, owner, record, error) &&
                         check_branch (db, owner, record, person, error))) &&
         (!is_post || check_employer (db, owner, record, error));
}

static gboolean
join_lines (GgovChange  *change,
            const char  *table,
            const char  *sql,
            gint64       person_id,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, sql, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, person_id);
  while ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    {
      gint64 id = ggov_stmt_get_int (stmt, 0);

      g_array_append_val (ids, id);
    }

  for (guint i = 0; i < ids->len && step == GGOV_DB_DONE; i++)
    if (!_ggov_change_delete (change, table, g_array_index (ids, gint64, i), error))
      return FALSE;

  return step == GGOV_DB_DONE;
}

gboolean
_ggov_organisation_join_lines (GgovChange  *change,
                               gint64       person_id,
                               GError     **error)
{
  return join_lines (change, "organisation_contact",
                     SQL_JOINED ("organisation_contact", "organisation_id"), person_id, error) &&
         join_lines (change, "party_member", SQL_JOINED ("party_member", "party_organisation_id"),
                     person_id, error);
}
