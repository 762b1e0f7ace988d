/* ggov-ctl-issue-parts.c: gridgovctl issue file, strand, reporter, summon and arrive
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-ctl"

#include "config.h"

#include <glib/gi18n.h>

#include "ggov-ctl-find.h"
#include "ggov-ctl-issue.h"
#include "ggov-ctl-organisations.h"
#include "ggov-ctl-papers.h"
#include "ggov-issue-strand.h"
#include "ggov-store-choices.h"
#include "ggov-store-file-issue.h"
#include "ggov-store-issue-parts.h"
#include "ggov-summons.h"

gint64
ggov_ctl_issue_find_type (GgovCtl    *ctl,
                          const char *code)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) types = NULL;
  g_autoptr(GError) error = NULL;

  ggov_store_list_choices_async (ctl->store, GGOV_CHOICE_CASE_TYPES, 0, ctl->as_of, NULL,
                                 ggov_ctl_keep, &result);
  types = ggov_store_list_choices_finish (ctl->store, ggov_ctl_wait (&result), &error);
  if (types == NULL)
    {
      ggov_ctl_refuse (ctl, error);
      return 0;
    }

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr(GgovChoice) type = g_list_model_get_item (types, i);

      if (g_strcmp0 (ggov_choice_get_fields (type)->code, code) == 0)
        return ggov_choice_get_fields (type)->id;
    }

  /* Translators: the code of a case type */
  g_printerr (_("gridgovctl: no case type of the day has the code “%s”.\n"), code);

  return 0;
}

static gboolean
read_source (const GgovCtlIssue *words,
             GgovIssueSource    *source)
{
  g_autoptr(GError) error = NULL;

  *source = words->reporter || words->name || words->phone ? GGOV_ISSUE_SOURCE_RESIDENT
                                                           : GGOV_ISSUE_SOURCE_PATROL;
  if (words->source == NULL || ggov_issue_source_from_code (words->source, source, &error))
    return TRUE;

  g_printerr ("gridgovctl: %s\n", error->message);

  return FALSE;
}

/* 0 where no place is named, and where it was said that there is none. */
static gint64
find_place (GgovCtl    *ctl,
            const char *scope,
            const char *text)
{
  g_autoptr(GgovPlace) place = text ? ggov_ctl_find_place (ctl, scope, text, NULL) : NULL;

  return place ? ggov_place_get_record (place)->id : 0;
}

static GgovCtlStatus
tell_filed (GgovCtl      *ctl,
            GAsyncResult *result)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *number = NULL;
  gint64 change;

  if (!ggov_store_file_issue_finish (ctl->store, result, &change, NULL, &number, &error))
    return ggov_ctl_refuse (ctl, error);

  if (ctl->json)
    g_print ("{ \"change\" : %" G_GINT64_FORMAT ", \"number\" : \"%s\", \"stage\" : \"file\" }\n",
             change, number);
  else
    g_print (_("%s is filed\n"), number);

  return GGOV_CTL_DONE;
}

GgovCtlStatus
ggov_ctl_issue_file (GgovCtl            *ctl,
                     const GgovCtlIssue *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  GgovIssueFiling filing = {
    .title = words->title,
    .description = words->description,
    .place = words->place,
    .at = words->time,
    .papers = GGOV_PAPERS (words->papers),
    .n_papers = words->papers->len,
  };

  if (words->type == NULL || words->title == NULL)
    return ggov_ctl_issue_need (_("Say what it is about: --type CODE and --title WORDS."));
  if (!read_source (words, &filing.source) ||
      (filing.case_type_id = ggov_ctl_issue_find_type (ctl, words->type)) == 0 ||
      (words->grid && (filing.grid_id = find_place (ctl, "grid", words->grid)) == 0) ||
      (words->building &&
       (filing.building_id = find_place (ctl, "building", words->building)) == 0) ||
      (words->reporter && (filing.reporter_id = ggov_ctl_find_person (ctl, words->reporter)) == 0))
    return GGOV_CTL_REFUSED;

  ggov_store_file_issue_async (ctl->store, &filing, NULL, ggov_ctl_keep, &result);

  return tell_filed (ctl, ggov_ctl_wait (&result));
}

/* Strands ----------------------------------------------------------------------------------- */

/* The open strand of a lane, or 0. */
static gint64
find_strand (const GgovIssueDetails *details,
             GgovLane                lane)
{
  for (guint i = 0; i < details->strands->len; i++)
    {
      const GgovIssueStrandRecord *record = ggov_issue_strand_get_record (details->strands->pdata[i]);

      if (record->ended_at == 0 && g_strcmp0 (record->lane, ggov_lane_get_code (lane)) == 0)
        return record->id;
    }

  return 0;
}

static GgovPartAnswer
make_answer (const GgovCtlIssue *words,
             gint64              id,
             gboolean            is_good)
{
  return (GgovPartAnswer) {
    .id = id,
    .row_version = -1,
    .is_good = is_good,
    .note = words->note,
    .at = words->time,
    .papers = GGOV_PAPERS (words->papers),
    .n_papers = words->papers->len,
  };
}

