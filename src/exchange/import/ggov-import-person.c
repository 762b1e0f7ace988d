/* ggov-import-person.c: what a row says of a person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ggov-import-person-private.h"
#include "ggov-local-time.h"
#include "ggov-typed-text.h"

#define DAYS_LATE 1462 /* 1904-01-01 after 1899-12-30, where spreadsheets begin to count */

void
ggov_import_person_free (GgovImportPerson *self)
{
  g_free (self->name);
  g_free (self->birth_date);
  g_free (self->phone);
  g_free (self->role);
  g_free (self->community);
  g_free (self->grid);
  g_free (self->compound);
  g_free (self->building);
  g_free (self->unit);
  g_free (self->place);
  g_free (self->since);
  g_free (self->until);
  g_free (self->reason);
  g_free (self);
}

/* Says in which column, and what stands there. */
static void
reject_value (GgovImportPerson *self,
              GgovImportTable  *table,
              guint             field,
              GgovImportReport *report,
              const char       *code,
              const char       *message)
{
  const char *title = ggov_import_table_get_title (table, field);
  const char *text = ggov_import_table_get_text (table, field);
  g_autofree char *reason = NULL;

  if (self->is_rejected)
    return;

  /* Translators: the heading of a column, what stands in a cell of it, and what is wrong with that */
  reason = g_strdup_printf (_("Column “%1$s”, “%2$s”: %3$s"), title ? title : "", text ? text : "",
                            message);
  ggov_import_report_reject_because (report, self->row, code, message, reason);
  self->is_rejected = TRUE;
}

static char *
dup_field (GgovImportTable *table,
           guint            field)
{
  return ggov_typed_dup_text (ggov_import_table_get_text (table, field));
}

static gboolean
is_blank (GgovImportTable *table)
{
  for (guint i = 0; i < GGOV_IMPORT_PERSON_N_FIELDS; i++)
    {
      g_autofree char *text = dup_field (table, i);

      if (text)
        return FALSE;
    }

  return TRUE;
}

/* Templates explain their columns in a row below the headings, and lists end in sums and signatures. */
static gboolean
is_note (GgovImportTable *table,
         const char      *name)
{
  static const char * const beginnings[] = { "必填", "可选", "选填", "如:", "例如", "示例", "说明", "注:",
                                             "备注", "合计", "总计", "小计", "填表", "制表", "审核",
                                             "total", NULL };

  if (name == NULL)
    return is_blank (table);

  for (guint i = 0; beginnings[i]; i++)
    if (g_str_has_prefix (name, beginnings[i]))
      return TRUE;

  return FALSE;
}

/* A formula that went wrong leaves its error where a value should be. */
static gboolean
is_cell_error (const char *text)
{
  static const char * const errors[] = { "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!",
                                         "#VALUE!", "#SPILL!", "#CALC!", NULL };

  return text && *text == '#' && g_strv_contains (errors, text);
}

static void
check_cells (GgovImportPerson *self,
             GgovImportTable  *table,
             GgovImportReport *report)
{
  for (guint i = 0; i < GGOV_IMPORT_PERSON_N_FIELDS; i++)
    {
      const char *text = ggov_import_table_get_text (table, i);

      if (is_cell_error (text))
        reject_value (self, table, i, report, "cell-error",
                      _("A formula went wrong here; correct it in the table, or type its value"));
      else if (g_strcmp0 (text, "#FORMULA!") == 0)
        reject_value (self, table, i, report, "formula",
                      _("A formula has no result in the file; open the table in its own program and "
                        "save it"));
    }
}

static char *
read_day (GgovImportPerson *self,
          GgovImportTable  *table,
          guint             field,
          guint             epoch,
          GgovImportReport *report)
{
  g_autofree char *text = dup_field (table, field);
  int day;

  if (text == NULL)
    return NULL;

  switch (ggov_typed_parse_day (text, &day))
    {
    case GGOV_TYPED_DAY_SERIAL:
      ggov_import_report_notice (report, self->row, "day-number",
                                 _("A number was taken for a spreadsheet’s number of a day"), NAN,
                                 NAN);
      return ggov_local_day_format (epoch == 1904 ? day + DAYS_LATE : day);

    case GGOV_TYPED_DAY_FINE:
      return ggov_local_day_format (day);

    case GGOV_TYPED_DAY_BAD:
    default:
      reject_value (self, table, field, report, "bad-day",
                    _("A date cannot be read, or the calendar has no such day; write it as "
                      "2024-01-31"));
      return NULL;
    }
}

static void
read_phone (GgovImportPerson *self,
            GgovImportTable  *table,
            GgovImportReport *report)
{
  g_autofree char *text = dup_field (table, GGOV_IMPORT_PERSON_PHONE);

  self->phone = ggov_typed_dup_phone (text);
  if (text && self->phone == NULL)
    reject_value (self, table, GGOV_IMPORT_PERSON_PHONE, report, "bad-phone",
                  _("A phone cannot be read; a spreadsheet may have rounded it. Make the column "
                    "text"));
}

static void
read_sex (GgovImportPerson *self,
          GgovImportTable  *table,
          GgovImportReport *report)
{
  g_autofree char *text = dup_field (table, GGOV_IMPORT_PERSON_SEX);

  self->sex = text ? ggov_typed_get_sex (text) : NULL;
  if (text && self->sex == NULL)
    reject_value (self, table, GGOV_IMPORT_PERSON_SEX, report, "bad-sex",
                  _("The sex cannot be read; write 男 or 女"));
}

gboolean
ggov_import_person_read (GgovImportTable   *table,
                         guint              epoch,
                         GgovImportReport  *report,
                         GgovImportPerson **person)
{
  g_autoptr(GgovImportPerson) self = g_new0 (GgovImportPerson, 1);
  self->row = ggov_exchange_rows_get_number (table->rows);
  self->name = ggov_typed_dup_name (ggov_import_table_get_text (table, GGOV_IMPORT_PERSON_NAME));
  if (is_note (table, self->name))
    {
      ggov_import_report_notice (report, self->row, "note",
                                 _("Notes and sums among the rows were passed over"), NAN, NAN);
      return FALSE;
    }

  report->read++;
  check_cells (self, table, report);
  if (self->name == NULL && !self->is_rejected)
    {
      self->is_rejected = TRUE;
      ggov_import_report_reject (report, self->row, "no-name", _("The row names nobody"), NAN, NAN);
    }
  self->role = dup_field (table, GGOV_IMPORT_PERSON_ROLE);
  self->community = dup_field (table, GGOV_IMPORT_PERSON_COMMUNITY);
  self->grid = dup_field (table, GGOV_IMPORT_PERSON_GRID);
  self->compound = dup_field (table, GGOV_IMPORT_PERSON_COMPOUND);
  self->building = dup_field (table, GGOV_IMPORT_PERSON_BUILDING);
  self->unit = dup_field (table, GGOV_IMPORT_PERSON_UNIT);
  self->place = dup_field (table, GGOV_IMPORT_PERSON_PLACE);
  self->reason = dup_field (table, GGOV_IMPORT_PERSON_REASON);
  self->birth_date = read_day (self, table, GGOV_IMPORT_PERSON_BIRTH_DATE, epoch, report);
  self->since = read_day (self, table, GGOV_IMPORT_PERSON_SINCE, epoch, report);
  self->until = read_day (self, table, GGOV_IMPORT_PERSON_UNTIL, epoch, report);
  read_phone (self, table, report);
  read_sex (self, table, report);
  *person = g_steal_pointer (&self);

  return TRUE;
}
