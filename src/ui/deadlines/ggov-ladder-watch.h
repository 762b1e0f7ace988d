/* ggov-ladder-watch.h: tells the desktop that reminders are due, while the program is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-session.h"

G_BEGIN_DECLS

#define GGOV_TYPE_LADDER_WATCH (ggov_ladder_watch_get_type ())

G_DECLARE_FINAL_TYPE (GgovLadderWatch, ggov_ladder_watch, GGOV, LADDER_WATCH, GObject)

/**
 * ggov_ladder_watch_new:
 * @app: who tells the desktop
 * @session: whose store is asked every few minutes
 *
 * Tells how many steps are due, whenever there are more than were told of: a number and nothing
 * about anybody. Where the desktop has nobody to be told, nothing is.
 */
GgovLadderWatch *ggov_ladder_watch_new         (GApplication     *app,
                                                GgovSession      *session) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_ladder_watch_make_notification:
 * @n: how many steps are due, at least 1
 *
 * Returns: (transfer full): what is told
 */
GNotification   *ggov_ladder_watch_make_notification (guint       n) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): its words, which name nobody */
char            *ggov_ladder_watch_dup_title   (guint             n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
