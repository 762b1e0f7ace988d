/* ggov-report-houses-private.h: buildings and units with those who lead them, or lack leaders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-roster-row.h"
#include "ggov-vacancy.h"

G_BEGIN_DECLS

/* @leaders: (element-type GgovRosterRow): none where the post is vacant */
typedef struct
{
  gint64     number;
  GPtrArray *leaders;
} GgovReportUnit;

/**
 * GgovReportHouse:
 * @name: as it is called: compound and number
 * @leaders: (element-type GgovRosterRow): none where the post is vacant
 * @units: (element-type GgovReportUnit): by number
 */
typedef struct
{
  gint64     id;
  gint64     grid_id;
  char      *community;
  char      *grid_code;
  char      *grid;
  char      *name;
  GPtrArray *leaders;
  GPtrArray *units;
} GgovReportHouse;

/**
 * _ggov_report_houses_new:
 * @rows: (element-type GgovRosterRow)
 * @vacancies: (element-type GgovVacancy)
 * @place: (nullable): code of a community or grid that the houses lie in; NULL for all
 *
 * Returns: (transfer full) (element-type GgovReportHouse): by the grid's code, there as numbers
 *   are read: 2 before 12
 */
GPtrArray *_ggov_report_houses_new (GListModel *rows,
                                    GListModel *vacancies,
                                    const char *place) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): names or phones of several, one a line, below each who stands in for them; "vacant" or
 * nothing where there is none */
char      *_ggov_report_dup_names  (GPtrArray  *leaders) G_GNUC_WARN_UNUSED_RESULT;
char      *_ggov_report_dup_phones (GPtrArray  *leaders) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): "Unit 3" */
char      *_ggov_report_dup_unit   (gint64      number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
