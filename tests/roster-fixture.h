/* roster-fixture.h: the roster of an office's part-time grid members, without an office
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-roster-row.h"

#include <gio/gio.h>

/* The figures of an office's own account: 254 buildings with 906 units on 39 grids. */
#define ROSTER_GRIDS     39
#define ROSTER_BUILDINGS 254
#define ROSTER_UNITS     906
#define ROSTER_PEOPLE    (ROSTER_BUILDINGS + ROSTER_UNITS)

/* (element-type GgovRosterRow): each building's and each unit's leader, a person each, in the
 * roster's order. Person n is called "姓名" with her number in Chinese figures. */
GListModel *make_roster (void) G_GNUC_WARN_UNUSED_RESULT;
