/* ggov-arrivals-take.c: issues from another platform become the office's, or bring theirs on
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <math.h>

#include "ggov-arrivals-private.h"
#include "ggov-issue-flow.h"
#include "ggov-issue-rules-private.h"
#include "ggov-mask.h"
#include "ggov-search-text-private.h"
#include "ggov-write-issues.h"

#define DEGREES_E7   1e7
#define SAME_SECONDS 60 /* tables are written to the minute */

#define KNOWN_COLUMNS \
  "SELECT i.id, i.number, i.title, i.description, i.stage, i.suspended, i.place, i.lon_e7, " \
  "i.lat_e7, i.grid_id, i.filed_at, i.closed_at, i.due_at, i.case_type_id, t.code, o.id, " \
  "o.service_code, o.service_name, o.status_notes, o.agency, o.notice, o.address_id, o.zipcode, " \
  "o.media_url, o.expected_at "
#define SQL_BY_ORIGIN \
  KNOWN_COLUMNS "FROM issue_origin o JOIN issue i ON i.id = o.issue_id " \
  "JOIN case_type t ON t.id = i.case_type_id WHERE o.platform = $1 AND o.source_id = $2"
#define SQL_BY_NUMBER \
  KNOWN_COLUMNS "FROM issue i JOIN case_type t ON t.id = i.case_type_id " \
  "LEFT JOIN issue_origin o ON o.issue_id = i.id WHERE i.number = $1 AND o.id IS NULL"

#define SQL_PROGRESS \
  "SELECT coalesce ((SELECT max (s.at) FROM issue_step s WHERE s.issue_id = $1), 0), " \
  "(SELECT count (*) FROM issue_strand t WHERE t.issue_id = $1 AND t.ended_at IS NULL), " \
  "(SELECT duplicate_of_id IS NOT NULL FROM issue WHERE id = $1)"

enum
{
  ID, NUMBER, TITLE, DESCRIPTION, STAGE, SUSPENDED, PLACE, LON, LAT, GRID, FILED_AT, CLOSED_AT,
  DUE_AT, TYPE, TYPE_CODE, ORIGIN, SERVICE_CODE, SERVICE_NAME, NOTES, AGENCY, NOTICE, ADDRESS_ID,
  ZIPCODE, MEDIA_URL, EXPECTED_AT,
};

#define MOST_COLUMNS 16

/* What is different of one record. */
typedef struct
{
  GgovColumn columns[MOST_COLUMNS];
  guint      n;
} Difference;

static void
add_text (Difference *self,
          const char *name,
          const char *text)
{
  g_assert (self->n < MOST_COLUMNS);
  self->columns[self->n++] = (GgovColumn) GGOV_TEXT (name, text);
}

static void
add_id (Difference *self,
        const char *name,
        gint64      number)
{
  g_assert (self->n < MOST_COLUMNS);
  self->columns[self->n++] = (GgovColumn) GGOV_ID (name, number);
}

/* What was given away masked and comes back is no news. */
static gboolean
is_news (const char *said,
         const char *known)
{
  g_autofree char *masked = NULL;

  if (said == NULL || *said == '\0' || g_strcmp0 (said, known) == 0)
    return FALSE;

  masked = ggov_mask_free_text (known ? known : "");

  return !g_str_equal (said, masked);
}

static gboolean
is_other_time (gint64 said,
               gint64 known)
{
  return said != 0 && ABS (said - known) >= SAME_SECONDS;
}

static gint64
to_e7 (double degrees)
{
  return llround (degrees * DEGREES_E7);
}

/* New ------------------------------------------------------------------------------------- */

static gint64
add_event (GgovChange      *change,
           gint64           issue_id,
           gint64           at,
           GgovIssueMove    move,
           GgovIssueStage   from,
           GgovIssueStage   to,
           const char      *note,
           GError         **error)
{
  const GgovIssueEventRecord record = {
    .issue_id = issue_id,
    .at = at,
    .move = ggov_issue_move_get_code (move),
    .from_stage = ggov_issue_stage_get_code (from),
    .to_stage = ggov_issue_stage_get_code (to),
    .note = note,
  };

  return ggov_change_add_issue_event (change, &record, error);
}

static GgovIssueStage
get_end (GgovArrivalStatus status)
{
  return status == GGOV_ARRIVAL_VOID ? GGOV_ISSUE_VOID : GGOV_ISSUE_CLOSED;
}

