/* ggov-resident-columns-private.h: which fields of the register have columns of their own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovResidentColumn:
 * @code: of the field
 * @table: person or resident, or NULL for what is told by the residence or the visits and so never
 *   written as a field
 * @column: in it
 *
 * A field without an entry is in the JSON object of the resident.
 */
typedef struct
{
  const char *code;
  const char *table;
  const char *column;
} GgovResidentColumn;

extern const GgovResidentColumn _ggov_resident_columns[];
extern const guint _ggov_resident_n_columns;

/* (nullable) */
const GgovResidentColumn *_ggov_resident_find_column (const char *code);

G_END_DECLS
