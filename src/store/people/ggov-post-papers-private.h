/* ggov-post-papers-private.h: papers on their way to the thread, and into the records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-store-papers.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type GgovPaper): a call's own copy of papers */
GPtrArray *_ggov_post_papers_copy  (const GgovPaper  *papers,
                                    guint             n_papers) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: what kind of file a paper is; NULL with GGOV_STORE_ERROR_REFUSED where it is too large or
 * no paper at all */
const char *_ggov_paper_find_media_type (const GgovPaper  *paper,
                                         GError          **error);

/**
 * _ggov_post_papers_write:
 * @papers: (element-type GgovPaper)
 *
 * Keeps each of @papers with the post. One that is too large or no paper at all is
 * GGOV_STORE_ERROR_REFUSED with a translated sentence.
 */
gboolean   _ggov_post_papers_write (GgovChange       *change,
                                    gint64            post_id,
                                    GPtrArray        *papers,
                                    GError          **error);

G_END_DECLS
