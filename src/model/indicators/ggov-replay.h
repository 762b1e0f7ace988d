/* ggov-replay.h: the issues of a past time under other limits, hours, calendars or grids
 *
 * Everything stays as it was but for the rules: an issue was filed, sent out, suspended, given more
 * time and closed when it was. Only its deadline is reckoned anew, and it would have been late where
 * it was closed after that, or is still open and that is over.
 *
 * A replay is filled by one thread and not changed after that; it may then run in any number of
 * threads. Times are seconds since 1970-01-01T00:00:00Z.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ggov-office-clock.h"

G_BEGIN_DECLS

#define GGOV_TYPE_REPLAY (ggov_replay_get_type ())

G_DECLARE_FINAL_TYPE (GgovReplay, ggov_replay, GGOV, REPLAY, GObject)

/**
 * GgovReplayCase:
 * @type_code: of its case type, and so the name, in the user's language
 * @limit_text: of its case type as it was, which ggov_limit_parse() reads
 * @start_rule: (nullable): when the limit began to run, as ggov_start_rule_from_code() reads it; NULL
 *   for as its unit has it
 * @grid_code: where it was; empty for no grid, and so is the name
 * @other_grid_code: (nullable): where it would be in another plan; NULL for the same
 * @due_at: its deadline as it was, or 0
 * @closed_at: or 0
 *
 * One issue.
 */
typedef struct
{
  const char *type_code;
  const char *type_name;
  const char *limit_text;
  const char *start_rule;
  const char *grid_code;
  const char *grid_name;
  const char *other_grid_code;
  const char *other_grid_name;
  gint64      filed_at;
  gint64      due_at;
  gint64      closed_at;
} GgovReplayCase;

/**
 * GgovReplayRules:
 * @clock: the hours and the calendar that would have held
 * @limits: (nullable) (element-type utf8 GgovLimit): by the code of a case type; one that is not
 *   named keeps its limit
 */
typedef struct
{
  GgovOfficeClock *clock;
  GHashTable      *limits;
} GgovReplayRules;

/**
 * GgovReplayCount:
 * @key: a case type's or a grid's code; empty for all, and for what has no grid
 * @label: in the user's language
 * @n_was: how many issues there were
 * @n_late_was: how many of them were late
 * @n_would: how many there would have been; another number only for grids
 * @n_late_would: how many of them would have been late
 */
typedef struct
{
  char   *key;
  char   *label;
  gint64  n_was;
  gint64  n_late_was;
  gint64  n_would;
  gint64  n_late_would;
} GgovReplayCount;

/**
 * GgovReplayOutcome:
 * @n_issues: how many
 * @n_late_was: how many were late
 * @n_late_would: how many would have been
 * @n_newly_late: how many only then
 * @n_saved: how many no more then
 * @n_left_out: how many have no deadline that can be reckoned; they count nowhere
 * @n_without_extension: how many were given time that does not fit the other limit and were reckoned
 *   without it
 * @types: (element-type GgovReplayCount): by code
 * @grids: (element-type GgovReplayCount): by code
 */
typedef struct
{
  gint64     n_issues;
  gint64     n_late_was;
  gint64     n_late_would;
  gint64     n_newly_late;
  gint64     n_saved;
  gint64     n_left_out;
  gint64     n_without_extension;
  GPtrArray *types;
  GPtrArray *grids;
} GgovReplayOutcome;

/* @now: the moment to look from */
GgovReplay        *ggov_replay_new         (gint64                  now) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ggov_replay_add:
 * @one: its texts are copied
 * @events: (element-type GgovIssueEvent): what was done with it, in order
 */
void               ggov_replay_add         (GgovReplay             *self,
                                            const GgovReplayCase   *one,
                                            GPtrArray              *events);

guint              ggov_replay_get_n       (GgovReplay             *self);

/**
 * ggov_replay_run:
 * @rules: what would have held
 *
 * Some 0.3 s for a million issues.
 *
 * Returns: (transfer full): what would have come out; or NULL with G_IO_ERROR_CANCELLED
 */
GgovReplayOutcome *ggov_replay_run         (GgovReplay             *self,
                                            const GgovReplayRules  *rules,
                                            GCancellable           *cancellable,
                                            GError                **error)
                                            G_GNUC_WARN_UNUSED_RESULT;

/* The same in a thread of its own; @rules is copied. */
void               ggov_replay_run_async   (GgovReplay             *self,
                                            const GgovReplayRules  *rules,
                                            GCancellable           *cancellable,
                                            GAsyncReadyCallback     callback,
                                            gpointer                user_data);
GgovReplayOutcome *ggov_replay_run_finish  (GgovReplay             *self,
                                            GAsyncResult           *result,
                                            GError                **error)
                                            G_GNUC_WARN_UNUSED_RESULT;

void               ggov_replay_outcome_free (GgovReplayOutcome     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovReplayOutcome, ggov_replay_outcome_free)

G_END_DECLS
