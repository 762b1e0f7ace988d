/* ggov-session.h: one desk's work on one office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-office-clock.h"
#include "ggov-store.h"

G_BEGIN_DECLS

#define GGOV_TYPE_SESSION (ggov_session_get_type ())

G_DECLARE_FINAL_TYPE (GgovSession, ggov_session, GGOV, SESSION, GObject)

/**
 * ggov_session_new:
 * @store: an opened store; whoever made it closes it, after the session is taken from its pages
 * @today: (nullable): the ISO day the office is looked at, or NULL for the clock's
 */
GgovSession *ggov_session_new       (GgovStore   *store,
                                     const char  *today) G_GNUC_WARN_UNUSED_RESULT;

GgovStore   *ggov_session_get_store (GgovSession *self);

/* The ISO day that lists are asked for. */
const char  *ggov_session_get_today (GgovSession *self);

/* The instant that is now, seconds since 1970-01-01T00:00:00Z: on another day than the clock's it
 * is that day's at the clock's time of day. */
gint64       ggov_session_get_now   (GgovSession *self);

/**
 * ggov_session_get_clock:
 *
 * What every deadline on the screen is judged by. The office's own as soon as the store has answered
 * once, and read anew before any page that asks after a change is answered; until then the one this
 * program was built with.
 *
 * Returns: (transfer none): the office's clock
 */
GgovOfficeClock *ggov_session_get_clock (GgovSession *self);

/* (transfer full): the ISO day the clock shows at the office */
char        *ggov_session_dup_clock_day (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
