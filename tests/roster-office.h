/* roster-office.h: a small office whose roster is counted by hand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"

/* The office: two communities, three grids.
 *   青松 150203005001: grid 1 with 友谊小区 3号楼 (24 + 30 households) and 12号楼 (40), grid 2 a shop
 *   白桦 150203005002: grid 3 with a building 5 (10)
 * In 2025 another plan had 3号楼 in grid 2. */
typedef struct
{
  gint64 communities[2];
  gint64 grids[3];
  gint64 buildings[4]; /* 3号楼, 12号楼, 5, the shop */
  gint64 units[4];     /* two of 3号楼, one each of 12号楼 and 5 */
  gint64 roles[5];
  gint64 people[6];
  gint64 posts[7];
} RosterOffice;

enum { FIRST_SECRETARY, FULL_TIME, BUILDING_LEADER, UNIT_LEADER, POLICE };
enum { REN, LI, WANG, SHAN, ZHAO, QIAN };

/* A GgovChangeFunc; @data: (out): a RosterOffice */
gboolean write_roster_office (GgovChange  *change,
                              gpointer     data,
                              GError     **error);
