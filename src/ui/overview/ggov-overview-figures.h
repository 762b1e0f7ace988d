/* ggov-overview-figures.h: the office's figures, put on three cards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-figure-card.h"
#include "ggov-store-figures.h"

G_BEGIN_DECLS

/* The land: grids, and who lives on them. */
void ggov_overview_fill_area   (GgovFigureCard    *card,
                                const GgovFigures *figures);

/* The three parties that look after the grids. */
void ggov_overview_fill_people (GgovFigureCard    *card,
                                const GgovFigures *figures);

/* What was done for the residents. */
void ggov_overview_fill_work   (GgovFigureCard    *card,
                                const GgovFigures *figures);

G_END_DECLS
