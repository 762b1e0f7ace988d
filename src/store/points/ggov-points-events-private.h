/* ggov-points-events-private.h: what happened that points can be given for
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"
#include "ggov-points-rule.h"

G_BEGIN_DECLS

/* One that happened. The texts live until the next step. */
typedef struct
{
  gint64      person_id;
  gint64      at;       /* seconds since 1970-01-01T00:00:00Z; of a day, its noon */
  gint64      minutes;  /* it took; 0 where nobody knows */
  const char *what;     /* code of a course, number of an issue; may be empty */
  char       *source;   /* as in a transfer: training/12 */
} GgovPointsEvent;

void      _ggov_points_event_clear    (GgovPointsEvent             *event);

/**
 * _ggov_points_prepare_events:
 * @from: the first day, days since 1970-01-01
 * @to: the last
 *
 * What a rule is earned by, in the order of time; for a rule that nothing is proposed from, the awards
 * of its code that stand.
 */
GgovStmt *_ggov_points_prepare_events (GgovDb                      *db,
                                       const GgovPointsRuleFields  *rule,
                                       int                          from,
                                       int                          to,
                                       GError                     **error)
                                       G_GNUC_WARN_UNUSED_RESULT;

GgovDbStep _ggov_points_step_event    (GgovStmt                    *stmt,
                                       const GgovPointsRuleFields  *rule,
                                       GgovPointsEvent             *event,
                                       GError                     **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovPointsEvent, _ggov_points_event_clear)

G_END_DECLS
