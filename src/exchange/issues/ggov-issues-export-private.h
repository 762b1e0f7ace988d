/* ggov-issues-export-private.h: the formats in which issues are given away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issues-export.h"

G_BEGIN_DECLS

/* (transfer full): service requests as a document */
char    *_ggov_issues_dup_georeport   (GPtrArray               *facts,
                                       const GgovIssuesExport  *request) G_GNUC_WARN_UNUSED_RESULT;
char    *_ggov_services_dup_georeport (GListModel              *types,
                                       const GgovIssuesExport  *request) G_GNUC_WARN_UNUSED_RESULT;

/* A table of either kind, to @path instead of that of @request; FALSE if it could not be written. */
gboolean _ggov_issues_write_table     (GPtrArray               *facts,
                                       const GgovIssuesExport  *request,
                                       const char              *path);

/* (transfer full): what @facts says it is about, on one line and maybe more, so that both can be told
 * apart when it is read back. */
char    *_ggov_issues_dup_description (const GgovIssueFacts    *facts,
                                       gboolean                 with_personal)
                                       G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (nullable): masked unless @with_personal */
char    *_ggov_issues_dup_words       (const char              *text,
                                       gboolean                 with_personal)
                                       G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): what was done in the end. */
const char *_ggov_issues_get_notes    (const GgovIssueFacts    *facts);

/* 0 for none: by when it has to be done, as the platform it came from has it, else as the office. */
gint64   _ggov_issues_get_expected    (const GgovIssueFacts    *facts);

G_END_DECLS
