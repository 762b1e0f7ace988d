/* ggov-overview-card.h: a number that leads to the page where something can be done about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_OVERVIEW_CARD (ggov_overview_card_get_type ())

/* Properties: "title", what is counted; "tone", the style class the number has unless it is 0:
 * error, warning or accent. A click is that of a button. */
G_DECLARE_FINAL_TYPE (GgovOverviewCard, ggov_overview_card, GGOV, OVERVIEW_CARD, GtkButton)

/* @caption: (nullable): what the number is made of, or what there is instead if it is 0 */
void ggov_overview_card_set_count (GgovOverviewCard *self,
                                   gint64            count,
                                   const char       *caption);

G_END_DECLS
