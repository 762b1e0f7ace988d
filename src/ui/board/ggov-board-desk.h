/* ggov-board-desk.h: what all cards of the board share: the hour, the photos, which ones are chosen
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_BOARD_DESK (ggov_board_desk_get_type ())

/**
 * GgovBoardDesk:
 *
 * Signals: "marks-changed": other issues are chosen; "photo-read" with the number of an attachment
 * (gint64): its small picture is there now.
 */
G_DECLARE_FINAL_TYPE (GgovBoardDesk, ggov_board_desk, GGOV, BOARD_DESK, GObject)

GgovBoardDesk   *ggov_board_desk_new           (void) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): forgets photos and what was chosen. */
void             ggov_board_desk_set_session   (GgovBoardDesk *self,
                                                GgovSession   *session);

/* What time it is: read from the session. */
void             ggov_board_desk_tick          (GgovBoardDesk *self);

/* (transfer none) (nullable): NULL before the first tick */
GgovOfficeClock *ggov_board_desk_get_clock     (GgovBoardDesk *self);
gint64           ggov_board_desk_get_now       (GgovBoardDesk *self);

/* Issues that are chosen for something to be done with all of them. */
gboolean         ggov_board_desk_is_marked     (GgovBoardDesk *self,
                                                gint64         issue_id);
void             ggov_board_desk_mark          (GgovBoardDesk *self,
                                                gint64         issue_id,
                                                gboolean       is_marked);
guint            ggov_board_desk_get_n_marked  (GgovBoardDesk *self);

/* (transfer full) (element-type gint64): by number */
GArray          *ggov_board_desk_copy_marked   (GgovBoardDesk *self) G_GNUC_WARN_UNUSED_RESULT;

/* @ids: (nullable) (element-type gint64): these and no others */
void             ggov_board_desk_set_marked    (GgovBoardDesk *self,
                                                GArray        *ids);

/**
 * ggov_board_desk_get_photo:
 *
 * Made small off the main thread and kept; what is no picture is not asked for again.
 *
 * Returns: (transfer none) (nullable): the small picture, or NULL where it is yet to be read
 */
GdkTexture      *ggov_board_desk_get_photo     (GgovBoardDesk *self,
                                                gint64         attachment_id);

G_END_DECLS
