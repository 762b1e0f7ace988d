/* ggov-import-conflicts.h: what to do where a file says something else than the office knows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GgovImportConflict:
 * @GGOV_IMPORT_CONFLICT_TAKE: what the file says
 * @GGOV_IMPORT_CONFLICT_KEEP: what the office knows
 * @GGOV_IMPORT_CONFLICT_ASK: leave the row out, with both values, for somebody to decide
 */
typedef enum
{
  GGOV_IMPORT_CONFLICT_TAKE,
  GGOV_IMPORT_CONFLICT_KEEP,
  GGOV_IMPORT_CONFLICT_ASK,
} GgovImportConflict;

/* What a door is called among the fields in choices of conflicts. */
#define GGOV_IMPORT_CONFLICT_PLACE "place"

/* FALSE where a word is none of take, keep and ask. */
gboolean           ggov_import_conflict_from_word (const char         *word,
                                                   GgovImportConflict *conflict);

/**
 * ggov_import_conflicts_get:
 * @conflicts: (nullable) (element-type utf8 utf8): words by the codes of fields; by "" for all others
 *
 * Returns: what is chosen for a field; TAKE where nothing is
 */
GgovImportConflict ggov_import_conflicts_get      (GHashTable         *conflicts,
                                                   const char         *field);

G_END_DECLS
