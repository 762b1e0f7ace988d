/* ggov-import-openings.c: a list of paper balances of points, read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-import-openings.h"
#include "ggov-import-heading.h"
#include "ggov-import-table.h"
#include "ggov-typed-text.h"

/* Without the first a line says nothing. */
enum { POINTS, NAME, PHONE, N_FIELDS };

#define N_REQUIRED 1

static const GgovImportField fields[N_FIELDS] = {
  [NAME] = { "name", { "姓名", "name", "名字", NULL } },
  [PHONE] = { "phone", { "电话", "手机", "手机号", "联系电话", "phone", "mobile", NULL } },
  [POINTS] = { "points", { "积分", "积分余额", "余额", "points", "balance", NULL } },
};

/* 0 for what is no whole number. */
static gint64
read_points (const char *text)
{
  gint64 points = 0;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &points, NULL))
    return 0;

  return points;
}

static GgovPointsOpening *
read_row (GgovImportTable *table)
{
  GgovPointsOpening *opening = g_new0 (GgovPointsOpening, 1);
  g_autofree char *name = ggov_import_table_dup_text (table, NAME);
  g_autofree char *phone = ggov_import_table_dup_text (table, PHONE);
  g_autofree char *points = ggov_import_table_dup_text (table, POINTS);

  opening->row = ggov_exchange_rows_get_number (table->rows);
  opening->name = g_strdup (name ? name : "");
  opening->phone = phone ? ggov_typed_dup_phone (phone) : NULL;
  if (opening->phone == NULL)
    opening->phone = g_strdup (phone ? phone : "");
  opening->points = read_points (points);

  return opening;
}

GPtrArray *
ggov_import_openings_read (GgovExchangeReading  *reading,
                           GError              **error)
{
  const int layer = ggov_import_heading_find_layer (reading, fields, N_FIELDS, N_REQUIRED, NULL, NULL);
  g_autoptr(GgovImportHeading) heading = NULL;
  g_autoptr(GgovImportTable) table = NULL;
  g_autoptr(GPtrArray) openings = g_ptr_array_new_with_free_func (ggov_points_opening_free);
  g_autoptr(GError) problem = NULL;

  if (layer >= 0 &&
      (!(heading = ggov_import_heading_find (reading, layer, fields, N_FIELDS, 0, NULL, NULL, error)) ||
       !(table = ggov_import_heading_open (reading, layer, heading, fields, N_FIELDS, N_REQUIRED, NULL,
                                           error))))
    return NULL;

  if (table == NULL || (table->columns[NAME] < 0 && table->columns[PHONE] < 0))
    {
      g_set_error_literal (error, GGOV_EXCHANGE_ERROR, GGOV_EXCHANGE_ERROR_CHOICE,
                           _("The file needs a column 积分 or points, and 姓名 or name, or 电话 or phone."));
      return NULL;
    }

  while (ggov_exchange_rows_next (table->rows, &problem))
    g_ptr_array_add (openings, read_row (table));
  if (problem)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  return g_steal_pointer (&openings);
}
