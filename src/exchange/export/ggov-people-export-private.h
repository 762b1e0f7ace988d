/* ggov-people-export-private.h: the formats in which the roster is given away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-people-export.h"

G_BEGIN_DECLS

/* (transfer full): the rows as text, CRLF after each line */
char    *_ggov_people_dup_csv       (GListModel              *rows,
                                     const GgovPeopleExport  *request) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): a card for each person, in the order in which they first come; @n: (out): of
 * cards */
char    *_ggov_people_dup_cards     (GListModel              *rows,
                                     const GgovPeopleExport  *request,
                                     guint                   *n) G_GNUC_WARN_UNUSED_RESULT;

/* @path: instead of that of @request; FALSE if it could not be written */
gboolean _ggov_people_save_workbook (GListModel              *rows,
                                     const GgovPeopleExport  *request,
                                     const char              *path);

G_END_DECLS
