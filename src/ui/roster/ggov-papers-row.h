/* ggov-papers-row.h: the papers that go with what is about to be done
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store-papers.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PAPERS_ROW (ggov_papers_row_get_type ())

G_DECLARE_FINAL_TYPE (GgovPapersRow, ggov_papers_row, GGOV, PAPERS_ROW, AdwBin)

GtkWidget       *ggov_papers_row_new        (void);

/* (array length=n_papers): of the row; good until the user goes on */
const GgovPaper *ggov_papers_row_get_papers (GgovPapersRow *self,
                                             guint         *n_papers);

G_END_DECLS
