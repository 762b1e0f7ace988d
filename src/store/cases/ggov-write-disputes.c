/* ggov-write-disputes.c: writing mediations: parties, meetings, pieces of the file, how they end
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "ggov-cases-private.h"
#include "ggov-issue-order-private.h"
#include "ggov-local-time.h"
#include "ggov-write-cases.h"

#define SQL_DISPUTE "SELECT id FROM dispute WHERE issue_id = $1"
#define SQL_N_PARTIES \
  "SELECT count (DISTINCT side) FROM dispute_party WHERE dispute_id = $1 AND side <> 'third'"
#define SQL_N_HELD "SELECT count (*) FROM dispute_meeting WHERE dispute_id = $1 AND at <= $2"
#define SQL_LAST_MEETING "SELECT max (at) FROM dispute_meeting WHERE dispute_id = $1 AND at <= $2"
#define SQL_PARTY_PERSON \
  "SELECT id FROM dispute_party WHERE dispute_id = $1 AND person_id = $2"
#define SQL_PARTY_NAME \
  "SELECT p.id FROM dispute_party p LEFT JOIN person n ON n.id = p.person_id " \
  "WHERE p.dispute_id = $1 AND coalesce (n.name, p.name) = $2 AND p.phone = $3"
#define SQL_PARTY_OF "SELECT id FROM dispute_party WHERE dispute_id = $1 AND id = $2"
#define SQL_PRESENCE_OF_PARTY "SELECT id FROM dispute_presence WHERE dispute_party_id = $1"
#define SQL_PRESENCE_AT "SELECT id FROM dispute_presence WHERE dispute_meeting_id = $1"
#define SQL_ISSUE_OF_PARTY \
  "SELECT d.issue_id FROM dispute_party p JOIN dispute d ON d.id = p.dispute_id WHERE p.id = $1"
#define SQL_ISSUE_OF_MEETING \
  "SELECT d.issue_id FROM dispute_meeting m JOIN dispute d ON d.id = m.dispute_id WHERE m.id = $1"
#define SQL_PIECE "SELECT id FROM dispute_piece WHERE dispute_id = $1 AND piece = $2"

/* The issue, if it is a dispute by its case type, and its mediation, or 0. */
static gboolean
find_dispute (GgovChange     *change,
              gint64          issue_id,
              GgovCaseIssue  *issue,
              gint64         *dispute_id,
              GError        **error)
{
  if (!_ggov_case_find_issue (change, issue_id, issue, error))
    return FALSE;

  if (issue->figure != GGOV_FIGURE_DISPUTE)
    /* Translators: an issue's number and its case type */
    return _ggov_case_refuse (error, g_strdup_printf (
      _("Issue %1$s is no dispute: its case type is “%2$s”."), issue->number, issue->type));

  return _ggov_case_query_int (change->db, SQL_DISPUTE, issue_id, -1, dispute_id, error);
}

/* The same, and opens the mediation where that is not done yet. */
static gboolean
open_dispute (GgovChange     *change,
              gint64          issue_id,
              GgovCaseIssue  *issue,
              gint64         *dispute_id,
              GError        **error)
{
  const GgovColumn columns[] = { GGOV_ID ("issue_id", issue_id) };

  if (!find_dispute (change, issue_id, issue, dispute_id, error))
    return FALSE;

  return *dispute_id != 0 ||
         (*dispute_id = _ggov_change_insert (change, "dispute", columns, 1, error)) != 0;
}

/* The mediation -------------------------------------------------------------------------------- */

static gboolean
check_agreed (GgovChange               *change,
              const GgovDisputeFields  *fields,
              gint64                    dispute_id,
              GError                  **error)
{
  g_autofree char *terms = _ggov_issue_dup_stripped (fields->agreement);
  gint64 n_sides, n_held, present;

  if (!_ggov_case_find_present (change, &present, error) ||
      !_ggov_case_query_int (change->db, SQL_N_PARTIES, dispute_id, -1, &n_sides, error) ||
      !_ggov_case_query_int (change->db, SQL_N_HELD, dispute_id, present, &n_held, error))
    return FALSE;

  if (n_sides < 2)
    return _ggov_issue_refuse (error, _("An agreement needs an applicant and a respondent. Enter the "
                                        "parties first."));
  if (n_held == 0)
    return _ggov_issue_refuse (error, _("The parties have not met yet. Enter the meeting first."));

  return *terms != '\0' || _ggov_issue_refuse (error, _("Say what was agreed."));
}

