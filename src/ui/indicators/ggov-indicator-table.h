/* ggov-indicator-table.h: the indicators of a period as a table, with a chart; a number opens its issues
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_INDICATOR_TABLE (ggov_indicator_table_get_type ())

G_DECLARE_FINAL_TYPE (GgovIndicatorTable, ggov_indicator_table, GGOV, INDICATOR_TABLE, AdwBin)

GtkWidget *ggov_indicator_table_new (GgovSession *session);

G_END_DECLS
