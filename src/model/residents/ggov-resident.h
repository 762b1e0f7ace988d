/* ggov-resident.h: somebody of the register at a door
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_RESIDENT (ggov_resident_get_type ())

G_DECLARE_FINAL_TYPE (GgovResident, ggov_resident, GGOV, RESIDENT, GObject)

/**
 * GgovResidentRecord:
 * @id: of the residence: who is registered at one door and lives at another has two lines
 * @grid_id: the grid of the day, or 0
 * @age: in full years on the day, or -1
 * @registered: whether they are registered here
 * @living: whether they live here
 * @separated: whether they are at one place only of the two, and at the other elsewhere
 * @groups: how many special groups they are in on the day
 * @required_filled: how many of the required fields are filled in; @optional_filled likewise
 * @sex: code of GB/T 2261.1, @sex_label in words
 * @birth_date: (nullable)
 * @phone: (nullable): whole; what is shown is masked
 * @identity_number: (nullable): whole; what is shown is masked
 * @relation: to the head, code of GB/T 4761
 * @place: the building and unit in words, @door the door in it
 * @group_names: apart by signs
 * @confirmed_on: (nullable): when somebody last went over what is known of them
 *
 * A line of the register. Each member is also a readable property, with dashes.
 */
typedef struct
{
  gint64      id;
  gint64      person_id;
  gint64      household_id;
  gint64      dwelling_id;
  gint64      unit_id;
  gint64      building_id;
  gint64      grid_id;
  gint64      community_id;
  gint64      age;
  gint64      registered;
  gint64      living;
  gint64      separated;
  gint64      groups;
  gint64      required_filled;
  gint64      optional_filled;
  const char *name;
  const char *pinyin;
  const char *sex;
  const char *sex_label;
  const char *birth_date;
  const char *phone;
  const char *identity_kind;
  const char *identity_number;
  const char *relation;
  const char *place;
  const char *door;
  const char *community;
  const char *grid_code;
  const char *grid;
  const char *group_names;
  const char *confirmed_on;
  const char *moved_in;
  const char *moved_out;
} GgovResidentRecord;

/* Copies the texts. */
GgovResident *ggov_resident_new (const GgovResidentRecord *record) G_GNUC_WARN_UNUSED_RESULT;

const GgovResidentRecord *ggov_resident_get_record (GgovResident *self);

G_END_DECLS
