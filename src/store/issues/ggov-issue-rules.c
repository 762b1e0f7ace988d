/* ggov-issue-rules.c: what has to hold before something is done with an issue
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-case-type.h"
#include "ggov-evidence.h"
#include "ggov-issue-parts-private.h"
#include "ggov-issue-rules-private.h"
#include "ggov-issue-terms.h"
#include "ggov-local-time.h"
#include "ggov-model-error.h"
#include "ggov-post-papers-private.h"
#include "ggov-start-rule.h"
#include "ggov-typed-text.h"

#define SQL_SOURCE "SELECT source FROM issue WHERE id = $1"
#define SQL_LAST_STEP \
  "SELECT coalesce ((SELECT max (s.at) FROM issue_step s WHERE s.issue_id = i.id), i.filed_at) " \
  "FROM issue i WHERE i.id = $1"
#define SQL_MEASURES "SELECT measure_count, measure_area_cm2 FROM issue WHERE id = $1"

static gboolean
check_flow (const GgovIssueState  *state,
            GgovIssueMove          move,
            GError               **error)
{
  if (ggov_issue_flow_allows (state, move))
    return TRUE;

  if (state->suspended)
    return _ggov_issue_refuse (error, _("The issue is suspended. Resume it first."));

  /* Translators: what was to be done, and the stage of the issue. */
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               _("“%1$s” is not possible while an issue is in “%2$s”."),
               ggov_issue_move_get_label (move), ggov_issue_stage_get_label (state->stage));
  return FALSE;
}

static gboolean
check_extension (GgovIssue            *issue,
                 const GgovIssueStep  *step,
                 gint64                at,
                 GError              **error)
{
  gint64 due_at = ggov_issue_get_fields (issue)->due_at;
  GgovLimit limit;

  if (step->granted == NULL || !ggov_limit_parse (step->granted, &limit, NULL))
    return _ggov_issue_refuse (error, _("Say how much time the extension gives, such as 3d or 4h."));

  if (due_at != 0 && due_at <= at)
    return _ggov_issue_refuse (error, _("The time is up already. An extension is given before that."));

  return TRUE;
}

static gboolean
check_measures (GgovDb               *db,
                GgovIssue            *issue,
                const GgovIssueStep  *step,
                GError              **error)
{
  guint measures = ggov_issue_get_fields (issue)->measures;
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_MEASURES, error);

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, step->issue_id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;

  if ((measures & GGOV_MEASURE_COUNT) && !step->measure_count && !ggov_stmt_get_int (stmt, 0))
    return _ggov_issue_refuse (error, _("Say how many places were put right before the issue is closed."));

  if ((measures & GGOV_MEASURE_AREA) && !step->measure_area_cm2 && !ggov_stmt_get_int (stmt, 1))
    return _ggov_issue_refuse (error, _("Say how many square metres it was before the issue is closed."));

  return TRUE;
}

/* How many of some papers are pictures. */
static guint
count_pictures (const GgovPaper *papers,
                guint            n_papers)
{
  guint n = 0;

  for (guint i = 0; i < n_papers; i++)
    {
      const char *media_type = _ggov_paper_find_media_type (&papers[i], NULL);

      n += media_type && g_str_has_prefix (media_type, "image/");
    }

  return n;
}

gboolean
_ggov_issue_check_evidence (guint             asked,
                            GgovIssueMove     move,
                            const char       *note,
                            const GgovPaper  *papers,
                            guint             n_papers,
                            GError          **error)
{
  guint n_pictures = count_pictures (papers, n_papers);
  /* One picture cannot be both of the place and of what was signed. */
  guint n_other = n_papers - ((asked & GGOV_EVIDENCE_PHOTO) && n_pictures > 0 ? 1 : 0);
  guint missing = 0;
  g_autofree char *names = NULL;

  if ((asked & GGOV_EVIDENCE_TEXT) && ggov_typed_is_blank (note))
    missing |= GGOV_EVIDENCE_TEXT;
  if ((asked & GGOV_EVIDENCE_PHOTO) && n_pictures == 0)
    missing |= GGOV_EVIDENCE_PHOTO;
  if ((asked & GGOV_EVIDENCE_PAPER) && n_other == 0)
    missing |= GGOV_EVIDENCE_PAPER;
  if (missing == 0)
    return TRUE;

  names = ggov_evidence_dup_label (missing);
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               /* Translators: a step, and what it has to show: "photo, words" */
               _("For issues of this type “%1$s” has to show: %2$s."),
               ggov_issue_move_get_label (move), names);
  return FALSE;
}

