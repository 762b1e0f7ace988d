/* ggov-import-grid-notes-private.h: what a foreign drawing of grids took, said in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-draft.h"
#include "ggov-geo-adopt.h"
#include "ggov-import-report.h"

G_BEGIN_DECLS

/**
 * GgovImportGridRow:
 * @row: its number in the file
 * @number: of the grid it belongs to, in the community at hand
 * @name: (nullable)
 * @code: (nullable)
 * @is_used: whether any community took it
 */
typedef struct
{
  gint64    row;
  gint64    number;
  char     *name;
  char     *code;
  GBytes   *shape;
  gboolean  is_used;
} GgovImportGridRow;

/**
 * _ggov_import_tell_grid_notes:
 * @rows: (element-type GgovImportGridRow)
 * @draft: has the buildings
 * @notes: (element-type GgovGeoAdoptNote)
 *
 * Each note is a problem of its own: which rule, where, and what was done about it.
 */
void _ggov_import_tell_grid_notes (GgovImportReport *report,
                                   GPtrArray        *rows,
                                   GgovDraft        *draft,
                                   GArray           *notes);

/* The middle of a shape's box; left as they were for one that has none. */
void _ggov_import_find_middle     (GBytes           *shape,
                                   double           *lon,
                                   double           *lat);

G_END_DECLS
