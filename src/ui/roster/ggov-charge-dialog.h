/* ggov-charge-dialog.h: who is in charge of an address, a grid, or whose a phone is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_CHARGE_DIALOG (ggov_charge_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovChargeDialog, ggov_charge_dialog, GGOV, CHARGE_DIALOG, AdwWindow)

/**
 * ggov_charge_dialog_new:
 * @page: over whose window it stands; asked for win.show-record and win.show-message
 *
 * A window with nothing asked yet.
 */
GgovChargeDialog *ggov_charge_dialog_new   (GtkWidget         *page,
                                            GgovSession       *session);

/* Asks about what is typed: an address, a code, a phone or the end of one, a name. */
void              ggov_charge_dialog_ask   (GgovChargeDialog  *self,
                                            const char        *text);

/**
 * ggov_charge_dialog_show:
 * @kind: community, grid, building or unit
 * @label: what it is called
 *
 * Answers about a place that is known.
 */
void              ggov_charge_dialog_show  (GgovChargeDialog  *self,
                                            const char        *kind,
                                            gint64             id,
                                            const char        *label);

G_END_DECLS