static gboolean
is_ended (const GgovArrival *arrival)
{
  return arrival->status == GGOV_ARRIVAL_CLOSED || arrival->status == GGOV_ARRIVAL_VOID;
}

/* Of one that came as it was ended, nobody knows what was done with it before. */
static gboolean
write_first (GgovArrivals       *self,
             gint64              issue_id,
             const GgovArrival  *arrival,
             GError            **error)
{
  if (!is_ended (arrival))
    return add_event (self->change, issue_id, arrival->filed_at, GGOV_ISSUE_FILE,
                      GGOV_ISSUE_COLLECTED, GGOV_ISSUE_FILED, NULL, error) != 0;
  if (arrival->status == GGOV_ARRIVAL_VOID)
    return add_event (self->change, issue_id, arrival->closed_at, GGOV_ISSUE_ANNUL,
                      GGOV_ISSUE_FILED, GGOV_ISSUE_VOID, arrival->notes, error) != 0;

  return add_event (self->change, issue_id, arrival->closed_at, GGOV_ISSUE_CLOSE,
                    GGOV_ISSUE_VERIFIED, GGOV_ISSUE_CLOSED, arrival->notes, error) != 0;
}

static gboolean
walk (GgovArrivals    *self,
      gint64           issue_id,
      GgovIssueState  *state,
      GgovIssueMove    move,
      gint64           at,
      const char      *note,
      GError         **error)
{
  const GgovIssueStage from = state->stage;

  return ggov_issue_flow_apply (state, move, error) &&
         add_event (self->change, issue_id, at, move, from, state->stage, note, error) != 0;
}

/* What the platform has done is written as the steps that lead there, all at once; but somebody was
 * sent when it was filed, or when it came back, or it would have been in time whenever it ended. */
static gboolean
walk_to_end (GgovArrivals       *self,
             gint64              issue_id,
             GgovIssueState     *state,
             const GgovArrival  *arrival,
             gint64              last_at,
             gint64              at,
             GError            **error)
{
  GgovIssueMove move;

  if (arrival->status == GGOV_ARRIVAL_VOID)
    return (ggov_issue_flow_allows (state, GGOV_ISSUE_ANNUL) ||
            walk (self, issue_id, state, GGOV_ISSUE_REWORK, at, arrival->notes, error)) &&
           walk (self, issue_id, state, GGOV_ISSUE_ANNUL, at, arrival->notes, error);

  while (state->stage != GGOV_ISSUE_CLOSED && ggov_issue_flow_get_main_move (state, &move))
    if (!walk (self, issue_id, state, move,
               move == GGOV_ISSUE_FILE || move == GGOV_ISSUE_DISPATCH ? last_at : at,
               move == GGOV_ISSUE_CLOSE ? arrival->notes : NULL, error))
      return FALSE;

  return TRUE;
}

static gboolean
reckon (GgovArrivals  *self,
        gint64         case_type_id,
        gint64         filed_at,
        GPtrArray     *events,
        gint64        *due_at,
        gboolean      *provisional,
        GError       **error)
{
  const GgovArrivalType *type = _ggov_arrivals_get_type (self, case_type_id);

  return _ggov_issue_reckon (self->clock, type ? type->limit_text : "",
                             type ? type->start_rule : NULL, filed_at, events, due_at,
                             provisional, error);
}

static gboolean
write_origin (GgovArrivals       *self,
              gint64              issue_id,
              const GgovArrival  *arrival,
              GError            **error)
{
#define TEXT_OF(name, text) GGOV_TEXT (name, (text) ? (text) : "")
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", issue_id),
    GGOV_TEXT ("platform", self->platform),
    GGOV_TEXT ("source_id", arrival->source_id),
    TEXT_OF ("service_code", arrival->service_code),
    TEXT_OF ("service_name", arrival->service_name),
    TEXT_OF ("status_notes", arrival->notes),
    TEXT_OF ("agency", arrival->agency),
    TEXT_OF ("notice", arrival->notice),
    TEXT_OF ("address_id", arrival->address_id),
    TEXT_OF ("zipcode", arrival->zipcode),
    TEXT_OF ("media_url", arrival->media_url),
    GGOV_ID ("updated_at", arrival->updated_at),
    GGOV_ID ("expected_at", arrival->expected_at),
  };
#undef TEXT_OF

  return _ggov_change_insert (self->change, "issue_origin", columns, G_N_ELEMENTS (columns),
                              error) != 0;
}

