/* ggov-dwelling-address.h: a dwelling as people write it, taken apart
 *
 * 友谊小区3号楼2单元501室, 3-2-501, 三号楼二单元501, 3#2-501, A座1203, 12号院3栋502, 3号楼2单元5层东户: the
 * same few parts in many spellings, in one text or in columns of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovDwellingAddress:
 * @place: (nullable): what stands before the building: a compound, a street and its number
 * @building: (nullable): comparable, as ggov_typed_dup_place() spells it: "3号楼"; NULL where it says
 *   none
 * @unit: the stairwell, or 0 where it says none
 * @floor: or 0 where it says none
 * @door: (nullable): the door's number, "501", or its word, "东户"; NULL where it says none
 */
typedef struct
{
  char *place;
  char *building;
  int   unit;
  int   floor;
  char *door;
} GgovDwellingAddress;

/**
 * GgovDwellingColumns:
 * @compound: (nullable): where the building stands
 * @building: (nullable): its number or name, perhaps with the compound before it or a unit after it
 * @unit: (nullable): "2", "二单元"
 * @door: (nullable): "501", "501室", or with the unit before it, "2-501"
 * @address: (nullable): all of it in one
 *
 * What a row of a table says of a dwelling, in as many columns as it has.
 */
typedef struct
{
  const char *compound;
  const char *building;
  const char *unit;
  const char *door;
  const char *address;
} GgovDwellingColumns;

/**
 * ggov_dwelling_address_parse:
 * @typed: (nullable): UTF-8
 * @address: (out): its parts; clear it with ggov_dwelling_address_clear()
 * @error: a GgovModelError (SYNTAX) with a sentence, where a text has two meanings
 *
 * What is not there is left empty; a text that names no building is all place. Two numbers such as
 * 3-501 are a building and a door, and 3-2 a building and a unit, since no door has one digit; what
 * 3-12 is nobody knows.
 */
gboolean ggov_dwelling_address_parse    (const char                 *typed,
                                         GgovDwellingAddress        *address,
                                         GError                    **error);
void     ggov_dwelling_address_clear    (GgovDwellingAddress        *self);

/**
 * ggov_dwelling_address_join:
 * @error: a GgovModelError: SYNTAX where a column cannot be read, RANGE where two of them say
 *   different things; with a sentence
 *
 * Reads all columns, each filling in what the others do not say.
 */
gboolean ggov_dwelling_address_join     (const GgovDwellingColumns  *columns,
                                         GgovDwellingAddress        *address,
                                         GError                    **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GgovDwellingAddress, ggov_dwelling_address_clear)

G_END_DECLS
