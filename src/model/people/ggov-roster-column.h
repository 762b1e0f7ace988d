/* ggov-roster-column.h: the columns in which the roster is shown, copied and exported
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-roster-row.h"

G_BEGIN_DECLS

/* In the order in which they stand where nobody chose another. */
typedef enum
{
  GGOV_ROSTER_COLUMN_GRID,
  GGOV_ROSTER_COLUMN_ROLE,
  GGOV_ROSTER_COLUMN_NAME,
  GGOV_ROSTER_COLUMN_PLACE,
  GGOV_ROSTER_COLUMN_PHONE,
  GGOV_ROSTER_COLUMN_SEX,
  GGOV_ROSTER_COLUMN_SINCE,
  GGOV_ROSTER_COLUMN_UNTIL,
  GGOV_ROSTER_COLUMN_PRESENCE,
  GGOV_ROSTER_COLUMN_COMMUNITY,
  GGOV_ROSTER_COLUMN_GRID_CODE,
  GGOV_ROSTER_COLUMN_SUBSTITUTE,
  GGOV_ROSTER_N_COLUMNS,
} GgovRosterColumn;

/* So many of the first are shown where nobody chose. */
#define GGOV_ROSTER_N_USUAL 7

/* The stable word for a column in settings and on a command line: "grid-code". */
const char *ggov_roster_column_get_code  (GgovRosterColumn         column);

/* The heading, in the user's language. */
const char *ggov_roster_column_get_title (GgovRosterColumn         column);

/* @column: (out): unchanged if there is none of that code */
gboolean    ggov_roster_column_from_code (const char              *code,
                                          GgovRosterColumn        *column);

/* (nullable): what a line says in a column, in the user's language; belongs to @record */
const char *ggov_roster_column_get_text  (GgovRosterColumn         column,
                                          const GgovRosterRecord  *record);

/**
 * ggov_roster_columns_parse:
 * @codes: (array zero-terminated=1): such as a setting keeps; what is no code, or stands there
 *   twice, is passed over
 * @columns: (out caller-allocates) (array fixed-size=GGOV_ROSTER_N_COLUMNS)
 *
 * Returns: how many columns were put into @columns
 */
guint       ggov_roster_columns_parse    (const char *const       *codes,
                                          GgovRosterColumn        *columns);

G_END_DECLS
