/* ggov-ladder.h: what is done about an issue as its time runs out
 *
 * Four rungs: a reminder before expiry, a reminder notice after it, criticism, a report upward. When
 * each is due is data. All of them fall into work hours: those that are counted in days are due as
 * the day opens, those counted in hours at a minute that is worked.
 *
 * Times are seconds since 1970-01-01T00:00:00Z.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-limit.h"
#include "ggov-office-clock.h"

G_BEGIN_DECLS

/**
 * GgovRung:
 * @GGOV_RUNG_REMIND: a word to whoever handles it, before expiry
 * @GGOV_RUNG_NOTICE: a reminder notice on paper (催办通知书)
 * @GGOV_RUNG_CRITICISE: named in public (通报批评)
 * @GGOV_RUNG_REPORT: told to those above (上报)
 *
 * Codes, in this order: "remind", "notice", "criticise", "report".
 */
typedef enum
{
  GGOV_RUNG_REMIND,
  GGOV_RUNG_NOTICE,
  GGOV_RUNG_CRITICISE,
  GGOV_RUNG_REPORT,
} GgovRung;

#define GGOV_N_RUNGS (GGOV_RUNG_REPORT + 1)

/**
 * GgovLadder:
 * @limits: how long before expiry the first rung is due, and how long after it the others are: in
 *   working hours or working days; a count of 0 where the office does without the rung
 */
typedef struct
{
  GgovLimit limits[GGOV_N_RUNGS];
} GgovLadder;

/* "remind 4h; notice 1d; criticise 5d; report 6d" */
void         ggov_ladder_init_default (GgovLadder        *ladder);

/**
 * ggov_ladder_parse:
 * @text: entries with a semicolon or a line's end between them: the code of a rung and a limit. The
 *   office does without a rung that is not named.
 * @ladder: (out): the ladder
 * @error: return location for a GgovModelError (SYNTAX or RANGE) with a translated sentence that
 *   names the entry, or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @ladder left as it was
 */
gboolean     ggov_ladder_parse        (const char        *text,
                                       GgovLadder        *ladder,
                                       GError           **error);

/* (transfer full): the text ggov_ladder_parse() reads, an entry a line */
char        *ggov_ladder_to_string    (const GgovLadder  *ladder) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_ladder_find_moment:
 * @due: when the time is up
 * @moment: (out): from when on the rung is due
 *
 * Returns: TRUE; or FALSE where the office does without it or the calendar's range has no such day,
 *   with @moment left as it was
 */
gboolean     ggov_ladder_find_moment  (const GgovLadder  *ladder,
                                       GgovOfficeClock   *clock,
                                       GgovRung           rung,
                                       gint64             due,
                                       gint64            *moment);

/**
 * GgovLadderState:
 * @start: when the limit began to run; no reminder is due at that moment or before
 * @due: when the time is up
 * @done: a sum of 1 << GgovRung: what was done since for this deadline
 * @last_done: when the last of these was done, or 0
 */
typedef struct
{
  gint64 start;
  gint64 due;
  guint  done;
  gint64 last_done;
} GgovLadderState;

/**
 * ggov_ladder_find_step:
 * @now: the moment to look at
 * @rung: (out): what is to be done
 * @since: (out): from when on
 *
 * One rung after the other and no two on one day, however late one looks. A reminder that was not
 * given before expiry is not given any more. Outside work hours nothing is to be done.
 *
 * Returns: whether something is, with @rung and @since left as they were where not
 */
gboolean     ggov_ladder_find_step    (const GgovLadder       *ladder,
                                       GgovOfficeClock        *clock,
                                       const GgovLadderState  *state,
                                       gint64                  now,
                                       GgovRung               *rung,
                                       gint64                 *since);

const char  *ggov_rung_get_code       (GgovRung           rung);

/* FALSE where no rung has the code, with @rung left as it was. */
gboolean     ggov_rung_from_code      (const char        *code,
                                       GgovRung          *rung);

/* What it is called in the user's language. */
const char  *ggov_rung_get_label      (GgovRung           rung);

G_END_DECLS