static GgovCtlStatus
end_strand (GgovCtl            *ctl,
            const GgovCtlIssue *words,
            gint64              issue_id,
            GgovLane            lane)
{
  g_autoptr(GgovIssueDetails) details = ggov_ctl_issue_load (ctl, issue_id);
  g_autoptr(GAsyncResult) result = NULL;
  GgovPartAnswer answer;

  if (details == NULL)
    return GGOV_CTL_REFUSED;

  answer = make_answer (words, find_strand (details, lane), words->is_done);
  if (answer.id == 0)
    {
      g_printerr (_("gridgovctl: issue %s has no open strand of this lane.\n"),
                  ggov_issue_get_fields (details->issue)->number);
      return GGOV_CTL_REFUSED;
    }

  ggov_store_end_strand_async (ctl->store, &answer, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_issue_finish (ctl, &result, issue_id);
}

GgovCtlStatus
ggov_ctl_issue_strand (GgovCtl            *ctl,
                       const GgovCtlIssue *words,
                       const char         *number)
{
  g_autoptr(GAsyncResult) result = NULL;
  GgovStrandOrder order = { .task = words->task, .limit_text = words->limit, .at = words->time };

  if (words->lane == NULL || !ggov_lane_from_code (words->lane, &order.lane, NULL))
    return ggov_ctl_issue_need (_("Say whose strand it is: --lane community, enforcement or "
                                  "market."));
  if ((order.issue_id = ggov_ctl_issue_find (ctl, number)) == 0)
    return GGOV_CTL_REFUSED;
  if (words->is_done || words->is_dropped)
    return end_strand (ctl, words, order.issue_id, order.lane);
  if (words->to && (order.handler_id = ggov_ctl_find_person (ctl, words->to)) == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_begin_strand_async (ctl->store, &order, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_issue_finish (ctl, &result, order.issue_id);
}

/* Reporters and summonses ------------------------------------------------------------------- */

GgovCtlStatus
ggov_ctl_issue_reporter (GgovCtl            *ctl,
                         const GgovCtlIssue *words,
                         const char         *number)
{
  g_autoptr(GAsyncResult) result = NULL;
  GgovReporterOrder order = {
    .issue_id = ggov_ctl_issue_find (ctl, number),
    .name = words->name,
    .phone = words->phone,
    .note = words->note,
    .at = words->time,
  };

  if (order.issue_id == 0 || !read_source (words, &order.source) ||
      (words->reporter && (order.person_id = ggov_ctl_find_person (ctl, words->reporter)) == 0))
    return GGOV_CTL_REFUSED;

  ggov_store_add_reporter_async (ctl->store, &order, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_issue_finish (ctl, &result, order.issue_id);
}

/* 0 once it was said that there is none. */
static gint64
find_department (GgovCtl    *ctl,
                 const char *name)
{
  g_autoptr(GgovOrganisation) organisation = ggov_ctl_organisations_find (ctl, name, "department");

  return organisation ? ggov_organisation_get_row (organisation)->id : 0;
}

GgovCtlStatus
ggov_ctl_issue_summon (GgovCtl            *ctl,
                       const GgovCtlIssue *words,
                       const char         *number)
{
  g_autoptr(GAsyncResult) result = NULL;
  GgovSummonsOrder order = {
    .issue_id = ggov_ctl_issue_find (ctl, number),
    .minutes = words->minutes,
    .note = words->note,
    .at = words->time,
  };

  if (order.issue_id == 0 ||
      (words->department && (order.organisation_id = find_department (ctl, words->department)) == 0) ||
      (words->to && (order.person_id = ggov_ctl_find_person (ctl, words->to)) == 0) ||
      (words->from && (order.caller_id = ggov_ctl_find_person (ctl, words->from)) == 0))
    return GGOV_CTL_REFUSED;

  ggov_store_summon_async (ctl->store, &order, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_issue_finish (ctl, &result, order.issue_id);
}

/* The first that was called and is still awaited, or 0. */
static gint64
find_summons (const GgovIssueDetails *details)
{
  for (guint i = details->summonses->len; i > 0; i--)
    {
      const GgovSummonsRecord *record = ggov_summons_get_record (details->summonses->pdata[i - 1]);

      if (record->closed_at == 0)
        return record->id;
    }

  return 0;
}

GgovCtlStatus
ggov_ctl_issue_arrive (GgovCtl            *ctl,
                       const GgovCtlIssue *words,
                       const char         *number)
{
  gint64 issue_id = ggov_ctl_issue_find (ctl, number);
  g_autoptr(GgovIssueDetails) details = issue_id ? ggov_ctl_issue_load (ctl, issue_id) : NULL;
  g_autoptr(GAsyncResult) result = NULL;
  GgovPartAnswer answer;

  if (details == NULL)
    return GGOV_CTL_REFUSED;

  answer = make_answer (words, find_summons (details), !words->is_missed);
  if (answer.id == 0)
    {
      g_printerr (_("gridgovctl: nobody is awaited for issue %s. Call them first with issue summon.\n"),
                  number);
      return GGOV_CTL_REFUSED;
    }
  if (words->to && (answer.person_id = ggov_ctl_find_person (ctl, words->to)) == 0)
    return GGOV_CTL_REFUSED;

  ggov_store_answer_summons_async (ctl->store, &answer, NULL, ggov_ctl_keep, &result);

  return ggov_ctl_issue_finish (ctl, &result, issue_id);
}
