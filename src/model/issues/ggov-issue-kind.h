/* ggov-issue-kind.h: who governs an issue, and where it came from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovLane:
 * @GGOV_LANE_COMMUNITY: residents among themselves: disputes, neighbourhood; code "community"
 * @GGOV_LANE_ENFORCEMENT: the administration enforces the law; code "enforcement"
 * @GGOV_LANE_MARKET: together with suppliers: water, power, heat and gas, property management;
 *   code "market"
 *
 * The three parties that govern a grid together (治理类别).
 */
typedef enum
{
  GGOV_LANE_COMMUNITY,
  GGOV_LANE_ENFORCEMENT,
  GGOV_LANE_MARKET,
} GgovLane;

#define GGOV_N_LANES (GGOV_LANE_MARKET + 1)

/**
 * GgovIssueSource:
 * @GGOV_ISSUE_SOURCE_PATROL: a role-bearer saw it; code "patrol"
 * @GGOV_ISSUE_SOURCE_VISIT: found on a visit to a household; code "visit"
 * @GGOV_ISSUE_SOURCE_RESIDENT: a resident told; code "resident"
 * @GGOV_ISSUE_SOURCE_MEETING: a council's decision; code "meeting"
 * @GGOV_ISSUE_SOURCE_HOTLINE: the hotline 12345; code "hotline"
 * @GGOV_ISSUE_SOURCE_SUPERIOR: an order from above; code "superior"
 * @GGOV_ISSUE_SOURCE_MEDIA: a report in the media; code "media"
 * @GGOV_ISSUE_SOURCE_IMPORT: another platform's file; code "import"
 */
typedef enum
{
  GGOV_ISSUE_SOURCE_PATROL,
  GGOV_ISSUE_SOURCE_VISIT,
  GGOV_ISSUE_SOURCE_RESIDENT,
  GGOV_ISSUE_SOURCE_MEETING,
  GGOV_ISSUE_SOURCE_HOTLINE,
  GGOV_ISSUE_SOURCE_SUPERIOR,
  GGOV_ISSUE_SOURCE_MEDIA,
  GGOV_ISSUE_SOURCE_IMPORT,
} GgovIssueSource;

#define GGOV_N_ISSUE_SOURCES (GGOV_ISSUE_SOURCE_IMPORT + 1)

/**
 * ggov_lane_get_code:
 *
 * Returns: the word that stands for the lane in records and files
 */
const char  *ggov_lane_get_code           (GgovLane          lane);

/**
 * ggov_lane_from_code:
 * @code: a word from a record or file
 * @lane: (out): what it stands for
 * @error: return location for a GgovModelError (SYNTAX), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @lane left as it was
 */
gboolean     ggov_lane_from_code          (const char       *code,
                                           GgovLane         *lane,
                                           GError          **error);

/**
 * ggov_lane_get_label:
 *
 * Returns: the lane's name in the user's words
 */
const char  *ggov_lane_get_label          (GgovLane          lane);

/**
 * ggov_lane_get_role_code:
 *
 * Source: the roles that the catalogue of case types names most in each lane.
 *
 * Returns: the code of the role that has most to do with the lane
 */
const char  *ggov_lane_get_role_code      (GgovLane          lane);

/**
 * ggov_issue_source_get_code:
 *
 * Returns: the word that stands for the source in records and files
 */
const char  *ggov_issue_source_get_code   (GgovIssueSource   source);

/**
 * ggov_issue_source_from_code:
 * @code: a word from a record or file
 * @source: (out): what it stands for
 * @error: return location for a GgovModelError (SYNTAX), or NULL
 *
 * Returns: TRUE, or FALSE with @error set and @source left as it was
 */
gboolean     ggov_issue_source_from_code  (const char       *code,
                                           GgovIssueSource  *source,
                                           GError          **error);

/**
 * ggov_issue_source_get_label:
 *
 * Returns: the source's name in the user's words
 */
const char  *ggov_issue_source_get_label  (GgovIssueSource   source);

G_END_DECLS
