/* ggov-people-export-private.h: the formats in which the roster is given away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-people-export.h"

G_BEGIN_DECLS

/* (transfer full): a card for each person, in the order in which they first come; @n: (out): of
 * cards */
char    *_ggov_people_dup_cards     (GListModel              *rows,
                                     const GgovPeopleExport  *request,
                                     guint                   *n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