static gboolean
add_new (GgovArrivals       *self,
         const GgovArrival  *arrival,
         GError            **error)
{
  g_autofree char *number = _ggov_arrivals_dup_number (self, arrival->filed_at, error);
  const GgovIssueStage stage = is_ended (arrival) ? get_end (arrival->status) : GGOV_ISSUE_FILED;
  GgovIssueRecord record = {
    .number = number,
    .case_type_id = arrival->case_type_id,
    .title = arrival->title,
    .description = arrival->description,
    .source = ggov_issue_source_get_code (arrival->source),
    .stage = ggov_issue_stage_get_code (stage),
    .grid_id = arrival->grid_id,
    .place = arrival->place,
    .lon_e7 = arrival->has_spot ? to_e7 (arrival->lon) : 0,
    .lat_e7 = arrival->has_spot ? to_e7 (arrival->lat) : 0,
    .filed_at = arrival->filed_at,
    .closed_at = is_ended (arrival) ? arrival->closed_at : 0,
  };
  g_autoptr(GPtrArray) nothing_yet = g_ptr_array_new ();
  gint64 id;

  if (number == NULL ||
      !reckon (self, arrival->case_type_id, arrival->filed_at, nothing_yet, &record.due_at,
               &record.due_provisional, error) ||
      !(id = ggov_change_add_issue (self->change, &record, error)) ||
      !write_origin (self, id, arrival, error))
    return FALSE;

  return write_first (self, id, arrival, error);
}

/* Known ----------------------------------------------------------------------------------- */

/* The platform calls it by another kind than before, and that is a kind of the office. */
static gboolean
is_other_kind (GgovStmt          *known,
               const GgovArrival *arrival)
{
  if (arrival->is_other || ggov_stmt_get_int (known, TYPE) == arrival->case_type_id)
    return FALSE;

  return ggov_stmt_is_null (known, ORIGIN) ||
         is_news (arrival->service_code, ggov_stmt_get_text (known, SERVICE_CODE)) ||
         is_news (arrival->service_name, ggov_stmt_get_text (known, SERVICE_NAME));
}

static void
compare_place (GgovStmt          *known,
               const GgovArrival *arrival,
               Difference        *issue)
{
  if (is_news (arrival->place, ggov_stmt_get_text (known, PLACE)))
    add_text (issue, "place", arrival->place);

  if (!arrival->has_spot || (to_e7 (arrival->lon) == ggov_stmt_get_int (known, LON) &&
                             to_e7 (arrival->lat) == ggov_stmt_get_int (known, LAT)))
    return;

  add_id (issue, "lon_e7", to_e7 (arrival->lon));
  add_id (issue, "lat_e7", to_e7 (arrival->lat));
  if (arrival->grid_id != 0 && arrival->grid_id != ggov_stmt_get_int (known, GRID))
    add_id (issue, "grid_id", arrival->grid_id);
}

/* What comes back in one text with its title in front is no news either. */
static gboolean
is_both (GgovStmt   *known,
         const char *said)
{
  const char *description = ggov_stmt_get_text (known, DESCRIPTION);
  g_autofree char *both = g_strconcat (ggov_stmt_get_text (known, TITLE),
                                       description && *description ? "\n" : "", description, NULL);

  return said != NULL && !is_news (said, both);
}

static void
compare_words (GgovStmt           *known,
               const GgovArrival  *arrival,
               Difference         *issue,
               char              **words)
{
  if (is_both (known, arrival->description))
    return;

  if (is_news (arrival->title, ggov_stmt_get_text (known, TITLE)))
    {
      *words = _ggov_search_text_for_place (arrival->title, ggov_stmt_get_text (known, NUMBER));
      add_text (issue, "title", arrival->title);
      add_text (issue, "search_text", *words);
    }
  if (is_news (arrival->description, ggov_stmt_get_text (known, DESCRIPTION)))
    add_text (issue, "description", arrival->description);
}