/* A clock that was set back would put the steps out of order, and lengthen deadlines. */
static gboolean
check_time (GgovDb   *db,
            gint64    issue_id,
            gint64    at,
            GError  **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (db, SQL_LAST_STEP, error);
  g_autofree char *last = NULL;
  g_autofree char *now = NULL;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, issue_id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW)
    return FALSE;
  if (ggov_stmt_get_int (stmt, 0) <= at)
    return TRUE;

  last = g_strdelimit (ggov_local_time_format (ggov_stmt_get_int (stmt, 0)), "T", ' ');
  now = g_strdelimit (ggov_local_time_format (at), "T", ' ');
  g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED,
               /* Translators: both are a day and a time */
               _("The last step of this issue was at %1$s, which is after %2$s. Is the computer’s "
                 "clock right?"), last, now);
  return FALSE;
}

static gboolean
find_asked (GgovDb         *db,
            GgovIssue      *issue,
            GgovIssueMove   move,
            guint          *asked,
            GError        **error)
{
  const GgovIssueFields *fields = ggov_issue_get_fields (issue);
  GgovIssueSource source = GGOV_ISSUE_SOURCE_PATROL;
  g_autoptr(GgovStmt) stmt = NULL;

  *asked = ggov_evidence_find (fields->evidence, move);
  if (*asked == 0 || move != GGOV_ISSUE_FILE)
    return TRUE;

  if (!(stmt = ggov_db_prepare (db, SQL_SOURCE, error)))
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, fields->id);
  if (ggov_stmt_step (stmt, error) != GGOV_DB_ROW ||
      !ggov_issue_source_from_code (ggov_stmt_get_text (stmt, 0), &source, error))
    return FALSE;

  *asked = ggov_evidence_find_at_filing (fields->evidence, source);

  return TRUE;
}

gboolean
_ggov_issue_check_step (GgovDb               *db,
                        GgovIssue            *issue,
                        const GgovIssueStep  *step,
                        gint64                at,
                        GError              **error)
{
  guint asked;

  if (!check_flow (&ggov_issue_get_fields (issue)->state, step->move, error))
    return FALSE;

  if (ggov_issue_move_needs_reason (step->move) && ggov_typed_is_blank (step->note))
    {
      g_set_error (error, GGOV_STORE_ERROR, GGOV_STORE_ERROR_REFUSED, _("“%s” needs a reason."),
                   ggov_issue_move_get_label (step->move));
      return FALSE;
    }

  if (!check_time (db, step->issue_id, at, error) ||
      !find_asked (db, issue, step->move, &asked, error) ||
      !_ggov_issue_check_evidence (asked, step->move, step->note, step->papers, step->n_papers,
                                   error))
    return FALSE;

  if (step->move == GGOV_ISSUE_EXTEND)
    return check_extension (issue, step, at, error);
  if (step->move == GGOV_ISSUE_DUPLICATE)
    return _ggov_issue_check_duplicate (db, issue, step->duplicate_of_id, error);

  return step->move != GGOV_ISSUE_CLOSE ||
         (_ggov_issue_check_strands (db, step->issue_id, error) &&
          check_measures (db, issue, step, error));
}

gboolean
_ggov_issue_moves_due (GgovIssueMove move)
{
  switch ((int) move)
    {
    case GGOV_ISSUE_FILE:
    case GGOV_ISSUE_DISPATCH:
    case GGOV_ISSUE_SUSPEND:
    case GGOV_ISSUE_RESUME:
    case GGOV_ISSUE_EXTEND:
    case GGOV_ISSUE_REOPEN:
      return TRUE;

    default:
      return FALSE;
    }
}

gboolean
_ggov_issue_reckon (GgovOfficeClock  *clock,
                    const char       *limit_text,
                    const char       *start_rule,
                    gint64            filed_at,
                    GPtrArray        *events,
                    gint64           *due_at,
                    gboolean         *due_provisional,
                    GError          **error)
{
  g_autoptr(GgovIssueTerms) terms = NULL;
  g_autoptr(GError) cause = NULL;
  GgovDeadline deadline;
  GgovStartRule rule;
  GgovLimit limit;

  if (!ggov_limit_parse (limit_text, &limit, error) ||
      !ggov_start_rule_from_code (start_rule, &rule, error))
    return FALSE;

  terms = ggov_issue_terms_new (&limit, filed_at, events);
  terms->terms.start_rule = rule;
  if (!ggov_deadline_reckon (clock, &terms->terms, &deadline, &cause))
    {
      if (terms->terms.n_extensions > 0 &&
          g_error_matches (cause, GGOV_MODEL_ERROR, GGOV_MODEL_ERROR_RANGE))
        return _ggov_issue_refuse (error, _("An extension has to be of the limit’s own kind: working time, "
                                "or calendar days."));

      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  *due_at = deadline.due == GGOV_DEADLINE_NONE ? 0 : deadline.due;
  *due_provisional = deadline.provisional;

  return TRUE;
}
