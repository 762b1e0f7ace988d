/* ggov-issue-part-dialogs.h: what is asked about strands, reporters and summonses of an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"
#include "ggov-store-issue.h"

G_BEGIN_DECLS

/* In all of these, @page is asked for win.announce-change once it is done. */

/* For the lanes that have no open strand; nothing is shown where each has one. */
void ggov_strand_dialog_show     (GtkWidget              *page,
                                  GgovSession            *session,
                                  const GgovIssueDetails *details);

void ggov_reporter_dialog_show   (GtkWidget              *page,
                                  GgovSession            *session,
                                  GgovIssue              *issue);

void ggov_summon_dialog_show     (GtkWidget              *page,
                                  GgovSession            *session,
                                  GgovIssue              *issue);

/**
 * ggov_part_answer_dialog_show:
 * @id: of the strand or summons
 * @is_strand: which of the two
 * @is_good: whether it is done, or given up; whether somebody came, or nobody
 */
void ggov_part_answer_dialog_show (GtkWidget             *page,
                                   GgovSession           *session,
                                   GgovIssue             *issue,
                                   gint64                 id,
                                   gint64                 row_version,
                                   gboolean               is_strand,
                                   gboolean               is_good);

G_END_DECLS
