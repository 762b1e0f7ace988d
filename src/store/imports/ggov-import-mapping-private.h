/* ggov-import-mapping-private.h: reading what is remembered of a table's columns
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ggov-db.h"

G_BEGIN_DECLS

/* As ggov_change_find_import_mapping(). */
gboolean _ggov_import_mapping_find (GgovDb       *db,
                                    const char   *kind,
                                    const char   *headings,
                                    GHashTable  **wishes,
                                    GError      **error);

G_END_DECLS
