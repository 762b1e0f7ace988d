/* ggov-redeem-dialog.h: hands out a reward for points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-points-account.h"
#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REDEEM_DIALOG (ggov_redeem_dialog_get_type ())

G_DECLARE_FINAL_TYPE (GgovRedeemDialog, ggov_redeem_dialog, GGOV, REDEEM_DIALOG, AdwWindow)

/**
 * GgovRedeemDialog::redeemed:
 * @self: the dialog, which shows the voucher's number until it is closed
 * @sentence: what was done, translated
 * @transfer_id: by which it can be reversed
 */

/* @account: a person's. Its action "redeem.apply" takes the chosen reward; what refuses it is said
 * in the dialog. */
GgovRedeemDialog *ggov_redeem_dialog_new (GtkWindow         *parent,
                                          GgovSession       *session,
                                          GgovPointsAccount *account);

G_END_DECLS
