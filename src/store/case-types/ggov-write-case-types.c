/* ggov-write-case-types.c: writing case types and their versions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ggov-case-types-private.h"
#include "ggov-local-time.h"
#include "ggov-search-text-private.h"
#include "ggov-write-case-types.h"

#define SQL_LAST GGOV_SQL_CASE_TYPE "WHERE t.code = $1 ORDER BY t.version DESC LIMIT 1"
#define SQL_CODE "SELECT code FROM case_type WHERE id = $1"
#define SQL_STAGES "SELECT id FROM case_type_stage WHERE case_type_id = $1 ORDER BY position"

/* What a version says of its type. */
#define COLUMNS(record, reading) \
  GGOV_TEXT ("reading", (reading)), \
  GGOV_TEXT ("lane", (record)->lane), \
  GGOV_TEXT ("class_code", text_of ((record)->class_code)), \
  GGOV_TEXT ("class", (record)->class_name), \
  GGOV_TEXT ("class_zh", (record)->class_name_zh), \
  GGOV_TEXT ("name", (record)->name), \
  GGOV_TEXT ("name_zh", (record)->name_zh), \
  GGOV_TEXT ("limit_text", (record)->limit_text), \
  GGOV_TEXT ("start_rule", text_of ((record)->start_rule)), \
  GGOV_TEXT ("role_code", text_of ((record)->role)), \
  GGOV_INT ("measures", (record)->measures), \
  GGOV_TEXT ("figure", text_of ((record)->figure)), \
  GGOV_TEXT ("service", text_of ((record)->service)), \
  GGOV_TEXT ("evidence", text_of ((record)->evidence)), \
  GGOV_INT ("duplicate_radius_m", (record)->duplicate_radius_m), \
  GGOV_INT ("duplicate_days", (record)->duplicate_days), \
  GGOV_TEXT ("points_activity", text_of ((record)->points_activity)), \
  GGOV_TEXT ("filing", text_of ((record)->filing)), \
  GGOV_TEXT ("filing_zh", text_of ((record)->filing_zh)), \
  GGOV_TEXT ("closing", text_of ((record)->closing)), \
  GGOV_TEXT ("closing_zh", text_of ((record)->closing_zh))

static const char *
text_of (const char *text)
{
  return text ? text : "";
}

static char *
dup_reading (const GgovCaseTypeRecord *record)
{
  g_autofree char *pinyin = _ggov_search_text_dup_word_pinyin (record->name_zh);

  return _ggov_search_text_dup_reading (pinyin);
}

static gboolean
add_stages (GgovChange                *change,
            gint64                     case_type_id,
            const GgovCaseTypeRecord  *record,
            GError                   **error)
{
  for (guint i = 0; i < ggov_case_type_record_count_stages (record); i++)
    {
      const GgovColumn columns[] = {
        GGOV_ID ("case_type_id", case_type_id),
        GGOV_INT ("position", i + 1),
        GGOV_TEXT ("name", text_of (record->stages[i].name)),
        GGOV_TEXT ("name_zh", text_of (record->stages[i].name_zh)),
        GGOV_TEXT ("limit_text", record->stages[i].limit_text),
      };

      if (!_ggov_change_insert (change, "case_type_stage", columns, G_N_ELEMENTS (columns), error))
        return FALSE;
    }

  return TRUE;
}

gint64
ggov_change_add_case_type_version (GgovChange                *change,
                                   const GgovCaseTypeRecord  *record,
                                   GError                   **error)
{
  g_autofree char *reading = dup_reading (record);
  const GgovColumn columns[] = {
    GGOV_TEXT ("code", record->code),
    GGOV_INT ("version", MAX (record->version, 1)),
    GGOV_TEXT ("valid_from", record->valid_from),
    GGOV_TEXT ("valid_to", record->valid_to),
    COLUMNS (record, reading),
  };
  gint64 id = _ggov_change_insert (change, "case_type", columns, G_N_ELEMENTS (columns), error);

  return id != 0 && add_stages (change, id, record, error) ? id : 0;
}

