/* ggov-points-lots.h: which of a person's points are how old
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each award is a lot. What is spent or expires comes out of the oldest lots first, and what is given
 * back goes into the lots it came out of. The lots follow from the ledger alone: an account is gone
 * through from its first entry on.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovPointsExpiryMode:
 * @GGOV_POINTS_NEVER: points are good for ever
 * @GGOV_POINTS_YEARLY: all points of a year until the end of a later one
 * @GGOV_POINTS_ROLLING: each award for so many months
 */
typedef enum
{
  GGOV_POINTS_NEVER,
  GGOV_POINTS_YEARLY,
  GGOV_POINTS_ROLLING,
} GgovPointsExpiryMode;

#define GGOV_N_POINTS_EXPIRY_MODES (GGOV_POINTS_ROLLING + 1)

/**
 * GgovPointsExpiry:
 * @span: years after the one in which they were earned, or months; at least 1
 * @notice_days: how long before its last day a holder is told
 */
typedef struct
{
  GgovPointsExpiryMode mode;
  int                  span;
  int                  notice_days;
} GgovPointsExpiry;

/* As in records and files: never, yearly or rolling. GGOV_N_POINTS_EXPIRY_MODES for another word. */
const char           *ggov_points_expiry_mode_get_code  (GgovPointsExpiryMode  mode);
GgovPointsExpiryMode  ggov_points_expiry_mode_find      (const char           *code);

/**
 * ggov_points_expiry_get_last_day:
 * @day: on which points were earned, days since 1970-01-01
 *
 * The last day on which they can be had: the last of a year; or the day of the same number, or where a
 * month is shorter its last.
 *
 * Returns: days since 1970-01-01; G_MAXINT for ever
 */
int                   ggov_points_expiry_get_last_day   (const GgovPointsExpiry *self,
                                                         int                   day);

typedef struct _GgovPointsLots GgovPointsLots;

GgovPointsLots *ggov_points_lots_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void            ggov_points_lots_free      (GgovPointsLots *self);

/**
 * ggov_points_lots_add:
 * @transfer_id: of which this is the account's leg
 * @reverses_id: the transfer that it takes back, or 0
 * @day: when it was, days since 1970-01-01
 * @points: what came, or below zero what went
 *
 * The account's next entry, in the order in which the ledger was written.
 */
void            ggov_points_lots_add       (GgovPointsLots *self,
                                            gint64          transfer_id,
                                            gint64          reverses_id,
                                            int             day,
                                            gint64          points);

/* Forgets all entries: for the next account. */
void            ggov_points_lots_clear     (GgovPointsLots *self);

/* Lots, the oldest first; one may have nothing left. @day: (out): when it was earned.
 * Returns: the points that are left of lot @n */
guint           ggov_points_lots_get_n     (GgovPointsLots *self);
gint64          ggov_points_lots_get_left  (GgovPointsLots *self,
                                            guint           n,
                                            int            *day);

/* What is left of lots whose last day is before @day. */
gint64          ggov_points_lots_get_due   (GgovPointsLots         *self,
                                            const GgovPointsExpiry *expiry,
                                            int                     day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovPointsLots, ggov_points_lots_free)

G_END_DECLS
