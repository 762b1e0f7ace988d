/* ggov-figure-card.h: one figure in large, and those that go with it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GGOV_TYPE_FIGURE_CARD (ggov_figure_card_get_type ())

/* Properties: "icon-name" and "title". */
G_DECLARE_FINAL_TYPE (GgovFigureCard, ggov_figure_card, GGOV, FIGURE_CARD, AdwBin)

/* Takes all figures away. */
void ggov_figure_card_clear    (GgovFigureCard *self);

/* @name: what is counted; @detail: (nullable): what it is made of */
void ggov_figure_card_set_main (GgovFigureCard *self,
                                gint64          count,
                                const char     *name,
                                const char     *detail);

/* Adds a line; @detail: (nullable): in small print below it */
void ggov_figure_card_add      (GgovFigureCard *self,
                                const char     *name,
                                gint64          count,
                                const char     *detail);

G_END_DECLS
