/* ggov-visit-round.h: a sheet of doors that somebody is to go to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_VISIT_ROUND (ggov_visit_round_get_type ())

G_DECLARE_FINAL_TYPE (GgovVisitRound, ggov_visit_round, GGOV, VISIT_ROUND, GObject)

/**
 * GgovVisitRoundRecord:
 * @visitor_id: who is to go, or 0
 * @stops: lines of the sheet, of which @done have a result: @met, @absent and @refused of them
 * @issues: how many issues came of them
 * @visitor: (nullable)
 * @grid: (nullable): NULL where the doors are in several
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      visitor_id;
  gint64      grid_id;
  gint64      stops;
  gint64      done;
  gint64      met;
  gint64      absent;
  gint64      refused;
  gint64      issues;
  const char *day;
  const char *visitor;
  const char *grid_code;
  const char *grid;
} GgovVisitRoundRecord;

/* Copies the texts. */
GgovVisitRound *ggov_visit_round_new (const GgovVisitRoundRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovVisitRoundRecord *ggov_visit_round_get_record (GgovVisitRound *self);

G_END_DECLS
