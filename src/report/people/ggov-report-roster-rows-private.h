/* ggov-report-roster-rows-private.h: the roster's lines, put into sections and counted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-roster-row.h"

G_BEGIN_DECLS

#define GGOV_REPORT_ROSTER_COLUMNS 7
#define GGOV_REPORT_TOTAL_COLUMNS  3

/* Rows @first to @first + @n_rows - 1 of what the section is about. */
typedef struct
{
  char     *title;
  char     *note;     /* what stands at the right end of the heading */
  gboolean  is_total; /* about the counts by role, not the people */
  guint     first;
  guint     n_rows;
} GgovReportSection;

/* How many there are of a role. */
typedef struct
{
  char       *role;
  guint       order;   /* in the catalogue of roles */
  guint       n_posts;
  GHashTable *people;  /* (element-type gint64): a set */
} GgovReportCount;

/* (element-type GgovRosterRow) */
GPtrArray *_ggov_report_roster_take_rows     (GListModel          *rows) G_GNUC_WARN_UNUSED_RESULT;

/* (element-type GgovReportCount): by role, all together at the end */
GPtrArray *_ggov_report_roster_count         (GPtrArray           *rows) G_GNUC_WARN_UNUSED_RESULT;

/* (element-type GgovReportSection): one for each grid, community and the whole, then the counts */
GPtrArray *_ggov_report_roster_make_sections (GPtrArray           *rows,
                                              guint                n_counts)
                                              G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_report_roster_fill_cells:
 * @number: what is counted from 1 in a section
 * @scratch: at least 16 bytes for the number's text
 * @cells: (out) (array fixed-size=7): number, name, sex, role, place, phone, since; the phone is
 *   left out where there is no column for it
 */
void       _ggov_report_roster_fill_cells    (GgovRosterRow       *row,
                                              guint                number,
                                              gboolean             with_phones,
                                              char                *scratch,
                                              const char         **cells);

/* @scratch: at least 32 bytes */
void       _ggov_report_roster_fill_total    (GgovReportCount     *count,
                                              char                *scratch,
                                              const char         **cells);

G_END_DECLS
