/* ggov-paper-people-private.h: what papers about people share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-paper-kinds-private.h"
#include "ggov-report-roster.h"

G_BEGIN_DECLS

/* Who holds posts, and which are vacant. */
typedef struct
{
  GListModel *rows;      /* (element-type GgovRosterRow) */
  GListModel *vacancies; /* (element-type GgovVacancy) */
} GgovPaperPosts;

typedef GgovReportPager *(*GgovPaperPeopleFunc) (GListModel                    *rows,
                                                 const GgovReportRosterOptions *options,
                                                 PangoContext                  *context);

/* A GgovPaperKind's read for a GListModel of GgovRosterRow. */
void             _ggov_paper_read_rows    (GgovStore               *store,
                                           const GgovPaperOptions  *options,
                                           GTask                   *task);

/* A GgovPaperKind's read and free_content for a GgovPaperPosts. */
void             _ggov_paper_read_posts   (GgovStore               *store,
                                           const GgovPaperOptions  *options,
                                           GTask                   *task);
void             _ggov_paper_free_posts   (gpointer                 posts);

/* (transfer full) (nullable): what rows were chosen by, in words; NULL if all */
char            *_ggov_paper_dup_scope    (GListModel              *rows,
                                           const GgovPaperOptions  *options)
                                           G_GNUC_WARN_UNUSED_RESULT;

/* The options of a list of people; @scope is kept, not copied. */
GgovReportRosterOptions _ggov_paper_get_people_options (const GgovPaperOptions *options,
                                                        const char             *scope);

/* Sets the error of a paper on which there is nobody. */
void             _ggov_paper_set_empty    (GError                 **error);

/* Makes a list of people with @func, and counts them. */
GgovReportPager *_ggov_paper_make_people  (GListModel              *rows,
                                           GgovPaperPeopleFunc      func,
                                           const GgovPaperOptions  *options,
                                           PangoContext            *context,
                                           guint                   *n_counted,
                                           GError                 **error);

G_END_DECLS
