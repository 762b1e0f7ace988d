/* points-office.h: an office with people, rules and rewards, for the tests of points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-change.h"

/* The days' beginnings: 2026-02-13T00:00 and 2025-12-31T00:00 of UTC+8.
 * 2026-02-13 is day 20497 after 1970-01-01: 56 × 365 + 14 leap days + 31 + 12. */
#define POINTS_TODAY G_GINT64_CONSTANT (20497 * 86400 - 8 * 3600)
#define POINTS_LAST_DAY_OF_2025 (POINTS_TODAY - 44 * 86400)

/* People who may earn points; Shan has no post. */
enum { REN, SHAN, LV, N_POINTS_PEOPLE };

/* MEETING 5 points, 5 a day; REPORT 2 points, 4 a day; HELP 10 points from 2026 on; OLD 3 points
 * up to the end of 2025. */
enum { MEETING, REPORT, HELP, OLD, N_POINTS_RULES };

/* RICE 8 points, one on the shelf; HAIRCUT 3 points, a service. */
enum { RICE, HAIRCUT, N_POINTS_REWARDS };

typedef struct
{
  gint64 grid;
  gint64 people[N_POINTS_PEOPLE];
  gint64 rules[N_POINTS_RULES];
  gint64 rewards[N_POINTS_REWARDS];
} PointsOffice;

/* A GgovChangeFunc that fills the PointsOffice @data. Ren leads the one grid, 第一网格, from 2026;
 * Lv leads a building in it. */
gboolean points_office_write (GgovChange  *change,
                              gpointer     data,
                              GError     **error);