gboolean
ggov_change_find_last_case_type (GgovChange           *change,
                                 const char           *code,
                                 GgovCaseTypeVersion **version,
                                 GError              **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_LAST, error);
  GgovDbStep step;

  *version = NULL;
  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_text (stmt, 1, code);
  if ((step = ggov_stmt_step (stmt, error)) == GGOV_DB_ROW)
    *version = _ggov_case_type_make (change->db, stmt, error);

  return step == GGOV_DB_DONE || *version != NULL;
}

/* In place ----------------------------------------------------------------------------------- */

static gboolean
remove_stages (GgovChange  *change,
               gint64       case_type_id,
               GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_STAGES, error);
  g_autoptr(GArray) ids = NULL;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, case_type_id);
  ids = ggov_stmt_list_ints (stmt, error);
  for (guint i = 0; ids && i < ids->len; i++)
    if (!_ggov_change_delete (change, "case_type_stage", g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static gint64
change_in_place (GgovChange                *change,
                 const GgovCaseTypeRecord  *record,
                 GError                   **error)
{
  g_autofree char *reading = dup_reading (record);
  const GgovColumn columns[] = { COLUMNS (record, reading) };

  return _ggov_change_update (change, "case_type", record->id, record->row_version, columns,
                              G_N_ELEMENTS (columns), error) &&
         remove_stages (change, record->id, error) &&
         add_stages (change, record->id, record, error)
           ? record->id : 0;
}

/* Versions ----------------------------------------------------------------------------------- */

static gboolean
end_version (GgovChange  *change,
             gint64       id,
             gint64       row_version,
             int          first_day_after,
             GError     **error)
{
  g_autofree char *last = ggov_local_day_format (first_day_after - 1);
  const GgovColumn columns[] = { GGOV_TEXT ("valid_to", last) };

  return _ggov_change_update (change, "case_type", id, row_version, columns, 1, error);
}

static gboolean
has_ended_by (const GgovCaseTypeRecord *record,
              const char               *day)
{
  return record->valid_to && strcmp (record->valid_to, day) < 0;
}

static gint64
add_version (GgovChange                *change,
             const GgovCaseTypeRecord  *present,
             const GgovCaseTypeRecord  *record,
             const char                *day,
             GError                   **error)
{
  const gboolean ended = has_ended_by (present, day);
  GgovCaseTypeRecord next = *record;
  int number;

  next.version = present->version + 1;
  next.valid_from = day;
  next.valid_to = ended ? NULL : present->valid_to;

  if (!ggov_local_day_parse (day, &number, error) ||
      (!ended && !end_version (change, present->id, record->row_version, number, error)))
    return 0;

  return ggov_change_add_case_type_version (change, &next, error);
}

/* Neither before the last version, nor on its first day where it is in use. */
static gboolean
check_day (const GgovCaseTypeRecord  *present,
           const char                *day,
           GError                   **error)
{
  int number;

  if (!ggov_local_day_parse (day, &number, NULL))
    return _ggov_case_type_refuse (error, g_strdup_printf (
      _("“%s” is not a day. Write it as 2026-01-31."), day));

  if (strcmp (day, present->valid_from) < 0)
    return _ggov_case_type_refuse (error, g_strdup_printf (
      /* Translators: a case type and a day */
      _("What holds of “%1$s” now began on %2$s. Choose that day or a later one."), present->label,
      present->valid_from));

  if (present->n_issues > 0 && strcmp (day, present->valid_from) == 0)
    return _ggov_case_type_refuse (error, g_strdup_printf (
      /* Translators: a case type and a day */
      _("Issues were filed under “%1$s” as it holds from %2$s. Choose a later day."), present->label,
      present->valid_from));

  return TRUE;
}

static gint64
save_new (GgovChange                *change,
          const GgovCaseTypeRecord  *record,
          const char                *day,
          GError                   **error)
{
  g_autoptr(GgovCaseTypeVersion) same = NULL;
  GgovCaseTypeRecord first = *record;
  int number;

  if (!ggov_change_find_last_case_type (change, record->code, &same, error))
    return 0;

  if (same)
    return _ggov_case_type_refuse (error, g_strdup_printf (
      /* Translators: a code, and the name of the case type that has it */
      _("The code “%1$s” is that of the case type “%2$s”. Choose another."), record->code,
      ggov_case_type_version_get_record (same)->label));

  first.version = 1;
  first.valid_from = day ? day : record->valid_from;
  first.valid_to = NULL;
  if (first.valid_from == NULL || !ggov_local_day_parse (first.valid_from, &number, NULL))
    return _ggov_case_type_refuse (error, g_strdup (_("Say from which day the case type holds.")));

  return ggov_change_add_case_type_version (change, &first, error);
}

/* The last version of the type that @record is of, if that is the one that was seen. */
static GgovCaseTypeVersion *
find_seen (GgovChange                *change,
           const GgovCaseTypeRecord  *record,
           GError                   **error)
{
  g_autoptr(GgovCaseTypeVersion) last = NULL;

  if (!ggov_change_find_last_case_type (change, record->code, &last, error))
    return NULL;

  if (last && ggov_case_type_version_get_record (last)->id == record->id)
    return g_steal_pointer (&last);

  if (last == NULL)
    _ggov_case_type_refuse (error, g_strdup (_("The code of a case type stays: issues are known by "
                                               "it. Make a new type for another code.")));
  else
    _ggov_case_type_refuse (error, g_strdup_printf (
      /* Translators: a case type and a day */
      _("“%1$s” was changed meanwhile, from %2$s on. Look at the last version and change that."),
      ggov_case_type_version_get_record (last)->label,
      ggov_case_type_version_get_record (last)->valid_from));

  return NULL;
}

gint64
ggov_change_save_case_type (GgovChange                *change,
                            const GgovCaseTypeRecord  *record,
                            const char                *day,
                            GError                   **error)
{
  g_autoptr(GgovCaseTypeVersion) last = NULL;
  const GgovCaseTypeRecord *present;

  if (!ggov_change_check_case_type (change, record, NULL, error))
    return 0;

  ggov_change_set_subject (change, record->code);
  if (record->id == 0)
    return save_new (change, record, day, error);

  if (!(last = find_seen (change, record, error)))
    return 0;

  present = ggov_case_type_version_get_record (last);
  if (day == NULL)
    day = present->valid_from;
  if (!has_ended_by (present, day) && ggov_case_type_record_equal (present, record))
    return present->id;

  if (!check_day (present, day, error))
    return 0;

  return strcmp (day, present->valid_from) == 0 ? change_in_place (change, record, error)
                                                : add_version (change, present, record, day, error);
}

gboolean
ggov_change_withdraw_case_type (GgovChange  *change,
                                const char  *code,
                                const char  *day,
                                GError     **error)
{
  g_autoptr(GgovCaseTypeVersion) last = NULL;
  const GgovCaseTypeRecord *present;
  int number;

  if (!ggov_change_find_last_case_type (change, code, &last, error))
    return FALSE;

  if (last == NULL)
    /* Translators: a code that somebody typed */
    return _ggov_case_type_refuse (error, g_strdup_printf (_("There is no case type “%s”."), code));

  present = ggov_case_type_version_get_record (last);
  if (!check_day (present, day, error) || !ggov_local_day_parse (day, &number, error))
    return FALSE;

  if (has_ended_by (present, day))
    return _ggov_case_type_refuse (error, g_strdup_printf (
      /* Translators: a case type and a day */
      _("“%1$s” was withdrawn already: its last day is %2$s."), present->label,
      present->valid_to));

  ggov_change_set_subject (change, code);

  return end_version (change, present->id, present->row_version, number, error);
}
