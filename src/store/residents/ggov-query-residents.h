/* ggov-query-residents.h: the register, read a few lines at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-query.h"
#include "ggov-resident.h"

G_BEGIN_DECLS

/**
 * GgovResidentStay:
 * @GGOV_RESIDENT_ANY: whoever is registered or lives there
 * @GGOV_RESIDENT_LIVING: who lives there
 * @GGOV_RESIDENT_REGISTERED: who is registered there
 * @GGOV_RESIDENT_SEPARATED: who is one of the two only
 */
typedef enum
{
  GGOV_RESIDENT_ANY,
  GGOV_RESIDENT_LIVING,
  GGOV_RESIDENT_REGISTERED,
  GGOV_RESIDENT_SEPARATED,
} GgovResidentStay;

/**
 * GgovResidentTest:
 * @GGOV_RESIDENT_IS: the field is the value; of several codes one of them
 * @GGOV_RESIDENT_IS_NOT: it is another or not known
 * @GGOV_RESIDENT_HAS: the value is a part of it
 * @GGOV_RESIDENT_IS_FROM: it is known, and the value or more: days and numbers
 * @GGOV_RESIDENT_IS_TO: the value or less
 * @GGOV_RESIDENT_IS_FILLED: it is known
 * @GGOV_RESIDENT_IS_EMPTY: it is not
 */
typedef enum
{
  GGOV_RESIDENT_IS,
  GGOV_RESIDENT_IS_NOT,
  GGOV_RESIDENT_HAS,
  GGOV_RESIDENT_IS_FROM,
  GGOV_RESIDENT_IS_TO,
  GGOV_RESIDENT_IS_FILLED,
  GGOV_RESIDENT_IS_EMPTY,
} GgovResidentTest;

/**
 * GgovResidentCondition:
 * @field: code of a field of the register; of one that nobody has heard of nothing is known
 * @value: (nullable): as it is kept, a code or an ISO day; NULL for "", and where @test needs none
 * @is_number: of a limit: it is one of numbers, not of texts
 */
typedef struct
{
  const char       *field;
  GgovResidentTest  test;
  const char       *value;
  gboolean          is_number;
} GgovResidentCondition;

/**
 * GgovResidentFilter:
 * @community_id: 0 for all, and so the next four
 * @group_id: who is in a special group; -1 in any
 * @household_id: of one household
 * @sex: (nullable): code of GB/T 2261.1
 * @age_from: in full years; 0 for no limit, and so @age_to
 * @required_below: fewer required fields than this are filled in; 0 for no limit, and so
 *   @optional_below for the optional ones
 * @confirmed_before: (nullable): ISO day: who was not gone over since
 * @text: (nullable): any part of a name, its reading or initials, the end of a phone; a door, 501 or
 *   3号楼2单元501; or a whole identity number
 * @conditions: (array length=n_conditions) (nullable): all of them hold
 */
typedef struct
{
  gint64            community_id;
  gint64            grid_id;
  gint64            building_id;
  gint64            unit_id;
  gint64            household_id;
  gint64            group_id;
  GgovResidentStay  stay;
  const char       *sex;
  int               age_from;
  int               age_to;
  int               required_below;
  int               optional_below;
  const char       *confirmed_before;
  const char       *text;

  const GgovResidentCondition *conditions;
  guint                        n_conditions;
} GgovResidentFilter;

/**
 * ggov_query_new_residents:
 * @as_of: ISO day
 * @filter: (nullable): NULL wants all; copied
 * @column: (nullable): "place", which NULL stands for, and "grid": the order of doors; "name" that of
 *   readings; "door", "sex", "age", "relation", "stay", "groups", "phone", "identity", "moved-in",
 *   "confirmed-on" or "filled"
 * @descending: the other way round
 *
 * Asks for the residents of a day. A row is a GgovResident, its number that of the residence; the
 * detail of a key is the person's number. Who is found by words comes as well as the words fit, whatever
 * the order.
 */
GgovQuery *ggov_query_new_residents (const char               *as_of,
                                     const GgovResidentFilter *filter,
                                     const char               *column,
                                     gboolean                  descending)
                                     G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
