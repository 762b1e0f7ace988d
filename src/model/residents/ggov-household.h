/* ggov-household.h: a household at its door
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_HOUSEHOLD (ggov_household_get_type ())

G_DECLARE_FINAL_TYPE (GgovHousehold, ggov_household, GGOV, HOUSEHOLD, GObject)

/**
 * GgovHouseholdRecord:
 * @grid_id: the grid of the day, or 0
 * @members: those who are of it on the day, @living of them who live there
 * @head_id: 0 where it has no head
 * @head: (nullable)
 * @place: the building and unit in words, @door the door in it
 * @confirmed_on: (nullable): the oldest day on which one of them was gone over
 * @visited_on: (nullable): when somebody of it was last met
 * @ended_on: (nullable): the day it was no more
 *
 * Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      dwelling_id;
  gint64      unit_id;
  gint64      building_id;
  gint64      grid_id;
  gint64      members;
  gint64      living;
  gint64      head_id;
  const char *head;
  const char *phone;
  const char *kind;
  const char *number;
  const char *place;
  const char *door;
  const char *grid_code;
  const char *grid;
  const char *formed_on;
  const char *ended_on;
  const char *confirmed_on;
  const char *visited_on;
} GgovHouseholdRecord;

/* Copies the texts. */
GgovHousehold *ggov_household_new (const GgovHouseholdRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovHouseholdRecord *ggov_household_get_record (GgovHousehold *self);

G_END_DECLS
