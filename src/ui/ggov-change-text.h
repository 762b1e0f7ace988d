/* ggov-change-text.h: a line of the change log in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-entry.h"

G_BEGIN_DECLS

/* (transfer full): the office's date and time to the minute, "2026-03-31 09:12" */
char *ggov_change_dup_when     (GgovChangeEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): what was done to what, translated */
char *ggov_change_dup_sentence (GgovChangeEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
