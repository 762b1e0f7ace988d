/* ggov-roster-filter-bar.h: which part of the roster is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-store-roster.h"

G_BEGIN_DECLS

#define GGOV_TYPE_ROSTER_FILTER_BAR (ggov_roster_filter_bar_get_type ())

/* Emits "changed" once something else is to be shown. */
G_DECLARE_FINAL_TYPE (GgovRosterFilterBar, ggov_roster_filter_bar, GGOV, ROSTER_FILTER_BAR, AdwBin)

/* (nullable) (element-type GgovChoice): what there is to choose from; a choice is kept */
void     ggov_roster_filter_bar_set_communities (GgovRosterFilterBar *self,
                                                 GListModel          *communities);
void     ggov_roster_filter_bar_set_grids       (GgovRosterFilterBar *self,
                                                 GListModel          *grids);

/**
 * ggov_roster_filter_bar_read:
 * @filter: (out): its texts belong to @self and are good until the next choice
 *
 * Returns: whether anything is left out
 */
gboolean ggov_roster_filter_bar_read            (GgovRosterFilterBar *self,
                                                 GgovRosterFilter    *filter);

/* (nullable): what is chosen, in words for a heading; NULL if everything is */
char    *ggov_roster_filter_bar_dup_words       (GgovRosterFilterBar *self) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full) (nullable): the code of the place that is chosen, to be restored */
char    *ggov_roster_filter_bar_dup_place       (GgovRosterFilterBar *self) G_GNUC_WARN_UNUSED_RESULT;

/* Chooses what was kept, each empty for all; the place once there is something to choose from. Nothing
 * is emitted before that. */
void     ggov_roster_filter_bar_restore         (GgovRosterFilterBar *self,
                                                 const char          *place,
                                                 const char          *role,
                                                 const char          *text);

void     ggov_roster_filter_bar_clear           (GgovRosterFilterBar *self);

/* Puts the cursor where words are typed. */
void     ggov_roster_filter_bar_start           (GgovRosterFilterBar *self);

G_END_DECLS
