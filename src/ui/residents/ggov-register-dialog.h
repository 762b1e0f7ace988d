/* ggov-register-dialog.h: dialogs about what happens to people and households of the register
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-resident-sheet.h"
#include "ggov-session.h"
#include "ggov-store-register.h"

G_BEGIN_DECLS

/**
 * ggov_register_dialog_show:
 * @page: over whose window it stands; asked for "residents.select" once somebody new is there
 * @sheet: (nullable): whom it is about; NULL for somebody who moves in
 * @members: (nullable) (element-type GgovResident): of their household
 *
 * Asks for what has to be known of it, with the day and the reason, and writes it as one change.
 */
void ggov_register_dialog_show (GtkWidget         *page,
                                GgovSession       *session,
                                GgovRegisterDeed   deed,
                                GgovResidentSheet *sheet,
                                GListModel        *members);

G_END_DECLS
