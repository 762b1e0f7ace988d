/* ggov-utilities-private.h: of which company a utility problem is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-case-type.h"
#include "ggov-store-private.h"

G_BEGIN_DECLS

/**
 * GGOV_SQL_UTILITY_COMPANY:
 *
 * The number of the company, or NULL, of an issue whose row is called i and whose case type t: the one
 * it was given to; else the handler's own, if it supplies the service; else one that serves the grid;
 * else the only one there is.
 */
#define GGOV_SQL_UTILITY_COMPANY \
  "coalesce (" \
  "(SELECT z.organisation_id FROM utility_problem z WHERE z.issue_id = i.id), " \
  "(SELECT s.organisation_id FROM person h JOIN utility_supply s " \
  "ON s.organisation_id = h.organisation_id WHERE h.id = i.handler_id AND s.service = t.service), " \
  "(SELECT min (s.organisation_id) FROM organisation_grid x JOIN utility_supply s " \
  "ON s.organisation_id = x.organisation_id WHERE x.grid_id = i.grid_id AND s.service = t.service), " \
  "(SELECT min (s.organisation_id) FROM utility_supply s WHERE s.service = t.service " \
  "HAVING count (*) = 1))"

G_END_DECLS