/* Of an issue of the office's own nothing is kept beside it. */
static void
compare_origin (GgovStmt          *known,
                const GgovArrival *arrival,
                Difference        *origin)
{
  const struct { const char *name; const char *said; int column; } texts[] = {
    { "status_notes", arrival->notes, NOTES },
    { "agency", arrival->agency, AGENCY },
    { "notice", arrival->notice, NOTICE },
    { "address_id", arrival->address_id, ADDRESS_ID },
    { "zipcode", arrival->zipcode, ZIPCODE },
    { "media_url", arrival->media_url, MEDIA_URL },
  };

  if (ggov_stmt_is_null (known, ORIGIN))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (is_news (texts[i].said, ggov_stmt_get_text (known, texts[i].column)))
      add_text (origin, texts[i].name, texts[i].said);

  /* What the office gave away is its own deadline, where the platform had none. */
  if (is_other_time (arrival->expected_at, ggov_stmt_get_int (known, EXPECTED_AT)) &&
      is_other_time (arrival->expected_at, ggov_stmt_get_int (known, DUE_AT)))
    add_id (origin, "expected_at", arrival->expected_at);
}

/* How far an issue is here. */
typedef struct
{
  gint64   last_at;      /* of its last step, or 0 */
  gboolean has_strand;   /* whether one of its strands is still open */
  gboolean is_duplicate; /* of another issue, which goes on in its place */
} Progress;

