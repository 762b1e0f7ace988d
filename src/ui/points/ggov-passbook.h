/* ggov-passbook.h: the entries of one points account, or of everybody's
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-points-account.h"
#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_PASSBOOK (ggov_passbook_get_type ())

/* Its action "passbook.reverse" takes the selected entry back. */
G_DECLARE_FINAL_TYPE (GgovPassbook, ggov_passbook, GGOV, PASSBOOK, AdwBin)

/* Reads the entries anew. @session: (nullable): NULL empties the book; @account: (nullable): NULL
 * is everybody's */
void ggov_passbook_show (GgovPassbook      *self,
                         GgovSession       *session,
                         GgovPointsAccount *account);

G_END_DECLS
