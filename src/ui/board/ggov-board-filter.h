/* ggov-board-filter.h: which issues the board shows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ggov-session.h"
#include "ggov-store-issues.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_FILTER (ggov_board_filter_get_type ())

/* Signal "changed": another choice was made. */
G_DECLARE_FINAL_TYPE (GgovBoardFilter, ggov_board_filter, GGOV, BOARD_FILTER, AdwBin)

/* Lists to choose from, (element-type GgovChoice). What is chosen stays, where it is still there. */
void     ggov_board_filter_set_communities (GgovBoardFilter *self,
                                            GListModel      *communities);
void     ggov_board_filter_set_grids       (GgovBoardFilter *self,
                                            GListModel      *grids);
void     ggov_board_filter_set_types       (GgovBoardFilter *self,
                                            GListModel      *types);
void     ggov_board_filter_set_handlers    (GgovBoardFilter *self,
                                            GListModel      *handlers);
void     ggov_board_filter_set_departments (GgovBoardFilter *self,
                                            GListModel      *departments);

/**
 * ggov_board_filter_read:
 * @now: seconds since 1970-01-01T00:00:00Z: what today and this month are
 * @filter: (out caller-allocates): the choices; its texts are good until the next one
 *
 * Returns: whether anything is left out
 */
gboolean ggov_board_filter_read            (GgovBoardFilter *self,
                                            gint64           now,
                                            GgovIssueFilter *filter);

/* (transfer full): all choices in a text of their own, to be kept; empty for none. What is today in
 * them is today whenever they are used again. */
char    *ggov_board_filter_dup_choices     (GgovBoardFilter *self) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the choices of such a text; what is not there any more is passed over. */
void     ggov_board_filter_apply           (GgovBoardFilter *self,
                                            const char      *choices);

/* (nullable): whose filters by name there are. */
void     ggov_board_filter_set_session     (GgovBoardFilter *self,
                                            GgovSession     *session);

/* Opens the menu of filters by name, and one of them by where it stands, from 1. */
void     ggov_board_filter_open_kept       (GgovBoardFilter *self);
void     ggov_board_filter_open_nth        (GgovBoardFilter *self,
                                            guint            n);

/* (nullable): code of the community or grid that is chosen */
const char *ggov_board_filter_get_place    (GgovBoardFilter *self);

/* Everything is wanted again. */
void     ggov_board_filter_clear           (GgovBoardFilter *self);

/* Puts the focus where words are typed. */
void     ggov_board_filter_focus           (GgovBoardFilter *self);

G_END_DECLS
