/* ggov-issue-chat.h: issues as a text for a messaging group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-issue-facts.h"

G_BEGIN_DECLS

/**
 * ggov_issue_chat_dup_one:
 * @now: seconds since 1970-01-01T00:00:00Z
 *
 * One issue in plain lines: number and title, kind, place, when it came and is due, who is sent. People
 * are masked, and numbers of people in what somebody wrote; who told of it is not said at all.
 *
 * Returns: (transfer full): without an end of line at its end
 */
char *ggov_issue_chat_dup_one  (const GgovIssueFacts *facts,
                                gint64                now) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_issue_chat_dup_list:
 * @issues: (element-type GgovIssue): any; those that are open and due by the end of the day count
 * @now: seconds since 1970-01-01T00:00:00Z
 * @n: (out) (optional): how many are in it
 *
 * What is to be done today: how many, how many of them late, then a line for each below its community
 * and grid, the next due first. People are masked as above.
 */
char *ggov_issue_chat_dup_list (GListModel           *issues,
                                gint64                now,
                                guint                *n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
