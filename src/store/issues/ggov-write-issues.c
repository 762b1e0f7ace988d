/* ggov-write-issues.c: writing issues, their events and papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "ggov-store"

#include "config.h"

#include "ggov-change-private.h"
#include "ggov-search-text-private.h"
#include "ggov-write-issues.h"

gint64
ggov_change_add_issue (GgovChange             *change,
                       const GgovIssueRecord  *record,
                       GError                **error)
{
  g_autofree char *words = _ggov_search_text_for_place (record->title, record->number);
  const GgovColumn columns[] = {
    GGOV_TEXT ("number", record->number),
    GGOV_ID ("case_type_id", record->case_type_id),
    GGOV_TEXT ("title", record->title),
    GGOV_TEXT ("description", record->description ? record->description : ""),
    GGOV_TEXT ("source", record->source),
    GGOV_TEXT ("stage", record->stage),
    GGOV_INT ("suspended", record->suspended != FALSE),
    GGOV_ID ("grid_id", record->grid_id),
    GGOV_ID ("building_id", record->building_id),
    GGOV_TEXT ("place", record->place ? record->place : ""),
    GGOV_ID ("lon_e7", record->lon_e7),
    GGOV_ID ("lat_e7", record->lat_e7),
    GGOV_ID ("reporter_id", record->reporter_id),
    GGOV_ID ("handler_id", record->handler_id),
    GGOV_INT ("filed_at", record->filed_at),
    GGOV_ID ("due_at", record->due_at),
    GGOV_INT ("due_provisional", record->due_provisional != FALSE),
    GGOV_ID ("closed_at", record->closed_at),
    GGOV_INT ("measure_count", record->measure_count),
    GGOV_INT ("measure_area_cm2", record->measure_area_cm2),
    GGOV_TEXT ("search_text", words),
  };

  return _ggov_change_insert (change, "issue", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_add_issue_event (GgovChange                  *change,
                             const GgovIssueEventRecord  *record,
                             GError                     **error)
{
  const GgovColumn columns[] = {
    GGOV_ID ("issue_id", record->issue_id),
    GGOV_INT ("at", record->at),
    GGOV_TEXT ("move", record->move),
    GGOV_TEXT ("from_stage", record->from_stage),
    GGOV_TEXT ("to_stage", record->to_stage),
    GGOV_ID ("person_id", record->person_id),
    GGOV_TEXT ("granted", record->granted),
    GGOV_TEXT ("note", record->note ? record->note : ""),
  };

  return _ggov_change_insert (change, "issue_event", columns, G_N_ELEMENTS (columns), error);
}

gint64
ggov_change_attach (GgovChange  *change,
                    gint64       issue_event_id,
                    const char  *name,
                    const char  *media_type,
                    GBytes      *content,
                    GError     **error)
{
  g_autofree char *digest = _ggov_change_keep_content (change, content, error);
  const GgovColumn columns[] = {
    GGOV_ID ("issue_event_id", issue_event_id),
    GGOV_TEXT ("name", name),
    GGOV_TEXT ("media_type", media_type),
    GGOV_TEXT ("sha256", digest),
  };

  if (digest == NULL)
    return 0;

  return _ggov_change_insert (change, "attachment", columns, G_N_ELEMENTS (columns), error);
}
