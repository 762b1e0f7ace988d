/* ggov-write-organisation-lines.c: writing contacts, members, grids, resources and activities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-change-private.h"
#include "ggov-organisation-kind.h"
#include "ggov-organisation-rules-private.h"
#include "ggov-write-founding.h"
#include "ggov-write-people.h"

#define SQL_SERVES \
  "SELECT 1 FROM organisation_grid l WHERE l.organisation_id = $1 AND l.grid_id = $2 " \
  "AND l.valid_from <= $3 AND (l.valid_to IS NULL OR l.valid_to >= $3) LIMIT 1"
#define SQL_FIRST_DAY(table, owner) \
  "SELECT valid_from, " owner " FROM " table " WHERE id = $1"

/* What is asked before a line is ended. */
static const struct
{
  const char *table;
  const char *sql;
} first_days[] = {
  { "organisation_contact", SQL_FIRST_DAY ("organisation_contact", "organisation_id") },
  { "organisation_grid", SQL_FIRST_DAY ("organisation_grid", "organisation_id") },
  { "organisation_resource", SQL_FIRST_DAY ("organisation_resource", "organisation_id") },
  { "party_member", SQL_FIRST_DAY ("party_member", "party_organisation_id") },
  { "party_organisation_grid",
    SQL_FIRST_DAY ("party_organisation_grid", "party_organisation_id") },
};

static const char *
get_filled (const char *text)
{
  return text ? text : "";
}

static void
append (GArray     *columns,
        GgovColumn  column)
{
  g_array_append_val (columns, column);
}

/* The columns that are a kind's own. */
static void
append_own (GArray                           *columns,
            const GgovOrganisationLineRecord *record)
{
  if (g_str_equal (record->kind, "contact"))
    append (columns, (GgovColumn) GGOV_TEXT ("duty", get_filled (record->note)));
  else if (g_str_equal (record->kind, "member"))
    append (columns, (GgovColumn) GGOV_TEXT ("duty", record->code));
  else if (g_str_equal (record->kind, "resource"))
    append (columns, (GgovColumn) GGOV_TEXT ("amount", get_filled (record->note)));
  else if (g_str_equal (record->kind, "activity"))
    {
      append (columns, (GgovColumn) GGOV_TEXT ("note", get_filled (record->note)));
      append (columns, (GgovColumn) GGOV_ID ("grid_id", record->grid_id));
      if (record->reached >= 0)
        append (columns, (GgovColumn) GGOV_INT ("people", record->reached));
    }

  if (g_str_equal (record->kind, "resource"))
    append (columns, (GgovColumn) GGOV_TEXT ("name", record->title));
  else if (g_str_equal (record->kind, "activity"))
    append (columns, (GgovColumn) GGOV_TEXT ("title", record->title));
  else if (g_str_equal (record->kind, "grid"))
    append (columns, (GgovColumn) GGOV_ID ("grid_id", record->grid_id));
  else
    append (columns, (GgovColumn) GGOV_ID ("person_id", record->person_id));
}

gint64
ggov_change_add_organisation_line (GgovChange                        *change,
                                   const GgovOrganisationLineRecord  *record,
                                   GError                           **error)
{
  gboolean is_party = ggov_organisation_kind_is_party (record->owner_kind);
  const char *table = _ggov_organisation_line_table (record->kind, record->owner_kind);
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (GgovColumn));

  g_return_val_if_fail (table != NULL, 0);

  append (columns, (GgovColumn) GGOV_ID (is_party ? "party_organisation_id" : "organisation_id",
                                         record->owner_id));
  append_own (columns, record);
  if (g_str_equal (record->kind, "activity"))
    append (columns, (GgovColumn) GGOV_TEXT ("day", record->valid_from));
  else
    {
      append (columns, (GgovColumn) GGOV_TEXT ("valid_from", record->valid_from));
      append (columns, (GgovColumn) GGOV_TEXT ("valid_to", record->valid_to));
    }

  return _ggov_change_insert (change, table, (const GgovColumn *) (gpointer) columns->data,
                              columns->len, error);
}

/* Posts ------------------------------------------------------------------------------------ */

/* 1 where the organisation serves the grid on the day, 0 where not, -1 with @error set */
static int
serves (GgovChange                        *change,
        const GgovOrganisationLineRecord  *record,
        GError                           **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_SERVES, error);
  GgovDbStep step;

  if (stmt == NULL)
    return -1;

  ggov_stmt_bind_int (stmt, 1, record->owner_id);
  ggov_stmt_bind_int (stmt, 2, record->grid_id);
  ggov_stmt_bind_text (stmt, 3, record->valid_from);
  step = ggov_stmt_step (stmt, error);

  return step == GGOV_DB_ERROR ? -1 : step == GGOV_DB_ROW;
}

static gboolean
add_service (GgovChange                        *change,
             const GgovOrganisationLineRecord  *record,
             GError                           **error)
{
  GgovOrganisationLineRecord service = *record;
  int there;

  if (!ggov_organisation_kind_is_company (record->owner_kind))
    return TRUE;

  service.kind = "grid";
  if ((there = serves (change, record, error)) != 0)
    return there > 0;

  return ggov_change_add_organisation_line (change, &service, error) != 0;
}

