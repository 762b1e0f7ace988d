/* ggov-balance-row.h: one grid of a draft in the balance: what it holds against the band
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-draft.h"
#include "ggov-grid.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BALANCE_ROW (ggov_balance_row_get_type ())

G_DECLARE_FINAL_TYPE (GgovBalanceRow, ggov_balance_row, GGOV, BALANCE_ROW, GtkListBoxRow)

GtkWidget *ggov_balance_row_new        (gint64          number) G_GNUC_WARN_UNUSED_RESULT;
gint64     ggov_balance_row_get_number (GgovBalanceRow *self);

/* @grid: as the map has it, by ggov_draft_new_places() */
void       ggov_balance_row_show       (GgovBalanceRow *self,
                                        GgovDraft      *draft,
                                        GgovGrid       *grid);

/* @sum: (nullable): what the grid would hold, or NULL for what it holds */
void       ggov_balance_row_preview    (GgovBalanceRow     *self,
                                        const GgovDraftSum *sum);

G_END_DECLS
