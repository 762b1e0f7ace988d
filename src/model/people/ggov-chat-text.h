/* ggov-chat-text.h: people as a list for a chat group
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-roster-row.h"

G_BEGIN_DECLS

/**
 * ggov_chat_dup_text:
 * @rows: (element-type GgovRosterRow)
 *
 * Puts people into plain lines, "name role place phone", below the names of their community and grid
 * each time these are others: nothing that a chat shows as a table or a sign. A place that is the grid
 * itself is not said again.
 *
 * Returns: (transfer full): without an end of line at its end
 */
char *ggov_chat_dup_text (GListModel *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