static gboolean
check_end (GgovChange               *change,
           const GgovDisputeFields  *fields,
           gint64                    dispute_id,
           GError                  **error)
{
  gint64 last, present;
  int day;

  if (_ggov_case_day (fields->outcome) == NULL)
    return TRUE;
  if (ggov_dispute_outcome_find (fields->outcome) == GGOV_N_DISPUTE_OUTCOMES)
    return _ggov_issue_refuse (error, _("A mediation ends as agreed, failed or withdrawn."));
  if (_ggov_case_day (fields->ended_on) == NULL ||
      !ggov_local_day_parse (fields->ended_on, &day, NULL))
    return _ggov_issue_refuse (error, _("Say on which day the mediation ended, such as "
                                        "2026-04-01."));

  if (!_ggov_case_find_present (change, &present, error) ||
      !_ggov_case_query_int (change->db, SQL_LAST_MEETING, dispute_id, present, &last, error))
    return FALSE;
  if (last != 0 && ggov_local_time_get_day (last) > day)
    return _ggov_issue_refuse (error, _("The mediation cannot end before its last meeting."));

  return g_strcmp0 (fields->outcome, "agreed") != 0 ||
         check_agreed (change, fields, dispute_id, error);
}

static gboolean
check_days (GgovChange               *change,
            const GgovDisputeFields  *fields,
            GError                  **error)
{
  const char *applied = _ggov_case_day (fields->applied_on);
  const char *accepted = _ggov_case_day (fields->accepted_on);
  const char *ended = _ggov_case_day (fields->ended_on);

  if (!_ggov_case_check_day (change, applied, _("Applied"), error) ||
      !_ggov_case_check_day (change, accepted, _("Accepted"), error) ||
      !_ggov_case_check_day (change, ended, _("Ended"), error))
    return FALSE;

  if (applied && accepted && g_strcmp0 (accepted, applied) < 0)
    return _ggov_issue_refuse (error, _("A mediation cannot be accepted before it was applied for."));

  return accepted == NULL || ended == NULL || g_strcmp0 (ended, accepted) >= 0 ||
         _ggov_issue_refuse (error, _("A mediation cannot end before it was accepted."));
}

gint64
ggov_change_save_dispute (GgovChange               *change,
                          const GgovDisputeFields  *fields,
                          GError                  **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };
  const char *outcome = _ggov_case_day (fields->outcome);
  gint64 id;
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", fields->issue_id),
    GGOV_ID ("mediator_id", fields->mediator_id),
    GGOV_TEXT ("claim", _ggov_case_text (fields->claim)),
    GGOV_TEXT ("applied_on", _ggov_case_day (fields->applied_on)),
    GGOV_TEXT ("accepted_on", _ggov_case_day (fields->accepted_on)),
    GGOV_TEXT ("outcome", outcome),
    GGOV_TEXT ("ended_on", outcome ? _ggov_case_day (fields->ended_on) : NULL),
    GGOV_TEXT ("agreement", _ggov_case_text (fields->agreement)),
  };

  if (!find_dispute (change, fields->issue_id, &issue, &id, error) ||
      !check_days (change, fields, error) || !check_end (change, fields, id, error))
    return 0;

  return _ggov_case_save (change, "dispute", id, fields->row_version, columns,
                          G_N_ELEMENTS (columns), error);
}

/* Parties -------------------------------------------------------------------------------------- */

/* Another party of the same person, or of the same name and phone. */
static gboolean
check_twice (GgovChange                    *change,
             const GgovDisputePartyFields  *fields,
             const char                    *name,
             gint64                         dispute_id,
             GError                       **error)
{
  g_autoptr(GgovStmt) stmt = NULL;
  gint64 other = 0;

  if (fields->person_id != 0)
    {
      if (!_ggov_case_query_int (change->db, SQL_PARTY_PERSON, dispute_id, fields->person_id, &other,
                                 error))
        return FALSE;
    }
  else
    {
      if (!(stmt = ggov_db_prepare (change->db, SQL_PARTY_NAME, error)))
        return FALSE;
      ggov_stmt_bind_int (stmt, 1, dispute_id);
      ggov_stmt_bind_text (stmt, 2, name);
      ggov_stmt_bind_text (stmt, 3, _ggov_case_text (fields->phone));
      if (ggov_stmt_step (stmt, error) == GGOV_DB_ROW)
        other = ggov_stmt_get_int (stmt, 0);
    }

  return other == 0 || other == fields->id ||
         _ggov_issue_refuse (error, _("This party is in the dispute already."));
}

