/* ggov-report-roster-rows-private.h: what stands in the roster's lines and headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-report-flow.h"
#include "ggov-report-roster.h"

G_BEGIN_DECLS

/* Widths of columns; what is left goes to the others. */
#define GGOV_REPORT_NUMBER_MM 11
#define GGOV_REPORT_NAME_MM   23
#define GGOV_REPORT_PHONE_MM  27
#define GGOV_REPORT_DAY_MM    23

/* How many there are of a role. */
typedef struct
{
  char       *role;
  guint       order;   /* in the catalogue of roles */
  guint       n_posts;
  GHashTable *people;  /* (element-type gint64): a set */
} GgovReportCount;

/* (element-type GgovReportCount): by role, all together at the end */
GPtrArray  *_ggov_report_roster_count     (GListModel             *rows) G_GNUC_WARN_UNUSED_RESULT;

/**
 * _ggov_report_roster_begin:
 * @rows: (element-type GgovRosterRow): of which the sub-district is known
 * @title: a format with the place of the sub-district's name
 * @bare_title: where that is not known
 *
 * A list of people, with its title, what it is of and the day.
 */
GgovReportFlow *_ggov_report_roster_begin (GListModel                    *rows,
                                           const char                    *title,
                                           const char                    *bare_title,
                                           const GgovReportRosterOptions *options,
                                           PangoContext                  *context)
                                           G_GNUC_WARN_UNUSED_RESULT;

/* Adds how many there are of each role, and where to sign; then measures all. */
void            _ggov_report_roster_end   (GgovReportFlow                *flow,
                                           GListModel                    *rows);

/* Whether two lines stand under one heading: of a grid, a community or the whole. */
gboolean    _ggov_report_roster_is_same   (const GgovRosterRecord *a,
                                           const GgovRosterRecord *b);

/* (transfer full): the heading, and what stands at its right end above so many lines */
char       *_ggov_report_roster_dup_title (const GgovRosterRecord *record)
                                           G_GNUC_WARN_UNUSED_RESULT;
char       *_ggov_report_roster_dup_note  (const GgovRosterRecord *record,
                                           guint                   n_rows)
                                           G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): what the post is held for, as the line says it, and who stands in for its holder */
char       *_ggov_report_roster_dup_place (const GgovRosterRecord *record,
                                           gboolean                with_phones)
                                           G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): @text, and below it who stands in for the holder of the post */
char       *_ggov_report_roster_dup_away  (const char             *text,
                                           const GgovRosterRecord *record,
                                           gboolean                with_phones)
                                           G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
