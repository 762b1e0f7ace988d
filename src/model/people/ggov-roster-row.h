/* ggov-roster-row.h: one line of the roster: who holds which post where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GGOV_TYPE_ROSTER_ROW (ggov_roster_row_get_type ())

G_DECLARE_FINAL_TYPE (GgovRosterRow, ggov_roster_row, GGOV, ROSTER_ROW, GObject)

/**
 * GgovRosterRecord:
 * @rank: the line's place in the order of the roster: community, grid, role, place; from 1
 * @building_id: of the building, also where the post is on a unit of it; 0 if on neither
 * @unit_number: 0 if the post is not on a unit
 * @grid_households: how many households the grid has; 0 where there is no grid
 * @pinyin: the name's reading, for sorting
 * @sex: code of GB/T 2261.1
 * @sex_label: in the user's language; empty where it is not known
 * @phone: (nullable)
 * @role: in the user's language
 * @family_code: of the roles counted together with this one
 * @presence: in the user's language
 * @community_code: (nullable): NULL for a post on the whole sub-district, and so is the name
 * @grid_code: (nullable): NULL for a post on something larger than a grid, and so is the name
 * @grid_leader: (nullable): name of the grid's full-time member
 * @present_grid_code: (nullable): the grid that went on from the post's own, which a plan gave up;
 *   NULL where that goes on, and so is the name
 * @place: what the post is held for, as it is called: 3号楼2单元, a grid's name
 * @since: ISO day of the appointment
 * @until: (nullable): the last day, ISO; NULL while it goes on
 * @substitute: (nullable): who stands in while the person is on leave
 * @substitute_phone: (nullable)
 * @leave_until: (nullable): the last day of the leave, ISO
 *
 * The numbers are those of the store, 0 for none. Each member is also a readable property, with
 * dashes.
 */
typedef struct
{
  gint64      post_id;
  gint64      person_id;
  gint64      community_id;
  gint64      grid_id;
  gint64      building_id;
  gint64      unit_id;
  gint64      unit_number;
  gint64      rank;
  gint64      grid_households;
  const char *name;
  const char *pinyin;
  const char *sex;
  const char *sex_label;
  const char *phone;
  const char *role_code;
  const char *role;
  const char *family_code;
  const char *presence;
  const char *sub_district;
  const char *community_code;
  const char *community;
  const char *grid_code;
  const char *grid;
  const char *grid_leader;
  const char *present_grid_code;
  const char *present_grid;
  const char *building_number;
  const char *place;
  const char *since;
  const char *until;
  const char *substitute;
  const char *substitute_phone;
  const char *leave_until;
} GgovRosterRecord;

/* Copies the texts. */
GgovRosterRow          *ggov_roster_row_new        (const GgovRosterRecord *record)
                                                    G_GNUC_WARN_UNUSED_RESULT;

/* The line's record; it never changes. */
const GgovRosterRecord *ggov_roster_row_get_record (GgovRosterRow          *self);

/**
 * ggov_roster_dup_leave:
 * @with_phone: of whoever stands in
 *
 * Returns: (transfer full) (nullable): who stands in until when, in the user's language; NULL where the
 *   person is not on leave
 */
char                   *ggov_roster_dup_leave      (const GgovRosterRecord *record,
                                                    gboolean                with_phone)
                                                    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
