/* ggov-ctl-papers.h: files that are kept with a record, as the words of a command name them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-ctl.h"
#include "ggov-papers-read.h"

G_BEGIN_DECLS

/**
 * ggov_ctl_read_papers:
 * @paths: (nullable): names of files
 *
 * Returns: (transfer full) (element-type GgovPaper): what they hold, as ggov_papers_read_async() has
 *   it; NULL once it was said which of
 *   them cannot be read
 */
GArray *ggov_ctl_read_papers (const char *const *paths) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