/* Somebody of the organisation gets a post on a grid, which a company serves from then on. */
static gint64
add_post (GgovChange                        *change,
          const GgovKnownOrganisation       *owner,
          const GgovOrganisationLineRecord  *record,
          GError                           **error)
{
  const char *role = record->code && *record->code
                       ? record->code : ggov_organisation_kind_get_role (owner->kind);
  const GgovPersonRecord employed = { .organisation_id = record->owner_id };
  GgovPostRecord post = {
    .person_id = record->person_id,
    .grid_id = record->grid_id,
    .valid_from = record->valid_from,
    .valid_to = record->valid_to,
    .reason = record->note,
  };

  if (role == NULL)
    {
      /* Translators: the name of an organisation */
      _ggov_organisation_refuse (error, g_strdup_printf (_("Say which post somebody of %s gets."),
                                                         owner->name));
      return 0;
    }

  if (!(post.role_id = ggov_change_find_role (change, role, error)) ||
      !ggov_change_update_person (change, record->person_id, &employed, error) ||
      !add_service (change, record, error))
    return 0;

  return ggov_change_add_post (change, &post, error);
}

/* Choose ----------------------------------------------------------------------------------- */

static gint64
add_person (GgovChange                        *change,
            const GgovOrganisationLineRecord  *record,
            GError                           **error)
{
  g_autofree char *name = g_strstrip (g_strdup (record->person_name));
  g_autofree char *phone = g_strstrip (g_strdup (get_filled (record->person_phone)));
  const GgovPersonRecord person = {
    .name = name,
    .phone = *phone ? phone : NULL,
    .organisation_id = ggov_organisation_kind_is_party (record->owner_kind) ? 0 : record->owner_id,
  };

  return ggov_change_add_person (change, &person, error);
}

gint64
ggov_change_choose_organisation_line (GgovChange                  *change,
                                      GgovOrganisationLineRecord  *record,
                                      GError                     **error)
{
  GgovOrganisationLineRecord line = *record;
  g_auto(GgovKnownOrganisation) owner = { NULL };

  if (!_ggov_organisation_read (change->db, record->owner_kind, record->owner_id, &owner, error))
    return 0;

  line.owner_kind = owner.kind;
  if (!_ggov_organisation_check_line (change->db, &owner, &line, error))
    return 0;

  if (line.person_id == 0 && line.person_name &&
      !(record->person_id = line.person_id = add_person (change, &line, error)))
    return 0;

  ggov_change_set_subject (change, owner.name);

  return g_str_equal (line.kind, "post") ? add_post (change, &owner, &line, error)
                                         : ggov_change_add_organisation_line (change, &line, error);
}

/* The first day of a line and the organisation it is of; refused where it is not there. */
static gboolean
read_line (GgovDb      *db,
           const char  *table,
           gint64       id,
           char       **first_day,
           gint64      *owner_id,
           GError     **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  GgovDbStep step = GGOV_DB_DONE;

  for (guint i = 0; i < G_N_ELEMENTS (first_days) && stmt == NULL; i++)
    if (g_strcmp0 (first_days[i].table, table) == 0)
      {
        if (!(stmt = ggov_db_prepare (db, first_days[i].sql, error)))
          return FALSE;
        ggov_stmt_bind_int (stmt, 1, id);
        step = ggov_stmt_step (stmt, error);
      }

  if (step == GGOV_DB_DONE)
    return _ggov_organisation_refuse (error, g_strdup (_("There is no such line any more.")));
  if (step == GGOV_DB_ERROR)
    return FALSE;

  *first_day = g_strdup (ggov_stmt_get_text (stmt, 0));
  *owner_id = ggov_stmt_get_int (stmt, 1);

  return TRUE;
}

gboolean
ggov_change_end_organisation_line (GgovChange  *change,
                                   const char  *kind,
                                   const char  *owner_kind,
                                   gint64       id,
                                   const char  *last_day,
                                   GError     **error)
{
  const char *table = _ggov_organisation_line_table (kind, owner_kind);
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", last_day) };
  g_auto(GgovKnownOrganisation) owner = { NULL };
  g_autofree char *first_day = NULL;
  gint64 owner_id = 0;

  if (g_str_equal (kind, "post"))
    return ggov_change_end_post (change, id, last_day, NULL, error);
  if (g_str_equal (kind, "activity"))
    return _ggov_change_delete (change, table, id, error);

  if (!read_line (change->db, table, id, &first_day, &owner_id, error) ||
      !_ggov_organisation_check_days (first_day, last_day, error) ||
      !_ggov_organisation_read (change->db, owner_kind, owner_id, &owner, error))
    return FALSE;

  ggov_change_set_subject (change, owner.name);

  return _ggov_change_update (change, table, id, -1, columns, G_N_ELEMENTS (columns), error);
}
