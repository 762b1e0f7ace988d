/* ggov-utility-row.c: the utility problems of a company
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-model"

#include "config.h"

#include "ggov-case-row-private.h"
#include "ggov-utility-row.h"

#define TEXT(member, name)   GGOV_TEXT_FIELD (GgovUtilityRowFields, member, name)
#define NUMBER(member, name) GGOV_NUMBER_FIELD (GgovUtilityRowFields, member, name)

static const GgovRecordField fields_of_row[] = {
  NUMBER (organisation_id, "organisation-id"), NUMBER (n_reported, "n-reported"),
  NUMBER (n_open, "n-open"), NUMBER (n_solved, "n-solved"), NUMBER (n_overdue, "n-overdue"),
  TEXT (company, "company"), TEXT (service, "service"), TEXT (service_label, "service-label"),
  TEXT (months, "months"),
};

GGOV_DEFINE_CASE_ROW (GgovUtilityRow, ggov_utility_row, GGOV_UTILITY_ROW, fields_of_row)
