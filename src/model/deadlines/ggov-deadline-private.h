/* ggov-deadline-private.h: a deadline on its way from terms to result
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-deadline.h"

G_BEGIN_DECLS

/**
 * GgovDeadlineRun:
 * @clock: (transfer none): the office's clock
 * @terms: (transfer none): what is reckoned from
 * @suspensions: (array) (transfer none): those of @terms by their beginning
 * @owned: (nullable): what @suspensions had to be copied into to be put in order
 * @pace: on which days the clock runs
 * @begin: the moment it begins to run, the start or the midnight after it
 * @base: what the clock shows then, ticks
 * @total: the limit with its extensions, ticks
 * @run_out: when the ticks are used up, or GGOV_DEADLINE_NONE
 * @due: @run_out, moved on from a day of rest
 */
typedef struct
{
  GgovOfficeClock         *clock;
  const GgovDeadlineTerms *terms;
  const GgovSuspension    *suspensions;
  GArray                  *owned;
  GgovPace                 pace;
  gint64                   begin;
  gint64                   base;
  gint64                   total;
  gint64                   run_out;
  gint64                   due;
} GgovDeadlineRun;

/**
 * _ggov_deadline_run:
 * @run: (out): all of it; to be given to _ggov_deadline_run_clear()
 *
 * Returns: TRUE, or FALSE with @error set and @run cleared
 */
gboolean  _ggov_deadline_run        (GgovOfficeClock          *clock,
                                     const GgovDeadlineTerms  *terms,
                                     GgovDeadlineRun          *run,
                                     GError                  **error);
void      _ggov_deadline_run_clear  (GgovDeadlineRun          *run);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovDeadlineRun, _ggov_deadline_run_clear)

G_END_DECLS
