/* ggov-organisations-private.h: what the queries about organisations share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-roster-private.h"

/* $1 is the day asked about in all of these. An organisation, which may have been there always. */
#define GGOV_ORGANISATION_ON_DAY(table) \
  "(" table ".valid_from IS NULL OR " table ".valid_from <= $1) " \
  "AND (" table ".valid_to IS NULL OR " table ".valid_to >= $1)"

/* A duty that leads: the lower the sooner. */
#define GGOV_PARTY_RANK(member) \
  "CASE " member ".duty WHEN 'secretary' THEN 0 WHEN 'leader' THEN 1 WHEN 'deputy' THEN 2 ELSE 3 END"

/* On which grids organisation_id is, by itself or by its people's posts. */
#define GGOV_ORGANISATION_GRIDS \
  "SELECT l.organisation_id, l.grid_id FROM organisation_grid l WHERE " GGOV_ROSTER_ON_DAY ("l") " " \
  "UNION SELECT n.organisation_id, p.grid_id FROM post p JOIN person n ON n.id = p.person_id " \
  "WHERE n.organisation_id IS NOT NULL AND p.grid_id IS NOT NULL AND " GGOV_ROSTER_ON_DAY ("p")
