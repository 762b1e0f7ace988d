/* ggov-write-points-private.h: what all that writes to the points ledger shares
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"
#include "ggov-db.h"
#include "ggov-points-lots.h"

G_BEGIN_DECLS

/* The numbers are 0 where there is none, the texts NULL. */
typedef struct
{
  const char *kind;
  gint64      at;
  gint64      rule_id;
  gint64      reward_id;
  gint64      reverses_id;
  const char *source;
  const char *note;
} GgovPointsTransfer;

/* Sets GGOV_STORE_ERROR_REFUSED with a translated sentence and returns FALSE. */
gboolean _ggov_points_refuse          (GError                   **error,
                                       const char                *sentence);

/* Steps to the one row of an answer; @what is not found if there is none. */
gboolean _ggov_points_ask             (GgovStmt                  *stmt,
                                       const char                *what,
                                       GError                   **error);

/* Accounts are opened by the first transfer that needs them. @owner_id: 0 for where points come
 * from, and for where they go when they expire */
gint64   _ggov_points_open_account    (GgovChange                *change,
                                       const char                *kind,
                                       gint64                     owner_id,
                                       GError                   **error);

/* A transfer without its legs, which is not in order until they are written. */
gint64   _ggov_points_insert_transfer (GgovChange                *change,
                                       const GgovPointsTransfer  *transfer,
                                       GError                   **error);
gboolean _ggov_points_insert_leg      (GgovChange                *change,
                                       gint64                     transfer_id,
                                       gint64                     account_id,
                                       gint64                     points,
                                       GError                   **error);

/* A transfer with both legs. An account of 0 is one that could not be opened, with @error set. */
gint64   _ggov_points_move            (GgovChange                *change,
                                       const GgovPointsTransfer  *transfer,
                                       gint64                     from,
                                       gint64                     to,
                                       gint64                     points,
                                       GError                   **error);

/* How long points are good, by the terms in force on an ISO day. */
gboolean _ggov_points_read_expiry     (GgovDb                    *db,
                                       const char                *day,
                                       GgovPointsExpiry          *expiry,
                                       GError                   **error);

/* Lets what is past its last day expire on a person's account, which no other account belongs to.
 * @points: (out) (optional): how many did */
gboolean _ggov_points_expire_account  (GgovChange                *change,
                                       gint64                     account_id,
                                       gint64                     at,
                                       gint64                    *points,
                                       GError                   **error);

/* Refuses where a person's points are below zero: what was spent together cannot be parted again. */
gboolean _ggov_points_check_parted    (GgovDb                    *db,
                                       GError                   **error);

G_END_DECLS
