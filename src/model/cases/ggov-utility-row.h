/* ggov-utility-row.h: the utility problems of a company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GgovUtilityRowFields:
 * @organisation_id: the company; 0 for problems that are nobody's
 * @company: its name
 * @service: code of a GgovUtility
 * @service_label: in the user's language
 * @n_reported: filed in the twelve months that end with the day
 * @n_open: not closed at the end of the day, and @n_overdue of them whose time was up
 * @n_solved: closed of those reported
 * @months: reported in each of the twelve months, the earliest first, apart by blanks
 *
 * Each member is also a readable property, with dashes. A text that is NULL is taken for "".
 */
typedef struct
{
  gint64      organisation_id;
  gint64      n_reported;
  gint64      n_open;
  gint64      n_solved;
  gint64      n_overdue;
  const char *company;
  const char *service;
  const char *service_label;
  const char *months;
} GgovUtilityRowFields;

#define GGOV_TYPE_UTILITY_ROW (ggov_utility_row_get_type ())

G_DECLARE_FINAL_TYPE (GgovUtilityRow, ggov_utility_row, GGOV, UTILITY_ROW, GObject)

GgovUtilityRow *ggov_utility_row_new (const GgovUtilityRowFields *fields) G_GNUC_WARN_UNUSED_RESULT;

const GgovUtilityRowFields *ggov_utility_row_get_fields (GgovUtilityRow *self);

G_END_DECLS
