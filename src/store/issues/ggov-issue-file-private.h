/* ggov-issue-file-private.h: filing an issue as a part of something else that is written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-store-file-issue.h"

G_BEGIN_DECLS

/**
 * _ggov_issue_file:
 * @issue_id: (out)
 * @number: (out) (transfer full): what the office calls it
 *
 * Files an issue as ggov_store_file_issue_async() does, within a change whose subject is its number
 * then.
 */
gboolean _ggov_issue_file (GgovChange             *change,
                           const GgovIssueFiling  *filing,
                           gint64                 *issue_id,
                           char                  **number,
                           GError                **error);

G_END_DECLS
