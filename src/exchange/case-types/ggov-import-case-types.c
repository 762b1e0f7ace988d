/* ggov-import-case-types.c: case types out of a table or a document
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ggov-case-type-columns-private.h"
#include "ggov-exchange-error.h"
#include "ggov-import-case-types.h"
#include "ggov-import-heading.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"
#include "ggov-write-case-types.h"

#define N_REQUIRED 1 /* the code */

/* Far more than the case types of an office take. */
#define MOST_BYTES (4 * 1024 * 1024)

/* One row, with what it has to keep. */
typedef struct
{
  GgovChange          *change;
  GgovImportOrder     *order;
  gint64               row;
  GgovCaseTypeRecord   record;
  char                *valid_from; /* (nullable) */
  GgovCaseTypeVersion *last;       /* (nullable): what the office has */
  GPtrArray           *kept;
} Row;

static void
row_clear (Row *row)
{
  g_clear_pointer (&row->valid_from, g_free);
  g_clear_object (&row->last);
  g_clear_pointer (&row->kept, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static const char *
find_title (const char *field)
{
  const GgovImportField *fields = _ggov_case_type_get_columns ();

  for (guint i = 0; i < GGOV_CASE_TYPE_N_COLUMNS; i++)
    if (g_strcmp0 (fields[i].name, field) == 0)
      return _(fields[i].label);

  return NULL;
}

/* Rows with the same sentence about the same column are told of together. */
static char *
dup_problem_code (const GgovImportReport *report,
                  const char             *field,
                  const char             *message)
{
  guint n = 1;

  for (guint i = 0; i < report->problems->len; i++)
    {
      const GgovImportProblem *problem = report->problems->pdata[i];

      if (!problem->rejected || !g_str_has_prefix (problem->code, field))
        continue;
      if (g_str_equal (problem->message, message))
        return g_strdup (problem->code);
      n++;
    }

  return n == 1 ? g_strdup (field) : g_strdup_printf ("%s-%u", field, n);
}

/* @field: (nullable): the column that is at fault */
static void
leave_out (Row        *row,
           const char *field,
           const char *sentence)
{
  const char *title = find_title (field);
  /* Translators: a column’s title, and a sentence on what is wrong in it */
  g_autofree char *message = title ? g_strdup_printf (_("Column “%1$s”: %2$s"), title, sentence)
                                   : g_strdup (sentence);
  g_autofree char *code = dup_problem_code (row->order->report, field ? field : "type", message);

  ggov_import_report_reject (row->order->report, row->row, code, message, NAN, NAN);
}

/* What is there in one language alone stands for both. */
static void
fill_languages (GgovCaseTypeRecord *record)
{
  static const guint pairs[][2] = {
    { GGOV_CASE_TYPE_NAME_ZH, GGOV_CASE_TYPE_NAME },
    { GGOV_CASE_TYPE_CLASS_ZH, GGOV_CASE_TYPE_CLASS },
    { GGOV_CASE_TYPE_FILING_ZH, GGOV_CASE_TYPE_FILING },
    { GGOV_CASE_TYPE_CLOSING_ZH, GGOV_CASE_TYPE_CLOSING },
    { GGOV_CASE_TYPE_STAGE, GGOV_CASE_TYPE_STAGE + 1 },
    { GGOV_CASE_TYPE_STAGE + 3, GGOV_CASE_TYPE_STAGE + 4 },
    { GGOV_CASE_TYPE_STAGE + 6, GGOV_CASE_TYPE_STAGE + 7 },
    { GGOV_CASE_TYPE_STAGE + 9, GGOV_CASE_TYPE_STAGE + 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char **chinese = _ggov_case_type_get_text (record, pairs[i][0]);
      const char **english = _ggov_case_type_get_text (record, pairs[i][1]);

      if (*chinese == NULL || **chinese == '\0')
        *chinese = *english;
      else if (*english == NULL || **english == '\0')
        *english = *chinese;
    }
}

/* From when on what is different holds; NULL to put it right in place. */
static const char *
choose_day (const Row *row)
{
  const GgovCaseTypeRecord *present =
    row->last ? ggov_case_type_version_get_record (row->last) : NULL;
  const char *told = row->valid_from;

  if (present == NULL)
    return told ? told : row->order->day;

  if (told && strcmp (told, present->valid_from) > 0)
    return told;

  return present->n_issues == 0 && present->valid_to == NULL ? NULL : row->order->day;
}

static gboolean
is_same (const Row *row)
{
  const GgovCaseTypeRecord *present =
    row->last ? ggov_case_type_version_get_record (row->last) : NULL;

  return present && (present->valid_to == NULL || strcmp (present->valid_to, row->order->day) >= 0) &&
         (row->valid_from == NULL || strcmp (row->valid_from, present->valid_from) <= 0) &&
         ggov_case_type_record_equal (&row->record, present);
}

/* FALSE with @error for what is no fault of the row. */
static gboolean
take (Row     *row,
      GError **error)
{
  GgovImportReport *report = row->order->report;
  g_autoptr(GError) refusal = NULL;
  const char *field = NULL;

  fill_languages (&row->record);
  if (ggov_change_check_case_type (row->change, &row->record, &field, &refusal))
    {
      if (is_same (row))
        {
          report->same++;
          return TRUE;
        }

      field = "valid_from";
      if (ggov_change_save_case_type (row->change, &row->record, choose_day (row), &refusal))
        {
          *(row->last ? &report->changed : &report->added) += 1;
          return TRUE;
        }
    }

  if (!g_error_matches (refusal, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  leave_out (row, field, refusal->message);
  return TRUE;
}

/* The row begins as what the office has. */
static gboolean
begin (Row         *row,
       const char  *code,
       GError     **error)
{
  row->kept = g_ptr_array_new_with_free_func (g_free);
  if (!ggov_change_find_last_case_type (row->change, code, &row->last, error))
    return FALSE;

  if (row->last)
    row->record = *ggov_case_type_version_get_record (row->last);

  return TRUE;
}

/* Tables ------------------------------------------------------------------------------------- */

/* Roles and points rules by what they are called, too. */
static gboolean
read_name (Row         *row,
           guint        column,
           const char  *text,
           GError     **error)
{
  const char **place = _ggov_case_type_get_text (&row->record, column);
  char *code = NULL;

  if (!(column == GGOV_CASE_TYPE_ROLE ? ggov_change_find_role_code (row->change, text, &code, error)
                                      : ggov_change_find_points_code (row->change, text, &code,
                                                                      error)))
    return FALSE;

  if (code == NULL)
    code = g_strdup (text);
  g_ptr_array_add (row->kept, code);
  *place = code;

  return TRUE;
}

static gboolean
read_day (Row        *row,
          const char *text)
{
  int day;

  if (*text == '\0')
    return TRUE;
  if (!ggov_local_day_parse (text, &day, NULL))
    return FALSE;

  row->valid_from = g_strdup (text);
  return TRUE;
}

/* An apostrophe keeps a spreadsheet from taking a text for a formula. */
static const char *
skip_guard (const char *text)
{
  return text[0] == '\'' && text[1] && strchr ("=+-@", text[1]) ? text + 1 : text;
}

/* @fault: (out) (nullable): the column that cannot be read */
static gboolean
read_cells (Row              *row,
            GgovImportTable  *table,
            const char      **fault,
            GError          **error)
{
  for (guint i = 0; i < GGOV_CASE_TYPE_N_COLUMNS; i++)
    {
      g_autofree char *found = ggov_import_table_dup_text (table, i);
      const char *text = found ? skip_guard (found) : "";
      gboolean is_read = TRUE;

      /* A column the table does not have. */
      if (table->columns[i] < 0)
        continue;

      if (i == GGOV_CASE_TYPE_ROLE || i == GGOV_CASE_TYPE_POINTS)
        {
          if (!read_name (row, i, text, error))
            return FALSE;
        }
      else if (i == GGOV_CASE_TYPE_VALID_FROM)
        is_read = read_day (row, text);
      else
        is_read = _ggov_case_type_read_cell (&row->record, i, text, row->kept);

      if (!is_read && *fault == NULL)
        *fault = _ggov_case_type_get_columns ()[i].name;
    }

  return TRUE;
}

/* Workbooks keep rows that somebody has emptied. */
static gboolean
is_blank (GgovImportTable *table)
{
  for (guint i = 0; i < GGOV_CASE_TYPE_N_COLUMNS; i++)
    {
      g_autofree char *text = ggov_import_table_dup_text (table, i);

      if (text)
        return FALSE;
    }

  return TRUE;
}

static gboolean
accept_row (GgovChange       *change,
            GgovImportOrder  *order,
            GgovImportTable  *table,
            GHashTable       *taken,
            GError          **error)
{
  g_auto(Row) row = { .change = change, .order = order };
  g_autofree char *code = ggov_import_table_dup_text (table, GGOV_CASE_TYPE_CODE);
  const char *fault = NULL;

  if (is_blank (table))
    return TRUE;

  row.row = ggov_exchange_rows_get_number (table->rows);
  order->report->read++;
  if (code == NULL)
    {
      leave_out (&row, "code", _("The row has no code of a case type."));
      return TRUE;
    }

  if (!begin (&row, code, error) || !read_cells (&row, table, &fault, error))
    return FALSE;

  if (fault)
    leave_out (&row, fault, _("What stands there cannot be read."));
  else if (!g_hash_table_add (taken, g_steal_pointer (&code)))
    leave_out (&row, "code", _("An earlier row has the same code."));
  else
    return take (&row, error);

  return TRUE;
}

gboolean
ggov_import_accept_case_types (GgovChange       *change,
                               GgovImportOrder  *order,
                               GError          **error)
{
  const GgovImportField *fields = _ggov_case_type_get_columns ();
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GgovImportHeading) heading = NULL;
  g_autoptr(GgovImportTable) table = NULL;
  GError *broken = NULL;

  if (!(heading = ggov_import_heading_find (order->reading, order->layer_index, fields,
                                            GGOV_CASE_TYPE_N_COLUMNS, order->heading, order->wishes,
                                            NULL, error)) ||
      !(table = ggov_import_heading_open (order->reading, order->layer_index, heading, fields,
                                          GGOV_CASE_TYPE_N_COLUMNS, N_REQUIRED, order->wishes,
                                          error)))
    return FALSE;

  order->report->heading = heading->row;
  while (ggov_exchange_rows_next (table->rows, &broken))
    if (!ggov_change_check_cancelled (change, error) ||
        !accept_row (change, order, table, taken, error))
      return FALSE;

  if (broken == NULL)
    return TRUE;

  g_propagate_error (error, broken);
  return FALSE;
}

const GgovImportField *
ggov_import_get_case_type_fields (guint *n_fields)
{
  *n_fields = GGOV_CASE_TYPE_N_COLUMNS;

  return _ggov_case_type_get_columns ();
}

/* Documents ---------------------------------------------------------------------------------- */

static gboolean
refuse_document (const char  *path,
                 GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  /* Translators: a file’s name */
  g_set_error (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_FILE,
               _("“%s” is not a document of case types that can be read. Export one to see how it is "
                 "written."), name);

  return FALSE;
}

static GgovCaseTypeCatalogue *
read_document (const char  *path,
               GError     **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr(GgovCaseTypeCatalogue) types = NULL;
  g_autoptr(GError) cause = NULL;

  if (file && g_mapped_file_get_length (file) > 0 && g_mapped_file_get_length (file) < MOST_BYTES)
    types = ggov_case_type_catalogue_new_from_json (g_mapped_file_get_contents (file),
                                                    g_mapped_file_get_length (file), &cause);

  if (types == NULL)
    {
      g_debug ("Case types: %s", cause ? cause->message : "no file");
      refuse_document (path, error);
    }

  return g_steal_pointer (&types);
}

static gboolean
accept_type (GgovChange          *change,
             GgovImportOrder     *order,
             const GgovCaseType  *type,
             gint64               number,
             GError             **error)
{
  g_autoptr(GgovCaseTypeVersion) version = ggov_case_type_version_new_from_type (type);
  g_auto(Row) row = { .change = change, .order = order, .row = number };

  order->report->read++;
  if (!begin (&row, type->code, error))
    return FALSE;

  row.record = *ggov_case_type_version_get_record (version);
  if (row.last)
    {
      row.record.id = ggov_case_type_version_get_record (row.last)->id;
      row.record.row_version = ggov_case_type_version_get_record (row.last)->row_version;
    }

  return take (&row, error);
}

gboolean
ggov_import_accept_case_type_document (GgovChange       *change,
                                       GgovImportOrder  *order,
                                       const char       *path,
                                       GError          **error)
{
  g_autoptr(GgovCaseTypeCatalogue) types = read_document (path, error);

  for (guint i = 0; types && i < ggov_case_type_catalogue_get_n_types (types); i++)
    if (!accept_type (change, order, ggov_case_type_catalogue_get_type_at (types, i), i + 1, error))
      return FALSE;

  return types != NULL;
}
