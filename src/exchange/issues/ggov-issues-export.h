/* ggov-issues-export.h: issues as service requests, or as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-exchange-error.h"
#include "ggov-store-issue-facts.h"

G_BEGIN_DECLS

/**
 * GgovIssuesFormat:
 * @GGOV_ISSUES_JSON: Open311 GeoReport v2, as GET requests.json answers
 * @GGOV_ISSUES_XML: the same as GET requests.xml does
 * @GGOV_ISSUES_XLSX: a workbook ready to be printed, all cells texts
 * @GGOV_ISSUES_CSV: RFC 4180 in UTF-8 with a byte order mark
 */
typedef enum
{
  GGOV_ISSUES_JSON,
  GGOV_ISSUES_XML,
  GGOV_ISSUES_XLSX,
  GGOV_ISSUES_CSV,
  GGOV_ISSUES_N_FORMATS,
} GgovIssuesFormat;

/* The ending of a format's files, without a dot, and what it is called in the user's language. */
const char *ggov_issues_format_get_ending (GgovIssuesFormat   format);
const char *ggov_issues_format_get_label  (GgovIssuesFormat   format);

/**
 * ggov_issues_format_of_path:
 * @format: (out): the format that the file's ending names
 * @error: GGOV_EXCHANGE_ERROR_CHOICE where it names none
 */
gboolean    ggov_issues_format_of_path    (const char        *path,
                                           GgovIssuesFormat  *format,
                                           GError           **error);

/**
 * GgovIssuesExport:
 * @path: the file; what is there is replaced once the new one is whole
 * @with_personal: whether people's names and numbers are whole; else they are masked. Those who told of
 *   an issue are never in service requests
 * @as_of: ISO day, for the heading of a workbook's pages
 */
typedef struct
{
  const char       *path;
  GgovIssuesFormat  format;
  gboolean          with_personal;
  const char       *as_of;
} GgovIssuesExport;

/**
 * ggov_issues_export_write:
 * @facts: (element-type GgovIssueFacts): in the order in which they shall stand
 * @error: GGOV_EXCHANGE_ERROR_FILE where the file cannot be written
 *
 * What is read back by ggov_import_accept_issues() in the same office is the same. Any thread.
 *
 * Source: Open311 GeoReport v2, GET service requests.
 */
gboolean    ggov_issues_export_write      (GPtrArray               *facts,
                                           const GgovIssuesExport  *request,
                                           GError                 **error);

/**
 * ggov_services_export_write:
 * @types: (element-type GgovChoice): case types, as of GGOV_CHOICE_CASE_TYPES
 * @request: JSON or XML
 *
 * Writes the list of services. Source: Open311 GeoReport v2, GET service list.
 */
gboolean    ggov_services_export_write    (GListModel              *types,
                                           const GgovIssuesExport  *request,
                                           GError                 **error);

G_END_DECLS
