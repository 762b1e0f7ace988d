/* ggov-clock-private.h: the office's clock, from its records
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change-private.h"
#include "ggov-office-clock.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the clock as the records have it, or NULL with @error set. Some
 * milliseconds: whoever reckons many deadlines reads it once. */
GgovOfficeClock *_ggov_clock_read        (GgovDb           *db,
                                          GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many issues that are not ended would be due at another time on @clock, or provisionally so no
 * more. */
gboolean         _ggov_clock_count_moved (GgovDb           *db,
                                          GgovOfficeClock  *clock,
                                          guint            *n_moved,
                                          GError          **error);

/**
 * _ggov_clock_reckon_open:
 * @n_moved: (out): how many issues are due at another time now, or provisionally so no more
 *
 * Reckons the deadline of every issue that is not ended on @clock.
 */
gboolean         _ggov_clock_reckon_open (GgovChange       *change,
                                          GgovOfficeClock  *clock,
                                          guint            *n_moved,
                                          GError          **error);

/**
 * _ggov_clock_reckon_written:
 *
 * Reckons the deadlines of what a change wrote so far of issues and strands that are not ended: what
 * it opened again has deadlines of the clock as it was. Where it wrote the clock, those of all.
 */
gboolean         _ggov_clock_reckon_written (GgovChange       *change,
                                             GError          **error);

G_END_DECLS
