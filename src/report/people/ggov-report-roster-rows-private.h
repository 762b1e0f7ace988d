/* ggov-report-roster-rows-private.h: what stands in the roster's lines and headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-roster-row.h"

G_BEGIN_DECLS

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

/* Whether two lines stand under one heading: of a grid, a community or the whole. */
gboolean    _ggov_report_roster_is_same   (const GgovRosterRecord *a,
                                           const GgovRosterRecord *b);

/* (transfer full): the heading, and what stands at its right end above so many lines */
char       *_ggov_report_roster_dup_title (const GgovRosterRecord *record)
                                           G_GNUC_WARN_UNUSED_RESULT;
char       *_ggov_report_roster_dup_note  (const GgovRosterRecord *record,
                                           guint                   n_rows)
                                           G_GNUC_WARN_UNUSED_RESULT;

/* What the post is held for, as the line says it. */
const char *_ggov_report_roster_get_place (const GgovRosterRecord *record);

G_END_DECLS
