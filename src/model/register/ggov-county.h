/* ggov-county.h: the codes of counties that identity numbers begin with
 *
 * Codes change with the map: an identity number keeps the one that held when it was given, so retired
 * ones stay valid. The table (data/fields/divisions.txt) has the codes of December 2020 and those
 * retired before that were found; of codes from before 1999 it is not complete.
 *
 * Source: GB/T 2260 and the yearly lists of the Ministry of Civil Affairs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovCounty:
 * @code: six digits
 * @name: of the county, city or district alone, in Chinese
 * @since: the first year of the code, 0 where it is older than the table
 * @is_retired: whether the code is no longer in use
 *
 * Lives for ever.
 */
typedef struct
{
  const char *code;
  const char *name;
  int         since;
  gboolean    is_retired;
} GgovCounty;

/**
 * GgovCountyFate:
 * @GGOV_COUNTY_IMPOSSIBLE: no county can have such a code
 * @GGOV_COUNTY_UNKNOWN: the table has it not, but it may be an old one
 * @GGOV_COUNTY_RETIRED: it was one
 * @GGOV_COUNTY_CURRENT: it is one
 */
typedef enum
{
  GGOV_COUNTY_IMPOSSIBLE,
  GGOV_COUNTY_UNKNOWN,
  GGOV_COUNTY_RETIRED,
  GGOV_COUNTY_CURRENT,
} GgovCountyFate;

/**
 * ggov_county_find:
 * @code: six digits; of a longer text the first six
 * @division: (out) (optional) (nullable): the county, where it is known
 */
GgovCountyFate  ggov_county_find     (const char          *code,
                                          const GgovCounty **division);

/* (transfer full) (nullable): province, prefecture and county in one, as far as they are known;
 * NULL where none is. */
char             *ggov_county_dup_name (const char          *code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
