/* ggov-points-accounts.h: the table of points accounts, with what narrows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-points-account.h"

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_ACCOUNTS (ggov_points_accounts_get_type ())

/* Its readable property "selected" is the chosen account or NULL; its signal "activate" tells
 * that it was chosen to do something with. */
G_DECLARE_FINAL_TYPE (GgovPointsAccounts, ggov_points_accounts, GGOV, POINTS_ACCOUNTS, AdwBin)

/* @accounts: (element-type GgovPointsAccount): the selection is kept by number */
void               ggov_points_accounts_set_accounts (GgovPointsAccounts *self,
                                                      GListModel         *accounts);

/* Returns: (transfer none) (nullable) */
GgovPointsAccount *ggov_points_accounts_get_selected (GgovPointsAccounts *self);

/* @id: 0 selects none. What hides the account is cleared. One that comes with the next
 * ggov_points_accounts_set_accounts() is selected then. */
void               ggov_points_accounts_select       (GgovPointsAccounts *self,
                                                      gint64              id);

/* Shows the columns that need room. */
void               ggov_points_accounts_set_wide     (GgovPointsAccounts *self,
                                                      gboolean            wide);

/* Puts the cursor into the search entry. */
void               ggov_points_accounts_focus_search (GgovPointsAccounts *self);

G_END_DECLS
