/* ggov-line-row.h: rows of a title and a line below it, in lists that are read anew
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       ggov_line_row_clear   (GtkListBox *list);

/* Texts are plain: names may hold what is a sign in markup. Returns: (transfer none): the row */
GtkWidget *ggov_line_row_append  (GtkListBox *list,
                                  const char *title,
                                  const char *subtitle);

/* A click or Enter on the row leads to the record. @kind: as of the action win.show-record */
void       ggov_line_row_lead_to (GtkWidget  *row,
                                  const char *kind,
                                  gint64      id);

G_END_DECLS
