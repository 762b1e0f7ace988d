/* ggov-points-accounts.h: the table of points accounts, with what narrows it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-points-account.h"
#include "ggov-store.h"

G_BEGIN_DECLS

#define GGOV_TYPE_POINTS_ACCOUNTS (ggov_points_accounts_get_type ())

/* Its readable property "selected" is the chosen account or NULL; its signal "activate" tells
 * that it was chosen to do something with, "answered" that the table shows what it was asked for. */
G_DECLARE_FINAL_TYPE (GgovPointsAccounts, ggov_points_accounts, GGOV, POINTS_ACCOUNTS, AdwBin)

/* @store: (nullable): NULL shows nothing; @today: ISO day. The selection is kept by number. */
void               ggov_points_accounts_show         (GgovPointsAccounts *self,
                                                      GgovStore          *store,
                                                      const char         *today);

/* Shows the accounts as they are now, after something was written. */
void               ggov_points_accounts_show_again   (GgovPointsAccounts *self);

/* Whether there is no account at all, as far as is known. */
gboolean           ggov_points_accounts_is_empty     (GgovPointsAccounts *self);

/* Returns: (transfer none) (nullable): NULL also until it is read */
GgovPointsAccount *ggov_points_accounts_get_selected (GgovPointsAccounts *self);

/* @id: 0 selects none. What hides the account is cleared. One that comes later
 * is selected then. */
void               ggov_points_accounts_select       (GgovPointsAccounts *self,
                                                      gint64              id);

/* Shows the columns that need room. */
void               ggov_points_accounts_set_wide     (GgovPointsAccounts *self,
                                                      gboolean            wide);

/* Puts the cursor into the search entry. */
void               ggov_points_accounts_focus_search (GgovPointsAccounts *self);

G_END_DECLS
