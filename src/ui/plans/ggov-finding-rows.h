/* ggov-finding-rows.h: what is wrong with a draft, a row for each finding
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-plan-finding.h"

G_BEGIN_DECLS

/**
 * GGOV_FINDING_ROWS_MAX:
 *
 * So many findings have a row; how many more there are is said in the last one.
 */
#define GGOV_FINDING_ROWS_MAX 200

/**
 * ggov_finding_rows_show:
 * @list: with nothing else in it
 * @findings: (nullable) (element-type GgovPlanFinding)
 * @can_fix: whether buttons are wanted that put findings right
 *
 * A row stays where its finding is still there, and with it the keyboard's focus: after a stroke
 * most of them are.
 */
void             ggov_finding_rows_show (GtkListBox    *list,
                                         GListModel    *findings,
                                         gboolean       can_fix);

/* (nullable): NULL for the row that counts the rest. */
GgovPlanFinding *ggov_finding_rows_get  (GtkListBoxRow *row);

G_END_DECLS