static gboolean
read_progress (GgovArrivals  *self,
               gint64         issue_id,
               Progress      *progress,
               GError       **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (self->change->db, SQL_PROGRESS, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  progress->last_at = ggov_stmt_get_int (stmt, 0);
  progress->has_strand = ggov_stmt_get_int (stmt, 1) > 0;
  progress->is_duplicate = ggov_stmt_get_int (stmt, 2) != 0;

  return TRUE;
}

static void
set_stage (Difference           *issue,
           const GgovIssueState *state,
           gint64                closed_at)
{
  add_text (issue, "stage", ggov_issue_stage_get_code (state->stage));
  add_id (issue, "closed_at", closed_at);
  issue->columns[issue->n++] = (GgovColumn) GGOV_INT ("suspended", state->suspended != FALSE);
}

static gboolean
open_again (GgovArrivals       *self,
            gint64              issue_id,
            GgovIssueState     *state,
            const GgovArrival  *arrival,
            gint64              at,
            Difference         *issue,
            GError            **error)
{
  /* What is closed and not judged yet goes back to work. */
  const GgovIssueMove move = ggov_issue_flow_allows (state, GGOV_ISSUE_REOPEN) ? GGOV_ISSUE_REOPEN
                                                                              : GGOV_ISSUE_REWORK;

  if (!walk (self, issue_id, state, move, at, arrival->notes, error))
    return FALSE;

  set_stage (issue, state, 0);

  return TRUE;
}

/* What the platform says of the end: whether it ends the issue, opens it again, or is behind.
 * @state: where the issue is, and is then */
static gboolean
compare_end (GgovArrivals       *self,
             GgovStmt           *known,
             const GgovArrival  *arrival,
             GgovIssueState     *state,
             Difference         *issue,
             GgovArrivalLag     *lag,
             GError            **error)
{
  const gint64 id = ggov_stmt_get_int (known, ID);
  const gboolean is_open = ggov_issue_stage_is_open (state->stage);
  Progress progress;

  if (arrival->status == GGOV_ARRIVAL_UNSAID || is_ended (arrival) != is_open)
    return TRUE;
  if (!read_progress (self, id, &progress, error))
    return FALSE;

  if (is_open && progress.has_strand)
    *lag = GGOV_ARRIVAL_HELD;
  else if (!is_open && (progress.is_duplicate ||
                        arrival->updated_at <= ggov_stmt_get_int (known, CLOSED_AT)))
    *lag = GGOV_ARRIVAL_BEHIND;
  else if (is_open)
    {
      const gint64 last_at = MAX (progress.last_at, ggov_stmt_get_int (known, FILED_AT));
      const gint64 at = MAX (arrival->closed_at, last_at);

      if (!walk_to_end (self, id, state, arrival, last_at, at, error))
        return FALSE;

      set_stage (issue, state, at);
    }
  else
    return open_again (self, id, state, arrival, MAX (arrival->updated_at, progress.last_at), issue,
                       error);

  return TRUE;
}

/* The deadline is reckoned from all that was done, the steps that were written just now among it.
 * @state: where the issue is now
 * @is_moved: whether that is somewhere else than before */
static gboolean
compare_times (GgovArrivals          *self,
               GgovStmt              *known,
               const GgovArrival     *arrival,
               const GgovIssueState  *state,
               gboolean               is_moved,
               Difference            *issue,
               GError               **error)
{
  const gboolean kind = is_other_kind (known, arrival);
  const gboolean filed = is_other_time (arrival->filed_at, ggov_stmt_get_int (known, FILED_AT));
  const gint64 type_id = kind ? arrival->case_type_id : ggov_stmt_get_int (known, TYPE);
  g_autoptr(GPtrArray) events = NULL;
  gboolean provisional = FALSE;
  gint64 due_at = 0;

  if (kind)
    add_id (issue, "case_type_id", arrival->case_type_id);
  if (filed)
    add_id (issue, "filed_at", arrival->filed_at);
  if (!kind && !filed && !is_moved)
    return TRUE;

  if (state->stage != GGOV_ISSUE_COLLECTED &&
      (!(events = _ggov_issue_list_events (self->change->db, ggov_stmt_get_int (known, ID),
                                           error)) ||
       !reckon (self, type_id, filed ? arrival->filed_at : ggov_stmt_get_int (known, FILED_AT),
                events, &due_at, &provisional, error)))
    return FALSE;

  add_id (issue, "due_at", due_at);
  issue->columns[issue->n++] = (GgovColumn) GGOV_INT ("due_provisional", provisional != FALSE);

  return TRUE;
}

static gboolean
bring_on (GgovArrivals       *self,
          GgovStmt           *known,
          const GgovArrival  *arrival,
          GgovArrivalResult  *result,
          GgovArrivalLag     *lag,
          GError            **error)
{
  GgovIssueState before = { GGOV_ISSUE_FILED, ggov_stmt_get_int (known, SUSPENDED) != 0 }, state;
  Difference issue = { .n = 0 }, origin = { .n = 0 };
  g_autofree char *words = NULL;

  if (!ggov_issue_stage_from_code (ggov_stmt_get_text (known, STAGE), &before.stage, error))
    return FALSE;

  *result = GGOV_ARRIVAL_SAME;
  state = before;
  compare_words (known, arrival, &issue, &words);
  compare_place (known, arrival, &issue);
  compare_origin (known, arrival, &origin);
  if (!compare_end (self, known, arrival, &state, &issue, lag, error) ||
      !compare_times (self, known, arrival, &state, state.stage != before.stage, &issue, error))
    return FALSE;

  if (issue.n + origin.n == 0)
    return TRUE;

  *result = GGOV_ARRIVAL_CHANGED;
  if (arrival->updated_at != 0 && !ggov_stmt_is_null (known, ORIGIN))
    add_id (&origin, "updated_at", arrival->updated_at);

  return (issue.n == 0 || _ggov_change_update (self->change, "issue", ggov_stmt_get_int (known, ID),
                                               -1, issue.columns, issue.n, error)) &&
         (origin.n == 0 || _ggov_change_update (self->change, "issue_origin",
                                                ggov_stmt_get_int (known, ORIGIN), -1,
                                                origin.columns, origin.n, error));
}

/* Other platforms number their issues from one upwards as well, but not at the same minute. */
static gboolean
is_own (GgovStmt          *known,
        const GgovArrival *arrival)
{
  return !is_other_time (arrival->filed_at, ggov_stmt_get_int (known, FILED_AT));
}

gboolean
ggov_arrivals_take (GgovArrivals       *self,
                    const GgovArrival  *arrival,
                    GgovArrivalResult  *result,
                    GgovArrivalLag     *lag,
                    GError            **error)
{
  g_autoptr(GgovStmt) by_origin = ggov_db_prepare (self->change->db, SQL_BY_ORIGIN, error);
  g_autoptr(GgovStmt) by_number = ggov_db_prepare (self->change->db, SQL_BY_NUMBER, error);
  GgovDbStep step;

  if (by_origin == NULL || by_number == NULL)
    return FALSE;

  *lag = GGOV_ARRIVAL_ABREAST;

  ggov_stmt_bind_text (by_origin, 1, self->platform);
  ggov_stmt_bind_text (by_origin, 2, arrival->source_id);
  ggov_stmt_bind_text (by_number, 1, arrival->source_id);
  if ((step = ggov_stmt_step (by_origin, error)) == GGOV_DB_ROW)
    return bring_on (self, by_origin, arrival, result, lag, error);
  if (step == GGOV_DB_DONE && (step = ggov_stmt_step (by_number, error)) == GGOV_DB_ROW &&
      is_own (by_number, arrival))
    return bring_on (self, by_number, arrival, result, lag, error);
  if (step == GGOV_DB_ERROR)
    return FALSE;

  *result = GGOV_ARRIVAL_NEW;

  return add_new (self, arrival, error);
}
