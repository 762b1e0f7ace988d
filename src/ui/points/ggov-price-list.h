/* ggov-price-list.h: a choice of one among things that have a number of points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_PRICE_LIST (ggov_price_list_get_type ())

/* Its readable property "selected" is the thing chosen, or NULL at first. */
G_DECLARE_FINAL_TYPE (GgovPriceList, ggov_price_list, GGOV, PRICE_LIST, AdwPreferencesGroup)

void     ggov_price_list_append       (GgovPriceList *self,
                                       GObject       *thing,
                                       const char    *title,
                                       const char    *subtitle,
                                       gint64         points);

/* Returns: (transfer none) (nullable) */
gpointer ggov_price_list_get_selected (GgovPriceList *self);

G_END_DECLS