gint64
ggov_change_save_dispute_party (GgovChange                    *change,
                                const GgovDisputePartyFields  *fields,
                                GError                       **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };
  g_autofree char *name = _ggov_issue_dup_stripped (fields->name);
  gint64 dispute_id;

  if (ggov_dispute_side_find (fields->side) == GGOV_N_DISPUTE_SIDES)
    return _ggov_issue_refuse (error, _("A party is applicant, respondent or third."));
  if (fields->person_id == 0 && *name == '\0')
    return _ggov_issue_refuse (error, _("Say who the party is."));
  if (!open_dispute (change, fields->issue_id, &issue, &dispute_id, error) ||
      !check_twice (change, fields, name, dispute_id, error))
    return 0;

  {
    const GgovColumn columns[] = {
      GGOV_ID ("dispute_id", dispute_id),
      GGOV_TEXT ("side", fields->side),
      GGOV_ID ("person_id", fields->person_id),
      GGOV_TEXT ("name", fields->person_id ? "" : name),
      GGOV_TEXT ("phone", _ggov_case_text (fields->phone)),
      GGOV_TEXT ("address", _ggov_case_text (fields->address)),
      GGOV_TEXT ("statement", _ggov_case_text (fields->statement)),
    };

    return _ggov_case_save (change, "dispute_party", fields->id, fields->row_version, columns,
                            G_N_ELEMENTS (columns), error);
  }
}

/* Names the change by the issue of a part, which has to be there. */
static gboolean
find_part (GgovChange     *change,
           const char     *sql,
           gint64          id,
           GgovCaseIssue  *issue,
           GError        **error)
{
  gint64 issue_id;

  return _ggov_case_query_int (change->db, sql, id, -1, &issue_id, error) &&
         _ggov_case_find_issue (change, issue_id, issue, error);
}

gboolean
ggov_change_remove_dispute_party (GgovChange  *change,
                                  gint64       party_id,
                                  GError     **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };

  return find_part (change, SQL_ISSUE_OF_PARTY, party_id, &issue, error) &&
         _ggov_case_delete_all (change, "dispute_presence", SQL_PRESENCE_OF_PARTY, party_id,
                                error) &&
         _ggov_change_delete (change, "dispute_party", party_id, error);
}

/* Meetings ------------------------------------------------------------------------------------- */

static gboolean
check_meeting (GgovChange                      *change,
               const GgovDisputeMeetingFields  *fields,
               const GgovCaseIssue             *issue,
               GError                         **error)
{
  g_autofree char *place = _ggov_issue_dup_stripped (fields->place);
  const char *const told[] = { fields->party_ids, fields->others, fields->said, fields->agreed };
  gint64 present;

  if (!_ggov_case_find_present (change, &present, error))
    return FALSE;
  if (fields->at == 0)
    return _ggov_issue_refuse (error, _("Say when they meet, such as 2026-04-01T14:30."));
  if (*place == '\0')
    return _ggov_issue_refuse (error, _("Say where they meet."));
  if (fields->at < issue->filed_at)
    return _ggov_issue_refuse (error, _("The meeting is before the issue was filed."));

  for (guint i = 0; fields->at > present && i < G_N_ELEMENTS (told); i++)
    if (*_ggov_case_text (told[i]))
      return _ggov_issue_refuse (error, _("This meeting is still to come. Who came and what was said "
                                          "can be entered after it."));

  return TRUE;
}

