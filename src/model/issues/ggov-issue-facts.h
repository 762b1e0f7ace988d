/* ggov-issue-facts.h: all that is known of an issue, for files and papers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-issue.h"

G_BEGIN_DECLS

/**
 * GgovIssueFacts:
 * @type_code: of its case type, and so are the class and the closing condition
 * @role_name: (nullable): who answers for the case type, in English; and in Chinese
 * @source: code of a GgovIssueSource
 * @reporter: (nullable): who told of it; and the phone
 * @handler_phone: (nullable)
 * @last_note: (nullable): what was noted when it was closed or given up
 * @last_at: when the last thing was done with it, seconds since 1970-01-01T00:00:00Z
 * @has_spot: whether @lon and @lat, degrees, were recorded
 * @events: (nullable) (element-type GgovIssueEvent): what was done with it, in order; NULL where it is
 *   one of many
 * @source_id: (nullable): the number on the platform it came from; NULL of the office's own, and
 *   so are the others of the platform
 *
 * All that is known of an issue, for files and papers.
 */
typedef struct
{
  GgovIssue *issue;
  char      *type_code;
  char      *class_name;
  char      *class_name_zh;
  char      *closing;
  char      *closing_zh;
  char      *role_name;
  char      *role_name_zh;
  char      *description;
  char      *source;
  char      *reporter;
  char      *reporter_phone;
  char      *handler_phone;
  char      *last_note;
  gint64     last_at;
  gboolean   has_spot;
  double     lon;
  double     lat;
  GPtrArray *events;
  char      *platform;
  char      *source_id;
  char      *status_notes;
  char      *agency;
  char      *notice;
  char      *address_id;
  char      *zipcode;
  char      *media_url;
  gint64     updated_at;
  gint64     expected_at;
} GgovIssueFacts;

void        ggov_issue_facts_free            (GgovIssueFacts       *self);

/* In the user's language: what its case type belongs to, who answers for that, and when it can be
 * closed; (nullable) the second. */
const char *ggov_issue_facts_get_class_label (const GgovIssueFacts *self);
const char *ggov_issue_facts_get_role_label  (const GgovIssueFacts *self);
const char *ggov_issue_facts_get_closing     (const GgovIssueFacts *self);

/* (nullable): where it came from, in the user's language. */
const char *ggov_issue_facts_get_source      (const GgovIssueFacts *self);

/* (transfer full): where it is, as people say it: community, grid, place. */
char       *ggov_issue_dup_whereabouts       (GgovIssue            *issue) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer full): what a code on paper says of an issue, gridgov:issue/NUMBER */
char       *ggov_issue_dup_uri               (const char           *number) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable): the number in such a text; NULL in any other. */
const char *ggov_issue_get_number_of_uri     (const char           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GgovIssueFacts, ggov_issue_facts_free)

G_END_DECLS