static gboolean
write_presence (GgovChange  *change,
                gint64       dispute_id,
                gint64       meeting_id,
                const char  *party_ids,
                GError     **error)
{
  g_auto(GStrv) ids = g_strsplit (_ggov_case_text (party_ids), ",", -1);
  gint64 known;

  for (guint i = 0; ids[i]; i++)
    {
      const GgovColumn columns[] = {
        GGOV_ID ("dispute_meeting_id", meeting_id),
        GGOV_ID ("dispute_party_id", g_ascii_strtoll (ids[i], NULL, 10)),
      };

      if (!_ggov_case_query_int (change->db, SQL_PARTY_OF, dispute_id, columns[1].number, &known,
                                 error))
        return FALSE;
      if (known == 0)
        return _ggov_issue_refuse (error, _("Only parties of the dispute can be ticked as present. "
                                            "Write others in words."));
      if (!_ggov_change_insert (change, "dispute_presence", columns, 2, error))
        return FALSE;
    }

  return TRUE;
}

gint64
ggov_change_save_dispute_meeting (GgovChange                      *change,
                                  const GgovDisputeMeetingFields  *fields,
                                  GError                         **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };
  gint64 dispute_id, id;

  if (!open_dispute (change, fields->issue_id, &issue, &dispute_id, error) ||
      !check_meeting (change, fields, &issue, error))
    return 0;

  {
    const GgovColumn columns[] = {
      GGOV_ID ("dispute_id", dispute_id),
      GGOV_INT ("at", fields->at),
      GGOV_TEXT ("place", fields->place),
      GGOV_TEXT ("others", _ggov_case_text (fields->others)),
      GGOV_TEXT ("said", _ggov_case_text (fields->said)),
      GGOV_TEXT ("agreed", _ggov_case_text (fields->agreed)),
    };

    id = _ggov_case_save (change, "dispute_meeting", fields->id, fields->row_version, columns,
                          G_N_ELEMENTS (columns), error);
  }

  return id != 0 &&
         _ggov_case_delete_all (change, "dispute_presence", SQL_PRESENCE_AT, id, error) &&
         (*_ggov_case_text (fields->party_ids) == '\0' ||
          write_presence (change, dispute_id, id, fields->party_ids, error)) ? id : 0;
}

gboolean
ggov_change_remove_dispute_meeting (GgovChange  *change,
                                    gint64       meeting_id,
                                    GError     **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };

  return find_part (change, SQL_ISSUE_OF_MEETING, meeting_id, &issue, error) &&
         _ggov_case_delete_all (change, "dispute_presence", SQL_PRESENCE_AT, meeting_id, error) &&
         _ggov_change_delete (change, "dispute_meeting", meeting_id, error);
}

/* The file ------------------------------------------------------------------------------------- */

static gboolean
find_piece (GgovChange  *change,
            gint64       dispute_id,
            const char  *piece,
            gint64      *id,
            GError     **error)
{
  g_autoptr(GgovStmt) stmt = ggov_db_prepare (change->db, SQL_PIECE, error);
  GgovDbStep step;

  if (stmt == NULL)
    return FALSE;

  ggov_stmt_bind_int (stmt, 1, dispute_id);
  ggov_stmt_bind_text (stmt, 2, piece);
  step = ggov_stmt_step (stmt, error);
  *id = step == GGOV_DB_ROW ? ggov_stmt_get_int (stmt, 0) : 0;

  return step != GGOV_DB_ERROR;
}

gboolean
ggov_change_mark_dispute_piece (GgovChange                    *change,
                                gint64                         issue_id,
                                const GgovDisputePieceFields  *fields,
                                GError                       **error)
{
  g_auto(GgovCaseIssue) issue = { 0 };
  const char *day = _ggov_case_day (fields->day);
  gint64 dispute_id, id;

  if (ggov_dispute_piece_find (fields->piece) == GGOV_N_DISPUTE_PIECES)
    return _ggov_issue_refuse (error, _("A mediation file has no such piece."));
  if (!_ggov_case_check_day (change, day, _("In the file since"), error) ||
      !open_dispute (change, issue_id, &issue, &dispute_id, error) ||
      !find_piece (change, dispute_id, fields->piece, &id, error))
    return FALSE;

  if (day == NULL)
    return id == 0 || _ggov_change_delete (change, "dispute_piece", id, error);

  {
    const GgovColumn columns[] = {
      GGOV_ID ("dispute_id", dispute_id),
      GGOV_TEXT ("piece", fields->piece),
      GGOV_TEXT ("day", day),
      GGOV_TEXT ("note", _ggov_case_text (fields->note)),
    };

    return _ggov_case_save (change, "dispute_piece", id, -1, columns, G_N_ELEMENTS (columns),
                            error) != 0;
  }
}
